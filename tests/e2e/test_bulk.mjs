// test_bulk.mjs: one step for many tickets of the list: each for itself, once, and said of each.
import { test, assert, until } from './harness.mjs';
import { incident, signed_in, sql } from './client.mjs';

let people, count = 0;
const as = async (site, login) => ((people ??= {})[login] ??= await signed_in(site, login));
const part = (site, number) => sql(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}' AND a.lead = 1 ORDER BY a.id LIMIT 1`)[0][0];
const events = (site, act, numbers) => Number(sql(site, `SELECT count(*) FROM event e JOIN ticket t ON t.id = e.ticket
	WHERE e.act = '${act}' AND t.number IN (${numbers.map(n => `'${n}'`)})`)[0][0]);
const state = (site, number) => sql(site, `SELECT state FROM ticket WHERE number = '${number}'`)[0][0];

async function flood(site, n) {
	const made = [];
	while (made.length < n)
		made.push(await incident(site, { place: `Jl. Genangan ${++count}` }));
	return made;
}

// As a form with a box ticked for each sends it.
async function send(me, path, ids, fields = {}, keys = undefined) {
	keys ??= await me.keys('/tugas');
	const body = new URLSearchParams({ ...keys, ...fields });
	for (const id of ids)
		body.append('pilih', id);
	return me.ask('POST', path, { body: body.toString() });
}

test('forty at once: each for itself, the slower is told of the faster, twice is once', async ({ site }) => {
	const all = await flood(site, 40), ids = all.map(n => part(site, n));
	const me = await as(site, 'damkar'), other = await as(site, 'damkar2');
	for (const id of ids.slice(0, 2))
		assert.equal((await send(other, '/tugas/banyak', [id], { tindakan: 'accept' })).status, 200);
	const keys = await me.keys('/tugas');
	const answer = await send(me, '/tugas/banyak', ids, { tindakan: 'accept' }, keys);
	assert.equal(answer.status, 200);
	assert.match(answer.body_text, /id="hasil".*38 berhasil, 2 lebih dulu diubah oleh [^<]+</s);
	assert.equal((answer.body_text.match(/Lebih dulu diubah oleh/g) ?? []).length, 2, 'and beside each of them');
	assert.equal(events(site, 'accept', all), 40, 'one event for each');
	assert.equal(new Set(sql(site, `SELECT e.actor FROM event e WHERE e.act = 'accept'`).flat()).size, 2);
	const again = await send(me, '/tugas/banyak', ids, { tindakan: 'accept' }, keys);
	assert.match(again.body_text, /38 berhasil, 2 lebih dulu/, 'the same answer');
	assert.equal(events(site, 'accept', all), 40, 'and nothing done twice');
	const said = { tindakan: 'note', catatan: 'Pompa kedua dalam perjalanan.' };
	for (let twice = 0; twice < 2; twice++)
		assert.match((await send(me, '/tugas/banyak', ids, said, keys)).body_text, /40 berhasil/);
	assert.equal(events(site, 'note', all), 40);
	assert.equal(sql(site, "SELECT count(*) FROM event WHERE act = 'note' AND public = 1")[0][0], '0', 'internal');
	await send(me, '/tugas/banyak', ids.slice(0, 1), { ...said, catatan: 'Pompa tiba.' }, keys);
	assert.equal(events(site, 'note', all), 41, 'another sentence of the same page is another note');
});

test('only steps that all of them have are offered, and words are asked for once', async ({ site }) => {
	const all = await flood(site, 3), ids = all.map(n => part(site, n)), me = await as(site, 'damkar');
	const offered = async () => [...(await send(me, '/tugas/pilih', ids)).body_text.matchAll(/name="tindakan" value="(\w+)"/g)].map(m => m[1]);
	assert.deepEqual((await offered()).filter(a => ['accept', 'reject', 'note', 'tell', 'send_unit'].includes(a)), ['accept', 'reject', 'note', 'tell']);
	assert.equal(events(site, 'accept', all), 0, 'asking does nothing');
	await send(me, '/tugas/banyak', ids.slice(0, 1), { tindakan: 'accept' });
	assert.ok(!(await offered()).includes('accept'), 'one has been accepted');
	const form = await send(me, '/tugas/pilih', ids.slice(1), { tindakan: 'reject' });
	assert.match(form.body_text, /name="alasan"/);
	const short = await send(me, '/tugas/banyak', ids.slice(1), { tindakan: 'reject', alasan: 'not_ours', catatan: '' });
	assert.equal(short.status, 422);
	assert.match(short.body_text, /value="not_ours" checked/, 'what was chosen is not lost');
	assert.equal((short.body_text.match(/name="pilih"/g) ?? []).length, 2, 'nor what was ticked');
	const done = await send(me, '/tugas/banyak', ids, { tindakan: 'reject', alasan: 'not_ours', catatan: 'Milik kabupaten.' });
	assert.match(done.body_text, /2 berhasil, 1 /);
	assert.match(done.body_text, /id="ulang".*Milik kabupaten\./s, 'what was not done can be tried again with the same words');
	assert.equal(events(site, 'reject', all), 2);
});

test("another agency's tickets are none, and nothing is done to them", async ({ site }) => {
	const [number] = await flood(site, 1), id = part(site, number), pupr = await as(site, 'pupr');
	const page = await send(pupr, '/tugas/pilih', [id]);
	assert.doesNotMatch(page.body_text, new RegExp(number));
	const answer = await send(pupr, '/tugas/banyak', [id, '999999', '0', 'x'], { tindakan: 'note', catatan: 'Kami lihat.' });
	assert.equal(answer.status, 409);
	assert.doesNotMatch(answer.body_text, new RegExp(number));
	assert.equal(events(site, 'note', [number]), 0);
	assert.equal((await pupr.ask('POST', '/tugas/banyak', { body: `pilih=${id}&tindakan=note&catatan=x` })).status, 403, 'without a token');
	const me = await as(site, 'damkar');
	assert.equal((await send(me, '/tugas/banyak', [id], { tindakan: 'close' })).status >= 400, true, "and no step that is not one's own");
	assert.equal((await send(me, '/tugas/banyak', [], { tindakan: 'accept' })).status, 303, 'nothing ticked: back to the list');
});

test('reports of one flood are merged under one ticket, and taken apart again', async ({ site }) => {
	const all = await flood(site, 5), ids = all.map(n => part(site, n)), desk = await as(site, 'pengarah');
	const form = await send(desk, '/tugas/pilih', ids, { tindakan: 'merge' });
	assert.match(form.body_text, new RegExp(`name="tujuan"[^>]*value="${all[0]}"`), 'the first is proposed');
	const picked = [...form.body_text.matchAll(/name="pilih" value="([^"]+)"/g)].map(m => m[1]);
	const done = await send(desk, '/tugas/banyak', picked, { tindakan: 'merge', tujuan: all[0] });
	assert.match(done.body_text, /5 berhasil/);
	assert.deepEqual(all.map(n => state(site, n)), ['routed', 'merged', 'merged', 'merged', 'merged']);
	assert.equal(sql(site, `SELECT reporters FROM ticket WHERE number = '${all[0]}'`)[0][0], '5');
	const back = done.body_text.match(/id="batal".*?<\/form>/s)[0];
	const undo = [...back.matchAll(/name="pilih" value="([^"]+)"/g)].map(m => m[1]);
	assert.equal(undo.length, 4);
	assert.match((await send(desk, '/tugas/banyak', undo, { tindakan: 'unmerge' })).body_text, /4 berhasil/);
	assert.deepEqual(all.map(n => state(site, n)), Array(5).fill('routed'));
});

test('a busy store says which are not saved, and keeps the words', async ({ site }) => {
	const all = await flood(site, 3), ids = all.map(n => part(site, n)), me = await as(site, 'damkar'), keys = await me.keys('/tugas');
	const said = { tindakan: 'note', catatan: 'Kata yang tidak boleh hilang.' };
	const let_go = await site.hold_store();
	let busy;
	try {
		busy = await send(me, '/tugas/banyak', ids, said, keys);
	} finally {
		await let_go();
	}
	assert.equal(busy.status, 503);
	assert.match(busy.body_text, /Kata yang tidak boleh hilang\./);
	assert.match((await send(me, '/tugas/banyak', ids, said, keys)).body_text, /3 berhasil/);
	assert.equal(events(site, 'note', all), 3);
});

for (const js of [true, false])
	test(`rows are ticked on the page${js ? ' with keys, ranges and all at once' : ' without a script'}`, async ({ site }) => {
		const all = await flood(site, 4), page = await site.sign_in('damkar', { js, viewport: { width: 1440, height: 6000 } });	// so that no bar lies over a row
		await page.goto(`${site.url}/tugas?tampil=terima&urut=terbaru${js ? '' : '&jeda=1'}`);
		const boxes = page.locator('#daftar tbody .pk'), n = await boxes.count();
		if (js) {
			assert.ok(await page.locator('#pilihan').isHidden());
			await boxes.nth(0).click();
			await boxes.nth(2).click({ modifiers: ['Shift'] });
			assert.match(await page.locator('#pilihan').innerText(), /^3 dipilih/);
			await page.locator('#semua').click();
			assert.match(await page.locator('#pilihan p').innerText(), new RegExp(`^${n} dipilih`));
			await page.locator('#lepas').click();
			assert.ok(await page.locator('#pilihan').isHidden());
			await page.reload();		// from the first row
			for (let i = 0; i < 4; i++) {
				await page.keyboard.press('j');
				await page.keyboard.press('x');
			}
			await until('its steps are there', () => page.locator('#langkah [value=accept]').count());
			await site.axe(page);
			await Promise.all([page.waitForURL('**/tugas/banyak*'), page.locator('#langkah [value=accept]').click()]);
		} else {
			for (let i = 0; i < 4; i++)
				await boxes.nth(i).check();
			await Promise.all([page.waitForURL('**/tugas/pilih*'), page.locator('#pilihan button').first().click()]);
			await Promise.all([page.waitForURL('**/tugas/banyak*'), page.locator('#langkah [value=accept]').click()]);
		}
		assert.match(await page.locator('#hasil').innerText(), /4 berhasil/);
		assert.equal(events(site, 'accept', all), 4);
		if (js)
			await site.axe(page);
		await page.locator('main a.btn').last().click();
		assert.equal(new URL(page.url()).search, '?tampil=terima&urut=terbaru', 'the list one came from');
	});

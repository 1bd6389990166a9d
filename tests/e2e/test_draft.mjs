// test_draft.mjs: a killed server, a killed browser, a lost network in the middle of a call: nothing is lost.
import { test, assert, sleep, until } from './harness.mjs';
import { processes, signed_in, sql, write_sql } from './client.mjs';

export const options = { mail: false };

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);
const saved = page => page.locator('#draft-state[data-saved=true]', { hasText: /^disimpan/ }).waitFor();
const ready = async page => {
	await page.locator('#keys-open').waitFor();
	await until('the desk is ready', async () => await active(page) === 'f-type');
};

async function desk(site, who = 'petugas') {
	write_sql(site, 'DELETE FROM draft');
	const page = await site.sign_in(who);
	await page.goto(`${site.url}/panggilan`);
	await ready(page);
	return page;
}

async function fire(page, place = 'Jl. Karya Bakti 14') {
	await page.keyboard.type('rumah terb');
	await page.locator('#pick-0').waitFor();
	await page.keyboard.press('Enter');
	await page.locator('#sop .sop').waitFor();
	await page.keyboard.type(place);
	await page.keyboard.press('F8');
	await page.keyboard.press('1');
	await page.keyboard.press('3');
	await page.keyboard.press('Alt+KeyR');
	await page.keyboard.type('Nenek masih di kamar.');
}

// The browser dies: no last word, no beacon, nothing is let go in peace.
async function die(page) {
	const session = await page.context().newCDPSession(page);
	await Promise.race([session.send('Page.crash').catch(() => {}), sleep(3000)]);
	await page.close().catch(() => {});
}

const calls = site => Number(sql(site, 'SELECT count(*) FROM call')[0][0]);
const drafts = site => Number(sql(site, 'SELECT count(*) FROM draft WHERE sealed IS NOT NULL')[0][0]);

test('a crashed browser finds its call again, with every field, and sends it once', async ({ site }) => {
	const page = await desk(site);
	await fire(page);
	await page.locator('#f-priority-P2').check({ force: true });
	await page.locator('#g-PDAM').uncheck();
	await page.locator('#f-detail').focus();
	await saved(page);
	const token = await page.inputValue('#call [name=token]');
	const again = await page.context().newPage();
	again.wrong = [];
	await die(page);
	assert.ok(!sql(site, 'SELECT hex(sealed) FROM draft')[0][0].includes(Buffer.from('Nenek').toString('hex').toUpperCase()), 'it is sealed');
	await again.goto(`${site.url}/panggilan`);
	await ready(again);
	assert.match(await again.locator('#drafts').innerText(), /Belum selesai .*Jl\. Karya Bakti 14/);
	await site.axe(again);
	await again.keyboard.press('Alt+KeyD');
	await again.waitForURL(/panggilan\/draf\/\d+/);
	await again.locator('#sop .sop').waitFor();
	assert.equal(await again.inputValue('#f-type'), 'Kebakaran rumah/bangunan');
	assert.equal(await again.inputValue('#f-place'), 'Jl. Karya Bakti 14');
	assert.equal(await again.inputValue('#f-detail'), 'Nenek masih di kamar.');
	assert.ok(await again.isChecked('#a1-1') && await again.isChecked('#a2-3'));
	assert.ok(await again.isChecked('#f-priority-P2'));
	assert.ok(!await again.isChecked('#g-PDAM') && await again.isChecked('#g-DAMKAR'));
	assert.equal(await again.inputValue('#call [name=token]'), token, 'the same token: once is once');
	assert.equal(await again.locator('#drafts section').count(), 0, 'it is on the screen, not in the list');
	await again.keyboard.press('Control+Enter');
	await again.locator('#sent').waitFor();
	assert.match(await again.locator('#sent').innerText(), /P2 Tinggi/);
	assert.equal(drafts(site), 0, 'its draft is gone');
	assert.deepEqual(sql(site, `SELECT count(*) FROM ticket WHERE token = '${token}'`), [['1']]);
});

test('the server dies under a call: the next key that sends sends it', async ({ site }) => {
	const page = await desk(site);
	await fire(page, 'Jl. Server Mati 1');
	for (const pid of processes(site, 'intake'))
		process.kill(pid, 'SIGKILL');
	await page.keyboard.type(' Angin kencang.');
	await saved(page);
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent, #came .callnote').first().waitFor();
	assert.deepEqual(sql(site, "SELECT count(*), detail FROM ticket WHERE place = 'Jl. Server Mati 1'"),
		[['1', 'Nenek masih di kamar. Angin kencang.']]);
});

test('no network: the calls wait on this machine, the next one is taken, each is sent once and marked', async ({ site }) => {
	const page = await desk(site), before = calls(site);
	await fire(page, 'Jl. Tanpa Jaringan 1');
	await saved(page);
	await page.context().setOffline(true);
	await page.keyboard.type(' Gang sempit.');
	await page.keyboard.press('Control+Enter');
	await until('it waits', async () => /1 panggilan menunggu dikirim/.test(await page.locator('#queue').innerText()));
	assert.equal(await active(page), 'f-type');
	assert.equal(await page.inputValue('#f-place'), '', 'the next form');
	assert.equal(await page.locator('#sop .sop').count(), 0);
	await site.axe(page);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Tanpa Jaringan 2');
	await page.keyboard.press('Control+KeyS');
	await until('two wait', async () => /2 panggilan/.test(await page.locator('#queue').innerText()));
	await page.keyboard.press('Alt+KeyP');
	await until('three wait', async () => /3 panggilan/.test(await page.locator('#queue').innerText()));
	assert.equal(calls(site), before, 'nothing has come through');
	await page.context().setOffline(false);
	await until('none waits', async () => await page.locator('#queue').isHidden());
	assert.equal(calls(site), before + 3);
	assert.match(await page.locator('#came').innerText(), /terlambat[\s\S]*DRT-/);
	assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter(k => k !== 'siaga-hadir')), [], 'nothing stays on the machine');
	const [[detail, late]] = sql(site, `SELECT t.detail, (SELECT count(*) FROM event e WHERE e.ticket = t.id AND e.act = 'late')
		FROM ticket t WHERE t.place = 'Jl. Tanpa Jaringan 1'`);
	assert.equal(detail, 'Nenek masih di kamar. Gang sempit.');
	assert.equal(late, '1');
	assert.deepEqual(sql(site, "SELECT state FROM ticket WHERE place = 'Jl. Tanpa Jaringan 2'"), [['received']], 'kept, and not sent');
	await site.axe(page);
});

test('no network and a dead browser: the call is on the machine, and comes back', async ({ site }) => {
	const page = await desk(site);
	await page.context().setOffline(true);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Mati Dua Kali 7');
	await until('it says so', async () => /belum tersimpan/.test(await page.locator('#draft-state').innerText()));
	const other = await page.context().newPage();
	await die(page);
	await page.context().setOffline(false);
	await other.goto(`${site.url}/panggilan`);
	await ready(other);
	await until('it is in the list', async () => /Mati Dua Kali/.test(await other.locator('#drafts').innerText()));
	await other.click('#drafts button');
	await other.locator('.callnote', { hasText: 'menjadi tiket' }).waitFor();
	assert.deepEqual(sql(site, "SELECT state, place FROM ticket WHERE place LIKE '%Dua Kali%'"), [['received', 'Jl. Mati Dua Kali 7']]);
});

test("somebody else's calls wait for their owner", async ({ site }) => {
	const page = await desk(site);
	await page.context().setOffline(true);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Milik Sari 3');
	await page.keyboard.press('Control+Enter');
	await until('it waits', async () => /1 panggilan menunggu/.test(await page.locator('#queue').innerText()));
	const kept = await page.evaluate(() => ({ ...localStorage }));
	const name = await page.locator('.memenu summary .me, .me').first().innerText();
	const put = async (other, things) => {
		await other.evaluate(o => Object.entries(o).forEach(([k, v]) => localStorage.setItem(k, v)), things);
		await other.goto(`${site.url}/panggilan`);
		await ready(other);
	};
	const other = await desk(site, 'pengarah');
	await put(other, kept);
	await until('it is named', async () => /1 panggilan milik/.test(await other.locator('#queue').innerText()));
	assert.ok(name.length > 0);
	assert.equal(sql(site, "SELECT 1 FROM ticket WHERE place = 'Jl. Milik Sari 3'").length, 0);
	const owner = await desk(site);
	await put(owner, kept);
	await until('it is sent', async () => sql(site, "SELECT 1 FROM ticket WHERE place = 'Jl. Milik Sari 3'").length === 1);
});

test('a session that ended: who signs in again sends what waits', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Sesi Habis 9');
	await saved(page);
	write_sql(site, "DELETE FROM session WHERE account = (SELECT id FROM account WHERE login = 'petugas')");
	await page.keyboard.press('Control+Enter');
	await until('it asks to sign in', async () => /Masuk lagi/.test(await page.locator('#queue').innerText()));
	await page.click('#queue a');
	await page.waitForURL(/masuk/);
	const who = (await site.signins()).find(s => s.login === 'petugas');
	await page.fill('input[name=login]', who.login);
	await page.fill('input[type=password]', who.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/panggilan/);
	await page.locator('#came .callnote').waitFor();
	assert.deepEqual(sql(site, "SELECT count(*) FROM ticket WHERE place = 'Jl. Sesi Habis 9'"), [['1']]);
});

test('left for ten minutes it becomes what is known; its own form completes it, once', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Ditinggal 5');
	await saved(page);
	await page.context().setOffline(true);
	write_sql(site, `UPDATE draft SET saved_at = saved_at - 660000`);
	const row = await until('the worker makes a ticket', () => sql(site, `SELECT t.number, t.state, t.id FROM ticket t
		WHERE t.place = 'Jl. Ditinggal 5'`)[0]);
	assert.equal(row[1], 'received', 'what it is nobody knows: it waits at the triage desk');
	assert.equal(drafts(site), 0);
	assert.deepEqual(sql(site, `SELECT role FROM event WHERE ticket = ${row[2]} AND act = 'draft'`), [['worker']]);
	const triage = await site.sign_in('pengarah');
	await triage.goto(`${site.url}/triase`);
	assert.match(await triage.locator('#list').innerText(), new RegExp(`${row[0]}[\\s\\S]*panggilan terputus`));
	await triage.goto(`${site.url}/triase/${row[0]}`);
	await site.axe(triage);
	await page.keyboard.press('F2');
	await page.keyboard.type('rumah terb');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+Enter');
	await until('it waits', async () => /1 panggilan menunggu/.test(await page.locator('#queue').innerText()));
	await page.context().setOffline(false);
	await page.locator('#came .callnote').waitFor();
	assert.deepEqual(sql(site, `SELECT state FROM ticket WHERE place = 'Jl. Ditinggal 5' ORDER BY id`), [['duplicate'], ['routed']]);
	assert.deepEqual(sql(site, `SELECT t.state FROM call c JOIN ticket t ON t.id = c.ticket JOIN reporter r ON r.ticket = t.id AND r.call = c.id
		WHERE t.place = 'Jl. Ditinggal 5'`), [['routed']]);
	assert.match(await page.locator('#came').innerText(), /Damkar/);
	assert.deepEqual(sql(site, 'SELECT count(*) FROM draft'), [['0']]);
});

test('slow answers move no focus and no caret', async ({ site }) => {
	const page = await desk(site);
	const held = [];
	await page.route(/panggilan\/(draf|kartu|mirip|riwayat|jenis|tempat|titik|peta)/, async route => {
		await new Promise(done => held.push(done));
		await route.continue().catch(() => {});
	});
	await page.keyboard.type('rumah terb');
	await page.locator('#pick-0').waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.type('Jl. Lambat 4');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Pasar Lama');
	await page.keyboard.press('Alt+KeyN');
	await page.keyboard.type('0812 7745 0391');
	await page.keyboard.press('Alt+KeyR');
	const text = 'Rumah kayu di tepi kali';
	await page.keyboard.type(text);
	for (let i = 0; i < 5; i++)
		await page.keyboard.press('ArrowLeft');
	const caret = () => page.evaluate(() => {
		const e = document.activeElement;
		return `${e.id} ${e.selectionStart} ${e.selectionEnd}`;
	});
	const before = await caret();
	await page.evaluate(() => {
		window.moved = [];
		document.addEventListener('focusin', e => window.moved.push(e.target.id), true);
	});
	await until('some wait', () => held.length >= 3);
	await page.unroute(/panggilan/).catch(() => {});
	for (let i = 0; i < 40; i++) {
		held.splice(0).forEach(go => go());
		await sleep(50);
	}
	await page.locator('#sop .sop').waitFor();
	assert.equal(await caret(), before);
	assert.deepEqual(await page.evaluate('moved'), []);
	await page.keyboard.type('X');
	assert.equal(await page.inputValue('#f-detail'), `${text.slice(0, -5)}X${text.slice(-5)}`);
});

test('a draft is its own taker\'s; a form of nowhere is refused', async ({ site }) => {
	const sari = await signed_in(site, 'petugas'), other = await signed_in(site, 'pengarah');
	const { token } = await sari.keys('/panggilan');
	const fields = { csrf: sari.csrf, token, place: 'Jl. Rahasia 1', rang: String(Date.now()) };
	assert.equal((await sari.post('/panggilan/draf', { ...fields, csrf: 'x' })).status, 403);
	assert.equal((await sari.post('/panggilan/draf', { ...fields, token: 'x' })).status, 400);
	assert.equal((await sari.post('/panggilan/draf', fields)).status, 200);
	const [[id]] = sql(site, `SELECT id FROM draft WHERE token = '${token}'`);
	assert.equal((await sari.get(`/panggilan/draf/${id}`)).status, 200);
	assert.equal((await other.get(`/panggilan/draf/${id}`)).status, 404);
	assert.equal((await other.post(`/panggilan/draf/${id}`, { csrf: other.csrf })).status, 404);
	const over = await other.post('/panggilan/draf', { ...fields, csrf: other.csrf });
	assert.match(over.body_text, /over/, 'nobody writes over it');
	assert.match((await sari.get(`/panggilan/draf/${id}`)).body_text, /Jl\. Rahasia 1/);
	assert.equal((await sari.post('/panggilan/draf', { csrf: sari.csrf, token })).status, 200);
	assert.equal((await sari.get(`/panggilan/draf/${id}`)).status, 404, 'nothing typed any more: no draft');
});

test('without script a form that is refused is a draft, too', async ({ site }) => {
	write_sql(site, 'DELETE FROM draft');
	const page = await site.sign_in('petugas', { js: false });
	await page.goto(`${site.url}/panggilan`);
	await page.fill('#f-detail', 'Tanpa lokasi, tanpa skrip');
	await page.click('#send');
	await page.goto(`${site.url}/panggilan`);
	assert.match(await page.locator('#drafts').innerText(), /Tanpa lokasi/);
	await page.click('#draft-go');
	assert.equal(await page.inputValue('#f-detail'), 'Tanpa lokasi, tanpa skrip');
	await page.goto(`${site.url}/panggilan`);
	await page.click('#drafts button');
	assert.match(await page.locator('.callnote').innerText(), /menjadi tiket DRT|menjadi tiket ADU/);
});

test('an unfinished call in the list, in both sizes and themes', async ({ site }) => {
	const sari = await signed_in(site, 'petugas'), { token } = await sari.keys('/panggilan');
	await sari.post('/panggilan/draf', { csrf: sari.csrf, token, type: 'Kebakaran rumah/bangunan',
		place: 'Jl. Karya Bakti Gang Mawar Dalam nomor 14 sebelah Masjid Al-Ikhlas', rang: String(Date.now()) });
	await site.axe_everywhere('/panggilan', { role: 'petugas', name: 'call-draft' });
});

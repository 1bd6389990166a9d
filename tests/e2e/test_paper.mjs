// test_paper.mjs: numbered sheets: printed, copied with their times, explained.
import { signed_in, sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

export const options = { mail: false };

const two = n => String(n).padStart(2, '0');

// A minute of the city's day that was some minutes ago, as a sheet has it; and the day of the first.
function clock(ago) {
	const at = new Date(Date.now() + 7 * 3600000 - ago * 60000);
	return { day: at.toISOString().slice(0, 10), time: `${two(at.getUTCHours())}.${two(at.getUTCMinutes())}` };
}

async function pack(me, card, n) {
	const { csrf, token } = await me.keys('/panggilan/kertas');
	const made = await me.post('/panggilan/kertas', { csrf, token, card, n });
	assert.equal(made.status, 303, made.body_text.slice(0, 300));
	return made.headers.get('location').match(/cetak\/(\d+)/)[1];
}

const numbers = text => [...new Set(text.match(/LBR-\d{6}-[0-9A-Z]/g))];

test('a pack is printed: each sheet with its own number, its code, the questions of the card', async ({ site }) => {
	const me = await signed_in(site, 'call_taker'), id = await pack(me, 'SOP-01', '10');
	const page = await site.sign_in('call_taker');
	await page.goto(`${site.url}/panggilan/kertas/cetak/${id}`);
	assert.equal(await page.locator('.sheet').count(), 10);
	assert.equal(numbers(await page.content()).length, 10);
	assert.equal(await page.locator('.sheet .qr path').count(), 10);
	assert.match(await page.locator('.sheet').first().innerText(), /Masih ada orang di dalam/);
	await page.emulateMedia({ media: 'print' });
	const sheets = await page.locator('.sheet').evaluateAll(all => all.map(s => s.getBoundingClientRect().height));
	assert.ok(Math.max(...sheets) < 277 / 25.4 * 96, `one sheet is one page of A4: ${sheets[0]} px`);
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	assert.equal((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length, 10);
	await page.emulateMedia({ media: 'screen' });
	await site.axe(page);
	await site.shot(page, 'paper-sheet');
	assert.equal((await me.post('/panggilan/kertas', { ...await me.keys('/panggilan/kertas'), card: 'SOP-99', n: '10' })).status, 422);
	assert.equal((await me.get('/panggilan/kertas/cetak/999')).status, 404);
});

test('a sheet is copied: its times are when it happened, and it can be copied once', async ({ site }) => {
	const me = await signed_in(site, 'call_taker'), id = await pack(me, '', '10');
	const [first, , third] = numbers((await me.get(`/panggilan/kertas/pak/${id}`)).body_text);
	const page = await site.sign_in('call_taker');
	await page.goto(`${site.url}/panggilan/kertas`);
	await page.locator('#nomor').fill(third.toLowerCase().replace(/-/g, ' '));
	await page.keyboard.press('Enter');
	await page.locator('#f-received').waitFor();
	const got = clock(170), told = clock(168), there = clock(150);
	await page.locator('#f-day').fill(got.day);
	await page.locator('#f-received').fill(got.time);
	await page.locator('#f-alerted').fill(told.time);
	await page.locator('#f-arrived').fill(there.time);
	await page.locator('#f-type').fill('Kebakaran rumah/bangunan');
	await page.locator('#f-place').fill('Jl. Gelap Gulita 4');
	await page.locator('#f-village').fill('Pasar Lama');
	await page.getByRole('button', { name: 'Periksa dan tampilkan kartu' }).last().click();
	await page.locator('#sop .sop').waitFor();
	assert.equal(await page.inputValue('#f-received'), got.time, 'what was typed stays');
	await page.locator('#a2-2').check({ force: true });
	await site.axe(page);
	await site.shot(page, 'paper-entry');
	await page.getByRole('button', { name: 'Simpan tiket dari kertas' }).click();
	await page.locator('.ban.gr').waitFor();
	const [[ticket, channel, late, by]] = sql(site, "SELECT t.number, t.channel, t.recorded_at - t.happened_at, (SELECT count(*) FROM assignment a WHERE a.ticket = t.id AND a.alarm_at = 0 AND a.state = 'on_scene' AND a.sent_at = t.happened_at + 120000) FROM ticket t ORDER BY t.id DESC LIMIT 1");
	assert.equal(channel, 'paper');
	assert.ok(Number(late) > 165 * 60000 && Number(late) < 180 * 60000, `${late} ms late`);
	assert.ok(Number(by) > 2, 'the agencies have been there');
	const sheet = (await me.get(`/tiket/${ticket}`)).body_text;
	assert.match(sheet, new RegExp(`Disalin dari lembar kertas[\\s\\S]*${third}: ${got.time.replace('.', '\\.')}`));
	assert.match(sheet, /Dari kertas/);
	const again = await me.get(`/panggilan/kertas/${third}`);
	assert.match(again.body_text, /sudah disalin oleh Sari Nuraini/);
	const path = `/panggilan/kertas/${third}`, keys = await me.keys('/panggilan/kertas');
	const second = await me.post(path, { ...keys, day: got.day, received: got.time, type: 'Kebakaran rumah/bangunan', place: 'x', do: 'send' });
	assert.equal(second.status, 409);
	assert.match(second.body_text, new RegExp(`Sari Nuraini[\\s\\S]*${ticket}`));
	// what was told of the same house is proposed, and joins
	const other = `/panggilan/kertas/${first}`, form = { ...keys, day: clock(-1).day, type: 'Kebakaran rumah/bangunan', place: 'Jl. Gelap', village: 'Pasar Lama' };
	const now = clock(1), near = await me.post(other, { ...form, day: now.day, received: now.time, do: 'show' });
	assert.match(near.body_text, new RegExp(`name="attach" id="j-${ticket}"`));
	const joined = await me.post(other, { ...form, day: now.day, received: now.time, attach: ticket, do: 'join' });
	assert.equal(joined.status, 303, joined.body_text.slice(0, 300));
	assert.deepEqual(sql(site, `SELECT reporters FROM ticket WHERE number = '${ticket}'`), [['2']]);
});

test('what cannot be is said beside its field', async ({ site }) => {
	const me = await signed_in(site, 'call_taker'), id = await pack(me, '', '10');
	const [number] = numbers((await me.get(`/panggilan/kertas/pak/${id}`)).body_text), keys = await me.keys('/panggilan/kertas');
	const ask = said => me.post(`/panggilan/kertas/${number}`, { ...keys, do: 'send', ...said });
	const soon = clock(-5), was = clock(100);
	for (const [said, words] of [
		[{ day: was.day, received: '25.10', type: 'Kebakaran rumah/bangunan', place: 'x' }, /Tulis jam seperti 01\.10/],
		[{ day: soon.day, received: soon.time, type: 'Kebakaran rumah/bangunan', place: 'x' }, /Jam ini belum terjadi/],
		[{ day: 'kemarin', received: was.time, place: 'x' }, /Tulis tanggal seperti/],
		[{ day: was.day, received: was.time, arrived: clock(50).time, place: 'x', type: 'Kebakaran rumah/bangunan' }, /centang ini/],
		[{ day: was.day, received: was.time, type: 'Kebakaran rumah/bangunan' }, /id="f-place-e"/],
	]) {
		const answer = await ask(said);
		assert.equal(answer.status, 422, JSON.stringify(said));
		assert.match(answer.body_text, words);
	}
	for (const wrong of ['LBR-000001-0', 'DRT-26-000001-K', 'x'])
		assert.equal((await me.get(`/panggilan/kertas/${wrong}`)).status, 404);
	assert.match((await me.get('/panggilan/kertas/cari?nomor=apa')).body_text, /bukan nomor lembar/);
	const other = await signed_in(site, 'opd_operator');
	assert.equal((await other.get('/panggilan/kertas')).status, 403);
});

test('a skipped number is explained with one key, and the supervisor sees what is not', async ({ site }) => {
	const me = await signed_in(site, 'call_taker'), id = await pack(me, '', '10');
	const all = numbers((await me.get(`/panggilan/kertas/pak/${id}`)).body_text), keys = await me.keys('/panggilan/kertas');
	const was = clock(30);
	await me.post(`/panggilan/kertas/${all[3]}`, { ...keys, day: was.day, received: was.time, type: 'Pohon tumbang', place: 'Jl. Empat', do: 'send' });
	const boss = await signed_in(site, 'supervisor');
	assert.match((await boss.get('/panggilan/kertas')).body_text, /\d+ nomor terlewat dan belum dijelaskan/);
	const page = await site.sign_in('supervisor');
	await page.goto(`${site.url}/panggilan/kertas/pak/${id}`);
	assert.equal(await page.locator('.sheets .gap').count(), 3);
	await site.axe(page);
	await page.keyboard.press('j');
	await page.keyboard.press('r');
	await page.locator('.sheets li', { hasText: all[0] }).locator('.bdg', { hasText: 'Rusak' }).waitFor();
	assert.equal(await page.locator('.sheets .gap').count(), 2);
	await until('the next gap has the focus', () => page.evaluate(n => document.activeElement.textContent === n, all[1]));
	await page.keyboard.press('h');
	await page.locator('.sheets li', { hasText: all[1] }).locator('.bdg', { hasText: 'Hilang' }).waitFor();
	await site.shot(page, 'paper-pack');
	assert.deepEqual(sql(site, "SELECT json_extract(data, '$.paper') FROM event WHERE act = 'paper' AND ticket = 0 ORDER BY id DESC LIMIT 2").flat(), ['lost', 'spoiled']);
	const faster = await boss.post(`/panggilan/kertas/pak/${id}`, { ...await boss.keys(`/panggilan/kertas/pak/${id}`), lembar: `${Number(all[0].slice(4, 10))}.open.lost` });
	assert.equal(faster.status, 409);
	assert.match(faster.body_text, /Rekan Anda lebih cepat/);
	for (const [viewport, theme, lang] of [['phone', 'dark', 'en'], ['desk', 'light', 'id']]) {
		const p = await site.sign_in('supervisor', { viewport, theme, lang });
		for (const path of ['/panggilan/kertas', `/panggilan/kertas/pak/${id}`, `/panggilan/kertas/${all[5]}`]) {
			await p.goto(site.url + path);
			await site.axe(p);
			assert.doesNotMatch(await p.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/, path);
			await site.shot(p, `paper-${path.split('/').pop().replace(/LBR.*/, 'entry')}-${viewport}`);
		}
		await p.context().close();
	}
});

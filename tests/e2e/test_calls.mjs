// test_calls.mjs: calls that are no incident: listed, counted, re-typed, called back; hang-ups.
import { test, assert, until } from './harness.mjs';
import { signed_in, sql, write_sql } from './client.mjs';

export const options = { mail: false };

const who = new Map();
async function as(site, login) {
	if (!who.has(login))
		who.set(login, await signed_in(site, login));
	return who.get(login);
}

// A call that was closed at the desk, as its form would be sent; its id.
async function call(site, type, fields = {}, login = 'petugas') {
	const me = await as(site, login), keys = await me.keys('/panggilan');
	const answer = await me.post('/panggilan', { ...keys, do: type, sure: '1', ...fields });
	assert.equal(answer.status, 200, `${type}: ${answer.status}`);
	return sql(site, `SELECT id FROM call WHERE token = '${keys.token}'`)[0]?.[0];
}

const list = async (site, query = '', login = 'penyelia') => (await (await as(site, login)).get(`/panggilan/daftar${query}`)).body_text;
const keys_of = text => Object.fromEntries(['csrf', 'token'].map(n => [n, text.match(new RegExp(`name="${n}" value="([^"]+)"`))[1]]));
const has = (text, id) => text.includes(`/panggilan/daftar/${id}"`);

test('the list is filtered by its address, and a number is found without standing in it', async ({ site }) => {
	const prank = await call(site, 'prank', { phone: '081299990001', detail: 'Tertawa lalu menutup' });
	const info = await call(site, 'information', { phone: '081299990002', detail: '=HYPERLINK("x")' }, 'petugas2');
	const flood = await call(site, 'send', { type: 'banjir', place: 'Jl. Kobra 1', phone: '081299990002' });
	const [[number]] = sql(site, `SELECT number FROM ticket WHERE id = (SELECT ticket FROM call WHERE id = ${flood})`);
	const all = await list(site);
	for (const id of [prank, info, flood])
		assert.ok(has(all, id));
	assert.ok(all.indexOf(`daftar/${flood}"`) < all.indexOf(`daftar/${prank}"`), 'newest first');
	assert.match(all, /0812 •••• 0001/);
	assert.doesNotMatch(all, /081299990001/);
	const pranks = await list(site, '?jenis=prank');
	assert.ok(has(pranks, prank) && !has(pranks, info));
	const none = await list(site, '?tanpa_tiket=1');
	assert.ok(has(none, info) && !has(none, flood));
	const [[other]] = sql(site, `SELECT taker FROM call WHERE id = ${info}`);
	const theirs = await list(site, `?petugas=${other}`);
	assert.ok(has(theirs, info) && !has(theirs, prank));
	assert.ok(!has(await list(site, '?saluran=radio'), prank) && has(await list(site, '?saluran=call'), prank));
	assert.ok(!has(await list(site, '?sampai=2020-01-01'), prank));
	assert.equal((await (await as(site, 'penyelia')).get('/panggilan/daftar?dari=kemarin')).status, 422);
	const me = await as(site, 'penyelia'), keys = await me.keys('/panggilan/daftar');
	const find = async cari => (await me.post('/panggilan/daftar/cari', { ...keys, cari })).headers.get('location');
	const phone = await find('0812-9999-0002');
	assert.match(phone, /nomor=[0-9a-f]{64}$/);
	const of_phone = (await me.get(phone)).body_text;
	assert.ok(has(of_phone, info) && has(of_phone, flood) && !has(of_phone, prank));
	assert.ok(has((await me.get(await find(number))).body_text, flood));
	const noted = (await me.get(await find('TERTAWA'))).body_text;
	assert.ok(has(noted, prank) && !has(noted, info));
});

test('pages go on by the last call, and nothing is shown twice', async ({ site }) => {
	const now = Date.now();
	write_sql(site, `INSERT INTO call (token, state, type, line, rang_at, closed_at) SELECT 'page' || value, 'closed', 'test', 'T-9', ${now} - value * 1000, 1 FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 120) SELECT value FROM n)`);
	const seen = [];
	for (let query = '?jalur=T-9', pages = 0; query && pages < 5; pages++) {
		const text = await list(site, query);
		seen.push(...[...text.matchAll(/\/panggilan\/daftar\/(\d+)"/g)].map(m => m[1]));
		query = text.match(/href="\/panggilan\/daftar(\?[^"]*sebelum[^"]*)"/)?.[1].replaceAll('&amp;', '&');
	}
	assert.equal(seen.length, 120);
	assert.equal(new Set(seen).size, 120);
});

test('what is counted is all of it, and shares are of that', async ({ site }) => {
	const text = await list(site);
	const sums = text.slice(text.indexOf('id="sum-h"'));
	const midnight = sql(site, "SELECT (strftime('%s', 'now', '+7 hours', 'start of day', '-7 hours')) * 1000")[0][0];
	const [[all]] = sql(site, `SELECT count(*) FROM call WHERE rang_at >= ${midnight}`);
	assert.match(sums, new RegExp(`<tfoot>.*?class="num">${all}<`, 's'));
	const [[tests]] = sql(site, `SELECT count(*) FROM call WHERE rang_at >= ${midnight} AND type = 'test'`);
	assert.match(sums, new RegExp(`Uji coba</th><td class="num">${tests} <span class="mut">${Math.round(100 * tests / all)}%`));
});

test('a taker sees a day and the own calls, an auditor nobody, an agency nothing', async ({ site }) => {
	const old = Date.now() - 3 * 86400e3;
	write_sql(site, `INSERT INTO call (token, state, type, note, taker, rang_at, closed_at) SELECT 'old-' || login, 'closed', 'prank', 'rahasia lama', id, ${old}, ${old} FROM account WHERE login IN ('petugas', 'petugas2')`);
	const id = token => sql(site, `SELECT id FROM call WHERE token = '${token}'`)[0][0];
	const [[me]] = sql(site, "SELECT id FROM account WHERE login = 'petugas'");
	const day = new Date(old + 7 * 3600e3).toISOString().slice(0, 10);
	assert.ok(has(await list(site, `?dari=${day}&sampai=${day}`), id('old-petugas2')));
	const mine = await list(site, `?dari=${day}&sampai=${day}`, 'petugas');
	assert.ok(!has(mine, id('old-petugas2')) && !has(mine, id('old-petugas')));
	assert.ok(has(await list(site, `?dari=${day}&sampai=${day}&petugas=${me}`, 'petugas'), id('old-petugas')));
	const taker = await as(site, 'petugas');
	assert.equal((await taker.get(`/panggilan/daftar/${id('old-petugas2')}`)).status, 404);
	assert.equal((await taker.get(`/panggilan/daftar/${id('old-petugas')}`)).status, 200);
	const watched = await list(site, '', 'auditor');
	assert.match(watched, /DRT-/);
	assert.doesNotMatch(watched, /••••|Tertawa|rahasia lama|Jl\. Kobra/);
	assert.equal((await (await as(site, 'damkar')).get('/panggilan/daftar')).status, 403);
});

test('the file has no formula and no whole number, and is on record', async ({ site }) => {
	for (const login of ['penyelia', 'auditor']) {
		const me = await as(site, login), keys = await me.keys('/panggilan/daftar');
		const answer = await me.post('/panggilan/daftar/unduh', { ...keys, jenis: 'information' });
		assert.match(answer.headers.get('content-disposition'), /panggilan-\d{8}-\d{6}\.csv/);
		assert.doesNotMatch(answer.body_text, /081299990002/);
		if (login === 'penyelia')
			assert.match(answer.body_text, /"0812 •••• 0002","'=HYPERLINK/);
		else
			assert.doesNotMatch(answer.body_text, /0812|HYPERLINK/);
	}
	assert.equal(sql(site, "SELECT count(*) FROM event WHERE act = 'export' AND data LIKE '%\"what\":\"calls\"%jenis=information%'")[0][0], '2');
});

test('only a supervisor re-types, with a reason, and the slower one is told', async ({ site }) => {
	const id = await call(site, 'prank', { phone: '081299990003' });
	const path = `/panggilan/daftar/${id}`, me = await as(site, 'penyelia'), keys = await me.keys(path);
	const versi = sql(site, `SELECT version FROM call WHERE id = ${id}`)[0][0];
	const taker = await as(site, 'petugas'), theirs = await taker.keys(path);
	assert.equal((await taker.post(`${path}/jenis`, { ...theirs, jenis: 'ghost', alasan: 'salah pilih', versi })).status, 403);
	assert.equal((await me.post(`${path}/jenis`, { ...keys, jenis: 'ghost', alasan: '', versi })).status, 422);
	const done = await me.post(`${path}/jenis`, { ...keys, jenis: 'ghost', alasan: 'tidak ada suara', versi });
	assert.equal(done.status, 303);
	const other = await me.keys(path);
	const slow = await me.post(`${path}/jenis`, { ...other, jenis: 'test', alasan: 'uji jalur pagi', versi });
	assert.equal(slow.status, 409);
	assert.match(slow.body_text, /lebih dulu: Jenis panggilan diubah/);
	assert.match(slow.body_text, /uji jalur pagi/);
	const twice = await me.post(`${path}/jenis`, { ...keys, jenis: 'ghost', alasan: 'tidak ada suara', versi });
	assert.equal(twice.status, 303, 'the same form once more');
	assert.deepEqual(sql(site, `SELECT data, note FROM event WHERE act = 'retype' AND object = ${id}`), [['{"from":"prank","to":"ghost"}', 'tidak ada suara']]);
	assert.match((await me.get(path)).body_text, /Iseng menjadi Panggilan senyap/);
});

test('a call with an open ticket cannot be junk, junk becomes an incident by its form', async ({ site }) => {
	const me = await as(site, 'penyelia');
	const flood = await call(site, 'send', { type: 'banjir', place: 'Jl. Kobra 9' });
	const retype = async (id, jenis) => me.post(`/panggilan/daftar/${id}/jenis`, { ...await me.keys(`/panggilan/daftar/${id}`),
		versi: sql(site, `SELECT version FROM call WHERE id = ${id}`)[0][0], jenis, alasan: 'didengar ulang' });
	const no = await retype(flood, 'prank');
	assert.equal(no.status, 409);
	assert.match(no.body_text, /Tiket DRT-\S+ masih terbuka\. Batalkan/);
	const id = await call(site, 'prank', { phone: '081299990004', detail: 'Anak kecil bilang api' });
	const [[rang]] = sql(site, `SELECT rang_at FROM call WHERE id = ${id}`);
	const to = (await retype(id, 'emergency')).headers.get('location');
	assert.match(to, /^\/panggilan\/draf\/\d+$/);
	assert.equal(sql(site, `SELECT type FROM call WHERE id = ${id}`)[0][0], 'prank', 'until it is sent');
	const form = (await me.get(to)).body_text;
	assert.match(form, /name="phone" value="081299990004"/);
	assert.match(form, /Anak kecil bilang api/);
	const sent = await me.post('/panggilan', { ...keys_of(form), type: 'rumah terbakar', place: 'Jl. Kobra 10', phone: '081299990004', do: 'send' });
	assert.equal(sent.status, 200, sent.body_text.match(/err-msg.*?<\/p>/)?.[0]);
	assert.deepEqual(sql(site, `SELECT type, rang_at, ticket <> 0, state FROM call WHERE id = ${id}`), [['emergency', rang, '1', 'closed']]);
	assert.equal(sql(site, `SELECT data FROM event WHERE act = 'retype' AND object = ${id}`)[0][0], '{"from":"prank","to":"emergency"}');
	const never = await call(site, 'prank', { phone: '081299990005' });
	const back = (await retype(never, 'emergency')).headers.get('location');
	await me.post('/panggilan', { ...keys_of((await me.get(back)).body_text), do: 'prank', sure: '1' });
	assert.deepEqual(sql(site, `SELECT type FROM call WHERE id = ${never}`), [['prank']]);
	assert.equal(sql(site, 'SELECT count(*) FROM call_fix')[0][0], '0');
});

test('the queue: heard by a second screen, taken by one, gone on with at the desk', async ({ site }) => {
	const page = await site.sign_in('pengarah');
	await page.goto(`${site.url}/panggilan`);
	await page.waitForSelector('.live:not([hidden])');
	await call(site, 'dropped', { phone: '081277450391' });
	await page.locator('#recall b').waitFor();
	assert.equal(await page.locator('#recall b').innerText(), '1');
	await page.goto(`${site.url}/panggilan/balik`);
	await site.axe(page);
	assert.match(await page.locator('#antrean').innerText(), /0812 •••• 0391/);
	const taker = await as(site, 'petugas'), keys = await taker.keys('/panggilan/balik');
	const [[row]] = sql(site, 'SELECT id FROM recall WHERE open = 1');
	await taker.post(`/panggilan/balik/${row}`, { ...keys, do: 'take' });
	await until('the other screen says who', async () => /sedang menelepon/.test(await page.locator('#antrean').innerText()));
	assert.equal((await taker.post(`/panggilan/balik/${row}`, { ...await taker.keys('/panggilan/balik'), do: 'release' })).status, 303);
	await page.locator(`#take-${row}`).waitFor();
	await page.keyboard.press('a');
	await page.locator(`#a1-${row}`).waitFor();
	assert.match(await page.locator('#antrean').innerText(), /081277450391/);
	const slow = await taker.post(`/panggilan/balik/${row}`, { ...await taker.keys('/panggilan/balik'), do: 'take' });
	assert.equal(slow.status, 409);
	assert.match(slow.body_text, /lebih dulu mengambilnya/);
	await site.axe(page);
	await page.keyboard.press('1');
	await page.waitForURL(/\/panggilan\/draf\/\d+$/);
	assert.equal(await page.inputValue('#f-phone'), '081277450391');
	await page.keyboard.press('Alt+KeyI');
	await page.locator('.callnote').waitFor();
	assert.deepEqual(sql(site, "SELECT type, state FROM call WHERE id = (SELECT max(call) FROM recall)"), [['information', 'closed']]);
});

test('a silent call: its steps are noted, and without them it is asked once', async ({ site }) => {
	const page = await site.sign_in('petugas');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#silent-open:not([hidden])').waitFor();
	await page.keyboard.press('Alt+KeyS');
	await page.locator('#silent[open]').waitFor();
	await site.axe(page);
	assert.match(await page.locator('#silent-close').innerText(), /tanpa langkah/);
	for (const key of ['1', '2', '3'])
		await page.keyboard.press(key);
	await until('all is done', async () => !/tanpa langkah/.test(await page.locator('#silent-close').innerText()));
	await page.keyboard.press('Enter');
	await page.locator('.callnote').waitFor();
	const [[id, note]] = sql(site, "SELECT id, note FROM call WHERE type = 'ghost' AND note <> '' ORDER BY id DESC LIMIT 1");
	assert.match(note, /^Senyap: menunggu \d\d\.\d\d, minta ketuk \d\d\.\d\d, telepon balik/);
	assert.match(sql(site, `SELECT data FROM event WHERE act = 'silent' AND object = ${id}`)[0][0], /^wait=\d+,tap=\d+,back=\d+$/);
	const me = await as(site, 'petugas2'), keys = await me.keys('/panggilan');
	const asked = await me.post('/panggilan', { ...keys, do: 'ghost' });
	assert.equal(asked.status, 422);
	assert.match(asked.body_text, /Tekan Diam sekali lagi/);
	assert.match(asked.body_text, /name="sure" value="1"/);
	assert.equal((await me.post('/panggilan', { ...keys, do: 'ghost', sure: '1' })).status, 200);
});

test('a bad history asks for a call back, and one key says no; both are on record', async ({ site }) => {
	for (let i = 0; i < 2; i++)
		await call(site, 'prank', { phone: '081299990007' });
	const me = await as(site, 'petugas'), fire = { type: 'banjir', place: 'Jl. Iseng 7', phone: '081299990007', do: 'send' };
	const asked = await me.post('/panggilan', { ...await me.keys('/panggilan'), ...fire });
	assert.equal(asked.status, 422);
	assert.match(asked.body_text, /Riwayat iseng: 2 panggilan/);
	const page = await site.sign_in('petugas');
	await page.goto(`${site.url}/panggilan`);
	await page.fill('#f-phone', '081299990007');
	await page.fill('#f-place', 'Jl. Iseng 7');
	await page.locator('#f-skip').waitFor();
	await page.keyboard.press('Alt+KeyX');
	assert.ok(await page.isChecked('#f-skip'));
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.equal(sql(site, "SELECT count(*) FROM event WHERE act = 'override' AND life = 'call'")[0][0] > 0, true);
	await call(site, 'prank', { phone: '081299990008' });
	await call(site, 'prank', { phone: '081299990008' });
	await me.post('/panggilan', { ...await me.keys('/panggilan'), ...fire, phone: '081299990008', back: '1' });
	assert.equal(sql(site, "SELECT count(*) FROM event WHERE act = 'call_back' AND data = 'nuisance'")[0][0], '1');
});

test('hang-ups in a burst are shown to desk and wall until a supervisor explains them', async ({ site }) => {
	const page = await site.sign_in('penyelia');
	await page.goto(`${site.url}/panggilan`);
	await page.waitForSelector('.live:not([hidden])');
	for (let i = 0; i < 7; i++)
		await call(site, 'dropped');
	await page.locator('#strip .burst').waitFor();
	assert.match(await page.locator('#strip').innerText(), /panggilan putus dalam 2 menit/);
	await site.axe(page);
	const wall = (await (await as(site, 'walikota')).get('/komando')).body_text;
	assert.match(wall, /panggilan putus dalam 2 menit/);
	const [[id]] = sql(site, 'SELECT id FROM burst WHERE open = 1');
	const taker = await as(site, 'petugas');
	assert.equal((await taker.post(`/panggilan/lonjakan/${id}`, { ...await taker.keys('/panggilan'), catatan: 'x' })).status, 403);
	await page.goto(`${site.url}/panggilan/balik`);
	await page.fill(`#catatan-${id}`, 'Kabel telepon putus di Pasar Lama');
	await page.keyboard.press('Enter');
	await page.locator('.ban.gr').waitFor();
	assert.doesNotMatch((await taker.get('/panggilan/keadaan')).body_text, /class="ban/);
	const over = await (await as(site, 'penyelia')).post(`/panggilan/lonjakan/${id}`, { ...await (await as(site, 'penyelia')).keys('/panggilan/balik'), catatan: 'lagi' });
	assert.equal(over.status, 409);
	assert.match(over.body_text, /sudah ditutup: Kabel telepon/);
});

test('every screen is readable everywhere, and prints', async ({ site }) => {
	for (const viewport of ['phone', 'desk']) {
		const page = await site.sign_in('penyelia', { viewport, theme: viewport === 'desk' ? 'dark' : 'light', lang: viewport === 'desk' ? 'en' : 'id' });
		const [[id]] = sql(site, 'SELECT max(id) FROM call');
		for (const path of ['/panggilan/daftar', `/panggilan/daftar/${id}`, '/panggilan/balik']) {
			await page.goto(site.url + path);
			await site.axe(page);
		}
	}
	const page = await site.sign_in('penyelia', { js: false });
	await page.goto(`${site.url}/panggilan/daftar`);
	await page.emulateMedia({ media: 'print' });
	assert.ok(await page.locator('table.wl').isVisible());
	assert.ok(!await page.locator('form.tool').first().isVisible());
});

// test_unit.mjs: the board of units, one unit, and which one is proposed.
import { signed_in, sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

export const options = { mail: false, seed: [['init', '--demo-city'], ['migrate'], ['demo', '--days', '1']] };

// A new one of the fire brigade's: the others may all be at work.
let made = 0;
async function fresh(site) {
	const head = await signed_in(site, 'damkar.kepala'), kode = `Q${++made}`;
	const sent = await head.post('/unit/baru', { ...await head.keys('/unit/baru'), kode, nama: 'Cadangan', pangkalan: 'Pos Uji', titik: '-0.9471, 100.4172' });
	assert.equal(sent.status, 303, kode);
	return [sql(site, `SELECT id FROM unit WHERE code = '${kode}'`)[0][0], kode];
}
const text = html => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('the board: own agency, at work first, and what people say of readiness', async ({ site }) => {
	const agency = await signed_in(site, 'damkar'), desk = await signed_in(site, 'call_taker');
	const own = (await agency.get('/unit')).body_text, all = (await desk.get('/unit')).body_text;
	assert.match(own, /Unit Damkar/);
	assert.doesNotMatch(own, /id="u[0-9]+"[^]*PSC 119/, 'no ambulance');
	assert.match(all, /PSC 119/);
	const groups = [...own.matchAll(/<tr id="u\d+">[^]*?<\/tr>/g)].map(([row]) =>
		/Tidak siap/.test(row) && !/class="num" href|<span class="num">DRT/.test(row) ? 2 : /DRT-|ADU-/.test(row) ? 0 : 1);
	assert.deepEqual(groups, [...groups].sort(), 'at work, ready, out of service');
	const [unit, code] = await fresh(site), keys = await agency.keys(`/unit/${unit}`);
	const bad = await agency.post(`/unit/${unit}/siap`, { ...keys, alasan: '', catatan: 'Roda depan' });
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /value="Roda depan"/, 'nothing typed is lost');
	assert.equal((await agency.post(`/unit/${unit}/siap`, { ...keys, alasan: 'broken', catatan: 'Roda depan' })).status, 303);
	assert.match(text((await desk.get('/unit?tampil=tidak')).body_text), new RegExp(`\\b${code} [^]*Rusak[^]*Roda depan`));
	assert.equal((await agency.post(`/unit/${unit}/siap`, { ...keys, do: 'siap' })).status, 303);
	assert.deepEqual(sql(site, `SELECT data FROM event WHERE act = 'unit' AND object = ${unit} ORDER BY id DESC LIMIT 2`).map(([d]) => d),
		['{"unit":"ready"}', '{"unit":"out_broken"}']);
	const other = await signed_in(site, 'pupr');
	assert.equal((await other.get(`/unit/${unit}`)).status, 404);
	assert.equal((await other.post(`/unit/${unit}/siap`, { csrf: other.csrf, do: 'siap' })).status, 404);
	assert.equal((await agency.get('/unit/daftar')).status, 403);
});

test('a head keeps a unit: data, crew, equipment, out of use', async ({ site }) => {
	const head = await signed_in(site, 'damkar.kepala');
	const keys = await head.keys('/unit/baru');
	const bad = await head.post('/unit/baru', { ...keys, kode: 'A9', nama: '', titik: 'di sana' });
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /value="A9"/);
	const made = await head.post('/unit/baru', { ...keys, kode: 'A9', nama: 'Pompa 9', jenis: 'Mobil pemadam', awak: '4', pangkalan: 'Pos Baru', titik: '-0.9471, 100.4172' });
	assert.equal(made.status, 303);
	const path = made.headers.get('location').replace(/\?.*/, '');
	assert.equal((await head.post('/unit/baru', { ...keys, kode: 'A9', nama: 'Dua' })).status, 409);
	assert.equal((await head.post(`${path}/awak`, { ...keys, nama: 'Andi Magang' })).status, 303);
	assert.equal((await head.post(`${path}/alat`, { ...keys, alat: 'Tabung SCBA', jumlah: '4', berlaku: '2020-01-31' })).status, 303);
	const page = text((await head.get(path)).body_text);
	assert.match(page, /Andi Magang/);
	assert.match(page, /4 × Tabung SCBA[^]*Lewat sejak 31 Januari 2020/);
	assert.match(text((await head.get('/unit')).body_text), /A9 Pompa 9[^]*1 alat kedaluwarsa[^]*Andi Magang/);
	const crew = sql(site, "SELECT id FROM crew WHERE name = 'Andi Magang'")[0][0];
	assert.equal((await head.post(`${path}/awak`, { ...keys, turun: crew })).status, 303);
	const version = (await head.get(`${path}/ubah`)).body_text.match(/name="versi" value="(\d+)"/)[1];
	assert.equal((await head.post(`${path}/ubah`, { ...keys, kode: 'A9', nama: 'Pompa sembilan', versi: version })).status, 303);
	assert.equal((await head.post(`${path}/ubah`, { ...keys, kode: 'A9', nama: 'Terlambat', versi: version })).status, 409);
	assert.equal((await head.post(`${path}/ubah`, { ...keys, do: 'pensiun', kode: 'A9', nama: 'x' })).status, 303);
	assert.doesNotMatch((await head.get('/unit')).body_text, /A9/);
	assert.match((await head.get('/unit/daftar')).body_text, /A9[^]*Tidak dipakai sejak/);
});

test('where units are chosen the nearest that is ready comes first, with a rough figure', async ({ site }) => {
	const agency = await signed_in(site, 'damkar');
	const found = sql(site, `SELECT t.number, a.id FROM assignment a JOIN ticket t ON t.id = a.ticket JOIN agency g ON g.id = a.agency
		WHERE g.code = 'DAMKAR' AND a.open = 1 AND t.lat <> 0 AND a.state IN ('sent', 'seen', 'accepted', 'unit_sent', 'on_scene') ORDER BY t.id DESC LIMIT 1`)[0];
	assert.ok(found, 'the demo has an open task of the fire brigade');
	const [broken] = await fresh(site);
	await fresh(site);		// and one that is ready
	assert.equal((await agency.post(`/unit/${broken}/siap`, { ...await agency.keys(`/unit/${broken}`), alasan: 'broken', sampai: '2099-01-01T08:00' })).status, 303);
	const page = (await agency.get(`/tiket/${found[0]}/langkah/send_unit?objek=a${found[1]}`)).body_text;
	const subs = [...page.matchAll(/name="unit"[^]*?<small>([^<]*)<\/small>/g)].map(([, s]) => s);
	assert.ok(subs.length > 3, page.slice(0, 200));
	const ready = subs.filter(s => !/^Tidak siap|^[A-Z][^·]*, (DRT|ADU)-/.test(s)), rest = subs.slice(ready.length);
	const metres = s => { const m = s.match(/^([\d.,]+) (km|m),/); return m[2] === 'km' ? parseFloat(m[1].replace(',', '.')) * 1000 : parseFloat(m[1]); };
	assert.deepEqual(ready.map(metres), ready.map(metres).sort((a, b) => a - b));
	assert.match(ready[0], /kira-kira \d+ mnt \(perkiraan\)/);
	assert.ok(rest.every(s => /^Tidak siap|, (DRT|ADU)-/.test(s)), 'those not ready stand behind, with why');
	assert.match(rest.join(), /Tidak siap: Rusak, perkiraan sampai/);
});

test('the board hears of a change and leaves the row somebody is on', async ({ site }) => {
	const agency = await signed_in(site, 'damkar'), page = await site.sign_in('damkar.kepala');
	const [unit] = await fresh(site);
	await page.goto(`${site.url}/unit`);
	await site.axe(page);
	await site.shot(page, 'unit');
	await page.locator(`#u${unit} th a`).focus();
	const keys = await agency.keys(`/unit/${unit}`);
	assert.equal((await agency.post(`/unit/${unit}/siap`, { ...keys, alasan: 'rest' })).status, 303);
	await until('the board says so', () => page.locator(`#u${unit}`).innerText().then(t => /Istirahat/.test(t)));
	assert.equal(await page.evaluate(() => document.activeElement.closest('tr')?.id), `u${unit}`, 'the focus stays');
	await page.locator('h1').click();
	await page.evaluate(() => document.activeElement.blur());
	await page.context().close();
	for (const [login, viewport, theme, lang] of [['damkar.kepala', 'phone', 'dark', 'en'], ['pengarah', 'small', 'light', 'id']]) {
		const p = await site.sign_in(login, { viewport, theme, lang });
		for (const path of ['/unit', '/unit?tampil=tidak', `/unit/${unit}`, ...(login === 'pengarah' ? [] : ['/unit/baru', '/unit/daftar', `/unit/${unit}/ubah`])]) {
			await p.goto(site.url + path);
			await site.axe(p);
			assert.doesNotMatch(await p.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/, path);
			assert.ok(await p.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
			await site.shot(p, `unit-${viewport}-${path.replace(/\W+/g, '-')}`);
		}
		await p.context().close();
	}
	const plain = await site.sign_in('damkar', { js: false });
	await plain.goto(`${site.url}/unit`);
	assert.ok(await plain.locator('#papan tbody tr').count() > 3);
});

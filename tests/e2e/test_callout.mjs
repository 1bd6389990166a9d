// test_callout.mjs: volunteers: kept, called out by mail, and who is really coming.
import { client, incident, signed_in, sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

const text = html => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const area = site => sql(site, 'SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1')[0][0];

// Added, vetted for a year, with first aid.
async function volunteer(site, me, n, email) {
	const keys = await me.keys('/relawan/baru');
	const made = await me.post('/relawan/baru', { ...keys, nama: `Siti Rahma ${n}`, telepon: `08123450000${n}`, surel: email, area: area(site), keahlian: 'first_aid', setuju: '1' });
	assert.equal(made.status, 303, made.body_text);
	const path = made.headers.get('location').replace(/\?.*/, '');
	assert.equal((await me.post(`${path}/periksa`, { ...keys, sampai: '2099-12-31', catatan: 'KTP' })).status, 303);
	return path;
}

test('a volunteer is kept with consent, masked, opened on the record, and erased', async ({ site }) => {
	const me = await signed_in(site, 'supervisor'), keys = await me.keys('/relawan/baru');
	const bad = await me.post('/relawan/baru', { ...keys, nama: 'Budi Kelana', telepon: '081299990001', area: area(site) });
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /value="Budi Kelana"/, 'nothing typed is lost');
	assert.match(text(bad.body_text), /Tanpa persetujuan/);
	const path = await volunteer(site, me, 9, '');
	assert.equal((await me.post('/relawan/baru', { ...keys, nama: 'Lain', telepon: '081234500009', area: area(site), setuju: '1' })).status, 409, 'the number is listed');
	const list = (await me.get('/relawan')).body_text;
	assert.match(list, /Siti Rahma 9/);
	assert.doesNotMatch(list, /081234500009/);
	assert.equal((await me.post(`${path}/nomor`, { ...keys, alasan: '' })).status, 422);
	const opened = await me.post(`${path}/nomor`, { ...keys, alasan: 'Menanyakan kesiapan' });
	assert.match(opened.body_text, /081234500009/);
	assert.equal(sql(site, "SELECT COUNT(*) FROM event WHERE act = 'open_volunteer' AND note = 'Menanyakan kesiapan'")[0][0], '1');
	const admin = await signed_in(site, 'admin');
	assert.doesNotMatch((await admin.get(path)).body_text, /Siti Rahma/);
	assert.equal((await admin.post(`${path}/nomor`, { ...await admin.keys('/relawan'), alasan: 'x' })).status, 403);
	assert.equal((await (await signed_in(site, 'damkar.kepala')).get(path)).status, 404, "the city's are not an agency's");
	assert.equal((await (await signed_in(site, 'dispatcher')).get('/relawan')).status, 403);
	assert.equal((await me.post(`${path}/cabut`, { ...keys, yakin: '1' })).status, 303);
	assert.equal((await me.get(path)).status, 404);
	assert.equal(sql(site, 'SELECT COUNT(*) FROM volunteer WHERE sealed IS NOT NULL')[0][0], '0');
});

test('called out by mail, they answer by their link, and the ticket shows who is there', async ({ site }) => {
	const head = await signed_in(site, 'supervisor'), me = await signed_in(site, 'dispatcher');
	for (const n of [1, 2])
		await volunteer(site, head, n, `relawan${n}@contoh.example`);
	const number = await incident(site);
	const found = await me.get(`/tiket/${number}/relawan?keahlian=first_aid&radius=100`);
	assert.match(found.body_text, /Siti Rahma 1/);
	const ids = [...found.body_text.matchAll(/name="relawan"[^>]*value="(\d+)" checked/g)].map(([, id]) => id);
	assert.equal(ids.length, 2);
	const keys = await me.keys(`/tiket/${number}/relawan?keahlian=first_aid&radius=100`);
	const nobody = await me.post(`/tiket/${number}/relawan`, { ...keys, keahlian: 'first_aid', radius: '100', pesan: 'Bawa senter' });
	assert.equal(nobody.status, 422);
	assert.match(nobody.body_text, /Bawa senter<\/textarea>/);
	const fields = new URLSearchParams({ ...keys, keahlian: 'first_aid', radius: '100', pesan: 'Bawa senter' });
	ids.forEach(id => fields.append('relawan', id));
	assert.equal((await me.ask('POST', `/tiket/${number}/relawan`, { body: fields.toString() })).status, 303);
	assert.equal(sql(site, "SELECT COUNT(*) FROM callee WHERE answer = ''")[0][0], '2');
	const letter = await site.mail(m => m.to.includes('relawan1@contoh.example'));
	const link = letter.text.match(/\/relawan\/jawab\/[A-Z0-9-]+/)?.[0];
	assert.ok(link, letter.text);
	const who = client(site), page = await who.get(link);
	assert.equal(page.status, 200);
	assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
	assert.match(page.body_text, /Bawa senter/);
	assert.doesNotMatch(page.body_text, new RegExp(`${number}|Siti`));
	const one = await who.get('/relawan/jawab/AAAA-BBBB-CCCC'), two = await who.get('/relawan/jawab/x');
	assert.deepEqual([one.status, two.status], [404, 404]);
	const say = async (jawab, more = {}) => who.post(link, { ...await who.keys(link), jawab, ...more });
	assert.equal((await say('yes', { jam: 'nanti' })).status, 422);
	assert.equal((await say('yes', { jam: '23.59' })).status, 303);
	assert.match(text((await who.get(link)).body_text), /Anda menjawab ya, tiba pukul 23.59/);
	assert.equal((await say('arrived')).status, 303);
	assert.equal((await say('no')).status, 409);
	const board = text((await me.get(`/tiket/${number}/relawan`)).body_text);
	assert.match(board, /Diminta 2 Ya 1 Tidak 0 Belum menjawab 1 Tiba 1 Masih di lokasi 1/);
	assert.match(text((await me.get(`/tiket/${number}`)).body_text), /Diminta 2 Ya 1/);
	const taker = text((await (await signed_in(site, 'call_taker')).get(`/tiket/${number}/relawan`)).body_text);
	assert.doesNotMatch(taker, /Siti|Panggil sekarang/, 'others see how many, not who');
	const callout = sql(site, 'SELECT MAX(id) FROM callout')[0][0];
	assert.equal((await me.post(`/tiket/${number}/relawan`, { ...keys, akhiri: callout })).status, 303);
	await site.mail(m => m.to.includes('relawan1@contoh.example') && m.text.includes('berakhir'));
	assert.equal((await say('left')).status, 303);
	assert.match(text((await who.get(link)).body_text), /Anda sudah pulang/);
	assert.match(text((await me.get(`/tiket/${number}/relawan`)).body_text), /Masih di lokasi 0/);
});

test('the pages are whole on a phone and on a desk, and answers are seen at once', async ({ site }) => {
	const number = sql(site, 'SELECT t.number FROM callout c JOIN ticket t ON t.id = c.ticket ORDER BY c.id DESC LIMIT 1')[0][0];
	const id = sql(site, 'SELECT MAX(id) FROM volunteer WHERE sealed IS NOT NULL')[0][0];
	for (const [viewport, theme, lang] of [['phone', 'dark', 'en'], ['desk', 'light', 'id']]) {
		const p = await site.sign_in('supervisor', { viewport, theme, lang });
		for (const path of ['/relawan', '/relawan/baru', `/relawan/${id}`, `/tiket/${number}/relawan?keahlian=first_aid&radius=100`]) {
			await p.goto(site.url + path);
			await site.axe(p);
			assert.doesNotMatch(await p.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/, path);
			assert.ok(await p.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} scrolls sideways`);
			await site.shot(p, `callout-${viewport}-${path.replace(/\W+/g, '-').replace(/DRT.*?-relawan/, 'x')}`);
		}
		await p.context().close();
	}
	const link = (await site.mail(m => m.to.includes('relawan2@contoh.example') && m.text.includes('/relawan/jawab/'))).text.match(/\/relawan\/jawab\/[A-Z0-9-]+/)[0];
	const p = await site.page({ viewport: 'phone' });
	await p.goto(site.url + link);
	await site.axe(p);
	await site.shot(p, 'callout-answer');
	assert.match(await p.locator('main').innerText(), /Panggilan ini sudah berakhir/);
	await p.context().close();
	await until('no message waits', () => sql(site, "SELECT 1 FROM outbox WHERE state = 'waiting' AND kind LIKE 'callout%'").length === 0);
});

// test_duty.mjs: who is on duty: planned by a click, swapped, handed over; others' screens are quiet.
import { test, assert, until } from './harness.mjs';
import { client, incident, signed_in, sql } from './client.mjs';

export const options = { mail: false };

const one = (site, text) => sql(site, text)[0]?.[0];
const account = (site, login) => one(site, `SELECT id FROM account WHERE login = '${login}'`);

// The start of a shift that is still to come, out of the page's own buttons.
async function shifts(me, query = '') {
	const { body_text: page } = await me.get(`/piket${query}`);
	return [...page.matchAll(/name="mulai" value="(\d+)"/g)].map(m => m[1]);
}

const week = days => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

test('a planner puts people on by a click, and the roster is theirs alone to change', async ({ site }) => {
	const head = await site.sign_in('damkar.kepala');
	await head.goto(`${site.url}/piket?minggu=${week(7)}`);
	await head.selectOption('#orang', { label: 'Dedi Hartono, Operator OPD' });
	await head.locator('button[name=mulai]').first().click();
	await head.getByText('Petugas dijadwalkan.').waitFor();
	assert.equal(await head.locator('#orang option:checked').innerText(), 'Dedi Hartono, Operator OPD', 'the next is one click');
	assert.equal(await head.locator('.du').count(), 1);
	await site.axe(head);
	await head.getByRole('button', { name: /^Lepas Dedi Hartono/ }).click();
	await head.getByText('Petugas dilepas dari sif.').waitFor();
	assert.equal(await head.locator('.du').count(), 0);
	const damkar = await signed_in(site, 'damkar'), pupr = await signed_in(site, 'pupr.kepala');
	assert.deepEqual(await shifts(damkar), [], 'an operator plans nothing');
	const agency = one(site, "SELECT agency FROM account WHERE login = 'damkar'");
	const keys = await pupr.keys('/piket'), [start] = await shifts(pupr, `?minggu=${week(7)}`);
	await pupr.post('/piket/isi', { ...keys, opd: agency, orang: account(site, 'damkar'), mulai: start });
	assert.equal(one(site, 'SELECT count(*) FROM duty WHERE ended_at = 0'), '0', 'nor does another agency');
});

test('a pattern with a mistake comes back with every word', async ({ site }) => {
	const me = await signed_in(site, 'damkar.kepala'), keys = await me.keys('/piket/pola');
	const send = pola => me.post('/piket/pola', { ...keys, orang: account(site, 'damkar2'), pola, dari: week(14), hari: '6' });
	const bad = await send('1 2 x');
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /value="1 2 x"/);
	assert.match(bad.body_text, /Tulis nomor sif/);
	assert.match(bad.body_text, /<option value="\d+" selected>Yulia Fitri/);
	assert.equal((await send('1 1 -')).status, 303);
	assert.equal(one(site, `SELECT count(*) FROM duty WHERE account = ${account(site, 'damkar2')} AND ended_at = 0`), '4');
});

test('a shift is swapped; the slower of two reads who was faster', async ({ site }) => {
	const head = await signed_in(site, 'damkar.kepala'), giver = await signed_in(site, 'damkar');
	const [start] = await shifts(head, `?minggu=${week(35)}`);
	await head.post('/piket/isi', { ...await head.keys('/piket'), orang: account(site, 'damkar'), mulai: start });
	const duty = one(site, `SELECT id FROM duty WHERE start = ${start} AND ended_at = 0`);
	await giver.post(`/piket/tukar/${duty}`, { ...await giver.keys(`/piket/tukar/${duty}`), kepada: '', catatan: 'Anak sakit' });
	const swap = one(site, 'SELECT max(id) FROM swap');
	const takes = async login => {
		const me = await signed_in(site, login);
		return me.post(`/piket/jawab/${swap}`, { ...await me.keys('/piket'), jawab: 'ambil' });
	};
	const [first, second] = await Promise.all([takes('damkar2'), takes('damkar.a1')]);
	assert.deepEqual([first.status, second.status].sort(), [303, 409]);
	const faster = first.status === 303 ? 'Yulia Fitri' : 'Yusrizal', late = first.status === 409 ? first : second;
	assert.match(late.body_text, new RegExp(`${faster} lebih dahulu`));
	await head.post(`/piket/jawab/${swap}`, { ...await head.keys('/piket'), jawab: 'setuju' });
	assert.equal(one(site, `SELECT p.name FROM duty d JOIN account p ON p.id = d.account WHERE d.start = ${start} AND d.ended_at = 0`), faster);
	assert.match((await giver.get(`/piket?minggu=${week(35)}`)).body_text, new RegExp(faster));
});

test('whoever is not on duty has a quiet list, and everybody is where no roster says', async ({ site }) => {
	await incident(site);
	const on = await signed_in(site, 'damkar'), off = await signed_in(site, 'damkar2'), head = await signed_in(site, 'damkar.kepala');
	const sound = async me => (await me.get('/tugas')).body_text.match(/data-sound="(\d*)"/)?.[1];
	assert.equal(await sound(off), '15', 'no roster: everybody');
	const [now] = await shifts(head);
	await head.post('/piket/isi', { ...await head.keys('/piket'), orang: account(site, 'damkar'), mulai: now });
	assert.equal(await sound(on), '15');
	assert.ok(!await sound(off), 'others are on duty');
	assert.match((await off.get('/tugas')).body_text, /Anda tidak sedang piket/);
});

test('a note is kept while it is written, handed over and read, with a receipt', async ({ site }) => {
	const page = await site.sign_in('dinkes');
	await page.goto(`${site.url}/piket/serah`);
	await page.fill('[name=catatan]', 'Ambulans M3 servis <besok>');
	await until('the draft is kept', () => one(site, 'SELECT words FROM handover') === 'Ambulans M3 servis <besok>');
	await page.getByText('Draf tersimpan').waitFor();
	await page.reload();
	assert.equal(await page.inputValue('[name=catatan]'), 'Ambulans M3 servis <besok>');
	await page.getByRole('button', { name: 'Serahkan' }).click();
	await page.getByText('Catatan Anda sudah diserahkan.').waitFor();
	await site.axe(page);
	const id = one(site, 'SELECT id FROM handover'), next = await signed_in(site, 'dinkes.m1'), other = await signed_in(site, 'pupr');
	assert.equal((await other.get(`/piket/serah/${id}`)).status, 404);
	await next.post(`/piket/serah/${id}`, await next.keys(`/piket/serah/${id}`));
	const { body_text: note } = await next.get(`/piket/serah/${id}`);
	assert.match(note, /Ambulans M3 servis &lt;besok&gt;/);
	assert.match(note, /Dibaca oleh.*Rudi Hermawan/s);
});

test('a screen that is open is seen, once in minutes; a calendar has the own shifts', async ({ site }) => {
	const page = await site.sign_in('satpolpp');
	await page.goto(`${site.url}/tugas`);
	const id = account(site, 'satpolpp'), seen = () => one(site, `SELECT at FROM seen WHERE account = ${id}`);
	await until('it is seen', seen);
	const at = seen(), me = await signed_in(site, 'satpolpp');
	assert.equal((await me.post('/piket/hadir', { csrf: me.csrf })).status, 204);
	assert.equal(seen(), at, 'and is not written again');
	assert.equal((await client(site).post('/piket/hadir')).status, 303, 'a visitor is nobody');
	const cal = await (await signed_in(site, 'damkar')).get('/piket/saya.ics');
	assert.match(cal.headers.get('content-type'), /^text\/calendar/);
	assert.match(cal.body_text, /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT\r\n[^]*DTSTART:\d{8}T\d{6}Z\r\n/);
});

// test_list.mjs: the worklist asked without a browser: filters, marks, each row's next step, keys, sheet, file.
import { test, assert } from './harness.mjs';
import { incident, report, signed_in, sql, write_sql } from './client.mjs';

let people, count = 0;
const as = async (site, login) => ((people ??= {})[login] ??= await signed_in(site, login));

const row_of = (text, number) => text.match(new RegExp(`<tr id="r(\\d+)"(?:(?!</tr>).)*?/tiket/${number}".*?</tr>`, 's')) ?? ['', ''];
const list = async (me, query = '') => (await me.get(`/tugas${query}`)).body_text;
const chip = (text, name) => text.match(new RegExp(`>${name} <b>([^<]*)</b>`))?.[1] ?? '';
const part = (site, number, agency = 'DAMKAR') => sql(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket
	JOIN agency g ON g.id = a.agency WHERE t.number = '${number}' AND g.code = '${agency}' ORDER BY a.id DESC LIMIT 1`)[0][0];
const numbers = text => [...text.matchAll(/<td class="id"><a href="\/tiket\/([^"]+)"/g)].map(m => m[1]);

async function press(me, row) {
	const value = row.match(/name="langkah" value="([^"]+)"/)[1], keys = await me.keys('/tugas');
	const answer = await me.post('/tugas/langkah', { ...keys, langkah: value });
	assert.equal(answer.status, 303, value);
}

// What a form of a step asks for, sent.
async function fill(me, row, fields) {
	const path = row.match(/href="(\/tiket\/[^"]+\/langkah\/[^"]+)"/)[1], keys = await me.keys(path);
	const answer = await me.post(path, { ...keys, ...fields });
	assert.equal(answer.status, 303, `${path}: ${answer.body_text.match(/err-msg.*?<\/p>/s)}`);
}

test('what nobody of the agency opened carries a mark, a chip and a number in the tab', async ({ site }) => {
	const number = await incident(site, { place: `Jl. Baru ${++count}` });
	const me = await as(site, 'damkar'), desk = await as(site, 'pengarah');
	await desk.get(`/tiket/${number}`);
	let text = await list(me);
	assert.match(row_of(text, number)[0], /class="un-seen">.*Belum dibuka/);
	assert.equal(chip(text, 'Belum dibuka'), '1');
	assert.match(text, /<title>\(1 baru\) Tugas Damkar/);
	assert.deepEqual(numbers(await list(me, '?tampil=baru')), [number]);
	const other = await as(site, 'damkar2'), keys = await other.keys(`/tiket/${number}`);
	assert.equal((await other.post(`/tiket/${number}/lihat`, keys)).status, 204);
	text = await list(me);
	assert.doesNotMatch(row_of(text, number)[0], /un-seen/);
	assert.equal(chip(text, 'Belum dibuka'), '', 'none, and no chip');
	assert.doesNotMatch(text, /<title>\(/);
});

test('the button of a row is the next legal step of its state', async ({ site }) => {
	const number = await incident(site, { place: `Jl. Langkah ${++count}` });
	const me = await as(site, 'damkar'), desk = await as(site, 'penyelia');
	const now = async (who = me, query = '') => row_of(await list(who, query), number)[0];
	const word = row => row.match(/<td class="act">.*?>([^<>]+)<span class="vh">/s)?.[1];
	assert.equal(word(await now()), 'Terima');
	await press(me, await now());
	assert.equal(word(await now()), 'Kirim unit');
	const [[unit]] = sql(site, "SELECT u.id FROM unit u JOIN agency g ON g.id = u.agency WHERE g.code = 'DAMKAR' LIMIT 1");
	await fill(me, await now(), { unit });
	assert.equal(word(await now()), 'Berangkat');
	await press(me, await now());
	assert.equal(word(await now()), 'Tiba di lokasi');
	await press(me, await now());
	assert.equal(word(await now()), 'Nyatakan selesai');
	for (const [id] of sql(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}' AND a.lead = 0 AND a.open = 1`)) {
		const keys = await desk.keys('/tugas');
		assert.equal((await desk.post(`/tiket/${number}/langkah/release?objek=a${id}`, { ...keys, catatan: 'Tidak perlu lagi.' })).status, 303);
	}
	await fill(me, await now(), { alasan: sql(site, "SELECT 'handled'")[0][0], catatan: 'Padam, tidak ada korban.' });
	assert.equal(word(await now(desk, '?tampil=unit')), 'Tutup tiket');
	assert.equal(word(await now(me, '?tampil=selesai')), 'Buka', 'nothing is left to the agency');
});

test('a complaint is worked row by row, too', async ({ site }) => {
	const { number } = await report(site), desk = await as(site, 'pengarah'), me = await as(site, 'pupr');
	const [[id]] = sql(site, `SELECT id FROM ticket WHERE number = '${number}'`), keys = await desk.keys('/tugas');
	for (const [step, fields] of [['verify', {}], ['assign', { opd: 'PUPR' }]])
		assert.equal((await desk.post(`/tiket/${number}/langkah/${step}?objek=t${id}`, { ...keys, ...fields })).status, 303, step);
	const row = async (who = me, query = '') => row_of(await list(who, query), number)[0];
	const word = r => r.match(/<td class="act">.*?>([^<>]+)<span class="vh">/s)?.[1];
	assert.equal(word(await row()), 'Terima');
	await press(me, await row());
	assert.equal(word(await row()), 'Mulai kerjakan');
	await fill(me, await row(), { catatan: 'Regu berangkat siang ini.' });
	assert.equal(word(await row()), 'Ajukan selesai');
	await fill(me, await row(), { catatan: 'Got sudah dibersihkan.' });
	assert.equal(word(await row()), 'Buka', 'now another person looks');
	assert.equal(word(await row(await as(site, 'verifikator'), '?tampil=unit')), 'Sahkan');
});

test('every filter is in the address, and by itself', async ({ site }) => {
	const me = await as(site, 'damkar'), made = [];
	for (let i = 0; i < 3; i++)
		made.push(await incident(site, { place: `Jl. Saring ${++count}` }));
	const snake = await incident(site, { category: 'HWN-ULR', place: 'Jl. Ular 1' });
	const only = async query => numbers(await list(me, query));
	assert.ok((await only('?kategori=HWN-ULR')).every(n => n === snake));
	assert.deepEqual(await only('?kategori=HWN-ULR'), [snake]);
	assert.equal((await only('?urut=terbaru'))[0], snake, 'the newest first');
	assert.deepEqual((await only('?urut=terbaru&prioritas=P1')).slice(0, 3), made.toReversed());
	assert.match(await list(me, '?kategori=HWN-ULR'), /href="\/tugas">.*Tanpa saringan/, 'the filter is said, and how to be without it');
	assert.match(await list(me, '?kategori=HWN-ULR&prioritas=P2'), /tampil=terima&amp;prioritas=P2&amp;kategori=HWN-ULR/, 'a chip keeps it');
	assert.match((await me.get('/tugas/saringan?kategori=HWN-ULR')).body_text, /value="HWN-ULR" selected/);
	// Keyset pages of a descending list: none twice, none left out.
	const [[last]] = sql(site, `SELECT max(a.id) FROM assignment a JOIN agency g ON g.id = a.agency WHERE g.code = 'DAMKAR'`);
	const after = numbers(await list(me, `?urut=terbaru&setelah=2-0-${last}`));
	assert.deepEqual(after, (await only('?urut=terbaru')).slice(1));
	for (const odd of ['?tampil=x', '?kategori=TIDAK', '?urut=9', '?setelah=x', '?setelah=1-2-', '?opd=99'])
		assert.equal((await me.get(`/tugas${odd}`)).status, 200, odd);
});

test('silence and what was sent back have chips of their own', async ({ site }) => {
	const number = await incident(site, { place: `Jl. Salah ${++count}` });
	const me = await as(site, 'damkar'), id = part(site, number);
	write_sql(site, `UPDATE assignment SET quiet_due = 1 WHERE id = ${id}`);
	const text = await list(me, '?tampil=diam');
	assert.deepEqual(numbers(text), [number]);
	assert.match(row_of(text, number)[0], /Beri keterangan/);
	assert.equal(chip(text, 'Beri keterangan'), '1');
	assert.deepEqual(numbers(await list(me, '?urut=diam')), [number], 'an order leaves out what owes nobody a word');
	const keys = await me.keys('/tugas');
	assert.equal((await me.post(`/tiket/${number}/langkah/reject?objek=a${id}`, { ...keys, alasan: 'not_ours', catatan: 'Milik kabupaten.' })).status, 303);
	const back = await list(me, '?tampil=kembali');
	assert.deepEqual(numbers(back), [number]);
	assert.match(row_of(back, number)[0], /Dikembalikan|Ditolak/);
	assert.match(row_of(back, number)[0], /Kini di /);
	assert.equal(chip(await list(me), 'Dikembalikan'), '1');
	assert.deepEqual(numbers(await list(await as(site, 'pupr'), '?tampil=kembali')), [], "another's is not shown");
});

test('a key leads to the form it means, or says why not', async ({ site }) => {
	const number = await incident(site, { place: `Jl. Tombol ${++count}` });
	const me = await as(site, 'damkar'), id = part(site, number);
	const key = async (k, who = me) => who.get(`/tugas/baris/${id}?kunci=${k}&tampil=terima`);
	assert.equal((await key('g')).headers.get('location'), `/tiket/${number}/langkah/send_unit?objek=a${id}`);
	assert.equal((await key('b')).headers.get('location'), `/tiket/${number}/langkah/reject?objek=a${id}`);
	const no = await key('s');
	assert.equal(no.status, 409);
	assert.match(no.body_text, new RegExp(`${number}: .*belum`));
	assert.match(no.body_text, /aria-current="true">Perlu diterima/, 'the filter stays');
	assert.equal((await key('g', await as(site, 'pupr'))).status, 404);
	await press(me, row_of(await list(me), number)[0]);
	assert.equal((await key('b')).status, 409, 'what was accepted is not sent back');
	for (const odd of ['0', 'x', '99999999'])
		assert.equal((await me.get(`/tugas/baris/${odd}?kunci=g`)).status, 404, odd);
});

test('a shift has a sheet: what is open, what ended, and by whom', async ({ site }) => {
	const number = await incident(site, { place: `Jl. Sif ${++count}` });
	const me = await as(site, 'damkar'), keys = await me.keys('/tugas');
	const done = await incident(site, { place: `Jl. Usai ${++count}` });
	assert.equal((await me.post(`/tiket/${done}/langkah/reject?objek=a${part(site, done)}`, { ...keys, alasan: 'not_ours', catatan: 'Bukan kami.' })).status, 303);
	const { body_text: sheet } = await me.get('/tugas/cetak');
	const [open, ended] = sheet.split('id="akhir"');
	assert.match(open, new RegExp(number));
	assert.doesNotMatch(open, new RegExp(done));
	assert.match(ended, new RegExp(`${done}.*?Dedi Hartono`, 's'));
	assert.match(sheet, /Sif sejak \d\d\.\d\d/);
	const other = (await (await as(site, 'pupr')).get('/tugas/cetak')).body_text;
	assert.doesNotMatch(other, new RegExp(`${number}|${done}`), "another agency's is not on it");
	const small = (await me.get('/tugas/cetak?kategori=HWN-ULR')).body_text;
	assert.doesNotMatch(small, new RegExp(number), 'the filter holds');
});

test('the list as a file runs no formula, and who took it is recorded', async ({ site }) => {
	const number = await incident(site, { place: '=HYPERLINK("http://x.example","x")' });
	const me = await as(site, 'damkar'), keys = await me.keys('/tugas/cetak');
	assert.equal((await me.get('/tugas/csv')).status, 405, 'an address alone takes nothing');
	const file = await me.post('/tugas/csv?prioritas=P1', keys);
	assert.equal(file.status, 200);
	assert.match(file.headers.get('content-type'), /^text\/csv/);
	assert.match(file.headers.get('content-disposition'), /attachment; filename="tugas-\d{8}-\d{6}\.csv"/);
	const rows = file.body_text.split('\r\n').filter(Boolean), mine = rows.find(r => r.includes(number));
	assert.match(mine, /,"'=HYPERLINK/);
	assert.equal(rows.length - 1, Number(sql(site, `SELECT count(*) FROM assignment a JOIN agency g ON g.id = a.agency WHERE g.code = 'DAMKAR' AND a.open = 1 AND a.priority = 1`)[0][0]));
	const [[data]] = sql(site, "SELECT data FROM event WHERE act = 'export' ORDER BY id DESC LIMIT 1");
	assert.deepEqual([JSON.parse(data).what, JSON.parse(data).filter, JSON.parse(data).rows], ['work', '?prioritas=P1', rows.length - 1]);
	assert.doesNotMatch(file.body_text, /0812|Yuliana/, 'nobody who reported is in it');
});

test('its other pages are clean for everybody, too', async ({ site }) => {
	await incident(site, { place: `Jl. Bersih ${++count}` });
	await site.axe_everywhere('/tugas/cetak', { role: 'damkar' });
	await site.axe_everywhere('/tugas/saringan', { role: 'pengarah', lang: 'en' });
	for (const lang of ['id', 'en']) {
		const page = await site.sign_in('damkar', { viewport: 'phone', lang });
		await page.goto(`${site.url}/tugas?tampil=terima`);
		const next = page.locator('#daftar tbody .act .btn').first(), box = await next.boundingBox();
		assert.ok(box.height >= 44 && box.width > 300, `the next step is a full button: ${box.width} x ${box.height}`);
		await page.locator('#daftar tbody .pk').first().click();
		await page.locator('#langkah [value=reject]').click();
		await page.waitForURL('**/tugas/pilih*');
		await site.axe(page);
		await page.locator('main form button.btn').first().click();
		await page.waitForURL('**/tugas/banyak*');
		assert.ok(await page.locator('.errsum').isVisible(), 'without a reason nothing is sent back');
		await site.axe(page);
	}
});

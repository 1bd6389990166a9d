// test_ticket.mjs: notes that reach only whom they are for, hand-offs, the arbiter, families, rounds.
import { test, assert, until } from './harness.mjs';
import { client, incident, report, signed_in, sql } from './client.mjs';

export const options = { mail: false, seed: [['init', '--demo-city'], ['migrate'], ['setting', 'note_wait', '600']] };

let count = 0;
const fire = site => incident(site, { place: `Jl. Melati ${++count}` });
const people = new Map();
const as = async (site, login) => people.get(login) ?? people.set(login, await signed_in(site, login)).get(login);
const object = (site, number, letter = 'a') => letter + sql(site, `SELECT ${letter === 'a' ? 'a.id' : 't.id'} FROM ticket t
	LEFT JOIN assignment a ON a.ticket = t.id AND a.open = 1 AND a.lead = 1 WHERE t.number = '${number}'`)[0][0];

// A form's answer, as a browser that follows nothing sends it.
async function send(site, login, path, fields, status = 303) {
	const me = await as(site, login), keys = await me.keys('/tugas');
	const answer = await me.post(path, { csrf: keys.csrf || me.csrf, token: `t${++count}${Date.now()}`, ...fields });
	assert.equal(answer.status, status, `${login} ${path}: ${answer.body_text.match(/role="alert"[^]{0,400}/)?.[0] ?? ''}`);
	return answer;
}
const step = (site, login, number, act, fields = {}, letter = 't', status = 303) =>
	send(site, login, `/tiket/${number}/langkah/${act}?objek=${object(site, number, letter)}`, fields, status);
const text = html => html.replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const see = async (site, login, path) => text((await (await as(site, login)).get(path)).body_text);
const track = async (site, code) => text((await client(site).post('/lacak', { code })).body_text);

// A blocked gutter that PUPR has.
async function gutter(site) {
	const { number, code } = await report(site);
	await step(site, 'pengarah', number, 'verify');
	await step(site, 'pengarah', number, 'assign', { opd: 'PUPR', catatan: 'Mohon ditangani.' });
	return { number, code };
}

async function press(page, locator) {
	await Promise.all([page.waitForResponse(r => r.request().isNavigationRequest() && r.request().method() === 'POST'), locator.click()]);
	await page.waitForLoadState();
}

for (const js of [true, false])
	test(`an internal note never reaches the reporter; the form is internal again${js ? '' : ', without script'}`, async ({ site }) => {
		const { number, code } = await gutter(site);
		const page = await site.sign_in('pupr', { js });
		await page.goto(`${site.url}/tiket/${number}`);
		const border = () => page.$eval('#catat .note', e => getComputedStyle(e).borderStyle + getComputedStyle(e).backgroundColor);
		const inside = await border();
		await page.fill('#f-catatan', 'Rahasia dapur.');
		await page.click('label[for=pembaca-2]');
		assert.notEqual(await border(), inside, 'it looks otherwise');
		assert.equal(await page.inputValue('#f-catatan'), 'Rahasia dapur.', 'switching clears nothing');
		assert.match(await page.locator('#catat button.btn:visible').innerText(), /Kirim ke pelapor/);
		await page.click('label[for=pembaca-1]');
		assert.match(await page.locator('#catat button.btn:visible').innerText(), /internal/);
		await press(page, page.locator('#catat button.btn:visible'));
		await page.click('label[for=pembaca-2]');
		await page.fill('#f-catatan', 'Petugas kami datang besok pagi.');
		await press(page, page.locator('#catat button.btn:visible'));
		assert.ok(await page.isChecked('#pembaca-1'), 'internal again');
		assert.match(await page.locator('#tunda').innerText(), /Belum terkirim[^]*datang besok pagi/);
		assert.doesNotMatch(await track(site, code), /Rahasia dapur|datang besok pagi/);
		// As somebody with a shell would let the seconds pass.
		await site.cli('setting', 'note_wait', '0');
		try {
			await page.click('label[for=pembaca-2]');
			await page.fill('#f-catatan', 'Selokan sudah disurvei.');
			await press(page, page.locator('#catat button.btn:visible'));
			assert.match(await track(site, code), /Selokan sudah disurvei/);
			assert.doesNotMatch(await track(site, code), /Rahasia dapur|datang besok pagi/);
		} finally {
			await site.cli('setting', 'note_wait', '600');
		}
		if (js)
			await site.axe(page);
	});

test('a sentence to the reporter can be taken back, by its writer', async ({ site }) => {
	const { number, code } = await gutter(site);
	const page = await site.sign_in('pupr');
	await page.goto(`${site.url}/tiket/${number}`);
	await page.click('label[for=pembaca-2]');
	await page.fill('#f-catatan', 'Salah tiket, maaf.');
	await press(page, page.locator('#catat button.btn:visible'));
	const event = sql(site, `SELECT MAX(event) FROM unsent`)[0][0];
	await send(site, 'pengarah', `/tiket/${number}/tarik`, { peristiwa: event }, 403);
	await press(page, page.locator('#tunda button'));
	assert.match(await page.locator('#kabar').innerText(), /ditarik kembali/);
	assert.match(await page.locator('#lini').innerText(), /Ditarik kembali, pelapor tidak membacanya/);
	assert.equal(await page.locator('#tunda button').count(), 0);
	assert.doesNotMatch(await track(site, code), /Salah tiket/);
	await send(site, 'pupr', `/tiket/${number}/tarik`, { peristiwa: event }, 409);
});

test('phrases are those of the reader, the category and the state', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('damkar');
	await step(site, 'damkar', number, 'accept', {}, 'a');
	await page.goto(`${site.url}/tiket/${number}`);
	assert.deepEqual(await page.locator('#frasa button:visible').allInnerTexts(),
		['Unit disiapkan.', 'Pelapor dihubungi lagi, belum ada perubahan.']);
	await page.locator('#frasa button:visible').first().click();
	assert.equal(await page.inputValue('#f-catatan'), 'Unit disiapkan.');
	await page.click('label[for=pembaca-2]');
	assert.deepEqual(await page.locator('#frasa button:visible').allInnerTexts(), ['Petugas sedang menuju lokasi. Mohon beri jalan.']);
	await page.goto(`${site.url}/tiket/${number}/langkah/transfer?objek=${object(site, number)}`);
	assert.deepEqual(await page.locator('#frasa button:visible').allInnerTexts(),
		['Unit disiapkan.', 'Pelapor dihubungi lagi, belum ada perubahan.'], 'a step has those that fit its reader');
	await page.locator('#frasa button').first().click();
	assert.equal(await page.inputValue('[name=catatan]'), 'Unit disiapkan.');
	await site.axe(page);
	const head = await as(site, 'damkar.kepala'), keys = await head.keys('/frasa/baru');
	assert.equal((await head.post('/frasa/baru', { ...keys, kata: 'Hidran pasar dipakai.', jalur: '1', kategori: 'KBR-BGN', keadaan: 'accepted', urutan: '5' })).status, 303);
	assert.match(await see(site, 'damkar', `/tiket/${number}`), /Hidran pasar dipakai/);
	assert.doesNotMatch(await see(site, 'dinkes', `/tiket/${number}`), /Hidran pasar dipakai/);
	assert.equal((await head.post('/frasa/baru', { ...keys, token: 'x2', kata: 'x', jalur: '1' })).status, 422);
	for (const path of ['/frasa', '/frasa/baru'])
		await site.axe_everywhere(path, { role: 'damkar.kepala', name: 'frasa' });
});

test('a hand-off leaves a receipt; our lead stays', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tiket/${number}/serah`);
	await page.selectOption('[name=kepada]', 'PLN');
	await press(page, page.locator('form.panel button.btn'));
	assert.match(await page.locator('.errsum').innerText(), /Yang diminta/);
	assert.equal(await page.inputValue('[name=kepada]'), 'PLN', 'nothing is lost');
	await page.fill('[name=isi]', 'Padamkan listrik blok C.');
	await page.fill('[name=penerima]', 'Pak Budi, piket');
	await page.fill('[name=nomor]', 'G-4711');
	await site.axe(page);
	await press(page, page.locator('form.panel button.btn'));
	const side = await page.locator('#sisi').innerText();
	assert.match(side, /PLN[^]*Menunggu[^]*Telepon[^]*\(Damkar\)[^]*diterima Pak Budi, piket[^]*nomor mereka\s+G-4711/);
	assert.match(await page.locator('#lini').innerText(), /Diserahkan ke pihak luar[^]*Padamkan listrik blok C/);
	assert.match(await see(site, 'damkar', `/tiket/${number}/cetak`), /PLN \(pihak luar\)[^]*Pak Budi[^]*G-4711/);
	await page.locator('#sisi a[href*="/serah/"]').click();
	await page.fill('[name=isi]', 'Sudah padam.');
	await page.check('[name=selesai]');
	await site.axe(page);
	await press(page, page.locator('form.panel button.btn'));
	assert.match(await page.locator('#sisi').innerText(), /PLN[^]*Selesai/);
	assert.deepEqual(sql(site, `SELECT g.code FROM assignment a JOIN agency g ON g.id = a.agency JOIN ticket t ON t.id = a.ticket
		WHERE t.number = '${number}' AND a.open = 1 AND a.lead = 1`), [['DAMKAR']]);
});

test('the second "not ours" goes to the arbiter; the ruling can be a rule from a day on', async ({ site }) => {
	const { number } = await gutter(site);
	const not_ours = words => ({ alasan: 'not_ours', catatan: words });
	await step(site, 'pupr', number, 'reject', not_ours('Saluran milik DLH.'), 'a');
	await step(site, 'pengarah', number, 'assign', { opd: 'DLH', catatan: 'Coba DLH.' });
	await step(site, 'dlh', number, 'reject', not_ours('Kami hanya mengangkut sampah.'), 'a');
	await step(site, 'pengarah', number, 'assign', { opd: 'PUPR', catatan: 'Kembali.' }, 't', 403);
	const boss = await site.sign_in('penyelia');
	await boss.goto(`${site.url}/triase?lihat=sengketa`);
	await boss.locator(`a[href="/tiket/${number}/sengketa"]`).first().click();
	const said = await boss.locator('main').innerText();
	assert.match(said, /Saluran milik DLH/);
	assert.match(said, /Kami hanya mengangkut sampah/);
	await site.axe(boss);
	await boss.selectOption('[name=opd]', 'DLH');
	await boss.fill('[name=alasan]', 'Selokan tersier tugas DLH sejak 2024.');
	await boss.check('[name=aturan]');
	await boss.selectOption('[name=wilayah]', 'semua');
	const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
	await boss.fill('[name=mulai]', today);
	await press(boss, boss.locator('form.panel button.btn'));
	assert.match(await boss.locator('#tunda').innerText(), /Selokan tersier tugas DLH[^]*Menjadi aturan rute/);
	assert.match(await see(site, 'dlh', `/tiket/${number}`), /Selokan tersier tugas DLH/);
	await step(site, 'dlh', number, 'transfer', { opd: 'PUPR', catatan: 'Oper.' }, 'a', 422);
	await step(site, 'dlh', number, 'reject', not_ours('Kami hanya mengangkut SAMPAH.'), 'a', 422);
	await step(site, 'dlh', number, 'reject', not_ours('Perda baru menyebut PUPR.'), 'a');
	assert.match(await see(site, 'penyelia', `/tiket/${number}`), /DLH: keberatan atas putusan/);
	const next = await report(site);
	assert.deepEqual(sql(site, `SELECT g.code FROM ticket t JOIN agency g ON g.id = t.lead WHERE t.number = '${next.number}'`), [['DLH']]);
});

test('a disputed report begins a new round, and says why', async ({ site }) => {
	const { number, code } = await gutter(site);
	await step(site, 'pupr', number, 'start', { catatan: 'Kami mulai.' });
	await step(site, 'pupr', number, 'submit', { catatan: 'Sudah bersih.' });
	await step(site, 'verifikator', number, 'validate');
	const me = client(site), shown = (await me.post('/lacak', { code })).body_text;
	const token = shown.match(/name="token" value="([^"]*)"/)[1], version = shown.match(/name="version" value="([^"]*)"/)[1];
	const answer = await me.post('/lacak/sanggah', { token, version, code, reason: 'Masih tersumbat di depan nomor 14.' });
	assert.equal(answer.status, 200, answer.body_text.match(/errsum[^]{0,300}/)?.[0]);
	const page = await site.sign_in('pupr');
	await page.goto(`${site.url}/tiket/${number}`);
	assert.match(await page.locator('#tunda').innerText(), /putaran 2[^]*batas baru[^]*Masih tersumbat di depan nomor 14/);
	assert.doesNotMatch(await page.locator('#lini > .pb > ol').innerText(), /Sudah bersih/, 'the round before is folded');
	await page.locator('#lini summary').click();
	assert.match(await page.locator('#lini details').innerText(), /Sudah bersih/);
	assert.match(await page.locator('#kepala .acts').innerText(), /Terima/);
	await site.axe(page);
});

test('a major incident: one sentence for all, children close with it', async ({ site }) => {
	const [parent, child] = [await fire(site), await fire(site)];
	const page = await site.sign_in('pengarah');
	await page.goto(`${site.url}/tiket/${child}/induk`);
	await page.fill('[name=induk]', child);
	await press(page, page.locator('form.panel button.btn'));
	assert.match(await page.locator('.errsum').innerText(), /tiket ini sendiri/);
	await site.axe(page);
	await page.fill('[name=induk]', parent);
	await press(page, page.locator('form.panel button.btn').first());
	assert.match(await page.locator('#keluarga').innerText(), new RegExp(parent));
	await page.goto(`${site.url}/tiket/${parent}`);
	assert.match(await page.locator('#keluarga').innerText(), new RegExp(child));
	await page.click('label[for=pembaca-2]');
	await page.check('#f-anak');
	await page.fill('#f-catatan', 'Posko ada di balai warga.');
	await press(page, page.locator('#catat button.btn:visible'));
	assert.match(await see(site, 'damkar', `/tiket/${child}`), /Posko ada di balai warga/);
	for (const number of [child, parent]) {
		await step(site, 'damkar', number, 'accept', {}, 'a');
		await step(site, 'damkar', number, 'resolve', { alasan: 'handled', catatan: 'Padam.' });
	}
	await step(site, 'pengarah', parent, 'close', { alasan: 'told_phone' });
	await page.goto(`${site.url}/tiket/${parent}/anak`);
	await page.locator('[name=alasan]').first().check({ force: true });
	await site.axe(page);
	await press(page, page.locator('form.panel button.btn'));
	assert.match(await page.locator('.ban[role=status]').innerText(), /1 tiket anak ditutup, 0/);
	assert.deepEqual(sql(site, `SELECT state FROM ticket WHERE number = '${child}'`), [['closed']]);
});

test('keys act where nobody types, and can be switched off', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('damkar');
	const at = () => new URL(page.url()).pathname;
	await page.goto(`${site.url}/tiket/${number}`);
	assert.ok(await page.locator('#kepala kbd:visible').count() > 0);
	await page.keyboard.press('n');
	assert.equal(await page.evaluate('document.activeElement.id'), 'f-catatan');
	await page.keyboard.type('rgs');
	assert.equal(at(), `/tiket/${number}`, 'typing is typing');
	assert.equal(await page.inputValue('#f-catatan'), 'rgs');
	await page.locator('h1').click();
	for (const [key, act] of [['r', 'reject'], ['g', 'send_unit']]) {
		await page.goto(`${site.url}/tiket/${number}`);
		await page.keyboard.press(key);
		await until(`${key} is ${act}`, () => at() === `/tiket/${number}/langkah/${act}`);
	}
	await page.goto(`${site.url}/tiket/${number}`);
	await page.locator('#pintasan').uncheck();
	assert.equal(await page.locator('#kepala kbd:visible').count(), 0);
	await page.keyboard.press('g');
	await page.reload();
	assert.equal(at(), `/tiket/${number}`);
	assert.ok(!await page.isChecked('#pintasan'));
});

test('what a sheet and the other pages look like to everybody', async ({ site }) => {
	const number = await fire(site);
	await site.axe_everywhere(`/tiket/${number}/cetak`, { role: 'damkar', name: 'tiket-cetak' });
	await site.axe_everywhere(`/tiket/${number}/serah`, { role: 'damkar', name: 'tiket-serah' });
	await site.axe_everywhere(`/tiket/${number}/induk`, { role: 'pengarah', lang: 'en' });
	for (const path of ['cetak', 'serah', 'induk', 'sengketa', 'anak', 'serah/1'])
		assert.equal((await (await as(site, 'pupr')).get(`/tiket/${number}/${path}`)).status, 404, path);
	assert.equal((await (await as(site, 'damkar')).get(`/tiket/${number}/induk`)).status, 403);
});

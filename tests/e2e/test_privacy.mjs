// test_privacy.mjs: a person and the privacy desk, in a browser, in every size, theme and language.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, assert } from './harness.mjs';

export const options = { seed: [['init', '--demo-city']], mail: false };

const store = (site, sql) => execFileSync('sqlite3',
	['-cmd', '.timeout 5000', join(site.data, 'siaga.db'), sql], { encoding: 'utf8' }).trim();

async function press(page, selector) {
	await Promise.all([page.waitForEvent('load'), page.click(selector)]);
}

async function report(page, site) {
	await page.goto(`${site.url}/lapor`);
	await page.locator('input[name=category][value=DRN]').check({ force: true });
	await page.locator('#f-area').selectOption({ index: 3 });
	await page.locator('#f-place').fill('Depan gerbang SDN 14');
	await page.locator('#f-story').fill('Got di depan sekolah tersumbat. Nama saya Upik Banun.');
	await page.locator('input[name=privacy][value=confidential]').check({ force: true });
	await page.locator('#f-name').fill('Upik Banun');
	await page.locator('#f-phone').fill('081234567890');
	await page.locator('#f-consent').check({ force: true });
	await press(page, 'form[data-report] .btn-xl');
	return {
		number: (await page.locator('.tno').textContent()).trim(),
		code: (await page.locator('.secret').textContent()).trim(),
	};
}

async function own(page, site, code) {
	await page.goto(`${site.url}/lacak`);
	await page.fill('#f-code', code);
	await press(page, 'form.fs .btn');
	await press(page, 'form[action="/lacak/data"] button');
}

async function ask(page, kind, words = '') {
	await page.check(`input[name=kind][value=${kind}]`, { force: true });
	await page.fill('#f-words', words);
	await press(page, 'form[action="/lacak/data/minta"] button');
}

const views = [['desk', 'light', 'id'], ['desk', 'dark', 'en'], ['phone', 'light', 'en'],
	['phone', 'dark', 'id'], ['small', 'light', 'id']];

test('access: asked by code, answered by the desk, read by its person, all without script', async ({ site }) => {
	const person = await site.page({ viewport: 'phone', js: false });
	const { code } = await report(person, site);
	await own(person, site, code);
	await ask(person, 'access');
	assert.match(await person.locator('[role=status]').innerText(), /PDP-\d\d-000001/);
	await ask(person, 'access');
	assert.match(await person.locator('[role=alert]').first().innerText(), /sudah kami terima/);
	await own(person, site, code);
	await ask(person, 'access');
	assert.match(await person.locator('[role=alert]').first().innerText(), /sudah kami terima/);

	const desk = await site.sign_in('admin', { js: false });
	await desk.goto(`${site.url}/privasi`);
	assert.match(await desk.locator('.bar [aria-current]').textContent(), /Data pribadi/);
	await press(desk, 'tbody th a');
	assert.doesNotMatch(await desk.locator('main').innerText(), /Upik|0812/);
	await press(desk, 'form[action$="/kerjakan"] button');
	await desk.fill('#f-reply', 'Silakan.');
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('h1 + .bdg').innerText(), /Dipenuhi/);

	await own(person, site, code);
	assert.match(await person.locator('main').innerText(), /Silakan\./);
	await press(person, 'form[action="/lacak/data/surat"] button');
	const letter = await person.locator('main').innerText();
	assert.match(letter, /Upik Banun/);
	assert.match(letter, /081234567890/);
	assert.match(letter, /Belum ada yang membuka/);
	assert.equal(new URL(person.url()).search, '');
});

test('correction: a field is emptied, a NIK is put in, the copy is handed over as a table', async ({ site }) => {
	const person = await site.page({ js: false });
	const { code } = await report(person, site);
	await own(person, site, code);
	await ask(person, 'correct', 'NIK saya kurang, nomor itu bukan nomor saya lagi');
	const desk = await site.sign_in('admin', { js: false });
	await desk.goto(`${site.url}/privasi?list=diterima`);
	await press(desk, 'tbody tr:has-text("Betulkan") th a');
	await press(desk, 'form[action$="/kerjakan"] button');
	await desk.fill('#f-nik', '1371 0157 0390 000');
	await desk.fill('#f-phone', '081299999999');
	await desk.check('#f-no_phone');
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('#f-phone-e').innerText(), /jangan keduanya/);
	assert.equal(await desk.inputValue('#f-nik'), '1371 0157 0390 000');
	assert.equal(await desk.locator('#f-no_phone').isChecked(), true);
	await desk.fill('#f-phone', '');
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('#f-nik-e').innerText(), /16 angka/);
	await desk.fill('#f-nik', '1371 0157 0390 0001');
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('h1 + .bdg').innerText(), /Dipenuhi/);
	assert.match(store(site, "SELECT data FROM event WHERE act = 'subject' ORDER BY id DESC LIMIT 1"),
		/"changed":\["nik"\],"emptied":\["phone"\]/);

	await own(person, site, code);
	await ask(person, 'access');
	await desk.goto(`${site.url}/privasi`);
	await press(desk, 'tbody tr:has-text("Lihat") th a');
	await press(desk, 'form[action$="/kerjakan"] button');
	await press(desk, 'form[action$="/kabulkan"] button');
	const [file] = await Promise.all([desk.waitForEvent('download'),
		desk.click('form[action$="/unduh"] button')]);
	assert.match(file.suggestedFilename(), /^PDP-\d\d-\d+\.csv$/);
	const csv = readFileSync(await file.path(), 'utf8');
	assert.match(csv, /"NIK",,,"1371015703900001"\r\n/);
	assert.match(csv, /Upik Banun/);
	assert.match(csv, /Got di depan sekolah/);
	assert.doesNotMatch(csv, /081/);
	assert.equal(store(site, `SELECT count(*) FROM event WHERE act = 'open_identity'
		AND role = 'admin' AND note = '${file.suggestedFilename().slice(0, -4)}'`), '1');
});

test('the list: in pages, sifted, what is late first and counted', async ({ site }) => {
	const person = await site.page({ js: false });
	const { number } = await report(person, site);
	store(site, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
		INSERT INTO reporter (id, ticket, origin, channel, privacy, code, at) SELECT 9000 + i, t.id, t.id, 'web', 'public',
		randomblob(32), 1 FROM n, ticket t WHERE t.number = '${number}'`);
	const now = Date.now();
	store(site, `INSERT INTO subject (id, number, token, ticket, reporter, kind, channel, state, open, received_at, due_at)
		SELECT 9000 + r.id, 'PDP-20-' || printf('%06d', r.id), 'e2e' || r.id, r.ticket, r.id, 'access', 'letter', 'received', 1,
		${now} + r.id, ${now} + 259200000 + r.id FROM reporter r WHERE r.id > 9000`);
	store(site, `UPDATE subject SET due_at = ${now - 3600000} WHERE number = 'PDP-20-009060'`);
	store(site, `UPDATE subject SET due_at = ${now + 7200000} WHERE number = 'PDP-20-009059'`);
	const desk = await site.sign_in('admin', { js: false });
	await desk.goto(`${site.url}/privasi`);
	assert.equal(await desk.locator('tbody tr').count(), 50);
	assert.match(await desk.locator('tbody tr').nth(0).innerText(), /PDP-20-009060/);
	assert.match(await desk.locator('tbody tr').nth(0).locator('.sla.x').innerText(), /lewat/i);
	assert.match(await desk.locator('tbody tr').nth(1).locator('.sla.w').innerText(), /dari 72 j/);
	assert.match(await desk.locator('.ban.rd').innerText(), /1/);
	assert.match(await desk.locator('.vnav .ct').first().innerText(), /^\d+/);
	await press(desk, '.pag a:has-text("Berikutnya")');
	assert.ok(await desk.locator('tbody tr').count() >= 10);
	assert.doesNotMatch(await desk.locator('tbody').innerText(), /PDP-20-009060/);
	await press(desk, '.chip:has-text("Lewat waktu")');
	assert.equal(await desk.locator('tbody tr').count(), 1);
	assert.equal((await desk.goto(`${site.url}/privasi?list=bukan`)).status(), 400);
	assert.equal((await desk.goto(`${site.url}/privasi?after=1-`)).status(), 400);
	store(site, "UPDATE subject SET state = 'refused', open = 0, ended_at = 1 WHERE token LIKE 'e2e%'");
});

test('what a reporter wrote goes with an erasure, and the record holds', async ({ site }) => {
	const person = await site.page({ js: false });
	const { number, code } = await report(person, site);
	store(site, `UPDATE ticket SET state = 'resolved', due_at = ${Date.now() + 86400000} WHERE number = '${number}'`);
	const look = async () => {
		await person.goto(`${site.url}/lacak`);
		await person.fill('#f-code', code);
		await press(person, 'form.fs .btn');
		return person.locator('main').innerText();
	};
	await look();
	await person.fill('form[action="/lacak/sanggah"] textarea', 'Saya Upik Banun: got masih tersumbat.');
	await press(person, 'form[action="/lacak/sanggah"] button');
	assert.match(await look(), /got masih tersumbat/);
	assert.equal(store(site, "SELECT count(*) FROM event WHERE instr(note, 'Upik Banun')"), '0');
	await own(person, site, code);
	await ask(person, 'erase', 'Hapus semuanya');
	store(site, `UPDATE ticket SET open = 0, state = 'closed' WHERE number = '${number}'`);
	const desk = await site.sign_in('admin', { js: false });
	await desk.goto(`${site.url}/privasi`);
	await press(desk, 'tbody tr:has-text("Hapus") th a');
	await press(desk, 'form[action$="/kerjakan"] button');
	await press(desk, 'form[action$="/kabulkan"] button');
	const after = await look();
	assert.doesNotMatch(after, /got masih|Upik/);
	assert.match(after, /sudah dihapus/);
	assert.equal(store(site, "SELECT count(*) FROM said WHERE words IS NOT NULL"), '0');
});

test('erasure: refused while open, done once closed; nothing of the person is left', async ({ site }) => {
	const person = await site.page({ js: false });
	const { number, code } = await report(person, site);
	await own(person, site, code);
	await ask(person, 'erase');
	assert.match(await person.locator('.errsum').innerText(), /mengapa/);
	assert.equal(await person.locator('input[name=kind][value=erase]').isChecked(), true);
	await ask(person, 'erase', 'Saya pindah');

	const desk = await site.sign_in('penyelia', { js: false });
	await desk.goto(`${site.url}/privasi`);
	await press(desk, 'tbody tr:has-text("Hapus") th a');
	assert.match(await desk.locator('.ban.am').innerText(), /masih ditangani/);
	await press(desk, 'form[action$="/kerjakan"] button');
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('[role=alert]').first().innerText(), /masih ditangani/);
	store(site, `UPDATE ticket SET open = 0, state = 'closed' WHERE number = '${number}'`);
	await press(desk, 'form[action$="/kabulkan"] button');
	assert.match(await desk.locator('h1 + .bdg').innerText(), /Dipenuhi/);

	await person.goto(`${site.url}/lacak`);
	await person.fill('#f-code', code);
	await press(person, 'form.fs .btn');
	assert.doesNotMatch(await person.locator('main').innerText(), /Upik|Got di depan/);
	assert.equal(store(site, `SELECT count(*) FROM reporter r JOIN ticket t ON t.id = r.ticket WHERE
		t.number = '${number}' AND (r.sealed IS NOT NULL OR r.phone IS NOT NULL OR r.words <> '' OR t.detail <> '')`), '0');
});

test('only a supervisor stops the forgetting, and says why', async ({ site }) => {
	const person = await site.page({ js: false });
	const { number } = await report(person, site);
	const sealed = () => store(site, `SELECT count(*) FROM reporter r JOIN ticket t ON t.id = r.ticket
		WHERE t.number = '${number}' AND r.sealed IS NOT NULL`);
	const desk = await site.sign_in('penyelia', { js: false });
	await desk.goto(`${site.url}/privasi/penyimpanan`);
	await press(desk, 'form[action$="/bencana"] button');
	assert.match(await desk.locator('.errsum').innerText(), /Mengapa/);
	await desk.fill('#f-why', 'Gempa di pesisir');
	await press(desk, 'form[action$="/bencana"] button');
	assert.match(await desk.locator('.ban.rd').innerText(), /bencana/);
	const admin = await site.sign_in('admin', { js: false });
	await admin.goto(`${site.url}/privasi/penyimpanan`);
	assert.equal(await admin.locator('form[action$="/bencana"]').count(), 0);
	assert.equal(sealed(), '1');
	await desk.fill('#f-why', 'Tanggap darurat dicabut');
	await press(desk, 'form[action$="/bencana"] button');
	assert.equal(await desk.locator('.ban.rd').count(), 0);
	assert.equal(store(site, `SELECT count(*) FROM event WHERE act = 'erase' AND role = 'supervisor'
		AND note IN ('Gempa di pesisir', 'Tanggap darurat dicabut')`), '2');
});

test('a breach is recorded, told and closed; bad input keeps every word', async ({ site }) => {
	const desk = await site.sign_in('admin', { js: false });
	await desk.goto(`${site.url}/privasi/kebocoran/baru`);
	await desk.fill('#f-data', 'Nama dan nomor telepon "><b>x');
	await desk.fill('#f-people', '12');
	await press(desk, 'main form button.btn');
	assert.ok(await desk.locator('.errsum a').count() >= 3);
	for (const link of await desk.locator('.errsum a').all())
		assert.equal(await desk.locator(`${await link.getAttribute('href')}-e`).count(), 1);
	assert.equal(await desk.inputValue('#f-data'), 'Nama dan nomor telepon "><b>x');
	assert.notEqual(await desk.inputValue('#f-found'), '');
	await desk.fill('#f-happened', '2026-01-02T03:04');
	await desk.fill('#f-found', '2026-01-03T03:04');
	await desk.fill('#f-cause', 'Daftar tercetak tertinggal di bus.');
	await desk.fill('#f-measures', 'Daftar ditemukan, pencetakan dihentikan.');
	await press(desk, 'main form button.btn');
	assert.match(await desk.locator('.ban.rd').innerText(), /lewat/);
	await press(desk, 'a[href$="/surat/subjek"]');
	assert.match(await desk.locator('main').innerText(), /Daftar ditemukan/);
	await desk.goBack();
	await desk.fill('#f-told', 'Surat kepada 12 orang dan lembaga');
	await press(desk, 'form[action$="/beritahu"] button');
	await desk.fill('#f-learnt', 'Tidak dicetak lagi');
	await press(desk, 'form[action$="/tutup"] button');
	assert.match(await desk.locator('h1 + .bdg').innerText(), /Ditutup/);
	assert.equal(await desk.locator('textarea').count(), 0);
});

test('every page is as good in both sizes, themes and languages', async ({ site }) => {
	const first = await site.page();
	const { number, code } = await report(first, site);
	await own(first, site, code);
	await ask(first, 'access');
	await ask(first, 'correct', 'Nama saya Upik Banum');
	const admin = await site.sign_in('admin');
	await admin.goto(`${site.url}/privasi`);
	const links = await admin.locator('tbody th a').evaluateAll(l => l.map(a => a.getAttribute('href')));
	const [access, correct] = [store(site, "SELECT number FROM subject WHERE kind = 'access' ORDER BY id DESC"),
		store(site, "SELECT number FROM subject WHERE kind = 'correct' ORDER BY id DESC")].map(n => `/privasi/permintaan/${n.split('\n')[0]}`);
	assert.ok(links.includes(correct));
	await admin.goto(site.url + access);
	await press(admin, 'form[action$="/kerjakan"] button');
	await press(admin, 'form[action$="/kabulkan"] button');
	await admin.goto(site.url + correct);
	await press(admin, 'form[action$="/kerjakan"] button');
	await admin.goto(`${site.url}/privasi/penyimpanan`);
	await admin.fill('form[action$="/tahan"] #f-number', number);
	await admin.fill('#f-held_for', 'LP/12/XI/2026');
	await press(admin, 'form[action$="/tahan"] button');
	const breach = store(site, 'SELECT number FROM breach');
	const late = Date.now() - 1000;
	store(site, `UPDATE subject SET due_at = ${late} WHERE kind = 'correct'`);

	for (const [viewport, theme, lang] of views) {
		const how = { viewport, theme, lang }, name = `${viewport}-${theme}`;
		const desk = await site.sign_in('penyelia', how);
		for (const [path, shot] of [['/privasi', 'privasi'], ['/privasi/baru', 'privasi-baru'], [access, 'privasi-satu'],
			[correct, 'privasi-betulkan'], ['/privasi/penyimpanan', 'privasi-penyimpanan'], ['/privasi/kebocoran', 'kebocoran'],
			['/privasi/kebocoran/baru', 'kebocoran-baru'], [`/privasi/kebocoran/${breach}`, 'kebocoran-satu'],
			[`/privasi/kebocoran/${breach}/surat/subjek`, 'kebocoran-surat'], ['/tentang/privasi', 'tentang-privasi']]) {
			const answer = await desk.goto(site.url + path);
			assert.equal(answer.status(), 200, path);
			await site.axe(desk);
			await site.shot(desk, `${shot}-${name}`);
			assert.doesNotMatch(await desk.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/, path);
		}
		await desk.goto(`${site.url}/privasi/baru`);
		await press(desk, 'main form button.btn');
		await site.axe(desk);
		await site.shot(desk, `privasi-galat-${name}`);
		await desk.goto(site.url + access);
		await press(desk, 'form[action$="/surat"] button');
		await site.axe(desk);
		await desk.context().close();

		const person = await site.page(how);
		await own(person, site, code);
		await site.axe(person);
		await site.shot(person, `data-saya-${name}`);
		await press(person, 'form[action="/lacak/data/minta"] button');
		await site.axe(person);
		await press(person, 'form[action="/lacak/data/surat"] button');
		await site.axe(person);
		await site.shot(person, `data-surat-${name}`);
		assert.doesNotMatch(await person.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/);
		await person.context().close();
	}
});

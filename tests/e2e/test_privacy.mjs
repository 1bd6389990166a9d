// test_privacy.mjs: a person and the privacy desk, in a browser, in every size, theme and language.
import { execFileSync } from 'node:child_process';
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
	assert.match(await desk.locator('nav.snav [aria-current]').innerText(), /Data pribadi/);
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
		store(site, "SELECT number FROM subject WHERE kind = 'correct'")].map(n => `/privasi/permintaan/${n.split('\n')[0]}`);
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

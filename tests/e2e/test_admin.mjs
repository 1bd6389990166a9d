// test_admin.mjs: the door, the accounts and the reference data, in a browser.
import { test, assert } from './harness.mjs';

export const options = { seed: [['init', '--demo-city']], mail: false };

const password = 'kota-bahari-112';

async function type_in(page, login, secret) {
	await page.fill('#f-login', login);
	await page.fill('#f-password', secret);
	await page.click('main button[type=submit]');
	await page.waitForLoadState();
}

async function press(page, selector) {
	await page.click(selector);
	await page.waitForLoadState();
}

// Makes an account without script and gives its invitation code.
async function make(page, site, login, name) {
	await page.goto(`${site.url}/akun/baru`);
	await page.fill('#f-login', login);
	await page.fill('#f-name', name);
	await page.check('input[name=role][value=responder]', { force: true });
	await page.selectOption('#f-agency', 'DAMKAR');
	await page.selectOption('#f-unit', 'A2');
	await press(page, 'main form button[type=submit]');
	return page.locator('.secret').innerText();
}

test('every page is as good in both sizes, themes and languages', async ({ site }) => {
	for (const [viewport, theme, lang] of [['desk', 'light', 'id'], ['desk', 'dark', 'en'],
		['phone', 'light', 'en'], ['phone', 'dark', 'id'], ['small', 'light', 'id']]) {
		const how = { viewport, theme, lang }, name = `${viewport}-${theme}`;
		const page = await site.page(how);
		await page.goto(`${site.url}/masuk?ke=/akun`);
		await site.axe(page);
		await site.shot(page, `masuk-${name}`);
		await type_in(page, 'admin', 'salah');
		await site.axe(page);
		assert.match(await page.title(), lang === 'id' ? /^Galat: / : /^Error: /);
		await type_in(page, 'admin', password);
		assert.equal(new URL(page.url()).pathname, '/akun');
		for (const [path, shot] of [['/akun', 'akun'], ['/akun/baru', 'akun-baru'], ['/akun/8', 'akun-ubah'],
			['/akun?text=zzz', ''], ['/opd', 'opd'], ['/kategori', 'kategori'], ['/kategori/KBR-BGN', 'kategori-satu'],
			['/kategori/PUNGLI', ''], ['/sandi', 'sandi'], ['/masuk', '']]) {
			const answer = await page.goto(site.url + path);
			assert.equal(answer.status(), 200, path);
			await site.axe(page);
			if (shot)
				await site.shot(page, `${shot}-${name}`);
		}
		await page.context().close();
	}
});

test('a page shows no words of the other language and no key', async ({ site }) => {
	for (const lang of ['id', 'en']) {
		const page = await site.sign_in('admin', { lang });
		for (const path of ['/akun', '/akun/baru', '/akun/8', '/opd', '/kategori', '/kategori/KBR-BGN', '/sandi']) {
			await page.goto(site.url + path);
			const text = await page.locator('body').innerText();
			assert.doesNotMatch(text, /\bL\.[a-z]+\./, path);
			assert.doesNotMatch(text, /\{\d\}/, path);
			assert.equal(await page.locator('html').getAttribute('lang'), lang);
		}
		await page.context().close();
	}
});

test('an account lives: made, renewed, changed, disabled, all without script', async ({ site }) => {
	const admin = await site.sign_in('admin', { js: false });
	const once = await make(admin, site, 'joko.a2', 'Joko Anwar');
	assert.match(once, /^\w{4}-\w{4}-\w{4}$/);
	await site.axe(await site.sign_in('damkar'));

	const joko = await site.page({ viewport: 'phone', js: false });
	await joko.goto(`${site.url}/undangan`);
	await joko.fill('#f-code', once);
	await joko.fill('#f-new', 'payung teduh sore ini');
	await joko.fill('#f-again', 'payung teduh sore ini');
	await press(joko, 'main form button[type=submit]');
	assert.match(await joko.locator('[role=status]').innerText(), /Kata sandi Anda tersimpan/);
	await type_in(joko, 'joko.a2', 'payung teduh sore ini');
	assert.equal(new URL(joko.url()).pathname, '/lapangan');

	// whoever runs the system gives a password for once
	const again = (await site.cli('account', 'reset', 'joko.a2')).match(/: (\S+)/)[1];
	await joko.goto(`${site.url}/masuk`);
	await type_in(joko, 'joko.a2', again);
	assert.equal(new URL(joko.url()).pathname, '/sandi');
	await joko.goto(`${site.url}/akun`);
	assert.equal(new URL(joko.url()).pathname, '/sandi');

	await joko.fill('#f-old', again);
	await joko.fill('#f-new', 'joko anwar hebat');
	await joko.fill('#f-again', 'joko anwar hebat');
	await press(joko, 'main form button[type=submit]');
	assert.match(await joko.locator('#f-new-e').innerText(), /jangan memakai nama/);
	assert.equal(await joko.locator('#f-new').getAttribute('aria-invalid'), 'true');
	assert.equal(await joko.inputValue('#f-new'), '');
	await joko.fill('#f-old', again);
	await joko.fill('#f-new', 'kuda lumping empat');
	await joko.fill('#f-again', 'kuda lumping empat');
	await press(joko, 'main form button[type=submit]');
	assert.equal(new URL(joko.url()).pathname, '/lapangan');

	await admin.goto(`${site.url}/akun?text=joko`);
	await press(admin, 'tbody th a');
	assert.match(await admin.locator('main').innerText(), /Mengganti kata sandinya sendiri/);
	await admin.fill('#f-name', 'Joko Anwar Jr.');
	await press(admin, 'form:has(#f-name) button[type=submit]');
	assert.match(await admin.locator('[role=status]').innerText(), /Perubahan tersimpan/);
	assert.equal(await admin.locator('h1').innerText(), 'Joko Anwar Jr.');
	await press(admin, 'form[action$="/nonaktif"] button');
	assert.match(await admin.locator('[role=status]').innerText(), /dinonaktifkan/);

	await joko.goto(`${site.url}/sandi`);
	assert.equal(new URL(joko.url()).pathname, '/masuk');
});

test('the slower of two admins loses nothing and sees who was faster', async ({ site }) => {
	const one = await site.sign_in('admin'), two = await site.sign_in('damkar.kepala');
	await one.goto(`${site.url}/akun?text=Yulia`);
	await press(one, 'tbody th a');
	await two.goto(one.url());
	await one.fill('#f-email', 'satu@bahari.example');
	await press(one, 'form:has(#f-name) button[type=submit]');
	await two.fill('#f-name', 'Yulia Fitri Ananda');
	await press(two, 'form:has(#f-name) button[type=submit]');
	assert.match(await two.locator('[role=alert]').innerText(), /Rina Anggraini lebih dulu mengubah akun ini/);
	assert.equal(await two.inputValue('#f-name'), 'Yulia Fitri Ananda');
	await site.axe(two);
	await press(two, 'form:has(#f-name) button[type=submit]');
	assert.equal(await two.locator('h1').innerText(), 'Yulia Fitri Ananda');
});

test('bad input comes back with every word, in place and in the summary', async ({ site }) => {
	for (const js of [true, false]) {
		const page = await site.sign_in('admin', { js });
		await page.goto(`${site.url}/akun/baru`);
		await page.fill('#f-login', 'Joko Besar');
		await page.fill('#f-name', '"><script>alert(1)</script>');
		await page.fill('#f-email', 'bukan alamat');
		const [answer] = await Promise.all([page.waitForResponse(r => r.request().method() === 'POST'),
			page.click('main form button[type=submit]')]);
		assert.equal(answer.status(), 422);
		await page.waitForLoadState();
		assert.equal(await page.inputValue('#f-name'), '"><script>alert(1)</script>');
		assert.equal(await page.inputValue('#f-login'), 'Joko Besar');
		for (const link of await page.locator('.errsum a').all()) {
			const id = (await link.getAttribute('href')).slice(1);
			const field = page.locator(`#${id}-e`);
			assert.ok((await field.innerText()).includes(await link.innerText()), id);
		}
		assert.ok(await page.locator('.errsum a').count() >= 2);
		if (js)		// axe is a script, too
			await site.axe(page);
	}
});

test('a store locked for ten seconds gives 503 with the form kept', async ({ site }) => {
	const page = await site.sign_in('admin', { js: false });
	await page.goto(`${site.url}/akun/baru`);
	await page.fill('#f-login', 'sibuk');
	await page.fill('#f-name', 'Si Sibuk');
	await page.check('input[name=role][value=call_taker]', { force: true });
	const let_go = await site.hold_store();
	try {
		const [answer] = await Promise.all([page.waitForResponse(r => r.request().method() === 'POST'),
			page.click('main form button[type=submit]')]);
		assert.equal(answer.status(), 503);
		await page.waitForLoadState();
		assert.equal(await page.inputValue('#f-name'), 'Si Sibuk');
		assert.match(await page.locator('[role=alert]').innerText(), /Isian Anda masih ada/);
	} finally {
		await let_go();
	}
	await press(page, 'main form button[type=submit]');
	assert.match(await page.locator('main').innerText(), /Akun sudah dibuat/);
});

test('signing out in one window signs out the other', async ({ site }) => {
	const one = await site.sign_in('admin');
	const two = await one.context().newPage();
	await two.goto(`${site.url}/akun`);
	await one.click('summary.me');
	await press(one, 'form[action="/keluar"] button');
	assert.match(await one.locator('[role=status]').innerText(), /Anda sudah keluar/);
	await two.reload();
	assert.equal(new URL(two.url()).pathname, '/masuk');
	await type_in(two, 'admin', password);
	assert.equal(new URL(two.url()).pathname, '/akun');
});

test('a stranger cannot keep a known device out, and is told to wait', async ({ site }) => {
	const shift = await site.sign_in('petugas3');
	const stranger = await site.page();
	await stranger.goto(`${site.url}/masuk`);
	for (let i = 0; i < 6; i++)
		await type_in(stranger, 'petugas3', 'tebakan yang salah');
	await type_in(stranger, 'petugas3', password);
	assert.match(await stranger.locator('[role=alert]').innerText(), /Terlalu banyak percobaan/);
	assert.equal(await stranger.inputValue('#f-login'), 'petugas3');
	await site.axe(stranger);

	await shift.context().clearCookies({ name: 'sesi' });
	await shift.goto(`${site.url}/masuk`);
	await type_in(shift, 'petugas3', password);
	assert.notEqual(new URL(shift.url()).pathname, '/masuk');
});

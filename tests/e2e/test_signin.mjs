// test_signin.mjs: the door of a real city in a browser: pact, second factor, sessions.
import { createHmac } from 'node:crypto';
import { test, assert } from './harness.mjs';

export const options = { seed: [['init', '--city', '13.71']], mail: false };

const password = 'payung teduh sore ini';

// RFC 6238, as an authenticator app does it.
function totp(secret, steps = 0) {
	const bits = [...secret.replace(/ /g, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c)
		.toString(2).padStart(5, '0')).join('');
	const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
	const h = createHmac('sha1', key).update(step).digest();
	return String((h.readUInt32BE(h[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
}

const path = page => new URL(page.url()).pathname;

async function press(page, selector) {
	await page.click(selector);
	await page.waitForLoadState();
}

async function invited(site, login, role, name, how) {
	const code = (await site.cli('account', 'add', login, '--role', role, '--name', name, '--invite'))
		.match(/\w{4}-\w{4}-\w{4}/)[0];
	const page = await site.page(how);
	await page.goto(`${site.url}/undangan`);
	await site.axe(page);
	await page.fill('#f-code', code.toLowerCase());
	await page.fill('#f-new', password);
	await page.fill('#f-again', password);
	await press(page, 'main button[type=submit]');
	assert.equal(path(page), '/masuk');
	await type_in(page, login);
	return page;
}

async function type_in(page, login) {
	await page.fill('#f-login', login);
	await page.fill('#f-password', password);
	await press(page, 'main button[type=submit]');
}

async function sign(page, name) {
	assert.equal(path(page), '/pakta');
	await page.check('#f-agree');
	await page.fill('#f-name', name);
	await press(page, 'main form[action="/pakta"] button');
}

test('an admin comes in: invitation, pact, second factor, code', async ({ site }) => {
	const rina = await invited(site, 'rina', 'admin', 'Rina Anggraini');
	await site.axe(rina);
	await site.shot(rina, 'pakta');
	await rina.goto(`${site.url}/akun`);
	await sign(rina, 'Rina Anggraini');
	assert.equal(path(rina), '/faktor-kedua');
	assert.equal(await rina.getByText('Lewati').count(), 0);
	await site.axe(rina);
	await site.shot(rina, 'faktor-kedua');
	const secret = await rina.locator('#kunci').innerText();
	await rina.fill('#f-code', '000000');
	await press(rina, 'main form[action="/faktor-kedua"] button');
	assert.match(await rina.locator('#f-code-e').innerText(), /Kode tidak cocok/);
	assert.equal(await rina.locator('#kunci').innerText(), secret);
	await site.axe(rina);
	await rina.fill('#f-code', totp(secret, -1));
	await press(rina, 'main form[action="/faktor-kedua"] button');
	assert.equal(await rina.locator('#cadangan li').count(), 10);
	const backup = await rina.locator('#cadangan li').first().innerText();
	await site.axe(rina);
	await site.shot(rina, 'kode-cadangan');
	await press(rina, 'main a.btn');
	assert.equal(path(rina), '/akun');

	// From a phone, without script, in English: password, then code.
	const phone = await site.page({ viewport: 'phone', js: false, lang: 'en', theme: 'dark' });
	await phone.goto(`${site.url}/masuk?ke=/opd`);
	await type_in(phone, 'rina');
	assert.equal(path(phone), '/masuk/kode');
	await phone.fill('#f-code', '000000');
	await press(phone, 'main button[type=submit]');
	assert.match(await phone.locator('#f-code-e').innerText(), /4 tries left/);
	await phone.goto(`${site.url}/akun`);
	assert.equal(path(phone), '/masuk');
	await phone.goto(`${site.url}/masuk/kode?ke=/opd`);
	await phone.fill('#f-code', totp(secret));
	await press(phone, 'main button[type=submit]');
	assert.equal(path(phone), '/opd');

	// The other session is seen, and ended from here.
	await rina.goto(`${site.url}/sesi`);
	assert.equal(await rina.locator('ul.lst li').count(), 2);
	assert.match(await rina.locator('ul.lst').innerText(), /Chrome, Linux/);
	await site.axe(rina);
	await site.shot(rina, 'sesi');
	await press(rina, 'main form[action^="/sesi/"] button');
	assert.equal(await rina.locator('ul.lst li').count(), 1);
	await phone.goto(`${site.url}/opd`);
	assert.equal(path(phone), '/masuk');

	// A backup code stands in; then somebody else sits down, where one was.
	const other = await site.page();
	await other.goto(`${site.url}/masuk`);
	await type_in(other, 'rina');
	await site.axe(other);
	await site.shot(other, 'kode');
	await press(other, 'main a[href*="cadangan"]');
	await site.axe(other);
	await other.fill('#f-code', backup);
	await press(other, 'main button[type=submit]');
	assert.equal(path(other), '/akun');
	await other.goto(`${site.url}/kategori`);
	await other.click('summary.me');
	await site.axe(other);
	await press(other, 'form[action="/ganti"] button');
	assert.equal(path(other), '/masuk');
	await type_in(other, 'rina');
	await press(other, 'main a[href*="cadangan"]');
	await other.fill('#f-code', backup);
	await press(other, 'main button[type=submit]');
	assert.match(await other.locator('#f-code-e').innerText(), /Kode salah/);
});

test('the pages of the door are as good in both sizes, themes and languages', async ({ site }) => {
	const code = await site.cli('account', 'add', 'siti', '--role', 'supervisor', '--name', 'Siti Aminah', '--invite');
	const siti = await site.page();
	await siti.goto(`${site.url}/undangan`);
	await siti.fill('#f-code', code.match(/\w{4}-\w{4}-\w{4}/)[0]);
	await siti.fill('#f-new', 'pendek');
	await siti.fill('#f-again', 'pendek');
	await press(siti, 'main button[type=submit]');
	await site.axe(siti);
	await siti.fill('#f-new', password);
	await siti.fill('#f-again', password);
	await press(siti, 'main button[type=submit]');
	for (const [viewport, theme, lang] of [['desk', 'dark', 'en'], ['phone', 'light', 'id'], ['small', 'dark', 'id']]) {
		const page = await site.page({ viewport, theme, lang });
		await page.goto(`${site.url}/undangan`);
		await site.axe(page);
		await page.goto(`${site.url}/masuk`);
		await type_in(page, 'siti');
		for (const own of viewport === 'small' ? ['/faktor-kedua', '/sesi', '/pakta'] : ['/pakta']) {
			await page.goto(site.url + own);
			await site.axe(page);
			assert.doesNotMatch(await page.locator('body').innerText(), /\bL\.[a-z]+\./, own);
		}
		if (viewport === 'phone')
			await sign(page, 'Siti Aminah');
		await page.context().close();
	}
});

// test_place.mjs: the place of a call: names while typing, points, the map, the neighbours, a link.
import { test, assert, until } from './harness.mjs';

export const options = { mail: false };

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);
const value = (page, id) => page.inputValue(`#${id}`);

async function desk(site, how) {
	const page = await site.sign_in('call_taker', how);
	await page.goto(`${site.url}/panggilan`);
	if (how?.js !== false) {
		await page.locator('#keys-open').waitFor();
		await page.locator('#map').waitFor();
	}
	return page;
}

const options_of = page => page.locator('#place-list [role=option]');

async function type_place(page, text) {
	await page.keyboard.press('F4');
	await page.keyboard.type(text);
	await options_of(page).first().waitFor();
}

test('a name is found while it is typed wrongly, and chosen by keyboard', async ({ site }) => {
	const page = await desk(site);
	await type_place(page, 'mesjid al ihlas');
	await until('the right one is first', async () => /Masjid Al-Ikhlas/.test(await options_of(page).first().innerText()));
	assert.match(await options_of(page).first().innerText(), /Pasar Lama/);
	assert.equal(await page.getAttribute('#f-place', 'aria-activedescendant'), null, 'nothing is lit unasked');
	await page.keyboard.press('ArrowDown');
	assert.equal(await page.getAttribute('#f-place', 'aria-activedescendant'), 'place-0');
	await page.keyboard.press('Enter');
	assert.equal(await value(page, 'f-place'), 'Masjid Al-Ikhlas');
	assert.equal(await value(page, 'f-village'), 'Pasar Lama, Pasar Muara');
	assert.match(await value(page, 'f-coords'), /^-0\.\d{6}, 100\.\d{6}$/);
	assert.equal(await active(page), 'f-village', 'Enter goes on, as in every field');
	await page.locator('#spot-text').waitFor();
	assert.match(await page.locator('#spot-text').innerText(), /di dalam batas/);
	await page.locator('#map-at').waitFor({ state: 'attached' });
	await site.shot(page, 'call-desk-place');
	await site.axe(page);
});

test('what is typed is never taken away', async ({ site }) => {
	const page = await desk(site);
	await type_place(page, 'karya bak 14 rt 3');
	await page.keyboard.press('Enter');
	assert.equal(await active(page), 'f-village');
	assert.equal(await value(page, 'f-place'), 'karya bak 14 rt 3', 'Enter chooses nothing unasked');
	await type_place(page, 'karya bak 14 rt 3');
	await page.keyboard.press('Escape');
	assert.equal(await options_of(page).first().isVisible(), false);
	await page.keyboard.press('F4');
	await page.keyboard.type('karya bak 14 rt 3, dekat mesjid ihlas');
	await until('the mosque is offered', async () => /Ikhlas/.test(await options_of(page).first().innerText().catch(() => '')));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	assert.equal(await value(page, 'f-place'), 'karya bak 14 rt 3, dekat Masjid Al-Ikhlas');
});

test('a place named in full fills what is empty, and nothing else', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Karya Bakti 14');
	await page.keyboard.press('Tab');
	await until('the village is there', async () => await value(page, 'f-village') === 'Pasar Lama, Pasar Muara');
	await page.keyboard.press('End');	// begun just before it came
	await page.keyboard.insertText('Tepi Air');
	assert.equal(await value(page, 'f-village'), 'Tepi Air', 'what is typed is in its place');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	await page.fill('#f-village', 'Tepi Air');
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Karya Bakti 14');
	await options_of(page).first().waitFor();
	await page.keyboard.press('F2');
	await page.locator('#place-list').waitFor({ state: 'hidden' });
	assert.equal(await value(page, 'f-village'), 'Tepi Air');
	assert.equal(await value(page, 'f-coords'), '', 'nor a point of another village');
});

test('a point in any form says its village; the map sets one', async ({ site }) => {
	const page = await desk(site);
	for (const [typed, at, village] of [
		['https://maps.google.com/?q=-0.946130,100.350130', '-0.946130, 100.350130', 'Pasar Lama, Pasar Muara'],
		['0°56\'18.6" LS 100°24\'25.2" BT', '-0.938500, 100.407000', ''],
	]) {
		await page.fill('#f-coords', typed);
		await page.keyboard.press('Tab');
		await until(`${typed} is read`, async () => await value(page, 'f-coords') === at);
		if (village)
			assert.equal(await value(page, 'f-village'), village);
	}
	const before = await value(page, 'f-village');
	const box = await page.locator('#map').boundingBox();
	await page.locator('#map').click({ position: { x: box.width / 2, y: box.height / 2 + 30 } });
	await until('another point', async () => await value(page, 'f-coords') !== '-0.938500, 100.407000');
	await until('what it is in', async () => /di dalam batas/.test(await page.locator('#spot-text').innerText()));
	assert.match(await value(page, 'f-coords'), /^-0\.\d{6}, 100\.\d{6}$/);
	assert.notEqual(before, '');
});

test('beyond the city the neighbour is one key away, and the story says who took it', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.type('rumah terb');
	await page.locator('#type-list [role=option]').first().waitFor();
	await page.keyboard.press('Enter');
	await page.locator('#sop .sop').waitFor();
	await page.fill('#f-coords', '-0.945, 100.5');
	await page.keyboard.press('Tab');
	await page.locator('#f-over').waitFor();
	assert.match(await page.locator('#spot').innerText(), /Titik di luar kota\.[^]*Serahkan ke 112 Kabupaten Sago Hulu[^]*\(0799\) 112-01/);
	await site.shot(page, 'call-desk-beyond');
	await site.axe(page);
	await page.keyboard.press('Alt+KeyO');
	assert.equal(await active(page), 'f-over_by');
	assert.match(await page.locator('#send').innerText(), /112 tetangga/);
	await page.keyboard.press('Control+Enter');
	await page.locator('.errsum').waitFor();
	assert.match(await page.locator('.errsum').innerText(), /Diterima di sana oleh/);
	assert.equal(await page.isChecked('#f-over'), true, 'and nothing is lost');
	await page.fill('#f-over_by', 'Bu Ani, meja 2');
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	const said = await page.locator('#sent').innerText();
	assert.match(said, /112 tetangga/);
	assert.doesNotMatch(said, /Damkar/);
	const number = said.match(/DRT-\d\d-\d{6}-\w/)[0];
	const other = await site.sign_in('dispatcher');
	await other.goto(`${site.url}/tiket/${number}`);
	assert.match(await other.locator('main').innerText(), /Diserahkan ke 112 tetangga[^]*Kabupaten Sago Hulu: Bu Ani, meja 2/);
});

test('a caller sends where they are by a link', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('Alt+KeyL');
	await page.locator('#link-text').waitFor();
	const path = (await page.locator('#link-text').innerText()).match(/\/lokasi\/[A-Z2-9]{8}/)[0];
	await site.axe(page);
	const caller = await site.page({ viewport: 'phone' });
	await caller.context().grantPermissions(['geolocation']);
	await caller.context().setGeolocation({ latitude: -0.94613, longitude: 100.35013, accuracy: 12 });
	await caller.goto(site.url + path);
	await site.axe(caller);
	await site.shot(caller, 'locate-phone');
	await caller.locator('#here-now').click();
	await caller.locator('h1', { hasText: 'Lokasi terkirim' }).waitFor();
	await site.axe(caller);
	await until('the point is at the desk', async () => await value(page, 'f-coords') === '-0.946130, 100.350130');
	assert.match(await page.locator('#link-said').innerText(), /±10 m/);
	await until('its village too', async () => await value(page, 'f-village') === 'Pasar Lama, Pasar Muara');

	const plain = await site.page({ viewport: 'small', js: false });
	await plain.goto(site.url + path);
	await plain.fill('#f-at', 'jalan melati');
	await plain.locator('form#here button:not([hidden])').last().click();
	assert.match(await plain.locator('.errsum').innerText(), /tidak terbaca/);
	await plain.fill('#f-at', 'https://maps.google.com/?q=-0.939,100.356');
	await plain.locator('form#here button:not([hidden])').last().click();
	assert.match(await plain.locator('h1').innerText(), /Lokasi terkirim/);
	await until('and the newer one', async () => await value(page, 'f-coords') === '-0.939000, 100.356000');
	const lost = await plain.goto(`${site.url}/lokasi/AAAAAAAA`);
	assert.equal(lost.status(), 404);
});

test('without script the server understands the same', async ({ site }) => {
	const page = await desk(site, { js: false });
	await page.fill('#f-place', 'Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas');
	await page.locator('#show').click();
	assert.equal(await value(page, 'f-village'), 'Pasar Lama, Pasar Muara');
	assert.match(await value(page, 'f-coords'), /^-0\.\d{6}, 100\.\d{6}$/);
	assert.match(await page.locator('#spot').innerText(), /Jl\. Karya Bakti/);
	assert.equal(await page.locator('#map .m-at').count(), 1);
	await page.fill('#f-coords', 'geo:-0.945,100.5');
	await page.fill('#f-village', '');
	await page.locator('#show').click();
	assert.match(await page.locator('#spot').innerText(), /luar kota[^]*Serahkan ke 112 Kabupaten Sago Hulu/);
});

test('the desk with a point, in both sizes, themes and languages', async ({ site }) => {
	for (const viewport of ['phone', 'desk'])
		for (const theme of ['light', 'dark']) {
			const page = await desk(site, { viewport, theme, lang: theme === 'dark' ? 'en' : 'id' });
			await page.fill('#f-coords', '-0.945, 100.5');
			await page.locator('#f-coords').blur();
			await page.locator('#f-over').waitFor();
			await site.axe(page);
			await site.shot(page, `call-desk-beyond-${viewport}-${theme}`);
			await page.context().close();
		}
});

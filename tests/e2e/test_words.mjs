// test_words.mjs: categories from words, danger words, the usual ones, near ones by words.
import { test, assert, until } from './harness.mjs';

export const options = { mail: false };

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);

async function desk(site, how) {
	const page = await site.sign_in('call_taker', how);
	await page.goto(`${site.url}/panggilan`);
	if (how?.js === false)
		return page;
	await page.locator('#keys-open').waitFor();
	await until('the words are here', () => page.evaluate(async () =>
		(await import('/static/call-words.js')).known.categories.length > 0));
	return page;
}

const options_of = page => page.locator('#type-list [role=option]').allInnerTexts();

async function take(page, type, place, detail) {
	await page.keyboard.press('F2');
	await page.keyboard.type(type);
	await page.locator('#type-list [role=option]').first().waitFor();
	await page.keyboard.press('Enter');
	await page.locator('#sop .sop').waitFor();
	await page.fill('#f-place', place);
	await page.fill('#f-village', 'Pasar Lama');
	await page.fill('#f-detail', detail);
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	const number = (await page.locator('#sent').innerText()).match(/DRT-\d\d-\d{6}-\w/)[0];
	await page.goto(page.url());
	await page.locator('#keys-open').waitFor();
	return number;
}

test('words propose a type: what ships at once, what was learnt a moment later', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('F2');
	await page.keyboard.type('api dapur nenek');
	await until('the fire is proposed', async () => (await options_of(page))[0]?.includes('KBR-BGN'));
	await page.keyboard.press('Enter');
	await page.locator('#type [data-code=KBR-BGN]').waitFor();
	assert.equal(await page.inputValue('[name=said]'), 'api dapur nenek', 'the words are kept to learn from');
	await page.goto(`${site.url}/panggilan`);
	for (const n of [1, 2, 3])
		await take(page, 'pohon tumbang', `Jl. Karya ${n}`, 'Trembesi rubuh melintang');
	await page.keyboard.press('F2');
	await page.keyboard.type('trembesi rubuh');
	await until('past tickets propose', async () => (await options_of(page))[0]?.includes('PHN'));
	assert.equal(await active(page), 'f-type', 'the focus stays');
	await page.keyboard.press('Enter');
	await page.locator('#type [data-code=PHN]').waitFor();
});

test('a hand in the list keeps it as it is', async ({ site }) => {
	const page = await desk(site);
	await page.route('**/panggilan/jenis*', async route => {
		await until('an arrow was pressed', () => pressed);
		await route.fulfill({ json: ['HWN-ULR', 'BNJ'] });
	});
	let pressed = false;
	await page.keyboard.press('F2');
	await page.keyboard.type('jalan');
	await page.locator('#type-list [role=option]').nth(1).waitFor();
	const asked = page.waitForResponse('**/panggilan/jenis*');
	const before = await options_of(page);
	await page.keyboard.press('ArrowDown');
	pressed = true;
	await asked;
	assert.deepEqual(await options_of(page), before);
	assert.equal(await page.locator('#f-type').getAttribute('aria-activedescendant'), 'pick-1');
});

test('danger words are raised at once, with what to do and a key each', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('Alt+KeyR');
	await page.keyboard.type('Bapak jatuh, ga nafas');
	await page.locator('#flags .flag').waitFor();
	const said = await page.locator('#flags').innerText();
	for (const word of ['ga nafas', 'P1', 'PSC 119', 'MED-GD', 'SOP-06'])
		assert.ok(said.includes(word), `${word} in ${said}`);
	assert.equal(await active(page), 'f-detail', 'the focus stays');
	assert.match(await page.locator('#reason').innerText(), /P1 karena kata "ga nafas"/);
	await site.axe(page);
	await site.shot(page, 'call-desk-danger');
	await page.keyboard.press('Alt+KeyK');
	await page.locator('#card[open]').waitFor();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+KeyJ');
	await page.locator('#type [data-code=MED-GD]').waitFor();
	assert.equal(await active(page), 'f-place');
	await page.fill('#f-detail', 'Bapak jatuh, sadar');
	assert.equal(await page.locator('#flags .flag').count(), 0, 'what is not said is not raised');
});

test('a person has the last word over the words', async ({ site }) => {
	const page = await desk(site);
	await page.keyboard.press('F2');
	await page.keyboard.type('pohon tumbang');
	await page.keyboard.press('Enter');
	await page.locator('#sop .sop').waitFor();
	await page.fill('#f-place', 'Jl. Veteran');
	await page.fill('#f-village', 'Pasar Lama');
	await page.fill('#f-detail', 'katanya bawa parang');
	assert.match(await page.locator('#reason').innerText(), /P1 karena kata "parang"/);
	await page.locator('#f-priority-P3').check({ force: true });
	assert.match(await page.locator('#reason').innerText(), /P3 dipilih petugas/);
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.match(await page.locator('#sent').innerText(), /P3 Sedang/);
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	await page.fill('#f-place', 'Jl. Veteran');
	await page.fill('#f-detail', 'orangnya tidak napas');
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.match(await page.locator('#sent').innerText(), /P1 Kritis/, 'no type, but as urgent as its words');
});

test('the eight most used stand ready, a digit each', async ({ site }) => {
	const page = await desk(site);
	assert.equal(await page.locator('#usual button').count(), 8);
	assert.doesNotMatch(await page.locator('#reason').innerText(), /dari jenis/, 'there is no type yet');
	await site.axe(page);
	await site.shot(page, 'call-desk-ready');
	await page.keyboard.press('F2');
	const code = await page.locator('#usual button').nth(2).getAttribute('value');
	await page.keyboard.press('3');
	await page.locator(`#type [data-code="${code}"]`).waitFor();
	assert.equal(await active(page), 'f-place');
	assert.equal(await page.locator('#usual').isVisible(), false);
	assert.match(await page.locator('#call-state').innerText(), /aktif/);
	await page.keyboard.press('F2');
	await page.keyboard.press('Delete');
	await page.keyboard.type('x3');
	assert.equal(await page.inputValue('#f-type'), 'x3', 'a digit within words is a digit');
	const phone = await desk(site, { viewport: 'phone', lang: 'en' });
	assert.equal(await phone.locator('#usual button').count(), 8);
	assert.ok(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no wider than the screen');
});

test('near incidents are ranked by words while they are typed', async ({ site }) => {
	const page = await desk(site);
	const shop = await take(page, 'rumah terb', 'Jl. Pantai 1', 'Toko cat meledak');
	const kitchen = await take(page, 'rumah terb', 'Jl. Pantai 2', 'Dapur nenek berasap');
	const last = await take(page, 'rumah terb', 'Jl. Pantai 3', 'Kabel');
	await page.fill('#f-village', 'Pasar Lama');
	await page.keyboard.press('F2');
	await page.keyboard.type('kebakaran');
	await page.keyboard.press('Enter');
	const top = () => page.locator('#near [data-join]').first().getAttribute('value');
	await until('the newest leads', async () => await page.locator('#near [data-join]').count() > 2 && await top() === last);
	await page.keyboard.press('Alt+KeyR');
	await page.keyboard.type('toko cat');
	await until('its words lead', async () => await top() === shop);
	assert.match(await page.locator('#near .dup').first().innerText(), /2 kata sama/);
	assert.equal(await active(page), 'f-detail', 'the focus stays');
	await page.fill('#f-detail', 'dapur nenek');
	await until('other words, another', async () => await top() === kitchen);
	await page.keyboard.press('Alt+Digit1');
	await page.locator('#sent').waitFor();
	assert.match(await page.locator('#sent').innerText(), new RegExp(kitchen));
	assert.match(await page.locator('#sent').innerText(), /2/);
});

test('without script the server proposes, raises and stands ready', async ({ site }) => {
	const page = await desk(site, { js: false });
	await page.locator('#usual button').first().click();
	await page.locator('#sop .sop').waitFor();
	await page.goto(`${site.url}/panggilan`);
	await page.fill('#f-type', 'ranting rubuh kemarin');
	await page.fill('#f-detail', 'ada yang tidak sadar');
	await page.locator('#show').click();
	assert.match(await page.locator('#f-category').innerText(), /Pohon tumbang/);
	assert.match(await page.locator('#flags').innerText(), /tidak sadar/);
	await page.locator('#flags button', { hasText: 'MED-GD' }).click();
	await page.locator('#type [data-code=MED-GD]').waitFor();
	assert.match(await page.locator('#reason').innerText(), /P1/);
});

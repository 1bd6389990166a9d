// test_sound.mjs: the worklist sounds until somebody accepts, on a clock of the test's own; and no row is yanked.
import { test, assert, until } from './harness.mjs';
import { incident, signed_in, sql } from './client.mjs';

let people;
const as = async (site, login) => ((people ??= {})[login] ??= await signed_in(site, login));
const part = (site, number) => sql(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}' AND a.lead = 1`)[0][0];

async function accept(site, number) {
	const me = await as(site, 'damkar2'), keys = await me.keys('/tugas');
	assert.equal((await me.post('/tugas/langkah', { ...keys, langkah: `${number}.a${part(site, number)}.accept.0` })).status, 303);
}

async function quiet(site) {
	for (const [number] of sql(site, `SELECT t.number FROM ticket t JOIN assignment a ON a.ticket = t.id WHERE a.lead = 1 AND a.open = 1 AND a.accepted_at = 0`))
		await accept(site, number);
}

// A browser whose sound can be counted and held back, and whose clock stands still until it is told to go.
async function listener(site, { held = false } = {}) {
	const page = await site.sign_in('damkar');
	await page.addInitScript(held => {
		window.AudioContext = class extends EventTarget {
			state = held ? 'suspended' : 'running';
			currentTime = 0;
			destination = {};
			resume() { this.state = 'running'; this.dispatchEvent(new Event('statechange')); return Promise.resolve(); }
			createOscillator() { return { frequency: {}, connect: x => x, start() {}, stop() {} }; }
			createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: x => x }; }
		};
	}, held);
	for (const path of ['**/langsung*'])	// it asks by itself, by the clock of the test
		await page.route(path, r => r.abort());
	page.wrong = [];
	await page.clock.install();
	return page;
}

const rung = page => page.locator('#bunyi').getAttribute('data-rung').then(Number);

for (const [category, seconds] of [['KBR-BGN', 15], ['HWN-ULR', 60]])
	test(`${category} sounds every ${seconds} s until it is accepted`, async ({ site }) => {
		await quiet(site);
		const number = await incident(site, { category, place: 'Jl. Bunyi 1' });
		assert.equal(Number(sql(site, `SELECT priority FROM ticket WHERE number = '${number}'`)[0][0]), seconds === 15 ? 1 : 2);
		const page = await listener(site);
		await page.goto(`${site.url}/tugas?tampil=selesai`);	// whatever the filter hides
		await page.clock.runFor(120000);
		assert.equal(await rung(page), 0, 'silent until somebody asks');
		await page.locator('label[for=bunyi]').click();
		await until('it is heard once', async () => await rung(page) === 1);
		await page.clock.runFor((seconds - 2) * 1000);
		assert.equal(await rung(page), 1, 'not before its time');
		await page.clock.runFor(3000);
		assert.equal(await rung(page), 2);
		await page.clock.runFor(3 * seconds * 1000);
		assert.equal(await rung(page), 5, 'again and again');
		await accept(site, number);
		await until('the page has heard of it', async () => {
			await page.clock.runFor(3100);
			return await page.locator('#daftar').getAttribute('data-sound') === '';
		});
		const then = await rung(page);
		await page.clock.runFor(5 * seconds * 1000);
		assert.equal(await rung(page), then, 'silence, once it is accepted');
	});

test('the wish is kept; a browser that holds the sound back is said, and any press lets it', async ({ site }) => {
	await quiet(site);
	const page = await listener(site, { held: true });
	await page.goto(`${site.url}/tugas`);
	assert.ok(await page.locator('#tahan').isHidden(), 'nobody asked for a sound');
	await page.evaluate(() => localStorage.setItem('bunyi', 'hidup'));
	await incident(site, { place: 'Jl. Tahan 1' });
	await page.goto(`${site.url}/tugas`);
	assert.ok(await page.locator('#bunyi').isChecked(), 'as it was left');
	assert.ok(await page.locator('#tahan').isVisible());
	await page.clock.runFor(40000);
	assert.equal(await rung(page), 0, 'nothing that nobody hears is counted');
	await page.locator('h1').click();
	await until('it may sound', () => page.locator('#tahan').isHidden());
	await page.clock.runFor(1000);
	await until('and does', async () => await rung(page) >= 1);
	await page.locator('label[for=bunyi]').click();
	assert.equal(await page.evaluate(() => localStorage.getItem('bunyi')), 'mati');
	const then = await rung(page);
	await page.clock.runFor(60000);
	assert.equal(await rung(page), then);
});

test('the red bar counts down, and Enter accepts while it has the focus', async ({ site }) => {
	await quiet(site);
	const number = await incident(site, { place: 'Jl. Bilah 1' });
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tugas?tampil=selesai`);
	const left = async () => (await page.locator('.alertbar .num').innerText()).match(/\d+:\d\d/)[0], first = await left();
	await until('it counts', async () => await left() !== first);
	await page.goto(`${site.url}/tugas`);
	await page.keyboard.press('Enter');
	assert.equal(sql(site, `SELECT accepted_at FROM assignment WHERE id = ${part(site, number)}`)[0][0], '0', 'no Enter elsewhere accepts');
	await page.keyboard.press('j');
	await page.keyboard.press('k');
	assert.ok(await page.evaluate("document.activeElement.matches('.alertbar')"), 'above the first row is the bar');
	await Promise.all([page.waitForResponse(r => r.status() === 303), page.keyboard.press('Enter')]);
	await page.waitForLoadState();
	assert.match(await page.locator('#kabar').innerText(), new RegExp(`${number}: Tugas diterima`));
});

test('twenty changes move no row from under a person, and unpick nothing', async ({ site }) => {
	await quiet(site);
	const mine = [];
	for (let i = 0; i < 6; i++)
		mine.push(await incident(site, { place: `Jl. Diam ${i}` }));
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tugas`);
	const row = page.locator(`tr:has(a[href="/tiket/${mine[4]}"])`);
	await page.locator(`tr:has(a[href="/tiket/${mine[1]}"]) .pk`).click();
	await row.locator('.id a').focus();
	const place = async () => (await row.boundingBox()).y, before = await place();
	for (let i = 0; i < 10; i++) {
		await incident(site, { place: `Jl. Ramai ${i}` });
		if (i < 4)
			await accept(site, mine[i]);
		else
			await incident(site, { category: 'HWN-ULR', place: `Jl. Ular ${i}` });
		assert.equal(await page.evaluate('document.activeElement.textContent'), mine[4]);
		assert.ok(Math.abs(await place() - before) <= 2, `after ${2 * i + 2} changes it is where it was: ${before}, ${await place()}`);
	}
	await until('they are announced', async () => /1[56] perubahan/.test(await page.locator('#baru').innerText()));
	assert.ok(Math.abs(await place() - before) <= 2);
	assert.equal(await page.evaluate('document.activeElement.textContent'), mine[4]);
	assert.ok(await page.locator(`tr:has(a[href="/tiket/${mine[1]}"]) .pk`).isChecked(), 'what was ticked is');
	assert.match(await page.locator('#pilihan p').innerText(), /^1 dipilih/);
});

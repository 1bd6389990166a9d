// test_forms.mjs: every form, without script: bad input and a locked store give it back, word for word.
import { test, assert } from './harness.mjs';

const words = 'Kata "yang" <tidak> boleh hilang & tetap utuh';

// Each: who, where, what to type, what to press; then what makes it good.
const forms = [
	{ name: 'a report', path: '/lapor', type: { story: words, place: '' },
		press: 'form[data-report] button[type=submit], form[data-report] button.btn-xl', kept: 'story',
		good: { story: words, place: 'Jl. Veteran 9' }, check: ['[name=category][value=JLN]', '[name=privacy][value=public]', '[name=consent]'] },
	{ name: 'an emergency by text', path: '/darurat', type: { place: '', words },
		press: 'main form button[type=submit], main form button.btn-xl', kept: 'words',
		good: { place: 'Jl. Veteran 9', words }, check: ['[name=kind][value=fire]'] },
	{ name: 'a call', role: 'petugas', path: '/panggilan', type: { type: 'kebakaran rumah', detail: words, place: '' },
		press: '#send', kept: 'detail', good: { type: 'kebakaran rumah', place: 'Jl. Veteran 9', detail: words } },
	{ name: 'a triage question', role: 'pengarah', path: n => `/triase/${n}`, type: { target: 'bukan nomor', ask: '' },
		press: '#act button[value=ask]', kept: 'target', good: { ask: words }, good_kept: 'ask', open: true },
	{ name: 'a note', role: 'pengarah', path: n => `/tiket/${n}`, type: { catatan: '' },
		press: '#catat button', good: { catatan: words }, good_kept: 'catatan' },
	{ name: 'an account', role: 'admin', path: '/akun/baru', type: { login: 'Tidak Boleh Spasi', name: words },
		press: 'main form button[type=submit]', kept: 'name',
		good: { login: 'baru.sekali', name: words }, check: ['[name=role][value=call_taker]'] },
];

async function press(page, selector) {
	const [answer] = await Promise.all([page.waitForResponse(r => r.request().method() === 'POST'),
		page.locator(selector).locator('visible=true').first().click()]);
	await page.waitForLoadState();
	return answer.status();
}

async function fill(page, f, values) {
	const folded = page.locator('#act details:not([open]) > summary');
	while (f.open && await folded.count() > 0)
		await folded.first().click();
	for (const [name, value] of Object.entries(values))
		await page.locator(`main [name="${name}"], form [name="${name}"]`).first().fill(value);
}

async function complaint(site) {
	const page = await site.page({ js: false });
	await page.goto(`${site.url}/lapor`);
	await fill(page, forms[0], forms[0].good);
	for (const c of forms[0].check)
		await page.locator(c).check({ force: true });
	assert.equal(await press(page, forms[0].press), 200);
	return (await page.locator('.tno').first().innerText()).trim();
}

for (const f of forms) {
	test(`${f.name} with bad input comes back whole`, async ({ site }) => {
		const page = f.role ? await site.sign_in(f.role, { js: false }) : await site.page({ js: false });
		const path = typeof f.path === 'string' ? f.path : f.path(await complaint(site));
		await page.goto(site.url + path);
		await fill(page, f, f.type);
		assert.equal(await press(page, f.press), 422);
		const links = await page.locator('.errsum a').all();
		assert.ok(links.length > 0, 'a summary on top');
		for (const link of links) {
			const id = (await link.getAttribute('href')).slice(1);
			assert.equal(await page.locator(`#${id}`).count(), 1, `${id} is there`);
			assert.ok((await page.locator(`#${id}-e`).innerText()).includes(await link.innerText()), `${id} says so, too`);
		}
		if (f.kept)
			assert.equal(await page.locator(`[name="${f.kept}"]`).first().inputValue(), f.type[f.kept]);
		assert.match(await page.title(), /^Galat/);
	});

	test(`${f.name} comes back whole while the store is locked, and lands afterwards`, async ({ site }) => {
		const page = f.role ? await site.sign_in(f.role, { js: false }) : await site.page({ js: false });
		const path = typeof f.path === 'string' ? f.path : f.path(await complaint(site));
		await page.goto(site.url + path);
		await fill(page, f, f.good);
		for (const c of f.check ?? [])
			await page.locator(c).check({ force: true });
		const let_go = await site.hold_store();
		try {
			assert.equal(await press(page, f.press), 503);
			const kept = f.good_kept ?? f.kept;
			assert.equal(await page.locator(`[name="${kept}"]`).first().inputValue(), f.good[kept]);
		} finally {
			await let_go();
		}
		assert.ok([200, 303].includes(await press(page, f.press)), 'it lands');
	});
}

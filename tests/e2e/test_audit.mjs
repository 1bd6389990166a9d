// test_audit.mjs: the record, in a browser.
import { readFileSync } from 'node:fs';
import { test, assert } from './harness.mjs';

export const options = { seed: [['init', '--demo-city'], ['demo', '--days', '1', '--rate', '0.3']], mail: false };

const rows = page => page.locator('tbody tr');

test('every page is as good in both sizes, themes and languages', async ({ site }) => {
	for (const [viewport, theme, lang] of [['desk', 'light', 'id'], ['desk', 'dark', 'en'],
		['phone', 'light', 'en'], ['phone', 'dark', 'id'], ['small', 'light', 'id']]) {
		const page = await site.sign_in('auditor', { viewport, theme, lang });
		assert.equal(new URL(page.url()).pathname, '/audit');
		for (const [path, status, shot] of [['/audit', 200, 'audit'], ['/audit?kelompok=keamanan', 200, ''],
			['/audit?tindakan=resolve', 200, ''], ['/audit?dari=2030-01-01', 200, 'audit-kosong'],
			['/audit?pelaku=nobody&dari=1', 422, 'audit-galat'], ['/audit/1', 200, ''], ['/audit/60', 200, 'audit-satu'],
			['/sandi', 200, '']]) {
			const answer = await page.goto(site.url + path);
			assert.equal(answer.status(), status, path);
			await site.axe(page);
			const text = await page.locator('body').innerText();
			assert.doesNotMatch(text, /\bL\.[a-z]+\./, path);
			assert.doesNotMatch(text, /\{\d\}/, path);
			if (shot)
				await site.shot(page, `${shot}-${viewport}-${theme}`);
		}
		await page.context().close();
	}
});

test('the record is filtered, leafed through and read without script', async ({ site }) => {
	const page = await site.sign_in('auditor', { js: false });
	assert.equal(await rows(page).count(), 50);
	const newest = await rows(page).first().locator('a').getAttribute('href');
	await page.click('.pag a');
	assert.equal(await rows(page).count(), 50);
	assert.equal(await page.locator(`a[href="${newest}"]`).count(), 0);
	await page.click('.pag a');
	assert.equal(await page.locator(`a[href="${newest}"]`).count(), 1);

	await page.selectOption('#f-tindakan', 'resolve');
	await page.click('.tool button');
	assert.ok(await rows(page).count() > 0);
	for (const row of await rows(page).all())
		assert.match(await row.innerText(), /Dinyatakan selesai/);
	const number = (await rows(page).first().innerText()).match(/[A-Z]{3}-\d+-\d+-\w/)[0];
	await page.click('.tool a');
	await page.fill('#f-tiket', number.toLowerCase().replaceAll('-', ' '));
	await page.click('.tool button');
	for (const row of await rows(page).all())
		assert.ok((await row.innerText()).includes(number));
	await rows(page).first().locator('a').click();
	assert.match(await page.locator('main').innerText(), /Sidiknya cocok/);
	await page.click('dl a');
	assert.equal(new URL(page.url()).search, `?tiket=${number}`);
});

test('a mistake in the filter is explained, and what was typed stays', async ({ site }) => {
	const page = await site.sign_in('auditor');
	await page.fill('#f-pelaku', 'tidak.ada');
	await page.click('.tool button');
	await page.waitForLoadState();
	assert.match(await page.locator('.errsum').innerText(), /tidak ada akun/);
	assert.equal(await page.inputValue('#f-pelaku'), 'tidak.ada');
	assert.equal(await rows(page).count(), 0);
	await page.click('.errsum a');
	assert.equal(await page.evaluate('document.activeElement.id'), 'f-pelaku');
});

test('a file is taken, and that is written down', async ({ site }) => {
	const page = await site.sign_in('auditor');
	await page.goto(`${site.url}/audit?tindakan=sign_in`);
	const [file] = await Promise.all([page.waitForEvent('download'), page.click('form[action="/audit/unduh"] button')]);
	assert.match(file.suggestedFilename(), /^audit-\d{8}-\d{6}\.csv$/);
	const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
	assert.match(lines[0], /^"id","time","account"/);
	assert.match(lines[1], /,"auditor",/);
	await page.click('.chips a:last-child');
	assert.equal(await rows(page).count(), 1);
	assert.match(await rows(page).innerText(), /unduhan[\s\S]*baris/);
});

test('the chain says how far it was verified', async ({ site }) => {
	const page = await site.sign_in('auditor');
	await page.goto(`${site.url}/audit`);
	assert.match(await page.locator('.page-h').innerText(), /Rantai utuh sampai nomor [\d.]+, diperiksa \d/);
});

test('nobody else is shown the way', async ({ site }) => {
	for (const login of ['petugas', 'damkar', 'admin']) {
		const page = await site.sign_in(login);
		assert.equal(await page.locator('a[href="/audit"]').count(), 0, login);
		assert.equal((await page.goto(`${site.url}/audit`)).status(), 403);
	}
});

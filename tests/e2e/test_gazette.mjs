// test_gazette.mjs: names of places: looked for, added, corrected, hidden.
import { signed_in } from './client.mjs';
import { test, assert } from './harness.mjs';

export const options = { mail: false };

const offered = async (me, typed) => (await me.get(`/panggilan/tempat?q=${encodeURIComponent(typed)}`)).body_text;

test('a name is added, offered at the desk, corrected, and hidden again', async ({ site }) => {
	const taker = await signed_in(site, 'call_taker'), page = await site.sign_in('supervisor');
	await page.goto(`${site.url}/tempat`);
	await site.axe(page);
	assert.equal(await page.locator('tbody tr').count(), 50, 'a page at a time');
	await page.getByRole('link', { name: 'Halaman berikut' }).click();
	await page.locator('tbody tr').first().waitFor();
	await page.goto(`${site.url}/tempat/baru`);
	await page.locator('#f-name').fill('Pasar Zamrud');
	await page.locator('#f-area').selectOption({ index: 1 });
	await page.locator('#f-point').fill('di sana');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await page.locator('#f-point-e').waitFor();
	await site.axe(page);
	assert.equal(await page.inputValue('#f-name'), 'Pasar Zamrud', 'nothing typed is lost');
	await page.locator('#f-point').fill('-0.9471, 100.4172');
	await page.locator('#f-words').fill('Pasar Hijau Lama\n');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await page.locator('.ban.gr').waitFor();
	assert.match(await offered(taker, 'pasar zamr'), /Pasar Zamrud/);
	assert.match(await offered(taker, 'pasar hijau la'), /Pasar Hijau Lama/);
	await page.getByRole('button', { name: 'Sembunyikan' }).click();
	await page.locator('.ban.am').waitFor();
	assert.doesNotMatch(await offered(taker, 'pasar zamr'), /Pasar Zamrud/);
	await page.goto(`${site.url}/tempat?cari=pasar+zam`);
	assert.match(await page.locator('tbody').innerText(), /Pasar Zamrud[\s\S]*Disembunyikan/);
	await site.shot(page, 'gazette');
	for (const [viewport, theme, lang] of [['phone', 'dark', 'en'], ['small', 'light', 'id']]) {
		const p = await site.sign_in('admin', { viewport, theme, lang });
		for (const path of ['/tempat', '/tempat?cari=zzzz', '/tempat/baru']) {
			await p.goto(site.url + path);
			await site.axe(p);
			assert.doesNotMatch(await p.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/, path);
		}
		await p.context().close();
	}
	assert.equal((await taker.get('/tempat')).status, 403);
	assert.equal((await (await signed_in(site, 'admin')).get('/tempat/999999')).status, 404);
});

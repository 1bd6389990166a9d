// test_sop.mjs: what must be safe first, and the cards' versions, in a browser.
import { test, assert } from './harness.mjs';

export const options = { seed: [['init', '--demo-city'], ['demo', '--days', '1', '--rate', '0.3']], mail: false };

test('cards and their forms are as good in both sizes, themes and languages', async ({ site }) => {
	const first = await site.sign_in('damkar.kepala', { js: false });
	await first.goto(site.url + '/sop/SOP-01');
	await first.click('button[value="begin"]');
	for (const [viewport, theme, lang] of [['desk', 'light', 'id'], ['phone', 'dark', 'en'], ['small', 'light', 'id']]) {
		const page = await site.sign_in('admin', { viewport, theme, lang });
		for (const path of ['/sop', '/sop/SOP-01', '/sop/SOP-02', '/sop/SOP-01/ubah', '/sop/SOP-01/tanya/2']) {
			const answer = await page.goto(site.url + path);
			assert.equal(answer.status(), 200, path);
			await site.axe(page);
			const text = await page.locator('body').innerText();
			assert.doesNotMatch(text, /\bL\.[a-z]+\.|\{\d\}/, path);
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} ${viewport}`);
		}
		await page.context().close();
	}
});

test('what is not safe yet is on the ticket, in both sizes', async ({ site }) => {
	for (const [viewport, lang] of [['desk', 'id'], ['phone', 'en']]) {
		const page = await site.sign_in('damkar', { viewport, lang });
		await page.goto(site.url + '/tugas');
		for (const href of await page.locator('a[href^="/tiket/DRT"]').evaluateAll(all => [...new Set(all.map(a => a.getAttribute('href')))])) {
			await page.goto(site.url + href);
			if (await page.locator('#prasyarat li').count() > 0)
				break;
		}
		assert.ok(await page.locator('#prasyarat li').count() > 0);
		await site.axe(page);
		await site.shot(page, `prasyarat-${viewport}`);
		await page.context().close();
	}
});

// test_sop.mjs: what must be safe first, and the cards' versions, in a browser.
import { signed_in, sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

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

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);

// Somebody bitten by a snake: the first answer opens the card of the injured.
async function bitten(site, how) {
	const page = await site.sign_in('call_taker', how);
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	await page.keyboard.type('HWN-ULR');
	await page.keyboard.press('Enter');
	await page.locator('#type [data-code="HWN-ULR"]').waitFor();
	await page.keyboard.type('Jl. Dua Kartu 7');
	await page.keyboard.press('F8');
	await until('the first question is asked', async () => /^a1-/.test(await active(page)));
	await page.keyboard.press('1');
	await page.locator('#sop .more[data-card="SOP-06"]').waitFor();
	return page;
}

test('an answer opens another card, which is answered with the same keys', async ({ site }) => {
	const page = await bitten(site);
	assert.match(await active(page), /^(a|f-t)2/, 'the hand goes on where it is');
	assert.equal(await page.locator('#sop .more').evaluate(c => c.open), false, 'and nothing moves under it');
	const seen = new Set();
	for (let at = await active(page); !/^a11-/.test(at) && !seen.has(at); at = await active(page)) {
		seen.add(at);
		if (/^f-t/.test(at))
			await page.keyboard.type('kamar belakang');
		await page.keyboard.press(/^f-t/.test(at) ? 'Enter' : '2');
	}
	assert.match(await active(page), /^a11-/, 'the second card comes after the first');
	assert.ok(await page.locator('#sop .more').evaluate(c => c.open));
	await page.keyboard.press('2');
	await page.keyboard.press('2');		// does not breathe normally
	assert.match(await page.locator('#progress2').innerText(), /^2 /);
	await site.axe(page);
	await site.shot(page, 'two-cards');
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	const rows = sql(site, 'SELECT card, version, min(question), count(*) FROM answer WHERE ticket = (SELECT max(id) FROM ticket) GROUP BY card ORDER BY card');
	assert.deepEqual(rows.map(r => [r[0], r[1]]), [['SOP-06', '1'], ['SOP-10', '1']]);
	assert.equal(rows[0][3], '2');
	assert.deepEqual(sql(site, 'SELECT priority FROM ticket WHERE id = (SELECT max(id) FROM ticket)'), [['1']]);
});

test('a card that nothing opens any more goes, and comes back with its answers', async ({ site }) => {
	const page = await bitten(site);
	await page.locator('#sop .more > summary').click();
	await page.locator('#a11-2').check({ force: true });
	await page.locator('#a1-2').check({ force: true });
	await until('it is gone', async () => await page.locator('#sop .more').count() === 0);
	await page.locator('#a1-1').check({ force: true });
	await page.locator('#sop .more[data-card="SOP-06"]').waitFor({ state: 'attached' });
	assert.ok(await page.locator('#a11-2').isChecked());
	await page.locator('#show').evaluate(b => b.click());	// the server opens the same
	await page.locator('#sop .more[data-card="SOP-06"]').waitFor({ state: 'attached' });
	assert.ok(await page.locator('#a11-2').isChecked());
});

test('without script the second card is there with the next answer', async ({ site }) => {
	const me = await signed_in(site, 'call_taker');
	const { csrf, token } = await me.keys('/panggilan');
	const said = { csrf, token, category: 'GMP', type: 'Gempa', place: 'Jl. Tanpa Skrip 1', card: 'SOP-05', a4: '2', card2: 'SOP-04', a15: '4', a16: '3' };
	const shown = (await me.post('/panggilan', { ...said, do: 'show' })).body_text;
	assert.match(shown, /<details class="sop more" data-card="SOP-04"/);
	assert.match(shown, /id="a15-4" value="4" checked/);
	assert.match(shown, /Bencana diusulkan kepada penyelia karena jawaban 5 \(SOP-04\)/);
	assert.match(shown, /id="g-PDAM"[^>]* checked/, 'what its answers call for is ticked');
	const sent = await me.post('/panggilan', { ...said, do: 'send' });
	assert.match(sent.body_text, /id="sent"/);
	assert.deepEqual(sql(site, "SELECT card, question FROM answer WHERE ticket = (SELECT max(id) FROM ticket) ORDER BY card, question"),
		[['SOP-04', '5'], ['SOP-04', '6'], ['SOP-05', '4']]);
	assert.equal((await me.get('/panggilan/kartu?kartu=SOP-06&ke=9')).status, 404);
});

// test_citizen.mjs: the citizen's screens in a browser: report, receipt, follow-up,
// public list; with and without JavaScript, at every width, in both languages.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test, assert, until } from './harness.mjs';

const code_shape = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/;
const number_shape = /(ADU|DRT)-\d\d-\d{6}-[0-9A-Z]/;
const story = 'Got di depan sekolah tersumbat sampah dan tanah. Setiap hujan air meluap ke jalan.';

// What only staff can bring about is put into the store: these tests are about screens.
const store = (site, sql) => execFileSync('sqlite3',
	['-cmd', '.timeout 5000', join(site.data, 'siaga.db'), sql], { encoding: 'utf8' }).trim();

async function send(page) {
	await Promise.all([page.waitForLoadState('load'), page.locator('form[data-report] .btn-xl').click()]);
	await page.waitForLoadState('load');
}

async function fill(page, site, { privacy = 'confidential', kind = 'DRN', email = '' } = {}) {
	await page.goto(`${site.url}/lapor`);
	await page.locator(`input[name=category][value=${kind}]`).check({ force: true });
	await page.locator('#f-area').selectOption({ index: 3 });
	await page.locator('#f-place').fill('Depan gerbang SDN 14');
	await page.locator('#f-story').fill(story);
	await page.locator(`input[name=privacy][value=${privacy}]`).check({ force: true });
	if (email)
		await page.locator('#f-email').fill(email);
	await page.locator('#f-consent').check({ force: true });
}

async function report(page, site, how) {
	await fill(page, site, how);
	await send(page);
	return {
		number: (await page.locator('.tno').textContent()).trim(),
		code: (await page.locator('.secret').textContent()).trim(),
	};
}

async function open(page, site, code) {
	await page.goto(`${site.url}/lacak`);
	await page.locator('#f-code').fill(code);
	await Promise.all([page.waitForSelector('.nowbox, .errsum'), page.locator('form.fs .btn').click()]);
}

const put = (site, number, state) => store(site, `UPDATE ticket SET state = '${state}', since = ${Date.now()},
	due_at = ${Date.now() + 2e8}, open = ${/resolved|closed/.test(state) ? 0 : 1} WHERE number = '${number}'`);

test('every page without a report is as it should be, light and dark, small and large', async ({ site }) => {
	for (const path of ['/', '/tentang', '/lapor', '/darurat', '/lacak', '/laporan'])
		await site.axe_everywhere(path, { name: `citizen${path.replaceAll('/', '-')}` });
});

test('and in English, at 320 px', async ({ site }) => {
	for (const path of ['/', '/tentang', '/lapor', '/darurat', '/lacak', '/laporan']) {
		const page = await site.page({ viewport: 'small', lang: 'en' });
		await page.goto(site.url + path);
		assert.equal(await page.locator('html').getAttribute('lang'), 'en');
		await site.axe(page);
		await page.context().close();
	}
});

test('112 is above the fold on a phone, and report and track with it', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	await page.goto(site.url);
	for (const what of ['.hero112 .big', '.ask a[href="/lapor"]', '#code']) {
		const box = await page.locator(what).boundingBox();
		assert.ok(box.y + box.height <= 844, `${what} ends at ${box.y + box.height}`);
	}
});

test('what a finger touches is 44 px high', async ({ site }) => {
	for (const path of ['/', '/lapor', '/lacak', '/laporan']) {
		const page = await site.page({ viewport: 'phone' });
		await page.goto(site.url + path);
		const small = await page.evaluate(() => [...document.querySelectorAll('main a, main button, main select, main input:not([type=hidden]), header a, header button')]
			.filter(e => e.offsetParent && !e.closest('p:not(.mt2)'))
			.map(e => [e.outerHTML.slice(0, 80), (e.labels?.[0] && /radio|checkbox/.test(e.type) ? e.labels[0] : e.closest('.rep') ?? e).getBoundingClientRect().height])
			.filter(([, h]) => h < 43.5));
		assert.deepEqual(small, [], path);
	}
});

test('without JavaScript: a form with faults comes back whole, then becomes a report', async ({ site }) => {
	const page = await site.page({ viewport: 'phone', js: false });
	await fill(page, site, { privacy: 'public' });
	await page.locator('#f-story').fill('Mampet');
	await page.locator('#f-consent').uncheck({ force: true });
	await send(page);
	assert.match(await page.title(), /^Galat: /);
	assert.deepEqual(await page.locator('.errsum a').evaluateAll(a => a.map(x => x.getAttribute('href'))), ['#f-story', '#f-consent']);
	for (const field of ['story', 'consent'])
		assert.equal(await page.locator(`#f-${field}-e`).count(), 1, `a message beside ${field}`);
	assert.equal(await page.locator('input[name=category]:checked').inputValue(), 'DRN');
	assert.notEqual(await page.locator('#f-area').inputValue(), '');
	assert.equal(await page.locator('#f-place').inputValue(), 'Depan gerbang SDN 14');
	assert.equal(await page.locator('#f-story').inputValue(), 'Mampet');
	assert.equal(await page.locator('input[name=privacy]:checked').inputValue(), 'public');
	await page.locator('.errsum a').first().click();
	assert.equal(await page.evaluate('location.hash').catch(() => '#f-story'), '#f-story');
	await page.locator('#f-story').fill(story);
	await page.locator('#f-consent').check({ force: true });
	await send(page);
	assert.match(await page.locator('.secret').textContent(), code_shape);
	assert.match(await page.locator('.tno').textContent(), number_shape);
});

test('the form with faults is as it should be', async ({ site }) => {
	for (const [viewport, theme] of [['phone', 'light'], ['desk', 'dark'], ['small', 'light']]) {
		const page = await site.page({ viewport, theme });
		await page.goto(`${site.url}/lapor`);
		await page.locator('#f-story').fill('Mampet');
		await send(page);
		assert.equal(await page.evaluate('document.activeElement.className'), 'errsum', 'reading begins at the summary');
		await site.axe(page);
		await site.shot(page, `citizen-lapor-galat-${viewport}-${theme}`);
	}
});

test('the code is shown once, in no address, and nothing else opens the report', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	const seen = [];
	page.on('request', q => seen.push(q.url(), q.headers().referer ?? ''));
	const { number, code } = await report(page, site);
	await site.axe(page);
	await site.shot(page, 'citizen-tanda-terima-phone-light');
	await page.locator('form[action="/lacak"] button').click();
	await page.waitForSelector('.nowbox');
	assert.ok((await page.textContent('main')).includes(number));
	for (const address of (await page.content()).match(/(href|src|action)="[^"]*"/g))
		assert.ok(!address.includes(code), address);
	for (const url of seen)
		assert.ok(!url.includes(code) && !url.includes(code.replaceAll('-', '')), url);
	await page.goto(`${site.url}/lacak?number=${number}`);
	assert.ok((await page.textContent('main')).includes(number));
	assert.equal(await page.locator('.nowbox').count(), 0);
});

test('a second click, a reload and a way back are one report', async ({ site }) => {
	const page = await site.page();
	await fill(page, site);
	const before = Number(store(site, 'SELECT COUNT(*) FROM ticket'));
	await send(page);
	const number = (await page.locator('.tno').textContent()).trim();
	await page.reload();
	assert.equal((await page.locator('.tno').textContent()).trim(), number);
	assert.equal(await page.locator('.secret').count(), 0);
	assert.match(await page.textContent('main'), /sudah terkirim/);
	await site.axe(page);
	assert.equal(Number(store(site, 'SELECT COUNT(*) FROM ticket')), before + 1);
});

test('the receipt prints on one page of A5', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	await report(page, site);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1);
	const [, wide, high] = pdf.match(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)/).map(Number);
	assert.ok(Math.abs(wide - 419.5) < 2 && Math.abs(high - 595.3) < 2, `${wide} x ${high} points`);
});

test('the phone says where it is, when asked', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	await page.context().grantPermissions(['geolocation'], { origin: site.url });
	await page.context().setGeolocation({ latitude: -0.9471, longitude: 100.4172, accuracy: 25 });
	await page.goto(`${site.url}/lapor`);
	await page.locator('#f-point').click();
	await page.getByText('ketelitian sekitar 25 meter').waitFor();
	assert.equal(await page.locator('[name=point]').inputValue(), '-0.94710,100.41720');
	await page.locator('input[name=category][value=SMP]').check({ force: true });
	await page.locator('#f-story').fill(story);
	await page.locator('#f-consent').check({ force: true });
	await send(page);
	assert.match(await page.locator('.tno').textContent(), number_shape);
	assert.equal(store(site, 'SELECT lat FROM ticket ORDER BY id DESC LIMIT 1'), '-947100');
});

test('no name hides the contact, and nothing of it is stored', async ({ site }) => {
	const page = await site.page();
	await page.goto(`${site.url}/lapor`);
	assert.ok(await page.locator('#f-name').isVisible());
	await page.locator('input[name=privacy][value=anonymous]').check({ force: true });
	assert.ok(!await page.locator('#f-name').isVisible());
	await site.axe(page);
});

test('similar reports are shown while the form is filled in', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	const first = await report(page, site, { privacy: 'public', kind: 'PJU' });
	store(site, `UPDATE ticket SET published = 1 WHERE number = '${first.number}'`);
	await fill(page, site, { kind: 'PJU' });
	await page.locator('[data-near] .rep').waitFor();
	assert.ok((await page.locator('[data-near]').innerHTML()).includes(`/laporan/${first.number}`));
	await site.axe(page);
	await send(page);
	assert.ok((await page.content()).includes(`/laporan/${first.number}`), 'and on the receipt');
	store(site, `UPDATE ticket SET published = 0 WHERE number = '${first.number}'`);
});

test('an emergency by text is read by a person, and left alone reaches the agencies', async ({ site }) => {
	const page = await site.page({ viewport: 'phone', js: false });
	await page.goto(site.url);
	await page.locator('.hero112 .alt a').click();
	await page.locator('[name=kind][value=fire]').check({ force: true });
	await page.locator('#f-area').selectOption({ index: 5 });
	await send(page);
	assert.match(await page.textContent('main'), /Menunggu dibaca petugas/);
	assert.equal(store(site, 'SELECT count(*) FROM assignment a JOIN talk k ON k.ticket = a.ticket'), '0', 'nobody is told');
	const code = (await page.locator('.secret').textContent()).trim();
	store(site, 'UPDATE talk SET route_at = 1 WHERE account = 0 AND route_at <> 0');
	await until('its minute is over', () => store(site, 'SELECT count(*) FROM talk WHERE routed_at <> 0') === '1');
	await page.goto(`${site.url}/darurat/percakapan`);
	assert.match(await page.textContent('main'), /diteruskan ke petugas lapangan/);
	await open(page, site, code);
	assert.match(await page.locator('.nowbox').textContent(), /sudah diberi tahu/);
});

test('a report is followed: asked, answered, done, disputed, done, confirmed, without JavaScript', async ({ site }) => {
	const page = await site.page({ viewport: 'phone', js: false });
	const { number, code } = await report(page, site);
	await open(page, site, code);
	assert.match(await page.locator('.nowbox').textContent(), /Menunggu diperiksa/);

	put(site, number, 'needs_info');
	await page.getByRole('button', { name: 'Muat keadaan terbaru' }).click();
	await page.locator('#f-answer').fill('Sisi kiri jalan, dekat pohon besar.');
	await page.getByRole('button', { name: 'Kirim jawaban' }).click();
	assert.match(await page.locator('.ban.gr').textContent(), /sampai ke petugas/);
	assert.match(await page.locator('.tl').textContent(), /Sisi kiri jalan/);

	put(site, number, 'resolved');
	await page.getByRole('button', { name: 'Muat keadaan terbaru' }).click();
	await page.getByRole('button', { name: 'Sanggah, belum beres' }).click();
	assert.equal(await page.locator('#f-reason-e').count(), 1);
	await page.locator('#f-reason').fill('Masih tersumbat di ujung.');
	await page.getByRole('button', { name: 'Sanggah, belum beres' }).click();
	assert.match(await page.locator('.nowbox').textContent(), /Sanggahan Anda diterima/);

	put(site, number, 'resolved');
	await page.getByRole('button', { name: 'Muat keadaan terbaru' }).click();
	await page.locator('input[name=rating][value="4"]').check({ force: true });
	await page.getByRole('button', { name: 'Ya, sudah beres' }).click();
	assert.match(await page.locator('.nowbox').textContent(), /Selesai dan ditutup/);
	assert.equal(store(site, `SELECT state || rating FROM ticket WHERE number = '${number}'`), 'closed4');
	assert.ok(!page.url().includes(code));
});

test('what was written is not lost when staff are faster', async ({ site }) => {
	const page = await site.page();
	const { number, code } = await report(page, site);
	put(site, number, 'needs_info');
	await open(page, site, code);
	await page.locator('#f-answer').fill('Sisi kiri jalan.');
	store(site, `UPDATE ticket SET state = 'received', version = version + 1 WHERE number = '${number}'`);
	await page.getByRole('button', { name: 'Kirim jawaban' }).click();
	assert.match(await page.locator('.ban.am').textContent(), /Sisi kiri jalan\./);
});

test('the tracking page is as it should be in every state', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	const { number, code } = await report(page, site, { privacy: 'public' });
	for (const state of ['received', 'needs_info', 'verified', 'assigned', 'in_progress', 'scheduled', 'on_hold',
		'awaiting_validation', 'resolved', 'disputed', 'closed', 'duplicate', 'not_ours', 'declined', 'withdrawn', 'archived']) {
		put(site, number, state);
		await open(page, site, code);
		await site.axe(page);
		assert.doesNotMatch(await page.textContent('main'), /L\.\w+\.\w+/, state);
		if (/received|needs_info|resolved/.test(state))
			for (const [viewport, theme, lang] of [['desk', 'dark', 'id'], ['small', 'light', 'en']]) {
				const other = await site.page({ viewport, theme, lang });
				await open(other, site, code);
				await site.axe(other);
				await site.shot(other, `citizen-lacak-${state}-${viewport}-${theme}`);
				await other.context().close();
			}
	}
});

test('a wrong code is asked again, and told no more', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	await open(page, site, 'K7QM-3XTD-9HWA');
	assert.match(await page.locator('#f-code-e').textContent(), /Tidak ada laporan dengan kode itu/);
	await site.axe(page);
});

test('the public list: empty, filtered, paged, and one report', async ({ site }) => {
	const page = await site.page({ viewport: 'phone', js: false });
	const { number } = await report(page, site, { privacy: 'public', kind: 'SMP' });
	store(site, `UPDATE ticket SET published = 1 WHERE number = '${number}'`);
	await page.goto(`${site.url}/laporan`);
	await page.locator('summary').click();
	await page.locator('#f-category').selectOption('SMP');
	await page.getByRole('button', { name: 'Terapkan' }).click();
	assert.match(page.url(), /category=SMP/);
	await page.locator(`a[href="/laporan/${number}"]`).click();
	assert.match(await page.textContent('main'), /Got di depan sekolah/);
	assert.doesNotMatch(await page.textContent('main'), /Jawaban|Sanggah/);
	const desk = await site.page({ theme: 'dark' });
	for (const path of [`/laporan/${number.toLowerCase()}`, '/laporan', '/laporan?category=SMP&area=', '/laporan?category=PKL&area=']) {
		await desk.goto(site.url + path);
		await site.axe(desk);
	}
	await desk.goto(`${site.url}/laporan/${number.toLowerCase()}`);
	assert.equal(desk.url(), `${site.url}/laporan/${number}`);
});

test('language and colours are kept, without JavaScript', async ({ site }) => {
	const page = await site.page({ viewport: 'phone', js: false });
	await page.goto(`${site.url}/laporan?category=SMP&area=`);
	await page.getByRole('button', { name: 'EN' }).click();
	assert.equal(await page.locator('h1').textContent(), 'Public reports');
	assert.match(page.url(), /category=SMP/);
	await page.getByRole('button', { name: 'Dark' }).click();
	assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});

// test_identity.mjs: identities opened with a reason, seen by their owners, under keys that change meanwhile.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { test, assert, until } from './harness.mjs';

const sql = (site, text) => execFileSync('sqlite3', ['-readonly', join(site.data, 'siaga.db'), text]).toString().trim();
const readings = site => Number(sql(site, "SELECT count(*) FROM event WHERE act = 'read'"));

// A citizen's report: its number, code and the id of its reporter.
async function report(site, { category = 'JLN', privacy = 'confidential' } = {}) {
	const page = await site.page({ js: false });
	await page.goto(`${site.url}/lapor`);
	const fields = { category, privacy, area: '', place: 'Jl. Sangat Rahasia 7', consent: '1',
		story: 'Sudah tiga minggu begini terus dan tidak ada yang datang.', name: 'Zulaikha Tanpadua',
		phone: '0813-9876-2210', email: 'zulaikha@contoh.example' };
	const token = await page.inputValue('main input[name=token]');
	fields.area = await page.locator('main [name=area] option').nth(3).getAttribute('value');
	const answer = await page.request.post(`${site.url}/lapor`, { form: { ...fields, token }, headers: { origin: site.url } });
	const code = (await answer.text()).match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)[0];
	await page.context().close();
	const [number, id] = sql(site, 'SELECT t.number, r.id FROM reporter r JOIN ticket t ON t.id = r.ticket ORDER BY r.id DESC LIMIT 1').split('|');
	return { number, id, code };
}

async function open_it(page, site, { number }, reason = 'Menanyakan keterangan', words = '') {
	await page.goto(`${site.url}/tiket/${number}`);
	await page.locator('a[href*="/identitas/"]').first().click();
	await page.locator('form.panel label', { hasText: reason }).click();
	await page.fill('[name=kata]', words);
	await page.locator('form.panel button.btn').click();
	await page.waitForLoadState();
}

async function track(page, site, code) {
	await page.goto(`${site.url}/lacak`);
	await page.fill('main [name=code]', code);
	await page.locator('main form button').first().click();
	await page.locator('#siapa').waitFor();
	return page.locator('#siapa').innerText();
}

for (const js of [true, false])
	test(`an identity opens for a reason, and its owner reads it${js ? '' : ', without script'}`, async ({ site }) => {
		const r = await report(site), citizen = await site.page({ js, viewport: 'phone' });
		assert.match(await track(citizen, site, r.code), /Belum ada yang membuka/);
		const page = await site.sign_in('pengarah', { js });
		await page.goto(`${site.url}/tiket/${r.number}`);
		assert.match(await page.locator('#sisi').innerText(), /0813 •••• 2210/);
		assert.doesNotMatch(await page.content(), /081398762210/);
		await page.locator('a[href*="/identitas/"]').first().click();
		await page.locator('form.panel button.btn').click();
		assert.match(await page.locator('.errsum').innerText(), /Untuk apa/);
		if (js)
			await site.axe(page);
		await open_it(page, site, r, 'Memberi tahu hasil', 'Jalannya sudah ditambal');
		assert.equal(await page.locator('a[href="tel:081398762210"]').count(), 1);
		assert.match(await page.locator('main').innerText(), /Zulaikha Tanpadua/);
		if (js)
			await site.axe(page);
		const seen = await track(citizen, site, r.code);
		assert.match(seen, /Pengarah, pusat komando 112/);
		assert.match(seen, /Memberi tahu hasil/);
		assert.match(seen, /Jalannya sudah ditambal/);
		assert.doesNotMatch(seen, /Wulan/);
		if (js)
			await site.axe(citizen);
	});

test('the pages hold on every screen, in both languages', async ({ site }) => {
	const grave = await report(site, { category: 'BANSOS', privacy: 'public' });
	const anon = await report(site, { privacy: 'anonymous' });
	for (const viewport of ['small', 'phone', 'desk'])
		for (const [theme, lang] of [['light', 'id'], ['dark', 'en']]) {
			const page = await site.sign_in('pengarah', { viewport, theme, lang });
			for (const [name, path] of [['ask', `/tiket/${grave.number}/identitas/${grave.id}`],
				['none', `/tiket/${anon.number}/identitas/${anon.id}`], ['ticket', `/tiket/${grave.number}`]]) {
				await page.goto(site.url + path);
				await site.axe(page);
				await site.shot(page, `identity-${name}-${viewport}-${theme}`);
			}
			await page.goto(`${site.url}/tiket/${grave.number}/identitas/${grave.id}`);
			await page.locator('form.panel .opts label').first().click();
			await page.fill('[name=kata]', 'Alamat tidak ditemukan petugas di lapangan.');
			await page.locator('form.panel button.btn').click();
			await page.waitForLoadState();
			await site.axe(page);
			await site.shot(page, `identity-opened-${viewport}-${theme}`);
			await page.context().close();
			const citizen = await site.page({ viewport, theme, lang });
			await track(citizen, site, grave.code);
			await site.axe(citizen);
			await site.shot(citizen, `identity-track-${viewport}-${theme}`);
			await citizen.context().close();
		}
});

test('who only helps sees little of what is sensitive', async ({ site }) => {
	const r = await report(site, { category: 'BANSOS', privacy: 'public' });
	const desk = await site.sign_in('pengarah', { js: false });
	await desk.goto(`${site.url}/triase/${r.number}`);
	await desk.locator('button[name=do][value=send]').click();
	await until('it is with the agencies', () => sql(site, `SELECT count(*) FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${r.number}'`) !== '0');
	for (const [login, sees] of [['dinsos', true], ['kelurahan', false]]) {
		const page = await site.sign_in(login);
		for (const path of ['/tugas', `/tiket/${r.number}`]) {
			await page.goto(site.url + path);
			const text = await page.content();
			assert.ok(text.includes(r.number), path);
			assert.equal(/Sangat Rahasia/.test(text), sees, `${login} ${path}: the place`);
			assert.doesNotMatch(text, /Zulaikha|81398762210/, `${login} ${path}: the person`);
			if (!sees)
				assert.doesNotMatch(text, /tiga minggu|2210|Z••••/, `${login} ${path}: the words`);
		}
		if (!sees) {
			await site.axe(page);
			await site.shot(page, 'identity-veiled-desk-light');
			assert.match(await page.locator('#fakta').innerText(), /OPD pendukung melihat jenis, wilayah, dan waktu saja/);
		}
		await page.context().close();
	}
	await until('the worker has recorded who read it', () => Number(sql(site,
		`SELECT count(DISTINCT e.actor) FROM event e JOIN ticket t ON t.id = e.ticket WHERE e.act = 'read' AND t.number = '${r.number}'`)) === 3);
});

test('looking writes nothing into the store by itself, and is recorded once', async ({ site }) => {
	const r = await report(site, { category: 'BANSOS', privacy: 'public' });
	const page = await site.sign_in('pengarah2', { js: false }), before = readings(site);
	for (let i = 0; i < 5; i++)
		await page.goto(`${site.url}/tiket/${r.number}`);
	await until('the worker has recorded it', () => readings(site) > before);
	await page.goto(`${site.url}/tiket/${r.number}`);
	await new Promise(done => setTimeout(done, 2500));
	assert.equal(readings(site), before + 1);
});

test('keys change while people work', async ({ site }) => {
	const old = await report(site), page = await site.sign_in('pengarah'), form = await site.page({ js: false });
	await form.goto(`${site.url}/lapor`);		// fetched before, sent after
	const token = await form.inputValue('main input[name=token]');
	let working = true, opened = 0, filed = 0;
	const wrong = [];
	const people = [
		(async () => { while (working) { await report(site); filed++; } })(),
		(async () => {
			while (working) {
				const answer = await page.request.get(`${site.url}/tiket/${old.number}`);
				if (!/Zulaikha Tanpadua/.test(await answer.text()))
					wrong.push(answer.status());
				opened++;
			}
		})(),
	];
	await until('work has begun', () => filed > 3 && opened > 3);
	for (let i = 0; i < 3; i++)
		assert.match(await site.cli('key', 'rotate'), /sealed again by key \d+\./);
	const [f, o] = [filed, opened];
	await until('work goes on', () => filed > f + 3 && opened > o + 3);
	working = false;
	await Promise.all(people);
	assert.deepEqual(wrong, []);
	const late = await form.request.post(`${site.url}/lapor`, { headers: { origin: site.url }, form: {
		token, category: 'JLN', privacy: 'anonymous', place: 'Jl. Lama 1', consent: '1', area: '',
		story: 'Formulir ini diambil sebelum kunci diganti, dan dikirim sesudahnya.' } });
	assert.match(await late.text(), /Terima kasih\. Laporan Anda kami terima/);
	await site.cli('key', 'reseal');
	const list = await site.cli('key', 'list');
	assert.match(list, /^4 {2}\d+ seals, in use$/m);
	assert.match(list, /^1 {2}0 seals, finds codes and phones$/m);
	await open_it(page, site, old);
	assert.match(await page.locator('main').innerText(), /081398762210/);
	assert.match(await track(await site.page(), site, old.code), /Menanyakan keterangan/);
});

test('what lies on the disk names nobody', async ({ site }) => {
	await report(site);
	let looked = 0;
	for (const file of readdirSync(site.data)) {
		const path = join(site.data, file);
		if (!statSync(path).isFile())
			continue;
		const text = readFileSync(path).toString('latin1');
		assert.doesNotMatch(text, /zulaikha|tanpadua|98762210/i, file);
		looked += /Sangat Rahasia/.test(text);
	}
	assert.ok(looked > 0, 'what is no secret was not found either');
	assert.doesNotMatch(site.log(), /zulaikha|tanpadua|98762210/i, 'the log');
});

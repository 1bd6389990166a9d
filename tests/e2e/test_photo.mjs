// test_photo.mjs: photos of a report and of its work, in a browser: chosen, refused, judged, shown.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, assert } from './harness.mjs';

const words = 'Lubang besar di tengah jalan, sudah dua motor jatuh malam ini.';

// A photo of its own for each seed, painted by the browser.
async function photo(page, seed, type = 'image/jpeg', width = 1200) {
	const data = await page.evaluate(async ([seed, type, width]) => {
		const c = Object.assign(document.createElement('canvas'), { width, height: width * 3 / 4 });
		const g = c.getContext('2d');
		g.scale(width / 1200, width / 1200);	// smaller, it is the same view
		for (let i = 0; i < 40; i++) {
			g.fillStyle = `hsl(${(seed * 97 + i * 41) % 360} 60% ${20 + (i * seed * 13) % 60}%)`;
			g.fillRect((i * seed * 173) % 1200, (i * seed * 311) % 900, 240, 200);
		}
		return c.toDataURL(type, 0.9).split(',')[1];
	}, [seed, type, width]);
	return { name: `foto.${type.slice(6)}`, mimeType: type, buffer: Buffer.from(data, 'base64') };
}

// The browser paints only where scripts run; so photos are made on a page of their own.
async function painter(site) {
	const page = await site.page();
	await page.goto(`${site.url}/tentang`);
	return (...a) => photo(page, ...a);
}

const choose = (page, selector) => page.locator(selector).check({ force: true });

async function fill(page, site, files) {
	await page.goto(`${site.url}/lapor`);
	await choose(page, '[name=category][value=JLN]');
	await page.selectOption('[name=area]', { index: 3 });
	await page.fill('[name=place]', 'Jl. Karya Bakti 14');
	await page.fill('[name=story]', words);
	await choose(page, '[name=privacy][value=public]');
	await choose(page, '[name=consent]');
	await page.setInputFiles('[name=foto]', files);
}

async function send(page) {
	const [answer] = await Promise.all([
		page.waitForResponse(r => r.request().method() === 'POST' && r.request().isNavigationRequest()),
		page.locator('main form[data-report] button.btn-xl').click()]);
	await page.waitForLoadState();
	return answer.status();
}

async function reported(page, site, files) {
	await fill(page, site, files);
	assert.equal(await send(page), 200);
	return { number: (await page.locator('.tno').first().innerText()).trim(),
		code: (await page.locator('.secret').innerText()).trim() };
}

async function press(page, locator) {
	await Promise.all([page.waitForResponse(r => r.request().isNavigationRequest()), locator.click()]);
	await page.waitForLoadState();
}

// Each picture of the page has arrived, and is one.
const drawn = page => page.waitForFunction(() => [...document.querySelectorAll('img.shot')]
	.every(i => (i.scrollIntoView(), i.complete && i.naturalWidth > 0)));

for (const lang of ['id', 'en'])
	test(`a file that is no photo is told beside the field, and the words stay (${lang})`, async ({ site }) => {
		const page = await site.page({ viewport: 'phone', js: false, lang });
		await fill(page, site, [{ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a') }]);
		assert.equal(await send(page), 422);
		assert.match(await page.locator('#f-foto-e').innerText(), lang === 'id' ? /bukan foto/ : /is no JPEG/);
		assert.equal(await page.inputValue('[name=story]'), words);
		assert.match(await page.locator('#f-foto-a').innerText(), lang === 'id' ? /dipilih lagi/ : /chosen again/);
		const same = await site.page({ viewport: 'small', lang, theme: 'dark' });
		await fill(same, site, [{ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a') }]);
		assert.equal(await send(same), 422);
		same.wrong = [];	// the browser's own word about 422
		await site.axe(same);
	});

test('too many, and too heavy', async ({ site }) => {
	const page = await site.page({ js: false }), paint = await painter(site);
	const one = await paint(1);
	await fill(page, site, Array(7).fill(one));
	assert.equal(await send(page), 413);
	assert.match(await page.locator('#f-foto-e').innerText(), /Paling banyak 6/);
	const heavy = { ...one, buffer: Buffer.concat([one.buffer, Buffer.alloc(8 << 20)]) };
	await fill(page, site, [one, heavy]);
	assert.equal(await send(page), 413);
	assert.match(await page.locator('#f-foto-e').innerText(), /ke-2 lebih besar/);
	assert.equal(await page.inputValue('[name=place]'), 'Jl. Karya Bakti 14');
});

for (const lang of ['id', 'en'])
	test(`with script, too much is told before it is sent (${lang})`, async ({ site }) => {
		const page = await site.page({ viewport: 'phone', lang }), paint = await painter(site);
		const one = await paint(1), posts = [];
		page.on('request', r => r.method() === 'POST' && posts.push(r.url()));
		const press = () => page.locator('main form[data-report] button.btn-xl').click();
		const warning = page.locator('#f-foto-w');
		await fill(page, site, [one]);
		assert.ok(await warning.isHidden());
		await page.setInputFiles('[name=foto]', Array(7).fill(one));
		assert.match(await warning.innerText(), lang === 'id' ? /Paling banyak 6 foto/ : /At most 6 photos/);
		await press();
		assert.equal(await page.evaluate(() => document.activeElement.id), 'f-foto');
		assert.equal(await page.getAttribute('#f-foto', 'aria-invalid'), 'true');
		await site.axe(page);
		await page.setInputFiles('[name=foto]', [one, { ...one, buffer: Buffer.concat([one.buffer, Buffer.alloc(8 << 20)]) }]);
		assert.match(await warning.innerText(), lang === 'id' ? /Foto ke-2 lebih besar dari 8 MB/ : /Photo 2 is larger than 8 MB/);
		await press();
		assert.deepEqual(posts, []);
		await page.setInputFiles('[name=foto]', [one]);
		assert.ok(await warning.isHidden());
		assert.equal(await send(page), 200);	// at once: what was held back is no first click
	});

test('more than nginx reads: its page says what to do, and the words are still there', async ({ site }) => {
	const page = await site.page({ js: false }), paint = await painter(site), one = await paint(1);
	const dir = await mkdtemp(join(tmpdir(), 'siaga-'));
	try {	// from the disk: playwright carries no more than 50 MB itself
		const path = join(dir, 'foto.jpg');
		await writeFile(path, Buffer.concat([one.buffer, Buffer.alloc(68 << 20)]));
		await fill(page, site, [path]);
		assert.equal(await send(page), 413);
		const said = await page.locator('main').innerText();
		assert.match(said, /paling banyak 6 foto, masing-masing paling besar 8 MB/);
		assert.match(said, /tombol Kembali/);
		assert.match(said, /Choose fewer or smaller photos/);
		await page.goBack();
		assert.equal(await page.inputValue('[name=story]'), words);
	} finally {
		await rm(dir, { recursive: true });
	}
});

for (const js of [true, false])
	test(`photos come, are judged, are shown${js ? '' : ', without script'}`, async ({ site }) => {
		const paint = await painter(site), seed = js ? 3 : 5;
		const before = await paint(seed), proof = await paint(seed, 'image/jpeg', 700);
		const citizen = await site.page({ viewport: 'phone', js });
		const { number, code } = await reported(citizen, site, [before,
			await paint(seed + 10, 'image/png'), await paint(seed + 20, 'image/webp')]);

		// The desk sees them with the report, and lets the public see the first.
		const desk = await site.sign_in('pengarah', { js });
		await desk.goto(`${site.url}/triase/${number}`);
		assert.equal(await desk.locator('img.shot').count(), 3);
		await choose(desk, '[name=publish]');
		await press(desk, desk.locator('#act button[value=send]'));
		await desk.goto(`${site.url}/tiket/${number}`);
		await drawn(desk);
		if (js)
			await site.axe(desk);
		await press(desk, desk.locator('#foto button[name=umum]').first());
		await citizen.goto(`${site.url}/laporan/${number}`);
		assert.equal(await citizen.locator('img.shot').count(), 1);
		assert.equal(await citizen.locator('img.shot').getAttribute('alt'), 'Foto laporan 1');
		if (js) {
			await drawn(citizen);
			await site.axe(citizen);
		}

		// The agency hands in the citizen's own photo as proof.
		const agency = await site.sign_in('pupr', { js, viewport: 'phone' });
		for (const [act, note] of [['start', 'Mulai.'], ['submit', 'Sudah ditambal.']]) {
			await agency.goto(`${site.url}/tiket/${number}`);
			const path = await agency.locator(`a[href*="/langkah/${act}?"]`).first().getAttribute('href');
			await agency.goto(`${site.url}${path}`);
			await agency.fill('form.panel [name=catatan]', note);
			if (act === 'submit') {
				if (js)
					await site.axe(agency);
				await agency.setInputFiles('[name=foto]', [proof]);
			}
			await press(agency, agency.locator('form.panel button.btn').first());
			assert.ok(!agency.url().includes('/langkah/'), agency.url());
		}
		assert.equal(await agency.locator('#foto .amb').count(), 0, 'who did the work is told nothing');

		// The verifier is told.
		const verifier = await site.sign_in('verifikator', { js, theme: 'dark', viewport: 'phone' });
		await verifier.goto(`${site.url}/tiket/${number}`);
		const said = await verifier.locator('#foto li').last().innerText();
		assert.match(said, /Foto hasil pekerjaan 1/);
		assert.match(said, /Sama dengan foto laporan/);
		assert.match(said, /tidak menyebut lokasi/);
		if (js) {
			await drawn(verifier);
			await site.axe(verifier);
			await site.shot(verifier, 'foto-verifikator');
		}

		// The verifier gets the original of the proof, with a reason; not the reporter's.
		assert.equal(await verifier.locator('#foto a[href$="/asli"]').count(), 1);
		await press(verifier, verifier.locator('#foto a[href$="/asli"]'));
		await press(verifier, verifier.locator('form.panel button.btn').first());
		assert.match(await verifier.locator('.errsum').innerText(), /Untuk apa foto asli diambil/);
		if (js) {
			verifier.wrong = [];	// the browser's own word about 422
			await site.axe(verifier);
			await site.shot(verifier, 'foto-asli');
		}
		await choose(verifier, '[name=alasan][value=original_check]');
		const [file] = await Promise.all([verifier.waitForEvent('download'),
			verifier.locator('form.panel button.btn').first().click()]);
		assert.match(file.suggestedFilename(), new RegExp(`^${number}-foto-\\d+\\.jpg$`));
		assert.deepEqual(await readFile(await file.path()), proof.buffer);
		await verifier.goto(`${site.url}/tiket/${number}`);
		assert.match(await verifier.locator('main').innerText(), /Foto asli: memeriksa keaslian/);

		// An agency without a part in it sees nothing of it.
		const other = await site.sign_in('damkar', { js });
		const src = await verifier.locator('#foto img').first().getAttribute('src');
		assert.equal((await other.goto(`${site.url}${src}`)).status(), 404);
		assert.equal((await citizen.request.get(`${site.url}${src}`, { maxRedirects: 0 })).status(), 303);
		const mine = await verifier.request.get(`${site.url}${src}`);
		assert.equal(mine.headers()['content-type'], 'image/jpeg');
		assert.equal(mine.headers()['cache-control'], 'private, no-store');

		// The reporter sees the own ones by the code.
		await citizen.goto(`${site.url}/lacak`);
		await citizen.fill('main [name=code]', code);
		await press(citizen, citizen.locator('main form button').first());
		assert.equal(await citizen.locator('img.shot[src^="data:image/jpeg;base64,"]').count(), 3);
		if (js) {
			await drawn(citizen);
			await site.axe(citizen);
			await site.shot(citizen, 'foto-pelapor');
		}
	});

// test_walk.mjs: the main job, end to end: a citizen's report and a 112 call, from first word to last.
import { test, assert, until } from './harness.mjs';

const words = 'Lubang besar di tengah jalan, sudah dua motor jatuh malam ini.';

async function choose(page, selector) {
	await page.locator(selector).check({ force: true });
}

// The button or link of an act on a ticket's page; then its form, where it has one.
async function step(page, site, number, act, fill = {}) {
	const link = `/langkah/${act}?`;
	await page.goto(`${site.url}/tiket/${number}`);
	const button = page.locator(`[formaction*="${link}"], a[href*="${link}"]`);
	assert.ok(await button.count() > 0, `${act} is offered on ${number}`);
	const visible = button.locator('visible=true');
	if (await visible.count() === 0)
		await page.locator('details.more > summary').click();
	await visible.first().click();
	await page.waitForLoadState();
	for (const [name, value] of Object.entries(fill)) {
		const field = page.locator(`form.panel [name="${name}"]`);
		if (value === true)
			await field.first().check({ force: true });
		else if (await field.first().getAttribute('type') === 'radio' || await field.first().getAttribute('type') === 'checkbox')
			await choose(page, `form.panel [name="${name}"][value="${value}"]`);
		else
			await field.fill(value);
	}
	if (Object.keys(fill).length > 0)
		await Promise.all([page.waitForURL(u => !u.pathname.includes('/langkah/')),
			page.locator('form.panel button.btn').first().click()]);
	assert.ok(!page.url().includes('/langkah/'), `${act} was done: ${page.url()}`);
}

async function follow(page, site, code) {
	await page.goto(`${site.url}/lacak`);
	await page.fill('main [name=code]', code);
	await Promise.all([page.waitForLoadState(), page.locator('main form button').first().click()]);
	await page.locator('.nowbox').waitFor();
	return page.locator('main').innerText();
}

async function report(page, site, { js }) {
	await page.goto(`${site.url}/lapor`);
	await choose(page, '[name=category][value=JLN]');
	await page.selectOption('[name=area]', { index: 3 });
	await page.fill('[name=place]', 'Jl. Karya Bakti 14, depan pasar');
	await page.fill('[name=story]', words);
	await choose(page, '[name=privacy][value=public]');
	await page.fill('main [name=name]', 'Ratna Dewi');
	await page.fill('main [name=email]', `warga${js ? 1 : 2}@example.id`);
	await choose(page, '[name=consent]');
	await page.locator('main form[data-report] button.btn-xl, main form[data-report] button[type=submit]').first().click();
	await page.locator('.secret').waitFor();
	return { number: (await page.locator('.tno').first().innerText()).trim(),
		code: (await page.locator('.secret').innerText()).trim() };
}

for (const js of [true, false])
	test(`a citizen's report is verified, worked, validated and confirmed${js ? '' : ', without script'}`, async ({ site }) => {
		const citizen = await site.page({ viewport: 'phone', js });
		const { number, code } = await report(citizen, site, { js });
		assert.match(number, /^ADU-\d\d-\d{6}-[2-9A-Z]$/);
		assert.match(code, /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
		assert.match(await follow(citizen, site, code), /verifikasi|diperiksa|Diskominfo/i);

		const desk = await site.sign_in('pengarah', { js });
		await desk.goto(`${site.url}/triase/${number}`);
		assert.match(await desk.locator('main, .page').first().innerText(), new RegExp(words.slice(0, 30)));
		const publish = desk.locator('[name=publish]');
		if (await publish.count())
			await publish.check({ force: true });
		await Promise.all([desk.waitForLoadState(),
			desk.locator('#act button[value=send]').click()]);
		assert.match(await follow(citizen, site, code), /PUPR/);

		const agency = await site.sign_in('pupr', { js });
		await agency.goto(`${site.url}/tugas`);
		assert.ok(await agency.locator(`a[href="/tiket/${number}"]`).count() > 0, 'PUPR has it');
		await step(agency, site, number, 'accept');
		await step(agency, site, number, 'start', { catatan: 'Regu jalan berangkat besok pagi.' });
		assert.match(await follow(citizen, site, code), /Regu jalan berangkat besok pagi/);
		await agency.goto(`${site.url}/tiket/${number}`);
		await agency.fill('#catat [name=catatan]', 'Aspal tinggal sedikit');
		await agency.locator('#catat button.nt-in').click();
		await agency.waitForLoadState();
		await step(agency, site, number, 'submit', { catatan: 'Lubang sudah ditambal dan dipadatkan.' });
		assert.doesNotMatch(await follow(citizen, site, code), /Aspal tinggal sedikit/);

		const verifier = await site.sign_in('verifikator', { js });
		await step(verifier, site, number, 'validate');
		const now = await follow(citizen, site, code);
		assert.match(now, /Lubang sudah ditambal/);
		await choose(citizen, '[name=rating][value="5"]');
		await Promise.all([citizen.waitForLoadState(),
			citizen.locator('form[action="/lacak/beres"] button').last().click()]);
		assert.match(await follow(citizen, site, code), /ditutup|Terima kasih|selesai/i);

		// Public by the desk's tick, without the reporter's name; letters came.
		await citizen.goto(`${site.url}/laporan/${number}`);
		const seen = await citizen.locator('main').innerText();
		assert.match(seen, /Lubang/);
		assert.doesNotMatch(seen, /Ratna/);
		const letter = await site.mail(m => m.to.includes(`warga${js ? 1 : 2}@example.id`) && m.text.includes(number));
		assert.doesNotMatch(letter.text, new RegExp(code));
	});

test('a house fire is keyed, sent, worked and closed, and a second caller joins', async ({ site }) => {
	// Three agencies look at their lists before it happens.
	const lists = {};
	for (const login of ['damkar', 'pln', 'dinkes', 'polres']) {
		lists[login] = await site.sign_in(login);
		await lists[login].goto(`${site.url}/tugas`);
	}

	const taker = await site.sign_in('petugas');
	await taker.goto(`${site.url}/panggilan`);
	await taker.locator('#keys-open').waitFor();
	const key = keys => taker.keyboard.press(keys);
	await key('F2');
	await taker.keyboard.type('api dapur rumah');
	await taker.locator('#type-list li, #type-list [role=option]').first().waitFor();
	await key('Enter');
	await key('F4');
	await taker.keyboard.type('Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas');
	await key('Tab');
	await taker.keyboard.type('Pasar Lama');
	await key('F8');
	await taker.locator('#sop li').first().waitFor();
	await key('1');
	await key('Alt+N');
	await taker.keyboard.type('081277450391');
	await key('Alt+R');
	await taker.keyboard.type('Rumah kayu, nenek masih di kamar belakang.');
	await key('Control+Enter');
	await taker.locator('#sent').waitFor();
	const number = (await taker.locator('#sent a[href^="/tiket/"]').first().innerText()).trim();
	assert.match(number, /^DRT-/);
	const sent = await taker.locator('#sent').innerText();
	for (const agency of ['Damkar', 'PLN', 'Polres', 'PSC 119'])
		assert.match(sent, new RegExp(agency), agency);

	// All of them see it, without a reload.
	for (const [login, page] of Object.entries(lists))
		await until(`${login} sees ${number}`, async () => await page.locator(`a[href="/tiket/${number}"]`).count() > 0);
	// An agency it is not for sees nothing, and is not told that it exists.
	const other = await site.sign_in('pupr');
	const answer = await other.goto(`${site.url}/tiket/${number}`);
	assert.equal(answer.status(), 404);

	const damkar = lists.damkar;
	await step(damkar, site, number, 'accept');
	await step(damkar, site, number, 'send_unit', { unit: true });
	await step(damkar, site, number, 'depart');

	// A second caller: the same fire, one key.
	await taker.goto(`${site.url}/panggilan`);
	await taker.locator('#keys-open').waitFor();
	await key('F2');
	await taker.keyboard.type('rumah terbakar');
	await taker.locator('#type-list li, #type-list [role=option]').first().waitFor();
	await key('Enter');
	await key('F4');
	await taker.keyboard.type('asap tebal dekat masjid');
	await key('Tab');
	await taker.keyboard.type('Pasar Lama');
	await key('Tab');
	await until('the fire is among the likely ones', async () =>
		(await taker.locator('#near').innerText()).includes(number));
	await key('Alt+G');
	await taker.locator('#sent').waitFor();
	assert.match(await taker.locator('#sent').innerText(), new RegExp(number));
	await damkar.goto(`${site.url}/tugas`);
	assert.match(await damkar.locator(`tr:has(a[href="/tiket/${number}"])`).innerText(), /2 pelapor/);

	await step(damkar, site, number, 'arrive');
	await step(damkar, site, number, 'resolve', { alasan: 'handled', catatan: 'Api padam, tidak ada korban.' });
	const chief = await site.sign_in('penyelia');
	await step(chief, site, number, 'close', { alasan: 'told_phone' });
	assert.match(await chief.locator('main, body').first().innerText(), /Ditutup|ditutup/);
	assert.match(await site.cli('verify'), /\d+/);
});

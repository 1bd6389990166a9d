// test_worklist.mjs: the agency's list and the ticket: live, by keys, against rivals, on a locked store.
import { test, assert, until, sleep } from './harness.mjs';
import { incident } from './client.mjs';

let count = 0;

// Damkar leads a house fire.
const fire = (site, place = `Jl. Melati ${++count}`) => incident(site, { place });

const row = (page, number) => page.locator(`tr:has(a[href="/tiket/${number}"])`);

async function press(page, locator) {
	const [answer] = await Promise.all([
		page.waitForResponse(r => r.request().isNavigationRequest() && r.request().method() === 'POST'),
		locator.click()]);
	await page.waitForLoadState();
	return answer.status();
}

for (const js of [true, false])
	test(`one press accepts from the list, and the list says so${js ? '' : ', without script'}`, async ({ site }) => {
		const number = await fire(site);
		const page = await site.sign_in('damkar', { js });
		await page.goto(`${site.url}/tugas?prioritas=P1`);
		assert.match(await page.locator('.alertbar').innerText(), /Tiket baru P1/);
		assert.match(await row(page, number).locator('.act .btn').innerText(), new RegExp(`Terima\\s${number}`));
		assert.equal(await press(page, row(page, number).locator('.act .btn')), 303);
		assert.equal(new URL(page.url()).search, '?prioritas=P1', 'the filter stays');
		assert.match(await page.locator('#kabar').innerText(), new RegExp(`${number}: Tugas diterima`));
		assert.match(await row(page, number).innerText(), /Diterima OPD/);
		assert.match(await row(page, number).locator('.act').innerText(), /Kirim unit/);
		await page.goto(`${site.url}/tugas?prioritas=P1`);
		assert.equal(await page.locator('#kabar').count(), 0, 'once is enough');
		if (js)
			await site.axe(page);
	});

test('the slower of two is told who was faster', async ({ site }) => {
	const number = await fire(site);
	const [fast, slow] = [await site.sign_in('damkar'), await site.sign_in('damkar2')];
	for (const path of ['**/tugas/versi', '**/langsung*'])
		await slow.route(path, r => r.abort());	// its list stays an old one
	await slow.goto(`${site.url}/tugas`);
	await fast.goto(`${site.url}/tugas`);
	await press(fast, row(fast, number).locator('.act .btn'));
	assert.equal(await press(slow, row(slow, number).locator('.act .btn')), 409);
	const said = await slow.locator('.ban[role=alert]').innerText();
	assert.match(said, /Dedi Hartono \(Damkar\): (Mulai ditangani|Tugas diterima), \d\d\.\d\d/);
	assert.match(said, /Keadaan sekarang: Diterima OPD/);
});

test('what the slower one typed is not lost', async ({ site }) => {
	const number = await fire(site);
	const [fast, slow] = [await site.sign_in('damkar'), await site.sign_in('damkar2')];
	const words = 'Bukan wilayah kami, ini milik kabupaten.';
	const id = async page => (await page.locator('a[href*="/langkah/reject?"]').first().getAttribute('href')).split('?')[1];
	await slow.goto(`${site.url}/tiket/${number}`);
	await slow.goto(`${site.url}/tiket/${number}/langkah/reject?${await id(slow)}`);
	await slow.locator('[name=alasan][value=wrong_place]').check({ force: true });
	await slow.fill('[name=catatan]', words);
	await fast.goto(`${site.url}/tugas`);
	await press(fast, row(fast, number).locator('.act .btn'));
	assert.equal(await press(slow, slow.locator('form.panel button.btn')), 409);
	assert.match(await slow.locator('.ban[role=alert]').innerText(), /Dedi Hartono/);
	assert.equal(await slow.inputValue('#kata'), words);
	await site.axe(slow);
	assert.equal(await press(slow, slow.locator('form.panel button')), 303);
	assert.match(await slow.locator('#lini .note.in').first().innerText(), new RegExp(words));
});

for (const js of [true, false])
	test(`an empty form comes back with its faults and its words${js ? '' : ', without script'}`, async ({ site }) => {
		const number = await fire(site);
		const page = await site.sign_in('damkar', { js, viewport: 'phone' });
		await page.goto(`${site.url}/tiket/${number}`);
		const href = await page.locator('a[href*="/langkah/reject?"]').first().getAttribute('href');
		await page.goto(site.url + href);
		if (js)
			await site.axe(page);
		await page.fill('[name=catatan]', 'Kata yang tidak boleh hilang');
		assert.equal(await press(page, page.locator('form.panel button.btn')), 422);
		assert.match(await page.locator('.errsum').innerText(), /Alasan/);
		assert.match(await page.locator('#f-alasan-e').innerText(), /Alasan/);
		assert.equal(await page.inputValue('[name=catatan]'), 'Kata yang tidak boleh hilang');
		assert.match(await page.title(), /^Galat:/);
		if (js)
			await site.axe(page);
		await page.goto(`${site.url}/tiket/${number}`);
		assert.equal(await press(page, page.locator('#catat button:visible').first()), 422);
		assert.match(await page.locator('#f-catatan-e').innerText(), /wajib diisi/);
	});

for (const js of [true, false])
	test(`a locked store is said, and nothing is lost${js ? '' : ', without script'}`, async ({ site }) => {
		const number = await fire(site);
		const page = await site.sign_in('damkar', { js });
		await page.goto(`${site.url}/tiket/${number}`);
		await page.fill('#f-catatan', 'Ditulis selagi sibuk');
		await sleep(300);		// the script has said by now that it was seen
		const let_go = await site.hold_store();
		try {
			assert.equal(await press(page, page.locator('#catat button:visible').first()), 503);
			assert.equal(await page.inputValue('#f-catatan'), 'Ditulis selagi sibuk');
			assert.match(await page.locator('.ban[role=alert]').first().innerText(), /sangat sibuk/);
			await page.goto(`${site.url}/tugas`);
			assert.equal(await press(page, row(page, number).locator('.act .btn')), 503);
			assert.match(await page.locator('.ban[role=alert]').innerText(), /belum tersimpan/);
		} finally {
			await let_go();
		}
		await page.goto(`${site.url}/tugas`);
		assert.equal(await press(page, row(page, number).locator('.act .btn')), 303);
	});

test('notes are internal unless somebody chooses', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tiket/${number}`);
	assert.ok(await page.isChecked('#pembaca-1'));
	assert.equal(await page.locator('#catat button:visible').first().innerText(), 'Simpan catatan internal');
	await page.fill('#f-catatan', 'Kunci gerbang di pos satpam');
	await press(page, page.locator('#catat button.nt-in'));
	assert.match(await page.locator('#lini li').first().innerText(), /Internal/);
	await page.locator('label[for=pembaca-2]').click();
	assert.equal(await page.locator('#catat button:visible').first().innerText(), 'Kirim ke pelapor');
	await page.fill('#f-catatan', 'Petugas sudah berangkat.');
	await press(page, page.locator('#catat button.nt-pub'));
	assert.match(await page.locator('#lini li').first().innerText(), /Terlihat pelapor/);
	await page.goto(`${site.url}/tiket/${number}?lini=catatan`);
	assert.equal(await page.locator('#lini .tl > li').count(), 2);
});

test('who has no part in a ticket is not told that it exists', async ({ site }) => {
	const number = await fire(site);
	for (const [login, status] of [['dinsos', 404], ['walikota', 404], ['auditor', 404], ['admin', 404],
		['damkar.r1', 404], ['petugas', 200], ['verifikator', 200], ['polres', 200]]) {
		const page = await site.sign_in(login);
		assert.equal((await page.goto(`${site.url}/tiket/${number}`)).status(), status, login);
		assert.equal((await page.goto(`${site.url}/tiket/${number.replace(/.$/, 'Z')}`)).status(), 404);
		await page.context().close();
	}
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tiket/${number.toLowerCase()}`);
	assert.equal(new URL(page.url()).pathname, `/tiket/${number}`);
	await page.goto(`${site.url}/tugas`);
	await page.fill('#nomor', number.toLowerCase().replace(/-/g, ' '));
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/tiket/${number}`);
	assert.equal((await page.goto(`${site.url}/tugas/cari?nomor=kucing`)).status(), 422);
	assert.match(await page.locator('.ban').innerText(), /bukan nomor tiket/);
});

test('opening is told by a script, and changes what a colleague can do in nothing', async ({ site }) => {
	const number = await fire(site);
	const [one, other] = [await site.sign_in('damkar'), await site.sign_in('damkar2')];
	await other.goto(`${site.url}/tugas`);
	await Promise.all([one.waitForResponse(r => r.url().endsWith('/lihat') && r.status() === 204),
		one.goto(`${site.url}/tiket/${number}`)]);
	await one.goto(`${site.url}/tugas`);
	assert.match(await row(one, number).innerText(), /Dibaca/);
	const value = await row(other, number).locator('.act .btn').getAttribute('value');
	assert.match(value, /\.accept\.0$/);
	assert.equal(await press(other, row(other, number).locator('.act .btn')), 303, 'seen is no rival');
});

test('new work comes by itself and moves no row from under a person', async ({ site }) => {
	const first = await fire(site);
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tugas`);
	const second = await fire(site);
	await until('the list has it', async () => await row(page, second).count() > 0);
	assert.match(await page.title(), /^\(!\)/);
	await row(page, second).locator('.id a').focus();
	const place = (await row(page, second).boundingBox()).y;
	const other = await site.sign_in('damkar2');
	await other.goto(`${site.url}/tugas`);
	await press(other, row(other, first).locator('.act .btn'));
	await until('the other row changed in place', async () => /Diterima OPD/.test(await row(page, first).innerText()));
	const third = await fire(site);
	await until('changes are announced', async () => await page.locator('#baru').isVisible());
	assert.match(await page.locator('#baru').innerText(), /\d+ perubahan, muat/);
	assert.equal(await row(page, third).count(), 0, 'it waits');
	assert.ok(Math.abs((await row(page, second).boundingBox()).y - place) < 60, 'the row is where it was');
	assert.equal(await page.evaluate('document.activeElement.textContent'), second);
	await site.axe(page);
	await page.locator('#baru button').click();
	await until('it is loaded', async () => await row(page, third).count() > 0);
	assert.match(await page.locator('#langsung').innerText(), /diperbarui \d+ dtk lalu/);
	// A lost connection is said.
	await page.context().setOffline(true);
	await until('it is said', async () => /terputus/.test(await page.locator('#langsung').innerText()));
});

test('keys move, open and take the next step, and can be switched off', async ({ site }) => {
	await fire(site);
	await fire(site);
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tugas?tampil=terima`);
	const at = () => page.evaluate('[...document.querySelectorAll("#daftar tbody tr")].findIndex(r => r.classList.contains("sel"))');
	await page.keyboard.press('j');
	assert.equal(await at(), 0);
	await page.keyboard.press('j');
	assert.equal(await at(), 1);
	await page.keyboard.press('k');
	assert.equal(await at(), 0);
	await page.keyboard.press('/');
	assert.equal(await page.evaluate('document.activeElement.id'), 'nomor');
	await page.keyboard.type('jk');
	assert.equal(await page.inputValue('#nomor'), 'jk', 'typing is typing');
	await page.locator('h1').click();
	await page.keyboard.press('?');
	assert.equal(await page.evaluate('document.activeElement.id'), 'tombol');
	await page.locator('#pintasan').uncheck();
	await page.locator('h1').click();
	await page.keyboard.press('j');
	assert.equal(await at(), 0);
	await page.locator('#pintasan').check();
	await page.keyboard.press('j');
	const number = await page.evaluate('document.activeElement.textContent');
	await Promise.all([page.waitForURL('**/tugas?tampil=terima'), page.waitForResponse(r => r.status() === 303),
		page.keyboard.press('t')]);
	assert.match(await page.locator('#kabar').innerText(), new RegExp(`${number}: Tugas diterima`));
});

test('a dispatcher acts for an agency, and the time line says so', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('pengarah');
	await page.goto(`${site.url}/tiket/${number}`);
	await page.locator('#sisi details summary').first().click();
	await page.locator('#sisi [formaction*="/langkah/accept?"]').first().click();
	await page.waitForLoadState();
	assert.match(await page.locator('#lini').innerText(), /Wulan Kusuma\s+atas nama Damkar/);
	await page.locator('#sisi details summary').first().click();
	await page.locator('#sisi a[href*="/langkah/send_unit?"]').first().click();
	assert.match(await page.locator('.ban').innerText(), /atas nama Dinas Pemadam Kebakaran/);
	for (const unit of [0, 1])
		await page.locator('[name=unit]').nth(unit).check({ force: true });
	assert.equal(await press(page, page.locator('form.panel button.btn')), 303);
	assert.match(await page.locator('#sisi').innerText(), /A1[\s\S]*A2/);
	await site.axe(page);
	// Who did the work does not check it; who has no such step is offered none.
	assert.equal((await page.goto(`${site.url}/tiket/${number}/langkah/validate?objek=t1`)).status(), 404);
});

test('nothing is done by an address alone', async ({ site }) => {
	const number = await fire(site);
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/tiket/${number}`);
	const action = await page.locator('[formaction*="/langkah/accept?"]').first().getAttribute('formaction');
	await page.goto(site.url + action);
	await page.goto(`${site.url}/tugas`);
	assert.match(await row(page, number).locator('.act .btn').innerText(), /Terima/, 'a GET accepts nothing');
	const forged = await page.request.post(site.url + action, { form: { csrf: 'x' } });
	assert.equal(forged.status(), 403);
});

test('every screen is clean for everybody', async ({ site }) => {
	const number = await fire(site);
	await site.axe_everywhere('/tugas', { role: 'damkar', name: 'tugas' });
	await site.axe_everywhere('/tugas?tampil=selesai', { role: 'pengarah' });
	await site.axe_everywhere(`/tiket/${number}`, { role: 'damkar', name: 'tiket' });
	await site.axe_everywhere(`/tiket/${number}`, { role: 'penyelia', lang: 'en' });
	for (const lang of ['id', 'en']) {
		const page = await site.sign_in('damkar', { viewport: 'small', lang });
		for (const path of ['/tugas', `/tiket/${number}`, `/tiket/${number}/langkah/reject?objek=a1`]) {
			await page.goto(site.url + path);
			await site.axe(page);
		}
	}
});

test('the wallboard fits its screen, renews itself and says when it cannot', async ({ site }) => {
	const page = await site.sign_in('walikota', { viewport: 'wall' });
	await page.goto(`${site.url}/komando`);
	await site.axe(page);
	const over = await page.evaluate('document.documentElement.scrollHeight - innerHeight');
	assert.ok(over <= 0, `it scrolls by ${over} px`);
	assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(11, 20, 19)');
	const number = await fire(site, 'Jl. Layar 99');
	await until('the fire is on the wall', async () => /menunggu Damkar menerima/.test(await page.locator('#dinding').innerText()));
	assert.ok(await page.locator('.w-inc.hot').count() > 0);
	assert.doesNotMatch(await page.locator('#dinding').innerText(), new RegExp(number), 'numbers are for those who work');
	await site.shot(page, 'komando-wall');
	await page.context().setOffline(true);
	await until('lost is said', async () => /terputus/.test(await page.locator('#langsung').innerText()));
	assert.ok(await page.locator('#jam.red').count() > 0);
	await page.context().setOffline(false);
	await until('and found again', async () => await page.locator('#jam.red').count() === 0);
	for (const login of ['damkar', 'petugas', 'auditor']) {
		const no = await site.sign_in(login);
		assert.equal((await no.goto(`${site.url}/komando`)).status(), 403, login);
	}
	await site.axe_everywhere('/komando', { role: 'walikota' });
});

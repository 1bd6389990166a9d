// test_call_desk.mjs: the 112 call desk by keyboard alone, and without script; the triage desk.
import { test, assert, until, sleep } from './harness.mjs';

export const options = { mail: false };

const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);

async function desk(site, how) {
	const page = await site.sign_in('call_taker', how);
	await page.goto(`${site.url}/panggilan`);
	await until('the desk is ready', async () => await active(page) === 'f-type');
	if (how?.js !== false)
		await page.locator('#keys-open').waitFor();	// the script has the keys
	return page;
}

// A type by its first words, a place, a village, all by keyboard.
async function key_in(page, type, place, village) {
	await page.keyboard.press('F2');
	await page.keyboard.type(type);
	await page.locator('#type-list [role=option]').first().waitFor();
	await page.keyboard.press('Enter');
	await until('the place is next', async () => await active(page) === 'f-place');
	await page.keyboard.type(place);
	await page.keyboard.press('Enter');
	await page.keyboard.type(village);
	await page.keyboard.press('F8');
	await page.locator('#sop .sop').waitFor();
}

// How far the middle column would have to be scrolled.
const over = page => page.evaluate(() => {
	const c = document.querySelector('.c-what');
	return c.scrollHeight - c.clientHeight;
});

const sent = async page => (await page.locator('#sent').innerText()).replace(/\s+/g, ' ');

test('a house fire, from the first ring to sent, without a mouse', async ({ site }) => {
	const page = await desk(site);
	let presses = 0;
	const press = key => { presses++; return page.keyboard.press(key); };
	assert.match(await page.locator('#call-state').innerText(), /Siap/);
	await page.keyboard.type('rumah terb');
	assert.equal(await page.locator('#type-list [role=option]').count(), 1);
	assert.equal(await page.locator('#f-type').getAttribute('aria-activedescendant'), 'pick-0');
	assert.match(await page.locator('#call-state').innerText(), /aktif/, 'the first key begins the call');
	await press('Enter');
	await page.locator('#sop .sop').waitFor();
	assert.equal(await page.inputValue('#f-type'), 'Kebakaran rumah/bangunan');
	assert.equal(await active(page), 'f-place');
	await page.keyboard.type('Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas');
	await press('Enter');
	await page.keyboard.type('Pasar Lama');

	await press('F8');
	assert.match(await active(page), /^a1/);
	await press('1');
	assert.match(await active(page), /^a2/, 'an answer goes on to the next question');
	await press('3');		// three people: the number said is the key
	assert.equal(await page.locator('input[name=a2]:checked + label').innerText(), '2–4');
	assert.match(await page.locator('#sop li').nth(1).innerText(), /Ucapkan/);
	await press('1');
	await press('1');		// gas: another type is proposed
	await page.locator('#better').waitFor();
	assert.match(await page.locator('#better').innerText(), /Kebocoran gas/);
	await press('2');
	await press('1');		// somebody burned: another card, under this one
	await page.locator('#sop .more[data-card="SOP-06"]').waitFor();
	assert.match(await page.locator('#progress').innerText(), /^6 /);
	await page.keyboard.type('Gang 2 m, portal terkunci');
	assert.equal(await page.inputValue('[name=t7]'), 'Gang 2 m, portal terkunci');

	await press('Alt+KeyN');
	await page.keyboard.type('0812 7745 0391');
	await press('Alt+KeyR');
	await page.keyboard.type('Rumah kayu, nenek masih di kamar belakang.');
	assert.match(await page.locator('#send').innerText(), /Kirim ke Damkar, .*\+5/);
	assert.ok(await over(page) <= 0, `the middle column scrolls by ${await over(page)} px`);
	await site.shot(page, 'call-desk-fire');
	await press('Control+Enter');
	await page.locator('#sent').waitFor();
	console.log(`# ${presses} key presses besides the words`);
	assert.ok(presses <= 25, `${presses} key presses`);
	const said = await sent(page);
	for (const word of ['Damkar (pengampu)', 'PLN', 'Polres', 'PSC 119', 'P1 Kritis', 'Kode lacak'])
		assert.ok(said.includes(word), `${word} in ${said}`);
	assert.match(said, /DRT-\d\d-\d{6}-\w/);
	assert.doesNotMatch(page.url(), /DRT|kode/, 'no code in the address');
	assert.equal(await page.inputValue('#f-place'), '', 'the next form is empty');
	assert.equal(await active(page), 'f-type');
	await site.axe(page);
});

test('every card fits on the screen', async ({ site }) => {
	const page = await desk(site);
	const wrong = [];
	for (const type of ['KBR-BGN', 'LAKA-JLN', 'BNJ', 'LGS', 'GMP', 'MED-GD', 'PHN', 'KRM', 'ODGJ', 'HILANG', 'HWN-ULR']) {
		await page.keyboard.press('F2');
		await page.keyboard.type(type);
		await page.keyboard.press('Enter');
		await page.locator(`#type [data-code="${type}"]`).waitFor();
		if (await over(page) > 0)
			wrong.push(`${type}: ${await over(page)} px`);
	}
	assert.deepEqual(wrong, []);
});

test('the answers are the record, and the priority says why', async ({ site }) => {
	const page = await desk(site);
	await key_in(page, 'perkelahian', 'Jl. Veteran', 'Pasar Lama');
	await page.keyboard.type('tadi sore');
	await page.keyboard.press('Enter');
	await page.keyboard.press('2');		// over by now: lower
	assert.match(await page.locator('#reason').innerText(), /Turun ke P3 karena jawaban 2/);
	await page.keyboard.press('3');		// with weapons: higher again
	assert.match(await page.locator('#reason').innerText(), /P1 karena jawaban 3/);
	await page.keyboard.press('Shift+Tab');
	await page.locator('#f-priority-P2').check({ force: true });
	assert.match(await page.locator('#reason').innerText(), /P2 dipilih petugas/);
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.match(await sent(page), /P2 Tinggi/, 'the call taker has the last word');
});

test('one key closes a call that is none; a report that was begun is asked about', async ({ site }) => {
	const page = await desk(site);
	for (const [key, word] of [['P', 'Iseng'], ['S', 'senyap'], ['I', 'Informasi'], ['W', 'Salah sambung'], ['T', 'Terputus'], ['U', 'Uji coba']]) {
		await page.keyboard.press(`Alt+Key${key}`);
		if (key === 'S')	// the script of a silent call comes first: test_calls
			await page.locator('#silent-close').click();
		await page.locator('.callnote', { hasText: word }).waitFor();
		await until('the next form is there', async () => await active(page) === 'f-type');
		await page.locator('#keys-open').waitFor();	// the script has the keys
	}
	await page.keyboard.press('F4');
	await page.keyboard.type('Jl. Hampir Hilang 3');
	await page.keyboard.press('Alt+KeyP');
	await page.locator('#sure[open]').waitFor();
	await page.keyboard.press('Escape');
	assert.equal(await page.inputValue('#f-place'), 'Jl. Hampir Hilang 3');
	await page.evaluate(() => {		// the key comes before the event of closing
		document.getElementById('sure').close();
		document.querySelector('.disp [value=prank]').click();
	});
	await page.locator('#sure[open]').waitFor();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+KeyP');
	await page.locator('#sure[open]').waitFor();
	await page.keyboard.press('Enter');
	await page.locator('.callnote', { hasText: 'Iseng' }).waitFor();
	assert.equal(await page.inputValue('#f-place'), '');
	await page.keyboard.press('Alt+Slash');
	await page.locator('#keys[open]').waitFor();
	await site.axe(page);
});

test("every key is one's own to choose; labels and list follow", async ({ site }) => {
	const page = await site.sign_in('petugas2');
	await page.goto(`${site.url}/panggilan/tombol`);
	await page.focus('#f-send');
	await page.keyboard.press('Control+Alt+KeyM');
	assert.equal(await page.inputValue('#f-send'), 'Ctrl Alt M', 'a key is pressed, not named');
	await page.focus('#f-answer1');
	await page.keyboard.press('KeyA');
	assert.equal(await page.inputValue('#f-answer1'), 'A');
	await page.fill('#f-type', 'p');
	await page.fill('#f-place', 'alt n');
	await page.fill('#f-sop', 'Ctrl C');
	await page.fill('#f-keys', 'gedebuk');
	await page.focus('#f-type');
	await page.keyboard.press('Enter');
	await page.locator('.errsum').waitFor();
	const said = await page.locator('.errsum').innerText();
	for (const word of ['adalah huruf yang diketik', 'sudah dipakai untuk', 'dipakai peramban', 'tidak dikenal'])
		assert.ok(said.includes(word), `${word} in ${said}`);
	assert.equal(await page.locator('.errsum a').count(), 4);
	assert.equal(await page.inputValue('#f-send'), 'Ctrl Alt M', 'what was chosen stays');
	await site.axe(page);
	for (const [field, key] of [['type', 'F6'], ['place', 'F10'], ['sop', 'Shift F8'], ['keys', 'Ctrl Alt H'], ['prank', 'Ctrl Alt P'], ['usual2', '9'], ['next', 'F3'], ['close', 'Shift F3']])
		await page.fill(`#f-${field}`, key);
	await page.click('#keyform .row [value=save]');
	await page.locator('.ban.gr').waitFor();

	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	assert.match(await page.locator('label[for=f-type]').innerText(), /F6/);
	assert.match(await page.locator('#send').innerText(), /Ctrl Alt M/);
	const usual = await page.locator('#usual button').nth(1).locator('.cut').innerText();
	assert.match(await page.locator('#usual button').nth(1).innerText(), /9/);
	await page.keyboard.press('9');
	await page.locator('#type .sel-t').waitFor();
	assert.equal(await page.inputValue('#f-type'), usual, 'a usual type by a key of one\'s own');
	await page.keyboard.press('F10');
	await until('the place', async () => await active(page) === 'f-place');
	await page.keyboard.press('F2');
	await page.keyboard.press('Alt+KeyP');
	assert.equal(await active(page), 'f-place', 'the usual ones are free');
	await page.keyboard.type('Jl. Tombol 1');
	await page.keyboard.press('F3');
	assert.equal(await active(page), 'f-village', 'on by a key of one\'s own');
	await page.keyboard.press('F6');
	await page.keyboard.type('perkelahian');
	await page.locator('#pick-0').waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Shift+F8');
	await until('a question', async () => /^[at]\d/.test(await active(page)) || /^f-t\d/.test(await active(page)));
	await page.keyboard.type('tadi');
	await page.keyboard.press('Enter');
	await page.keyboard.press('KeyA');
	assert.ok(await page.locator('#sop input[type=radio]').first().isChecked(), 'A is the first answer');
	await page.keyboard.press('Control+Alt+KeyH');
	await page.locator('#keys[open]').waitFor();
	const list = await page.locator('#keys dl').innerText();
	for (const key of ['F6', 'F10', 'Shift F8', 'Ctrl Alt M', 'Ctrl Alt H', 'Ctrl Alt P', 'Shift F3'])
		assert.ok(list.includes(key), key);
	assert.ok(!list.includes('F2'));
	await page.keyboard.press('Shift+F3');
	assert.equal(await page.locator('#keys[open]').count(), 0, 'closed by a key of one\'s own');
	await page.keyboard.press('Control+Alt+KeyM');
	await page.locator('#sent').waitFor();

	const other = await desk(site);
	assert.match(await other.locator('label[for=f-type]').innerText(), /F2/, "one's own, and nobody else's");
	const plain = await site.sign_in('petugas2', { js: false });
	await plain.goto(`${site.url}/panggilan/tombol`);
	assert.equal(await plain.inputValue('#f-type'), 'F6');
	await plain.click('#keyform [value=usual]');
	assert.equal(await plain.inputValue('#f-type'), 'F2');
});

test('the page of keys, in both sizes and themes', async ({ site }) => {
	await site.axe_everywhere('/panggilan/tombol', { role: 'petugas', name: 'call-keys' });
});

test('a second caller joins with one key', async ({ site }) => {
	const page = await desk(site);
	await key_in(page, 'pohon tumbang', 'Jl. Rimbo 2', 'Pasar Lama');
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	const number = (await sent(page)).match(/DRT-\d\d-\d{6}-\w/)[0];
	await key_in(page, 'pohon roboh', 'dekat pasar', 'Pasar Lama');
	await until('the tree is near', async () => (await page.locator('#near').innerText()).includes(number));
	assert.equal(await page.locator('#near .hit [data-join]').first().getAttribute('value'), number);
	await page.keyboard.press('Alt+KeyG');
	await until('it was joined', async () => (await sent(page)).includes('digabungkan'));
	assert.match(await sent(page), /pelapor: 2/);
});

test('a number that pranks is called back first', async ({ site }) => {
	const page = await desk(site);
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press('Alt+KeyN');
		await page.keyboard.type('0812 9999 0001');
		await page.keyboard.press('Alt+KeyP');
		await page.locator('.callnote').waitFor();
		await until('the next form', async () => await page.inputValue('#f-phone') === '');
	}
	await page.keyboard.press('Alt+KeyN');
	await page.keyboard.type('0812 9999 0001');
	await key_in(page, 'ular', 'Jl. Kobra 1', 'Pasar Lama');
	await page.locator('#f-back').waitFor();
	assert.match(await page.locator('#past').innerText(), /Riwayat iseng/);
	await page.keyboard.press('Control+Enter');
	await page.locator('.errsum').waitFor();
	assert.equal(await page.inputValue('#f-place'), 'Jl. Kobra 1');
	await site.axe(page);
	await page.keyboard.press('Alt+KeyB');
	assert.ok(await page.isChecked('#f-back'));
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
});

test('going back to a type finds its answers; agencies stay as a hand left them', async ({ site }) => {
	const page = await desk(site);
	await key_in(page, 'banjir', 'Jl. Sungai 1', 'Pasar Lama');
	await page.keyboard.type('RT 03');
	await page.keyboard.press('Enter');
	await page.keyboard.press('4');
	await page.keyboard.press('F9');
	assert.match(await active(page), /^g-BPBD/);
	await page.locator('#g-PUPR').uncheck();
	await page.keyboard.press('F2');
	await page.keyboard.type('longsor');
	await page.keyboard.press('Enter');
	await page.locator('#sop [data-card="SOP-04"]').waitFor();
	await page.keyboard.press('F2');
	await page.keyboard.type('banjir');
	await page.locator('#pick-0').waitFor();
	await page.keyboard.press('Enter');
	await page.locator('#sop [data-card="SOP-03"]').waitFor();
	assert.equal(await page.inputValue('[name=t1]'), 'RT 03');
	assert.ok(await page.isChecked('#a2-4'));
	await page.locator('#g-PUPR').uncheck();
	await page.keyboard.press('F8');
	await page.keyboard.press('Backspace');
	await page.locator('#a6-2').check({ force: true });		// the power is on: PLN, whatever else
	assert.ok(await page.isChecked('#g-PLN'));
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.doesNotMatch(await sent(page), /PUPR/);
	assert.match(await sent(page), /PLN/);
});

test('without script: the card by a button, errors beside their fields, nothing lost', async ({ site }) => {
	const page = await site.sign_in('call_taker', { js: false });
	await page.goto(`${site.url}/panggilan`);
	await page.fill('#f-type', 'rumah');
	await page.fill('#f-detail', 'Api besar sekali');
	await page.click('#send');
	assert.match(await page.title(), /^Galat/);
	assert.equal(await page.locator('.errsum a').count(), 2);
	assert.equal(await page.inputValue('#f-detail'), 'Api besar sekali');
	await page.selectOption('#f-category', 'KBR-BGN');
	await page.fill('#f-place', 'Jl. Tanpa Skrip 5');
	await page.press('#f-place', 'Enter');		// shows the card, and no call is closed by it
	await page.locator('#sop .sop').waitFor();
	assert.equal(await page.inputValue('#f-type'), 'Kebakaran rumah/bangunan');
	await page.check('#a2-2', { force: true });
	await page.check('#l-SATPOLPP');
	await page.uncheck('#g-PDAM');
	await page.click('#show');
	assert.ok(await page.isChecked('#a2-2'));
	assert.ok(await page.isChecked('#l-SATPOLPP'));
	assert.ok(!await page.isChecked('#g-PDAM'));
	assert.match(await page.locator('#sop li').nth(1).innerText(), /Ucapkan/);
	await page.click('#send');
	const said = await sent(page);
	assert.match(said, /Satpol PP \(pengampu\)/);
	assert.doesNotMatch(said, /Perumda/);
	await page.reload();		// the browser sends it again
	assert.match(await sent(page), /tidak dikirim dua kali/);
});

test('the triage desk: asked, corrected, escalated; the slower one loses nothing', async ({ site }) => {
	const taker = await desk(site);
	const complain = async words => {
		await taker.goto(`${site.url}/panggilan`);
		await until('the desk is ready', async () => await active(taker) === 'f-type');
		await taker.keyboard.type('lampu jalan');
		await taker.keyboard.press('Enter');
		await taker.fill('#f-village', 'Pasar Lama');
		await taker.fill('#f-detail', words);
		await taker.keyboard.press('Control+Enter');
		await taker.locator('#sent').waitFor();
		return (await sent(taker)).match(/ADU-\d\d-\d{6}-\w/)[0];
	};
	const number = await complain('Lampu jalan padam dan tiangnya miring.');
	const one = await site.sign_in('dispatcher'), two = await site.sign_in('supervisor');
	await one.goto(`${site.url}/triase`);
	await one.keyboard.press('j');
	await one.keyboard.press('Enter');
	await one.waitForURL(/triase\/ADU/);
	for (const page of [one, two])
		await page.goto(`${site.url}/triase/${number}`);
	await one.locator('.fold', { has: one.locator('#f-category') }).locator('summary').click();
	await one.selectOption('#f-category', 'LLN');
	await one.click('button[value=reclassify]');
	await one.locator('.ban.gr').waitFor();
	await two.locator('.fold', { has: two.locator('#f-ask') }).locator('summary').click();
	await two.fill('#f-ask', 'Di tiang nomor berapa?');
	await two.click('button[value=ask]');
	await two.locator('.ban.am', { hasText: 'lebih dulu' }).waitFor();
	assert.equal(await two.inputValue('#f-ask'), 'Di tiang nomor berapa?');
	await site.axe(two);
	await two.click('button[value=ask]');
	await two.waitForURL(u => u.pathname === '/triase');
	await two.goto(`${site.url}/triase?lihat=ditanya`);
	assert.match(await two.locator('#list').innerText(), new RegExp(number));

	const other = await complain('Kabel menjuntai ke jalan, memercikkan api.');
	await one.goto(`${site.url}/triase/${other}`);
	await one.locator('.fold', { has: one.locator('#f-category') }).locator('summary').click();
	await one.selectOption('#f-category', 'LIS-PTS');
	await one.click('button[value=reclassify]');
	await one.waitForURL(u => u.pathname === '/triase');
	assert.match(await one.locator('.ban.gr').innerText(), /DRT-/, 'it became an emergency');
	const third = await complain('Lampu jalan padam di depan sekolah.');
	await one.goto(`${site.url}/triase/${third}`);
	await one.check('#f-publish');
	await one.keyboard.press('Control+Enter');
	await one.waitForURL(u => u.pathname === '/triase');
	const damkar = await site.sign_in('damkar');
	await damkar.goto(`${site.url}/tugas`);
	assert.match(await damkar.locator('main').innerText(), /Kabel menjuntai|Lampu jalan|memercikkan/);
});

test('axe on both desks, in both sizes and themes', async ({ site }) => {
	const setup = await desk(site);
	await key_in(setup, 'kecelakaan', 'Jl. Raya 9', 'Pasar Lama');
	await setup.keyboard.press('Control+Enter');
	await setup.locator('#sent').waitFor();
	await setup.goto(`${site.url}/panggilan`);
	await setup.locator('#keys-open').waitFor();
	await setup.keyboard.type('got mampet');
	await setup.keyboard.press('Enter');
	await setup.fill('#f-village', 'Pasar Lama');
	await setup.keyboard.press('Control+Enter');
	await setup.locator('#sent').waitFor();
	const number = (await sent(setup)).match(/ADU-\d\d-\d{6}-\w/)[0];
	for (const viewport of ['phone', 'desk'])
		for (const theme of ['light', 'dark']) {
			const lang = theme === 'dark' ? 'en' : 'id';
			const page = await site.sign_in('dispatcher', { viewport, theme, lang });
			for (const path of ['/panggilan', '/triase', '/triase?lihat=kembali', `/triase/${number}`, '/panggilan/sop/SOP-06']) {
				await page.goto(site.url + path);
				await sleep(200);
				await site.axe(page);
			}
			await page.goto(`${site.url}/panggilan`);
			await page.fill('#f-type', lang === 'en' ? 'road traffic' : 'tabrakan');
			await page.locator('#pick-0').waitFor();
			await site.axe(page);
			await page.keyboard.press('Enter');
			await page.locator('#sop .sop').waitFor();
			await page.fill('#f-village', 'Pasar Lama');
			await page.keyboard.press('Tab');
			await page.locator('#near [data-join]').first().waitFor();
			await page.check('#a5-1', { force: true });
			await site.axe(page);
			await site.shot(page, `call-desk-${viewport}-${theme}`);
			await page.click('#send');
			await page.locator('.errsum, #sent').first().waitFor();
			await site.axe(page);
			await page.context().close();
		}
	const small = await site.sign_in('dispatcher', { viewport: 'small', js: false });
	for (const path of ['/panggilan', '/triase', `/triase/${number}`]) {
		await small.goto(site.url + path);
		const over = await small.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
		assert.ok(over <= 0, `${path} scrolls sideways by ${over} px`);
	}
});

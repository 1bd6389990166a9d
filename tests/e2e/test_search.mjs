// test_search.mjs: /cari: by words and numbers, in reach, page by page, for hands and eyes.
import { test, assert } from './harness.mjs';
import { client, incident, signed_in, sql } from './client.mjs';

const people = {};
const as = async (site, login) => people[login] ??= await signed_in(site, login);

const filed = (site, category, detail, place = 'Jl. Melati 7') => incident(site, { category, detail, place });

async function found(site, login, query) {
	const answer = await (await as(site, login)).get(`/cari?${query}`);
	assert.equal(answer.status, 200, query);
	return [...answer.body_text.matchAll(/class="hit-h"><a href="\/tiket\/([A-Z0-9-]+)"/g)].map(m => m[1]);
}

test('what was said a moment ago is found, with its words marked, and by who may', async ({ site }) => {
	const number = await filed(site, 'KBR-BGN', 'Wajan <b>menyambar</b> gorden & lemari.', 'Jl. Cempaka Wangi 9');
	assert.deepEqual(await found(site, 'pengarah', 'q=gorden+cempaka'), [number]);
	assert.deepEqual(await found(site, 'pengarah', 'q=GORD'), [number]);
	assert.deepEqual(await found(site, 'damkar', 'q=gorden'), [number]);
	assert.deepEqual(await found(site, 'petugas', 'q=gorden'), [number]);
	assert.deepEqual(await found(site, 'pupr', 'q=gorden'), []);
	assert.deepEqual(await found(site, 'pupr', `q=${number}`), []);
	const { body_text: page } = await (await as(site, 'pengarah')).get('/cari?q=gorden+menyambar');
	assert.match(page, /&lt;b&gt;<mark>menyambar<\/mark>&lt;\/b&gt; <mark>gorden<\/mark> &amp; lemari/);
	assert.equal((await (await as(site, 'admin')).get('/cari?q=gorden')).status, 403);
	assert.equal((await client(site).get('/cari?q=gorden')).status, 303);
});

test('a number opens its ticket, part of one lists it, a voice code too', async ({ site }) => {
	const number = await filed(site, 'KBR-BGN', 'Gudang berasap.', 'Jl. Cempaka Putih 1'), me = await as(site, 'damkar');
	const whole = await me.get(`/cari?q=${number.toLowerCase().replaceAll('-', '+')}`);
	assert.equal(whole.status, 303);
	assert.equal(whole.headers.get('location'), `/tiket/${number}`);
	assert.ok((await found(site, 'damkar', `q=${number.slice(0, -2)}`)).includes(number));
	assert.ok((await found(site, 'damkar', `q=${number.slice(7, 13)}`)).includes(number));
	const [[voice]] = sql(site, `SELECT voice FROM ticket WHERE number = '${number}'`);
	assert.ok((await found(site, 'damkar', `q=${voice}`)).includes(number));
});

test('of what is sensitive nobody finds what they are not shown', async ({ site }) => {
	const number = await filed(site, 'KDRT', 'Dipukul gagang cangkul.', 'Gang Anggrek Bulan 3');
	assert.ok((await found(site, 'dp3a', 'q=cangkul')).includes(number));
	assert.deepEqual(await found(site, 'polres', 'q=cangkul'), []);
	assert.deepEqual(await found(site, 'polres', 'q=anggrek+bulan'), [number], 'they must get there');
	const { body_text: page } = await (await as(site, 'polres')).get('/cari?q=anggrek+bulan');
	assert.doesNotMatch(page, /cangkul/i);
});

test('nothing that is typed is an error, and nothing found is no dead end', async ({ site }) => {
	const me = await as(site, 'pengarah');
	for (const odd of ['"', 'AND', 'a OR', 'NEAR(', '*', '-', ':', 'title:api', "';--", '\\', '%', '{c1}', '^', '🔥', 'x'.repeat(120), 'satu '.repeat(24)]) {
		const answer = await me.get(`/cari?q=${encodeURIComponent(odd)}`);
		assert.equal(answer.status, 200, odd);
	}
	assert.match((await me.get('/cari?q=tidakadasamasekali&status=terbuka')).body_text, /Tidak ada tiket yang cocok[\s\S]*href="\/cari\?q=tidakadasamasekali"/);
	assert.match((await me.get('/cari?q=yang')).body_text, /hampir semua kalimat/);
	assert.match((await me.get('/cari?q=081234567890')).body_text, /Nomor telepon, NIK/);
	assert.match((await me.get('/cari')).body_text, /Cari di semua tiket/);
	assert.equal((await me.get('/cari?q=%ff')).status, 400);
	assert.equal((await me.get('/cari?q=api&di=x&hari=9&prioritas=P9&opd=-1&status=?')).status, 200);
});

test('filters are in the address, and pages go on in it', async ({ site }) => {
	const me = await as(site, 'pengarah'), own = [];
	for (let i = 0; i < 30; i++)
		own.push(await filed(site, 'KBR-BGN', `Terpal terbakar ${i}.`, `Jl. Terpal ${i + 1}`));
	const first = (await me.get('/cari?q=terpal&status=terbuka&prioritas=P1&hari=7')).body_text;
	const more = first.match(/href="(\/cari\?q=terpal&amp;status=terbuka&amp;prioritas=P1&amp;hari=7&amp;di=[^"]*)"/)[1].replaceAll('&amp;', '&');
	const numbers = text => [...text.matchAll(/class="hit-h"><a href="\/tiket\/([A-Z0-9-]+)"/g)].map(m => m[1]);
	const second = (await me.get(more)).body_text;
	assert.deepEqual([...numbers(first), ...numbers(second)].toSorted(), own.toSorted());
	assert.doesNotMatch(second, /href="\/cari[^"]*di=/);
	assert.deepEqual(await found(site, 'pengarah', 'q=terpal&status=berakhir'), []);
	assert.deepEqual(await found(site, 'pengarah', 'q=terpal&prioritas=P4'), []);
});

for (const where of ['desk', 'phone'])
	test(`one key and a few letters, without a mouse: ${where}`, async ({ site }) => {
		const number = await filed(site, 'KBR-BGN', 'Karung goni terbakar.', `Jl. Goni ${where}`);
		const page = await site.sign_in('damkar', { viewport: where });
		await page.goto(`${site.url}/tugas`);
		await page.keyboard.press('/');
		await page.keyboard.type('goni karung');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/cari?q=goni+karung');
		await page.locator('.hits a', { hasText: number }).waitFor();
		assert.equal(await page.inputValue('#cari'), 'goni karung', 'what was typed stays');
		assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'nothing is wider than the screen');
		await site.axe(page);
		await page.goto(`${site.url}/cari?q=tidakadasamasekali`);
		await site.axe(page);
	});

test('without script, and in English', async ({ site }) => {
	const number = await filed(site, 'KBR-BGN', 'Tikar pandan terbakar.', 'Jl. Pandan 2');
	const page = await site.sign_in('damkar', { js: false, lang: 'en' });
	await page.goto(`${site.url}/cari`);
	assert.equal(await page.locator('h1').innerText(), 'Search tickets');
	await page.fill('#cari', 'tikar pandan');
	await Promise.all([page.waitForURL('**/cari?q=tikar+pandan**'), page.locator('form[role=search] button').click()]);
	await page.locator('.hits a', { hasText: number }).waitFor();
});

test('a taker searches beside the call, which begins by nothing of it', async ({ site }) => {
	const number = await filed(site, 'KBR-BGN', 'Bengkel ketok magic terbakar.', 'Jl. Bengkel 4');
	const page = await site.sign_in('petugas2');
	await page.goto(`${site.url}/panggilan`);
	const idle = () => page.evaluate(() => document.getElementById('call').classList.contains('idle'));
	await page.fill('#desk-q', 'ketok bengkel');
	const [beside] = await Promise.all([page.context().waitForEvent('page'), page.press('#desk-q', 'Enter')]);
	await beside.locator('.hits a', { hasText: number }).waitFor();
	assert.ok(await idle(), 'no call has begun');
	assert.equal(new URL(page.url()).pathname, '/panggilan');
	await page.fill('#f-place', 'Jl. Bengkel');
	assert.ok(!await idle());
	assert.equal(await page.inputValue('#desk-q'), 'ketok bengkel');
	await site.axe(page);
});

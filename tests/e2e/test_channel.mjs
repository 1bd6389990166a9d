// test_channel.mjs: emergencies that are written: the citizen's form and conversation, the desk's queue.
import { test, assert, until } from './harness.mjs';
import { client, signed_in, sql, write_sql } from './client.mjs';

export const options = { seed: [['init', '--demo-city'], ['migrate'], ['setting', 'text_wait', '0']] };

const fire = { kind: 'fire', words: 'Api di dapur, ada nenek di dalam', place: 'Jl. Melati 5', area: '', point: '', name: '', phone: '' };

// Sent, as from a device of its own: { me, status, code, page }
async function write(site, fields = {}) {
	const me = client(site), { token } = await me.keys('/darurat');
	const answer = await me.post('/darurat', { token, ...fire, ...fields });
	const page = answer.status === 303 ? await me.get(answer.headers.get('location')) : answer;
	return { me, token, status: answer.status, page, html: page.body_text,
		code: page.body_text.match(/translate="no">([0-9A-Z-]{14})</)?.[1],
		id: answer.status === 303 ? sql(site, `SELECT id FROM talk WHERE token = '${token}'`)[0]?.[0] : undefined };
}

const say = async (me, words) => {
	const { token } = await me.keys('/darurat/percakapan?tulis=1');
	return me.post('/darurat/percakapan/jawab', { token, words });
};

test('the home page and the report form lead to it', async ({ site }) => {
	const me = client(site);
	for (const path of ['/', '/lapor'])
		assert.match((await me.get(path)).body_text, /href="\/darurat"/, path);
});

test('a place and a tile are enough, and the answer is a conversation', async ({ site }) => {
	const { status, html, code, id } = await write(site, { words: '' });
	assert.equal(status, 303);
	assert.match(code, /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
	assert.match(html, /Menunggu dibaca petugas/);
	assert.deepEqual(sql(site, `SELECT channel, priority, ticket, route_at, account FROM talk WHERE id = ${id}`), [['text', '1', '0', '0', '0']]);
	assert.equal(sql(site, `SELECT COUNT(*) FROM event WHERE act = 'text' AND object = ${id}`)[0][0], '1', 'an event of its coming');
});

test('what is missing is said, and no word is lost', async ({ site }) => {
	const { status, html } = await write(site, { place: '', words: 'tolong kami di atap' });
	assert.equal(status, 422);
	assert.match(html, /tolong kami di atap/);
	assert.match(html, /Satu saja cukup/);
	assert.equal((await write(site, { kind: '', words: '' })).status, 422);
	assert.equal((await write(site, { area: '99.99.99.9999' })).status, 422);
});

test('sent twice it is one, with the same code', async ({ site }) => {
	const first = await write(site), again = await first.me.post('/darurat', { token: first.token, ...fire });
	assert.equal(again.status, 303);
	assert.equal((await first.me.get('/darurat/percakapan')).body_text.match(/translate="no">([0-9A-Z-]{14})</)[1], first.code);
	assert.equal(sql(site, `SELECT COUNT(*) FROM talk WHERE token = '${first.token}'`)[0][0], '1');
});

test('words of danger raise it, and a link of a map is a place', async ({ site }) => {
	const { id } = await write(site, { kind: 'other', words: 'dia tidak napas', place: 'https://maps.google.com/?q=-6.2001,106.8001' });
	const [[priority, lat]] = sql(site, `SELECT priority, lat FROM talk WHERE id = ${id}`);
	assert.ok(Number(priority) <= 1, `priority ${priority}`);
	assert.equal(lat, '-6200100');
});

test('nobody reads it without the code, and a wrong one is a miss', async ({ site }) => {
	const { code } = await write(site);
	const other = client(site);
	assert.doesNotMatch((await other.get('/darurat/percakapan')).body_text, /nenek/);
	const wrong = await other.post('/darurat/percakapan', { code: 'AAAA-BBBB-CCCC' });
	assert.equal(wrong.status, 422);
	assert.equal((await other.get('/darurat/percakapan/baris')).status, 404);
	assert.equal((await other.post('/darurat/percakapan', { code })).status, 303);
	assert.match((await other.get('/darurat/percakapan')).body_text, /nenek/);
});

test('the desk takes the next, and two cannot both', async ({ site }) => {
	const { id } = await write(site, { place: 'Jl. Kenanga 8' });
	const desk = await signed_in(site, 'petugas'), other = await signed_in(site, 'petugas2');
	assert.match((await desk.get('/panggilan/masuk')).body_text, /Jl\. Kenanga 8/);
	const [one, two] = await Promise.all([desk, other].map(d => d.post('/panggilan/masuk', { csrf: d.csrf, id })));
	assert.deepEqual([one.status, two.status].sort(), [303, 409]);
	assert.match((one.status === 409 ? one : two).body_text, /lebih cepat/);
	const taker = one.status === 303 ? desk : other;
	const page = (await taker.get(`/panggilan/masuk/${id}`)).body_text;
	assert.match(page, /value="Jl\. Kenanga 8"/);
	assert.match(page, /Api di dapur, ada nenek/);
	assert.match(page, /data-talk="\d+"/);
});

test('questions and answers are seen at once by both, and the form is not touched', async ({ site }) => {
	const { me, id } = await write(site, { place: 'Jl. Anggrek 3' });
	const page = await site.sign_in('petugas3');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#text-next').waitFor();
	await page.goto(`${site.url}/panggilan/masuk`);
	await page.locator(`button[name=id][value="${id}"]`).click();
	await page.locator('#talk').waitFor();
	await page.locator('#keys-open').waitFor();
	await page.locator('#f-detail').fill('Sudah ditanya: nenek di kamar belakang');
	await page.keyboard.press('Alt+KeyM');
	await page.keyboard.type('Berapa orang di dalam?');
	await page.keyboard.press('Enter');
	await page.locator('#talk-lines', { hasText: 'Berapa orang di dalam?' }).waitFor();
	assert.equal(await page.evaluate(() => document.activeElement.id), 'f-ask', 'the focus stays');
	assert.equal(await page.locator('#f-ask').inputValue(), '');
	assert.equal(await page.locator('#f-detail').inputValue(), 'Sudah ditanya: nenek di kamar belakang');
	assert.match((await me.get('/darurat/percakapan')).body_text, /Berapa orang di dalam\?/);
	assert.equal((await say(me, 'dua orang')).status, 303);
	await page.locator('#talk-lines', { hasText: 'dua orang' }).waitFor();
	await page.keyboard.press('Alt+Shift+Digit1');
	await until('the first question of the card is asked', () => sql(site, `SELECT COUNT(*) FROM message WHERE talk = ${id} AND side = 'out'`)[0][0] === '2');
	await site.axe(page);
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	const [[ticket, sure, account]] = sql(site, `SELECT ticket, sure_at, account FROM talk WHERE id = ${id}`);
	assert.notEqual(ticket, '0');
	assert.notEqual(sure, '0');
	assert.notEqual(account, '0');
	assert.deepEqual(sql(site, `SELECT t.channel, t.state, c.channel, c.type, r.code = k.code FROM ticket t JOIN call c ON c.ticket = t.id JOIN reporter r ON r.ticket = t.id JOIN talk k ON k.ticket = t.id WHERE t.id = ${ticket}`), [['text', 'routed', 'text', 'emergency', '1']]);
	assert.match((await me.get('/darurat/percakapan')).body_text, /Bantuan sudah dikerahkan/);
	await say(me, 'Pemadam sudah datang');
	await page.locator(`[data-own="${id}"]`).click();
	await page.locator('#talk-lines', { hasText: 'Pemadam sudah datang' }).waitFor();
	const { token } = await me.keys('/darurat/percakapan?tulis=1');
	await page.getByRole('button', { name: 'Selesaikan percakapan' }).click();
	await until('it is over', () => sql(site, `SELECT ended_at FROM talk WHERE id = ${id}`)[0][0] !== '0');
	assert.equal((await me.post('/darurat/percakapan/jawab', { token, words: 'masih ada api' })).status, 409);
});

test('one that comes in moves nothing under the hands', async ({ site }) => {
	const page = await site.sign_in('petugas2', { viewport: 'desk' });
	const top = async () => (await page.locator('#f-detail').boundingBox()).y;
	write_sql(site, 'UPDATE talk SET ended_at = 1, route_at = 0 WHERE account = 0');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('.pulse, [data-live], #keys-open').first().waitFor();
	assert.equal(await page.locator('#text-next').count(), 0);
	const before = await top();
	await write(site, { place: 'Jl. Tenang 4' });
	await page.locator('#text-next').waitFor();
	assert.equal(await top(), before);
});

test('junk is one key, and counted as a call that was written', async ({ site }) => {
	const { me, id } = await write(site, { place: 'Jl. Iseng 1', words: 'wkwk' });
	const page = await site.sign_in('petugas4');
	await page.goto(`${site.url}/panggilan/masuk`);
	await page.locator(`button[name=id][value="${id}"]`).click();
	await page.locator('#keys-open').waitFor();
	await page.keyboard.press('Alt+KeyP');
	await until('it is closed', () => sql(site, `SELECT ended_at FROM talk WHERE id = ${id}`)[0][0] !== '0');
	assert.deepEqual(sql(site, `SELECT c.type, c.channel, c.ticket FROM call c JOIN talk k ON k.token = c.token WHERE k.id = ${id}`), [['prank', 'text', '0']]);
	assert.match((await me.get('/darurat/percakapan')).body_text, /Percakapan selesai/);
	const list = (await (await signed_in(site, 'petugas')).get('/panggilan/masuk')).body_text;
	assert.match(list, /Darurat tertulis<\/th><td class="num">\d+<\/td><td class="num">1</);
});

test('what nobody reads for as long as the city says is passed on, unconfirmed', async ({ site }) => {
	write_sql(site, 'DELETE FROM throttle');
	const { me } = await write(site, { place: 'Jl. Sunyi 9' });
	await site.cli('setting', 'text_wait', '1');
	const late = await write(site, { place: 'Jl. Sunyi 10' });
	try {
		await until('the rule routed it', () => sql(site, `SELECT ticket FROM talk WHERE id = ${late.id}`)[0][0] !== '0');
	} finally {
		await site.cli('setting', 'text_wait', '0');
	}
	const [[number, state, published]] = sql(site, `SELECT t.number, t.state, t.published FROM ticket t JOIN talk k ON k.ticket = t.id WHERE k.id = ${late.id}`);
	assert.deepEqual([state, published], ['routed', '0']);
	assert.match((await late.me.get('/darurat/percakapan')).body_text, /diteruskan ke petugas lapangan/);
	assert.match((await me.get('/darurat/percakapan')).body_text, /Menunggu dibaca/, 'the older one waits for a person');
	const desk = await signed_in(site, 'petugas');
	assert.match((await desk.get('/panggilan/masuk')).body_text, new RegExp(`Belum dikonfirmasi <span class="num">${number}`));
	const damkar = await signed_in(site, 'damkar');
	assert.match((await damkar.get(`/tiket/${number}`)).body_text, /data-unsure/);
	const page = await site.sign_in('petugas2');
	await page.goto(`${site.url}/panggilan/masuk`);
	await page.locator(`button[name=id][value="${late.id}"]`).click();
	await page.locator('#talk .ban').waitFor();
	await page.locator('#keys-open').waitFor();
	await page.keyboard.press('Alt+KeyP');
	await page.locator('main', { hasText: `Laporan ini sudah menjadi ${number}` }).waitFor();
	await page.keyboard.press('Control+Enter');
	await until('it is confirmed', () => sql(site, `SELECT sure_at FROM talk WHERE id = ${late.id}`)[0][0] !== '0');
	assert.doesNotMatch((await damkar.get(`/tiket/${number}`)).body_text, /data-unsure/);
});

test('an address that sends one after the other is heard, behind the others', async ({ site }) => {
	await site.cli('setting', 'text_wait', '60');
	try {
		let last;
		for (let i = 0; i < 12; i++)
			last = await write(site, { place: `Jl. Ramai ${i}` });
		assert.equal(last.status, 303, 'nobody is refused');
		assert.deepEqual(sql(site, `SELECT behind, route_at FROM talk WHERE id = ${last.id}`), [['1', '0']]);
	} finally {
		await site.cli('setting', 'text_wait', '0');
	}
});

test('a call can have come by another way, with the keyboard', async ({ site }) => {
	const page = await site.sign_in('petugas');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	assert.equal(await page.locator('#f-channel').inputValue(), 'call');
	await page.keyboard.press('Alt+KeyC');
	await page.keyboard.type('What');
	assert.equal(await page.locator('#f-channel').inputValue(), 'whatsapp');
	await page.keyboard.press('Alt+KeyI');
	await until('it is counted', () => sql(site, "SELECT COUNT(*) FROM call WHERE channel = 'whatsapp' AND type = 'information'")[0][0] === '1');
});

test('without script it works at 320 px, in both languages', async ({ site }) => {
	for (const lang of ['id', 'en']) {
		const page = await site.page({ viewport: 'small', js: false, lang });
		await page.goto(`${site.url}/darurat`);
		await page.locator('[name=kind][value=fire]').check({ force: true });
		await page.fill('[name=place]', 'Jl. Tanpa Skrip 1');
		await page.locator('form[data-report] button.btn-xl').click();
		await page.waitForURL('**/darurat/percakapan');
		assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 1);
		await page.locator('button[name=quick]').first().click();
		await page.locator('.talk', { hasText: lang === 'id' ? 'Ya' : 'Yes' }).waitFor();
		await page.locator('a[href="/darurat/percakapan?tulis=1"]').click();
		assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 0, 'it stays while one types');
		await page.fill('[name=words]', 'Tiga orang');
		await page.locator('#talk-box button').click();
		await page.locator('.talk', { hasText: 'Tiga orang' }).waitFor();
		const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth').catch(() => 0);
		assert.ok(over <= 0);
	}
});

test('a phone shows answers as they come, and every page is accessible', async ({ site }) => {
	const page = await site.page({ viewport: 'phone' });
	await page.goto(`${site.url}/darurat`);
	await site.axe(page);
	await page.locator('[name=kind][value=fire]').check({ force: true });
	await page.fill('[name=place]', 'Jl. Ponsel 2');
	await page.locator('form[data-report] button.btn-xl').click();
	await page.waitForURL('**/darurat/percakapan');
	const [[id]] = sql(site, "SELECT id FROM talk WHERE place = 'Jl. Ponsel 2'");
	const desk = await signed_in(site, 'petugas');
	assert.equal((await desk.post('/panggilan/masuk', { csrf: desk.csrf, id })).status, 303);
	assert.equal((await desk.post(`/panggilan/masuk/${id}`, { csrf: desk.csrf, do: 'ask', ask: 'Apakah Anda aman?', ask_token: 'x'.repeat(43) })).status, 303);
	await page.locator('.talk', { hasText: 'Apakah Anda aman?' }).waitFor();
	await page.fill('#f-words', 'Aman');
	await page.locator('#talk-box button').click();
	await page.locator('.talk li.mine', { hasText: 'Aman' }).waitFor();
	assert.equal(await page.locator('#f-words').inputValue(), '');
	await site.axe(page);
});

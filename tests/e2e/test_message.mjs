// test_message.mjs: gateways of messages: what people write by WhatsApp and SMS comes in, and answers go out;
// and rest for those who take it all.
import { test, assert, until } from './harness.mjs';
import { signed_in, sql, write_sql } from './client.mjs';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

export const options = { seed: [['init', '--demo-city'], ['migrate'], ['setting', 'text_wait', '0']] };

const sign = (secret, time, body) => createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
let secret, count = 0;

async function gateway(site) {
	secret ??= (await site.cli('gateway', 'add', 'wa', '--kind', 'text')).trim();
	return secret;
}

async function tell(site, message, key) {
	const body = JSON.stringify({ id: `m${++count}`, channel: 'whatsapp', from: '+6281200000001', ...message });
	const time = String(Math.floor(Date.now() / 1000));
	const r = await fetch(`${site.url}/api/messages`, { method: 'POST', body, headers: { 'content-type': 'application/json',
		authorization: 'Bearer wa', 'x-siaga-time': time, 'x-siaga-signature': sign(key ?? await gateway(site), time, body) } });
	return { status: r.status, json: await r.json().catch(() => null) };
}

const talk_of = (site, words) => sql(site, `SELECT talk FROM message WHERE words = '${words}'`)[0]?.[0];

// A gateway of our own that notes what it is told: { url, got, answer }.
async function listen() {
	const got = [], hook = { got, answer: 200 };
	const server = createServer((q, r) => {
		let body = '';
		q.on('data', d => { body += d; });
		q.on('end', () => {
			got.push({ headers: q.headers, body });
			r.writeHead(hook.answer);
			r.end();
		});
	});
	await new Promise(done => server.listen(0, '127.0.0.1', done));
	hook.url = `http://127.0.0.1:${server.address().port}/reply`;
	hook.close = () => new Promise(done => server.close(done));
	return hook;
}

test('a message is a written emergency in the same queue', async ({ site }) => {
	const first = await tell(site, { text: 'api di pasar', lat: -6.2, lon: 106.8, name: 'Yuli' });
	assert.deepEqual(first, { status: 200, json: { ok: true, new: true } });
	const id = talk_of(site, 'api di pasar');
	assert.deepEqual(sql(site, `SELECT channel, lat, sealed IS NOT NULL, sender IS NOT NULL FROM talk WHERE id = ${id}`), [['whatsapp', '-6200000', '1', '1']]);
	assert.equal(sql(site, "SELECT COUNT(*) FROM talk WHERE words LIKE '%81200000001%'")[0][0], '0');
	const desk = await signed_in(site, 'petugas');
	assert.match((await desk.get('/panggilan/masuk')).body_text, /api di pasar/);
	assert.deepEqual((await tell(site, { text: 'makin besar' })).json, { ok: true, new: false });
	assert.equal(talk_of(site, 'makin besar'), id, 'one conversation');
	await tell(site, { text: 'banjir di sini', from: '+6281200000002' });
	assert.notEqual(talk_of(site, 'banjir di sini'), id, 'another sender, another one');
});

test('said again it is taken once; another text under one id is refused', async ({ site }) => {
	const again = { id: 'twice', text: 'sekali saja' };
	assert.equal((await tell(site, again)).status, 200);
	assert.equal((await tell(site, again)).status, 200);
	assert.equal(sql(site, "SELECT COUNT(*) FROM message WHERE words = 'sekali saja'")[0][0], '1');
	assert.equal((await tell(site, { id: 'twice', text: 'lain' })).status, 409);
});

test('who has not the secret, or says nothing, is refused', async ({ site }) => {
	assert.equal((await tell(site, { text: 'x' }, 'wrong')).status, 401);
	assert.equal((await tell(site, { text: '' })).json.error, 'text');
	assert.equal((await tell(site, { text: 'x', channel: 'pigeon' })).json.error, 'channel');
	assert.equal((await tell(site, { text: 'x', from: '' })).json.error, 'from');
	assert.equal((await tell(site, { text: 'x', lat: 400, lon: 1 })).json.error, 'lat');
	assert.equal((await tell(site, { text: 7 })).json.error, 'text');
});

test('answers go out signed; what is not taken is tried again, what is refused is dead', async ({ site }) => {
	await gateway(site);
	const hook = await listen();
	try {
		await site.cli('gateway', 'hook', 'wa', hook.url);
		await tell(site, { text: 'ada orang jatuh', from: '+6281200000003' });
		const id = talk_of(site, 'ada orang jatuh'), desk = await signed_in(site, 'petugas2');
		const ask = (words, n) => desk.post(`/panggilan/masuk/${id}`, { csrf: desk.csrf, do: 'ask', ask: words, ask_token: `${n}`.repeat(43) });
		assert.equal((await desk.post('/panggilan/masuk', { csrf: desk.csrf, id })).status, 303);
		assert.equal((await ask('Di mana?', 1)).status, 303);
		await until('it was told', () => hook.got.length === 1);
		const { headers, body } = hook.got[0], said = JSON.parse(body);
		assert.equal(headers['x-siaga-signature'], sign(secret, headers['x-siaga-time'], body));
		assert.equal(headers.authorization, 'Bearer wa');
		assert.deepEqual({ ...said, id: '' }, { id: '', to: '081200000003', channel: 'whatsapp', text: 'Di mana?' });
		await until('it is sent', () => sql(site, "SELECT state FROM message WHERE words = 'Di mana?'")[0][0] === 'sent');
		hook.answer = 503;
		await ask('Masih sadar?', 2);
		await until('it was tried', () => hook.got.length >= 2);
		hook.answer = 200;
		await until('and then taken', () => sql(site, "SELECT state FROM message WHERE words = 'Masih sadar?'")[0][0] === 'sent');
		const names = hook.got.map(g => JSON.parse(g.body)).filter(b => b.text === 'Masih sadar?').map(b => b.id);
		assert.equal(new Set(names).size, 1, 'under one name');
		hook.answer = 400;
		await ask('Berdarah?', 3);
		await until('it is dead', () => sql(site, "SELECT state FROM message WHERE words = 'Berdarah?'")[0][0] === 'dead');
		assert.match((await desk.get(`/panggilan/masuk/${id}/baris`)).body_text, /tidak terkirim/);
	} finally {
		await hook.close();
	}
});

test('three hard calls in a row: the supervisor offers a break, and one key takes it', async ({ site }) => {
	const [[taker]] = sql(site, "SELECT id FROM account WHERE login = 'petugas4'"), now = Date.now();
	const [[ticket]] = sql(site, 'SELECT COALESCE(MAX(id), 0) + 1 FROM ticket');
	for (let i = 0; i < 3; i++)
		write_sql(site, `INSERT INTO ticket (id, number, token, voice, track, state, open, since, category, priority, lead, title, place, privacy, display, happened_at, recorded_at, channel)
			SELECT ${Number(ticket) + i}, 'DRT-26-9000${i}', 'rest${i}', 'V${i}', 1, 'closed', 0, ${now}, c.id, 1, a.id, 'x', 'x', 'public', 1, ${now}, ${now}, 'call' FROM category c, agency a WHERE c.code = 'JNZ' AND a.code = 'DAMKAR';
			INSERT INTO call (token, state, type, taker, ticket, rang_at, answered_at, closed_at) VALUES ('rest${i}', 'closed', 'emergency', ${taker}, ${Number(ticket) + i}, ${now - (4 - i) * 300000}, ${now - (4 - i) * 300000}, ${now - (4 - i) * 300000 + 200000})`);
	const lead = await site.sign_in('penyelia');
	await lead.goto(`${site.url}/panggilan/jeda`);
	await lead.locator('b', { hasText: /3 panggilan berat berturut-turut/ }).waitFor();
	await site.axe(lead);
	const page = await site.sign_in('petugas4');
	await page.goto(`${site.url}/panggilan`);
	await page.locator('#keys-open').waitFor();
	await lead.locator(`button[name=offer][value="${taker}"]`).click();
	await lead.locator('.sub', { hasText: 'Jeda ditawarkan' }).waitFor();
	await page.locator('#rest-take').waitFor();
	await page.keyboard.press('Alt+KeyZ');
	await until('it is taken', () => sql(site, `SELECT state FROM relief WHERE account = ${taker}`)[0]?.[0] === 'taken');
	await lead.goto(`${site.url}/panggilan/jeda`);
	assert.equal(await lead.locator(`button[name=offer][value="${taker}"]`).count(), 0, 'nothing weighs any more');
	const other = await signed_in(site, 'petugas2');
	assert.doesNotMatch((await other.get('/panggilan/jeda')).body_text, /panggilan berat/);
	assert.equal((await other.post('/panggilan/jeda', { csrf: other.csrf, offer: taker })).status, 404);
	assert.equal(sql(site, `SELECT COUNT(*) FROM event WHERE act = 'relief' AND (actor = ${taker} OR object = ${taker})`)[0][0], '0', 'the record names nobody');
});

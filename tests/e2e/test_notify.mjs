// test_notify.mjs: people are told by the channels they chose: a real SMTP server, a real gateway, and a
// push service that opens what it gets as a browser would.
import { test, assert, until } from './harness.mjs';
import { incident, signed_in, sql, write_sql } from './client.mjs';
import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, randomBytes, verify as verify_sign } from 'node:crypto';
import { createServer } from 'node:http';

export const options = { seed: [['init', '--demo-city'], ['migrate'], ['setting', 'mail_from', 'siaga@kota.example'], ['setting', 'push_here', '1']] };

// A server that notes what it is told: { url, got, answer, close }.
async function listen() {
	const got = [], it = { got, answer: 201 };
	const server = createServer((q, r) => {
		const parts = [];
		q.on('data', d => parts.push(d));
		q.on('end', () => {
			got.push({ path: q.url, headers: q.headers, body: Buffer.concat(parts) });
			r.writeHead(it.answer, it.answer === 302 ? { location: it.url } : {});
			r.end();
		});
	});
	await new Promise(done => server.listen(0, '127.0.0.1', done));
	it.url = `http://127.0.0.1:${server.address().port}`;
	it.close = () => new Promise(done => server.close(done));
	return it;
}

// What a browser keeps to itself, and what it gives away.
function browser(endpoint) {
	const key = createECDH('prime256v1'), auth = randomBytes(16);
	const p256dh = key.generateKeys();
	return {
		gives: { endpoint, p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
		// RFC 8291 and 8188, by another hand than ours.
		opens(body) {
			const salt = body.subarray(0, 16), theirs = body.subarray(21, 86), sealed = body.subarray(86);
			assert.equal(body.readUInt32BE(16), 4096);
			assert.equal(body[20], 65);
			const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, theirs]);
			const input = Buffer.from(hkdfSync('sha256', key.computeSecret(theirs), auth, info, 32));
			const derive = (name, n) => Buffer.from(hkdfSync('sha256', input, salt, Buffer.from(`Content-Encoding: ${name}\0`), n));
			const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
			open.setAuthTag(sealed.subarray(-16));
			const text = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
			assert.equal(text.at(-1), 2);
			return JSON.parse(text.subarray(0, -1));
		},
	};
}

// RFC 8292: what the token says, once its signature has been found good.
function vouched(authorization) {
	const [, token, k] = authorization.match(/^vapid t=([^,]+), k=(.+)$/), [head, said, mark] = token.split('.');
	const raw = Buffer.from(k, 'base64url');
	assert.equal(raw.length, 65);
	const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') } });
	assert.ok(verify_sign('sha256', Buffer.from(`${head}.${said}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(mark, 'base64url')), 'the signature');
	assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url')), { typ: 'JWT', alg: 'ES256' });
	return { k, ...JSON.parse(Buffer.from(said, 'base64url')) };
}

// Signed in, and with the session's token, wherever they landed.
async function come(site, login) {
	const me = await signed_in(site, login);
	me.csrf = (await me.keys('/kabar')).csrf;
	return me;
}

const at = (me, channel, fields) => me.post(`/kabar/${channel}`, { csrf: me.csrf, ...fields });
const code_in = text => text.match(/\b\d{6}\b/)[0];
const state = (site, where) => sql(site, `SELECT state FROM outbox WHERE ${where} ORDER BY id DESC LIMIT 1`)[0]?.[0];

test('an address is used once its code came back: mail', async ({ site }) => {
	const me = await come(site, 'damkar');
	assert.match((await me.get('/kabar')).body_text, /Kabar saya/);
	const bad = await at(me, 'mail', { do: 'add', address: 'bukan alamat' });
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /value="bukan alamat"/, 'what was typed stays');
	assert.match(bad.body_text, /href="#f-address"/);
	assert.equal((await at(me, 'mail', { do: 'add', address: 'regu@contoh.example' })).status, 303);
	const letter = await site.mail(m => m.to.includes('regu@contoh.example'));
	assert.match(letter.subject, /Kode Siaga/);
	const wrong = code_in(letter.text) === '000000' ? '000001' : '000000';
	assert.equal((await at(me, 'mail', { do: 'confirm', code: wrong })).status, 422);
	assert.equal((await at(me, 'mail', { do: 'confirm', code: code_in(letter.text) })).status, 303);
	assert.match((await me.get('/kabar')).body_text, /Terverifikasi/);
	assert.equal(sql(site, "SELECT COUNT(*) FROM way WHERE CAST(sealed AS TEXT) LIKE '%contoh%'")[0][0], '0', 'sealed');
	assert.equal(sql(site, "SELECT COUNT(*) FROM event WHERE data LIKE '%contoh%'")[0][0], '0', 'and in no event');
});

test('an alarm nobody accepts reaches mail, SMS and browser, and says nothing of who called', async ({ site }) => {
	const gate = await listen(), push = await listen();
	try {
		const secret = (await site.cli('gateway', 'add', 'sms', '--kind', 'text')).trim();
		await site.cli('gateway', 'hook', 'sms', `${gate.url}/kirim`, '--for', 'sms');
		const me = await come(site, 'damkar'), mine = browser(`${push.url}/p/1`);
		assert.equal((await at(me, 'sms', { do: 'add', address: '0812-3456-7890' })).status, 303);
		await until('the code came', () => gate.got.length === 1);
		const first = JSON.parse(gate.got[0].body);
		assert.equal(first.to, '081234567890');
		assert.equal(gate.got[0].headers['x-siaga-signature'], createHmac('sha256', secret)
			.update(`${gate.got[0].headers['x-siaga-time']}.${gate.got[0].body}`).digest('hex'));
		assert.equal((await at(me, 'sms', { do: 'confirm', code: code_in(first.text) })).status, 303);
		assert.equal((await at(me, 'push', { do: 'add', ...mine.gives, endpoint: 'http://10.0.0.1:80/x' })).status, 422);
		assert.equal((await at(me, 'push', { do: 'add', ...mine.gives })).status, 303);

		const number = await incident(site, { phone: '081299998888' });
		write_sql(site, "UPDATE assignment SET alarm_at = 1 WHERE alarm_at <> 0");	// its minute is over
		await until('all three were told', () => gate.got.length > 1 && push.got.length > 0 &&
			site.mails().some(m => m.to.includes('regu@contoh.example') && m.subject.includes(number)));
		const sms = JSON.parse(gate.got[1].body);
		assert.deepEqual(Object.keys(sms), ['id', 'channel', 'to', 'text', 'kind', 'ticket']);
		assert.equal(sms.ticket, number);
		assert.match(sms.text, new RegExp(`/tiket/${number}`));
		const { headers, body } = push.got[0], said = mine.opens(body), token = vouched(headers.authorization);
		assert.equal(headers['content-encoding'], 'aes128gcm');
		assert.equal(headers.urgency, 'high');
		assert.ok(Number(headers.ttl) > 0);
		assert.equal(token.aud, push.url);
		assert.equal(token.sub, 'mailto:siaga@kota.example');
		assert.ok(token.exp > Date.now() / 1000 && token.exp < Date.now() / 1000 + 86400);
		assert.equal(said.url, `/tiket/${number}`);
		assert.ok((await me.get('/kabar')).body_text.includes(token.k), 'the page gives browsers the same key');
		const all = JSON.stringify([sms.text, said, site.mails().filter(m => m.subject.includes(number)).map(m => m.text)]);
		assert.doesNotMatch(all, /9999|8888/, 'no number of who called');
		const event = sql(site, `SELECT event FROM outbox WHERE account <> 0 AND channel = 'push' ORDER BY id LIMIT 1`)[0][0];
		assert.equal(sql(site, `SELECT COUNT(*) FROM outbox WHERE account <> 0 AND event = ${event} AND channel = 'push'`)[0][0], '1');

		push.answer = 410;
		assert.equal((await at(me, 'push', { do: 'test' })).status, 303);
		await until('the browser is let go', () => sql(site, 'SELECT dead_at <> 0 FROM subscription')[0][0] === '1');
		assert.match((await me.get('/kabar')).body_text, /Tidak aktif lagi/);
	} finally {
		await gate.close();
		await push.close();
	}
});

test('a gateway that is gone is said on the wall, its dead are tried again; no redirect is followed', async ({ site }) => {
	const gate = await listen();
	try {
		await site.cli('gateway', 'hook', 'sms', gate.url, '--for', 'sms');
		const me = await come(site, 'damkar'), lead = await come(site, 'penyelia');
		gate.answer = 302;
		const before = gate.got.length;
		assert.equal((await at(me, 'sms', { do: 'test' })).status, 303);
		await until('it was tried', () => gate.got.length > before);
		await until('and waits', () => sql(site, "SELECT COUNT(*) FROM outbox WHERE kind = 'test' AND channel = 'sms' AND state = 'waiting' AND tries = 1 AND lease = ''")[0][0] === '1');
		assert.equal(gate.got.length, before + 1, 'where it points nobody goes');
		write_sql(site, "UPDATE outbox SET due_at = due_at + 9000000 WHERE state = 'waiting'");
		gate.answer = 400;
		for (let i = 0; i < 5; i++)
			assert.equal((await at(me, 'sms', { do: 'test' })).status, 303);
		await until('all are dead', () => sql(site, "SELECT COUNT(*) FROM outbox WHERE state = 'dead' AND why = 'refused' AND kind = 'test'")[0][0] === '5');
		await until('and that is said', () => sql(site, "SELECT warned FROM carrier WHERE channel = 'sms'")[0][0] === '1');
		assert.match((await lead.get('/komando')).body_text, /role="alert"[^>]*Kanal kabar terganggu/);
		const list = await lead.get('/pengiriman?keadaan=dead&kanal=sms');
		assert.match(list.body_text, /Ditolak penerima/);
		assert.match(list.body_text, /Gagal \d+ kali berturut-turut/);
		assert.doesNotMatch(list.body_text, /0812|3456/, 'no address');
		gate.answer = 200;
		const [[id]] = sql(site, "SELECT id FROM outbox WHERE state = 'dead' AND kind = 'test' AND channel = 'sms' ORDER BY id LIMIT 1");
		assert.equal((await me.post(`/pengiriman/${id}`, { csrf: me.csrf })).status, 403);
		assert.equal((await lead.post(`/pengiriman/${id}`, { csrf: lead.csrf })).status, 303);
		await until('it went', () => state(site, `id = ${id}`) === 'sent');
		assert.equal((await lead.post(`/pengiriman/${id}`, { csrf: lead.csrf })).status, 404, 'it is not dead');
		assert.equal((await lead.post('/pengiriman/kanal/sms', { csrf: lead.csrf })).status, 303);
		await until('all went', () => sql(site, "SELECT COUNT(*) FROM outbox WHERE state = 'dead' AND channel = 'sms'")[0][0] === '0');
		await until('and it is well', () => sql(site, "SELECT warned FROM carrier WHERE channel = 'sms'")[0][0] === '0');
		assert.doesNotMatch((await lead.get('/komando')).body_text, /Kanal kabar terganggu/);
	} finally {
		await gate.close();
	}
});

test('words are written, counted, refused and kept', async ({ site }) => {
	const lead = await come(site, 'penyelia'), path = '/pengiriman/pola/test-sms-id';
	const put = (words, version) => lead.post(path, { csrf: lead.csrf, words, version });
	assert.match((await lead.get('/pengiriman/pola')).body_text, /160 per SMS, alfabet GSM/);
	const bad = await put('Halo {pelapor}', 1);
	assert.equal(bad.status, 422);
	assert.match(bad.body_text, /Halo \{pelapor\}/);
	assert.equal((await put('Halo … {kota}', 1)).status, 303);
	assert.match((await lead.get(path)).body_text, /70 per SMS, karena ada huruf di luar/);
	assert.equal((await put('Lain {kota}', 1)).status, 409, 'somebody was faster');
	assert.equal((await lead.get('/pengiriman/pola/code-push-id')).status, 404);
	assert.equal((await lead.get('/pengiriman/pola/kucing')).status, 404);
});

test('quiet hours are kept, and wrong ones refused', async ({ site }) => {
	const me = await come(site, 'damkar');
	const put = fields => me.post('/kabar/waktu', { csrf: me.csrf, from: '22:00', until: '05:00', days: '4', lang: '2', ...fields });
	assert.equal((await put({})).status, 303);
	assert.deepEqual(sql(site, 'SELECT lang, quiet_from, quiet_until, quiet_days FROM told'), [['en', '1320', '300', '16']]);
	assert.equal((await put({ from: '25:00' })).status, 422);
	assert.equal((await put({ until: '22:00' })).status, 422);
	assert.equal((await put({ lang: '1' })).status, 303);
});

for (const [path, login] of [['/kabar', 'damkar'], ['/pengiriman', 'penyelia'], ['/pengiriman/pola', 'admin'], ['/pengiriman/pola/code-mail-id', 'admin']])
	test(`${path} is for everybody`, async ({ site }) => {
		for (const how of [{ viewport: 'desk' }, { viewport: 'phone', theme: 'dark', lang: 'en' }]) {
			const page = await site.sign_in(login, how);
			await page.goto(site.url + path);
			await site.axe(page);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
			assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
		}
	});

test('the worker of the site shows what comes and opens the ticket', async ({ site }) => {
	const page = await site.sign_in('damkar');
	await page.goto(`${site.url}/kabar`);
	const context = page.context();
	await context.grantPermissions(['notifications'], { origin: site.url });
	await page.evaluate(async () => { await navigator.serviceWorker.register('/sw.js'); await navigator.serviceWorker.ready; });
	await page.goto(`${site.url}/sesi`);
	const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
	const shown = await worker.evaluate(async () => {
		const all = [];
		self.registration.showNotification = async (title, how) => { all.push([title, how]); };
		for (const data of [JSON.stringify({ title: 'P1 belum diterima', body: 'Kebakaran', tag: 'DRT-1', url: '/tiket/DRT-1' }), 'not JSON'])
			self.dispatchEvent(new PushEvent('push', { data }));
		return all;
	});
	assert.equal(shown[0][0], 'P1 belum diterima');
	assert.equal(shown[0][1].data.url, '/tiket/DRT-1');
	assert.equal(shown[1][0], 'Siaga', 'something is shown, whatever came');
	const opened = await worker.evaluate(async () => {
		const all = [];
		self.clients.openWindow = async url => { all.push(url); };
		for (const url of ['/tiket/DRT-1', 'https://evil.example/']) {
			const e = new Event('notificationclick');
			e.notification = { close() {}, data: { url } };
			const done = [];
			e.waitUntil = p => done.push(p);
			self.dispatchEvent(e);
			await Promise.all(done);
		}
		return all;
	});
	assert.deepEqual(opened, [`${site.url}/tiket/DRT-1`, `${site.url}/kabar`], 'pages of ours alone');
});

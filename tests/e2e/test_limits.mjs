// test_limits.mjs: one address cannot have all of it, and no flood keeps the shift from its desk.
import { request } from 'node:http';
import { readFileSync } from 'node:fs';
import { test, assert, sleep } from './harness.mjs';
import { client, guarded, processes, sql, write_sql } from './client.mjs';

export const options = { mail: false, env: { RATE: '50r/s', RATE_SIGNIN: '6r/m', RATE_REPORT: '6r/m' } };

const password = 'kota-bahari-112';
const OFFICE = '127.0.0.30', STRANGER = '127.0.0.66';
const WAITING = 32;		// before the door: conf/run-here

// Signing in from an address of the machine's many, with cookies or none.
function enter(site, { login, token, cookie = '', from, typed = password }) {
	const body = new URLSearchParams({ token, login, password: typed }).toString();
	return new Promise((done, fail) => {
		const q = request(`${site.url}/masuk`, { method: 'POST', localAddress: from, headers: {
			'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length, ...(cookie && { cookie }) } }, r => {
			let text = '';
			r.setEncoding('utf8').on('data', d => text += d).on('end', () => done({ status: r.statusCode, text,
				headers: new Headers(Object.entries(r.headers).flatMap(([n, v]) => [v].flat().map(one => [n, one]))) }));
		});
		q.on('error', fail);
		q.end(body);
	});
}

const jar = answer => answer.headers.getSetCookie().map(c => c.split(';')[0]).join('; ');
const device = cookies => cookies.split('; ').find(c => c.startsWith('perangkat='));
const tokens_of = async (site, n) => (await site.cli('mint', String(n))).trim().split('\n');

// The door's processes stand behind all others.
function door(site) {
	const nice = pid => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[16]);
	const all = processes(site, 'admin'), last = Math.max(...all.map(nice));
	assert.ok(all.some(pid => nice(pid) < last), 'the door stands behind nobody');
	return all.filter(pid => nice(pid) === last);
}

test('a shift of thirty signs in at once, on new devices behind one address', async ({ site }) => {
	const tokens = await tokens_of(site, 30);
	const logins = sql(site, "SELECT login FROM account WHERE role IN ('call_taker', 'dispatcher', 'opd_operator', 'responder') ORDER BY id").map(([l]) => l);
	assert.ok(logins.length > 10, `${logins.length} accounts`);
	const answers = await Promise.all(tokens.map((token, i) => enter(site, { login: logins[i % logins.length], token, from: OFFICE })));
	assert.deepEqual(answers.filter(a => a.status !== 303).map(a => a.status), []);
	assert.ok(answers.every(a => device(jar(a))));
});

test('a full door says so, keeps the form, and holds back nobody who is known', async ({ site }) => {
	const tokens = await tokens_of(site, WAITING + 30);
	const known = device(jar(await enter(site, { login: 'petugas', token: tokens.pop(), from: OFFICE })));
	assert.ok(known);
	const pids = door(site);
	for (const pid of pids)
		process.kill(pid, 'SIGSTOP');
	const from_somewhere = i => enter(site, { login: `nobody${i}`, token: tokens.pop(), from: `127.0.7.${i + 1}` });
	const waits = Array.from({ length: WAITING }, (_, i) => from_somewhere(i));
	let busy;
	try {
		// One more, and one more, until one is turned away.
		while (busy === undefined && waits.length < WAITING + 8) {
			const answer = from_somewhere(waits.length);
			if ((busy = await Promise.race([answer, sleep(1000)])) === undefined)
				waits.push(answer);
		}
		assert.equal(busy?.status, 503);
		assert.equal(busy.headers.get('retry-after'), '5');
		guarded(busy, 'a full door');
		assert.match(busy.text, /Sangat banyak yang sedang mencoba masuk/);
		assert.match(busy.text, new RegExp(`name="login" value="nobody${waits.length}"`));
		assert.doesNotMatch(busy.text, new RegExp(password));

		// Nobody knows by the cookie's shape: a made-up one waits like any other.
		const forged = known.replace(/=(.)/, (_, c) => c === 'A' ? '=B' : '=A');
		assert.equal((await enter(site, { login: 'petugas', token: tokens.pop(), cookie: forged, from: '127.0.8.1' })).status, 503);

		const again = await enter(site, { login: 'petugas', token: tokens.pop(), cookie: known, from: OFFICE });
		assert.equal(again.status, 303, 'the known device');
		const next = await enter(site, { login: 'pengarah', token: tokens.pop(), cookie: known, from: OFFICE });
		assert.equal(next.status, 303, 'who takes over at that desk');
		assert.equal((await client(site).get('/masuk')).status, 200);
	} finally {
		for (const pid of pids)
			process.kill(pid, 'SIGCONT');
	}
	// Whoever waited is answered.
	const answers = await Promise.all(waits), tried = answers.filter(a => a.status === 422);
	assert.ok(tried.length >= WAITING && tried.length <= WAITING + 1 + pids.length, `${tried.length} waited`);
	assert.match(tried[0].text, /tidak cocok/);
	assert.equal((await enter(site, { login: 'petugas2', token: tokens.pop(), from: '127.0.9.1' })).status, 303, 'the door is open again');
});

test('one address has to wait, and nobody else', async ({ site }) => {
	const tokens = await tokens_of(site, 90);
	const known = device(jar(await enter(site, { login: 'petugas', token: tokens.pop(), from: '127.0.0.31' })));
	const answers = [];
	for (let i = 0; i < 75; i++)
		answers.push(await enter(site, { login: 'nobody', token: 'none', typed: 'x', from: STRANGER }));
	const refused = answers.filter(a => a.status === 429);
	assert.ok(refused.length >= 5, `${refused.length} refused`);
	assert.notEqual(answers[0].status, 429);
	assert.equal(refused[0].headers.get('retry-after'), '10');
	assert.match(refused[0].text, /Tunggu sepuluh detik/);
	guarded(refused[0], 'refused by nginx');
	assert.equal((await enter(site, { login: 'petugas', token: tokens.pop(), from: '127.0.0.32' })).status, 303, 'another address');
	assert.equal((await enter(site, { login: 'petugas', token: tokens.pop(), cookie: known, from: STRANGER })).status, 303, 'a known device there');
	// A made-up cookie gets past nginx; the programs count it, by the address.
	let last;
	for (let i = 0; i < 40 && last?.status !== 429; i++)
		last = await enter(site, { login: `nobody${i}`, token: tokens.pop(), cookie: 'perangkat=AAAA.00', typed: 'x', from: STRANGER });
	assert.equal(last.status, 429);
	assert.ok(Number(last.headers.get('retry-after')) >= 1);
	assert.match(last.text, /Terlalu banyak percobaan/);
});

test('whoever guesses at an account waits; its shift goes on', async ({ site }) => {
	const tokens = await tokens_of(site, 40);
	const shift = jar(await enter(site, { login: 'petugas3', token: tokens.pop(), from: OFFICE }));
	const me = client(site, shift);
	let guess;
	for (let i = 0; i < 20 && guess?.status !== 429; i++)
		guess = await enter(site, { login: 'petugas3', token: tokens.pop(), typed: 'guess', from: `127.0.10.${i + 1}` });
	assert.equal(guess.status, 429);
	assert.ok(Number(guess.headers.get('retry-after')) >= 1);
	assert.match(guess.text, /Perangkat yang biasa Anda pakai tidak ikut tertahan/);
	write_sql(site, 'UPDATE throttle SET until = until + 600000 WHERE until > 0');	// as if for long
	assert.equal((await enter(site, { login: 'petugas3', token: tokens.pop(), from: '127.0.11.1' })).status, 429, 'right or wrong');

	// The session that runs is asked for nothing, reading and writing; nor is its device.
	assert.equal((await me.get('/panggilan')).status, 200);
	const keys = await me.keys('/sesi');
	assert.equal((await me.post('/sesi', keys)).status, 303);
	assert.equal((await me.post('/keluar', keys)).status, 303);
	const back = await enter(site, { login: 'petugas3', token: tokens.pop(), cookie: device(shift), from: OFFICE });
	assert.equal(back.status, 303, 'out, and in again');
});

test('who does not exist is told the same, in the same time', async ({ site }) => {
	const pairs = [['petugas4', 'tidakada'], ['pengarah2', 'bukanpengarah'], ['verifikator', 'bukanverifikator']], each = 4;
	const tokens = await tokens_of(site, 2 * each * pairs.length), ms = [[], []], said = [];
	for (const pair of pairs)
		for (let i = 0; i < each; i++)		// five cost nothing
			for (const [kind, login] of pair.entries()) {
				const began = performance.now();
				const answer = await enter(site, { login, token: tokens.pop(), typed: 'guess', from: `127.0.12.${kind + 1}` });
				ms[kind].push(performance.now() - began);
				assert.equal(answer.status, 422);
				said[kind] = answer.text.replace(/value="[^"]*"/g, '');
			}
	assert.equal(said[0], said[1]);
	const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
	const ratio = median(ms[0]) / median(ms[1]);
	assert.ok(ratio > .4 && ratio < 2.5, `${ratio.toFixed(2)} times the time`);
});

test('reading goes on meanwhile', async ({ site }) =>
	assert.equal((await fetch(`${site.url}/static/siaga.css`)).status, 200));

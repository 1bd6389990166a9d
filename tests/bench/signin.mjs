// signin.mjs: asks the call desk for its page ten times a second, alone and in a flood of
// sign-ins that come at their own pace, answered or not.  See tests/bench/signin.
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';

const [base, rate, seconds, file] = process.argv.slice(2);
const tokens = readFileSync(file, 'utf8').trim().split('\n');
const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
const sleep = ms => new Promise(done => setTimeout(done, ms));

function ask(path, { cookie = '', body, from } = {}) {
	const began = performance.now();
	return new Promise(done => {
		const q = request(base + path, { agent, localAddress: from, method: body === undefined ? 'GET' : 'POST', headers: {
			...(cookie && { cookie }),
			...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
		} }, r => {
			r.resume();
			r.on('end', () => done({ status: r.statusCode, cookies: r.headers['set-cookie'] ?? [], ms: performance.now() - began }));
		});
		q.on('error', () => done({ status: 0, cookies: [], ms: performance.now() - began }));
		q.end(body);
	});
}

// Each of the flood has an address of its own, so that no count turns it away.
const enter = (login, password, from) => ask('/masuk', { from, body: new URLSearchParams({
	token: tokens.pop(), login, password }).toString() });

function say(what, list) {
	const ms = list.map(r => r.ms).sort((a, b) => a - b), at = p => ms[Math.min(ms.length - 1, Math.floor(ms.length * p))] ?? 0;
	const by = {};
	for (const r of list)
		by[r.status] = (by[r.status] ?? 0) + 1;
	console.log(`${what.padEnd(34)} ${String(ms.length).padStart(5)}   p50 ${at(.5).toFixed(1).padStart(7)} ms` +
		`   p99 ${at(.99).toFixed(1).padStart(7)} ms   worst ${at(1).toFixed(1).padStart(7)} ms   ` +
		Object.entries(by).map(([s, n]) => `${n} × ${s}`).join(', '));
}

// So many a second, whether or not the ones before are answered.
async function steadily(per_second, end, run) {
	const running = [];
	for (let next = performance.now(); next < end; next += 1000 / per_second) {
		const wait = next - performance.now();
		if (wait > 0)
			await sleep(wait);
		running.push(run());
	}
	return Promise.all(running);
}

const end = () => performance.now() + seconds * 1000;
const desk = (await enter('petugas', 'kota-bahari-112')).cookies.map(c => c.split(';')[0]).join('; ');
const page = () => ask('/panggilan', { cookie: desk });
const alone = [];
for (let i = 0; i < 20; i++)
	alone.push(await enter(`petugas${2 + i % 3}`, 'kota-bahari-112'));
say('a sign-in, alone', alone);
say('the call desk, alone', await steadily(10, end(), page));
let n = 0;
const until = end();
const [calls, tries] = await Promise.all([steadily(10, until, page),
	steadily(rate, until, () => enter(`nobody${n}`, 'no such password', `127.1.${n >> 8}.${n++ & 255}`))]);
say('the call desk, in the flood', calls);
say('a try of the flood', tries);
agent.destroy();

// signin.mjs: what a sign-in costs, and what a flood of them, that comes at its own pace
// whether it is answered or not, does to everybody else.  See tests/bench/signin.
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';

const [base, rate, seconds, file] = process.argv.slice(2);
const password = 'kota-bahari-112';
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

const enter = (login, { from, cookie, typed = password } = {}) => ask('/masuk', { from, cookie,
	body: new URLSearchParams({ token: tokens.pop(), login, password: typed }).toString() });
const jar = answer => answer.cookies.map(c => c.split(';')[0]).join('; ');
const of_device = cookies => cookies.split('; ').find(c => c.startsWith('perangkat='));

function say(what, list) {
	const ms = list.map(r => r.ms).sort((a, b) => a - b), at = p => ms[Math.min(ms.length - 1, Math.floor(ms.length * p))] ?? 0;
	const by = {};
	for (const r of list)
		by[r.status] = (by[r.status] ?? 0) + 1;
	console.log(`  ${what.padEnd(38)} ${String(ms.length).padStart(5)}   p50 ${at(.5).toFixed(1).padStart(7)} ms` +
		`   p99 ${at(.99).toFixed(1).padStart(7)} ms   worst ${at(1).toFixed(1).padStart(7)} ms   ` +
		Object.entries(by).map(([s, n]) => `${n} × ${s}`).join(', '));
}

// So many a second, by chance, whether or not the ones before are answered.
async function steadily(per_second, end, run) {
	const running = [];
	for (let next = performance.now(); next < end; next -= Math.log(1 - Math.random()) * 1000 / per_second) {
		const wait = next - performance.now();
		if (wait > 0)
			await sleep(wait);
		running.push(run(running.length));
	}
	return Promise.all(running);
}

async function one_by_one(n, run) {
	const list = [];
	while (list.length < n)
		list.push(await run(list.length));
	return list;
}

// Somebody on a new device who does as the page says, until it went well.
async function persist(n) {
	const began = performance.now();
	for (let tries = 1; ; tries++) {
		const answer = await enter(`petugas${2 + n % 3}`, { from: `127.2.0.${1 + n}` });
		if (answer.status === 303 || tries === 12)
			return { status: `in at try ${tries}`, ms: performance.now() - began };
		await sleep(5000);
	}
}

const desk = jar(await enter('petugas')), admin = jar(await enter('admin'));
const desk_page = () => ask('/panggilan', { cookie: desk }), admin_page = () => ask('/akun', { cookie: admin });
const from_known = () => enter('petugas', { cookie: of_device(desk), from: '127.0.0.9' });
const from_new = n => enter(`petugas${2 + n % 3}`, { from: `127.3.${n >> 8}.${n & 255}` });
const hostile = n => enter(`nobody${n}`, { typed: 'no such password', from: `127.1.${n >> 8}.${n & 255}` });

console.log('alone');
say('a sign-in, new device', await one_by_one(40, from_new));
say('a sign-in, known device', await one_by_one(40, from_known));
let end = performance.now() + seconds * 1000;
let [calls, pages] = await Promise.all([steadily(10, end, desk_page), steadily(2, end, admin_page)]);
say('the call desk', calls);
say('a page of an admin', pages);

console.log(`with ${rate} wrong sign-ins a second, each from another address and with another name`);
end = performance.now() + seconds * 1000;
const later = run => sleep(3000).then(run);	// when it has filled what it can
const [tries, ...rest] = await Promise.all([steadily(rate, end, hostile),
	steadily(10, end, desk_page), steadily(2, end, admin_page),
	later(() => steadily(1, end, from_known)), later(() => steadily(1, end, n => from_new(n + 500))),
	later(() => steadily(.5, end - 10000, persist))]);
['the call desk', 'a page of an admin', 'a sign-in, known device', 'a sign-in, new device, one try', 'a sign-in, new device, as often as told']
	.forEach((what, i) => say(what, rest[i]));
say('the flood itself', tries);
agent.destroy();

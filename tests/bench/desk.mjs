// desk.mjs: takers who type as people do, and a city that reports.  See tests/bench/desk.
import { Agent, request } from 'node:http';
import { readFileSync } from 'node:fs';

const [base, takers, reports, seconds, file] = process.argv.slice(2).map((a, i) => i > 0 && i < 4 ? Number(a) : a);
const tokens = readFileSync(file, 'utf8').trim().split('\n');
const report = readFileSync(new URL('report.form', import.meta.url), 'utf8').trim();
const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
const sleep = ms => new Promise(done => setTimeout(done, ms));
const steps = new Map();

function ask(what, path, { cookie = '', body } = {}) {
	const began = performance.now();
	return new Promise(done => {
		const end = (status, text, cookies) => {
			if (!steps.has(what))
				steps.set(what, []);
			steps.get(what).push({ status, ms: performance.now() - began });
			done({ status, text, cookies });
		};
		const q = request(base + path, { agent, method: body === undefined ? 'GET' : 'POST', headers: {
			...(cookie && { cookie }),
			...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
		} }, r => {
			let text = '';
			r.setEncoding('utf8');
			r.on('data', d => { text += d; });
			r.on('end', () => end(r.statusCode, text, r.headers['set-cookie'] ?? []));
		});
		q.on('error', e => end(e.code, '', []));
		q.end(body);
	});
}

const form = fields => new URLSearchParams(fields).toString();
const value = (text, name) => text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

async function enter(n) {
	const login = `petugas${['', '2', '3', '4'][n % 4]}`;
	const got = await ask('sign in', '/masuk', { body: form({ token: tokens.pop(), login, password: 'kota-bahari-112' }) });
	return got.cookies.map(c => c.split(';')[0]).join('; ');
}

// One call, a step each 300 to 900 ms; what is typed is saved once a second.
async function call(cookie, n, page) {
	const think = () => sleep(300 + Math.random() * 600);
	const keys = { csrf: value(page, 'csrf'), token: value(page, 'token'), rang: String(Date.now()) };
	const fields = { ...keys, type: 'Kebakaran rumah/bangunan' };
	const save = () => ask('draft saved', '/panggilan/draf', { cookie, body: form(fields) });
	const phone = `0812${String(10000000 + Math.floor(Math.random() * 89999999))}`;
	await think();
	await Promise.all([ask('type from words', '/panggilan/jenis?q=api+dapur+nenek', { cookie }), save()]);
	await Promise.all([ask('card', '/panggilan/kartu?kategori=KBR-BGN&area=', { cookie }),
		ask('near', '/panggilan/mirip?kategori=KBR-BGN&area=&koordinat=-0.95,100.35', { cookie })]);
	await think();
	Object.assign(fields, { place: `Jl. Karya Bakti ${n}`, village: 'Pasar Lama' });
	await ask('place from words', '/panggilan/tempat?q=karya+bakti&area=', { cookie });
	await save();
	await think();
	await ask("the number's past", '/panggilan/riwayat', { cookie, body: form({ csrf: keys.csrf, phone }) });
	Object.assign(fields, { phone, detail: 'Rumah kayu, api dari dapur.', card: 'SOP-01', a1: '1' });
	await save();
	await think();
	fields.detail += ' Nenek masih di kamar belakang.';
	await save();		// the last one, as the key is pressed
	return ask('sent', '/panggilan', { cookie, body: form({ ...fields, do: 'send' }) });
}

async function work(n, end) {
	const cookie = await enter(n);
	await sleep(Math.random() * 3000);
	let page = await ask('desk', '/panggilan', { cookie });
	while (performance.now() < end) {
		page = await call(cookie, n, page.text);
		if (!page.text.includes('id="sent"'))
			page = await ask('desk', '/panggilan', { cookie });
	}
}

async function city(end) {
	const running = [];
	for (let next = performance.now(); next < end; next -= Math.log(1 - Math.random()) * 1000 / reports) {
		const wait = next - performance.now();
		if (wait > 0)
			await sleep(wait);
		running.push(ask('a report of the portal', '/lapor', { body: `${report}&token=${tokens.pop()}` }));
	}
	await Promise.all(running);
}

const end = performance.now() + seconds * 1000;
await Promise.all([city(end), ...Array.from({ length: takers }, (_, n) => work(n, end))]);
for (const [what, list] of [...steps].sort(([a], [b]) => a.localeCompare(b))) {
	const ms = list.map(r => r.ms).sort((a, b) => a - b), at = p => ms[Math.min(ms.length - 1, Math.floor(ms.length * p))];
	const by = {};
	for (const r of list)
		by[r.status] = (by[r.status] ?? 0) + 1;
	console.log(`  ${what.padEnd(24)} ${String(ms.length).padStart(6)}   p50 ${at(.5).toFixed(1).padStart(7)} ms   p99 ${at(.99).toFixed(1).padStart(7)} ms` +
		`   worst ${at(1).toFixed(1).padStart(7)} ms   ${Object.entries(by).map(([s, n]) => `${n} × ${s}`).join(', ')}`);
}
agent.destroy();

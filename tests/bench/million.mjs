// million.mjs: each question of the desk and of the lists, one at a time, of two
// sites by turns.  See tests/bench/million.
import { Agent, request } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';

const [asked, ...rest] = process.argv.slice(2);
const times = Number(asked);
const sites = [rest.slice(0, 3), rest.slice(3, 6)].map(([tickets, base, pid]) => ({ tickets: Number(tickets), base, pid: Number(pid) }));
const agent = new Agent({ keepAlive: true });

// --- asking ---------------------------------------------------------------------------

function ask(site, path, { cookie = '', body } = {}) {
	return new Promise((done, fail) => {
		const q = request(site.base + path, { agent, method: body === undefined ? 'GET' : 'POST', headers: {
			...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) } }, r => {
			let text = '';
			r.setEncoding('utf8');
			r.on('data', d => { text += d; });
			r.on('end', () => done({ status: r.statusCode, text, to: r.headers.location ?? '', cookies: r.headers['set-cookie'] ?? [] }));
		});
		q.on('error', fail);
		q.end(body);
	});
}

const form = fields => new URLSearchParams(fields).toString();
const value = (text, name) => text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

async function sign_in(site, login) {
	const token = value((await ask(site, '/masuk')).text, 'token');
	const got = await ask(site, '/masuk', { body: form({ token, login, password: 'kota-bahari-112' }) });
	return got.cookies.map(c => c.split(';')[0]).join('; ');
}

// --- what the processor did -------------------------------------------------------------

function family(pid) {
	const parents = new Map();
	for (const p of readdirSync('/proc').filter(p => /^\d+$/.test(p)))
		try {
			parents.set(Number(p), Number(readFileSync(`/proc/${p}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1]));
		} catch { /* it ended */ }
	const all = new Set([pid]);
	for (let n = 0; n !== all.size;) {
		n = all.size;
		for (const [child, parent] of parents)
			if (all.has(parent))
				all.add(child);
	}
	return [...all];
}

const name_of = pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0].replace(/^.*\//, '');
const worked = pids => pids.reduce((sum, p) => sum + Number(readFileSync(`/proc/${p}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;

// --- what is asked ------------------------------------------------------------------------

const pick = (list, i) => list[i * 7919 % list.length];
const words = ['api dapur nenek', 'tabrakan motor', 'pohon tumbang di jalan', 'tidak napas', 'banjir setinggi lutut', 'kabel putus',
	'anak hanyut di sungai', 'orang berkelahi pakai senjata', 'lampu jalan padam', 'ular masuk rumah'];
const parts = ['ba', 'ku', 'ra', 'mi', 'so', 'te', 'ngo', 'lu', 'pa', 'di'];
const rare = n => parts[n % 10] + parts[Math.floor(n / 10) % 10] + parts[Math.floor(n / 100) % 10] + parts[Math.floor(n / 1000) % 10];
const phone = i => `0812${String(10000000 + i * 131 % 200000 * 397 % 89999999).padStart(8, '0')}`;
const q = encodeURIComponent;

async function begin(site) {
	site.pids = {};
	for (const pid of family(site.pid))
		(site.pids[name_of(pid)] ??= []).push(pid);
	for (const login of ['petugas', 'pengarah', 'penyelia', 'dishub', 'walikota'])
		site[login] = await sign_in(site, login);
	site.villages = [...(await ask(site, '/panggilan', { cookie: site.petugas })).text.matchAll(/<option value="([^"]*)"><\/option>/g)].map(m => m[1]);
	site.numbers = [...(await ask(site, '/tugas', { cookie: site.pengarah })).text.matchAll(/"\/tiket\/([A-Z0-9-]+)"/g)].map(m => m[1]);
	site.public = [...(await ask(site, '/laporan')).text.matchAll(/"\/laporan\/([A-Z0-9-]+)"/g)].map(m => m[1]);
	site.sent = [];
}

async function call(site) {
	const page = (await ask(site, '/panggilan', { cookie: site.petugas })).text;
	return { csrf: value(page, 'csrf'), token: value(page, 'token'), rang: String(Date.now()) };
}

const told = (keys, i) => ({ ...keys, type: 'Kebakaran rumah/bangunan', place: `Jl. ${rare(i)} ${i % 90 + 1}`, village: 'Pasar Lama',
	detail: `Rumah kayu, ${rare(i * 3)} ${rare(i * 7)}. Nenek masih di kamar belakang.`, phone: phone(i), card: 'SOP-01', a1: '1' });
const number_in = text => text.match(/DRT-\d\d-\d+-[A-Z0-9]/)?.[0];

// The form of a step, filled: its page is fetched without being measured.
async function step(site, cookie, number, act, object, fields) {
	const page = (await ask(site, `/tiket/${number}/langkah/${act}?objek=${object}`, { cookie })).text;
	const action = page.match(new RegExp(`"(/tiket/${number}/langkah/${act}[^"]*)"`))?.[1].replaceAll('&amp;', '&') ?? `/tiket/${number}/langkah/${act}?objek=${object}`;
	return [action, { cookie, body: form({ csrf: value(page, 'csrf'), token: value(page, 'token'), ...fields }) }];
}

async function object_of(site, number, act) {
	const page = (await ask(site, `/tiket/${number}`, { cookie: site.pengarah })).text;
	return page.match(new RegExp(`langkah/${act}\\?objek=([a-z]\\d+)`))?.[1] ?? '';
}

const get = (who, path) => (site, i) => [typeof path === 'function' ? path(i, site) : path, { cookie: who && site[who] }];

// name, whose processes, [how many of times], what is asked
const steps = [
	['the desk', 'intake', 1, get('petugas', '/panggilan')],
	['type from words', 'intake', 1, get('petugas', i => `/panggilan/jenis?q=${q(pick(words, i))}`)],
	['place from words', 'intake', 1, get('petugas', i => `/panggilan/tempat?q=${q(rare(i * 37 + 11).slice(0, 5 + i % 4))}&area=`)],
	['card', 'intake', 1, get('petugas', '/panggilan/kartu?kategori=KBR-BGN&area=')],
	['near', 'intake', 1, get('petugas', i => `/panggilan/mirip?kategori=KBR-BGN&area=&koordinat=${-0.95 + i % 50 / 2500},${100.36 + i % 40 / 2500}`)],
	['near, with words', 'intake', 1, get('petugas', i => `/panggilan/mirip?kategori=KBR-BGN&area=&koordinat=-0.95,100.36&kata=${q(pick(words, i))}`)],
	["a number's past", 'intake', 1, async (site, i) => ['/panggilan/riwayat', { cookie: site.petugas,
		body: form({ csrf: (site.keys ??= await call(site)).csrf, phone: phone(i) }) }]],
	['draft saved', 'intake', 1, async (site, i) => ['/panggilan/draf', { cookie: site.petugas,
		body: form(told(i % 20 === 0 ? site.keys = await call(site) : site.keys, i)) }]],
	['drafts, the strip', 'intake', 1, async site => ['/panggilan/draf/lain', { cookie: site.petugas, body: form(site.keys) }]],
	['sent', 'intake', .5, async (site, i) => ['/panggilan', { cookie: site.petugas, body: form({ ...told(await call(site), i), do: 'send' }) },
		r => site.sent.push(number_in(r.text))]],
	['+1 pelapor', 'intake', .5, async (site, i) => ['/panggilan', { cookie: site.petugas,
		body: form({ ...told(await call(site), i), attach: pick(site.sent, i) }) }]],
	['merged', 'worklist', .2, async (site, i) => step(site, site.pengarah, site.sent[i + 1], 'merge',
		await object_of(site, site.sent[i + 1], 'merge'), { tujuan: site.sent[0] })],
	['merge undone', 'worklist', .2, async (site, i) => step(site, site.pengarah, site.sent[i + 1], 'unmerge',
		await object_of(site, site.sent[i + 1], 'unmerge'), {})],
	['call list of no incident', 'intake', .5, async site => ['/panggilan', { cookie: site.petugas, body: form({ ...await call(site), do: 'prank' }) }]],
	['triage list', 'intake', 1, get('pengarah', '/triase')],
	['a report, POST', 'portal', .5, async (site, i) => {
		const token = value((await ask(site, '/lapor')).text, 'token');
		return ['/lapor', { body: `${readFileSync(new URL('report.form', import.meta.url), 'utf8').trim()}&token=${token}&n=${i}` }];
	}],
	['worklist of an agency', 'worklist', 1, get('dishub', '/tugas')],
	['worklist of the city', 'worklist', 1, get('pengarah', '/tugas')],
	['its version, polled', 'worklist', 1, get('dishub', '/tugas/versi')],
	['worklist, ended today', 'worklist', .5, get('pengarah', '/tugas?tampil=selesai')],
	['a ticket', 'worklist', 1, get('pengarah', (i, site) => `/tiket/${pick(site.numbers, i)}`)],
	['search, a common word', 'worklist', .5, get('pengarah', i => `/cari?q=${['api', 'asap', 'rumah'][i % 3]}`)],
	['search, a rare word', 'worklist', .5, get('pengarah', i => `/cari?q=${rare(3000 + i * 17)}`)],
	['search, two common words', 'worklist', .5, get('pengarah', i => `/cari?q=${q(['api rumah', 'asap warung', 'pohon banjir'][i % 3])}`)],
	['search, common and rare', 'worklist', .5, get('pengarah', i => `/cari?q=${q(`api ${rare(2000 + i * 17)}`)}`)],
	['search, three letters', 'worklist', .5, get('pengarah', i => `/cari?q=${['keb', 'pas', 'bak', 'ran', 'mis'][i % 5]}`)],
	['search, two that never meet', 'worklist', .5, get('pengarah', i => `/cari?q=${q(['kebakaran lampu got', 'macet ular gas'][i % 2])}`)],
	['search, of an agency', 'worklist', .5, get('dishub', i => `/cari?q=${['api', 'asap', 'macet'][i % 3]}`)],
	['search, of a taker', 'worklist', .5, get('petugas', i => `/cari?q=${['api', 'asap', 'macet'][i % 3]}`)],
	['search, a later page', 'worklist', .5, get('pengarah', (i, site) => `/cari?q=api&di=${Math.floor(site.tickets / 2) + i}`)],
	['search, part of a number', 'worklist', .5, get('pengarah', i => `/cari?q=${1000 + i}`)],
	['public list', 'portal', 1, get('', '/laporan')],
	['public list, a category', 'portal', .5, get('', '/laporan?kategori=JLN')],
	['a public report', 'portal', 1, get('', (i, site) => `/laporan/${pick(site.public, i)}`)],
	['home', 'portal', .5, get('', '/')],
	['wallboard', 'command', .5, get('walikota', '/komando')],
];

// --- telling ---------------------------------------------------------------------------------

const at = (list, p) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))] ?? NaN;

async function measure(site, program, make, i, got) {
	const [path, how, then] = await make(site, i);
	const pids = site.pids[program], before = worked(pids), from = performance.now();
	const answer = await ask(site, path, how);
	got.wall.push(performance.now() - from);
	got.cpu.push(worked(pids) - before);
	got.status.add(answer.status);
	then?.(answer);
}

for (const site of sites)
	await begin(site);
console.log(`${''.padEnd(28)}    n  ${sites.map(s => `${`${s.tickets}: cpu ms p50`.padStart(21)}    p99  wall p50    p99`).join('')}   cpu, ratio`);
const only = process.env.ONLY ?? '';
for (const [name, program, share, make] of steps.filter(([name]) => new RegExp(only).test(name))) {
	const got = sites.map(() => ({ wall: [], cpu: [], status: new Set() })), n = Math.max(5, Math.round(times * share));
	for (let i = 0; i < n; i++)
		for (const [k, site] of sites.entries())
			await measure(site, program, make, i, got[k]);
	const cells = got.map(g => `${at(g.cpu, .5).toFixed(2).padStart(21)} ${at(g.cpu, .99).toFixed(2).padStart(6)} ${at(g.wall, .5).toFixed(1).padStart(9)} ${at(g.wall, .99).toFixed(1).padStart(6)}`);
	const odd = [...new Set(got.flatMap(g => [...g.status]))].filter(s => s !== 200 && s !== 303);
	console.log(`${name.padEnd(28)} ${String(n).padStart(4)}  ${cells.join('')} ${(at(got[1].cpu, .5) / at(got[0].cpu, .5)).toFixed(2).padStart(10)}${odd.length ? `   (${odd})` : ''}`);
}
agent.destroy();

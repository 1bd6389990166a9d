// live.mjs: SCREENS lines, RATE changes a second: how long from commit to receipt.
// usage: node live.mjs base beat data pid screens rate seconds
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { request, Agent } from 'node:http';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const [base, beat, data, pid, screens, rate, seconds, siaga] = process.argv.slice(2);
const EACH = 8;
const now = () => performance.timeOrigin + performance.now();
const sleep = ms => new Promise(done => setTimeout(done, ms));
const rows = text => execFileSync('sqlite3', ['-readonly', '-separator', '\t', join(data, 'siaga.db'), text], { encoding: 'utf8' })
	.trim().split('\n').map(l => l.split('\t'));

async function sign_in(login, password) {
	const form = await fetch(`${base}/masuk`);
	const jar = form.headers.getSetCookie().map(c => c.split(';')[0]);
	const token = (await form.text()).match(/name="token" value="([^"]*)"/)[1];
	const answer = await fetch(`${base}/masuk`, { method: 'POST', redirect: 'manual', headers: { cookie: jar.join('; ') },
		body: new URLSearchParams({ token, login, password }) });
	if (answer.status !== 303)
		throw new Error(`${login}: ${answer.status}`);
	return answer.headers.getSetCookie().map(c => c.split(';')[0]).join('; ');
}

// What process pid has used so far, ms; and what it holds, MB.
const cpu = () => {
	const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
	return 10 * (Number(f[11]) + Number(f[12]));
};
const rss = () => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;
const hwm = () => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)[1]) / 1024;

const lines = [];
let lost = 0;
function listen(cookie, who) {
	return new Promise((done, fail) => {
		const line = { ...who, values: [], times: [], signals: [] };
		const q = request(`${base}/langsung`, { agent: new Agent(), headers: { cookie } }, a => {
			if (a.statusCode !== 200)
				return fail(new Error(`a line: ${a.statusCode}`));
			let text = '';
			a.setEncoding('utf8');
			a.on('data', piece => {
				const at = now();
				text += piece;
				for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
					const e = text.slice(0, end);
					const [, kind, what] = e.match(/event: (\w+)\ndata: (.*)$/) ?? [];
					if (kind === 'pulse') {
						line.values.push(Number(what));
						line.times.push(at);
					} else if (kind === 'signal')
						line.signals.push([what, at]);
				}
				done(line);
			});
			a.on('close', () => lost++);
		});
		q.on('error', fail);
		q.end();
		lines.push(line);
	});
}

const told = execFileSync(siaga, ['signins'], { encoding: 'utf8' });
const password = told.match(/password here is (\S+?)\)/)[1];
const people = rows("SELECT login, role, agency FROM account WHERE disabled_at = 0 AND role NOT IN ('admin', 'auditor') ORDER BY id")
	.map(([login, role, agency]) => ({ login, role, reach: /^(opd_|responder)/.test(role) ? Number(agency) : 0 }))
	.filter(who => !process.env.CITY_ONLY || who.reach === 0);
process.stderr.write(`signing in ${Math.ceil(screens / EACH)} times\n`);
for (let i = 0; i * EACH < screens; i++) {
	const who = people[i % people.length];
	const cookie = await sign_in(who.login, password);
	await Promise.all(Array.from({ length: Math.min(EACH, screens - i * EACH) }, () => listen(cookie, who)));
}
const city = lines.filter(l => l.reach === 0).length;
console.log(`${lines.length} screens (${city} of the whole city), ${rate} changes/s for ${seconds} s`);

await sleep(3000);
let before = cpu(), from = now();
await sleep(20000);
console.log(`idle: ${(100 * (cpu() - before) / (now() - from)).toFixed(2)} % of a core, ${rss().toFixed(1)} MB`);

for (const line of lines)
	line.values.length = line.times.length = line.signals.length = 0;
const [[agencies]] = rows('SELECT max(id) FROM agency');
before = cpu(); from = now();
let text = '';
const writer = spawn(beat, [rate, seconds, agencies], { env: { ...process.env, SIAGA_DATA: data } });
writer.stdout.on('data', d => text += d);
await new Promise(done => writer.on('exit', done));
const used = 100 * (cpu() - before) / (now() - from);
await sleep(2000);

const said = text.trim().split('\n').map(l => l.split(' '));
const pulses = new Map(), rings = new Map();
for (const l of said)
	if (l[0] === 'pulse')
		(pulses.get(Number(l[1])) ?? pulses.set(Number(l[1]), []).get(Number(l[1]))).push([Number(l[2]), Number(l[3])]);
	else
		rings.set(`call-rings ${l[1]}`, Number(l[2]));

// A change is heard of when a pulse as new as it comes, or a newer one.
const most = lines.reduce((n, line) => n + (pulses.get(line.reach) ?? []).length, 0);
const waits = new Float64Array(most), early = [], late = [], pops = [];
const middle = from + 1000 * seconds / 2;
let missed = 0, n = 0;
for (const line of lines) {
	let i = 0;
	for (const [value, at] of pulses.get(line.reach) ?? []) {
		while (i < line.values.length && line.values[i] < value)
			i++;
		if (i === line.values.length) {
			missed++;
			continue;
		}
		const wait = waits[n++] = Math.max(0, line.times[i] - at);
		if (n % 16 === 0)	// enough to tell the first half from the second
			(at < middle ? early : late).push(wait);
	}
	if (line.role === 'call_taker')
		for (const [what, at] of rings) {
			const got = line.signals.filter(h => h[0] === what);
			if (got.length === 1)
				pops.push(Math.max(0, got[0][1] - at));
			else
				missed++;
		}
}
const show = (what, list) => {
	list.sort((a, b) => a - b);
	const at = p => list[Math.min(list.length - 1, Math.floor(p * list.length))];
	console.log(`${what}: ${list.length} heard, p50 ${at(.5)?.toFixed(1)} ms, p99 ${at(.99)?.toFixed(1)} ms, worst ${at(1)?.toFixed(1)} ms`);
	return at(.99);
};
const p99 = show('pulses', waits.subarray(0, n));
show('  of the first half, one in sixteen', early);
show('  of the second half', late);
show('signals to call takers', pops);
console.log(`missed: ${missed}, lines lost: ${lost}`);
console.log(`busy: ${used.toFixed(2)} % of a core, ${rss().toFixed(1)} MB, at most ${hwm().toFixed(1)} MB`);

// --- from save to a row in a browser, among the thousand ---------------------------------------

// A call is keyed in; how long until the row stands in the list of the agency it was sent to.
// No more than a page of the list holds.
async function saves(n) {
	const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('playwright-core');
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
	const context = await browser.newContext(), page = await context.newPage();
	const as = cookie => cookie.split('; ').map(c => ({ name: c.slice(0, c.indexOf('=')), value: c.slice(c.indexOf('=') + 1), url: base }));
	await context.addCookies(as(await sign_in('damkar', password)));
	await page.goto(`${base}/tugas`);
	await page.locator('.live:not(.off)').first().waitFor();
	await page.evaluate(() => {
		window.shown = new Map();
		new MutationObserver(() => {
			for (const a of document.querySelectorAll('#daftar .ad'))
				if (!window.shown.has(a.firstChild?.textContent))
					window.shown.set(a.firstChild?.textContent, performance.timeOrigin + performance.now());
		}).observe(document.getElementById('daftar'), { childList: true, subtree: true });
	});
	const cookie = await sign_in('petugas', password), [[area]] = rows('SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1');
	const took = [];
	for (let i = 0; i < n; i++) {
		const form = await (await fetch(`${base}/panggilan`, { headers: { cookie } })).text();
		const key = name => form.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
		const place = `Jl. Uji ${Date.now().toString(36)}`;
		await sleep(300 + 37 * (i % 20));
		const answer = await fetch(`${base}/panggilan`, { method: 'POST', redirect: 'manual', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ csrf: key('csrf'), token: key('token'), category: 'KBR-BGN', area, place, detail: 'Api dari dapur.', do: 'send' }) });
		const saved = now();
		if (!(await answer.text()).includes('Terkirim ke'))
			throw new Error(`a call was not taken: ${answer.status}`);
		await page.waitForFunction(p => window.shown.has(p), place);
		took.push(Math.max(0, await page.evaluate(p => window.shown.get(p), place) - saved));
	}
	await browser.close();
	return took;
}

const again = spawn(beat, [rate, 120, agencies], { env: { ...process.env, SIAGA_DATA: data }, stdio: 'ignore' });
const seen = show('a save until its row in a browser, among all that', await saves(Number(process.env.SAVES ?? 30)));
again.kill();

const failed = process.env.SOAK && (missed > 0 || lost > 0 || p99 >= 250 || seen >= 250 || hwm() >= 100);
if (failed)
	console.log('failed: something was missed or lost, or p99 is 250 ms or more, or 100 MB were held');
process.exit(failed ? 1 : 0);

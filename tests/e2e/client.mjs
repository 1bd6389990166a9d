// client.mjs: somebody who speaks HTTP and has no browser, for tests that ask everything.
import { assert } from './harness.mjs';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

const form = 'application/x-www-form-urlencoded';

// What every answer carries, whoever made it.
const always = {
	'content-security-policy': /^default-src 'none';(?!.*unsafe)(?=.*frame-ancestors 'none')(?=.*base-uri 'none')(?=.*form-action 'self')/,
	'x-content-type-options': /^nosniff$/,
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'permissions-policy': /camera=\(\)/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'cache-control': /./,
};

export function guarded(answer, what) {
	for (const [name, want] of Object.entries(always))
		assert.match(answer.headers.get(name) ?? '', want, `${what}: ${name}`);
	assert.doesNotMatch(answer.headers.get('server') ?? '', /\d/, `${what}: a version`);
	assert.equal(answer.headers.get('x-powered-by'), null, what);
}

// { get, post, ask, jar, csrf }: keeps cookies, follows nothing.
export function client(site, cookies = '') {
	const me = {
		jar: new Map(cookies.split('; ').filter(Boolean).map(c => [c.slice(0, c.indexOf('=')), c.slice(c.indexOf('=') + 1)])),
		cookie: () => [...me.jar].map(([n, v]) => `${n}=${v}`).join('; '),
		async ask(method, path, { body, headers = {}, keep = true } = {}) {
			const answer = await fetch(site.url + path, { method, redirect: 'manual', body,
				headers: { ...(me.jar.size ? { cookie: me.cookie() } : {}), ...(body !== undefined ? { 'content-type': form } : {}), ...headers } });
			answer.body_text = await answer.text();
			if (keep)
				for (const set of answer.headers.getSetCookie()) {
					const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
					if (/max-age=0/i.test(set))
						me.jar.delete(name);
					else
						me.jar.set(name, value);
				}
			return answer;
		},
		get: (path, how) => me.ask('GET', path, how),
		post: (path, fields = {}, how = {}) => me.ask('POST', path, { body: new URLSearchParams(fields).toString(), ...how }),
		// The hidden keys of a page's form.
		async keys(path) {
			const { body_text: text } = await me.get(path);
			const value = name => text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
			return { csrf: value('csrf'), token: value('token') };
		},
	};
	return me;
}

// By way of a browser, because signing in may take several steps; then without it.
export async function signed_in(site, login) {
	const page = await site.sign_in(login);
	const cookies = await page.context().cookies();
	const landed = new URL(page.url()).pathname;
	const csrf = await page.evaluate(() => document.querySelector('input[name=csrf]')?.value ?? '');
	await page.context().close();
	const me = client(site, cookies.map(c => `${c.name}=${c.value}`).join('; '));
	me.login = login;
	me.landed = landed;
	me.csrf = csrf;
	return me;
}

// The store, as the owner of the machine sees it: rows of columns.
export const sql = (site, text) =>
	execFileSync('sqlite3', ['-readonly', '-separator', '\t', '-cmd', '.timeout 5000', join(site.data, 'siaga.db'), text], { encoding: 'utf8' })
		.split('\n').filter(Boolean).map(line => line.split('\t'));

// What no page makes quickly; as somebody with a shell would.
export const write_sql = (site, text) =>
	execFileSync('sqlite3', ['-cmd', '.timeout 5000', join(site.data, 'siaga.db'), text], { encoding: 'utf8' });

// Everything there is in the store, in one number for each table.
export function contents(site) {
	const tables = sql(site, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY 1");
	return Object.fromEntries(tables.map(([t]) => [t, execFileSync('sqlite3', ['-readonly', join(site.data, 'siaga.db'), `.sha3sum ${t}`], { encoding: 'utf8' }).trim()]));
}

// Our site's processes of one program.
export function processes(site, program) {
	return readdirSync('/proc').filter(p => /^\d+$/.test(p)).map(Number).filter(pid => {
		try {
			return readlinkSync(`/proc/${pid}/exe`).endsWith(`/${program}`) &&
				readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`SIAGA_DATA=${site.data}`);
		} catch {
			return false;
		}
	});
}

// While run() goes on, the worker does nothing by itself.
export async function without_worker(site, run) {
	const pids = processes(site, 'worker');
	assert.ok(pids.length > 0, 'a worker to hold');
	for (const pid of pids)
		process.kill(pid, 'SIGSTOP');
	try {
		return await run();
	} finally {
		for (const pid of pids)
			process.kill(pid, 'SIGCONT');
	}
}

// A PNG of one colour, small and whole.
export function png(width = 64, height = 48, colour = [200, 30, 30]) {
	const crc = data => (crc32(data) >>> 0);
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(12 + data.length);
		out.writeUInt32BE(data.length, 0);
		body.copy(out, 4);
		out.writeUInt32BE(crc(body), 8 + data.length);
		return out;
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const line = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour))]);
	return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(data) {
	let c = ~0;
	for (const byte of data) {
		c ^= byte;
		for (let k = 0; k < 8; k++)
			c = c & 1 ? c >>> 1 ^ 0xedb88320 : c >>> 1;
	}
	return ~c;
}

// What a call taker sends to its agencies; by its number.  fields are those of the desk's form.
const takers = new WeakMap();

export async function incident(site, fields = {}) {
	if (!takers.has(site))
		takers.set(site, signed_in(site, 'petugas4'));
	const me = await takers.get(site), keys = await me.keys('/panggilan');
	const [[area]] = sql(site, 'SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1 OFFSET 4');
	const { status, body_text } = await me.post('/panggilan', { ...keys, category: 'KBR-BGN', area, place: 'Jl. Melati 1',
		detail: 'Api dari dapur, asap tebal.', do: 'send', ...fields });
	assert.match(body_text, /Terkirim ke/, `it was taken: ${status}`);
	return sql(site, `SELECT number FROM ticket WHERE token = '${keys.token}'`)[0][0];
}

// A citizen's report; fields over the usual ones, and photos.  { status, number, code, answer }
export async function report(site, fields = {}, photos = []) {
	const me = client(site), { token } = await me.keys('/lapor');
	const [[area]] = sql(site, 'SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1');
	const whole = { token, category: 'DRN', area, place: 'Jl. Melati 12', point: '', privacy: 'confidential', consent: '1',
		story: 'Got di depan sekolah tersumbat sampah dan tanah.', name: 'Yuliana', phone: '081277450391', email: '', ...fields };
	let answer;
	if (photos.length > 0) {
		const form = new FormData();
		for (const [name, value] of Object.entries(whole))
			form.append(name, value);
		for (const [i, photo] of photos.entries())
			form.append('foto', new Blob([photo], { type: 'image/png' }), `foto${i}.png`);
		answer = await fetch(`${site.url}/lapor`, { method: 'POST', redirect: 'manual', body: form });
		answer.body_text = await answer.text();
		for (const set of answer.headers.getSetCookie())
			me.jar.set(...set.match(/^([^=]+)=([^;]*)/).slice(1));
	} else
		answer = await me.post('/lapor', whole);
	const to = answer.headers.get('location');
	const receipt = to ? (await me.get(to)).body_text : answer.body_text;
	return { status: answer.status, answer, receipt, me,
		number: receipt.match(/(ADU|DRT)-\d\d-\d{6}-[0-9A-Z]/)?.[0],
		code: receipt.match(/[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/)?.[0] };
}

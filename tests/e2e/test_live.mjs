// test_live.mjs: what one does shows on the screens that reach it, at once, and on no other;
// and whatever happens to the line, nothing is missed.
import { test, assert, until, sleep } from './harness.mjs';
import { client, guarded, incident, processes, signed_in, sql, write_sql } from './client.mjs';

export const options = { mail: false };

let count = 0;

// Damkar leads a house fire, Dukcapil has no part in it.
const fire = (site, place = `Jl. Melati ${++count}`) => incident(site, { place });

// A line without a browser: { events: [{ id, event, data }], done, close }.
async function listen(site, me, { last } = {}) {
	const stop = new AbortController(), events = [];
	const answer = await fetch(`${site.url}/langsung`, { signal: stop.signal, redirect: 'manual',
		headers: { cookie: me.cookie(), ...(last !== undefined ? { 'last-event-id': String(last) } : {}) } });
	const line = { status: answer.status, headers: answer.headers, events, over: false, close: () => stop.abort() };
	if (answer.status !== 200) {
		await answer.text();
		return line;
	}
	line.read = (async () => {
		let text = '';
		try {
			for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
				text += piece;
				for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2))
					events.push(Object.fromEntries(text.slice(0, end).split('\n').map(l => l.split(': '))));
			}
		} catch { /* closed by us */ }
		line.over = true;
	})();
	await until('the line said something', () => events.some(e => e.event === 'pulse') || line.over);
	return line;
}

const pulses = line => line.events.filter(e => e.event === 'pulse');
const signals = line => line.events.filter(e => e.event === 'signal').map(e => e.data);
const last_id = line => line.events.findLast(e => e.id !== undefined).id;
const beats = line => line.events.filter(e => e.event === 'beat').length;
const agency_of = (site, login) => Number(sql(site, `SELECT agency FROM account WHERE login = '${login}'`)[0][0]);
const beat = (site, agency) => write_sql(site, `INSERT INTO pulse (agency, value) VALUES (${agency}, 1) ON CONFLICT (agency) DO UPDATE SET value = value + 1`);
const signal = (site, column, value, kind, about, ago = 0) =>
	write_sql(site, `INSERT INTO signal (at, ${column}, kind, about) VALUES (${Date.now() - ago}, ${value}, '${kind}', '${about}')`);

// A page that looks for nothing by itself: what it shows it was told.
async function deaf(page) {
	for (const path of ['**/tugas/versi', '**/komando/versi'])
		await page.route(path, r => r.abort());
	await page.addInitScript(() => {
		window.told = [];
		for (const kind of ['pulse', 'beat', 'end', 'call-rings'])
			document.addEventListener(`live:${kind}`, e => window.told.push([kind, e.detail]));
	});
	return page;
}
const told = page => page.evaluate(() => window.told);
const has_line = page => until('the page has its line', async () => (await told(page)).length > 0);

async function kill(site, signal = 'SIGKILL') {
	const pids = processes(site, 'live');
	assert.equal(pids.length, 1, 'one process holds all lines');
	process.kill(pids[0], signal);
	return pids[0];
}

test('a visitor gets no line, and no other way leads to one', async ({ site }) => {
	for (const [how, status] of [[{}, 401], [{ headers: { cookie: 'sesi=no-such-session' } }, 401], [{ method: 'POST', body: 'x' }, 405],
		[{ method: 'HEAD' }, 405], [{ headers: { cookie: 'sesi=; sesi=' } }, 401]]) {
		const answer = await fetch(`${site.url}/langsung`, { redirect: 'manual', ...how });
		assert.equal(answer.status, status, JSON.stringify(how));
		guarded(answer, JSON.stringify(how));
		assert.equal(await answer.text(), '');
	}
	assert.equal((await fetch(`${site.url}/langsung/lain`)).status, 404);
});

test('each role hears the pulse of what it reaches, and of nothing else', async ({ site }) => {
	// The route is in no table of an app, so that the matrix does not ask it: it is asked here.
	const reach = { petugas: 0, pengarah: 0, penyelia: 0, verifikator: 0, walikota: 0, auditor: -1, admin: -1,
		damkar: 'own', 'damkar.kepala': 'own', 'damkar.a1': 'own', dishub: 'own' };
	const damkar = agency_of(site, 'damkar'), lines = new Map();
	for (const login of Object.keys(reach)) {
		const me = await signed_in(site, login);
		const line = await listen(site, me);
		assert.equal(line.status, 200, login);
		assert.match(line.headers.get('content-type'), /^text\/event-stream/);
		guarded(line, login);
		lines.set(login, line);
	}
	const before = new Map([...lines].map(([login, line]) => [login, pulses(line).length]));
	beat(site, damkar);
	const hears = login => pulses(lines.get(login)).length > before.get(login);
	await until('Damkar heard', () => ['damkar', 'damkar.kepala', 'damkar.a1'].every(hears));
	// A beat after that is the proof that the others' lines were asked, too.
	const beaten = new Map([...lines].map(([login, line]) => [login, beats(line)]));
	await until('all lines live', () => [...lines].every(([login, line]) => beats(line) > beaten.get(login)));
	assert.deepEqual([...lines.keys()].filter(hears).sort(), ['damkar', 'damkar.a1', 'damkar.kepala']);
	beat(site, 0);
	await until('the city heard', () => Object.keys(reach).filter(login => reach[login] === 0).every(hears));
	assert.ok(!hears('dishub') && !hears('auditor') && !hears('admin'));
	assert.ok(pulses(lines.get('auditor')).every(e => e.data === '0'), 'no pulse is nobody\'s');
	for (const line of lines.values())
		line.close();
});

test('a signal reaches whom it names: an agency, a role, an account', async ({ site }) => {
	const logins = ['damkar', 'dishub', 'petugas', 'petugas2'];
	const lines = new Map();
	for (const login of logins)
		lines.set(login, await listen(site, await signed_in(site, login)));
	const [[petugas2]] = sql(site, "SELECT id FROM account WHERE login = 'petugas2'");
	signal(site, 'agency', agency_of(site, 'damkar'), 'call-out', '11');
	signal(site, 'role', "'call_taker'", 'call-rings', '12');
	signal(site, 'account', petugas2, 'call-rings', '13');
	await until('the last was heard', () => signals(lines.get('petugas2')).includes('call-rings 13'));
	await until('and the others', () => signals(lines.get('petugas')).length > 0 && signals(lines.get('damkar')).length > 0);
	assert.deepEqual(logins.map(l => signals(lines.get(l))), [['call-out 11'], [], ['call-rings 12'], ['call-rings 12', 'call-rings 13']]);
	for (const line of lines.values())
		line.close();
});

test('who comes back hears what was missed, once; who is new hears no old news', async ({ site }) => {
	const me = await signed_in(site, 'petugas');
	const line = await listen(site, me);
	const id = last_id(line);
	line.close();
	signal(site, 'role', "'call_taker'", 'call-rings', '21', 60000);
	signal(site, 'role', "'call_taker'", 'call-rings', '22', 60000);
	const again = await listen(site, me, { last: id });
	await until('it hears both', () => signals(again).length >= 2);
	assert.deepEqual(signals(again), ['call-rings 21', 'call-rings 22']);
	const more = await listen(site, me, { last: last_id(again) });
	const fresh = await listen(site, me);
	for (const odd of ['x', '-1', '99999999999999999999', '9999999', '1;2'])
		assert.equal((await listen(site, me, { last: odd })).status, 200, odd);
	signal(site, 'role', "'call_taker'", 'call-rings', '23');
	await until('all hear the next one', () => [again, more, fresh].every(l => signals(l).includes('call-rings 23')));
	assert.deepEqual(signals(more), ['call-rings 23']);
	assert.ok(!signals(fresh).includes('call-rings 21'), 'a minute old');
	for (const l of [again, more, fresh])
		l.close();
});

test('one session has eight lines, and its neighbour still gets one', async ({ site }) => {
	const me = await signed_in(site, 'petugas3'), lines = [];
	for (let i = 0; i < 8; i++)
		lines.push(await listen(site, me));
	assert.deepEqual(lines.map(l => l.status), Array(8).fill(200));
	assert.equal((await listen(site, me)).status, 429);
	const other = await listen(site, await signed_in(site, 'petugas4'));
	assert.equal(other.status, 200);
	lines[0].close();
	await until('a line that was closed is free', async () => {
		const line = await listen(site, me);
		lines.push(line);
		return line.status === 200;
	});
	for (const line of [...lines, other])
		line.close();
});

test('two agencies: a fire is on the screens it concerns, and nobody looked', async ({ site }) => {
	const damkar = await deaf(await site.sign_in('damkar')), dukcapil = await deaf(await site.sign_in('dukcapil'));
	const triage = await deaf(await site.sign_in('pengarah')), wall = await deaf(await site.sign_in('walikota'));
	await damkar.goto(`${site.url}/tugas`);
	await dukcapil.goto(`${site.url}/tugas`);
	await triage.goto(`${site.url}/tugas`);
	await wall.goto(`${site.url}/komando`);
	for (const page of [damkar, dukcapil, triage, wall])
		await has_line(page);
	const open_now = async () => Number(await wall.locator('.w-top .st b').first().innerText());
	const before = await open_now();
	const quiet = (await told(dukcapil)).filter(([kind]) => kind === 'pulse').length;
	const beaten = (await told(dukcapil)).length;
	const number = await fire(site);
	for (const page of [damkar, triage])
		await page.locator(`tr:has(a[href="/tiket/${number}"])`).waitFor();
	await until('the wall counts one more', async () => await open_now() === before + 1);
	await until("Dukcapil's line lives", async () => (await told(dukcapil)).length > beaten);
	assert.equal((await told(dukcapil)).filter(([kind]) => kind === 'pulse').length, quiet, 'Dukcapil was told nothing');
	assert.equal(await dukcapil.locator(`a[href="/tiket/${number}"]`).count(), 0);
	for (const page of [damkar, dukcapil, triage, wall])
		await site.axe(page);
});

test('killed, it is back, and no screen misses what happened meanwhile', async ({ site }) => {
	const damkar = await deaf(await site.sign_in('damkar')), desk = await deaf(await site.sign_in('petugas'));
	await damkar.goto(`${site.url}/tugas`);
	await desk.goto(`${site.url}/panggilan`);
	for (const page of [damkar, desk])
		await has_line(page);
	for (let i = 0; i < 3; i++) {
		const pid = await kill(site);
		signal(site, 'role', "'call_taker'", 'call-rings', `3${i}`);
		const number = await fire(site);
		await damkar.locator(`tr:has(a[href="/tiket/${number}"])`).waitFor();
		await until('the desk heard it ring', async () => (await told(desk)).some(([, about]) => about === `3${i}`));
		assert.notEqual(processes(site, 'live')[0], pid);
	}
	assert.deepEqual((await told(desk)).filter(([kind]) => kind === 'call-rings').map(([, about]) => about).filter(a => a[0] === '3'),
		['30', '31', '32'], 'each once');
});

test('a line that says nothing is told apart from a quiet one; looking goes on', async ({ site }) => {
	const desk = await site.sign_in('petugas'), damkar = await site.sign_in('damkar');
	await desk.goto(`${site.url}/panggilan`);
	await damkar.goto(`${site.url}/tugas`);
	const mark = desk.locator('.live');
	assert.equal((await mark.innerText()).trim(), 'Terhubung');
	const pid = await kill(site, 'SIGSTOP');
	try {
		const number = await fire(site);
		await damkar.locator(`tr:has(a[href="/tiket/${number}"])`).waitFor();	// by looking
		await until('the desk says so', async () => /Terputus · data \d+ dtk lalu/.test(await mark.innerText()), 60000);
		assert.match(await mark.getAttribute('class'), /off/);
		assert.match(await damkar.locator('.live').innerText(), /Langsung/);
	} finally {
		process.kill(pid, 'SIGCONT');
	}
	await until('it is back', async () => (await mark.innerText()).trim() === 'Terhubung', 60000);
	await site.axe(desk);
});

test('a line ends with the session, the account, and what somebody is', async ({ site }) => {
	const page = await deaf(await site.sign_in('damkar2'));
	await page.goto(`${site.url}/tugas`);
	await has_line(page);
	await page.unroute('**/tugas/versi');
	const me = client(site, (await page.context().cookies()).map(c => `${c.name}=${c.value}`).join('; '));
	me.csrf = await page.evaluate(() => document.querySelector('input[name=csrf]').value);
	assert.equal((await me.post('/keluar', { csrf: me.csrf })).status, 303);
	await until('the page heard the end', async () => (await told(page)).some(([kind, where]) => kind === 'end' && where === '/masuk'));
	await until('and says so', async () => /Sesi berakhir/.test(await page.locator('.live').innerText()));

	const gone = await listen(site, await signed_in(site, 'dlh'));
	write_sql(site, "UPDATE account SET disabled_at = 1 WHERE login = 'dlh'");
	await until('no longer in use', () => gone.over);
	assert.equal(gone.events.at(-1).event, 'end');

	const moved = await listen(site, await signed_in(site, 'pupr'));
	write_sql(site, `UPDATE account SET agency = ${agency_of(site, 'damkar')} WHERE login = 'pupr'`);
	await until('of another agency', () => moved.over);
	assert.notEqual(moved.events.at(-1).event, 'end', 'and may come again');

	const owing = await signed_in(site, 'dinkes');
	const line = await listen(site, owing);
	write_sql(site, "UPDATE account SET renew = 1 WHERE login = 'dinkes'");
	if ((await owing.get('/tugas')).status === 303) {	// who owes a password has no work, and no line
		await until('asked for something first', () => line.over);
		assert.equal((await listen(site, owing)).status, 401);
	}
	line.close();
});

test('a line lasts no longer than the wakefulness of who is idle', async ({ site }) => {
	// The last page is in a signed cookie; the sign-in counts where there is none.
	const me = await signed_in(site, 'auditor');
	me.jar.delete('giat');
	// Thirty minutes after a whole minute: soon.
	const idle = 30 * 60000, signed_in_at = (Math.floor((Date.now() + 5000 - idle) / 60000) + 1) * 60000;
	write_sql(site, `UPDATE session SET created_at = ${signed_in_at} WHERE account = (SELECT id FROM account WHERE login = 'auditor')`);
	const line = await listen(site, me);
	assert.equal(line.status, 200);
	await until('it has been idle for too long', () => line.over, 90000);
	assert.ok(Date.now() >= signed_in_at + idle, 'not before');
	assert.notEqual(line.events.at(-1).event, 'end', 'who was awake elsewhere comes again');
	assert.equal((await me.get('/audit')).status, 303);
	assert.equal((await listen(site, me)).status, 401);
});

test('the tabs of one browser share a line, and the next takes it over', async ({ site }) => {
	const first = await deaf(await site.sign_in('damkar'));
	const second = await deaf(await first.context().newPage());
	const asked = new Map([[first, 0], [second, 0]]);
	await first.goto('about:blank');	// where signing in led to has a line, too
	for (const page of asked.keys()) {
		page.on('request', q => { if (q.url().includes('/langsung')) asked.set(page, asked.get(page) + 1); });
		await page.goto(`${site.url}/tugas`);
		await has_line(page);
	}
	assert.deepEqual([...asked.values()], [1, 0], 'lines of the first tab, of the second');
	await first.close();
	await until('the second has it', () => asked.get(second) === 1);
	const number = await fire(site);
	await second.locator(`tr:has(a[href="/tiket/${number}"])`).waitFor();
});

test('triage: a report is there when it comes, but not under a hand', async ({ site }) => {
	const page = await site.sign_in('pengarah');
	await deaf(page);
	await page.goto(`${site.url}/triase`);
	await has_line(page);
	const file = async () => {
		const citizen = client(site);
		const { token } = await citizen.keys('/lapor');
		const [[area]] = sql(site, 'SELECT code FROM area WHERE level = 3 LIMIT 1');
		const answer = await citizen.post('/lapor', { category: 'DRN', area, place: 'Jl. Melati 12', point: '', privacy: 'confidential', consent: '1',
			story: 'Got di depan sekolah tersumbat sampah dan tanah.', name: '', phone: '', email: '', token });
		return answer.body_text.match(/ADU-\d\d-\d{6}-[0-9A-Z]/)[0];
	};
	const one = await file();
	await page.locator(`a[href="/triase/${one}"]`).first().waitFor();
	await page.locator('#list tbody tr th a').first().focus();
	const two = await file();
	await until('it was told', async () => (await told(page)).filter(([kind]) => kind === 'pulse').length > 1);
	await sleep(1500);
	assert.equal(await page.locator(`a[href="/triase/${two}"]`).count(), 0, 'somebody is on a row');
	await page.evaluate(() => document.activeElement.blur());
	await page.locator(`a[href="/triase/${two}"]`).first().waitFor();
	assert.equal((await page.locator('.live').innerText()).trim(), 'Terhubung');
	await site.axe(page);
});

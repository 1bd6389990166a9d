// test_matrix.mjs: every route × every role × what is one's own and what is not.
//
// The routes and the rights are those the programs ask, from `siaga routes` and
// `siaga roles`.  Who reaches which ticket is said here once more, in SQL, from
// what DOMAIN.md says.  A route this file has no example for is a failure.
import { exchange } from './exchange.mjs';
import { test, assert } from './harness.mjs';
import { client, contents, guarded, png, report, signed_in, sql, without_worker, write_sql } from './client.mjs';

export const options = { mail: false, seed: [['init', '--demo-city'], ['migrate'], ['demo', '--days', '3']] };

// Two agencies with each role that has one, and everybody else.
const people = ['damkar', 'damkar.a1', 'damkar.kepala', 'pupr', 'pupr.u1', 'pupr.kepala',
	'petugas', 'pengarah', 'penyelia', 'verifikator', 'walikota', 'auditor', 'admin'];

let routes, machines, rights, known, visitors, examples;
const who = new Map();		// login -> { client, role, agency, unit, id }

const day = 24 * 3600 * 1000;
const one = (site, text) => sql(site, text)[0]?.[0];

// Does this person reach this ticket?
function reaches(site, p, number) {
	const q = {
		dispatcher: () => true, supervisor: () => true, verifier: () => true,
		call_taker: t => t.open === '1' || Number(t.since) > Date.now() - day,
		opd_operator: t => has(`SELECT 1 FROM assignment WHERE ticket = ${t.id} AND agency = ${p.agency}`),
		opd_head: t => has(`SELECT 1 FROM assignment WHERE ticket = ${t.id} AND agency = ${p.agency}`),
		responder: t => has(`SELECT 1 FROM run WHERE ticket = ${t.id} AND unit = ${p.unit}`),
	}[p.role] ?? (() => false);
	const has = text => sql(site, text).length > 0;
	const [row] = sql(site, `SELECT id, open, since FROM ticket WHERE number = '${number}'`);
	return row !== undefined && q({ id: row[0], open: row[1], since: row[2] });
}

function pick(site) {
	const damkar = 'EXISTS (SELECT 1 FROM assignment a WHERE a.ticket = t.id AND a.agency = (SELECT agency FROM account WHERE login = \'damkar\'))';
	const pupr = damkar.replace("'damkar'", "'pupr'");
	const ride = "EXISTS (SELECT 1 FROM run r WHERE r.ticket = t.id AND r.unit = (SELECT unit FROM account WHERE login = 'damkar.a1'))";
	const number = (what, where) => {
		const found = one(site, `SELECT number FROM ticket t WHERE ${where} ORDER BY id DESC LIMIT 1`);
		assert.ok(found, `the demo has no ticket that is ${what}`);
		return found;
	};
	return [
		number("the fire brigade's and its engine's", `${damkar} AND NOT ${pupr} AND ${ride}`),
		number("the fire brigade's, and not its engine's", `${damkar} AND NOT ${ride}`),
		number("the roads department's", `${pupr} AND NOT ${damkar}`),
		number('closed long ago', `open = 0 AND since < ${Date.now() - day - 3600000}`),
		number('not with any agency', 'NOT EXISTS (SELECT 1 FROM assignment a WHERE a.ticket = t.id)'),
		'DRT-26-999999-X', 'kucing',
	];
}

function examples_of_accounts(site) {
	const account = login => sql(site, `SELECT id, agency, role FROM account WHERE login = '${login}'`)[0];
	return ['damkar2', 'dinkes.m1', 'pupr.u1', 'walikota', 'admin'].map(l => {
		const [id, agency, role] = account(l);
		return [id, p => p.role === 'admin' || p.role === 'opd_head' && p.agency === agency &&
			['opd_operator', 'responder'].includes(role)];
	}).concat([['999999', () => false], ['0', () => false], ['x', () => false]]);
}

// A taker has the calls of a day and the own ones; others of theirs all.
function calls_of(site) {
	const [[old, taker]] = sql(site, `SELECT id, taker FROM call WHERE rang_at < ${Date.now() - day - 3600000} LIMIT 1`);
	return [[one(site, 'SELECT max(id) FROM call'), () => true], [old, p => p.role !== 'call_taker' || p.id === taker],
		['999999', () => false], ['x', () => false]];
}

// For each pattern: [what stands for the *, does p reach it] and more; "steps" for what POSTs may answer.
function write_examples(site) {
	const tickets = pick(site).map(n => [n, p => reaches(site, p, n)]);
	write_sql(site, `INSERT INTO handoff (id, ticket, token, name, way, at, ask_at) SELECT 9001, id, 'matrix', 'PLN', 'phone', 1, 2 FROM ticket WHERE number = '${tickets[0][0]}';
		INSERT INTO court (id, ticket, at, ended_at, agency) SELECT 9001, id, 1, 2, 1 FROM ticket WHERE number = '${tickets[2][0]}'`);
	const accounts = examples_of_accounts(site);
	const part = number => sql(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}' LIMIT 1`)[0]?.[0];
	const published = n => sql(site, `SELECT 1 FROM ticket WHERE number = '${n}' AND published = 1`).length > 0;
	const public_one = one(site, 'SELECT number FROM ticket WHERE published = 1 LIMIT 1');
	const existing = (table, code) => [[one(site, `SELECT code FROM ${table} LIMIT 1`), () => true], ['TIDAK-ADA', () => false]];
	const any = tickets.map(([n, f]) => [n, p => f(p) && sql(site, `SELECT 1 FROM ticket WHERE number = '${n}'`).length > 0]);
	return {
		'/laporan/*': [...tickets.map(([n]) => [n, () => published(n)]), [public_one, () => true]],
		'/panggilan/sop/*': existing('card'),
		'/panggilan/draf/*': [[draft, p => p.login === 'petugas'], ['999999', () => false], ['x', () => false]],
		'/panggilan/lokasi/*': [['AAAAAAAA', () => false]],
		'/panggilan/masuk/*': [['999999', () => false], ['x', () => false]], '/panggilan/masuk/*/baris': [['999999', () => false], ['x', () => false]],
		'/panggilan/telepon/*': [[phone, p => p.login === 'petugas'], ['999999', () => false], ['x', () => false]],
		'/lokasi/*': [['AAAAAAAA', () => false]],
		'/panggilan/daftar/*': calls_of(site),
		'/panggilan/daftar/*/rekaman': [[recorded, () => true], [phone, () => false], [`${recorded}x`, () => false], ['999999', () => false], ['x', () => false]],
		'/panggilan/daftar/*/jenis': [[one(site, "SELECT max(id) FROM call"), () => true], ['999999', () => false], ['x', () => false]],
		'/panggilan/balik/*': [['9001', () => true], ['999999', () => false], ['x', () => false]],
		'/panggilan/lonjakan/*': [['9001', () => true], ['999999', () => false], ['x', () => false]],
		'/triase/*': any,
		'/tiket/*': tickets,
		'/tiket/*/catatan': tickets,
		'/tiket/*/lihat': tickets,
		'/tugas/baris/*': [...tickets.slice(0, 3).map(([n, f]) => [part(n), p => f(p) && (!['opd_operator', 'opd_head', 'responder'].includes(p.role) ||
			one(site, `SELECT agency FROM assignment WHERE id = ${part(n)}`) === p.agency)]), ['999999', () => false], ['x', () => false]],
		...Object.fromEntries(['tarik', 'cetak', 'serah', 'induk', 'anak'].map(end => [`/tiket/*/${end}`, tickets.map(([n, f]) => [`${n}/${end}`, f])])),
		'/tiket/*/serah/*': handed(site, tickets), '/tiket/*/sengketa': argued(site, tickets),
		'/frasa/*': [['baru', () => true], ['1', p => p.role !== 'opd_head'], ['999999', () => false], ['x', () => false]],
		'/tiket/*/langkah/*': tickets.map(([n, f]) => [`${n}/langkah/transfer?objek=a${part(n) ?? 1}`, p => f(p) && part(n) !== undefined]),
		'/akun/*': accounts, '/akun/*/sandi': accounts, '/akun/*/nonaktif': accounts, '/akun/*/aktif': accounts,
		'/kategori/*': existing('category'),
		'/kalender/*/hapus': [['2026-08-17', () => true], ['2026-08-18', () => false], ['x', () => false]],
		...Object.fromEntries(['', '/hapus'].map(end => [`/eskalasi/*${end}`, [['DAMKAR', () => true], ['XYZ', () => false], ['x', () => false]]])),
		'/sop/*': existing('card'), '/sop/*/langkah': existing('card'),
		'/sop/*/ubah': existing('card'), '/sop/*/tanya/*': existing('card').map(([c, f]) => [`${c}/tanya/1`, f]),
		'/tiket/*/prasyarat': tickets,
		'/panggilan/kertas/pak/*': [['1', () => true], ['999', () => false], ['x', () => false]], '/panggilan/kertas/cetak/*': [['1', () => true], ['999', () => false]],
		'/panggilan/kertas/*': [[sheet, () => true], ['LBR-999999-X', () => false], ['x', () => false]],
		'/tempat/*': [[one(site, 'SELECT max(id) FROM place'), () => true], ['baru', () => true], ['999999', () => false], ['x', () => false]],
		...more_examples(site, tickets), ...unit_examples(site, tickets),
		...duty_examples(site),
	};
}

// Photos, identities, sessions: what hangs on a ticket or on a person.
let photo, session_of_another, phone, recorded, draft, sheet;

async function prepare(site) {
	const sent = await report(site, {}, [png()]);
	assert.ok(sent.number, `a report with a photo: ${sent.status}`);
	const [[name]] = sql(site, `SELECT a.name FROM attachment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${sent.number}'`);
	photo = { name, number: sent.number };
	write_sql(site, `INSERT INTO subject (number, token, ticket, reporter, kind, channel, state, open, received_at, due_at)
		SELECT 'PDP-26-000001', 'matrix', ticket, id, 'access', 'letter', 'received', 1, at, at + ${3 * day} FROM reporter LIMIT 1;
		INSERT INTO breach (number, token, state, open, happened_at, found_at, due_at, people, data, cause, measures)
		VALUES ('PDB-26-000001', 'matrix', 'open', 1, 1, ${Date.now()}, ${Date.now() + 3 * day}, 1, 'x', 'x', 'x')`);
	write_sql(site, `INSERT INTO recall (id, phone, call, open, urgent, first_at, last_at, due_at) SELECT 9001, x'00', max(id), 1, 0, ${Date.now()}, ${Date.now()}, ${Date.now()} FROM call;
		INSERT INTO burst (id, line, calls, minutes, began_at, last_at, open) VALUES (9001, 'matrix', 7, 2, ${Date.now()}, ${Date.now()}, 1)`);
	const taker = who.get('petugas').client, keys = await taker.keys('/panggilan');
	await taker.post('/panggilan/draf', { ...keys, place: 'Jl. Matriks 1' });
	draft = one(site, 'SELECT max(id) FROM draft');
	const printed = await taker.post('/panggilan/kertas', { ...keys, card: '', n: '10' });
	sheet = (await taker.get(printed.headers.get('location'))).body_text.match(/LBR-\d{6}-[0-9A-Z]/)[0];
	await (await exchange(site)).tell('ended', 'm0', { recording: 'https://pbx.example/m0.wav' });
	recorded = one(site, "SELECT call FROM ring WHERE name = 'm0' AND sealed IS NOT NULL");
	write_sql(site, `INSERT INTO gateway (code, kind, sealed, added_at) VALUES ('matrix', 'phone', x'00', 1);
		INSERT INTO call (token, state, line, taker, rang_at, timed) VALUES ('matrix-call', 'answered', '112', ${who.get('petugas').id}, ${Date.now()}, 1);
		INSERT INTO ring (gateway, name, call, rang_at) VALUES ((SELECT id FROM gateway WHERE code = 'matrix'), 'm1', (SELECT id FROM call WHERE token = 'matrix-call'), ${Date.now()})`);
	phone = one(site, "SELECT id FROM call WHERE token = 'matrix-call'");
	await signed_in(site, 'petugas');	// elsewhere: one's own page ends only the others
	const page = await who.get('petugas').client.get('/sesi');
	session_of_another = page.body_text.match(/action="\/sesi\/([^"]+)"/)?.[1];
	assert.ok(session_of_another, 'the page of sessions names one');
}

// One of the fire brigade's was handed to the power company; one was before the arbiter.
const handed = (site, tickets) => [[`${tickets[0][0]}/serah/9001`, tickets[0][1]], [`${tickets[2][0]}/serah/9001`, () => false],
	[`${tickets[0][0]}/serah/9999`, () => false], [`${tickets[0][0]}/serah/x`, () => false]];
const argued = (site, tickets) => tickets.map(([n, f], i) => [`${n}/sengketa`, i === 2 ? f : () => false]);

function more_examples(site, tickets) {
	const { name, number } = photo;
	const seen = p => reaches(site, p, number);
	const requests = [[one(site, 'SELECT number FROM subject LIMIT 1'), () => true], ['PDP-26-999999', () => false], ['x', () => false]];
	const breaches = [[one(site, 'SELECT number FROM breach LIMIT 1'), () => true], ['PDB-26-999999', () => false], ['x', () => false]];
	const reporter = n => sql(site, `SELECT r.id FROM reporter r JOIN ticket t ON t.id = r.ticket WHERE t.number = '${n}' LIMIT 1`)[0]?.[0];
	const photos = [[name, seen], ['zzzzzzzz', () => false], ['..', () => false]];
	return {
		'/laporan/*/foto/*': [[`${number}/foto/${name}`, () => false], [`${number}/foto/zzz`, () => false]],
		'/laporan/*/foto/*/kecil': [[`${number}/foto/${name}/kecil`, () => false]],
		'/foto/*': photos,
		'/foto/*/asli': photos.slice(0, 2).map(([n, f]) => [`${n}/asli`, f]),
		'/foto/*/kecil': photos.map(([n, f]) => [`${n}/kecil`, f]),
		'/tiket/*/foto/*': [[`${number}/foto/${name}`, seen], [`${number}/foto/zzz`, () => false],
			[`${tickets[0][0]}/foto/${name}`, () => false]],	// not the photo's own
		'/tiket/*/identitas/*': [...tickets.slice(0, 5).map(([n, f]) =>
			[`${n}/identitas/${reporter(n) ?? 999999}`, p => f(p) && reporter(n) !== undefined]),
			[`${tickets[0][0]}/identitas/${reporter(number)}`, () => false]],
		'/kabar/*': [['mail', () => true], ['x', () => false]],
		'/pengiriman/*': [['999999', () => false], ['x', () => false]],
		'/pengiriman/kanal/*': [['sms', () => true], ['x', () => false]],
		'/pengiriman/pola/*': [['alarm-sms-id', () => true], ['code-push-id', () => false], ['x', () => false]],
		'/sesi/*': [['x', () => false], [session_of_another, p => p.login === 'petugas' ? undefined : false]],
		...Object.fromEntries(['', '/kerjakan', '/kabulkan', '/tolak', '/surat', '/unduh'].map(end => [`/privasi/permintaan/*${end}`, requests])),
		...Object.fromEntries(['', '/beritahu', '/tutup', '/surat/subjek', '/surat/lembaga'].map(end => [`/privasi/kebocoran/*${end}`, breaches])),
		'/akun/*/faktor': examples_of_accounts(site),
		'/audit/*': [[one(site, 'SELECT MAX(id) FROM event'), () => true], ['999999999', () => false], ['x', () => false]],
	};
}

// The demo has a roster of the fire brigade, a swap that waits and a note.
function duty_examples(site) {
	const agency = one(site, "SELECT agency FROM account WHERE login = 'damkar'"), none = [['999999', () => false], ['x', () => false]];
	const planner = p => p.role === 'supervisor' || p.role === 'opd_head' && p.agency === agency;
	const desk = p => ['call_taker', 'dispatcher', 'supervisor', 'verifier'].includes(p.role);
	return {
		'/piket/tukar/*': [[one(site, 'SELECT duty FROM swap'), p => p.login === 'damkar'], ...none],
		'/piket/jawab/*': [[one(site, 'SELECT id FROM swap'), planner], ...none],
		'/piket/serah/*': [[one(site, 'SELECT id FROM handover'), p => desk(p) || p.agency === agency], ...none],
	};
}

// Units are an agency's, volunteers of the demo the city's; who was called is known by the ticket.
function unit_examples(site, tickets) {
	const of_agency = p => ['opd_operator', 'responder', 'opd_head'].includes(p.role);
	const unit = code => sql(site, `SELECT id, agency FROM unit WHERE code = '${code}'`)[0];
	const units = ['A1', 'U1'].map(unit).map(([id, agency]) => [id, p => !of_agency(p) || p.agency === agency]).concat([['999999', () => false], ['x', () => false]]);
	const people = [[one(site, 'SELECT MIN(id) FROM volunteer WHERE agency = 0'), p => !of_agency(p)], ['999999', () => false], ['x', () => false]];
	const [callee, called] = sql(site, 'SELECT c.id, t.number FROM callee c JOIN callout o ON o.id = c.callout JOIN ticket t ON t.id = o.ticket LIMIT 1')[0];
	return {
		...Object.fromEntries(['', '/ubah', '/siap', '/awak', '/alat'].map(end => [`/unit/*${end}`, units])),
		...Object.fromEntries(['', '/ubah', '/periksa', '/keahlian', '/nomor', '/cabut'].map(end => [`/relawan/*${end}`, people])),
		'/relawan/jawab/*': [['AAAA-BBBB-CCCC', () => false], ['x', () => false]],
		'/tiket/*/relawan': tickets,
		'/tiket/*/relawan/*': [[`${called}/relawan/${callee}`, p => reaches(site, p, called)], [`${called}/relawan/999999`, () => false],
			...tickets.filter(([n]) => n !== called).slice(0, 3).map(([n]) => [`${n}/relawan/${callee}`, () => false])],
	};
}

// [path, does p reach it] of a route.
function paths(route) {
	if (!route.path.includes('*'))
		return [[route.path, () => true]];
	assert.ok(examples[route.path], `${route.method} ${route.path}: this file has no example for it`);
	const start = route.path.slice(0, route.path.indexOf('*'));
	return examples[route.path].map(([arg, reach]) =>
		[arg.includes('/') ? start + arg : route.path.replace('*', arg), reach]);
}

// What a path asks for and what a role may, said once more by hand: the programs'
// tables are what the tests below ask, and a slip in those would be believed.
const asked = [
	[/^\/(masuk|undangan)(\/|$)/, 'visit'],
	[/^\/(ganti|pakta|faktor-kedua|sesi|keluar|sandi)(\/|$)/, 'sign'],
	[/^\/kabar(\/|$)/, 'sign'],
	[/^\/pengiriman(\/|$)/, 'deliveries'],
	[/^\/akun(\/|$)/, 'own_accounts'],
	[/^\/kalender\/bencana(\/|$)/, 'lead_desk'],
	[/^\/(opd|kategori|kalender|eskalasi)(\/|$)/, 'refdata'],
	[/^\/sop(\/|$)/, 'sop'],
	[/^\/frasa(\/|$)/, 'sop'],
	[/^\/tempat(\/|$)/, 'places'],
	[/^\/privasi(\/|$)/, 'privacy_desk'],
	[/^\/audit(\/|$)/, 'audit'],
	[/^\/komando(\/|$)/, 'command'],
	[/^\/panggilan\/(daftar\/\*\/(jenis|rekaman)|lonjakan\/)/, 'lead_desk'],
	[/^\/panggilan\/daftar(\/|$)/, 'calls'],
	[/^\/panggilan(\/|$)/, 'take'],
	[/^\/api\/calls$/, 'ring'],	// of machines: no person has these
	[/^\/api\/detak$/, 'beat'],
	[/^\/api\//, 'write_in'],
	[/^\/triase(\/|$)/, 'triage'],
	[/^\/tugas(\/|$)/, 'work'],
	[/^\/cari$/, 'search'],
	[/^\/lapangan(\/|$)/, 'field'],
	[/^\/unit\/(daftar|baru|\*\/(ubah|awak|alat))$/, 'crew'], [/^\/unit(\/|$)/, 'units'], [/^\/relawan(\/|$)/, 'crew'],
	[/^\/piket\/(isi|lepas|salin|pola|aturan)$/, 'plan'], [/^\/piket(\/|$)/, 'duty'],
	[/^\/tiket\/\*\/identitas\//, 'open_identity'],
	[/^\/tiket\/\*\/foto\//, 'triage'],
	[/^\/foto\/\*\/asli$/, 'original'],
	[/^\/foto\/\*\/asli$/, 'original'],
	[/^\/(tiket|foto)\//, 'sign'],	// and then reach decides
];
const allowed = {
	visitor: 'visit', reporter: 'visit',
	call_taker: 'visit sign take open_identity calls search units duty',
	dispatcher: 'visit sign take triage work any_ticket for_agency command open_identity calls search units duty',
	supervisor: 'visit sign take triage work any_ticket for_agency command open_identity privacy_desk original sop calls lead_desk search places units crew duty plan deliveries',
	opd_operator: 'visit sign work open_identity search units duty field', responder: 'visit sign work open_identity search units duty field',
	opd_head: 'visit sign work own_accounts open_identity sop search units crew duty plan field',
	verifier: 'visit sign work any_ticket original search duty', executive: 'visit sign command', auditor: 'visit sign audit calls',
	admin: 'visit sign accounts own_accounts refdata privacy_desk sop places units crew deliveries',
};

test('the tables say what was meant', async ({ site }) => {
	const roles = (await site.cli('roles')).trim().split('\n').map(l => [l.split(' ')[0], l.split(' ').slice(1).join(' ')]);
	assert.deepEqual(Object.fromEntries(roles), allowed);
	for (const line of (await site.cli('routes')).trim().split('\n')) {
		const [program, , path, right] = line.split(' ');
		assert.equal(right, program === 'portal' ? 'visit' : asked.find(([like]) => like.test(path))?.[1], line);
	}
});

let begun;
const begin = site => begun ??= come_in(site);

async function come_in(site) {
	const all = (await site.cli('routes')).trim().split('\n').map(l => {
		const [program, method, path, right, taste] = l.split(' ');
		return { program, method, path, right, taste: taste === 'taste' };
	});
	machines = all.filter(r => r.program === 'api');	// no sessions there
	routes = all.filter(r => r.program !== 'api');
	assert.deepEqual(machines.filter(r => !r.path.startsWith('/api/') || r.path.includes('*')), []);
	assert.deepEqual(routes.filter(r => r.path.startsWith('/api/')), []);
	rights = Object.fromEntries((await site.cli('roles')).trim().split('\n').map(l => [l.split(' ')[0], l.split(' ').slice(1)]));
	assert.ok(routes.length >= 50, `${routes.length} routes`);
	assert.deepEqual(routes.filter(r => r.right === 'nothing'), []);
	for (const login of people) {
		const [[id, role, agency, unit]] = sql(site, `SELECT id, role, agency, unit FROM account WHERE login = '${login}'`);
		who.set(login, { login, id, role, agency, unit, client: await signed_in(site, login) });
	}
	known = new Set([...who.values()].map(p => p.role));
	assert.deepEqual(Object.keys(rights).filter(r => !known.has(r)).sort(), ['reporter', 'visitor'], 'a role nobody here has');
	visitors = { login: 'nobody', role: 'visitor', client: client(site) };
	await prepare(site);
	examples = write_examples(site);
}

test('the tables are there, and everybody signs in', ({ site }) => begin(site));

const may = (p, route) => rights[route.program === 'portal' ? 'visitor' : p.role].includes(route.right);
const everybody = () => [visitors, ...who.values()];

// Not by its length, not by a word: out of reach is as if it were not there.
const bare = (text, path) => text.replaceAll(encodeURI(path), 'PATH').replaceAll(path, 'PATH').replaceAll(path.slice(1), 'PATH')
	.replace(/[0-9a-f]{32}/g, 'ID').replace(/name="(csrf|token)" value="[^"]*"/g, 'KEY');

test('GET: every route, every role, own and not own', async ({ site }) => {
	await begin(site);
	let cells = 0, hidden = 0;
	const wrong = [];
	await without_worker(site, async () => {
		const before = contents(site);
		for (const p of everybody())
			for (const route of routes.filter(r => r.method === 'GET'))
				for (const [path, reach] of paths(route)) {
					if (/\/\.\./.test(path))
						continue;	/* fetch would resolve it; test_security asks that */
					const answer = await p.client.get(path);
					const what = `${p.login} (${p.role}) GET ${path} → ${answer.status}`;
					cells++;
					guarded(answer, what);
					if (!may(p, route)) {
						assert.equal(answer.status, p === visitors ? 303 : 403, what);
						if (p === visitors)
							assert.match(answer.headers.get('location'), /^\/masuk\?ke=%2F/, what);
					} else if (!reach(p)) {
						const nothing = await p.client.get(path.replace(/^(\/relawan\/jawab\/|\/\w+\/)[^/?]+/, '$1zzz'));
						assert.equal(answer.status, 404, what);
						assert.equal(bare(answer.body_text, path.replace(/\?.*/, '')),
							bare(nothing.body_text, path.replace(/^(\/relawan\/jawab\/|\/\w+\/)[^/?]+/, '$1zzz').replace(/\?.*/, '')), `${what}: says more than nothing`);
						hidden++;
					} else if (!(empty[`GET ${route.path}`] ?? [200, 303, 304, 409, 422]).includes(answer.status)) {
						wrong.push(what);
					}
					if (answer.status === 200 && route.program !== 'portal')
						assert.match(answer.headers.get('cache-control'), /no-store|private|no-cache/, what);
				}
		assert.deepEqual(contents(site), before, 'a GET has changed something');
	});
	console.log(`# ${cells} cells, ${hidden} of them out of reach`);
	assert.deepEqual(wrong, []);
	assert.ok(hidden > 50);
});

test('HEAD is GET without the body', async ({ site }) => {
	await begin(site);
	const p = who.get('pengarah');
	for (const route of routes.filter(r => r.method === 'GET'))
		for (const [path] of paths(route).slice(0, 2)) {
			const get = await p.client.get(path), head = await p.client.ask('HEAD', path);
			assert.equal(head.status, get.status, path);
			assert.equal(head.body_text, '', path);
			guarded(head, `HEAD ${path}`);
		}
});

test('every other method is 405 and says which there are', async ({ site }) => {
	await begin(site);
	const p = who.get('admin');
	for (const path of new Set(routes.map(r => paths(r)[0][0])))
		for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
			const answer = await p.client.ask(method, path);
			const what = `${method} ${path} → ${answer.status}`;
			assert.equal(answer.status, 405, what);
			guarded(answer, what);
			assert.match(answer.headers.get('allow') ?? '', /GET|POST/, what);
		}
	for (const route of routes) {	/* and the wrong one of the two */
		const other = route.method === 'GET' ? 'POST' : 'GET';
		const like = path => new RegExp(`^${path.replaceAll('*', '[^/]+')}$`).test(route.path);
		if (routes.some(r => r.method === other && like(r.path)) || route.path.includes('*'))
			continue;
		const answer = other === 'GET' ? await p.client.get(route.path) : await p.client.post(route.path);
		guarded(answer, `${other} ${route.path}`);
		assert.equal(answer.status, 405, `${other} ${route.path}`);
	}
});

test('POST without our token, with another\'s, or from elsewhere is 403', async ({ site }) => {
	await begin(site);
	let cells = 0;
	const foreign = who.get('petugas').client.csrf || (await who.get('petugas').client.keys('/sandi')).csrf;
	assert.ok(foreign.length > 10);
	await without_worker(site, async () => {
		const before = contents(site);
		for (const p of everybody())
			for (const route of routes.filter(r => r.method === 'POST'))
				for (const [path] of paths(route).slice(0, 3)) {
					const tries = [
						{ headers: { 'sec-fetch-site': 'cross-site' } },
						{ headers: { 'sec-fetch-site': 'same-site' } },
						{ headers: { origin: 'https://evil.example' } },
						...(route.taste ? [] : [{}, { fields: { csrf: '' } }, { fields: { csrf: 'x', token: 'x' } },
							...(p.login === 'petugas' ? [] : [{ fields: { csrf: foreign } }])]),
					];
					for (const how of tries) {
						const answer = await p.client.post(path, how.fields ?? {}, { headers: how.headers ?? {}, keep: false });
						const what = `${p.login} (${p.role}) POST ${path} ${JSON.stringify(how)} → ${answer.status}`;
						cells++;
						guarded(answer, what);
						assert.equal(answer.status, may(p, route) || p !== visitors ? 403 : 303, what);
					}
				}
		assert.deepEqual(contents(site), before, 'a POST that was refused has changed something');
	});
	console.log(`# ${cells} cells`);
});

test('POST with our token: every route, every role, own and not own', async ({ site }) => {
	await begin(site);
	let cells = 0, hidden = 0;
	const wrong = [];
	for (const p of everybody()) {
		const keys = p === visitors ? await p.client.keys('/lapor') : await p.client.keys('/sandi');
		assert.ok(p === visitors ? keys.token : keys.csrf, p.login);
		for (const route of routes.filter(r => r.method === 'POST' && !ends_it.has(r.path)))
			for (const [path, reach] of paths(route)) {
				if (reach(p) === undefined)
					continue;
				const portal = route.program === 'portal' && p !== visitors ? await visitors.client.keys('/lapor') : keys;
				const answer = await p.client.post(path, { ...portal, version: '0', ...said[route.path] }, { keep: false });
				const what = `${p.login} (${p.role}) POST ${path} → ${answer.status}`;
				cells++;
				guarded(answer, what);
				if (!may(p, route))
					assert.equal(answer.status, p === visitors ? 303 : 403, what);
				else if (!reach(p)) {
					assert.equal(answer.status, 404, what);
					hidden++;
				} else if (!(empty[`POST ${route.path}`] ?? [200, 204, 303, 409, 422]).includes(answer.status))
					wrong.push(what);
			}
	}
	console.log(`# ${cells} cells, ${hidden} of them out of reach`);
	assert.deepEqual(wrong, []);
	assert.ok(hidden > 50);
});

// What is said to an empty question or form where there is nothing to show again.
const empty = {
	'GET /tiket/*/identitas/*': [200, 403], 'POST /tiket/*/identitas/*': [403, 409, 422],
	'GET /foto/*/asli': [200, 403], 'POST /foto/*/asli': [403, 422],	// a report's is not for the verifier
	// Every card is read by whoever may read cards; written by the agency that leads there.
	'GET /sop/*/ubah': [200, 303, 403], 'GET /sop/*/tanya/*': [200, 303, 403], 'POST /sop/*/ubah': [303, 403, 409, 422],
	'POST /sop/*/tanya/*': [303, 403, 404, 409, 422], 'POST /sop/*/langkah': [303, 400, 403, 404, 409, 422],
	'GET /lapor/mirip': [400], 'GET /panggilan/kartu': [404], 'GET /darurat/percakapan/baris': [404],	// no talk of theirs
	'POST /bahasa': [400], 'POST /tema': [400], 'POST /panggilan/jeda': [400],	// buttons without one pressed
	'POST /privasi/permintaan/*/surat': [404], 'POST /privasi/permintaan/*/unduh': [404], 'POST /privasi/penyimpanan/lepas': [404],	// none, and none held
	'GET /tiket/*/relawan/*': [200, 403], 'POST /tiket/*/relawan/*': [403, 422],	// a number is not for all who see the ticket
	'POST /tugas/langkah': [400, 404], 'POST /tiket/*/prasyarat': [403, 404],
	'POST /tiket/*/lihat': [204, 404],
	'POST /piket/hadir': [204], 'POST /piket/serah/draf': [204, 409], 'POST /piket/serah/*': [303, 404],	// read by the agency's own
	'POST /tiket/*/langkah/*': [303, 403, 409, 422],
	// Who only works at the scene, or only verifies, hands nothing off; the desk alone joins tickets.
	...Object.fromEntries(['GET', 'POST'].flatMap(m => [`${m} /tiket/*/serah`, `${m} /tiket/*/serah/*`, `${m} /tiket/*/induk`]).map(k => [k, [200, 403, 409, 422]])),
};
// Where an empty form is refused before it is looked whose it is, one that is not empty.
const said = { '/tiket/*/tarik': { peristiwa: '999999' }, '/tiket/*/prasyarat': { prasyarat: '999999.0.confirmed' }, '/panggilan/masuk/*': { do: 'end' },
	'/panggilan/daftar/*/rekaman': { reason: 'Aduan pelapor' }, '/panggilan/balik/*': { do: 'not_needed' },
	'/panggilan/kertas/pak/*': { lembar: '1.open.lost' }, '/panggilan/lonjakan/*': { catatan: 'gangguan jalur' }, '/piket/jawab/*': { jawab: 'tolak' } };
// The session of whoever asks ends with it: test_security has these.
const ends_it = new Set(['/keluar', '/ganti', '/sesi']);

test('a tracking code opens its own ticket, and no other', async ({ site }) => {
	await begin(site);
	const a = await report(site), b = await report(site, { place: 'Jl. Anggrek 3' });
	assert.ok(a.code && b.code && a.number !== b.number);
	const me = client(site), { token } = await me.keys('/lacak');
	const own = await me.post('/lacak', { code: a.code, token });
	assert.match(own.body_text, new RegExp(a.number));
	assert.doesNotMatch(own.body_text, new RegExp(b.number));
	const wrong = await me.post('/lacak', { code: 'AAAA-BBBB-CCCC', token });
	assert.notEqual(wrong.status, 200);
	assert.doesNotMatch(wrong.body_text.replace(/value="[^"]*"/g, ''), new RegExp(a.number));
	for (const what of ['jawab', 'sanggah', 'beres', 'tarik']) {
		const { token: fresh } = await me.keys('/lapor');
		const answer = await me.post(`/lacak/${what}`, { code: 'AAAA-BBBB-CCCC', token: fresh, kata: 'halo', alasan: 'halo' });
		assert.ok([404, 422].includes(answer.status), `${what}: ${answer.status}`);
	}
});

// test_phone.mjs: the telephone rings, and the desk of whoever answers has the call.
import { test, assert, until } from './harness.mjs';
import { client, contents, guarded, signed_in, sql, without_worker, write_sql } from './client.mjs';
import { exchange } from './exchange.mjs';

export const options = { mail: false };

let pbx, n = 0;
const begin = async site => { pbx ??= await exchange(site); };
const call = () => `c${++n}.${process.pid}`;
const active = page => page.evaluate(() => document.activeElement.id || document.activeElement.name);

async function desk(site, who = 'petugas', extension = '201', how = {}) {
	await begin(site);
	const page = await site.sign_in(who, how);
	await page.goto(`${site.url}/panggilan/pesawat`);
	await page.fill('#f-extension', extension);
	await page.keyboard.press('Enter');
	await page.waitForURL(/panggilan$/);
	await page.locator('#phone-mode').waitFor();
	if (how.js === false)
		return page;
	await page.locator('#keys-open').waitFor();
	await until('the desk is ready', async () => await active(page) === 'f-type');
	await page.locator('.live:not(.off)').waitFor();
	return page;
}

test('what one answers fills the empty form of who answers, and of nobody else', async ({ site }) => {
	const page = await desk(site), other = await desk(site, 'petugas2', '202'), c = call();
	await pbx.tell('ringing', c, { number: '+6281277450391', line: '112' });
	await page.locator('#phone .ringing', { hasText: '···391' }).waitFor();
	await other.locator('#phone .ringing', { hasText: '112' }).waitFor();
	assert.doesNotMatch(await other.locator('#phone').innerHTML(), /0812774/, 'a colleague sees the end of it');
	await site.axe(page);
	await pbx.tell('answered', c, { number: '+6281277450391', extension: '201' });
	await until('the number is there', async () => await page.inputValue('#f-phone') === '081277450391');
	await page.locator('#past', { hasText: /riwayat|sebelumnya|belum/i }).waitFor();
	await page.locator('#phone .picked.cur', { hasText: /jalur 112.*berdering \d+ dtk/s }).waitFor();
	assert.equal(await active(page), 'f-type', 'focus stays');
	assert.equal(await other.inputValue('#f-phone'), '');
	await other.locator('#phone .ringing').waitFor({ state: 'detached' });
	assert.equal(await other.locator('#phone .picked').count(), 0);
	await site.axe(page);
	await page.keyboard.press('Alt+KeyP');
	await page.locator('.callnote[role=status]').waitFor();
	assert.deepEqual(sql(site, `SELECT c.state, c.type, c.timed FROM call c JOIN ring r ON r.call = c.id WHERE r.name = '${c}'`), [['closed', 'prank', '1']]);
	assert.equal(await page.locator('#phone .picked').count(), 0);
});

test('a form that was begun is not touched: the call waits with a key', async ({ site }) => {
	const page = await desk(site), c = call();
	await page.keyboard.type('pohon');
	await pbx.tell('answered', c, { number: '081266600011', line: '112', extension: '201' });
	await page.locator('#phone-go').waitFor();
	assert.equal(await page.inputValue('#f-phone'), '');
	assert.equal(await page.inputValue('#f-type'), 'pohon');
	assert.equal(await active(page), 'f-type');
	await page.keyboard.type(' tumbang');
	await page.keyboard.press('Alt+KeyA');
	await page.waitForURL(/panggilan\/telepon\/\d+/);
	assert.equal(await page.inputValue('#f-phone'), '081266600011');
	await page.locator('#drafts', { hasText: 'pohon tumbang' }).waitFor();
	await page.locator('#keys-open').waitFor();
	await page.keyboard.press('Alt+KeyT');
	await page.locator('.callnote[role=status]').waitFor();
	assert.deepEqual(sql(site, `SELECT c.type FROM call c JOIN ring r ON r.call = c.id WHERE r.name = '${c}'`), [['dropped']]);
});

test('a form that is half typed about a call that rang becomes that call', async ({ site }) => {
	const page = await desk(site, 'petugas3', '203'), c = call();
	await pbx.tell('ringing', c, { number: '081266600012', line: '112' });
	await pbx.tell('answered', c, { extension: '203' });
	await until('the number is there', async () => await page.inputValue('#f-phone') === '081266600012');
	await page.fill('#f-place', 'Jl. Telepon 5');
	await page.locator('#draft-state[data-saved=true]', { hasText: /^disimpan/ }).waitFor();
	await page.reload();
	await page.locator('#drafts a', { hasText: /Lanjutkan/ }).click();
	assert.equal(await page.inputValue('#f-place'), 'Jl. Telepon 5');
	await page.locator('#keys-open').waitFor();
	await page.fill('#f-type', 'Kebakaran rumah/bangunan');
	await page.keyboard.press('Control+Enter');
	await page.locator('#sent').waitFor();
	assert.deepEqual(sql(site, `SELECT c.state, c.type, c.ticket > 0 FROM call c JOIN ring r ON r.call = c.id WHERE r.name = '${c}'`), [['closed', 'emergency', '1']]);
});

test('without script the strip is there, and a link opens the form', async ({ site }) => {
	const page = await desk(site, 'petugas4', '204', { js: false }), c = call();
	await pbx.tell('answered', c, { number: '081266600013', extension: '204' });
	await page.reload();
	await page.locator('#phone-go').click();
	assert.equal(await page.inputValue('#f-phone'), '081266600013');
	await page.locator('button[name=do][value=test]').click();
	await page.locator('.callnote[role=status]').waitFor();
	assert.deepEqual(sql(site, `SELECT c.type FROM call c JOIN ring r ON r.call = c.id WHERE r.name = '${c}'`), [['test']]);
});

test('an extension of odd letters is refused and kept', async ({ site }) => {
	const page = await desk(site);
	await page.goto(`${site.url}/panggilan/pesawat`);
	await page.fill('#f-extension', '2 01');
	await page.keyboard.press('Enter');
	await page.locator('.errsum').waitFor();
	assert.equal(await page.inputValue('#f-extension'), '2 01');
	await site.axe(page);
});

test('an exchange that is silent is said so, calmly, and calls are taken as before', async ({ site }) => {
	const page = await desk(site);

	write_sql(site, 'UPDATE gateway SET seen_at = 1');
	await page.reload();
	await page.locator('#phone-mode', { hasText: 'Telepon manual' }).waitFor();
	await site.axe(page);
	await page.locator('#keys-open').waitFor();
	await page.keyboard.press('Alt+KeyU');
	await page.locator('.callnote[role=status]').waitFor();
	assert.deepEqual(sql(site, 'SELECT type, timed FROM call ORDER BY id DESC LIMIT 1'), [['test', '0']]);
	assert.equal((await pbx.say('/api/detak', {})).status, 200);
	await page.reload();
	await page.locator('#phone-mode', { hasText: 'Telepon tersambung' }).waitFor();
});

test('the door is for machines alone', async ({ site }) => {
	await begin(site);
	const visitor = client(site), taker = await signed_in(site, 'petugas'), text = await exchange(site, 'sms', 'text');
	const routes = (await site.cli('routes')).trim().split('\n').map(l => l.split(' ')).filter(([p]) => p === 'api');
	assert.ok(routes.length >= 2);
	const roles = (await site.cli('roles')).trim().split('\n').map(l => l.split(' '));
	assert.deepEqual(roles.filter(r => routes.some(([, , , right]) => r.includes(right))), [], 'a right of machines is a person\'s');
	await without_worker(site, async () => {
		const before = contents(site), same = new Set(), good = JSON.stringify({ id: 'x1', event: 'ringing', call: 'door' });
		for (const [, method, path, right] of routes) {
			assert.equal(method, 'POST', path);
			assert.match(right, /^(beat|ring|write_in)$/, path);
			for (const p of [visitor, taker]) {
				const answer = await p.ask('POST', path, { body: good, headers: { 'content-type': 'application/json' } });
				guarded(answer, path);
				assert.equal(answer.status, 401, `${p.login} ${path}`);
				assert.equal(answer.headers.getSetCookie().length, 0);
				same.add(answer.body_text);
				assert.equal((await p.get(path)).status, 405);
				assert.equal((await p.post(path, { csrf: taker.csrf })).status, 415);
			}
			for (const how of [{ key: 'wrong' }, { time: Math.floor(Date.now() / 1000) - 400 }, { time: Math.floor(Date.now() / 1000) + 400 },
				{ headers: { authorization: 'Bearer nobody' } }, { headers: { authorization: 'Basic cGJ4Og==' } }, { headers: { 'x-siaga-signature': '' } }]) {
				const answer = await pbx.raw(path, good, how);
				assert.equal(answer.status, 401, `${path} ${JSON.stringify(how)}`);
				same.add(answer.body_text);
			}
		}
		assert.equal(same.size, 1, 'every refusal is the same');
		const wrong_kind = await text.say('/api/calls', { event: 'ringing', call: 'door' });
		assert.equal(wrong_kind.status, 403);
		const large = await pbx.raw('/api/calls', JSON.stringify({ id: 'x2', event: 'ringing', call: 'door', number: 'x'.repeat(70000) }));
		assert.equal(large.status, 413);
		assert.equal(JSON.parse(large.body_text).error, 'too_large');
		assert.equal(JSON.parse((await visitor.get('/api/nowhere')).body_text).error, 'not_found');
		const after = contents(site);
		for (const table of ['throttle', 'gateway'])	// tries are counted; and who is there was heard of
			delete before[table], delete after[table];
		assert.deepEqual(after, before, 'a refused message has changed something');
	});
});

test('said again it is answered again, and nothing else happens', async ({ site }) => {
	await begin(site);
	const c = call(), body = JSON.stringify({ id: `r-${c}`, event: 'abandoned', call: c, number: '081266600099' });
	const first = await pbx.raw('/api/calls', body), again = await pbx.raw('/api/calls', body);
	assert.deepEqual([first.status, again.status, again.body_text], [200, 200, first.body_text]);
	assert.deepEqual(sql(site, `SELECT count(*) FROM ring WHERE name = '${c}'`), [['1']]);
	assert.equal((await pbx.raw('/api/calls', body.replace('abandoned', 'answered'))).status, 409);
});

test('a night of calls, played fast, ends as its plan says', async ({ site }) => {
	await begin(site);
	const { plan, play } = await import('../bench/night.mjs');
	const night = plan(7, 0.5, ['901', '902']), same = plan(7, 0.5, ['901', '902']);
	assert.deepEqual(night, same, 'the same seed is the same night');
	assert.notDeepEqual(plan(8, 0.5), night);
	assert.ok(night.calls.some(c => c.lost) && night.calls.some(c => c.junk) && night.calls.some(c => c.burst) && night.messages.some(m => m.again));
	const said = [];
	await play({ base: site.url, code: pbx.code, secret: pbx.secret, night, speed: 1e6, show: line => said.push(line) });
	assert.ok(said.length >= 9, 'it shows how far it is');
	const rows = sql(site, "SELECT r.name, c.state, c.answered_at > 0 FROM ring r JOIN call c ON c.id = r.call WHERE r.name LIKE 'n7.%'");
	assert.equal(rows.length, night.calls.length, 'each call once');
	for (const [name, state, answered] of rows) {
		const { lost } = night.calls.find(c => c.name === name);
		assert.equal(answered, lost ? '0' : '1', name);
		// A number that was lost, called again and spoke to somebody waits no more.
		assert.ok(lost ? ['callback_queue', 'closed'].includes(state) : state === 'answered', `${name}: ${state}`);
	}
});

// test_fault.mjs: programs killed in the middle of their work: what was acknowledged is there, once.
import { test, assert, sleep, until } from './harness.mjs';
import { client, processes, sql } from './client.mjs';

export const options = { mail: false, env: { WORKERS: '4' } };

const KILLS = 9;		// multiwatch takes ten deaths in a row for a broken program
const WRITERS = 6;

const form = area => ({ category: 'DRN', area, place: 'Jl. Melati 12', point: '', privacy: 'confidential', consent: '1',
	story: 'Got di depan sekolah tersumbat sampah dan tanah.', name: 'Yuliana', phone: '', email: '' });

test('what is acknowledged is there, however the programs die', async ({ site }) => {
	const [[area]] = sql(site, 'SELECT code FROM area WHERE level = 3 LIMIT 1');
	const tokens = (await site.cli('mint', '3000')).trim().split('\n');
	const said = new Map(), lost = [];
	let done = false, killed = 0;

	const write = async () => {
		const me = client(site);
		while (!done && tokens.length > 0) {
			const token = tokens.pop();
			try {
				const answer = await me.post('/lapor', { ...form(area), token });
				const number = answer.status === 200 && answer.body_text.match(/ADU-\d\d-\d{6}-[0-9A-Z]/)?.[0];
				if (number)
					said.set(number, token);
				else
					lost.push({ token, status: answer.status });
			} catch {
				lost.push({ token, status: 0 });
			}
		}
	};
	const kill = async () => {
		for (; killed < KILLS; killed++) {
			await sleep(200 + Math.random() * 400);
			const pids = [...processes(site, 'portal'), ...(killed % 3 === 2 ? processes(site, 'worker') : [])];
			const pid = pids[Math.floor(Math.random() * pids.length)];
			if (pid !== undefined)
				process.kill(pid, 'SIGKILL');
		}
		await sleep(500);
		done = true;
	};
	await Promise.all([kill(), ...Array.from({ length: WRITERS }, write)]);
	console.log(`# ${said.size} acknowledged, ${lost.length} not, ${killed} killed`);
	assert.ok(said.size > 50, `${said.size} acknowledged`);
	assert.ok(lost.length > 0, 'no kill hit a request: nothing was shown');

	const there = new Set(sql(site, 'SELECT number FROM ticket').map(([n]) => n));
	assert.deepEqual([...said.keys()].filter(n => !there.has(n)), [], 'acknowledged, and not there');

	// Who was not answered sends the same form again: it lands once.
	await until('it answers', async () => (await client(site).get('/lapor')).status === 200);
	for (const { token } of lost) {
		const again = await client(site).post('/lapor', { ...form(area), token });
		assert.ok([200, 409].includes(again.status), `${again.status} at the second try`);
	}
	const [[n]] = sql(site, 'SELECT count(*) FROM ticket');
	assert.equal(Number(n), said.size + lost.length, 'one for each form, no more and no less');
	assert.deepEqual(sql(site, 'SELECT token FROM ticket GROUP BY token HAVING count(*) > 1'), []);
	assert.deepEqual(sql(site, 'SELECT number FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.ticket = t.id) OR NOT EXISTS (SELECT 1 FROM reporter r WHERE r.ticket = t.id)'), [], 'half a report');
	assert.deepEqual(sql(site, 'PRAGMA integrity_check'), [['ok']]);
	assert.deepEqual(sql(site, 'PRAGMA foreign_key_check'), []);
	assert.match(await site.cli('verify'), /\d+ events/);
});

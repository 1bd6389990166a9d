// test_run.mjs: a site that loses a process goes on; one that is killed leaves nothing.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test, assert, until } from './harness.mjs';

export const options = { mail: false };

function pids(site, program) {
	return readdirSync('/proc').filter(p => /^\d+$/.test(p)).filter(p => {
		try {
			return readFileSync(`/proc/${p}/cmdline`, 'utf8') === join(site.bin, program) + '\0' &&
				readFileSync(`/proc/${p}/environ`, 'utf8').includes(`SIAGA_DATA=${site.data}\0`);
		} catch {
			return false;
		}
	}).map(Number);
}

for (const program of ['portal', 'intake', 'worklist', 'command', 'admin', 'worker', 'live'])
	test(`a ${program} that was killed is started again`, async ({ site }) => {
		const before = await until('it runs', () => {
			const all = pids(site, program);
			return all.length > 0 && all;
		});
		process.kill(before[0], 'SIGKILL');
		await until('another runs', () => {
			const now = pids(site, program);
			return now.length === before.length && !now.includes(before[0]);
		});
		assert.equal(await fetch(site.url).then(r => r.status), 200);
	});

test('a second site with the same data is refused', ({ site }) => {
	const env = { ...process.env, ...site.env, PORT: '1', RUN: '' };
	const second = spawnSync('conf/run-here', [site.bin], { env, encoding: 'utf8' });
	assert.equal(second.status, 1);
	assert.match(second.stderr, /running already/);
	const reset = spawnSync('conf/reset', [], { env, encoding: 'utf8' });
	assert.equal(reset.status, 1);
	assert.ok(existsSync(site.data));
});

// test_limits.mjs: one address cannot have all of it.
import { test, assert } from './harness.mjs';

export const options = { mail: false, env: { RATE: '50r/s', RATE_SIGNIN: '6r/m', RATE_REPORT: '6r/m' } };

test('the thirty-second sign-in in a row has to wait', async ({ site }) => {
	const answers = [];
	for (let i = 0; i < 40; i++)
		answers.push(await fetch(`${site.url}/masuk`, { method: 'POST', body: 'a=b', redirect: 'manual',
			headers: { 'content-type': 'application/x-www-form-urlencoded' } }));
	const refused = answers.filter(a => a.status === 429);
	assert.ok(refused.length >= 5, `${refused.length} refused`);
	assert.notEqual(answers[0].status, 429);
	assert.equal(refused[0].headers.get('retry-after'), '10');
	assert.match(await refused[0].text(), /Tunggu sepuluh detik/);
});

test('reading goes on meanwhile', async ({ site }) =>
	assert.equal((await fetch(`${site.url}/static/siaga.css`)).status, 200));

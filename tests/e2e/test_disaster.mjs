// test_disaster.mjs: a disaster is proposed at the desk; supervisors and the wall hear at once.
import { signed_in, sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

export const options = { mail: false };

// A landslide with five houses: the answer proposes it.
async function slide(site, place) {
	const me = await signed_in(site, 'call_taker');
	const { csrf, token } = await me.keys('/panggilan');
	const sent = await me.post('/panggilan', { csrf, token, category: 'LGS', type: 'Longsor', place, card: 'SOP-04', a5: '4', do: 'send' });
	assert.match(sent.body_text, /Penyelia diberi tahu bahwa bencana diusulkan/);
	return sent.body_text.match(/DRT-\d\d-\d{6}-[0-9A-Z]/)[0];
}

const priority = (site, number) => sql(site, `SELECT priority FROM ticket WHERE number = '${number}'`)[0][0];

test('the supervisor hears at once, and accepts with one press; the ticket is P0', async ({ site }) => {
	const page = await site.sign_in('supervisor'), wall = await site.sign_in('executive');
	await page.goto(`${site.url}/tugas`);
	await wall.goto(`${site.url}/komando`);
	const number = await slide(site, 'Jl. Bukit Runtuh 3');
	const strip = page.locator('#bencana .alertbar');
	await strip.waitFor();
	assert.match(await strip.innerText(), /Jl\. Bukit Runtuh 3|Usulan bencana/);
	await wall.locator('.w-dis').waitFor();
	await site.axe(page);
	await site.axe(wall);
	await strip.getByRole('button', { name: 'Terima sebagai bencana' }).click();
	await until('it is a disaster', () => priority(site, number) === '0');
	await page.goto(`${site.url}/tugas`);
	assert.equal(await strip.count(), 0);
	await until('the wall is calm', async () => await wall.locator('.w-dis').count() === 0);
});

test('declined with a reason it stays what it was; without script, too', async ({ site }) => {
	const number = await slide(site, 'Jl. Bukit Runtuh 5'), me = await signed_in(site, 'supervisor');
	const list = (await me.get('/tugas')).body_text, [, object] = list.match(new RegExp(`/tiket/${number}/langkah/no_disaster\\?objek=([a-z]\\d+)`));
	const ticket = (await me.get(`/tiket/${number}`)).body_text;
	assert.match(ticket, /Bencana diusulkan\. Alarm berbunyi/);
	const path = `/tiket/${number}/langkah/no_disaster?objek=${object}`, form = (await me.get(path)).body_text;
	const hidden = Object.fromEntries([...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(m => [m[1], m[2]]));
	const other = await signed_in(site, 'dispatcher');
	assert.doesNotMatch((await other.get('/tugas')).body_text, /id="bencana" role="alert"><form/);
	assert.ok([403, 409].includes((await other.get(path)).status), 'no step of theirs');
	assert.equal((await me.post(path, { ...hidden, catatan: '' })).status, 422);
	const done = await me.post(path, { ...hidden, catatan: 'Dua rumah saja, warga selamat.' });
	assert.equal(done.status, 303, done.body_text.slice(0, 600));
	assert.notEqual(priority(site, number), '0');
	assert.match((await me.get(`/tiket/${number}`)).body_text, /Usulan bencana ditolak[\s\S]*Dua rumah saja/);
});

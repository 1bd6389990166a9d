// test_presence.mjs: who else has a ticket open: on its page and in the lists, to those who reach it.
import { test, assert, until } from './harness.mjs';
import { client, incident, signed_in, sql } from './client.mjs';

export const options = { mail: false };

const open_line = page => page.locator('[data-ticket] span');
const row_mark = (page, number) => page.locator(`tr:has(a[href="/tiket/${number}"]) .hadir`);

// What a line of one's own is told, without a browser.
async function listen(site, login, open) {
	const me = await signed_in(site, login), stop = new AbortController(), line = { text: '', close: () => stop.abort() };
	const answer = await fetch(`${site.url}/langsung?buka=${open}`, { signal: stop.signal, headers: { cookie: me.cookie() } });
	assert.equal(answer.status, 200, login);
	(async () => {
		try {
			for await (const piece of answer.body.pipeThrough(new TextDecoderStream()))
				line.text += piece;
		} catch { /* closed by us */ }
	})();
	line.told = () => [...line.text.matchAll(/event: presence\ndata: (.*)\n/g)].map(m => m[1]);
	await until('the line lives', () => line.text.includes('event: pulse'));
	return line;
}

test('two who have a ticket open see each other, and lists say so', async ({ site }) => {
	const number = await incident(site, { place: 'Jl. Hadir 1' });
	const list = await site.sign_in('damkar'), desk = await site.sign_in('pengarah'), head = await site.sign_in('damkar.kepala');
	await list.goto(`${site.url}/tugas`);
	await desk.goto(`${site.url}/tiket/${number}`);
	const [[name]] = sql(site, "SELECT name FROM account WHERE login = 'pengarah'");
	await row_mark(list, number).waitFor();
	assert.equal(await row_mark(list, number).innerText(), `dibuka ${name}`);
	assert.equal(await open_line(desk).isVisible(), false, 'nobody else is there');
	await head.goto(`${site.url}/tiket/${number}`);
	for (const page of [desk, head]) {
		await open_line(page).waitFor();
		assert.match(await open_line(page).innerText(), /^Juga sedang membuka: \S/);
	}
	await site.axe(head);
	await site.axe(list);
	await desk.goto('about:blank');
	await open_line(head).waitFor({ state: 'hidden' });
	await head.goto(`${site.url}/tugas`);
	await row_mark(list, number).waitFor({ state: 'detached' });
});

test('a second tab of the same browser counts, and is no somebody else', async ({ site }) => {
	const number = await incident(site, { place: 'Jl. Hadir 2' });
	const first = await site.sign_in('damkar'), second = await first.context().newPage();
	const other = await site.sign_in('pengarah');
	await first.goto(`${site.url}/tugas`);
	await other.goto(`${site.url}/tiket/${number}`);
	await row_mark(first, number).waitFor();
	await second.goto(`${site.url}/tiket/${number}`);
	await open_line(other).waitFor();
	await open_line(second).waitFor();
	assert.ok(!(await open_line(second).innerText()).includes('|'));
	await second.close();
	await open_line(other).waitFor({ state: 'hidden' });
});

test('who cannot reach a ticket is not told, and cannot be seen there', async ({ site }) => {
	const number = await incident(site, { place: 'Jl. Hadir 3' });
	const desk = await listen(site, 'pengarah', `daftar,${number}`);
	const out = await listen(site, 'dukcapil', `daftar,${number}`);
	const near = await listen(site, 'damkar', `daftar,${number},x,,DRT-99-999999-9`);
	await until('the desk is told of Damkar', () => desk.told().some(t => t.startsWith(`${number} `) && t.length > number.length + 1));
	await until('and Damkar of the desk', () => near.told().some(t => t.startsWith(`${number} `) && t.length > number.length + 1));
	assert.deepEqual(out.told().filter(t => t.startsWith(number)), [], 'out of reach');
	assert.ok(![...desk.told(), ...near.told()].some(t => /\|/.test(t.replace(number, ''))), 'and is not among those there');
	near.close();
	await until('it is over', () => desk.told().at(-1) === `${number} `);
	desk.close();
	out.close();
	const anyone = await client(site).get(`/langsung?buka=${number}`);
	assert.equal(anyone.status, 401);
});

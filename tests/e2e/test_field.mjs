// test_field.mjs: the page of a crew: light, without a network, killed in between, once, explained.
import { gzipSync } from 'node:zlib';
import { test, assert, until } from './harness.mjs';
import { incident, png, signed_in, sql } from './client.mjs';

export const options = { mail: false };

const one = (site, text) => sql(site, text)[0]?.[0];
const desks = new WeakMap();

async function desk(site, login) {
	if (!desks.has(site))
		desks.set(site, new Map());
	const known = desks.get(site);
	if (!known.has(login))
		known.set(login, signed_in(site, login));
	const me = await known.get(login);
	return async (path, fields = {}) => {
		const answer = await me.post(path, { ...await me.keys('/sandi'), ...fields });
		assert.equal(answer.status, 303, `${login} ${path}: ${answer.body_text.slice(0, 3000)}`);
	};
}

// A fire to which A1 was sent; nothing else is open for that engine.
async function sent(site, place = 'Jl. Melati 1') {
	const damkar = await desk(site, 'damkar'), unit = one(site, "SELECT unit FROM account WHERE login = 'damkar.a1'");
	for (const [id, number] of sql(site, `SELECT r.id, t.number FROM run r JOIN ticket t ON t.id = r.ticket WHERE r.open = 1 AND r.unit = ${unit}`))
		await damkar(`/tiket/${number}/langkah/${one(site, `SELECT state FROM run WHERE id = ${id}`) === 'on_scene' ? 'finish' : 'stand_down'}?objek=u${id}`);
	const number = await incident(site, { place });
	const part = one(site, `SELECT a.id FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}' AND a.lead = 1`);
	await damkar(`/tiket/${number}/langkah/accept?objek=a${part}`);
	await damkar(`/tiket/${number}/langkah/send_unit?objek=a${part}`, { unit, catatan: 'Masuk dari gang belakang.' });
	return { number, run: one(site, `SELECT id FROM run WHERE assignment = ${part}`), damkar };
}

const crew = async (site, how = {}) => {
	const page = await site.sign_in('damkar.a1', { viewport: 'phone', ...how });
	assert.equal(new URL(page.url()).pathname, '/lapangan', 'a crew lands on its page');
	return page;
};

// The page is kept and its worker rules it: from here on it needs no network.
const settled = page => page.waitForFunction(async () => navigator.serviceWorker.controller !== null &&
	await caches.match('/lapangan') !== undefined && await caches.match('/static/field.css') !== undefined);
const waiting = (page, n) => page.waitForFunction(n => document.querySelector('#antre').dataset.waiting === String(n), n);
const kept = page => page.evaluate(() => siaga_field.steps());
const press = (page, word) => page.locator('.go button:visible', { hasText: word }).click();
const steps = (site, number, act) => sql(site, `SELECT f.outcome, f.happened_at, f.recorded_at, f.first FROM field_step f
	JOIN ticket t ON t.id = f.ticket WHERE t.number = '${number}' AND f.act = '${act}'`);

async function jpeg(page, w, h) {
	const data = await page.evaluate(async ([w, h]) => {
		const c = document.createElement('canvas'), at = c.getContext('2d');
		c.width = w;
		c.height = h;
		for (let i = 0; i < 4000; i++) {
			at.fillStyle = `hsl(${i * 37 % 360} 80% ${20 + i % 60}%)`;
			at.fillRect(i * 7919 % w, i * 104729 % h, 90, 70);
		}
		return c.toDataURL('image/jpeg', .95).split(',')[1];
	}, [w, h]);
	return Buffer.from(data, 'base64');
}

test('three steps and a photo without a network, each once, at its time', async ({ site }) => {
	const { number, run } = await sent(site), page = await crew(site), context = page.context();
	await settled(page);
	const photo = await jpeg(page, 3000, 2000);
	assert.ok(photo.length > 400000, `a heavy photo: ${photo.length}`);
	await context.setOffline(true);
	const before = Date.now();
	await press(page, 'Berangkat');
	await page.locator('.wait li').first().waitFor();
	await page.locator('summary', { hasText: 'Catatan' }).click();
	await page.fill('.acts textarea', 'Pintu depan terkunci.');
	await press(page, 'Tiba');
	await page.locator('.go button:visible', { hasText: 'Selesai' }).waitFor();
	await page.setInputFiles('input[type=file]', { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo });
	await page.locator('.wait li', { hasText: 'Foto' }).waitFor();
	await press(page, 'Selesai');
	await waiting(page, 4);
	const after = Date.now();
	assert.match(await page.locator('#antre').innerText(), /4 langkah menunggu sinyal/);
	assert.equal(await page.locator('.wait li').count(), 4);
	await site.axe(page);

	await page.reload();		// killed, and opened again without a network
	await waiting(page, 4);
	assert.equal(await page.locator('.wait li').count(), 4);
	assert.equal(await page.locator('.go button:visible').count(), 0, 'all is done here');
	const held = (await kept(page)).find(s => s.act === 'shot');
	assert.ok(await page.evaluate(async () => (await siaga_field.steps()).find(s => s.act === 'shot').photo.byteLength) <= 150000, 'the photo is small');
	assert.equal(held.state, 'wait');
	assert.equal(one(site, `SELECT state FROM run WHERE id = ${run}`), 'alerted', 'nothing has come yet');
	const other = await context.newPage();	// and no other page is shown out of a cache
	await assert.rejects(other.goto(`${site.url}/tugas`));
	await other.close();

	const back = Date.now();
	await context.setOffline(false);
	await waiting(page, 0);
	for (const act of ['depart', 'arrive', 'finish', 'shot']) {
		const got = steps(site, number, act);
		assert.equal(got.length, 1, `${act}: once`);
		assert.equal(got[0][0], 'done', act);
		assert.ok(Number(got[0][1]) >= before - 3000 && Number(got[0][1]) <= after + 3000, `${act} happened when it was pressed`);
		assert.ok(Number(got[0][2]) >= back - 50, `${act} came later`);
	}
	const [[departed, arrived, ended]] = sql(site, `SELECT departed_at, arrived_at, ended_at FROM run WHERE id = ${run}`);
	assert.ok(Number(departed) <= Number(arrived) && Number(arrived) <= Number(ended) && Number(ended) < back + 50, 'the unit\'s times are the scene\'s');
	assert.deepEqual(sql(site, `SELECT e.note FROM event e JOIN ticket t ON t.id = e.ticket WHERE t.number = '${number}' AND e.act = 'arrive' AND e.life = 'unit'`), [['Pintu depan terkunci.']]);
	const [[size, width, reporter]] = sql(site, `SELECT a.size, a.width, a.reporter FROM attachment a JOIN ticket t ON t.id = a.ticket WHERE t.number = '${number}'`);
	assert.ok(Number(size) <= 150000 && Number(width) <= 1600, `${size} bytes, ${width} wide`);
	assert.equal(reporter, '0');
	await until('the page shows how it is by now', async () => await page.locator('article').count() === 0);
	assert.equal(await page.locator('#antre').isVisible(), false);
});

test('a conflict is explained, and nothing is lost', async ({ site }) => {
	const { number, run } = await sent(site), page = await crew(site), context = page.context();
	await settled(page);
	await context.setOffline(true);
	await page.locator('summary', { hasText: 'Catatan' }).click();
	await page.fill('.acts textarea', 'Kami sudah di jalan.');
	await press(page, 'Berangkat');
	await waiting(page, 1);
	await (await desk(site, 'pengarah'))(`/tiket/${number}/langkah/stand_down?objek=u${run}`);
	await context.setOffline(false);
	const told = page.locator('#gagal [role=alert]');
	await told.waitFor();
	const words = await told.innerText();
	assert.match(words, new RegExp(number));
	assert.match(words, /Wulan Kusuma/, 'by whom');
	assert.match(words, /Keadaan sekarang: Ditarik/, words);
	assert.match(words, /tercatat sebagai catatan/);
	assert.match(words, /Kami sudah di jalan\./);
	assert.equal(one(site, `SELECT COUNT(*) FROM event e JOIN ticket t ON t.id = e.ticket WHERE t.number = '${number}' AND e.act = 'note' AND e.note = 'Kami sudah di jalan.' AND e.public = 0`), '1');
	assert.equal(one(site, `SELECT departed_at FROM run WHERE id = ${run}`), '0');
	await site.axe(page);
	await page.reload();
	await told.waitFor();		// until somebody has read it
	await told.getByRole('button', { name: 'Saya mengerti' }).click();
	await until('it is gone', async () => await told.count() === 0);
	await page.reload();
	await until('the queue is known', async () => (await kept(page)).length === 0);
	assert.equal(await told.count(), 0);
});

test('an answer that was lost is asked for again, and the step is one', async ({ site }) => {
	const { number } = await sent(site), page = await crew(site), context = page.context();
	await settled(page);
	let lost = 0;
	await context.route('**/lapangan/langkah', async route => {
		if (lost++ > 0)
			return route.continue();
		await route.fetch();		// the server has it; the phone never hears of it
		await route.abort();
	});
	await press(page, 'Berangkat');
	await until('it was sent again', () => lost > 1 && steps(site, number, 'depart').length > 0);
	await waiting(page, 0);
	assert.equal(one(site, `SELECT COUNT(*) FROM event e JOIN ticket t ON t.id = e.ticket WHERE t.number = '${number}' AND e.act = 'depart'`), '1');
});

test('a session that ended keeps the steps, and the next one sends them', async ({ site }) => {
	const { number } = await sent(site), page = await crew(site), context = page.context();
	await settled(page);
	await context.setOffline(true);
	await press(page, 'Berangkat');
	await waiting(page, 1);
	await context.clearCookies();
	await context.setOffline(false);
	const door = page.locator('#antre a');
	await door.waitFor();
	assert.equal(steps(site, number, 'depart').length, 0);
	await door.click();
	await page.waitForURL('**/masuk?ke=/lapangan');
	assert.equal(await page.evaluate(() => caches.match('/lapangan').then(Boolean)), false, 'the page is kept for nobody');
	const me = (await site.signins()).find(s => s.login === 'damkar.a1');
	await page.fill('input[name=login]', me.login);
	await page.fill('input[type=password]', me.password);
	await Promise.all([page.waitForURL('**/lapangan'), page.locator('form:has(input[type=password]) button:not([type=button])').first().click()]);
	await until('it has come', () => steps(site, number, 'depart').length === 1);
});

test('signing out warns of what waits, and takes the page along', async ({ site }) => {
	const { number } = await sent(site), page = await crew(site), context = page.context();
	await settled(page);
	const asked = [];
	page.on('dialog', d => { asked.push(d.message()); d[asked.length > 1 ? 'accept' : 'dismiss'](); });
	await context.route('**/lapangan/langkah', route => route.abort());
	await press(page, 'Berangkat');
	await waiting(page, 1);
	await page.locator('.menu summary').click();
	await page.locator('#keluar button').click();
	await until('it asks', () => asked.length === 1);
	assert.match(asked[0], /belum terkirim/);
	assert.equal(new URL(page.url()).pathname, '/lapangan');
	await Promise.all([page.waitForURL('**/masuk?keluar=1'), page.locator('#keluar button').click()]);
	assert.equal(await page.evaluate(() => caches.match('/lapangan').then(Boolean)), false);
	assert.equal(steps(site, number, 'depart').length, 0);
	assert.equal(await page.evaluate(() => new Promise(done => { const r = indexedDB.open('siaga-lapangan');
		r.onsuccess = () => { const q = r.result.transaction('step').objectStore('step').count(); q.onsuccess = () => done(q.result); }; })), 1, 'the step stays');
});

test('a position goes along only where its owner wants it', async ({ site }) => {
	const { number } = await sent(site), page = await crew(site), context = page.context();
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation({ latitude: -0.9386, longitude: 100.3767, accuracy: 9 });
	await settled(page);
	await press(page, 'Berangkat');
	await until('it has come', () => steps(site, number, 'depart').length === 1);
	assert.equal(one(site, "SELECT located FROM field_step WHERE act = 'depart' ORDER BY id DESC LIMIT 1"), '0', 'off at first');
	await page.check('#posisi');
	await press(page, 'Tiba');
	await until('it has come', () => steps(site, number, 'arrive').length === 1);
	assert.deepEqual(sql(site, "SELECT located, lat, lon, accuracy FROM field_step WHERE act = 'arrive' ORDER BY id DESC LIMIT 1")[0], ['1', '-938600', '100376700', '9']);
	const at = await site.sign_in('pengarah');
	await at.goto(`${site.url}/tiket/${number}`);
	assert.match(await at.locator('#lini').innerText(), /dari titik \(±9 m\)|posisi disertakan/);
	await at.goto(`${site.url}/laporan/${number}`);
	assert.doesNotMatch(await at.content(), /dari titik|938600/);
});

test('the first load is at most 30 KB', async ({ site }) => {
	await sent(site);
	const me = await signed_in(site, 'damkar.a1');
	let bytes = 0;
	const count = async path => {
		const a = await fetch(site.url + path, { headers: { cookie: me.cookie(), 'accept-encoding': 'gzip' } });
		const text = await a.text();
		assert.equal(a.status, 200, path);
		bytes += a.headers.get('content-encoding') === 'gzip' ? gzipSync(text, { level: 5 }).length : Buffer.byteLength(text);
		return text;
	};
	const page = await count('/lapangan');	// it holds a key, so it is not compressed
	const wanted = [...page.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map(m => m[1]);
	assert.ok(wanted.length >= 4, `${wanted}`);
	for (const path of [...wanted, '/sw.js', '/static/sw-push.js'])
		await count(path);
	assert.doesNotMatch(page, /icons\.svg|siaga\.css/);
	console.log(`# ${bytes} bytes, ${Buffer.byteLength(page)} of them the page`);
	assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
});

test('without script its forms are plain ones', async ({ site }) => {
	const { number, run } = await sent(site), page = await crew(site, { js: false });
	assert.match(await page.locator('article').innerText(), /Masuk dari gang belakang/);
	assert.match(await page.locator('a[href^="geo:"]').getAttribute('href'), /^geo:-?\d+\.\d+,\d+\.\d+\?q=-?\d+\.\d+,\d+\.\d+$/);
	assert.ok((await page.locator('.go .big').boundingBox()).height >= 56);
	await page.locator('summary', { hasText: 'Catatan' }).click();
	await page.fill('.acts textarea', 'Lewat jembatan.');
	await page.locator('.go button', { hasText: 'Berangkat' }).click();
	assert.match(await page.locator('.ban.ok').innerText(), new RegExp(`${number}: `));
	assert.equal(one(site, `SELECT state FROM run WHERE id = ${run}`), 'en_route');
	await page.setInputFiles('input[type=file]', { name: 'a.png', mimeType: 'image/png', buffer: png() });
	await page.getByRole('button', { name: 'Kirim foto' }).click();
	assert.match(await page.locator('.ban.ok').innerText(), /Foto dari lapangan/);
	await page.locator('summary', { hasText: 'Catatan' }).click();
	await (await desk(site, 'pengarah'))(`/tiket/${number}/langkah/stand_down?objek=u${run}`);
	await page.fill('.acts textarea', 'Kami hampir sampai.');
	await page.locator('.go button', { hasText: 'Tiba' }).click();
	assert.match(await page.locator('.ban.am[role=alert]').innerText(), /tidak jadi.*Wulan Kusuma.*tercatat sebagai catatan/s);
});

test('it is for everybody, by day and by night', async ({ site }) => {
	await site.axe_everywhere('/lapangan', { role: 'damkar.r1' });	// nothing to do
	await sent(site);
	for (const [role, lang] of [['damkar.a1', 'id'], ['damkar', 'en']])
		await site.axe_everywhere('/lapangan', { role, lang });
});

// test_clock.mjs: the calendar, ladders, the disaster pause, the league of silence: seen and changed.
import { signed_in, sql, write_sql } from './client.mjs';
import { test, assert, until } from './harness.mjs';

export const options = { mail: false, seed: [['init', '--demo-city'], ['migrate'], ['demo', '--days', '3']] };

const one = (site, text) => sql(site, text)[0]?.[0];
const no_key = async page => assert.doesNotMatch(await page.locator('body').innerText(), /\bL\.[a-z]+\.|\{\d\}/);

test('a holiday is added with its source, shown, and removed', async ({ site }) => {
	const page = await site.sign_in('admin');
	await page.goto(`${site.url}/kalender?tahun=2026`);
	assert.match(await page.locator('tbody').first().innerText(), /17 Agustus 2026[\s\S]*Libur nasional[\s\S]*SKB 3 Menteri/);
	await page.locator('#f-name').fill('Hari Jadi Kota');
	await page.locator('#f-day').fill('2026-08-17');
	await page.getByRole('button', { name: 'Tambah hari libur' }).click();
	await page.locator('#f-source-e').waitFor();
	await site.axe(page);
	assert.equal(await page.inputValue('#f-name'), 'Hari Jadi Kota', 'nothing typed is lost');
	await page.locator('#f-kind').selectOption('3');
	await page.locator('#f-source').fill('Keputusan Wali Kota 12/2026');
	await page.getByRole('button', { name: 'Tambah hari libur' }).click();
	await page.getByText('Tanggal itu sudah menjadi hari libur').waitFor();
	await page.locator('#f-day').fill('2026-09-14');
	await page.getByRole('button', { name: 'Tambah hari libur' }).click();
	await page.getByText('14 September 2026', { exact: true }).waitFor();
	assert.equal(one(site, "SELECT source FROM holiday WHERE name = 'Hari Jadi Kota'"), 'Keputusan Wali Kota 12/2026');
	await until('all limits are read anew', () => one(site, "SELECT count(*) FROM setting WHERE name = 'clock_walk' AND value = ''") === '1');
	await page.getByRole('button', { name: /Hapus Hari Jadi Kota, / }).click();
	await until('it is gone', () => one(site, "SELECT count(*) FROM holiday WHERE name = 'Hari Jadi Kota'") === '0');
	assert.equal(one(site, "SELECT count(*) FROM event WHERE act = 'calendar' AND json_extract(data, '$.name') = 'Hari Jadi Kota'"), '2');
	await page.goto(`${site.url}/kalender?tahun=2031`);
	await page.getByText('Belum ada hari libur').waitFor();
	await site.axe(page);
});

test('a ladder is changed, an agency has its own and the usual one again', async ({ site }) => {
	const page = await site.sign_in('admin');
	await page.goto(`${site.url}/eskalasi`);
	assert.match(await page.locator('main').innerText(), /Perwira piket, setelah 3 alarm[\s\S]*Sekretaris Daerah, setelah 12 alarm/);
	await page.getByRole('link', { name: 'DLH', exact: true }).click();
	await page.locator('#f-n2').fill('2');
	await page.getByRole('button', { name: 'Simpan tangga' }).click();
	await page.locator('#f-n1-e').waitFor();	// the second no later than the first
	await site.axe(page);
	await page.locator('#f-n2').fill('4');
	await page.locator('#f-per2').selectOption('2');
	await page.getByRole('button', { name: 'Simpan tangga' }).click();
	await page.getByText('4 menit setelah batas waktu').first().waitFor();
	assert.equal(one(site, "SELECT count(*) FROM ladder WHERE scope = 'agency' AND valid_to = 0 AND agency = (SELECT id FROM agency WHERE code = 'DLH')"), '4');
	await page.getByRole('button', { name: /Pakai tangga biasa ?: Dinas Lingkungan/ }).click();
	await until('it has the usual one', () => one(site, "SELECT count(*) FROM ladder WHERE valid_to = 0 AND agency = (SELECT id FROM agency WHERE code = 'DLH')") === '0');
	assert.equal(one(site, "SELECT count(*) FROM event WHERE act = 'ladder' AND json_extract(data, '$.agency') = 'DLH'"), '2');
});

test('in a disaster the supervisor stops the clocks of complaints and runs them again', async ({ site }) => {
	const me = await signed_in(site, 'supervisor'), page = await site.sign_in('supervisor');
	const steps = () => Number(one(site, "SELECT count(*) FROM event WHERE act IN ('suspend', 'lift')")), before = steps();	// the demo's
	write_sql(site, "UPDATE disaster SET state = 'declined', alarm_at = 0");
	await page.goto(`${site.url}/kalender/bencana`);
	await page.getByText('Tidak ada bencana yang berlaku').waitFor();
	await site.axe(page);
	write_sql(site, `INSERT INTO disaster (ticket, state, usual, proposed_at) SELECT max(id), 'accepted', 1, 1 FROM ticket WHERE open = 1 AND track = 1
		ON CONFLICT (ticket) DO UPDATE SET state = 'accepted'`);
	const soon = new Date(Date.now() + 7 * 3600000 + 2 * 86400000).toISOString().slice(0, 16);	// WIB
	await page.goto(`${site.url}/kalender/bencana`);
	await page.locator('#f-until').fill('2020-01-01T08:00');
	await page.locator('#f-reason').fill('Banjir besar di tiga kecamatan');
	await page.getByRole('button', { name: 'Hentikan jam pengaduan' }).click();
	await page.locator('#f-until-e').waitFor();
	assert.equal(await page.inputValue('#f-reason'), 'Banjir besar di tiga kecamatan');
	await page.locator('#f-until').fill(soon);
	await page.getByRole('button', { name: 'Hentikan jam pengaduan' }).click();
	await page.getByRole('heading', { name: 'Jalankan lagi jam pengaduan' }).waitFor();
	await site.axe(page);
	await site.shot(page, 'suspension');
	await until('all limits are read anew', () => one(site, "SELECT count(*) FROM setting WHERE name = 'clock_walk' AND value = ''") === '1');
	const number = one(site, `SELECT t.number FROM ticket t JOIN category c ON c.id = t.category JOIN assignment a ON a.ticket = t.id
		AND a.lead = 1 AND a.open = 1 WHERE t.track = 2 AND t.open = 1 AND c.office = 1 ORDER BY t.id DESC LIMIT 1`);
	assert.match((await me.get(`/tiket/${number}`)).body_text, /Jam dihentikan: bencana/);
	const agency = one(site, `SELECT lead FROM ticket WHERE number = '${number}'`);
	assert.match((await me.get(`/tugas?opd=${agency}&urut=terbaru`)).body_text, /Jam dihentikan: bencana/);
	assert.match((await me.get('/triase')).body_text, /Jam dihentikan: bencana/);
	await page.getByRole('button', { name: 'Jalankan lagi jam pengaduan' }).click();
	await page.locator('tbody tr').first().getByText('diakhiri lebih awal').waitFor();
	assert.doesNotMatch((await me.get(`/tiket/${number}`)).body_text, /Jam dihentikan: bencana/);
	assert.equal(steps(), before + 2);
});

test('the league of silence leads to the agency that owes a word', async ({ site }) => {
	const page = await site.sign_in('dispatcher');
	write_sql(site, 'UPDATE assignment SET quiet_from = quiet_from - 864000000, quiet_due = quiet_due - 864000000 WHERE quiet_due <> 0');
	await page.goto(`${site.url}/komando/diam`);
	await site.axe(page);
	const row = page.locator('tbody tr').first();
	assert.match(await row.innerText(), /^1\. /);
	await until('the worker says so', () => Number(one(site, "SELECT count(*) FROM event WHERE act = 'silence'")) > 0);
	await row.getByRole('link').click();
	await page.waitForURL(/tampil=diam&opd=\d+/);
	assert.ok(await page.locator('[href^="/tiket/ADU-"]').count() > 0, 'its tickets');
	const mayor = await signed_in(site, 'executive');
	assert.doesNotMatch((await mayor.get('/komando/diam')).body_text, /href="\/tugas/);	// nothing he may not open
});

test('on a phone, in the dark, in English; and who may not', async ({ site }) => {
	for (const [viewport, theme, lang] of [['phone', 'dark', 'en'], ['small', 'light', 'id'], ['desk', 'light', 'id']]) {
		for (const [role, paths] of [['admin', ['/kalender', '/eskalasi', '/eskalasi/kota', '/eskalasi/DAMKAR']], ['supervisor', ['/kalender/bencana', '/komando/diam']]]) {
			const p = await site.sign_in(role, { viewport, theme, lang });
			for (const path of paths) {
				await p.goto(site.url + path);
				await site.axe(p);
				await no_key(p);
				const wide = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.ok(wide <= 0, `${path} is wider than a ${viewport} by ${wide}`);
				await site.shot(p, `clock-${viewport}-${path.slice(1).replaceAll('/', '-')}`);
			}
			await p.context().close();
		}
	}
	const head = await signed_in(site, 'opd_head');
	for (const path of ['/kalender', '/eskalasi', '/kalender/bencana', '/komando/diam'])
		assert.equal((await head.get(path)).status, 403, path);
	assert.equal((await (await signed_in(site, 'admin')).get('/kalender/bencana')).status, 403);
});

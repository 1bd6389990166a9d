// run.mjs: run the tests of each file on a site of its own, and say TAP.
// usage: node run.mjs build/asan test_x.mjs...
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shots, sleep, start_site, tests } from './harness.mjs';

const [out, ...files] = process.argv.slice(2);
const only = process.env.ONLY;		// a part of a test's name
let count = 0, failures = 0;

function say(good, name, why) {
	console.log(`${good ? 'ok' : 'not ok'} ${++count} - ${name}`);
	if (!good) {
		failures++;
		console.log(String(why).split('\n').map(l => `# ${l}`).join('\n'));
	}
}

async function one(site, t, file) {
	const limit = sleep(t.limit ?? 400000).then(() => { throw new Error('took too long'); });
	limit.catch(() => {});
	try {
		await Promise.race([t.run({ site }), limit]);
		say(true, t.name);
	} catch (error) {
		say(false, t.name, error.stack);
		mkdirSync(shots, { recursive: true });
		for (const [i, page] of site.pages.entries()) {
			if (page.isClosed())
				continue;
			const name = join(shots, `failed-${basename(file, '.mjs')}-${count}-${i}.png`);
			await page.screenshot({ path: name, fullPage: true, timeout: 5000 }).catch(() => {});
			console.log(`# ${page.url()} is in ${name}`);
		}
	}
	await site.close_pages();
}

for (const file of files) {
	tests.length = 0;
	let site;
	try {
		const module = await import(pathToFileURL(resolve(file)));
		site = await start_site(resolve(out, 'bin'), module.options);
	} catch (error) {
		say(false, `${basename(file)} starts`, error.stack);
		continue;
	}
	for (const signal of ['SIGINT', 'SIGTERM'])
		process.once(signal, () => site.stop().finally(() => process.exit(1)));
	const before = failures;
	for (const t of tests)
		if (!only || t.name.includes(only))
			await one(site, t, file);
	const left = await site.stop();
	say(left.length === 0, 'nothing it started is left running', left.join('\n'));
	const dirty = site.log().match(/.*(ERROR: \w+Sanitizer|runtime error:|log_die)[\s\S]{0,3000}/);
	say(!dirty, 'no sanitizer had anything to say', dirty?.[0]);
	if (failures > before)
		console.log(site.log().split('\n').slice(-60).map(l => `#   ${l}`).join('\n'));
}
console.log(`1..${count}`);
process.exit(failures > 0 ? 1 : 0);

// test_smoke.mjs: nginx itself: headers, limits, pages of ours for its errors.
import { request } from 'node:http';
import { test, assert } from './harness.mjs';

const always = {
	'content-security-policy': /^default-src 'none';(?!.*unsafe)/,
	'x-content-type-options': /^nosniff$/,
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'permissions-policy': /camera=\(\)/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
};

function guarded(answer) {
	for (const [name, want] of Object.entries(always))
		assert.match(answer.headers.get(name) ?? '', want, name);
	assert.doesNotMatch(answer.headers.get('server') ?? '', /\d/, 'no version');
}

async function ours(answer, status) {
	assert.equal(answer.status, status);
	guarded(answer);
	assert.equal(answer.headers.get('cache-control'), 'no-store');
	const text = await answer.text();
	assert.match(text, /tel:112/);
	assert.ok(text.indexOf('112') < text.indexOf('<h1>'), '112 first');
	assert.match(text, /lang="en"/);
}

test('a style sheet comes with its headers and may be kept', async ({ site }) => {
	const plain = await fetch(`${site.url}/static/siaga.css`);
	assert.equal(plain.status, 200);
	guarded(plain);
	assert.match(plain.headers.get('content-type'), /^text\/css/);
	assert.equal(plain.headers.get('cache-control'), 'public, max-age=300');
	assert.equal(plain.headers.get('content-encoding'), 'gzip');
	const versioned = await fetch(`${site.url}/static/siaga.css?v=1`);
	assert.match(versioned.headers.get('cache-control'), /max-age=31536000, immutable/);
});

test('a file that is not there is a page of ours', async ({ site }) =>
	ours(await fetch(`${site.url}/static/nope.css`), 404));

test('a form sent to a file is refused by a page of ours', async ({ site }) =>
	ours(await fetch(`${site.url}/static/siaga.css`, { method: 'POST', body: 'a=b' }), 405));

test('a body over 64 KB is refused by a page of ours', async ({ site }) =>
	ours(await fetch(`${site.url}/lapor`, { method: 'POST', body: 'a'.repeat(70000),
		headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 413));

test('an address over 8 KB is refused by a page of ours', async ({ site }) =>
	ours(await fetch(`${site.url}/${'a'.repeat(9000)}`), 414));

test('a header over 8 KB is refused by a page of ours', async ({ site }) =>
	ours(await fetch(`${site.url}/`, { headers: { 'x-long': 'a'.repeat(9000) } }), 400));

test('nothing outside of static is served as a file', async ({ site }) => {
	for (const path of ['/static/../Makefile', '/static/%2e%2e/Makefile', '/static//../../Makefile', '/static/err/']) {
		const text = await new Promise((done, fail) =>
			request(`${site.url}/`, { path }, r => {
				let text = '';
				r.on('data', d => { text += d; }).on('end', () => done(text));
			}).on('error', fail).end());
		assert.doesNotMatch(text, /clearsilver-dev/, path);
	}
});

test('the pages for errors are as good as the others', async ({ site }) => {
	for (const code of [400, 403, 404, 405, 413, 414, 429, 500, 502, 503, 504])
		for (const [viewport, theme] of [['small', 'light'], ['desk', 'dark']]) {
			const page = await site.page({ viewport, theme });
			await page.goto(`${site.url}/static/err/${code}.html`);
			await site.axe(page);
			await page.context().close();
		}
});

test('the icon a browser asks for by itself is there', async ({ site }) => {
	const icon = await fetch(`${site.url}/favicon.ico`);
	assert.equal(icon.status, 200);
	assert.match(icon.headers.get('content-type'), /^image\/svg/);
});

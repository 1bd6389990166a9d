// sw.js: the service worker of the site.  Without a signal it shows the last page of
// a crew and the files that page needs, and of no other page anything.  It sends
// steps that wait when the signal is back, even where no page is open.
importScripts('/static/field-queue.js', '/static/sw-push.js');

const field = self.siaga_field, FILES = 'siaga-berkas', PATIENCE = 4000;
const files = ['/static/field.css', '/static/field.js', '/static/field-queue.js', '/static/live.js', '/static/favicon.svg'];
// A page out of the cache has what a page of the server has.
const guard = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store',
	'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" };

self.addEventListener('install', e => {
	self.skipWaiting();
	e.waitUntil(caches.open(FILES).then(c => c.addAll(files)));
});
self.addEventListener('activate', e => e.waitUntil(self.clients.claim()));

// What the network says or, where it says nothing in time, what was kept.
async function first(request, kept, take) {
	const asked = fetch(request).then(async r => { await take(r); return r; });
	if (!kept)
		return asked;
	asked.catch(() => {});
	try {
		const r = await Promise.race([asked, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error('late')))]);
		return r.status >= 500 ? kept : r;
	} catch {
		return kept;
	}
}

async function page(request) {
	const kept = await (await caches.open(field.PAGE)).match('/lapangan');
	return first(request, kept && new Response(await kept.text(), { headers: guard }), async r => {
		if (r.type === 'opaqueredirect' || r.status === 403)
			await caches.delete(field.PAGE);	// nobody is signed in any more
		else if (r.ok)
			await field.keep(await r.clone().text());
	});
}

async function file(request) {
	const c = await caches.open(FILES);
	return first(request, await c.match(request), async r => { if (r.ok) await c.put(request, r.clone()); });
}

self.addEventListener('fetch', e => {
	const q = e.request, u = new URL(q.url);
	if (u.origin !== location.origin)
		return;
	if (q.method === 'POST' && (u.pathname === '/keluar' || u.pathname === '/ganti'))
		e.waitUntil(field.leave());
	else if (q.method === 'GET' && u.pathname === '/lapangan' && u.search === '' && q.mode === 'navigate')
		e.respondWith(page(q));
	else if (q.method === 'GET' && files.includes(u.pathname) && u.search === '')
		e.respondWith(file(q));
});

// Background Sync, where there is one.
self.addEventListener('sync', e => {
	if (e.tag !== field.PAGE)
		return;
	e.waitUntil(field.flush().then(async r => {
		for (const c of await self.clients.matchAll())
			c.postMessage(field.PAGE);
		if (r.state === 'away')
			throw new Error('still no signal');	// it asks again later
	}));
});

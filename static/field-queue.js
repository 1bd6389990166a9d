// field-queue.js: steps that wait on this phone until the server has them; for the
// page of a crew, and for its service worker.
//
// A step lies in IndexedDB from the press of its button until the server's answer:
// killing the page, the browser or the phone in between loses nothing.  Its token
// lets it in once, however often it is sent.
(self => {
'use strict';
const PAGE = 'siaga-lapangan', AWAY = 20000, LONG = 120000;
let opened, busy = null;

const open = () => opened ??= new Promise((done, fail) => {
	const r = indexedDB.open(PAGE, 1);
	r.onupgradeneeded = () => {
		r.result.createObjectStore('step', { keyPath: 'seq', autoIncrement: true });
		r.result.createObjectStore('who');
	};
	r.onsuccess = () => done(r.result);
	r.onerror = () => { opened = null; fail(r.error); };
});

// One request; done when it is on the disk.
async function ask(store, mode, act) {
	const t = (await open()).transaction(store, mode), r = act(t.objectStore(store));
	return new Promise((done, fail) => {
		t.oncomplete = () => done(r.result);
		t.onerror = t.onabort = () => fail(t.error);
	});
}

const steps = () => ask('step', 'readonly', s => s.getAll());
// Only what is still there: a step that was sent meanwhile does not come back.
const mend = async (seq, more) => ask('step', 'readwrite', s => {
	const r = s.get(seq);
	r.onsuccess = () => r.result && s.put({ ...r.result, ...more });
	return r;
});
const drop = seq => ask('step', 'readwrite', s => s.delete(seq));
const who = () => ask('who', 'readonly', s => s.get('me'));
const enter = (account, csrf) => ask('who', 'readwrite', s => s.put({ account, csrf }, 'me'));

// A step of now: what is pressed, when, under which name it is known from here on.
const add = step => {
	const bytes = crypto.getRandomValues(new Uint8Array(18));
	return ask('step', 'readwrite', s => s.add({ ...step, state: 'wait', pressed: Date.now(),
		token: btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_') }));
};

// { kind: ok | told | door | stale | away }: told is an answer that a person must read.
async function send(step, csrf) {
	const f = new FormData();
	const all = { csrf, token: step.token, langkah: step.value, catatan: step.note ?? '', alasan: step.reason ?? '',
		jawab: 'json', perangkat: step.pressed, lintang: step.lat ?? '', bujur: step.lon ?? '', akurasi: step.accuracy ?? '' };
	for (const name in all)
		f.set(name, all[name]);
	if (step.photo)
		f.set('foto', new Blob([step.photo], { type: 'image/jpeg' }), 'foto.jpg');
	f.set('kirim', Date.now());
	const r = await fetch(step.photo ? '/lapangan/foto' : '/lapangan/langkah', { method: 'POST', redirect: 'manual',
		body: step.photo ? f : new URLSearchParams(f), signal: AbortSignal.timeout?.(step.photo ? LONG : AWAY) });
	if (r.type === 'opaqueredirect')
		return { kind: 'door' };
	if (r.status === 403)
		return { kind: 'stale' };
	if (r.status >= 500 || r.status === 429)
		return { kind: 'away' };
	const answer = /json/.test(r.headers.get('content-type')) ? await r.json() : {};
	return { kind: answer.outcome === 'done' ? 'ok' : 'told', text: answer.text, status: r.status };
}

// Signed in anew, perhaps: the page says who, and under which key.  False: nobody, or another.
async function renew(me) {
	const r = await fetch('/lapangan/versi', { redirect: 'manual' }), text = r.ok ? await r.text() : '';
	if (r.type === 'opaqueredirect')
		await caches.delete(PAGE);	// nobody is signed in: the page is for nobody
	const csrf = text.match(/name="csrf" value="([^"]+)"/)?.[1], account = text.match(/data-account="(\d+)"/)?.[1];
	if (!csrf || account !== me.account || csrf === me.csrf)
		return false;
	me.csrf = csrf;
	await enter(account, csrf);
	return true;
}

async function run() {
	const me = await who();
	for (let sent = 0, renewed = false;; sent++) {
		const step = (await steps()).find(s => s.state === 'wait' && s.account === me?.account);
		let r;
		if (!step)
			return { state: 'ok', sent };
		try {
			r = await send(step, me.csrf);
			if (/door|stale/.test(r.kind) && !renewed && (renewed = true) && await renew(me))
				r = await send(step, me.csrf);
		} catch {
			r = { kind: 'away' };
		}
		if (r.kind === 'ok')
			await drop(step.seq);
		else if (r.kind === 'told')
			await mend(step.seq, { state: 'told', text: r.text, status: r.status });
		else
			return { state: r.kind === 'away' ? 'away' : 'door', sent };
	}
}

// In their order, and by one of the pages and the worker at a time; the token is for all else.
const flush = () => busy ??= (navigator.locks ? navigator.locks.request(PAGE, run) : run()).finally(() => { busy = null; });

// The page as it came, for when there is no signal.
const keep = async html => (await caches.open(PAGE)).put('/lapangan', new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));

// At the end of a session: the page goes; steps that are not sent stay.
async function leave() {
	await caches.delete(PAGE);
	if ((await steps()).length === 0)
		await ask('who', 'readwrite', s => s.clear());
}

self.siaga_field = { PAGE, steps, add, mend, drop, enter, flush, keep, leave };
})(self);

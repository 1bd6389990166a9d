// The wallboard: hears of changes, or looks every 3 s; counts on by itself, and says how old its data is.
(() => {
'use strict';
const d = document;
const two = n => String(n).padStart(2, '0');
let etag = '', seen = Date.now(), loaded = Date.now(), gone = false;
let told = 0, asked = 0, later = 0;		// by the line; the server; when a load is put off
let zero = Date.now() - 1000 * Number(d.getElementById('dinding').dataset.second);

async function load() {
	const r = await fetch(location.href, { cache: 'no-store' });
	if (!r.ok || r.redirected) { gone = r.redirected; return; }
	const page = new DOMParser().parseFromString(await r.text(), 'text/html');
	const fresh = page.getElementById('dinding'), wall = d.getElementById('dinding');
	if (!fresh) return;
	wall.replaceWith(fresh);
	zero = Date.now() - 1000 * Number(fresh.dataset.second);
	seen = loaded = Date.now();
	tick();
}

// Whoever is told often loads once a second.
function soon() {
	const wait = Math.max(0, loaded + 1000 - Date.now());
	later ||= setTimeout(() => { later = 0; load().catch(() => {}); }, wait);
}

function news(e) {
	told = Date.now();
	if (e.detail === d.getElementById('dinding').dataset.pulse)
		seen = told;
	else
		soon();
}

// While the line lives there is little to ask.
const is_told = now => now - told < 12000 && now - asked < 30000 && now - loaded < 30000;

async function look() {
	if (is_told(Date.now())) return;
	asked = Date.now();
	try {
		const r = await fetch('/komando/versi', { cache: 'no-store',
			headers: etag ? { 'If-None-Match': etag } : {} });
		if (r.redirected) { gone = true; return; }
		if (r.status !== 304 && !r.ok) return;
		seen = Date.now();
		const wall = d.getElementById('dinding');
		const now = r.status === 304 ? wall.dataset.pulse : (await r.text()).trim();
		etag = r.headers.get('ETag') || etag;
		if (now !== wall.dataset.pulse || Date.now() - loaded > 30000)
			await load();
	} catch { /* said by the age of the data */ }
}

// Seconds go on without the server; what is said is when it last answered.
function tick() {
	const wall = d.getElementById('dinding'), live = d.getElementById('langsung');
	const clock = d.getElementById('jam'), age = Math.round((Date.now() - seen) / 1000);
	const second = Math.floor((Date.now() - zero) / 1000) % 86400;
	const mark = clock.textContent.includes(':') ? ':' : '.';
	clock.textContent = two(second / 3600 | 0) + mark + two((second / 60 | 0) % 60);
	const lost = gone || age > 15;
	clock.classList.toggle('red', lost);
	live.classList.toggle('off', lost);
	const words = gone ? wall.dataset.gone :
		(lost ? wall.dataset.lost : wall.dataset.ok).replace('{0}', age);
	const said = live.querySelector('span');
	if (said.textContent !== words)
		said.textContent = words;
	for (const e of wall.querySelectorAll('[data-up-s]')) {
		const s = Number(e.dataset.upS) + Math.round((Date.now() - loaded) / 1000);
		e.textContent = s >= 3600 ? e.textContent : (s / 60 | 0) + ':' + two(s % 60);
	}
}

d.addEventListener('live:pulse', news);
d.addEventListener('live:beat', news);
d.addEventListener('live:end', () => { told = 0; look(); });
setInterval(tick, 1000);
setInterval(look, 3000);
})();

// A ticket's page: says that its agency has opened it, quick phrases, Ctrl+Enter, fresh news.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];

// Opening is no GET that changes anything: the script posts it, once.
const seen = $('#lihat');
if (seen)
	fetch(seen.action, { method: 'POST', body: new URLSearchParams(new FormData(seen)) }).catch(() => {});

const words = $('#f-catatan'), phrases = $('#frasa');
if (words && phrases) {
	phrases.hidden = false;
	for (const b of $$('button', phrases))
		b.addEventListener('click', () => {
			words.value = (words.value.trimEnd() + ' ' + b.textContent).trim();
			words.focus();
		});
	words.addEventListener('keydown', e => {
		if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && words.value.trim())
			words.form.requestSubmit();
	});
}

// What others do shows up by itself; what somebody is in, and the form, stay as they are.
let pulse = null, etag = '';
async function look() {
	try {
		const r = await fetch('/tugas/versi', { cache: 'no-store',
			headers: etag ? { 'If-None-Match': etag } : {} });
		if (r.redirected || r.status === 403) { clearInterval(timer); return; }
		if (r.status === 304 || !r.ok) return;
		etag = r.headers.get('ETag') || '';
		const now = await r.text(), first = pulse === null;
		pulse = now;
		if (first) return;
		const q = await fetch(location.href, { cache: 'no-store' });
		if (!q.ok || q.redirected) return;
		const page = new DOMParser().parseFromString(await q.text(), 'text/html');
		for (const old of $$('[data-live]')) {
			const fresh = page.getElementById(old.id);
			if (fresh && !old.contains(d.activeElement) && !$('details[open]', old))
				old.innerHTML = fresh.innerHTML;
		}
	} catch { /* the next look may do */ }
}
// Told by the line, or by looking; while the line lives, looking can wait.
let told = 0, asked = 0;
const timer = setInterval(() => {
	if (Date.now() - told < 12000 && Date.now() - asked < 30000) return;
	asked = Date.now();
	look();
}, 3000);
d.addEventListener('live:beat', () => { told = Date.now(); });
d.addEventListener('live:pulse', () => { told = Date.now(); look(); });

// A menu of steps closes where one clicks elsewhere or presses Escape.
d.addEventListener('click', e => $$('details.more[open]').forEach(m => { if (!m.contains(e.target)) m.open = false; }));
d.addEventListener('keydown', e => {
	const m = e.key === 'Escape' && $('details.more[open]');
	if (m) { m.open = false; $('summary', m).focus(); }
});
})();

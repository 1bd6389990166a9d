// A ticket's page: says that its agency has opened it, quick phrases, keys, fresh news.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];

// Opening is no GET that changes anything: the script posts it, once.
const seen = $('#lihat');
if (seen)
	fetch(seen.action, { method: 'POST', body: new URLSearchParams(new FormData(seen)) }).catch(() => {});

const words = $('#f-catatan'), phrases = $('#frasa');
const is_public = () => Boolean($('#pembaca-2') && $('#pembaca-2').checked);
if (words && phrases) {
	// What may be said to a reporter is not what is said among ourselves.
	const sift = () => {
		let n = 0;
		for (const b of $$('button', phrases))
			n += !(b.hidden = Boolean($('#pembaca-2')) && b.hasAttribute('data-public') !== is_public());
		phrases.hidden = n === 0;
	};
	for (const b of $$('button', phrases))
		b.addEventListener('click', () => {
			words.value = (words.value.trimEnd() + ' ' + b.textContent).trim();
			words.focus();
		});
	for (const r of $$('[name=pembaca]'))
		r.addEventListener('change', sift);
	sift();
	words.addEventListener('keydown', e => {
		if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && words.value.trim())
			words.form.requestSubmit();
	});
}

// --- keys: never while typing, and they can be switched off ------------------------------

const keys = $('#tombol'), on = $('#pintasan');
const keep = { get: () => { try { return localStorage.getItem('pintasan'); } catch { return null; } },
	set: v => { try { localStorage.setItem('pintasan', v); } catch { /* a private window */ } } };
const hint = () => $$('kbd[hidden], kbd[data-hint]').forEach(k => { k.dataset.hint = ''; k.hidden = !on.checked; });
if (keys) {
	keys.hidden = false;
	on.checked = keep.get() !== 'mati';
	on.addEventListener('change', () => { keep.set(on.checked ? 'hidup' : 'mati'); hint(); });
	hint();
	d.addEventListener('keydown', e => {
		if (!on.checked || e.ctrlKey || e.metaKey || e.altKey || e.repeat ||
		    /INPUT|SELECT|TEXTAREA/.test(e.target.tagName) && e.target.type !== 'checkbox') return;
		const key = e.key.toUpperCase();
		const to = key === 'N' ? words : $$(`[data-key="${/^[RGS]$/.test(key) ? key : '-'}"]`)[0];
		if (!to) return;
		e.preventDefault();
		const more = to.closest('details.more');
		if (more) more.open = true;
		to.focus();
		if (to !== words) to.click();
	});
}

// Seconds until a sentence to the reporter goes.
setInterval(() => {
	for (const s of $$('[data-left]')) {
		const left = Math.max(0, Number(s.dataset.left) - 1);
		s.dataset.left = s.textContent = left;
		if (left === 0) { s.removeAttribute('data-left'); look(true); }
	}
}, 1000);

// What others do shows up by itself; what somebody is in, and the form, stay as they are.
let pulse = null, etag = '';
async function look(anyway = false) {
	try {
		const r = await fetch('/tugas/versi', { cache: 'no-store',
			headers: etag ? { 'If-None-Match': etag } : {} });
		if (r.redirected || r.status === 403) { clearInterval(timer); return; }
		if (r.status === 304 ? !anyway : !r.ok) return;
		const first = pulse === null;
		if (r.status !== 304) {
			etag = r.headers.get('ETag') || etag;
			pulse = await r.text();
		}
		if (first && !anyway) return;
		const q = await fetch(location.href, { cache: 'no-store' });
		if (!q.ok || q.redirected) return;
		const page = new DOMParser().parseFromString(await q.text(), 'text/html');
		for (const old of $$('[data-live]')) {
			const fresh = page.getElementById(old.id);
			if (fresh && !old.contains(d.activeElement) && !$('details[open]', old))
				old.innerHTML = fresh.innerHTML;
		}
		if (keys) hint();
	} catch { /* the next look may do */ }
}
// Told by the line, or by looking; while the line lives, looking can wait.
let told = 0, asked = 0;
const timer = setInterval(() => {
	if (!$('[data-live]')) return;
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

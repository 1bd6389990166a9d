// The worklist: hears of changes, or looks every 3 s; never moves the row somebody is on; keys.
// What is ticked is in work-pick.js, what sounds in work-sound.js: they hear "list:drawn".
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
const list = $('#daftar'), live = $('#langsung'), title = d.title;
const keep = { get: k => { try { return localStorage.getItem(k); } catch { return null; } },
	set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a private window */ } } };
let etag = '', seen = Date.now(), loaded = Date.now(), gone = false, waiting = null;
let told = 0, asked = 0, later = 0, cost = 0;	// by the line; the server; when a load is put off; what the last took, ms

// --- what has changed -----------------------------------------------------------

const rows = root => $$('tbody tr', root);
const ids = root => rows(root).map(r => r.id);
const held = () => d.activeElement && d.activeElement.closest && d.activeElement.closest('#daftar tbody tr');
const ticked = () => $('#daftar tbody .pk:checked');	// what is ticked stays where it is, too

// Cell by cell, and not the cell somebody is in.
function patch(row, fresh) {
	row.className = fresh.className + (row.classList.contains('sel') ? ' sel' : '');
	[...row.cells].forEach((cell, i) => {
		if (!cell.contains(d.activeElement) && cell.outerHTML !== fresh.cells[i].outerHTML)
			cell.replaceWith(fresh.cells[i].cloneNode(true));
	});
}

// With a row held: others change in place, and the order waits for a press.
function merge(page) {
	const before = ids(d), after = ids(page), at = new Map(rows(page).map(r => [r.id, r]));
	let moved = after.filter(id => !before.includes(id)).length;
	for (const row of rows(d))
		if (at.has(row.id))
			patch(row, at.get(row.id));
		else
			moved++;
	if (!moved && before.join() !== after.join())
		moved = 1;
	waiting = moved ? page : null;
	const bar = $('#baru'), words = $('#baru span');
	bar.hidden = !moved;
	words.textContent = words.dataset.changes.replace('{0}', moved);
}

function swap(page) {
	const row = held(), id = row && row.id, sel = $('#daftar tr.sel');
	waiting = null;
	$('#baru').hidden = true;
	list.replaceChildren(...page.getElementById('daftar').childNodes);
	const again = d.getElementById(id || (sel && sel.id) || '');
	if (again && (row || sel)) {
		again.classList.add('sel');
		if (row)
			$('.id a', again).focus({ preventScroll: true });
	}
}

function region(page, id) {
	const old = d.getElementById(id), fresh = page.getElementById(id);
	if (old && fresh && !old.contains(d.activeElement) && old.innerHTML !== fresh.innerHTML)
		old.innerHTML = fresh.innerHTML;
}

// What grows above it does not push away the row somebody is on.
function steady(change) {
	const row = held(), top = row && row.getBoundingClientRect().top;
	change();
	const now = held();
	if (now && now === row && now.getBoundingClientRect().top !== top)
		scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' });
}

function draw(page, fresh) {
	region(page, 'siaga');
	region(page, 'keping');
	d.title = ($('[data-urgent]') ? '(!) ' : '') + (page.title || title);
	if ((held() || ticked()) && ids(d).join() !== ids(page).join())
		merge(page);
	else if (held() || ticked())
		rows(page).forEach((r, i) => patch(rows(d)[i], r));
	else
		swap(page);
	list.dataset.pulse = fresh.dataset.pulse;
	list.dataset.sound = fresh.dataset.sound;
}

function take(page) {
	const fresh = page.getElementById('daftar');
	if (!fresh)
		return;
	steady(() => draw(page, fresh));
	loaded = Date.now();
	count();
	d.dispatchEvent(new CustomEvent('list:drawn'));
}

async function load() {
	const from = Date.now();
	const r = await fetch(location.pathname === '/tugas' ? location.href : '/tugas', { cache: 'no-store' });
	if (r.redirected) { gone = true; return; }
	if (!r.ok) return;
	take(new DOMParser().parseFromString(await r.text(), 'text/html'));
	seen = Date.now();
	cost = seen - from;
}

// Whoever is told often rests in between, the longer the more a load takes: where
// the server is busy all screens ask more seldom by themselves.
function soon() {
	const rest = d.hidden ? 1000 : Math.min(3000, Math.max(150, 6 * cost));
	const wait = Math.max(0, loaded + rest - Date.now());
	later ||= setTimeout(() => { later = 0; load().catch(() => {}); }, wait);
}

function news(e) {
	told = Date.now();
	if (e.detail === list.dataset.pulse)
		seen = told;
	else
		soon();
}

// While the line lives there is little to ask.
const is_told = now => now - told < 12000 && now - asked < 30000 && now - loaded < 60000;

async function look() {
	if (gone || d.hidden && Date.now() - seen < 12000 || is_told(Date.now())) return;
	asked = Date.now();
	try {
		const r = await fetch('/tugas/versi', { cache: 'no-store',
			headers: etag ? { 'If-None-Match': etag } : {} });
		if (r.redirected) { gone = true; return; }
		if (r.status !== 304 && !r.ok) return;
		seen = Date.now();
		const now = r.status === 304 ? list.dataset.pulse : (await r.text()).trim();
		etag = r.headers.get('ETag') || etag;
		if (now !== list.dataset.pulse || Date.now() - loaded > 60000)
			await load();
	} catch { /* said by the age of the data */ }
}

// --- time ---------------------------------------------------------------------------

// Minutes and seconds go on here; data-l is what was left when the page was made.
function count() {
	const passed = Math.round((Date.now() - loaded) / 1000), late = list.dataset.late;
	for (const e of $$('[data-l]')) {
		const left = Number(e.dataset.l) - passed, word = $('span', e);
		if (Math.abs(left) >= 3600 || !word) continue;
		const s = Math.abs(left), text = (s / 60 | 0) + ':' + String(s % 60).padStart(2, '0');
		if (left > 0)
			word.textContent = word.textContent.replace(/\d+:\d\d$/, text);
		else {
			word.textContent = late.replace('{0}', text);
			e.classList.remove('w');
			e.classList.add('x');
		}
	}
}

function tick() {
	const age = Math.round((Date.now() - seen) / 1000), lost = gone || age > 15;
	const words = gone ? live.dataset.gone : (lost ? live.dataset.lost : live.dataset.ok).replace('{0}', age);
	live.classList.toggle('off', lost);
	$('span', live).textContent = words;
	count();
}

// --- keys: never while typing, and they can be switched off ------------------------------

const keys = $('#tombol'), on = $('#pintasan');
keys.hidden = false;
on.checked = keep.get('pintasan') !== 'mati';
on.addEventListener('change', () => keep.set('pintasan', on.checked ? 'hidup' : 'mati'));

// Above the first row is what is urgent: there Enter accepts.
function go(step) {
	const all = rows(d), now = all.findIndex(r => r.classList.contains('sel')), bar = $('.alertbar');
	if (bar && now === 0 && step < 0 && held()) { bar.focus(); return; }
	const to = all[Math.min(all.length - 1, Math.max(0, now < 0 ? 0 : bar && bar.contains(d.activeElement) ? 0 : now + step))];
	if (!to) return;
	all.forEach(r => r.classList.toggle('sel', r === to));
	$('.id a', to).focus();
	to.scrollIntoView({ block: 'nearest' });
}

const here = () => held() || $('#daftar tr.sel');
// Which form a key means for this row the server knows: units, back, done.
const form_of = key => () => { const row = here(); if (row) location.assign(`/tugas/baris/${row.id.slice(1)}?kunci=${key}${location.search.replace('?', '&')}`); };

const acts = {
	j: () => go(1),
	k: () => go(-1),
	t: () => { const row = here(), b = row && $('.act .btn', row); if (b) b.click(); },
	g: form_of('g'), b: form_of('b'), s: form_of('s'),
	x: () => { const row = here(), box = row && $('.pk', row); if (box) box.click(); },
	'/': () => $('#nomor').focus(),
	'?': () => { keys.focus(); keys.scrollIntoView({ block: 'nearest' }); },
};
d.addEventListener('keydown', e => {
	if (e.key === 'Enter' && e.target.matches('.alertbar, #daftar tbody .pk')) {
		const b = $('button', e.target) || $('.id a', e.target.closest('tr'));
		e.preventDefault();
		if (b) b.click();
		return;
	}
	const act = acts[e.key.toLowerCase()];
	if (!act || !on.checked || e.ctrlKey || e.metaKey || e.altKey || e.isComposing ||
	    /INPUT|SELECT|TEXTAREA/.test(e.target.tagName) && e.target.type !== 'checkbox') return;
	e.preventDefault();
	act();
});
d.addEventListener('focusin', () => {
	const row = held();
	if (row) rows(d).forEach(r => r.classList.toggle('sel', r === row));
});
d.addEventListener('focusout', () => setTimeout(() => { if (waiting && !held() && !ticked()) { swap(waiting); d.dispatchEvent(new CustomEvent('list:drawn')); } }, 0));
$('#baru button').addEventListener('click', () => { if (waiting) { swap(waiting); d.dispatchEvent(new CustomEvent('list:drawn')); } });

d.addEventListener('live:pulse', news);
d.addEventListener('live:beat', news);
d.addEventListener('live:end', () => { told = 0; look(); });
setInterval(tick, 1000);
setInterval(look, 3000);
})();

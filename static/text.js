// text.js: comforts of the written emergency.  All of it works without.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s);

// --- nothing that was typed is lost, whatever the network answers --------------

const keep = { get: k => { try { return sessionStorage.getItem(k); } catch { return null; } },
	set: (k, v) => { try { v ? sessionStorage.setItem(k, v) : sessionStorage.removeItem(k); } catch { /* a private window */ } } };
const form = $('form[data-text-keep]'), box = form && $('textarea', form), name = form && `siaga-${form.action}`;
if (box) {
	if (!box.value && keep.get(name))
		box.value = keep.get(name);
	form.addEventListener('input', () => keep.set(name, box.value));
}

// --- the conversation: answers come by themselves ------------------------------

const log = $('#talk');
if (!log) {
	if (!form)
		return;
	form.addEventListener('submit', () => keep.set('siaga-sent', name));
	return;
}
const sent = keep.get('siaga-sent');
if (sent) {
	keep.set(sent, '');
	keep.set('siaga-sent', '');
}

const said = $('#talk-said'), state = () => $('#talk-state', log);
let timer = 0;

async function look() {
	clearTimeout(timer);
	try {
		const a = await fetch('/darurat/percakapan/baris', { redirect: 'manual', cache: 'no-store',
			headers: { 'If-None-Match': `"${state().dataset.version}"` }, signal: AbortSignal.timeout(8000) });
		if (a.status === 200) {
			const fresh = new DOMParser().parseFromString(await a.text(), 'text/html').body;
			if (state().dataset.version !== $('#talk-state', fresh).dataset.version) {
				log.replaceChildren(...fresh.childNodes);
				$('.talk li:last-child', log)?.scrollIntoView({ block: 'nearest' });
			}
			if (state().dataset.over && form)
				form.hidden = true;
		}
		if (said && a.status < 400)
			said.textContent = '';
	} catch {
		if (said)
			said.textContent = form.dataset.lost;
	}
	if (!state().dataset.over)
		timer = setTimeout(look, d.hidden ? 15000 : 3000);
}

d.addEventListener('visibilitychange', () => d.hidden || look());
timer = setTimeout(look, 3000);

// Typed and pressed on this very page: it looks by itself, and stays.
if (form) {
	$('#talk-box').hidden = false;
	d.querySelectorAll('[data-watch]').forEach(e => e.remove());
}
if (form)
	form.addEventListener('submit', async e => {
		e.preventDefault();
		const body = new URLSearchParams(new FormData(form));
		if (e.submitter?.name)
			body.set(e.submitter.name, e.submitter.value);
		const buttons = [...form.querySelectorAll('button')];
		if (!e.submitter?.name && box && !box.value.trim()) {
			box.focus();
			return;
		}
		buttons.forEach(b => { b.setAttribute('aria-disabled', 'true'); });
		try {
			const a = await fetch(form.action, { method: 'POST', redirect: 'manual', body, signal: AbortSignal.timeout(15000) });
			if (a.type !== 'opaqueredirect' && a.status !== 200)
				throw new Error(a.status);
			if (box && !e.submitter?.name) {
				box.value = '';
				keep.set(name, '');
			}
			await fresh_token();
			await look();
		} catch {
			said.textContent = form.dataset.lost;
		}
		buttons.forEach(b => { b.removeAttribute('aria-disabled'); });
	});

// A token is good for one line.
async function fresh_token() {
	const a = await fetch('/darurat/percakapan?tulis=1', { cache: 'no-store' });
	const page = new DOMParser().parseFromString(await a.text(), 'text/html');
	const token = $('#talk-form [name=token]', page);
	if (token)
		form.elements.token.value = token.value;
}
})();

// call.js: the call desk with the keyboard alone.  The page works without this
// file: then a button shows the card and the server weighs everything, as it
// does again in any case when the call is sent.
import { load } from './call-words.js';
import { $, $$, at, form, say, area, current, is_done, load_card, next_question, on_change, piece,
	rows, to_question, weigh } from './call-card.js';
import { ask_link, hand_over } from './call-place.js';

const d = document;

at('show').hidden = true;
at('keys-open').hidden = false;

// --- the timer ------------------------------------------------------------------

// A call begins with the first key; until then the desk is ready for one.
const rang = form.elements.rang, timer = at('timer'), state = at('call-state');
const opened = performance.now(), first = Number(rang.value), from = Number(timer.dataset.from);
let began = rang.dataset.begun ? opened - from * 1000 : null;

function show_timer() {
	const s = began === null ? 0 : Math.floor((performance.now() - began) / 1000);
	timer.textContent = [Math.floor(s / 60), s % 60].map(n => String(n).padStart(2, '0')).join(':');
	state.textContent = began === null ? state.dataset.ready : state.dataset.active;
	form.classList.toggle('idle', began === null);
}

function begin() {
	if (began !== null)
		return;
	began = performance.now();
	rang.value = Math.round(first + (began - opened));
	show_timer();
}

form.addEventListener('input', begin);
setInterval(show_timer, 1000);
show_timer();

// --- incidents near, the number's past ---------------------------------------------

let near_for = null, past_for = at('f-phone').value.trim();

async function load_near() {
	const q = new URLSearchParams({ kategori: current(), area: area(), koordinat: at('f-coords').value.trim() });
	if (String(q) === near_for)
		return;
	near_for = String(q);
	const html = await piece(`/panggilan/mirip?${q}`);
	if (html !== null && near_for === String(q))
		at('near').innerHTML = html;
}

// A number is never in an address: this one is posted.
async function load_past() {
	const phone = at('f-phone').value.trim();
	at('nb').textContent = phone;
	if (phone === past_for || (phone !== '' && phone.replace(/\D/g, '').length < 5))
		return;
	past_for = phone;
	const body = new URLSearchParams({ csrf: form.elements.csrf.value, phone });
	const html = await piece('/panggilan/riwayat', { method: 'POST', body });
	if (html !== null && past_for === phone)
		at('past').innerHTML = html;
}

on_change.add(load_near);

// What others take down meanwhile; not under the hands of somebody who chooses there.
let pulse = null, later = 0;
d.addEventListener('live:pulse', e => {
	const news = pulse !== null && pulse !== e.detail;
	pulse = e.detail;
	if (news && near_for !== null)
		later ||= setTimeout(() => {
			later = 0;
			if (!at('near').contains(d.activeElement)) {
				near_for = null;
				load_near();
			}
		}, 1000);
});
at('f-village').addEventListener('change', () => {
	at('f-area')?.closest('.field').remove();
	if (current())
		load_card();
	load_near();
});
at('f-coords').addEventListener('change', load_near);
at('f-phone').addEventListener('change', load_past);

// --- dialogs ------------------------------------------------------------------------------

const sure = at('sure');
let asked = null, agreed = null;	// the button it is asked about; the one that may go on

async function open_card(code) {
	const html = await piece(`/panggilan/sop/${code}`);
	if (html === null)
		return;
	const got = new DOMParser().parseFromString(html, 'text/html');
	at('card-h').textContent = $('h1', got).textContent;
	at('card-in').replaceChildren(...$('#piece', got).childNodes);
	at('card').showModal();
}

at('sop').addEventListener('click', e => {
	const a = e.target.closest('a[data-card]');
	if (!a)
		return;
	e.preventDefault();
	open_card(a.dataset.card);
});
at('keys-open').addEventListener('click', () => at('keys').showModal());

const has_report = () => current() !== '' || rows().some(is_done) ||
	['f-type', 'f-place', 'f-village', 'f-landmark', 'f-detail'].some(id => at(id).value.trim() !== '');

// One key closes a call that is none; a report that was begun is asked about first.
$$('.disp button').forEach(b => b.addEventListener('click', e => {
	if (agreed === b || !has_report())
		return;
	e.preventDefault();
	asked = b;
	at('sure-what').textContent = b.firstChild.textContent.trim();
	sure.returnValue = '';
	if (!sure.open)
		sure.showModal();
	at('sure-yes').focus();
}));

// The event comes after the dialog is gone: by then it may be open once more.
sure.addEventListener('close', () => {
	if (sure.open)
		return;
	if (sure.returnValue === 'yes') {
		agreed = asked;
		asked.click();
		agreed = null;
	} else {
		asked.focus();
	}
});

// --- keys -------------------------------------------------------------------------------------

const sent = at('sent');
if (sent) {
	at('sent-close').hidden = false;
	at('sent-close').addEventListener('click', () => { sent.remove(); at('f-type').focus(); });
}

function go(id) {
	at(id).focus();
	at(id).select?.();
}

const joins = () => $$('#near [data-join]');
const plain = {
	F2: () => go('f-type'),
	F4: () => go('f-place'),
	F8: () => next_question(d.activeElement.closest('#sop li')),
	F9: () => $('#agencies input:not([type=hidden])')?.focus(),
};
const with_alt = {
	KeyN: () => go('f-phone'),
	KeyR: () => at('f-detail').focus(),
	KeyB: () => { at('f-back')?.focus(); at('f-back')?.click(); },
	KeyG: () => joins()[0]?.click(),
	KeyL: () => ask_link(),
	KeyO: () => hand_over(),
	Slash: () => at('keys').showModal(),
};
const with_ctrl = { Enter: () => at('send').click(), NumpadEnter: () => at('send').click(), KeyS: () => at('keep').click() };

function key_of(e) {
	if (e.ctrlKey && !e.altKey && !e.shiftKey)
		return with_ctrl[e.code];
	if (e.altKey && !e.ctrlKey) {
		if (/^Digit[1-5]$/.test(e.code))
			return () => joins()[e.code.at(-1) - 1]?.click();
		const button = $(`.disp [data-k="${e.code}"]`);
		return button ? () => button.click() : with_alt[e.code];
	}
	return e.ctrlKey || e.shiftKey || e.metaKey ? undefined : plain[e.code];
}

d.addEventListener('keydown', e => {
	if ($('dialog[open]'))
		return;
	const run = key_of(e);
	if (run) {
		e.preventDefault();
		run();
	} else if (e.key === 'Escape' && sent?.isConnected) {
		sent.remove();
	}
});

// The number beside an answer gives it; where the answers are numbers, what the
// caller says is the key ("tiga orang": 3).  Backspace takes an answer back.
function answer_of(li, key) {
	if (!li.dataset.count)
		return Number(key) - 1;
	return key === '0' ? 0 : key === '1' ? 1 : key < '5' ? 2 : 3;
}

at('sop').addEventListener('keydown', e => {
	const li = e.target.closest('li');
	if (!li || e.ctrlKey || e.altKey || e.metaKey || !/^(\d|Backspace)$/.test(e.key) || e.target.matches('.txt'))
		return;
	e.preventDefault();
	const radios = $$('input[type=radio]', li), back = e.key === 'Backspace';
	const to = back ? null : radios[answer_of(li, e.key)];
	if (!back && !to)
		return;
	radios.forEach(r => { r.checked = r === to; });
	begin();
	weigh(li);
	if (to)
		next_question(li);
});

// Enter goes on to what is asked next; only Ctrl+Enter sends.
const order = ['f-type', 'f-place', 'f-village', 'f-landmark'];
form.addEventListener('keydown', e => {
	if (e.key !== 'Enter' || e.ctrlKey || e.defaultPrevented || !e.target.matches('input'))
		return;
	e.preventDefault();
	const li = e.target.closest('#sop li'), next = order[order.indexOf(e.target.id) + 1];
	if (li)
		next_question(li);
	else if (order.includes(e.target.id) && next)
		go(next);
	else if (order.includes(e.target.id))
		to_question(rows().find(q => !is_done(q)));
});

// Before the words are here: whoever types already stays where they are.
if (!$('.errsum') && d.activeElement === d.body)
	at('f-type').focus();
await load();
if (current())
	weigh();
load_near();

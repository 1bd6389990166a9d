// call.js: the call desk with the keyboard alone.  The page works without this
// file: then a button shows the card and the server weighs everything, as it
// does again in any case when the call is sent.
import { load } from './call-words.js';
import { $, $$, at, form, say, area, current, is_done, load_card, next_question, piece,
	rows, to_question, weigh } from './call-card.js';
import { ask_link, hand_over } from './call-place.js';
import { show_flags } from './call-flag.js';
import { forget_near, load_near } from './call-near.js';
import { on_next } from './call-draft.js';
import { action_of, actions, code_of, local_of } from './keys.js';

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

// The next call on this very page: there is no server just now.
on_next.add(() => {
	began = null;
	rang.value = Math.round(first + (performance.now() - opened));
	at('nb').textContent = past_for = '';
	forget_near();
	show_flags();
	at('f-coords').dispatchEvent(new Event('change'));
	show_timer();
});
setInterval(show_timer, 1000);
show_timer();

// --- the number's past ---------------------------------------------

let past_for = at('f-phone').value.trim();

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

at('f-village').addEventListener('change', () => {
	at('f-area')?.closest('.field').remove();
	if (current())
		load_card();
	load_near();
});
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

for (const id of ['sop', 'flags'])
	at(id).addEventListener('click', e => {
		const a = e.target.closest('a[data-card]');
		if (!a)
			return;
		e.preventDefault();
		open_card(a.dataset.card);
	});
at('keys-open').addEventListener('click', () => at('keys').showModal());

const has_report = () => !at('talk') && (current() !== '' || rows().some(is_done) ||
	['f-type', 'f-place', 'f-village', 'f-landmark', 'f-detail'].some(id => at(id).value.trim() !== ''));

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
Object.assign(actions, {
	type: () => go('f-type'),
	place: () => go('f-place'),
	phone: () => go('f-phone'),
	detail: () => at('f-detail').focus(),
	sop: () => next_question(d.activeElement.closest('#sop li')),
	agency: () => $('#agencies input:not([type=hidden])')?.focus(),
	back: () => { at('f-back')?.focus(); at('f-back')?.click(); },
	join: () => joins()[0]?.click(),
	locate: () => ask_link(),
	over: () => hand_over(),
	draft: () => at('draft-go')?.click(),
	send: () => at('send').click(),
	keep: () => at('keep').click(),
	keys: () => at('keys').showModal(),
});
for (const n of [1, 2, 3, 4, 5])
	actions[`join${n}`] = () => joins()[n - 1]?.click();
for (const b of $$('.disp button'))
	actions[b.value] = () => b.click();

d.addEventListener('keydown', e => {
	const open = $('dialog[open]'), closes = e.key === 'Escape' || local_of(e, /^close$/);
	if (open) {
		if (closes && e.key !== 'Escape') {
			e.preventDefault();
			open.close();
		}
		return;
	}
	const run = actions[action_of(e)];
	if (run) {
		e.preventDefault();
		run();
	} else if (closes && sent?.isConnected) {
		sent.remove();
	}
});

// The number beside an answer gives it; where the answers are numbers, what the
// caller says is the key ("tiga orang": 3).  Backspace takes an answer back.
function answer_of(li, e, action) {
	const key = e.key, plain = !e.ctrlKey && !e.altKey && !e.metaKey;
	if (!li.dataset.count || !plain || !/^\d$/.test(key))
		return /^answer\d$/.test(action ?? '') ? Number(action.at(-1)) - 1 : -1;
	return key === '0' ? 0 : key === '1' ? 1 : key < '5' ? 2 : 3;
}

at('sop').addEventListener('keydown', e => {
	const li = e.target.closest('li');
	const action = local_of(e, /^(answer\d|unanswer)$/), back = action === 'unanswer';
	if (!li || e.target.matches('.txt'))
		return;
	const radios = $$('input[type=radio]', li), to = back ? null : radios[answer_of(li, e, action)];
	if (!back && !to)
		return;
	e.preventDefault();
	radios.forEach(r => { r.checked = r === to; });
	begin();
	weigh(li);
	if (to)
		next_question(li);
});

// Enter goes on to what is asked next; only Ctrl+Enter sends.
const order = ['f-type', 'f-place', 'f-village', 'f-landmark'];
form.addEventListener('keydown', e => {
	const enter = e.key === 'Enter' && !e.ctrlKey && e.target.matches('input');
	if (e.defaultPrevented || !(enter || (local_of(e, /^next$/) && code_of(e) !== 'Enter')))
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
show_flags();
if (current())
	weigh();
load_near();

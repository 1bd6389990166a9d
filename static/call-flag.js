// call-flag.js: words that call for help at once, and the types that are taken most.
import { known } from './call-words.js';
import { $, $$, at, form, current, flagged, icon, on_change, pick, show_priority } from './call-card.js';
import { actions, local_of } from './keys.js';

const d = document, type = at('f-type'), box = at('flags');
const plain = current() === '' && !$('.flag', box) ? at('reason').textContent : '';
let shown = JSON.stringify([current() === '']);

// --- red flags --------------------------------------------------------------------

function mark(code) {
	const from = $(`label[for="f-priority-${code}"] .pr`), to = d.createElement('span');
	to.className = from.className;
	to.append($('svg', from).cloneNode(true), code);
	return to;
}

function button_of(c) {
	const b = d.createElement('button'), key = d.createElement('kbd');
	Object.assign(b, { type: 'button', className: 'btn btn-s', textContent: `${c.c} ${c.n} ` });
	b.dataset.pick = c.c;
	key.textContent = box.dataset.take;
	b.append(key);
	b.addEventListener('click', () => { pick(c); at('f-place').focus(); });
	return b;
}

function card_of(code) {
	const a = d.createElement('a'), key = d.createElement('kbd');
	Object.assign(a, { className: 'btn btn-2 btn-s', href: `/panggilan/sop/${code}`, target: '_blank', textContent: `${code} ` });
	a.dataset.card = code;
	key.textContent = box.dataset.open;
	a.append(key);
	return a;
}

function alert_of([f, words]) {
	const ban = d.createElement('div'), div = d.createElement('div'), head = d.createElement('p');
	const b = d.createElement('b'), text = d.createElement('p');
	const c = current() === '' && known.categories.find(k => k.c === f.c);
	ban.className = 'ban rd flag';
	b.textContent = `${box.dataset.word}: “${words}”`;
	text.textContent = f.t;
	head.append(mark(f.p), ' ', b);
	div.append(head, text);
	if (c)
		div.append(button_of(c), ' ');
	if (f.s)
		div.append(card_of(f.s));
	ban.append(icon('triangle-alert'), div);
	return ban;
}

// Said once: the alert is drawn anew only when it says something else.
export function show_flags() {
	const found = flagged().slice(0, 3);
	const key = JSON.stringify([current() === '', ...found.map(([f, words]) => [f.w, words])]);
	if (key === shown)
		return;
	shown = key;
	box.replaceChildren(...found.map(alert_of));
	if (current() !== '' || found.length)
		show_priority();
	else
		at('reason').textContent = plain;
}

type.addEventListener('input', show_flags);
at('f-detail').addEventListener('input', show_flags);
on_change.add(show_flags);

// --- the types that are taken most ---------------------------------------------------

const ready = at('usual');

function show_usual() {
	if (ready)
		ready.hidden = type.value !== '' || current() !== '';
}

ready?.addEventListener('click', e => {
	const b = e.target.closest('button'), c = b && known.categories.find(k => k.c === b.value);
	if (!c)
		return;		// the words are not here yet: the server takes the button
	e.preventDefault();
	form.dispatchEvent(new Event('input'));
	pick(c);
	show_usual();
	at('f-place').focus();
});
type.addEventListener('input', show_usual);
on_change.add(show_usual);
type.addEventListener('keydown', e => {
	const key = local_of(e, /^usual\d$/), b = key && type.value === '' && ready && !ready.hidden &&
		$$('button', ready)[key.at(-1) - 1];
	if (b) {
		e.preventDefault();
		b.click();
	}
});

Object.assign(actions, {
	flag: () => $('[data-pick]', box)?.click(),
	flag_card: () => $('a[data-card]', box)?.click(),
});

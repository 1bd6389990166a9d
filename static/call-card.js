// call-card.js: the type of an incident, its card, and whom the answers call for.
import { open_cards } from './call-sop.js';
import { known, fold, match, certain, refine, flags_in, village_code } from './call-words.js';

export const at = id => document.getElementById(id);
export const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
export const form = at('call'), say = form.dataset;
const d = document, type = at('f-type'), village = at('f-village');
const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, n) => args[n]);
let category = $('#type .sel-t')?.dataset.code ?? '';
export const current = () => category;
const usual = () => known.categories.find(c => c.c === category)?.p;
// Told when another type or another village was chosen.
export const on_change = new Set();

// --- the list under the type -------------------------------------------------

const list = at('type-list');
let picks = [], lit = 0, moved = false, waiting;
type.removeAttribute('list');
for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false',
	'aria-controls': 'type-list', 'aria-autocomplete': 'list' }))
	type.setAttribute(name, value);

export function icon(name) {
	const svg = d.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const use = d.createElementNS('http://www.w3.org/2000/svg', 'use');
	svg.setAttribute('class', 'ic');
	svg.setAttribute('aria-hidden', 'true');
	use.setAttribute('href', `/static/icons.svg#i-${name}`);
	svg.append(use);
	return svg;
}

function close_list() {
	list.hidden = true;
	type.setAttribute('aria-expanded', 'false');
	type.removeAttribute('aria-activedescendant');
}

function light(n) {
	lit = (n + picks.length) % picks.length;
	$$('li', list).forEach((li, i) => li.setAttribute('aria-selected', i === lit));
	type.setAttribute('aria-activedescendant', `pick-${lit}`);
}

function open_list() {
	moved = false;
	show_list(match(type.value).map(([, c]) => c));
	clearTimeout(waiting);
	if (type.value.trim().length > 2)
		waiting = setTimeout(refine_list, 60);
}

// The server knows the words of past tickets, too.  Once a hand is in the list it stays as it is.
async function refine_list() {
	const text = type.value, better = await refine(text);
	if (better?.length && text === type.value && d.activeElement === type && !moved)
		show_list([...better, ...picks.filter(c => !better.includes(c))]);
}

function show_list(found) {
	picks = found.slice(0, 8);
	list.replaceChildren(...picks.map((c, i) => {
		const li = d.createElement('li'), code = d.createElement('small');
		li.id = `pick-${i}`;
		li.setAttribute('role', 'option');
		code.textContent = `${c.p} · ${c.c}`;
		li.append(icon(c.i), c.n, code);
		li.addEventListener('pointerdown', e => { e.preventDefault(); pick(c); });
		return li;
	}));
	list.hidden = picks.length === 0;
	type.setAttribute('aria-expanded', String(!list.hidden));
	if (picks.length)
		light(0);
	else
		close_list();
}

export function pick(c) {
	if (type.value.trim() !== '' && type.value !== c.n)
		form.elements.said.value = type.value.trim();
	type.value = c.n;
	at('f-category')?.closest('.field').remove();
	close_list();
	choose(c.c);
}

type.addEventListener('input', () => {
	open_list();
	if (type.value.trim() === '')
		choose('');
});
type.addEventListener('blur', () => {
	close_list();
	const c = certain(type.value);
	if (c && c.c !== category)
		pick(c);
	else if (!c && category && type.value.trim() !== '')
		choose('');
});
type.addEventListener('keydown', e => {
	if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
		e.preventDefault();
		if (list.hidden)
			open_list();
		else
			light(lit + (e.key === 'ArrowDown' ? 1 : -1));
		moved = true;
	} else if (e.key === 'Escape' && !list.hidden) {
		e.stopPropagation();
		moved = true;
		close_list();
	} else if ((e.key === 'Enter' || e.key === 'Tab') && !list.hidden && !e.ctrlKey && !e.shiftKey) {
		pick(picks[lit]);
	}
});

// --- the card and the agencies of a type --------------------------------------

const kept = new Map();		// answers by card: going back to it loses nothing
const touched = new Map();	// agencies ticked or unticked by hand
let added = new Set(), asking, loading = Promise.resolve();

export const area = () => village_code(village.value);

export async function piece(path, options) {
	try {
		const r = await fetch(path, options);
		return r.ok ? await r.text() : null;
	} catch {
		return null;		// a help only: the call goes on without
	}
}

export const cards = () => $$('#sop .sop');
const answers = card => $$('.seg input, input.txt', card);
const place_of = el => `${el.name[0]}${number(el)}`;	// the same wherever the card stands

export function keep_answers() {
	for (const card of cards())
		kept.set(card.dataset.card, new Map(answers(card).filter(el => el.type !== 'radio' || el.checked)
			.map(el => [place_of(el), el.value])));
}

export function give_answers(card) {
	const said = kept.get(card.dataset.card);
	for (const el of said ? answers(card) : [])
		if (el.type === 'radio')
			el.checked = el.value === said.get(place_of(el));
		else
			el.value = said.get(place_of(el)) ?? '';
}

function nothing(id, text) {
	const p = d.createElement('p');
	p.className = 'sm mut empty';
	p.textContent = text;
	at(id).replaceChildren(p);
}

export function load_card() {
	loading = read_card();
	return loading;
}

async function read_card() {
	asking?.abort();
	asking = new AbortController();
	const q = new URLSearchParams({ kategori: category, area: area() });
	const html = await piece(`/panggilan/kartu?${q}`, { signal: asking.signal });
	if (html === null)
		return;
	const got = new DOMParser().parseFromString(html, 'text/html');
	const part = name => $(`[data-part="${name}"]`, got);
	at('type').replaceChildren(...part('type').childNodes);
	keep_answers();
	if ($('.sop', part('sop'))?.dataset.card !== cards()[0]?.dataset.card || !cards().length) {
		at('sop').replaceChildren(...part('sop').childNodes);
		cards().forEach(give_answers);
	}
	at('agencies').replaceChildren(...part('agencies').childNodes);
	added = new Set();
	for (const [code, on] of touched)
		if (at(`g-${code}`))
			at(`g-${code}`).checked = on;
	weigh();
}

function choose(code) {
	if (code === category)
		return;
	category = code;
	touched.clear();
	if (code === '') {
		keep_answers();
		at('type').replaceChildren();
		nothing('sop', say.cardHere);
		nothing('agencies', say.agencyHere);
		name_send();
	} else {
		load_card();
	}
	on_change.forEach(f => f());
}

// The next call: nothing of this one stays.
export function clear_card() {
	kept.clear();
	last = null;
	asking?.abort();
	close_list();
	category = ' ';
	choose('');
}

// --- answers, priority: the same rules as domain/sop.c ---------------------------

export const rows = () => $$('#sop .sop ol > li');
export const chosen = () => $$('#sop .seg input:checked');
const number = el => (Number(el.name.slice(1)) - 1) % 10 + 1;
const card_of = el => el.closest('.sop');
const is_first = el => card_of(el) === cards()[0];
const by = el => is_first(el) ? number(el) : `${number(el)} (${card_of(el).dataset.card})`;
const level = code => Number(code.slice(1));
export const is_done = li => $('input.txt', li) ? $('input.txt', li).value.trim() !== '' : $('input:checked', li) !== null;

function weighed() {
	let p = usual() ? level(usual()) : 3, why = 0, low = false;
	for (const o of chosen())
		if (o.dataset.lower && is_first(o) && level(o.dataset.lower) > p)
			[p, why, low] = [level(o.dataset.lower), by(o), true];
	for (const o of chosen())
		if (o.dataset.up && p > 1)
			[p, why, low] = [Math.max(1, p - Number(o.dataset.up)), by(o), false];
	for (const o of chosen())
		if (o.dataset.raise && level(o.dataset.raise) < p)
			[p, why, low] = [level(o.dataset.raise), by(o), false];
	const [flag, words] = flagged()[0] ?? [];
	return flag && level(flag.p) < p ? { code: flag.p, words } : { code: `P${p}`, why, low };
}

// What was typed of it all, and the words in it that call for help at once.
export const said = () => `${type.value}. ${at('f-detail').value}`;
export const flagged = () => flags_in(said());

export function show_priority() {
	const w = weighed(), by_hand = $('[name="priority"]:checked')?.value;
	const from = $(`label[for="f-priority-${w.code}"] .pr`), to = $('#auto .pr');
	if (from && to) {
		to.className = from.className;
		to.replaceChildren($('svg', from).cloneNode(true), w.code);
	}
	at('reason').textContent = by_hand ? fill(say.byHand, by_hand) : w.words ?
		fill(say.byWords, w.code, w.words) : w.why === 0 ? fill(say.byType, w.code) : fill(w.low ? say.byLower : say.byAnswer, w.code, w.why);
	show_disaster();
}

// What to say stands under the last answer, and under the question one goes back to.
let last = null;

function show_says() {
	for (const li of rows()) {
		const o = $('input:checked', li), to = $('.say', li);
		const words = o?.dataset.say, advice = o?.dataset.advice;
		const b = d.createElement('b'), span = d.createElement('span');
		b.textContent = advice ?? '';
		span.lang = 'id';
		span.textContent = words ? `${say.say} “${words}”` : '';
		to.replaceChildren(b, ' ', span);
		to.hidden = (!words && !advice) || (li !== last && !li.contains(d.activeElement));
	}
}

// A supervisor decides; here it is only said.
function show_disaster() {
	const o = chosen().filter(el => el.dataset.disaster).pop();
	if (!o)
		return;
	const b = Object.assign(d.createElement('b'), { className: 'red', textContent: fill(say.byDisaster, by(o)) });
	at('reason').append(' ', b);
}

function show_better() {
	const from = chosen().filter(o => o.dataset.category && o.dataset.category !== category).pop();
	const better = from && known.categories.find(c => c.c === from.dataset.category);
	at('better')?.remove();
	if (!better)
		return;
	const p = d.createElement('p'), b = d.createElement('button');
	Object.assign(b, { type: 'button', className: 'btn btn-2 btn-s', textContent: fill(say.better, by(from), better.n) });
	b.addEventListener('click', () => { pick(better); type.focus(); });
	Object.assign(p, { id: 'better', className: 'mt2' });
	p.append(b);
	at('type').append(p);
}

// What answers call for is ticked, and unticked with them, unless a hand was there.
function add_agencies() {
	const wanted = new Set(chosen().flatMap(o => (o.dataset.add ?? '').split(',').filter(Boolean)));
	const offered = $('[name="offered"]'), main = $('#agencies .units');
	if (!main)
		return;
	for (const code of wanted) {
		const box = at(`g-${code}`);
		if (!box || touched.has(code) || box.checked)
			continue;
		box.checked = true;
		added.add(code);
		main.append(box.closest('li'));
	}
	for (const code of wanted)
		if (!offered.value.split(',').includes(code))
			offered.value += `${offered.value ? ',' : ''}${code}`;
	for (const code of added)
		if (!wanted.has(code) && !touched.has(code)) {
			at(`g-${code}`).checked = false;
			added.delete(code);
		}
}

function name_send() {
	const boxes = $$('#agencies [name="agency"]:checked');
	let lead = $('#agencies [name="lead"]:checked');
	if (lead && !at(`g-${lead.value}`).checked)
		lead.checked = false;
	if (!$('#agencies [name="lead"]:checked')) {
		const own = boxes.map(b => at(`l-${b.value}`)).find(Boolean);
		if (own)
			own.checked = true;
	}
	lead = $('#agencies [name="lead"]:checked')?.value;
	boxes.sort((a, b) => (b.value === lead) - (a.value === lead));
	const names = boxes.slice(0, 3).map(b => b.dataset.brief).join(', ');
	at('send-word').textContent = boxes.length === 0 ? say.triage :
		fill(say.send, names + (boxes.length > 3 ? ` +${boxes.length - 3}` : ''));
}

export function weigh(answered) {
	const all = rows(), next = all.find(li => !is_done(li));
	if (answered)
		last = answered;
	if (usual() || flagged().length)
		show_priority();
	show_says();
	show_better();
	add_agencies();
	name_send();
	for (const card of cards()) {
		const own = $$('ol > li', card);
		$('[id^=progress]', card).textContent = fill(say.progress, own.filter(is_done).length, own.length);
	}
	if (!all.some(li => li.contains(d.activeElement)))
		all.forEach(li => li.classList.toggle('cur', li === next));
	open_cards();
}

export function to_question(li) {
	if (!li)
		return at('f-detail').focus();
	if (li.closest('details'))
		li.closest('details').open = true;
	$('input:checked, input', li).focus();
	li.scrollIntoView({ block: 'nearest' });
}

// The next without an answer behind this one, else the first one.
export function next_question(from) {
	const all = rows(), here = all.indexOf(from);
	if (all.length === 0 && category !== '' && !at('sop').textContent.includes(say.noCard)) {
		d.activeElement.blur();		// a key pressed too early is no word of a field
		loading.then(() => to_question(rows().find(li => !is_done(li))));
		return;
	}
	to_question(all.find((li, i) => i > here && !is_done(li)) ?? all.find(li => !is_done(li)));
}

at('sop').addEventListener('focusin', e => {
	const here = e.target.closest('li');
	rows().forEach(li => li.classList.toggle('cur', li === here));
	show_says();
});
at('sop').addEventListener('input', e => weigh(e.target.closest('li')));
at('agencies').addEventListener('change', e => {
	if (e.target.name === 'agency')
		touched.set(e.target.value, e.target.checked);
	if (e.target.name === 'lead') {
		at(`g-${e.target.value}`).checked = true;
		touched.set(e.target.value, true);
	}
	name_send();
});
$$('[name="priority"]').forEach(r => r.addEventListener('change', () => (usual() || flagged().length) && show_priority()));

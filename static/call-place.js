// call-place.js: the place of a call: names while typing, points, the map, a link for the caller.
// What is typed stays as it is: a name is taken only when it is chosen, and an
// empty field is filled only by a place that is named in full.
import { $, $$, at, form, area, load_card, on_change, piece } from './call-card.js';

const d = document, field = at('f-place'), list = at('place-list'), village = at('f-village');
const coords = at('f-coords'), box = at('place');

// --- the list under the place --------------------------------------------------

let rows = [], lit = -1, asked = '', asking, waiting;
for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false',
	'aria-controls': 'place-list', 'aria-autocomplete': 'list' }))
	field.setAttribute(name, value);

function icon(name) {
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
	lit = -1;
	field.setAttribute('aria-expanded', 'false');
	field.removeAttribute('aria-activedescendant');
}

// Nothing is lit until an arrow says so: Enter goes on with what was typed.
function light(n) {
	lit = (n + rows.length) % rows.length;
	$$('li', list).forEach((li, i) => li.setAttribute('aria-selected', i === lit));
	field.setAttribute('aria-activedescendant', `place-${lit}`);
	list.children[lit].scrollIntoView({ block: 'nearest' });
}

function open_list() {
	lit = -1;
	field.removeAttribute('aria-activedescendant');
	list.replaceChildren(...rows.map((r, i) => {
		const li = d.createElement('li'), where = d.createElement('small');
		li.id = `place-${i}`;
		li.setAttribute('role', 'option');
		li.setAttribute('aria-selected', 'false');
		where.textContent = [r.v.split(',')[0], r.k].filter(Boolean).join(' · ');
		li.append(icon(r.i), r.n, where);
		li.addEventListener('pointerdown', e => { e.preventDefault(); pick(r); });
		return li;
	}));
	list.hidden = rows.length === 0 || d.activeElement !== field;
	field.setAttribute('aria-expanded', String(!list.hidden));
}

async function search() {
	const text = field.value.trim();
	asking?.abort();
	if (text.length < 2) {
		rows = [];
		asked = '';
		return close_list();
	}
	asking = new AbortController();
	const q = new URLSearchParams({ q: text, area: area() });
	const got = await piece(`/panggilan/tempat?${q}`, { signal: asking.signal });
	if (got === null || field.value.trim() !== text)
		return;
	rows = JSON.parse(got);
	asked = text;
	open_list();
}

let proposed = '';

function set_village(name) {
	if (village.value === name)
		return;
	const here = d.activeElement === village;
	village.value = name;
	village.dispatchEvent(new Event('change', { bubbles: true }));
	if (here) {
		village.select();	// who begins to type replaces it
		proposed = name;
	}
}

// What is typed in the moment in which it was proposed comes after it, not in its place.
village.addEventListener('input', () => {
	if (proposed && village.value.length > proposed.length && village.value.startsWith(proposed))
		village.value = village.value.slice(proposed.length);
	proposed = '';
});

function set_point(text) {
	coords.value = text;
	coords.dispatchEvent(new Event('change', { bubbles: true }));
}

function pick(r) {
	field.value = r.k && r.i === 'map-pinned' ? field.value : r.t;
	asked = field.value.trim();
	rows = [];
	close_list();
	if (r.v)
		set_village(r.v);
	if (r.p)
		set_point(r.p);
	field.dispatchEvent(new Event('input', { bubbles: true }));
	clearTimeout(waiting);
}

// A place named in full, and the only one: what is empty is filled from it.
async function settle() {
	clearTimeout(waiting);
	if (field.value.trim() !== asked)
		await search();
	close_list();
	const sure = rows.filter(r => r.e && r.i !== 'map-pinned' && (village.value.trim() === '' || r.a === area()));
	if (sure.length !== 1)
		return;
	if (village.value.trim() === '' && sure[0].v)
		set_village(sure[0].v);
	if (coords.value.trim() === '' && sure[0].p)
		set_point(sure[0].p);
}

field.addEventListener('input', e => {
	if (!e.isTrusted)
		return;
	clearTimeout(waiting);
	waiting = setTimeout(search, 60);
});
field.addEventListener('blur', () => { close_list(); settle(); });
field.addEventListener('keydown', e => {
	if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
		e.preventDefault();
		if (list.hidden && rows.length)
			open_list();
		if (rows.length)
			light(lit < 0 ? (e.key === 'ArrowDown' ? 0 : -1) : lit + (e.key === 'ArrowDown' ? 1 : -1));
	} else if (e.key === 'Escape' && !list.hidden) {
		e.stopPropagation();
		close_list();
	} else if (e.key === 'Enter' && lit >= 0 && !list.hidden && !e.ctrlKey) {
		pick(rows[lit]);	// and on to the next field, as always
	}
});

// --- the point -----------------------------------------------------------------

let point_for = coords.value.trim(), by_point = '';

// Which village it is in; beyond the city, whose 112 it is.
async function look() {
	const text = coords.value.trim();
	if (text === point_for)
		return;
	point_for = text;
	const html = await piece(`/panggilan/titik?${new URLSearchParams({ koordinat: text })}`);
	if (html === null || coords.value.trim() !== text)
		return;
	at('spot').innerHTML = html;
	const spot = at('spot-text')?.dataset;
	if (spot && /[:°'"]|https?/.test(text)) {
		point_for = spot.at;	// a link is replaced by what it says
		coords.value = spot.at;
		on_change.forEach(f => f());
	}
	if (spot?.name && (village.value.trim() === '' || village.value === by_point)) {
		set_village(spot.name);
		by_point = spot.name;
	}
	mark();
}
coords.addEventListener('change', look);
coords.addEventListener('paste', () => setTimeout(() => coords.dispatchEvent(new Event('change', { bubbles: true }))));

// Handed over: the triage desk leads, the neighbour's 112 is told; the server does the same.
box.addEventListener('change', e => {
	if (e.target.id !== 'f-over' || !e.target.checked)
		return;
	for (const b of $$('#agencies [name="agency"]')) {
		b.checked = b.value === 'TETANGGA' || b.value === 'DISKOMINFO';
		b.dispatchEvent(new Event('change', { bubbles: true }));
	}
	at('f-over_by').focus();
});

export function hand_over() {
	at('f-over')?.click();
}

// --- the map ----------------------------------------------------------------------

const svg = () => at('map');

// The whole map, as it came.
let whole = '';

function mark() {
	const spot = at('spot-text')?.dataset;
	at('map-at')?.remove();
	if (!svg() || !spot || !Number(spot.lat))
		return;
	const dot = d.createElementNS('http://www.w3.org/2000/svg', 'path'), m = svg().dataset;
	const x = (Number(spot.lon) - Number(m.west)) * Number(m.sx), y = (Number(m.north) - Number(spot.lat)) * Number(m.sy);
	for (const [name, value] of Object.entries({ id: 'map-at', class: 'm-at', d: `M${x} ${y}h0` }))
		dot.setAttribute(name, value);
	svg().append(dot);
	svg().setAttribute('viewBox', spot.code ? about(x, y) : around(x, y));
}

// Some three kilometres around a point of the city; beyond it, the city and the point.
function about(x, y) {
	const [, , width, height] = whole.split(' ').map(Number), w = 360, h = w * height / width;
	return `${x - w / 2} ${y - h / 2} ${w} ${h}`;
}

function around(x, y) {
	const [, , width, height] = whole.split(' ').map(Number), edge = 60;
	const west = Math.max(-2 * width, Math.min(0, x - edge)), north = Math.max(-2 * height, Math.min(0, y - edge));
	const east = Math.min(3 * width, Math.max(width, x + edge)), south = Math.min(3 * height, Math.max(height, y + edge));
	return `${west} ${north} ${east - west} ${south - north}`;
}

function listen() {
	whole = svg().getAttribute('viewBox');
	svg().addEventListener('click', e => {
		const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg().getScreenCTM().inverse());
		const m = svg().dataset;
		const lat = (Number(m.north) - p.y / Number(m.sy)) / 1e6, lon = (Number(m.west) + p.x / Number(m.sx)) / 1e6;
		set_point(`${lat.toFixed(6)}, ${lon.toFixed(6)}`);
	});
	svg().addEventListener('dblclick', () => svg().setAttribute('viewBox', whole));
}

async function load_map() {
	if (!svg()) {
		const html = await piece('/panggilan/peta');
		if (html === null)
			return;
		at('map-in').innerHTML = html;
		at('map-here').hidden = false;
	}
	$('.c-who').append(at('map-here'));	// last in its column: what is pressed more often is above
	listen();
	mark();
}

// --- a link for the caller ------------------------------------------------------------

let link = null;
const body = () => new URLSearchParams({ csrf: form.elements.csrf.value, token: form.elements.token.value });

export async function ask_link() {
	const html = await piece('/panggilan/lokasi', { method: 'POST', body: body() });
	if (html === null)
		return;
	at('link').innerHTML = html;
	link = at('link-code').dataset.code;
	at('link-copy').addEventListener('click', () => navigator.clipboard?.writeText(at('link-text').textContent));
	setTimeout(wait, 2000, link, '');
}

async function wait(code, last) {
	if (code !== link)
		return;
	const got = await piece(`/panggilan/lokasi/${code}`, { method: 'POST', body: body() });
	const now = got === null ? {} : JSON.parse(got);
	if (now.got && now.p + now.say !== last) {
		at('link-said').textContent = now.say;
		set_point(now.p);
	}
	setTimeout(wait, 2000, code, now.got ? now.p + now.say : last);
}

at('link-ask').hidden = false;
at('link-ask').addEventListener('click', ask_link);
load_map();

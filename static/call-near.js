// call-near.js: open incidents around, ranked anew while place and words are typed.
import { at, area, current, on_change, piece, said } from './call-card.js';

const d = document, typing = ['f-type', 'f-detail', 'f-place', 'f-landmark'];
let near_for = null, asking, waiting;

const words = () => `${at('call').elements.said.value} ${said()} ${at('f-place').value} ${at('f-landmark').value}`;

export async function load_near() {
	const where = area() !== '' || at('f-coords').value.trim() !== '';
	const q = new URLSearchParams({ kategori: current(), area: area(), koordinat: at('f-coords').value.trim(),
		kata: where ? words().replace(/\s+/g, ' ').trim().slice(0, 600) : '' });
	if (String(q) === near_for)
		return;
	near_for = String(q);
	asking?.abort();
	asking = new AbortController();
	const html = await piece(`/panggilan/mirip?${q}`, { signal: asking.signal });
	if (html !== null && near_for === String(q))
		draw(html);
}

// The next call on this very page.
export function forget_near() {
	near_for = null;
}

// A hand that chooses there keeps its button, wherever the list has put it.
function draw(html) {
	const box = at('near'), held = box.contains(d.activeElement) ? d.activeElement.value : null;
	box.innerHTML = html;
	if (held)
		[...box.querySelectorAll('[data-join]')].find(b => b.value === held)?.focus();
}

on_change.add(load_near);
for (const id of typing)
	at(id).addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(load_near, 250);
	});
at('f-coords').addEventListener('change', load_near);

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

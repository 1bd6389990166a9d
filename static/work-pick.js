// The worklist's boxes: one step for many tickets.  Which steps all of them have
// is asked of the server; without this file the button below the list asks it.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
const list = $('#daftar'), bar = $('#pilihan'), steps = $('#langkah');
if (!bar)
	return;
const any = $('[formaction]', bar), path = any.getAttribute('formaction');	// what asks without a script

const picked = new Set();
let last = null, asked = 0, wait = 0;

const boxes = () => $$('tbody .pk', list);

// The steps of what is ticked by now; an answer that is late is not shown.
async function ask() {
	const mine = ++asked, body = new URLSearchParams(new FormData(list));
	const r = await fetch(path, { method: 'POST', body });
	if (!r.ok || r.redirected || mine !== asked)
		return;
	const page = new DOMParser().parseFromString(await r.text(), 'text/html'), found = page.getElementById('langkah');
	steps.replaceChildren(...(found ? found.childNodes : []));
	$$('button', steps).forEach(b => b.setAttribute('form', 'daftar'));
	any.hidden = steps.childElementCount > 0;
	bar.dataset.asked = picked.size;
}

function show() {
	const all = boxes(), n = picked.size, top = $('#semua');
	bar.hidden = n === 0;
	$('p', bar).textContent = n ? bar.dataset.n.replace('{0}', n) : '';
	$('#lepas').hidden = false;
	if (top) {
		top.hidden = false;
		top.checked = n > 0 && n === all.length;
		top.indeterminate = n > 0 && n < all.length;
	}
	clearTimeout(wait);
	asked++;
	delete bar.dataset.asked;
	if (n)
		wait = setTimeout(() => ask().catch(() => {}), 200);
	else
		steps.replaceChildren();
}

const put = (box, on) => { box.checked = on; picked[on ? 'add' : 'delete'](box.value); };

list.addEventListener('click', e => {
	const box = e.target.closest('.pk');
	if (!box)
		return;
	const all = boxes(), from = all.findIndex(b => b.value === last), to = all.indexOf(box);
	if (box.id === 'semua')
		all.forEach(b => put(b, box.checked));
	else if (e.shiftKey && from >= 0)
		all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(b => put(b, box.checked));
	else
		put(box, box.checked);
	if (box.id !== 'semua')
		last = box.value;
	show();
});

$('#lepas').addEventListener('click', () => {
	boxes().forEach(b => put(b, false));
	picked.clear();
	show();
});

// New rows came: the same ones are ticked, and what is gone is not.
function drawn() {
	const before = [...picked].join();
	picked.clear();
	for (const box of boxes())
		if (before.split(',').includes(box.value))
			put(box, true);
	if ([...picked].join() !== before || $('#semua')?.hidden)
		show();
}
d.addEventListener('list:drawn', drawn);
// A browser that comes back here remembers what was ticked.
boxes().filter(b => b.checked).forEach(b => picked.add(b.value));
show();
})();

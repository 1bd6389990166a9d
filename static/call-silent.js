// call-silent.js: the script of a call nobody speaks in.  Each step is noted
// with its time; closing without them is asked about once, here or by the server.
import { $, $$, at, form } from './call-card.js';
import { on_next } from './call-draft.js';
import { actions } from './keys.js';

const box = at('silent'), field = at('silent-steps'), sure = at('silent-sure'), close = at('silent-close');
const rows = $$('[data-step]', box), ghost = $('.disp button[value=ghost]');
let agreed = false;

const taken = () => new Map(field.value.split(',').filter(Boolean).map(s => s.split('=')));
const is_all = () => rows.every(li => taken().has(li.dataset.step));

function show() {
	const times = taken();
	for (const li of rows) {
		const ms = Number(times.get(li.dataset.step) ?? 0);
		li.classList.toggle('done', ms > 0);
		$('.sub', li).textContent = ms ? new Date(ms).toLocaleTimeString(document.documentElement.lang) : '';
	}
	close.textContent = close.dataset[is_all() ? 'all' : 'now'];
}

function take(li) {
	const times = taken();
	if (times.has(li.dataset.step))
		return;
	times.set(li.dataset.step, Date.now());
	field.value = [...times].map(([step, ms]) => `${step}=${ms}`).join(',');
	form.dispatchEvent(new Event('input'));		// the call has begun, and is to be saved
	show();
	(rows.find(r => !r.classList.contains('done'))?.querySelector('button') ?? close).focus();
}

function open() {
	if (box.open)
		return;
	show();
	box.returnValue = '';
	box.showModal();
	(rows.find(r => !r.classList.contains('done'))?.querySelector('button') ?? close).focus();
}

rows.forEach(li => $('button', li).addEventListener('click', () => take(li)));
box.addEventListener('keydown', e => {
	const li = /^[1-3]$/.test(e.key) && rows[e.key - 1];
	if (li) {
		e.preventDefault();
		take(li);
	}
});
box.addEventListener('close', () => {
	if (box.returnValue !== 'close')
		return ghost.focus();
	agreed = true;
	sure.value = is_all() ? '' : '1';
	ghost.click();
	agreed = false;
});

// Before the button's own: the script comes first.
form.addEventListener('click', e => {
	if (e.target.closest('button') !== ghost || agreed || sure.value || is_all())
		return;
	e.preventDefault();
	e.stopPropagation();
	open();
}, true);

on_next.add(() => { field.value = sure.value = ''; });
Object.assign(actions, {
	silent: open,
	skip: () => { at('f-skip')?.focus(); at('f-skip')?.click(); },
	recall: () => $('#recall a')?.click(),
});
at('silent-open').hidden = false;
at('silent-open').addEventListener('click', open);

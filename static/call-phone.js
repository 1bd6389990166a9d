// call-phone.js: the telephone at the desk.  What rings stands in a strip; what
// this person answers fills an empty form, and waits as a chip beside one that
// was begun.  Focus stays where it is.
import { $, $$, at, form, piece } from './call-card.js';
import { is_said } from './call-draft.js';
import { actions } from './keys.js';

const d = document, field = form.elements, box = at('phone');
const AGAIN = 30000, SILENT = 15000, PAUSE = 250;
let heard = Date.now(), wanted = '', flight = null, more = false, later = 0;

// --- a call comes up -------------------------------------------------------------

// Only over a form in which nobody has said anything.
function fill(chip) {
	if (!chip || is_said() || chip.dataset.token === field.token.value)
		return;
	field.token.value = chip.dataset.token;
	field.rang.value = chip.dataset.rang;
	at('f-phone').value = chip.dataset.number;
	for (const kind of ['input', 'change'])
		at('f-phone').dispatchEvent(new Event(kind, { bubbles: true }));
	mark();
}

// The one whose form this is needs no button.
function mark() {
	for (const chip of $$('.picked', box)) {
		const own = chip.dataset.token === field.token.value;
		chip.classList.toggle('cur', own);
		if (own)
			$('a', chip)?.remove();
	}
}

// --- the strip ----------------------------------------------------------------------

// One at a time; what was heard meanwhile is asked for after it.
async function load() {
	clearTimeout(later);
	later = 0;
	if (flight) {
		more = true;
		return;
	}
	flight = piece(`/panggilan/telepon?formulir=${encodeURIComponent(field.token.value)}`);
	const html = await flight, call = wanted;
	flight = null;
	if (html !== null) {
		if (!box.contains(d.activeElement) && box.innerHTML !== html)
			box.innerHTML = html;
		wanted = '';
		fill(call && $(`.picked[data-call="${CSS.escape(call)}"]`, box));
	}
	if (more) {
		more = false;
		load();
	}
}

d.addEventListener('live:phone-answered', e => {
	wanted = e.detail;
	load();
});
d.addEventListener('live:phone', () => { later ||= setTimeout(load, PAUSE); });
for (const kind of ['pulse', 'beat'])
	d.addEventListener(`live:${kind}`, () => { heard = Date.now(); });

// Without a line it asks by itself; and times go on.
let asked = Date.now();
setInterval(() => {
	const silent = Date.now() - heard > SILENT;
	if (Date.now() - asked < (silent ? 5000 : AGAIN))
		return;
	asked = Date.now();
	load();
}, 1000);

// What was begun is kept first, so that it stands in the list of the next page.
box.addEventListener('click', async e => {
	const a = e.target.closest('a'), state = at('draft-state');
	if (!a || e.ctrlKey || e.metaKey || !is_said() || state.dataset.saved === 'true')
		return;
	e.preventDefault();
	form.dispatchEvent(new Event('focusout'));
	for (let i = 0; i < 40 && state.dataset.saved !== 'true'; i++)
		await new Promise(done => setTimeout(done, 25));
	location = a.href;
});

actions.answered = () => at('phone-go')?.click();

// It was answered while this page was on its way.
fill($('.picked[data-fresh]', box));

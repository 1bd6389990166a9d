// calls.js: who is to be called back, and hang-ups at once: heard when it
// happens, on every screen of the desk.  Without this file pages say what was
// true when they were opened.
(() => {
'use strict';
const d = document, at = id => d.getElementById(id);
let timer = 0, loaded = Date.now();

// What somebody types in stays; what has the focus has it again.
function put(fresh) {
	const old = at(fresh.id), here = d.activeElement;
	if (old.innerHTML === fresh.innerHTML || (old.contains(here) && here.matches('input, textarea')))
		return;
	const id = old.contains(here) ? here.id : '';
	old.replaceWith(d.importNode(fresh, true));
	if (id)
		at(id)?.focus();
}

async function load() {
	loaded = Date.now();
	const r = await fetch(at('antrean') ? '/panggilan/balik' : '/panggilan/keadaan', { cache: 'no-store' });
	if (!r.ok || r.redirected)
		return;
	const page = new DOMParser().parseFromString(await r.text(), 'text/html');
	for (const id of ['antrean', 'lonjakan', 'strip', 'recall'])
		if (at(id) && page.getElementById(id))
			put(page.getElementById(id));
}

// Whoever is told often loads a few times a second at most.
function soon() {
	timer ||= setTimeout(() => { timer = 0; load().catch(() => {}); }, 200);
}

for (const kind of ['recall', 'recall-late', 'burst'])
	d.addEventListener(`live:${kind}`, soon);
// Ages go on; and where no line is, it is asked for.
setInterval(() => Date.now() - loaded > 20000 && d.visibilityState === 'visible' && soon(), 5000);

// One key for what became of it.
if (at('antrean'))
	d.addEventListener('keydown', e => {
		if (e.ctrlKey || e.altKey || e.metaKey || e.target.matches('input, textarea, select'))
			return;
		const b = d.querySelector(`#antrean [data-key="${CSS.escape(e.key.toLowerCase())}"]`);
		if (b) {
			e.preventDefault();
			b.click();
		}
	});
})();

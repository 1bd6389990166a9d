// duty.js: a handover note is kept while it is written; the roster says when it has changed.
(() => {
'use strict';
const SETTLED = 5000;		// what the line replays first is in the page already
const d = document, form = d.getElementById('catatan'), changed = d.getElementById('berubah');

if (form) {
	const said = d.getElementById('draf'), text = form.elements.catatan;
	let timer = 0, kept = text.value, sent = false;
	const keep = async () => {
		if (sent || text.value === kept)
			return;
		const words = text.value;
		let ok = false;
		try {
			ok = (await fetch('/piket/serah/draf', { method: 'POST', body: new URLSearchParams(
				{ csrf: form.elements.csrf.value, token: form.elements.token.value, catatan: words }) })).ok;
		} catch { /* no line: with the next word, or by the button */ }
		if (ok)
			kept = words;
		said.textContent = ok ? said.dataset.saved : said.dataset.lost;
	};
	text.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(keep, 1000); });
	form.addEventListener('submit', () => { sent = true; clearTimeout(timer); });
}

if (changed)
	for (const kind of ['duty-swap', 'duty-short', 'duty-note'])
		d.addEventListener(`live:${kind}`, () => { if (performance.now() > SETTLED) changed.hidden = false; });
})();

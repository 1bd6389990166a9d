// units.js: the board of units hears of changes; the row somebody is on stays where it is.
(() => {
'use strict';
const d = document, board = d.getElementById('papan');
let loaded = Date.now(), timer = 0;

const held = () => board.contains(d.activeElement) ? d.activeElement.closest('tr') : null;

// Rows change in place; the order only while nobody is in the list.
function take(page) {
	const fresh = page.getElementById('papan'), row = held();
	if (!fresh)
		return;
	const chips = page.getElementById('keping'), old = d.getElementById('keping');
	if (chips && !old.contains(d.activeElement))
		old.innerHTML = chips.innerHTML;
	if (!row) {
		board.innerHTML = fresh.innerHTML;
	} else {
		for (const tr of board.querySelectorAll('tbody tr')) {
			const now = fresh.querySelector(`#${CSS.escape(tr.id)}`);
			if (!now)
				continue;
			[...tr.cells].forEach((cell, i) => {
				if (!cell.contains(d.activeElement) && cell.outerHTML !== now.cells[i].outerHTML)
					cell.replaceWith(d.importNode(now.cells[i], true));
			});
		}
		board.dataset.late = '1';
	}
	board.dataset.pulse = fresh.dataset.pulse;
}

async function load() {
	loaded = Date.now();
	const r = await fetch(location.href, { cache: 'no-store' });
	if (r.ok && !r.redirected)
		take(new DOMParser().parseFromString(await r.text(), 'text/html'));
}

const soon = () => { timer ||= setTimeout(() => { timer = 0; load().catch(() => {}); }, Math.max(0, loaded + 1000 - Date.now())); };
const news = e => { if (e.detail !== board.dataset.pulse) soon(); };

d.addEventListener('live:pulse', news);
d.addEventListener('live:beat', news);
d.addEventListener('focusout', () => setTimeout(() => {
	if (board.dataset.late && !held()) {
		delete board.dataset.late;
		soon();
	}
}, 0));
// Spans go on; and without a line it is asked for.
setInterval(async () => {
	if (d.visibilityState !== 'visible' || Date.now() - loaded < 15000)
		return;
	const r = await fetch('/unit/versi', { cache: 'no-store' }).catch(() => null);
	if (r && r.ok && !r.redirected && ((await r.text()).trim() !== board.dataset.pulse || Date.now() - loaded > 60000))
		soon();
}, 5000);
})();

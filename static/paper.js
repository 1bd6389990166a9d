// The sheets of a pack: J and K go from one to the next, one key says why it was not entered.
(() => {
'use strict';
const d = document, rows = [...d.querySelectorAll('.sheets li')];
const here = () => rows.indexOf(d.activeElement.closest?.('.sheets li'));
const go = n => rows[Math.max(0, Math.min(rows.length - 1, n))]?.querySelector('a').focus();

d.getElementById('keybar').hidden = false;
d.addEventListener('keydown', e => {
	if (e.ctrlKey || e.altKey || e.metaKey || e.target.matches('input, textarea, select'))
		return;
	const key = e.key.toUpperCase(), at = here();
	if (key === 'J' || key === 'K') {
		e.preventDefault();
		go(at < 0 ? 0 : at + (key === 'J' ? 1 : -1));
	} else if (at >= 0) {
		const b = rows[at].querySelector(`[data-key="${CSS.escape(key)}"]`);
		if (b) {
			e.preventDefault();
			b.click();
		}
	}
});
// After an answer: the next one that is a gap, where the last one was.
addEventListener('load', () => {
	const was = rows.findIndex(li => `#${li.id}` === location.hash);
	if (was >= 0)
		go([...rows.keys()].find(i => i > was && rows[i].classList.contains('gap')) ?? was);
});
})();

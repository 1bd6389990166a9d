// Who else has a ticket open: a line on its page, a mark in its row of a list.
(() => {
'use strict';
const d = document, here = d.querySelector('[data-ticket]'), list = d.querySelector('[data-hadir]');
const who = new Map();		// number: names

function names(of) {
	const all = (who.get(of) || '').split('|').filter(Boolean);
	return all.length > 3 ? `${all.slice(0, 3).join(', ')} +${all.length - 3}` : all.join(', ');
}

function show() {
	const text = names(here.dataset.ticket), said = here.querySelector('span');
	here.hidden = !text;
	said.textContent = text && here.dataset.words.replace('{0}', text);
}

// Rows come and go; a mark is put where it is not, and taken where nobody is any more.
function mark() {
	for (const row of list.querySelectorAll('tbody tr')) {
		const link = row.querySelector('.id a'), old = row.querySelector('.hadir');
		const text = link ? names(link.textContent.trim()) : '';
		const words = text && list.dataset.hadir.replace('{0}', text);
		if (!words) {
			old?.remove();
			continue;
		}
		if (old && old.title === words)
			continue;
		const e = old || d.createElement('span');
		e.className = 'hadir sub';
		e.title = e.textContent = words;
		if (!old)
			link.after(e);
	}
}

d.addEventListener('live:presence', e => {
	const at = e.detail.indexOf(' ');
	who.set(e.detail.slice(0, at), e.detail.slice(at + 1));
	if (here) show();
	if (list) mark();
});
if (list)
	new MutationObserver(mark).observe(list, { childList: true, subtree: true });
})();

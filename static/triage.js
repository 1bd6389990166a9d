// triage.js: the triage desk by keyboard, and a list that stays fresh.  The
// pages work without this file.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
const typing = e => e.target.matches('input:not([type=radio]):not([type=checkbox]), select, textarea');

// --- the list ------------------------------------------------------------------

const list = $('#list');
const links = () => $$('tr[data-row] th a', list);

function walk(by) {
	const all = links(), at = all.indexOf(d.activeElement);
	const to = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
	to?.focus();
	to?.closest('tr').scrollIntoView({ block: 'nearest' });
}

// Never under the hands of somebody who stands on a row: then it waits.
let told = 0, loaded = Date.now(), later = 0;
async function refresh() {
	if (d.hidden || list.contains(d.activeElement))
		return;
	loaded = Date.now();
	try {
		const r = await fetch(location.href);
		if (!r.ok || r.redirected)
			return;
		const got = new DOMParser().parseFromString(await r.text(), 'text/html');
		for (const s of ['#list', '.tri .seg'])
			if ($(s, got) && !$(s).contains(d.activeElement))
				$(s).replaceChildren(...$(s, got).childNodes);
		list.dataset.pulse = $('#list', got)?.dataset.pulse;
	} catch {
		// The next time, then.
	}
}

// Told by the line, at most once a second; else it looks by itself.
function news(e) {
	told = Date.now();
	if (e.detail !== list.dataset.pulse)
		later ||= setTimeout(() => { later = 0; refresh(); }, Math.max(0, loaded + 1000 - told));
}

if (list) {
	$('#keybar').hidden = false;
	d.addEventListener('keydown', e => {
		if (e.ctrlKey || e.altKey || e.metaKey || typing(e))
			return;
		if (e.key === 'j' || e.key === 'k') {
			e.preventDefault();
			walk(e.key === 'j' ? 1 : -1);
		}
	});
	d.addEventListener('live:pulse', news);
	d.addEventListener('live:beat', news);
	setInterval(() => { if (Date.now() - told > 12000 || Date.now() - loaded > 60000) refresh(); }, 15000);
}

// --- one report -------------------------------------------------------------------

const form = $('#act');
if (form) {
	d.addEventListener('keydown', e => {
		if (e.ctrlKey && e.key === 'Enter' && $('#send')) {
			e.preventDefault();
			$('#send').click();
		}
	});
	// Who leads is sent to; who is not sent to does not lead.
	form.addEventListener('change', e => {
		const box = e.target.name === 'lead' && d.getElementById(`g-${e.target.value}`);
		if (box)
			box.checked = true;
		if (e.target.name === 'agency' && !e.target.checked) {
			const lead = d.getElementById(`l-${e.target.value}`);
			if (lead)
				lead.checked = false;
		}
	});
	// What is unfolded is about to be filled in.
	$$('details.fold', form).forEach(x => $('summary', x).addEventListener('click', () => {
		if (!x.open)
			setTimeout(() => $('textarea, select, input', x)?.focus());
	}));
}
})();

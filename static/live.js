// live.js: hears at once what changed.  One line to the server for all tabs of
// a browser.  Pages listen to this document, and ask by themselves, as they did,
// while there is no line:
//
//	live:pulse    detail "1204"   something in reach has changed
//	live:beat     detail "1204"   every few seconds: the line lives, and that is the pulse
//	live:end                      perhaps nobody is signed in any more: ask
//	live:KIND     detail ABOUT    a signal, like a call that rings
//	live:presence detail "DRT-26-000001-K Sari|Dedi"   others who have it open
//
// Each tab tells what it shows, the one with the line tells the server: so
// colleagues see who else has a ticket open.
(() => {
'use strict';
const d = document, QUIET = 15000;
const tabs = window.BroadcastChannel && navigator.locks ? new BroadcastChannel('siaga-live') : null;
const ticket = d.querySelector('[data-ticket]'), me = Math.random();
const shows = [...ticket ? [ticket.dataset.ticket] : [], ...d.querySelector('[data-hadir]') ? ['daftar'] : []];
const open_in = new Map([[me, shows]]);		// what each tab of this browser has open
let line = null, last = '', said_open = '', pulse = null, wait = 1000, heard = Date.now(), timer = 0;

function hear(kind, detail) {
	heard = Date.now();
	d.dispatchEvent(new CustomEvent(`live:${kind}`, { detail }));
}

function tell(kind, detail) {
	hear(kind, detail);
	tabs?.postMessage({ kind, detail });
}

function later() {
	clearTimeout(timer);
	timer = setTimeout(open, wait);
	wait = Math.min(2 * wait, 30000);
}

const what = () => [...new Set([...open_in.values()].flat())].sort().reverse().slice(0, 9).join(',');

// Who has the line says it anew where a tab shows something else.
let renew = 0;
function hear_tab(e) {
	open_in[e.shows.length ? 'set' : 'delete'](e.tab, e.shows);
	clearTimeout(renew);
	renew = setTimeout(() => { if (line && what() !== said_open) open(); }, 300);
}

function open() {
	line?.close();
	said_open = what();
	const query = new URLSearchParams([...last ? [['last', last]] : [], ...said_open ? [['buka', said_open]] : []]);
	const own = line = new EventSource(`/langsung?${query}`);
	const on = (kind, act) => own.addEventListener(kind, e => {
		last = e.lastEventId || last;
		wait = 1000;
		act(e.data);
	});
	on('pulse', data => tell('pulse', pulse = data));
	on('beat', data => tell('beat', pulse = data));
	on('presence', data => tell('presence', data));
	on('signal', data => {
		const at = data.indexOf(' ');
		tell(data.slice(0, at), data.slice(at + 1));
	});
	on('end', data => {
		own.close();
		wait = 30000;
		later();
		tell('end', data);
	});
	// A lost line is the browser's to mend; one that was refused is ours.
	own.addEventListener('error', () => {
		if (own === line && own.readyState === EventSource.CLOSED)
			later();
	});
}

// The first tab has the line.  When it is closed, or asleep, another one has.
if (tabs) {
	tabs.addEventListener('message', e => {
		if (e.data.ask) {
			if (line && pulse !== null)
				tabs.postMessage({ kind: 'beat', detail: pulse });
			if (shows.length)
				tabs.postMessage({ tab: me, shows });
		} else if (e.data.tab) {
			if (e.data.tab !== me)
				hear_tab(e.data);
		} else
			hear(e.data.kind, e.data.detail);
	});
	navigator.locks.request('siaga-live', () => { open(); return new Promise(() => {}); });
	tabs.postMessage({ ask: true });
	if (shows.length) {
		tabs.postMessage({ tab: me, shows });
		addEventListener('pagehide', () => tabs.postMessage({ tab: me, shows: [] }));
		addEventListener('pageshow', e => { if (e.persisted) tabs.postMessage({ tab: me, shows }); });
	}
	// A tab that died said nothing: who has the line asks all again now and then.
	setInterval(() => {
		if (!line || open_in.size < 2) return;
		for (const tab of open_in.keys())
			if (tab !== me) open_in.delete(tab);
		tabs.postMessage({ ask: true });
		hear_tab({ tab: me, shows });
	}, 60000);
} else
	open();

// Where nothing is heard the line may be dead without anybody having noticed.
setInterval(() => {
	if (Date.now() - heard > QUIET && !(line && line.readyState === EventSource.CLOSED)) {
		heard = Date.now() - QUIET / 2;
		open();
	}
}, 5000);

// The machine says that its network went or came: ask by a new line, the old one
// may stay silent, or speak on from before.
for (const kind of ['offline', 'online'])
	addEventListener(kind, () => {
		if (line)
			open();
	});

// What a page without a clock of its own says of its line.
const mark = d.querySelector('.live[data-line]');
let alive = Date.now(), gone = false;
function show() {
	const age = Math.round((Date.now() - alive) / 1000), lost = gone || age > 15;
	const words = mark.dataset[gone ? 'gone' : lost ? 'lost' : 'ok'].replace('{0}', age), said = mark.querySelector('span');
	mark.classList.toggle('off', lost);
	if (said.textContent !== words)
		said.textContent = words;
}
if (mark) {
	mark.hidden = false;
	for (const kind of ['pulse', 'beat'])
		d.addEventListener(`live:${kind}`, () => { alive = Date.now(); gone = false; show(); });
	d.addEventListener('live:end', () => { gone = true; show(); });
	setInterval(show, 1000);
}
})();

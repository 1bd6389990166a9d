// call-text.js: written emergencies at the desk.  What waits sounds and shows;
// what is asked goes out, and what is answered comes in, beside the call's form.
import { action_of, actions } from './keys.js';

const d = document, at = id => d.getElementById(id), $$ = (s, r = d) => [...r.querySelectorAll(s)];
const keep = { get: k => { try { return localStorage.getItem(k); } catch { return null; } },
	set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a private window */ } } };
const strip = at('texts'), talk = at('talk'), list = at('texts-list');

async function piece(path, options = {}) {
	try {
		const r = await fetch(path, { redirect: 'manual', cache: 'no-store', ...options, signal: AbortSignal.timeout(8000) });
		return r.ok ? await r.text() : null;
	} catch {
		return null;
	}
}

// --- what waits --------------------------------------------------------------------

let audio = null, rung = 0;

function ring() {
	if (audio?.state !== 'running')
		return;
	for (const [after, tone] of [[0, 880], [.22, 660], [.44, 880]]) {
		const o = audio.createOscillator(), g = audio.createGain(), t = audio.currentTime + after;
		o.frequency.value = tone;
		g.gain.setValueAtTime(.0001, t);
		g.gain.exponentialRampToValueAtTime(.3, t + .02);
		g.gain.exponentialRampToValueAtTime(.0001, t + .2);
		o.connect(g).connect(audio.destination);
		o.start(t);
		o.stop(t + .22);
	}
}

// A browser gives sound after the first key only; and who does not want it has it off.
const sound = at('text-sound');
function wake() {
	if (window.AudioContext && keep.get('siaga-bunyi') !== 'mati') {
		audio ??= new AudioContext();
		audio.resume();
	}
}
for (const kind of ['keydown', 'pointerdown'])
	d.addEventListener(kind, wake);
if (sound && window.AudioContext) {
	sound.closest('label').hidden = false;
	sound.checked = keep.get('siaga-bunyi') !== 'mati';
	sound.addEventListener('change', () => {
		keep.set('siaga-bunyi', sound.checked ? 'hidup' : 'mati');
		sound.checked ? wake() : audio?.suspend();
	});
}

// Again and again until somebody takes it, as its priority has it.
function alarm() {
	const wait = Number(strip?.querySelector('.wait')?.dataset.alarm ?? 0);
	d.body.dataset.texts = strip?.querySelector('.wait')?.dataset.n ?? '0';
	if (wait > 0 && Date.now() - rung >= wait) {
		rung = Date.now();
		d.body.dataset.rung = Number(d.body.dataset.rung ?? 0) + 1;
		ring();
	}
}

let loaded = 0;
async function load_strip() {
	loaded = Date.now();
	const html = strip && await piece('/panggilan/tertulis');
	if (html === null || !strip)
		return;
	if (!strip.contains(d.activeElement))
		strip.innerHTML = html;
	alarm();
	if (list) {
		const page = await piece('/panggilan/masuk');
		const fresh = page && new DOMParser().parseFromString(page, 'text/html').getElementById('texts-list');
		if (fresh && !list.contains(d.activeElement))
			list.replaceChildren(...fresh.childNodes);
	}
}
for (const kind of ['text-new', 'text-taken', 'rest-offer', 'rest-answer'])
	d.addEventListener(`live:${kind}`, () => {
		if (kind === 'text-new')
			rung = 0;
		load_strip();
	});
setInterval(() => {
	alarm();
	if (Date.now() - loaded > 15000)
		load_strip();
}, 1000);
alarm();

// --- the conversation ---------------------------------------------------------------

const lines = at('talk-lines'), ask = at('f-ask'), said = at('talk-said');
const bottom = () => { if (lines) lines.scrollTop = lines.scrollHeight; };

async function load_lines() {
	const html = talk && await piece(`/panggilan/masuk/${talk.dataset.talk}/baris`);
	if (html) {
		lines.innerHTML = html;
		bottom();
	}
}

d.addEventListener('live:text-line', e => {
	if (talk?.dataset.talk === e.detail)
		load_lines();
	else
		load_strip();
});
if (talk)
	setInterval(load_lines, 10000);
bottom();

// One question once, however often it is pressed; the words stay until it is out.
let busy = false;
async function send(button) {
	const words = ask.value.trim(), form = ask.form;
	if (busy || (button.value === 'ask' && words === ''))
		return;
	busy = true;
	said.textContent = '';
	try {
		const body = new URLSearchParams({ do: button.value, ask: words, csrf: form.elements.csrf.value,
			ask_token: lines.querySelector('[name=ask_token]').value });
		const r = await fetch(`/panggilan/masuk/${talk.dataset.talk}`, { method: 'POST', redirect: 'manual', body, signal: AbortSignal.timeout(8000) });
		if (r.type !== 'opaqueredirect')
			throw new Error(r.status);
		if (button.value === 'ask')
			ask.value = '';
		await load_lines();
	} catch {
		said.textContent = talk.dataset.failed;
	}
	busy = false;
}

const asks = () => $$('[data-ask]', talk ?? d.createElement('p'));
for (const b of asks())
	b.addEventListener('click', e => { e.preventDefault(); send(b); });
ask?.addEventListener('keydown', e => {
	if (e.key !== 'Enter' || e.ctrlKey || e.isComposing)
		return;
	e.preventDefault();
	e.stopPropagation();
	send(asks()[0]);
});

// --- keys -----------------------------------------------------------------------------

Object.assign(actions, {
	text: () => at('text-next')?.click(),
	talk: () => ask?.focus(),
	channel: () => at('f-channel')?.focus(),
	rest: () => at('rest-take')?.click(),
});
for (const n of [1, 2, 3, 4, 5])
	actions[`ask${n}`] = () => asks().find(b => b.value === `ask${n}`)?.click();
if (!d.getElementById('call'))		// there call.js listens
	d.addEventListener('keydown', e => {
		const run = actions[action_of(e)];
		if (run && ['text', 'talk', 'rest'].includes(action_of(e)) || /^ask\d$/.test(action_of(e) ?? '')) {
			e.preventDefault();
			run();
		}
	});

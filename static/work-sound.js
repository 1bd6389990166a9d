// The worklist's sound: again and again until somebody has accepted.  Off until
// somebody asks for it; the wish is kept, and where the browser still wants a
// press before it lets anything sound, a line says so.
//
// #daftar[data-sound] says every how many seconds: 15 for P0 and P1, 60 for P2,
// nothing where nobody is waited for.  #bunyi[data-rung] counts, for tests.
(() => {
'use strict';
const d = document, $ = s => d.querySelector(s);
const list = $('#daftar'), box = $('#bunyi'), held = $('#tahan');
const keep = { get: k => { try { return localStorage.getItem(k); } catch { return null; } },
	set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a private window */ } } };
if (!window.AudioContext)
	return;

let audio = null, rung = 0, known = '';

function play() {
	for (const [at, tone] of [[0, 880], [.22, 660], [.44, 880]]) {
		const o = audio.createOscillator(), g = audio.createGain(), t = audio.currentTime + at;
		o.frequency.value = tone;
		g.gain.setValueAtTime(.0001, t);
		g.gain.exponentialRampToValueAtTime(.3, t + .02);
		g.gain.exponentialRampToValueAtTime(.0001, t + .2);
		o.connect(g).connect(audio.destination);
		o.start(t);
		o.stop(t + .22);
	}
}

function ring() {
	rung = Date.now();
	if (!audio || audio.state !== 'running')
		return;
	play();
	box.dataset.rung = Number(box.dataset.rung ?? 0) + 1;
}

const seconds = () => Number(list.dataset.sound) || 0;
// Another one that is urgent, or the first, is heard at once.
const first = () => `${seconds()} ${$('[data-urgent]')?.dataset.urgent ?? ''}`;

function check() {
	held.hidden = !box.checked || !audio || audio.state === 'running';
	if (!box.checked || !seconds()) {
		known = '';
		return;
	}
	const now = first(), news = now !== known && (!known || $('[data-urgent]'));
	known = now;
	if (news || Date.now() - rung >= seconds() * 1000)
		ring();
}

function wake() {
	audio ??= new AudioContext();
	return audio.state === 'running' ? Promise.resolve() : Promise.resolve(audio.resume()).catch(() => {});
}

async function want(on) {
	keep.set('bunyi', on ? 'hidup' : 'mati');
	if (on) {
		await wake();
		ring();			// so that it is known how it sounds
		known = first();
	}
	check();
}

box.closest('label').hidden = false;
box.addEventListener('change', () => want(box.checked));
$('#tahan button').addEventListener('click', () => want(true));
// Any press will do.
for (const kind of ['pointerdown', 'keydown'])
	d.addEventListener(kind, () => { if (box.checked && audio && audio.state !== 'running') wake().then(check); });
if (keep.get('bunyi') === 'hidup') {
	box.checked = true;
	audio = new AudioContext();
	audio.addEventListener?.('statechange', check);
}
d.addEventListener('list:drawn', check);
setInterval(check, 1000);
check();
})();

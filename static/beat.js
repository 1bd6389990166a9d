// beat.js: says every few minutes that somebody's screen is open: so others see who is there.
// All tabs of a browser say it together, and the server keeps only the last time.
(() => {
'use strict';
const EVERY = 240000, csrf = document.querySelector('input[name=csrf]')?.value ?? '';
const mine = [...csrf].reduce((sum, c) => sum * 31 + c.charCodeAt(0) | 0, 7);	// of this sign-in

async function beat() {
	try {
		const [whose, at] = (localStorage.getItem('siaga-hadir') ?? '').split(' ').map(Number);
		if (whose === mine && Date.now() - at < EVERY - 5000 && at <= Date.now())
			return;
		localStorage.setItem('siaga-hadir', `${mine} ${Date.now()}`);
	} catch { /* a private window: said more often */ }
	try {
		await fetch('/piket/hadir', { method: 'POST', body: new URLSearchParams({ csrf }), redirect: 'manual' });
	} catch { /* no line: the next time */ }
}

if (csrf) {
	beat();
	setInterval(beat, EVERY);
}
})();

// callout.js: who of the volunteers is coming, as they say so; the form beside it stays as it is.
(() => {
'use strict';
const d = document, list = d.getElementById('hadir');
let timer = 0, loaded = Date.now();

async function load() {
	loaded = Date.now();
	const r = await fetch(location.pathname, { cache: 'no-store' });
	if (!r.ok || r.redirected)
		return;
	const fresh = new DOMParser().parseFromString(await r.text(), 'text/html').getElementById('hadir');
	if (fresh && !list.contains(d.activeElement) && fresh.innerHTML !== list.innerHTML)
		list.innerHTML = fresh.innerHTML;
}

const soon = () => { timer ||= setTimeout(() => { timer = 0; load().catch(() => {}); }, Math.max(0, loaded + 1000 - Date.now())); };

d.addEventListener('live:pulse', soon);
setInterval(() => d.visibilityState === 'visible' && Date.now() - loaded > 15000 && soon(), 5000);
})();

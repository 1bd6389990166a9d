// field.js: the page of a crew.  What is pressed is put down on this phone first, with
// the time, and then sent; without a signal the page goes on as if it had been.
// Without this file its forms are plain ones.
(() => {
'use strict';
const d = document, Q = self.siaga_field, $ = (s, r = d) => r.querySelector(s), $$ = (s, r = d) => [...r.querySelectorAll(s)];
const line = $('#antre'), list = $('#daftar'), failed = $('#gagal'), say = line.dataset, account = d.body.dataset.account;
const chain = $$('#alur li').map(li => ({ ...li.dataset, word: li.textContent })), AGAIN = 15000, SIDE = 1600, SIZE = 150000;
const plain = new WeakSet(), fill = (text, n) => text.replace('{0}', n), csrf = $('[name=csrf]').value;
let again = 0, state = 'ok';

if (!Q || !self.indexedDB || !self.crypto?.getRandomValues)
	return;
Q.keep(`<!doctype html>${d.documentElement.outerHTML}`).catch(() => {});
const ready = Q.enter(account, csrf).catch(() => {});
d.documentElement.classList.add('js');
navigator.serviceWorker?.register('/sw.js').catch(() => {});

const clock = ms => new Date(ms).toLocaleTimeString(d.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
const make = (tag, text, at = {}) => Object.assign(d.createElement(tag), { textContent: text }, at);

// --- what is shown ----------------------------------------------------------------

// The buttons of a state the server does not know yet.
function show_chain(art, at) {
	const { life, object, number } = art.dataset, go = $('.go', art);
	const next = chain.filter(c => c.life === life && c.from === at).sort((a, b) => a.rank - b.rank);
	$$('[data-here]', go).forEach(b => b.remove());
	for (const b of go.children)
		b.hidden = at !== art.dataset.state;
	if (at === art.dataset.state)
		return;
	next.forEach((c, i) => {
		const b = make('button', c.word, { className: i ? 'btn' : 'btn big', name: 'langkah', value: `${number}.${object}.${c.act}.0` });
		b.dataset.here = '';
		b.append(make('span', ` ${number}`, { className: 'vh' }));
		go.append(b);
	});
}

function show_job(art, waiting) {
	const own = waiting.filter(s => s.number === art.dataset.number), ul = $('.wait', art);
	const moved = own.filter(s => s.to && s.object === art.dataset.object);
	ul.replaceChildren(...own.map(s => make('li', `${s.word}, ${clock(s.pressed)}: ${say.waits}`)));
	ul.hidden = own.length === 0;
	if (art.dataset.state)
		show_chain(art, moved.length ? moved[moved.length - 1].to : art.dataset.state);
	for (const b of $$('details form .big', art))
		b.closest('details').hidden = own.some(s => s.value === b.value);
}

// What could not be done stays until somebody has read it.
function show_told(s) {
	const box = make('div', '', { className: 'ban am' }), ok = make('button', say.ok, { className: 'btn', type: 'button' });
	const words = s.text ?? fill(s.status === 404 ? say.gone : say.refused, s.number);
	box.setAttribute('role', 'alert');
	box.dataset.seq = s.seq;
	box.append(make('p', s.text?.includes(s.number) || !s.text ? words : `${s.number}, ${s.word}: ${words}`));
	if (s.note)
		box.append(make('p', `${say.words} ${s.note}`));
	ok.addEventListener('click', async () => {
		await Q.drop(s.seq);
		show();
	});
	if (s.photo) {
		const retry = make('button', say.retry, { className: 'btn', type: 'button' });
		retry.addEventListener('click', async () => {
			await Q.mend(s.seq, { state: 'wait' });
			await show();
			go();
		});
		box.append(retry);
	}
	box.append(ok);
	return box;
}

function show_line(own, others) {
	const words = [], door = state === 'door' && own > 0;
	if (own > 0)
		words.push(own === 1 ? say.one : fill(say.many, own));
	if (state === 'away' || !navigator.onLine)
		words.push(say.none);
	if (others > 0)
		words.push(fill(say.other, others));
	line.hidden = words.length === 0 && !door;
	line.dataset.waiting = own;
	const text = words.join(' ');
	if (line.firstChild?.data !== text || Boolean($('a', line)) !== door)
		line.replaceChildren(text, ...door ? [' ', make('a', say.door, { href: '/masuk?ke=/lapangan' })] : []);
}

async function show() {
	const all = await Q.steps(), own = all.filter(s => s.account === account), waiting = own.filter(s => s.state === 'wait');
	const told = own.filter(s => s.state === 'told');
	$$('article', list).forEach(art => show_job(art, waiting));
	$$('[data-seq]', failed).filter(b => !told.some(s => s.seq === +b.dataset.seq)).forEach(b => b.remove());
	failed.append(...told.filter(s => !$(`[data-seq="${s.seq}"]`, failed)).map(show_told));
	show_line(waiting.length, all.length - own.length);
	return waiting.length;
}

// --- the page as it is by now --------------------------------------------------------

const is_typing = () => $$('textarea', list).some(t => t.value !== t.defaultValue);
const open_ones = root => $$('details[open]', root).map(x => x.closest('article')?.dataset.number + x.firstChild.textContent);

function put_in(fresh) {
	const open = open_ones(list), at = d.activeElement, key = list.contains(at) && (at.id || at.value);
	list.replaceChildren(...fresh.childNodes);
	for (const x of $$('details', list))
		x.open ||= open.includes(x.closest('article')?.dataset.number + x.firstChild.textContent);
	if (key)
		$$('[id],button', list).find(x => (x.id || x.value) === key)?.focus({ preventScroll: true });
}

async function refresh(pulse) {
	const known = $('[data-pulse]', list).dataset.pulse;
	if (is_typing() || pulse === known)
		return;
	const r = await fetch('/lapangan/versi', { redirect: 'manual', headers: { 'if-none-match': `"${d.documentElement.lang}${known}"` } });
	if (r.type === 'opaqueredirect')
		await Q.leave();
	if (!r.ok)
		return;
	const html = await r.text(), page = new DOMParser().parseFromString(html, 'text/html');
	await Q.keep(html);
	if (page.body.dataset.account !== account || $('[name=csrf]', page).value !== csrf)
		return location.reload();
	if (!is_typing())
		put_in(page.importNode ? d.importNode($('#daftar', page), true) : $('#daftar', page));
	await show();
}

// --- sending --------------------------------------------------------------------------

async function go() {
	clearTimeout(again);
	await ready;
	const r = await Q.flush().catch(() => ({ state: 'away', sent: 0 }));
	state = r.state;
	const left = await show();
	if (r.sent > 0)
		await refresh().catch(() => {});
	if (left === 0)
		return;
	again = setTimeout(go, AGAIN);
	(await navigator.serviceWorker?.ready)?.sync?.register(Q.PAGE).catch(() => {});
}

// Where the phone is, where its owner wants that said; the step waits for it some seconds.
const where = () => new Promise(done => navigator.geolocation.getCurrentPosition(({ coords: c }) =>
	done({ lat: c.latitude.toFixed(6), lon: c.longitude.toFixed(6), accuracy: Math.round(c.accuracy) }), () => done(null),
	{ enableHighAccuracy: true, timeout: 5000, maximumAge: 30000 }));

async function keep(step, form, button) {
	let seq;
	try {
		seq = await Q.add({ account, ...step });
	} catch {		// no room, or a browser that keeps nothing: then as without a script
		line.hidden = false;
		line.textContent = say.full;
		plain.add(form);
		return button && form.requestSubmit(button);
	}
	form.reset();
	$$('details', form).concat(form.closest('details') ?? []).forEach(x => { x.open = false; });
	await show();
	const at = $('#posisi').checked ? await where() : null;
	if (at)
		await Q.mend(seq, at);
	go();
}

function press(form, button) {
	const [number, object, act] = button.value.split('.'), f = new FormData(form), art = form.closest('article');
	const note = (f.get('catatan') ?? '').trim(), words = $('[name=catatan]', form);
	if (act === 'note' && note === '')
		return words.focus();
	const to = object === art.dataset.object ? chain.find(c => c.life === art.dataset.life && c.act === act)?.to : undefined;
	return keep({ value: button.value, number, object, act, to, note, reason: f.get('alasan') ?? '',
		word: act === 'note' ? say.note : button.firstChild.data.trim() }, form, button);
}

d.addEventListener('submit', async e => {
	const form = e.target;
	if (plain.has(form) || (!form.closest('article') && form.id !== 'keluar'))
		return;
	e.preventDefault();
	if (form.id !== 'keluar')
		return press(form, e.submitter);
	if ((await Q.steps()).some(s => s.account === account) && !confirm(form.dataset.sure))
		return;
	await Q.leave();
	plain.add(form);
	form.requestSubmit();
});

// --- photos: smaller, and without what the camera wrote ---------------------------------

async function shrink(file) {
	const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }), canvas = d.createElement('canvas');
	let blob;
	for (let side = SIDE; side > SIDE / 4; side *= .75) {
		const scale = Math.min(1, side / Math.max(picture.width, picture.height));
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
		for (const quality of [.82, .7, .58, .46]) {
			blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
			if (blob.size <= SIZE)
				return blob;
		}
	}
	return blob;
}

d.addEventListener('change', async e => {
	const input = e.target;
	if (input.type !== 'file' || input.files.length === 0)
		return;
	const value = $('[name=langkah]', input.form).value, [number, object, act] = value.split('.');
	try {
		const photo = await (await shrink(input.files[0])).arrayBuffer();
		await keep({ value, number, object, act, photo, word: say.photo }, input.form, $('button', input.form));
	} catch {
		line.hidden = false;
		line.textContent = say.shrink;
	}
});

// --- when ---------------------------------------------------------------------------------

const box = $('#posisi');
box.closest('label').hidden = !navigator.geolocation;
box.checked = localStorage.getItem('siaga-posisi') === '1';
box.addEventListener('change', () => localStorage.setItem('siaga-posisi', box.checked ? '1' : '0'));

const look = () => { if (d.visibilityState === 'visible') { go(); refresh().catch(() => {}); } };
addEventListener('online', look);
addEventListener('offline', show);
d.addEventListener('visibilitychange', look);
navigator.serviceWorker?.addEventListener('message', e => e.data === Q.PAGE && look());
for (const kind of ['pulse', 'beat'])
	d.addEventListener(`live:${kind}`, e => {
		if (state !== 'ok')
			go();
		refresh(e.detail).catch(() => {});
	});
d.addEventListener('live:end', look);
go();
})();

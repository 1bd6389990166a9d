// call-draft.js: nothing that was typed is lost.  The server keeps it while a
// call goes on; while there is no server, this machine does.
//
// What lies on this machine is not sealed: a key beside it would open it for
// whoever sits here, and a key on the server is out of reach just then.  So it
// lies here as short as can be: it goes with the first answer of the server.
import { $, at, clear_card, form, on_change, piece, say } from './call-card.js';

const d = document, field = form.elements, state = at('draft-state');
const PAUSE = 1000, BEAT = 60000, PATIENCE = 4000, AGAIN = 3000;
const fill = (text, ...args) => text.replace(/\{(\d)\}/g, (_, n) => args[n]);

// Told when the next call begins on the page that is there, without the server.
export const on_next = new Set();

// --- what is said ---------------------------------------------------------------

function body(button) {
	const out = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== 'csrf'));
	if (button?.name)
		out.set(button.name, button.value);
	return out.toString();
}

// The same words as page/draft_page.c: not what every form has.
const ours = new Set(['csrf', 'token', 'rang', 'card', 'card2', 'card3', 'card4', 'shown', 'offered', 'agency', 'lead', 'priority', 'channel']);
export const is_said = () => [...new FormData(form)].some(([name, value]) => value !== '' && !ours.has(name));

const send = (path, text, patience) => fetch(path, { method: 'POST', redirect: 'manual',
	body: new URLSearchParams(`${text}&csrf=${encodeURIComponent(field.csrf.value)}`), signal: AbortSignal.timeout(patience) });

// "door": somebody has to sign in; "away": there is no server, or none that works.
const how = r => r.type === 'opaqueredirect' || r.status === 403 ? 'door' : r.status >= 500 || r.status === 429 ? 'away' :
	r.ok ? 'ok' : 'bad';

async function post(text, patience = PATIENCE) {
	try {
		return how(await send('/panggilan/draf', text, patience));
	} catch {
		return 'away';
	}
}

// --- on the server: the draft -------------------------------------------------------

let saved = null, saved_at = 0, failing = false, timer = 0, flight = null, leaving = false;

function show_state() {
	const s = Math.round((performance.now() - saved_at) / 1000);
	state.textContent = failing ? say.unsaved : saved === null ? '' : s < 2 ? say.savedNow : fill(say.saved, s);
	state.classList.toggle('red', failing);
	state.dataset.saved = body() === saved;
}

// One at a time, and always the newest.
async function save() {
	clearTimeout(timer);
	timer = 0;
	if (flight)
		return flight.then(save);
	const text = body();
	if (leaving || (saved === null && !is_said()) || (text === saved && performance.now() - saved_at < BEAT))
		return;
	flight = post(text);
	const got = await flight;
	flight = null;
	failing = got !== 'ok';
	if (failing) {
		keep_here();
	} else {
		saved = is_said() ? text : null;
		saved_at = performance.now();
		forget_here(field.token.value);
	}
	show_state();
	show_queue(got);
}

// So long after the first change, and not after the last: who types on and on is saved, too.
function soon() {
	state.dataset.saved = 'false';
	if (failing)
		keep_here();
	timer ||= setTimeout(save, PAUSE);
}

for (const kind of ['input', 'change', 'keyup'])
	form.addEventListener(kind, soon);
form.addEventListener('focusout', () => {
	if (!timer)
		return;
	clearTimeout(timer);
	timer = setTimeout(save, 50);
});
on_change.add(soon);
setInterval(() => {
	show_state();
	if (!timer && (failing || (saved !== null && performance.now() - saved_at > BEAT)))
		save();
}, 1000);

// The last word, when the page goes: no answer is waited for.
function last_word() {
	const text = body();
	if (leaving || text === saved || (saved === null && !is_said()))
		return;
	if (failing)
		keep_here();
	navigator.sendBeacon('/panggilan/draf', new URLSearchParams(`${text}&csrf=${encodeURIComponent(field.csrf.value)}`));
}

addEventListener('pagehide', last_word);
d.addEventListener('visibilitychange', () => d.visibilityState === 'hidden' && last_word());

// --- on this machine: drafts the server has not got, calls that wait -------------------

const DRAFTS = 'siaga-draf', QUEUE = 'siaga-antre';

function read(name) {
	try {
		return JSON.parse(localStorage.getItem(name)) ?? [];
	} catch {
		return [];
	}
}

const write = (name, list) => list.length ? localStorage.setItem(name, JSON.stringify(list)) : localStorage.removeItem(name);
const without = (name, token) => read(name).filter(q => q.token !== token);
const put = (name, text) => write(name, [...without(name, field.token.value),
	{ token: field.token.value, account: say.account, who: say.who, body: text }]);
const keep_here = () => is_said() && put(DRAFTS, body());
const forget_here = token => write(DRAFTS, without(DRAFTS, token));
const is_own = q => q.account === say.account;

// The others: this page's own is not among them.
async function load_drafts() {
	const { csrf, token } = field;
	const html = await piece('/panggilan/draf/lain', { method: 'POST', body: new URLSearchParams({ csrf: csrf.value, token: token.value }) });
	if (html !== null && !at('drafts').contains(d.activeElement))
		at('drafts').innerHTML = html;
}

// Drafts that died with their page go to the server, and stand in its list.
async function bring_drafts() {
	let some = false;
	for (const q of read(DRAFTS).filter(x => is_own(x) && x.token !== field.token.value)) {
		const got = await post(q.body);
		if (got === 'away' || got === 'door')
			break;
		forget_here(q.token);
		some = true;
	}
	if (some)
		await load_drafts();
}

const going = new Set();	// tokens that are on their way with the page itself
let door = false, sending = false, again = 0;

function show_queue(got) {
	if (got)
		door = got === 'door';
	const box = at('queue'), all = read(QUEUE).filter(q => !going.has(q.token));
	const own = all.filter(is_own), others = all.filter(q => !is_own(q)), lines = [];
	if (own.length)
		lines.push(own.length === 1 ? say.waitingOne : fill(say.waiting, own.length));
	if (door)
		lines.push(say.signIn);
	else if (failing || own.length)
		lines.push(say.offline);
	if (form.inert)
		lines.push(say.full);
	for (const who of new Set(others.map(q => q.who)))
		lines.push(fill(say.theirs, others.filter(q => q.who === who).length, who));
	const text = lines.join(' · ');
	box.hidden = text === '';
	if (box.textContent === text)
		return;
	box.textContent = text;
	if (door) {
		const a = Object.assign(d.createElement('a'), { href: '/masuk?ke=/panggilan', textContent: ' →', className: 'btn btn-2 btn-s' });
		a.setAttribute('aria-label', say.signIn);
		box.append(a);
	}
}

// What the server said of it, where the person sees it: the receipt, or the words of a call that is none.
function show_came(got) {
	const note = $('#sent, .callnote[role=status]', got);
	if (!note)
		return;
	note.id = '';
	$('#sent-close', note)?.remove();
	const p = d.createElement('p');
	p.textContent = say.came;
	(note.querySelector('.grow') ?? note).prepend(p);
	at('came').append(d.importNode(note, true));
}

async function send_one(q) {
	const r = await send('/panggilan', `${q.body}&late=1`, 4 * PATIENCE), got = how(r);
	if (got === 'away' || got === 'door')
		return got;
	const page = new DOMParser().parseFromString(await r.text(), 'text/html');
	if (page.getElementById('call')?.dataset.done === q.token)
		show_came(page);
	else if (await post(q.body) === 'away')	// it needs a look: as a draft it is in the list
		return 'away';
	write(QUEUE, without(QUEUE, q.token));
	return 'ok';
}

async function flush() {
	clearTimeout(again);
	if (sending)
		return;
	sending = true;
	let got = 'ok';
	const before = read(QUEUE).length;
	try {
		for (const q of read(QUEUE).filter(x => is_own(x) && !going.has(x.token)))
			if ((got = await send_one(q)) !== 'ok')
				break;
		if (got === 'ok')
			await bring_drafts();
	} catch {
		got = 'away';
	}
	sending = false;
	show_queue(got);
	if (read(QUEUE).some(x => is_own(x) && !going.has(x.token)) || read(DRAFTS).some(is_own))
		again = setTimeout(flush, AGAIN);
	else if (before > 0)
		load_drafts();
}

addEventListener('online', flush);

// --- sending ----------------------------------------------------------------------------

const spare = say.spare.split(' ').filter(Boolean);

// The same page once more, as the server would have sent it.
function next_call() {
	for (const el of form.elements)
		if (el.type === 'checkbox' || el.type === 'radio')
			el.checked = el.type === 'radio' && el.name === 'priority' && el.value === '';
		else if (el.matches('textarea, input[type=text], input[type=tel], input[name=said], select'))
			el.value = '';
	for (const gone of d.querySelectorAll('#sent, .errsum, #call > .callnote[role=status]'))
		gone.remove();
	at('near').replaceChildren();
	at('past').replaceChildren();
	saved = null;
	failing = false;
	clear_card();
	field.token.value = spare.shift() ?? '';
	form.inert = field.token.value === '';
	for (const tell of on_next)
		tell();
	show_state();
	at('f-type').focus();
}

// Kept here, asked whether there is a server, and sent in the usual way: then
// its page says what became of it.  Without a server it waits, and the next
// call can be taken.  Whatever dies in between, the token lets it in once.
let passing = null, busy = false;

form.addEventListener('submit', async e => {
	const button = e.submitter;
	if (!button?.name || button.value === 'show' || passing === button) {
		leaving = Boolean(button?.name);
		passing = null;
		return;
	}
	e.preventDefault();
	e.stopPropagation();
	if (busy)
		return;
	busy = true;
	const token = field.token.value, text = body(button);
	put(QUEUE, text);
	going.add(token);
	const got = await post(text);
	busy = false;
	if (got === 'ok' || got === 'bad') {
		passing = button;
		form.requestSubmit(button);
		return;
	}
	going.delete(token);
	forget_here(token);
	next_call();
	show_queue(got);
	again = setTimeout(flush, AGAIN);
});

// What this page says is done is done; what stands on it is in a person's hands.
write(QUEUE, read(QUEUE).filter(q => q.token !== say.done && q.token !== field.token.value));
if (form.elements.rang.dataset.begun)
	soon();
show_queue();
flush();

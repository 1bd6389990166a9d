// night.mjs: a night of telephone calls, played to the door as an exchange would.
// usage: node night.mjs BASE CODE SECRET [--seed 1] [--hours 8] [--speed 60] [--extensions 201,202]
//
// The same seed is the same night: calls at random, most of them junk from a
// few numbers, bursts of hang-ups, callers who give up, messages that come twice
// and in the wrong order.  Nothing of it depends on the clock but when it is said.
import { createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const MINUTE = 60, HOUR = 3600;

// mulberry32: small, and good enough for telephones.
function chance(seed) {
	let a = seed >>> 0;
	return () => {
		a = (a + 0x6d2b79f5) >>> 0;
		let t = Math.imul(a ^ a >>> 15, 1 | a);
		t = (t + Math.imul(t ^ t >>> 7, 61 | t)) ^ t;
		return ((t ^ t >>> 14) >>> 0) / 4294967296;
	};
}

// DOMAIN.md: between 23 and 83 in a hundred calls are junk.
const JUNK = 0.7, LOST = 0.12, LOST_IN_BURST = 0.55, TWICE = 0.05, SWAPPED = 0.04, HIDDEN = 0.06, A_HOUR = 40;

// When calls begin, in seconds; and which are of a burst.
function beginnings(r, hours) {
	const out = [];
	for (let at = 0; (at += -Math.log(1 - r()) * HOUR / A_HOUR) < hours * HOUR;)
		out.push({ at, burst: false });
	for (let b = 0; b < Math.ceil(hours / 3); b++) {
		const from = r() * hours * HOUR, n = 10 + Math.floor(r() * 15);
		for (let i = 0; i < n; i++)
			out.push({ at: from + r() * 2 * MINUTE, burst: true });
	}
	return out.sort((a, b) => a.at - b.at);
}

// { calls, messages: [{ at, body }] } in the order in which they are sent.
export function plan(seed, hours, extensions = ['201', '202', '203', '204'], prefix = `n${seed}`) {
	const r = chance(seed), any = list => list[Math.floor(r() * list.length)];
	const number = () => `08${12 + Math.floor(r() * 8)}${String(1e7 + Math.floor(r() * 9e7))}`;
	const pranks = Array.from({ length: 8 }, number), messages = [], calls = [];
	beginnings(r, hours).forEach(({ at, burst }, i) => {
		const call = { name: `${prefix}.${i}`, junk: r() < JUNK, lost: r() < (burst ? LOST_IN_BURST : LOST), burst };
		const from = r() < HIDDEN ? 'anonymous' : call.junk ? any(pranks) : number();
		const rings = call.lost ? 3 + r() * 40 : 1 + r() * 18, talks = call.junk ? 2 + r() * 25 : 30 + r() * 240;
		const say = (t, event, more = {}) => messages.push({ at: t, body: { event, call: call.name, number: from, line: any(['112', '112', '112-2']), ...more } });
		say(at, 'ringing');
		if (call.lost) {
			say(at + rings, 'abandoned');
		} else {
			say(at + rings, 'answered', { extension: any(extensions) });
			say(at + rings + talks, 'ended', { recording: `https://pbx.example/rekaman/${call.name}.wav` });
		}
		calls.push(call);
	});
	messages.sort((a, b) => a.at - b.at);
	messages.forEach((m, i) => { m.body = { id: `${prefix}-${i}`, ...m.body }; });
	for (let i = messages.length - 2; i >= 0; i--)
		if (r() < SWAPPED)
			[messages[i], messages[i + 1]] = [messages[i + 1], messages[i]];
	const again = messages.filter(() => r() < TWICE);
	for (const m of again)
		messages.splice(messages.indexOf(m) + 1, 0, { ...m, again: true });
	return { calls, messages };
}

export async function tell(base, code, secret, body) {
	const text = JSON.stringify(body), time = String(Math.floor(Date.now() / 1000));
	const answer = await fetch(`${base}/api/calls`, { method: 'POST', body: text, headers: { 'content-type': 'application/json',
		authorization: `Bearer ${code}`, 'x-siaga-time': time, 'x-siaga-signature': createHmac('sha256', secret).update(`${time}.${text}`).digest('hex') } });
	const said = await answer.text();
	if (answer.status !== 200)
		throw new Error(`${body.event} ${body.call}: ${answer.status} ${said}`);
	return JSON.parse(said).state;
}

// Counts what was answered; show(progress) ten times.
export async function play({ base, code, secret, night, speed, show = () => {} }) {
	const sum = { sent: 0, ringing: 0, answered: 0, callback_queue: 0, closed: 0 }, begun = Date.now();
	const step = Math.ceil(night.messages.length / 10);
	for (const [i, m] of night.messages.entries()) {
		const wait = begun + m.at * 1000 / speed - Date.now();
		if (wait > 1)
			await new Promise(done => setTimeout(done, wait));
		sum[await tell(base, code, secret, m.body)]++;
		sum.sent++;
		if ((i + 1) % step === 0 || i + 1 === night.messages.length)
			show(`${String(Math.floor(m.at / HOUR)).padStart(2, '0')}.${String(Math.floor(m.at / MINUTE) % 60).padStart(2, '0')}  ${i + 1} of ${night.messages.length} said`);
	}
	return sum;
}

async function main([base, code, secret, ...words]) {
	const option = (name, otherwise) => words.includes(`--${name}`) ? words[words.indexOf(`--${name}`) + 1] : otherwise;
	const seed = Number(option('seed', 1)), hours = Number(option('hours', 8)), speed = Number(option('speed', 60));
	// Played twice, it is two nights: the names differ, the calls do not.
	const night = plan(seed, hours, option('extensions', '201,202,203,204').split(','), `n${seed}.${option('name', Date.now().toString(36))}`);
	const part = what => Math.round(100 * night.calls.filter(what).length / night.calls.length);
	console.log(`${night.calls.length} calls in ${hours} h, ${part(c => c.junk)} % junk, ${part(c => c.lost)} % given up, ${part(c => c.burst)} % in bursts; at ${speed} times the speed`);
	console.log(await play({ base, code, secret, night, speed, show: console.log }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	await main(process.argv.slice(2));

// call-words.js: what typed words mean; the same order as domain/match.c and red_flag.c.
export const known = { categories: [], villages: [], flags: [] };

export const fold = text => text.toLowerCase().replace(/[^a-z0-9\u0080-\uffff]+/g, ' ').trim();
const starts = (text, typed) => typed.split(' ').every(w => (' ' + text).includes(' ' + w));
const holds = (text, phrase) => phrase !== '' && ` ${text} `.includes(` ${phrase} `);

function fit(c, typed) {
	if ([c.code, c.name, c.other].includes(typed))
		return 4;
	if (c.words.includes(typed))
		return 3;
	if ([c.name, c.other, ...c.words].some(w => starts(w, typed)))
		return 2;
	const found = c.words.filter(w => holds(typed, w)).map(w => w.length);
	return found.length ? 1 + Math.max(...found) / 1000 : 0;
}

export function match(text) {
	const typed = fold(text);
	return typed === '' ? [] : known.categories.map(c => [fit(c, typed), c])
		.filter(([f]) => f > 0).sort((a, b) => b[0] - a[0]);
}

// What the server would make of it: one, or nothing yet.
export function certain(text) {
	const found = match(text), best = found.length ? Math.ceil(found[0][0]) : 0;
	const same = found.filter(([f]) => best < 2 ? f === found[0][0] : f === best);
	return same.length === 1 ? same[0][1] : null;
}

// What past tickets' words make of it, as the server knows them; null where it was overtaken.
let asking = null;
export async function refine(text) {
	asking?.abort();
	asking = new AbortController();
	try {
		const r = await fetch(`/panggilan/jenis?${new URLSearchParams({ q: text })}`, { signal: asking.signal });
		return r.ok ? (await r.json()).map(code => known.categories.find(c => c.c === code)).filter(Boolean) : null;
	} catch {
		return null;
	}
}

// Words that call for help at once, the most urgent first: [flag, the words as typed].
export function flags_in(text) {
	const words = fold(text).split(' ');
	const stands = (phrase, at) => phrase.every((others, i) => others.includes(words[at + i]));
	return known.flags.map(f => {
		for (const phrase of f.phrases)
			for (let at = 0; at + phrase.length <= words.length; at++)
				if (stands(phrase, at))
					return [f, words.slice(at, at + phrase.length).join(' ')];
		return null;
	}).filter(Boolean).sort(([a], [b]) => (a.p > b.p) - (a.p < b.p));
}

// The code of a village that is named in full, or is the only one to begin so.
export function village_code(text) {
	const typed = fold(text);
	if (typed === '')
		return '';
	const exact = known.villages.filter(v => v.full === typed || v.name === typed);
	const some = exact.length ? exact : known.villages.filter(v => starts(v.full, typed));
	return some.length === 1 ? some[0].c : '';
}

export async function load() {
	try {
		const data = await (await fetch('/panggilan/data')).json();
		known.categories = data.categories.map(c => ({ ...c, code: fold(c.c), name: fold(c.n),
			other: fold(c.o), words: c.w.split(',').map(fold).filter(Boolean) }));
		known.flags = data.flags.map(f => ({ ...f,
			phrases: f.w.split(',').map(phrase => phrase.split(' ').map(w => w.split('|'))) }));
		known.villages = data.villages.map(v => ({ ...v, full: fold(v.n), name: fold(v.n.split(',')[0]) }));
	} catch {
		// Without them the server still understands what is typed.
	}
}

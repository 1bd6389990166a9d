// templates.mjs: what would let a value out of its quotes, words that are in
// no catalogue, pictures that do not exist.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

let bad = 0;
function complain(file, line, why) {
	console.log(`${file}:${line}: ${why}`);
	bad = 1;
}

function files(dir, ending) {
	if (!existsSync(dir))
		return [];
	return readdirSync(dir, { recursive: true }).map(f => join(dir, f))
		.filter(f => f.endsWith(ending)).sort();
}

const line_of = (text, at) => text.slice(0, at).split('\n').length;

// --- catalogues: HDF, as far as we write it --------------------------------

function catalogue(dir) {
	const words = new Map();
	for (const file of files(dir, '.hdf')) {
		const lines = readFileSync(file, 'utf8').split('\n');
		const path = [];
		for (let i = 0; i < lines.length; i++) {
			const text = lines[i].trim();
			let m;
			if (text === '' || text.startsWith('#'))
				continue;
			if (text === '}')
				path.pop();
			else if ((m = text.match(/^([\w.]+)\s*\{$/)))
				path.push(m[1]);
			else if ((m = text.match(/^([\w.]+)\s*<<\s*(\w+)$/))) {
				const from = ++i;
				while (i < lines.length && lines[i] !== m[2])
					i++;
				put(m[1], lines.slice(from, i).join('\n'));
			} else if ((m = text.match(/^([\w.]+)\s*=\s*(.*)$/)))
				put(m[1], m[2]);
			else
				complain(file, i + 1, `not a line of a catalogue: ${text}`);

			function put(name, value) {
				const key = [...path, name].join('.');
				if (words.has(key))
					complain(file, i + 1, `${key} is said twice`);
				if (value.trim() === '')
					complain(file, i + 1, `${key} is empty`);
				words.set(key, { file, line: i + 1, value });
			}
		}
		if (path.length)
			complain(file, lines.length, `${path.join('.')} is not closed`);
	}
	return words;
}

const id = catalogue('templates/lang/id'), en = catalogue('templates/lang/en');
for (const [one, other, name] of [[id, en, 'en'], [en, id, 'id']])
	for (const [key, at] of one)
		if (!other.has(key))
			complain(at.file, at.line, `${key} is missing in ${name}`);
// What C puts in stands in the same braces in both.
const holes = text => (text.match(/%[-\d.]*l?l?[a-z%]|\{\w+\}/g) || []).sort().join(' ');
for (const [key, at] of id)
	if (en.has(key) && holes(at.value) !== holes(en.get(key).value))
		complain(at.file, at.line, `${key} has other places to fill in in en`);

function known(key) {
	return id.has(key) || [...id.keys()].some(k => k.startsWith(key + '.'));
}

// --- templates -------------------------------------------------------------

const sprite = existsSync('static/icons.svg') ? readFileSync('static/icons.svg', 'utf8') : null;
const icons = new Set([...(sprite || '').matchAll(/id="(i-[\w-]+)"/g)].map(m => m[1]));
const plain = /^[A-Za-z_]\w*(\.\w+)*$/;
// Words that are the same in every language, or no words.
const names = new Set(['Siaga', 'siaga', 'ID', 'EN', 'WIB', 'WITA', 'WIT', 'SOP', 'OPD', 'QR',
	'Bahasa', 'Indonesia', 'English', 'Basarnas', 'AGPL',
	'Alt', 'Ctrl', 'Enter', 'Esc', 'Tab']);

function check_marks(file, text) {
	for (const m of text.matchAll(/<\?cs\s*([\s\S]*?)\s*\?>/g)) {
		const say = why => complain(file, line_of(text, m.index), `${why}: ${m[0]}`);
		const [, verb, rest = ''] = m[1].match(/^(\/?\w+)\s*!?\s*:?\s*([\s\S]*)$/) || [, ''];
		if (['uvar', 'evar', 'lvar', 'linclude', 'name', 'alt'].includes(verb))
			say('a value shown raw, or run as a template');
		if (verb === 'escape')
			say('escaping is switched');
		if (verb === 'var' && !plain.test(rest))
			say('more than a plain name');
		if (verb === 'include') {
			const name = (rest.match(/^"([\w/.-]+)"$/) || [])[1];
			if (!name || name.includes('..'))
				say('an include by another than a literal name');
			else if (!existsSync(join('templates', name)))
				say('an include of nothing');
		}
		for (const key of rest.matchAll(/(?<![\w.])L(\.\w+)+/g))
			if (!known(key[0]))
				say(`${key[0]} is in no catalogue`);
	}
}

// The HTML, with a mark of equal length where a value or an instruction stood.
function check_html(file, text) {
	const html = text.replace(/<!--[\s\S]*?-->/g, s => s.replace(/[^\n]/g, ' '))
		.replace(/<\?cs\s*(\/?\w+)[\s\S]*?\?>/g, (s, verb) =>
			s.replace(/[^\n]/g, verb === 'var' ? '\u0001' : '\u0002'));
	for (const m of html.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi)) {
		const say = why => complain(file, line_of(text, m.index), `${why}: <${m[1]}`);
		const tag = m[1].toLowerCase(), rest = m[2];
		const outside = rest.replace(/"[^"]*"/g, '""');
		if (tag === 'style' || /\sstyle\s*=/i.test(outside))
			say('an inline style');
		if (/\son[a-z]+\s*=/i.test(outside))
			say('an inline script');
		if (tag === 'script' && !/\ssrc="\/static\//.test(rest))
			say('a script that is not a file of ours');
		if (/=\s*[^\s"]/.test(outside) || outside.includes('\u0001'))
			say('a value or an attribute without double quotes');
		if (/\s(href|src|action|formaction|xlink:href)="\u0001/i.test(rest))
			say('a whole address from a value');
		if (/\s(href|src|action|formaction)="\s*(javascript|data):/i.test(rest) && tag !== 'link' &&
		    !(tag === 'img' && /\ssrc="data:image\/jpeg;base64,\u0001+"/.test(rest)))
			say('an address that is a script');
		if (tag === 'img' && !/\salt="/.test(rest))
			say('a picture without alt');
		for (const icon of rest.matchAll(/icons\.svg(?:\?[^#"]*)?#(i-[\w-]+)"/g))
			if (sprite !== null && !icons.has(icon[1]))
				say(`no icon ${icon[1]}`);
		for (const word of rest.matchAll(/\s(?:title|alt|placeholder|aria-label)="([^"]*)"/g))
			check_words(file, line_of(text, m.index), word[1]);
	}
	const bare = html.replace(/\s[a-z-]+="[^"<>]*"(?![^<]*>)/g, s => s.replace(/[^\n]/g, ' ')).replace(/<(script|style|code)\b[\s\S]*?<\/\1>/gi, s => s.replace(/[^\n]/g, ' '))
		.replace(/<((?:"[^"]*"|[^">])*)>/g, s => s.replace(/[^\n]/g, ' '));
	bare.split('\n').forEach((line, i) => check_words(file, i + 1, line));
}

function check_words(file, line, text) {
	for (const word of text.replace(/&#?\w+;|\S*\d\S*/g, ' ').match(/[A-Za-z]{2,}/g) || [])
		if (!names.has(word))
			complain(file, line, `"${word}" belongs in a catalogue`);
}

for (const file of files('templates', '.cs')) {
	const text = readFileSync(file, 'utf8');
	check_marks(file, text);
	check_html(file, text);
}

// --- words that C asks for -------------------------------------------------

for (const file of files('cgi', '.c')) {
	const text = readFileSync(file, 'utf8');
	for (const m of text.matchAll(/"(L\.[\w.]+)"/g))
		if (!known(m[1].replace(/\.$/, '')))
			complain(file, line_of(text, m.index), `${m[1]} is in no catalogue`);
}

process.exit(bad);

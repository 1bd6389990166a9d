// call-sop.js: an answer can open another card: it stands under the first, is
// answered with the same keys, and goes when nothing opens it any more.  The
// same rules as action/sop_answer.c.
import { $, $$, at, cards, give_answers, keep_answers, piece, weigh } from './call-card.js';

const MOST = 4;
const coming = new Set();	// asked for, and not here yet
const opened_by = card => $$('.seg input:checked', card).map(o => o.dataset.card).filter(Boolean);
const card_of = code => cards().find(c => c.dataset.card === code);

// The codes of all that should be open, in the order in which answers open them.
function wanted() {
	const codes = cards().slice(0, 1).map(c => c.dataset.card);
	for (const code of codes)
		for (const other of card_of(code) ? opened_by(card_of(code)) : [])
			if (!codes.includes(other) && codes.length < MOST)
				codes.push(other);
	return codes;
}

const slot_of = card => Number(card.dataset.field.slice(4) || 1);

function free_slot() {
	const taken = new Set(cards().map(slot_of));
	return [2, 3, 4].find(n => !taken.has(n) && ![...coming].some(c => c.endsWith(` ${n}`)));
}

async function bring(code, slot) {
	const key = `${code} ${slot}`, first = cards()[0];
	coming.add(key);
	const html = await piece(`/panggilan/kartu?${new URLSearchParams({ kartu: code, ke: slot })}`);
	coming.delete(key);
	if (html === null || cards()[0] !== first || card_of(code) || !wanted().includes(code))
		return;
	const card = $('.sop', new DOMParser().parseFromString(html, 'text/html'));
	at('sop').append(card);
	give_answers(card);
	weigh();
}

export function open_cards() {
	const codes = wanted();
	if (cards().some(c => !codes.includes(c.dataset.card)))
		keep_answers();
	for (const card of cards())
		if (!codes.includes(card.dataset.card) && !card.contains(document.activeElement))
			card.remove();
	for (const code of codes) {
		const slot = card_of(code) || [...coming].some(c => c.startsWith(`${code} `)) ? 0 : free_slot();
		if (slot)
			bring(code, slot);
	}
}

// keys.js: which action a key means, by a person's own choice.  The server
// hands the list over; labels and the list of keys are made from the same.
const own = new Map((document.getElementById('call')?.dataset.keys ?? '').split(' ').filter(Boolean)
	.map(word => [word.slice(word.indexOf('=') + 1), word.slice(0, word.indexOf('='))]));

// As domain/key.c writes it; the block of digits counts as the row of digits.
export function code_of(e) {
	const code = e.code.replace(/^Numpad(\d)$/, 'Digit$1').replace(/^NumpadEnter$/, 'Enter');
	return (e.ctrlKey ? 'Ctrl+' : '') + (e.altKey ? 'Alt+' : '') + (e.shiftKey ? 'Shift+' : '') + code;
}

// With Alt a Shift may be held too: on many keyboards there is no "?" without.
export const action_of = e => e.metaKey || e.isComposing ? undefined :
	own.get(code_of(e)) ?? (e.altKey ? own.get(code_of(e).replace('Shift+', '')) : undefined);

// What an action does; modules add theirs.  An answer's key works only at a question.
export const actions = {};

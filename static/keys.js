// keys.js: which action a key means, by a person's own choice.  The server
// hands the list over; labels and the list of keys are made from the same.
const own = (document.getElementById('call')?.dataset.keys ?? '').split(' ').filter(Boolean)
	.map(word => [word.slice(word.indexOf('=') + 1), word.slice(0, word.indexOf('='))]);

// What means something only at its place, where that place asks for it: page/key_page.c.
const LOCAL = /^(answer\d|unanswer|usual\d|next|close)$/;

// As domain/key.c writes it; the block of digits counts as the row of digits.
export function code_of(e) {
	const code = e.code.replace(/^Numpad(\d)$/, 'Digit$1').replace(/^NumpadEnter$/, 'Enter');
	return (e.ctrlKey ? 'Ctrl+' : '') + (e.altKey ? 'Alt+' : '') + (e.shiftKey ? 'Shift+' : '') + code;
}

// With Alt a Shift may be held too: on many keyboards there is no "?" without.
function all_of(e) {
	if (e.metaKey || e.isComposing)
		return [];
	const at = code => own.filter(([c]) => c === code).map(([, action]) => action), found = at(code_of(e));
	return found.length || !e.altKey ? found : at(code_of(e).replace('Shift+', ''));
}

export const action_of = e => all_of(e).find(a => !LOCAL.test(a));
export const local_of = (e, which) => all_of(e).find(a => LOCAL.test(a) && which.test(a));

// What an action does; modules add theirs.
export const actions = {};

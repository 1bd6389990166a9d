// key-page.js: a key is pressed in its field, instead of being named.
import { code_of } from './keys.js';

// Tab and Escape leave the field; letters alone are typed, unless nothing else is typed there.
for (const field of document.querySelectorAll('#keyform input[type=text]'))
	field.addEventListener('keydown', e => {
		const held = e.ctrlKey || e.altKey, code = code_of(e);
		if (e.metaKey || /^(Tab|Shift\+Tab|Escape|Enter)$/.test(code) || /(Control|Alt|Shift|AltGraph)(Left|Right)?$/.test(e.code))
			return;
		if (!held && !/^F\d+$/.test(e.code) && !(field.dataset.plain && /^(Key.|Digit\d|Backspace)$/.test(code)) && !(field.dataset.digit && /^Digit\d$/.test(code)))
			return;
		e.preventDefault();
		field.value = code.split('+').map(w => w.replace(/^(Key|Digit)(?=.$)/, '').replace(/^Slash$/, '?')).join(' ');
	});

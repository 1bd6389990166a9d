// The search beside a call: what is typed there is no part of the call, and begins none.
(() => {
'use strict';
const field = document.getElementById('desk-q');
for (const kind of ['input', 'change'])
	field.addEventListener(kind, e => e.stopPropagation());
field.addEventListener('keydown', e => {
	if (e.key === 'Enter' && !e.ctrlKey)
		e.stopPropagation();	// it sends the question, and goes on to no field
});
})();

// photo.js: says before sending what would be refused after it: too many photos, or too heavy.
// Whoever sends more than the server reads at all would get its bare page, and no form.
(() => {
'use strict';
document.querySelectorAll('input[type=file][data-most]').forEach(input => {
	const say = document.getElementById(input.id + '-w'), most = input.dataset;
	const described = input.getAttribute('aria-describedby');

	function fault() {
		const files = [...input.files], heavy = files.findIndex(f => f.size > +most.bytes);

		if (files.length > +most.most)
			return most.many;
		return heavy < 0 ? '' : most.heavy.replace('{1}', heavy + 1);
	}

	function look() {
		const wrong = fault();

		say.textContent = wrong;
		say.hidden = wrong === '';
		if (wrong === '')
			input.removeAttribute('aria-invalid');
		else
			input.setAttribute('aria-invalid', 'true');
		input.setAttribute('aria-describedby', described + (wrong === '' ? '' : ' ' + say.id));
		return wrong === '';
	}

	input.addEventListener('change', look);
	input.form.addEventListener('submit', e => {
		if (look())
			return;
		e.preventDefault();
		e.stopPropagation();	// nothing was sent: another try is no second click
		input.focus();
	});
});
})();

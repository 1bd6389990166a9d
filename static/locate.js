// locate.js: the telephone is asked where it is, and the form is sent with that.
(() => {
	const at = id => document.getElementById(id);
	const form = at('here'), button = at('here-now'), said = at('here-said');
	if (!navigator.geolocation)
		return;
	button.hidden = false;
	if (!document.querySelector('.errsum'))
		at('by-hand').open = false;

	function send(p) {
		at('f-at').value = `${p.coords.latitude.toFixed(6)}, ${p.coords.longitude.toFixed(6)}`;
		at('here-metres').value = Math.min(100000, Math.round(p.coords.accuracy));
		form.submit();
	}

	function refuse() {
		said.textContent = form.dataset.refused;
		button.disabled = false;
		at('by-hand').open = true;
	}

	button.addEventListener('click', () => {
		said.textContent = form.dataset.asking;
		button.disabled = true;
		navigator.geolocation.getCurrentPosition(send, refuse, { enableHighAccuracy: true, timeout: 20000, maximumAge: 30000 });
	});
})();

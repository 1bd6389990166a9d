// report.js: comforts of the report form and the receipt.  Both work without it.
(() => {
'use strict';
const d = document, $ = (s, r = d) => r.querySelector(s);
const form = $('form[data-report]');

// --- the phone's location, only when asked for ------------------------------

function locate(box) {
	const point = $('[name=point]', box), said = $('[data-said]', box);
	const here = $('#f-point', box), forget = $('[data-unlocate]', box);
	const changed = () => form.dispatchEvent(new Event('change'));

	here.hidden = !navigator.geolocation;
	forget.hidden = point.value === '';
	here.addEventListener('click', () => {
		here.disabled = true;
		said.textContent = box.dataset.locate;
		navigator.geolocation.getCurrentPosition(p => {
			point.value = `${p.coords.latitude.toFixed(5)},${p.coords.longitude.toFixed(5)}`;
			said.textContent = box.dataset.located
				.replace('{0}', Math.ceil(p.coords.accuracy));
			here.disabled = forget.hidden = false;
			changed();
		}, () => {
			said.textContent = box.dataset.failed;
			here.disabled = false;
		}, { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
	});
	forget.addEventListener('click', () => {
		point.value = said.textContent = '';
		forget.hidden = true;
		here.focus();
		changed();
	});
}

// --- similar reports, once kind and place are chosen -------------------------

function similar(near) {
	const box = $('div', near);
	let asked = '';

	async function look() {
		const q = new URLSearchParams();
		for (const name of ['category', 'area', 'point'])
			q.set(name, new FormData(form).get(name) || '');
		const place = q.get('area') || q.get('point');
		if (!q.get('category') || !place || asked === String(q))
			return;
		asked = String(q);
		try {
			const a = await fetch(`/lapor/mirip?${q}`);
			if (!a.ok || asked !== String(q))
				return;
			box.replaceChildren(...new DOMParser()
				.parseFromString(await a.text(), 'text/html').body.childNodes);
			near.hidden = $('li', box) === null;
		} catch {
			asked = '';	// no signal: the form goes on without it
		}
	}
	form.addEventListener('change', look);
	look();
}

// --- no name, no contact -------------------------------------------------------

function contact(box) {
	const fit = () => {
		const way = $('[name=privacy]:checked', form);
		box.hidden = way !== null && way.value === 'anonymous';
	};
	form.addEventListener('change', fit);
	fit();
}

if (form) {
	locate($('[data-locate]', form));
	contact($('[data-contact]', form));
	if ($('[data-near]', form))
		similar($('[data-near]', form));
}

// --- the receipt: number and code to the reporter's own device ------------------

const share = $('[data-share]');
if (share && (navigator.share || navigator.clipboard)) {
	share.hidden = false;
	share.addEventListener('click', async () => {
		const text = share.dataset.share;
		try {
			if (navigator.share)
				await navigator.share({ text });
			else {
				await navigator.clipboard.writeText(text);
				$('[data-said]').textContent = share.dataset.done;
			}
		} catch {
			// the reporter changed their mind
		}
	});
}
})();

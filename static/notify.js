// notify.js: /kabar: this browser is woken by the city's messages, once its person says so.
(() => {
	const box = document.getElementById('push');
	if (!box || !('serviceWorker' in navigator) || !('PushManager' in window) || !box.dataset.key)
		return;
	const button = box.querySelector('button'), said = box.querySelector('[role=status]');
	const say = which => { said.textContent = box.dataset[which] ?? ''; };
	const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
	const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

	async function hand_in(sub) {
		const fields = new URLSearchParams({ csrf: box.dataset.csrf, do: 'add', endpoint: sub.endpoint, p256dh: text(sub.getKey('p256dh')), auth: text(sub.getKey('auth')) });
		const answer = await fetch('/kabar/push', { method: 'POST', body: fields, redirect: 'manual' });
		if (answer.type !== 'opaqueredirect' && !answer.ok)
			throw new Error(`answer ${answer.status}`);
	}

	async function turn_on() {
		button.disabled = true;
		say('wait');
		try {
			if (await Notification.requestPermission() !== 'granted')
				return say('denied');
			const worker = await navigator.serviceWorker.register('/sw.js', { scope: '/' });
			await navigator.serviceWorker.ready;
			const old = await worker.pushManager.getSubscription();
			const sub = old ?? await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.key) });
			await hand_in(sub);
			location.assign('/kabar?jadi=push');
		} catch {
			say('failed');
		} finally {
			button.disabled = false;
		}
	}
	button.addEventListener('click', turn_on);
	box.hidden = false;
})();

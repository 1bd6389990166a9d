// sw-push.js: part of the site's service worker: a message arrives, a message is touched.
// What is shown names a ticket and its place on the list, never a person; the page that
// opens asks who is there.
self.addEventListener('push', e => {
	let said = {};
	try {
		said = e.data.json();
	} catch {
		// Nothing that can be read: something still has to be shown.
	}
	e.waitUntil(self.registration.showNotification(String(said.title ?? 'Siaga'), {
		body: String(said.body ?? ''), tag: String(said.tag ?? 'siaga'), renotify: true,
		icon: '/static/icon-192.png', badge: '/static/icon-192.png', lang: 'id', data: { url: String(said.url ?? '/kabar') },
	}));
});

// A page of ours, whatever the message says; one that is open comes forward.
self.addEventListener('notificationclick', e => {
	e.notification.close();
	const to = new URL(e.notification.data?.url ?? '/kabar', self.location.origin);
	const url = to.origin === self.location.origin ? to.href : `${self.location.origin}/kabar`;
	e.waitUntil(self.clients.matchAll({ type: 'window' }).then(open => {
		const same = open.find(c => c.url === url);
		return same ? same.focus() : self.clients.openWindow(url);
	}));
});

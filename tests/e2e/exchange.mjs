// exchange.mjs: a telephone exchange that speaks to our door, with a signature.
import { createHmac } from 'node:crypto';

let said = 0;

// { tell(event, call, more), raw(path, body, how) } of a gateway with its secret.
export async function exchange(site, code = 'pbx', kind = 'phone') {
	const secret = (await site.cli('gateway', 'add', code, '--kind', kind)).trim();
	const me = {
		code, secret,
		async raw(path, text, { time = Math.floor(Date.now() / 1000), key = secret, headers = {}, method = 'POST' } = {}) {
			const signature = createHmac('sha256', key).update(`${time}.${text}`).digest('hex');
			const answer = await fetch(site.url + path, { method, redirect: 'manual', body: method === 'POST' ? text : undefined,
				headers: { 'content-type': 'application/json', authorization: `Bearer ${code}`, 'x-siaga-time': String(time), 'x-siaga-signature': signature, ...headers } });
			answer.body_text = await answer.text();
			return answer;
		},
		say: (path, message, how) => me.raw(path, JSON.stringify({ id: `m${++said}-${process.pid}`, ...message }), how),
		async tell(event, call, more = {}) {
			const answer = await me.say('/api/calls', { event, call, ...more });
			if (answer.status !== 200)
				throw new Error(`${event} ${call}: ${answer.status} ${answer.body_text}`);
			return JSON.parse(answer.body_text).state;
		},
	};
	return me;
}

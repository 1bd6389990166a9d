/* way_browser.c: browsers of mine that can be woken; and what every change of channels does. */
#include <inttypes.h>

#include "action/device.h"
#include "action/notice_action.h"
#include "action/way_action.h"
#include "action/way_core.h"
#include "lib/buf.h"
#include "lib/json.h"
#include "lib/push.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/notice_store.h"

enum rc
way_may(const struct desk *d)
{
	return d->who.id != 0 && role_may(d->who.role, MAY_SIGN) ? RC_OK : RC_FORBIDDEN;
}

enum rc
way_seldom(const struct desk *d)
{
	int64_t	 n;
	enum rc	 rc = notice_asked(d->db, d->who.id, d->now - HOUR, &n);

	return rc == RC_OK && n >= WAY_ASKED ? RC_CONFLICT : rc;
}

enum rc
way_note(const struct desk *d, const char *step, enum channel channel, int64_t *event)
{
	struct event	 e = { .at = d->now, .act = ACT_NOTIFY, .object = d->who.id, .who = d->who,
		.note = "", .data = arena_printf(d->arena,
		    "{\"step\":\"%s\",\"channel\":\"%s\"}", step, channel_code(channel)) };
	enum rc		 rc = event_add(d->db, d->arena, &e);

	*event = e.id;
	return rc;
}

static struct bytes
seal(const struct desk *d, struct bytes name, const char *endpoint, const char *p256dh,
    const char *auth)
{
	struct buf	 b = { 0 };
	struct bytes	 sealed;

	buf_text(&b, "{\"endpoint\":");
	json_put_text(&b, endpoint);
	buf_text(&b, ",\"p256dh\":");
	json_put_text(&b, p256dh);
	buf_text(&b, ",\"auth\":");
	json_put_text(&b, auth);
	buf_text(&b, "}");
	sealed = secret_seal(d->secret, d->arena, arena_printf(d->arena, "subscription:%s",
	    secret_hex(d->arena, name)), b.data);
	buf_free(&b);
	return sealed;
}

/* Room for it: a dead one goes. */
static enum rc
make_room(const struct desk *d)
{
	struct subscription	 list[SUBSCRIPTIONS];
	size_t			 i, n;
	enum rc			 rc = subscription_list(d->db, d->arena, d->who.id, list, &n);

	if (rc != RC_OK || n < SUBSCRIPTIONS)
		return rc;
	for (i = n; i-- > 0;)
		if (list[i].dead != 0)
			return subscription_drop(d->db, d->who.id, list[i].id);
	return RC_CONFLICT;
}

static enum rc
add(const struct desk *d, const struct subscription *b)
{
	const struct way	 w = { .account = d->who.id, .channel = CHANNEL_PUSH,
		.kinds = NOTICE_ALL, .added = d->now, .verified = d->now };
	int64_t			 event;
	enum rc			 rc;

	if ((rc = make_room(d)) != RC_OK || (rc = subscription_put(d->db, b)) != RC_OK ||
	    (rc = way_put(d->db, &w)) != RC_OK)
		return rc;
	return way_note(d, "browser", CHANNEL_PUSH, &event);
}

enum rc
browser_add(const struct desk *d, const char *endpoint, const char *p256dh, const char *auth,
    const char *agent)
{
	struct subscription	 b = { .account = d->who.id,
		.device = device_words(d->arena, agent), .added = d->now };
	unsigned char		 name[HASH_SIZE];
	bool			 here;
	enum rc			 rc;

	if ((rc = way_may(d)) != RC_OK || (rc = notice_here(d, &here)) != RC_OK)
		return rc;
	if (!hook_is_push(endpoint, here) || !push_is_browser(p256dh, auth))
		return RC_INPUT;
	secret_lookup(d->secret, "push", endpoint, name);
	b.name = (struct bytes){ name, sizeof(name) };
	b.sealed = seal(d, b.name, endpoint, p256dh, auth);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, add(d, &b));
}

static enum rc
drop(const struct desk *d, int64_t id)
{
	bool	 any;
	int64_t	 event;
	enum rc	 rc;

	if ((rc = subscription_drop(d->db, d->who.id, id)) != RC_OK ||
	    (rc = subscription_alive(d->db, d->who.id, &any)) != RC_OK ||
	    (rc = way_note(d, "removed", CHANNEL_PUSH, &event)) != RC_OK || any)
		return rc;
	rc = way_drop(d->db, d->who.id, CHANNEL_PUSH);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
browser_remove(const struct desk *d, int64_t id)
{
	enum rc	 rc = way_may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, drop(d, id));
}

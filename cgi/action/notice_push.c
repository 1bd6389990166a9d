/* notice_push.c: a message to all browsers of a person, each sealed for itself alone. */
#include <inttypes.h>
#include <string.h>

#include "action/notice_action.h"
#include "lib/json.h"
#include "lib/push.h"
#include "lib/when.h"
#include "store/ref_store.h"
#include "store/way_store.h"

enum { KEPT_S = 3600, VOUCHED_S = 12 * 3600 };	/* RFC 8292: at most a day */

enum rc
notice_here(const struct desk *d, bool *here)
{
	const char	*value = "";
	enum rc		 rc = setting_get(d->db, d->arena, "push_here", &value);

	*here = rc == RC_OK && d->ref->demo && strcmp(value, "1") == 0;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
make(const struct desk *d)
{
	struct push_key	 k;
	const char	*public;
	struct bytes	 sealed;
	enum rc		 rc = vapid_of(d->db, d->arena, &public, &sealed);

	if (rc != RC_NOTFOUND)
		return rc;
	push_make(&k);
	rc = vapid_put(d->db, push_public(d->arena, &k), secret_seal(d->secret, d->arena,
	    "vapid:1", push_private(d->arena, &k)), d->now);
	push_wipe(&k);
	return rc;
}

enum rc
notice_key(const struct desk *d)
{
	const char	*public;
	struct bytes	 sealed;
	enum rc		 rc = vapid_of(d->db, d->arena, &public, &sealed);

	if (rc != RC_NOTFOUND)
		return rc;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, make(d)) : rc;
}

static enum rc
read_key(const struct desk *d, struct push_key *k)
{
	const char	*public, *private;
	struct bytes	 sealed;
	enum rc		 rc = vapid_of(d->db, d->arena, &public, &sealed);

	if (rc == RC_OK)
		rc = secret_unseal(d->secret, d->arena, "vapid:1", sealed, &private);
	return rc == RC_OK ? push_read(private, k) : RC_BUSY;
}

/* {"title","body","tag","url"}: nothing of a person, and of the ticket what is on the wall. */
static const char *
payload(const struct desk *d, const struct notice_text *m)
{
	struct buf	 b = { 0 };
	const char	*text;

	buf_text(&b, "{\"title\":");
	json_put_text(&b, m->subject);
	buf_text(&b, ",\"body\":");
	json_put_text(&b, m->text);
	buf_text(&b, ",\"tag\":");
	json_put_text(&b, *m->number == '\0' ? "siaga" : m->number);
	buf_text(&b, ",\"url\":");
	json_put_text(&b, *m->number == '\0' ? "/kabar" : arena_printf(d->arena, "/tiket/%s",
	    m->number));
	buf_text(&b, "}");
	text = arena_text(d->arena, b.data);
	buf_free(&b);
	return text;
}

static const char *
subject(const struct desk *d, const struct post_office *office)
{
	return office->from != NULL && *office->from != '\0' ?
	    arena_printf(d->arena, "mailto:%s", office->from) : office->url;
}

/* One browser.  RC_NOTFOUND: it is gone. */
static enum rc
wake(const struct desk *d, const struct post_office *office, const struct push_key *k,
    const struct subscription *b, const struct hook_push *like, const char *text)
{
	struct hook_push	 p = *like;
	const char		*opened, *key, *auth;
	struct json		*j;

	if (secret_unseal(d->secret, d->arena, arena_printf(d->arena, "subscription:%s",
	    secret_hex(d->arena, b->name)), b->sealed, &opened) != RC_OK ||
	    (j = json_read(opened)) == NULL)
		return RC_NOTFOUND;
	p.url = arena_text(d->arena, json_text(json_get(j, "endpoint")));
	key = arena_text(d->arena, json_text(json_get(j, "p256dh")));
	auth = arena_text(d->arena, json_text(json_get(j, "auth")));
	json_free(j);
	if (!hook_is_push(p.url, p.here) ||
	    push_seal(d->arena, key, auth, text, &p.body) != RC_OK)
		return RC_NOTFOUND;
	p.vouch = push_vouch(d->arena, k, p.url, subject(d, office), d->now / 1000 + VOUCHED_S);
	return office->push(d->arena, &p);
}

static enum rc
note(const struct desk *d, const struct subscription *b, enum rc outcome)
{
	bool	 any;
	enum rc	 rc;

	if (outcome == RC_OK)
		return subscription_used(d->db, b->id, d->now);
	if ((rc = subscription_die(d->db, b->id, d->now)) != RC_OK ||
	    (rc = subscription_alive(d->db, b->account, &any)) != RC_OK || any)
		return rc;
	rc = way_drop(d->db, b->account, CHANNEL_PUSH);	/* the account's address is told again */
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
note_outcome(const struct desk *d, const struct subscription *b, enum rc outcome)
{
	enum rc	 rc;

	if (outcome != RC_OK && outcome != RC_NOTFOUND)
		return RC_OK;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, note(d, b, outcome)) : rc;
}

/* One that hears is enough; else the best that can still become of it. */
static enum rc
better(enum rc one, enum rc other)
{
	if (one == RC_OK || other == RC_OK)
		return RC_OK;
	if (one == RC_BUSY || other == RC_BUSY)
		return RC_BUSY;
	return one == RC_INPUT ? one : other;
}

enum rc
notice_push(const struct desk *d, const struct post_office *office, const struct post *p,
    const struct notice_text *m)
{
	struct hook_push	 like = { .keep = KEPT_S, .urgent = p->urgent };
	struct subscription	 list[SUBSCRIPTIONS];
	const char		*text = payload(d, m);
	struct push_key		 k;
	enum rc			 rc = RC_OK, outcome, best = RC_NOTFOUND;
	size_t			 i, n;

	if (notice_here(d, &like.here) != RC_OK || read_key(d, &k) != RC_OK ||
	    subscription_list(d->db, d->arena, p->account, list, &n) != RC_OK)
		return RC_BUSY;
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (list[i].dead != 0)
			continue;
		outcome = wake(d, office, &k, &list[i], &like, text);
		best = better(best, outcome);
		rc = note_outcome(d, &list[i], outcome);
	}
	push_wipe(&k);
	return best;
}

/* way_action.c: how I am told: my channels, my quiet hours. */
#include <inttypes.h>
#include <string.h>

#include "action/notice_action.h"
#include "action/way_action.h"
#include "action/way_core.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/notice_store.h"

/* --- what there is --------------------------------------------------------------------- */

static const char *
context(const struct desk *d, enum channel channel)
{
	return arena_printf(d->arena, "way:%" PRId64 ":%s", d->who.id, channel_code(channel));
}

static enum rc
see_one(const struct desk *d, enum channel channel, struct own_way *o)
{
	struct carrier	 c;
	enum rc		 rc = carrier_of(d->db, channel, &c);

	o->address = "";
	o->offered = channel == CHANNEL_MAIL || channel == CHANNEL_PUSH || c.gateway != 0;
	if (rc != RC_OK || (rc = way_of(d->db, d->arena, d->who.id, channel, &o->w)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	o->had = true;
	o->waits = o->w.verified == 0 && o->w.code.len != 0 && o->w.code_tries < WAY_TRIES &&
	    d->now - o->w.code_at < WAY_GOOD;
	if (o->w.sealed.len != 0 && secret_unseal(d->secret, d->arena, context(d, channel),
	    o->w.sealed, &o->address) != RC_OK)
		o->address = "";
	return RC_OK;
}

enum rc
see_ways(const struct desk *d, struct own_ways *o)
{
	struct bytes	 sealed;
	enum channel	 c;
	bool		 own = false;
	enum rc		 rc;

	*o = (struct own_ways){ .mail = "", .push_key = "" };
	if ((rc = way_may(d)) != RC_OK || (rc = told_of(d->db, d->who.id, &o->told)) != RC_OK ||
	    (rc = subscription_list(d->db, d->arena, d->who.id, o->browsers,
	    &o->nbrowsers)) != RC_OK)
		return rc;
	for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT && rc == RC_OK; c++) {
		rc = see_one(d, c, &o->of[c]);
		own = own || o->of[c].w.verified != 0;
	}
	if (rc == RC_OK && !own)
		rc = way_mail(d->db, d->arena, d->who.id, &o->mail);
	if (rc == RC_OK && (rc = vapid_of(d->db, d->arena, &o->push_key, &sealed)) == RC_NOTFOUND)
		rc = RC_OK;		/* the worker makes it when it first runs */
	return rc;
}

/* --- an address, and the code that shows whose it is ------------------------------------------ */

static void
look_up(const struct desk *d, enum channel channel, const char *code,
    unsigned char out[HASH_SIZE])
{
	secret_lookup(d->secret, "way", arena_printf(d->arena, "%s:%s", context(d, channel), code),
	    out);
}

/* As it is kept; NULL where it is none. */
static const char *
address_of(const struct desk *d, enum channel channel, const char *typed)
{
	const char	*number;

	if (channel == CHANNEL_MAIL)
		return text_is_mail(typed) ? typed : NULL;
	if (channel != CHANNEL_SMS && channel != CHANNEL_WHATSAPP)
		return NULL;
	number = text_phone(d->arena, typed);
	return number != NULL && strlen(number) >= 8 ? number : NULL;
}

static enum rc
send_code(const struct desk *d, struct way *w)
{
	const char	*code = arena_printf(d->arena, "%0*" PRIu32, WAY_CODE,
			    secret_below(1000000));
	unsigned char	*hash = arena_alloc(d->arena, HASH_SIZE);
	int64_t		 event;
	enum rc		 rc = way_note(d, "code", w->channel, &event);

	look_up(d, w->channel, code, hash);
	w->code = (struct bytes){ hash, HASH_SIZE };
	w->code_at = d->now;
	w->code_tries = 0;
	if (rc != RC_OK || (rc = way_set_code(d->db, w)) != RC_OK)
		return rc;
	return notice_add(d->db, &(struct notice_new){ .kind = NOTICE_CODE, .channel = w->channel,
	    .account = d->who.id, .event = event, .now = d->now,
	    .sealed = secret_seal(d->secret, d->arena, arena_printf(d->arena,
	    "letter:0:%" PRId64, event), code) });
}

static enum rc
add(const struct desk *d, enum channel channel, const char *address)
{
	struct way	 w = { .account = d->who.id, .channel = channel, .kinds = NOTICE_ALL,
		.added = d->now, .sealed = secret_seal(d->secret, d->arena, context(d, channel),
		    address) };
	struct own_way	 had = { 0 };
	enum rc		 rc;

	if ((rc = see_one(d, channel, &had)) != RC_OK || (rc = way_seldom(d)) != RC_OK)
		return rc;
	if (!had.offered)
		return RC_INPUT;
	if ((rc = way_put(d->db, &w)) != RC_OK ||
	    (rc = way_of(d->db, d->arena, d->who.id, channel, &w)) != RC_OK)
		return rc;
	return send_code(d, &w);
}

enum rc
way_add(const struct desk *d, enum channel channel, const char *typed)
{
	const char	*address = address_of(d, channel, typed);
	enum rc		 rc = way_may(d);

	if (rc != RC_OK || address == NULL)
		return rc == RC_OK ? RC_INPUT : rc;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, add(d, channel, address)) : rc;
}

static enum rc
ask(const struct desk *d, enum channel channel)
{
	struct way	 w;
	enum rc		 rc = way_of(d->db, d->arena, d->who.id, channel, &w);

	if (rc != RC_OK)
		return rc;
	if (w.verified != 0 || channel == CHANNEL_PUSH)
		return RC_NOTFOUND;
	if (d->now - w.code_at < WAY_PAUSE)
		return RC_CONFLICT;
	return (rc = way_seldom(d)) == RC_OK ? send_code(d, &w) : rc;
}

enum rc
way_ask(const struct desk *d, enum channel channel)
{
	enum rc	 rc = way_may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, ask(d, channel));
}

/* A wrong one counts: *wrong, and the transaction is kept. */
static enum rc
confirm(const struct desk *d, enum channel channel, const char *code, bool *wrong)
{
	unsigned char	 hash[HASH_SIZE];
	struct way	 w;
	int64_t		 event;
	enum rc		 rc = way_of(d->db, d->arena, d->who.id, channel, &w);

	if (rc != RC_OK)
		return rc;
	if (w.verified != 0)
		return RC_NOTFOUND;
	if (w.code.len != HASH_SIZE || w.code_tries >= WAY_TRIES || d->now - w.code_at >= WAY_GOOD)
		return RC_CONFLICT;
	look_up(d, channel, code, hash);
	if (memcmp(hash, w.code.data, HASH_SIZE) != 0) {
		*wrong = true;
		w.code_tries++;
		return way_set_code(d->db, &w);
	}
	if ((rc = way_verify(d->db, w.id, d->now)) != RC_OK)
		return rc;
	return way_note(d, "verified", channel, &event);
}

enum rc
way_confirm(const struct desk *d, enum channel channel, const char *code)
{
	bool	 wrong = false;
	enum rc	 rc = way_may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, confirm(d, channel, code, &wrong));
	return rc == RC_OK && wrong ? RC_INPUT : rc;
}

/* --- what it is for, and its end ------------------------------------------------------ */

static enum rc
choose(const struct desk *d, enum channel channel, int64_t kinds)
{
	struct way	 w;
	int64_t		 event;
	enum rc		 rc = way_of(d->db, d->arena, d->who.id, channel, &w);

	if (rc != RC_OK || (rc = way_want(d->db, w.id, kinds & NOTICE_ALL)) != RC_OK)
		return rc;
	return way_note(d, "kinds", channel, &event);
}

enum rc
way_choose(const struct desk *d, enum channel channel, int64_t kinds)
{
	enum rc	 rc = way_may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, choose(d, channel, kinds));
}

static enum rc
drop(const struct desk *d, enum channel channel)
{
	int64_t	 event;
	enum rc	 rc = way_drop(d->db, d->who.id, channel);

	return rc == RC_OK ? way_note(d, "removed", channel, &event) : rc;
}

enum rc
way_remove(const struct desk *d, enum channel channel)
{
	enum rc	 rc = way_may(d);

	if (rc == RC_OK && channel == CHANNEL_PUSH)
		return RC_NOTFOUND;	/* browser by browser */
	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, drop(d, channel));
}

static enum rc
attempt(const struct desk *d, enum channel channel)
{
	struct way	 w;
	int64_t		 event;
	enum rc		 rc = way_of(d->db, d->arena, d->who.id, channel, &w);

	if (rc != RC_OK || w.verified == 0)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if ((rc = way_seldom(d)) != RC_OK || (rc = way_note(d, "test", channel, &event)) != RC_OK)
		return rc;
	return notice_add(d->db, &(struct notice_new){ .kind = NOTICE_TEST, .channel = channel,
	    .account = d->who.id, .event = event, .now = d->now });
}

enum rc
way_try(const struct desk *d, enum channel channel)
{
	enum rc	 rc = way_may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, attempt(d, channel));
}

static enum rc
rest(const struct desk *d, const struct manner *t)
{
	int64_t	 event;
	enum rc	 rc = told_save(d->db, d->who.id, t);

	return rc == RC_OK ? way_note(d, "quiet", CHANNEL_NONE, &event) : rc;
}

enum rc
way_rest(const struct desk *d, const struct manner *t)
{
	const struct quiet	*q = &t->quiet;
	enum rc			 rc = way_may(d);

	if (rc == RC_OK && (q->from < 0 || q->from >= DAY / MINUTE || q->until < 0 ||
	    q->until >= DAY / MINUTE || q->days < 0 || q->days > 127 ||
	    (strcmp(t->lang, "id") != 0 && strcmp(t->lang, "en") != 0)))
		return RC_INPUT;
	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, rest(d, t));
}

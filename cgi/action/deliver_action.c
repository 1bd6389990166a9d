/* deliver_action.c: what was sent and what could not be, how channels fare, in which words. */
#include <inttypes.h>
#include <string.h>

#include "action/deliver_action.h"
#include "lib/text.h"
#include "store/event_store.h"

static enum rc
may(const struct desk *d)
{
	return role_may(d->who.role, MAY_DELIVERIES) ? RC_OK : RC_FORBIDDEN;
}

/* --- channels ---------------------------------------------------------------------------- */

static enum rc
see_carrier(const struct desk *d, enum channel channel, struct channel_view *v)
{
	int64_t	 other;
	enum rc	 rc;

	if ((rc = carrier_of(d->db, channel, &v->c)) != RC_OK ||
	    (rc = notice_count(d->db, channel, "waiting", &v->waiting)) != RC_OK ||
	    (rc = notice_count(d->db, channel, "dead", &v->dead)) != RC_OK ||
	    (rc = notice_oldest(d->db, channel, true, &v->urgent)) != RC_OK ||
	    (rc = notice_oldest(d->db, channel, false, &other)) != RC_OK)
		return rc;
	v->oldest = v->urgent == 0 || (other != 0 && other < v->urgent) ? other : v->urgent;
	v->ill = carrier_ill(&v->c, v->urgent, d->now);
	return RC_OK;
}

enum rc
see_carriers(const struct desk *d, struct channel_view list[CHANNEL_COUNT], size_t *n)
{
	struct channel_view	*v;
	enum channel		 c;
	enum rc			 rc = RC_OK;

	*n = 0;
	if (!role_may(d->who.role, MAY_DELIVERIES) && !role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	for (c = CHANNEL_NONE + 1; c < CHANNEL_COUNT && rc == RC_OK; c++) {
		v = &list[*n];
		rc = see_carrier(d, c, v);
		*n += c == CHANNEL_MAIL || c == CHANNEL_PUSH || v->c.gateway != 0 ||
		    v->waiting > 0 || v->dead > 0;
	}
	return rc;
}

/* --- messages ------------------------------------------------------------------------------ */

enum rc
see_deliveries(const struct desk *d, enum channel channel, const char *state, int64_t before,
    struct delivery list[DELIVERIES], size_t *n, bool *more)
{
	struct delivery	*all = arena_alloc(d->arena, (DELIVERIES + 1) * sizeof(*all));
	enum rc		 rc = may(d);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	rc = delivery_list(d->db, d->arena, channel, state, before > 0 ? before : INT64_MAX, all,
	    n, DELIVERIES + 1);
	*more = *n > DELIVERIES;
	*n -= *more;
	memcpy(list, all, *n * sizeof(*all));
	return rc;
}

static enum rc
note(const struct desk *d, const char *data, int64_t object)
{
	struct event	 e = { .at = d->now, .act = ACT_NOTIFY, .object = object, .who = d->who,
		.note = "", .data = data };

	return event_add(d->db, d->arena, &e);
}

static enum rc
again(const struct desk *d, int64_t id)
{
	enum rc	 rc = delivery_again(d->db, id, d->now);

	return rc == RC_OK ? note(d, "{\"step\":\"again\"}", id) : rc;
}

enum rc
deliver_again(const struct desk *d, int64_t id)
{
	enum rc	 rc = may(d);

	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, again(d, id));
}

static enum rc
all_again(const struct desk *d, enum channel channel)
{
	enum rc	 rc = delivery_all_again(d->db, channel, d->now);

	return rc == RC_OK ? note(d, arena_printf(d->arena,
	    "{\"step\":\"again\",\"channel\":\"%s\"}", channel_code(channel)), 0) : rc;
}

enum rc
deliver_all_again(const struct desk *d, enum channel channel)
{
	enum rc	 rc = may(d);

	if (rc == RC_OK && channel == CHANNEL_NONE)
		return RC_NOTFOUND;
	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, all_again(d, channel));
}

/* --- words ------------------------------------------------------------------------------------ */

enum rc
see_pattern(const struct desk *d, const struct pattern *which,
    struct pattern list[PATTERN_VERSIONS], size_t *n)
{
	enum rc	 rc = may(d);

	*n = 0;
	if (rc == RC_OK)
		rc = pattern_versions(d->db, d->arena, which, list, n, PATTERN_VERSIONS);
	return rc == RC_OK && *n == 0 ? RC_NOTFOUND : rc;
}

static enum rc
put(const struct desk *d, const struct pattern *p)
{
	struct pattern	 newest;
	size_t		 n;
	enum rc		 rc = pattern_versions(d->db, d->arena, p, &newest, &n, 1);

	if (rc != RC_OK || n == 0)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if (newest.version != p->version)
		return RC_CONFLICT;
	newest.words = p->words;
	newest.version++;
	newest.at = d->now;
	if ((rc = pattern_add(d->db, &newest, d->who.id)) != RC_OK)
		return rc;
	return note(d, arena_printf(d->arena, "{\"step\":\"words\",\"kind\":\"%s\",\"channel\":"
	    "\"%s\",\"lang\":\"%s\",\"version\":%" PRId64 "}", notice_code(p->kind),
	    channel_code(p->channel), p->lang, newest.version), 0);
}

enum rc
pattern_write(const struct desk *d, const struct pattern *p, enum pattern_fault *fault)
{
	enum rc	 rc = may(d);

	*fault = PATTERN_GOOD;
	if (rc != RC_OK)
		return rc;
	if ((*fault = pattern_check(p->words, p->kind, p->channel)) != PATTERN_GOOD ||
	    text_length(p->words) > PATTERN_MAX || *p->words == '\0')
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, put(d, p)) : rc;
}

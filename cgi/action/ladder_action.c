/* ladder_action.c: who is told when nobody accepts: changed, from a day on. */
#include <inttypes.h>

#include "action/clock_core.h"
#include "action/ladder_action.h"
#include "lib/json.h"
#include "store/calendar_store.h"
#include "store/event_store.h"

static void
put_steps(struct buf *b, const char *name, const struct rung *list, size_t n)
{
	size_t	 i;

	buf_printf(b, ",\"%s\":[", name);
	for (i = 0; i < n; i++)
		buf_printf(b, "%s{\"who\":\"%s\",\"alarms\":%" PRId64 ",\"minutes\":%" PRId64 "}",
		    i == 0 ? "" : ",", list[i].who, list[i].alarms, list[i].minutes);
	buf_text(b, "]");
}

/* {"scope":"own","agency":"PUPR","from":...,"old":[...],"new":[...]} */
static enum rc
tell(const struct desk *d, enum ladder_scope scope, int64_t agency, const struct rung *list,
    size_t n, int64_t from)
{
	const struct agency	*a = ref_agency(d->ref, agency);
	struct event		 e = { .at = d->now, .object = agency, .act = ACT_LADDER,
		.who = d->who, .note = "" };
	struct rung		 old[LADDER_MAX];
	struct buf		 b = { 0 };

	buf_printf(&b, "{\"scope\":\"%s\",\"agency\":\"%s\",\"from\":%" PRId64,
	    ladder_code(scope), a == NULL ? "" : a->code, from);
	put_steps(&b, "old", old, ladder_of(d->ref->ladder, d->ref->nladder, scope, agency,
	    d->now, old));
	put_steps(&b, "new", list, n);
	buf_text(&b, "}");
	e.data = arena_text(d->arena, b.data);
	buf_free(&b);
	return event_add(d->db, d->arena, &e);
}

/* Each has one measure, and its turn after the one before where that is the same. */
static bool
is_good(const struct rung *list, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++) {
		if (!ladder_is_who(list[i].who) || (list[i].alarms > 0) == (list[i].minutes > 0) ||
		    list[i].alarms < 0 || list[i].minutes < 0 ||
		    list[i].alarms > LADDER_WAIT || list[i].minutes > LADDER_WAIT)
			return false;
		if (i > 0 && list[i].alarms > 0 && list[i].alarms <= list[i - 1].alarms)
			return false;
		if (i > 0 && list[i].minutes > 0 && list[i].minutes <= list[i - 1].minutes)
			return false;
	}
	return true;
}

static enum rc
change(const struct desk *d, enum ladder_scope scope, int64_t agency, const struct rung *list,
    size_t n, int64_t from)
{
	struct rung	 g;
	size_t		 i;
	enum rc		 rc = ladder_end(d->db, scope, agency, from);

	for (i = 0; i < n && rc == RC_OK; i++) {
		g = list[i];
		g.scope = scope;
		g.agency = agency;
		g.from = from;
		rc = ladder_add(d->db, &g, (int64_t)i + 1);
	}
	if (rc != RC_OK || (rc = tell(d, scope, agency, list, n, from)) != RC_OK)
		return rc;
	return ref_touch(d);
}

enum rc
ladder_change(const struct desk *d, enum ladder_scope scope, int64_t agency,
    const struct rung *list, size_t n, int64_t from)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_REFDATA))
		return RC_FORBIDDEN;
	if (scope == LADDER_NONE || (scope == LADDER_AGENCY) != (agency != 0) ||
	    (agency != 0 && ref_agency(d->ref, agency) == NULL))
		return RC_NOTFOUND;
	if (n > LADDER_MAX || (n == 0 && scope != LADDER_AGENCY) || !is_good(list, n))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, change(d, scope, agency, list, n, from > d->now ? from : d->now));
}

/* unsent_action.c: a public note can be taken back for some seconds. */
#include <inttypes.h>
#include <stdlib.h>

#include "action/unsent_action.h"
#include "lib/when.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"
#include "store/unsent_store.h"

enum { MANY = 50 };

static enum rc
seconds(const struct desk *d, int64_t *n)
{
	const char	*value;
	enum rc		 rc = setting_get(d->db, d->arena, "note_wait", &value);

	*n = *value == '\0' ? UNSENT_SECONDS : strtoimax(value, NULL, 10);
	return rc;
}

enum rc
unsent_hold(struct work_on *w)
{
	struct unsent	 u = { .event = w->event, .ticket = w->t.id, .actor = w->d->who.id,
		.at = w->d->now };
	int64_t		 wait;
	enum rc		 rc = seconds(w->d, &wait);

	if (rc != RC_OK)
		return rc;
	u.until = w->d->now + wait * SECOND;
	return wait <= 0 ? core_tell_reporters(w, "moved") : unsent_insert(w->d->db, &u);
}

static enum rc
take_back(const struct desk *d, const char *number, int64_t event)
{
	struct work_on	 w = { .d = d };
	struct unsent	 u;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, number, &w.t)) != RC_OK ||
	    (rc = core_reach(d, &w.t)) != RC_OK)
		return rc;
	if ((rc = unsent_by_event(d->db, event, &u)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	if (u.ticket != w.t.id)
		return RC_NOTFOUND;
	if (u.actor != d->who.id)
		return RC_FORBIDDEN;
	if (u.until == 0 || u.until <= d->now)
		return RC_CONFLICT;
	if ((rc = unsent_take_back(d->db, event)) != RC_OK ||
	    (rc = core_record(&w, &(struct record){ .life = track_life(w.t.track),
	    .object = w.t.id, .act = ACT_TAKE_BACK, .before = w.t.state, .after = w.t.state,
	    .agency = d->who.agency, .note = "",
	    .data = arena_printf(d->arena, "{\"event\":%" PRId64 "}", event) })) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
note_take_back(const struct desk *d, const char *number, int64_t event)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, take_back(d, number, event)) : rc;
}

/* --- who reads from outside ---------------------------------------------------------------- */

static bool
is_hidden(const struct desk *d, const struct unsent *list, size_t n, int64_t event)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i].event == event)
			return list[i].until == 0 || list[i].until > d->now;
	return false;
}

enum rc
unsent_hide(const struct desk *d, int64_t ticket, struct event *events, size_t *n)
{
	struct unsent	*list;
	size_t		 i, hidden, kept = 0;
	enum rc		 rc = unsent_list(d->db, d->arena, ticket, &list, &hidden, UNSENT_MAX);

	for (i = 0; i < *n && rc == RC_OK; i++)
		if (!is_hidden(d, list, hidden, events[i].id))
			events[kept++] = events[i];
	if (rc == RC_OK)
		*n = kept;
	return rc;
}

/* --- the worker ------------------------------------------------------------------------------ */

/* It may have been taken back since it was found due. */
static enum rc
tell(const struct desk *d, const struct unsent *found)
{
	struct work_on	 w = { .d = d, .event = found->event };
	struct unsent	 u;
	enum rc		 rc;

	if ((rc = unsent_by_event(d->db, found->event, &u)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if (u.until == 0 || u.until > d->now)
		return RC_OK;
	if ((rc = ticket_by_id(d->db, d->arena, u.ticket, &w.t)) != RC_OK ||
	    (rc = core_tell_reporters(&w, "moved")) != RC_OK ||
	    (rc = unsent_sent(d->db, u.event)) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
worker_unsent(const struct desk *d, size_t *count)
{
	struct unsent	 list[MANY];
	size_t		 i;
	enum rc		 rc = unsent_due(d->db, d->now, list, count, MANY);

	for (i = 0; i < *count && rc == RC_OK; i++)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, tell(d, &list[i]));
	return rc;
}

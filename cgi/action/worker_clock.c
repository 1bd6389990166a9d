/* worker_clock.c: limits that move with the calendar, that pass, silences that last too long. */
#include <inttypes.h>
#include <stdlib.h>

#include "action/clock_core.h"
#include "action/ref_action.h"
#include "action/worker_action.h"
#include "store/assignment_store.h"
#include "store/clock_store.h"
#include "store/init_store.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"

enum { AT_ONCE = 50 };

static const char	walk_setting[] = "clock_walk";	/* "" nothing; the last ticket that was read */

/* --- the calendar is another ------------------------------------------------------------- */

enum rc
ref_touch(const struct desk *d)
{
	int64_t	 version;
	enum rc	 rc = ref_version(d->db, &version);

	return rc == RC_OK ? setting_put(d->db, "ref_version", arena_printf(d->arena,
	    "%" PRId64, version + 1)) : rc;
}

enum rc
clocks_calendar(const struct desk *d)
{
	enum rc	 rc = ref_touch(d);

	return rc == RC_OK ? setting_put(d->db, walk_setting, "0") : rc;
}

enum rc
clocks_leave(const struct desk *d)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, setting_put(d->db, walk_setting, "")) : rc;
}

enum rc
clocks_pending(const struct desk *d, bool *pending)
{
	const char	*from = "";
	enum rc		 rc = setting_get(d->db, d->arena, walk_setting, &from);

	*pending = rc == RC_OK && *from != '\0';
	return rc;
}

static enum rc
look_again(const struct desk *d, int64_t id, size_t *count)
{
	struct work_on	 w = { .d = d };
	bool		 moved;
	enum rc		 rc;

	if ((rc = ticket_by_id(d->db, d->arena, id, &w.t)) != RC_OK ||
	    (rc = clocks_write_moved(&w, &moved)) != RC_OK || !moved)
		return rc;
	++*count;
	if ((rc = pulse_beat(d->db, w.t.lead)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

/* Where the walk is and what the calendar says are read in the same transaction. */
static enum rc
walk_some(const struct desk *desk, size_t *count)
{
	struct desk	 d = *desk;
	const char	*from;
	int64_t		 ids[AT_ONCE];
	size_t		 i, n = 0;
	enum rc		 rc;

	d.ref = ref_current(d.db, d.now);
	if ((rc = setting_get(d.db, d.arena, walk_setting, &from)) != RC_OK || *from == '\0' ||
	    (rc = clock_tickets(d.db, strtoimax(from, NULL, 10), ids, &n, AT_ONCE)) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = look_again(&d, ids[i], count);
	if (rc != RC_OK)
		return rc;
	return setting_put(d.db, walk_setting, n < AT_ONCE ? "" :
	    arena_printf(d.arena, "%" PRId64, ids[n - 1]));
}

enum rc
worker_clocks(const struct desk *d, size_t *n)
{
	bool	 pending;
	enum rc	 rc = clocks_pending(d, &pending);

	*n = 0;
	if (rc != RC_OK || !pending)
		return rc;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, walk_some(d, n));
}

/* --- one after the other, a transaction each ---------------------------------------------- */

static enum rc
each(const struct desk *d, const int64_t *ids, size_t n,
    enum rc (*tell)(const struct desk *, int64_t))
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < n && rc == RC_OK; i++)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, tell(d, ids[i]));
	return rc;
}

/* The citizen's words, the worker's letters are none of the agency's: see clock_feed.c. */
static enum rc
tell_silence(const struct desk *d, int64_t id)
{
	struct work_on		 w = { .d = d };
	struct assignment	 p;
	enum rc			 rc;

	if ((rc = assignment_by_id(d->db, d->arena, id, &p)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, p.ticket, &w.t)) != RC_OK)
		return rc;
	if (!p.open || !p.lead || p.quiet_due == 0 || p.quiet_due > d->now)
		return RC_OK;		/* somebody said something meanwhile */
	if ((rc = silence_told(d->db, &p)) != RC_OK ||
	    (rc = core_record(&w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p.id,
	    .act = ACT_SILENCE, .before = p.state, .after = p.state, .agency = p.agency,
	    .note = "", .data = arena_printf(d->arena, "{\"since\":%" PRId64 ",\"due\":%" PRId64
	    "}", p.quiet_from, p.quiet_due) })) != RC_OK ||
	    (rc = core_tell_agency(&w, "silence", p.agency)) != RC_OK ||
	    (rc = pulse_beat(d->db, p.agency)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

enum rc
worker_silences(const struct desk *d, size_t *n)
{
	int64_t	 ids[AT_ONCE];
	bool	 pending;
	enum rc	 rc = clocks_pending(d, &pending);

	*n = 0;
	if (rc != RC_OK || pending)
		return rc;
	rc = silence_list(d->db, d->now, ids, n, AT_ONCE);
	return rc == RC_OK ? each(d, ids, *n, tell_silence) : rc;
}

/* What waits for the reporter, or for a day that was named, is nobody's delay. */
static bool
is_ours(enum state s)
{
	return s != ST_NEEDS_INFO && s != ST_SCHEDULED && s != ST_ON_HOLD;
}

static enum rc
tell_overdue(const struct desk *d, int64_t id)
{
	struct work_on	 w = { .d = d };
	enum rc		 rc;

	if ((rc = ticket_by_id(d->db, d->arena, id, &w.t)) != RC_OK)
		return rc;
	if (!w.t.open || w.t.due == 0 || w.t.due > d->now)
		return RC_OK;
	if ((rc = overdue_told(d->db, &w.t)) != RC_OK || !is_ours(w.t.state))
		return rc;
	if ((rc = core_record(&w, &(struct record){ .life = track_life(w.t.track),
	    .object = w.t.id, .act = ACT_OVERDUE, .before = w.t.state, .after = w.t.state,
	    .public = true, .note = "", .data = arena_printf(d->arena,
	    "{\"due\":%" PRId64 "}", w.t.due) })) != RC_OK ||
	    (rc = core_tell_reporters(&w, "overdue")) != RC_OK ||
	    (rc = pulse_beat(d->db, w.t.lead)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

enum rc
worker_overdue(const struct desk *d, size_t *n)
{
	int64_t	 ids[AT_ONCE];
	bool	 pending;
	enum rc	 rc = clocks_pending(d, &pending);

	*n = 0;
	if (rc != RC_OK || pending)
		return rc;
	rc = overdue_list(d->db, d->now, ids, n, AT_ONCE);
	return rc == RC_OK ? each(d, ids, *n, tell_overdue) : rc;
}

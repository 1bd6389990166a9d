/* burst_action.c: many hang-ups at once: found by the worker, explained by a supervisor. */
#include "action/burst_action.h"
#include "action/calls_core.h"
#include "lib/when.h"
#include "store/trail_store.h"

enum rc
see_bursts(const struct desk *d, struct burst *list, size_t *n)
{
	*n = 0;
	if (!role_may(d->who.role, MAY_TAKE) && !role_may(d->who.role, MAY_COMMAND))
		return RC_FORBIDDEN;
	return burst_list(d->db, d->arena, list, n, BURSTS_SHOWN);
}

/* No call has to do with it: the event's object is none. */
static enum rc
say(const struct desk *d, const struct burst *b, enum act act, const char *note)
{
	struct call	 c = { .id = 0 };

	return calls_record(d, &c, &(struct call_event){ .act = act, .note = note,
	    .data = arena_printf(d->arena, "%lld/%lld%s%s", (long long)b->calls,
	    (long long)b->minutes, *b->line == '\0' ? "" : " ", b->line) });
}

/* --- explaining ------------------------------------------------------------------------------ */

static enum rc
explain(const struct desk *d, int64_t id, const char *note, struct burst *b)
{
	enum rc	 rc;

	if ((rc = burst_by_id(d->db, d->arena, id, b)) != RC_OK)
		return rc;
	if (!b->open)
		return RC_CONFLICT;
	b->ended = d->now;
	b->by = d->who.id;
	b->note = note;
	if ((rc = burst_end(d->db, b)) != RC_OK ||
	    (rc = say(d, b, ACT_BURST_END, note)) != RC_OK ||
	    (rc = calls_signal(d, "burst", b->id)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

enum rc
burst_explain(const struct desk *d, int64_t id, const char *note, struct burst *out)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	if (*note == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, explain(d, id, note, out));
}

/* --- finding --------------------------------------------------------------------------------- */

static enum rc
begin(const struct desk *d, const struct hangups *h, int64_t minutes)
{
	struct burst	 b = { .line = h->line, .calls = h->n, .minutes = minutes,
			       .began = h->first, .last = h->last };
	enum rc		 rc;

	if ((rc = burst_insert(d->db, &b)) != RC_OK ||
	    (rc = say(d, &b, ACT_BURST, "")) != RC_OK ||
	    (rc = calls_signal(d, "burst", b.id)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

/* It is told again only where it has grown. */
static enum rc
go_on(const struct desk *d, struct burst *b, const struct hangups *h)
{
	enum rc	 rc;

	b->calls = h->n > b->calls ? h->n : b->calls;
	b->last = h->last;
	if ((rc = burst_grow(d->db, b)) != RC_OK)
		return rc;
	return calls_signal(d, "burst", b->id);
}

/* Since the last one was explained, where that is later: those calls are not counted again. */
static enum rc
since(const struct desk *d, const char *line, int64_t minutes, struct burst *last, int64_t *from)
{
	enum rc	 rc = burst_of(d->db, d->arena, line, last);

	*from = d->now - minutes * MINUTE;
	if (rc == RC_NOTFOUND)
		*last = (struct burst){ 0 };
	else if (rc == RC_OK && !last->open && last->ended > *from)
		*from = last->ended;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
weigh(const struct desk *d, const struct burst *last, const struct hangups *h, int64_t most,
    int64_t minutes, size_t *new)
{
	struct burst	 b = *last;

	if (b.open)
		return h->n > 0 && h->last > b.last ? go_on(d, &b, h) : RC_OK;
	if (h->n < most)
		return RC_OK;
	++*new;
	return begin(d, h, minutes);
}

/* Whether there is something to put down is asked without a transaction first. */
static bool
is_news(const struct burst *last, const struct hangups *h, int64_t most)
{
	return last->open ? h->n > 0 && h->last > last->last : h->n >= most;
}

static enum rc
look(const struct desk *d, const struct hangups *h, int64_t most, int64_t minutes, size_t *new)
{
	struct burst	 last;
	struct hangups	 fresh = *h;
	int64_t		 from;
	enum rc		 rc;

	if ((rc = since(d, h->line, minutes, &last, &from)) != RC_OK)
		return rc;
	if (!last.open && h->first <= from)	/* some of these are explained */
		fresh.n = 0;
	if (!is_news(&last, &fresh, most))
		return RC_OK;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, weigh(d, &last, &fresh, most, minutes, new));
}

enum rc
worker_bursts(const struct desk *d, size_t *count)
{
	int64_t		 minutes = calls_setting(d, "burst_minutes", 1, 60, BURST_MINUTES);
	int64_t		 most = calls_setting(d, "burst_calls", 2, 400, BURST_CALLS), from;
	struct hangups	 all, lines[HANGUP_LINES];
	struct burst	 last;
	size_t		 i, n;
	enum rc		 rc;

	*count = 0;
	if ((rc = since(d, "", minutes, &last, &from)) != RC_OK ||
	    (rc = hangups_since(d->db, from, &all)) != RC_OK ||
	    (rc = look(d, &all, most, minutes, count)) != RC_OK ||
	    (rc = hangups_by_line(d->db, d->arena, d->now - minutes * MINUTE, lines, &n)) != RC_OK)
		return rc;
	most = calls_setting(d, "burst_line_calls", 2, 400, BURST_LINE_CALLS);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = look(d, &lines[i], most, minutes, count);
	return rc;
}

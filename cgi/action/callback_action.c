/* callback_action.c: numbers to be called back: seen, taken, called. */
#include <string.h>

#include "action/calls_core.h"
#include "action/person.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/live_store.h"
#include "store/trail_store.h"

static const char *const	 steps[RECALL_STEPS] = {
	[RECALL_NONE] = "", [RECALL_TAKE] = "take", [RECALL_RELEASE] = "release",
	[RECALL_REACHED] = "reached", [RECALL_NO_ANSWER] = "no_answer",
	[RECALL_WRONG] = "wrong_number", [RECALL_NOT_NEEDED] = "not_needed",
};

const char *
recall_code(enum recall_step step)
{
	return step < RECALL_STEPS ? steps[step] : "";
}

enum recall_step
recall_of(const char *code)
{
	enum recall_step	 s;

	for (s = RECALL_NONE + 1; s < RECALL_STEPS; s++)
		if (strcmp(steps[s], code) == 0)
			return s;
	return RECALL_NONE;
}

/* --- seeing --------------------------------------------------------------------------------- */

static bool
is_held(const struct desk *d, const struct recall *r)
{
	return r->holder != 0 && r->until > d->now;
}

/* Masked, but for who has taken it: then that it was opened is put down already. */
static enum rc
look(const struct desk *d, const struct recall *r, struct recall_row *row)
{
	struct call_seal	 seal;
	struct call		 c;
	const char		*number;
	bool			 held = is_held(d, r);
	enum rc			 rc;

	*row = (struct recall_row){ .id = r->id, .call = r->call, .version = r->version,
	    .urgent = r->urgent, .why = r->why, .calls = r->calls, .tries = r->tries,
	    .first = r->first, .last = r->last, .due = r->due, .holder = held ? r->holder : 0,
	    .until = held ? r->until : 0, .holder_name = held ? r->holder_name : "",
	    .mine = held && r->holder == d->who.id, .rests = r->due > d->now && !held };
	if ((rc = call_by_id(d->db, d->arena, r->call, &c)) != RC_OK ||
	    (rc = call_seal_of(d->db, d->arena, r->call, &seal)) != RC_OK ||
	    (rc = open_ticket_of(d->db, d->arena, r->phone, &row->number)) != RC_OK)
		return rc;
	number = calls_number(d, seal.token, seal.sealed);
	row->phone = row->mine ? number : person_mask(d->arena, number);
	row->line = c.line;
	row->note = c.note;
	return RC_OK;
}

/* First those to be called now, then those that are tried later. */
static enum rc
look_all(const struct desk *d, const struct recall *list, size_t n, struct recalls *out)
{
	struct recall_row	*late = arena_alloc(d->arena, n * sizeof(*late)), row;
	size_t			 i, nlate = 0;
	enum rc			 rc = RC_OK;

	out->rows = arena_alloc(d->arena, n * sizeof(*out->rows));
	out->n = 0;
	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = look(d, &list[i], &row)) != RC_OK)
			break;
		if (row.rests)
			late[nlate++] = row;
		else
			out->rows[out->n++] = row;
	}
	for (i = 0; i < nlate; i++)
		out->rows[out->n++] = late[i];
	return rc;
}

enum rc
see_recall_count(const struct desk *d, struct recalls *out)
{
	*out = (struct recalls){ 0 };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	out->patience = calls_setting(d, "recall_alarm", 1, 120, RECALL_PATIENCE) * MINUTE;
	return recall_waiting(d->db, d->now, &out->waiting, &out->oldest);
}

enum rc
see_recalls(const struct desk *d, struct recalls *out)
{
	struct recall	 list[RECALL_MAX];
	size_t		 n, more;
	enum rc		 rc;

	if ((rc = see_recall_count(d, out)) != RC_OK ||
	    (rc = recall_list(d->db, d->arena, true, list, &n, COUNT(list))) != RC_OK ||
	    (rc = recall_list(d->db, d->arena, false, list + n, &more, COUNT(list) - n)) != RC_OK)
		return rc;
	return look_all(d, list, n + more, out);
}

/* --- doing ---------------------------------------------------------------------------------- */

static enum rc
say(const struct desk *d, const struct recall *r, enum act act, const char *note)
{
	struct call	 c = { .id = r->call };

	return calls_record(d, &c, &(struct call_event){ .act = act, .before = ST_CALLBACK_QUEUE,
	    .after = ST_CALLBACK_QUEUE, .note = note,
	    .data = arena_printf(d->arena, "%d", (int)r->tries) });
}

/* The number is opened with it, and that is what the event says. */
static enum rc
take(const struct desk *d, struct recall *r)
{
	enum rc	 rc;

	r->holder = d->who.id;
	r->until = d->now + RECALL_LEASE * MINUTE;
	if ((rc = recall_save(d->db, r)) != RC_OK ||
	    (rc = say(d, r, ACT_RECALL, "")) != RC_OK)
		return rc;
	return calls_signal(d, "recall", r->call);
}

static enum rc
release(const struct desk *d, struct recall *r)
{
	enum rc	 rc;

	r->holder = r->until = 0;
	if ((rc = recall_save(d->db, r)) != RC_OK)
		return rc;
	return calls_signal(d, "recall", r->call);
}

/* Its calls are over; the last one is what is spoken of now, and goes on at the desk. */
static enum rc
reach(const struct desk *d, struct recall *r, struct recall_done *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = recall_end_calls(d, r->phone, r->call, "dropped", "reached")) != RC_OK ||
	    (rc = call_by_id(d->db, d->arena, r->call, &c)) != RC_OK)
		return rc;
	c.state = ST_CALLED_BACK;
	if ((rc = call_save(d->db, &c)) != RC_OK ||
	    (rc = calls_record(d, &c, &(struct call_event){ .act = ACT_CALL_BACK,
	    .before = ST_CALLBACK_QUEUE, .after = ST_CALLED_BACK })) != RC_OK ||
	    (rc = calls_form(d, &c, &out->draft)) != RC_OK)
		return rc;
	out->over = true;
	return recall_end(d, r, "reached");
}

static enum rc
finish(const struct desk *d, struct recall *r, const char *type, const char *outcome,
    struct recall_done *out)
{
	enum rc	 rc;

	if ((rc = recall_end_calls(d, r->phone, 0, type, outcome)) != RC_OK)
		return rc;
	out->over = true;
	return recall_end(d, r, outcome);
}

static enum rc
try_later(const struct desk *d, struct recall *r, const char *note, struct recall_done *out)
{
	int64_t	 wait = calls_setting(d, "recall_again", 1, 120, RECALL_AGAIN) * MINUTE;
	enum rc	 rc;

	r->tries++;
	if ((rc = say(d, r, ACT_RECALL_TRY, note)) != RC_OK)
		return rc;
	if (r->tries >= RECALL_TRIES)
		return finish(d, r, "dropped", "no_answer", out);
	r->due = out->again = d->now + wait;
	r->alarm = r->due + calls_setting(d, "recall_alarm", 1, 120, RECALL_PATIENCE) * MINUTE;
	return release(d, r);
}

static enum rc
step(const struct desk *d, const struct recall_order *o, struct recall *r,
    struct recall_done *out)
{
	switch (o->step) {
	case RECALL_TAKE:
		return take(d, r);
	case RECALL_RELEASE:
		return release(d, r);
	case RECALL_REACHED:
		return reach(d, r, out);
	case RECALL_NO_ANSWER:
		return try_later(d, r, o->note, out);
	case RECALL_WRONG:
		return finish(d, r, "wrong_number", "wrong_number", out);
	case RECALL_NOT_NEEDED:
		return finish(d, r, "dropped", "not_needed", out);
	case RECALL_NONE:
	case RECALL_STEPS:
		break;
	}
	return RC_INPUT;
}

/* One person's, as long as the lease is; what has not been taken can be taken, and no more. */
static bool
may_step(const struct desk *d, const struct recall_order *o, const struct recall *r)
{
	return is_held(d, r) ? r->holder == d->who.id :
	    o->step == RECALL_TAKE || o->step == RECALL_NOT_NEEDED;
}

static enum rc
act_on(const struct desk *d, const struct recall_order *o, struct recall_done *out)
{
	struct recall	 r;
	enum rc		 rc;

	if ((rc = recall_by_id(d->db, d->arena, o->id, &r)) != RC_OK)
		return rc;
	rc = call_once(d->db, o->token, r.call, d->now);
	out->over = !r.open;
	if (rc == RC_CONFLICT)
		return RC_OK;		/* a second click */
	if (rc != RC_OK)
		return rc;
	if (!r.open || !may_step(d, o, &r)) {
		out->rival = r.open && is_held(d, &r) ? r.holder_name : "";
		return RC_CONFLICT;
	}
	if ((rc = step(d, o, &r, out)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

enum rc
recall_do(const struct desk *d, const struct recall_order *o, struct recall_done *out)
{
	enum rc	 rc;

	*out = (struct recall_done){ .rival = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (o->step == RECALL_NONE || o->step >= RECALL_STEPS)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, act_on(d, o, out));
}

/* --- the worker --------------------------------------------------------------------------- */

/* It may have been taken, or called, since it was found due. */
static enum rc
ring(const struct desk *d, int64_t id)
{
	int64_t		 wait = calls_setting(d, "recall_alarm", 1, 120, RECALL_PATIENCE) * MINUTE;
	struct signal	 s = { .at = d->now, .role = ROLE_SUPERVISOR, .kind = "recall-late" };
	struct recall	 r;
	enum rc		 rc = recall_by_id(d->db, d->arena, id, &r);

	if (rc != RC_OK || !r.open || is_held(d, &r) || r.alarm == 0 || r.alarm > d->now)
		return rc;
	r.alarm = d->now + wait;
	s.about = arena_printf(d->arena, "%lld", (long long)r.id);
	if ((rc = recall_save(d->db, &r)) != RC_OK ||
	    (rc = say(d, &r, ACT_ALARM, "")) != RC_OK ||
	    (rc = signal_add(d->db, &s)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

enum rc
worker_recalls(const struct desk *d, size_t *count)
{
	int64_t	 ids[20];
	size_t	 i;
	enum rc	 rc = recall_alarms(d->db, d->now, ids, count, COUNT(ids));

	for (i = 0; i < *count && rc == RC_OK; i++)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, ring(d, ids[i]));
	return rc;
}

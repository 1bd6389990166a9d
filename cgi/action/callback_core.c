/* callback_core.c: how numbers come into the queue of those to be called back, and out. */
#include "action/calls_core.h"
#include "action/words_action.h"
#include "domain/red_flag.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/trail_store.h"

enum { MANY = 50 };

/* --- into it ------------------------------------------------------------------------------- */

/* Who has an open ticket, or spoke of danger, is called first. */
static enum rc
weigh(const struct desk *d, struct bytes phone, const char *words, const char **why)
{
	const struct red_flag	*out[1];
	const char		*found[1], *number;
	struct red_flag		*flags;
	size_t			 n;
	enum rc			 rc = open_ticket_of(d->db, d->arena, phone, &number);

	*why = "";
	if (rc != RC_OK || *number != '\0') {
		*why = "ticket";
		return rc;
	}
	if (*words == '\0' || words_flags(d, &flags, &n) != RC_OK)
		return RC_OK;		/* a help only: it is called back in any case */
	if (red_flags(d->arena, flags, n, words, out, found, COUNT(out)) > 0)
		*why = "words";
	return RC_OK;
}

static int64_t
patience(const struct desk *d)
{
	return calls_setting(d, "recall_alarm", 1, 120, RECALL_PATIENCE) * MINUTE;
}

/* One row for a number, however often it calls; another call is a reason to try again. */
static enum rc
put(const struct desk *d, const struct call *c, struct bytes phone, const char *why)
{
	struct recall	 r;
	enum rc		 rc = recall_by_phone(d->db, d->arena, phone, &r);

	if (rc == RC_NOTFOUND) {
		r = (struct recall){ .phone = phone, .call = c->id, .urgent = *why != '\0',
		    .why = why, .calls = 1, .first = c->rang, .last = c->rang, .due = d->now,
		    .alarm = c->rang + patience(d) };
		return recall_insert(d->db, &r);
	}
	if (rc != RC_OK)
		return rc;
	r.calls++;
	r.last = c->rang > r.last ? c->rang : r.last;
	r.call = c->rang >= r.last ? c->id : r.call;
	r.due = d->now;
	if (!r.urgent && *why != '\0') {
		r.urgent = true;
		r.why = why;
	}
	return recall_save(d->db, &r);
}

enum rc
recall_queue(const struct desk *d, const struct call *c, struct bytes phone, const char *words)
{
	const char	*why;
	enum rc		 rc;

	if ((rc = weigh(d, phone, words, &why)) != RC_OK ||
	    (rc = put(d, c, phone, why)) != RC_OK)
		return rc;
	return calls_signal(d, "recall", c->id);
}

/* --- a call that was missed ------------------------------------------------------------------ */

/* The row that rang, or one of its own. */
static enum rc
row_of(const struct desk *d, const struct missed *m, struct call *c)
{
	struct bytes	 phone = calls_phone(d, m->number), sealed = { 0 };
	enum rc		 rc;

	if (m->call != 0) {
		if ((rc = call_by_id(d->db, d->arena, m->call, c)) != RC_OK)
			return rc;
		c->state = ST_MISSED;
		c->type = "dropped";
		return c->ticket == 0 ? call_save(d->db, c) : RC_CONFLICT;
	}
	*c = (struct call){ .state = ST_MISSED, .type = "dropped", .line = m->line, .note = "",
	    .rang = m->rang };
	if (phone.data != NULL)
		sealed = secret_seal(d->secret, d->arena,
		    arena_printf(d->arena, "call:%s", m->token), m->number);
	return call_insert(d->db, c, m->token, sealed, phone);
}

/* Was it told before, under this token or the one it was given since? */
static enum rc
is_known(const struct desk *d, const struct missed *m, int64_t *call, bool *again)
{
	struct call	 c;
	enum rc		 rc;

	if (m->call != 0) {
		rc = call_by_id(d->db, d->arena, m->call, &c);
		*again = rc == RC_OK && c.state != ST_RINGING;
		*call = m->call;
		return rc;
	}
	rc = call_by_token(d->db, d->arena, m->token, &c);
	if (rc == RC_OK)
		*call = c.id;
	else if (rc == RC_NOTFOUND)
		rc = call_once_of(d->db, m->token, call);
	*again = rc == RC_OK;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
close_missed(const struct desk *d, const struct missed *m, struct call *c)
{
	enum rc	 rc;

	c->state = *m->number == '\0' ? ST_CLOSED : ST_CALLBACK_QUEUE;
	if (c->state == ST_CLOSED)
		c->closed = m->ended != 0 ? m->ended : d->now;
	if ((rc = call_save(d->db, c)) != RC_OK || (rc = calls_record(d, c,
	    &(struct call_event){ .act = c->state == ST_CLOSED ? ACT_END : ACT_QUEUE,
	    .before = ST_MISSED, .after = c->state, .data = "dropped" })) != RC_OK)
		return rc;
	return c->state == ST_CLOSED ? RC_OK :
	    recall_queue(d, c, calls_phone(d, m->number), "");
}

enum rc
call_missed(const struct desk *d, const struct missed *m, int64_t *call, bool *again)
{
	struct call	 c;
	enum rc		 rc;

	*call = 0;
	if ((rc = is_known(d, m, call, again)) != RC_OK || *again)
		return rc;
	if ((rc = row_of(d, m, &c)) != RC_OK)
		return rc;
	*call = c.id;
	if ((rc = calls_record(d, &c, &(struct call_event){ .act = ACT_MISS,
	    .before = ST_RINGING, .after = ST_MISSED })) != RC_OK ||
	    (rc = close_missed(d, m, &c)) != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

/* --- out of it ---------------------------------------------------------------------------- */

/* A person takes a step; of a number that called again and was answered there is none. */
static enum rc
end_call(const struct desk *d, int64_t id, const char *type, const char *data)
{
	struct call	 c;
	enum state	 from;
	enum rc		 rc;

	if ((rc = call_by_id(d->db, d->arena, id, &c)) != RC_OK)
		return rc;
	from = c.state;
	c.state = ST_CLOSED;
	c.type = type;
	c.closed = d->now;
	if ((rc = call_save(d->db, &c)) != RC_OK)
		return rc;
	return calls_record(d, &c, &(struct call_event){ .act = ACT_END, .before = from,
	    .after = ST_CLOSED, .data = data });
}

enum rc
recall_end_calls(const struct desk *d, struct bytes phone, int64_t but, const char *type,
    const char *data)
{
	int64_t	 ids[MANY];
	size_t	 i, n;
	enum rc	 rc = recall_calls(d->db, phone, ids, &n, COUNT(ids));

	for (i = 0; i < n && rc == RC_OK; i++)
		if (ids[i] != but)
			rc = end_call(d, ids[i], type, data);
	return rc;
}

enum rc
recall_end(const struct desk *d, struct recall *r, const char *outcome)
{
	enum rc	 rc;

	r->open = false;
	r->phone = (struct bytes){ 0 };
	r->holder = r->until = r->alarm = 0;
	r->outcome = outcome;
	r->ended = d->now;
	if ((rc = recall_save(d->db, r)) != RC_OK)
		return rc;
	return calls_signal(d, "recall", r->call);
}

enum rc
recall_spoken(const struct desk *d, struct bytes phone)
{
	struct recall	 r;
	enum rc		 rc = recall_by_phone(d->db, d->arena, phone, &r);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = recall_end_calls(d, phone, 0, "dropped", "reached")) != RC_OK)
		return rc;
	return recall_end(d, &r, "reached");
}

enum rc
recall_answered(const struct desk *d, const char *number)
{
	return *number == '\0' ? RC_OK : recall_spoken(d, calls_phone(d, number));
}

/* retype_action.c: a call was taken for something else: who leads the desk says what it was. */
#include <string.h>

#include "action/calls_action.h"
#include "action/calls_core.h"
#include "store/call_store.h"
#include "store/draft_store.h"
#include "store/trail_store.h"

static enum rc
rival_of(const struct desk *d, int64_t call, struct event *e)
{
	size_t	 n;
	enum rc	 rc = calls_events(d->db, d->arena, call, e, &n, 1);

	return rc == RC_OK ? RC_CONFLICT : rc;
}

/* With the type it had: in the event, for ever. */
static enum rc
change(const struct desk *d, const struct retype *o, struct call_seen *s, const char *type)
{
	const char	*from = s->c.type;
	enum rc		 rc;

	s->c.type = type;
	if ((rc = call_save(d->db, &s->c)) != RC_OK ||
	    (rc = calls_record(d, &s->c, &(struct call_event){ .act = ACT_RETYPE,
	    .before = ST_CLOSED, .after = ST_CLOSED, .note = o->note,
	    .data = arena_printf(d->arena, "{\"from\":\"%s\",\"to\":\"%s\"}", from, type) }))
	    != RC_OK)
		return rc;
	return pulse_beat(d->db, 0);
}

/* It was one before, and its ticket is still known; else a form makes it one. */
static enum rc
to_incident(const struct desk *d, const struct retype *o, struct call_seen *s,
    struct retyped *out)
{
	struct call_fix	 fix = { s->c.id, d->who.id, o->note, d->now };
	enum rc		 rc;

	if (s->c.ticket != 0)
		return change(d, o, s, strncmp(s->number, "ADU", 3) == 0 ? "complaint" :
		    "emergency");
	if ((rc = fix_put(d->db, &fix)) != RC_OK)
		return rc;
	return calls_form(d, &s->c, &out->draft);
}

static bool
is_incident(const char *type)
{
	return strcmp(type, "emergency") == 0 || strcmp(type, "complaint") == 0;
}

/* A second click goes where the first one went. */
static enum rc
again(const struct desk *d, const struct call_seen *s, struct retyped *out)
{
	struct draft_row	 row;
	enum rc			 rc = draft_by_token(d->db, d->arena, s->token, &row);

	if (rc == RC_OK && row.account == d->who.id && row.sealed.data != NULL)
		out->draft = row.id;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
retype(const struct desk *d, const struct retype *o, struct retyped *out)
{
	struct call_seen	 s;
	enum rc			 rc;

	if ((rc = calls_one(d->db, d->arena, o->id, &s)) != RC_OK)
		return rc;
	if ((rc = call_once(d->db, o->token, o->id, d->now)) != RC_OK)
		return rc == RC_CONFLICT ? again(d, &s, out) : rc;
	if (s.c.version != o->version || s.c.state != ST_CLOSED)
		return rival_of(d, o->id, &out->rival);
	if (strcmp(s.c.type, o->type) == 0)
		return RC_INPUT;
	if (strcmp(o->type, "emergency") == 0)
		return is_incident(s.c.type) ? RC_INPUT : to_incident(d, o, &s, out);
	if (s.c.ticket != 0 && s.ticket_open) {
		out->ticket = s.number;
		return RC_CONFLICT;
	}
	return change(d, o, &s, o->type);
}

enum rc
call_retype(const struct desk *d, const struct retype *o, struct retyped *out)
{
	enum rc	 rc;

	*out = (struct retyped){ .ticket = "", .rival = { .note = "", .data = "",
	    .who = { .name = "" } } };
	if (!role_may(d->who.role, MAY_LEAD_DESK))
		return RC_FORBIDDEN;
	if (*o->note == '\0' || (strcmp(o->type, "emergency") != 0 &&
	    !workflow_is_reason(ACT_RETYPE, o->type)))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, retype(d, o, out));
}

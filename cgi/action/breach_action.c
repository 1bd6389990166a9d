/* breach_action.c: failures to protect personal data: written down, told, closed. */
#include "action/breach_action.h"
#include "action/privacy_core.h"
#include "store/breach_store.h"
#include "store/event_store.h"

static enum rc
tell(const struct desk *d, const struct breach *b, const char *step)
{
	struct event	 e = {
		.at = d->now, .object = b->id, .act = ACT_BREACH, .who = d->who,
		.data = arena_printf(d->arena, "{\"number\":\"%s\",\"step\":\"%s\"}",
		    b->number, step),
	};

	return event_add(d->db, d->arena, &e);
}

static enum rc
check(const struct desk *d, struct breach_order *o)
{
	o->fault = BREACH_FINE;
	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	if (*o->data == '\0' || *o->cause == '\0' || *o->measures == '\0' || o->people < 0)
		o->fault = BREACH_EMPTY;
	return o->fault == BREACH_FINE ? RC_OK : RC_INPUT;
}

static void
take(struct breach *b, const struct breach_order *o)
{
	b->people = o->people;
	b->data = o->data;
	b->cause = o->cause;
	b->measures = o->measures;
}

/* A second click finds the first. */
static enum rc
put(const struct desk *d, const struct breach_order *o, struct breach *b)
{
	enum rc	 rc = breach_by_token(d->db, d->arena, o->token, b);

	if (rc != RC_NOTFOUND)
		return rc;
	*b = (struct breach){ .state = BREACH_OPEN, .happened = o->happened, .found = o->found,
	    .due = o->found + PRIVACY_LIMIT, .told = "", .learnt = "", .version = 1 };
	take(b, o);
	if ((rc = privacy_number(d, "PDB", "B", &b->number)) != RC_OK ||
	    (rc = breach_insert(d->db, b, o->token)) != RC_OK)
		return rc;
	return tell(d, b, "open");
}

enum rc
breach_open(const struct desk *d, struct breach_order *o, struct breach *b)
{
	enum rc	 rc = check(d, o);

	if (rc == RC_OK && (o->found > d->now || o->happened > d->now))
		o->fault = BREACH_FUTURE;
	else if (rc == RC_OK && o->found < o->happened)
		o->fault = BREACH_BEFORE;
	if (rc == RC_OK && o->fault != BREACH_FINE)
		rc = RC_INPUT;
	if (rc != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, put(d, o, b));
}

/* In the version this person saw, and not closed. */
static enum rc
fetch(const struct desk *d, const struct breach_order *o, struct breach *b)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	rc = breach_by_number(d->db, d->arena, o->number, b);
	if (rc == RC_OK && (b->version != o->version || b->state == BREACH_CLOSED))
		return RC_CONFLICT;
	return rc;
}

static enum rc
save(const struct desk *d, struct breach *b, const char *step)
{
	enum rc	 rc = breach_save(d->db, b);

	return rc == RC_OK ? tell(d, b, step) : rc;
}

static enum rc
change(const struct desk *d, struct breach_order *o)
{
	struct breach	 b;
	enum rc		 rc;

	if ((rc = fetch(d, o, &b)) != RC_OK)
		return rc;
	take(&b, o);
	return save(d, &b, "change");
}

enum rc
breach_change(const struct desk *d, struct breach_order *o)
{
	enum rc	 rc;

	if ((rc = check(d, o)) != RC_OK || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, change(d, o));
}

static enum rc
notify(const struct desk *d, struct breach_order *o)
{
	struct breach	 b;
	enum rc		 rc;

	if ((rc = fetch(d, o, &b)) != RC_OK)
		return rc;
	if (b.state != BREACH_OPEN)
		return RC_CONFLICT;
	if (*o->told == '\0' || o->told_at > d->now || o->told_at < b.found) {
		o->fault = *o->told == '\0' ? BREACH_EMPTY : o->told_at > d->now ?
		    BREACH_FUTURE : BREACH_BEFORE;
		return RC_INPUT;
	}
	b.state = BREACH_NOTIFIED;
	b.told = o->told;
	b.told_at = o->told_at;
	return save(d, &b, "notified");
}

enum rc
breach_notify(const struct desk *d, struct breach_order *o)
{
	enum rc	 rc = db_begin(d->db);

	o->fault = BREACH_FINE;
	return rc == RC_OK ? db_finish(d->db, notify(d, o)) : rc;
}

/* Only what was told is closed. */
static enum rc
close_one(const struct desk *d, struct breach_order *o)
{
	struct breach	 b;
	enum rc		 rc;

	if ((rc = fetch(d, o, &b)) != RC_OK)
		return rc;
	if (b.state != BREACH_NOTIFIED)
		return RC_CONFLICT;
	if (*o->learnt == '\0') {
		o->fault = BREACH_EMPTY;
		return RC_INPUT;
	}
	b.state = BREACH_CLOSED;
	b.learnt = o->learnt;
	b.closed = d->now;
	return save(d, &b, "closed");
}

enum rc
breach_close(const struct desk *d, struct breach_order *o)
{
	enum rc	 rc = db_begin(d->db);

	o->fault = BREACH_FINE;
	return rc == RC_OK ? db_finish(d->db, close_one(d, o)) : rc;
}

enum rc
see_breaches(const struct desk *d, struct breaches_view *v)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	rc = breach_list(d->db, d->arena, true, v->open, &v->nopen, COUNT(v->open));
	return rc == RC_OK ? breach_list(d->db, d->arena, false, v->closed, &v->nclosed,
	    COUNT(v->closed)) : rc;
}

enum rc
see_breach(const struct desk *d, const char *number, struct breach *b)
{
	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	return breach_by_number(d->db, d->arena, number, b);
}

/* citizen_action.c: what a reporter and the public may read and do. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/next_step.h"
#include "action/unsent_action.h"
#include "domain/number.h"
#include "domain/throttle.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/identity_store.h"
#include "store/list_store.h"
#include "store/reporter_store.h"
#include "store/throttle_store.h"
#include "store/ticket_store.h"

enum { MAX_EVENTS = 200 };

/* 20 misses cost nothing, which is more than a person mistypes and no use to a guesser. */
static const struct budget code_budget = {
	.free = 20, .first = 30 * SECOND, .longest = 10 * MINUTE, .forget = 10 * MINUTE
};

static void
address_key(const struct desk *d, const char *remote, unsigned char key[HASH_SIZE])
{
	secret_lookup(d->secret, "code tries", remote, key);
}

static enum rc
write_miss(const struct desk *d, const unsigned char key[HASH_SIZE])
{
	struct throttle	 t;
	enum rc		 rc;

	if ((rc = throttle_read(d->db, key, &t)) != RC_OK)
		return rc;
	throttle_miss(&t, &code_budget, d->now);
	return throttle_save(d->db, key, &t);
}

enum rc
code_missed(const struct desk *d, const char *remote)
{
	unsigned char	 key[HASH_SIZE];
	enum rc		 rc = db_begin(d->db);

	address_key(d, remote, key);
	if (rc == RC_OK)
		rc = db_finish(d->db, write_miss(d, key));
	return rc == RC_OK ? RC_NOTFOUND : rc;
}

enum rc
code_try(const struct desk *d, const char *remote)
{
	unsigned char	 address[HASH_SIZE];
	struct throttle	 t;
	enum rc		 rc;

	address_key(d, remote, address);
	if ((rc = throttle_read(d->db, address, &t)) != RC_OK)
		return rc;
	return throttle_wait(&t, &code_budget, d->now) > 0 ? RC_NOTFOUND : RC_OK;
}

/* The reporter whose code this is; every way to miss is one and the same miss. */
static enum rc
find_reporter(const struct desk *d, const char *code, const char *remote,
    struct reporter *r)
{
	unsigned char	 hash[HASH_SIZE];
	const char	*letters = code_read(d->arena, code);
	enum rc		 rc = code_try(d, remote);

	if (rc != RC_OK)
		return rc;
	secret_lookup(d->secret, "code", letters == NULL ? "" : letters, hash);
	rc = reporter_by_code(d->db, d->arena, (struct bytes){ hash, HASH_SIZE }, r);
	return rc == RC_NOTFOUND ? code_missed(d, remote) : rc;
}

enum rc
track_reporter(const struct desk *d, const char *code, const char *remote, struct reporter *r)
{
	return find_reporter(d, code, remote, r);
}

/* Steps of the leading agency that a reporter understands though nobody wrote a word. */
static bool
is_understood(const struct event *e, int64_t lead)
{
	int64_t	 agency = e->behalf != 0 ? e->behalf : e->who.agency;

	return e->life == LIFE_ASSIGNMENT && agency == lead &&
	    (e->act == ACT_ACCEPT || e->act == ACT_SEND_UNIT || e->act == ACT_ARRIVE);
}

/* Keeps what the public may read; nobody's name, no internal word. */
static void
keep_public(struct track_view *v)
{
	struct event	*e;
	size_t		 i, n = 0;

	for (i = 0; i < v->nevents; i++) {
		e = &v->events[i];
		if (!e->public && !is_understood(e, v->t.lead))
			continue;
		if (!e->public)
			e->note = e->data = "";
		e->who.id = 0;
		e->who.name = "";
		v->events[n++] = *e;
	}
	v->nevents = n;
}

static void
what_is_next(const struct desk *d, struct track_view *v)
{
	bool	 with_desk = v->t.state == ST_RECEIVED || v->t.state == ST_NEEDS_INFO ||
	    v->t.state == ST_VERIFIED || v->t.state == ST_NEW;
	size_t	 i;

	v->holder = ref_agency(d->ref, with_desk ? d->ref->triage : v->t.lead);
	v->promised = v->t.open && v->t.state != ST_NEEDS_INFO ? v->t.due : 0;
	v->window_ends = v->t.state == ST_RESOLVED && v->t.track == TRACK_COMPLAINT ?
	    v->t.due : 0;
	v->question = "";
	for (i = 0; i < v->nevents && v->t.state == ST_NEEDS_INFO; i++)
		if (v->events[i].act == ACT_ASK) {
			v->question = v->events[i].note;
			break;
		}
}

/* What passed between the desk and one reporter is theirs, though it is no secret to them. */
static void
keep_from_strangers(struct track_view *v)
{
	size_t	 i;

	for (i = 0; i < v->nevents; i++)
		if (v->events[i].act == ACT_ASK || v->events[i].who.role == ROLE_REPORTER)
			v->events[i].note = v->events[i].data = "";
	v->question = "";
}

static enum rc
fill(const struct desk *d, struct track_view *v)
{
	enum rc	 rc;

	rc = event_list(d->db, d->arena, v->t.id, false, &v->events, &v->nevents, MAX_EVENTS);
	if (rc == RC_OK)
		rc = unsent_hide(d, v->t.id, v->events, &v->nevents);
	if (rc != RC_OK)
		return rc;
	keep_public(v);
	what_is_next(d, v);
	return RC_OK;
}

/* A ticket may have many reporters; what one of them wrote is not the others'. */
static void
keep_from_others(struct track_view *v)
{
	size_t	 i;

	for (i = 0; i < v->nevents; i++)
		if (v->events[i].reporter != 0 && v->events[i].reporter != v->reporter)
			v->events[i].note = v->events[i].data = "";
}

static struct desk
as_reporter(const struct desk *d)
{
	struct desk	 reporter = *d;

	reporter.who = (struct actor){ .role = ROLE_REPORTER, .name = "" };
	return reporter;
}

enum rc
track(const struct desk *d, const char *code, const char *remote, struct track_view *v)
{
	struct desk	 self = as_reporter(d);
	struct reporter	 r;
	enum rc		 rc;

	*v = (struct track_view){ .question = "" };
	if ((rc = find_reporter(d, code, remote, &r)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, r.ticket, &v->t)) != RC_OK ||
	    (rc = fill(d, v)) != RC_OK ||
	    (rc = opening_list(d->db, d->arena, r.id, &v->opened, &v->nopened,
	    MAX_EVENTS)) != RC_OK)
		return rc;
	v->reporter = r.id;
	v->privacy = r.privacy;
	keep_from_others(v);
	choices_of(&self, &v->t, track_life(v->t.track), v->t.state,
	    (struct facts){ .lead = true }, &v->may);
	return RC_OK;
}

enum rc
track_move(const struct desk *d, const char *code, const char *remote,
    const struct order *o, struct verdict *verdict)
{
	struct desk	 self = as_reporter(d);
	struct order	 own = *o;
	struct ticket	 t;
	struct reporter	 r;
	enum rc		 rc;

	if ((rc = find_reporter(d, code, remote, &r)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, r.ticket, &t)) != RC_OK)
		return rc;
	own.number = t.number;
	own.life = track_life(t.track);
	own.reporter = r.id;
	return move(&self, &own, verdict);
}

/* Where only its presence is public, its words are not. */
static void
hide_words(struct ticket *t)
{
	t->title = t->detail = t->place.text = "";
	t->place.lat = t->place.lon = 0;
}

static void
hide(struct ticket *t)
{
	if (t->display != DISPLAY_FULL || t->track == TRACK_EMERGENCY)
		hide_words(t);
}

enum rc
see_public_list(const struct desk *d, const struct public_filter *f,
    struct public_row **rows, size_t *n, bool *more)
{
	struct ticket_list	 l = { .max = PUBLIC_PAGE + 1 };
	size_t			 i;
	enum rc			 rc;

	l.items = arena_alloc(d->arena, l.max * sizeof(*l.items));
	rc = list_public(d->db, d->arena, f->area == NULL ? "" : f->area, f->category,
	    f->before_at == 0 ? INT64_MAX : f->before_at, f->before_id, &l);
	*more = l.n > PUBLIC_PAGE;
	*n = *more ? PUBLIC_PAGE : l.n;
	*rows = arena_alloc(d->arena, *n * sizeof(**rows));
	for (i = 0; i < *n; i++) {
		(*rows)[i].t = l.items[i];
		hide(&(*rows)[i].t);
	}
	return rc;
}

enum rc
see_public(const struct desk *d, const char *number, struct track_view *v)
{
	enum rc	 rc;

	*v = (struct track_view){ .question = "" };
	if ((rc = ticket_by_number(d->db, d->arena, number, &v->t)) != RC_OK)
		return rc;
	if (!v->t.published || v->t.display == DISPLAY_CLOSED)
		return RC_NOTFOUND;
	if ((rc = fill(d, v)) != RC_OK)
		return rc;
	keep_from_strangers(v);
	hide(&v->t);
	if (v->t.display != DISPLAY_FULL || v->t.track == TRACK_EMERGENCY)
		v->nevents = 0;
	return RC_OK;
}

/* Counted once a minute by each process: a home page need not be newer. */
enum rc
see_public_numbers(const struct desk *d, struct public_numbers *n)
{
	static struct public_numbers	 known;
	static int64_t			 counted;
	static const struct db		*of;
	enum rc				 rc;

	if (of != d->db || d->now - counted > MINUTE || d->now < counted) {
		rc = count_since(d->db, d->now - INT64_C(30) * DAY, &known.received,
		    &known.open);
		if (rc != RC_OK)
			return rc;
		known.resolved = known.received - known.open;
		counted = d->now;
		of = d->db;
	}
	*n = known;
	return RC_OK;
}

/* court_action.c: whose a ticket is, when two agencies said: not ours. */
#include <inttypes.h>
#include <string.h>

#include "action/court_action.h"
#include "action/effect.h"
#include "lib/text.h"
#include "lib/when.h"
#include "store/court_store.h"
#include "store/event_store.h"
#include "store/ticket_store.h"

enum { BOUNCES = 2, MANY = 200, TOLD = 20 };

/* The last case; *has where there is one. */
static enum rc
last_case(const struct desk *d, int64_t ticket, struct court *c, bool *has)
{
	enum rc	 rc = court_last(d->db, ticket, c);

	*has = rc == RC_OK;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static enum rc
record(struct work_on *w, enum act act, const char *note, const char *data)
{
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = act, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = note, .data = data });
}

/* --- sent back ----------------------------------------------------------------------------- */

/* The words that were weighed already weigh nothing again. */
static enum rc
is_new_reason(const struct work_on *w, int64_t agency, bool *new)
{
	const char	*said = text_fold(w->d->arena, w->o->note);
	struct event	*list;
	size_t		 i, n;
	enum rc		 rc = event_list(w->d->db, w->d->arena, w->t.id, false, &list, &n, MANY);

	*new = true;
	for (i = 0; i < n && rc == RC_OK; i++)
		if ((list[i].act == ACT_REJECT || list[i].act == ACT_APPEAL) &&
		    (list[i].behalf != 0 ? list[i].behalf : list[i].who.agency) == agency &&
		    strcmp(text_fold(w->d->arena, list[i].note), said) == 0)
			*new = false;
	return rc;
}

/* It stays where it is, and its clocks run; the arbiter hears once more. */
static enum rc
appeal(struct work_on *w, const struct assignment *p)
{
	struct court	 c = { .ticket = w->t.id, .at = w->d->now, .appeal = p->agency };
	bool		 new;
	enum rc		 rc = is_new_reason(w, p->agency, &new);

	if (rc != RC_OK)
		return rc;
	if (!new) {
		w->refused = RULED;
		return RC_FORBIDDEN;
	}
	if ((rc = core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p->id,
	    .act = ACT_APPEAL, .before = p->state, .after = p->state, .agency = p->agency,
	    .note = w->o->note, .data = w->o->reason })) != RC_OK)
		return rc;
	c.event = w->event;
	return court_insert(w->d->db, &c);
}

enum rc
court_bounce(struct work_on *w, const struct assignment *p, bool *stays)
{
	struct court	 c = { .ticket = w->t.id, .at = w->d->now }, last;
	bool		 has;
	enum rc		 rc = last_case(w->d, w->t.id, &last, &has);

	*stays = false;
	if (rc != RC_OK)
		return rc;
	if (has && last.ended == 0) {		/* he hears of it already */
		w->refused = RULED;
		return RC_FORBIDDEN;
	}
	if (has && last.agency == p->agency) {
		*stays = true;
		return appeal(w, p);
	}
	w->t.bounces++;
	if (w->t.bounces < BOUNCES)
		return RC_OK;
	if ((rc = record(w, ACT_COURT, "", "")) != RC_OK)
		return rc;
	c.event = w->event;
	return court_insert(w->d->db, &c);
}

enum rc
court_binds(struct work_on *w, const struct assignment *p)
{
	struct court	 c;
	bool		 has;
	enum rc		 rc = last_case(w->d, w->t.id, &c, &has);

	if (rc != RC_OK || !has || !role_has_agency(w->d->who.role) || c.agency != p->agency)
		return rc;
	w->refused = RULED;
	return RC_FORBIDDEN;
}

/* --- decided --------------------------------------------------------------------------------- */

static enum rc
decide(struct work_on *w, struct court *c, int64_t agency, const char *words)
{
	const struct agency	*a = ref_agency(w->d->ref, agency);
	enum rc			 rc;

	c->ended = w->d->now;
	c->agency = agency;
	rc = court_end(w->d->db, c);
	return rc == RC_OK ? record(w, ACT_RULE, words, a == NULL ? "" : a->code) : rc;
}

/* What the arbiter decided only he takes from that agency again, not the desk. */
static bool
stands(struct work_on *w, const struct court *c, int64_t agency)
{
	if (w->d->who.role != ROLE_DISPATCHER || w->t.lead != c->agency || agency == c->agency)
		return true;
	w->refused = RULED;
	return false;
}

enum rc
court_route(struct work_on *w, int64_t agency)
{
	struct court	 c;
	bool		 has;
	enum rc		 rc = last_case(w->d, w->t.id, &c, &has);

	if (rc != RC_OK || !has)
		return rc;
	if (c.ended != 0)
		return stands(w, &c, agency) ? RC_OK : RC_FORBIDDEN;
	return w->d->who.role == ROLE_SUPERVISOR ? decide(w, &c, agency, w->o->note) : RC_FORBIDDEN;
}

/* A rule's area is the ticket's own, its district's, or none. */
static bool
is_area_of(const struct desk *d, const char *area, const struct ticket *t)
{
	return *area == '\0' || (ref_area(d->ref, area) != NULL &&
	    strncmp(t->place.area, area, strlen(area)) == 0);
}

static enum ruling_fault
fault_of(const struct desk *d, const struct ruling_word *in, const struct ticket *t)
{
	const struct agency	*a = ref_agency(d->ref, in->agency);

	if (a == NULL || !a->own || a->id == d->ref->triage)
		return RULING_AGENCY;
	if (*in->words == '\0')
		return RULING_WORDS;
	if (in->as_rule && !is_area_of(d, in->area, t))
		return RULING_AREA;
	if (in->as_rule && in->from < when_midnight(d->now, d->ref->zone))
		return RULING_FROM;
	return RULING_OK;
}

static enum rc
make_rule(struct work_on *w, struct court *c, const struct ruling_word *in)
{
	const struct ruling	 r = { .category = w->t.category, .agency = in->agency,
		.court = c->id, .area = in->area, .from = in->from };
	enum rc			 rc = court_rule(w->d->db, &r, &c->rule);

	return rc != RC_OK ? rc : record(w, ACT_RULE, "", arena_printf(w->d->arena,
	    "{\"rule\":%" PRId64 ",\"area\":\"%s\",\"from\":%" PRId64 "}", c->rule, in->area,
	    in->from));
}

/* Who has it and is to keep it keeps it; else it goes there, with clocks from now. */
static enum rc
give(const struct desk *d, const struct ruling_word *in, struct work_on *w)
{
	const struct order	 o = { .number = in->number, .life = track_life(w->t.track),
		.act = w->t.track == TRACK_EMERGENCY ? ACT_ROUTE : ACT_ASSIGN,
		.agency = in->agency, .note = in->words };
	struct verdict		 v = { 0 };

	return w->t.lead == in->agency ? core_beat(w) : move_inside(d, &o, &v);
}

static enum rc
rule(const struct desk *d, const struct ruling_word *in, enum ruling_fault *fault)
{
	struct work_on	 w = { .d = d };
	struct court	 c;
	bool		 has;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, in->number, &w.t)) != RC_OK ||
	    (rc = core_reach(d, &w.t)) != RC_OK)
		return rc;
	if (d->who.role != ROLE_SUPERVISOR)
		return RC_FORBIDDEN;
	if ((rc = last_case(d, w.t.id, &c, &has)) != RC_OK)
		return rc;
	if (!has || c.ended != 0 || c.id != in->court || !w.t.open)
		return RC_CONFLICT;
	if ((*fault = fault_of(d, in, &w.t)) != RULING_OK)
		return RC_INPUT;
	if (in->as_rule && (rc = make_rule(&w, &c, in)) != RC_OK)
		return rc;
	rc = decide(&w, &c, in->agency, in->words);
	return rc == RC_OK ? give(d, in, &w) : rc;
}

enum rc
rule_on(const struct desk *d, const struct ruling_word *in, enum ruling_fault *fault)
{
	enum rc	 rc = db_begin(d->db);

	*fault = RULING_OK;
	return rc == RC_OK ? db_finish(d->db, rule(d, in, fault)) : rc;
}

/* --- told --------------------------------------------------------------------------------- */

/* Whoever sent it back may not see who is on duty at the desk; the worker does. */
static enum rc
tell(const struct desk *d, const struct court *c)
{
	struct work_on	 w = { .d = d, .event = c->event };
	enum rc		 rc;

	if ((rc = court_told(d->db, c->id, d->now)) != RC_OK)
		return rc == RC_CONFLICT ? RC_OK : rc;
	if ((rc = ticket_by_id(d->db, d->arena, c->ticket, &w.t)) != RC_OK)
		return rc;
	return core_tell_step(&w, "supervisor", d->ref->triage);
}

enum rc
worker_courts(const struct desk *d, size_t *n)
{
	struct court	 list[TOLD];
	size_t		 i;
	enum rc		 rc = court_untold(d->db, list, n, TOLD);

	for (i = 0; i < *n && rc == RC_OK; i++)
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, tell(d, &list[i]));
	return rc;
}

/* --- seen ------------------------------------------------------------------------------------ */

static void
add_reason(struct court_view *v, const struct event *e)
{
	if (v->nreasons < COURT_REASONS)
		v->reasons[v->nreasons++] = (struct court_reason){
		    .agency = e->behalf != 0 ? e->behalf : e->who.agency,
		    .who = e->who.name, .words = e->note, .at = e->at };
}

/* Events come newest first; reasons are read in their order. */
static enum rc
see_words(const struct desk *d, const struct ticket *t, struct court_view *v)
{
	struct event	*list, *e;
	size_t		 n;
	enum rc		 rc = event_list(d->db, d->arena, t->id, true, &list, &n, MANY);

	while (rc == RC_OK && n-- > 0) {
		e = &list[n];
		if ((e->act == ACT_REJECT && strcmp(e->data, "not_ours") == 0) ||
		    e->act == ACT_APPEAL)
			add_reason(v, e);
		if (e->act == ACT_RULE && *e->data != '{') {
			v->words = e->note;
			v->arbiter = e->who.name;
		}
	}
	return rc;
}

static enum rc
see_rule(const struct desk *d, struct court_view *v)
{
	struct ruling	 r;
	enum rc		 rc;

	if (v->c.rule == 0)
		return RC_OK;
	if ((rc = court_rule_of(d->db, d->arena, v->c.rule, &r)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	v->rule_area = r.area;
	v->rule_from = r.from;
	return RC_OK;
}

static enum rc
see(const struct desk *d, const char *number, struct court_view *v, bool *has)
{
	struct ticket	 t;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, number, &t)) != RC_OK ||
	    (rc = core_reach(d, &t)) != RC_OK ||
	    (rc = last_case(d, t.id, &v->c, has)) != RC_OK || !*has)
		return rc;
	v->waits = v->c.ended == 0 && t.open;
	v->may_rule = v->waits && d->who.role == ROLE_SUPERVISOR;
	rc = see_words(d, &t, v);
	return rc == RC_OK ? see_rule(d, v) : rc;
}

enum rc
see_court(const struct desk *d, const char *number, struct court_view *v, bool *has)
{
	enum rc	 rc = db_read_begin(d->db);

	*has = false;
	*v = (struct court_view){ .words = "", .arbiter = "" };
	if (rc != RC_OK)
		return rc;
	rc = see(d, number, v, has);
	db_read_end(d->db);
	return rc;
}

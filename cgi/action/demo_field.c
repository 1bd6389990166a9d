/* demo_field.c: what the agencies do in an emergency of the demo. */
#include "action/demo_core.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

enum { MANY = 64 };

static void	resolve(struct demo *, const struct todo *);

/* --- units --------------------------------------------------------------------------- */

static const struct unit *
free_unit(struct demo *p, int64_t agency)
{
	const struct unit	*u, *found = NULL;
	int64_t			 n = 0;
	size_t			 i;

	for (i = 0; i < p->d.ref->nunits; i++) {
		u = &p->d.ref->units[i];
		if (u->agency == agency && p->busy[i] <= p->d.now && chance(p, ++n) == 0)
			found = u;
	}
	return found;
}

/* The run of a unit, driven by its crew where it has an account, else by the operator. */
static bool
go_run(struct demo *p, struct story *s, const struct unit *u, enum act act)
{
	struct actor	 who = somebody(p, ROLE_OPD_OPERATOR, u->agency);
	struct ticket	 t;
	struct run	*runs;
	size_t		 i, n;

	for (i = 0; i < p->npeople; i++)
		if (p->people[i].unit == u->id)
			who = (struct actor){ p->people[i].id, p->people[i].role, u->agency,
			    u->id, p->people[i].name };
	if (ticket_by_number(p->d.db, p->d.arena, s->number, &t) != RC_OK ||
	    run_list(p->d.db, p->d.arena, t.id, &runs, &n, MANY) != RC_OK)
		return false;
	for (i = 0; i < n; i++)
		if (runs[i].unit == u->id && runs[i].open && who.role == ROLE_RESPONDER)
			return go_phone(p, s, who, runs[i].id, act);
		else if (runs[i].unit == u->id && runs[i].open)
			return go(p, s, who, (struct order){ .life = LIFE_UNIT, .act = act,
			    .object = runs[i].id });
	return false;			/* it was called back meanwhile */
}

/* What a crew does next, and after how long; an ambulance takes most of its patients along. */
static void
run_step(struct demo *p, const struct todo *t)
{
	const struct unit	*u = ref_unit(p->d.ref, t->agency);
	struct todo		 next = { .run = run_step, .story = t->story, .agency = u->id };
	int64_t			 wait = 0;

	if (!go_run(p, t->story, u, (enum act)t->n))
		return;
	if (t->n == ACT_ARRIVE && u->code[0] == 'M') {
		next.n = ACT_PATIENT;
		wait = around(p, 2 * MINUTE);
	} else if (t->n == ACT_PATIENT && percent(p, 75)) {
		next.n = ACT_TRANSPORT;
		wait = around(p, 9 * MINUTE);
	} else if (t->n == ACT_TRANSPORT) {
		next.n = ACT_DELIVER;
		wait = around(p, 11 * MINUTE);
	}
	if (wait > 0)
		later(p, wait, next);
}

/* Sent, on its way, there: as the category's limit says, mostly. */
static void
send_unit(struct demo *p, struct story *s, int64_t agency)
{
	const struct unit	*u = free_unit(p, agency);
	struct todo		 t = { .run = run_step, .story = s };
	int64_t			 leaves = around(p, 55 * SECOND), drives;

	if (u == NULL || !go_part(p, s, agency, (struct order){ .act = ACT_SEND_UNIT, .unit = u->id }))
		return;
	drives = around(p, (s->c->arrive == 0 ? 30 : s->c->arrive) * MINUTE * 45 / 100);
	p->busy[u->id - 1] = p->d.now + 3 * drives + HOUR / 2;
	t.agency = u->id;
	t.n = ACT_DEPART;
	later(p, leaves, t);
	t.n = ACT_ARRIVE;
	later(p, leaves + drives, t);
}

/* --- parts ---------------------------------------------------------------------------- */

static void
support_ends(struct demo *p, const struct todo *t)
{
	go_part(p, t->story, t->agency, (struct order){ .act = ACT_FINISH,
	    .note = phrase(p, SAY_HELPED) });
}

static void
support_arrives(struct demo *p, const struct todo *t)
{
	go_part(p, t->story, t->agency, (struct order){ .act = ACT_ARRIVE });
}

static void
support(struct demo *p, const struct todo *t)
{
	struct todo	 next = { .run = support_ends, .story = t->story, .agency = t->agency };
	int64_t		 work = around(p, 35 * MINUTE);

	if (!go_part(p, t->story, t->agency, (struct order){ .act = ACT_ACCEPT }))
		return;
	if (free_unit(p, t->agency) != NULL) {
		send_unit(p, t->story, t->agency);
	} else if (percent(p, 70)) {
		next.run = support_arrives;
		later(p, around(p, 14 * MINUTE), next);
	}
	next.run = support_ends;
	later(p, work + 15 * MINUTE, next);
}

static void
tell(struct demo *p, const struct todo *t)
{
	bool		 public = t->n != 0;
	struct desk	 d = demo_as(p, somebody(p, ROLE_OPD_OPERATOR, t->agency));

	if (!t->story->over && d.who.agency == t->agency)
		check(p, note(&d, t->story->number,
		    phrase(p, public ? SAY_NEWS : SAY_INSIDE), public), "a note");
}

static void
control(struct demo *p, const struct todo *t)
{
	if (!t->story->over)
		go(p, t->story, somebody(p, ROLE_OPD_OPERATOR, t->agency),
		    (struct order){ .act = ACT_CONTROL });
}

static bool
is_open(struct demo *p, const struct story *s, struct ticket *t)
{
	return ticket_by_number(p->d.db, p->d.arena, s->number, t) == RC_OK && t->open;
}

/* Somebody who did not work on it tells the caller, and closes. */
static void
close_it(struct demo *p, const struct todo *t)
{
	static const char *const	 reasons[] = { "told_phone", "told_phone", "told_message",
		"tried_twice", "no_contact" };
	enum role			 role = percent(p, 60) ? ROLE_DISPATCHER : ROLE_SUPERVISOR;

	if (percent(p, 15))
		role = ROLE_VERIFIER;
	go(p, t->story, somebody(p, role, 0), (struct order){ .act = ACT_CLOSE,
	    .reason = reasons[chance(p, COUNT(reasons))] });
}

static bool
others_work(struct demo *p, const struct ticket *t)
{
	struct assignment	*list;
	size_t			 i, n;

	if (assignment_list(p->d.db, p->d.arena, t->id, &list, &n, MANY) != RC_OK)
		return false;
	for (i = 0; i < n; i++)
		if (list[i].open && !list[i].lead && list[i].accepted != 0)
			return true;
	return false;
}

static void
resolve(struct demo *p, const struct todo *t)
{
	static const char *const	 reasons[] = { "handled", "handled", "handled", "handled",
		"handled_others", "handed_over", "nothing_found", "person_left" };
	struct ticket			 ticket;
	struct todo			 next = *t;

	if (!is_open(p, t->story, &ticket))
		return;
	if (others_work(p, &ticket)) {		/* not before they are done, too */
		later(p, 6 * MINUTE, next);
		return;
	}
	if (!go(p, t->story, somebody(p, ROLE_OPD_OPERATOR, ticket.lead),
	    (struct order){ .act = ACT_RESOLVE, .reason = reasons[chance(p, COUNT(reasons))],
	    .note = phrase(p, SAY_DONE) }))
		return;
	t->story->over = true;
	next.run = close_it;
	if (percent(p, 97))
		later(p, around(p, 35 * MINUTE), next);
}

/* The leading agency is at it: news, under control, done. */
static void
lead_works(struct demo *p, struct story *s, int64_t agency)
{
	int64_t		 work = around(p, (s->c->finish * 22 / 100 + 8) * MINUTE);
	struct todo	 next = { .story = s, .agency = agency };

	if (work < 12 * MINUTE)
		work = 12 * MINUTE + chance(p, 10 * MINUTE);
	next.run = tell;
	next.n = 1;
	if (percent(p, 45))
		later(p, work / 3, next);
	next.n = 0;
	if (percent(p, 40))
		later(p, work / 4, next);
	next.run = control;
	if (s->c->radius >= 100 && percent(p, 45))
		later(p, work * 7 / 10, next);
	next.run = resolve;
	later(p, work, next);
}

static void
lead_accepts(struct demo *p, const struct todo *t)
{
	struct story	*s = t->story;

	go_part(p, s, t->agency, (struct order){ .act = ACT_ACCEPT });
	send_unit(p, s, t->agency);
	if (s->c->priority <= P1 && percent(p, 45))
		send_unit(p, s, t->agency);
	lead_works(p, s, t->agency);
}

/* One of ours that helps anyway and has not begun; else the leading one has to. */
static int64_t
another(struct demo *p, const struct story *s, int64_t ticket)
{
	const struct category	*c = s->c;
	struct assignment	 part;
	size_t			 i;

	for (i = 0; i < c->nsupport; i++)
		if (ref_agency(p->d.ref, c->support[i])->own &&
		    assignment_of(p->d.db, p->d.arena, ticket, c->support[i], &part) == RC_OK &&
		    part.accepted == 0)
			return part.agency;
	return c->lead;
}

static void
route_again(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;
	int64_t		 to;

	if (!is_open(p, t->story, &ticket))
		return;
	to = another(p, t->story, ticket.id);
	if (go(p, t->story, somebody(p, ROLE_SUPERVISOR, 0), (struct order){ .act = ACT_ROUTE,
	    .agency = to, .note = phrase(p, SAY_ELSEWHERE) }))
		later(p, around(p, 40 * SECOND), (struct todo){ .run = lead_accepts,
		    .story = t->story, .agency = to });
}

static void
lead_refuses(struct demo *p, const struct todo *t)
{
	if (go_part(p, t->story, t->agency, (struct order){ .act = ACT_REJECT,
	    .reason = "no_unit", .note = phrase(p, SAY_FULL) }))
		later(p, around(p, 4 * MINUTE), (struct todo){ .run = route_again,
		    .story = t->story });
}

static void
cancel(struct demo *p, const struct todo *t)
{
	struct ticket	 ticket;

	if (is_open(p, t->story, &ticket) &&
	    go(p, t->story, somebody(p, ROLE_SUPERVISOR, 0), (struct order){
	    .act = percent(p, 60) ? ACT_FALSE_ALARM : ACT_CANCEL,
	    .note = phrase(p, SAY_CANCEL) }))
		t->story->over = true;
}

/* --- all of it --------------------------------------------------------------------------- */

static void
look(struct demo *p, const struct todo *t)
{
	go_part(p, t->story, t->agency, (struct order){ .act = ACT_SEE });
}

/* Somebody looks, then accepts; now and then nobody does for long. */
static void
plan_lead(struct demo *p, struct story *s, int64_t agency)
{
	int64_t		 limit = (s->c->ack == 0 ? 5 : s->c->ack) * MINUTE;
	int64_t		 wait = around(p, limit * 35 / 100) + 4 * SECOND;
	struct todo	 t = { .run = lead_accepts, .story = s, .agency = agency };

	if (percent(p, 4))
		wait = 4 * limit + chance(p, 10 * MINUTE);
	if (percent(p, 3))
		t.run = lead_refuses;
	later(p, wait, t);
	t.run = look;
	if (percent(p, 60))
		later(p, wait * 6 / 10, t);
	t.run = cancel;
	if (percent(p, 4))
		later(p, wait + around(p, 10 * MINUTE), t);
}

void
follow_emergency(struct demo *p, struct story *s, int64_t ticket)
{
	struct assignment	*list;
	struct todo		 t = { .run = support, .story = s };
	int64_t			 limit = (s->c->ack == 0 ? 5 : s->c->ack) * MINUTE;
	size_t			 i, n;

	check(p, assignment_list(p->d.db, p->d.arena, ticket, &list, &n, MANY), "parts");
	for (i = 0; i < n && p->rc == RC_OK; i++) {
		t.agency = list[i].agency;
		if (list[i].lead)
			plan_lead(p, s, list[i].agency);
		else if (percent(p, 92))
			later(p, around(p, limit * 4 / 10) + 8 * SECOND, t);
	}
}

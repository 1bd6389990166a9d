/* part.c: the agencies' parts of a ticket: given, driven, ended. */
#include "action/clock_core.h"
#include "action/part.h"
#include "store/assignment_store.h"

enum { MANY = 64 };

/* Told by voice, it was accepted by voice: nothing rings, and the times are the sheet's. */
static void
as_told(const struct work_on *w, struct assignment *p)
{
	const struct by_radio	*t = w->told;

	if (t == NULL)
		return;
	p->accepted = t->at;
	p->arrived = t->arrived;
	p->ended = t->ended;
	p->open = t->ended == 0;
	p->state = t->ended != 0 ? ST_DONE : t->arrived != 0 ? ST_ON_SCENE : ST_ACCEPTED;
	p->alarm = 0;
	clocks_next(p);
}

static enum rc
make_lead(struct work_on *w, struct assignment *p)
{
	enum rc	 rc;

	if (p->lead)
		return RC_OK;
	p->lead = true;
	if ((rc = assignment_save(w->d->db, p)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p->id,
	    .act = ACT_ROUTE, .before = p->state, .after = p->state,
	    .agency = p->agency, .data = "lead" });
}

enum rc
part_give(struct work_on *w, int64_t agency, bool lead)
{
	struct assignment	 p;
	enum rc			 rc;

	rc = assignment_of(w->d->db, w->d->arena, w->t.id, agency, &p);
	if (rc == RC_OK)
		return lead ? make_lead(w, &p) : RC_OK;
	if (rc != RC_NOTFOUND)
		return rc;
	p = (struct assignment){ .ticket = w->t.id, .agency = agency, .lead = lead,
	    .state = ST_SENT, .open = true, .priority = w->t.priority, .units = "" };
	p.sent = w->told != NULL ? w->told->at : w->d->now;
	clocks_give(w, &p);
	as_told(w, &p);
	if ((rc = assignment_insert(w->d->db, &p)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT,
	    .object = p.id, .act = ACT_ROUTE, .after = p.state, .agency = agency,
	    .data = lead ? "lead" : "support" })) != RC_OK)
		return rc;
	return w->told != NULL ? RC_OK : core_tell_agency(w, "assigned", agency);
}

enum rc
part_passed(struct work_on *w, const struct assignment *from, int64_t to)
{
	struct assignment	 p;
	enum rc			 rc = assignment_of(w->d->db, w->d->arena, w->t.id, to, &p);

	return rc == RC_OK ? clocks_transferred(w, from, &p) : rc;
}

/* The part ends: the units it sent are done, or were not needed. */
static enum rc
end_runs(struct work_on *w, const struct assignment *p)
{
	struct run	*list;
	enum state	 to, from;
	size_t		 i, n;
	enum rc		 rc;

	rc = run_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++) {
		if (list[i].assignment != p->id || !list[i].open)
			continue;
		from = list[i].state;
		to = list[i].arrived != 0 ? ST_DONE : ST_STOOD_DOWN;
		list[i].state = to;
		list[i].open = false;
		list[i].ended = list[i].since = core_when(w);
		if ((rc = run_save(w->d->db, &list[i])) == RC_OK)
			rc = core_record(w, &(struct record){ .life = LIFE_UNIT,
			    .object = list[i].id, .agency = p->agency,
			    .act = to == ST_DONE ? ACT_FINISH : ACT_STAND_DOWN,
			    .before = from, .after = to });
	}
	return rc;
}

static void
set_times(const struct work_on *w, struct assignment *p)
{
	int64_t	 now = core_when(w);

	if (p->state == ST_SEEN && p->seen == 0)
		p->seen = now;
	if ((p->state == ST_ACCEPTED || p->state == ST_UNIT_SENT) && p->accepted == 0)
		p->accepted = now;
	if (p->state == ST_UNIT_SENT && p->unit_sent == 0)
		p->unit_sent = now;
	if (p->state == ST_ON_SCENE && p->arrived == 0)
		p->arrived = now;
	if (!p->open)
		p->ended = now;
	if (!p->open || p->accepted != 0)
		p->alarm = 0;
}

enum rc
part_move(struct work_on *w, struct assignment *p, enum act act, enum state to,
    const char *note, const char *data)
{
	enum state	 from = p->state;
	enum rc		 rc = RC_OK;

	p->state = to;
	p->open = workflow_is_open(LIFE_ASSIGNMENT, to);
	set_times(w, p);
	clocks_next(p);
	if (!p->open)
		rc = end_runs(w, p);
	if (rc == RC_OK && (rc = run_units(w->d->db, w->d->arena, p->id, &p->units)) == RC_OK)
		rc = assignment_save(w->d->db, p);
	if (rc != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = LIFE_ASSIGNMENT, .object = p->id,
	    .act = act, .before = from, .after = to, .agency = p->agency,
	    .note = note, .data = data });
}

enum rc
part_lead(const struct work_on *w, struct assignment *p)
{
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc;

	rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].open && list[i].lead) {
			*p = list[i];
			return RC_OK;
		}
	return rc == RC_OK ? RC_NOTFOUND : rc;
}

enum rc
part_end_all(struct work_on *w, enum act act, enum state lead, enum state rest)
{
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc;

	rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].open)
			rc = part_move(w, &list[i], list[i].lead ? act : ACT_RELEASE,
			    list[i].lead ? lead : rest, "", "");
	return rc;
}

enum rc
part_others_work(const struct work_on *w, bool *working)
{
	struct assignment	*list;
	size_t			 i, n;
	enum rc			 rc;

	*working = false;
	rc = assignment_list(w->d->db, w->d->arena, w->t.id, &list, &n, MANY);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].open && !list[i].lead && list[i].accepted != 0)
			*working = true;
	return rc;
}

size_t
part_proposed(const struct work_on *w, int64_t lead, int64_t *out, size_t max)
{
	int64_t	 all[MANY];
	size_t	 i, n, kept = 0;

	n = ref_route(w->d->ref, w->c, w->t.place.area, w->d->now, all, COUNT(all));
	for (i = 0; i < n && kept < max; i++)
		if (all[i] != lead)
			out[kept++] = all[i];
	return kept;
}

enum rc
part_route(struct work_on *w, int64_t lead, const int64_t *support, size_t n)
{
	const struct agency	*a = ref_agency(w->d->ref, lead);
	struct assignment	 old;
	bool			 passed;
	size_t			 i;
	enum rc			 rc;

	if (a == NULL || !a->own)
		return RC_INPUT;	/* only the city's own agency can be held to its clock */
	rc = part_lead(w, &old);
	passed = rc == RC_OK && old.agency != lead;
	if (passed)
		rc = part_move(w, &old, ACT_TRANSFER, ST_TRANSFERRED, w->o->note, a->code);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	if ((rc = part_give(w, lead, true)) == RC_OK && passed)
		rc = part_passed(w, &old, lead);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (support[i] != lead && ref_agency(w->d->ref, support[i]) != NULL)
			rc = part_give(w, support[i], false);
	w->t.lead = lead;
	w->t.alarm = 0;
	return rc;
}

enum rc
part_handles(struct work_on *w)
{
	enum state	 from = w->t.state;

	if (from != ST_ROUTED && from != ST_REOPENED)
		return RC_OK;
	core_enter(w, ST_HANDLING);
	return core_record(w, &(struct record){ .life = LIFE_EMERGENCY, .object = w->t.id,
	    .act = ACT_HANDLE, .before = from, .after = ST_HANDLING,
	    .agency = w->d->who.agency, .public = true });
}

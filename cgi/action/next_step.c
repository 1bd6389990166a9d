/* next_step.c: what a person may do with an object, and which step comes next. */
#include "action/next_step.h"

void
choices_of(const struct desk *d, const struct ticket *t, enum life life, enum state state,
    struct facts f, struct choices *out)
{
	const struct move	*all[COUNT(out->moves)];
	size_t			 i, n;

	f.others_work = false;		/* a reason to wait, not to hide the button */
	n = workflow_from(life, state, d->who.role, all, COUNT(all));
	out->n = 0;
	for (i = 0; i < n; i++)
		if ((all[i]->flags & AUTOMATIC) == 0 &&
		    rule_refuses(d, t, all[i], f) == 0)
			out->moves[out->n++] = all[i];
}

struct step {
	enum life	life;
	enum act	act;
};

/* The desk validates and closes; what an agency does is the agency's next step, not the desk's. */
static const struct step desk_steps[] = {
	{ LIFE_COMPLAINT, ACT_VALIDATE }, { LIFE_EMERGENCY, ACT_CLOSE },
};

/* In this order: the first that is possible is the next. */
static const struct step agency_steps[] = {
	{ LIFE_ASSIGNMENT, ACT_ACCEPT }, { LIFE_UNIT, ACT_DEPART }, { LIFE_UNIT, ACT_ARRIVE },
	{ LIFE_COMPLAINT, ACT_START }, { LIFE_COMPLAINT, ACT_SUBMIT },
	{ LIFE_COMPLAINT, ACT_RESUME }, { LIFE_ASSIGNMENT, ACT_SEND_UNIT },
	{ LIFE_ASSIGNMENT, ACT_ARRIVE }, { LIFE_EMERGENCY, ACT_RESOLVE },
	{ LIFE_ASSIGNMENT, ACT_FINISH },
};

static bool
has_units(const struct ref *r, int64_t agency)
{
	size_t	 i;

	for (i = 0; i < r->nunits; i++)
		if (r->units[i].agency == agency)
			return true;
	return false;
}

/*
 * Units are sent to emergencies, once; a second one is asked for on the ticket's
 * page.  Nor does anybody arrive at a complaint: it is begun and handed in.
 */
static bool
is_sensible(const struct desk *d, const struct work_row *row, const struct move *m)
{
	if (m->act == ACT_ARRIVE && m->life == LIFE_ASSIGNMENT)
		return row->t.track == TRACK_EMERGENCY;
	if (m->act != ACT_SEND_UNIT)
		return true;
	return row->t.track == TRACK_EMERGENCY && row->a.state == ST_ACCEPTED &&
	    has_units(d->ref, row->a.agency);
}

static bool
try_step(const struct desk *d, struct work_row *row, const struct run *r,
    const struct step *s)
{
	struct facts	 f = { .lead = s->life == LIFE_ASSIGNMENT ? row->a.lead : true };
	enum state	 from = s->life == LIFE_ASSIGNMENT ? row->a.state :
	    s->life == LIFE_UNIT && r != NULL ? r->state : row->t.state;

	if (s->life == LIFE_UNIT && r == NULL)
		return false;
	if ((s->life == LIFE_EMERGENCY || s->life == LIFE_COMPLAINT) &&
	    s->life != track_life(row->t.track))
		return false;
	row->next = workflow_find(s->life, from, s->act, d->who.role);
	if (row->next == NULL || rule_refuses(d, &row->t, row->next, f) != 0 ||
	    !is_sensible(d, row, row->next)) {
		row->next = NULL;
		return false;
	}
	row->next_life = s->life;
	row->next_object = s->life == LIFE_ASSIGNMENT ? row->a.id :
	    s->life == LIFE_UNIT ? r->id : row->t.id;
	row->next_version = s->life == LIFE_ASSIGNMENT ? row->a.version :
	    s->life == LIFE_UNIT ? r->version : row->t.version;
	return true;
}

void
next_step(const struct desk *d, struct work_row *row, const struct run *r)
{
	bool			 desk = role_may(d->who.role, MAY_ANY_TICKET);
	const struct step	*s = desk ? desk_steps : agency_steps;
	const struct step	*end = s + (desk ? COUNT(desk_steps) : COUNT(agency_steps));

	row->next = NULL;
	while (s < end && !try_step(d, row, r, s))
		s++;
}

/* see_ticket.c: one ticket, whole, as this person may see it. */
#include "action/core.h"
#include "action/disaster_action.h"
#include "action/interlock_action.h"
#include "action/next_step.h"
#include "action/person.h"
#include "action/read_action.h"
#include "store/assignment_store.h"
#include "store/call_store.h"
#include "store/event_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"

enum { MAX_PARTS = 64, MAX_RIDES = 100, MAX_EVENTS = 200, MAX_ANSWERS = 100, MAX_PEOPLE = 50 };

/* Does this person act for the agency: its own people, or a desk "atas nama"? */
static bool
acts_for(const struct desk *d, int64_t agency)
{
	return d->who.agency == agency || role_may(d->who.role, MAY_FOR_AGENCY);
}

static enum rc
see_parts(const struct desk *d, struct sheet_view *s)
{
	struct assignment	*list;
	size_t			 i;
	enum rc			 rc;

	rc = assignment_list(d->db, d->arena, s->t.id, &list, &s->nparts, MAX_PARTS);
	s->parts = arena_alloc(d->arena, s->nparts * sizeof(*s->parts));
	for (i = 0; i < s->nparts && rc == RC_OK; i++) {
		s->parts[i].a = list[i];
		s->parts[i].mine = d->who.agency != 0 && d->who.agency == list[i].agency;
		if (list[i].open && acts_for(d, list[i].agency))
			choices_of(d, &s->t, LIFE_ASSIGNMENT, list[i].state,
			    (struct facts){ .lead = list[i].lead }, &s->parts[i].may);
	}
	return rc;
}

static enum rc
see_rides(const struct desk *d, struct sheet_view *s)
{
	const struct unit	*u;
	struct run		*list;
	size_t			 i;
	enum rc			 rc;

	rc = run_list(d->db, d->arena, s->t.id, &list, &s->nrides, MAX_RIDES);
	s->rides = arena_alloc(d->arena, s->nrides * sizeof(*s->rides));
	for (i = 0; i < s->nrides && rc == RC_OK; i++) {
		s->rides[i].r = list[i];
		u = ref_unit(d->ref, list[i].unit);
		if (u == NULL || !list[i].open || !acts_for(d, u->agency) ||
		    (d->who.role == ROLE_RESPONDER && d->who.unit != 0 &&
		    d->who.unit != u->id))
			continue;
		choices_of(d, &s->t, LIFE_UNIT, list[i].state, (struct facts){ 0 },
		    &s->rides[i].may);
	}
	return rc;
}

static struct glance
glance_at(const struct desk *d, const struct sheet_view *s)
{
	struct assignment	*list = arena_alloc(d->arena, s->nparts * sizeof(*list));
	size_t			 i;

	for (i = 0; i < s->nparts; i++)
		list[i] = s->parts[i].a;
	return person_glance(d, &s->t, list, s->nparts);
}

static enum rc
see_people(const struct desk *d, struct glance g, struct sheet_view *s)
{
	struct reporter	*list;
	struct bytes	*sealed;
	size_t		 i;
	enum rc		 rc;

	rc = reporter_list(d->db, d->arena, s->t.id, &list, &sealed, &s->npeople, MAX_PEOPLE);
	s->people = arena_alloc(d->arena, s->npeople * sizeof(*s->people));
	for (i = 0; i < s->npeople && rc == RC_OK; i++) {
		s->people[i].r = list[i];
		rc = person_look(d, g, sealed[i], &s->people[i]);
	}
	return rc;
}

/* Of what is sensitive, who only helps sees no account: no words but the own ones. */
static void
veil(const struct desk *d, struct glance g, struct sheet_view *s)
{
	size_t	 i;

	s->veiled = mask_sight(g.reader, g.kind, s->t.privacy, THING_DETAIL) != SIGHT_SHOWN;
	person_veil(d, g, &s->t);
	if (!s->veiled)
		return;
	s->nanswers = 0;
	for (i = 0; i < s->nevents; i++)
		if (s->events[i].who.agency != d->who.agency)
			s->events[i].note = "";
}

static enum rc
see_choices(const struct desk *d, struct sheet_view *s)
{
	struct facts	 f = { .lead = true };
	enum rc		 rc = event_worked(d->db, s->t.id, d->who.id, &f.did_work);

	if (rc == RC_OK)
		rc = disaster_waits(d, s->t.id, &f.proposed);
	s->proposed = f.proposed;
	if (rc == RC_OK)
		choices_of(d, &s->t, track_life(s->t.track), s->t.state, f, &s->may);
	return rc;
}

static enum rc
see_merged(const struct desk *d, struct sheet_view *s)
{
	struct ticket	 into;
	enum rc		 rc;

	s->merged_number = "";
	if (s->t.merged == 0)
		return RC_OK;
	if ((rc = ticket_by_id(d->db, d->arena, s->t.merged, &into)) == RC_OK)
		s->merged_number = into.number;
	return rc;
}

/* Of an agency, only while it has a part. */
static enum rc
see_locks(const struct desk *d, struct sheet_view *s)
{
	bool	 there = !role_has_agency(d->who.role);
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		there = there || (s->parts[i].mine && s->parts[i].a.open);
	s->may_lock = s->t.open && lock_may(d->who.role) && there;
	return interlock_all(d, s->t.id, &s->locks, &s->nlocks);
}

static enum rc
see_all(const struct desk *d, const char *number, struct sheet_view *s)
{
	struct glance	 g;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, number, &s->t)) != RC_OK ||
	    (rc = core_reach(d, &s->t)) != RC_OK ||
	    (rc = see_choices(d, s)) != RC_OK ||
	    (rc = see_parts(d, s)) != RC_OK ||
	    (rc = see_rides(d, s)) != RC_OK ||
	    (rc = see_locks(d, s)) != RC_OK ||
	    (rc = event_list(d->db, d->arena, s->t.id, true, &s->events, &s->nevents,
	    MAX_EVENTS)) != RC_OK ||
	    (rc = answer_list(d->db, d->arena, s->t.id, &s->answers, &s->nanswers,
	    MAX_ANSWERS)) != RC_OK)
		return rc;
	g = glance_at(d, s);
	if ((rc = see_people(d, g, s)) != RC_OK)
		return rc;
	veil(d, g, s);
	return see_merged(d, s);
}

enum rc
see_ticket(const struct desk *d, const char *number, struct sheet_view *s)
{
	enum rc	 rc;

	*s = (struct sheet_view){ .merged_number = "" };
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = see_all(d, number, s);
	db_read_end(d->db);
	if (rc == RC_OK)
		read_mark(d, &s->t);
	return rc;
}

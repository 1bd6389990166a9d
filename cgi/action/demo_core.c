/* demo_core.c: the stage of the demo: chance, people, and what is to come. */
#include <stdlib.h>
#include <string.h>

#include "action/demo_core.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

/* --- chance: splitmix64, the same for the same seed -------------------------------- */

static uint64_t
draw(struct demo *p)
{
	uint64_t	 z = (p->chance += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int64_t
chance(struct demo *p, int64_t below)
{
	return below <= 1 ? 0 : (int64_t)(draw(p) % (uint64_t)below);
}

bool
percent(struct demo *p, int64_t n)
{
	return chance(p, 100) < n;
}

int64_t
around(struct demo *p, int64_t median)
{
	static const int64_t	 quantiles[] = { 30, 50, 65, 80, 92, 108, 130, 165, 220, 340 };
	size_t			 i = (size_t)chance(p, COUNT(quantiles) - 1);
	int64_t			 low = quantiles[i], high = quantiles[i + 1];

	return median * (low * 100 + chance(p, (high - low) * 100)) / 10000;
}

const char *
phrase(struct demo *p, enum phrase kind)
{
	return p->said[kind][chance(p, (int64_t)p->nsaid[kind])];
}

/* --- what is to come: a heap by time, then by the order of entry --------------------- */

static bool
is_before(const struct todo *a, const struct todo *b)
{
	return a->at != b->at ? a->at < b->at : a->order < b->order;
}

static void
swap(struct todo *a, struct todo *b)
{
	struct todo	 t = *a;

	*a = *b;
	*b = t;
}

void
later(struct demo *p, int64_t wait, struct todo t)
{
	struct todo	*bigger;
	size_t		 i = p->n;

	t.at = p->d.now + wait;
	t.order = p->order++;
	if (p->n == p->size) {		/* what was smaller is left behind */
		p->size = p->size == 0 ? 1024 : p->size * 2;
		bigger = arena_alloc(p->keep, p->size * sizeof(*bigger));
		if (p->n > 0)
			memcpy(bigger, p->heap, p->n * sizeof(*bigger));
		p->heap = bigger;
	}
	p->heap[p->n++] = t;
	for (; i > 0 && is_before(&p->heap[i], &p->heap[(i - 1) / 2]); i = (i - 1) / 2)
		swap(&p->heap[i], &p->heap[(i - 1) / 2]);
}

bool
next_todo(struct demo *p, struct todo *out)
{
	size_t	 i = 0, child;

	if (p->n == 0)
		return false;
	*out = p->heap[0];
	p->heap[0] = p->heap[--p->n];
	while ((child = 2 * i + 1) < p->n) {
		if (child + 1 < p->n && is_before(&p->heap[child + 1], &p->heap[child]))
			child++;
		if (!is_before(&p->heap[child], &p->heap[i]))
			break;
		swap(&p->heap[i], &p->heap[child]);
		i = child;
	}
	return true;
}

int64_t
office(struct demo *p, int64_t minutes)
{
	return clock_due(&p->d.ref->calendar, p->d.now, around(p, minutes) + 1, true) - p->d.now;
}

int64_t
awake(struct demo *p, int64_t wait)
{
	struct civil	 c = when_civil(p->d.now + wait, p->d.ref->zone);

	if (c.hour >= 22)
		return wait + (31 - c.hour) * HOUR + chance(p, HOUR);
	return c.hour < 7 ? wait + (7 - c.hour) * HOUR + chance(p, HOUR) : wait;
}

/* --- people ------------------------------------------------------------------------- */

static struct actor
actor_of(const struct account *a)
{
	return (struct actor){ a->id, a->role, a->agency, a->unit, a->name };
}

/* One of a role and agency; NULL where there is none. */
static const struct account *
one_of(struct demo *p, enum role role, int64_t agency)
{
	const struct account	*pick = NULL;
	int64_t			 n = 0;
	size_t			 i;

	for (i = 0; i < p->npeople; i++)
		if (p->people[i].role == role && p->people[i].agency == agency &&
		    chance(p, ++n) == 0)
			pick = &p->people[i];
	return pick;
}

struct actor
somebody(struct demo *p, enum role role, int64_t agency)
{
	const struct account	*a = one_of(p, role, agency);

	if (a == NULL)
		a = one_of(p, ROLE_DISPATCHER, 0);
	return a == NULL ? (struct actor){ .role = ROLE_WORKER, .name = "" } : actor_of(a);
}

struct actor
reporter(void)
{
	return (struct actor){ .role = ROLE_REPORTER, .name = "" };
}

struct desk
demo_as(struct demo *p, struct actor who)
{
	struct desk	 d = p->d;

	d.who = who;
	return d;
}

/* --- acts --------------------------------------------------------------------------- */

/* The first refusal is told: it is a fault of the play, or of the table. */
static void
refuse(struct demo *p, const struct order *o, enum rc rc, const struct verdict *v)
{
	if (p->tally->refused++ == 0)
		p->why = arena_printf(p->keep, "%s: %s %s from %s: rc %d, missing 0x%x",
		    o->number, life_code(o->life), act_code(o->act), state_code(v->state),
		    (int)rc, v->missing);
}

void
check(struct demo *p, enum rc rc, const char *what)
{
	p->tally->acts++;
	if (rc == RC_OK || p->rc != RC_OK)
		return;
	p->rc = rc;
	p->why = arena_printf(p->keep, "%s: rc %d", what, (int)rc);
}

bool
go(struct demo *p, struct story *s, struct actor who, struct order o)
{
	struct desk	 d = demo_as(p, who);
	struct verdict	 v;
	enum rc		 rc;

	o.number = s->number;
	if (o.life == LIFE_NONE)
		o.life = track_life(s->c->track);
	rc = o.act == ACT_VERIFY && o.agency != 0 ? verify_and_send(&d, &o, &v) : move(&d, &o, &v);
	if (rc == RC_BUSY || rc == RC_FAIL || rc == RC_OK)
		check(p, rc, act_code(o.act));
	else
		refuse(p, &o, rc, &v);
	return rc == RC_OK;
}

/* An agency without people here has the desk act for it.  Where others were faster: nothing. */
bool
go_part(struct demo *p, struct story *s, int64_t agency, struct order o)
{
	struct actor		 who = somebody(p, ROLE_OPD_OPERATOR, agency);
	struct ticket		 t;
	struct assignment	 part;

	if (ticket_by_number(p->d.db, p->d.arena, s->number, &t) != RC_OK || !t.open ||
	    assignment_of(p->d.db, p->d.arena, t.id, agency, &part) != RC_OK ||
	    workflow_find(LIFE_ASSIGNMENT, part.state, o.act, who.role) == NULL ||
	    (o.act == ACT_FINISH && part.lead))
		return false;
	o.life = LIFE_ASSIGNMENT;
	o.object = part.id;
	return go(p, s, who, o);
}

/* --- what happens, where, to whom ------------------------------------------------------ */

struct words *
what_happens(struct demo *p, enum track track)
{
	int64_t	 total = 0, pick;
	size_t	 i;

	for (i = 0; i < p->ntexts; i++)
		total += p->texts[i].c->track == track ? p->texts[i].weight : 0;
	pick = chance(p, total);
	for (i = 0; i < p->ntexts; i++) {
		if (p->texts[i].c->track != track)
			continue;
		if (pick < p->texts[i].weight)
			break;
		pick -= p->texts[i].weight;
	}
	return &p->texts[i < p->ntexts ? i : 0];
}

struct place
somewhere(struct demo *p)
{
	enum { SPREAD = 4000 };		/* micro-degrees, about 450 m */
	const struct area	*v = p->villages[chance(p, (int64_t)p->nvillages)];
	struct place		 at = { .area = v->code };

	at.text = arena_printf(p->keep, "%s No. %d", phrase(p, SAY_STREET),
	    (int)chance(p, 120) + 1);
	if (percent(p, 60))
		at.text = arena_printf(p->keep, "%s, %s", at.text, phrase(p, SAY_LANDMARK));
	at.lat = v->lat + chance(p, 2 * SPREAD) - SPREAD;
	at.lon = v->lon + chance(p, 2 * SPREAD) - SPREAD;
	return at;
}

struct identity
caller(struct demo *p, bool mail)
{
	struct identity	 who = { .email = "", .nik = "" };

	who.name = arena_printf(p->keep, "%s %s", phrase(p, SAY_NAME), phrase(p, SAY_FAMILY));
	who.phone = arena_printf(p->keep, "08%d%08d", (int)chance(p, 90) + 10,
	    (int)chance(p, 100000000));
	if (mail)
		who.email = arena_printf(p->keep, "warga%d@contoh.example", (int)chance(p, 100000));
	return who;
}

struct story *
new_story(struct demo *p, const struct words *w, const struct place *at,
    const struct receipt *r)
{
	struct story	*s = arena_new(p->keep, struct story);

	s->number = arena_text(p->keep, r->ticket.number);
	s->code = arena_text(p->keep, r->code);
	s->c = w->c;
	s->place = *at;
	return s;
}

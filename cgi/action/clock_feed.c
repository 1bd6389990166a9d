/*
 * clock_feed.c: what happened to a ticket, as clocks are fed with it.
 *
 * Events are told in the order they were recorded.  What was on paper happened
 * earlier than that: its times stand with the part, and count.
 */
#include <string.h>

#include "action/clock_feed.h"
#include "store/assignment_store.h"
#include "store/clock_store.h"

enum { MANY = 64, ROWS = 400, PER_ROW = 4 };

static const struct assignment *
part_of(const struct feed *f, int64_t id)
{
	size_t	 i;

	for (i = 0; i < f->nparts; i++)
		if (f->parts[i].id == id)
			return &f->parts[i];
	return NULL;
}

/* The city's people, not the reporter, not a letter of ours that nobody wrote. */
static bool
is_ours(enum role r)
{
	return r != ROLE_REPORTER && r != ROLE_VISITOR && r != ROLE_WORKER && r != ROLE_NONE;
}

static void
add(struct feed *f, const struct tick *t)
{
	f->ticks[f->n++] = *t;
}

static void
add_ticket(struct feed *f, const struct ticket *t, const struct clock_row *r)
{
	bool	 paper = strcmp(t->channel, "paper") == 0;

	add(f, &(struct tick){ .at = r->act == ACT_CREATE && paper ? t->happened : r->at,
	    .life = r->life, .act = r->act, .before = r->before, .after = r->after,
	    .words = r->public && is_ours(r->role) && (r->words || r->before != r->after) });
}

/* Told by voice: it never stood where a part begins, and its times are the sheet's. */
static void
add_told(struct feed *f, const struct assignment *p)
{
	const struct { int64_t at; enum state after; } all[] = {
		{ p->sent, ST_SENT }, { p->accepted, ST_ACCEPTED }, { p->arrived, ST_ON_SCENE },
	};
	size_t	 i;

	for (i = 0; i < COUNT(all); i++)
		if (all[i].at != 0)
			add(f, &(struct tick){ .at = all[i].at, .life = LIFE_ASSIGNMENT,
			    .act = ACT_ROUTE, .after = all[i].after, .agency = p->agency });
}

static void
add_part(struct feed *f, const struct clock_row *r, const struct tick *last)
{
	const struct assignment	*p = part_of(f, r->object);

	if (p == NULL || r->before == r->after)
		return;
	if (r->before == ST_NONE && r->after != ST_SENT)
		add_told(f, p);
	if (r->before != ST_NONE || r->after == ST_SENT || r->after == ST_DONE)
		add(f, &(struct tick){ .at = r->before == ST_NONE && p->ended != 0 &&
		    r->after == ST_DONE ? p->ended : r->at, .life = LIFE_ASSIGNMENT,
		    .act = r->act, .before = r->before, .after = r->after,
		    .agency = p->agency });
	if (r->after == ST_TRANSFERRED && p->lead && last != NULL)
		add(f, &(struct tick){ .at = r->at, .life = last->life, .act = ACT_TRANSFER,
		    .before = last->after, .after = last->after });
}

enum rc
feed_read(const struct work_on *w, struct feed *f)
{
	struct clock_row	*rows;
	struct tick		 last;
	size_t			 i, n;
	bool			 any = false;
	enum rc			 rc;

	*f = (struct feed){ 0 };
	if ((rc = assignment_list(w->d->db, w->d->arena, w->t.id, &f->parts, &f->nparts,
	    MANY)) != RC_OK ||
	    (rc = clock_rows(w->d->db, w->d->arena, w->t.id, &rows, &n, ROWS)) != RC_OK)
		return rc;
	f->ticks = arena_alloc(w->d->arena, (n * PER_ROW + 1) * sizeof(*f->ticks));
	f->own = arena_alloc(w->d->arena, (n * PER_ROW + 1) * sizeof(*f->own));
	for (i = 0; i < n; i++) {
		if (rows[i].life == LIFE_ASSIGNMENT) {
			add_part(f, &rows[i], any ? &last : NULL);
			continue;
		}
		add_ticket(f, &w->t, &rows[i]);
		last = f->ticks[f->n - 1];
		any = true;
	}
	return RC_OK;
}

size_t
feed_ticket(struct feed *f)
{
	size_t	 i, n = 0;

	for (i = 0; i < f->n; i++)
		if (f->ticks[i].life != LIFE_ASSIGNMENT)
			f->own[n++] = f->ticks[i];
	return n;
}

/* A dispute gave this agency the lead again, at that very instant. */
static bool
is_disputed(const struct feed *f, const struct tick *t, int64_t agency)
{
	size_t	 i;

	if (t->act != ACT_DISPUTE)
		return false;
	for (i = 0; i < f->nparts; i++)
		if (f->parts[i].agency == agency && f->parts[i].lead &&
		    f->parts[i].sent == t->at)
			return true;
	return false;
}

/* The part was given a moment before the dispute was written down: it came of it. */
size_t
feed_part(struct feed *f, const struct assignment *p)
{
	struct tick	 swap;
	size_t		 i, n = 0;

	for (i = 0; i < f->n; i++) {
		if (f->ticks[i].life == LIFE_ASSIGNMENT ? f->ticks[i].agency != p->agency :
		    !is_disputed(f, &f->ticks[i], p->agency))
			continue;
		f->own[n++] = f->ticks[i];
		if (n > 1 && f->own[n - 1].act == ACT_DISPUTE &&
		    f->own[n - 2].after == ST_SENT && f->own[n - 2].at == f->own[n - 1].at) {
			swap = f->own[n - 1];
			f->own[n - 1] = f->own[n - 2];
			f->own[n - 2] = swap;
		}
	}
	return n;
}

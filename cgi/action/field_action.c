/*
 * field_action.c: a step that somebody made on a phone, perhaps hours ago.
 *
 * It is a move like any other, but for its times, and for what becomes of it
 * where the world has moved on: nobody stands at the phone to fill in a form
 * again.  So what is too late is put down as such, and its words as a note.
 */
#include <inttypes.h>
#include <string.h>

#include "action/core.h"
#include "action/field_action.h"
#include "action/photo_core.h"
#include "store/assignment_store.h"
#include "store/event_store.h"
#include "store/field_store.h"
#include "store/ticket_store.h"

enum { LOOK_BACK = 60 };

static bool
is_words_only(enum act act)
{
	return act == ACT_NOTE || act == ACT_SHOT;
}

bool
field_fits(const struct move *m)
{
	return (m->flags & (AUTOMATIC | NEED_AGENCY | NEED_UNIT | NEED_UNTIL | NEED_TARGET |
	    NEED_CATEGORY)) == 0 && m->act != ACT_VERIFY;
}

/* Some row of the table is such a step, and none of its rows needs more than words. */
static bool
fits(const struct order *o, enum life life)
{
	size_t			 n;
	const struct move	*m = workflow_table(&n), *end = m + n;
	bool			 known = is_words_only(o->act);

	for (; m < end; m++)
		if (m->life == life && m->act == o->act) {
			if (!field_fits(m))
				return false;
			known = true;
		}
	return known;
}

static bool
is_token(const char *t)
{
	size_t	 len = strlen(t);

	return len >= FIELD_TOKEN_MIN && len <= FIELD_TOKEN_MAX && strspn(t,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == len;
}

/* --- when it can have happened -------------------------------------------------------------- */

static int64_t
latest(const int64_t *times, size_t n)
{
	int64_t	 last = 0;
	size_t	 i;

	for (i = 0; i < n; i++)
		if (times[i] > last)
			last = times[i];
	return last;
}

static int64_t
part_began(const struct assignment *p)
{
	return latest((const int64_t[]){ p->sent, p->accepted, p->arrived }, 3);
}

/* The step before it, on the same object; a note can be as old as the agency's part. */
static enum rc
began(const struct desk *d, const struct field_order *f, const struct ticket *t, int64_t *from)
{
	struct assignment	 p;
	struct run		 r;
	enum rc			 rc;

	*from = t->recorded;
	if (f->o.life == LIFE_UNIT) {
		if ((rc = run_by_id(d->db, f->o.object, &r)) == RC_OK)
			*from = latest((const int64_t[]){ r.alerted, r.departed, r.arrived }, 3);
		return rc;
	}
	if (f->o.life == LIFE_ASSIGNMENT && f->o.object != 0)
		rc = assignment_by_id(d->db, d->arena, f->o.object, &p);
	else
		rc = assignment_of(d->db, d->arena, t->id, d->who.agency, &p);
	if (rc == RC_OK)
		*from = is_words_only(f->o.act) ? p.sent : part_began(&p);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* What the phone said, as it said it, for the chain of events. */
static const char *
clock_text(struct arena *a, const struct field_order *f, const struct moment *m)
{
	if (m->device == 0)
		return NULL;
	return arena_printf(a, "{\"pressed\":%" PRId64 ",\"sent\":%" PRId64 ",\"happened\":%"
	    PRId64 ",\"doubt\":\"%s\"}", f->clock.pressed, f->clock.sent, m->at,
	    doubt_code(m->doubt));
}

/* --- doing ------------------------------------------------------------------------------------ */

/* Who moved the object last, else who did anything last. */
static enum rc
find_rival(const struct desk *d, struct field_answer *out)
{
	const struct field_step	*f = &out->step;
	struct event		*list;
	size_t			 i, n;
	enum rc			 rc;

	rc = event_list(d->db, d->arena, f->ticket, true, &list, &n, LOOK_BACK);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].life == f->life && list[i].object == f->object &&
		    list[i].before != list[i].after) {
			out->rival = list[i];
			return RC_OK;
		}
	return rc != RC_OK || n == 0 ? rc : event_last(d->db, d->arena, f->ticket, true,
	    &out->rival);
}

/* The words were meant for a step that is none any more: they are for the colleagues only. */
static enum rc
too_late(const struct desk *d, const struct order *o, enum rc why, const struct verdict *v,
    struct field_answer *out)
{
	struct order	 words = *o;
	enum rc		 rc = RC_OK;

	out->step.outcome = *o->note == '\0' ? OUTCOME_REFUSED : OUTCOME_NOTED;
	out->step.state = v->state;
	out->step.rule = why == RC_FORBIDDEN ? v->missing : 0;
	if (out->step.rule == 0 && (rc = find_rival(d, out)) != RC_OK)
		return rc;
	out->step.rival = out->rival.id;
	words.act = ACT_NOTE;
	words.photos = NULL;
	return out->step.outcome == OUTCOME_NOTED ? core_note(d, &words, false) : RC_OK;
}

static enum rc
act(const struct desk *d, const struct order *o, struct field_answer *out)
{
	struct verdict	 v = { 0 };
	enum rc		 rc;

	out->step.outcome = OUTCOME_DONE;
	if (is_words_only(o->act))
		return core_note(d, o, false);
	rc = core_move(d, o, &v);
	out->missing = v.missing;
	return rc == RC_CONFLICT || rc == RC_FORBIDDEN ? too_late(d, o, rc, &v, out) : rc;
}

static void
remember(const struct desk *d, const struct field_order *f, const struct ticket *t,
    struct field_step *s)
{
	s->account = d->who.id;
	s->agency = d->who.agency;
	s->ticket = t->id;
	s->life = f->o.life == LIFE_UNIT || f->o.life == LIFE_ASSIGNMENT ? f->o.life :
	    track_life(t->track);
	s->object = f->o.object;
	s->act = f->o.act;
	s->recorded = d->now;
	s->located = f->located;
	s->lat = f->lat;
	s->lon = f->lon;
	s->accuracy = f->accuracy;
	s->metres = -1;
}

static enum rc
do_it(const struct desk *d, const struct field_order *f, const struct ticket *t,
    struct field_answer *out)
{
	unsigned char	 hash[HASH_SIZE];
	struct order	 o = f->o;
	int64_t		 from, before, after;
	enum rc		 rc;

	remember(d, f, t, &out->step);
	if (!fits(&f->o, out->step.life))
		return RC_INPUT;
	if ((rc = began(d, f, t, &from)) != RC_OK ||
	    (rc = event_end(d->db, &before, hash)) != RC_OK)
		return rc;
	out->step.when = field_moment(f->clock, from, d->now);
	o.life = out->step.life;
	o.happened = out->step.when.at;
	o.clock = clock_text(d->arena, f, &out->step.when);
	if ((rc = act(d, &o, out)) != RC_OK ||
	    (rc = event_end(d->db, &after, hash)) != RC_OK)
		return rc;
	if (after > before) {
		out->step.first = before + 1;
		out->step.last = after;
	}
	return field_step_insert(d->db, &out->step);
}

/* As the first time: the same words, by the same rival. */
static enum rc
once_more(const struct desk *d, struct field_answer *out)
{
	struct event	*list;
	size_t		 i, n;
	enum rc		 rc;

	out->again = true;
	if (out->step.account != d->who.id)
		return RC_NOTFOUND;
	if (out->step.rival == 0)
		return RC_OK;
	rc = event_list(d->db, d->arena, out->step.ticket, true, &list, &n, 2 * LOOK_BACK);
	for (i = 0; i < n && rc == RC_OK; i++)
		if (list[i].id == out->step.rival)
			out->rival = list[i];
	return rc;
}

static enum rc
step(const struct desk *d, const struct field_order *f, struct field_answer *out)
{
	struct ticket	 t;
	const char	*token = arena_printf(d->arena, "%s/%d.%" PRId64 ".%s", f->token,
			     (int)f->o.life, f->o.object, act_code(f->o.act));
	enum rc		 rc = field_step_by_token(d->db, d->arena, token, &out->step);

	if (rc == RC_OK)
		return once_more(d, out);
	if (rc != RC_NOTFOUND ||
	    (rc = ticket_by_number(d->db, d->arena, f->o.number, &t)) != RC_OK ||
	    (rc = core_reach(d, &t)) != RC_OK)
		return rc;
	out->step.token = token;
	return do_it(d, f, &t, out);
}

enum rc
field_do(const struct desk *d, const struct field_order *f, struct field_answer *out)
{
	struct field_order	 full = *f;
	bool			 kept = false;
	enum rc			 rc;

	*out = (struct field_answer){ .rival = { .who = { .name = "" }, .note = "", .data = "" } };
	full.o.note = f->o.note == NULL ? "" : f->o.note;
	if (!role_may(d->who.role, MAY_FIELD))
		rc = RC_FORBIDDEN;
	else if (!is_token(f->token) || (f->o.act == ACT_NOTE && *full.o.note == '\0') ||
	    (f->o.act == ACT_SHOT && (f->o.photos == NULL || f->o.photos->n == 0)))
		rc = RC_INPUT;
	else if ((rc = db_begin(d->db)) == RC_OK) {
		rc = step(d, &full, out);
		kept = rc == RC_OK && !out->again && out->step.outcome == OUTCOME_DONE;
		rc = db_finish(d->db, rc);
	}
	if (!kept && rc != RC_FAIL)
		photo_drop(f->o.photos);
	else
		photo_end(f->o.photos, rc);
	return rc;
}

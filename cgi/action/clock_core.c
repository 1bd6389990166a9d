/* clock_core.c: the clocks of a ticket, and their copies in the store. */
#include <inttypes.h>
#include <string.h>

#include "action/clock_core.h"
#include "action/clock_feed.h"
#include "lib/when.h"
#include "store/clock_store.h"

/* What was on paper runs since it happened, not since it was copied. */
static int64_t
begun(const struct ticket *t)
{
	return strcmp(t->channel, "paper") == 0 ? t->happened : t->recorded;
}

void
clocks_enter(struct work_on *w, enum state s)
{
	enum clock	 c = clock_of(w->t.track, s);

	if (s == ST_SCHEDULED || s == ST_ON_HOLD)
		w->t.due = w->t.until;
	else
		w->t.due = clock_from(c, w->d->ref, w->c, c == CLOCK_FINISH || c == CLOCK_VERIFY ?
		    begun(&w->t) : w->d->now);
}

static int64_t
or_later(int64_t limit, int64_t from)
{
	return limit != 0 ? limit : from + INT64_C(3650) * DAY;
}

void
clocks_next(struct assignment *p)
{
	int64_t	 next = p->finish_due;

	if (p->arrived == 0 && p->arrive_due != 0)
		next = p->arrive_due;
	if (p->accepted == 0 && p->ack_due != 0)
		next = p->ack_due;
	p->due = or_later(next, p->sent);
}

void
clocks_give(const struct work_on *w, struct assignment *p)
{
	const struct ref	*ref = w->d->ref;

	p->ack_due = clock_from(CLOCK_ACCEPT, ref, w->c, p->sent);
	p->arrive_due = clock_from(CLOCK_ARRIVE, ref, w->c, p->sent);
	p->finish_due = clock_from(CLOCK_FINISH, ref, w->c, p->sent);
	p->alarm = p->ack_due;
	p->alarms = p->steps = 0;
	clocks_next(p);
}

/* --- what was read, beside what is kept ------------------------------------------------ */

/* A ticket's clocks at work. */
struct watch {
	struct work_on		*w;
	const struct category	*c;
	struct calendar		 cal;
	struct feed		 feed;
	bool			 moved;		/* a running one ends elsewhere than was kept */
	int64_t			 old, new;	/* the last of those */
};

static void
look(struct watch *k, enum clock clock, size_t n, struct reading *out)
{
	clock_read(clock, &k->cal, clock_limit(clock, &k->cal, k->c), k->feed.own, n,
	    k->w->d->now, out);
}

/* What runs on is written anew; what stopped keeps the limit it had then. */
static bool
put(struct watch *k, enum clock clock, size_t n, int64_t *due)
{
	struct reading	 r;

	look(k, clock, n, &r);
	if (r.state != CLOCK_RUNNING || r.due == *due)
		return false;
	k->moved = true;
	k->old = *due;
	k->new = r.due;
	*due = r.due;
	return true;
}

static enum rc
write_ticket(struct watch *k)
{
	struct ticket	*t = &k->w->t;
	enum clock	 c = clock_of(t->track, t->state);

	if (c == CLOCK_NONE || !put(k, c, feed_ticket(&k->feed), &t->due))
		return RC_OK;
	return clock_set_ticket(k->w->d->db, t);
}

/* The public is owed words by who leads; what is open and led has the ticket's silence. */
static bool
put_silence(struct watch *k, struct assignment *p)
{
	struct reading	 r = { .state = CLOCK_NEVER };
	int64_t		 from = 0, due = 0;

	if (p->lead && k->w->t.open) {
		look(k, CLOCK_SILENCE, feed_ticket(&k->feed), &r);
		from = r.state == CLOCK_RUNNING && r.due != 0 ? r.since : 0;
		due = from == 0 ? 0 : r.due;
	}
	if (from == p->quiet_from && due == p->quiet_due)
		return false;
	p->quiet_from = from;
	p->quiet_due = due;
	return true;
}

static enum rc
write_part(struct watch *k, struct assignment *p)
{
	size_t	 n = feed_part(&k->feed, p);
	bool	 first = p->alarms == 0 && p->alarm != 0 && p->alarm == p->ack_due, changed;

	changed = put(k, CLOCK_ACCEPT, n, &p->ack_due);
	if (changed && first)
		p->alarm = p->ack_due;
	changed |= put(k, CLOCK_ARRIVE, n, &p->arrive_due);
	changed |= put(k, CLOCK_FINISH, n, &p->finish_due);
	changed |= put_silence(k, p);
	if (!changed)
		return RC_OK;
	clocks_next(p);
	return clock_set_part(k->w->d->db, p);
}

static enum rc
write_all(struct watch *k)
{
	size_t	 i;
	enum rc	 rc;

	if (k->w->t.id == 0)
		return RC_OK;		/* a call that is no ticket */
	k->c = ref_category(k->w->d->ref, k->w->t.category);
	if (k->c == NULL)
		return RC_FAIL;
	k->cal = clock_calendar(k->w->d->ref, k->c);
	if ((rc = feed_read(k->w, &k->feed)) != RC_OK)
		return rc;
	for (i = 0; i < k->feed.nparts && rc == RC_OK; i++)
		if (k->feed.parts[i].open)
			rc = write_part(k, &k->feed.parts[i]);
	return rc == RC_OK ? write_ticket(k) : rc;
}

enum rc
clocks_write(struct work_on *w)
{
	struct watch	 k = { .w = w };

	return write_all(&k);
}

static enum rc
say(struct work_on *w, enum life life, int64_t object, int64_t agency, enum state s,
    const char *data)
{
	return core_record(w, &(struct record){ .life = life, .object = object, .act = ACT_CLOCK,
	    .before = s, .after = s, .agency = agency, .note = "", .data = data });
}

enum rc
clocks_write_moved(struct work_on *w, bool *moved)
{
	struct watch	 k = { .w = w };
	enum rc		 rc = write_all(&k);

	*moved = rc == RC_OK && k.moved;
	if (!*moved)
		return rc;
	return say(w, track_life(w->t.track), w->t.id, w->d->who.agency, w->t.state,
	    arena_printf(w->d->arena, "{\"why\":\"calendar\",\"old\":%" PRId64
	    ",\"new\":%" PRId64 "}", k.old, k.new));
}

static const char *
code_of(const struct work_on *w, int64_t agency)
{
	const struct agency	*a = ref_agency(w->d->ref, agency);

	return a == NULL ? "" : a->code;
}

enum rc
clocks_transferred(struct work_on *w, const struct assignment *from, const struct assignment *to)
{
	return say(w, LIFE_ASSIGNMENT, to->id, to->agency, to->state,
	    arena_printf(w->d->arena, "{\"why\":\"transfer\",\"from\":\"%s\",\"to\":\"%s\""
	    ",\"old\":%" PRId64 ",\"new\":%" PRId64 "}", code_of(w, from->agency),
	    code_of(w, to->agency), from->finish_due != 0 ? from->finish_due : from->ack_due,
	    to->finish_due != 0 ? to->finish_due : to->ack_due));
}

/*
 * worker_duty.c: people lack, and it rings.
 *
 * What lacks is read from the roster and from who was seen, again and again;
 * it has a row while it lasts.  So it rings once when it begins, then after a
 * quarter, half an hour and every hour, and says when it is over.
 */
#include <inttypes.h>
#include <string.h>

#include "action/duty_action.h"
#include "action/roster_action.h"
#include "action/rule.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/live_store.h"
#include "store/trail_store.h"

enum { LACKS = ROSTER_LACKS, NOTES = 4 };

struct post {
	const struct desk	*d;
	int64_t			 agency, start;
	struct shortage		 open[LACKS];	/* rows there are */
	size_t			 nopen;
	struct shortage		 found[LACKS];	/* what lacks now */
	size_t			 nfound;
};

/* --- what lacks now --------------------------------------------------------------------- */

static void
lacks(struct post *s, enum lack kind, int64_t about, int64_t want, int64_t have)
{
	if (s->nfound < LACKS)
		s->found[s->nfound++] = (struct shortage){ .agency = s->agency, .kind = kind,
			.about = about, .want = want, .have = have, .at = s->d->now };
}

static enum rc
find_short(struct post *s, const struct duty *rows, size_t n)
{
	const struct desk	*d = s->d;
	int64_t			 want;
	size_t			 here;
	int64_t			 have = (int64_t)duty_count(rows, n, d->now, &here);
	enum rc			 rc = strength_get(d->db, s->agency,
				    (s->start - when_midnight(s->start, d->ref->zone)) / MINUTE,
				    &want);

	if (rc == RC_OK && have < want)
		lacks(s, LACK_SHORT, s->start, want, have);
	return rc;
}

/* When anybody there was last seen; is it somebody's roster at all? */
static enum rc
last_seen(const struct post *s, int64_t *last)
{
	enum role	 role;
	int64_t		 at;
	bool		 people;
	enum rc		 rc = RC_OK;

	for (role = *last = 0; role < ROLE_COUNT && rc == RC_OK; role++) {
		if (!role_may(role, MAY_DUTY) || rule_is_agency_role(role) != (s->agency != 0))
			continue;
		rc = seen_role(s->d->db, role, s->agency, &at, &people);
		if (at > *last)
			*last = at;
	}
	return rc;
}

/* Who never worked with the system and is on no roster is not missed. */
static enum rc
find_absent(struct post *s, size_t planned)
{
	const struct agency	*a = ref_agency(s->d->ref, s->agency);
	int64_t			 last;
	enum rc			 rc;

	if (a != NULL && strcmp(a->standby, "ya") != 0)
		return RC_OK;
	rc = last_seen(s, &last);
	if (rc == RC_OK && (last != 0 || planned > 0) && last + DUTY_HERE <= s->d->now)
		lacks(s, LACK_ABSENT, 0, 1, 0);
	return rc;
}

static enum rc
find_unread(struct post *s)
{
	struct handover	 notes[NOTES];
	size_t		 i, n;
	enum rc		 rc = handover_unread(s->d->db, s->d->arena, s->agency, s->d->now - DAY,
			    s->d->now - DUTY_NOTE, notes, &n, NOTES);

	for (i = 0; i < n; i++)
		lacks(s, LACK_UNREAD, notes[i].id, 0, 0);
	return rc;
}

static enum rc
find_all(struct post *s)
{
	const struct desk	*d = s->d;
	struct duty		 rows[DUTY_NOW];
	size_t			 n;
	enum rc			 rc;

	if ((rc = duty_at(d->db, d->arena, s->agency, d->now, rows, &n, DUTY_NOW)) != RC_OK ||
	    (rc = find_short(s, rows, n)) != RC_OK ||
	    (rc = find_absent(s, n)) != RC_OK ||
	    (rc = find_unread(s)) != RC_OK)
		return rc;
	return shortage_list(d->db, s->agency, s->open, &s->nopen, LACKS);
}

static struct shortage *
find_in(struct shortage *list, size_t n, const struct shortage *what)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (list[i].kind == what->kind && list[i].about == what->about)
			return &list[i];
	return NULL;
}

/* --- it rings, and is over -------------------------------------------------------------- */

static enum rc
say(const struct desk *d, const struct shortage *l, const char *what)
{
	struct event	 e = {
		.at = d->now, .object = l->id, .act = ACT_LACK, .who = d->who, .note = "",
		.behalf = l->agency,
		.data = arena_printf(d->arena, "{\"lack\":\"%s\",\"kind\":\"%s\",\"want\":%" PRId64
		    ",\"have\":%" PRId64 "}", what, lack_code(l->kind), l->want, l->have),
	};
	enum rc		 rc = event_add(d->db, d->arena, &e);

	if (rc == RC_OK)
		rc = pulse_beat(d->db, 0);
	return rc == RC_OK && l->agency != 0 ? pulse_beat(d->db, l->agency) : rc;
}

/* Supervisors hear of all; an agency's planner of its own. */
static enum rc
tell(const struct desk *d, int64_t agency, const char *kind)
{
	const struct signal	 head = { .at = d->now, .agency = agency, .role = ROLE_OPD_HEAD,
		.kind = kind, .about = "" };
	enum rc			 rc = roster_signal(d, kind, 0, 0);

	return rc == RC_OK && agency != 0 ? signal_add(d->db, &head) : rc;
}

static enum rc
ring(const struct desk *d, struct shortage *l)
{
	enum rc	 rc;

	l->rung = d->now;
	l->rings++;
	l->next = d->now + lack_wait(l->kind, l->rings);
	if ((rc = shortage_ring(d->db, l)) != RC_OK || (rc = say(d, l, "rings")) != RC_OK)
		return rc;
	return tell(d, l->agency, l->kind == LACK_UNREAD ? "duty-note" : "duty-short");
}

static enum rc
begin(const struct desk *d, struct shortage *l, size_t *count)
{
	enum rc	 rc;

	l->next = d->now + lack_wait(l->kind, 0);
	if ((rc = shortage_add(d->db, l)) != RC_OK)
		return rc;
	l->id = db_last_id(d->db);
	if (l->next > d->now)
		return RC_OK;
	++*count;
	return ring(d, l);
}

static enum rc
finish(const struct desk *d, const struct shortage *l)
{
	enum rc	 rc = shortage_end(d->db, l->id, d->now);

	return rc == RC_OK && l->rings > 0 ? say(d, l, "mended") : rc;
}

/* Fewer than before rings at once: it is another lack. */
static enum rc
go_on(const struct desk *d, struct shortage *open, const struct shortage *now, size_t *count)
{
	bool	 worse = now->have < open->have || now->want > open->want;

	if (now->have > open->have) {
		open->have = now->have;
		return shortage_ring(d->db, open);
	}
	if (d->now < open->next && !(worse && open->rings > 0))
		return RC_OK;
	open->want = now->want;
	open->have = now->have;
	++*count;
	return ring(d, open);
}

static enum rc
settle(struct post *s, size_t *count)
{
	struct shortage	*open;
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; i < s->nopen && rc == RC_OK; i++)
		if (find_in(s->found, s->nfound, &s->open[i]) == NULL)
			rc = finish(s->d, &s->open[i]);
	for (i = 0; i < s->nfound && rc == RC_OK; i++) {
		open = find_in(s->open, s->nopen, &s->found[i]);
		rc = open == NULL ? begin(s->d, &s->found[i], count) :
		    go_on(s->d, open, &s->found[i], count);
	}
	return rc;
}

/* Is there anything to write?  Mostly not: then nobody waits for us. */
static bool
changes(struct post *s)
{
	struct shortage	*open;
	size_t		 i;

	for (i = 0; i < s->nopen; i++)
		if (find_in(s->found, s->nfound, &s->open[i]) == NULL)
			return true;
	for (i = 0; i < s->nfound; i++) {
		open = find_in(s->open, s->nopen, &s->found[i]);
		if (open == NULL || open->next <= s->d->now || open->have != s->found[i].have ||
		    open->want != s->found[i].want)
			return true;
	}
	return false;
}

static enum rc
watch(const struct desk *d, int64_t agency, int64_t start, size_t *count)
{
	struct post	 s = { .d = d, .agency = agency, .start = start };
	enum rc		 rc = find_all(&s);

	if (rc != RC_OK || !changes(&s))
		return rc;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	s.nfound = 0;			/* and once more, now that nobody else writes */
	if ((rc = find_all(&s)) == RC_OK)
		rc = settle(&s, count);
	return db_finish(d->db, rc);
}

enum rc
worker_duty(const struct desk *d, size_t *n)
{
	const char	*starts;
	int64_t		 start;
	size_t		 i;
	enum rc		 rc = roster_starts(d, &starts);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	start = shift_start(starts, d->now, d->ref->zone);
	rc = watch(d, 0, start, n);
	for (i = 0; i < d->ref->nagencies && rc == RC_OK; i++)
		rc = watch(d, d->ref->agencies[i].id, start, n);
	return rc;
}

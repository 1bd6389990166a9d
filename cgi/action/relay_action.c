/* relay_action.c: what a shift leaves to the next one, and who read it. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/relay_action.h"
#include "action/roster_action.h"
#include "action/unit_action.h"
#include "lib/when.h"
#include "store/work_store.h"

enum { LOOKED_AT = 300, AFTERWARDS = 2 * HOUR };

/* --- numbers of now --------------------------------------------------------------------- */

static enum rc
count_work(const struct desk *d, int64_t agency, struct relay_facts *f)
{
	struct work_from	 from = { .agency = agency, .priority = -1, .only_priority = -1,
		.last_priority = PRIORITY_COUNT, .area = "" };
	struct work_line	*lines;
	size_t			 i, n;
	enum rc			 rc = work_lines(d->db, d->arena, &from, &lines, &n, LOOKED_AT);

	for (i = 0; i < n && rc == RC_OK; i++) {
		f->open[lines[i].a.priority]++;
		f->late += lines[i].a.due != 0 && lines[i].a.due <= d->now;
	}
	return rc;
}

static enum rc
count_facts(const struct desk *d, int64_t agency, struct relay_facts *f)
{
	struct shortage	 lacks[ROSTER_LACKS];
	struct stand	*stands;
	size_t		 i, n;
	enum rc		 rc;

	*f = (struct relay_facts){ .late = 0 };
	if ((rc = count_work(d, agency, f)) != RC_OK ||
	    (rc = fleet_read(d, agency, &stands, &n)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		f->out += stand_group(&stands[i]) == STAND_OUT;
	rc = shortage_list(d->db, agency, lacks, &n, COUNT(lacks));
	for (i = 0; i < n; i++)
		f->lacks += lacks[i].rings > 0;
	return rc;
}

/* Kept as numbers with a blank between, in the order of the struct. */
static const char *
write_facts(const struct desk *d, const struct relay_facts *f)
{
	const char	*text = "";
	enum priority	 p;

	for (p = P0; p < PRIORITY_COUNT; p++)
		text = arena_printf(d->arena, "%s%" PRId64 " ", text, f->open[p]);
	return arena_printf(d->arena, "%s%" PRId64 " %" PRId64 " %" PRId64, text, f->late, f->out,
	    f->lacks);
}

static void
read_facts(const char *text, struct relay_facts *f)
{
	int64_t		*to[PRIORITY_COUNT + 3];
	enum priority	 p;
	char		*next;
	size_t		 i;

	for (p = P0; p < PRIORITY_COUNT; p++)
		to[p] = &f->open[p];
	to[PRIORITY_COUNT] = &f->late;
	to[PRIORITY_COUNT + 1] = &f->out;
	to[PRIORITY_COUNT + 2] = &f->lacks;
	for (i = 0; i < COUNT(to); i++, text = next)
		*to[i] = strtoll(text, &next, 10);
}

/* --- the own note ----------------------------------------------------------------------- */

/* The shift somebody is in, or has just left; on no roster, the one of now. */
static enum rc
find_shift(const struct desk *d, struct handover *h)
{
	struct duty	 rows[ROSTER_SWAPS];
	const char	*starts;
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = roster_starts(d, &starts)) != RC_OK ||
	    (rc = duty_own(d->db, d->arena, d->who.id, d->now - DAY, d->now + 1, rows, &n,
	    COUNT(rows))) != RC_OK)
		return rc;
	*h = (struct handover){ .agency = roster_home(&d->who), .account = d->who.id,
		.start = shift_start(starts, d->now, d->ref->zone),
		.until = shift_end(starts, d->now, d->ref->zone), .words = "", .facts = "",
		.name = d->who.name };
	for (i = 0; i < n; i++) {
		if (rows[i].until + AFTERWARDS <= d->now)
			continue;
		h->start = rows[i].start;
		h->until = rows[i].until;
		break;
	}
	return RC_OK;
}

static enum rc
find_own(const struct desk *d, struct handover *h)
{
	struct handover	 old;
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if ((rc = find_shift(d, h)) != RC_OK)
		return rc;
	rc = handover_own(d->db, d->arena, h->agency, h->start, d->who.id, &old);
	if (rc == RC_OK)
		*h = old;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
see_relay(const struct desk *d, struct relay *r)
{
	enum rc	 rc;

	*r = (struct relay){ 0 };
	if ((rc = find_own(d, &r->own)) != RC_OK ||
	    (rc = count_facts(d, r->own.agency, &r->facts)) != RC_OK)
		return rc;
	r->notes = arena_alloc(d->arena, RELAY_NOTES * sizeof(*r->notes));
	return handover_list(d->db, d->arena, r->own.agency, r->notes, &r->nnotes, RELAY_NOTES);
}

static enum rc
keep(const struct desk *d, const char *words, struct handover *h)
{
	enum rc	 rc = find_own(d, h);

	if (rc != RC_OK)
		return rc;
	if (h->signed_at != 0)
		return RC_CONFLICT;
	h->words = words;
	h->saved = d->now;
	if (h->id != 0)
		return handover_save(d->db, h->id, words, d->now);
	if ((rc = handover_add(d->db, h)) == RC_OK)
		rc = handover_own(d->db, d->arena, h->agency, h->start, d->who.id, h);
	return rc;
}

enum rc
relay_draft(const struct desk *d, const char *words)
{
	struct handover	 h;
	enum rc		 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, keep(d, words, &h)) : rc;
}

/* One signed when the next shift has begun is that shift's, from now on. */
static enum rc
sign(const struct desk *d, const char *words)
{
	struct relay_facts	 facts;
	struct handover		 h;
	enum rc			 rc;

	if ((rc = keep(d, words, &h)) != RC_OK || (rc = count_facts(d, h.agency, &facts)) != RC_OK)
		return rc;
	h.words = words;
	h.facts = write_facts(d, &facts);
	h.signed_at = d->now;
	h.until = h.until > d->now ? h.until : d->now;
	if ((rc = handover_sign(d->db, &h)) != RC_OK ||
	    (rc = roster_tell(d, ACT_RELAY, h.agency, h.id, "handed_over")) != RC_OK)
		return rc;
	return roster_signal(d, "duty-note", h.agency, 0);
}

enum rc
relay_sign(const struct desk *d, const char *words)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, sign(d, words)) : rc;
}

/* --- read ------------------------------------------------------------------------------- */

/* Of the own roster; somebody's draft is nobody else's business. */
static enum rc
find_note(const struct desk *d, int64_t id, struct handover *h)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_DUTY))
		return RC_FORBIDDEN;
	if ((rc = handover_get(d->db, d->arena, id, h)) != RC_OK)
		return rc;
	return h->signed_at != 0 && roster_reaches(d, h->agency) ? RC_OK : RC_NOTFOUND;
}

static enum rc
mark(const struct desk *d, int64_t id)
{
	struct handover	 h;
	enum rc		 rc = find_note(d, id, &h);

	if (rc == RC_OK && h.agency != roster_home(&d->who))
		rc = RC_NOTFOUND;
	if (rc == RC_OK && h.account == d->who.id)
		rc = RC_CONFLICT;
	if (rc != RC_OK || (rc = handover_read(d->db, id, d->who.id, d->now)) != RC_OK ||
	    (rc = roster_tell(d, ACT_RELAY, h.agency, id, "read")) != RC_OK)
		return rc;
	return roster_signal(d, "duty-note", 0, h.account);
}

enum rc
relay_read(const struct desk *d, int64_t id)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, mark(d, id)) : rc;
}

enum rc
see_note(const struct desk *d, int64_t id, struct relay_sheet *s)
{
	size_t	 i;
	enum rc	 rc;

	*s = (struct relay_sheet){ .nreaders = 0 };
	if ((rc = find_note(d, id, &s->note)) != RC_OK ||
	    (rc = handover_readers(d->db, d->arena, id, s->readers, &s->nreaders,
	    RELAY_READERS)) != RC_OK)
		return rc;
	read_facts(s->note.facts, &s->facts);
	s->reads = s->note.account != d->who.id && s->note.agency == roster_home(&d->who);
	for (i = 0; i < s->nreaders; i++)
		s->reads = s->reads && s->readers[i].account != d->who.id;
	return RC_OK;
}

enum rc
see_unread(const struct desk *d, struct handover *list, size_t *n, size_t max)
{
	size_t	 i, found;
	enum rc	 rc;

	*n = 0;
	if (!role_may(d->who.role, MAY_DUTY))
		return RC_OK;
	rc = handover_unread(d->db, d->arena, roster_home(&d->who), d->now - DAY, d->now, list,
	    &found, max);
	for (i = 0; i < found && rc == RC_OK; i++)
		if (list[i].account != d->who.id)
			list[(*n)++] = list[i];
	return rc;
}

/*
 * see_search.c: tickets by their words, as far as this person sees them.
 *
 * The index only proposes: it knows nothing of who asks.  A ticket is found
 * when it is in reach, and when every word stands in what this person is shown
 * of it; what is veiled finds nothing.  A window of the newest that fit is
 * ranked, and all work is bounded, so a common word costs no more than a rare.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/core.h"
#include "action/person.h"
#include "action/search_action.h"
#include "lib/buf.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/search_store.h"
#include "store/ticket_store.h"

enum {
	PROPOSED = 3000,	/* looked at for a page */
	DEPTH = 1000000,	/* tickets back, for a page */
	BEGUN = 60,		/* words that one word begins */
	NUMBERED = 10, PARTS = 64, AREAS = 40,
	FRESH = 60,		/* a new ticket's lead on an old one; half each month */
	OPEN_LEAD = 20,
};

struct seeking {
	const struct desk		*d;
	const struct search_filter	*f;
	struct search_limits		 limits;
	struct arena			 one;	/* of one ticket that may fit */
	struct findings			*out;
	struct found_row		*window;
	size_t				 n;
	int64_t				 below, looked;	/* where the window begins; last looked at */
	int64_t				 newest;	/* when the first of the window was recorded */
};

/* --- the question, as the index is asked ------------------------------------------------- */

static void
ask_or(struct buf *b, bool *first, const char *word)
{
	buf_printf(b, "%s\"%s\"", *first ? "" : " OR ", word);
	*first = false;
}

static bool
says(struct arena *a, const char *word, const char *text)
{
	const char	*words[SAID_WORDS];
	size_t		 n = said_words(a, text, words, 0, SAID_WORDS);

	while (n-- > 0)
		if (search_fits(word, words[n]) != FITS_NOT)
			return true;
	return false;
}

/* A category, an agency, an area whose name has the word. */
static void
ask_names(struct seeking *s, struct buf *b, bool *first, const char *word)
{
	const struct ref	*r = s->d->ref;
	struct arena		*a = s->d->arena;
	size_t			 i, areas = 0;

	for (i = 0; i < r->ncategories; i++)
		if (says(a, word, r->categories[i].name) || says(a, word, r->categories[i].name_en))
			ask_or(b, first, search_mark(a, 'c', r->categories[i].id));
	for (i = 0; i < r->nagencies; i++)
		if (says(a, word, r->agencies[i].brief) || says(a, word, r->agencies[i].name))
			ask_or(b, first, search_mark(a, 'l', r->agencies[i].id));
	for (i = 0; i < r->nareas && areas < AREAS; i++)
		if (r->areas[i].level == AREA_VILLAGE && (says(a, word, r->areas[i].name) ||
		    says(a, word, ref_district_name(r, r->areas[i].code)))) {
			ask_or(b, first, search_area(a, r->areas[i].code));
			areas++;
		}
}

static enum rc
ask_word(struct seeking *s, struct buf *b, const char *word)
{
	bool	 first = true, begun = strlen(word) >= SOUGHT_BEGUN &&
		    strspn(word, "0123456789") < strlen(word);
	int64_t	 ids[BEGUN];
	size_t	 i, n;
	enum rc	 rc = search_words(s->d->db, word, begun, ids, &n, BEGUN);

	buf_printf(b, "%s(", b->len == 0 ? "" : " AND ");
	for (i = 0; i < n; i++)
		ask_or(b, &first, arena_printf(s->d->arena, "%" PRId64, ids[i]));
	ask_names(s, b, &first, word);
	if (first)
		ask_or(b, &first, "none");	/* nobody ever said it */
	buf_text(b, ")");
	s->out->narrow = s->out->narrow || n == BEGUN;
	return rc;
}

static enum rc
question(struct seeking *s, const char **asked)
{
	struct buf	 b = { 0 };
	size_t		 i;
	enum rc		 rc = RC_OK;

	for (i = 0; i < s->out->sought.n && rc == RC_OK; i++)
		rc = ask_word(s, &b, s->out->sought.words[i]);
	*asked = arena_text(s->d->arena, b.data);
	buf_free(&b);
	return rc;
}

/* --- may it be found ----------------------------------------------------------------------- */

static struct search_limits
limits_of(const struct desk *d, const struct search_filter *f)
{
	bool			 any = role_may(d->who.role, MAY_ANY_TICKET);
	struct search_limits	 l = { .open = f->open, .priority = f->priority,
		.since = f->days > 0 ? d->now - f->days * DAY : 0,
		.agency = any ? f->agency : d->who.agency };

	if (d->who.role == ROLE_RESPONDER)
		l.unit = d->who.unit;
	if (d->who.role == ROLE_CALL_TAKER)
		l.ended = d->now - DAY;
	return l;
}

/* The truth about reach is core_reach(); the probe before it only saves work. */
static enum rc
fetch(struct seeking *s, int64_t id, struct ticket *t)
{
	struct desk		 d = *s->d;
	struct assignment	*parts = NULL;
	size_t			 n = 0;
	bool			 good;
	enum rc			 rc;

	d.arena = &s->one;
	if ((rc = search_probe(d.db, id, &s->limits, &good)) != RC_OK || !good)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	if ((rc = ticket_by_id(d.db, d.arena, id, t)) != RC_OK || (rc = core_reach(&d, t)) != RC_OK)
		return rc;
	if (role_has_agency(d.who.role) &&
	    (rc = assignment_list(d.db, d.arena, id, &parts, &n, PARTS)) != RC_OK)
		return rc;
	person_veil(&d, person_glance(&d, t, parts, n), t);
	return RC_OK;
}

static int
fit(struct seeking *s, const struct ticket *t)
{
	const struct ref	*r = s->d->ref;
	const struct category	*c = ref_category(r, t->category);
	const struct agency	*lead = ref_agency(r, t->lead);
	const struct area	*area = *t->place.area == '\0' ? NULL : ref_area(r, t->place.area);
	const char		*text[IN_FIELDS] = {
		[IN_TITLE] = t->title, [IN_PLACE] = t->place.text, [IN_DETAIL] = t->detail };

	text[IN_KIND] = c == NULL ? "" : arena_printf(&s->one, "%s %s", c->name, c->name_en);
	text[IN_AGENCY] = lead == NULL ? "" : arena_printf(&s->one, "%s %s", lead->brief,
	    lead->name);
	text[IN_AREA] = area == NULL ? "" : arena_printf(&s->one, "%s %s", area->name,
	    ref_district_name(r, area->code));
	return search_score(&s->one, &s->out->sought, text);
}

/* --- the window ------------------------------------------------------------------------------ */

static struct ticket
kept(struct arena *a, const struct ticket *t)
{
	struct ticket	 own = *t;

	own.number = arena_text(a, t->number);
	own.voice = arena_text(a, t->voice);
	own.title = arena_text(a, t->title);
	own.detail = arena_text(a, t->detail);
	own.place.text = arena_text(a, t->place.text);
	own.place.area = arena_text(a, t->place.area);
	own.channel = arena_text(a, t->channel);
	return own;
}

/* Counted from the window's first ticket, not from now: a page later it is the same. */
static int64_t
fresh(const struct seeking *s, const struct ticket *t)
{
	int64_t	 age = s->newest - t->recorded;
	int64_t	 months = age > 0 ? age / (30 * (int64_t)DAY) : 0;

	return (months < 6 ? FRESH >> months : 0) + (t->open ? OPEN_LEAD : 0);
}

static bool
is_there(const struct seeking *s, int64_t id)
{
	size_t	 i;

	for (i = 0; i < s->n; i++)
		if (s->window[i].t.id == id)
			return true;
	return false;
}

static enum rc
weigh(struct seeking *s, int64_t id)
{
	struct ticket	 t;
	int		 score;
	enum rc		 rc = fetch(s, id, &t);

	s->looked = id;
	if (rc == RC_OK && !is_there(s, id) && (score = fit(s, &t)) > 0) {
		if (s->newest == 0)
			s->newest = t.recorded;
		s->window[s->n] = (struct found_row){ .t = kept(s->d->arena, &t) };
		s->window[s->n].score = score + fresh(s, &t);
		s->n++;
	}
	arena_reset(&s->one);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

static int
by_score(const void *x, const void *y)
{
	const struct found_row	*a = x, *b = y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return a->t.id > b->t.id ? -1 : a->t.id < b->t.id;
}

/* Filled from the newest down, until it is full or enough was looked at. */
static enum rc
fill_window(struct seeking *s)
{
	int64_t		*ids = arena_alloc(s->d->arena, PROPOSED * sizeof(*ids));
	int64_t		 floor;
	const char	*asked;
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = search_last(s->d->db, &floor)) != RC_OK || (rc = question(s, &asked)) != RC_OK)
		return rc;
	if (s->below < floor)
		floor = s->below;
	floor = floor > DEPTH ? floor - DEPTH : 0;
	if ((rc = search_ids(s->d->db, asked, floor, s->below, ids, &n, PROPOSED)) != RC_OK)
		return rc;
	if (s->below == INT64_MAX)
		s->below = n > 0 ? ids[0] + 1 : 1;	/* what is filed meanwhile moves no page */
	for (i = 0; i < n && s->n < FOUND_WINDOW && rc == RC_OK; i++)
		rc = weigh(s, ids[i]);
	if (i == n)
		s->looked = n == PROPOSED ? ids[n - 1] : floor + 1;
	return rc;
}

static enum rc
say_until(struct seeking *s)
{
	struct ticket	 t;
	enum rc		 rc;

	if (s->looked <= 1)
		return RC_OK;
	rc = ticket_by_id(s->d->db, s->d->arena, s->looked, &t);
	if (rc == RC_OK)
		s->out->until = t.recorded;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* A page of the window, behind the row the page before ended with. */
static enum rc
cut_page(struct seeking *s)
{
	struct findings			*out = s->out;
	const struct search_filter	*f = s->f;
	size_t				 i = 0;

	qsort(s->window, s->n, sizeof(*s->window), by_score);
	if (f->id != 0)
		while (i < s->n && (s->window[i].score > f->score ||
		    (s->window[i].score == f->score && s->window[i].t.id >= f->id)))
			i++;
	out->rows = s->window + i;
	out->n = s->n - i < FOUND_PAGE ? s->n - i : FOUND_PAGE;
	if (i + out->n < s->n) {
		out->below = s->below;
		out->score = out->rows[out->n - 1].score;
		out->id = out->rows[out->n - 1].t.id;
	} else if (s->looked > 1) {
		out->below = s->looked;
		out->older = true;
	}
	return out->older ? say_until(s) : RC_OK;
}

/* --- numbers -------------------------------------------------------------------------- */

static enum rc
number_ids(struct seeking *s, int64_t *ids, size_t *n)
{
	const struct sought	*q = &s->out->sought;
	struct ticket		 t;
	size_t			 i;
	enum rc			 rc = RC_OK;

	*n = 0;
	if (q->number != NULL) {
		rc = ticket_by_number(s->d->db, s->d->arena, q->number, &t);
		if (rc == RC_OK)
			ids[(*n)++] = t.id;
		rc = rc == RC_NOTFOUND ? RC_OK : rc;
	}
	if (rc == RC_OK && q->voice != NULL)
		rc = search_voice(s->d->db, q->voice, ids, n, NUMBERED);
	for (i = 0; i < q->nparts && rc == RC_OK && *n < NUMBERED; i++)
		rc = search_numbers(s->d->db, q->parts[i].from, q->parts[i].to, ids, n,
		    NUMBERED);
	return rc;
}

/* They stand above all others, on the first page. */
static enum rc
find_numbers(struct seeking *s)
{
	enum { ABOVE_ALL = 1000000 };
	int64_t		 ids[NUMBERED];
	struct ticket	 t;
	size_t		 i, n = 0;
	enum rc		 rc = s->f->below != 0 ? RC_OK : number_ids(s, ids, &n);

	for (i = 0; i < n && rc == RC_OK; i++) {
		rc = is_there(s, ids[i]) ? RC_NOTFOUND : fetch(s, ids[i], &t);
		if (rc == RC_OK)
			s->window[s->n++] = (struct found_row){ .t = kept(s->d->arena, &t),
			    .score = ABOVE_ALL - (int64_t)i, .by_number = true };
		rc = rc == RC_NOTFOUND ? RC_OK : rc;
		arena_reset(&s->one);
	}
	s->out->exact = s->out->sought.number != NULL && s->n == 1;
	return rc;
}

static enum rc
seek(struct seeking *s)
{
	int64_t	 left;
	enum rc	 rc;

	if ((rc = search_left(s->d->db, &left)) != RC_OK || (rc = find_numbers(s)) != RC_OK)
		return rc;
	s->out->building = left > 0;
	if (s->out->sought.n > 0 && (rc = fill_window(s)) != RC_OK)
		return rc;
	return cut_page(s);
}

enum rc
see_search(const struct desk *d, const struct search_filter *f, struct findings *out)
{
	struct seeking	 s = { .d = d, .f = f, .limits = limits_of(d, f), .out = out,
		.below = f->below > 0 ? f->below : INT64_MAX };
	enum rc		 rc;

	*out = (struct findings){ .n = 0 };
	if (!role_may(d->who.role, MAY_SEARCH))
		return RC_FORBIDDEN;
	search_read(d->arena, f->typed, when_civil(d->now, d->ref->zone).year, &out->sought);
	s.window = arena_alloc(d->arena, (FOUND_WINDOW + NUMBERED) * sizeof(*s.window));
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = seek(&s);
	db_read_end(d->db);
	arena_reset(&s.one);
	return rc;
}

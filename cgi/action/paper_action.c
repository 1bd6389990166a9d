/* paper_action.c: calls that were taken on paper. */
#include <inttypes.h>
#include <string.h>

#include "action/file_core.h"
#include "action/paper_action.h"
#include "action/part.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/event_store.h"
#include "store/paper_store.h"
#include "store/reporter_store.h"
#include "store/ticket_store.h"
#include "store/trail_store.h"

static const struct order no_order = { .note = "", .reason = "", .target = "" };

static enum rc
tell(const struct desk *d, const char *what, int64_t no, int64_t n)
{
	struct event	 e = {
		.at = d->now, .object = no, .act = ACT_PAPER, .who = d->who, .note = "",
		.data = arena_printf(d->arena, "{\"paper\":\"%s\",\"no\":%" PRId64
		    ",\"n\":%" PRId64 "}", what, no, n),
	};

	return event_add(d->db, d->arena, &e);
}

/* --- packs -------------------------------------------------------------------------- */

static enum rc
make(const struct desk *d, struct paper_pack *p)
{
	int64_t	 no, i;
	enum rc	 rc = counter_next(d->db, "paper", &p->first);

	if (rc != RC_OK || (rc = pack_add(d->db, p, d->who.id)) != RC_OK ||
	    (rc = sheet_add(d->db, p->first, p->id)) != RC_OK)
		return rc;
	for (i = 1; i < p->sheets && rc == RC_OK; i++)
		if ((rc = counter_next(d->db, "paper", &no)) == RC_OK)
			rc = sheet_add(d->db, no, p->id);
	return rc == RC_OK ? tell(d, "printed", p->first, p->sheets) : rc;
}

enum rc
paper_make(const struct desk *d, const char *card, int64_t sheets, struct paper_pack *p)
{
	enum rc	 rc;

	*p = (struct paper_pack){ .card = card, .sheets = sheets, .who = "", .at = d->now };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (sheets < 1 || sheets > PACK_SHEETS ||
	    (*card != '\0' && ref_card(d->ref, card) == NULL))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, make(d, p));
}

static enum rc
fill_pack(const struct desk *d, struct pack_view *v)
{
	size_t	 i;
	enum rc	 rc;

	v->gaps = 0;
	memset(v->counts, 0, sizeof(v->counts));
	rc = sheet_list(d->db, d->arena, v->p.id, v->sheets, &v->n, PACK_SHEETS);
	for (i = 0; i < v->n && rc == RC_OK; i++) {
		v->counts[v->sheets[i].state]++;
		v->gaps += v->sheets[i].gap;
	}
	return rc;
}

enum rc
see_pack(const struct desk *d, int64_t id, struct pack_view *v)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = pack_by_id(d->db, d->arena, id, &v->p);
	return rc == RC_OK ? fill_pack(d, v) : rc;
}

enum rc
see_packs(const struct desk *d, int64_t before, struct pack_view *list, size_t *n, bool *more)
{
	struct paper_pack	 packs[PACKS_PAGE + 1];
	size_t			 i;
	enum rc			 rc;

	*n = 0;
	*more = false;
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = pack_list(d->db, d->arena, before, packs, n, COUNT(packs));
	if ((*more = *n > PACKS_PAGE))
		*n = PACKS_PAGE;
	for (i = 0; i < *n && rc == RC_OK; i++) {
		list[i].p = packs[i];
		rc = fill_pack(d, &list[i]);
	}
	return rc;
}

enum rc
see_sheet(const struct desk *d, int64_t no, struct sheet_row *r)
{
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	return sheet_by_no(d->db, d->arena, no, r);
}

static enum rc
explain(const struct desk *d, int64_t pack, int64_t no, enum sheet_state from,
    enum sheet_state to)
{
	struct paper_pack	 p;
	struct sheet_row	 r;
	enum rc			 rc;

	if ((rc = pack_by_id(d->db, d->arena, pack, &p)) != RC_OK ||
	    (rc = sheet_by_no(d->db, d->arena, no, &r)) != RC_OK)
		return rc;
	if (no < p.first || no >= p.first + p.sheets)
		return RC_NOTFOUND;
	if (r.state == to)
		return RC_OK;
	if (r.state != from)
		return RC_CONFLICT;
	rc = sheet_set(d->db, no, from, to, 0, &d->who, d->now);
	return rc == RC_OK ? tell(d, sheet_code(to), no, 1) : rc;
}

enum rc
paper_explain(const struct desk *d, int64_t pack, int64_t no, enum sheet_state from,
    enum sheet_state to)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (!sheet_explains(from) || !sheet_explains(to))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, explain(d, pack, no, from, to));
}

/* --- a sheet is entered --------------------------------------------------------------- */

/* "LBR-000012-K: 01.10, 01.12, 01.25, 02.40" */
static enum rc
tell_times(struct work_on *w, int64_t no, const struct paper_times *t)
{
	const struct desk	*d = w->d;
	const int64_t		 at[] = { t->received, t->told, t->arrived, t->ended };
	const char		*note = sheet_number(d->arena, no);
	size_t			 i;

	for (i = 0; i < COUNT(at); i++)
		note = arena_printf(d->arena, "%s%s %s", note, i == 0 ? ":" : ",", at[i] == 0 ?
		    "-" : when_clock(d->arena, at[i], d->ref->zone));
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_PAPER, .before = w->t.state, .after = w->t.state,
	    .agency = d->who.agency, .note = note, .data = arena_printf(d->arena,
	    "{\"paper\":\"used\",\"no\":%" PRId64 ",\"received\":%" PRId64 ",\"told\":%" PRId64
	    ",\"arrived\":%" PRId64 ",\"ended\":%" PRId64 "}", no, t->received, t->told,
	    t->arrived, t->ended) });
}

/* The call was over when the agencies were told, as far as the sheet knows. */
static enum rc
put_call(struct work_on *w, const struct filing *f, const struct paper_times *t, struct call *c)
{
	enum rc	 rc;

	if ((rc = file_call_record(w->d, f, w->t.track == TRACK_EMERGENCY ? "emergency" :
	    "complaint", c)) != RC_OK)
		return rc;
	c->closed = t->told != 0 ? t->told : t->received;
	if ((rc = call_save(w->d->db, c)) != RC_OK ||
	    (rc = call_set_ticket(w->d->db, c->id, w->t.id)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = LIFE_CALL, .object = c->id,
	    .act = ACT_END, .before = ST_ANSWERED, .after = ST_CLOSED,
	    .agency = w->d->who.agency, .data = c->type });
}

/* Nobody works on what is over: another person closes it. */
static enum rc
resolve(struct work_on *w)
{
	enum state	 from = w->t.state;
	enum rc		 rc;

	core_enter(w, ST_RESOLVED);
	if ((rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = LIFE_EMERGENCY, .object = w->t.id,
	    .act = ACT_RESOLVE, .before = from, .after = ST_RESOLVED, .agency = w->t.lead,
	    .public = true, .data = "handled" });
}

/* How far the agencies are, by what was written down. */
static enum rc
go_on(struct work_on *w, const struct filing *f, const struct paper_times *t,
    struct receipt *out)
{
	struct by_radio	 told = { .at = t->told != 0 ? t->told : t->received,
			    .arrived = t->arrived, .ended = t->ended };
	enum rc		 rc;

	w->told = t->by_radio ? &told : NULL;
	rc = file_route(w, f, &out->told);
	w->told = NULL;
	if (rc != RC_OK || !t->by_radio || out->told == 0)
		return rc;
	if ((rc = part_handles(w)) != RC_OK || (rc = ticket_save(w->d->db, &w->t)) != RC_OK)
		return rc;
	return t->ended != 0 ? resolve(w) : RC_OK;
}

static enum rc
enter_new(struct work_on *w, int64_t no, const struct filing *f, const struct paper_times *t,
    struct receipt *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = file_ticket(w, f)) != RC_OK ||
	    (rc = tell_times(w, no, t)) != RC_OK ||
	    (rc = put_call(w, f, t, &c)) != RC_OK ||
	    (rc = file_reporter(w, f, c.id, out)) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
	    (rc = file_teach(w, f)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_LATE, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .data = "paper" })) != RC_OK)
		return rc;
	return go_on(w, f, t, out);
}

/* About one that is here already: whoever called stands behind it, open or not. */
static enum rc
enter_known(struct work_on *w, int64_t no, const struct filing *f,
    const struct paper_times *t, const char *number, struct receipt *out)
{
	struct call	 c;
	enum rc		 rc;

	if ((rc = ticket_by_number(w->d->db, w->d->arena, number, &w->t)) != RC_OK ||
	    (rc = core_reach(w->d, &w->t)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
	w->c = ref_category(w->d->ref, w->t.category);
	if ((rc = put_call(w, f, t, &c)) != RC_OK ||
	    (rc = file_reporter(w, f, c.id, out)) != RC_OK ||
	    (rc = file_answers(w->d, f, w->t.id)) != RC_OK ||
	    (rc = reporter_count(w->d->db, w->t.id, &w->t.reporters)) != RC_OK ||
	    (rc = ticket_save(w->d->db, &w->t)) != RC_OK ||
	    (rc = tell_times(w, no, t)) != RC_OK)
		return rc;
	return core_record(w, &(struct record){ .life = track_life(w->t.track),
	    .object = w->t.id, .act = ACT_ATTACH, .before = w->t.state, .after = w->t.state,
	    .agency = w->d->who.agency, .note = f->detail });
}

static enum rc
enter(const struct desk *d, int64_t no, const struct filing *f, const struct paper_times *t,
    const char *join, struct receipt *out, struct sheet_row *row)
{
	struct work_on	 w = { .d = d, .o = &no_order };
	enum rc		 rc = sheet_by_no(d->db, d->arena, no, row);

	if (rc != RC_OK)
		return rc;
	if (row->state == SHEET_USED)
		return RC_CONFLICT;
	rc = *join != '\0' ? enter_known(&w, no, f, t, join, out) :
	    enter_new(&w, no, f, t, out);
	if (rc != RC_OK || (rc = sheet_set(d->db, no, row->state, SHEET_USED, w.t.id, &d->who,
	    d->now)) != RC_OK)
		return rc;
	out->ticket = w.t;
	return core_beat(&w);
}

static bool
in_order(const struct desk *d, const struct paper_times *t)
{
	const int64_t	 at[] = { t->received, t->told, t->arrived, t->ended, d->now };
	int64_t		 last = 1;
	size_t		 i;

	for (i = 0; i < COUNT(at); i++) {
		if (at[i] == 0)
			continue;
		if (at[i] < last)
			return false;
		last = at[i];
	}
	return t->received != 0;
}

enum rc
paper_enter(const struct desk *d, int64_t no, const struct filing *f,
    const struct paper_times *t, const char *join, struct receipt *out, struct sheet_row *row)
{
	struct filing	 full;
	enum rc		 rc;

	*out = (struct receipt){ .code = "" };
	*row = (struct sheet_row){ .ticket = "", .who = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (!in_order(d, t))
		return RC_INPUT;
	full = file_filled(f);
	full.token = arena_printf(d->arena, "paper-%" PRId64, no);
	full.channel = "paper";
	full.rang = full.happened = t->received;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, enter(d, no, &full, t, join, out, row));
}

enum rc
see_paper_near(const struct desk *d, int64_t received, const char *area, struct ticket *list,
    size_t *n)
{
	return paper_near(d->db, d->arena, received - HOUR, received + 3 * HOUR, area, list, n,
	    PAPER_NEAR);
}

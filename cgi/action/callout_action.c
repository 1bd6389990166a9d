/* callout_action.c: volunteers are called to a ticket, and called off. */
#include <stdlib.h>
#include <string.h>

#include "action/callout_core.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

/* --- who may --------------------------------------------------------------------------------- */

static enum rc
may_call(const struct desk *d, const struct ticket *t, bool *may)
{
	struct assignment	 part;
	enum rc			 rc = RC_NOTFOUND;

	*may = role_may(d->who.role, MAY_FOR_AGENCY);
	if (!*may && d->who.role == ROLE_OPD_HEAD)
		rc = assignment_of(d->db, d->arena, t->id, d->who.agency, &part);
	*may = t->open && (*may || rc == RC_OK);
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* An agency's head knows the agency's own and the city's. */
static bool
is_known(const struct desk *d, const struct volunteer *v)
{
	if (role_may(d->who.role, MAY_FOR_AGENCY))
		return true;
	return d->who.role == ROLE_OPD_HEAD && (v->agency == 0 || v->agency == d->who.agency);
}

static enum rc
find(const struct desk *d, const char *number, struct ticket *t)
{
	enum rc	 rc = ticket_by_number(d->db, d->arena, number, t);

	return rc == RC_OK ? core_reach(d, t) : rc;
}

/* --- whom ------------------------------------------------------------------------------------ */

static struct point
point_of(const struct desk *d, const struct place *p)
{
	const struct area	*a = ref_area(d->ref, p->area);

	if (p->lat != 0 || p->lon != 0 || a == NULL)
		return (struct point){ p->lat, p->lon };
	return (struct point){ a->lat, a->lon };
}

static int64_t
metres(struct point a, struct point b)
{
	if ((a.lat == 0 && a.lon == 0) || (b.lat == 0 && b.lon == 0))
		return -1;
	return geo_metres(a, b);
}

static int
by_distance(const void *one, const void *two)
{
	const struct candidate	*a = one, *b = two;

	if ((a->metres < 0) != (b->metres < 0))
		return a->metres < 0 ? 1 : -1;
	if (a->metres != b->metres)
		return a->metres < b->metres ? -1 : 1;
	return (a->v.id > b->v.id) - (a->v.id < b->v.id);
}

/* Suitable, vetted, unexpired, near enough; those whose place is unknown stand last. */
static enum rc
candidates(const struct desk *d, const struct ticket *t, const char *skill, int64_t radius,
    struct candidate **out, size_t *n)
{
	struct volunteer_row	*rows = arena_alloc(d->arena, CALLOUT_READ * sizeof(*rows));
	struct point		 to = point_of(d, &t->place);
	struct candidate	*c;
	size_t			 i, all;
	enum rc			 rc;

	*n = 0;
	rc = volunteer_able(d->db, d->arena, skill, rows, &all, CALLOUT_READ);
	*out = arena_alloc(d->arena, (all + 1) * sizeof(**out));
	for (i = 0; i < all && rc == RC_OK; i++) {
		if (volunteer_unfit(&rows[i].v, rows[i].until, d->now) != FIT ||
		    !is_known(d, &rows[i].v))
			continue;
		c = &(*out)[*n];
		*c = (struct candidate){ .v = rows[i].v, .metres = metres(rows[i].v.at, to) };
		*n += c->metres <= radius;
	}
	qsort(*out, *n, sizeof(**out), by_distance);
	return rc;
}

/* Names only of those that are shown. */
static enum rc
name_them(const struct desk *d, const struct ticket *t, struct candidate *list, size_t n)
{
	struct volunteer_row	 r;
	size_t			 i;
	enum rc			 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++)
		if ((rc = volunteer_get(d->db, d->arena, list[i].v.id, &r)) == RC_OK &&
		    (rc = volunteer_unseal(d, &r, &list[i].v)) == RC_OK) {
			list[i].v.phone = list[i].v.email = "";
			rc = callout_has(d->db, t->id, list[i].v.id, &list[i].asked);
		}
	return rc;
}

/* --- reading --------------------------------------------------------------------------------- */

static enum rc
fill_row(const struct desk *d, const struct callee *c, struct callee_view *row)
{
	struct volunteer_row	 r = { .until = 0 };
	struct volunteer	 v = { .name = "" };
	enum rc			 rc = RC_NOTFOUND;

	*row = (struct callee_view){ .c = *c, .name = "" };
	if (c->volunteer != 0)
		rc = volunteer_get(d->db, d->arena, c->volunteer, &r);
	if (rc != RC_OK || r.v.erased)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = volunteer_unseal(d, &r, &v)) != RC_OK)
		return rc;
	row->opens = is_known(d, &r.v);
	row->name = row->opens ? v.name : volunteer_mask(d->arena, v.name);
	return RC_OK;
}

static enum rc
fill_sheet(const struct desk *d, struct callout_sheet *s)
{
	struct callee	*list = arena_alloc(d->arena, CALLEES_MAX * sizeof(*list));
	size_t		 i;
	enum rc		 rc = callee_list(d->db, s->c.id, list, &s->n, CALLEES_MAX);

	s->turnout = callee_count(list, s->n);
	s->rows = arena_alloc(d->arena, (s->n + 1) * sizeof(*s->rows));
	for (i = 0; i < s->n && rc == RC_OK; i++)
		rc = fill_row(d, &list[i], &s->rows[i]);
	return rc;
}

static enum rc
see(const struct desk *d, const char *number, const char *skill, int64_t radius,
    struct callout_view *v)
{
	struct callout	*list = arena_alloc(d->arena, CALLOUTS_MAX * sizeof(*list));
	size_t		 i;
	enum rc		 rc;

	if ((rc = find(d, number, &v->t)) != RC_OK || (rc = may_call(d, &v->t, &v->may)) != RC_OK ||
	    (rc = callout_list(d->db, d->arena, v->t.id, list, &v->nsheets, CALLOUTS_MAX)) != RC_OK)
		return rc;
	v->sheets = arena_alloc(d->arena, (v->nsheets + 1) * sizeof(*v->sheets));
	for (i = 0; i < v->nsheets && rc == RC_OK; i++) {
		v->sheets[i].c = list[i];
		rc = fill_sheet(d, &v->sheets[i]);
	}
	if (rc != RC_OK || !v->may || *skill == '\0')
		return rc;
	rc = candidates(d, &v->t, skill, radius, &v->list, &v->n);
	if ((v->more = v->n > CANDIDATES_MAX))
		v->n = CANDIDATES_MAX;
	return rc == RC_OK ? name_them(d, &v->t, v->list, v->n) : rc;
}

enum rc
see_callout(const struct desk *d, const char *number, const char *skill, int64_t radius,
    struct callout_view *v)
{
	enum rc	 rc;

	*v = (struct callout_view){ 0 };
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = see(d, number, skill, radius, v);
	db_read_end(d->db);
	return rc;
}

enum rc
see_turnout(const struct desk *d, const struct ticket *t, struct turnout *sum, bool *any, bool *may)
{
	struct callout	 list[CALLOUTS_MAX];
	struct callee	*all = arena_alloc(d->arena, CALLOUTS_MAX * CALLEES_MAX * sizeof(*all));
	size_t		 i, k, n, count = 0;
	enum rc		 rc;

	if ((rc = may_call(d, t, may)) != RC_OK ||
	    (rc = callout_list(d->db, d->arena, t->id, list, &n, CALLOUTS_MAX)) != RC_OK)
		return rc;
	*any = n > 0;
	for (i = 0; i < n && rc == RC_OK; i++) {
		rc = callee_list(d->db, list[i].id, all + count, &k, CALLEES_MAX);
		count += k;
	}
	*sum = callee_count(all, count);
	return rc;
}

/* --- calling --------------------------------------------------------------------------------- */

/* By SMS where there is a way for it, else by mail where they have one. */
static enum rc
ask_one(struct work_on *w, int64_t callout, const struct candidate *v)
{
	const struct desk	*d = w->d;
	const char		*code = secret_letters(d->arena, CODE_LETTERS);
	struct callee		 c = { .callout = callout, .volunteer = v->v.id,
		.metres = v->metres, .at = d->now };
	struct volunteer_row	 r;
	struct volunteer	 who;
	bool			 sms;
	enum rc			 rc = callee_has_sms(d->db, &sms);

	if (rc != RC_OK || (rc = volunteer_get(d->db, d->arena, v->v.id, &r)) != RC_OK ||
	    (rc = volunteer_unseal(d, &r, &who)) != RC_OK)
		return rc;
	c.by_mail = !sms && *who.email != '\0';
	rc = callee_insert(d->db, &c, callout_key(d, code));
	return rc == RC_OK ? callout_tell(w, &c, LETTER_ASK, code) : rc;
}

static bool
is_chosen(const struct callout_order *o, int64_t id)
{
	size_t	 i;

	for (i = 0; i < o->n; i++)
		if (o->volunteers[i] == id)
			return true;
	return false;
}

/* Who was chosen, is suitable still, and is not asked already. */
static enum rc
choose(struct work_on *w, const struct callout_order *o, struct candidate **list, size_t *n)
{
	bool	 asked;
	size_t	 i, all;
	enum rc	 rc = candidates(w->d, &w->t, o->skill, o->radius, list, &all);

	*n = 0;
	for (i = 0; i < all && rc == RC_OK && *n < CALLEES_MAX; i++) {
		if (!is_chosen(o, (*list)[i].v.id))
			continue;
		rc = callout_has(w->d->db, w->t.id, (*list)[i].v.id, &asked);
		if (rc == RC_OK && !asked)
			(*list)[(*n)++] = (*list)[i];
	}
	return rc;
}

static enum rc
call(struct work_on *w, const struct callout_order *o, size_t *called)
{
	const struct desk	*d = w->d;
	struct callout		 c = { .token = o->token, .ticket = w->t.id, .skill = o->skill,
		.words = o->words, .radius = o->radius, .account = d->who.id,
		.agency = d->who.agency, .at = d->now };
	struct candidate	*list;
	size_t			 i, n;
	enum rc			 rc = choose(w, o, &list, &n);

	if (rc != RC_OK || n == 0)
		return rc == RC_OK ? RC_INPUT : rc;
	if ((rc = callout_insert(d->db, &c)) != RC_OK ||
	    (rc = core_record(w, &(struct record){ .object = c.id, .act = ACT_CALL_OUT,
	    .agency = d->who.agency, .note = o->words, .data = arena_printf(d->arena,
	    "{\"skill\":\"%s\",\"asked\":%zu}", o->skill, n) })) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = ask_one(w, c.id, &list[i]);
	*called = n;
	return rc == RC_OK ? core_beat(w) : rc;
}

static enum rc
begin(const struct desk *d, const char *number, struct work_on *w)
{
	bool	 may;
	enum rc	 rc;

	*w = (struct work_on){ .d = d };
	if ((rc = find(d, number, &w->t)) != RC_OK || (rc = may_call(d, &w->t, &may)) != RC_OK)
		return rc;
	if (!may && !w->t.open && role_may(d->who.role, MAY_FOR_AGENCY))
		return RC_CONFLICT;
	return may ? RC_OK : RC_FORBIDDEN;
}

static bool
is_skill(const struct desk *d, const char *code)
{
	struct skill	 list[SKILLS_MAX];
	size_t		 i, n;

	if (skill_list(d->db, d->arena, list, &n, SKILLS_MAX) != RC_OK)
		return false;
	for (i = 0; i < n; i++)
		if (strcmp(list[i].code, code) == 0)
			return true;
	return false;
}

enum rc
call_out(const struct desk *d, const struct callout_order *o, size_t *called)
{
	struct work_on	 w;
	enum rc		 rc;

	*called = 0;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = begin(d, o->number, &w)) == RC_OK)
		rc = *o->token == '\0' || o->radius < 1 || o->radius > CALLOUT_KM * 1000 ||
		    !is_skill(d, o->skill) ? RC_INPUT : call(&w, o, called);
	return db_finish(d->db, rc);
}

static enum rc
off(struct work_on *w, int64_t id)
{
	struct callout	 c;
	enum rc		 rc = callout_get(w->d->db, w->d->arena, id, &c);

	if (rc != RC_OK || c.ticket != w->t.id)
		return rc == RC_OK ? RC_NOTFOUND : rc;
	rc = callout_stop(w, id);
	return rc == RC_OK ? core_beat(w) : rc;
}

enum rc
call_off(const struct desk *d, const char *number, int64_t callout)
{
	struct work_on	 w;
	enum rc		 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = begin(d, number, &w)) == RC_OK)
		rc = off(&w, callout);
	return db_finish(d->db, rc);
}

/* --- a number -------------------------------------------------------------------------------- */

static enum rc
look(const struct desk *d, const char *number, int64_t id, const char *reason,
    struct volunteer *out)
{
	struct volunteer_row	 r;
	struct callout		 o;
	struct callee		 c;
	struct ticket		 t;
	enum rc			 rc;

	if ((rc = find(d, number, &t)) != RC_OK || (rc = callee_get(d->db, id, &c)) != RC_OK ||
	    (rc = callout_get(d->db, d->arena, c.callout, &o)) != RC_OK)
		return rc;
	if (o.ticket != t.id || c.volunteer == 0)
		return RC_NOTFOUND;
	if ((rc = volunteer_get(d->db, d->arena, c.volunteer, &r)) != RC_OK)
		return rc;
	if (r.v.erased)
		return RC_NOTFOUND;
	return is_known(d, &r.v) ? volunteer_look(d, &r, t.id, reason, out) : RC_FORBIDDEN;
}

enum rc
callee_open(const struct desk *d, const char *number, int64_t callee, const char *reason,
    struct volunteer *out)
{
	enum rc	 rc;

	*out = (struct volunteer){ .name = "", .phone = "", .email = "" };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, look(d, number, callee, reason, out));
	if (rc != RC_OK)
		*out = (struct volunteer){ .name = "", .phone = "", .email = "" };
	return rc;
}

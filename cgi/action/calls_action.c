/* calls_action.c: the list of calls: looked through, counted, taken as a file. */
#include <string.h>

#include "action/calls_action.h"
#include "action/calls_core.h"
#include "action/export.h"
#include "action/person.h"
#include "domain/shift.h"
#include "lib/csv.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/ref_store.h"
#include "store/ticket_store.h"

enum { BATCH = 500, PIECES = 40 };	/* of a file: rows at once; pieces looked through */

static bool
may(const struct desk *d)
{
	return role_may(d->who.role, MAY_CALLS);
}

/* --- who sees what -------------------------------------------------------------------------- */

/* DOMAIN: a call taker has "calls; open tickets", and what ended within a day. */
static bool
reaches(const struct desk *d, const struct call_seen *s)
{
	return d->who.role != ROLE_CALL_TAKER || s->c.taker == d->who.id ||
	    s->c.rang >= d->now - DAY;
}

static bool
sees_words(const struct desk *d)
{
	return role_may(d->who.role, MAY_TAKE);
}

static enum sight
sees_phone(const struct desk *d)
{
	return mask_sight((struct reader){ d->who.role, STAKE_NONE }, KIND_PLAIN, PRIVACY_PUBLIC,
	    THING_PHONE);
}

/* What is hidden is not even opened. */
static void
veil(const struct desk *d, struct call_item *c)
{
	enum sight	 sight = sees_phone(d);
	const char	*number = sight == SIGHT_HIDDEN ? "" :
			    calls_number(d, c->s.token, c->s.sealed);

	c->phone = sight == SIGHT_SHOWN ? number : person_mask(d->arena, number);
	if (!sees_words(d))
		c->s.title = c->s.c.note = "";
	c->opens = *c->s.number != '\0' && sees_words(d) && (d->who.role != ROLE_CALL_TAKER ||
	    c->s.ticket_open || d->now - c->s.ticket_since < DAY);
	if (!c->opens)
		c->s.title = "";
	if (strcmp(c->s.title, c->s.c.note) == 0)
		c->s.c.note = "";		/* the title was made of it */
}

/* --- the filter ------------------------------------------------------------------------------- */

const char *
calls_phone_code(const struct desk *d, const char *number)
{
	return secret_hex(d->arena, calls_phone(d, number));
}

static int
nibble(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static enum rc
read_hash(struct arena *a, const char *hex, struct bytes *out)
{
	unsigned char	*hash = arena_alloc(a, HASH_SIZE);
	size_t		 i;

	if (strlen(hex) != 2 * (size_t)HASH_SIZE)
		return RC_INPUT;
	for (i = 0; i < 2 * (size_t)HASH_SIZE; i++) {
		if (nibble(hex[i]) < 0)
			return RC_INPUT;
		hash[i / 2] = (unsigned char)(hash[i / 2] << 4 | nibble(hex[i]));
	}
	*out = (struct bytes){ hash, HASH_SIZE };
	return RC_OK;
}

/* What is asked for, within what this person reaches. */
static enum rc
ask_of(const struct desk *d, const struct call_filter *f, struct call_ask *k)
{
	struct ticket	 t;
	enum rc		 rc = RC_OK;

	*k = f->ask;
	if (d->who.role == ROLE_CALL_TAKER && k->taker != d->who.id &&
	    k->from < d->now - DAY)
		k->from = d->now - DAY;
	if (*f->phone != '\0')
		rc = read_hash(d->arena, f->phone, &k->phone);
	if (rc == RC_OK && *f->number != '\0' &&
	    (rc = ticket_by_number(d->db, d->arena, f->number, &t)) == RC_OK)
		k->ticket = t.id;
	if (!sees_words(d))
		k->words = "";
	return rc;
}

static enum rc
read_rows(const struct desk *d, const struct call_ask *k, struct call_item *rows, size_t *n,
    size_t max, struct call_mark *down_to)
{
	struct call_seen	*list = arena_alloc(d->arena, max * sizeof(*list));
	enum rc			 rc = calls_list(d->db, d->arena, k, list, n, max, down_to);
	size_t			 i;

	for (i = 0; i < *n && rc == RC_OK; i++) {
		rows[i].s = list[i];
		veil(d, &rows[i]);
	}
	return rc;
}

enum rc
see_call_list(const struct desk *d, const struct call_filter *f, struct call_page *out)
{
	struct call_mark	 down_to;
	struct call_ask		 k;
	const struct call	*last;
	enum rc			 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	*out = (struct call_page){ 0 };
	out->rows = arena_alloc(d->arena, (CALLS_PAGE + 1) * sizeof(*out->rows));
	if ((rc = ask_of(d, f, &k)) != RC_OK ||
	    (rc = read_rows(d, &k, out->rows, &out->n, CALLS_PAGE + 1, &down_to)) != RC_OK)
		return rc;
	if (out->n > CALLS_PAGE) {
		out->n = CALLS_PAGE;
		last = &out->rows[CALLS_PAGE - 1].s.c;
		out->next = (struct call_mark){ last->rang, last->id };
	} else {
		out->next = down_to;
		out->looked_to = down_to.at;
	}
	return RC_OK;
}

enum rc
see_call_takers(const struct desk *d, struct call_taker *list, size_t *n)
{
	*n = 0;
	return may(d) ? calls_takers(d->db, d->arena, list, n, CALL_TAKERS) : RC_FORBIDDEN;
}

static int64_t
sum(const struct call_count *list, size_t n)
{
	int64_t	 all = 0;
	size_t	 i;

	for (i = 0; i < n; i++)
		all += list[i].n;
	return all;
}

enum rc
see_call_sums(const struct desk *d, struct call_sums *out)
{
	int64_t		 midnight = when_midnight(d->now, d->ref->zone);
	const char	*starts;
	enum rc		 rc;

	*out = (struct call_sums){ 0 };
	if (!may(d))
		return RC_FORBIDDEN;
	if ((rc = setting_get(d->db, d->arena, "shifts", &starts)) != RC_OK)
		return rc;
	out->since = shift_start(starts, d->now, d->ref->zone);
	if ((rc = calls_count(d->db, d->arena, midnight, d->now + 1, out->day,
	    &out->nday)) != RC_OK ||
	    (rc = calls_count(d->db, d->arena, out->since, d->now + 1, out->shift,
	    &out->nshift)) != RC_OK)
		return rc;
	out->all_day = sum(out->day, out->nday);
	out->all_shift = sum(out->shift, out->nshift);
	return RC_OK;
}

/* --- one call ----------------------------------------------------------------------------- */

enum rc
see_call_sheet(const struct desk *d, int64_t id, struct call_sheet *out)
{
	struct call_fix	 fix;
	size_t		 i;
	enum rc		 rc;

	*out = (struct call_sheet){ 0 };
	if (!may(d))
		return RC_FORBIDDEN;
	if ((rc = calls_one(d->db, d->arena, id, &out->item.s)) != RC_OK)
		return rc;
	if (!reaches(d, &out->item.s))
		return RC_NOTFOUND;
	veil(d, &out->item);
	out->events = arena_alloc(d->arena, CALL_EVENTS * sizeof(*out->events));
	if ((rc = calls_events(d->db, d->arena, id, out->events, &out->nevents,
	    CALL_EVENTS)) != RC_OK)
		return rc;
	for (i = 0; i < out->nevents && !sees_words(d); i++)
		if (out->events[i].act != ACT_RETYPE)
			out->events[i].note = "";
	out->retypes = role_may(d->who.role, MAY_LEAD_DESK) && out->item.s.c.state == ST_CLOSED;
	rc = role_may(d->who.role, MAY_LEAD_DESK) ? fix_of(d->db, d->arena, id, &fix) :
	    RC_NOTFOUND;
	out->fixing = rc == RC_OK;
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* --- a file of it ------------------------------------------------------------------------- */

static void
write_head(struct csv *c)
{
	static const char *const	 names[] = {
		"id", "rang_at", "answered_at", "closed_at", "state", "type", "line", "taker",
		"ticket", "phone", "note"
	};
	size_t				 i;

	for (i = 0; i < COUNT(names); i++)
		csv_text(c, names[i]);
	csv_end(c);
}

static const char *
time_of(const struct desk *d, int64_t at)
{
	return at == 0 ? "" : when_iso(d->arena, at);
}

static void
write_row(const struct desk *d, struct csv *c, const struct call_item *r)
{
	csv_int(c, r->s.c.id);
	csv_text(c, time_of(d, r->s.c.rang));
	csv_text(c, time_of(d, r->s.c.answered));
	csv_text(c, time_of(d, r->s.c.closed));
	csv_text(c, state_code(r->s.c.state));
	csv_text(c, r->s.c.type);
	csv_text(c, r->s.c.line);
	csv_text(c, r->s.taker);
	csv_text(c, r->s.number);
	csv_text(c, r->phone);
	csv_text(c, r->s.c.note);
	csv_end(c);
}

static enum rc
write_rows(const struct desk *d, const struct call_filter *f, struct call_file *file)
{
	struct call_item	*rows = arena_alloc(d->arena, BATCH * sizeof(*rows));
	struct csv		 csv = { .out = file->out };
	struct call_mark	 down_to;
	struct call_ask		 k;
	size_t			 i, n, pieces;
	enum rc			 rc = ask_of(d, f, &k);

	write_head(&csv);
	for (pieces = 0; rc == RC_OK && pieces < PIECES && file->rows < CALLS_EXPORT_MAX;
	    pieces++) {
		if ((rc = read_rows(d, &k, rows, &n, BATCH, &down_to)) != RC_OK)
			return rc;
		for (i = 0; i < n; i++)
			write_row(d, &csv, &rows[i]);
		file->rows += n;
		if (n < BATCH && down_to.id == 0)
			return RC_OK;
		k.before = n < BATCH ? down_to.at : rows[n - 1].s.c.rang;
		k.before_id = n < BATCH ? down_to.id : rows[n - 1].s.c.id;
	}
	file->more = true;
	return rc;
}

enum rc
export_calls(const struct desk *d, const struct call_filter *f, struct call_file *file)
{
	enum rc	 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	file->rows = 0;
	file->more = false;
	if ((rc = write_rows(d, f, file)) != RC_OK)
		return rc;
	return export_record(d, &(struct exported){ "calls", file->query, file->out, file->rows,
	    file->more });
}

/* audit_action.c: the record, for those who watch. */
#include "action/audit_action.h"
#include "action/export.h"
#include "lib/csv.h"
#include "lib/when.h"
#include "store/audit_store.h"
#include "store/event_store.h"

enum { BATCH = 500, PIECES = 20 };	/* of a file: rows at once; spans looked through */

static bool
may(const struct desk *d)
{
	return role_may(d->who.role, MAY_AUDIT);
}

enum rc
audit_ticket(const struct desk *d, const char *number, int64_t *id)
{
	return may(d) ? audit_ticket_id(d->db, number, id) : RC_FORBIDDEN;
}

enum rc
audit_actor(const struct desk *d, const char *login, int64_t *id)
{
	return may(d) ? audit_account_id(d->db, login, id) : RC_FORBIDDEN;
}

/*
 * What reporters wrote or said is theirs, also where a call taker typed it; of
 * what staff wrote, staff answers for.
 */
static void
hide(struct audit_row *r)
{
	const struct event	*e = &r->e;

	r->hushed = e->who.role == ROLE_REPORTER || e->who.role == ROLE_VISITOR ||
	    e->act == ACT_CREATE || e->act == ACT_ATTACH || e->act == ACT_ANSWER ||
	    e->act == ACT_DISPUTE;
	r->hushed = r->hushed && *e->note != '\0';
	if (r->hushed)
		r->e.note = "";
}

static enum rc
list(const struct desk *d, const struct audit_filter *f, struct audit_row *rows, size_t *n,
    size_t max, int64_t *down_to)
{
	enum rc	 rc = audit_list(d->db, d->arena, f, rows, n, max, down_to);
	size_t	 i;

	for (i = 0; i < *n; i++)
		hide(&rows[i]);
	return rc;
}

enum rc
see_audit(const struct desk *d, const struct audit_filter *f, struct audit_view *out)
{
	unsigned char	 hash[HASH_SIZE];
	int64_t		 down_to;
	enum rc		 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	*out = (struct audit_view){ 0 };
	out->rows = arena_alloc(d->arena, (AUDIT_PAGE + 1) * sizeof(*out->rows));
	if ((rc = list(d, f, out->rows, &out->n, AUDIT_PAGE + 1, &down_to)) != RC_OK)
		return rc;
	if (out->n > AUDIT_PAGE) {
		out->n = AUDIT_PAGE;
		out->next = out->rows[AUDIT_PAGE - 1].e.id;
	} else if (down_to != 0) {
		out->next = down_to + 1;
		rc = event_link(d->db, out->next, &out->looked_to, hash);
	}
	return rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
see_audit_event(const struct desk *d, int64_t id, struct audit_sheet *out)
{
	unsigned char	 head[HASH_SIZE], last[HASH_SIZE];
	int64_t		 at, before = id - 1, end;
	enum rc		 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	if ((rc = audit_one(d->db, d->arena, id, &out->row)) != RC_OK ||
	    (rc = event_end(d->db, &end, last)) != RC_OK)
		return rc;
	rc = event_link(d->db, before, &at, head);	/* before the first: none, and zeros */
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	hide(&out->row);
	out->before_hash = secret_hex(d->arena, (struct bytes){ head, HASH_SIZE });
	out->next = id < end ? id + 1 : 0;
	rc = event_check(d->db, d->arena, &before, head, 1);
	out->good = rc == RC_OK;
	return rc == RC_CONFLICT || rc == RC_NOTFOUND ? RC_OK : rc;
}

enum rc
see_audit_chain(const struct desk *d, struct audit_chain *out)
{
	struct chain_check	 fresh, all;
	const struct chain_check *bad;
	enum rc			 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	if ((rc = chain_check_read(d->db, WALK_NEW, &fresh)) != RC_OK ||
	    (rc = chain_check_read(d->db, WALK_ALL, &all)) != RC_OK)
		return rc;
	bad = all.fault != CHAIN_GOOD ? &all : &fresh;
	*out = (struct audit_chain){
		.upto = fresh.upto,
		.head = secret_hex(d->arena, (struct bytes){ fresh.head, HASH_SIZE }),
		.at = fresh.at, .walked = all.at, .fault = bad->fault,
		.broken = bad->fault == CHAIN_GOOD ? 0 :
		    bad->upto + (bad->fault != CHAIN_REMOVED),
	};
	return RC_OK;
}

/* --- a file of it ----------------------------------------------------------------------------- */

static void
write_head(struct csv *c)
{
	static const char *const	 names[] = {
		"id", "time", "account", "name", "role", "agency", "on_behalf_of", "act", "ticket",
		"life", "object", "about_account", "before", "after", "note", "data", "public",
		"hash"
	};
	size_t				 i;

	for (i = 0; i < COUNT(names); i++)
		csv_text(c, names[i]);
	csv_end(c);
}

static const char *
agency_code(const struct desk *d, int64_t id)
{
	const struct agency	*a = id == 0 ? NULL : ref_agency(d->ref, id);

	return a == NULL ? "" : a->code;
}

static void
write_row(const struct desk *d, struct csv *c, const struct audit_row *r)
{
	const struct event	*e = &r->e;

	csv_int(c, e->id);
	csv_text(c, when_iso(d->arena, e->at));
	csv_text(c, r->login);
	csv_text(c, e->who.name);
	csv_text(c, role_code(e->who.role));
	csv_text(c, agency_code(d, e->who.agency));
	csv_text(c, agency_code(d, e->behalf));
	csv_text(c, act_code(e->act));
	csv_text(c, r->number);
	csv_text(c, life_code(e->life));
	csv_int(c, e->object);
	csv_text(c, r->subject);
	csv_text(c, state_code(e->before));
	csv_text(c, state_code(e->after));
	csv_text(c, e->note);
	csv_text(c, e->data);
	csv_int(c, e->public);
	csv_text(c, r->hash);
	csv_end(c);
}

/* Newest first, batch after batch; a gap between two finds may be long, but not endless. */
static enum rc
write_rows(const struct desk *d, const struct audit_filter *wanted, struct audit_file *file)
{
	struct audit_row	*rows = arena_alloc(d->arena, BATCH * sizeof(*rows));
	struct audit_filter	 f = *wanted;
	struct csv		 csv = { .out = file->out };
	int64_t			 down_to;
	size_t			 i, n, pieces;
	enum rc			 rc;

	write_head(&csv);
	for (pieces = 0; pieces < PIECES && file->rows < AUDIT_EXPORT_MAX; ) {
		if ((rc = list(d, &f, rows, &n, BATCH, &down_to)) != RC_OK)
			return rc;
		for (i = 0; i < n; i++)
			write_row(d, &csv, &rows[i]);
		file->rows += n;
		if (n < BATCH && down_to == 0)
			return RC_OK;
		pieces += n < BATCH;
		f.before = n < BATCH ? down_to + 1 : rows[n - 1].e.id;
	}
	file->more = true;
	return RC_OK;
}

enum rc
export_audit(const struct desk *d, const struct audit_filter *f, struct audit_file *file)
{
	enum rc	 rc;

	if (!may(d))
		return RC_FORBIDDEN;
	file->rows = 0;
	file->more = false;
	if ((rc = write_rows(d, f, file)) != RC_OK)
		return rc;
	return export_record(d, &(struct exported){ "audit", file->query, file->out, file->rows,
	    file->more });
}

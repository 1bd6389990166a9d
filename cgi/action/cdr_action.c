/* cdr_action.c: an exchange's call details out of a file. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "action/callback_action.h"
#include "action/cdr_action.h"
#include "action/core.h"
#include "action/phone_core.h"
#include "lib/rows.h"
#include "lib/when.h"
#include "store/call_store.h"
#include "store/gateway_store.h"

enum { BATCH = 200 };

static const struct order no_order = { .note = "", .reason = "", .target = "" };

struct work {
	const struct desk	*d;
	struct cdr_import	*in;
	struct rows		 rows;
	const char		*head;
	struct arena		*keep;		/* as long as the import */
	struct gateway		 gateways[GATEWAYS_MAX];
	size_t			 ngateways;
};

static void
tell(struct cdr_import *in, int64_t line, const char *why)
{
	if (in->ntold < CDR_TOLD) {
		in->told[in->ntold].line = line;
		in->told[in->ntold++].why = why;
	}
	in->bad++;
}

/* --- is it known? ------------------------------------------------------------------------- */

/* The same line of the same file has the same token. */
static const char *
token_of(const struct work *w, const struct cdr *c)
{
	unsigned char	 hash[HASH_SIZE];
	const char	*text = arena_printf(w->d->arena, "%s|%s|%" PRId64, c->id, c->number,
			    *c->id == '\0' ? c->rang : 0);

	secret_lookup(w->d->secret, "cdr", text, hash);
	return arena_printf(w->d->arena, "cdr:%s",
	    secret_hex(w->d->arena, (struct bytes){ hash, HASH_SIZE }));
}

static enum rc
find(const struct work *w, const struct cdr *c, const char *token, bool *is_known)
{
	unsigned char	 hash[HASH_SIZE];
	struct ring_row	 row;
	struct call	 call;
	int64_t		 id = 0;
	size_t		 i;
	enum rc		 rc = call_by_token(w->d->db, w->d->arena, token, &call);

	for (i = 0; i < w->ngateways && rc == RC_NOTFOUND && *c->id != '\0'; i++)
		rc = ring_find(w->d->db, w->d->arena, w->gateways[i].id, c->id, &row);
	*is_known = rc == RC_OK;
	if (rc != RC_NOTFOUND || *c->number == '\0')
		return rc == RC_NOTFOUND ? RC_OK : rc;
	rc = call_at(w->d->db, phone_hash(w->d, c->number, hash), c->rang - CDR_NEAR,
	    (c->answered != 0 ? c->answered : c->rang) + CDR_NEAR, &id);
	*is_known = id != 0;
	return rc;
}

/* --- it becomes a call ---------------------------------------------------------------------- */

static enum rc
mark(const struct work *w, int64_t call, enum state state)
{
	struct work_on	 on = { .d = w->d, .o = &no_order };
	enum rc		 rc = call_set_timed(w->d->db, call, 2);

	if (rc != RC_OK)
		return rc;
	return core_record(&on, &(struct record){ .life = LIFE_CALL, .object = call,
	    .act = ACT_LATE, .before = state, .after = state, .note = "", .data = "cdr" });
}

/* Somebody waits for a call back still. */
static enum rc
queue(const struct work *w, const struct cdr *c, const char *token)
{
	const struct missed	 m = { .token = token, .number = c->number, .line = c->line,
				    .rang = c->rang, .ended = c->ended };
	int64_t			 call;
	bool			 again;
	enum rc			 rc = call_missed(w->d, &m, &call, &again);

	if (rc != RC_OK)
		return rc;
	w->in->queued++;
	return mark(w, call, ST_CALLBACK_QUEUE);
}

static enum rc
count(const struct work *w, const struct cdr *c, const char *token)
{
	unsigned char	 hash[HASH_SIZE];
	struct call	 call = { .state = ST_CLOSED, .type = c->answered == 0 ? "dropped" : "",
			    .line = c->line, .note = "", .rang = c->rang, .answered = c->answered,
			    .closed = c->ended != 0 ? c->ended : c->rang };
	enum rc		 rc;

	rc = call_insert(w->d->db, &call, token, phone_seal(w->d, phone_of_call(w->d, token),
	    c->number), phone_hash(w->d, c->number, hash));
	return rc == RC_OK ? mark(w, call.id, ST_CLOSED) : rc;
}

static enum rc
put(struct work *w, const struct cdr *c)
{
	const char	*token = token_of(w, c);
	bool		 is_known, recent = w->d->now - c->rang < CDR_HOUR;
	enum rc		 rc = find(w, c, token, &is_known);

	if (rc != RC_OK)
		return rc;
	if (is_known) {
		w->in->known++;
		return RC_OK;
	}
	w->in->made++;
	w->in->lost += c->answered == 0;
	return c->answered == 0 && recent && *c->number != '\0' ? queue(w, c, token) :
	    count(w, c, token);
}

/* --- the file --------------------------------------------------------------------------------- */

/* Asterisk writes no head: it is known by how many cells there are. */
static bool
parse(struct work *w, struct sheet *s)
{
	struct arena	*a = w->d->arena;
	const char	*head;
	size_t		 cells;

	if (!w->in->map.asterisk)
		return sheet_parse(a, arena_printf(a, "%s\n%s\n", w->head, w->rows.record.data), ',',
		    s) == RC_OK && s->n == 1;
	for (cells = 16; (head = cdr_asterisk_head(cells)) != NULL; cells++)
		if (sheet_parse(a, arena_printf(a, "%s\n%s\n", head, w->rows.record.data), ',',
		    s) == RC_OK && s->n == 1)
			return true;
	return false;
}

static enum rc
put_row(struct work *w)
{
	const char	*why = "not as many cells as there should be, or a quote out of place";
	struct sheet	 s;
	struct cdr	 c = { .rang = 0 };

	if (parse(w, &s))
		why = cdr_read(w->d->arena, &s, &w->in->map, w->d->ref->zone, &c);
	if (why == NULL && c.rang > w->d->now + MINUTE)
		why = "it began in the future";
	if (why == NULL)
		return put(w, &c);
	tell(w->in, w->rows.line, why);
	return RC_OK;
}

static enum rc
put_batch(struct work *w, enum row *row)
{
	enum rc	 rc = RC_OK;
	int	 i;

	for (i = 0; i < BATCH && rc == RC_OK; i++) {
		if ((*row = rows_next(&w->rows)) == ROW_END)
			break;
		if (*row == ROW_BAD)
			tell(w->in, w->rows.line, "a quote that does not end, or a line that is too long");
		else
			rc = put_row(w);
	}
	return rc;
}

static enum rc
put_all(struct work *w)
{
	enum row	 row = ROW_ONE;
	enum rc		 rc = RC_OK;

	while (row != ROW_END && rc == RC_OK) {
		if ((rc = db_begin(w->d->db)) == RC_OK)
			rc = db_finish(w->d->db, put_batch(w, &row));
		arena_reset(w->d->arena);
	}
	return rc;
}

/* A first line that names no time of a beginning is a call already, of an Asterisk. */
static enum rc
read_head(struct work *w, FILE *f)
{
	rows_begin(&w->rows, f);
	if (w->in->map.asterisk)
		return RC_OK;
	w->in->why = "is no CSV";
	if (w->rows.json || rows_next(&w->rows) != ROW_ONE)
		return RC_INPUT;
	w->rows.record.data[strcspn(w->rows.record.data, "\r\n")] = '\0';
	w->head = arena_text(w->keep, w->rows.record.data);
	w->in->why = "";
	if (cdr_is_head(w->keep, w->head, &w->in->map))
		return RC_OK;
	w->in->map.asterisk = true;
	rows_end(&w->rows);
	rewind(f);
	rows_begin(&w->rows, f);
	return RC_OK;
}

enum rc
cdr_import(const struct desk *d, struct cdr_import *in)
{
	struct arena	 one = { 0 };
	struct desk	 desk = *d;
	struct work	 w = { .d = &desk, .in = in, .head = "", .keep = d->arena };
	FILE		*f = fopen(in->file, "re");
	enum rc		 rc;

	in->why = "";
	if (f == NULL)
		return errno == ENOENT ? RC_NOTFOUND : RC_FAIL;
	desk.arena = &one;
	if ((rc = gateway_rows(d->db, d->arena, w.gateways, &w.ngateways, GATEWAYS_MAX)) == RC_OK &&
	    (rc = read_head(&w, f)) == RC_OK)
		rc = put_all(&w);
	rows_end(&w.rows);
	fclose(f);
	arena_reset(&one);
	return rc;
}

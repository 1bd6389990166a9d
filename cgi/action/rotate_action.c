/* rotate_action.c: everything sealed, sealed again by the newest key, while programs run. */
#include <inttypes.h>

#include "action/rotate_action.h"
#include "lib/log.h"
#include "store/event_store.h"
#include "store/identity_store.h"

enum { AT_ONCE = 50, WALKS = 10 };

/* A walk over one column; at each row the id of its key. */
struct walk {
	size_t		 column;
	int64_t		 after;
	struct sealed_row *rows;
	size_t		 n;
};

static uint32_t
newest_of(const struct desk *d)
{
	uint32_t	 ids[KEYS_MAX];
	size_t		 n = secret_keys(d->secret, ids, KEYS_MAX);

	return ids[n - 1];
}

/* --- who holds what ---------------------------------------------------------------------- */

static void
count_row(struct key_use *uses, size_t n, struct bytes seal)
{
	uint32_t	 id = secret_key_of(seal);
	size_t		 i;

	for (i = 0; i < n && uses[i].id != id; i++)
		;
	uses[i].seals++;		/* behind the last: of no key here */
}

static enum rc
count_column(const struct desk *d, size_t column, struct key_use *uses, size_t nkeys)
{
	struct walk	 w = { .column = column };
	size_t		 i;
	enum rc		 rc;

	do {
		rc = sealed_list(d->db, d->arena, column, w.after, &w.rows, &w.n, AT_ONCE);
		for (i = 0; i < w.n; i++) {
			count_row(uses, nkeys, w.rows[i].seal);
			w.after = w.rows[i].id;
		}
		arena_reset(d->arena);
	} while (rc == RC_OK && w.n == AT_ONCE);
	return rc;
}

enum rc
rotate_uses(const struct desk *d, struct key_use uses[KEYS_MAX], size_t *n)
{
	struct arena	 own = { 0 };
	struct desk	 walker = *d;
	uint32_t	 ids[KEYS_MAX];
	size_t		 column, i;
	enum rc		 rc = RC_OK;

	walker.arena = &own;
	*n = secret_keys(d->secret, ids, KEYS_MAX - 1);
	for (i = 0; i < KEYS_MAX; i++)
		uses[i] = (struct key_use){ .id = i < *n ? ids[i] : 0, .looks_up = i == 0,
		    .newest = i + 1 == *n };
	for (column = 0; column < sealed_columns() && rc == RC_OK; column++)
		rc = count_column(&walker, column, uses, *n);
	if (uses[*n].seals > 0)
		++*n;
	arena_reset(&own);
	return rc;
}

/* --- sealing again ------------------------------------------------------------------------ */

static enum rc
seal_again(const struct desk *d, const struct walk *w, const struct sealed_row *row,
    struct rotated *out)
{
	const char	*text;

	if (secret_key_of(row->seal) == out->key)
		return RC_OK;
	if (secret_unseal(d->secret, d->arena, row->context, row->seal, &text) != RC_OK) {
		log_warn("rotate: %s %" PRId64 " does not open", sealed_name(w->column), row->id);
		out->lost++;
		return RC_OK;
	}
	out->done++;
	return sealed_save(d->db, w->column, row->id,
	    secret_seal(d->secret, d->arena, row->context, text));
}

/* Read and written in one transaction: nobody changes a row in between. */
static enum rc
some(const struct desk *d, struct walk *w, struct rotated *out)
{
	size_t	 i;
	enum rc	 rc;

	rc = sealed_list(d->db, d->arena, w->column, w->after, &w->rows, &w->n, AT_ONCE);
	for (i = 0; i < w->n && rc == RC_OK; i++)
		rc = seal_again(d, w, &w->rows[i], out);
	if (rc == RC_OK && w->n > 0)
		w->after = w->rows[w->n - 1].id;
	return rc;
}

static enum rc
walk_column(const struct desk *d, size_t column, struct rotated *out)
{
	struct walk	 w = { .column = column };
	struct rotated	 before;
	enum rc		 rc;

	do {
		before = *out;
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, some(d, &w, out));
		if (rc != RC_OK)
			*out = before;
		arena_reset(d->arena);
	} while ((rc == RC_OK && w.n == AT_ONCE) || rc == RC_BUSY);
	return rc;
}

static enum rc
walk(const struct desk *d, struct rotated *out)
{
	size_t	 column;
	enum rc	 rc = RC_OK;

	for (column = 0; column < sealed_columns() && rc == RC_OK; column++)
		rc = walk_column(d, column, out);
	return rc;
}

static enum rc
record(const struct desk *d, const struct rotated *out)
{
	struct event	 e = { .at = d->now, .act = ACT_ROTATE, .object = out->key, .who = d->who };
	enum rc		 rc;

	e.data = arena_printf(d->arena, "{\"sealed\":%" PRId64 ",\"lost\":%" PRId64 "}",
	    out->done, out->lost);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, event_add(d->db, d->arena, &e));
}

enum rc
rotate_seals(const struct desk *d, struct rotated *out)
{
	struct arena	 own = { 0 };
	struct desk	 walker = *d;
	int64_t		 before;
	int		 i = 0;
	enum rc		 rc;

	walker.arena = &own;
	secret_reload(d->secret);
	*out = (struct rotated){ .key = newest_of(d) };
	do {
		before = out->done;
		out->lost = 0;
		rc = walk(&walker, out);
	} while (rc == RC_OK && out->done != before && ++i < WALKS);
	arena_reset(&own);
	return rc == RC_OK ? record(d, out) : rc;
}

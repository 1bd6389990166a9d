/* gazette_action.c: names of places: looked for, added, corrected, hidden. */
#include <string.h>

#include "action/gazette_action.h"
#include "store/event_store.h"
#include "store/gazette_store.h"
#include "store/place_store.h"

/* The name of a caller's address is nobody's business in the log. */
static enum rc
tell(const struct desk *d, const struct name *n, const char *what)
{
	struct event	 e = {
		.at = d->now, .object = n->id, .act = ACT_PLACE, .who = d->who,
		.note = n->kind == PLACE_ADDRESS ? "" : n->name,
		.data = arena_printf(d->arena, "{\"place\":\"%s\"}", what),
	};

	return event_add(d->db, d->arena, &e);
}

static void
fill(const struct gazette_row *r, struct gazette_entry *e)
{
	*e = (struct gazette_entry){ .n = r->n, .hidden = r->hidden, .means = r->means,
	    .used = r->used };
}

enum rc
see_places(const struct desk *d, const char *typed, int64_t after, struct gazette_entry *list,
    size_t *n, bool *more)
{
	struct gazette_row	 rows[GAZETTE_PAGE + 1], last;
	size_t			 i;
	enum rc			 rc = RC_OK;

	*n = 0;
	*more = false;
	if (!role_may(d->who.role, MAY_PLACES))
		return RC_FORBIDDEN;
	if (after != 0)
		rc = gazette_get(d->db, d->arena, after, &last);
	if (rc == RC_OK)
		rc = gazette_list(d->db, d->arena, name_fold(d->arena, typed),
		    after == 0 ? NULL : &last.n, rows, n, COUNT(rows));
	if ((*more = *n > GAZETTE_PAGE))
		*n = GAZETTE_PAGE;
	for (i = 0; i < *n; i++)
		fill(&rows[i], &list[i]);
	return rc;
}

static enum rc
read_words(const struct desk *d, int64_t id, struct gazette_row *rows, size_t *n)
{
	return gazette_words(d->db, d->arena, id, rows, n, GAZETTE_WORDS);
}

enum rc
see_place(const struct desk *d, int64_t id, struct gazette_entry *e)
{
	struct gazette_row	 row, words[GAZETTE_WORDS];
	size_t			 i, n;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_PLACES))
		return RC_FORBIDDEN;
	if ((rc = gazette_get(d->db, d->arena, id, &row)) != RC_OK ||
	    (rc = read_words(d, id, words, &n)) != RC_OK)
		return rc;
	fill(&row, e);
	for (i = 0; i < n; i++)
		if (!words[i].hidden)
			e->words[e->nwords++] = words[i].n.name;
	return RC_OK;
}

/* --- changing --------------------------------------------------------------------------- */

static enum rc
put_word(const struct desk *d, const struct gazette_entry *e, const char *word)
{
	struct name		 n = e->n;
	struct gazette_row	 row;
	enum place_put		 how;
	enum rc			 rc;

	n.name = word;
	n.folded = name_fold(d->arena, word);
	if (*n.folded == '\0' || strcmp(n.folded, e->n.folded) == 0)
		return RC_OK;
	if ((rc = place_put(d->db, d->arena, &n, 0, &how)) != RC_OK ||
	    (rc = gazette_get(d->db, d->arena, n.id, &row)) != RC_OK)
		return rc;
	if (how != PLACE_NEW && row.means != e->n.id)
		return RC_CONFLICT;		/* a name of its own */
	row.hidden = false;
	rc = gazette_save(d->db, d->arena, &row, false);
	return rc == RC_OK ? gazette_mean(d->db, n.id, e->n.id) : rc;
}

static bool
is_among(const struct desk *d, const struct gazette_entry *e, const char *folded)
{
	size_t	 i;

	for (i = 0; i < e->nwords; i++)
		if (strcmp(name_fold(d->arena, e->words[i]), folded) == 0)
			return true;
	return false;
}

static enum rc
put_words(const struct desk *d, const struct gazette_entry *e)
{
	struct gazette_row	 old[GAZETTE_WORDS];
	size_t			 i, n;
	enum rc			 rc = read_words(d, e->n.id, old, &n);

	for (i = 0; i < n && rc == RC_OK; i++) {
		if (is_among(d, e, old[i].n.folded) || old[i].hidden)
			continue;
		old[i].hidden = true;
		rc = gazette_save(d->db, d->arena, &old[i], false);
	}
	for (i = 0; i < e->nwords && rc == RC_OK; i++)
		rc = put_word(d, e, e->words[i]);
	return rc;
}

static enum rc
add(const struct desk *d, struct gazette_entry *e)
{
	enum place_put	 how;
	enum rc		 rc;

	if ((rc = place_put(d->db, d->arena, &e->n, 0, &how)) != RC_OK)
		return rc;
	return how == PLACE_NEW ? RC_OK : RC_CONFLICT;
}

static enum rc
change(const struct desk *d, const struct gazette_entry *e)
{
	struct gazette_row	 row;
	bool			 renamed;
	enum rc			 rc = gazette_get(d->db, d->arena, e->n.id, &row);

	if (rc != RC_OK)
		return rc;
	renamed = strcmp(row.n.folded, e->n.folded) != 0;
	row.n = e->n;
	return gazette_save(d->db, d->arena, &row, renamed);
}

static enum rc
edit(const struct desk *d, struct gazette_entry *e)
{
	bool	 new = e->n.id == 0;
	enum rc	 rc;

	if ((rc = new ? add(d, e) : change(d, e)) != RC_OK || (rc = put_words(d, e)) != RC_OK)
		return rc;
	return tell(d, &e->n, new ? "added" : "changed");
}

enum rc
place_edit(const struct desk *d, struct gazette_entry *e)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PLACES))
		return RC_FORBIDDEN;
	e->n.folded = name_fold(d->arena, e->n.name);
	e->n.weight = e->n.weight == 0 ? 40 : e->n.weight;
	if (*e->n.folded == '\0' || e->n.kind <= PLACE_VILLAGE || e->n.kind >= PLACE_KINDS ||
	    (*e->n.area != '\0' && ref_area(d->ref, e->n.area) == NULL))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, edit(d, e));
}

static enum rc
hide(const struct desk *d, int64_t id, bool hidden)
{
	struct gazette_row	 row;
	enum rc			 rc = gazette_get(d->db, d->arena, id, &row);

	if (rc != RC_OK || row.hidden == hidden)
		return rc;
	row.hidden = hidden;
	rc = gazette_save(d->db, d->arena, &row, false);
	return rc == RC_OK ? tell(d, &row.n, hidden ? "hidden" : "shown") : rc;
}

enum rc
place_hide(const struct desk *d, int64_t id, bool hidden)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PLACES))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, hide(d, id, hidden));
}

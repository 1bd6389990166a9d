/* place_action.c: the names of places that typed words mean. */
#include <stdlib.h>
#include <string.h>

#include "action/place_words.h"
#include "store/gazette_store.h"

/* Surely that is meant: what is spelt alike need not be looked for, too. */
enum { BY_PREFIX = 30, MOST = 200, PARTS = 4, SURE = 860 };

static void
add_villages(const struct desk *d, struct name_list *l)
{
	const struct area	*v;
	size_t			 i;

	for (i = 0; i < d->ref->nareas && l->n < l->max; i++) {
		v = &d->ref->areas[i];
		if (v->level == AREA_VILLAGE)
			l->items[l->n++] = (struct name){ .kind = PLACE_VILLAGE, .name = v->name,
			    .folded = name_fold(d->arena, v->name), .area = v->code,
			    .lat = v->lat, .lon = v->lon, .weight = 40 };
	}
}

static enum rc
candidates(const struct desk *d, const struct looked *look, const char *folded, bool wide,
    const char *area, struct name_list *l)
{
	enum rc	 rc = RC_OK;

	l->n = 0;
	l->max = MOST + 2 * BY_PREFIX + d->ref->nareas;
	l->items = arena_alloc(d->arena, l->max * sizeof(*l->items));
	if (*area != '\0')
		rc = place_by_area(d->db, d->arena, area, folded, BY_PREFIX, l);
	if (rc == RC_OK)
		rc = place_by_prefix(d->db, d->arena, folded, BY_PREFIX, l);
	if (rc == RC_OK && strlen(folded) >= 3)
		rc = place_candidates(d, look, wide, l);
	add_villages(d, l);
	return rc;
}

/* --- ranking --------------------------------------------------------------------------------- */

static const char *
around(const struct desk *d, const struct name *n)
{
	const struct area	*v = ref_area(d->ref, n->area);

	if (v == NULL)
		return "";
	return name_fold(d->arena, n->kind == PLACE_VILLAGE ? ref_district_name(d->ref, v->code) :
	    arena_printf(d->arena, "%s %s", v->name, ref_district_name(d->ref, v->code)));
}

/* The better one; of two as good the one with the shorter name, so that it is not hidden. */
static int
by_rank(const void *a, const void *b)
{
	const struct place_row	*x = a, *y = b;
	size_t			 m, n;

	if (x->rank != y->rank)
		return x->rank > y->rank ? -1 : 1;
	m = strlen(x->n.folded);
	n = strlen(y->n.folded);
	if (m != n)
		return m < n ? -1 : 1;
	return (x->n.id > y->n.id) - (x->n.id < y->n.id);
}

static const char *
text_of(const struct desk *d, const struct part_typed *part)
{
	return arena_printf(d->arena, "%.*s", (int)part->len, part->from);
}

/* exact: the whole of it was typed, with or without a house's number. */
static size_t
rank_all(const struct desk *d, const struct looked *look, const char *folded, const char *head,
    const char *area, const struct name_list *l, struct place_row *rows)
{
	const struct name	*p;
	size_t			 i, n = 0;

	for (i = 0; i < l->n; i++) {
		p = &l->items[i];
		rows[n] = (struct place_row){ .n = *p,
		    .exact = strcmp(p->folded, folded) == 0 || strcmp(p->folded, head) == 0,
		    .rank = name_rank(look, p, around(d, p), *area != '\0' &&
		    strcmp(p->area, area) == 0) };
		n += rows[n].rank > 0;
	}
	qsort(rows, n, sizeof(*rows), by_rank);
	return n;
}

static enum rc
search(const struct desk *d, const struct looked *look, const struct part_typed *part, bool wide,
    const char *area, struct place_row **rows, size_t *n)
{
	const char		*head = name_fold(d->arena, name_head(d->arena, part));
	const char		*folded = name_fold(d->arena, text_of(d, part));
	struct name_list	 l;
	enum rc			 rc = candidates(d, look, folded, wide, area, &l);

	*rows = arena_alloc(d->arena, (l.n + 1) * sizeof(**rows));
	*n = rc == RC_OK ? rank_all(d, look, folded, head, area, &l, *rows) : 0;
	return rc;
}

/* One part of what was typed. */
static enum rc
search_part(const struct desk *d, const char *typed, const struct part_typed *part,
    const char *area, struct place_row *out, size_t *n)
{
	struct place_row	*rows;
	struct looked		 look;
	size_t			 i;
	enum rc			 rc;

	*n = 0;
	if (strlen(name_fold(d->arena, text_of(d, part))) < 2)
		return RC_OK;
	name_look(d->arena, text_of(d, part), part->from[part->len] == '\0', &look);
	rc = search(d, &look, part, false, area, &rows, n);
	if (rc == RC_OK && (*n == 0 || rows[0].rank < SURE))
		rc = search(d, &look, part, true, area, &rows, n);
	if (*n > PLACE_ROWS)
		*n = PLACE_ROWS;
	for (i = 0; i < *n; i++) {
		out[i] = rows[i];
		out[i].text = name_into(d->arena, typed, part, rows[i].n.name);
	}
	return rc;
}

/* What is typed last is meant; where that is no place, what was typed first. */
enum rc
place_search(const struct desk *d, const char *typed, const char *area,
    struct place_row out[PLACE_ROWS], size_t *n)
{
	struct part_typed	 parts[PARTS];
	size_t			 nparts = name_parts(typed, parts, PARTS);
	enum rc			 rc;

	*n = 0;
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (nparts == 0 || strlen(typed) > 2 * NAME_MAX)
		return RC_OK;
	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = search_part(d, typed, &parts[nparts - 1], area, out, n);
	if (rc == RC_OK && *n == 0 && nparts > 1)
		rc = search_part(d, typed, &parts[0], area, out, n);
	db_read_end(d->db);
	return rc;
}

/* --- in full ------------------------------------------------------------------------------ */

/* The only one of that name, or the only one of it in the area. */
static enum rc
only_one(const struct desk *d, const char *text, const char *area, struct name *out)
{
	enum { ENOUGH = 50 };
	struct name_list	 l = { .max = ENOUGH };
	const char		*folded = name_fold(d->arena, text);
	size_t			 i, n = 0;
	enum rc			 rc;

	if (strlen(folded) < 3)
		return RC_NOTFOUND;
	l.items = arena_alloc(d->arena, l.max * sizeof(*l.items));
	if ((rc = place_by_name(d->db, d->arena, folded, &l)) != RC_OK)
		return rc;
	for (i = 0; i < l.n; i++)
		if ((*area == '\0' || strcmp(l.items[i].area, area) == 0) && n++ == 0)
			*out = l.items[i];
	return n == 1 ? RC_OK : RC_NOTFOUND;
}

enum rc
place_exact(const struct desk *d, const char *typed, const char *area, struct name *out)
{
	struct part_typed	 parts[PARTS];
	size_t			 i, n = name_parts(typed, parts, PARTS);
	enum rc			 rc = RC_NOTFOUND;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	for (i = 0; i < n && rc == RC_NOTFOUND; i++) {
		rc = only_one(d, text_of(d, &parts[i]), area, out);
		if (rc == RC_NOTFOUND)
			rc = only_one(d, name_head(d->arena, &parts[i]), area, out);
	}
	return rc;
}

/* --- kept ----------------------------------------------------------------------------------- */

enum rc
place_keep(const struct desk *d, const struct category *c, enum privacy privacy,
    const struct place *p, int64_t ticket)
{
	struct name	 n = { .kind = PLACE_ADDRESS, .area = p->area, .lat = p->lat, .lon = p->lon,
			       .weight = 1 };
	enum place_put	 how;
	enum rc		 rc;

	if (c->track != TRACK_EMERGENCY || c->sensitive || privacy != PRIVACY_PUBLIC ||
	    (*p->area == '\0' && p->lat == 0 && p->lon == 0))
		return RC_OK;
	if ((n.name = name_keepable(d->arena, p->text)) == NULL)
		return RC_OK;
	n.folded = name_fold(d->arena, n.name);
	if (*n.folded == '\0')
		return RC_OK;
	if ((rc = place_put(d->db, d->arena, &n, d->now, &how)) != RC_OK)
		return rc;
	return place_learnt(d->db, n.id, ticket);
}

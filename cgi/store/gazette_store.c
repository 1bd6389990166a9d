/* gazette_store.c: names of places, as people look after them. */
#include "store/gazette_store.h"
#include "store/place_store.h"

#define ROWS	"SELECT id, kind, name, folded, area, lat, lon, weight, hidden, means, used_at" \
	" FROM place "

static const struct query list = {
	"names of places, one after another",
	ROWS "WHERE (folded, area, kind) > (?1, ?2, ?3) AND folded < ?4"
	" ORDER BY folded, area, kind LIMIT ?5"
};

static const struct query get = { "a name of a place", ROWS "WHERE id = ?1" };

static const struct query words = {
	"other words for a place",
	ROWS "WHERE means = ?1 AND means <> 0 ORDER BY id LIMIT ?2"
};

static const struct query save = {
	"a name of a place changes",
	"UPDATE OR IGNORE place SET kind = ?2, name = ?3, folded = ?4, area = ?5, lat = ?6,"
	" lon = ?7, hidden = ?8 WHERE id = ?1"
};

static const struct query mean = {
	"a name is another word", "UPDATE place SET means = ?2 WHERE id = ?1"
};

static const struct query unlearn = {
	"a name has other words now", "DELETE FROM place_of WHERE place = ?1"
};

static const struct query learnt = {
	"an address was learnt from a ticket",
	"UPDATE place SET ticket = ?2 WHERE id = ?1 AND kind = 'address'"
};

static const struct query forget = {
	"forget a ticket's address",
	"DELETE FROM place WHERE ticket = ?1 AND ticket <> 0 AND kind = 'address'"
};

static void
read_row(struct stmt *s, struct arena *a, struct gazette_row *r)
{
	r->n.id = get_int(s);
	r->n.kind = place_kind_of(get_text(s));
	r->n.name = arena_text(a, get_text(s));
	r->n.folded = arena_text(a, get_text(s));
	r->n.area = arena_text(a, get_text(s));
	r->n.lat = get_int(s);
	r->n.lon = get_int(s);
	r->n.weight = get_int(s);
	r->hidden = get_int(s) != 0;
	r->means = get_int(s);
	r->used = get_int(s);
}

static enum rc
read_rows(struct stmt *s, struct arena *a, struct gazette_row *out, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &out[*n]);
	return db_end(s);
}

/* No letter is above this byte in UTF-8. */
enum rc
gazette_list(struct db *db, struct arena *a, const char *prefix, const struct name *after,
    struct gazette_row *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list);

	put_text(s, after == NULL ? prefix : after->folded);
	put_text(s, after == NULL ? "" : after->area);
	put_text(s, after == NULL ? "" : place_kind_code(after->kind));
	put_text(s, arena_printf(a, "%s\xff", prefix));
	return read_rows(s, a, out, n, max);
}

enum rc
gazette_get(struct db *db, struct arena *a, int64_t id, struct gazette_row *r)
{
	struct stmt	*s = db_start(db, &get);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, r);
	return db_end_one(s);
}

enum rc
gazette_words(struct db *db, struct arena *a, int64_t id, struct gazette_row *out, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &words);

	put_int(s, id);
	return read_rows(s, a, out, n, max);
}

static enum rc
put_two(struct db *db, const struct query *q, int64_t one, int64_t two)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, one);
	put_int(s, two);
	return db_end(s);
}

enum rc
gazette_save(struct db *db, struct arena *a, const struct gazette_row *r, bool renamed)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_int(s, r->n.id);
	put_text(s, place_kind_code(r->n.kind));
	put_text(s, r->n.name);
	put_text(s, r->n.folded);
	put_text(s, r->n.area);
	put_int(s, r->n.lat);
	put_int(s, r->n.lon);
	put_int(s, r->hidden);
	if ((rc = db_end_changed(s)) != RC_OK || !renamed)
		return rc;
	s = db_start(db, &unlearn);
	put_int(s, r->n.id);
	rc = db_end(s);
	return rc == RC_OK ? word_add_all(db, a, &r->n) : rc;
}

enum rc
gazette_mean(struct db *db, int64_t id, int64_t means)
{
	return put_two(db, &mean, id, means);
}

enum rc
place_learnt(struct db *db, int64_t place, int64_t ticket)
{
	return put_two(db, &learnt, place, ticket);
}

enum rc
place_forget(struct db *db, int64_t ticket)
{
	struct stmt	*s = db_start(db, &forget);

	put_int(s, ticket);
	return db_end(s);
}

const struct query *const gazette_queries[] = {
	&list, &get, &words, &save, &mean, &unlearn, &learnt, &forget
};
const size_t gazette_nqueries = COUNT(gazette_queries);

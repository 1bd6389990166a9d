/* place_store.c: how the names of places are kept and found. */
#include <string.h>

#include "store/place_store.h"

#define NAMES	"SELECT id, kind, name, folded, area, lat, lon, weight FROM place "

static const struct query by_prefix = {
	"places by the beginning of a name",
	NAMES "WHERE folded >= ?1 AND folded < ?2 AND hidden = 0 ORDER BY folded LIMIT ?3"
};

static const struct query by_area = {
	"places of an area by the beginning of a name",
	NAMES "WHERE area = ?1 AND folded >= ?2 AND folded < ?3 AND hidden = 0 ORDER BY folded LIMIT ?4"
};

static const struct query by_name = {
	"places by name", NAMES "WHERE folded = ?1 AND hidden = 0 ORDER BY area, kind LIMIT ?2"
};

static const struct query by_id = {
	"place by id", NAMES "WHERE id = ?1 AND hidden = 0"
};

static const struct query same = {
	"the place of a name, an area and a kind",
	NAMES "WHERE folded = ?1 AND area = ?2 AND kind = ?3"
};

static const struct query insert = {
	"new place",
	"INSERT INTO place (kind, name, folded, area, lat, lon, weight, used_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
};

static const struct query change = {
	"place changes",
	"UPDATE place SET name = ?1, lat = ?2, lon = ?3, weight = ?4, used_at = ?5 WHERE id = ?6"
};

static const struct query count_kind = {
	"how many places there are",
	"SELECT COUNT(*), COALESCE(SUM(kind = ?1), 0) FROM"
	" (SELECT kind FROM place WHERE id > 0 LIMIT 1000000)"
};

static void
read_name(struct stmt *s, struct arena *a, struct name *p)
{
	p->id = get_int(s);
	p->kind = place_kind_of(get_text(s));
	p->name = arena_text(a, get_text(s));
	p->folded = arena_text(a, get_text(s));
	p->area = arena_text(a, get_text(s));
	p->lat = get_int(s);
	p->lon = get_int(s);
	p->weight = get_int(s);
}

static enum rc
read_list(struct stmt *s, struct arena *a, struct name_list *l)
{
	struct name	 p;
	size_t		 i;

	while (l->n < l->max && db_next(s)) {
		read_name(s, a, &p);
		for (i = 0; i < l->n && l->items[i].id != p.id; i++)
			;
		if (i == l->n)
			l->items[l->n++] = p;
	}
	return db_end(s);
}

/* No letter is above this byte in UTF-8. */
static const char *
behind(struct arena *a, const char *prefix)
{
	return arena_printf(a, "%s\xff", prefix);
}

enum rc
place_by_prefix(struct db *db, struct arena *a, const char *folded, size_t rows,
    struct name_list *l)
{
	struct stmt	*s = db_start(db, &by_prefix);

	put_text(s, folded);
	put_text(s, behind(a, folded));
	put_int(s, (int64_t)rows);
	return read_list(s, a, l);
}

enum rc
place_by_area(struct db *db, struct arena *a, const char *area, const char *folded,
    size_t rows, struct name_list *l)
{
	struct stmt	*s = db_start(db, &by_area);

	put_text(s, area);
	put_text(s, folded);
	put_text(s, behind(a, folded));
	put_int(s, (int64_t)rows);
	return read_list(s, a, l);
}

enum rc
place_by_name(struct db *db, struct arena *a, const char *folded, struct name_list *l)
{
	struct stmt	*s = db_start(db, &by_name);

	put_text(s, folded);
	put_int(s, (int64_t)l->max);
	return read_list(s, a, l);
}

/* Only where the caller knows it is not in the list: nothing is looked through. */
enum rc
place_by_id(struct db *db, struct arena *a, int64_t id, struct name_list *l)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (l->n < l->max && db_next(s))
		read_name(s, a, &l->items[l->n++]);
	return db_end(s);
}

/* --- writing ------------------------------------------------------------------------- */

static enum rc
find_same(struct db *db, struct arena *a, const struct name *p, struct name *found)
{
	struct stmt	*s = db_start(db, &same);

	put_text(s, p->folded);
	put_text(s, p->area);
	put_text(s, place_kind_code(p->kind));
	if (db_next(s))
		read_name(s, a, found);
	return db_end_one(s);
}

static enum rc
add(struct db *db, struct arena *a, struct name *p, int64_t used)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, place_kind_code(p->kind));
	put_text(s, p->name);
	put_text(s, p->folded);
	put_text(s, p->area);
	put_int(s, p->lat);
	put_int(s, p->lon);
	put_int(s, p->weight);
	put_int(s, used);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	p->id = db_last_id(db);
	return word_add_all(db, a, p);
}

enum rc
place_put(struct db *db, struct arena *a, struct name *p, int64_t used, enum place_put *how)
{
	struct stmt	*s;
	struct name	 old = { .name = "" };
	enum rc		 rc = find_same(db, a, p, &old);

	*how = PLACE_NEW;
	if (rc == RC_NOTFOUND)
		return add(db, a, p, used);
	if (rc != RC_OK)
		return rc;
	p->id = old.id;
	*how = PLACE_SAME;
	if (used == 0 && strcmp(p->name, old.name) == 0 && p->lat == old.lat &&
	    p->lon == old.lon && p->weight == old.weight)
		return RC_OK;
	*how = PLACE_CHANGED;
	s = db_start(db, &change);
	put_text(s, p->name);
	put_int(s, p->lat != 0 || p->lon != 0 ? p->lat : old.lat);
	put_int(s, p->lat != 0 || p->lon != 0 ? p->lon : old.lon);
	put_int(s, p->weight > old.weight || used == 0 ? p->weight :
	    old.weight < 100 ? old.weight + 1 : 100);
	put_int(s, used);
	put_int(s, p->id);
	return db_end(s);
}

enum rc
place_count(struct db *db, enum place_kind kind, int64_t *n)
{
	struct stmt	*s = db_start(db, &count_kind);
	int64_t		 all;

	put_text(s, place_kind_code(kind));
	*n = 0;
	if (db_next(s)) {
		all = get_int(s);
		*n = kind == PLACE_NONE ? all : get_int(s);
	}
	return db_end(s);
}

const struct query *const place_queries[] = {
	&by_prefix, &by_area, &by_name, &by_id, &same, &insert, &change, &count_kind
};
const size_t place_nqueries = COUNT(place_queries);

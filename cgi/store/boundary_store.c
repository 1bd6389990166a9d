/* boundary_store.c: how boundaries, neighbours and links for a caller's place are kept. */
#include "store/place_store.h"

static const struct query put_one = {
	"a boundary",
	"INSERT INTO boundary (code, neighbour, south, north, west, east, shape, outline)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
	" ON CONFLICT (code) DO UPDATE SET neighbour = excluded.neighbour,"
	" south = excluded.south, north = excluded.north, west = excluded.west,"
	" east = excluded.east, shape = excluded.shape, outline = excluded.outline"
};

static const struct query at_point = {
	"boundaries about a point",
	"SELECT code, neighbour, south, north, west, east, shape FROM boundary"
	" WHERE south <= ?1 AND north >= ?2 AND west <= ?3 AND east >= ?4"
	" ORDER BY neighbour, code LIMIT ?5"
};

static const struct query all = {
	"boundaries to draw",
	"SELECT code, neighbour, south, north, west, east, outline FROM boundary"
	" WHERE code > '' ORDER BY code LIMIT 1000"
};

static const struct query any = {
	"is there a boundary", "SELECT 1 FROM boundary WHERE code > '' AND neighbour = 0 LIMIT 1"
};

static const struct query put_neighbour = {
	"a neighbour",
	"INSERT INTO neighbour (code, name, contact) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (code) DO UPDATE SET name = excluded.name, contact = excluded.contact"
};

static const struct query one_neighbour = {
	"neighbour by code", "SELECT code, name, contact FROM neighbour WHERE code = ?1"
};

static const struct query neighbours = {
	"neighbours",
	"SELECT code, name, contact FROM neighbour WHERE code > '' ORDER BY code LIMIT 50"
};

static const struct query add_locate = {
	"a link for a caller's place",
	"INSERT INTO locate (code, call, until) VALUES (?1, ?2, ?3)"
};

static const struct query one_locate = {
	"a caller's place", "SELECT call, until, lat, lon, metres, got_at FROM locate WHERE code = ?1"
};

static const struct query open_locate = {
	"may a caller's place be sent", "SELECT 1 FROM locate WHERE code = ?1 AND until > ?2"
};

static const struct query set_locate = {
	"a caller's place arrives",
	"UPDATE locate SET lat = ?1, lon = ?2, metres = ?3, got_at = ?4"
	" WHERE code = ?5 AND until > ?4"
};

static const struct query old_locate = {
	"an old link for a caller's place",
	"SELECT 1 FROM locate WHERE until < ?1 LIMIT 1"
};

static const struct query drop_locate = {
	"old links for a caller's place", "DELETE FROM locate WHERE until < ?1"
};

enum rc
boundary_put(struct db *db, const struct boundary *b)
{
	struct stmt	*s = db_start(db, &put_one);

	put_text(s, b->code);
	put_int(s, b->neighbour);
	put_int(s, b->box.south);
	put_int(s, b->box.north);
	put_int(s, b->box.west);
	put_int(s, b->box.east);
	put_text(s, b->shape);
	put_text(s, b->outline);
	return db_end(s);
}

static void
read_boundary(struct stmt *s, struct arena *a, struct boundary *b)
{
	b->code = arena_text(a, get_text(s));
	b->neighbour = get_int(s) != 0;
	b->box.south = get_int(s);
	b->box.north = get_int(s);
	b->box.west = get_int(s);
	b->box.east = get_int(s);
	b->shape = b->outline = arena_text(a, get_text(s));
}

enum rc
boundary_at(struct db *db, struct arena *a, struct point p, int64_t near,
    struct boundary *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &at_point);

	put_int(s, p.lat + near);
	put_int(s, p.lat - near);
	put_int(s, p.lon + near);
	put_int(s, p.lon - near);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		read_boundary(s, a, &out[(*n)++]);
	return db_end(s);
}

enum rc
boundary_all(struct db *db, struct arena *a, struct boundary **out, size_t *n)
{
	enum { MAX = 1000 };
	struct stmt	*s = db_start(db, &all);

	*out = arena_alloc(a, MAX * sizeof(**out));
	for (*n = 0; *n < MAX && db_next(s);)
		read_boundary(s, a, &(*out)[(*n)++]);
	return db_end(s);
}

enum rc
boundary_known(struct db *db, bool *known)
{
	struct stmt	*s = db_start(db, &any);

	*known = db_next(s);
	return db_end(s);
}

enum rc
neighbour_put(struct db *db, const struct neighbour *b)
{
	struct stmt	*s = db_start(db, &put_neighbour);

	put_text(s, b->code);
	put_text(s, b->name);
	put_text(s, b->contact);
	return db_end(s);
}

static void
read_neighbour(struct stmt *s, struct arena *a, struct neighbour *b)
{
	b->code = arena_text(a, get_text(s));
	b->name = arena_text(a, get_text(s));
	b->contact = arena_text(a, get_text(s));
}

enum rc
neighbour_get(struct db *db, struct arena *a, const char *code, struct neighbour *b)
{
	struct stmt	*s = db_start(db, &one_neighbour);

	put_text(s, code);
	if (db_next(s))
		read_neighbour(s, a, b);
	return db_end_one(s);
}

enum rc
neighbour_all(struct db *db, struct arena *a, struct neighbour **out, size_t *n)
{
	enum { MAX = 50 };
	struct stmt	*s = db_start(db, &neighbours);

	*out = arena_alloc(a, MAX * sizeof(**out));
	for (*n = 0; *n < MAX && db_next(s);)
		read_neighbour(s, a, &(*out)[(*n)++]);
	return db_end(s);
}

enum rc
locate_add(struct db *db, struct bytes code, const char *call, int64_t until)
{
	struct stmt	*s = db_start(db, &add_locate);

	put_bytes(s, code);
	put_text(s, call);
	put_int(s, until);
	return db_end(s);
}

enum rc
locate_get(struct db *db, struct arena *a, struct bytes code, struct locate *l)
{
	struct stmt	*s = db_start(db, &one_locate);

	put_bytes(s, code);
	if (db_next(s)) {
		l->call = arena_text(a, get_text(s));
		l->until = get_int(s);
		l->lat = get_int(s);
		l->lon = get_int(s);
		l->metres = get_int(s);
		l->got = get_int(s);
	}
	return db_end_one(s);
}

enum rc
locate_is_open(struct db *db, struct bytes code, int64_t now)
{
	struct stmt	*s = db_start(db, &open_locate);

	put_bytes(s, code);
	put_int(s, now);
	if (db_next(s))
		return db_end(s);
	return db_end_one(s);
}

enum rc
locate_set(struct db *db, struct bytes code, const struct locate *l, int64_t now)
{
	struct stmt	*s = db_start(db, &set_locate);

	put_int(s, l->lat);
	put_int(s, l->lon);
	put_int(s, l->metres);
	put_int(s, now);
	put_bytes(s, code);
	return db_end_changed(s);
}

enum rc
locate_is_old(struct db *db, int64_t before, bool *yes)
{
	struct stmt	*s = db_start(db, &old_locate);

	put_int(s, before);
	*yes = db_next(s);
	return db_end(s);
}

enum rc
locate_drop(struct db *db, int64_t before)
{
	struct stmt	*s = db_start(db, &drop_locate);

	put_int(s, before);
	return db_end(s);
}

const struct query *const boundary_queries[] = {
	&put_one, &at_point, &all, &any, &put_neighbour, &one_neighbour, &neighbours, &add_locate,
	&one_locate, &open_locate, &set_locate, &old_locate, &drop_locate
};
const size_t boundary_nqueries = COUNT(boundary_queries);

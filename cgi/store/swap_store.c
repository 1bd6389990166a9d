/* swap_store.c: shifts that are offered to colleagues, and where people lack. */
#include "store/duty_store.h"

#define ROW	"SELECT w.id, w.duty, w.agency, w.start, w.giver, w.target, w.taker, w.state," \
	" w.note, w.at, g.name, t.name, k.name FROM swap w LEFT JOIN account g ON g.id = w.giver" \
	" LEFT JOIN account t ON t.id = w.target LEFT JOIN account k ON k.id = w.taker "

static const struct query add = {
	"a shift is offered",
	"INSERT INTO swap (duty, agency, start, giver, target, state, note, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, 'offered', ?6, ?7)"
};

static const struct query open_of = {
	"is a shift offered",
	"SELECT 1 FROM swap WHERE duty = ?1 AND state IN ('offered', 'accepted')"
};

static const struct query by_id = { "a swap", ROW "WHERE w.id = ?1" };

static const struct query list_of = {
	"an agency's open swaps",
	ROW "WHERE w.agency = ?1 AND w.start > ?2 AND w.state IN ('offered', 'accepted')"
	" ORDER BY w.start LIMIT ?3"
};

static const struct query take = {
	"a shift is taken",
	"UPDATE swap SET taker = ?2, state = 'accepted' WHERE id = ?1 AND state = 'offered'"
};

static const struct query end = {
	"a swap is over",
	"UPDATE swap SET state = ?2, ended_at = ?3, ended_by = ?4"
	" WHERE id = ?1 AND state IN ('offered', 'accepted')"
};

static const struct query end_of = {
	"the swap of a shift is over",
	"UPDATE swap SET state = 'withdrawn', ended_at = ?2, ended_by = ?3"
	" WHERE duty = ?1 AND state IN ('offered', 'accepted')"
};

static const struct query lack_add = {
	"people lack",
	"INSERT INTO shortage (agency, kind, about, want, have, at, rung_at, rings, next_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
};

static const struct query lack_list = {
	"where people lack",
	"SELECT id, agency, kind, about, want, have, at, rung_at, rings, next_at FROM shortage"
	" WHERE agency = ?1 AND ended_at = 0 ORDER BY kind, about LIMIT ?2"
};

static const struct query lack_ring = {
	"it rings that people lack",
	"UPDATE shortage SET want = ?2, have = ?3, rung_at = ?4, rings = ?5, next_at = ?6"
	" WHERE id = ?1"
};

static const struct query lack_end = {
	"people lack no more",
	"UPDATE shortage SET ended_at = ?2 WHERE id = ?1 AND ended_at = 0"
};

enum rc
swap_add(struct db *db, const struct swap *w)
{
	struct stmt	*s = db_start(db, &open_of);
	bool		 is_open;
	enum rc		 rc;

	put_int(s, w->duty);
	is_open = db_next(s);
	if ((rc = db_end(s)) != RC_OK || is_open)
		return rc == RC_OK ? RC_CONFLICT : rc;
	s = db_start(db, &add);
	put_int(s, w->duty);
	put_int(s, w->agency);
	put_int(s, w->start);
	put_int(s, w->giver);
	put_int(s, w->target);
	put_text(s, w->note);
	put_int(s, w->at);
	return db_end(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct swap *w)
{
	w->id = get_int(s);
	w->duty = get_int(s);
	w->agency = get_int(s);
	w->start = get_int(s);
	w->giver = get_int(s);
	w->target = get_int(s);
	w->taker = get_int(s);
	w->state = arena_text(a, get_text(s));
	w->note = arena_text(a, get_text(s));
	w->at = get_int(s);
	w->giver_name = arena_text(a, get_text(s));
	w->target_name = arena_text(a, get_text(s));
	w->taker_name = arena_text(a, get_text(s));
}

enum rc
swap_get(struct db *db, struct arena *a, int64_t id, struct swap *w)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, w);
	return db_end_one(s);
}

enum rc
swap_list(struct db *db, struct arena *a, int64_t agency, int64_t from, struct swap *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &list_of);

	put_int(s, agency);
	put_int(s, from);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
swap_take(struct db *db, int64_t id, int64_t taker)
{
	struct stmt	*s = db_start(db, &take);

	put_int(s, id);
	put_int(s, taker);
	return db_end_changed(s);
}

enum rc
swap_end(struct db *db, int64_t id, const char *state, int64_t now, int64_t by)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, id);
	put_text(s, state);
	put_int(s, now);
	put_int(s, by);
	return db_end_changed(s);
}

enum rc
swap_end_of(struct db *db, int64_t duty, int64_t now, int64_t by)
{
	struct stmt	*s = db_start(db, &end_of);

	put_int(s, duty);
	put_int(s, now);
	put_int(s, by);
	return db_end(s);
}

enum rc
shortage_add(struct db *db, const struct shortage *l)
{
	struct stmt	*s = db_start(db, &lack_add);

	put_int(s, l->agency);
	put_text(s, lack_code(l->kind));
	put_int(s, l->about);
	put_int(s, l->want);
	put_int(s, l->have);
	put_int(s, l->at);
	put_int(s, l->rung);
	put_int(s, l->rings);
	put_int(s, l->next);
	return db_end(s);
}

enum rc
shortage_list(struct db *db, int64_t agency, struct shortage *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &lack_list);
	struct shortage	*l;

	put_int(s, agency);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		l = &list[*n];
		l->id = get_int(s);
		l->agency = get_int(s);
		l->kind = lack_of(get_text(s));
		l->about = get_int(s);
		l->want = get_int(s);
		l->have = get_int(s);
		l->at = get_int(s);
		l->rung = get_int(s);
		l->rings = get_int(s);
		l->next = get_int(s);
	}
	return db_end(s);
}

enum rc
shortage_ring(struct db *db, const struct shortage *l)
{
	struct stmt	*s = db_start(db, &lack_ring);

	put_int(s, l->id);
	put_int(s, l->want);
	put_int(s, l->have);
	put_int(s, l->rung);
	put_int(s, l->rings);
	put_int(s, l->next);
	return db_end(s);
}

enum rc
shortage_end(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &lack_end);

	put_int(s, id);
	put_int(s, now);
	return db_end(s);
}

const struct query *const swap_queries[] = {
	&add, &open_of, &by_id, &list_of, &take, &end, &end_of, &lack_add, &lack_list, &lack_ring,
	&lack_end
};
const size_t swap_nqueries = COUNT(swap_queries);

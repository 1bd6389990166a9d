/* list_store.c: tickets near a place, for the triage desk, for the public, counted. */
#include "lib/when.h"
#include "store/list_store.h"
#include "store/ticket_row.h"

#define TICKETS	"SELECT" TICKET_COLUMNS "FROM ticket t "

#define SPOT	"SELECT t.id, t.category, t.recorded_at, t.lat, t.lon, t.area FROM ticket t "

static const struct query spots_area = {
	"where tickets of an area are",
	SPOT "WHERE t.area = ?1 AND t.recorded_at >= ?2 AND t.open = 1"
	" ORDER BY t.recorded_at DESC LIMIT ?3"
};

static const struct query spots_cell = {
	"where tickets of a square are",
	SPOT "WHERE t.cell = ?1 AND t.cell <> 0 AND t.recorded_at >= ?2 AND t.open = 1"
	" ORDER BY t.recorded_at DESC LIMIT ?3"
};

static const struct query by_state = {
	"open tickets of a state",
	TICKETS "WHERE t.state = ?1 AND t.open = 1 ORDER BY t.due_at, t.id LIMIT ?2"
};

static const struct query state_count = {
	"how many open tickets of a state",
	"SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE state = ?1 AND open = 1 LIMIT 999)"
};

static const struct query sent_back = {
	"tickets sent back to the desk",
	TICKETS "JOIN assignment a ON a.ticket = t.id"
	" WHERE a.agency = ?1 AND a.open = 1 AND a.lead = 1 AND EXISTS"
	" (SELECT 1 FROM assignment x WHERE x.ticket = t.id AND x.state = 'rejected')"
	" ORDER BY a.priority, a.due_at, a.id LIMIT ?2"
};

static const struct query merged = {
	"tickets merged into one",
	"SELECT t.id FROM ticket t WHERE t.merged = ?1 AND t.merged <> 0 ORDER BY t.id LIMIT ?2"
};

#define BEFORE \
	" AND (t.recorded_at, t.id) < (?1, ?2) AND t.published = 1" \
	" ORDER BY t.recorded_at DESC, t.id DESC LIMIT ?3"

static const struct query public_all = {
	"public tickets", TICKETS "WHERE t.recorded_at > 0" BEFORE
};

static const struct query public_area = {
	"public tickets of an area", TICKETS "WHERE t.area = ?4" BEFORE
};

static const struct query public_category = {
	"public tickets of a category", TICKETS "WHERE t.category = ?4" BEFORE
};

static const struct query public_both = {
	"public tickets of an area and a category",
	TICKETS "WHERE t.area = ?4 AND t.category = ?5" BEFORE
};

static const struct query since = {
	"tickets since a moment",
	"SELECT COUNT(*), COALESCE(SUM(open), 0) FROM"
	" (SELECT open FROM ticket WHERE recorded_at >= ?1 LIMIT 200000)"
};

static const struct query open_of = {
	"how many open of a priority",
	"SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE track = ?1 AND priority = ?2"
	" AND open = 1 LIMIT 9999)"
};

static const struct query calls = {
	"calls by the hour",
	"SELECT (rang_at - ?1) / 3600000, type NOT IN ('emergency', 'complaint', ''), COUNT(*)"
	" FROM call WHERE rang_at >= ?1 AND rang_at < ?2 GROUP BY 1, 2"
};

static enum rc
read_list(struct stmt *s, struct arena *a, struct ticket_list *l)
{
	while (l->n < l->max && db_next(s))
		ticket_read(s, a, &l->items[l->n++]);
	return db_end(s);
}

static enum rc
read_spots(struct stmt *s, struct arena *a, int64_t max, struct spot_list *l)
{
	struct spot_row	*r;

	while (max-- > 0 && l->n < l->max && db_next(s)) {
		r = &l->items[l->n++];
		r->id = get_int(s);
		r->category = get_int(s);
		r->recorded = get_int(s);
		r->lat = get_int(s);
		r->lon = get_int(s);
		r->area = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
near_spots(struct db *db, struct arena *a, int64_t cell, int64_t from, int64_t max,
    struct spot_list *l)
{
	struct stmt	*s = db_start(db, &spots_cell);

	put_int(s, cell);
	put_int(s, from);
	put_int(s, max);
	return read_spots(s, a, max, l);
}

enum rc
near_area_spots(struct db *db, struct arena *a, const char *area, int64_t from, int64_t max,
    struct spot_list *l)
{
	struct stmt	*s = db_start(db, &spots_area);

	put_text(s, area);
	put_int(s, from);
	put_int(s, max);
	return read_spots(s, a, max, l);
}

enum rc
list_state(struct db *db, struct arena *a, enum state state, struct ticket_list *l)
{
	struct stmt	*s = db_start(db, &by_state);

	put_text(s, state_code(state));
	put_int(s, (int64_t)l->max);
	return read_list(s, a, l);
}

enum rc
list_state_count(struct db *db, enum state state, int64_t *n)
{
	struct stmt	*s = db_start(db, &state_count);

	put_text(s, state_code(state));
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
list_sent_back(struct db *db, struct arena *a, int64_t desk, struct ticket_list *l)
{
	struct stmt	*s = db_start(db, &sent_back);

	put_int(s, desk);
	put_int(s, (int64_t)l->max);
	return read_list(s, a, l);
}

enum rc
list_merged(struct db *db, int64_t into, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &merged);

	put_int(s, into);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
list_public(struct db *db, struct arena *a, const char *area, int64_t category,
    int64_t before_at, int64_t before_id, struct ticket_list *l)
{
	bool		 in_area = area[0] != '\0';
	struct stmt	*s = db_start(db, in_area ?
	    (category != 0 ? &public_both : &public_area) :
	    (category != 0 ? &public_category : &public_all));

	put_int(s, before_at);
	put_int(s, before_id);
	put_int(s, (int64_t)l->max);
	if (in_area)
		put_text(s, area);
	if (category != 0)
		put_int(s, category);
	return read_list(s, a, l);
}

enum rc
count_since(struct db *db, int64_t from, int64_t *all, int64_t *open)
{
	struct stmt	*s = db_start(db, &since);

	*all = *open = 0;
	put_int(s, from);
	if (db_next(s)) {
		*all = get_int(s);
		*open = get_int(s);
	}
	return db_end(s);
}

enum rc
count_open(struct db *db, enum track track, enum priority priority, int64_t *n)
{
	struct stmt	*s = db_start(db, &open_of);

	put_int(s, track);
	put_int(s, priority);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
count_calls(struct db *db, int64_t from, int64_t by_hour[24], int64_t *junk)
{
	struct stmt	*s = db_start(db, &calls);
	int64_t		 hour, n;
	bool		 is_junk;

	*junk = 0;
	put_int(s, from);
	put_int(s, from + DAY);
	while (db_next(s)) {
		hour = get_int(s);
		is_junk = get_int(s) != 0;
		n = get_int(s);
		if (hour < 0 || hour > 23)
			continue;
		by_hour[hour] += n;
		if (is_junk)
			*junk += n;
	}
	return db_end(s);
}

const struct query *const list_queries[] = {
	&spots_area, &spots_cell, &by_state, &state_count, &sent_back, &merged, &public_all, &public_area,
	&public_category, &public_both, &since, &open_of, &calls
};
const size_t list_nqueries = COUNT(list_queries);

/*
 * work_store.c: the lists agencies and the city work from.
 *
 * Each open list walks one partial index in the order it is shown in; what it
 * costs depends on the open work, never on the size of the tables.
 */
#include "store/assignment_row.h"
#include "store/work_store.h"

#define LINE \
	"SELECT" ASSIGNMENT_COLUMNS ", t.id, t.number, t.track, t.state, t.category, t.lead," \
	" t.title, t.place, t.area, t.recorded_at, t.reporters, t.version, t.since, t.due_at "
#define WHICH \
	" AND (a.priority, a.due_at, a.id) > (?2, ?3, ?4) AND a.priority <= ?5" \
	" AND (?6 = '' OR substr(t.area, 1, length(?6)) = ?6)" \
	" AND (?7 = 0 OR a.due_at < ?7) AND (?8 = 0 OR a.accepted_at = 0)" \
	" ORDER BY a.priority, a.due_at, a.id LIMIT ?9"

static const struct query open_agency = {
	"open work of an agency",
	LINE "FROM assignment a JOIN ticket t ON t.id = a.ticket"
	" WHERE a.agency = ?1 AND a.open = 1" WHICH
};

static const struct query open_city = {
	"open work of the city",
	LINE "FROM assignment a JOIN ticket t ON t.id = a.ticket"
	" WHERE ?1 = 0 AND a.open = 1 AND a.lead = 1" WHICH
};

static const struct query ended_agency = {
	"ended work of an agency",
	LINE "FROM assignment a JOIN ticket t ON t.id = a.ticket"
	" WHERE a.agency = ?1 AND a.open = 0 AND a.ended_at >= ?2"
	" ORDER BY a.ended_at DESC LIMIT ?3"
};

static const struct query ended_city = {
	"ended work of the city",
	LINE "FROM assignment a JOIN ticket t ON t.id = a.ticket"
	" WHERE ?1 = 0 AND a.open = 0 AND a.lead = 1 AND a.ended_at >= ?2"
	" ORDER BY a.ended_at DESC LIMIT ?3"
};

static const struct query of_unit = {
	"open work of a unit",
	LINE "FROM run r JOIN assignment a ON a.id = r.assignment JOIN ticket t ON t.id = a.ticket"
	" WHERE r.unit = ?1 AND r.open = 1 ORDER BY r.id DESC LIMIT ?2"
};

/* The last leading part of each: of an emergency it has ended. */
static const struct query waiting = {
	"work that waits for another person",
	LINE "FROM ticket t JOIN assignment a ON a.id ="
	" (SELECT MAX(l.id) FROM assignment l WHERE l.ticket = t.id AND l.lead = 1)"
	" WHERE t.state = ?1 AND (t.open = 1 OR t.state = 'resolved') AND t.track = ?2"
	" ORDER BY t.due_at, t.id LIMIT ?3"
};

static const struct query waiting_count = {
	"how much waits for another person",
	"SELECT COUNT(*) FROM (SELECT 1 FROM ticket t WHERE t.state = ?1"
	" AND (t.open = 1 OR t.state = 'resolved') AND t.track = ?2 LIMIT 999)"
};

#define COUNTS(from) \
	"SELECT COUNT(*), COALESCE(SUM(accepted_at = 0), 0), COALESCE(SUM(due_at < ?2), 0)" \
	" FROM (SELECT accepted_at, due_at FROM assignment WHERE " from " LIMIT 999)"

static const struct query count_agency = {
	"how much work an agency has", COUNTS("agency = ?1 AND open = 1 AND priority >= 0")
};

static const struct query count_city = {
	"how much work the city has",
	COUNTS("?1 = 0 AND open = 1 AND lead = 1 AND priority >= 0")
};

static const struct query count_ended_agency = {
	"how much work an agency ended",
	"SELECT COUNT(*) FROM (SELECT 1 FROM assignment WHERE agency = ?1 AND open = 0"
	" AND ended_at >= ?2 LIMIT 999)"
};

static const struct query count_ended_city = {
	"how much work the city ended",
	"SELECT COUNT(*) FROM (SELECT 1 FROM assignment WHERE ?1 = 0 AND open = 0 AND lead = 1"
	" AND ended_at >= ?2 LIMIT 999)"
};

static const struct query count_unit = {
	"how much work a unit has", "SELECT COUNT(*) FROM run WHERE unit = ?1 AND open = 1"
};

static const struct query first_run = {
	"first open run of a part",
	"SELECT id, unit, state, version FROM run WHERE assignment = ?1 AND open = 1"
	" ORDER BY id LIMIT 1"
};

static void
read_line(struct stmt *s, struct arena *a, struct work_line *l)
{
	struct ticket	*t = &l->t;

	assignment_read(s, a, &l->a);
	t->id = get_int(s);
	t->number = arena_text(a, get_text(s));
	t->track = (enum track)get_int(s);
	t->state = state_of(get_text(s));
	t->category = get_int(s);
	t->lead = get_int(s);
	t->title = arena_text(a, get_text(s));
	t->place.text = arena_text(a, get_text(s));
	t->place.area = arena_text(a, get_text(s));
	t->recorded = get_int(s);
	t->reporters = get_int(s);
	t->version = get_int(s);
	t->since = get_int(s);
	t->due = get_int(s);
	t->priority = l->a.priority;
	t->open = workflow_is_open(track_life(t->track), t->state);
	t->voice = t->detail = t->channel = "";
}

/* Adds to what the list holds already. */
static enum rc
read_lines(struct stmt *s, struct arena *a, struct work_line *list, size_t *n, size_t max)
{
	while (*n < max && db_next(s))
		read_line(s, a, &list[(*n)++]);
	return db_end(s);
}

static void
room(struct arena *a, struct work_line **list, size_t *n, size_t max)
{
	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
}

enum rc
work_open(struct db *db, struct arena *a, const struct work_from *f,
    struct work_line **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, f->agency != 0 ? &open_agency : &open_city);

	room(a, list, n, max);
	put_int(s, f->agency);
	put_int(s, f->priority);
	put_int(s, f->due);
	put_int(s, f->id);
	put_int(s, f->last_priority);
	put_text(s, f->area);
	put_int(s, f->late);
	put_int(s, f->unaccepted);
	put_int(s, (int64_t)max);
	return read_lines(s, a, *list, n, max);
}

enum rc
work_ended(struct db *db, struct arena *a, int64_t agency, int64_t since,
    struct work_line **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, agency != 0 ? &ended_agency : &ended_city);

	room(a, list, n, max);
	put_int(s, agency);
	put_int(s, since);
	put_int(s, (int64_t)max);
	return read_lines(s, a, *list, n, max);
}

enum rc
work_of_unit(struct db *db, struct arena *a, int64_t unit, struct work_line **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_unit);

	room(a, list, n, max);
	put_int(s, unit);
	put_int(s, (int64_t)max);
	return read_lines(s, a, *list, n, max);
}

static const struct { enum state state; enum track track; } waits[] = {
	{ ST_RESOLVED, TRACK_EMERGENCY }, { ST_AWAITING_VALIDATION, TRACK_COMPLAINT },
};

enum rc
work_waiting(struct db *db, struct arena *a, struct work_line **list, size_t *n, size_t max)
{
	struct stmt	*s;
	size_t		 i;
	enum rc		 rc = RC_OK;

	room(a, list, n, max);
	for (i = 0; i < COUNT(waits) && rc == RC_OK; i++) {
		s = db_start(db, &waiting);
		put_text(s, state_code(waits[i].state));
		put_int(s, waits[i].track);
		put_int(s, (int64_t)max);
		rc = read_lines(s, a, *list, n, max);
	}
	return rc;
}

enum rc
work_waiting_count(struct db *db, int64_t *n)
{
	struct stmt	*s;
	size_t		 i;
	enum rc		 rc = RC_OK;

	*n = 0;
	for (i = 0; i < COUNT(waits) && rc == RC_OK; i++) {
		s = db_start(db, &waiting_count);
		put_text(s, state_code(waits[i].state));
		put_int(s, waits[i].track);
		if (db_next(s))
			*n += get_int(s);
		rc = db_end(s);
	}
	return rc;
}

enum rc
work_counts(struct db *db, int64_t agency, int64_t now, struct work_count *c)
{
	struct stmt	*s = db_start(db, agency != 0 ? &count_agency : &count_city);

	*c = (struct work_count){ 0 };
	put_int(s, agency);
	put_int(s, now);
	if (db_next(s)) {
		c->open = get_int(s);
		c->unaccepted = get_int(s);
		c->late = get_int(s);
	}
	return db_end(s);
}

static enum rc
read_count(struct stmt *s, int64_t *n)
{
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
work_ended_count(struct db *db, int64_t agency, int64_t since, int64_t *n)
{
	struct stmt	*s = db_start(db, agency != 0 ? &count_ended_agency : &count_ended_city);

	put_int(s, agency);
	put_int(s, since);
	return read_count(s, n);
}

enum rc
work_unit_count(struct db *db, int64_t unit, int64_t *n)
{
	struct stmt	*s = db_start(db, &count_unit);

	put_int(s, unit);
	return read_count(s, n);
}

enum rc
work_first_run(struct db *db, int64_t assignment, struct run *r)
{
	struct stmt	*s = db_start(db, &first_run);

	*r = (struct run){ .assignment = assignment, .open = true };
	put_int(s, assignment);
	if (db_next(s)) {
		r->id = get_int(s);
		r->unit = get_int(s);
		r->state = state_of(get_text(s));
		r->version = get_int(s);
	}
	return db_end_one(s);
}

const struct query *const work_queries[] = {
	&open_agency, &open_city, &ended_agency, &ended_city, &of_unit, &waiting,
	&waiting_count, &count_agency, &count_city, &count_ended_agency, &count_ended_city,
	&count_unit, &first_run
};
const size_t work_nqueries = COUNT(work_queries);

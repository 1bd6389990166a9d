/*
 * work_store.c: the lists agencies and the city work from.
 *
 * Each list walks one partial index in the order it is shown in; what it costs
 * depends on the open work, never on the size of the tables.
 */
#include "store/assignment_row.h"
#include "store/work_store.h"

#define LINE \
	"SELECT" ASSIGNMENT_COLUMNS ", t.id, t.number, t.track, t.state, t.category, t.lead," \
	" t.title, t.place, t.area, t.recorded_at, t.reporters, t.version, t.since, t.due_at" \
	" FROM assignment a JOIN ticket t ON t.id = a.ticket WHERE "
/* What every list can be narrowed to, whatever its order. */
#define ONLY \
	" AND (?6 = '' OR substr(t.area, 1, length(?6)) = ?6) AND (?9 = 0 OR t.category = ?9)"
#define LATE	" AND (?7 = 0 OR a.due_at < ?7)"
#define WAITS \
	" AND (?8 = 0 OR a.accepted_at = 0) AND (?8 < 2 OR a.accepted_at = 0 AND a.seen_at = 0)"
#define OF	" AND (?10 < 0 OR a.priority = ?10)"

#define BY_LIMIT \
	" AND (a.priority, a.due_at, a.id) > (?2, ?3, ?4) AND a.priority <= ?5" ONLY LATE WAITS \
	" ORDER BY a.priority, a.due_at, a.id LIMIT ?11"
#define BY_AGE		" AND a.id < ?4" ONLY LATE WAITS OF " ORDER BY a.id DESC LIMIT ?11"
#define BY_SILENCE \
	" AND a.open = 1 AND a.lead = 1 AND a.quiet_due <> 0 AND (a.quiet_due, a.id) > (?3, ?4)" \
	" AND (?5 = 0 OR a.quiet_due <= ?5)" ONLY LATE WAITS OF \
	" ORDER BY a.quiet_due, a.id LIMIT ?11"
#define BY_END \
	" AND (a.ended_at, a.id) < (?3, ?4) AND a.ended_at >= ?5" ONLY OF \
	" ORDER BY a.ended_at DESC, a.id DESC LIMIT ?11"

/* Each order, of an agency and of the city. */
static const struct query lists[WORK_BY_COUNT][2] = {
	[WORK_BY_LIMIT] = {
		{ "open work of an agency", LINE "a.agency = ?1 AND a.open = 1" BY_LIMIT },
		{ "open work of the city",
		  LINE "?1 = 0 AND a.open = 1 AND a.lead = 1" BY_LIMIT },
	},
	[WORK_BY_AGE] = {
		{ "the newest work of an agency", LINE "a.agency = ?1 AND a.open = 1" BY_AGE },
		{ "the newest work of the city",
		  LINE "?1 = 0 AND a.open = 1 AND a.lead = 1" BY_AGE },
	},
	[WORK_BY_SILENCE] = {
		{ "work of an agency of which nothing is heard", LINE "a.agency = ?1" BY_SILENCE },
		{ "work of the city of which nothing is heard", LINE "?1 = 0" BY_SILENCE },
	},
	[WORK_BY_END] = {
		{ "ended work of an agency", LINE "a.agency = ?1 AND a.open = 0" BY_END },
		{ "ended work of the city",
		  LINE "?1 = 0 AND a.open = 0 AND a.lead = 1" BY_END },
	},
	[WORK_BY_RETURN] = {
		{ "what an agency sent back",
		  LINE "a.agency = ?1 AND a.state = 'rejected' AND t.open = 1" BY_END },
		{ "what was sent back in the city",
		  LINE "?1 = 0 AND a.state = 'rejected' AND t.open = 1" BY_END },
	},
};

static const struct query of_unit = {
	"open work of a unit",
	LINE "a.id IN (SELECT r.assignment FROM run r WHERE r.unit = ?1 AND r.open = 1)"
	" ORDER BY a.id DESC LIMIT ?2"
};

/* The last leading part of each: of an emergency it has ended. */
static const struct query waiting = {
	"work that waits for another person",
	LINE "t.state = ?1 AND (t.open = 1 OR t.state = 'resolved') AND t.track = ?2 AND a.id ="
	" (SELECT MAX(l.id) FROM assignment l WHERE l.ticket = t.id AND l.lead = 1)"
	" ORDER BY t.due_at, t.id LIMIT ?3"
};

static const struct query one = { "one part of a list", LINE "a.id = ?1" };

static const struct query first_run = {
	"first open run of a part",
	"SELECT id, unit, state, version FROM run WHERE assignment = ?1 AND open = 1"
	" ORDER BY id LIMIT 1"
};

static const struct query ender = {
	"who ended a part",
	"SELECT e.actor, e.role, e.agency, COALESCE(c.name, '') FROM event e"
	" LEFT JOIN account c ON c.id = e.actor WHERE e.ticket = ?1 AND e.ticket <> 0"
	" AND e.object = ?2 AND e.life = 'assignment' AND e.after = ?3 ORDER BY e.id DESC LIMIT 1"
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
work_lines(struct db *db, struct arena *a, const struct work_from *f,
    struct work_line **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &lists[f->order][f->agency == 0]);

	room(a, list, n, max);
	put_int(s, f->agency);
	put_int(s, f->priority);
	put_int(s, f->at);
	put_int(s, f->id);
	put_int(s, f->order == WORK_BY_LIMIT ? f->last_priority : f->bound);
	put_text(s, f->area);
	put_int(s, f->late);
	put_int(s, (int64_t)f->waits);
	put_int(s, f->category);
	put_int(s, f->only_priority);
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
work_one(struct db *db, struct arena *a, int64_t assignment, struct work_line *l)
{
	struct stmt	*s = db_start(db, &one);

	put_int(s, assignment);
	if (db_next(s))
		read_line(s, a, l);
	return db_end_one(s);
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

enum rc
work_ender(struct db *db, struct arena *a, const struct assignment *p, struct actor *who)
{
	struct stmt	*s = db_start(db, &ender);

	*who = (struct actor){ .name = "" };
	put_int(s, p->ticket);
	put_int(s, p->id);
	put_text(s, state_code(p->state));
	if (db_next(s)) {
		who->id = get_int(s);
		who->role = role_of(get_text(s));
		who->agency = get_int(s);
		who->name = arena_text(a, get_text(s));
	}
	return db_end_one(s);
}

const struct query *const work_queries[] = {
	&lists[WORK_BY_LIMIT][0], &lists[WORK_BY_LIMIT][1], &lists[WORK_BY_AGE][0],
	&lists[WORK_BY_AGE][1], &lists[WORK_BY_SILENCE][0], &lists[WORK_BY_SILENCE][1],
	&lists[WORK_BY_END][0], &lists[WORK_BY_END][1], &lists[WORK_BY_RETURN][0],
	&lists[WORK_BY_RETURN][1], &of_unit, &waiting, &one,
	&first_run, &ender
};
const size_t work_nqueries = COUNT(work_queries);

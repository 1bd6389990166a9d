/* assignment_store.c: how the agencies' parts of tickets are kept. */
#include "store/assignment_row.h"
#include "store/assignment_store.h"

static const struct query insert = {
	"new assignment",
	"INSERT INTO assignment (ticket, agency, lead, state, open, priority, due_at, ack_due,"
	" arrive_due, finish_due, sent_at, seen_at, accepted_at, unit_at, arrived_at, ended_at,"
	" alarm_at, alarms, units)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
	" ?17, ?18, ?19)"
};

static const struct query by_id = {
	"assignment by id",
	"SELECT" ASSIGNMENT_COLUMNS "FROM assignment a WHERE a.id = ?1"
};

static const struct query open_of = {
	"open assignment of an agency",
	"SELECT" ASSIGNMENT_COLUMNS "FROM assignment a"
	" WHERE a.ticket = ?1 AND a.agency = ?2 AND a.open = 1"
};

static const struct query of_ticket = {
	"assignments of a ticket",
	"SELECT" ASSIGNMENT_COLUMNS "FROM assignment a WHERE a.ticket = ?1"
	" ORDER BY a.id LIMIT ?2"
};

static const struct query had = {
	"an agency's part in a ticket",
	"SELECT 1 FROM assignment WHERE agency = ?2 AND ticket = ?1 LIMIT 1"
};

static const struct query save = {
	"assignment changes",
	"UPDATE assignment SET lead = ?1, state = ?2, open = ?3, priority = ?4, due_at = ?5,"
	" ack_due = ?6, arrive_due = ?7, finish_due = ?8, seen_at = ?9, accepted_at = ?10,"
	" unit_at = ?11, arrived_at = ?12, ended_at = ?13, alarm_at = ?14, alarms = ?15,"
	" units = ?16, version = version + 1"
	" WHERE id = ?17 AND version = ?18"
};

void
assignment_read(struct stmt *s, struct arena *a, struct assignment *p)
{
	p->id = get_int(s);
	p->ticket = get_int(s);
	p->agency = get_int(s);
	p->lead = get_int(s) != 0;
	p->state = state_of(get_text(s));
	p->open = get_int(s) != 0;
	p->priority = (enum priority)get_int(s);
	p->due = get_int(s);
	p->ack_due = get_int(s);
	p->arrive_due = get_int(s);
	p->finish_due = get_int(s);
	p->sent = get_int(s);
	p->seen = get_int(s);
	p->accepted = get_int(s);
	p->unit_sent = get_int(s);
	p->arrived = get_int(s);
	p->ended = get_int(s);
	p->alarm = get_int(s);
	p->alarms = get_int(s);
	p->steps = get_int(s);
	p->quiet_from = get_int(s);
	p->quiet_due = get_int(s);
	p->units = arena_text(a, get_text(s));
	p->version = get_int(s);
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct assignment *p)
{
	if (db_next(s))
		assignment_read(s, a, p);
	return db_end_one(s);
}

enum rc
assignment_by_id(struct db *db, struct arena *a, int64_t id, struct assignment *p)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, p);
}

enum rc
assignment_of(struct db *db, struct arena *a, int64_t ticket, int64_t agency,
    struct assignment *p)
{
	struct stmt	*s = db_start(db, &open_of);

	put_int(s, ticket);
	put_int(s, agency);
	return read_one(s, a, p);
}

enum rc
assignment_list(struct db *db, struct arena *a, int64_t ticket,
    struct assignment **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		assignment_read(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
assignment_had(struct db *db, int64_t ticket, int64_t agency, bool *did)
{
	struct stmt	*s = db_start(db, &had);

	put_int(s, ticket);
	put_int(s, agency);
	*did = db_next(s);
	return db_end(s);
}

enum rc
assignment_insert(struct db *db, struct assignment *p)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, p->ticket);
	put_int(s, p->agency);
	put_int(s, p->lead);
	put_text(s, state_code(p->state));
	put_int(s, p->open);
	put_int(s, p->priority);
	put_int(s, p->due);
	put_int(s, p->ack_due);
	put_int(s, p->arrive_due);
	put_int(s, p->finish_due);
	put_int(s, p->sent);
	put_int(s, p->seen);
	put_int(s, p->accepted);
	put_int(s, p->unit_sent);
	put_int(s, p->arrived);
	put_int(s, p->ended);
	put_int(s, p->alarm);
	put_int(s, p->alarms);
	put_text(s, p->units);
	if ((rc = db_end(s)) == RC_OK) {
		p->id = db_last_id(db);
		p->version = 1;
	}
	return rc;
}

enum rc
assignment_save(struct db *db, struct assignment *p)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_int(s, p->lead);
	put_text(s, state_code(p->state));
	put_int(s, p->open);
	put_int(s, p->priority);
	put_int(s, p->due);
	put_int(s, p->ack_due);
	put_int(s, p->arrive_due);
	put_int(s, p->finish_due);
	put_int(s, p->seen);
	put_int(s, p->accepted);
	put_int(s, p->unit_sent);
	put_int(s, p->arrived);
	put_int(s, p->ended);
	put_int(s, p->alarm);
	put_int(s, p->alarms);
	put_text(s, p->units);
	put_int(s, p->id);
	put_int(s, p->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		p->version++;
	return rc;
}

const struct query *const assignment_queries[] = {
	&insert, &by_id, &open_of, &of_ticket, &had, &save
};
const size_t assignment_nqueries = COUNT(assignment_queries);

/* work_count.c: how much there is on each list, for the chips above it. */
#include "store/work_store.h"

/* From the index alone: up to 999 rows are counted for every page that is shown. */
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

/* Of those that make a sound the gravest: only their part of the index is walked. */
#define LOUDEST	" AND accepted_at = 0 AND priority >= 0 AND priority <= 2" \
	" ORDER BY priority, due_at, id LIMIT 1"

static const struct query loudest[2] = {
	{ "the gravest work of an agency that nobody accepted",
	  "SELECT priority FROM assignment WHERE agency = ?1 AND open = 1" LOUDEST },
	{ "the gravest work of the city that nobody accepted",
	  "SELECT priority FROM assignment WHERE ?1 = 0 AND open = 1 AND lead = 1" LOUDEST },
};

#define UNSEEN	" AND accepted_at = 0 AND seen_at = 0 LIMIT 100)"

static const struct query count_unseen[2] = {
	{ "how much work of an agency nobody has seen",
	  "SELECT COUNT(*) FROM (SELECT 1 FROM assignment WHERE agency = ?1 AND open = 1" UNSEEN },
	{ "how much work of the city nobody has seen",
	  "SELECT COUNT(*) FROM (SELECT 1 FROM assignment WHERE ?1 = 0 AND open = 1"
	  " AND lead = 1" UNSEEN },
};

#define SOME(from)	"SELECT COUNT(*) FROM (SELECT 1 FROM " from " LIMIT 999)"

static const struct query count_ended[2] = {
	{ "how much work an agency ended",
	  SOME("assignment WHERE agency = ?1 AND open = 0 AND ended_at >= ?2") },
	{ "how much work the city ended",
	  SOME("assignment WHERE ?1 = 0 AND open = 0 AND lead = 1 AND ended_at >= ?2") },
};

static const struct query count_quiet[2] = {
	{ "of how much work of an agency nothing is heard",
	  SOME("assignment WHERE agency = ?1 AND open = 1 AND lead = 1 AND quiet_due <> 0"
	  " AND quiet_due <= ?2") },
	{ "of how much work of the city nothing is heard",
	  SOME("assignment WHERE ?1 = 0 AND open = 1 AND lead = 1 AND quiet_due <> 0"
	  " AND quiet_due <= ?2") },
};

static const struct query count_return[2] = {
	{ "how much an agency sent back",
	  SOME("assignment a JOIN ticket t ON t.id = a.ticket WHERE a.agency = ?1"
	  " AND a.state = 'rejected' AND a.ended_at >= ?2 AND t.open = 1") },
	{ "how much was sent back in the city",
	  SOME("assignment a JOIN ticket t ON t.id = a.ticket WHERE ?1 = 0"
	  " AND a.state = 'rejected' AND a.ended_at >= ?2 AND t.open = 1") },
};

static const struct query waiting = {
	"how much waits for another person",
	"SELECT COUNT(*) FROM (SELECT 1 FROM ticket t WHERE t.state = ?1"
	" AND (t.open = 1 OR t.state = 'resolved') AND t.track = ?2 LIMIT 999)"
};

static const struct query of_unit = {
	"how much work a unit has", "SELECT COUNT(*) FROM run WHERE unit = ?1 AND open = 1"
};

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

enum rc
work_loudest(struct db *db, int64_t agency, int64_t *priority)
{
	struct stmt	*s = db_start(db, &loudest[agency == 0]);

	put_int(s, agency);
	*priority = db_next(s) ? get_int(s) : -1;
	return db_end(s);
}

enum rc
work_unseen_count(struct db *db, int64_t agency, int64_t *n)
{
	struct stmt	*s = db_start(db, &count_unseen[agency == 0]);

	put_int(s, agency);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

static enum rc
count(struct db *db, const struct query q[2], int64_t agency, int64_t at, int64_t *n)
{
	struct stmt	*s = db_start(db, &q[agency == 0]);

	put_int(s, agency);
	put_int(s, at);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
work_ended_count(struct db *db, int64_t agency, int64_t since, int64_t *n)
{
	return count(db, count_ended, agency, since, n);
}

enum rc
work_quiet_count(struct db *db, int64_t agency, int64_t now, int64_t *n)
{
	return count(db, count_quiet, agency, now, n);
}

enum rc
work_return_count(struct db *db, int64_t agency, int64_t since, int64_t *n)
{
	return count(db, count_return, agency, since, n);
}

enum rc
work_waiting_count(struct db *db, int64_t *n)
{
	static const struct { enum state state; enum track track; } waits[] = {
		{ ST_RESOLVED, TRACK_EMERGENCY }, { ST_AWAITING_VALIDATION, TRACK_COMPLAINT },
	};
	struct stmt	*s;
	size_t		 i;
	enum rc		 rc = RC_OK;

	*n = 0;
	for (i = 0; i < COUNT(waits) && rc == RC_OK; i++) {
		s = db_start(db, &waiting);
		put_text(s, state_code(waits[i].state));
		put_int(s, waits[i].track);
		if (db_next(s))
			*n += get_int(s);
		rc = db_end(s);
	}
	return rc;
}

enum rc
work_unit_count(struct db *db, int64_t unit, int64_t *n)
{
	struct stmt	*s = db_start(db, &of_unit);

	put_int(s, unit);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

const struct query *const work_count_queries[] = {
	&count_agency, &count_city, &loudest[0], &loudest[1], &count_unseen[0],
	&count_unseen[1], &count_ended[0], &count_ended[1], &count_quiet[0],
	&count_quiet[1], &count_return[0], &count_return[1], &waiting, &of_unit
};
const size_t work_count_nqueries = COUNT(work_count_queries);

/*
 * stmt.c: queries at work: with db.c, the only door to SQLite.
 *
 * A query is prepared once for each connection and found again by its
 * address.  The first error sticks; later calls do nothing; db_end() says it.
 */
#include <stdlib.h>

#include "lib/log.h"
#include "lib/stmt.h"

/*
 * A full disk is RC_BUSY: nothing is wrong with what was sent, the form is
 * kept, and trying again helps once there is room.  A disk that fails is not.
 */
enum rc
stmt_rc(int err)
{
	switch (err & 0xff) {
	case SQLITE_OK:
		return RC_OK;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_FULL:
		return RC_BUSY;
	case SQLITE_CONSTRAINT:
		return RC_CONFLICT;
	case SQLITE_AUTH:
		return RC_FORBIDDEN;
	default:
		return RC_FAIL;
	}
}

static void
fail(struct stmt *s, int err, const char *why)
{
	if (s->err != SQLITE_OK)
		return;
	s->err = err;
	if ((err & 0xff) == SQLITE_NOMEM)
		log_die("db: %s: out of memory", s->query->name);
	log_warn("db: %s: %s", s->query->name, why);
}

static void
check(struct stmt *s, int err)
{
	if (err != SQLITE_OK)
		fail(s, err, sqlite3_errmsg(s->db->s));
}

/* A query's place in the cache, by its address (Fibonacci hashing). */
static struct stmt *
find(struct db *db, const struct query *query)
{
	uint64_t	 h = (uint64_t)(uintptr_t)query * 0x9e3779b97f4a7c15u;
	size_t		 i = (size_t)(h >> 32) % STMT_SLOTS;

	while (db->stmts[i] != NULL && db->stmts[i]->query != query)
		i = (i + 1) % STMT_SLOTS;
	if (db->stmts[i] == NULL) {
		if (++db->nstmts > MAX_QUERIES)
			log_die("db: more than %d queries", MAX_QUERIES);
		if ((db->stmts[i] = calloc(1, sizeof(struct stmt))) == NULL)
			log_die("db: out of memory");
		db->stmts[i]->query = query;
		db->stmts[i]->db = db;
	}
	return db->stmts[i];
}

/* Prepared once for each connection, then found again by its address. */
struct stmt *
db_start(struct db *db, const struct query *query)
{
	struct stmt	*s = find(db, query);

	if (s->live)
		log_die("db: %s: started twice", query->name);
	s->bound = s->got = s->rows = 0;
	s->err = SQLITE_OK;
	s->live = true;
	s->done = false;
	if (s->s != NULL)
		return s;
	check(s, sqlite3_prepare_v3(db->s, query->sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &s->s, NULL));
	s->params = sqlite3_bind_parameter_count(s->s);
	s->columns = sqlite3_column_count(s->s);
	return s;
}

void
put_int(struct stmt *s, int64_t value)
{
	if (s->err == SQLITE_OK)
		check(s, sqlite3_bind_int64(s->s, ++s->bound, value));
}

void
put_text(struct stmt *s, const char *value)
{
	if (s->err == SQLITE_OK)
		check(s, sqlite3_bind_text(s->s, ++s->bound, value == NULL ? "" : value, -1,
		    SQLITE_TRANSIENT));
}

void
put_bytes(struct stmt *s, struct bytes value)
{
	if (s->err == SQLITE_OK)
		check(s, sqlite3_bind_blob64(s->s, ++s->bound, value.data, value.len,
		    SQLITE_TRANSIENT));
}

void
put_null(struct stmt *s)
{
	if (s->err == SQLITE_OK)
		check(s, sqlite3_bind_null(s->s, ++s->bound));
}

/* Before the first step: every parameter was put, and a write has its turn. */
static bool
is_ready(struct stmt *s)
{
	if (s->bound != s->params)
		fail(s, SQLITE_MISUSE, "not every parameter was put");
	else if (!s->db->writing && s->db->lock != NULL && !sqlite3_stmt_readonly(s->s))
		fail(s, SQLITE_MISUSE, "a write outside db_begin and db_finish");
	return s->err == SQLITE_OK;
}

bool
db_next(struct stmt *s)
{
	int	 err;

	if (s->err != SQLITE_OK || s->done)
		return false;
	if (s->rows == 0 && !is_ready(s))
		return false;
	s->got = 0;
	err = sqlite3_step(s->s);
	if (err == SQLITE_ROW) {
		s->rows++;
		return true;
	}
	s->done = true;		/* a further step would run it all again */
	if (err != SQLITE_DONE)
		check(s, err);
	return false;
}

/* The next column of this row; one that was not selected is our mistake. */
static int
column(struct stmt *s)
{
	if (s->got >= s->columns)
		log_die("db: %s: selects only %d columns", s->query->name, s->columns);
	return s->got++;
}

int64_t
get_int(struct stmt *s)
{
	return sqlite3_column_int64(s->s, column(s));
}

const char *
get_text(struct stmt *s)
{
	const unsigned char	*text = sqlite3_column_text(s->s, column(s));

	return text == NULL ? "" : (const char *)text;
}

struct bytes
get_bytes(struct stmt *s)
{
	int		 i = column(s);
	const void	*data = sqlite3_column_blob(s->s, i);

	return (struct bytes){ data, (size_t)sqlite3_column_bytes(s->s, i) };
}

/* Runs a write; of a question nobody asked further, runs no more. */
enum rc
db_end(struct stmt *s)
{
	if (s->rows == 0)
		db_next(s);
	if (s->s != NULL) {
		sqlite3_reset(s->s);
		sqlite3_clear_bindings(s->s);
	}
	s->live = false;
	return stmt_rc(s->err);
}

enum rc
db_end_one(struct stmt *s)
{
	enum rc	 rc = db_end(s);

	return rc == RC_OK && s->rows == 0 ? RC_NOTFOUND : rc;
}

enum rc
db_end_changed(struct stmt *s)
{
	enum rc	 rc = db_end(s);

	return rc == RC_OK && sqlite3_changes(s->db->s) == 0 ? RC_CONFLICT : rc;
}

void
stmt_free_all(struct db *db)
{
	size_t	 i;

	for (i = 0; i < STMT_SLOTS; i++) {
		if (db->stmts[i] != NULL)
			sqlite3_finalize(db->stmts[i]->s);
		free(db->stmts[i]);
	}
}

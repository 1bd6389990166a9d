/*
 * db.h: the only door to SQLite.
 *
 * A query is a constant with a name.  A statement is a query at work: put
 * its parameters in order, step through its rows, get its columns in order,
 * end it.  Errors stick to the statement; only db_end() reports them.
 *
 *	s = db_start(db, &by_number);
 *	put_text(s, number);
 *	while (db_next(s))
 *		...get_int(s)... get_text(s)...
 *	return db_end(s);
 */
#ifndef LIB_DB_H
#define LIB_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/grant.h"
#include "lib/lock.h"
#include "lib/rc.h"
#include "lib/secret.h"

struct db;
struct stmt;

struct query {
	const char	*name;
	const char	*sql;
};

/*
 * ":memory:" is for tests and takes no lock.  Otherwise the file's name with
 * "-turn" appended is the writers' fair lock, and who listens at DB_NUDGE is
 * nudged after each commit.  Dies where it cannot open.
 */
#define DB_NUDGE	"-nudge"
struct db	*db_open(const char *path);
/*
 * Only to read, for what lies on a tape or belongs to others: no lock, nothing
 * is written beside it.  NULL where there is none, or none that can be read.
 */
struct db	*db_open_read(const char *path);
void		 db_limit(struct db *, const struct grant *);
void		 db_patience(struct db *, enum lane, int milliseconds);
void		 db_close(struct db *);
int64_t		 db_version(struct db *);	/* PRAGMA user_version; before db_limit */
int64_t		 db_seen(struct db *);	/* another number when others have changed the store */

struct stmt	*db_start(struct db *, const struct query *);
void		 put_int(struct stmt *, int64_t);
void		 put_text(struct stmt *, const char *);	/* NULL is "" */
void		 put_bytes(struct stmt *, struct bytes);	/* no data: SQL NULL */
void		 put_null(struct stmt *);
bool		 db_next(struct stmt *);
int64_t		 get_int(struct stmt *);		/* NULL is 0 */
const char	*get_text(struct stmt *);	/* until the next db_next(); NULL is "" */
struct bytes	 get_bytes(struct stmt *);	/* until the next db_next() */
enum rc		 db_end(struct stmt *) MUST_USE;
enum rc		 db_end_one(struct stmt *) MUST_USE;	/* no row is RC_NOTFOUND */
enum rc		 db_end_changed(struct stmt *) MUST_USE; /* no change is RC_CONFLICT */

/* Takes the fair lock, then BEGIN IMMEDIATE.  RC_BUSY when patience ends. */
enum rc		 db_begin(struct db *) MUST_USE;
enum rc		 db_finish(struct db *, enum rc) MUST_USE; /* commit only RC_OK */
int64_t		 db_last_id(struct db *);
enum rc		 db_script(struct db *, const char *sql) MUST_USE;
enum rc		 db_checkpoint(struct db *) MUST_USE;	/* under the lock; worker only */
enum rc		 db_read_begin(struct db *) MUST_USE;	/* one snapshot for several reads */
void		 db_read_end(struct db *);

#endif

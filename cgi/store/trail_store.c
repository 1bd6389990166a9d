/* trail_store.c: what every change leaves behind besides its event. */
#include "store/trail_store.h"

static const struct query count_up = {
	"count up",
	"INSERT INTO counter (name, value) VALUES (?1, 1)"
	" ON CONFLICT (name) DO UPDATE SET value = value + 1"
};

static const struct query count_read = {
	"counter", "SELECT value FROM counter WHERE name = ?1"
};

static const struct query beat = {
	"pulse beats",
	"INSERT INTO pulse (agency, value) VALUES (?1, 1)"
	" ON CONFLICT (agency) DO UPDATE SET value = value + 1"
};

static const struct query pulse = {
	"pulse", "SELECT value FROM pulse WHERE agency = ?1"
};

static const struct query last_letter = {
	"last letter",
	"INSERT INTO outbox (kind, ticket, reporter, event, due_at, at, sealed)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)"
};

static const struct query letter = {
	"new letter",
	"INSERT INTO outbox (kind, ticket, reporter, agency, event, due_at, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)"
};

enum rc
counter_next(struct db *db, const char *name, int64_t *value)
{
	struct stmt	*s = db_start(db, &count_up);
	enum rc		 rc;

	put_text(s, name);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	s = db_start(db, &count_read);
	put_text(s, name);
	*value = db_next(s) ? get_int(s) : 0;
	return db_end_one(s);
}

enum rc
pulse_beat(struct db *db, int64_t agency)
{
	struct stmt	*s = db_start(db, &beat);

	put_int(s, agency);
	return db_end(s);
}

enum rc
pulse_read(struct db *db, int64_t agency, int64_t *value)
{
	struct stmt	*s = db_start(db, &pulse);

	put_int(s, agency);
	*value = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
outbox_add(struct db *db, const char *kind, int64_t ticket, int64_t reporter,
    int64_t agency, int64_t event, int64_t now)
{
	struct stmt	*s = db_start(db, &letter);

	put_text(s, kind);
	put_int(s, ticket);
	put_int(s, reporter);
	put_int(s, agency);
	put_int(s, event);
	put_int(s, now);
	return db_end(s);
}

enum rc
outbox_add_last(struct db *db, const char *kind, int64_t ticket, int64_t reporter, int64_t event,
    struct bytes sealed, int64_t now)
{
	struct stmt	*s = db_start(db, &last_letter);

	put_text(s, kind);
	put_int(s, ticket);
	put_int(s, reporter);
	put_int(s, event);
	put_int(s, now);
	put_bytes(s, sealed);
	return db_end(s);
}

const struct query *const trail_queries[] = {
	&count_up, &count_read, &beat, &pulse, &letter, &last_letter
};
const size_t trail_nqueries = COUNT(trail_queries);

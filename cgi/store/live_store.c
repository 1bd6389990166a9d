/* live_store.c: what screens are told: pulses, and signals to some of them. */
#include "lib/log.h"
#include "store/live_store.h"

static const struct query add = {
	"new signal",
	"INSERT INTO signal (at, agency, role, account, kind, about) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

static const struct query after = {
	"signals behind one",
	"SELECT id, at, agency, role, account, kind, about FROM signal WHERE id > ?1"
	" ORDER BY id LIMIT ?2"
};

static const struct query before = {
	"the last signal before a time",
	"SELECT id FROM signal WHERE at < ?1 ORDER BY at DESC, id DESC LIMIT 1"
};

static const struct query oldest = {
	"the oldest signal, if it is old", "SELECT id FROM signal WHERE at < ?1 ORDER BY at LIMIT 1"
};

static const struct query last = {
	"the last signal", "SELECT max(id) FROM signal"
};

static const struct query sweep = {
	"forget signals that are over",
	"DELETE FROM signal WHERE at < ?1 AND id < (SELECT max(id) FROM signal)"
};

static const struct query pulses = {
	"every pulse", "SELECT agency, value FROM pulse WHERE agency >= 0 ORDER BY agency LIMIT ?1"
};

static const struct query ticket = {
	"a ticket that is open on a screen", "SELECT id, open, since FROM ticket WHERE number = ?1"
};

static const struct query agencies = {
	"whose lists a ticket may be on",
	"SELECT agency FROM assignment WHERE ticket = ?1 ORDER BY id DESC LIMIT ?2"
};

enum rc
signal_add(struct db *db, const struct signal *new)
{
	struct stmt	*s;

	if (!signal_is_good(new)) {
		log_warn("a signal that nobody could be told");
		return RC_FAIL;
	}
	s = db_start(db, &add);
	put_int(s, new->at);
	put_int(s, new->agency);
	put_text(s, role_code(new->role));
	put_int(s, new->account);
	put_text(s, new->kind);
	put_text(s, new->about);
	return db_end(s);
}

/* A role that nobody has any more is nobody, not anybody. */
static void
read_row(struct stmt *s, struct arena *a, struct signal *out)
{
	const char	*role;

	out->id = get_int(s);
	out->at = get_int(s);
	out->agency = get_int(s);
	role = get_text(s);
	out->role = *role != '\0' && role_of(role) == ROLE_NONE ? ROLE_COUNT : role_of(role);
	out->account = get_int(s);
	out->kind = arena_text(a, get_text(s));
	out->about = arena_text(a, get_text(s));
}

enum rc
signal_after(struct db *db, struct arena *a, int64_t id, struct signal *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &after);

	put_int(s, id);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); (*n)++)
		read_row(s, a, &out[*n]);
	return db_end(s);
}

static enum rc
one_by_time(struct db *db, const struct query *q, int64_t at, int64_t *id)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, at);
	*id = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
signal_before(struct db *db, int64_t at, int64_t *id)
{
	return one_by_time(db, &before, at, id);
}

enum rc
signal_last(struct db *db, int64_t *id)
{
	struct stmt	*s = db_start(db, &last);

	*id = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
signal_is_old(struct db *db, int64_t at, bool *old)
{
	int64_t	 newest, id;
	enum rc	 rc;

	if ((rc = signal_last(db, &newest)) != RC_OK ||
	    (rc = one_by_time(db, &oldest, at, &id)) != RC_OK)
		return rc;
	*old = id != 0 && id != newest;
	return RC_OK;
}

enum rc
signal_sweep(struct db *db, int64_t at)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, at);
	return db_end(s);
}

enum rc
pulse_all(struct db *db, struct pulse *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &pulses);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); (*n)++) {
		out[*n].agency = get_int(s);
		out[*n].value = get_int(s);
	}
	return db_end(s);
}

enum rc
live_ticket(struct db *db, const char *number, struct ticket *t)
{
	struct stmt	*s = db_start(db, &ticket);

	put_text(s, number);
	if (db_next(s)) {
		t->id = get_int(s);
		t->open = get_int(s) != 0;
		t->since = get_int(s);
	}
	return db_end_one(s);
}

enum rc
live_agencies(struct db *db, int64_t id, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &agencies);

	*n = 0;
	put_int(s, id);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

const struct query *const live_queries[] = {
	&add, &after, &before, &oldest, &last, &sweep, &pulses, &ticket, &agencies
};
const size_t live_nqueries = COUNT(live_queries);

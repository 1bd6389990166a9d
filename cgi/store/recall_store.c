/* recall_store.c: numbers to be called back, and forms about calls that were sent. */
#include "store/recall_store.h"

#define COLUMNS \
	"SELECT r.id, r.call, r.phone, r.open, r.urgent, r.why, r.calls, r.first_at, r.last_at," \
	" r.due_at, r.tries, r.holder, r.held_until, r.alarm_at, r.outcome, r.ended_at," \
	" r.version, COALESCE(a.name, '')" \
	" FROM recall r LEFT JOIN account a ON a.id = r.holder"

static const struct query insert = {
	"a number to be called back",
	"INSERT INTO recall (phone, call, open, urgent, why, calls, first_at, last_at, due_at,"
	" alarm_at) VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
};

static const struct query by_id = {
	"a number to be called back, by id", COLUMNS " WHERE r.id = ?1"
};

static const struct query by_phone = {
	"a number that waits already", COLUMNS " WHERE r.phone = ?1 AND r.open = 1"
};

static const struct query save = {
	"a number called back",
	"UPDATE recall SET phone = ?1, call = ?2, open = ?3, urgent = ?4, why = ?5, calls = ?6,"
	" last_at = ?7, due_at = ?8, tries = ?9, holder = ?10, held_until = ?11, alarm_at = ?12,"
	" outcome = ?13, ended_at = ?14, version = version + 1 WHERE id = ?15 AND version = ?16"
};

static const struct query list = {
	"numbers to be called back",
	COLUMNS " WHERE r.open = 1 AND r.urgent = ?1 ORDER BY r.first_at, r.id LIMIT ?2"
};

static const struct query waiting = {
	"how many wait to be called back",
	"SELECT COUNT(*), COALESCE(MIN(first_at), 0) FROM (SELECT first_at FROM recall"
	" WHERE open = 1 AND urgent IN (0, 1) AND due_at <= ?1 AND held_until <= ?1"
	" ORDER BY urgent, first_at LIMIT 999)"
};

static const struct query alarms = {
	"who waits too long to be called back",
	"SELECT id FROM recall WHERE open = 1 AND alarm_at > 0 AND alarm_at <= ?1"
	" AND held_until <= ?1 ORDER BY alarm_at LIMIT ?2"
};

static const struct query calls = {
	"calls to be called back",
	"SELECT id FROM call WHERE phone = ?1 AND state = 'callback_queue'"
	" ORDER BY rang_at LIMIT ?2"
};

static const struct query seal_of = {
	"a call's seal", "SELECT token, sealed, phone FROM call WHERE id = ?1"
};

static const struct query set_seal = {
	"a call under another token", "UPDATE call SET token = ?2, sealed = ?3 WHERE id = ?1"
};

static const struct query ticket_of = {
	"the open ticket of a number",
	"SELECT t.number FROM reporter r CROSS JOIN ticket t ON t.id = r.ticket"
	" WHERE r.phone = ?1 AND t.open = 1 ORDER BY r.at DESC LIMIT 1"
};

static const struct query once = {
	"a form about a call", "INSERT INTO call_done (token, call, at) VALUES (?1, ?2, ?3)"
};

static const struct query known = {
	"was a form about a call sent", "SELECT call FROM call_done WHERE token = ?1"
};

static const struct query sweep = {
	"forget forms about calls", "DELETE FROM call_done WHERE at < ?1"
};

static const struct query put_fix = {
	"a call that was an incident",
	"INSERT INTO call_fix (call, account, note, at) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (call) DO UPDATE SET account = excluded.account, note = excluded.note,"
	" at = excluded.at"
};

static const struct query get_fix = {
	"was a call an incident", "SELECT call, account, note, at FROM call_fix WHERE call = ?1"
};

static const struct query drop_fix = {
	"a call is what it was", "DELETE FROM call_fix WHERE call = ?1"
};

enum rc
recall_insert(struct db *db, struct recall *r)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_bytes(s, r->phone);
	put_int(s, r->call);
	put_int(s, r->urgent);
	put_text(s, r->why);
	put_int(s, r->calls);
	put_int(s, r->first);
	put_int(s, r->last);
	put_int(s, r->due);
	put_int(s, r->alarm);
	if ((rc = db_end(s)) == RC_OK)
		r->id = db_last_id(db);
	return rc;
}

static void
read_row(struct stmt *s, struct arena *a, struct recall *r)
{
	r->id = get_int(s);
	r->call = get_int(s);
	r->phone = arena_bytes(a, get_bytes(s));
	r->open = get_int(s) != 0;
	r->urgent = get_int(s) != 0;
	r->why = arena_text(a, get_text(s));
	r->calls = get_int(s);
	r->first = get_int(s);
	r->last = get_int(s);
	r->due = get_int(s);
	r->tries = get_int(s);
	r->holder = get_int(s);
	r->until = get_int(s);
	r->alarm = get_int(s);
	r->outcome = arena_text(a, get_text(s));
	r->ended = get_int(s);
	r->version = get_int(s);
	r->holder_name = arena_text(a, get_text(s));
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct recall *r)
{
	if (db_next(s))
		read_row(s, a, r);
	return db_end_one(s);
}

enum rc
recall_by_id(struct db *db, struct arena *a, int64_t id, struct recall *r)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, r);
}

enum rc
recall_by_phone(struct db *db, struct arena *a, struct bytes phone, struct recall *r)
{
	struct stmt	*s = db_start(db, &by_phone);

	put_bytes(s, phone);
	return read_one(s, a, r);
}

enum rc
recall_save(struct db *db, struct recall *r)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_bytes(s, r->phone);
	put_int(s, r->call);
	put_int(s, r->open);
	put_int(s, r->urgent);
	put_text(s, r->why);
	put_int(s, r->calls);
	put_int(s, r->last);
	put_int(s, r->due);
	put_int(s, r->tries);
	put_int(s, r->holder);
	put_int(s, r->until);
	put_int(s, r->alarm);
	put_text(s, r->outcome);
	put_int(s, r->ended);
	put_int(s, r->id);
	put_int(s, r->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		r->version++;
	return rc;
}

enum rc
recall_list(struct db *db, struct arena *a, bool urgent, struct recall *out, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &list);

	put_int(s, urgent);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &out[*n]);
	return db_end(s);
}

enum rc
recall_waiting(struct db *db, int64_t now, int64_t *n, int64_t *oldest)
{
	struct stmt	*s = db_start(db, &waiting);

	*n = *oldest = 0;
	put_int(s, now);
	if (db_next(s)) {
		*n = get_int(s);
		*oldest = get_int(s);
	}
	return db_end(s);
}

static enum rc
read_ids(struct stmt *s, int64_t *ids, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		ids[*n] = get_int(s);
	return db_end(s);
}

enum rc
recall_alarms(struct db *db, int64_t now, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &alarms);

	put_int(s, now);
	return read_ids(s, ids, n, max);
}

enum rc
recall_calls(struct db *db, struct bytes phone, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &calls);

	put_bytes(s, phone);
	return read_ids(s, ids, n, max);
}

enum rc
call_seal_of(struct db *db, struct arena *a, int64_t call, struct call_seal *out)
{
	struct stmt	*s = db_start(db, &seal_of);

	put_int(s, call);
	if (db_next(s)) {
		out->token = arena_text(a, get_text(s));
		out->sealed = arena_bytes(a, get_bytes(s));
		out->phone = arena_bytes(a, get_bytes(s));
	}
	return db_end_one(s);
}

enum rc
call_set_seal(struct db *db, int64_t call, const struct call_seal *seal)
{
	struct stmt	*s = db_start(db, &set_seal);

	put_int(s, call);
	put_text(s, seal->token);
	put_bytes(s, seal->sealed);
	return db_end_changed(s);
}

enum rc
open_ticket_of(struct db *db, struct arena *a, struct bytes phone, const char **number)
{
	struct stmt	*s = db_start(db, &ticket_of);

	*number = "";
	put_bytes(s, phone);
	if (db_next(s))
		*number = arena_text(a, get_text(s));
	return db_end(s);
}

enum rc
call_once_of(struct db *db, const char *token, int64_t *call)
{
	struct stmt	*s = db_start(db, &known);

	put_text(s, token);
	if (db_next(s))
		*call = get_int(s);
	return db_end_one(s);
}

enum rc
call_once(struct db *db, const char *token, int64_t call, int64_t now)
{
	struct stmt	*s;
	int64_t		 other;
	enum rc		 rc = call_once_of(db, token, &other);

	if (rc != RC_NOTFOUND)
		return rc == RC_OK ? RC_CONFLICT : rc;
	s = db_start(db, &once);
	put_text(s, token);
	put_int(s, call);
	put_int(s, now);
	return db_end(s);
}

enum rc
call_once_sweep(struct db *db, int64_t before)
{
	struct stmt	*s = db_start(db, &sweep);

	put_int(s, before);
	return db_end(s);
}

enum rc
fix_put(struct db *db, const struct call_fix *f)
{
	struct stmt	*s = db_start(db, &put_fix);

	put_int(s, f->call);
	put_int(s, f->account);
	put_text(s, f->note);
	put_int(s, f->at);
	return db_end(s);
}

enum rc
fix_of(struct db *db, struct arena *a, int64_t call, struct call_fix *f)
{
	struct stmt	*s = db_start(db, &get_fix);

	put_int(s, call);
	if (db_next(s)) {
		f->call = get_int(s);
		f->account = get_int(s);
		f->note = arena_text(a, get_text(s));
		f->at = get_int(s);
	}
	return db_end_one(s);
}

enum rc
fix_drop(struct db *db, int64_t call)
{
	struct stmt	*s = db_start(db, &drop_fix);

	put_int(s, call);
	return db_end(s);
}

const struct query *const recall_queries[] = {
	&insert, &by_id, &by_phone, &save, &list, &waiting, &alarms, &calls, &seal_of, &set_seal,
	&ticket_of, &once, &known, &sweep, &put_fix, &get_fix, &drop_fix
};
const size_t recall_nqueries = COUNT(recall_queries);

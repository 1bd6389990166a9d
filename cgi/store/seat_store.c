/* seat_store.c: who sits at which telephone. */
#include "store/seat_store.h"

static const struct query seat_account = {
	"where somebody sits", "SELECT account, extension, line, until FROM seat WHERE account = ?1"
};

static const struct query seat_extension = {
	"who sits at a telephone",
	"SELECT account, extension, line, until FROM seat WHERE extension = ?1"
};

static const struct query seat_free = {
	"a telephone is somebody else's", "DELETE FROM seat WHERE extension = ?1 OR account = ?2"
};

static const struct query seat_take = {
	"somebody sits at a telephone",
	"INSERT INTO seat (account, extension, line, until) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query seat_leave = {
	"somebody sits nowhere", "DELETE FROM seat WHERE account = ?1"
};

static enum rc
read_seat(struct stmt *s, struct arena *a, struct seat *out)
{
	if (db_next(s)) {
		out->account = get_int(s);
		out->extension = arena_text(a, get_text(s));
		out->line = arena_text(a, get_text(s));
		out->until = get_int(s);
	}
	return db_end_one(s);
}

enum rc
seat_of(struct db *db, struct arena *a, int64_t account, struct seat *out)
{
	struct stmt	*s = db_start(db, &seat_account);

	put_int(s, account);
	return read_seat(s, a, out);
}

enum rc
seat_at(struct db *db, struct arena *a, const char *extension, struct seat *out)
{
	struct stmt	*s = db_start(db, &seat_extension);

	put_text(s, extension);
	return read_seat(s, a, out);
}

enum rc
seat_put(struct db *db, const struct seat *seat)
{
	struct stmt	*s = db_start(db, &seat_free);
	enum rc		 rc;

	put_text(s, seat->extension);
	put_int(s, seat->account);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	s = db_start(db, &seat_take);
	put_int(s, seat->account);
	put_text(s, seat->extension);
	put_text(s, seat->line);
	put_int(s, seat->until);
	return db_end(s);
}

enum rc
seat_drop(struct db *db, int64_t account)
{
	struct stmt	*s = db_start(db, &seat_leave);

	put_int(s, account);
	return db_end(s);
}

const struct query *const seat_queries[] = {
	&seat_account, &seat_extension, &seat_free, &seat_take, &seat_leave
};
const size_t seat_nqueries = COUNT(seat_queries);

/* handover_store.c: what a shift leaves to the next one, and who read it. */
#include "store/duty_store.h"

#define ROW	"SELECT h.id, h.agency, h.start, h.until, h.account, h.words, h.facts, h.saved_at," \
	" h.signed_at, h.read_at, p.name FROM handover h LEFT JOIN account p ON p.id = h.account "

static const struct query own = {
	"somebody's note of a shift", ROW "WHERE h.agency = ?1 AND h.start = ?2 AND h.account = ?3"
};

static const struct query by_id = { "a shift's note", ROW "WHERE h.id = ?1" };

static const struct query add = {
	"a note is begun",
	"INSERT INTO handover (agency, start, until, account, words, saved_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

static const struct query save = {
	"a note is kept while it is written",
	"UPDATE handover SET words = ?2, saved_at = ?3 WHERE id = ?1 AND signed_at = 0"
};

static const struct query sign = {
	"a note is handed over",
	"UPDATE handover SET words = ?2, facts = ?3, saved_at = ?4, signed_at = ?4, until = ?5"
	" WHERE id = ?1 AND signed_at = 0"
};

static const struct query list_of = {
	"notes of an agency",
	ROW "WHERE h.agency = ?1 AND h.signed_at <> 0 ORDER BY h.id DESC LIMIT ?2"
};

static const struct query unread = {
	"notes nobody has read",
	ROW "WHERE h.agency = ?1 AND h.until > ?2 AND h.until <= ?3 AND h.signed_at <> 0"
	" AND h.read_at = 0 ORDER BY h.until LIMIT ?4"
};

static const struct query read_by = {
	"a note is read",
	"INSERT INTO handover_read (handover, account, at) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (handover, account) DO NOTHING"
};

static const struct query read_first = {
	"a note is read for the first time",
	"UPDATE handover SET read_at = ?2 WHERE id = ?1 AND read_at = 0"
};

static const struct query readers = {
	"who read a note",
	"SELECT r.account, r.at, p.name FROM handover_read r LEFT JOIN account p ON p.id = r.account"
	" WHERE r.handover = ?1 ORDER BY r.account LIMIT ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct handover *h)
{
	h->id = get_int(s);
	h->agency = get_int(s);
	h->start = get_int(s);
	h->until = get_int(s);
	h->account = get_int(s);
	h->words = arena_text(a, get_text(s));
	h->facts = arena_text(a, get_text(s));
	h->saved = get_int(s);
	h->signed_at = get_int(s);
	h->read = get_int(s);
	h->name = arena_text(a, get_text(s));
}

enum rc
handover_own(struct db *db, struct arena *a, int64_t agency, int64_t start, int64_t account,
    struct handover *h)
{
	struct stmt	*s = db_start(db, &own);

	put_int(s, agency);
	put_int(s, start);
	put_int(s, account);
	if (db_next(s))
		read_row(s, a, h);
	return db_end_one(s);
}

enum rc
handover_get(struct db *db, struct arena *a, int64_t id, struct handover *h)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, h);
	return db_end_one(s);
}

enum rc
handover_add(struct db *db, const struct handover *h)
{
	struct stmt	*s = db_start(db, &add);

	put_int(s, h->agency);
	put_int(s, h->start);
	put_int(s, h->until);
	put_int(s, h->account);
	put_text(s, h->words);
	put_int(s, h->saved);
	return db_end(s);
}

enum rc
handover_save(struct db *db, int64_t id, const char *words, int64_t now)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, id);
	put_text(s, words);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
handover_sign(struct db *db, const struct handover *h)
{
	struct stmt	*s = db_start(db, &sign);

	put_int(s, h->id);
	put_text(s, h->words);
	put_text(s, h->facts);
	put_int(s, h->signed_at);
	put_int(s, h->until);
	return db_end_changed(s);
}

static enum rc
read_rows(struct stmt *s, struct arena *a, struct handover *list, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
handover_list(struct db *db, struct arena *a, int64_t agency, struct handover *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &list_of);

	put_int(s, agency);
	return read_rows(s, a, list, n, max);
}

enum rc
handover_unread(struct db *db, struct arena *a, int64_t agency, int64_t from, int64_t now,
    struct handover *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &unread);

	put_int(s, agency);
	put_int(s, from);
	put_int(s, now);
	return read_rows(s, a, list, n, max);
}

enum rc
handover_read(struct db *db, int64_t id, int64_t account, int64_t now)
{
	struct stmt	*s = db_start(db, &read_by);
	enum rc		 rc;

	put_int(s, id);
	put_int(s, account);
	put_int(s, now);
	if ((rc = db_end_changed(s)) != RC_OK)
		return rc;
	s = db_start(db, &read_first);
	put_int(s, id);
	put_int(s, now);
	return db_end(s);
}

enum rc
handover_readers(struct db *db, struct arena *a, int64_t id, struct note_reader *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &readers);

	put_int(s, id);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].account = get_int(s);
		list[*n].at = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

const struct query *const handover_queries[] = {
	&own, &by_id, &add, &save, &sign, &list_of, &unread, &read_by, &read_first, &readers
};
const size_t handover_nqueries = COUNT(handover_queries);

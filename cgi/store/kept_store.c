/* kept_store.c: what is kept of one person, corrected and erased; what a case holds. */
#include "store/privacy_store.h"
#include "store/search_store.h"

static const struct query read_one = {
	"what is kept of a reporter",
	"SELECT id, ticket, origin, call, channel, privacy, mail, lang, words, at, sealed,"
	" id = (SELECT MIN(f.id) FROM reporter f WHERE f.origin = r.origin)"
	" FROM reporter r WHERE id = ?1"
};

static const struct query find_all = {
	"reporters of a ticket, ids",
	"SELECT id FROM reporter WHERE ticket = ?1 ORDER BY id LIMIT ?2"
};

static const struct query find_phone = {
	"reporters of a ticket by number",
	"SELECT id FROM reporter WHERE ticket = ?1 AND phone = ?3 ORDER BY id LIMIT ?2"
};

static const struct query fix = {
	"correct an identity",
	"UPDATE reporter SET sealed = ?2, phone = ?3, mail = ?4 WHERE id = ?1"
};

static const struct query erase = {
	"erase an identity",
	"UPDATE reporter SET sealed = NULL, phone = NULL, words = '', mail = 0 WHERE id = ?1"
};

static const struct query erase_call = {
	"erase a call's number",
	"UPDATE call SET sealed = NULL, phone = NULL, note = '' WHERE id = ?1"
};

static const struct query erase_link = {
	"erase where a call's recording lies", "UPDATE ring SET sealed = NULL WHERE call = ?1"
};

static const struct query erase_detail = {
	"erase a reporter's own words",
	"UPDATE ticket SET detail = '', title = ?2, version = version + 1 WHERE id = ?1"
};

static const struct query read_call = {
	"when a call came",
	"SELECT rang_at FROM call WHERE id = ?1"
};

static const struct query letters = {
	"letters to a reporter",
	"SELECT kind, state, at FROM outbox WHERE reporter = ?1 AND reporter <> 0"
	" ORDER BY id LIMIT ?2"
};

static const struct query photos = {
	"photos of a reporter",
	"SELECT type, width, height, taken_at, at, located, public FROM attachment"
	" WHERE reporter = ?1 AND reporter <> 0 AND gone = '' ORDER BY id LIMIT ?2"
};

static const struct query hold_new = {
	"hold a ticket",
	"INSERT INTO hold (ticket, why, at, actor) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query hold_end = {
	"release a ticket", "DELETE FROM hold WHERE ticket = ?1"
};

static const struct query hold_one = {
	"is a ticket held", "SELECT 1 FROM hold WHERE ticket = ?1"
};

static const struct query hold_all = {
	"held tickets",
	"SELECT t.number, h.why, h.at FROM hold h CROSS JOIN ticket t ON t.id = h.ticket"
	" WHERE h.ticket > 0 ORDER BY h.ticket LIMIT ?1"
};

enum rc
kept_read(struct db *db, struct arena *a, int64_t id, struct kept *k)
{
	struct stmt	*s = db_start(db, &read_one);

	put_int(s, id);
	if (db_next(s)) {
		k->r.id = get_int(s);
		k->r.ticket = get_int(s);
		k->r.origin = get_int(s);
		k->r.call = get_int(s);
		k->r.channel = arena_text(a, get_text(s));
		k->r.privacy = privacy_of(get_text(s));
		k->r.mail = get_int(s) != 0;
		k->r.lang = arena_text(a, get_text(s));
		k->r.words = arena_text(a, get_text(s));
		k->r.at = get_int(s);
		k->sealed = arena_bytes(a, get_bytes(s));
		k->first = get_int(s) != 0;
	}
	return db_end_one(s);
}

enum rc
kept_find(struct db *db, int64_t ticket, struct bytes phone, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, phone.len == 0 ? &find_all : &find_phone);

	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	if (phone.len != 0)
		put_bytes(s, phone);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
kept_fix(struct db *db, int64_t id, struct bytes sealed, struct bytes phone, bool mail)
{
	struct stmt	*s = db_start(db, &fix);

	put_int(s, id);
	put_bytes(s, sealed);
	put_bytes(s, phone);
	put_int(s, mail);
	return db_end_changed(s);
}

static enum rc
by_id(struct db *db, const struct query *q, int64_t id)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, id);
	return db_end(s);
}

enum rc
kept_erase(struct db *db, int64_t id, int64_t call)
{
	enum rc	 rc = by_id(db, &erase, id);

	if (rc != RC_OK || call == 0)
		return rc;
	rc = by_id(db, &erase_call, call);
	return rc == RC_OK ? by_id(db, &erase_link, call) : rc;
}

static enum rc
write_title(struct db *db, int64_t ticket, const char *title)
{
	struct stmt	*s = db_start(db, &erase_detail);

	put_int(s, ticket);
	put_text(s, title);
	return db_end_changed(s);
}

enum rc
kept_erase_detail(struct db *db, int64_t ticket, const char *title)
{
	struct said_doc	 old;
	enum rc		 rc = search_before(db, ticket, &old);

	return search_after(db, &old, rc == RC_OK ? write_title(db, ticket, title) : rc);
}

enum rc
kept_call(struct db *db, int64_t id, int64_t *rang)
{
	struct stmt	*s = db_start(db, &read_call);

	put_int(s, id);
	*rang = db_next(s) ? get_int(s) : 0;
	return db_end_one(s);
}

enum rc
kept_letters(struct db *db, struct arena *a, int64_t reporter, struct kept_letter *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &letters);

	*n = 0;
	put_int(s, reporter);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].kind = arena_text(a, get_text(s));
		list[*n].state = arena_text(a, get_text(s));
		list[*n].at = get_int(s);
	}
	return db_end(s);
}

enum rc
kept_photos(struct db *db, struct arena *a, int64_t reporter, struct kept_photo *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &photos);

	*n = 0;
	put_int(s, reporter);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].type = arena_text(a, get_text(s));
		list[*n].width = get_int(s);
		list[*n].height = get_int(s);
		list[*n].taken = get_int(s);
		list[*n].at = get_int(s);
		list[*n].located = get_int(s) != 0;
		list[*n].public = get_int(s) != 0;
	}
	return db_end(s);
}

enum rc
hold_insert(struct db *db, int64_t ticket, const char *why, int64_t at, int64_t actor)
{
	struct stmt	*s = db_start(db, &hold_new);

	put_int(s, ticket);
	put_text(s, why);
	put_int(s, at);
	put_int(s, actor);
	return db_end(s);
}

enum rc
hold_remove(struct db *db, int64_t ticket)
{
	struct stmt	*s = db_start(db, &hold_end);

	put_int(s, ticket);
	return db_end_changed(s);
}

enum rc
hold_has(struct db *db, int64_t ticket, bool *held)
{
	struct stmt	*s = db_start(db, &hold_one);

	put_int(s, ticket);
	*held = db_next(s);
	return db_end(s);
}

enum rc
hold_list(struct db *db, struct arena *a, struct held *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &hold_all);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].number = arena_text(a, get_text(s));
		list[*n].why = arena_text(a, get_text(s));
		list[*n].at = get_int(s);
	}
	return db_end(s);
}

const struct query *const kept_queries[] = {
	&read_one, &find_all, &find_phone, &fix, &erase, &erase_call, &erase_link,
	&erase_detail, &read_call,
	&letters, &photos, &hold_new, &hold_end, &hold_one, &hold_all
};
const size_t kept_nqueries = COUNT(kept_queries);

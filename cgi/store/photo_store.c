/* photo_store.c: how what is known of photos is kept. */
#include <string.h>

#include "store/photo_store.h"

#define COLUMNS \
	" id, ticket, event, reporter, name, type, kind, public, at, size, width, height," \
	" digest, located, lat, lon, taken_at, look, sealed, gone"

static const struct query insert = {
	"new photo",
	"INSERT INTO attachment (ticket, event, reporter, name, type, kind, public, at, size,"
	" width, height, digest, located, lat, lon, taken_at, look, sealed)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
	" ?18)"
};

static const struct query of_ticket = {
	"photos of a ticket",
	"SELECT" COLUMNS " FROM attachment WHERE ticket = ?1 ORDER BY id LIMIT ?2"
};

static const struct query by_name = {
	"photo by name", "SELECT" COLUMNS " FROM attachment WHERE name = ?1"
};

static const struct query elsewhere = {
	"the same photo on another ticket",
	"SELECT t.number FROM attachment a JOIN ticket t ON t.id = a.ticket"
	" WHERE a.digest = ?1 AND a.ticket <> ?2 LIMIT 1"
};

static const struct query set_public = {
	"photo for everybody", "UPDATE attachment SET public = ?2 WHERE id = ?1"
};

static const struct query privacy = {
	"what a photo's reporter chose", "SELECT privacy FROM reporter WHERE id = ?1"
};

static const struct query of_reporter = {
	"photos of a reporter",
	"SELECT id FROM attachment WHERE reporter = ?1 AND reporter <> 0 AND gone = '' LIMIT ?2"
};

static const struct query erase = { "erase a photo", PHOTO_FORGOTTEN("erase") };

static const struct query doomed = {
	"photos whose files are to be removed",
	"SELECT id, name FROM attachment WHERE gone <> '' AND swept = 0 AND at > 0"
	" ORDER BY at LIMIT ?1"
};

static const struct query set_swept = {
	"a photo's files are removed", "UPDATE attachment SET swept = 1 WHERE id = ?1"
};

static const struct query is_kept = {
	"is a photo kept", "SELECT 1 FROM attachment WHERE name = ?1 AND gone = ''"
};

enum rc
photo_insert(struct db *db, const struct shot *p)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, p->ticket);
	put_int(s, p->event);
	put_int(s, p->reporter);
	put_text(s, p->name);
	put_text(s, p->type);
	put_text(s, shot_code(p->kind));
	put_int(s, p->public);
	put_int(s, p->at);
	put_int(s, p->size);
	put_int(s, p->width);
	put_int(s, p->height);
	put_bytes(s, (struct bytes){ p->digest, HASH_SIZE });
	put_int(s, p->located);
	put_int(s, p->lat);
	put_int(s, p->lon);
	put_int(s, p->taken);
	put_int(s, (int64_t)p->look);
	put_bytes(s, p->sealed);
	return db_end(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct shot *p)
{
	struct bytes	 digest;

	p->id = get_int(s);
	p->ticket = get_int(s);
	p->event = get_int(s);
	p->reporter = get_int(s);
	p->name = arena_text(a, get_text(s));
	p->type = arena_text(a, get_text(s));
	p->kind = shot_of(get_text(s));
	p->public = get_int(s) != 0;
	p->at = get_int(s);
	p->size = get_int(s);
	p->width = get_int(s);
	p->height = get_int(s);
	digest = get_bytes(s);
	memset(p->digest, 0, HASH_SIZE);
	if (digest.len == HASH_SIZE)
		memcpy(p->digest, digest.data, HASH_SIZE);
	p->located = get_int(s) != 0;
	p->lat = get_int(s);
	p->lon = get_int(s);
	p->taken = get_int(s);
	p->look = (uint64_t)get_int(s);
	p->sealed = arena_bytes(a, get_bytes(s));
	p->gone = arena_text(a, get_text(s));
}

enum rc
photo_list(struct db *db, struct arena *a, int64_t ticket, struct shot **out, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*n = 0;
	*out = arena_alloc(a, max * sizeof(**out));
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, a, &(*out)[(*n)++]);
	return db_end(s);
}

enum rc
photo_by_name(struct db *db, struct arena *a, const char *name, struct shot *p)
{
	struct stmt	*s = db_start(db, &by_name);

	put_text(s, name);
	if (db_next(s))
		read_row(s, a, p);
	return db_end_one(s);
}

enum rc
photo_elsewhere(struct db *db, struct arena *a, const struct shot *p, const char **number)
{
	struct stmt	*s = db_start(db, &elsewhere);

	*number = "";
	put_bytes(s, (struct bytes){ p->digest, HASH_SIZE });
	put_int(s, p->ticket);
	if (db_next(s))
		*number = arena_text(a, get_text(s));
	return db_end(s);
}

enum rc
photo_set_public(struct db *db, int64_t id, bool public)
{
	struct stmt	*s = db_start(db, &set_public);

	put_int(s, id);
	put_int(s, public);
	return db_end(s);
}

enum rc
photo_privacy(struct db *db, int64_t reporter, enum privacy *p)
{
	struct stmt	*s = db_start(db, &privacy);

	put_int(s, reporter);
	*p = db_next(s) ? privacy_of(get_text(s)) : PRIVACY_ANONYMOUS;
	return db_end(s);
}

/* --- forgotten --------------------------------------------------------------------- */

enum rc
photo_of_reporter(struct db *db, int64_t reporter, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_reporter);

	*n = 0;
	put_int(s, reporter);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
photo_erase(struct db *db, int64_t id)
{
	struct stmt	*s = db_start(db, &erase);

	put_int(s, id);
	return db_end_changed(s);
}

enum rc
photo_doomed(struct db *db, struct arena *a, struct shot *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &doomed);

	*n = 0;
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
photo_set_swept(struct db *db, int64_t id)
{
	struct stmt	*s = db_start(db, &set_swept);

	put_int(s, id);
	return db_end_changed(s);
}

enum rc
photo_is_kept(struct db *db, const char *name, bool *kept)
{
	struct stmt	*s = db_start(db, &is_kept);

	put_text(s, name);
	*kept = db_next(s);
	return db_end(s);
}

const struct query *const photo_queries[] = {
	&insert, &of_ticket, &by_name, &elsewhere, &set_public, &privacy, &of_reporter, &erase,
	&doomed, &set_swept, &is_kept,
};
const size_t photo_nqueries = COUNT(photo_queries);

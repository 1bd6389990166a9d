/* photo_store.c: how what is known of photos is kept. */
#include <string.h>

#include "store/photo_store.h"

#define COLUMNS \
	" id, ticket, event, reporter, name, type, kind, public, at, size, width, height," \
	" digest, located, lat, lon, taken_at, look, sealed"

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

const struct query *const photo_queries[] = {
	&insert, &of_ticket, &by_name, &elsewhere, &set_public,
};
const size_t photo_nqueries = COUNT(photo_queries);

/* event_store.c: what happened, in an order that cannot be changed afterwards. */
#include <inttypes.h>
#include <string.h>

#include "store/event_store.h"

#define COLUMNS \
	" e.id, e.at, e.ticket, e.life, e.object, e.act, e.before, e.after, e.actor," \
	" e.role, e.agency, e.behalf, e.public, e.note, e.data"

static const struct query last_link = {
	"last link of the chain",
	"SELECT id, hash FROM event WHERE id = (SELECT MAX(id) FROM event)"
};

static const struct query insert = {
	"new event",
	"INSERT INTO event (id, at, ticket, life, object, act, before, after, actor, role,"
	" agency, behalf, public, note, data, hash)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
};

static const struct query named = {
	"events of a ticket, with names",
	"SELECT" COLUMNS ", COALESCE(a.name, '') FROM event e"
	" LEFT JOIN account a ON a.id = e.actor"
	" WHERE e.ticket = ?1 AND e.ticket <> 0 ORDER BY e.id DESC LIMIT ?2"
};

static const struct query nameless = {
	"events of a ticket, without names",
	"SELECT" COLUMNS ", '' FROM event e"
	" WHERE e.ticket = ?1 AND e.ticket <> 0 ORDER BY e.id DESC LIMIT ?2"
};

static const struct query worked = {
	"work of an account on a ticket",
	"SELECT 1 FROM event WHERE ticket = ?1 AND ticket <> 0 AND actor = ?2"
	" AND (act IN ('accept', 'send_unit', 'arrive', 'depart', 'patient', 'transport',"
	" 'deliver', 'control', 'start', 'submit', 'resolve')"
	" OR act = 'finish' AND note <> '') LIMIT 1"	/* without words it followed from a closing */
};

static const struct query links = {
	"links of the chain",
	"SELECT" COLUMNS ", e.hash FROM event e WHERE e.id > ?1 ORDER BY e.id LIMIT ?2"
};

/* Every column in order; texts with their lengths, so that no two rows read alike. */
static struct bytes
canonical(struct arena *a, const struct event *e)
{
	const char	*text;

	text = arena_printf(a, "%" PRId64 "|%" PRId64 "|%" PRId64 "|%s|%" PRId64
	    "|%s|%s|%s|%" PRId64 "|%s|%" PRId64 "|%" PRId64 "|%d|%zu:%s|%zu:%s",
	    e->id, e->at, e->ticket, life_code(e->life), e->object,
	    act_code(e->act), state_code(e->before), state_code(e->after),
	    e->who.id, role_code(e->who.role), e->who.agency, e->behalf, e->public,
	    strlen(e->note), e->note, strlen(e->data), e->data);
	return (struct bytes){ text, strlen(text) };
}

static enum rc
read_last(struct db *db, int64_t *id, unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &last_link);
	struct bytes	 b;

	*id = 0;
	memset(hash, 0, HASH_SIZE);
	if (db_next(s)) {
		*id = get_int(s);
		b = get_bytes(s);
		if (b.len == HASH_SIZE)
			memcpy(hash, b.data, HASH_SIZE);
	}
	return db_end(s);
}

enum rc
event_add(struct db *db, struct arena *a, struct event *e)
{
	unsigned char	 before[HASH_SIZE], hash[HASH_SIZE];
	struct stmt	*s;
	int64_t		 last;
	enum rc		 rc;

	if (e->note == NULL)
		e->note = "";
	if (e->data == NULL)
		e->data = "";
	if ((rc = read_last(db, &last, before)) != RC_OK)
		return rc;
	e->id = last + 1;
	secret_hash((struct bytes){ before, HASH_SIZE }, canonical(a, e), hash);
	s = db_start(db, &insert);
	put_int(s, e->id);
	put_int(s, e->at);
	put_int(s, e->ticket);
	put_text(s, life_code(e->life));
	put_int(s, e->object);
	put_text(s, act_code(e->act));
	put_text(s, state_code(e->before));
	put_text(s, state_code(e->after));
	put_int(s, e->who.id);
	put_text(s, role_code(e->who.role));
	put_int(s, e->who.agency);
	put_int(s, e->behalf);
	put_int(s, e->public);
	put_text(s, e->note);
	put_text(s, e->data);
	put_bytes(s, (struct bytes){ hash, HASH_SIZE });
	return db_end(s);
}

static enum life
life_of(const char *code)
{
	enum life	 l;

	for (l = LIFE_NONE + 1; l < LIFE_COUNT; l++)
		if (strcmp(life_code(l), code) == 0)
			return l;
	return LIFE_NONE;
}

/* Reads COLUMNS; what follows them is left to the caller. */
static void
read_row(struct stmt *s, struct arena *a, struct event *e)
{
	e->id = get_int(s);
	e->at = get_int(s);
	e->ticket = get_int(s);
	e->life = life_of(get_text(s));
	e->object = get_int(s);
	e->act = act_of(get_text(s));
	e->before = state_of(get_text(s));
	e->after = state_of(get_text(s));
	e->who.id = get_int(s);
	e->who.role = role_of(get_text(s));
	e->who.agency = get_int(s);
	e->behalf = get_int(s);
	e->public = get_int(s) != 0;
	e->note = arena_text(a, get_text(s));
	e->data = arena_text(a, get_text(s));
}

enum rc
event_list(struct db *db, struct arena *a, int64_t ticket, bool names,
    struct event **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, names ? &named : &nameless);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		read_row(s, a, &(*list)[*n]);
		(*list)[(*n)++].who.name = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
event_last(struct db *db, struct arena *a, int64_t ticket, bool names, struct event *e)
{
	struct event	*list;
	size_t		 n;
	enum rc		 rc = event_list(db, a, ticket, names, &list, &n, 1);

	if (rc == RC_OK && n == 0)
		return RC_NOTFOUND;
	if (rc == RC_OK)
		*e = list[0];
	return rc;
}

enum rc
event_worked(struct db *db, int64_t ticket, int64_t account, bool *did)
{
	struct stmt	*s = db_start(db, &worked);

	put_int(s, ticket);
	put_int(s, account);
	*did = db_next(s);
	return db_end(s);
}

enum rc
event_check(struct db *db, struct arena *a, int64_t *at,
    unsigned char head[HASH_SIZE], size_t max)
{
	struct stmt	*s = db_start(db, &links);
	unsigned char	 hash[HASH_SIZE];
	struct event	 e;
	struct bytes	 kept;
	bool		 good = true;
	size_t		 n = 0;
	enum rc		 rc;

	put_int(s, *at);
	put_int(s, (int64_t)max);
	for (; good && db_next(s); n++) {
		read_row(s, a, &e);
		kept = get_bytes(s);
		secret_hash((struct bytes){ head, HASH_SIZE }, canonical(a, &e), hash);
		good = e.id == *at + 1 && kept.len == HASH_SIZE &&
		    memcmp(hash, kept.data, HASH_SIZE) == 0;
		if (good) {
			*at = e.id;
			memcpy(head, hash, HASH_SIZE);
		}
	}
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	return !good ? RC_CONFLICT : n == 0 ? RC_NOTFOUND : RC_OK;
}

const struct query *const event_queries[] = {
	&last_link, &insert, &named, &nameless, &worked, &links
};
const size_t event_nqueries = COUNT(event_queries);

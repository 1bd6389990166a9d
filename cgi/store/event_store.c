/* event_store.c: what happened is put down, in an order that cannot be changed afterwards. */
#include <string.h>

#include "lib/buf.h"
#include "store/event_store.h"
#include "store/said_store.h"

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

static const struct query links = {
	"links of the chain",
	"SELECT" EVENT_HEAD "e.note, e.data, e.hash, w.event IS NOT NULL, w.salt, w.words"
	" FROM event e" SAID_JOIN "WHERE e.id > ?1 ORDER BY e.id LIMIT ?2"
};

static const struct query one_link = {
	"a link of the chain", "SELECT at, hash FROM event WHERE id = ?1"
};

/*
 * A row as it stands in the store.  What is verified is the bytes that are
 * there, not what they mean to us: a word we do not know counts too.
 */
struct link {
	int64_t		 id, at, ticket;
	struct bytes	 life;
	int64_t		 object;
	struct bytes	 act, before, after;
	int64_t		 actor;
	struct bytes	 role;
	int64_t		 agency, behalf, public;
	struct bytes	 note, data;
	struct bytes	 hash;
	bool		 said;		/* the note stands for words kept apart: */
	struct bytes	 salt, words;	/* these, or NULL once they are forgotten */
};

static struct bytes
bytes_of(const char *text)
{
	return (struct bytes){ text, strlen(text) };
}

static struct link
link_of(const struct event *e)
{
	return (struct link){
		e->id, e->at, e->ticket, bytes_of(life_code(e->life)), e->object,
		bytes_of(act_code(e->act)), bytes_of(state_code(e->before)),
		bytes_of(state_code(e->after)), e->who.id, bytes_of(role_code(e->who.role)),
		e->who.agency, e->behalf, e->public, bytes_of(e->note), bytes_of(e->data),
		.hash = { NULL, 0 }
	};
}

/* A number and what stands behind it; by hand, for there are fifteen in each of millions. */
static void
add_int(struct buf *b, int64_t n, char behind)
{
	char		 text[24];
	size_t		 i = sizeof(text);
	uint64_t	 rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	if (behind != '\0')
		text[--i] = behind;
	do
		text[--i] = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (n < 0)
		text[--i] = '-';
	buf_add(b, text + i, sizeof(text) - i);
}

static void
add_word(struct buf *b, struct bytes word)
{
	buf_add(b, word.data, word.len);
	buf_add(b, "|", 1);
}

/* With its length, so that no two rows read alike. */
static void
add_text(struct buf *b, struct bytes text)
{
	add_int(b, (int64_t)text.len, ':');
	buf_add(b, text.data, text.len);
}

/* Every column in order.  As it was for the first event, so it must stay. */
static void
hash_link(const unsigned char head[HASH_SIZE], const struct link *l,
    unsigned char hash[HASH_SIZE])
{
	static struct buf	 b;

	buf_clear(&b);
	add_int(&b, l->id, '|');
	add_int(&b, l->at, '|');
	add_int(&b, l->ticket, '|');
	add_word(&b, l->life);
	add_int(&b, l->object, '|');
	add_word(&b, l->act);
	add_word(&b, l->before);
	add_word(&b, l->after);
	add_int(&b, l->actor, '|');
	add_word(&b, l->role);
	add_int(&b, l->agency, '|');
	add_int(&b, l->behalf, '|');
	add_int(&b, l->public, '|');
	add_text(&b, l->note);
	buf_add(&b, "|", 1);
	add_text(&b, l->data);
	secret_hash((struct bytes){ head, HASH_SIZE }, (struct bytes){ b.data, b.len }, hash);
}

enum rc
event_end(struct db *db, int64_t *id, unsigned char hash[HASH_SIZE])
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

static enum rc
insert_link(struct db *db, const struct event *e, const unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &insert);

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

/* What a reporter wrote is kept apart, and the link of the chain is made of its fingerprint. */
static enum rc
set_words_apart(struct db *db, struct arena *a, const struct event *e, struct event *link)
{
	const char	*salt;

	*link = *e;
	if (e->reporter == 0 || *e->note == '\0')
		return RC_OK;
	salt = secret_token(a);
	link->note = said_print(a, salt, e->note);
	return said_insert(db, e, salt);
}

enum rc
event_add(struct db *db, struct arena *a, struct event *e)
{
	unsigned char	 before[HASH_SIZE], hash[HASH_SIZE];
	struct event	 kept;
	struct link	 link;
	int64_t		 last;
	enum rc		 rc;

	if (e->note == NULL)
		e->note = "";
	if (e->data == NULL)
		e->data = "";
	if ((rc = event_end(db, &last, before)) != RC_OK)
		return rc;
	e->id = last + 1;
	if ((rc = set_words_apart(db, a, e, &kept)) != RC_OK)
		return rc;
	link = link_of(&kept);
	hash_link(before, &link, hash);
	return insert_link(db, &kept, hash);
}

/* --- the chain ----------------------------------------------------------------------------- */

/* The texts stay until the next row. */
static void
read_link(struct stmt *s, struct link *l)
{
	l->id = get_int(s);
	l->at = get_int(s);
	l->ticket = get_int(s);
	l->life = get_bytes(s);
	l->object = get_int(s);
	l->act = get_bytes(s);
	l->before = get_bytes(s);
	l->after = get_bytes(s);
	l->actor = get_int(s);
	l->role = get_bytes(s);
	l->agency = get_int(s);
	l->behalf = get_int(s);
	l->public = get_int(s);
	l->note = get_bytes(s);
	l->data = get_bytes(s);
	l->hash = get_bytes(s);
	l->said = get_int(s) != 0;
	l->salt = get_bytes(s);
	l->words = get_bytes(s);
}

static bool
is_hash(struct bytes kept, const unsigned char hash[HASH_SIZE])
{
	return kept.len == HASH_SIZE && memcmp(kept.data, hash, HASH_SIZE) == 0;
}

enum rc
event_check(struct db *db, struct arena *a, int64_t *at,
    unsigned char head[HASH_SIZE], size_t max)
{
	struct stmt	*s = db_start(db, &links);
	unsigned char	 hash[HASH_SIZE];
	struct link	 l;
	bool		 good = true;
	size_t		 n = 0;
	enum rc		 rc;

	put_int(s, *at);
	put_int(s, (int64_t)max);
	for (; good && db_next(s); n++) {
		read_link(s, &l);
		hash_link(head, &l, hash);
		good = l.id == *at + 1 && is_hash(l.hash, hash) &&
		    (!l.said || said_fits(a, l.note, l.salt, l.words));
		if (good) {
			*at = l.id;
			memcpy(head, hash, HASH_SIZE);
		}
	}
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	return !good ? RC_CONFLICT : n == 0 ? RC_NOTFOUND : RC_OK;
}

/* Does a later row fit here, by its own hash or by the one that is here? */
static bool
fits_here(const unsigned char head[HASH_SIZE], struct link *l, int64_t id,
    const unsigned char here[HASH_SIZE])
{
	unsigned char	 hash[HASH_SIZE];
	bool		 other = l->id != id;

	l->id = id;
	hash_link(head, l, hash);
	return other && (is_hash(l->hash, hash) || memcmp(here, hash, HASH_SIZE) == 0);
}

enum rc
event_explain(struct db *db, int64_t at, const unsigned char head[HASH_SIZE],
    int64_t max, enum chain_fault *fault, int64_t *other)
{
	struct stmt	*s = db_start(db, &links);
	unsigned char	 here[HASH_SIZE] = { 0 };
	struct link	 l;
	bool		 first = true;

	*fault = CHAIN_GOOD;
	*other = 0;
	put_int(s, at);
	put_int(s, max);
	for (; *fault != CHAIN_GAP && *fault != CHAIN_ORDER && db_next(s); first = false) {
		read_link(s, &l);
		*other = l.id;
		if (first && l.hash.len == HASH_SIZE)
			memcpy(here, l.hash.data, HASH_SIZE);
		if (first)
			*fault = l.id == at + 1 ? CHAIN_HASH : CHAIN_GAP;
		else if (fits_here(head, &l, at + 1, here))
			*fault = CHAIN_ORDER;
	}
	if (*fault == CHAIN_HASH)
		*other = 0;
	return db_end(s);
}

enum rc
event_link(struct db *db, int64_t id, int64_t *at, unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &one_link);
	struct bytes	 b;

	put_int(s, id);
	memset(hash, 0, HASH_SIZE);
	*at = 0;
	if (db_next(s)) {
		*at = get_int(s);
		b = get_bytes(s);
		if (b.len == HASH_SIZE)
			memcpy(hash, b.data, HASH_SIZE);
	}
	return db_end_one(s);
}

const struct query *const event_queries[] = {
	&last_link, &insert, &links, &one_link
};
const size_t event_nqueries = COUNT(event_queries);

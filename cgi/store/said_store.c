/* said_store.c: what reporters wrote on the way, beside the record, to be forgotten. */
#include <string.h>

#include "lib/secret.h"
#include "store/said_store.h"

static const char	mark[] = "said:";

static const struct query insert = {
	"what a reporter said",
	"INSERT INTO said (event, ticket, reporter, at, salt, words)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

static const struct query forget = {
	"forget what a reporter said",
	"UPDATE said SET salt = NULL, words = NULL WHERE reporter = ?1 AND words IS NOT NULL"
};

static const char *
print(struct arena *a, struct bytes salt, struct bytes words)
{
	unsigned char	 hash[HASH_SIZE];

	secret_hash(salt, words, hash);
	return arena_printf(a, "%s%s", mark,
	    secret_hex(a, (struct bytes){ hash, sizeof(hash) }));
}

const char *
said_print(struct arena *a, const char *salt, const char *words)
{
	return print(a, (struct bytes){ salt, strlen(salt) },
	    (struct bytes){ words, strlen(words) });
}

enum rc
said_insert(struct db *db, const struct event *e, const char *salt)
{
	struct stmt	*s = db_start(db, &insert);

	put_int(s, e->id);
	put_int(s, e->ticket);
	put_int(s, e->reporter);
	put_int(s, e->at);
	put_text(s, salt);
	put_text(s, e->note);
	return db_end(s);
}

bool
said_fits(struct arena *a, struct bytes note, struct bytes salt, struct bytes words)
{
	enum { PRINT = sizeof(mark) - 1 + 2 * HASH_SIZE };

	if (note.len != PRINT || memcmp(note.data, mark, sizeof(mark) - 1) != 0)
		return false;
	return salt.data == NULL || memcmp(note.data, print(a, salt, words), PRINT) == 0;
}

enum rc
said_forget(struct db *db, int64_t reporter)
{
	struct stmt	*s = db_start(db, &forget);

	put_int(s, reporter);
	return db_end(s);
}

const struct query *const said_queries[] = { &insert, &forget };
const size_t said_nqueries = COUNT(said_queries);

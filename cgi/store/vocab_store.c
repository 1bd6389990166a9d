/* vocab_store.c: how often words stood in a category's tickets, red flags, what is taken most. */
#include "store/vocab_store.h"

static const struct query add_word = {
	"a word once more",
	"INSERT INTO vocab (word, category, n) VALUES (?1, ?2, MAX(?3, 0))"
	" ON CONFLICT (word, category) DO UPDATE SET n = MAX(n + ?3, 0)"
};

static const struct query of_word = {
	"categories a word stood in",
	"SELECT category, n FROM vocab WHERE word = ?1 ORDER BY category LIMIT ?2"
};

static const struct query forget = {
	"all words forgotten", "DELETE FROM vocab WHERE word >= 0"
};

static const struct query source = {
	"tickets to learn from",
	"SELECT id, category, title, detail, privacy FROM ticket"
	" WHERE id > ?1 AND state NOT IN ('received', 'needs_info', 'new', 'archived', 'withdrawn')"
	" ORDER BY id LIMIT ?2"
};

static const struct query add_taken = {
	"one more taken",
	"INSERT INTO taken (day, category, n) VALUES (?1, ?2, MAX(?3, 0))"
	" ON CONFLICT (day, category) DO UPDATE SET n = MAX(n + ?3, 0)"
};

static const struct query most = {
	"what is taken most",
	"SELECT category FROM taken WHERE day >= ?1 GROUP BY category"
	" ORDER BY SUM(n) DESC, category LIMIT ?2"
};

static const struct query flags = {
	"red flags",
	"SELECT words, priority, category, card, say, say_en FROM red_flag"
	" WHERE id > 0 ORDER BY id LIMIT ?1"
};

static const struct query put_flag = {
	"new red flag",
	"INSERT INTO red_flag (id, words, priority, category, card, say, say_en)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
};

static const struct query clear_flags = {
	"no red flags", "DELETE FROM red_flag WHERE id > 0"
};

static enum rc
add(struct db *db, const struct query *q, int64_t key, int64_t category, int64_t n)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, key);
	put_int(s, category);
	put_int(s, n);
	return db_end(s);
}

enum rc
vocab_add(struct db *db, int64_t word, int64_t category, int64_t n)
{
	return add(db, &add_word, word, category, n);
}

enum rc
vocab_of(struct db *db, int64_t word, size_t place, struct learnt *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_word);

	put_int(s, word);
	put_int(s, (int64_t)(max - *n));
	for (; *n < max && db_next(s); ++*n) {
		list[*n].word = place;
		list[*n].category = get_int(s);
		list[*n].n = get_int(s);
	}
	return db_end(s);
}

enum rc
vocab_forget(struct db *db)
{
	return db_end(db_start(db, &forget));
}

enum rc
vocab_source(struct db *db, struct arena *a, int64_t after, struct told *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &source);

	put_int(s, after);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].id = get_int(s);
		list[*n].category = get_int(s);
		list[*n].title = arena_text(a, get_text(s));
		list[*n].detail = arena_text(a, get_text(s));
		list[*n].privacy = privacy_of(get_text(s));
	}
	return db_end(s);
}

enum rc
taken_add(struct db *db, int64_t day, int64_t category, int64_t n)
{
	return add(db, &add_taken, day, category, n);
}

enum rc
taken_most(struct db *db, int64_t since, int64_t *categories, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &most);

	put_int(s, since);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s);)
		categories[(*n)++] = get_int(s);
	return db_end(s);
}

enum rc
red_flag_list(struct db *db, struct arena *a, struct red_flag **list, size_t *n)
{
	struct stmt	*s = db_start(db, &flags);
	struct red_flag	*f;

	*list = arena_alloc(a, RED_FLAGS_MAX * sizeof(**list));
	put_int(s, RED_FLAGS_MAX);
	for (*n = 0; *n < RED_FLAGS_MAX && db_next(s);) {
		f = &(*list)[(*n)++];
		f->words = arena_text(a, get_text(s));
		f->priority = (enum priority)get_int(s);
		f->category = arena_text(a, get_text(s));
		f->card = arena_text(a, get_text(s));
		f->say = arena_text(a, get_text(s));
		f->say_en = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
red_flag_put(struct db *db, const struct red_flag *f, int64_t id)
{
	struct stmt	*s = db_start(db, &put_flag);

	put_int(s, id);
	put_text(s, f->words);
	put_int(s, f->priority);
	put_text(s, f->category);
	put_text(s, f->card);
	put_text(s, f->say);
	put_text(s, f->say_en);
	return db_end(s);
}

enum rc
red_flag_clear(struct db *db)
{
	return db_end(db_start(db, &clear_flags));
}

const struct query *const vocab_queries[] = {
	&add_word, &of_word, &forget, &source, &add_taken, &most, &flags, &put_flag, &clear_flags
};
const size_t vocab_nqueries = COUNT(vocab_queries);

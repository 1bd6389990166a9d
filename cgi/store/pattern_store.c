/* pattern_store.c: the words of messages, in versions; the newest is in force. */
#include "store/pattern_store.h"

static const struct query versions = {
	"words of a message",
	"SELECT p.version, p.words, COALESCE(a.name, ''), p.at FROM pattern p"
	" LEFT JOIN account a ON a.id = p.account WHERE p.kind = ?1 AND p.channel = ?2"
	" AND p.lang = ?3 ORDER BY p.version DESC LIMIT ?4"
};

static const struct query add = {
	"new words of a message",
	"INSERT INTO pattern (kind, channel, lang, version, words, account, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (kind, channel, lang, version) DO NOTHING"
};

enum rc
pattern_versions(struct db *db, struct arena *a, const struct pattern *which,
    struct pattern *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &versions);

	put_text(s, notice_code(which->kind));
	put_text(s, channel_code(which->channel));
	put_text(s, which->lang);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n] = *which;
		list[*n].version = get_int(s);
		list[*n].words = arena_text(a, get_text(s));
		list[*n].author = arena_text(a, get_text(s));
		list[*n].at = get_int(s);
	}
	return db_end(s);
}

enum rc
pattern_add(struct db *db, const struct pattern *p, int64_t account)
{
	struct stmt	*s = db_start(db, &add);

	put_text(s, notice_code(p->kind));
	put_text(s, channel_code(p->channel));
	put_text(s, p->lang);
	put_int(s, p->version);
	put_text(s, p->words);
	put_int(s, account);
	put_int(s, p->at);
	return db_end_changed(s);
}

const struct query *const pattern_queries[] = { &versions, &add };
const size_t pattern_nqueries = COUNT(pattern_queries);

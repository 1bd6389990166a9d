/* identity_store.c: what is sealed, who opened it, who read what is sensitive. */
#include "store/identity_store.h"

static const struct query one = {
	"a reporter of a ticket",
	"SELECT r.id, r.ticket, r.channel, r.privacy, r.at, r.sealed FROM reporter r"
	" WHERE r.id = ?1 AND r.ticket = ?2"
};

static const struct query opened = {
	"openings of an identity",
	"SELECT e.id, e.at, e.ticket, e.role, e.agency, e.note, e.data FROM event e"
	" WHERE e.act = 'open_identity' AND e.object = ?1 ORDER BY e.id DESC LIMIT ?2"
};

static const struct query opened_count = {
	"how many identities somebody opened",
	"SELECT COUNT(*) FROM (SELECT 1 FROM event WHERE act = 'open_identity'"
	" AND actor = ?1 AND at > ?2 LIMIT ?3)"
};

static const struct query known = {
	"a reading put down",
	"SELECT 1 FROM event WHERE act = 'read' AND ticket = ?1 AND actor = ?2"
	" AND at > ?3 AND at < ?4 LIMIT 1"
};

/*
 * Every column that holds seals, with the context each is bound to.  Keys are
 * changed by walking these; who adds a sealed column adds it here.
 */
static const struct sealed {
	const char	*name;
	struct query	 list, save;
} sealed[] = {
	{ "reporter", {
	    "sealed identities",
	    "SELECT id, 'reporter:' || id, sealed FROM reporter"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "an identity sealed again", "UPDATE reporter SET sealed = ?2 WHERE id = ?1" } },
	{ "call", {
	    "sealed numbers of calls",
	    "SELECT id, 'call:' || token, sealed FROM call"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a call's number sealed again", "UPDATE call SET sealed = ?2 WHERE id = ?1" } },
	{ "second factor", {
	    "sealed secrets of second factors",
	    "SELECT account, 'totp:' || account, secret FROM totp"
	    " WHERE account > ?1 ORDER BY account LIMIT ?2" }, {
	    "a second factor sealed again", "UPDATE totp SET secret = ?2 WHERE account = ?1" } },
	{ "request", {
	    "sealed words of requests",
	    "SELECT id, 'subject:' || id || ':words', words FROM subject"
	    " WHERE id > ?1 AND words IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a request's words sealed again", "UPDATE subject SET words = ?2 WHERE id = ?1" } },
	{ "answer", {
	    "sealed answers to requests",
	    "SELECT id, 'subject:' || id || ':answer', answer FROM subject"
	    " WHERE id > ?1 AND answer IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "an answer sealed again", "UPDATE subject SET answer = ?2 WHERE id = ?1" } },
	{ "photo", {
	    "sealed keys of photos",
	    "SELECT id, 'photo:' || name, sealed FROM attachment"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a photo's key sealed again", "UPDATE attachment SET sealed = ?2 WHERE id = ?1" } },
	{ "letter", {
	    "sealed addresses of last letters",
	    "SELECT id, 'letter:' || reporter || ':' || event, sealed FROM outbox"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a last letter's address sealed again",
	    "UPDATE outbox SET sealed = ?2 WHERE id = ?1" } },
	{ "draft", {
	    "sealed drafts of calls",
	    "SELECT id, 'draft:' || token, sealed FROM draft"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a draft sealed again",
	    "UPDATE draft SET sealed = ?2 WHERE id = ?1 AND sealed IS NOT NULL" } },
	{ "talk", {
	    "sealed senders of written reports",
	    "SELECT id, 'talk:' || token, sealed FROM talk"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a sender sealed again", "UPDATE talk SET sealed = ?2 WHERE id = ?1" } },
	{ "gateway", {
	    "sealed secrets of gateways",
	    "SELECT id, 'gateway:' || code, sealed FROM gateway WHERE id > ?1 ORDER BY id LIMIT ?2" }, {
	    "a gateway's secret sealed again", "UPDATE gateway SET sealed = ?2 WHERE id = ?1" } },
	{ "recording", {
	    "sealed links to recordings",
	    "SELECT id, 'ring:' || id, sealed FROM ring"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a recording's link sealed again", "UPDATE ring SET sealed = ?2 WHERE id = ?1" } },
	{ "volunteer", {
	    "sealed volunteers",
	    "SELECT id, 'volunteer:' || id, sealed FROM volunteer"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a volunteer sealed again", "UPDATE volunteer SET sealed = ?2 WHERE id = ?1" } },
	{ "channel", {
	    "sealed addresses of people",
	    "SELECT id, 'way:' || account || ':' || channel, sealed FROM way"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "an address sealed again", "UPDATE way SET sealed = ?2 WHERE id = ?1" } },
	{ "browser", {
	    "sealed browsers",
	    "SELECT id, 'subscription:' || lower(hex(name)), sealed FROM subscription"
	    " WHERE id > ?1 AND sealed IS NOT NULL ORDER BY id LIMIT ?2" }, {
	    "a browser sealed again",
	    "UPDATE subscription SET sealed = ?2 WHERE id = ?1 AND sealed IS NOT NULL" } },
	{ "push key", {
	    "our sealed push key",
	    "SELECT id, 'vapid:' || id, sealed FROM vapid WHERE id > ?1 ORDER BY id LIMIT ?2" }, {
	    "our push key sealed again", "UPDATE vapid SET sealed = ?2 WHERE id = ?1" } },
};

_Static_assert(COUNT(sealed) <= SEALED_MAX, "more sealed columns than there is room for");

enum rc
identity_of(struct db *db, struct arena *a, int64_t ticket, int64_t reporter,
    struct reporter *r, struct bytes *seal)
{
	struct stmt	*s = db_start(db, &one);

	*r = (struct reporter){ .words = "", .lang = "" };
	*seal = (struct bytes){ 0 };
	put_int(s, reporter);
	put_int(s, ticket);
	if (db_next(s)) {
		r->id = get_int(s);
		r->ticket = get_int(s);
		r->channel = arena_text(a, get_text(s));
		r->privacy = privacy_of(get_text(s));
		r->at = get_int(s);
		*seal = arena_bytes(a, get_bytes(s));
	}
	return db_end_one(s);
}

enum rc
opening_list(struct db *db, struct arena *a, int64_t reporter, struct event **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &opened);
	struct event	*e;

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, reporter);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s)) {
		e = &(*list)[(*n)++];
		e->act = ACT_OPEN_IDENTITY;
		e->id = get_int(s);
		e->at = get_int(s);
		e->ticket = get_int(s);
		e->who.role = role_of(get_text(s));
		e->who.agency = get_int(s);
		e->who.name = "";
		e->note = arena_text(a, get_text(s));
		e->data = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
opening_count(struct db *db, int64_t account, int64_t since, int64_t max, int64_t *n)
{
	struct stmt	*s = db_start(db, &opened_count);

	put_int(s, account);
	put_int(s, since);
	put_int(s, max);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
reading_known(struct db *db, int64_t ticket, int64_t account, int64_t after, int64_t before,
    bool *is_known)
{
	struct stmt	*s = db_start(db, &known);

	put_int(s, ticket);
	put_int(s, account);
	put_int(s, after);
	put_int(s, before);
	*is_known = db_next(s);
	return db_end(s);
}

size_t
sealed_columns(void)
{
	return COUNT(sealed);
}

const char *
sealed_name(size_t column)
{
	return sealed[column].name;
}

enum rc
sealed_list(struct db *db, struct arena *a, size_t column, int64_t after,
    struct sealed_row **list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &sealed[column].list);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, after);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); ++*n) {
		(*list)[*n].id = get_int(s);
		(*list)[*n].context = arena_text(a, get_text(s));
		(*list)[*n].seal = arena_bytes(a, get_bytes(s));
	}
	return db_end(s);
}

enum rc
sealed_save(struct db *db, size_t column, int64_t id, struct bytes seal)
{
	struct stmt	*s = db_start(db, &sealed[column].save);

	put_int(s, id);
	put_bytes(s, seal);
	return db_end_changed(s);
}

const struct query *const identity_queries[] = {
	&one, &opened, &opened_count, &known,
	&sealed[0].list, &sealed[0].save, &sealed[1].list, &sealed[1].save,
	&sealed[2].list, &sealed[2].save, &sealed[3].list, &sealed[3].save,
	&sealed[4].list, &sealed[4].save, &sealed[5].list, &sealed[5].save,
	&sealed[6].list, &sealed[6].save, &sealed[7].list, &sealed[7].save,
	&sealed[8].list, &sealed[8].save, &sealed[9].list, &sealed[9].save,
	&sealed[10].list, &sealed[10].save, &sealed[11].list, &sealed[11].save,
	&sealed[12].list, &sealed[12].save, &sealed[13].list, &sealed[13].save,
};
const size_t identity_nqueries = COUNT(identity_queries);

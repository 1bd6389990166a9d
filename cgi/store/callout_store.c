/* callout_store.c: how call-outs of volunteers, and their answers, are kept. */
#include <string.h>

#include "store/callout_store.h"

#define CALLOUT	"SELECT id, ticket, skill, words, radius, account, agency, at, ended_at" \
	" FROM callout "
#define CALLEE	"SELECT id, callout, volunteer, metres, channel, answer, eta_at, said_at," \
	" arrived_at, left_at, stood_at, at FROM callee "

static const struct query insert = {
	"volunteers are called out",
	"INSERT INTO callout (token, ticket, skill, radius, words, account, agency, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
};
static const struct query by_id = { "a call-out", CALLOUT "WHERE id = ?1" };
static const struct query of_ticket = {
	"call-outs of a ticket", CALLOUT "WHERE ticket = ?1 ORDER BY id DESC LIMIT ?2"
};
static const struct query open_of = {
	"call-outs that go on",
	"SELECT id FROM callout WHERE ticket = ?1 AND ended_at = 0 ORDER BY id LIMIT ?2"
};
static const struct query end = {
	"a call-out is over",
	"UPDATE callout SET ended_at = ?2 WHERE id = ?1 AND ended_at = 0"
};
static const struct query has = {
	"was a volunteer asked",
	"SELECT 1 FROM callout o CROSS JOIN callee c ON c.callout = o.id WHERE o.ticket = ?1"
	" AND o.ended_at = 0 AND c.volunteer = ?2 LIMIT 1"
};
static const struct query add = {
	"a volunteer is asked",
	"INSERT INTO callee (callout, volunteer, code, metres, channel, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};
static const struct query by_code = { "who has this link", CALLEE "WHERE code = ?1" };
static const struct query one = { "one who was asked", CALLEE "WHERE id = ?1" };
static const struct query all = {
	"all who were asked", CALLEE "WHERE callout = ?1 ORDER BY id LIMIT ?2"
};
static const struct query save = {
	"what a volunteer says",
	"UPDATE callee SET answer = ?2, eta_at = ?3, said_at = ?4, arrived_at = ?5, left_at = ?6,"
	" stood_at = ?7 WHERE id = ?1"
};
static const struct query letter = {
	"a message to a volunteer",
	"INSERT INTO outbox (kind, channel, ticket, event, urgent, due_at, at, sealed)"
	" VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5, ?6)"
};
static const struct query sms = {
	"is there a way for SMS", "SELECT gateway FROM carrier WHERE channel = 'sms'"
};

static const char *const	answers[] = { "", "yes", "no" };

static void
read_callout(struct stmt *s, struct arena *a, struct callout *c)
{
	c->id = get_int(s);
	c->ticket = get_int(s);
	c->skill = arena_text(a, get_text(s));
	c->words = arena_text(a, get_text(s));
	c->radius = get_int(s);
	c->account = get_int(s);
	c->agency = get_int(s);
	c->at = get_int(s);
	c->ended = get_int(s);
	c->token = "";
}

static void
read_callee(struct stmt *s, struct callee *c)
{
	const char	*answer;

	c->id = get_int(s);
	c->callout = get_int(s);
	c->volunteer = get_int(s);
	c->metres = get_int(s);
	c->by_mail = *get_text(s) == 'm';
	answer = get_text(s);
	c->answer = *answer == '\0' ? SAID_NOTHING : *answer == 'y' ? SAID_YES : SAID_NO;
	c->eta = get_int(s);
	c->said = get_int(s);
	c->arrived = get_int(s);
	c->left = get_int(s);
	c->stood = get_int(s);
	c->at = get_int(s);
}

enum rc
callout_insert(struct db *db, struct callout *c)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, c->token);
	put_int(s, c->ticket);
	put_text(s, c->skill);
	put_int(s, c->radius);
	put_text(s, c->words);
	put_int(s, c->account);
	put_int(s, c->agency);
	put_int(s, c->at);
	if ((rc = db_end(s)) == RC_OK)
		c->id = db_last_id(db);
	return rc;
}

enum rc
callout_get(struct db *db, struct arena *a, int64_t id, struct callout *c)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_callout(s, a, c);
	return db_end_one(s);
}

enum rc
callout_list(struct db *db, struct arena *a, int64_t ticket, struct callout *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_callout(s, a, &list[*n]);
	return db_end(s);
}

enum rc
callout_open(struct db *db, int64_t ticket, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &open_of);

	put_int(s, ticket);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		ids[*n] = get_int(s);
	return db_end(s);
}

enum rc
callout_end(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
callout_has(struct db *db, int64_t ticket, int64_t volunteer, bool *asked)
{
	struct stmt	*s = db_start(db, &has);

	put_int(s, ticket);
	put_int(s, volunteer);
	*asked = db_next(s);
	return db_end(s);
}

enum rc
callee_insert(struct db *db, struct callee *c, struct bytes code)
{
	struct stmt	*s = db_start(db, &add);
	enum rc		 rc;

	put_int(s, c->callout);
	put_int(s, c->volunteer);
	put_bytes(s, code);
	put_int(s, c->metres);
	put_text(s, c->by_mail ? "mail" : "sms");
	put_int(s, c->at);
	if ((rc = db_end(s)) == RC_OK)
		c->id = db_last_id(db);
	return rc;
}

enum rc
callee_by_code(struct db *db, struct bytes code, struct callee *c)
{
	struct stmt	*s = db_start(db, &by_code);

	put_bytes(s, code);
	if (db_next(s))
		read_callee(s, c);
	return db_end_one(s);
}

enum rc
callee_get(struct db *db, int64_t id, struct callee *c)
{
	struct stmt	*s = db_start(db, &one);

	put_int(s, id);
	if (db_next(s))
		read_callee(s, c);
	return db_end_one(s);
}

enum rc
callee_list(struct db *db, int64_t callout, struct callee *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &all);

	put_int(s, callout);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_callee(s, &list[*n]);
	return db_end(s);
}

enum rc
callee_save(struct db *db, const struct callee *c)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, c->id);
	put_text(s, answers[c->answer]);
	put_int(s, c->eta);
	put_int(s, c->said);
	put_int(s, c->arrived);
	put_int(s, c->left);
	put_int(s, c->stood);
	return db_end_changed(s);
}

enum rc
callee_letter(struct db *db, const char *kind, const char *channel, int64_t ticket,
    int64_t event, struct bytes sealed, int64_t now)
{
	struct stmt	*s = db_start(db, &letter);

	put_text(s, kind);
	put_text(s, channel);
	put_int(s, ticket);
	put_int(s, event);
	put_int(s, now);
	put_bytes(s, sealed);
	return db_end(s);
}

enum rc
callee_has_sms(struct db *db, bool *has_sms)
{
	struct stmt	*s = db_start(db, &sms);

	*has_sms = db_next(s) && get_int(s) != 0;
	return db_end(s);
}

const struct query *const callout_queries[] = {
	&insert, &by_id, &of_ticket, &open_of, &end, &has, &add, &by_code, &one, &all, &save,
	&letter, &sms
};
const size_t callout_nqueries = COUNT(callout_queries);

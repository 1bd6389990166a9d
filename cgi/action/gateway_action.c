/* gateway_action.c: machines that speak to us, each known by a secret. */
#include <stdlib.h>
#include <string.h>

#include "action/gate.h"
#include "action/gateway_action.h"
#include "lib/log.h"
#include "store/gateway_store.h"

static const int64_t	 KEEP_MS = INT64_C(7) * 24 * 3600 * 1000;
static const int64_t	 SEEN_MS = 10 * 1000;	/* oftener is not worth a write */
enum { TIME_DIGITS = 12 };

/* --- who it is -------------------------------------------------------------------------- */

static const char *
code_in(const char *bearer)
{
	static const char	 word[] = "Bearer ";

	if (strncmp(bearer, word, sizeof(word) - 1) != 0 ||
	    !gateway_is_code(bearer + sizeof(word) - 1))
		return "";
	return bearer + sizeof(word) - 1;
}

/* Where there is none, some other secret is asked: it takes as long. */
static enum rc
secret_of(const struct desk *d, const char *code, struct gateway *g, const char **secret)
{
	struct bytes	 sealed;
	enum rc		 rc;

	*secret = secret_token(d->arena);
	rc = gateway_by_code(d->db, d->arena, code, g, &sealed);
	if (rc == RC_NOTFOUND || (rc == RC_OK && !g->allowed)) {
		g->id = 0;
		return RC_OK;
	}
	return rc != RC_OK ? rc : secret_unseal(d->secret, d->arena,
	    arena_printf(d->arena, "gateway:%s", code), sealed, secret);
}

static bool
is_of_now(const char *time, int64_t now)
{
	size_t	 len = strlen(time);
	int64_t	 off;

	if (len == 0 || len > TIME_DIGITS || strspn(time, "0123456789") != len)
		return false;
	off = now / 1000 - strtoll(time, NULL, 10);
	return off >= -GATEWAY_SKEW && off <= GATEWAY_SKEW;
}

/* What is wrong is for our log alone, and nothing of theirs is in it. */
static enum rc
refuse(const struct desk *d, const struct credential *c, const char *why, int64_t *wait)
{
	struct tries	 t = { .n = 0 };
	int64_t		 left;
	enum rc		 rc;

	gate_by(&t, d, &gate_of_address, "gateway", gate_network(d->arena, c->remote));
	if ((rc = gate_ask(d, &t, wait, &left)) != RC_OK)
		return rc;
	if (*wait > 0)
		return RC_CONFLICT;
	log_warn("a machine's message was refused: %s", why);
	rc = gate_miss(d, &t);
	return rc == RC_INPUT ? RC_LOGIN : rc;
}

enum rc
gateway_enter(const struct desk *d, const struct credential *c, const char *body,
    struct parcel *m, int64_t *wait)
{
	struct bytes	 text = { body, strlen(body) };
	const char	*secret;
	bool		 is_signed;
	enum rc		 rc;

	*wait = 0;
	*m = (struct parcel){ .id = "" };
	if ((rc = secret_of(d, code_in(c->bearer), &m->from, &secret)) != RC_OK)
		return rc;
	is_signed = secret_same(secret_sign(d->arena, secret, c->time, text), c->signature);
	if (m->from.id == 0)
		return refuse(d, c, "no such gateway", wait);
	if (!is_signed)
		return refuse(d, c, "not its signature", wait);
	if (!is_of_now(c->time, d->now))
		return refuse(d, c, "not of these minutes", wait);
	secret_hash(text, (struct bytes){ "", 0 }, m->hash);
	return RC_OK;
}

/* --- once is once ----------------------------------------------------------------------- */

enum rc
message_first(const struct desk *d, const struct parcel *m, const char **answer)
{
	struct inbound	 in = { .gateway = m->from.id, .name = m->id };
	enum rc		 rc;

	*answer = NULL;
	if (d->now - m->from.seen > SEEN_MS &&
	    (rc = gateway_set_seen(d->db, m->from.id, d->now)) != RC_OK)
		return rc;
	if ((rc = inbound_find(d->db, d->arena, &in)) == RC_NOTFOUND)
		return RC_OK;
	if (rc == RC_OK && memcmp(in.hash, m->hash, HASH_SIZE) != 0)
		return RC_CONFLICT;
	*answer = in.answer;
	return rc;
}

enum rc
message_done(const struct desk *d, const struct parcel *m, const char *answer)
{
	struct inbound	 in = { .gateway = m->from.id, .name = m->id, .answer = answer,
				.at = d->now };
	enum rc		 rc = inbound_sweep(d->db, d->now - KEEP_MS);

	memcpy(in.hash, m->hash, HASH_SIZE);
	return rc == RC_OK ? inbound_add(d->db, &in) : rc;
}

static enum rc
beat(const struct desk *d, const struct parcel *m, const char **answer)
{
	enum rc	 rc = message_first(d, m, answer);

	if (rc != RC_OK || *answer != NULL)
		return rc;
	*answer = "{\"ok\":true}";
	return RC_OK;		/* said again, it is as true: nothing is kept */
}

enum rc
gateway_beat(const struct desk *d, const struct parcel *m, const char **answer)
{
	enum rc	 rc;

	if (!gateway_may(m->from.kind, MAY_BEAT))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, beat(d, m, answer));
}

/* --- the admin ---------------------------------------------------------------------------- */

static enum rc
make(const struct desk *d, const char *code, enum gateway_kind kind, const char *secret)
{
	struct gateway	 g = { .code = code, .kind = kind, .added = d->now }, other;
	struct bytes	 sealed;
	enum rc		 rc = gateway_by_code(d->db, d->arena, code, &other, &sealed);

	if (rc != RC_NOTFOUND)
		return rc == RC_OK ? RC_CONFLICT : rc;
	return gateway_insert(d->db, &g, secret_seal(d->secret, d->arena,
	    arena_printf(d->arena, "gateway:%s", code), secret));
}

enum rc
gateway_make(const struct desk *d, const char *code, enum gateway_kind kind,
    const char **secret)
{
	enum rc	 rc;

	if (!gateway_is_code(code) || kind == GATEWAY_NONE)
		return RC_INPUT;
	*secret = secret_token(d->arena);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, make(d, code, kind, *secret));
}

enum rc
gateway_list(const struct desk *d, struct gateway **list, size_t *n)
{
	*list = arena_alloc(d->arena, GATEWAYS_MAX * sizeof(**list));
	return gateway_rows(d->db, d->arena, *list, n, GATEWAYS_MAX);
}

static enum rc
revoke(const struct desk *d, const char *code)
{
	struct gateway	 g;
	struct bytes	 sealed;
	enum rc		 rc = gateway_by_code(d->db, d->arena, code, &g, &sealed);

	return rc == RC_OK ? gateway_set_allowed(d->db, g.id, false) : rc;
}

enum rc
gateway_revoke(const struct desk *d, const char *code)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, revoke(d, code)) : rc;
}

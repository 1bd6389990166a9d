/*
 * totp_action.c: the second factor: a code at sign-in, its set-up, what if the phone is lost.
 *
 * Each change is an event of the account: {"what":"on"}, "off", "codes" (new
 * backup codes), "backup" (one was used), "reset" (by an admin).
 */
#include <string.h>

#include "action/gate.h"
#include "action/totp_action.h"
#include "lib/totp.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "store/session_store.h"
#include "store/signin_store.h"

enum { BACKUP_LETTERS = 10, CODE_LONGEST = 40 };

/* Who tries codes knows the password: the tries are remembered for a day. */
static const struct budget of_codes = { 5, 4000, 60 * 60 * 1000, 24 * 3600 * 1000 };

static struct tries
tries_of(const struct desk *d, int64_t account)
{
	struct tries	 t = { .n = 0 };

	gate_by(&t, d, &of_codes, "throttle code", arena_printf(d->arena, "%lld",
	    (long long)account));
	return t;
}

static const char *
context(struct arena *a, int64_t account)
{
	return arena_printf(a, "totp:%lld", (long long)account);
}

/* "123 456" and "abcde-fghjk": what people put between is left out. */
static const char *
bare(struct arena *a, const char *typed)
{
	char	*out = arena_alloc(a, CODE_LONGEST + 1), *to = out;

	for (; *typed != '\0' && to < out + CODE_LONGEST; typed++)
		if (*typed != ' ' && *typed != '-')
			*to++ = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
	*to = '\0';
	return out;
}

static void
backup_hash(const struct desk *d, int64_t account, const char *code, unsigned char hash[HASH_SIZE])
{
	secret_lookup(d->secret, "backup code", arena_printf(d->arena, "%lld %s",
	    (long long)account, code), hash);
}

/* Both ways are gone, whatever was typed.  Inside a transaction. */
static enum rc
take_code(const struct desk *d, const struct account *a, const char *typed)
{
	const char	*code = bare(d->arena, typed), *secret = "";
	unsigned char	 hash[HASH_SIZE];
	struct totp	 t;
	int64_t		 step;
	enum rc		 rc;

	if ((rc = totp_read(d->db, d->arena, a->id, &t)) != RC_OK ||
	    (rc = secret_unseal(d->secret, d->arena, context(d->arena, a->id), t.secret,
	    &secret)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_INPUT : rc;
	step = totp_step(secret, code, d->now, t.step);
	backup_hash(d, a->id, code, hash);
	if (step != 0)
		rc = totp_take(d->db, a->id, step);
	else if ((rc = backup_use(d->db, a->id, hash, d->now)) == RC_OK)
		rc = session_tell(d, a, ACT_TOTP, "{\"what\":\"backup\"}");
	return rc == RC_CONFLICT ? RC_INPUT : rc;
}

/* --- at sign-in ------------------------------------------------------------------ */

static enum rc
read_half(const struct desk *d, const char *half, struct account *a)
{
	unsigned char	 hash[HASH_SIZE];
	int64_t		 id;
	enum rc		 rc;

	if (*half == '\0' || strlen(half) > 64)
		return RC_NOTFOUND;
	session_hash(half, hash);
	if ((rc = half_read(d->db, hash, d->now, &id)) != RC_OK ||
	    (rc = account_by_id(d->db, d->arena, id, a)) != RC_OK)
		return rc;
	return a->disabled != 0 || !a->strong ? RC_NOTFOUND : RC_OK;
}

enum rc
session_half(const struct desk *d, const char *half, const char **login)
{
	struct account	 a = { .login = "" };
	enum rc		 rc = read_half(d, half, &a);

	*login = a.login;
	return rc;
}

static enum rc
let_in(const struct desk *d, const struct code_try *in, const struct tries *t,
    struct signed_in *out)
{
	unsigned char	 hash[HASH_SIZE];
	struct account	 a;
	enum rc		 rc;

	session_hash(in->half, hash);
	if ((rc = read_half(d, in->half, &a)) != RC_OK ||
	    (rc = take_code(d, &a, in->code)) != RC_OK ||
	    (rc = half_remove(d->db, hash)) != RC_OK || (rc = gate_open(d, t)) != RC_OK ||
	    (rc = session_open(d, &a, in->device, in->agent, out)) != RC_OK)
		return rc;
	return session_tell(d, &a, ACT_SIGN_IN, "{\"factor\":1}");
}

enum rc
session_confirm(const struct desk *d, const struct code_try *in, struct signed_in *out)
{
	struct tries	 t;
	struct account	 a;
	enum rc		 rc;

	*out = (struct signed_in){ .wait = 0 };
	if ((rc = read_half(d, in->half, &a)) != RC_OK)
		return rc;
	t = tries_of(d, a.id);
	if ((rc = gate_ask(d, &t, &out->wait, &out->left)) != RC_OK)
		return rc;
	if (out->wait > 0)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, let_in(d, in, &t, out));
	return rc == RC_INPUT ? gate_miss(d, &t) : rc;
}

/* --- one's own ------------------------------------------------------------------------ */

enum rc
see_factor(const struct desk *d, struct factor_view *v)
{
	struct account	 a;
	struct totp	 t = { .step = 0 };
	enum rc		 rc;

	if ((rc = account_by_id(d->db, d->arena, d->who.id, &a)) != RC_OK ||
	    (rc = backup_count(d->db, a.id, &v->backups)) != RC_OK)
		return rc;
	if ((rc = totp_read(d->db, d->arena, a.id, &t)) == RC_NOTFOUND)
		rc = RC_OK;
	v->on = a.strong;
	v->needed = account_needs_factor(a.role);
	v->since = t.created;
	v->login = a.login;
	return rc;
}

/* The account is in the seal's context: a form of somebody else's does not open. */
static const char *
context_new(const struct desk *d)
{
	return arena_printf(d->arena, "totp new:%lld", (long long)d->who.id);
}

void
factor_new(const struct desk *d, const char **secret, const char **sealed)
{
	*secret = totp_secret(d->arena);
	*sealed = secret_hex(d->arena, secret_seal(d->secret, d->arena, context_new(d), *secret));
}

static int
digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

enum rc
factor_open(const struct desk *d, const char *sealed, const char **secret)
{
	size_t		 i, n = strlen(sealed) / 2;
	unsigned char	*raw = arena_alloc(d->arena, n + 1);
	enum rc		 rc;

	for (i = 0; i < n; i++) {
		if (digit(sealed[2 * i]) < 0 || digit(sealed[2 * i + 1]) < 0)
			return RC_INPUT;
		raw[i] = (unsigned char)(digit(sealed[2 * i]) * 16 + digit(sealed[2 * i + 1]));
	}
	rc = secret_unseal(d->secret, d->arena, context_new(d), (struct bytes){ raw, n }, secret);
	return rc == RC_FAIL ? RC_INPUT : rc;
}

/* The old ones are good no more.  Inside a transaction. */
static enum rc
make_backups(const struct desk *d, int64_t account, struct backups *out)
{
	unsigned char	 hash[HASH_SIZE];
	const char	*code;
	size_t		 i;
	enum rc		 rc = backup_remove(d->db, account);

	for (i = 0; rc == RC_OK && i < BACKUP_CODES; i++) {
		code = secret_letters(d->arena, BACKUP_LETTERS);
		backup_hash(d, account, code, hash);
		rc = backup_add(d->db, account, hash);
		out->codes[i] = arena_printf(d->arena, "%.5s-%.5s", code, code + 5);
	}
	return rc;
}

static enum rc
set_up(const struct desk *d, const struct factor_order *o, const struct tries *t,
    struct totp *new, struct backups *codes, struct signed_in *out)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = account_by_id(d->db, d->arena, d->who.id, &a)) != RC_OK)
		return rc;
	if (a.strong)
		return RC_CONFLICT;
	a.strong = true;
	if ((rc = totp_remove(d->db, a.id)) != RC_OK ||
	    (rc = totp_insert(d->db, a.id, new)) != RC_OK ||
	    (rc = account_save_strong(d->db, a.id, true)) != RC_OK ||
	    (rc = make_backups(d, a.id, codes)) != RC_OK ||
	    (rc = session_remove_of(d->db, a.id)) != RC_OK || (rc = gate_open(d, t)) != RC_OK ||
	    (rc = session_open(d, &a, o->device, o->agent, out)) != RC_OK)
		return rc;
	return session_tell(d, &a, ACT_TOTP, "{\"what\":\"on\"}");
}

enum rc
factor_on(const struct desk *d, const struct factor_order *o, struct backups *codes,
    struct signed_in *out)
{
	struct tries	 t = tries_of(d, d->who.id);
	struct totp	 new = { .created = d->now };
	const char	*secret;
	enum rc		 rc;

	*out = (struct signed_in){ .wait = 0 };
	if ((rc = factor_open(d, o->sealed, &secret)) != RC_OK ||
	    (rc = gate_ask(d, &t, &out->wait, &out->left)) != RC_OK)
		return rc;
	if (out->wait > 0)
		return RC_INPUT;
	if ((new.step = totp_step(secret, bare(d->arena, o->code), d->now, 0)) == 0)
		return gate_miss(d, &t);
	new.secret = secret_seal(d->secret, d->arena, context(d->arena, d->who.id), secret);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, set_up(d, o, &t, &new, codes, out));
}

static enum rc
remove_factor(const struct desk *d, int64_t account)
{
	enum rc	 rc;

	if ((rc = totp_remove(d->db, account)) != RC_OK ||
	    (rc = backup_remove(d->db, account)) != RC_OK)
		return rc;
	return account_save_strong(d->db, account, false);
}

/* With a code: it goes (codes is NULL), or it gets new backup codes. */
static enum rc
change(const struct desk *d, const char *code, struct backups *codes)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = account_by_id(d->db, d->arena, d->who.id, &a)) != RC_OK ||
	    (rc = take_code(d, &a, code)) != RC_OK ||
	    (rc = codes == NULL ? remove_factor(d, a.id) : make_backups(d, a.id, codes)) != RC_OK)
		return rc;
	return session_tell(d, &a, ACT_TOTP, codes == NULL ? "{\"what\":\"off\"}" :
	    "{\"what\":\"codes\"}");
}

static enum rc
try_change(const struct desk *d, const char *code, struct backups *codes, int64_t *wait)
{
	struct tries	 t = tries_of(d, d->who.id);
	int64_t		 left;
	enum rc		 rc;

	if ((rc = gate_ask(d, &t, wait, &left)) != RC_OK)
		return rc;
	if (*wait > 0)
		return RC_INPUT;
	if ((rc = db_begin(d->db)) == RC_OK)
		rc = db_finish(d->db, change(d, code, codes));
	return rc == RC_INPUT ? gate_miss(d, &t) : rc;
}

enum rc
factor_off(const struct desk *d, const char *code, int64_t *wait)
{
	return try_change(d, code, NULL, wait);
}

enum rc
factor_backups(const struct desk *d, const char *code, struct backups *codes, int64_t *wait)
{
	return try_change(d, code, codes, wait);
}

/* --- by an admin ------------------------------------------------------------------------ */

static enum rc
reset(const struct desk *d, struct account_order *o)
{
	struct account	 a;
	struct event	 e = { .at = d->now, .act = ACT_TOTP, .who = d->who,
			       .data = "{\"what\":\"reset\"}" };
	enum rc		 rc;

	if ((rc = account_by_id(d->db, d->arena, o->id, &a)) != RC_OK)
		return rc;
	if (!account_may(&d->who, &a))
		return RC_NOTFOUND;
	if (a.id == d->who.id) {
		o->fault = ACCOUNT_SELF;
		return RC_FORBIDDEN;
	}
	e.object = a.id;
	if ((rc = remove_factor(d, a.id)) != RC_OK ||
	    (rc = session_remove_of(d->db, a.id)) != RC_OK)
		return rc;
	return event_add(d->db, d->arena, &e);
}

enum rc
account_factor_reset(const struct desk *d, struct account_order *o)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, reset(d, o)) : rc;
}

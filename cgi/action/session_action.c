/* session_action.c: signing in and out, and one's own password. */
#include <string.h>

#include "action/device.h"
#include "action/gate.h"
#include "action/session_action.h"
#include "lib/text.h"
#include "store/account_store.h"
#include "store/event_store.h"
#include "store/session_store.h"
#include "store/signin_store.h"

enum { MAX_TOKEN = 64 };

static const int64_t	 HALF_MS = INT64_C(10) * 60 * 1000;

/*
 * What strangers do with an account's name, or from its office's address,
 * keeps nobody from the shift: a device that this account signed in on before
 * has a budget of its own.  Nor does it keep who takes over at another desk:
 * of the devices of ours, those that are new to the account have one together.
 * True where the device is ours.
 */
static bool
count_by(const struct desk *d, const struct sign_in *in, const char *login, struct tries *t)
{
	const char	*id = device_id(d->arena, in->device);

	*t = (struct tries){ .n = 0 };
	if (device_knows(d->secret, d->arena, in->device, login)) {
		gate_by(t, d, &gate_of_account, "throttle device",
		    arena_printf(d->arena, "%s %s", id, login));
		return true;
	}
	if (device_is_ours(d->secret, d->arena, in->device)) {
		gate_by(t, d, &gate_of_account, "throttle colleague", login);
		gate_by(t, d, &gate_of_address, "throttle desk", id);
		return true;
	}
	gate_by(t, d, &gate_of_account, "throttle account", login);
	gate_by(t, d, &gate_of_address, "throttle address", gate_network(d->arena, in->remote));
	return false;
}

/* --- sessions -------------------------------------------------------------------- */

void
session_hash(const char *token, unsigned char hash[HASH_SIZE])
{
	secret_hash((struct bytes){ "session", 7 }, (struct bytes){ token, strlen(token) }, hash);
}

static bool
is_token(const char *token)
{
	return token != NULL && *token != '\0' && strlen(token) < MAX_TOKEN;
}

enum rc
session_find(const struct desk *d, const char *token, struct session *s)
{
	unsigned char	 hash[HASH_SIZE];
	enum rc		 rc;

	if (!is_token(token))
		return RC_NOTFOUND;
	session_hash(token, hash);
	if ((rc = session_read(d->db, d->arena, hash, d->now, s)) == RC_OK)
		s->owes = account_owes(s, d->ref != NULL && d->ref->demo);
	return rc;
}

enum rc
session_open(const struct desk *d, const struct account *a, const char *device,
    const char *agent, struct signed_in *out)
{
	unsigned char	 hash[HASH_SIZE];

	out->token = secret_token(d->arena);
	out->lasts = account_session(a->role);
	out->device = device_add(d->secret, d->arena, device, a->login);
	out->session = (struct session){
		.who = { a->id, a->role, a->agency, a->unit, a->name },
		.csrf = secret_token(d->arena),
		.renew = a->renew, .strong = a->strong, .pact = a->pact,
		.created = d->now, .expires = d->now + out->lasts,
	};
	out->session.owes = account_owes(&out->session, d->ref != NULL && d->ref->demo);
	session_hash(out->token, hash);
	return session_add(d->db, hash, &out->session, device_words(d->arena, agent));
}

enum rc
session_drop(const struct desk *d, const char *token)
{
	unsigned char	 hash[HASH_SIZE];

	if (!is_token(token))
		return RC_OK;
	session_hash(token, hash);
	return session_remove(d->db, hash);
}

enum rc
session_end(const struct desk *d, const char *token)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, session_drop(d, token)) : rc;
}

enum rc
session_end_all(const struct desk *d, int64_t account)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, session_remove_of(d->db, account)) : rc;
}

/* --- signing in ------------------------------------------------------------------ */

/* What was found before the hash was made, which takes long. */
struct found {
	struct account	 account;
	const char	*hash;		/* "" cannot sign in */
	const char	*better;	/* a hash of today's strength, or NULL */
};

/* Who does not exist costs the same: a hash is made and thrown away. */
static bool
fits(const struct desk *d, const struct found *f, const char *password)
{
	if (*f->hash != '\0')
		return secret_password_fits(f->hash, password);
	(void)secret_password(d->arena, password);
	return false;
}

static enum rc
find(const struct desk *d, const char *login, struct found *f)
{
	enum rc	 rc = account_by_login(d->db, d->arena, login, &f->account, &f->hash);

	return rc == RC_NOTFOUND ? RC_OK : rc;
}

/* Is it still as it was when its password was checked? */
static enum rc
find_again(const struct desk *d, struct found *f)
{
	struct found	 now = { .hash = "" };
	enum rc		 rc = find(d, f->account.login, &now);

	if (rc == RC_OK && (now.account.disabled != 0 || strcmp(now.hash, f->hash) != 0))
		rc = RC_INPUT;
	f->account = now.account;
	return rc;
}

enum rc
session_tell(const struct desk *d, const struct account *a, enum act act, const char *data)
{
	struct event	 e = {
		.at = d->now, .act = act, .object = a->id, .data = data,
		.who = { a->id, a->role, a->agency, a->unit, a->name },
	};

	return event_add(d->db, d->arena, &e);
}

/* The password was right: that is half of it.  What counts as a sign-in is the code. */
static enum rc
open_half(const struct desk *d, const struct account *a, struct signed_in *out)
{
	unsigned char	 hash[HASH_SIZE];
	enum rc		 rc = half_sweep(d->db, d->now);

	out->half = true;
	out->token = secret_token(d->arena);
	out->lasts = HALF_MS;
	session_hash(out->token, hash);
	return rc == RC_OK ? half_add(d->db, hash, a->id, d->now + HALF_MS) : rc;
}

static enum rc
let_in(const struct desk *d, const struct sign_in *in, const struct tries *t, struct found *f,
    struct signed_in *out)
{
	enum rc	 rc;

	if ((rc = find_again(d, f)) != RC_OK ||
	    (rc = session_sweep(d->db, d->now)) != RC_OK ||
	    (rc = session_drop(d, in->old)) != RC_OK || (rc = gate_open(d, t)) != RC_OK)
		return rc;
	if (f->better != NULL && (rc = account_save_password(d->db, f->account.id, f->better,
	    f->account.renew)) != RC_OK)
		return rc;
	if (f->account.strong)
		return open_half(d, &f->account, out);
	if ((rc = session_open(d, &f->account, in->device, in->agent, out)) != RC_OK)
		return rc;
	return session_tell(d, &f->account, ACT_SIGN_IN, "");
}

static const char *
small(struct arena *a, const char *text)
{
	char	*out = arena_text(a, text), *p;

	for (p = out; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return out;
}

enum rc
session_begin(const struct desk *d, const struct sign_in *in, struct signed_in *out)
{
	const char	*login = small(d->arena, in->login);
	struct found	 f = { .hash = "" };
	struct tries	 t;
	bool		 good, ours = count_by(d, in, login, &t);
	enum rc		 rc;

	*out = (struct signed_in){ .wait = 0 };
	if ((rc = gate_ask(d, &t, &out->wait, &out->left)) != RC_OK)
		return rc;
	if (out->wait > 0 || text_length(in->password) > PASSWORD_MAX)
		return RC_INPUT;
	if ((out->aside = in->aside && !ours))
		return RC_OK;
	if ((rc = find(d, login, &f)) != RC_OK)
		return rc;
	good = fits(d, &f, in->password) && f.account.disabled == 0;
	if (!good)
		return gate_miss(d, &t);
	if (secret_password_is_old(f.hash))
		f.better = secret_password(d->arena, in->password);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, let_in(d, in, &t, &f, out));
}

/* --- one's own password --------------------------------------------------------------- */

static enum rc
change(const struct desk *d, const struct new_password *p, struct found *f, struct signed_in *out)
{
	enum rc	 rc;

	if ((rc = find_again(d, f)) != RC_OK)
		return rc;
	f->account.renew = false;
	if ((rc = account_save_password(d->db, f->account.id, f->better, false)) != RC_OK ||
	    (rc = session_remove_of(d->db, f->account.id)) != RC_OK ||
	    (rc = session_open(d, &f->account, p->device, p->agent, out)) != RC_OK)
		return rc;
	return session_tell(d, &f->account, ACT_ACCOUNT, "{\"what\":\"password\"}");
}

/* Who took a session over does not find the password by trying it here. */
enum rc
session_new_password(const struct desk *d, const struct new_password *p, struct signed_in *out,
    enum flaw *flaw)
{
	struct found	 f = { .hash = "" };
	struct tries	 t = { .n = 0 };
	enum rc		 rc;

	*out = (struct signed_in){ .wait = 0 };
	*flaw = FLAW_NONE;
	if ((rc = account_by_id(d->db, d->arena, d->who.id, &f.account)) != RC_OK ||
	    (rc = find(d, f.account.login, &f)) != RC_OK)
		return rc;
	gate_by(&t, d, &gate_of_account, "throttle change", f.account.login);
	if ((rc = gate_ask(d, &t, &out->wait, &out->left)) != RC_OK)
		return rc;
	*flaw = password_flaw(p->new, f.account.login, f.account.name);
	if (out->wait > 0 || *flaw != FLAW_NONE)
		return RC_INPUT;
	if (!fits(d, &f, p->old))
		return gate_miss(d, &t);
	f.better = secret_password(d->arena, p->new);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, change(d, p, &f, out));
}

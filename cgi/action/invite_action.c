/* invite_action.c: a code with which somebody chooses the own password, once. */
#include <string.h>

#include "action/gate.h"
#include "action/invite_action.h"
#include "action/session_action.h"
#include "store/account_store.h"
#include "store/session_store.h"
#include "store/signin_store.h"

enum { LETTERS = 12, LONGEST = 40 };

static const int64_t	 LASTS_MS = INT64_C(3600) * 1000 * INVITE_HOURS;

/* Small letters and what stands between do not matter: it is read out and copied. */
static void
hash_of(const struct desk *d, const char *code, unsigned char hash[HASH_SIZE])
{
	char	 bare[LONGEST + 1], *to = bare;

	for (; *code != '\0' && to < bare + LONGEST; code++)
		if (*code != ' ' && *code != '-')
			*to++ = *code >= 'a' && *code <= 'z' ? (char)(*code - 'a' + 'A') : *code;
	*to = '\0';
	secret_lookup(d->secret, "invitation", bare, hash);
}

enum rc
invite_make(const struct desk *d, int64_t account, const char **code)
{
	const char	*c = secret_letters(d->arena, LETTERS);
	unsigned char	 hash[HASH_SIZE];

	*code = arena_printf(d->arena, "%.4s-%.4s-%.4s", c, c + 4, c + 8);
	hash_of(d, *code, hash);
	return invite_add(d->db, hash, account, d->now + LASTS_MS);
}

enum rc
invite_end(const struct desk *d, int64_t account)
{
	return invite_remove(d->db, account);
}

static enum rc
read_invite(const struct desk *d, const unsigned char hash[HASH_SIZE], struct account *a)
{
	int64_t	 id;
	enum rc	 rc;

	if ((rc = invite_read(d->db, hash, d->now, &id)) != RC_OK ||
	    (rc = account_by_id(d->db, d->arena, id, a)) != RC_OK)
		return rc;
	return a->disabled != 0 ? RC_NOTFOUND : RC_OK;
}

/* Asked again: of two who hold the code, one is the first. */
static enum rc
use(const struct desk *d, const unsigned char code[HASH_SIZE], const char *hash)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = read_invite(d, code, &a)) != RC_OK)
		return rc == RC_NOTFOUND ? RC_INPUT : rc;
	if ((rc = invite_remove(d->db, a.id)) != RC_OK ||
	    (rc = account_save_password(d->db, a.id, hash, false)) != RC_OK ||
	    (rc = session_remove_of(d->db, a.id)) != RC_OK)
		return rc;
	return session_tell(d, &a, ACT_ACCOUNT, "{\"what\":\"password\"}");
}

enum rc
invite_use(const struct desk *d, struct invite_order *o)
{
	struct tries	 t = { .n = 0 };
	unsigned char	 hash[HASH_SIZE];
	struct account	 a;
	int64_t		 left;
	const char	*password;
	enum rc		 rc;

	gate_by(&t, d, &gate_of_address, "throttle invitation", gate_network(d->arena, o->remote));
	if ((rc = gate_ask(d, &t, &o->wait, &left)) != RC_OK)
		return rc;
	if (o->wait > 0)
		return RC_INPUT;
	hash_of(d, o->code, hash);
	if ((rc = read_invite(d, hash, &a)) != RC_OK)
		return rc == RC_NOTFOUND ? gate_miss(d, &t) : rc;
	if ((o->flaw = password_flaw(o->password, a.login, a.name)) != FLAW_NONE)
		return RC_INPUT;
	password = secret_password(d->arena, o->password);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, use(d, hash, password));
}

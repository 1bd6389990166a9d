/* account.c: who may sign in, and who may say so. */
#include <string.h>

#include "domain/account.h"

static const int64_t	 HOUR_MS = INT64_C(3600) * 1000;

bool
account_is_login(const char *login)
{
	static const char	 inside[] = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
	size_t			 len = strlen(login);

	return len >= LOGIN_MIN && len <= LOGIN_MAX && strspn(login, inside) == len &&
	    strchr(".-_", login[0]) == NULL && strchr(".-_", login[len - 1]) == NULL;
}

bool
account_is_role(enum role role)
{
	return role >= ROLE_CALL_TAKER && role <= ROLE_ADMIN;
}

bool
account_may_give(const struct actor *who, enum role role, int64_t agency)
{
	if (!account_is_role(role))
		return false;
	if (who->role == ROLE_WORKER || role_may(who->role, MAY_ACCOUNTS))
		return true;
	return role_may(who->role, MAY_OWN_ACCOUNTS) && agency != 0 && agency == who->agency &&
	    (role == ROLE_OPD_OPERATOR || role == ROLE_RESPONDER);
}

bool
account_may(const struct actor *who, const struct account *a)
{
	return account_may_give(who, a->role, a->agency);
}

int64_t
account_session(enum role role)
{
	return role == ROLE_ADMIN || role == ROLE_AUDITOR ? 8 * HOUR_MS : 12 * HOUR_MS;
}

int64_t
account_idle(enum role role)
{
	return role == ROLE_CALL_TAKER || role == ROLE_DISPATCHER || role == ROLE_SUPERVISOR ||
	    role == ROLE_OPD_OPERATOR || role == ROLE_RESPONDER ? 12 * HOUR_MS : HOUR_MS / 2;
}

bool
account_needs_factor(enum role role)
{
	return role == ROLE_ADMIN || role == ROLE_SUPERVISOR || role == ROLE_AUDITOR;
}

enum owes
account_owes(const struct session *s, bool demo)
{
	if (s->renew)
		return OWES_PASSWORD;
	if (demo)
		return OWES_NOTHING;
	if (s->pact < PACT_VERSION)
		return OWES_PACT;
	return account_needs_factor(s->who.role) && !s->strong ? OWES_FACTOR : OWES_NOTHING;
}

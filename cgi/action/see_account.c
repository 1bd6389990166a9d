/* see_account.c: what a person may read of accounts. */
#include "action/account_action.h"
#include "store/account_store.h"
#include "store/session_store.h"
#include "store/signin_store.h"

enum { CHANGES = 20 };

static bool
sees_all(const struct desk *d)
{
	return d->who.role == ROLE_WORKER || role_may(d->who.role, MAY_ACCOUNTS);
}

/*
 * The head of an agency sees all of the agency's accounts, also those only an
 * admin may change.
 */
enum rc
see_accounts(const struct desk *d, const struct accounts_filter *f, struct accounts *out)
{
	struct account_filter	 stored = {
		.role = f->role, .agency = sees_all(d) ? f->agency : d->who.agency,
		.disabled = f->disabled, .text = f->text, .after = f->after,
	};
	enum rc			 rc;

	if (!sees_all(d) && (!role_may(d->who.role, MAY_OWN_ACCOUNTS) || d->who.agency == 0))
		return RC_FORBIDDEN;
	out->rows = arena_alloc(d->arena, (ACCOUNTS_PAGE + 1) * sizeof(*out->rows));
	if ((rc = account_list(d->db, d->arena, &stored, out->rows, &out->n,
	    ACCOUNTS_PAGE + 1)) != RC_OK)
		return rc;
	out->more = out->n > ACCOUNTS_PAGE;
	if (out->more)
		out->n = ACCOUNTS_PAGE;
	return account_count(d->db, sees_all(d) ? 0 : d->who.agency, &out->total);
}

static enum rc
read_changes(const struct desk *d, struct account_view *out)
{
	struct account_past	*past = arena_alloc(d->arena, CHANGES * sizeof(*past));
	enum rc			 rc;
	size_t			 i;

	rc = account_history(d->db, d->arena, out->account.id, past, &out->nchanges, CHANGES);
	out->changes = arena_alloc(d->arena, CHANGES * sizeof(*out->changes));
	for (i = 0; i < out->nchanges; i++)
		out->changes[i] = (struct account_change){ past[i].at, past[i].by, past[i].data };
	return rc;
}

static enum rc
read_factor(const struct desk *d, struct account_view *out)
{
	struct account_past	 past;
	enum rc			 rc;

	if ((rc = totp_since(d->db, out->account.id, &out->factor)) != RC_OK)
		return rc;
	rc = account_factor_past(d->db, d->arena, out->account.id, &past);
	out->factor_reset = (struct account_change){ past.at, past.by, past.data };
	return rc;
}

enum rc
see_account(const struct desk *d, int64_t id, struct account_view *out)
{
	enum rc	 rc;

	if ((rc = account_by_id(d->db, d->arena, id, &out->account)) != RC_OK)
		return rc;
	if (!account_may(&d->who, &out->account))
		return RC_NOTFOUND;
	if ((rc = session_count(d->db, id, d->now, &out->sessions)) != RC_OK ||
	    (rc = invite_waits(d->db, id, &out->invited)) != RC_OK ||
	    (rc = read_factor(d, out)) != RC_OK ||
	    (rc = account_open_work(d->db, out->account.agency, &out->open_work)) != RC_OK)
		return rc;
	return read_changes(d, out);
}

enum rc
account_find(const struct desk *d, const char *login, struct account *out)
{
	const char	*hash;
	enum rc		 rc = account_by_login(d->db, d->arena, login, out, &hash);

	return rc == RC_OK && !account_may(&d->who, out) ? RC_NOTFOUND : rc;
}

/* draft_action.c: calls that are being taken down: kept, found again, closed; one's own keys. */
#include "action/calls_core.h"
#include "action/draft_core.h"
#include "store/call_store.h"

static const char *
context(struct arena *a, const char *token)
{
	return arena_printf(a, "draft:%s", token);
}

static enum rc
keep(const struct desk *d, const struct draft_row *row)
{
	struct draft_row	 list[DRAFTS_MAX];
	struct call		 c;
	size_t			 n;
	bool			 over = false;
	enum rc			 rc = call_by_token(d->db, d->arena, row->token, &c);

	if (rc == RC_OK)
		rc = calls_is_over(d, &c, &over);
	if (over || (rc != RC_OK && rc != RC_NOTFOUND))
		return over ? RC_CONFLICT : rc;
	if ((rc = draft_of_account(d->db, d->arena, d->who.id, list, &n, COUNT(list))) != RC_OK)
		return rc;
	return n < COUNT(list) ? draft_put(d->db, row) : RC_INPUT;
}

static enum rc
drop(const struct desk *d, const char *token)
{
	struct draft_row	 row;
	struct call		 c;
	enum rc			 rc = draft_by_token(d->db, d->arena, token, &row);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if (row.account != d->who.id || row.sealed.data == NULL)
		return RC_CONFLICT;
	rc = call_by_token(d->db, d->arena, token, &c);
	if (rc == RC_OK)	/* a call back that is emptied still waits for its end */
		return retype_drop(d, &c, token);
	if (rc != RC_NOTFOUND)
		return rc;
	return draft_end(d->db, token);
}

enum rc
draft_keep(const struct desk *d, const char *token, const char *body, int64_t rang)
{
	struct draft_row	 row = { .token = token, .account = d->who.id, .rang = rang,
		.saved = d->now };
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (*body != '\0')
		row.sealed = secret_seal(d->secret, d->arena, context(d->arena, token), body);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, *body != '\0' ? keep(d, &row) : drop(d, token));
}

enum rc
draft_open(const struct desk *d, const struct draft_row *row, struct draft *out)
{
	const char	*body;

	*out = (struct draft){ .id = row->id, .token = row->token, .rang = row->rang,
	    .saved = row->saved };
	if (secret_unseal(d->secret, d->arena, context(d->arena, row->token), row->sealed,
	    &body) != RC_OK || pairs_read(d->arena, body, '&', &out->said) != RC_OK)
		return RC_FAIL;
	return RC_OK;
}

/* One whose seal does not open is the worker's to clear away. */
enum rc
draft_list(const struct desk *d, struct draft *list, size_t *n)
{
	struct draft_row	 rows[DRAFTS_MAX];
	size_t			 i, found;
	enum rc			 rc;

	*n = 0;
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = draft_of_account(d->db, d->arena, d->who.id, rows, &found, COUNT(rows));
	for (i = 0; i < found && rc == RC_OK; i++)
		*n += draft_open(d, &rows[i], &list[*n]) == RC_OK;
	return rc;
}

static enum rc
own(const struct desk *d, int64_t id, struct draft_row *row)
{
	enum rc	 rc = draft_by_id(d->db, d->arena, id, row);

	if (rc != RC_OK)
		return rc;
	return row->account == d->who.id && row->sealed.data != NULL ? RC_OK : RC_NOTFOUND;
}

enum rc
draft_find(const struct desk *d, int64_t id, struct draft *out)
{
	struct draft_row	 row;
	enum rc			 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	rc = own(d, id, &row);
	return rc == RC_OK ? draft_open(d, &row, out) : rc;
}

enum rc
draft_close(const struct desk *d, int64_t id, struct receipt *out)
{
	struct draft_row	 row;
	enum rc			 rc;

	*out = (struct receipt){ .code = "" };
	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = own(d, id, &row)) == RC_OK)
		rc = draft_become(d, &row, out);
	return db_finish(d->db, rc);
}

/* --- keys --------------------------------------------------------------------------- */

enum rc
see_keys(const struct desk *d, struct own_key *list, size_t *n)
{
	struct desk_key	 keys[OWN_KEYS];
	size_t		 i;
	enum rc		 rc = key_list(d->db, d->arena, d->who.id, keys, n, COUNT(keys));

	for (i = 0; i < *n; i++)
		list[i] = (struct own_key){ keys[i].action, keys[i].code };
	return rc;
}

static enum rc
choose(const struct desk *d, const struct own_key *list, size_t n)
{
	struct desk_key	 k;
	size_t		 i;
	enum rc		 rc = key_drop_all(d->db, d->who.id);

	for (i = 0; i < n && rc == RC_OK; i++) {
		k = (struct desk_key){ list[i].action, list[i].code };
		rc = key_put(d->db, d->who.id, &k);
	}
	return rc;
}

enum rc
keys_choose(const struct desk *d, const struct own_key *list, size_t n)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (n > OWN_KEYS)
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, choose(d, list, n)) : rc;
}

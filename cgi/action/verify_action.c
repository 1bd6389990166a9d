/* verify_action.c: is the record what it was? */
#include <string.h>

#include "action/verify_action.h"
#include "lib/log.h"
#include "store/audit_store.h"
#include "store/event_store.h"

enum {
	LINKS = 1000,		/* at a time: what is read is given back */
	SOME = 20000,		/* for the worker: some hundredths of a second */
};

static enum rc
explain(const struct desk *d, const unsigned char head[HASH_SIZE], struct chain *chain)
{
	enum rc	 rc = event_explain(d->db, chain->last, head, -1,
	    &chain->fault, &chain->other);

	return rc == RC_OK ? RC_CONFLICT : rc;
}

enum rc
verify_chain(const struct desk *d, struct chain *chain)
{
	unsigned char	 head[HASH_SIZE] = { 0 }, kept[HASH_SIZE];
	enum rc		 rc, end;

	*chain = (struct chain){ .head = "" };
	do
		rc = event_check(d->db, d->arena, &chain->last, head, LINKS);
	while (rc == RC_OK);
	chain->head = secret_hex(d->arena, (struct bytes){ head, sizeof(head) });
	if (rc != RC_NOTFOUND && rc != RC_CONFLICT)
		return rc;
	end = event_link(d->db, chain->last, &chain->at, kept);
	if (end != RC_OK && end != RC_NOTFOUND)
		return end;
	return rc == RC_NOTFOUND ? RC_OK : explain(d, head, chain);
}

enum rc
verify_holds(const struct desk *d, int64_t count, const char *head)
{
	unsigned char	 hash[HASH_SIZE];
	int64_t		 at;
	enum rc		 rc = event_link(d->db, count, &at, hash);

	if (rc != RC_OK)
		return rc;
	return strcmp(secret_hex(d->arena, (struct bytes){ hash, sizeof(hash) }), head) == 0 ?
	    RC_OK : RC_CONFLICT;
}

/* --- by the worker, a piece at a time ------------------------------------------------------- */

/* Is the end we saw still there, and the same? */
static enum rc
still_there(const struct desk *d, struct chain_check *c)
{
	unsigned char	 hash[HASH_SIZE];
	int64_t		 at;
	enum rc		 rc;

	c->fault = CHAIN_GOOD;
	if (c->upto == 0)
		return RC_OK;
	rc = event_link(d->db, c->upto, &at, hash);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	if (rc == RC_NOTFOUND || memcmp(hash, c->head, HASH_SIZE) != 0)
		c->fault = CHAIN_REMOVED;
	return RC_OK;
}

/* *more: the end was not reached. */
static enum rc
step(const struct desk *d, struct chain_check *c, bool *more)
{
	int64_t	 began, other;
	enum rc	 rc;

	*more = false;
	if ((rc = still_there(d, c)) != RC_OK || c->fault != CHAIN_GOOD)
		return rc;
	began = c->upto;
	rc = event_check(d->db, d->arena, &c->upto, c->head, SOME);
	if (rc == RC_CONFLICT)
		return event_explain(d->db, c->upto, c->head, SOME, &c->fault, &other);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	*more = c->upto - began == SOME;
	if (!*more)
		c->at = d->now;
	return RC_OK;
}

static enum rc
save(const struct desk *d, const struct chain_check *fresh, const struct chain_check *all)
{
	enum rc	 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = chain_check_save(d->db, WALK_NEW, fresh)) != RC_OK)
		return db_finish(d->db, rc);
	return db_finish(d->db, chain_check_save(d->db, WALK_ALL, all));
}

static void
complain(const struct chain_check *c)
{
	if (c->fault != CHAIN_GOOD)
		log_warn("the chain of events is broken behind event %lld (%s)",
		    (long long)c->upto, chain_fault_code(c->fault));
}

/* At the end of its walk the second begins again; what was wrong is looked at again, too. */
enum rc
verify_some(const struct desk *d, bool *behind)
{
	struct chain_check	 fresh, all;
	bool			 more;
	enum rc			 rc;

	*behind = false;
	if ((rc = chain_check_read(d->db, WALK_NEW, &fresh)) != RC_OK ||
	    (rc = chain_check_read(d->db, WALK_ALL, &all)) != RC_OK ||
	    (rc = step(d, &fresh, behind)) != RC_OK ||
	    (rc = step(d, &all, &more)) != RC_OK)
		return rc;
	complain(&fresh);
	complain(&all);
	if (!more && all.fault == CHAIN_GOOD) {
		all.upto = 0;
		memset(all.head, 0, sizeof(all.head));
	}
	return save(d, &fresh, &all);
}

/* worker_due.c: what comes to its end, or begins again, when its time is over. */
#include "action/clock_core.h"
#include "action/move_action.h"
#include "action/worker_action.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/recall_store.h"
#include "store/ref_store.h"
#include "store/retention_store.h"
#include "store/session_store.h"
#include "store/throttle_store.h"
#include "store/worker_store.h"

enum { MANY = 100, FORM_DAYS = 7 };	/* a hook may say again what it said */

static const enum act	acts[DUE_COUNT] = {
	[DUE_CLOSE] = ACT_CLOSE, [DUE_ARCHIVE] = ACT_ARCHIVE,
	[DUE_SCHEDULED] = ACT_RESUME, [DUE_ON_HOLD] = ACT_RESUME,
};

/*
 * By the version that was seen: who disputed meanwhile was faster.  One that
 * cannot be moved must not keep the others.
 */
static enum rc
end_one(const struct desk *d, enum act act, const struct due *due, size_t *count)
{
	const struct order	 o = { .number = due->number, .life = LIFE_COMPLAINT,
		.act = act, .version = due->version };
	struct verdict		 v;
	enum rc			 rc = move(d, &o, &v);

	if (rc == RC_BUSY || rc == RC_FAIL)
		return rc;
	if (rc == RC_OK)
		++*count;
	else if (rc != RC_CONFLICT)
		log_warn("%s: %s is refused (%d)", due->number, act_code(act), rc);
	return RC_OK;
}

enum rc
worker_closings(const struct desk *d, size_t *count)
{
	struct due	 due[MANY];
	enum due_list	 list;
	size_t		 i, n;
	bool		 pending;
	enum rc		 rc = clocks_pending(d, &pending);

	*count = 0;
	if (pending)
		return rc;
	for (list = 0; list < DUE_COUNT && rc == RC_OK; list++) {
		rc = due_tickets(d->db, d->arena, list, d->now, due, &n, MANY);
		for (i = 0; i < n && rc == RC_OK; i++)
			rc = end_one(d, acts[list], &due[i], count);
	}
	return rc;
}

/* As long as the table of retention says; these name nobody, so no disaster keeps them. */
enum rc
worker_sweep(const struct desk *d)
{
	int64_t	 session, throttle;
	enum rc	 rc;

	if ((rc = retention_days(d->db, "session", &session)) != RC_OK ||
	    (rc = retention_days(d->db, "throttle", &throttle)) != RC_OK ||
	    (rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = session_sweep(d->db, d->now - session * DAY)) != RC_OK ||
	    (rc = call_once_sweep(d->db, d->now - FORM_DAYS * DAY)) != RC_OK)
		return db_finish(d->db, rc);
	return db_finish(d->db, throttle_sweep(d->db, d->now - throttle * DAY));
}

enum rc
worker_sender(const struct desk *d, const char **from)
{
	return setting_get(d->db, d->arena, "mail_from", from);
}

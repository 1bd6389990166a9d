/* pact_action.c: the integrity pact is read and signed before any work. */
#include <string.h>

#include "action/pact_action.h"
#include "action/session_action.h"
#include "lib/text.h"
#include "store/account_store.h"

static enum rc
sign(const struct desk *d, const struct account *a)
{
	enum rc	 rc = account_save_pact(d->db, a->id, PACT_VERSION);

	if (rc != RC_OK)
		return rc;
	return session_tell(d, a, ACT_PACT, arena_printf(d->arena, "{\"version\":%d}",
	    PACT_VERSION));
}

enum rc
pact_sign(const struct desk *d, const char *name)
{
	struct account	 a;
	enum rc		 rc;

	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = account_by_id(d->db, d->arena, d->who.id, &a)) != RC_OK)
		return db_finish(d->db, rc);
	if (strcmp(text_fold(d->arena, name), text_fold(d->arena, a.name)) != 0)
		return db_finish(d->db, RC_INPUT);
	return db_finish(d->db, a.pact >= PACT_VERSION ? RC_OK : sign(d, &a));
}

enum rc
pact_signed(const struct desk *d, int64_t *version)
{
	struct account	 a = { .pact = 0 };
	enum rc		 rc = account_by_id(d->db, d->arena, d->who.id, &a);

	*version = a.pact;
	return rc;
}

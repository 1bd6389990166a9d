/* retention_action.c: what has been kept long enough is forgotten, but not in a disaster. */
#include <string.h>

#include "action/retention_action.h"
#include "lib/buf.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/init_store.h"
#include "store/privacy_store.h"
#include "store/ref_store.h"
#include "store/retention_store.h"
#include "store/ticket_store.h"

enum { AT_ONCE = 50 };

static enum rc
tell(const struct desk *d, int64_t ticket, const char *note, const char *data)
{
	struct event	 e = {
		.at = d->now, .ticket = ticket, .act = ACT_ERASE, .who = d->who,
		.note = note, .data = data,
	};

	return event_add(d->db, d->arena, &e);
}

enum rc
retention_frozen(const struct desk *d, bool *frozen)
{
	const char	*value;
	enum rc		 rc = setting_get(d->db, d->arena, "disaster", &value);

	*frozen = rc == RC_OK && strcmp(value, "1") == 0;
	return rc;
}

/* Frozen or not is asked here, inside the transaction: a disaster stops it at once. */
static enum rc
forget(const struct desk *d, const struct retention *r, size_t *count)
{
	enum data_class	 c = data_class_of(r->class);
	int64_t		 ids[AT_ONCE];
	bool		 frozen;
	size_t		 i, n;
	enum rc		 rc;

	if ((rc = retention_frozen(d, &frozen)) != RC_OK || frozen)
		return rc;
	rc = retention_find(d->db, c, d->now - r->days * DAY, ids, &n, AT_ONCE);
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = retention_clear(d->db, c, ids[i]);
	if (rc != RC_OK || n == 0)
		return rc;
	*count += n;
	return tell(d, 0, "", arena_printf(d->arena,
	    "{\"class\":\"%s\",\"rows\":%zu,\"days\":%lld}", r->class, n, (long long)r->days));
}

/* Looked for first without the writers' turn: mostly there is nothing. */
static enum rc
is_due(const struct desk *d, const struct retention *r, bool *due)
{
	int64_t	 id;
	size_t	 n;
	enum rc	 rc = retention_find(d->db, data_class_of(r->class), d->now - r->days * DAY,
		    &id, &n, 1);

	*due = n > 0;
	return rc;
}

enum rc
worker_retention(const struct desk *d, size_t *count)
{
	struct retention	 list[DATA_CLASSES];
	bool			 due;
	size_t			 i, n;
	enum rc			 rc = retention_list(d->db, d->arena, list, &n, COUNT(list));

	*count = 0;
	for (i = 0; i < n && rc == RC_OK; i++) {
		if ((rc = is_due(d, &list[i], &due)) != RC_OK || !due)
			continue;
		if ((rc = db_begin(d->db)) == RC_OK)
			rc = db_finish(d->db, forget(d, &list[i], count));
	}
	return rc;
}

enum rc
see_retention(const struct desk *d, struct retention_view *v)
{
	enum rc	 rc = retention_frozen(d, &v->frozen);

	return rc == RC_OK ?
	    retention_list(d->db, d->arena, v->rows, &v->n, COUNT(v->rows)) : rc;
}

static enum rc
freeze(const struct desk *d, bool frozen, const char *why)
{
	bool	 was;
	enum rc	 rc;

	if ((rc = retention_frozen(d, &was)) != RC_OK)
		return rc;
	if (was == frozen)
		return RC_CONFLICT;
	if ((rc = setting_put(d->db, "disaster", frozen ? "1" : "0")) != RC_OK)
		return rc;
	return tell(d, 0, why, frozen ? "{\"what\":\"freeze\"}" : "{\"what\":\"thaw\"}");
}

enum rc
retention_freeze(const struct desk *d, bool frozen, const char *why)
{
	enum rc	 rc;

	if (d->who.role != ROLE_SUPERVISOR)
		return RC_FORBIDDEN;
	if (*why == '\0')
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, freeze(d, frozen, why)) : rc;
}

/* --- what is held ------------------------------------------------------------------------ */

static enum rc
hold(const struct desk *d, const char *number, const char *why)
{
	struct ticket	 t;
	bool		 has;
	enum rc		 rc = ticket_by_number(d->db, d->arena, number, &t);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_INPUT : rc;
	if ((rc = hold_has(d->db, t.id, &has)) != RC_OK || has)
		return rc == RC_OK ? RC_CONFLICT : rc;
	if ((rc = hold_insert(d->db, t.id, why, d->now, d->who.id)) != RC_OK)
		return rc;
	return tell(d, t.id, why, "{\"what\":\"hold\"}");
}

enum rc
hold_add(const struct desk *d, const char *number, const char *why)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	if (*why == '\0')
		return RC_INPUT;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, hold(d, number, why)) : rc;
}

static enum rc
release(const struct desk *d, const char *number)
{
	struct ticket	 t;
	enum rc		 rc;

	if ((rc = ticket_by_number(d->db, d->arena, number, &t)) != RC_OK ||
	    (rc = hold_remove(d->db, t.id)) != RC_OK)
		return rc;
	return tell(d, t.id, "", "{\"what\":\"release\"}");
}

enum rc
hold_release(const struct desk *d, const char *number)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, release(d, number)) : rc;
}

enum rc
see_held(const struct desk *d, struct held *list, size_t *n)
{
	*n = 0;
	if (!role_may(d->who.role, MAY_PRIVACY_DESK))
		return RC_FORBIDDEN;
	return hold_list(d->db, d->arena, list, n, HELD_MAX);
}

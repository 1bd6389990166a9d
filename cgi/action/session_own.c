/* session_own.c: where one is signed in, and how one ends that from afar. */
#include <string.h>

#include "action/session_action.h"
#include "store/session_store.h"

enum { ID_BYTES = 8 };

static const char *
id_of(struct arena *a, const struct session_row *row)
{
	return secret_hex(a, (struct bytes){ row->hash, ID_BYTES });
}

static enum rc
read_rows(const struct desk *d, struct session_row **rows, size_t *n)
{
	*rows = arena_alloc(d->arena, OWN_SESSIONS * sizeof(**rows));
	return session_list(d->db, d->arena, d->who.id, d->now, *rows, n, OWN_SESSIONS);
}

enum rc
session_own(const struct desk *d, const char *token, struct own_session **out, size_t *n)
{
	struct session_row	*rows;
	unsigned char		 here[HASH_SIZE];
	enum rc			 rc;
	size_t			 i;

	if ((rc = read_rows(d, &rows, n)) != RC_OK)
		return rc;
	session_hash(token, here);
	*out = arena_alloc(d->arena, (*n + 1) * sizeof(**out));
	for (i = 0; i < *n; i++)
		(*out)[i] = (struct own_session){
			.id = id_of(d->arena, &rows[i]), .created = rows[i].created,
			.expires = rows[i].expires, .device = rows[i].device,
			.here = memcmp(rows[i].hash, here, HASH_SIZE) == 0,
		};
	return RC_OK;
}

static enum rc
tell(const struct desk *d, const char *data)
{
	const struct account	 me = {
		.id = d->who.id, .role = d->who.role, .agency = d->who.agency,
		.unit = d->who.unit, .name = d->who.name,
	};

	return session_tell(d, &me, ACT_SESSION, data);
}

static enum rc
revoke(const struct desk *d, const char *id)
{
	struct session_row	*rows;
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = read_rows(d, &rows, &n)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		if (strcmp(id, id_of(d->arena, &rows[i])) == 0)
			break;
	if (i == n)
		return RC_NOTFOUND;
	if ((rc = session_remove(d->db, rows[i].hash)) != RC_OK)
		return rc;
	return tell(d, "{\"what\":\"one\"}");
}

enum rc
session_revoke(const struct desk *d, const char *id)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, revoke(d, id)) : rc;
}

static enum rc
revoke_others(const struct desk *d, const char *token)
{
	unsigned char	 here[HASH_SIZE];
	enum rc		 rc;

	session_hash(token, here);
	if ((rc = session_remove_others(d->db, d->who.id, here)) != RC_OK)
		return rc;
	return tell(d, "{\"what\":\"others\"}");
}

enum rc
session_revoke_others(const struct desk *d, const char *token)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, revoke_others(d, token)) : rc;
}

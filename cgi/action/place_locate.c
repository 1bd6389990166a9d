/* place_locate.c: a caller sends where they are, by a link that is good for half an hour. */
#include <string.h>

#include "action/place_action.h"
#include "lib/when.h"
#include "store/place_store.h"

enum { LETTERS = 8 };		/* 32^8: nobody guesses one in half an hour */

static struct bytes
key_of(const struct desk *d, const char *code)
{
	unsigned char	*hash = arena_alloc(d->arena, HASH_SIZE);

	secret_lookup(d->secret, "locate", code, hash);
	return (struct bytes){ hash, HASH_SIZE };
}

enum rc
locate_ask(const struct desk *d, const char *call, const char **code)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if (*call == '\0')
		return RC_INPUT;
	*code = secret_letters(d->arena, LETTERS);
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	if ((rc = locate_drop(d->db, d->now - DAY)) == RC_OK)
		rc = locate_add(d->db, key_of(d, *code), call, d->now + LOCATE_AGE);
	return db_finish(d->db, rc);
}

/* Nothing is written where there is nothing to forget. */
enum rc
locate_forget(const struct desk *d)
{
	bool	 old;
	enum rc	 rc = locate_is_old(d->db, d->now, &old);

	if (rc != RC_OK || !old || (rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, locate_drop(d->db, d->now));
}

enum rc
locate_open(const struct desk *d, const char *code)
{
	return locate_is_open(d->db, key_of(d, code), d->now);
}

/* Sent again it is the newer place: people move. */
enum rc
locate_send(const struct desk *d, const char *code, struct point p, int64_t metres)
{
	const struct locate	 l = { .lat = p.lat, .lon = p.lon,
		.metres = metres < 0 ? 0 : metres > 100000 ? 100000 : metres };
	enum rc			 rc;

	if (!geo_is_on_earth(p))
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = locate_set(d->db, key_of(d, code), &l, d->now);
	return db_finish(d->db, rc == RC_CONFLICT ? RC_NOTFOUND : rc);
}

/* Whoever has the code of another call sees nothing of it. */
enum rc
locate_read(const struct desk *d, const char *code, const char *call, struct point *p,
    int64_t *metres, int64_t *got)
{
	struct locate	 l;
	enum rc		 rc;

	if (!role_may(d->who.role, MAY_TAKE))
		return RC_FORBIDDEN;
	if ((rc = locate_get(d->db, d->arena, key_of(d, code), &l)) != RC_OK)
		return rc;
	if (strcmp(l.call, call) != 0)
		return RC_NOTFOUND;
	*p = (struct point){ l.lat, l.lon };
	*metres = l.metres;
	*got = l.got;
	return RC_OK;
}

/*
 * photo_sweep.c: photos are forgotten, first in the store, then on the disk.
 *
 * The store says in one step that a photo is gone and drops the key of its
 * files: from then on nobody can open them, and no page asks for them.  Their
 * removal may come later, twice, or after a crash.  Files that no row names
 * cannot be opened either; they only take room.
 */
#include <string.h>

#include "action/photo_core.h"
#include "action/retention_action.h"
#include "lib/log.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/photo_store.h"

enum { AT_ONCE = 50, FILES_A_TURN = 200, NAME = 43 };

static const char *const ends[] = { ".original", ".large", ".small" };

enum rc
photo_forget(const struct desk *d, int64_t reporter, size_t *n)
{
	int64_t	 ids[AT_ONCE];
	size_t	 i, found;
	enum rc	 rc;

	*n = 0;
	do {
		rc = photo_of_reporter(d->db, reporter, ids, &found, AT_ONCE);
		for (i = 0; i < found && rc == RC_OK; i++)
			rc = photo_erase(d->db, ids[i]);
		*n += found;
	} while (rc == RC_OK && found == AT_ONCE);
	return rc;
}

static enum rc
tell(const struct desk *d, const char *what, size_t n)
{
	struct event	 e = {
		.at = d->now, .act = ACT_ERASE, .who = d->who,
		.data = arena_printf(d->arena, "{\"what\":\"%s\",\"rows\":%zu}", what, n),
	};

	return event_add(d->db, d->arena, &e);
}

/* --- forgotten ones ---------------------------------------------------------------------- */

static bool
is_removed(const struct desk *d, const struct shot *s)
{
	bool	 removed = true;
	size_t	 i;

	for (i = 0; i < COUNT(ends); i++)
		removed &= vault_drop(arena_printf(d->arena, "%s%s", s->name, ends[i]));
	if (!removed)
		log_warn("photos: a forgotten one cannot be removed");
	return removed;
}

static enum rc
mark(const struct desk *d, const struct shot *list, size_t n)
{
	size_t	 i;
	enum rc	 rc = RC_OK;

	for (i = 0; i < n && rc == RC_OK; i++)
		rc = photo_set_swept(d->db, list[i].id);
	return rc == RC_OK ? tell(d, "photo_files", n) : rc;
}

/* The files first: a row that says "removed" is the truth, whatever happens here. */
static enum rc
remove_doomed(const struct desk *d, size_t *count)
{
	struct shot	 list[AT_ONCE];
	size_t		 i, n, removed = 0;
	enum rc		 rc = photo_doomed(d->db, d->arena, list, &n, AT_ONCE);

	for (i = 0; i < n && rc == RC_OK; i++)
		if (is_removed(d, &list[i]))
			list[removed++] = list[i];
	if (rc != RC_OK || removed == 0 || !vault_settle())
		return rc;
	*count += removed;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, mark(d, list, removed)) : rc;
}

/* --- strays ------------------------------------------------------------------------------ */

/* "<43 letters>.large"; what is named otherwise was not put there by us. */
static const char *
photo_of(const struct desk *d, const char *file)
{
	size_t	 i;

	for (i = 0; strlen(file) > NAME && i < COUNT(ends); i++)
		if (strcmp(file + NAME, ends[i]) == 0)
			return arena_printf(d->arena, "%.*s", (int)NAME, file);
	return NULL;
}

static enum rc
is_stray(const struct desk *d, const char *file, int64_t written, bool *stray)
{
	const char	*name = photo_of(d, file);
	bool		 kept;
	enum rc		 rc;

	*stray = false;
	if (name == NULL || written > d->now - STRAY_AGE)
		return RC_OK;
	rc = photo_is_kept(d->db, name, &kept);
	*stray = rc == RC_OK && !kept;
	return rc;
}

static enum rc
look_at(const struct desk *d, struct photo_rounds *r, const char *file, int64_t written,
    size_t *dropped)
{
	bool	 stray;
	enum rc	 rc = is_stray(d, file, written, &stray);

	if (rc != RC_OK || !stray)
		return rc;
	if (r->strays == STRAYS_A_WALK)
		log_warn("photos: more strays than there should be; the rest stays");
	if (r->strays++ < STRAYS_A_WALK && vault_drop(file))
		++*dropped;
	return RC_OK;
}

/* Some files each turn, all of them in the end, and then again in an hour. */
static enum rc
remove_strays(const struct desk *d, struct photo_rounds *r)
{
	const char	*file;
	int64_t		 written;
	size_t		 i, dropped = 0;
	bool		 more = true;
	enum rc		 rc = RC_OK;

	if (d->now < r->next && r->next <= d->now + HOUR)
		return RC_OK;
	for (i = 0; i < FILES_A_TURN && rc == RC_OK; i++) {
		if (!(more = vault_next(&r->walk, &file, &written)))
			break;
		rc = look_at(d, r, file, written, &dropped);
	}
	if (!more) {
		r->next = d->now + HOUR;
		r->strays = 0;
	}
	if (rc != RC_OK || dropped == 0)
		return rc;
	rc = db_begin(d->db);
	return rc == RC_OK ? db_finish(d->db, tell(d, "stray_files", dropped)) : rc;
}

enum rc
worker_photos(const struct desk *d, struct photo_rounds *r, size_t *n)
{
	bool	 frozen;
	enum rc	 rc;

	*n = 0;
	if ((rc = remove_doomed(d, n)) != RC_OK ||
	    (rc = retention_frozen(d, &frozen)) != RC_OK || frozen)
		return rc;
	return remove_strays(d, r);
}

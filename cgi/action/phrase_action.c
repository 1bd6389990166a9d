/* phrase_action.c: quick phrases are written, changed, put out of use. */
#include <string.h>

#include "action/phrase_action.h"
#include "store/event_store.h"
#include "store/phrase_store.h"

bool
phrase_may(const struct desk *d, const struct phrase *p)
{
	if (!role_may(d->who.role, MAY_SOP))
		return false;
	return !role_has_agency(d->who.role) || p->agency == d->who.agency;
}

enum rc
see_phrase_list(const struct desk *d, struct phrase **out, size_t *n)
{
	struct phrase	*list;
	enum track	 t;
	size_t		 i, all;
	enum rc		 rc = RC_OK;

	*n = 0;
	*out = arena_alloc(d->arena, PHRASES * 2 * sizeof(**out));
	if (!role_may(d->who.role, MAY_SOP))
		return RC_FORBIDDEN;
	for (t = TRACK_EMERGENCY; t < TRACK_COUNT && rc == RC_OK; t++) {
		rc = phrase_list(d->db, d->arena, t, &list, &all);
		for (i = 0; i < all && rc == RC_OK; i++)
			if (list[i].agency == 0 || d->who.agency == 0 ||
			    list[i].agency == d->who.agency)
				(*out)[(*n)++] = list[i];
	}
	return rc;
}

enum rc
see_phrase(const struct desk *d, int64_t id, struct phrase *p)
{
	enum rc	 rc = phrase_by_id(d->db, d->arena, id, p);

	return rc == RC_OK && !phrase_may(d, p) ? RC_NOTFOUND : rc;
}

static bool
is_kind(const struct desk *d, const char *code)
{
	size_t	 i;

	for (i = 0; i < d->ref->ncategories; i++)
		if (d->ref->categories[i].current &&
		    (strcmp(d->ref->categories[i].code, code) == 0 ||
		    strcmp(d->ref->categories[i].group, code) == 0))
			return true;
	return *code == '\0';
}

static bool
is_sound(const struct desk *d, const struct phrase *p)
{
	return *p->words != '\0' && (p->track == TRACK_EMERGENCY || p->track == TRACK_COMPLAINT) &&
	    is_kind(d, p->category) &&
	    (*p->state == '\0' || state_of(p->state) != ST_NONE) &&
	    (p->agency == 0 || ref_agency(d->ref, p->agency) != NULL);
}

static enum rc
record(const struct desk *d, int64_t id, const char *words, const char *data)
{
	struct event	 e = { .at = d->now, .object = id, .act = ACT_PHRASE, .who = d->who,
		.note = words, .data = data };

	return event_add(d->db, d->arena, &e);
}

/* Behind the others, where it is new. */
static enum rc
place_of(const struct desk *d, struct phrase *p)
{
	struct phrase	*list;
	size_t		 n;
	enum rc		 rc = phrase_list(d->db, d->arena, p->track, &list, &n);

	if (rc != RC_OK || p->place != 0)
		return rc;
	p->place = n == 0 ? 10 : list[n - 1].place + 10;
	return n == PHRASES ? RC_CONFLICT : RC_OK;
}

static enum rc
save(const struct desk *d, struct phrase *p)
{
	struct phrase	 old = { .words = "" };
	enum rc		 rc = RC_OK;

	if (p->id != 0 && (rc = see_phrase(d, p->id, &old)) != RC_OK)
		return rc;
	if (!phrase_may(d, p))
		return RC_FORBIDDEN;
	if (!is_sound(d, p))
		return RC_INPUT;
	if ((rc = place_of(d, p)) != RC_OK || (rc = phrase_put(d->db, p)) != RC_OK)
		return rc;
	return record(d, p->id, p->words, old.words);
}

enum rc
phrase_save(const struct desk *d, struct phrase *p)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, save(d, p)) : rc;
}

static enum rc
drop(const struct desk *d, int64_t id)
{
	struct phrase	 p;
	enum rc		 rc;

	if ((rc = see_phrase(d, id, &p)) != RC_OK || (rc = phrase_end(d->db, id, d->now)) != RC_OK)
		return rc;
	return record(d, id, "", p.words);
}

enum rc
phrase_drop(const struct desk *d, int64_t id)
{
	enum rc	 rc = db_begin(d->db);

	return rc == RC_OK ? db_finish(d->db, drop(d, id)) : rc;
}

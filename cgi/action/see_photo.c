/* see_photo.c: photos are seen by those who may see the ticket. */
#include <string.h>

#include "action/photo_core.h"
#include "lib/vault.h"
#include "store/photo_store.h"
#include "store/ticket_store.h"

/* --- lists ------------------------------------------------------------------------- */

/* Those who look at more than one agency's work are told what speaks against a photo. */
static enum rc
judge(const struct desk *d, const struct ticket *t, const struct shot *all, size_t n,
    struct photo_seen *p)
{
	enum rc	 rc;

	p->elsewhere = "";
	if (*p->s.gone != '\0' || !role_may(d->who.role, MAY_ANY_TICKET))
		return RC_OK;
	if ((rc = photo_elsewhere(d->db, d->arena, &p->s, &p->elsewhere)) == RC_OK)
		p->flags = proof_flags(&p->s, t, all, n, *p->elsewhere != '\0');
	return rc;
}

enum rc
see_photos(const struct desk *d, const struct ticket *t, struct photo_seen **out, size_t *n)
{
	struct shot	*all;
	size_t		 i;
	enum rc		 rc = photo_list(d->db, d->arena, t->id, &all, n, PHOTOS_SHOWN);

	*out = arena_alloc(d->arena, *n * sizeof(**out));
	for (i = 0; i < *n && rc == RC_OK; i++) {
		(*out)[i].s = all[i];
		rc = judge(d, t, all, *n, &(*out)[i]);
	}
	return rc;
}

/* Its words are public, so its photos may be, each if the desk says so. */
static bool
is_open(const struct ticket *t)
{
	return t->published && t->display == DISPLAY_FULL && t->track == TRACK_COMPLAINT &&
	    t->privacy != PRIVACY_CONFIDENTIAL;
}

enum rc
see_public_photos(const struct desk *d, const struct ticket *t, struct shot **out, size_t *n)
{
	struct shot	*all;
	size_t		 i, all_n;
	enum rc		 rc = photo_list(d->db, d->arena, t->id, &all, &all_n, PHOTOS_SHOWN);

	*n = 0;
	*out = all;
	for (i = 0; i < all_n && is_open(t); i++)
		if (all[i].public && *all[i].gone == '\0')
			all[(*n)++] = all[i];
	return rc;
}

/* Another reporter's photos may show what is nobody's business, even on the same ticket. */
static bool
is_own(const struct ticket *t, const struct shot *s, int64_t reporter)
{
	if (s->kind == SHOT_PROOF)
		return t->state == ST_RESOLVED || t->state == ST_CLOSED || t->state == ST_ARCHIVED;
	return s->reporter == reporter || (s->public && is_open(t));
}

enum rc
see_own_photos(const struct desk *d, const struct ticket *t, int64_t reporter,
    struct shot **out, size_t *n)
{
	struct shot	*all;
	size_t		 i, all_n;
	enum rc		 rc = photo_list(d->db, d->arena, t->id, &all, &all_n, PHOTOS_SHOWN);

	*n = 0;
	*out = all;
	for (i = 0; i < all_n; i++)
		if (is_own(t, &all[i], reporter))
			all[(*n)++] = all[i];
	return rc;
}

/* --- one --------------------------------------------------------------------------- */

enum rc
open_shot(const struct desk *d, const struct shot *s, bool small, struct bytes *out)
{
	const char	*key;
	enum rc		 rc;

	if (*s->gone != '\0')
		return RC_NOTFOUND;
	rc = secret_unseal(d->secret, d->arena, arena_printf(d->arena, "photo:%s", s->name),
	    s->sealed, &key);
	if (rc != RC_OK)
		return rc;
	return vault_get(d->arena, key, arena_printf(d->arena, "%s.%s", s->name,
	    small ? "small" : "large"), out);
}

/* The photo and its ticket, if this person may touch that. */
static enum rc
reach(const struct desk *d, const char *name, struct shot *s, struct ticket *t)
{
	enum rc	 rc;

	if ((rc = photo_by_name(d->db, d->arena, name, s)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, s->ticket, t)) != RC_OK)
		return rc;
	return core_reach(d, t);
}

enum rc
open_photo(const struct desk *d, const char *name, bool small, struct bytes *out)
{
	struct shot	 s;
	struct ticket	 t;
	enum rc		 rc = reach(d, name, &s, &t);

	return rc == RC_OK ? open_shot(d, &s, small, out) : rc;
}

enum rc
open_public_photo(const struct desk *d, const char *number, const char *name, bool small,
    struct bytes *out)
{
	struct shot	 s;
	struct ticket	 t;
	enum rc		 rc;

	if ((rc = photo_by_name(d->db, d->arena, name, &s)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, s.ticket, &t)) != RC_OK)
		return rc;
	if (!s.public || !is_open(&t) || strcmp(t.number, number) != 0)
		return RC_NOTFOUND;
	return open_shot(d, &s, small, out);
}

/* --- for everybody ----------------------------------------------------------------- */

static enum rc
show(const struct desk *d, const char *number, const char *name, bool public)
{
	const struct order	 o = { .note = "", .reason = "", .target = "" };
	struct work_on		 w = { .d = d, .o = &o };
	struct shot		 s;
	enum rc			 rc = reach(d, name, &s, &w.t);

	if (rc != RC_OK)
		return rc;
	if (strcmp(w.t.number, number) != 0 || *s.gone != '\0')
		return RC_NOTFOUND;
	if (s.public == public)
		return RC_OK;
	if ((rc = photo_set_public(d->db, s.id, public)) != RC_OK ||
	    (rc = core_record(&w, &(struct record){ .life = track_life(w.t.track),
	    .object = w.t.id, .act = ACT_PHOTO, .before = w.t.state, .after = w.t.state,
	    .agency = d->who.agency, .note = "",
	    .data = public ? "photo_shown" : "photo_hidden" })) != RC_OK)
		return rc;
	return core_beat(&w);
}

enum rc
show_photo(const struct desk *d, const char *number, const char *name, bool public)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_TRIAGE))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, show(d, number, name, public));
}

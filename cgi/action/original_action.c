/* original_action.c: a photo as it came, camera's data and all, with a reason, on the record. */
#include <string.h>

#include "action/core.h"
#include "action/original_action.h"
#include "domain/mask.h"
#include "lib/vault.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/identity_store.h"
#include "store/photo_store.h"
#include "store/ticket_store.h"

/* Where and with what it was taken tells who took it: as an identity, then. */
static enum rc
may_meet(const struct desk *d, struct original *o)
{
	const struct reader	 r = { d->who.role, STAKE_NONE };
	enum kind		 kind = mask_kind(o->sensitive, &o->t);
	enum privacy		 privacy;
	enum rc			 rc;

	if (o->s.kind == SHOT_PROOF || o->s.reporter == 0)
		return RC_OK;	/* of ours */
	if (!mask_opens(r, kind, PRIVACY_CONFIDENTIAL))
		return RC_FORBIDDEN;
	rc = photo_privacy(d->db, o->s.reporter, &privacy);
	if (rc == RC_OK && !mask_opens(r, kind, privacy))
		o->flaw = OPENING_ANONYMOUS;
	return rc;
}

static enum rc
approach(const struct desk *d, const char *name, struct original *o)
{
	const struct category	*c;
	enum rc			 rc;

	*o = (struct original){ .flaw = OPENING_FINE };
	if (!role_may(d->who.role, MAY_ORIGINAL))
		return RC_FORBIDDEN;
	if ((rc = photo_by_name(d->db, d->arena, name, &o->s)) != RC_OK ||
	    (rc = ticket_by_id(d->db, d->arena, o->s.ticket, &o->t)) != RC_OK ||
	    (rc = core_reach(d, &o->t)) != RC_OK)
		return rc;
	if (*o->s.gone != '\0')
		return RC_NOTFOUND;
	c = ref_category(d->ref, o->t.category);
	o->sensitive = c == NULL || c->sensitive;
	return may_meet(d, o);
}

enum rc
original_ask(const struct desk *d, const char *name, struct original *o)
{
	enum rc	 rc = db_read_begin(d->db);

	if (rc != RC_OK)
		return rc;
	rc = approach(d, name, o);
	db_read_end(d->db);
	return rc;
}

static enum rc
refuse(struct original *o, enum opening_flaw why)
{
	o->flaw = why;
	return RC_INPUT;
}

static enum rc
check(const struct desk *d, const char *reason, const char *words, struct original *o)
{
	int64_t	 n = 0;
	enum rc	 rc = RC_OK;

	if (o->flaw != OPENING_FINE)
		return RC_INPUT;
	if (!workflow_is_reason(ACT_EXPORT, reason))
		return refuse(o, OPENING_NO_REASON);
	if (*words == '\0' && (o->sensitive || strcmp(reason, "original_check") != 0))
		return refuse(o, OPENING_NO_WORDS);
	if (o->s.kind == SHOT_REPORT)
		rc = opening_count(d->db, d->who.id, d->now - DAY, OPENINGS_A_DAY, &n);
	return rc == RC_OK && n >= OPENINGS_A_DAY ? refuse(o, OPENING_TOO_MANY) : rc;
}

/* Which photo, for the auditor; and for its reporter that somebody looked. */
static enum rc
record(const struct desk *d, const struct original *o, const char *reason, const char *words)
{
	struct event	 e = {
		.at = d->now, .ticket = o->t.id, .act = ACT_EXPORT, .object = o->s.id,
		.who = d->who, .note = words, .data = reason,
	};
	enum rc		 rc = event_add(d->db, d->arena, &e);

	if (rc != RC_OK || o->s.kind != SHOT_REPORT)
		return rc;
	e.act = ACT_OPEN_IDENTITY;
	e.object = o->s.reporter;
	return event_add(d->db, d->arena, &e);
}

static enum rc
fetch(const struct desk *d, struct original *o)
{
	const char	*key;
	enum rc		 rc = secret_unseal(d->secret, d->arena,
			    arena_printf(d->arena, "photo:%s", o->s.name), o->s.sealed, &key);

	return rc != RC_OK ? rc : vault_get(d->arena, key,
	    arena_printf(d->arena, "%s.original", o->s.name), &o->data);
}

static enum rc
open_it(const struct desk *d, const char *name, const char *reason, const char *words,
    struct original *o)
{
	enum rc	 rc;

	if ((rc = approach(d, name, o)) != RC_OK ||
	    (rc = check(d, reason, words, o)) != RC_OK || (rc = fetch(d, o)) != RC_OK)
		return rc;
	return record(d, o, reason, words);
}

enum rc
original_open(const struct desk *d, const char *name, const char *reason, const char *words,
    struct original *o)
{
	enum rc	 rc;

	*o = (struct original){ .flaw = OPENING_FINE };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, open_it(d, name, reason, words, o));
	if (rc != RC_OK)
		o->data = (struct bytes){ NULL, 0 };
	return rc;
}

/* identity_action.c: opening a reporter's identity, with a reason, on the record. */
#include <string.h>

#include "action/core.h"
#include "action/identity_action.h"
#include "action/person.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/event_store.h"
#include "store/identity_store.h"
#include "store/ticket_store.h"

enum { MAX_PARTS = 64 };

static enum rc
glance_at(const struct desk *d, const struct ticket *t, struct glance *g)
{
	struct assignment	*parts;
	size_t			 n;
	enum rc			 rc;

	rc = assignment_list(d->db, d->arena, t->id, &parts, &n, MAX_PARTS);
	if (rc == RC_OK)
		*g = person_glance(d, t, parts, n);
	return rc;
}

/* The reader in reach, the reporter of this very ticket, and what the table says. */
static enum rc
approach(const struct desk *d, const char *number, int64_t reporter, struct opened *o,
    struct bytes *sealed)
{
	struct glance	 g;
	enum rc		 rc;

	*o = (struct opened){ .flaw = OPENING_FINE };
	if ((rc = ticket_by_number(d->db, d->arena, number, &o->t)) != RC_OK ||
	    (rc = core_reach(d, &o->t)) != RC_OK ||
	    (rc = identity_of(d->db, d->arena, o->t.id, reporter, &o->r, sealed)) != RC_OK ||
	    (rc = glance_at(d, &o->t, &g)) != RC_OK)
		return rc;
	person_veil(d, g, &o->t);
	o->sensitive = g.kind != KIND_PLAIN;
	/* To whom a named reporter's would be shown may hear that this one has no name. */
	if (!mask_opens(g.reader, g.kind, PRIVACY_CONFIDENTIAL))
		return RC_FORBIDDEN;
	if (!mask_opens(g.reader, g.kind, o->r.privacy))
		o->flaw = OPENING_ANONYMOUS;
	else if (sealed->data == NULL)
		o->flaw = OPENING_NOTHING;
	return RC_OK;
}

enum rc
identity_ask(const struct desk *d, const char *number, int64_t reporter, struct opened *o)
{
	struct bytes	 sealed;
	enum rc		 rc;

	if ((rc = db_read_begin(d->db)) != RC_OK)
		return rc;
	rc = approach(d, number, reporter, o, &sealed);
	db_read_end(d->db);
	return rc;
}

static enum opening_flaw
flaw_of(const struct opening *in, bool sensitive)
{
	if (!workflow_is_reason(ACT_OPEN_IDENTITY, in->reason))
		return OPENING_NO_REASON;
	if (*in->words == '\0' && (sensitive || strcmp(in->reason, "other") == 0))
		return OPENING_NO_WORDS;
	return OPENING_FINE;
}

static enum rc
check(const struct desk *d, const struct opening *in, struct opened *o)
{
	int64_t	 n;
	enum rc	 rc;

	if (o->flaw == OPENING_FINE)
		o->flaw = flaw_of(in, o->sensitive);
	if (o->flaw != OPENING_FINE)
		return RC_INPUT;
	rc = opening_count(d->db, d->who.id, d->now - DAY, OPENINGS_A_DAY, &n);
	if (rc == RC_OK && n >= OPENINGS_A_DAY) {
		o->flaw = OPENING_TOO_MANY;
		rc = RC_INPUT;
	}
	return rc;
}

static enum rc
open_it(const struct desk *d, const struct opening *in, struct opened *o)
{
	struct event	 e = { .at = d->now, .act = ACT_OPEN_IDENTITY, .object = in->reporter,
	                       .who = d->who, .note = in->words, .data = in->reason };
	struct bytes	 sealed;
	enum rc		 rc;

	if ((rc = approach(d, in->number, in->reporter, o, &sealed)) != RC_OK ||
	    (rc = check(d, in, o)) != RC_OK ||
	    (rc = person_unseal(d, o->r.id, sealed, &o->who)) != RC_OK)
		return rc;
	e.ticket = o->t.id;
	return event_add(d->db, d->arena, &e);
}

enum rc
identity_open(const struct desk *d, const struct opening *in, struct opened *o)
{
	enum rc	 rc;

	*o = (struct opened){ .flaw = OPENING_FINE };
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	rc = db_finish(d->db, open_it(d, in, o));
	if (rc != RC_OK)
		o->who = (struct identity){ "", "", "", "" };
	return rc;
}

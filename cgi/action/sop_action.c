/* sop_action.c: SOP cards: a next version is written, approved by another, put in force. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "action/sop_action.h"
#include "lib/text.h"
#include "store/event_store.h"
#include "store/init_store.h"
#include "store/ref_store.h"
#include "store/sop_store.h"

/* --- who may what ---------------------------------------------------------------- */

/* Whose card it is: the agency that leads the first category that uses it. */
static int64_t
lead_of(const struct ref *r, const char *code)
{
	size_t	 i;

	for (i = 0; i < r->ncategories; i++)
		if (r->categories[i].current && r->categories[i].lead != 0 &&
		    strcmp(r->categories[i].sop, code) == 0)
			return r->categories[i].lead;
	return 0;
}

/* An agency's head has a say where the agency leads, of any category. */
static bool
leads(const struct desk *d, const char *code)
{
	const struct ref	*r = d->ref;
	size_t			 i;

	for (i = 0; i < r->ncategories; i++)
		if (r->categories[i].current && strcmp(r->categories[i].sop, code) == 0 &&
		    r->categories[i].lead == d->who.agency)
			return true;
	return false;
}

static bool
may_write(const struct desk *d, const char *code)
{
	return role_may(d->who.role, MAY_SOP) &&
	    (d->who.role != ROLE_OPD_HEAD || leads(d, code));
}

static bool
may_approve(const struct desk *d, const struct sop_draft *draft)
{
	return (d->who.role == ROLE_SUPERVISOR ||
	    (d->who.role == ROLE_OPD_HEAD && leads(d, draft->code))) &&
	    draft->author.id != d->who.id;
}

static bool
may_step(const struct desk *d, const struct sop_draft *draft, enum sop_step step)
{
	switch (step) {
	case SOP_SUBMIT:
	case SOP_DROP:
		return may_write(d, draft->code);
	case SOP_APPROVE:
	case SOP_RETURN:
		return may_approve(d, draft);
	case SOP_START:
		return role_may(d->who.role, MAY_REFDATA) || d->who.role == ROLE_WORKER;
	case SOP_STEP_NONE:
	case SOP_STEP_COUNT:
		break;
	}
	return false;
}

/* --- to be read ------------------------------------------------------------------- */

enum rc
see_sop(const struct desk *d, const char *code, struct sop_sheet *s)
{
	enum rc	 rc;

	*s = (struct sop_sheet){ .now = ref_card(d->ref, code) };
	if (!role_may(d->who.role, MAY_SOP))
		return RC_FORBIDDEN;
	if (s->now == NULL)
		return RC_NOTFOUND;
	s->lead = lead_of(d->ref, code);
	rc = sop_draft_living(d->db, d->arena, code, &s->draft);
	if (rc != RC_OK && rc != RC_NOTFOUND)
		return rc;
	s->may_write = may_write(d, code);
	s->may_approve = s->draft.id != 0 && may_approve(d, &s->draft);
	s->may_start = role_may(d->who.role, MAY_REFDATA);
	return sop_version_list(d->db, d->arena, code, &s->versions, &s->nversions,
	    SOP_VERSIONS);
}

enum rc
sop_used(const struct desk *d, const char *code, const struct card **out)
{
	const char		*dot = strrchr(code, '.');
	struct sop_version	*v;
	int64_t			 version;
	enum rc			 rc;

	*out = ref_card(d->ref, code);
	if (*out != NULL || dot == NULL)
		return *out == NULL ? RC_NOTFOUND : RC_OK;
	version = strtoimax(dot + 1, NULL, 10);
	code = arena_printf(d->arena, "%.*s", (int)(dot - code), code);
	*out = ref_card(d->ref, code);
	if (*out != NULL && (*out)->version == version)
		return RC_OK;
	v = arena_new(d->arena, struct sop_version);
	if ((rc = sop_version_get(d->db, d->arena, code, version, v)) == RC_OK)
		*out = &v->card;
	return rc;
}

const struct card *
sop_named(const struct desk *d, const char *form, const char *code)
{
	const struct card	*used;
	size_t			 len = strlen(code);

	if (len == 0 || strncmp(form, code, len) != 0 ||
	    (form[len] != '\0' && form[len] != '.') || sop_used(d, form, &used) != RC_OK)
		return NULL;
	return used;
}

/* --- to be written ------------------------------------------------------------------ */

static enum rc
tell(const struct desk *d, const struct sop_draft *draft, const char *step)
{
	struct event	 e = {
		.at = d->now, .object = draft->id, .act = ACT_CARD, .who = d->who, .note = "",
		.data = arena_printf(d->arena,
		    "{\"card\":\"%s\",\"version\":%" PRId64 ",\"step\":\"%s\"}",
		    draft->code, draft->version, step),
	};

	return event_add(d->db, d->arena, &e);
}

static enum rc
begin(const struct desk *d, const struct card *now, struct sop_draft *draft)
{
	enum rc	 rc = sop_draft_living(d->db, d->arena, now->code, draft);

	if (rc != RC_NOTFOUND)
		return rc;
	*draft = (struct sop_draft){ .code = now->code, .title = now->title,
	    .body = now->body, .state = SOP_DRAFT, .author = d->who, .written = d->now };
	if ((rc = sop_newest(d->db, now->code, &draft->version)) != RC_OK)
		return rc;
	draft->version++;
	if ((rc = sop_draft_insert(d->db, draft)) != RC_OK)
		return rc;
	return tell(d, draft, "begin");
}

enum rc
sop_begin(const struct desk *d, const char *code, struct sop_draft *draft)
{
	const struct card	*now = ref_card(d->ref, code);
	enum rc			 rc;

	if (now == NULL)
		return RC_NOTFOUND;
	if (!may_write(d, code))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, begin(d, now, draft));
}

/* As this person saw it. */
static enum rc
fetch(const struct desk *d, const struct sop_order *o, struct sop_draft *draft)
{
	enum rc	 rc = sop_draft_living(d->db, d->arena, o->code, draft);

	if (rc == RC_OK && draft->revision != o->revision)
		return RC_CONFLICT;
	return rc == RC_NOTFOUND ? RC_CONFLICT : rc;
}

static enum rc
edit(const struct desk *d, const struct sop_order *o)
{
	struct sop_draft	 draft;
	enum rc			 rc;

	if ((rc = fetch(d, o, &draft)) != RC_OK)
		return rc;
	draft.title = o->title;
	draft.body = o->body;
	draft.state = SOP_DRAFT;
	draft.author = d->who;
	draft.written = d->now;
	draft.submitted = draft.approved = draft.starts = 0;
	draft.approver = (struct actor){ .name = "" };
	if ((rc = sop_draft_save(d->db, &draft)) != RC_OK)
		return rc;
	return tell(d, &draft, "edit");
}

enum rc
sop_edit(const struct desk *d, const struct sop_order *o)
{
	enum rc	 rc;

	if (!may_write(d, o->code))
		return RC_FORBIDDEN;
	if (*o->title == '\0' || *o->body == '\0')
		return RC_INPUT;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, edit(d, o));
}

/* --- into force -------------------------------------------------------------------- */

/* Every process sees the new card with its next request. */
static enum rc
announce(const struct desk *d)
{
	int64_t	 version;
	enum rc	 rc = ref_version(d->db, &version);

	if (rc != RC_OK)
		return rc;
	return setting_put(d->db, "ref_version",
	    arena_printf(d->arena, "%" PRId64, version + 1));
}

static const char *
approved_by(const struct desk *d, const struct actor *a)
{
	const struct agency	*g = ref_agency(d->ref, a->agency);

	return g == NULL ? a->name : arena_printf(d->arena, "%s, %s", a->name, g->brief);
}

static enum rc
start(const struct desk *d, struct sop_draft *draft)
{
	struct sop_version	 v = {
		.card = { .code = draft->code, .title = draft->title,
		    .version = draft->version, .body = draft->body },
		.approved = approved_by(d, &draft->approver), .from = d->now,
	};
	enum rc			 rc;

	draft->state = SOP_IN_FORCE;
	draft->starts = d->now;
	if ((rc = sop_draft_save(d->db, draft)) != RC_OK ||
	    (rc = sop_version_start(d->db, &v)) != RC_OK ||
	    (rc = announce(d)) != RC_OK)
		return rc;
	return tell(d, draft, "start");
}

/* For a time to come it stays approved, and the worker does the rest. */
static enum rc
plan(const struct desk *d, struct sop_draft *draft, int64_t starts)
{
	enum rc	 rc;

	if (starts <= d->now)
		return start(d, draft);
	draft->starts = starts;
	if ((rc = sop_draft_save(d->db, draft)) != RC_OK)
		return rc;
	return tell(d, draft, "plan");
}

static enum rc
step(const struct desk *d, const struct sop_order *o)
{
	struct sop_draft	 draft;
	enum sop_state		 to;
	enum rc			 rc;

	if ((rc = fetch(d, o, &draft)) != RC_OK)
		return rc;
	if ((to = sop_state_after(draft.state, o->step)) == SOP_NONE)
		return RC_CONFLICT;
	if (!may_step(d, &draft, o->step))
		return RC_FORBIDDEN;
	if (o->step == SOP_START)
		return plan(d, &draft, o->starts);
	draft.state = to;
	if (to == SOP_SUBMITTED)
		draft.submitted = d->now;
	if (to == SOP_APPROVED) {
		draft.approver = d->who;
		draft.approved = d->now;
	}
	if ((rc = sop_draft_save(d->db, &draft)) != RC_OK)
		return rc;
	return tell(d, &draft, sop_step_code(o->step));
}

enum rc
sop_step(const struct desk *d, const struct sop_order *o)
{
	enum rc	 rc;

	if (!role_may(d->who.role, MAY_SOP))
		return RC_FORBIDDEN;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, step(d, o));
}

static enum rc
start_due(const struct desk *d, size_t *n)
{
	struct sop_draft	 draft;
	enum rc			 rc = sop_draft_due(d->db, d->arena, d->now, &draft);

	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	(*n)++;
	return start(d, &draft);
}

/* Mostly there is none; then the writers' lock is left to others. */
enum rc
sop_due(const struct desk *d, size_t *n)
{
	struct sop_draft	 draft;
	enum rc			 rc = sop_draft_due(d->db, d->arena, d->now, &draft);

	*n = 0;
	if (rc != RC_OK)
		return rc == RC_NOTFOUND ? RC_OK : rc;
	if ((rc = db_begin(d->db)) != RC_OK)
		return rc;
	return db_finish(d->db, start_due(d, n));
}

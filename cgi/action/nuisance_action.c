/* nuisance_action.c: numbers with a bad history, and calls nobody speaks in. */
#include "action/calls_core.h"
#include "action/nuisance_action.h"
#include "domain/nuisance.h"
#include "store/call_store.h"

enum { CALLS_MAX = 100 };

enum rc
see_nuisance(const struct desk *d, const char *phone, struct nuisance *out)
{
	struct past_call	 past[CALLS_MAX];
	struct call_line	*lines;
	int64_t			 days;
	size_t			 i, n;
	enum rc			 rc;

	*out = (struct nuisance){ 0 };
	if (*phone == '\0')
		return RC_OK;
	rc = call_list_phone(d->db, d->arena, calls_phone(d, phone), &lines, &n, CALLS_MAX);
	if (rc != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		past[i] = (struct past_call){ lines[i].c.type, lines[i].c.rang };
	days = calls_setting(d, "nuisance_days", 1, 365, NUISANCE_DAYS);
	out->score = nuisance_score(past, n, d->now, days);
	out->calls = nuisance_calls(past, n, d->now, days);
	out->days = days * NUISANCE_FORGOTTEN;
	out->asks = nuisance_asks(out->score);
	return RC_OK;
}

enum rc
silent_tell(const struct desk *d, const struct filing *f, const struct call *c)
{
	if (f->silent == NULL || *f->silent == '\0')
		return RC_OK;
	return calls_record(d, c, &(struct call_event){ .act = ACT_SILENT,
	    .before = c->state, .after = c->state, .data = f->silent });
}

/* Who was asked to knock, and did, has an incident: those steps are told, too. */
enum rc
nuisance_tell(const struct desk *d, const struct filing *f, const struct call *c)
{
	static const enum act	 acts[] = {
		[RECALLED_DONE] = ACT_CALL_BACK, [RECALLED_OVERRIDDEN] = ACT_OVERRIDE,
	};
	enum rc			 rc = silent_tell(d, f, c);

	if (rc != RC_OK || f->recalled == RECALLED_NOT_ASKED)
		return rc;
	return calls_record(d, c, &(struct call_event){ .act = acts[f->recalled],
	    .before = c->state, .after = c->state, .data = "nuisance" });
}

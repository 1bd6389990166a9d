/* rule.c: the rules of a move that no missing word can heal. */
#include "action/rule.h"
#include "lib/when.h"

bool
rule_is_agency_role(enum role r)
{
	return r == ROLE_OPD_OPERATOR || r == ROLE_OPD_HEAD || r == ROLE_RESPONDER;
}

unsigned
rule_refuses(const struct desk *d, const struct ticket *t, const struct move *m,
    struct facts f)
{
	if (m->flags & LEAD_ONLY && rule_is_agency_role(d->who.role) &&
	    d->who.agency != t->lead)
		return LEAD_ONLY;
	if (m->flags & SUPPORT_ONLY && f.lead)
		return SUPPORT_ONLY;
	if (m->flags & OTHER_PERSON && f.did_work)
		return OTHER_PERSON;
	if (m->flags & WORK_ENDED && f.others_work)
		return WORK_ENDED;
	if (m->flags & IF_PROPOSED && !f.proposed)
		return IF_PROPOSED;
	if (m->flags & NOT_DISASTER && t->priority == P0 && !f.proposed)
		return NOT_DISASTER;
	if (m->flags & SMALL_ONLY && t->priority < P3)
		return SMALL_ONLY;
	if (m->flags & IN_A_DAY && d->now - t->since > DAY)
		return IN_A_DAY;
	if (m->flags & IN_WINDOW && d->now > t->due)
		return IN_WINDOW;
	return 0;
}

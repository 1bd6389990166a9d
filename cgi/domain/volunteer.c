/* volunteer.c: people who offered to help, and who of them is really coming. */
#include <string.h>

#include "domain/volunteer.h"
#include "lib/rc.h"

static const char *const	unfits[UNFIT_COUNT] = {
	[FIT] = "", [UNFIT_GONE] = "gone", [UNFIT_CONSENT] = "consent",
	[UNFIT_UNVETTED] = "unvetted", [UNFIT_EXPIRED] = "expired", [UNFIT_PAPER] = "paper",
};

static const char *const	steps[STEP_COUNT] = {
	[STEP_NONE] = "", [STEP_YES] = "yes", [STEP_NO] = "no", [STEP_ARRIVED] = "arrived",
	[STEP_LEFT] = "left",
};

const char *
unfit_code(enum unfit u)
{
	return u < UNFIT_COUNT ? unfits[u] : "";
}

enum unfit
volunteer_unfit(const struct volunteer *v, int64_t until, int64_t now)
{
	if (v->erased || v->withdrawn != 0)
		return UNFIT_GONE;
	if (v->consented == 0 || v->consent != CONSENT_VERSION)
		return UNFIT_CONSENT;
	if (v->vetted == 0)
		return UNFIT_UNVETTED;
	if (v->vetted_to <= now)
		return UNFIT_EXPIRED;
	return until != 0 && until <= now ? UNFIT_PAPER : FIT;
}

const char *
callee_step_code(enum callee_step s)
{
	return s < STEP_COUNT ? steps[s] : "";
}

enum callee_step
callee_step_of(const char *code)
{
	enum callee_step	 s;

	for (s = STEP_NONE + 1; s < STEP_COUNT; s++)
		if (strcmp(steps[s], code) == 0)
			return s;
	return STEP_NONE;
}

bool
callee_may(const struct callee *c, enum callee_step s)
{
	switch (s) {
	case STEP_YES:		/* said again it is another time */
		return c->stood == 0 && c->arrived == 0;
	case STEP_NO:
		return c->stood == 0 && c->arrived == 0 && c->answer != SAID_NO;
	case STEP_ARRIVED:
		return c->stood == 0 && c->arrived == 0 && c->answer == SAID_YES;
	case STEP_LEFT:
		return c->arrived != 0 && c->left == 0;
	case STEP_NONE:
	case STEP_COUNT:
		break;
	}
	return false;
}

void
callee_take(struct callee *c, enum callee_step s, int64_t eta, int64_t now)
{
	if (s == STEP_YES || s == STEP_NO) {
		c->answer = s == STEP_YES ? SAID_YES : SAID_NO;
		c->eta = s == STEP_YES ? eta : 0;
		c->said = now;
	} else if (s == STEP_ARRIVED) {
		c->arrived = now;
	} else if (s == STEP_LEFT) {
		c->left = now;
	}
}

struct turnout
callee_count(const struct callee *list, size_t n)
{
	struct turnout	 t = { .asked = n };
	size_t		 i;

	for (i = 0; i < n; i++) {
		t.yes += list[i].answer == SAID_YES;
		t.no += list[i].answer == SAID_NO;
		t.silent += list[i].answer == SAID_NOTHING;
		t.arrived += list[i].arrived != 0;
		t.left += list[i].left != 0;
	}
	t.here = t.arrived - t.left;
	return t;
}

/* duty_action.c: who is to be told: the people behind a step of the ladder. */
#include <string.h>

#include "action/duty_action.h"
#include "lib/rc.h"
#include "store/duty_store.h"

static const struct {
	const char	*step;
	enum role	 roles[2];
	bool		 own;		/* of the agency; else of the city */
} steps[] = {
	{ "duty_officer", { ROLE_OPD_OPERATOR, ROLE_OPD_HEAD }, true },
	{ "agency_head", { ROLE_OPD_HEAD }, true },
	{ "supervisor", { ROLE_SUPERVISOR }, false },
	{ "sekda", { ROLE_EXECUTIVE }, false },
};

enum rc
duty_people(const struct desk *d, const char *step, int64_t agency, int64_t *ids, size_t *n,
    size_t max)
{
	size_t	 i, j, got;
	enum rc	 rc = RC_OK;

	*n = 0;
	for (i = 0; i < COUNT(steps); i++) {
		if (strcmp(steps[i].step, step) != 0)
			continue;
		for (j = 0; j < COUNT(steps[i].roles) && rc == RC_OK; j++) {
			if (steps[i].roles[j] == ROLE_NONE)
				continue;
			rc = duty_role(d->db, steps[i].roles[j], steps[i].own ? agency : 0,
			    ids + *n, &got, max - *n);
			*n += got;
		}
	}
	return rc;
}

/* cli_routes.c: siaga routes, roles: who may come in where, from the tables that are asked. */
#include <stdio.h>

#include "prog/apps.h"
#include "prog/cli.h"

static const char *const	rights[MAY_COUNT] = {
	[MAY_NOTHING] = "nothing", [MAY_VISIT] = "visit", [MAY_SIGN] = "sign",
	[MAY_TAKE] = "take", [MAY_TRIAGE] = "triage", [MAY_WORK] = "work",
	[MAY_ANY_TICKET] = "any_ticket", [MAY_FOR_AGENCY] = "for_agency",
	[MAY_COMMAND] = "command", [MAY_ACCOUNTS] = "accounts",
	[MAY_OWN_ACCOUNTS] = "own_accounts", [MAY_REFDATA] = "refdata",
	[MAY_AUDIT] = "audit", [MAY_OPEN_IDENTITY] = "open_identity",
	[MAY_PRIVACY_DESK] = "privacy_desk", [MAY_ORIGINAL] = "original",
	[MAY_SOP] = "sop", [MAY_BEAT] = "beat", [MAY_RING] = "ring",
	[MAY_WRITE_IN] = "write_in",
	[MAY_CALLS] = "calls", [MAY_LEAD_DESK] = "lead_desk",
	[MAY_SEARCH] = "search",
	[MAY_PLACES] = "places", [MAY_UNITS] = "units", [MAY_CREW] = "crew",
	[MAY_DUTY] = "duty", [MAY_PLAN] = "plan", [MAY_FIELD] = "field",
	[MAY_DELIVERIES] = "deliveries",
};

/* "portal POST /lapor visit", and "taste" where no token is asked. */
int
cli_routes(struct cli *c)
{
	const struct route	*r;
	size_t			 i, j;

	cli_end(c);
	for (i = 0; apps[i] != NULL; i++)
		for (j = 0; j < apps[i]->nroutes; j++) {
			r = &apps[i]->routes[j];
			printf("%s %s %s %s%s\n", apps[i]->name, r->method == GET ? "GET" : "POST",
			    r->path, rights[r->may], (r->flags & ROUTE_TASTE) != 0 ? " taste" : "");
		}
	return 0;
}

/* "dispatcher visit sign take ..." */
int
cli_roles(struct cli *c)
{
	enum role	 r;
	enum may	 m;

	cli_end(c);
	for (r = ROLE_VISITOR; r < ROLE_WORKER; r++) {
		printf("%s", role_code(r));
		for (m = MAY_NOTHING; m < MAY_COUNT; m++)
			if (role_may(r, m))
				printf(" %s", rights[m]);
		printf("\n");
	}
	return 0;
}

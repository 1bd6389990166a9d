/* cli_tell.c: siaga workflow, verify, mint: what is so, told to a person or a script. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/verify_action.h"
#include "domain/workflow.h"
#include "prog/cli.h"

/* What a move asks for, in words; in the order of the bits. */
static const char *const	flags[] = {
	"a note", "a reason", "an agency", "a unit", "a time", "a ticket", "a category",
	"the leading agency", "a supporting agency", "another person", "no other agency at work",
	"P3 to P5", "within 24 hours", "within the reporter's window", "the note is public",
	"tells the reporter", "tells the agency", "by itself",
};

static void
print_roles(unsigned roles)
{
	const char	*comma = "";
	enum role	 r;

	for (r = ROLE_NONE + 1; r < ROLE_COUNT; r++)
		if ((roles & 1u << r) != 0) {
			printf("%s%s", comma, role_code(r));
			comma = ", ";
		}
}

static void
print_flags(unsigned set)
{
	const char	*comma = "";
	size_t		 i;

	for (i = 0; i < COUNT(flags); i++)
		if ((set & 1u << i) != 0) {
			printf("%s%s", comma, flags[i]);
			comma = "; ";
		}
}

static void
print_life(enum life life)
{
	const struct move	*m;
	size_t			 i, n;

	printf("## %s\n\n| from | act | to | who | with |\n| --- | --- | --- | --- | --- |\n",
	    life_code(life));
	m = workflow_table(&n);
	for (i = 0; i < n; i++) {
		if (m[i].life != life)
			continue;
		printf("| %s | %s | %s | ", state_code(m[i].from), act_code(m[i].act),
		    state_code(m[i].to));
		print_roles(m[i].roles);
		printf(" | ");
		print_flags(m[i].flags);
		printf(" |\n");
	}
	printf("\n");
}

/* The handbook's tables, from the table that the server asks. */
int
cli_workflow(struct cli *c)
{
	const char	*one = cli_word(c);
	bool		 found = false;
	enum life	 life;

	cli_end(c);
	for (life = LIFE_NONE + 1; life < LIFE_COUNT; life++)
		if (one == NULL || strcmp(one, life_code(life)) == 0) {
			print_life(life);
			found = true;
		}
	if (!found)
		cli_die("%s? call, emergency, complaint, assignment or unit", one);
	return 0;
}

int
cli_verify(struct cli *c)
{
	struct chain	 chain;
	struct desk	 d;
	enum rc		 rc;

	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_AUDITOR);
	rc = verify_chain(&d, &chain);
	if (rc == RC_CONFLICT) {
		printf("BROKEN behind event %lld: what follows was changed or removed\n",
		    (long long)chain.last);
		return 1;
	}
	if (rc != RC_OK)
		return cli_report(c, rc, "the chain of events");
	printf("%lld events, head %s\n", (long long)chain.last, chain.head);
	return 0;
}

/* Tokens of forms, for whoever measures: a form without one is refused. */
int
cli_mint(struct cli *c)
{
	const char	*word = cli_word(c);
	struct arena	 a = { 0 };
	long		 i, n = word == NULL ? 1 : strtol(word, NULL, 10);

	c->secret = secret_open(cli_data(c, "siaga.key"));
	cli_end(c);
	for (i = 0; i < n; i++) {
		printf("%s\n", secret_mint(c->secret, &a, cli_now()));
		arena_reset(&a);
	}
	return 0;
}

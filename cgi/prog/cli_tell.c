/* cli_tell.c: siaga workflow, verify, mint: what is so, told to a person or a script. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/verify_action.h"
#include "domain/workflow.h"
#include "lib/when.h"
#include "prog/cli.h"

enum { FIRST_WITH_EVENTS = 4 };		/* of the steps in db/ */

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

/* --- siaga verify ------------------------------------------------------------------------- */

/* Written by no hand of ours, maybe: so no key is asked for, and nothing is touched. */
static struct db *
open_to_read(struct cli *c, const char *file)
{
	const char	*path = file != NULL ? file : cli_data(c, "siaga.db");
	struct db	*db = db_open_read(path);

	if (db == NULL)
		cli_die("%s cannot be read as a store", path);
	if (db_version(db) < FIRST_WITH_EVENTS)
		cli_die("%s is no store of ours", path);
	return db;
}

static void
print_fault(const struct chain *chain)
{
	long long	 last = chain->last, other = chain->other;

	printf("BROKEN behind event %lld: ", last);
	switch (chain->fault) {
	case CHAIN_GAP:
		if (other == last + 2)
			printf("event %lld is gone\n", last + 1);
		else
			printf("events %lld to %lld are gone\n", last + 1, other - 1);
		break;
	case CHAIN_ORDER:
		printf("event %lld is out of order, it stands at %lld\n", last + 1, other);
		break;
	case CHAIN_HASH:
	case CHAIN_GOOD:
	case CHAIN_REMOVED:
	case CHAIN_FAULT_COUNT:
		printf("event %lld is not what was written, its hash does not fit\n", last + 1);
		break;
	}
	printf("the last good head: %lld events, head %s\n", last, chain->head);
}

/* For the paper log: how many, the head, and when. */
static void
print_head(struct cli *c, const struct chain *chain)
{
	printf("%lld events, head %s\n", (long long)chain->last, chain->head);
	if (chain->last != 0)
		printf("the last of %s, verified %s\n", when_iso(&c->arena, chain->at),
		    when_iso(&c->arena, cli_now()));
}

/* Whoever cuts the end off leaves a chain that is whole: only paper tells. */
static int
compare(struct cli *c, const struct desk *d, int64_t count, const char *head)
{
	enum rc	 rc = verify_holds(d, count, head);

	if (rc == RC_NOTFOUND)
		printf("CUT: there is no event %lld any more\n", (long long)count);
	else if (rc == RC_CONFLICT)
		printf("ANOTHER: event %lld has another hash than what was printed\n",
		    (long long)count);
	else if (rc != RC_OK)
		return cli_report(c, rc, "the printed head");
	else
		printf("and holds the printed head at event %lld\n", (long long)count);
	return rc != RC_OK;
}

int
cli_verify(struct cli *c)
{
	const char	*data, *head = cli_option(c, "--head", NULL);
	int64_t		 count = cli_number(c, "--count", 0);
	struct desk	 d = { .arena = &c->arena, .who = { .role = ROLE_AUDITOR, .name = "" },
	                       .now = cli_now() };
	struct chain	 chain;
	enum rc		 rc;

	if ((head == NULL) != (count == 0))
		cli_die("verify: --head and --count go together, as they were printed");
	if ((data = cli_option(c, "--data", NULL)) != NULL)
		setenv("SIAGA_DATA", data, 1);
	d.db = c->db = open_to_read(c, cli_word(c));
	cli_end(c);
	rc = verify_chain(&d, &chain);
	if (rc == RC_CONFLICT) {
		print_fault(&chain);
		return 1;
	}
	if (rc != RC_OK)
		return cli_report(c, rc, "the chain of events");
	print_head(c, &chain);
	return head == NULL ? 0 : compare(c, &d, count, head);
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

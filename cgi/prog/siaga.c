/* siaga.c: the program of whoever runs the system: siaga COMMAND. */
#include <stdio.h>
#include <string.h>

#include "lib/rc.h"
#include "lib/sandbox.h"
#include "prog/cli.h"

static int	help(struct cli *);
static int	version(struct cli *);

static const struct command commands[] = {
	{ "init", "--city CODE | --demo-city [--files DIR]", "make a store for a city", cli_init },
	{ "migrate", "", "bring the store up to date", cli_migrate },
	{ "setting", "NAME [VALUE]",
	  "say or change mail_from, audit_mail, privacy_mail, city_name, opens, closes", cli_setting },
	{ "account", "add LOGIN --role R --name N [--agency CODE] [--unit U] [--email E]"
	  " [--stdin | --invite]",
	  "add somebody; the password is a line of standard input, or made and shown once;\n"
	  "        with --invite it is a code with which they choose their own.\n"
	  "        Roles: call_taker dispatcher supervisor opd_operator responder opd_head\n"
	  "        verifier executive auditor admin",
	  cli_account },
	{ "account", "list [--role R] [--agency CODE] [--disabled] | disable LOGIN | enable LOGIN"
	  " | reset LOGIN [--invite] | totp-reset LOGIN", "who may sign in", cli_account },
	{ "demo", "[--days 14] [--rate 1.0] [--seed 112] [--until TIME] [--files DIR]",
	  "play a fortnight of the demo city", cli_demo },
	{ "workflow", "[LIFE]", "print the table of moves, for the handbook", cli_workflow },
	{ "routes", "", "print which program answers what, and the right it asks for", cli_routes },
	{ "roles", "", "print who has which rights", cli_roles },
	{ "verify", "[FILE] [--head HASH --count N]",
	  "walk the chain of events, of a copy too; print its head for the paper log.\n"
	  "        With what was printed once: is it still in there?", cli_verify },
	{ "key", "list | rotate | reseal | drop ID",
	  "the keys that identities are sealed with; rotate makes a new one and seals all by it",
	  cli_key },
	{ "place", "import FILE [--kind street|landmark|address] | boundary FILE [--neighbour]\n"
	  "        | neighbour CODE --name N --contact NUMBER | list",
	  "names of places out of a CSV or GeoJSON; whose ground is whose; who is beyond it.\n"
	  "        Boundaries first: they say in which kelurahan a name lies",
	  cli_place },
	{ "words", "learn | flags FILE",
	  "learn anew from all tickets which words stand for what; red flags out of a table",
	  cli_words },
	{ "search", "build [--anew]",
	  "put tickets into the index of words that are older than it; may be stopped and\n"
	  "        begun again. --anew forgets it first", cli_search },
	{ "calls", "import FILE.csv [--map asterisk|generic|number=COL,start=COL,...]",
	  "count what the exchange knows of and nobody recorded", cli_calls },
	{ "gateway", "add CODE --kind phone|text | hook CODE URL [--for sms|whatsapp] | list |"
	  " revoke CODE",
	  "which machines may speak to us under /api/; add prints the secret, once", cli_gateway },
	{ "bench-fill", "N", "put N tickets into an empty demo store, for measuring", cli_fill },
	{ "mint", "N", "make N form tokens, for measuring", cli_mint },
	{ "signins", "", "say who may be tried in a demo store", cli_signins },
	{ "version", "", "say which version this is", version },
	{ "help", "", "say this", help },
};

static int
help(struct cli *c)
{
	size_t	 i;

	(void)c;
	printf("usage: siaga COMMAND [--data DIR]   (DIR: SIAGA_DATA where not given)\n\n");
	for (i = 0; i < COUNT(commands); i++)
		printf("  %s %s\n        %s\n", commands[i].name, commands[i].words, commands[i].what);
	return 0;
}

static int
version(struct cli *c)
{
	cli_end(c);
	printf("siaga %s\n", VERSION);
	return 0;
}

static const struct command *
find(const char *name)
{
	size_t	 i;

	for (i = 0; i < COUNT(commands); i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static void
close_all(struct cli *c)
{
	if (c->db != NULL)
		db_close(c->db);
	if (c->secret != NULL)
		secret_close(c->secret);
	arena_reset(&c->arena);
}

int
main(int argc, char **argv)
{
	const struct command	*command = find(argc < 2 ? "help" : argv[1]);
	struct cli		 c = { .n = argc < 2 ? 0 : argc - 2 };
	int			 status;

	if (command == NULL) {
		fprintf(stderr, "siaga: no command %s (siaga help)\n", argv[1]);
		return 2;
	}
	sandbox_no_more();
	secret_start();
	c.command = command->name;
	c.words = argv + (argc < 2 ? argc : 2);
	c.used = arena_alloc(&c.arena, (size_t)c.n + 1);
	status = command->run(&c);
	close_all(&c);
	return status;
}

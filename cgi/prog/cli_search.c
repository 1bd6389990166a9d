/* cli_search.c: siaga search: the index of tickets' words. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "action/search_action.h"
#include "prog/cli.h"

static void
show(int64_t left)
{
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r  %9" PRId64 " tickets to go", left);
}

int
cli_search(struct cli *c)
{
	const char	*word;
	struct desk	 d;
	bool		 anew;

	cli_data(c, "");	/* takes --data with its word, before words are counted */
	anew = cli_flag(c, "--anew");
	word = cli_word(c);
	if (word == NULL || strcmp(word, "build") != 0)
		cli_die("search: build");
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	if (cli_report(c, search_build(&d, anew, show), "search build") != 0)
		return 1;
	printf("all tickets are found by their words\n");
	return 0;
}

/* cli_calls.c: siaga calls: what the exchange knows of calls, read in afterwards. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "action/cdr_action.h"
#include "prog/cli.h"

static int
report(struct cli *c, enum rc rc, const struct cdr_import *in)
{
	size_t	 i;

	for (i = 0; i < in->ntold; i++)
		fprintf(stderr, "%s:%" PRId64 ": %s\n", in->file, in->told[i].line, in->told[i].why);
	if (in->bad > (int64_t)in->ntold)
		fprintf(stderr, "%s: and %" PRId64 " more\n", in->file, in->bad - (int64_t)in->ntold);
	if (rc != RC_OK)
		return cli_report(c, rc, arena_printf(&c->arena, "%s%s%s", in->file,
		    *in->why == '\0' ? "" : ": ", in->why));
	printf("%s: %" PRId64 " new (%" PRId64 " lost, %" PRId64 " to be called back), %" PRId64
	    " known, %" PRId64 " refused\n", in->file, in->made, in->lost, in->queued, in->known,
	    in->bad);
	return in->bad > 0;
}

int
cli_calls(struct cli *c)
{
	const char		*map = cli_option(c, "--map", "");
	struct cdr_import	 in = { .why = "" };
	struct desk		 d;
	const char		*word;

	cli_data(c, "");
	word = cli_word(c);
	in.file = cli_word(c);
	if (word == NULL || strcmp(word, "import") != 0 || in.file == NULL)
		cli_die("calls: import FILE.csv");
	if (!cdr_map_read(&c->arena, map, &in.map))
		cli_die("calls: --map asterisk, generic, or \"number=COLUMN,start=COLUMN,...\" of id, "
		    "number, line, extension, start, answer, end, status");
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_WORKER);
	return report(c, cdr_import(&d, &in), &in);
}

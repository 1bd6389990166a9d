/* cli_words.c: siaga words: what callers' words teach, and the words that raise an alarm. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "action/words_action.h"
#include "prog/cli.h"

static int
learn(struct cli *c)
{
	struct desk	 d;
	int64_t		 n;
	enum rc		 rc;

	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	if ((rc = words_relearn(&d, &n)) == RC_OK)
		printf("learnt from %" PRId64 " tickets\n", n);
	return cli_report(c, rc, "words learn");
}

static int
import_flags(struct cli *c)
{
	const char	*file = cli_word(c), *why = "";
	struct desk	 d;
	size_t		 n;
	enum rc		 rc;

	if (file == NULL)
		cli_die("words flags: which file?");
	cli_open(c);
	cli_end(c);
	d = cli_desk(c, ROLE_ADMIN);
	if ((rc = words_flags_import(&d, *file == '/' ? "" : ".", file, &why, &n)) == RC_OK)
		printf("%zu red flags\n", n);
	return cli_report(c, rc, *why == '\0' ? file : why);
}

int
cli_words(struct cli *c)
{
	const char	*word;

	cli_data(c, "");	/* takes --data with its word, before words are counted */
	word = cli_word(c);
	if (word != NULL && strcmp(word, "learn") == 0)
		return learn(c);
	if (word != NULL && strcmp(word, "flags") == 0)
		return import_flags(c);
	cli_die("words: learn, or flags FILE");
}

/* cli_key.c: siaga key: the keys that identities are sealed with, changed while programs run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/rotate_action.h"
#include "prog/cli.h"

enum { PATIENCE_MS = 5000 };

static int
list(struct cli *c, const struct desk *d)
{
	struct key_use	 uses[KEYS_MAX];
	size_t		 i, n;
	enum rc		 rc;

	cli_end(c);
	if ((rc = rotate_uses(d, uses, &n)) != RC_OK)
		return cli_report(c, rc, "list");
	for (i = 0; i < n; i++)
		if (uses[i].id == 0)
			printf("?  %lld seals of keys that are not in the file\n",
			    (long long)uses[i].seals);
		else
			printf("%u  %lld seals%s%s\n", uses[i].id, (long long)uses[i].seals,
			    uses[i].looks_up ? ", finds codes and phones" : "",
			    uses[i].newest ? ", in use" :
			    uses[i].seals == 0 && !uses[i].looks_up ? ", may be dropped" : "");
	return 0;
}

/* The public's lane: whoever has work to do goes first. */
static int
seal_again(struct cli *c, const struct desk *d)
{
	struct rotated	 out;
	enum rc		 rc;

	db_patience(c->db, LANE_PUBLIC, PATIENCE_MS);
	if ((rc = rotate_seals(d, &out)) != RC_OK)
		return cli_report(c, rc, "sealing again (siaga key reseal goes on)");
	printf("%lld sealed again by key %u", (long long)out.done, out.key);
	printf(out.lost == 0 ? ".\n" : "; %lld do not open and stay as they are.\n",
	    (long long)out.lost);
	return out.lost == 0 ? 0 : 1;
}

static int
rotate(struct cli *c, const struct desk *d)
{
	uint32_t	 id;
	enum rc		 rc;

	cli_end(c);
	rc = secret_add(cli_data(c, "siaga.key"), &id);
	if (rc == RC_INPUT)
		cli_die("there are sixteen keys; drop one that holds nothing first");
	if (rc == RC_BUSY)
		cli_die("somebody else is changing the keys");
	if (rc != RC_OK)
		return cli_report(c, rc, "a new key");
	printf("Key %u is in the file.  Back it up: what it seals opens with nothing else.\n", id);
	return seal_again(c, d);
}

/* Only what holds nothing; the file's other lines are never touched. */
static int
drop(struct cli *c, const struct desk *d)
{
	struct key_use	 uses[KEYS_MAX];
	const char	*word = cli_word(c);
	unsigned long	 id = word == NULL ? 0 : strtoul(word, NULL, 10);
	size_t		 i, n;
	enum rc		 rc;

	cli_end(c);
	if ((rc = rotate_uses(d, uses, &n)) != RC_OK)
		return cli_report(c, rc, "drop");
	for (i = 0; i < n && uses[i].id != id; i++)
		;
	if (id == 0 || i == n)
		cli_die("which? give the id of a key (siaga key list)");
	if (uses[i].seals > 0 || uses[i].looks_up || uses[i].newest)
		cli_die("key %lu is in use (siaga key list)", id);
	rc = secret_drop(cli_data(c, "siaga.key"), (uint32_t)id);
	if (rc == RC_OK)
		printf("Key %lu is dropped.  Older backups need it: keep it with them.\n", id);
	return cli_report(c, rc, "drop");
}

int
cli_key(struct cli *c)
{
	const char	*what = cli_word(c);
	struct desk	 d;

	if (what == NULL)
		cli_die("list, rotate, reseal or drop?");
	cli_open(c);
	d = cli_desk(c, ROLE_ADMIN);
	if (strcmp(what, "list") == 0)
		return list(c, &d);
	if (strcmp(what, "rotate") == 0)
		return rotate(c, &d);
	if (strcmp(what, "reseal") == 0) {
		cli_end(c);
		return seal_again(c, &d);
	}
	if (strcmp(what, "drop") == 0)
		return drop(c, &d);
	cli_die("%s? list, rotate, reseal or drop", what);
}

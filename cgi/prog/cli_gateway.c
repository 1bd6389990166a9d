/* cli_gateway.c: siaga gateway: which machines may speak to us. */
#include <stdio.h>
#include <string.h>

#include "action/text_gateway.h"
#include "prog/cli.h"

static int
add(struct cli *c, const struct desk *d)
{
	enum gateway_kind	 kind = gateway_kind_of(cli_option(c, "--kind", ""));
	const char		*code = cli_word(c), *secret;
	enum rc			 rc;

	cli_end(c);
	if (kind == GATEWAY_NONE)
		cli_die("of which kind? --kind phone or --kind text");
	if (code == NULL || !gateway_is_code(code))
		cli_die("give it a code: 1 to %d letters, digits, or - _ .", GATEWAY_CODE);
	if ((rc = gateway_make(d, code, kind, &secret)) != RC_OK)
		return cli_report(c, rc, "add");
	printf("%s\n", secret);
	fprintf(stderr, "That is the secret of %s.  It is shown this once.\n", code);
	return 0;
}

static int
list(struct cli *c, const struct desk *d)
{
	struct gateway	*list;
	size_t		 i, n;
	enum rc		 rc;

	cli_end(c);
	if ((rc = gateway_list(d, &list, &n)) != RC_OK)
		return cli_report(c, rc, "list");
	for (i = 0; i < n; i++)
		printf("%s %s %s, %s\n", list[i].code, gateway_kind_code(list[i].kind),
		    list[i].allowed ? "allowed" : "revoked", list[i].seen == 0 ? "never heard of" :
		    arena_printf(&c->arena, "last heard of %lld s ago",
		    (long long)(d->now - list[i].seen) / 1000));
	return 0;
}

static int
revoke(struct cli *c, const struct desk *d)
{
	const char	*code = cli_word(c);

	cli_end(c);
	if (code == NULL)
		cli_die("which? give its code (siaga gateway list)");
	return cli_report(c, gateway_revoke(d, code), "revoke");
}

static int
hook(struct cli *c, const struct desk *d)
{
	const char	*channel = cli_option(c, "--for", "");
	const char	*code = cli_word(c), *url = cli_word(c);
	enum rc		 rc;

	cli_end(c);
	if (*channel != '\0' && strcmp(channel, "sms") != 0 && strcmp(channel, "whatsapp") != 0)
		cli_die("for what? --for sms or --for whatsapp");
	if (code == NULL || url == NULL)
		cli_die("of which gateway, and where? give its code and an address");
	if ((rc = text_hook(d, code, url)) == RC_INPUT)
		cli_die("%s is no http or https address", url);
	if (rc == RC_OK && *channel != '\0')
		rc = text_carry(d, code, channel_of(channel));
	return cli_report(c, rc, "hook");
}

int
cli_gateway(struct cli *c)
{
	const char	*what = cli_word(c);
	struct desk	 d;

	if (what == NULL)
		cli_die("add, list, hook or revoke?");
	cli_open(c);
	d = cli_desk(c, ROLE_ADMIN);
	if (strcmp(what, "add") == 0)
		return add(c, &d);
	if (strcmp(what, "hook") == 0)
		return hook(c, &d);
	if (strcmp(what, "list") == 0)
		return list(c, &d);
	if (strcmp(what, "revoke") == 0)
		return revoke(c, &d);
	cli_die("%s? add, list, hook or revoke", what);
}

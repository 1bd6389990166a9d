/* cli_account.c: siaga account: who may sign in, from the shell. */
#include <stdio.h>
#include <string.h>

#include "action/totp_action.h"
#include "prog/cli.h"

static const char *const	faults[ACCOUNT_FAULTS] = {
	[ACCOUNT_FINE] = "it is not allowed",
	[ACCOUNT_LOGIN] = "the login has 3 to 40 of a-z 0-9 . - _",
	[ACCOUNT_TAKEN] = "the login is somebody else's",
	[ACCOUNT_NAME] = "give a --name",
	[ACCOUNT_ROLE] = "give a --role: call_taker, opd_operator, ... (siaga help)",
	[ACCOUNT_NO_AGENCY] = "this role needs an --agency",
	[ACCOUNT_AN_AGENCY] = "this role has no agency",
	[ACCOUNT_UNIT] = "that unit is not of that agency, or the role has none",
	[ACCOUNT_NO_UNIT] = "a responder of this agency needs a --unit",
	[ACCOUNT_EMAIL] = "that is no e-mail address",
	[ACCOUNT_PASSWORD] = "the password is too easy",
	[ACCOUNT_SELF] = "not to oneself",
	[ACCOUNT_LAST_ADMIN] = "an admin must be left",
};

static int
report(struct cli *c, enum rc rc, const struct account_order *o)
{
	if (rc != RC_INPUT && rc != RC_FORBIDDEN)
		return cli_report(c, rc, "account");
	fprintf(stderr, "siaga account: %s\n", faults[o->fault]);
	return 1;
}

/* Made here, or one line of the standard input: never a word of the command line. */
static const char *
read_password(struct cli *c)
{
	char	 line[600];

	if (!cli_flag(c, "--stdin"))
		return "";
	if (fgets(line, sizeof(line), stdin) == NULL)
		cli_die("no password on the standard input");
	line[strcspn(line, "\r\n")] = '\0';
	return arena_text(&c->arena, line);
}

static void
show_password(const char *login, const char *password, bool invite)
{
	if (*password != '\0')
		printf("%s: %s\nThis is shown once.  %s\n", login, password, invite ?
		    "With it they choose a password at /undangan, within 72 hours." :
		    "Whoever signs in with it chooses another.");
}

static int64_t
agency_of(struct cli *c, const struct desk *d)
{
	const char		*code = cli_option(c, "--agency", "");
	const struct agency	*g = ref_agency_code(d->ref, code);

	if (*code != '\0' && g == NULL)
		cli_die("no agency %s", code);
	return g == NULL ? 0 : g->id;
}

static int64_t
unit_of(struct cli *c, const struct desk *d)
{
	const char	*code = cli_option(c, "--unit", "");
	size_t		 i;

	if (*code == '\0')
		return 0;
	for (i = 0; i < d->ref->nunits; i++)
		if (strcmp(d->ref->units[i].code, code) == 0)
			return d->ref->units[i].id;
	cli_die("no unit %s", code);
}

static const char *
login_of(struct cli *c)
{
	const char	*login = cli_word(c);

	if (login == NULL)
		cli_die("whose? give a login");
	return login;
}

static int
add(struct cli *c, const struct desk *d)
{
	const char		*password = "";
	struct account_order	 o = {
		.role = role_of(cli_option(c, "--role", "")),
		.agency = agency_of(c, d), .unit = unit_of(c, d),
		.name = cli_option(c, "--name", ""),
		.email = cli_option(c, "--email", ""),
		.password = read_password(c), .invite = cli_flag(c, "--invite"),
	};
	enum rc			 rc;

	o.login = login_of(c);
	cli_end(c);
	if ((rc = account_create(d, &o, &password)) != RC_OK)
		return report(c, rc, &o);
	show_password(o.login, password, o.invite);
	return 0;
}

static int
list(struct cli *c, const struct desk *d)
{
	struct accounts_filter	 f = { .text = "", .after = "" };
	const struct agency	*g;
	const struct account	*row;
	struct accounts		 page;
	enum rc			 rc;
	size_t			 i;

	f.role = role_of(cli_option(c, "--role", ""));
	f.agency = agency_of(c, d);
	f.disabled = cli_flag(c, "--disabled");
	cli_end(c);
	do {
		if ((rc = see_accounts(d, &f, &page)) != RC_OK)
			return cli_report(c, rc, "list");
		for (i = 0; i < page.n; i++) {
			row = &page.rows[i];
			g = ref_agency(d->ref, row->agency);
			printf("%-20s %-13s %-12s %s\n", row->login, role_code(row->role),
			    g == NULL ? "-" : g->code, row->name);
			f.after = row->login;
		}
	} while (page.more);
	return 0;
}

/* disable, enable, reset, totp-reset: to one account, by its login. */
static int
change(struct cli *c, const struct desk *d, const char *what)
{
	const char		*login = login_of(c), *password = "";
	struct account		 one;
	struct account_order	 o = { .invite = cli_flag(c, "--invite") };
	enum rc			 rc;

	cli_end(c);
	if ((rc = account_find(d, login, &one)) != RC_OK)
		return cli_report(c, rc, login);
	o.id = one.id;
	if (strcmp(what, "disable") == 0)
		rc = account_disable(d, &o);
	else if (strcmp(what, "enable") == 0)
		rc = account_enable(d, &o);
	else if (strcmp(what, "totp-reset") == 0)
		rc = account_factor_reset(d, &o);
	else
		rc = account_reset(d, &o, &password);
	if (rc != RC_OK)
		return report(c, rc, &o);
	show_password(login, password, o.invite);
	return 0;
}

int
cli_account(struct cli *c)
{
	const char	*what = cli_word(c);
	struct desk	 d;

	if (what == NULL)
		cli_die("add, list, disable, enable, reset or totp-reset?");
	cli_open(c);
	d = cli_desk(c, ROLE_ADMIN);
	if (strcmp(what, "add") == 0)
		return add(c, &d);
	if (strcmp(what, "list") == 0)
		return list(c, &d);
	if (strcmp(what, "disable") == 0 || strcmp(what, "enable") == 0 ||
	    strcmp(what, "reset") == 0 || strcmp(what, "totp-reset") == 0)
		return change(c, &d, what);
	cli_die("%s? add, list, disable, enable, reset or totp-reset", what);
}

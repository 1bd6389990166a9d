/* cli_init.c: siaga init, migrate, signins. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "action/demo_action.h"
#include "action/init_action.h"
#include "prog/cli.h"

/* A fault in the data files is told before anything is made. */
static int
read_city(struct cli *c, const char *files, const char *code, struct city *city)
{
	const char	*why = "";

	if (city_read(&c->arena, files, code, city, &why) == RC_OK)
		return 0;
	fprintf(stderr, "siaga init: %s\n", why);
	return 1;
}

static void
make_folder(const char *dir)
{
	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		cli_die("%s: %s", dir, strerror(errno));
}

/* What an init that was cut short left behind is used: it was never more than empty. */
static int
make_store(struct cli *c, const struct city *city)
{
	int	 steps;
	enum rc	 rc = secret_make(cli_data(c, "siaga.key"));

	if (rc != RC_OK && rc != RC_CONFLICT)
		return cli_report(c, rc, "make the key");
	c->db = db_open(cli_data(c, "siaga.db"));
	if ((rc = store_migrate(c->db, &steps)) != RC_OK)
		return cli_report(c, rc, "make the tables");
	rc = city_set_up(c->db, &c->arena, city, cli_now());
	if (cli_report(c, rc, cli_data(c, "siaga.db")) != 0)
		return 1;
	printf("%s (%s): %zu agencies, %zu areas, %zu categories, %zu cards (drafts), %zu units\n",
	    city->name, city->code, city->nagencies, city->nareas, city->ncategories,
	    city->ncards, city->nunits);
	return 0;
}

int
cli_init(struct cli *c)
{
	bool		 demo = cli_flag(c, "--demo-city");
	const char	*code = cli_option(c, "--city", demo ? DEMO_CITY : NULL);
	const char	*files = cli_files(c);
	struct city	 city;

	if (code == NULL || (demo && strcmp(code, DEMO_CITY) != 0))
		cli_die("which city? --city 13.71, or --demo-city");
	umask(077);
	cli_data(c, "");
	if (read_city(c, files, code, &city) != 0)
		return 1;
	cli_end(c);
	make_folder(cli_data(c, ""));
	if (make_store(c, &city) != 0)
		return 1;
	return city.npeople > 0 ? cli_place_demo(c, files) : 0;
}

int
cli_migrate(struct cli *c)
{
	const char	*path = cli_data(c, "siaga.db");
	int		 steps;

	cli_end(c);
	if (access(path, F_OK) != 0)
		cli_die("%s: %s", path, strerror(errno));
	c->db = db_open(path);
	if (cli_report(c, store_migrate(c->db, &steps), "the store is newer than this program") != 0)
		return 1;
	if (steps > 0)
		printf("%d step%s taken\n", steps, steps == 1 ? "" : "s");
	return 0;
}

/* Logins of a role, in lines of a terminal's width. */
static void
print_role(const struct account *people, size_t n, enum role role)
{
	enum { INDENT = 18, WIDTH = 76 };
	size_t	 i, at = 0, len;

	for (i = 0; i < n; i++) {
		if (people[i].role != role)
			continue;
		len = strlen(people[i].login) + 1;
		if (at == 0)
			printf("    %-*s", INDENT - 4, role_code(role));
		else if (at + len > WIDTH - INDENT)
			printf("\n%*s", INDENT, "");
		at = at == 0 || at + len > WIDTH - INDENT ? len : at + len;
		printf("%s ", people[i].login);
	}
	if (at > 0)
		printf("\n");
}

static void
print_codes(struct cli *c)
{
	struct demo_code	 codes[DEMO_CODES];
	size_t			 i, n;

	if (demo_codes(c->db, &c->arena, codes, &n) != RC_OK || n == 0)
		return;
	printf("\nTracking codes to try at /lacak:\n\n");
	for (i = 0; i < n; i++)
		printf("    %s  %s, %s\n", codes[i].code, codes[i].number, codes[i].state);
}

int
cli_signins(struct cli *c)
{
	struct account	*people;
	enum role	 r;
	size_t		 n;

	cli_open(c);
	cli_end(c);
	if (demo_people(c->db, &c->arena, &people, &n) != RC_OK)
		return 0;
	printf("Staff to sign in as (everybody's password here is %s):\n\n", DEMO_PASSWORD);
	for (r = ROLE_NONE; r < ROLE_COUNT; r++)
		print_role(people, n, r);
	print_codes(c);
	return 0;
}

/* siaga setting NAME: what it is.  siaga setting NAME VALUE: what it becomes. */
int
cli_setting(struct cli *c)
{
	const char	*name = cli_word(c), *value = cli_word(c), *now = "";
	enum rc		 rc;

	if (name == NULL)
		cli_die("setting: which? mail_from, audit_mail, privacy_mail, city_name, opens or closes");
	cli_open(c);
	cli_end(c);
	if (value != NULL)
		return cli_report(c, setting_write(c->db, name, value), name);
	rc = setting_read(c->db, &c->arena, name, &now);
	if (rc == RC_OK)
		printf("%s\n", now);
	return cli_report(c, rc, name);
}

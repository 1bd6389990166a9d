/* cli.c: what every command of siaga is given, and how it reads its words. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "action/ref_action.h"
#include "lib/migrate.h"
#include "lib/sandbox.h"
#include "prog/cli.h"

enum { PATIENCE_MS = 5000 };

static int
find(const struct cli *c, const char *name)
{
	int	 i;

	for (i = 0; i < c->n; i++)
		if (!c->used[i] && strcmp(c->words[i], name) == 0)
			return i;
	return -1;
}

const char *
cli_option(struct cli *c, const char *name, const char *otherwise)
{
	int	 i = find(c, name);

	if (i < 0)
		return otherwise;
	if (i + 1 >= c->n || c->used[i + 1])
		cli_die("%s needs a word behind it", name);
	c->used[i] = c->used[i + 1] = true;
	return c->words[i + 1];
}

bool
cli_flag(struct cli *c, const char *name)
{
	int	 i = find(c, name);

	if (i >= 0)
		c->used[i] = true;
	return i >= 0;
}

const char *
cli_word(struct cli *c)
{
	int	 i;

	for (i = 0; i < c->n; i++)
		if (!c->used[i] && c->words[i][0] != '-') {
			c->used[i] = true;
			return c->words[i];
		}
	return NULL;
}

int64_t
cli_number(struct cli *c, const char *name, int64_t otherwise)
{
	const char	*text = cli_option(c, name, NULL);
	char		*end;
	int64_t		 n;

	if (text == NULL)
		return otherwise;
	n = strtoll(text, &end, 10);
	if (end == text || *end != '\0' || n < 0)
		cli_die("%s needs a number, not \"%s\"", name, text);
	return n;
}

void
cli_end(struct cli *c)
{
	int	 i;

	for (i = 0; i < c->n; i++)
		if (!c->used[i])
			cli_die("what is \"%s\"? (siaga help)", c->words[i]);
}

const char *
cli_data(struct cli *c, const char *file)
{
	const char	*dir = getenv("SIAGA_DATA");
	int		 i = find(c, "--data");

	if (i >= 0 && i + 1 < c->n)
		setenv("SIAGA_DATA", dir = cli_option(c, "--data", ""), 1);
	if (dir == NULL || *dir == '\0')
		cli_die("where is the store? set SIAGA_DATA or give --data");
	return *file == '\0' ? dir : arena_printf(&c->arena, "%s/%s", dir, file);
}

const char *
cli_files(struct cli *c)
{
	const char	*share = getenv("SIAGA_SHARE");

	return cli_option(c, "--files", share == NULL || *share == '\0' ? "db/data" :
	    arena_printf(&c->arena, "%s/db/data", share));
}

/* A command with a store reads what it is told to, and writes beside that store only. */
void
cli_open(struct cli *c)
{
	const char *const	 data[] = { cli_data(c, ""), NULL };
	static const char *const all[] = { "/", NULL };

	c->secret = secret_open(cli_data(c, "siaga.key"));
	c->db = db_open(cli_data(c, "siaga.db"));
	db_patience(c->db, LANE_AGENCY, PATIENCE_MS);
	if (db_version(c->db) != (int64_t)nmigrations)
		cli_die("the store is of another version; run siaga migrate");
	sandbox_enter(&(struct sandbox){ .read = all, .write = data });
}

struct desk
cli_desk(struct cli *c, enum role role)
{
	return (struct desk){
		.db = c->db, .arena = &c->arena, .secret = c->secret,
		.ref = ref_current(c->db, cli_now()),
		.who = { .role = role, .name = "" }, .now = cli_now(),
	};
}

int64_t
cli_now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
cli_die(const char *fmt, ...)
{
	va_list	 ap;

	fputs("siaga: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	exit(2);
}

int
cli_report(struct cli *c, enum rc rc, const char *tried)
{
	static const char	*const why[RC_COUNT] = {
		[RC_INPUT] = "that is not good input", [RC_LOGIN] = "nobody is signed in",
		[RC_FORBIDDEN] = "that is not allowed", [RC_NOTFOUND] = "there is none",
		[RC_CONFLICT] = "there is one already", [RC_BUSY] = "the store is busy; try again",
		[RC_FAIL] = "it failed; the lines above say why",
	};

	if (rc == RC_OK)
		return 0;
	fprintf(stderr, "siaga %s: %s: %s\n", c->command, tried, why[rc]);
	return 1;
}

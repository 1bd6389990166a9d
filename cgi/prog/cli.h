/* cli.h: what every command of siaga is given, and how it reads its words. */
#ifndef PROG_CLI_H
#define PROG_CLI_H

#include "action/desk.h"

struct cli {
	struct arena	 arena;
	const char	*command;
	char		**words;	/* what stands behind the command */
	bool		*used;
	int		 n;
	/* after cli_open() */
	struct db	*db;
	struct secret	*secret;
};

struct command {
	const char	*name;
	const char	*words;		/* "LOGIN --role R", for the help */
	const char	*what;
	int		(*run)(struct cli *);
};

/* Each word is read once; cli_end() refuses what nobody asked for. */
const char	*cli_option(struct cli *, const char *name, const char *otherwise);
bool		 cli_flag(struct cli *, const char *name);
const char	*cli_word(struct cli *);	/* the next word that is no option, or NULL */
int64_t		 cli_number(struct cli *, const char *name, int64_t otherwise);
void		 cli_end(struct cli *);		/* dies with what is left */

/* The store lies where --data or SIAGA_DATA say, data files where --files or SIAGA_SHARE. */
const char	*cli_data(struct cli *, const char *file);
const char	*cli_files(struct cli *);

/* Opens store and key; dies where the store is of another version. */
void		 cli_open(struct cli *);
struct desk	 cli_desk(struct cli *, enum role);
int64_t		 cli_now(void);
/* For what is wrong with the words or the place: exit status 2. */
_Noreturn void	 cli_die(const char *, ...) PRINTF(1, 2);
/* 0, or 1 with what was tried and why not on standard error. */
int		 cli_report(struct cli *, enum rc, const char *tried);

/* --- the commands, a file each --- */

int	 cli_init(struct cli *);	/* cli_init.c */
int	 cli_migrate(struct cli *);
int	 cli_signins(struct cli *);
int	 cli_setting(struct cli *);
int	 cli_account(struct cli *);	/* cli_account.c */
int	 cli_demo(struct cli *);	/* cli_demo.c */
int	 cli_fill(struct cli *);
int	 cli_workflow(struct cli *);	/* cli_tell.c */
int	 cli_routes(struct cli *);	/* cli_routes.c */
int	 cli_roles(struct cli *);
int	 cli_verify(struct cli *);
int	 cli_mint(struct cli *);
int	 cli_key(struct cli *);		/* cli_key.c */
int	 cli_place(struct cli *);	/* cli_place.c */
int	 cli_words(struct cli *);	/* cli_words.c */
int	 cli_search(struct cli *);	/* cli_search.c */
int	 cli_calls(struct cli *);	/* cli_calls.c */
int	 cli_gateway(struct cli *);	/* cli_gateway.c */

/* The places of the demo city, into a store that is open; 0, or 1 with why not. */
int	 cli_place_demo(struct cli *, const char *files);

#endif

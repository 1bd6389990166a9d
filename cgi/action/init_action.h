/* init_action.h: a store is made, brought up to date, and set up for a city. */
#ifndef ACTION_INIT_ACTION_H
#define ACTION_INIT_ACTION_H

#include "action/desk.h"
#include "domain/account.h"
#include "domain/red_flag.h"
#include "domain/subject.h"

/* The last key of everybody in the demo city: no secret, and refused anywhere else. */
#define DEMO_CITY	"99.71"
#define DEMO_PASSWORD	"kota-bahari-112"

/* A city as its data files tell it, checked.  Ids are given: 1, 2, ... */
struct city {
	const char		*code, *name;
	int			 zone;
	const char		*zone_name;
	const char		*desk;		/* the agency of the triage desk */
	struct agency		*agencies;
	struct area		*areas;
	struct category		*categories;
	struct card		*cards;
	struct unit		*units;
	struct holiday		*holidays;
	struct retention	*retention;
	struct red_flag		*flags;
	struct account		*people;	/* of the demo city only */
	size_t			 nagencies, nareas, ncategories, ncards, nunits, nholidays, npeople,
				 nretention, nflags;
};

/*
 * Reads and checks the files of a folder: agencies.tsv, areas.csv,
 * categories.tsv, sop.json, holidays.tsv, retention.tsv, red_flags.tsv; for
 * the demo city the ones named "-bahari", too.  RC_INPUT, RC_NOTFOUND: *why
 * names the file, the row and the column.
 */
enum rc	 city_read(struct arena *, const char *folder, const char *code, struct city *,
	     const char **why) MUST_USE;

/* In one transaction.  RC_CONFLICT: this store was set up before. */
enum rc	 city_set_up(struct db *, struct arena *, const struct city *, int64_t now) MUST_USE;

/*
 * The steps above the store's version, each in its own transaction; how many
 * there were.  RC_CONFLICT: the store is newer than this program.
 */
enum rc	 store_migrate(struct db *, int *steps) MUST_USE;

/*
 * Settings whoever runs the system may change: mail_from, opens, closes
 * (minutes after midnight), city_name.  RC_NOTFOUND: not one of them.
 * RC_INPUT: not good for it.
 */
enum rc	 setting_read(struct db *, struct arena *, const char *name, const char **) MUST_USE;
enum rc	 setting_write(struct db *, const char *name, const char *value) MUST_USE;

/* Who may be tried with DEMO_PASSWORD.  RC_FORBIDDEN: not a demo store. */
enum rc	 demo_people(struct db *, struct arena *, struct account **, size_t *n) MUST_USE;

#endif

/* init_action.c: a store is brought up to date, and set up for a city. */
#include <stdlib.h>

#include "action/init_action.h"
#include "lib/migrate.h"
#include "store/account_store.h"
#include "store/init_store.h"
#include "store/ref_store.h"
#include "store/retention_store.h"
#include "store/vocab_store.h"

enum { OPENS = 8 * 60, CLOSES = 15 * 60 + 30 };	/* 450 minutes a day, as categories.tsv counts */

static enum rc
step(struct db *db, const char *sql)
{
	enum rc	 rc;

	if ((rc = db_begin(db)) != RC_OK)
		return rc;
	return db_finish(db, db_script(db, sql));
}

enum rc
store_migrate(struct db *db, int *steps)
{
	int64_t	 version = db_version(db);
	enum rc	 rc = RC_OK;

	*steps = 0;
	if (version < 0 || version > (int64_t)nmigrations)
		return RC_CONFLICT;
	for (; rc == RC_OK && version < (int64_t)nmigrations; version++) {
		rc = step(db, migrations[version]);
		*steps += rc == RC_OK;
	}
	return rc;
}

/* Refuses a store that is set up; the version of the reference data is counted from 1. */
static enum rc
put_settings(struct db *db, struct arena *a, const struct city *c)
{
	const char	*before;
	enum rc		 rc;
	size_t		 i;
	const struct { const char *name, *value; } all[] = {
		{ "city_name", c->name },
		{ "city_code", c->code },
		{ "zone", arena_printf(a, "%d", c->zone) },
		{ "zone_name", c->zone_name },
		{ "opens", arena_printf(a, "%d", OPENS) },
		{ "closes", arena_printf(a, "%d", CLOSES) },
		{ "triage_agency", c->desk },
		{ "mail_from", c->npeople > 0 ? "siaga@bahari.example" : "" },
		{ "demo", c->npeople > 0 ? "1" : "0" },
		{ "ref_version", "1" },
	};

	if ((rc = setting_get(db, a, "city_code", &before)) != RC_OK)
		return rc;
	if (*before != '\0')
		return RC_CONFLICT;
	for (i = 0; i < COUNT(all) && rc == RC_OK; i++)
		rc = setting_put(db, all[i].name, all[i].value);
	return rc;
}

static enum rc
put_category(struct db *db, const struct category *c)
{
	int64_t	 place = 0;
	size_t	 i;
	enum rc	 rc;

	if ((rc = category_put(db, c)) == RC_OK && c->lead != 0)
		rc = routing_put(db, c->id, c->lead, true, place++);
	for (i = 0; i < c->nsupport && rc == RC_OK; i++)
		rc = routing_put(db, c->id, c->support[i], false, place++);
	return rc;
}

static enum rc
put_reference(struct db *db, const struct city *c)
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < c->nagencies && rc == RC_OK; i++)
		rc = agency_put(db, &c->agencies[i]);
	for (i = 0; i < c->nareas && rc == RC_OK; i++)
		rc = area_put(db, &c->areas[i]);
	for (i = 0; i < c->ncategories && rc == RC_OK; i++)
		rc = put_category(db, &c->categories[i]);
	for (i = 0; i < c->ncards && rc == RC_OK; i++)
		rc = card_put(db, &c->cards[i]);
	for (i = 0; i < c->nunits && rc == RC_OK; i++)
		rc = unit_put(db, &c->units[i]);
	for (i = 0; i < c->nholidays && rc == RC_OK; i++)
		rc = holiday_put(db, &c->holidays[i]);
	for (i = 0; i < c->nretention && rc == RC_OK; i++)
		rc = retention_put(db, &c->retention[i], (int64_t)i + 1);
	for (i = 0; i < c->nflags && rc == RC_OK; i++)
		rc = red_flag_put(db, &c->flags[i], (int64_t)i + 1);
	return rc;
}

/* One hash for all: forty would take seconds, and the password is known anyway. */
static enum rc
put_people(struct db *db, const struct city *c, const char *hash, int64_t now)
{
	enum rc	 rc = RC_OK;
	size_t	 i;

	for (i = 0; i < c->npeople && rc == RC_OK; i++) {
		c->people[i].created = now;
		rc = account_insert(db, &c->people[i], hash);
	}
	return rc;
}

enum rc
city_set_up(struct db *db, struct arena *a, const struct city *c, int64_t now)
{
	const char	*hash = c->npeople == 0 ? "" : secret_password(a, DEMO_PASSWORD);
	enum rc		 rc;

	if ((rc = db_begin(db)) != RC_OK)
		return rc;
	if ((rc = put_settings(db, a, c)) != RC_OK ||
	    (rc = put_reference(db, c)) != RC_OK)
		return db_finish(db, rc);
	return db_finish(db, put_people(db, c, hash, now));
}

/* As accounts-bahari.tsv names them: who is tried most comes first. */
static int
by_id(const void *a, const void *b)
{
	int64_t	 x = ((const struct account *)a)->id, y = ((const struct account *)b)->id;

	return (x > y) - (x < y);
}

enum rc
demo_people(struct db *db, struct arena *a, struct account **people, size_t *n)
{
	enum { MAX = 100 };
	const struct account_filter	 all = { .text = "", .after = "" };
	const char			*demo;
	enum rc				 rc;

	if ((rc = setting_get(db, a, "demo", &demo)) != RC_OK)
		return rc;
	if (demo[0] != '1')
		return RC_FORBIDDEN;
	*people = arena_alloc(a, MAX * sizeof(**people));
	rc = account_list(db, a, &all, *people, n, MAX);
	if (rc == RC_OK)
		qsort(*people, *n, sizeof(**people), by_id);
	return rc;
}

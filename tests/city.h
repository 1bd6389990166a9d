/* city.h: a city in memory, for tests of stores and actions. */
#ifndef TESTS_CITY_H
#define TESTS_CITY_H

#include "action/desk.h"
#include "action/init_action.h"

#define CITY_NOW	INT64_C(1795055400000)	/* Thursday, 19 November 2026, 09.30 WIB */

/*
 * Kota Bahari as siaga init makes it, with its accounts and a key of its own.
 * One at a time; it is Thursday morning and nobody is signed in.
 */
struct desk	 city_open(void);
void		 city_close(struct desk *);
/* The same desk with somebody of db/data/accounts-bahari.tsv at it, or "worker", "reporter". */
struct desk	 city_as(const struct desk *, const char *login);
/* A number out of the store, by a literal SELECT; for what no action tells. */
int64_t		 city_count(const struct desk *, const char *sql);

#endif

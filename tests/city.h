/* city.h: a city in memory, for tests of stores and actions. */
#ifndef TESTS_CITY_H
#define TESTS_CITY_H

#include "action/file_action.h"
#include "action/init_action.h"
#include "action/move_action.h"

#define CITY_NOW	INT64_C(1795055400000)	/* Thursday, 19 November 2026, 09.30 WIB */

/*
 * Kota Bahari as siaga init makes it, with its accounts and a key of its own.
 * One at a time; it is Thursday morning and nobody is signed in.
 */
struct desk	 city_open(void);
void		 city_close(struct desk *);
/* The same, once its chain of events has been found whole. */
void		 city_end(struct desk *);
/* The same desk with somebody of db/data/accounts-bahari.tsv at it, or "worker", "reporter". */
struct desk	 city_as(const struct desk *, const char *login);
/* A number out of the store, by a literal SELECT; for what no action tells. */
int64_t		 city_count(const struct desk *, const char *sql);

/* --- what often happens; each dies where it cannot --- */

/* A citizen's report of "Lubang & <genangan>" in Pasar Lama; mail: with an address. */
struct receipt	 city_filed(const struct desk *, const char *category, bool mail, enum privacy);
/* A 112 call about Jl. Veteran 3 as "petugas" takes it; told: whoever calls has an address. */
struct receipt	 city_called(const struct desk *, const char *category, bool told);
enum rc		 city_does(const struct desk *, const char *login, const struct receipt *,
		     struct order);
enum rc		 city_answers(const struct desk *, const struct receipt *, struct order);
/* A pothole, mended, and declared so by the verifier. */
struct receipt	 city_resolved(const struct desk *, bool mail);

#endif

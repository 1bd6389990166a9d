/* calendar_store.h: the days and hours that count, and who is told: data of all clocks. */
#ifndef STORE_CALENDAR_STORE_H
#define STORE_CALENDAR_STORE_H

#include "domain/ref.h"
#include "domain/suspension.h"
#include "lib/arena.h"
#include "lib/db.h"

/* For ref_load(): the pauses of office hours; every agency's ladder. */
enum rc	 pauses_load(struct db *, struct arena *, struct calendar *) MUST_USE;
enum rc	 ladder_load(struct db *, struct arena *, struct ref *) MUST_USE;

/* From a day until before another, in their order. */
enum rc	 holiday_list(struct db *, struct arena *, int64_t from, int64_t to, struct holiday *,
	     size_t *n, size_t max) MUST_USE;
enum rc	 holiday_of(struct db *, struct arena *, int64_t day, struct holiday *) MUST_USE;
enum rc	 holiday_remove(struct db *, int64_t day) MUST_USE;	/* RC_CONFLICT: it is none */

/* Suspensions, the newest first. */
enum rc	 suspension_list(struct db *, struct arena *, struct suspension *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 suspension_add(struct db *, struct suspension *) MUST_USE;	/* fills id */
/* It ends then; lifted: by a person, before its time. */
enum rc	 suspension_end(struct db *, int64_t id, int64_t until, int64_t lifted) MUST_USE;
/* An accepted disaster whose ticket is open; RC_NOTFOUND none. */
enum rc	 disaster_in_force(struct db *, struct arena *, int64_t *ticket,
	     const char **number, const char **title) MUST_USE;

/* A ladder's steps of today end; new ones begin. */
enum rc	 ladder_end(struct db *, enum ladder_scope, int64_t agency, int64_t at) MUST_USE;
enum rc	 ladder_add(struct db *, const struct rung *, int64_t place) MUST_USE;

extern const struct query *const calendar_queries[];
extern const size_t calendar_nqueries;

#endif

/* init_store.h: how a store is made, and filled with a city's reference data. */
#ifndef STORE_INIT_STORE_H
#define STORE_INIT_STORE_H

#include "domain/ref.h"
#include "lib/db.h"

/* Each needs a transaction around it. */
enum rc	 setting_put(struct db *, const char *name, const char *value) MUST_USE;
enum rc	 agency_put(struct db *, const struct agency *) MUST_USE;
enum rc	 area_put(struct db *, const struct area *) MUST_USE;
enum rc	 category_put(struct db *, const struct category *) MUST_USE;	/* without its routing */
enum rc	 routing_put(struct db *, int64_t category, int64_t agency, bool lead,
	     int64_t place) MUST_USE;
enum rc	 card_put(struct db *, const struct card *) MUST_USE;
enum rc	 unit_put(struct db *, const struct unit *) MUST_USE;
enum rc	 holiday_put(struct db *, const struct holiday *) MUST_USE;

/* The last number given out of a series. */
enum rc	 counter_put(struct db *, const char *name, int64_t value) MUST_USE;

extern const struct query *const init_queries[];
extern const size_t init_nqueries;

#endif

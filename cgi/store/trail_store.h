/* trail_store.h: what every change leaves behind besides its event: numbers, pulses, letters. */
#ifndef STORE_TRAIL_STORE_H
#define STORE_TRAIL_STORE_H

#include "lib/arena.h"
#include "lib/db.h"

/* The next number of a series, from 1; inside a write transaction. */
enum rc	 counter_next(struct db *, const char *name, int64_t *) MUST_USE;

/* Tells the screens of an agency (0: of the city) that something changed. */
enum rc	 pulse_beat(struct db *, int64_t agency) MUST_USE;
enum rc	 pulse_read(struct db *, int64_t agency, int64_t *) MUST_USE;	/* 0 before the first */

/* A letter to be sent by the worker: to a reporter or to an agency's duty desk. */
enum rc	 outbox_add(struct db *, const char *kind, int64_t ticket, int64_t reporter,
	     int64_t agency, int64_t event, int64_t now) MUST_USE;
/* To one who is kept no longer, with the address: sealed "letter:<reporter>:<event>". */
enum rc	 outbox_add_last(struct db *, const char *kind, int64_t ticket, int64_t reporter,
	     int64_t event, struct bytes sealed, int64_t now) MUST_USE;

extern const struct query *const trail_queries[];
extern const size_t trail_nqueries;

#endif

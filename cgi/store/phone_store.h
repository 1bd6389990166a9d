/* phone_store.h: what the telephone exchange says of calls. */
#ifndef STORE_PHONE_STORE_H
#define STORE_PHONE_STORE_H

#include "domain/ring.h"
#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* A ring with its call. */
struct ring_row {
	struct ringing	 r;		/* .number, .link still sealed: "" */
	struct call	 c;
	const char	*name;		/* of the exchange */
	const char	*token;		/* of the call, and of its form */
	struct bytes	 number, link;	/* seals */
};

enum rc	 ring_find(struct db *, struct arena *, int64_t gateway, const char *name,
	     struct ring_row *) MUST_USE;
enum rc	 ring_by_call(struct db *, struct arena *, int64_t call, struct ring_row *) MUST_USE;
enum rc	 ring_insert(struct db *, struct ringing *, int64_t gateway, const char *name) MUST_USE;
enum rc	 ring_save(struct db *, const struct ringing *, struct bytes link) MUST_USE;

/* The call's own row: all that the exchange knows.  timed: 1 at once, 2 from its records. */
enum rc	 call_save_ring(struct db *, const struct call *, struct bytes sealed,
	     struct bytes phone, int timed) MUST_USE;
/* Only its end, and who it was: the taker knows better than the exchange. */
enum rc	 call_save_caller(struct db *, int64_t call, int64_t taker, struct bytes sealed,
	     struct bytes phone) MUST_USE;

enum rc	 call_set_timed(struct db *, int64_t call, int timed) MUST_USE;

/* Where its times are from, and is there a recording? */
enum rc	 call_source(struct db *, int64_t call, int64_t *timed, bool *recorded) MUST_USE;

/* In state ringing, the oldest first. */
enum rc	 ring_list(struct db *, struct arena *, struct ring_row **, size_t *n, size_t max) MUST_USE;
/* Answered by somebody and not yet said what it was, the oldest first. */
enum rc	 ring_list_taker(struct db *, struct arena *, int64_t taker, int64_t since,
	     struct ring_row **, size_t *n, size_t max) MUST_USE;
/* Since when the oldest of them rings; 0 none does. */
enum rc	 ring_oldest(struct db *, int64_t *at) MUST_USE;

/* A call by its number and the time it began; the first.  phone: hash. */
enum rc	 call_at(struct db *, struct bytes phone, int64_t from, int64_t to, int64_t *id) MUST_USE;

/* How many calls whose times are the exchange's began since, and how many were answered in time. */
struct answer_clock {
	int64_t	 calls, answered, in_time;	/* of calls that are over or answered */
	int64_t	 told, told_in_time;		/* of those with agencies: within a minute */
};
enum rc	 answer_clock(struct db *, int64_t from, int64_t to, struct answer_clock *) MUST_USE;

extern const struct query *const phone_queries[];
extern const size_t phone_nqueries;

#endif

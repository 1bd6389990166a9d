/* calls_store.h: all calls, looked through and counted. */
#ifndef STORE_CALLS_STORE_H
#define STORE_CALLS_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

/* What is asked for; zero and "" is anything. */
struct call_ask {
	int64_t		 from, to;		/* rang in [from, to); to 0: until now */
	int64_t		 before, before_id;	/* go on behind this call */
	const char	*type;
	int64_t		 taker;
	const char	*line, *channel;
	struct bytes	 phone;			/* keyed hash */
	int64_t		 ticket;
	bool		 no_ticket;
	const char	*words;			/* in the note, small letters */
};

struct call_seen {
	struct call	 c;
	const char	*number, *title, *taker;	/* "" none */
	bool		 ticket_open;
	int64_t		 ticket_since;
	const char	*token, *channel;
	struct bytes	 sealed, phone;
};

/* Looked so far and no further: go on behind it.  id 0: that was all. */
struct call_mark {
	int64_t		 at, id;
};

enum { CALLS_LOOKED = 2000 };		/* at once, for a page that asks for rare things */

/* Newest first, at most max. */
enum rc	 calls_list(struct db *, struct arena *, const struct call_ask *, struct call_seen *,
	     size_t *n, size_t max, struct call_mark *down_to) MUST_USE;
enum rc	 calls_one(struct db *, struct arena *, int64_t id, struct call_seen *) MUST_USE;

struct call_count {
	const char	*type;		/* "" still open */
	int64_t		 n;
};
enum { CALL_TYPES = 12 };
enum rc	 calls_count(struct db *, struct arena *, int64_t from, int64_t to,
	     struct call_count list[CALL_TYPES], size_t *n) MUST_USE;

/* A call's own events, newest first, with names. */
enum rc	 calls_events(struct db *, struct arena *, int64_t call, struct event *, size_t *n,
	     size_t max) MUST_USE;
/* Who may be asked for: everybody who takes calls, by name. */
struct call_taker {
	int64_t		 id;
	const char	*name;
};
enum rc	 calls_takers(struct db *, struct arena *, struct call_taker *, size_t *n,
	     size_t max) MUST_USE;

extern const struct query *const calls_queries[];
extern const size_t calls_nqueries;

#endif

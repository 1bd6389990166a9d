/* notice_store.h: messages to persons, how channels fare, what was delivered and what was not. */
#ifndef STORE_NOTICE_STORE_H
#define STORE_NOTICE_STORE_H

#include "domain/notice.h"
#include "lib/arena.h"
#include "lib/db.h"

struct notice_new {
	enum notice	 kind;
	enum channel	 channel;
	int64_t		 account, ticket, agency, event;	/* ticket, agency 0: about none */
	bool		 urgent;
	int64_t		 now;
	struct bytes	 sealed;	/* a code */
};

/* Once for an event, a person, a channel: again it is nothing. */
enum rc	 notice_add(struct db *, const struct notice_new *) MUST_USE;

/* How many codes and trials a person asked for since then. */
enum rc	 notice_asked(struct db *, int64_t account, int64_t since, int64_t *n) MUST_USE;

/* --- channels ----------------------------------------------------------------------------- */

enum rc	 carrier_of(struct db *, enum channel, struct carrier *) MUST_USE;
enum rc	 carrier_save(struct db *, const struct carrier *) MUST_USE;
enum rc	 carrier_warn(struct db *, enum channel, bool) MUST_USE;
enum rc	 carrier_give(struct db *, enum channel, int64_t gateway) MUST_USE;

/* Where its messages are handed over, and the gateway's secret.  RC_NOTFOUND: nowhere. */
struct carrier_hook {
	const char	*url, *gateway;
	struct bytes	 secret;
};
enum rc	 carrier_hook(struct db *, struct arena *, enum channel, struct carrier_hook *) MUST_USE;

/* When the oldest that waits was written; 0: none waits. */
enum rc	 notice_oldest(struct db *, enum channel, bool urgent, int64_t *at) MUST_USE;
enum { NOTICE_COUNTED = 1000 };		/* more is not counted */
enum rc	 notice_count(struct db *, enum channel, const char *state, int64_t *n) MUST_USE;

/* --- deliveries --------------------------------------------------------------------------- */

struct delivery {
	int64_t		 id;
	const char	*kind, *number;		/* the ticket's; "" */
	int64_t		 reporter, agency, account;
	const char	*person;		/* the account's name, "" */
	enum channel	 channel;
	bool		 urgent;
	const char	*state, *why;
	int64_t		 due, tries, at, ended;
};

/* The newest first, before an id; CHANNEL_NONE: of all. */
enum rc	 delivery_list(struct db *, struct arena *, enum channel, const char *state,
	     int64_t before, struct delivery *, size_t *n, size_t max) MUST_USE;
/* RC_NOTFOUND: no such, or not dead; a code is not sent twice. */
enum rc	 delivery_again(struct db *, int64_t id, int64_t now) MUST_USE;
enum { DELIVERY_AT_ONCE = 500 };
enum rc	 delivery_all_again(struct db *, enum channel, int64_t now) MUST_USE;

extern const struct query *const notice_queries[];
extern const size_t notice_nqueries;

#endif

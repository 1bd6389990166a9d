/* way_store.h: a person's channels, browsers that can be woken, quiet hours, our push key. */
#ifndef STORE_WAY_STORE_H
#define STORE_WAY_STORE_H

#include "domain/notice.h"
#include "lib/arena.h"
#include "lib/db.h"

struct manner {			/* how a person wants to be told */
	const char	*lang;		/* "id", "en" */
	struct quiet	 quiet;
};
/* Who said nothing is told in Indonesian, at any hour. */
enum rc	 told_of(struct db *, int64_t account, struct manner *) MUST_USE;
enum rc	 told_save(struct db *, int64_t account, const struct manner *) MUST_USE;

struct way {
	int64_t		 id, account;
	enum channel	 channel;
	struct bytes	 sealed;	/* the address: "way:<account>:<channel>"; none of push */
	int64_t		 kinds;
	int64_t		 added, verified;	/* verified 0: not yet */
	struct bytes	 code;		/* keyed hash; none: none was sent */
	int64_t		 code_at, code_tries;
};

enum rc	 way_of(struct db *, struct arena *, int64_t account, enum channel, struct way *) MUST_USE;
/* At most one of each channel. */
enum rc	 way_list(struct db *, struct arena *, int64_t account, struct way [CHANNEL_COUNT],
	     size_t *n) MUST_USE;
/* In the place of the one that was; not verified, but where verified says when. */
enum rc	 way_put(struct db *, const struct way *) MUST_USE;
enum rc	 way_set_code(struct db *, const struct way *) MUST_USE;	/* code, its time, its tries */
enum rc	 way_verify(struct db *, int64_t id, int64_t now) MUST_USE;
enum rc	 way_want(struct db *, int64_t id, int64_t kinds) MUST_USE;
enum rc	 way_drop(struct db *, int64_t account, enum channel) MUST_USE;	/* RC_NOTFOUND */

/* The address of the account itself, "" where none, or where it is disabled. */
enum rc	 way_mail(struct db *, struct arena *, int64_t account, const char **) MUST_USE;

/* --- browsers ------------------------------------------------------------------------------ */

enum { SUBSCRIPTIONS = 8 };		/* of a person */

struct subscription {
	int64_t		 id, account;
	struct bytes	 name, sealed;	/* "subscription:<hex of name>" */
	const char	*device;
	int64_t		 added, used, dead;
};

/* The newest first; dead ones, too. */
enum rc	 subscription_list(struct db *, struct arena *, int64_t account,
	     struct subscription [SUBSCRIPTIONS], size_t *n) MUST_USE;
/* The same browser again, perhaps with somebody else before it: theirs now. */
enum rc	 subscription_put(struct db *, const struct subscription *) MUST_USE;
enum rc	 subscription_used(struct db *, int64_t id, int64_t now) MUST_USE;
enum rc	 subscription_die(struct db *, int64_t id, int64_t now) MUST_USE;
enum rc	 subscription_drop(struct db *, int64_t account, int64_t id) MUST_USE;	/* RC_NOTFOUND */
enum rc	 subscription_alive(struct db *, int64_t account, bool *) MUST_USE;

enum rc	 vapid_of(struct db *, struct arena *, const char **public, struct bytes *sealed) MUST_USE;
enum rc	 vapid_put(struct db *, const char *public, struct bytes sealed, int64_t now) MUST_USE;

extern const struct query *const way_queries[];
extern const size_t way_nqueries;

#endif

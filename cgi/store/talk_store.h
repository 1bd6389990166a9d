/* talk_store.h: how written emergencies are kept, and what is said about them. */
#ifndef STORE_TALK_STORE_H
#define STORE_TALK_STORE_H

#include "domain/talk.h"
#include "lib/arena.h"
#include "lib/db.h"

/* Who writes, sealed, and how their next word is found; each may be empty. */
struct talk_who {
	struct bytes	 code, sealed, sender;
};

/* Fills id.  RC_CONFLICT: the token, or the code, is known. */
enum rc	 talk_insert(struct db *, struct talk *, const struct talk_who *) MUST_USE;
enum rc	 talk_by_id(struct db *, struct arena *, int64_t, struct talk *) MUST_USE;
enum rc	 talk_by_token(struct db *, struct arena *, const char *, struct talk *) MUST_USE;
enum rc	 talk_by_code(struct db *, struct arena *, struct bytes code, struct talk *) MUST_USE;
/* Made of a talk that no person has confirmed? */
enum rc	 talk_is_unsure(struct db *, int64_t ticket, bool *) MUST_USE;
/* The newest of a sender. */
enum rc	 talk_by_sender(struct db *, struct arena *, struct bytes, struct talk *) MUST_USE;
enum rc	 talk_code(struct db *, struct arena *, int64_t, struct bytes *) MUST_USE;
enum rc	 talk_seal(struct db *, struct arena *, int64_t, struct bytes *) MUST_USE;

/* All that changes with a talk's life, by version; RC_CONFLICT: somebody was faster. */
enum rc	 talk_save(struct db *, struct talk *) MUST_USE;
/* Heard from again: that is nobody's doing, and no new version. */
enum rc	 talk_heard(struct db *, int64_t id, int64_t at) MUST_USE;

/* Those nobody has, the most urgent first; those somebody has; one's own. */
enum rc	 talk_queue(struct db *, struct arena *, struct talk *, size_t *n, size_t max) MUST_USE;
enum rc	 talk_taken(struct db *, struct arena *, struct talk *, size_t *n, size_t max) MUST_USE;
enum rc	 talk_own(struct db *, struct arena *, int64_t account, struct talk *, size_t *n,
	     size_t max) MUST_USE;
/* The name of who has one. */
enum rc	 talk_taker(struct db *, struct arena *, int64_t account, const char **) MUST_USE;
/* How many wait, at most max. */
enum rc	 talk_waiting(struct db *, int64_t max, int64_t *n) MUST_USE;

/* For the worker: to be routed now; routed since; not heard of since. */
enum rc	 talk_due(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;
enum rc	 talk_routed(struct db *, int64_t since, int64_t max, int64_t *n) MUST_USE;
enum rc	 talk_quiet(struct db *, int64_t before, int64_t *ids, size_t *n, size_t max) MUST_USE;

/* How many calls of a day came which way. */
struct channel_count {
	const char	*channel;
	int64_t		 calls, junk;
};
enum rc	 talk_channel_counts(struct db *, struct arena *, int64_t from, int64_t to,
	     struct channel_count *, size_t *n, size_t max) MUST_USE;

/* A call's channel, and its times. */
enum rc	 talk_set_call(struct db *, const struct call *, const char *channel) MUST_USE;

/* Fills id.  RC_CONFLICT: the token is known. */
enum rc	 message_insert(struct db *, struct message *, const char *token,
	     int64_t due) MUST_USE;
/* Of one talk, behind an id, oldest first. */
enum rc	 message_list(struct db *, struct arena *, int64_t talk, int64_t after,
	     struct message **, size_t *n, size_t max) MUST_USE;
enum rc	 message_last(struct db *, int64_t talk, int64_t *id) MUST_USE;
enum rc	 message_is_known(struct db *, const char *token, bool *) MUST_USE;
/* Of one side since then, at most max. */
enum rc	 message_count(struct db *, int64_t talk, enum side, int64_t since, int64_t max,
	     int64_t *n) MUST_USE;
/* The other side's words, gone, and who it was. */
enum rc	 message_forget(struct db *, int64_t reporter) MUST_USE;
enum rc	 talk_forget(struct db *, int64_t reporter) MUST_USE;
/* All that passed with one reporter. */
enum rc	 message_of_reporter(struct db *, struct arena *, int64_t reporter,
	     struct message **, size_t *n, size_t max) MUST_USE;

extern const struct query *const talk_queries[];
extern const size_t talk_nqueries;

extern const struct query *const message_queries[];
extern const size_t message_nqueries;

#endif

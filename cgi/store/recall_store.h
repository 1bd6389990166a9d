/* recall_store.h: numbers to be called back, and forms about calls that were sent. */
#ifndef STORE_RECALL_STORE_H
#define STORE_RECALL_STORE_H

#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

struct recall {
	int64_t		 id, call;
	struct bytes	 phone;		/* keyed hash; no data: it is over */
	bool		 open, urgent;
	const char	*why;
	int64_t		 calls, first, last, due, tries, holder, until, alarm;
	const char	*outcome;
	int64_t		 ended, version;
	const char	*holder_name;	/* "" nobody */
};

enum rc	 recall_insert(struct db *, struct recall *) MUST_USE;	/* fills id */
enum rc	 recall_by_id(struct db *, struct arena *, int64_t id, struct recall *) MUST_USE;
enum rc	 recall_by_phone(struct db *, struct arena *, struct bytes phone,
	     struct recall *) MUST_USE;		/* that is open */
enum rc	 recall_save(struct db *, struct recall *) MUST_USE;	/* by version */
/* Open ones, whoever waits longest first. */
enum rc	 recall_list(struct db *, struct arena *, bool urgent, struct recall *list, size_t *n,
	     size_t max) MUST_USE;
/* Open, not being called, due by now: how many (at most 999), since when the first. */
enum rc	 recall_waiting(struct db *, int64_t now, int64_t *n, int64_t *oldest) MUST_USE;
enum rc	 recall_alarms(struct db *, int64_t now, int64_t *ids, size_t *n, size_t max) MUST_USE;

/* The calls of a number that wait to be called back, oldest first: ids. */
enum rc	 recall_calls(struct db *, struct bytes phone, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
/* What a call is sealed and sent under. */
struct call_seal {
	const char	*token;
	struct bytes	 sealed, phone;
};
enum rc	 call_seal_of(struct db *, struct arena *, int64_t call, struct call_seal *) MUST_USE;
enum rc	 call_set_seal(struct db *, int64_t call, const struct call_seal *) MUST_USE;
/* An open ticket of somebody with this number: its number, "" none. */
enum rc	 open_ticket_of(struct db *, struct arena *, struct bytes phone,
	     const char **number) MUST_USE;

/* Which call a form that was sent was about; RC_NOTFOUND: it was not. */
enum rc	 call_once_of(struct db *, const char *token, int64_t *call) MUST_USE;
/* RC_CONFLICT: this form was sent before. */
enum rc	 call_once(struct db *, const char *token, int64_t call, int64_t now) MUST_USE;
enum rc	 call_once_sweep(struct db *, int64_t before) MUST_USE;

/* That a call was an incident, until its form is sent. */
struct call_fix {
	int64_t		 call, account;
	const char	*note;
	int64_t		 at;
};
enum rc	 fix_put(struct db *, const struct call_fix *) MUST_USE;	/* the last one counts */
enum rc	 fix_of(struct db *, struct arena *, int64_t call, struct call_fix *) MUST_USE;
enum rc	 fix_drop(struct db *, int64_t call) MUST_USE;

extern const struct query *const recall_queries[];
extern const size_t recall_nqueries;

#endif

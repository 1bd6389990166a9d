/* duty_store.h: who is on duty, swaps, what shifts leave to each other, and where people lack. */
#ifndef STORE_DUTY_STORE_H
#define STORE_DUTY_STORE_H

#include "domain/duty.h"
#include "lib/arena.h"
#include "lib/db.h"

/* The enabled accounts of a role, of one agency or (0) of those without one: at most max ids. */
enum rc	 duty_role(struct db *, enum role, int64_t agency, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
struct duty_person {
	int64_t		 id, agency;	/* agency 0: the desk */
	enum role	 role;
	const char	*name;
};
/* The same with names. */
enum rc	 duty_people_of(struct db *, struct arena *, enum role, int64_t agency,
	     struct duty_person *, size_t *n, size_t max) MUST_USE;
/* RC_NOTFOUND: no such, or not in use. */
enum rc	 duty_person(struct db *, struct arena *, int64_t id, struct duty_person *) MUST_USE;

/* --- the roster ------------------------------------------------------------------------- */

enum { DUTY_ROWS = 400, DUTY_NOW = 60 };	/* of a week; at one time */

/* Of an agency (0: the desk), those that begin in [from, until), by their start. */
enum rc	 duty_between(struct db *, struct arena *, int64_t agency, int64_t from, int64_t until,
	     struct duty *, size_t *n, size_t max) MUST_USE;
/* Those of an instant. */
enum rc	 duty_at(struct db *, struct arena *, int64_t agency, int64_t at, struct duty *,
	     size_t *n, size_t max) MUST_USE;
/* Somebody's that begin in [from, until). */
enum rc	 duty_own(struct db *, struct arena *, int64_t account, int64_t from, int64_t until,
	     struct duty *, size_t *n, size_t max) MUST_USE;
enum rc	 duty_get(struct db *, struct arena *, int64_t id, struct duty *) MUST_USE;
enum rc	 duty_add(struct db *, const struct duty *, int64_t now, int64_t by, int64_t *id) MUST_USE;
/* RC_CONFLICT: it has ended already. */
enum rc	 duty_end(struct db *, int64_t id, int64_t now) MUST_USE;

enum rc	 strength_get(struct db *, int64_t agency, int64_t minute, int64_t *people) MUST_USE;
enum rc	 strength_put(struct db *, int64_t agency, int64_t minute, int64_t people, int64_t now,
	     int64_t by) MUST_USE;
enum rc	 duty_auto(struct db *, int64_t agency, bool *) MUST_USE;
enum rc	 duty_auto_put(struct db *, int64_t agency, bool, int64_t now, int64_t by) MUST_USE;

enum rc	 seen_get(struct db *, int64_t account, int64_t *at) MUST_USE;
enum rc	 seen_put(struct db *, int64_t account, int64_t now) MUST_USE;
/* When anybody of a role there was last seen; 0 never.  people: is there anybody at all? */
enum rc	 seen_role(struct db *, enum role, int64_t agency, int64_t *at, bool *people) MUST_USE;

/* --- swaps ------------------------------------------------------------------------------ */

struct swap {
	int64_t		 id, duty, agency, start;
	int64_t		 giver, target, taker;	/* accounts; target 0 anybody, taker 0 nobody yet */
	const char	*state, *note;
	int64_t		 at;
	const char	*giver_name, *target_name, *taker_name;
};
/* RC_CONFLICT: it is offered already. */
enum rc	 swap_add(struct db *, const struct swap *) MUST_USE;
enum rc	 swap_get(struct db *, struct arena *, int64_t id, struct swap *) MUST_USE;
/* Open ones of shifts behind from. */
enum rc	 swap_list(struct db *, struct arena *, int64_t agency, int64_t from, struct swap *,
	     size_t *n, size_t max) MUST_USE;
/* RC_CONFLICT: somebody was faster. */
enum rc	 swap_take(struct db *, int64_t id, int64_t taker) MUST_USE;
enum rc	 swap_end(struct db *, int64_t id, const char *state, int64_t now, int64_t by) MUST_USE;
enum rc	 swap_end_of(struct db *, int64_t duty, int64_t now, int64_t by) MUST_USE;

/* --- handing over ----------------------------------------------------------------------- */

struct handover {
	int64_t		 id, agency, start, until, account;
	const char	*words, *facts, *name;
	int64_t		 saved, signed_at, read;
};
enum rc	 handover_own(struct db *, struct arena *, int64_t agency, int64_t start, int64_t account,
	     struct handover *) MUST_USE;		/* RC_NOTFOUND: not begun */
enum rc	 handover_get(struct db *, struct arena *, int64_t id, struct handover *) MUST_USE;
enum rc	 handover_add(struct db *, const struct handover *) MUST_USE;
enum rc	 handover_save(struct db *, int64_t id, const char *words, int64_t now) MUST_USE;
enum rc	 handover_sign(struct db *, const struct handover *) MUST_USE;
/* Signed, the newest first. */
enum rc	 handover_list(struct db *, struct arena *, int64_t agency, struct handover *, size_t *n,
	     size_t max) MUST_USE;
/* Signed, to a shift that began at or before now, and read by nobody. */
enum rc	 handover_unread(struct db *, struct arena *, int64_t agency, int64_t from, int64_t now,
	     struct handover *, size_t *n, size_t max) MUST_USE;
struct note_reader {
	int64_t		 account, at;
	const char	*name;
};
/* Once for a person: RC_CONFLICT. */
enum rc	 handover_read(struct db *, int64_t id, int64_t account, int64_t now) MUST_USE;
enum rc	 handover_readers(struct db *, struct arena *, int64_t id, struct note_reader *, size_t *n,
	     size_t max) MUST_USE;

/* --- where people lack ------------------------------------------------------------------ */

struct shortage {
	int64_t		 id, agency;
	enum lack	 kind;
	int64_t		 about, want, have, at, rung, rings, next;
};
enum rc	 shortage_add(struct db *, const struct shortage *) MUST_USE;
/* Open ones of an agency. */
enum rc	 shortage_list(struct db *, int64_t agency, struct shortage *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 shortage_ring(struct db *, const struct shortage *) MUST_USE;
enum rc	 shortage_end(struct db *, int64_t id, int64_t now) MUST_USE;

extern const struct query *const duty_queries[];
extern const size_t duty_nqueries;
extern const struct query *const swap_queries[];
extern const size_t swap_nqueries;
extern const struct query *const handover_queries[];
extern const size_t handover_nqueries;

#endif

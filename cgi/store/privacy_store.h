/* privacy_store.h: requests about personal data, the person they are about, what is held. */
#ifndef STORE_PRIVACY_STORE_H
#define STORE_PRIVACY_STORE_H

#include "domain/subject.h"
#include "domain/ticket.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 subject_next_id(struct db *, int64_t *) MUST_USE;
/* words may be empty.  RC_CONFLICT: the token, or one of this kind is open. */
enum rc	 subject_insert(struct db *, const struct subject *, const char *token,
	     struct bytes words) MUST_USE;
enum rc	 subject_by_number(struct db *, struct arena *, const char *, struct subject *) MUST_USE;
enum rc	 subject_by_token(struct db *, struct arena *, const char *, struct subject *) MUST_USE;
enum rc	 subject_of(struct db *, struct arena *, int64_t reporter, struct subject *, size_t *n,
	     size_t max) MUST_USE;				/* newest first */

/* Which requests, behind which row. */
struct subject_page {
	enum subject_state	 state;		/* SUBJECT_NOWHERE: any */
	int64_t			 until;		/* of open ones: due by then */
	int64_t			 at, id;	/* due, or ended, of the row before; 0: from the first */
};
/* What is due first. */
enum rc	 subject_list_open(struct db *, struct arena *, const struct subject_page *,
	     struct subject *, size_t *n, size_t max) MUST_USE;
/* Newest first. */
enum rc	 subject_list_ended(struct db *, struct arena *, const struct subject_page *,
	     struct subject *, size_t *n, size_t max) MUST_USE;
enum rc	 subject_count(struct db *, int64_t now, int64_t *open, int64_t *late) MUST_USE;

/* State, reason, reply, ended, by version; RC_CONFLICT where somebody was faster. */
enum rc	 subject_save(struct db *, struct subject *) MUST_USE;
enum rc	 subject_set_answer(struct db *, int64_t id, struct bytes) MUST_USE;
enum rc	 subject_answer(struct db *, struct arena *, int64_t id, struct bytes *) MUST_USE;
enum rc	 subject_words(struct db *, struct arena *, int64_t id, struct bytes *) MUST_USE;

/* A reporter with the seal, for the desk alone. */
struct kept {
	struct reporter	 r;
	struct bytes	 sealed;
	bool		 first;		/* whose words the ticket began with */
};
enum rc	 kept_read(struct db *, struct arena *, int64_t reporter, struct kept *) MUST_USE;
/* Of one ticket: all (phone empty) or those with this number; ids, at most max. */
enum rc	 kept_find(struct db *, int64_t ticket, struct bytes phone, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
enum rc	 kept_fix(struct db *, int64_t reporter, struct bytes sealed, struct bytes phone,
	     bool mail) MUST_USE;
/* Identity, number, own words, letters; of the call they came by, number and note. */
enum rc	 kept_erase(struct db *, int64_t reporter, int64_t call) MUST_USE;
/* What a ticket says in the reporter's own words. */
enum rc	 kept_erase_detail(struct db *, int64_t ticket, const char *title) MUST_USE;

/* When they called.  The number is the reporter's; the call's own seal is not read here. */
enum rc	 kept_call(struct db *, int64_t id, int64_t *rang) MUST_USE;

/* Photos somebody sent, that are there. */
struct kept_photo {
	const char	*type;
	int64_t		 width, height, taken, at;
	bool		 located, public;
};
enum rc	 kept_photos(struct db *, struct arena *, int64_t reporter, struct kept_photo *,
	     size_t *n, size_t max) MUST_USE;

struct kept_letter {
	const char	*kind, *state;
	int64_t		 at;
};
enum rc	 kept_letters(struct db *, struct arena *, int64_t reporter, struct kept_letter *,
	     size_t *n, size_t max) MUST_USE;

/* RC_CONFLICT: it is held already; it is not held. */
enum rc	 hold_insert(struct db *, int64_t ticket, const char *why, int64_t at,
	     int64_t actor) MUST_USE;
enum rc	 hold_remove(struct db *, int64_t ticket) MUST_USE;
enum rc	 hold_has(struct db *, int64_t ticket, bool *) MUST_USE;
enum rc	 hold_list(struct db *, struct arena *, struct held *, size_t *n, size_t max) MUST_USE;

extern const struct query *const privacy_queries[];
extern const size_t privacy_nqueries;
extern const struct query *const kept_queries[];
extern const size_t kept_nqueries;

#endif

/* photo_action.h: photos come with a report or a step; who may see the ticket sees them. */
#ifndef ACTION_PHOTO_ACTION_H
#define ACTION_PHOTO_ACTION_H

#include "action/desk.h"
#include "domain/proof.h"
#include "lib/picture.h"
#include "lib/vault.h"

enum {
	PHOTOS = 6,		/* in one form */
	PHOTO_PATIENCE = 6000,	/* ms for all of them: a request has ten seconds */
	PHOTOS_SHOWN = 60,	/* of one ticket */
};

/* Photos on their way into a ticket: decoded and sealed, not yet in the store. */
struct photos {
	struct shot		*items;
	size_t			 n;
	enum picture_fault	 fault;	/* why none of them is taken */
	size_t			 which;	/* the photo at fault, from 1 */
	bool			 many;	/* more than PHOTOS */
};

/*
 * Looks at the first bytes and the sizes, which costs nothing.  RC_INPUT with
 * out->fault or ->many.
 */
enum rc	 photo_check(const struct bytes *files, size_t n, struct photos *out) MUST_USE;
/*
 * Decodes them, seals the originals and what is shown, and writes them: all
 * or none.  RC_INPUT: out->fault.  Done before a transaction begins: whoever
 * calls gives them to an action, which drops them where it does not commit.
 */
enum rc	 photo_develop(const struct desk *, const struct bytes *files, size_t n,
	     struct photos *out) MUST_USE;
void	 photo_drop(const struct photos *);

/* --- seeing -------------------------------------------------------------------------- */

struct photo_seen {
	struct shot	 s;
	unsigned	 flags;		/* PROOF_; 0 for those who do not validate */
	const char	*elsewhere;	/* the number of a ticket with the same file, "" */
};

/* Of a ticket that this person was shown: see_ticket() asked. */
enum rc	 see_photos(const struct desk *, const struct ticket *, struct photo_seen **,
	     size_t *n) MUST_USE;
/* Those the public may see, of a ticket that see_public() gave. */
enum rc	 see_public_photos(const struct desk *, const struct ticket *, struct shot **,
	     size_t *n) MUST_USE;
/* A reporter's: the own ones, the proofs of ended work, what is public. */
enum rc	 see_own_photos(const struct desk *, const struct ticket *, int64_t reporter,
	     struct shot **, size_t *n) MUST_USE;

/* The JPEG itself.  RC_NOTFOUND: no such photo, or out of reach. */
enum rc	 open_photo(const struct desk *, const char *name, bool small,
	     struct bytes *) MUST_USE;
enum rc	 open_public_photo(const struct desk *, const char *number, const char *name,
	     bool small, struct bytes *) MUST_USE;
enum rc	 open_shot(const struct desk *, const struct shot *, bool small,
	     struct bytes *) MUST_USE;	/* one that was listed for this person */

/*
 * The desk shows a photo to everybody, or no more.  RC_FORBIDDEN: not the
 * desk; RC_NOTFOUND: not of this ticket, out of reach, or gone.
 */
enum rc	 show_photo(const struct desk *, const char *number, const char *name,
	     bool public) MUST_USE;

/* --- forgetting: what the worker does ------------------------------------------------ */

/* The worker's own, from turn to turn; zero at first. */
struct photo_rounds {
	struct vault_walk	 walk;		/* over all files, some each turn */
	int64_t			 next;		/* when the next walk begins */
	size_t			 strays;	/* removed on this one */
};

enum {
	STRAY_AGE = 3600000,	/* ms: what was written just now may still get its row */
	STRAYS_A_WALK = 100,	/* more is no accident: somebody put back another store */
};

/*
 * Removes the files of at most 50 forgotten photos, then of those that no row
 * names: left behind by a power cut between a photo and its report, or put
 * back from a tape.  Each kind is an event with its count; *n counts photos.
 * Strays stay in a disaster.
 */
enum rc	 worker_photos(const struct desk *, struct photo_rounds *, size_t *n) MUST_USE;

#endif

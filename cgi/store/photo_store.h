/* photo_store.h: how what is known of photos is kept. */
#ifndef STORE_PHOTO_STORE_H
#define STORE_PHOTO_STORE_H

#include "domain/proof.h"
#include "lib/arena.h"
#include "lib/db.h"

/*
 * What a photo that is forgotten leaves behind: a row that says so.  With the
 * key goes everything that tells of the picture, or of who took it.
 */
#define PHOTO_FORGOTTEN(why) \
	"UPDATE attachment SET gone = '" why "', sealed = NULL, located = 0, lat = 0," \
	" lon = 0, taken_at = 0, look = 0, digest = x'' WHERE id = ?1 AND gone = ''"

enum rc	 photo_insert(struct db *, const struct shot *) MUST_USE;
/* Of one ticket, the oldest first. */
enum rc	 photo_list(struct db *, struct arena *, int64_t ticket, struct shot **,
	     size_t *n, size_t max) MUST_USE;
enum rc	 photo_by_name(struct db *, struct arena *, const char *name,
	     struct shot *) MUST_USE;
/* The number of another ticket with a photo of this digest; "" where none. */
enum rc	 photo_elsewhere(struct db *, struct arena *, const struct shot *,
	     const char **number) MUST_USE;
enum rc	 photo_set_public(struct db *, int64_t id, bool) MUST_USE;

/* What the reporter who sent it chose; PRIVACY_ANONYMOUS where there is nobody to ask. */
enum rc	 photo_privacy(struct db *, int64_t reporter, enum privacy *) MUST_USE;

/* Those a reporter sent, that are there. */
enum rc	 photo_of_reporter(struct db *, int64_t reporter, int64_t *ids, size_t *n,
	     size_t max) MUST_USE;
/* RC_CONFLICT: it was forgotten already. */
enum rc	 photo_erase(struct db *, int64_t id) MUST_USE;
/* Forgotten photos whose files are not yet removed: id and name. */
enum rc	 photo_doomed(struct db *, struct arena *, struct shot *, size_t *n,
	     size_t max) MUST_USE;
enum rc	 photo_set_swept(struct db *, int64_t id) MUST_USE;
/* Is there a photo of this name, and are its files to be kept? */
enum rc	 photo_is_kept(struct db *, const char *name, bool *) MUST_USE;

extern const struct query *const photo_queries[];
extern const size_t photo_nqueries;

#endif

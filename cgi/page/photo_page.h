/* photo_page.h: the photos of a form, and the pictures themselves. */
#ifndef PAGE_PHOTO_PAGE_H
#define PAGE_PHOTO_PAGE_H

#include "action/photo_action.h"
#include "page/app.h"

/* The field "foto" of a form's table; its struct has a struct many foto, which stays empty. */
#define PHOTO_FIELD(T, label, hint_key)	MANY(T, foto, label, .hint = hint_key)

/*
 * What came under "foto": checked without decoding, so that all faults of a
 * form are told at once.  False where there is a fault.
 */
bool	 photo_look(struct visit *, struct form *, struct photos *);
/*
 * Decoded, once the rest of the form is good.  RC_OK, also where none came;
 * RC_INPUT with a fault beside the field.
 */
enum rc	 photo_take(struct visit *, struct form *, struct photos *) MUST_USE;
/*
 * Before a form is shown: photo_most.{count,bytes,many,heavy}, for its script;
 * photo_again where photos came that must be chosen again.  A form whose
 * photos are too much is answered with 413.
 */
void	 view_photo_field(struct visit *, const struct form *);

/* GET /foto/NAME, /foto/NAME/kecil: for staff, whose ticket it is. */
enum rc	 photo_show(struct visit *);
enum rc	 photo_show_small(struct visit *);
/* The NAME of such a path; NULL where it cannot be one. */
const char *photo_name(const struct visit *);
/* POST /tiket/N/foto/NAME: for everybody, or no more. */
enum rc	 photo_publish(struct visit *);
/* GET /laporan/N/foto/NAME, .../kecil: for everybody. */
enum rc	 photo_public(struct visit *);
enum rc	 photo_public_small(struct visit *);

/*
 * photo.N.{name,alt,when,taken,proof,public,flag.N.{word},good}, gone: why it is
 * not there, original: it may be asked for; photos (how many), photo_of (its
 * ticket), may_show: for staff
 */
enum rc	 view_photos(struct visit *, const struct ticket *) MUST_USE;
/* photo.N.{name,alt}: of the public's page */
enum rc	 view_public_photos(struct visit *, const struct ticket *) MUST_USE;
/* photo.N.{data | gone,alt,proof}: of the tracking page, inlined, for its code is in no address */
enum rc	 view_own_photos(struct visit *, const struct ticket *, int64_t reporter) MUST_USE;

#endif

/*
 * darkroom.h: has a photo decoded by a program that can do no harm.
 *
 * The program is "photo", beside the one that asks (or SIAGA_PHOTO).
 */
#ifndef LIB_DARKROOM_H
#define LIB_DARKROOM_H

#include "lib/buf.h"
#include "lib/picture.h"

/* For the sandbox of who asks: what it must be able to run and read, up to NULL. */
const char *const *darkroom_runs(void);
const char *const *darkroom_reads(void);

/*
 * Takes at most that many milliseconds.  A photo that is none is RC_OK, with
 * p->fault; else large and small are new JPEGs inside out, which the caller
 * frees.  RC_FAIL: the program cannot be started.
 */
enum rc	 darkroom_develop(struct bytes original, int milliseconds, struct picture *p,
	     struct buf *out, struct bytes *large, struct bytes *small) MUST_USE;

#endif

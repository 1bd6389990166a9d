/*
 * picture.h: what is known of a photo, and how the program that decodes it
 * tells so.  No picture is decoded here.
 */
#ifndef LIB_PICTURE_H
#define LIB_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/arena.h"

enum {
	PICTURE_BYTES = 8 * 1024 * 1024,	/* what one may weigh */
	PICTURE_PIXELS = 50 * 1000 * 1000,	/* what one may unfold to */
	PICTURE_LARGE = 1600,			/* the longer side, of what is shown */
	PICTURE_SMALL = 320,			/* and of its thumbnail */
	PICTURE_HEAD = 256,			/* the line that is told before them */
};

enum picture_type { PICTURE_NONE = 0, PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP, PICTURE_TYPES };

/* Why a file is not taken. */
enum picture_fault {
	PICTURE_FINE = 0,
	PICTURE_ALIEN,		/* no photo of a kind we take */
	PICTURE_HEAVY,		/* too many bytes */
	PICTURE_HUGE,		/* too many pixels */
	PICTURE_BROKEN,		/* cut off, or damaged */
	PICTURE_DOUBLE,		/* a photo and something else in one file */
	PICTURE_SLOW,		/* more work than one photo is worth */
	PICTURE_FAULTS
};

struct picture {
	enum picture_fault	 fault;
	enum picture_type	 type;
	int64_t			 width, height;	/* as it came */
	bool			 has_point, has_time, has_offset;
	int64_t			 lat, lon;	/* where it was taken: micro-degrees */
	int64_t			 taken;		/* ms: by the camera's clock, as if that were UTC */
	int64_t			 offset;	/* minutes east of UTC, where the camera said */
	uint64_t		 look;		/* alike for photos that look alike */
	int64_t			 large, small;	/* bytes of the two JPEGs that follow */
};

/* By the first bytes, never by a name. */
enum picture_type picture_type(struct bytes);
const char	*picture_type_name(enum picture_type);	/* "image/jpeg" */
/*
 * Is it a page, a script, a PDF or an archive as well?  What a phone adds
 * behind a photo (a film, a second picture) is none of these.
 */
bool		 picture_is_double(struct bytes);

/* One line of numbers, at most PICTURE_HEAD; and back: its length, 0 where it is bad. */
int		 picture_write(const struct picture *, char line[PICTURE_HEAD]);
size_t		 picture_read(struct bytes, struct picture *) MUST_USE;

#endif

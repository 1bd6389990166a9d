/*
 * image.h: the only door to libturbojpeg, libpng, libwebp and libexif.
 *
 * Decoders are where hostile photos bite, so only the program "photo" calls
 * these, and it has nothing to lose: see lib/confine.h.
 */
#ifndef LIB_IMAGE_H
#define LIB_IMAGE_H

#include "lib/picture.h"

/* Two JPEGs, without anything of the original but what it looks like. */
struct prints {
	unsigned char	*large, *small;		/* image_free() frees both */
};

/*
 * Decodes, turns upright, shrinks, encodes anew.  fault says why there are no
 * prints; large and small are then 0.
 */
void	 image_develop(struct bytes original, struct picture *, struct prints *);
void	 image_free(struct prints *);

#endif

/* image_exif.h: where and when a camera says it was, and how it was held. */
#ifndef LIB_IMAGE_EXIF_H
#define LIB_IMAGE_EXIF_H

#include "lib/picture.h"

/* Fills place and time where a photo (p->type) has them; how to turn it: 1 (not at all) to 8. */
int	 exif_read(struct bytes photo, struct picture *);

#endif

/* pictures.h: photos for tests, made when they are needed. */
#ifndef TESTS_PICTURES_H
#define TESTS_PICTURES_H

#include "lib/arena.h"

/* A gradient with a square somewhere in it: seed says where.  Sizes in pixels. */
struct bytes	 picture_jpeg(struct arena *, int w, int h, unsigned seed);
struct bytes	 picture_png(struct arena *, int w, int h, unsigned seed);
struct bytes	 picture_webp(struct arena *, int w, int h, unsigned seed);

/* The view of picture_jpeg(w, h, seed) as a camera stores it that is held that EXIF way. */
struct bytes	 picture_held(struct arena *, int w, int h, unsigned seed, int way);

/* What a camera adds. */
struct camera {
	int		 way;		/* 1..8 */
	const char	*time;		/* "2026:11:19 09:45:00", NULL none */
	int		 lat[3], lon[3];	/* degrees, minutes, seconds; south and east */
	int		 has_point;
};
/* A JPEG, a PNG or a WebP, with that in its own way. */
struct bytes	 picture_exif(struct arena *, struct bytes photo, const struct camera *);

/* The view of picture_jpeg() in four inks, as a scanner stores it. */
struct bytes	 picture_inks(struct arena *, int w, int h, unsigned seed);

/* Two in one: the second behind the first. */
struct bytes	 picture_joined(struct arena *, struct bytes, struct bytes);

#endif

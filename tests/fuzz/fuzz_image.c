/* fuzz_image.c: anything at all as a photo; what comes out of it is two small JPEGs, or nothing. */
#include "fuzz/fuzz.h"
#include "lib/image.h"

/* A print is a JPEG of its size, without a place, and as good a photo as any. */
static void
check_print(const unsigned char *jpeg, int64_t len, int side)
{
	struct picture	 p;
	struct prints	 prints;

	must(jpeg != NULL && len > 0);
	image_develop((struct bytes){ jpeg, (size_t)len }, &p, &prints);
	must(p.fault == PICTURE_FINE && p.type == PICTURE_JPEG);
	must(p.width <= side && p.height <= side && !p.has_point && !p.has_time);
	image_free(&prints);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct picture	 p, told;
	struct prints	 prints;
	char		 line[PICTURE_HEAD];
	int		 len;

	image_develop((struct bytes){ data, size }, &p, &prints);
	must(p.fault != PICTURE_FINE || p.width * p.height <= PICTURE_PIXELS);
	if (p.fault == PICTURE_FINE) {
		check_print(prints.large, p.large, PICTURE_LARGE);
		check_print(prints.small, p.small, PICTURE_SMALL);
		len = picture_write(&p, line);
		must(picture_read((struct bytes){ line, (size_t)len }, &told) == (size_t)len);
	} else {
		must(p.large == 0 && p.small == 0);
	}
	image_free(&prints);
	return 0;
}

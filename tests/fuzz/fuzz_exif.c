/* fuzz_exif.c: anything at all as what a camera says of a photo: a JPEG, or a bare EXIF block. */
#include "fuzz/fuzz.h"
#include "lib/image_exif.h"

/* Whoever asked for the photo believes what is within limits: so these are. */
static void
read_and_tell(struct bytes b)
{
	struct picture	 p = { .type = PICTURE_JPEG }, told;
	char		 line[PICTURE_HEAD];
	int		 len;

	exif_read(b, &p);
	must(p.has_point || (p.lat == 0 && p.lon == 0));
	must(p.has_time || (p.taken == 0 && !p.has_offset));
	len = picture_write(&p, line);
	must(picture_read((struct bytes){ line, (size_t)len }, &told) == (size_t)len);
	must(p.lat == told.lat && p.lon == told.lon && p.taken == told.taken);
	must(p.offset == told.offset);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*block = arena_alloc(&a, size + 6);

	memcpy(block, "Exif\0\0", 6);
	memcpy(block + 6, data, size);
	read_and_tell((struct bytes){ data, size });
	read_and_tell((struct bytes){ block, size + 6 });
	arena_reset(&a);
	return 0;
}

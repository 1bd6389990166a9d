/* fuzz_picture.c: anything at all as a photo's first look, and as what a decoder tells. */
#include "fuzz/fuzz.h"
#include "lib/picture.h"

/* What is believed is within its limits, and told again it is the same. */
static void
there_and_back(const struct picture *p)
{
	struct picture	 again;
	char		 line[PICTURE_HEAD];
	int		 len = picture_write(p, line);

	must(len > 0 && len < PICTURE_HEAD);
	must(picture_read((struct bytes){ line, (size_t)len }, &again) == (size_t)len);
	must(p->fault == again.fault && p->type == again.type && p->look == again.look);
	must(p->lat == again.lat && p->lon == again.lon && p->taken == again.taken);
	must(p->large >= 0 && p->large <= PICTURE_BYTES && p->large == again.large);
	must(p->small >= 0 && p->small <= PICTURE_BYTES && p->small == again.small);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes	 b = { data, size };
	struct picture	 p;
	size_t		 len = picture_read(b, &p);

	must(len <= size);
	if (len > 0)
		there_and_back(&p);
	must(*picture_type_name(picture_type(b)) == '\0' || size >= 3);
	picture_is_double(b);
	return 0;
}

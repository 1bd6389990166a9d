/* fuzz_multipart.c: anything at all as a form with files. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/multipart.h"
#include "lib/text.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Every file lies within the body; every text is one. */
static void
check(struct bytes body, const struct pairs *fields, const struct uploads *files)
{
	const char	*start = body.data, *end = start + body.len, *p;
	size_t		 i;

	for (i = 0; i < files->n; i++) {
		p = files->items[i].data.data;
		if (p < start || p > end || files->items[i].data.len > (size_t)(end - p))
			abort();
	}
	for (i = 0; i < fields->n; i++)
		if (!text_is_utf8(fields->items[i].value))
			abort();
	if (files->n > MAX_FILES || fields->n > MAX_FIELDS)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct bytes	 body = { data, size };
	struct pairs	 fields;
	struct uploads	 files;
	char		*type = arena_alloc(&a, size + 1);

	memcpy(type, data, size);
	multipart_boundary(&a, type);
	if (multipart_read(&a, body, "X", &fields, &files) == RC_OK)
		check(body, &fields, &files);
	arena_reset(&a);
	return 0;
}

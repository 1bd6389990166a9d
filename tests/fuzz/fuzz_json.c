/* fuzz_json.c: anything at all as JSON, and as text put into it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/json.h"
#include "lib/text.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* What is put comes back. */
static void
put_and_read(const char *text)
{
	struct buf	 b = { 0 };
	struct json	*j;

	json_put_text(&b, text);
	if ((j = json_read(b.data)) == NULL || strcmp(json_text(j), text) != 0)
		abort();
	if (strpbrk(b.data, "<>&'\n") != NULL)
		abort();
	json_free(j);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1);
	struct json	*j;
	size_t		 i;

	memcpy(text, data, size);
	if ((j = json_read(text)) != NULL) {
		for (i = 0; i < json_count(j) && i < 100; i++)
			json_int(json_at(j, i));
		json_text(json_get(j, "a"));
		json_print(&a, j);
		json_free(j);
	}
	if (text_is_utf8(text))
		put_and_read(text);
	arena_reset(&a);
	return 0;
}

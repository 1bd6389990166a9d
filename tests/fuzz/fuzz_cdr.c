/* fuzz_cdr.c: any text as a line of call details: a call that begins before it ends, or why not. */
#include <string.h>

#include "domain/cdr.h"
#include "domain/ring.h"
#include "fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct cdr_map	 map;
	struct sheet	 s;
	struct cdr	 c;
	char		*text = arena_alloc(&a, size + 1), *body;

	memcpy(text, data, size);
	body = strchr(text, '\n');
	if (body != NULL)
		*body++ = '\0';
	if (body != NULL && cdr_map_read(&a, text, &map)) {
		cdr_is_head(&a, body, &map);
		if (sheet_parse(&a, body, ',', &s) == RC_OK && s.n >= 1 &&
		    cdr_read(&a, &s, &map, 420, &c) == NULL) {
			must(c.rang > 0 && (c.answered == 0 || c.answered >= c.rang));
			must(c.ended == 0 || c.ended >= c.rang);
			must(*c.id != '\0' || *c.number != '\0');
			must(*c.extension == '\0' || ring_is_extension(c.extension));
		}
	}
	arena_reset(&a);
	return 0;
}

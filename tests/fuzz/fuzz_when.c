/* fuzz_when.c: anything at all as a time; its first eight bytes also as an instant. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/when.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
there_and_back(int64_t at)
{
	struct civil	 c = when_civil(at, 420);

	if (c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31 || c.weekday < 0 || c.weekday > 6)
		abort();
	if (at > INT64_MIN / 2 && at < INT64_MAX / 2 &&
	    when_instant(&c, 420) + (at % SECOND + SECOND) % SECOND != at)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1);
	int64_t		 at;

	memcpy(text, data, size);
	if (size >= sizeof(at)) {
		memcpy(&at, data, sizeof(at));
		there_and_back(at);
	}
	if (when_read(text, 420, &at) == RC_OK &&
	    strncmp(when_day(&a, at, 420), text, 10) != 0)
		abort();
	arena_reset(&a);
	return 0;
}

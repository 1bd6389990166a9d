/* fuzz_unseal.c: anything at all as a seal, and as a form's token: none is ours. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/secret.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct secret *
fresh(void)
{
	char		 path[64];
	struct secret	*s;

	secret_start();
	snprintf(path, sizeof(path), "/tmp/fuzz_unseal.%d", (int)getpid());
	if (secret_make(path) != RC_OK)
		abort();
	s = secret_open(path);
	unlink(path);
	return s;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct secret	*s;
	struct arena		 a = { 0 };
	char			*text = arena_alloc(&a, size + 1);
	const char		*opened;

	if (s == NULL)
		s = fresh();
	memcpy(text, data, size);
	if (secret_unseal(s, &a, "x:1", (struct bytes){ data, size }, &opened) == RC_OK ||
	    secret_minted(s, text, 0, INT64_MAX))
		abort();
	arena_reset(&a);
	return 0;
}

/* fuzz_password.c: a password, a NUL, and what its owner is called: good, or why not. */
#include <ctype.h>

#include "domain/password.h"
#include "fuzz/fuzz.h"
#include "lib/arena.h"
#include "lib/text.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 2), *name, *p;
	enum flaw	 flaw;
	size_t		 n;

	memcpy(text, data, size);
	name = text + strlen(text) + 1;
	n = text_length(text);
	flaw = password_flaw(text, "wali", name);
	must(flaw < FLAW_COUNT && (password_flaw_key(flaw) == NULL) == (flaw == FLAW_NONE));
	must((n < PASSWORD_MIN) == (flaw == FLAW_SHORT));
	must(n <= PASSWORD_MAX || flaw == FLAW_LONG);
	must(flaw != FLAW_NONE || strcasestr(text, "wali") == NULL);
	/* Capitals make nothing better. */
	for (p = text; *p != '\0'; p++)
		*p = *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p;
	must(password_flaw(text, "wali", name) == flaw);
	arena_reset(&a);
	return 0;
}

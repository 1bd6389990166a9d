/* fuzz_number.c: anything at all as a ticket's number, a tracking code, a login. */
#include <ctype.h>

#include "domain/account.h"
#include "domain/number.h"
#include "fuzz/fuzz.h"

enum { USUAL = sizeof("DRT-26-004312-K") - 1 };

/* Another digit in one place, and two digits that changed places, are seen. */
static void
mistype(struct arena *a, const char *number)
{
	char	*text = arena_text(a, number);
	size_t	 i, k;

	for (i = 0; i < USUAL - 1; i++) {
		for (k = 0; isdigit((unsigned char)number[i]) && k < 10; k++) {
			text[i] = (char)('0' + k);
			must(text[i] == number[i] || number_read(a, text) == NULL);
		}
		text[i] = number[i];
		for (k = 0; k < i; k++) {
			if (!isdigit((unsigned char)number[i]) || !isdigit((unsigned char)number[k]))
				continue;
			text[i] = number[k];
			text[k] = number[i];
			must(text[i] == text[k] || number_read(a, text) == NULL);
			text[i] = number[i];
			text[k] = number[k];
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1), *out, *again;

	memcpy(text, data, size);
	if ((out = number_read(&a, text)) != NULL) {
		must((again = number_read(&a, out)) != NULL && strcmp(out, again) == 0);
		if (strlen(out) == USUAL)
			mistype(&a, out);
	}
	if ((out = code_read(&a, text)) != NULL) {
		must((again = code_read(&a, code_show(&a, out))) != NULL);
		must(strlen(out) == 12 && strpbrk(out, "01OIL") == NULL && strcmp(out, again) == 0);
	}
	must(!account_is_login(text) || strlen(text) <= LOGIN_MAX);
	arena_reset(&a);
	return 0;
}

/* fuzz_text.c: anything at all as text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool is_so)
{
	if (!is_so)
		abort();
}

/* What is cleaned is clean, and cleaning it again changes nothing. */
static void
clean(struct arena *a, const char *text)
{
	char	*once = text_clean(a, text);

	if (once == NULL)
		return;
	must(text_is_utf8(once) && !text_has_control(once, "\t\n"));
	must(strcmp(text_clean(a, once), once) == 0);
	must(text_length(text_cut(a, once, 7)) <= 7);
	must(text_is_utf8(text_cut(a, once, 7)));
	must(strlen(text_fold(a, once)) <= strlen(once));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1), *phone;

	memcpy(text, data, size);
	clean(&a, text);
	text_is_mail(text);
	must(!text_has_control(text_url(&a, text), ""));
	if ((phone = text_phone(&a, text)) != NULL) {
		must(strspn(phone, "0123456789") == strlen(phone));
		must(strlen(phone) >= 3 && strlen(phone) <= 15);
		must(strcmp(text_phone(&a, phone), phone) == 0);
	}
	arena_reset(&a);
	return 0;
}

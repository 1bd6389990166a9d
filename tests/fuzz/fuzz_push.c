/* fuzz_push.c: anything at all as the keys of a browser that wants push messages. */
#include "fuzz/fuzz.h"
#include "lib/push.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*key = arena_alloc(&a, size + 1), *auth, *text;
	struct push_key	 own, again;
	struct bytes	 out;
	bool		 good;

	memcpy(key, data, size);
	auth = key + strcspn(key, "\n");
	auth += *auth == '\n' ? (*auth = '\0', 1) : 0;
	text = auth + strcspn(auth, "\n");
	text += *text == '\n' ? (*text = '\0', 1) : 0;
	good = push_is_browser(key, auth);
	must((push_seal(&a, key, auth, text, &out) == RC_OK) ==
	    (good && strlen(text) <= PUSH_TEXT));
	if (push_read(auth, &own) == RC_OK)	/* as it is written it is read */
		must(push_read(push_private(&a, &own), &again) == RC_OK &&
		    memcmp(own.private, again.private, PUSH_PRIVATE) == 0);
	arena_reset(&a);
	return 0;
}

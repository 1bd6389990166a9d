/* fuzz_event.c: any JSON as an event of an exchange: good, or a code of what is wrong. */
#include <string.h>

#include "domain/gateway.h"
#include "fuzz/fuzz.h"
#include "lib/json.h"
#include "lib/text.h"
#include "page/phone_api.h"

enum { NOW = 1795055400 };

static void
check(const struct ring_said *s)
{
	struct ringing	 r = { .number = "", .line = "", .extension = "", .link = "" }, again;

	must(s->event > RING_NONE && s->event < RING_COUNT && message_is_id(s->call));
	must(s->at > 0 && s->at <= (int64_t)NOW * 1000 + 300 * 1000);
	must(text_length(s->line) <= RING_LINE && !text_has_control(s->line, ""));
	must(*s->extension == '\0' || ring_is_extension(s->extension));
	must(*s->link == '\0' || ring_is_link(s->link));
	must(strspn(s->number, "0123456789") == strlen(s->number));
	ring_merge(&r, s);
	again = r;
	ring_merge(&again, s);
	must(memcmp(&r, &again, sizeof(r)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		 a = { 0 };
	struct ring_said	 said;
	char			*text = arena_alloc(&a, size + 1);
	struct json		*json;
	const char		*wrong;

	memcpy(text, data, size);
	if ((json = json_read(text)) != NULL && json_is_object(json)) {
		wrong = phone_api_read(&a, json, (int64_t)NOW * 1000, &said);
		if (wrong == NULL)
			check(&said);
		else
			must(strcmp(wrong, "event") == 0 || strcmp(wrong, "call") == 0 ||
			    strcmp(wrong, "time") == 0);
	}
	json_free(json);
	arena_reset(&a);
	return 0;
}

/* fuzz_message.c: anything at all as a gateway's message: what is taken is short, clean and somewhere. */
#include "domain/geo.h"
#include "fuzz/fuzz.h"
#include "lib/text.h"
#include "page/text_api.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		 a = { 0 };
	struct text_told	 said;
	struct json		*j;
	char			*text = arena_alloc(&a, size + 1);

	memcpy(text, data, size);
	if ((j = json_read(text)) != NULL && text_api_read(&a, j, &said) == NULL) {
		must(*said.from != '\0' && text_length(said.from) <= SENDER_MAX);
		must(text_length(said.words) <= TALK_WORDS && text_is_utf8(said.words));
		must(!text_has_control(said.words, "\n\t") && !text_has_control(said.from, ""));
		must(*said.words != '\0' || *said.place.text != '\0' || said.place.lat != 0 ||
		    said.place.lon != 0);
		must((said.place.lat == 0 && said.place.lon == 0) ||
		    geo_is_on_earth((struct point){ said.place.lat, said.place.lon }));
	}
	json_free(j);
	arena_reset(&a);
	return 0;
}

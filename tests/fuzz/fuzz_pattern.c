/* fuzz_pattern.c: anything at all as the words of a message: checked, filled, measured. */
#include "domain/pattern.h"
#include "fuzz/fuzz.h"
#include "lib/arena.h"
#include "lib/text.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char		*values[BLANK_COUNT];
	struct arena		 a = { 0 };
	char			*words = arena_alloc(&a, size + 1);
	struct buf		 out = { 0 };
	struct sms_length	 n;
	enum notice		 notice;
	enum channel		 channel;
	size_t			 i;

	memcpy(words, data, size);
	for (i = 0; i < BLANK_COUNT; i++)
		values[i] = "{nomor}";		/* what is put in is never looked at again */
	pattern_fill(&out, words, values);
	buf_text(&out, "");
	n = sms_length(words);
	must(n.parts >= 1 && n.units <= n.parts * n.room);
	for (notice = 0; notice < NOTICE_COUNT; notice++)
		for (channel = 0; channel < CHANNEL_COUNT; channel++)
			must(pattern_check(words, notice, channel) < PATTERN_FAULTS);
	buf_free(&out);
	arena_reset(&a);
	return 0;
}

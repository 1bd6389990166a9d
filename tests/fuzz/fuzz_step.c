/* fuzz_step.c: anything at all as a button's value: what it names, named again, is the same. */
#include <inttypes.h>

#include "fuzz/fuzz.h"
#include "page/step.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct order	 o = { .object = -1 }, again = { .object = -1 };
	char		*text = arena_alloc(&a, size + 1);

	memcpy(text, data, size);
	if (step_read_value(&a, text, &o)) {
		must(o.object >= 0 && o.act > ACT_NONE && o.act < ACT_COUNT);
		must(step_read_value(&a, arena_printf(&a, "%s.%s.%s.%" PRId64, o.number,
		    step_object(&a, o.life, o.object), act_code(o.act), o.version), &again));
		must(strcmp(o.number, again.number) == 0 && o.life == again.life &&
		    o.object == again.object && o.act == again.act && o.version == again.version);
	}
	if (step_read_object(text, &o))
		must(step_read_object(step_object(&a, o.life, o.object), &again) &&
		    o.object == again.object);
	arena_reset(&a);
	return 0;
}

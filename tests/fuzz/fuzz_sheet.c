/* fuzz_sheet.c: anything at all as a table; its first byte chooses the separator. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/sheet.h"
#include "lib/text.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct sheet	 s;
	char		*text = arena_alloc(&a, size + 1);
	size_t		 i, j;

	memcpy(text, data, size);
	if (size > 0 && sheet_parse(&a, text + 1, *text == ',' ? ',' : '\t', &s) == RC_OK)
		for (i = 0; i < s.n; i++)
			for (j = 0; j < s.columns; j++)
				if (!text_is_utf8(s.rows[i][j]))
					abort();
	arena_reset(&a);
	return 0;
}

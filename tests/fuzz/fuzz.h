/* fuzz.h: what each fuzzer is, and how it says that something is not so. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static inline void
must(bool is_so)
{
	if (!is_so)
		abort();
}

#endif

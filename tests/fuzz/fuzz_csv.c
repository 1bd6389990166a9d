/* fuzz_csv.c: anything at all put into a table comes back, and none of it is a formula. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/arena.h"
#include "lib/csv.h"

int	 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* One field as RFC 4180 reads it, into out; what stands behind it comes back. */
static const char *
read_field(const char *in, char *out)
{
	if (*in == '"')
		for (in++; ; in++) {
			if (*in == '\0')
				abort();
			if (*in == '"' && *++in != '"')
				break;
			*out++ = *in;
		}
	*out = '\0';
	if (*in != ',' && *in != '\r')
		abort();
	return in;
}

static void
check_field(const char *put, const char *got)
{
	const char	*begin = got + strspn(got, " ");

	if (*begin != '\0' && strchr("=+-@\t\r\n", *begin) != NULL)
		abort();
	if (*got == '\'' && *put != '\'')
		got++;
	if (strcmp(put, got) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	struct buf	 b = { 0 };
	struct csv	 c = { .out = &b };
	char		*text = arena_alloc(&a, size + 1), *got = arena_alloc(&a, size + 2);
	const char	*rest;

	memcpy(text, data, size);
	csv_text(&c, text);
	csv_int(&c, (int64_t)size);
	csv_text(&c, text);
	csv_end(&c);
	rest = read_field(b.data, got);
	check_field(text, got);
	if (*rest++ != ',' || strtoll(rest, (char **)(uintptr_t)&rest, 10) != (long long)size ||
	    *rest++ != ',')
		abort();
	rest = read_field(rest, got);
	check_field(text, got);
	if (strcmp(rest, "\r\n") != 0)
		abort();
	buf_free(&b);
	arena_reset(&a);
	return 0;
}

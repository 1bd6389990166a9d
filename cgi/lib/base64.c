/* base64.c: bytes as letters, with padding: for data: addresses (RFC 4648, 4). */
#include <stdint.h>

#include "lib/base64.h"

char *
base64_text(struct arena *a, struct bytes b)
{
	static const char	 letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char	*in = b.data;
	char			*out = arena_alloc(a, (b.len + 2) / 3 * 4 + 1), *p = out;
	uint32_t		 three;
	size_t			 i;

	for (i = 0; i < b.len; i += 3) {
		three = (uint32_t)in[i] << 16 | (i + 1 < b.len ? (uint32_t)in[i + 1] << 8 : 0) |
		    (i + 2 < b.len ? in[i + 2] : 0);
		*p++ = letters[three >> 18];
		*p++ = letters[three >> 12 & 63];
		*p++ = i + 1 < b.len ? letters[three >> 6 & 63] : '=';
		*p++ = i + 2 < b.len ? letters[three & 63] : '=';
	}
	return out;
}

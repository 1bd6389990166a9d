/* gateway.c: a machine that speaks to us: a telephone exchange, a gateway of messages. */
#include <string.h>

#include "domain/gateway.h"
#include "lib/rc.h"

#define LETTERS	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
#define M(x)	(1u << MAY_##x)

static const struct {
	const char	*code;
	unsigned	 rights;
} kinds[GATEWAY_COUNT] = {
	[GATEWAY_NONE]  = { "", 0 },
	[GATEWAY_PHONE] = { "phone", M(BEAT) | M(RING) },
	[GATEWAY_TEXT]  = { "text", M(BEAT) | M(WRITE_IN) },
};

const char *
gateway_kind_code(enum gateway_kind k)
{
	return k < GATEWAY_COUNT ? kinds[k].code : "";
}

enum gateway_kind
gateway_kind_of(const char *code)
{
	enum gateway_kind	 k;

	for (k = GATEWAY_NONE + 1; k < GATEWAY_COUNT; k++)
		if (strcmp(kinds[k].code, code) == 0)
			return k;
	return GATEWAY_NONE;
}

bool
gateway_may(enum gateway_kind k, enum may may)
{
	if (may <= MAY_NOTHING || may >= MAY_COUNT || k >= GATEWAY_COUNT)
		return false;
	return (kinds[k].rights & 1u << may) != 0;
}

static bool
is_made_of(const char *text, const char *set, size_t most)
{
	size_t	 len = strlen(text);

	return len > 0 && len <= most && strspn(text, set) == len;
}

bool
gateway_is_code(const char *text)
{
	return is_made_of(text, LETTERS, GATEWAY_CODE);
}

bool
message_is_id(const char *text)
{
	return is_made_of(text, LETTERS ":@", MESSAGE_ID);
}

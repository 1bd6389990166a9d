/* phone_core.c: the seals of telephone calls. */
#include <inttypes.h>

#include "action/phone_core.h"

struct bytes
phone_seal(const struct desk *d, const char *context, const char *text)
{
	if (*text == '\0')
		return (struct bytes){ NULL, 0 };
	return secret_seal(d->secret, d->arena, context, text);
}

const char *
phone_of_call(const struct desk *d, const char *token)
{
	return arena_printf(d->arena, "call:%s", token);
}

const char *
phone_of_ring(const struct desk *d, int64_t id)
{
	return arena_printf(d->arena, "ring:%" PRId64, id);
}

/* What does not open is not known: a call goes on without. */
static const char *
open_seal(const struct desk *d, const char *context, struct bytes sealed)
{
	const char	*text = "";

	if (sealed.len > 0 && secret_unseal(d->secret, d->arena, context, sealed, &text) != RC_OK)
		return "";
	return text;
}

void
phone_open(const struct desk *d, struct ring_row *row)
{
	row->r.number = open_seal(d, phone_of_call(d, row->token), row->number);
	row->r.link = open_seal(d, phone_of_ring(d, row->r.id), row->link);
}

struct bytes
phone_hash(const struct desk *d, const char *number, unsigned char hash[HASH_SIZE])
{
	if (*number == '\0')
		return (struct bytes){ NULL, 0 };
	secret_lookup(d->secret, "phone", number, hash);
	return (struct bytes){ hash, HASH_SIZE };
}

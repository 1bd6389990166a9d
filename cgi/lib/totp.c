/* totp.c: the only door to liboath: six digits from a shared secret and the time. */
#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "lib/secret.h"
#include "lib/totp.h"

enum { STEP_MS = 30 * 1000, DRIFT = 1 };

char *
totp_secret(struct arena *a)
{
	static const char	 letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	char			*out = arena_alloc(a, TOTP_LETTERS + 1);
	size_t			 i;

	for (i = 0; i < TOTP_LETTERS; i++)
		out[i] = letters[secret_below(sizeof(letters) - 1)];
	out[TOTP_LETTERS] = '\0';
	return out;
}

static void
code_of(const char *secret, int64_t step, char out[TOTP_DIGITS + 1])
{
	static bool	 ready;
	char		*key = NULL;
	size_t		 len = 0;

	if (!ready && oath_init() != OATH_OK)
		log_die("totp: liboath does not start");
	ready = true;
	if (oath_base32_decode(secret, strlen(secret), &key, &len) != OATH_OK ||
	    oath_hotp_generate(key, len, (uint64_t)step, TOTP_DIGITS, false,
	    OATH_HOTP_DYNAMIC_TRUNCATION, out) != OATH_OK)
		log_die("totp: no code from that secret");
	explicit_bzero(key, len);
	free(key);
}

bool
totp_is_code(const char *code)
{
	return strlen(code) == TOTP_DIGITS && strspn(code, "0123456789") == TOTP_DIGITS;
}

/* Each of the steps is tried, so that none takes longer than another. */
int64_t
totp_step(const char *secret, const char *code, int64_t now, int64_t last)
{
	char	 is[TOTP_DIGITS + 1];
	int64_t	 step = now / STEP_MS, at, found = 0;

	for (at = step - DRIFT; at <= step + DRIFT; at++) {
		code_of(secret, at, is);
		if (secret_same(is, code) && at > last)
			found = at;
	}
	explicit_bzero(is, sizeof(is));
	return totp_is_code(code) ? found : 0;
}

char *
totp_code(struct arena *a, const char *secret, int64_t now)
{
	char	*out = arena_alloc(a, TOTP_DIGITS + 1);

	code_of(secret, now / STEP_MS, out);
	return out;
}

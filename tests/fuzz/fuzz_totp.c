/* fuzz_totp.c: anything at all as a code of the second factor, and as a set-up's secret. */
#include "action/totp_action.h"
#include "fuzz/fuzz.h"
#include "lib/totp.h"

enum { STEP_MS = 30 * 1000 };

static const int64_t	 NOW = INT64_C(1795055400000);
static const char	 SECRET[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

static struct secret *
fresh(void)
{
	char		 path[256];
	struct secret	*s;

	secret_start();
	snprintf(path, sizeof(path), "%s/key", fuzz_folder());
	must(secret_make(path) == RC_OK);
	s = secret_open(path);
	unlink(path);
	return s;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct secret	*s;
	struct arena		 a = { 0 };
	struct desk		 d = { .arena = &a, .now = NOW, .who = { .id = 7 } };
	char			*text = arena_alloc(&a, size + 1);
	const char		*secret, *sealed;
	int64_t			 step;

	d.secret = s = s == NULL ? fresh() : s;
	memcpy(text, data, size);
	must(factor_open(&d, text, &secret) != RC_OK);
	factor_new(&d, &secret, &sealed);
	must(factor_open(&d, sealed, &secret) == RC_OK && strlen(secret) == TOTP_LETTERS);
	/* A code that is taken is one of the moment's three, and is not taken twice. */
	if ((step = totp_step(SECRET, text, NOW, 0)) != 0) {
		must(totp_is_code(text) && llabs(step - NOW / STEP_MS) <= 1);
		must(strcmp(text, totp_code(&a, SECRET, step * STEP_MS)) == 0);
		must(totp_step(SECRET, text, NOW, step) == 0);
	}
	arena_reset(&a);
	return 0;
}

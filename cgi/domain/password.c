/* password.c: which passwords are good enough. */
#include <string.h>

#include "domain/password.h"
#include "lib/rc.h"
#include "lib/text.h"

enum { FEW_SIGNS = 5, WORD_MIN = 4, TEXT_MAX = 4 * PASSWORD_MAX + 1 };

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool
is_listed(const char *text, size_t len)
{
	size_t	 i;

	for (i = 0; i < ncommon_passwords; i++)
		if (strlen(common_passwords[i]) == len &&
		    memcmp(common_passwords[i], text, len) == 0)
			return true;
	return false;
}

/* "indonesia" out of "123indonesia2024!": what people hang on to reach a length. */
static bool
is_padded(const char *text, size_t len)
{
	while (len > 0 && !is_letter(text[len - 1]))
		len--;
	while (len > 0 && !is_letter(*text)) {
		text++;
		len--;
	}
	return len > 0 && is_listed(text, len);
}

/* "password" out of "passwordpassword"; the whole where nothing is repeated. */
static size_t
repeated(const char *text, size_t len)
{
	size_t	 unit;

	for (unit = 1; unit <= len / 2; unit++)
		if (len % unit == 0 && memcmp(text, text + unit, len - unit) == 0)
			return unit;
	return len;
}

/* "123456789012", "abcdefghijklm", "zyx...": each sign the next one of the last. */
static bool
is_run(const char *text, size_t len)
{
	int	 step = text[1] - text[0], is;
	size_t	 i;

	if (step != 1 && step != -1)
		return false;
	for (i = 1; i < len; i++) {
		is = text[i] - text[i - 1];
		if (is != step && is != -9 * step)	/* 9 and then 0 */
			return false;
	}
	return true;
}

static size_t
signs(const char *text, size_t len)
{
	bool	 seen[256] = { false };
	size_t	 i, n = 0;

	for (i = 0; i < len; i++) {
		n += !seen[(unsigned char)text[i]];
		seen[(unsigned char)text[i]] = true;
	}
	return n;
}

static bool
is_common(const char *text, size_t len)
{
	size_t	 unit = repeated(text, len);

	return signs(text, len) < FEW_SIGNS || is_run(text, len) || is_listed(text, len) ||
	    is_listed(text, unit) || is_padded(text, unit) || is_padded(text, len);
}

/* Is one of the words of a name in it?  Short ones ("Hj.", "Sri") are in too much. */
static bool
has_word(const char *text, const char *words)
{
	char	 word[64];
	size_t	 len, i;

	while (*(words += strspn(words, " .,'-_")) != '\0') {
		len = strcspn(words, " .,'-_");
		for (i = 0; i < len && i + 1 < sizeof(word); i++)
			word[i] = small(words[i]);
		word[i] = '\0';
		if (len >= WORD_MIN && strstr(text, word) != NULL)
			return true;
		words += len;
	}
	return false;
}

enum flaw
password_flaw(const char *password, const char *login, const char *name)
{
	char	 text[TEXT_MAX];
	size_t	 n = text_length(password), len = strlen(password), i;

	if (n < PASSWORD_MIN)
		return FLAW_SHORT;
	if (n > PASSWORD_MAX || len >= sizeof(text))
		return FLAW_LONG;
	for (i = 0; i <= len; i++)
		text[i] = small(password[i]);
	if (is_common(text, len))
		return FLAW_COMMON;
	if ((*login != '\0' && strstr(text, login) != NULL) || has_word(text, login) ||
	    has_word(text, name))
		return FLAW_OWN;
	return FLAW_NONE;
}

const char *
password_flaw_key(enum flaw flaw)
{
	static const char *const keys[FLAW_COUNT] = {
		[FLAW_SHORT] = "L.admin.flaw.short", [FLAW_LONG] = "L.admin.flaw.long",
		[FLAW_COMMON] = "L.admin.flaw.common", [FLAW_OWN] = "L.admin.flaw.own",
	};

	return flaw < FLAW_COUNT ? keys[flaw] : NULL;
}

/* csv.c: tables for other people's programs (RFC 4180). */
#include <inttypes.h>
#include <string.h>

#include "lib/csv.h"
#include "lib/rc.h"

static void
separate(struct csv *c)
{
	if (c->begun)
		buf_add(c->out, ",", 1);
	c->begun = true;
}

/*
 * Blanks before it do not help: some programs cut them off.  The wide forms
 * of Asian keyboards (U+FF0B, FF0D, FF1D, FF20) are read as the narrow ones.
 */
static bool
is_formula(const char *text)
{
	static const char *const	 wide[] = {
		"\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\x9d", "\xef\xbc\xa0"
	};
	size_t				 i;

	text += strspn(text, " ");
	if (*text != '\0' && strchr("=+-@\t\r\n", *text) != NULL)
		return true;
	for (i = 0; i < COUNT(wide); i++)
		if (strncmp(text, wide[i], 3) == 0)
			return true;
	return false;
}

void
csv_text(struct csv *c, const char *text)
{
	size_t	 n;

	separate(c);
	if (text == NULL || *text == '\0')
		return;
	buf_add(c->out, "\"", 1);
	if (is_formula(text))
		buf_add(c->out, "'", 1);
	for (;;) {
		n = strcspn(text, "\"");
		buf_add(c->out, text, n);
		if (*(text += n) == '\0')
			break;
		buf_add(c->out, "\"\"", 2);
		text++;
	}
	buf_add(c->out, "\"", 1);
}

void
csv_int(struct csv *c, int64_t n)
{
	separate(c);
	buf_printf(c->out, "%" PRId64, n);
}

void
csv_end(struct csv *c)
{
	buf_add(c->out, "\r\n", 2);
	c->begun = false;
}

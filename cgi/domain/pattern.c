/* pattern.c: the words of a message as data: placeholders, and how long it becomes. */
#include <stdint.h>
#include <string.h>

#include "domain/pattern.h"
#include "lib/rc.h"

static const char *const	blanks[BLANK_COUNT] = {
	[BLANK_NUMBER] = "nomor", [BLANK_KIND] = "jenis", [BLANK_VILLAGE] = "kelurahan",
	[BLANK_PRIORITY] = "prioritas", [BLANK_AGENCY] = "opd", [BLANK_DUE] = "batas",
	[BLANK_LINK] = "tautan", [BLANK_CITY] = "kota", [BLANK_CODE] = "kode",
};

const char *
blank_name(enum blank b)
{
	return b < BLANK_COUNT ? blanks[b] : "";
}

bool
blank_fits(enum blank b, enum notice k)
{
	if (b == BLANK_CITY)
		return true;
	return b == BLANK_CODE ? k == NOTICE_CODE : (int)k <= NOTICE_CHOSEN;
}

/* Which placeholder begins at this brace, and how long it is; BLANK_COUNT: none. */
static enum blank
blank_at(const char *brace, size_t *len)
{
	enum blank	 b;

	for (b = 0; b < BLANK_COUNT; b++) {
		*len = strlen(blanks[b]) + 2;
		if (strncmp(brace + 1, blanks[b], *len - 2) == 0 && brace[*len - 1] == '}')
			return b;
	}
	*len = 1;
	return BLANK_COUNT;
}

static unsigned
blanks_in(const char *words, bool *unknown)
{
	unsigned	 found = 0;
	enum blank	 b;
	size_t		 len;

	*unknown = false;
	for (; *words != '\0'; words++) {
		if (*words != '{' && *words != '}')
			continue;
		b = *words == '{' ? blank_at(words, &len) : BLANK_COUNT;
		if (b == BLANK_COUNT) {
			*unknown = true;
			continue;
		}
		found |= 1u << b;
		words += len - 1;
	}
	return found;
}

enum pattern_fault
pattern_check(const char *words, enum notice k, enum channel c)
{
	bool		 lines = strchr(words, '\n') != NULL, unknown;
	unsigned	 found = blanks_in(words, &unknown);
	enum blank	 b;

	for (b = 0; b < BLANK_COUNT; b++)
		if ((found >> b & 1) != 0 && !blank_fits(b, k))
			unknown = true;
	if (unknown)
		return PATTERN_UNKNOWN;
	if (k == NOTICE_CODE && (found >> BLANK_CODE & 1) == 0)
		return PATTERN_NO_CODE;
	if ((int)k <= NOTICE_CHOSEN && c != CHANNEL_PUSH && (found >> BLANK_LINK & 1) == 0)
		return PATTERN_NO_LINK;	/* a push message is one by itself */
	if ((c == CHANNEL_SMS || c == CHANNEL_WHATSAPP) && lines)
		return PATTERN_ONE_LINE;
	return (c == CHANNEL_MAIL || c == CHANNEL_PUSH) && !lines ? PATTERN_NO_BODY : PATTERN_GOOD;
}

void
pattern_fill(struct buf *out, const char *words, const char *const values[BLANK_COUNT])
{
	enum blank	 b;
	size_t		 len;

	for (; *words != '\0'; words += len) {
		len = strcspn(words, "{");
		buf_add(out, words, len);
		words += len;
		len = 0;
		if (*words == '\0')
			break;
		if ((b = blank_at(words, &len)) == BLANK_COUNT)
			buf_add(out, words, len);
		else if (values[b] != NULL)
			buf_text(out, values[b]);
	}
}

/* --- length ------------------------------------------------------------------------------ */

/* The next character; the text is good UTF-8. */
static uint32_t
next(const unsigned char **p)
{
	uint32_t	 c = *(*p)++;
	int		 more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;

	c &= more == 0 ? 0x7f : 0x3fu >> more;
	for (; more > 0 && **p != '\0'; more--)
		c = c << 6 | (*(*p)++ & 0x3f);
	return c;
}

/* How many places it takes in the basic table and its extension; 0: it is in neither. */
static size_t
seven_bits(uint32_t c)
{
	static const uint16_t	 others[] = { 0xa1, 0xa3, 0xa4, 0xa5, 0xa7, 0xbf, 0xc4, 0xc5, 0xc6,
		0xc7, 0xc9, 0xd1, 0xd6, 0xd8, 0xdc, 0xdf, 0xe0, 0xe4, 0xe5, 0xe6, 0xe8, 0xe9,
		0xec, 0xf1, 0xf2, 0xf6, 0xf8, 0xf9, 0xfc, 0x393, 0x394, 0x398, 0x39b, 0x39e,
		0x3a0, 0x3a3, 0x3a6, 0x3a8, 0x3a9 };
	size_t			 i;

	if (c == 0x20ac || (c < 0x80 && strchr("^{}\\[~]|", (int)c) != NULL && c != 0))
		return 2;
	if (c == '\n' || c == '\r' || (c >= ' ' && c < 0x7f && c != '`'))
		return 1;
	for (i = 0; i < COUNT(others); i++)
		if (others[i] == c)
			return 1;
	return 0;
}

static size_t
parts(size_t units, size_t one, size_t many)
{
	return units <= one ? 1 : (units + many - 1) / many;
}

struct sms_length
sms_length(const char *text)
{
	const unsigned char	*p;
	size_t			 narrow = 0, wide = 0, n;
	bool			 is_wide = false;
	uint32_t		 c;

	for (p = (const unsigned char *)text; *p != '\0';) {
		c = next(&p);
		n = seven_bits(c);
		is_wide = is_wide || n == 0;
		narrow += n;
		wide += c > 0xffff ? 2 : 1;
	}
	if (is_wide)
		return (struct sms_length){ wide, parts(wide, 70, 67), wide <= 70 ? 70 : 67, true };
	return (struct sms_length){ narrow, parts(narrow, 160, 153), narrow <= 160 ? 160 : 153,
	    false };
}

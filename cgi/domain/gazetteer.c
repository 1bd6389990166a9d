/* gazetteer.c: names of places: folded, cut to pieces, taken apart. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "domain/gazetteer.h"
#include "lib/rc.h"
#include "lib/text.h"

static const char *const	 kinds[] = { "", "village", "street", "landmark", "address" };

const char *
place_kind_code(enum place_kind k)
{
	return k < COUNT(kinds) ? kinds[k] : "";
}

enum place_kind
place_kind_of(const char *code)
{
	enum place_kind	 k;

	for (k = PLACE_VILLAGE; k < PLACE_KINDS; k++)
		if (strcmp(kinds[k], code) == 0)
			return k;
	return PLACE_NONE;
}

/* --- folding ---------------------------------------------------------------------- */

/* As it is said and written here, and as we keep it; "": the word says nothing. */
static const struct { const char *said, *kept; } words[] = {
	{ "jl", "" }, { "jln", "" }, { "jalan", "" }, { "jlan", "" }, { "no", "" },
	{ "nomor", "" }, { "nmr", "" }, { "kel", "" }, { "kelurahan", "" }, { "kec", "" },
	{ "kecamatan", "" }, { "gg", "gang" }, { "psr", "pasar" }, { "ps", "pasar" },
	{ "mesjid", "masjid" }, { "msjd", "masjid" }, { "mjd", "masjid" },
	{ "musholla", "musala" }, { "mushola", "musala" }, { "mushalla", "musala" },
	{ "musalla", "musala" }, { "langgar", "musala" }, { "surau", "musala" },
	{ "pkm", "puskesmas" }, { "pusk", "puskesmas" }, { "kp", "kampung" }, { "kpg", "kampung" },
	{ "kmpg", "kampung" }, { "kampong", "kampung" }, { "komp", "komplek" },
	{ "kompleks", "komplek" }, { "perum", "perumahan" }, { "prm", "perumahan" },
	{ "jemb", "jembatan" }, { "jbt", "jembatan" }, { "sp", "simpang" }, { "simp", "simpang" },
	{ "spg", "simpang" }, { "tmn", "taman" }, { "lap", "lapangan" }, { "gdg", "gedung" },
	{ "term", "terminal" }, { "sta", "stasiun" }, { "pom", "spbu" }, { "tpu", "makam" },
	{ "kuburan", "makam" }, { "pemakaman", "makam" }, { "univ", "universitas" },
	{ "grj", "gereja" }, { "rmh", "rumah" }, { "sdn", "sd" }, { "smpn", "smp" },
	{ "sman", "sma" }, { "smu", "sma" }, { "smun", "sma" }, { "smkn", "smk" },
	{ "negeri", "" }, { "rsu", "rsud" },
};

static bool
is_wordy(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static const char *
kept_as(const char *word, size_t len)
{
	size_t	 i;

	for (i = 0; i < COUNT(words); i++)
		if (strlen(words[i].said) == len && strncmp(words[i].said, word, len) == 0)
			return words[i].kept;
	return NULL;
}

/* Lower case, a word at a time; "Qur'an" is one word. */
static char *
plain(struct arena *a, const char *text)
{
	char	*out = arena_alloc(a, strlen(text) + 1), *p = out;

	for (; *text != '\0'; text++)
		if (is_wordy(*text))
			*p++ = (char)tolower((unsigned char)*text);
		else if (*text != '\'' && *text != '`' && p > out && p[-1] != ' ')
			*p++ = ' ';
	if (p > out && p[-1] == ' ')
		p--;
	*p = '\0';
	return out;
}

/* No word is kept more than four times as long as it is said ("sp", "simpang"). */
char *
name_fold(struct arena *a, const char *text)
{
	const char	*from = plain(a, text), *kept;
	char		*out = arena_alloc(a, 4 * strlen(from) + 1), *p = out;
	size_t		 len, n;

	for (; *from != '\0'; from += len + (from[len] == ' ')) {
		len = strcspn(from, " ");
		kept = kept_as(from, len);
		n = kept == NULL ? len : strlen(kept);
		if (n > 0 && p > out)
			*p++ = ' ';
		memcpy(p, kept == NULL ? from : kept, n);
		p += n;
	}
	return out;
}

/* --- pieces --------------------------------------------------------------------------- */

static size_t
add_gram(int64_t *out, size_t n, const char *at)
{
	int64_t	 gram = (int64_t)(unsigned char)at[0] << 16 | (int64_t)(unsigned char)at[1] << 8 |
		     (unsigned char)at[2];
	size_t	 i;

	for (i = 0; i < n; i++)
		if (out[i] == gram)
			return n;
	if (n < NAME_GRAMS)
		out[n++] = gram;
	return n;
}

size_t
name_grams(const char *folded, bool open, int64_t out[NAME_GRAMS])
{
	char	 text[NAME_MAX + 3];
	size_t	 len = strlen(folded), i, n = 0;

	if (len > NAME_MAX)
		len = NAME_MAX;
	if (len == 0)
		return 0;
	text[0] = ' ';
	memcpy(text + 1, folded, len++);
	if (!open)
		text[len++] = ' ';
	for (i = 0; i + 3 <= len; i++)
		if (text[i + 1] != ' ')
			n = add_gram(out, n, text + i);
	return n;
}

/* --- taking a text apart ----------------------------------------------------------------- */

/* What stands between a place and the place that explains it. */
static bool
is_relation(const char *word, size_t len)
{
	static const char *const	 all[] = { "dekat", "dkt", "depan", "dpn", "seberang",
		"sebrang", "sbrg", "samping", "smpg", "belakang", "blkg", "sebelah", "sblh",
		"di", "dari", "arah", "sekitar" };
	size_t				 i;

	for (i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == len && strncasecmp(all[i], word, len) == 0)
			return true;
	return false;
}

static size_t
word_size(const char *p)
{
	size_t	 len = 0;

	while (is_wordy(p[len]))
		len++;
	return len;
}

static void
end_part(struct part_typed *parts, size_t *n, const char *from, const char *to)
{
	while (to > from && !is_wordy(to[-1]))
		to--;
	while (from < to && !is_wordy(*from))
		from++;
	if (from < to)
		parts[(*n)++] = (struct part_typed){ from, (size_t)(to - from) };
}

size_t
name_parts(const char *typed, struct part_typed *parts, size_t max)
{
	const char	*p = typed, *from = typed;
	size_t		 n = 0, len;

	while (*p != '\0' && n + 1 < max) {
		len = word_size(p);
		if (*p == ',' || *p == ';' || is_relation(p, len)) {
			end_part(parts, &n, from, p);
			from = p += len == 0 ? 1 : len;
		} else {
			p += len == 0 ? 1 : len;
		}
	}
	if (n < max)
		end_part(parts, &n, from, from + strlen(from));
	return n;
}

/* "14", "12a", "no": behind a name these are of a house. */
static bool
is_house(const char *word, size_t len)
{
	static const char *const	 all[] = { "no", "nomor", "nmr", "blok", "rt", "rw" };
	size_t				 i;

	if (isdigit((unsigned char)*word))
		return true;
	for (i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == len && strncasecmp(all[i], word, len) == 0)
			return true;
	return false;
}

/* Where in the part the house begins, unless the name says these words, too. */
static size_t
house_at(const struct part_typed *part, const char *folded)
{
	const char	*p = part->from, *end = part->from + part->len;
	char		 word[NAME_MAX + 3];
	size_t		 len, words_before = 0, space = 0;

	for (; p < end; p += len == 0 ? 1 : len) {
		if ((len = word_size(p)) == 0)
			continue;
		space = (size_t)(p - part->from);
		snprintf(word, sizeof(word), " %.*s ", (int)(len < NAME_MAX ? len : NAME_MAX), p);
		if (words_before++ > 0 && is_house(p, len) &&
		    (folded == NULL || strcasestr(folded, word) == NULL))
			return space;
	}
	return part->len;
}

char *
name_head(struct arena *a, const struct part_typed *part)
{
	return text_trim(a, arena_printf(a, "%.*s", (int)house_at(part, NULL), part->from));
}

char *
name_into(struct arena *a, const char *typed, const struct part_typed *part, const char *name)
{
	const char	*folded = arena_printf(a, " %s ", plain(a, name));
	size_t		 house = house_at(part, folded);
	const char	*rest = part->from + house;

	return arena_printf(a, "%.*s%s%s%s", (int)(part->from - typed), typed, name,
	    house < part->len ? " " : "", rest);
}

/* --- what may be kept ------------------------------------------------------------------------ */

/* Words that lead to a person, and any number longer than a house's. */
static bool
is_private(const char *word, size_t len)
{
	static const char *const	 all[] = { "rumah", "rmh", "bu", "ibu", "pak", "bapak",
		"bpk", "sdr", "sdri", "hj", "haji", "milik", "punya", "keluarga", "kos", "kost",
		"kontrakan", "an", "nama", "hp", "wa", "telp", "nik", "kamar", "anak", "istri",
		"suami", "mas", "mbak", "om", "tante", "nenek", "kakek" };
	size_t				 i;

	for (i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == len && strncmp(all[i], word, len) == 0)
			return true;
	return isdigit((unsigned char)*word) && len > 4;
}

/* It must begin as streets and landmarks do; "Masjid" is one, "Rudi" is none. */
static bool
begins_well(const char *word, size_t len)
{
	static const char *const	 all[] = { "jl", "jln", "jalan", "gg", "gang", "lorong",
		"lr", "pasar", "psr", "masjid", "mesjid", "musala", "mushola", "musholla", "surau",
		"gereja", "sd", "sdn", "smp", "smpn", "sma", "sman", "smk", "smkn", "tk", "rs",
		"rsud", "puskesmas", "pkm", "spbu", "pom", "simpang", "sp", "jembatan", "terminal",
		"stasiun", "pelabuhan", "pantai", "taman", "lapangan", "kantor", "hotel", "mal",
		"mall", "toko", "pabrik", "gudang", "komplek", "kompleks", "perumahan", "perum",
		"kampung", "kp", "pos", "polsek", "kampus", "universitas", "terowongan", "bandara",
		"dermaga", "sungai", "bukit", "bundaran", "gerbang", "tol", "km" };
	size_t				 i;

	for (i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == len && strncmp(all[i], word, len) == 0)
			return true;
	return false;
}

char *
name_keepable(struct arena *a, const char *place)
{
	struct part_typed	 parts[2], *part = &parts[0];
	const char		*folded, *p;
	size_t			 len;

	if (name_parts(place, parts, COUNT(parts)) == 0 || part->len > NAME_MAX)
		return NULL;
	folded = plain(a, arena_printf(a, "%.*s", (int)part->len, part->from));
	if (!begins_well(folded, strcspn(folded, " ")) || strchr(folded, ' ') == NULL)
		return NULL;
	for (p = folded; *p != '\0'; p += len + (p[len] == ' ')) {
		len = strcspn(p, " ");
		if (is_private(p, len))
			return NULL;
	}
	return arena_printf(a, "%.*s", (int)part->len, part->from);
}

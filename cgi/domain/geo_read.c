/* geo_read.c: a point as people write it: typed, said, or as a link of a map. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "domain/geo.h"
#include "lib/rc.h"

static bool
settle(double lat, double lon, struct point *p)
{
	if (!(fabs(lat) <= 90) || !(fabs(lon) <= 180))
		return false;
	*p = (struct point){ llround(lat * 1e6), llround(lon * 1e6) };
	return geo_is_on_earth(*p);
}

/* Digits and at most one point; never "nan", "0x" or an exponent. */
static bool
number(const char **text, double *out)
{
	char		 digits[24], *end;
	const char	*p = *text;
	size_t		 n = 0;

	if (*p == '-' || *p == '+')
		digits[n++] = *p++;
	while ((isdigit((unsigned char)*p) || *p == '.') && n < 20)
		digits[n++] = *p++;
	digits[n] = '\0';
	*text = p;
	*out = strtod(digits, &end);
	return end != digits && *end == '\0';
}

/* --- links ---------------------------------------------------------------------------- */

static bool
pair(const char *p, char between, struct point *out)
{
	double	 lat, lon;

	if (strncmp(p, "loc:", 4) == 0)
		p += 4;
	if (!number(&p, &lat) || *p++ != between)
		return false;
	while (*p == ' ')
		p++;
	return number(&p, &lon) && settle(lat, lon, out);
}

/* "mlat=-6.2&mlon=106.8", "!3d-6.2!4d106.8": two marks, the second behind the first. */
static bool
marked(const char *text, const char *first, const char *second, struct point *out)
{
	const char	*p = strstr(text, first), *q = p == NULL ? NULL : strstr(p, second);
	double		 lat, lon;

	if (q == NULL)
		return false;
	p += strlen(first);
	q += strlen(second);
	return number(&p, &lat) && number(&q, &lon) && settle(lat, lon, out);
}

/* A pin goes before what was looked for, that before where the map happened to be. */
static bool
read_link(const char *text, struct point *out)
{
	static const char *const	 marks[] = { "?q=", "&q=", "query=", "destination=",
		"daddr=", "?ll=", "&ll=", "center=", "geo:", "place/", "search/", "dir/", "/@" };
	const char			*p;
	size_t				 i;

	if (marked(text, "!3d", "!4d", out) || marked(text, "mlat=", "mlon=", out))
		return true;
	for (i = 0; i < COUNT(marks); i++)
		for (p = text; (p = strstr(p, marks[i])) != NULL;) {
			p += strlen(marks[i]);
			if (pair(p, ',', out))
				return true;
		}
	if ((p = strstr(text, "#map=")) != NULL && (p = strchr(p, '/')) != NULL)
		return pair(p + 1, '/', out);
	return false;
}

/* --- a full plus code, "6P4FX9QG+5M": pairs of digits, each pair a twentieth ------------- */

static bool
read_plus(const char *text, struct point *out)
{
	static const char	 letters[] = "23456789cfghjmpqrvwx";
	double			 value[2] = { -90, -180 }, step = 20;
	const char		*p = text, *digit;
	int			 i;

	for (i = 0; i < 10; i++, p++) {
		if (i == 8 && *p++ != '+')
			return false;
		if (*p == '\0' || (digit = strchr(letters, *p)) == NULL)
			return false;
		value[i % 2] += (double)(digit - letters) * step;
		step /= i % 2 == 1 ? 20 : 1;
	}
	step *= 10;		/* the middle of its square */
	return settle(value[0] + step, value[1] + step, out);
}

/* --- typed ---------------------------------------------------------------------------- */

enum { NUMBERS = 6, SIDES = 2 };

struct typed {
	double		 number[NUMBERS];
	bool		 minus[NUMBERS];
	size_t		 n;
	bool		 degrees;	/* a mark says so */
	char		 side[SIDES];	/* N S E W */
	size_t		 before[SIDES];	/* numbers that stood before it */
	size_t		 nsides;
};

/* 0: says nothing, as "lintang" does where the number has its sign. */
static const struct { const char *word; char side; } words[] = {
	{ "n", 'N' }, { "s", 'S' }, { "e", 'E' }, { "w", 'W' }, { "lu", 'N' }, { "ls", 'S' },
	{ "bt", 'E' }, { "bb", 'W' }, { "utara", 'N' }, { "selatan", 'S' }, { "timur", 'E' },
	{ "barat", 'W' }, { "lintang", 0 }, { "bujur", 0 }, { "lat", 0 }, { "lon", 0 },
	{ "lng", 0 }, { "long", 0 }, { "latitude", 0 }, { "longitude", 0 }, { "koordinat", 0 },
	{ "lokasi", 0 }, { "derajat", 0 }, { "menit", 0 }, { "detik", 0 }, { "dan", 0 },
};

static bool
take_word(const char **text, struct typed *t)
{
	size_t	 len = 0, i;

	while (isalpha((unsigned char)(*text)[len]))
		len++;
	for (i = 0; i < COUNT(words); i++)
		if (strlen(words[i].word) == len && strncmp(words[i].word, *text, len) == 0)
			break;
	if (i == COUNT(words) || (words[i].side != 0 && t->nsides == SIDES))
		return false;
	t->degrees = t->degrees || strncmp(*text, "derajat", len) == 0;
	if (words[i].side != 0) {
		t->side[t->nsides] = words[i].side;
		t->before[t->nsides++] = t->n;
	}
	*text += len;
	return true;
}

static bool
take_all(const char *p, struct typed *t)
{
	while (*p != '\0') {
		if (isalpha((unsigned char)*p)) {
			if (!take_word(&p, t))
				return false;
		} else if (isdigit((unsigned char)*p) || *p == '-' || *p == '+') {
			if (t->n == NUMBERS)
				return false;
			t->minus[t->n] = *p == '-';
			if (!number(&p, &t->number[t->n++]))
				return false;
		} else if (strchr(" ,;:/=()*'\"", *p) != NULL) {
			t->degrees = t->degrees || *p == '*';
			p++;
		} else {
			return false;
		}
	}
	return t->n >= 2 && t->n % 2 == 0;
}

/* Of one half its degrees, minutes and seconds; only the first may be negative. */
static bool
half(const struct typed *t, size_t from, double *out)
{
	size_t	 i, n = t->n / 2;
	double	 part = 1;

	*out = 0;
	for (i = 0; i < n; i++) {
		if (i > 0 && (t->minus[from + i] || t->number[from + i] >= 60))
			return false;
		*out += fabs(t->number[from + i]) / part;
		part *= 60;
	}
	if (t->minus[from])
		*out = -*out;
	return true;
}

/* "6.2 S" or "LS 6.2": both of the halves, or none. */
static bool
turn(const struct typed *t, double *first, double *second)
{
	size_t	 h = t->n / 2;

	if (t->nsides == 0)
		return true;
	if (t->nsides != 2 || !((t->before[0] == 0 && t->before[1] == h) ||
	    (t->before[0] == h && t->before[1] == t->n)))
		return false;
	if (t->side[0] == 'S' || t->side[0] == 'W')
		*first = -fabs(*first);
	if (t->side[1] == 'S' || t->side[1] == 'W')
		*second = -fabs(*second);
	return (t->side[0] == 'N' || t->side[0] == 'S') !=
	    (t->side[1] == 'N' || t->side[1] == 'S');
}

/* Without sides a first number that only a longitude of Indonesia can be is one. */
static bool
read_typed(const char *text, struct point *out)
{
	struct typed	 t = { .n = 0 };
	double		 lat, lon, swap;

	if (!take_all(text, &t) || (t.n > 2 && !t.degrees && t.nsides == 0))
		return false;
	if (!half(&t, 0, &lat) || !half(&t, t.n / 2, &lon) || !turn(&t, &lat, &lon))
		return false;
	if (t.nsides == 2 ? t.side[0] == 'E' || t.side[0] == 'W' : lat >= 94.5 && lat <= 141.5) {
		swap = lat;
		lat = lon;
		lon = swap;
	}
	return settle(lat, lon, out);
}

/* --- before anything is read --------------------------------------------------------------- */

/* What a keyboard, a telephone or an address bar makes of a plain mark. */
static const struct { const char *odd; char plain; } marks[] = {
	{ "\xc2\xb0", '*' }, { "\xc2\xba", '*' }, { "\xcb\x9a", '*' },
	{ "\xe2\x80\xb2", '\'' }, { "\xe2\x80\x99", '\'' }, { "\xe2\x80\xb3", '"' },
	{ "\xe2\x80\x9d", '"' }, { "\xe2\x88\x92", '-' }, { "\xc2\xa0", ' ' },
	{ "%2C", ',' }, { "%2c", ',' }, { "%20", ' ' }, { "%40", '@' }, { "%3D", '=' },
	{ "%3A", ':' }, { "\t", ' ' },
};

static bool
plain(const char *typed, char *out, size_t size)
{
	size_t	 i, n = 0;

	while (*typed != '\0' && n + 1 < size) {
		for (i = 0; i < COUNT(marks); i++)
			if (strncmp(typed, marks[i].odd, strlen(marks[i].odd)) == 0)
				break;
		out[n++] = i < COUNT(marks) ? marks[i].plain :
		    (char)tolower((unsigned char)*typed);
		typed += i < COUNT(marks) ? strlen(marks[i].odd) : 1;
	}
	out[n] = '\0';
	return *typed == '\0';
}

/* "-6,2 106,8": where there is no point, two or three commas between digits are one. */
static void
point_commas(char *text)
{
	char	*at[4];
	size_t	 n = 0;
	char	*p;

	if (strchr(text, '.') != NULL)
		return;
	for (p = text; (p = strchr(p, ',')) != NULL && n < COUNT(at); p++)
		if (p > text && isdigit((unsigned char)p[-1]) && isdigit((unsigned char)p[1]))
			at[n++] = p;
	if (n == 2 || n == 3)
		*at[0] = *at[n - 1] = '.';
}

bool
geo_read(const char *typed, struct point *out)
{
	char	 text[GEO_TYPED_MAX + 1], *p;

	if (!plain(typed, text, sizeof(text)))
		return false;
	for (p = text + strlen(text); p > text && p[-1] == ' ';)
		*--p = '\0';
	p = text + strspn(text, " ");
	if (strstr(p, "://") != NULL || strstr(p, "geo:") != NULL || strstr(p, "maps") != NULL)
		return read_link(p, out);
	if (strcspn(p, "+") == 8 && strchr(p, ' ') == NULL && read_plus(p, out))
		return true;
	point_commas(p);
	return read_typed(p, out);
}

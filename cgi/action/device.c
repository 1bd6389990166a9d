/* device.c: on which devices an account has signed in before. */
#include <string.h>

#include "action/device.h"

/* "<id>.<mark>.<mark>...": a mark is 32 hex digits of a keyed hash. */
enum { ID_MAX = 64, MARK = 32, MARK_BYTES = MARK / 2, MARKS = DEVICE_ACCOUNTS + 1 };

/* Whose mark is the device's own, the first of them: no login is so short. */
#define OURS	""

/* What comes back in a cookie goes out in one: nothing but our own letters. */
const char *
device_id(struct arena *a, const char *cookie)
{
	static const char	 letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_";
	size_t			 len = strspn(cookie, letters);

	return len == 0 || len > ID_MAX || cookie[len] != '.' ? "" :
	    arena_printf(a, "%.*s", (int)len, cookie);
}

static const char *
mark(const struct secret *s, struct arena *a, const char *id, const char *login)
{
	unsigned char	 hash[HASH_SIZE];

	secret_lookup(s, "device", arena_printf(a, "%s %s", id, login), hash);
	return secret_hex(a, (struct bytes){ hash, MARK_BYTES });
}

/* The n-th mark of a cookie, or NULL where there are no more of them. */
static const char *
nth(struct arena *a, const char *cookie, size_t n)
{
	size_t	 at = strcspn(cookie, ".") + n * (MARK + 1);

	if (strlen(cookie) < at + 1 + MARK || cookie[at] != '.' ||
	    strspn(cookie + at + 1, "0123456789abcdef") < MARK)
		return NULL;
	return arena_printf(a, "%.*s", MARK, cookie + at + 1);
}

bool
device_knows(const struct secret *s, struct arena *a, const char *cookie, const char *login)
{
	const char	*id = device_id(a, cookie), *want, *is;
	size_t		 i;
	bool		 known = false;

	if (*id == '\0')
		return false;
	want = mark(s, a, id, login);
	for (i = 0; i < MARKS && (is = nth(a, cookie, i)) != NULL; i++)
		known = secret_same(want, is) || known;
	return known;
}

bool
device_is_ours(const struct secret *s, struct arena *a, const char *cookie)
{
	return device_knows(s, a, cookie, OURS);
}

const char *
device_add(const struct secret *s, struct arena *a, const char *cookie, const char *login)
{
	const char	*id = device_id(a, cookie), *ours, *own, *is, *out;
	size_t		 i, n = 2;

	if (*id == '\0')
		id = secret_token(a);
	ours = mark(s, a, id, OURS);
	own = mark(s, a, id, login);
	out = arena_printf(a, "%s.%s.%s", id, ours, own);
	for (i = 0; n < MARKS && (is = nth(a, cookie, i)) != NULL; i++) {
		if (strcmp(is, own) == 0 || strcmp(is, ours) == 0)
			continue;
		out = arena_printf(a, "%s.%s", out, is);
		n++;
	}
	return out;
}

/* --- what a person would call it ------------------------------------------------- */

struct mark_of {
	const char	*sign, *name;
};

/* In this order: whoever imitates another stands above it. */
static const struct mark_of browsers[] = {
	{ "Edg", "Edge" }, { "OPR/", "Opera" }, { "SamsungBrowser", "Samsung Internet" },
	{ "Firefox/", "Firefox" }, { "FxiOS/", "Firefox" }, { "CriOS/", "Chrome" },
	{ "Chrome/", "Chrome" }, { "Safari/", "Safari" },
};
static const struct mark_of systems[] = {
	{ "Android", "Android" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
	{ "Windows", "Windows" }, { "CrOS", "ChromeOS" }, { "Macintosh", "macOS" },
	{ "Linux", "Linux" },
};

static const char *
name_of(const char *agent, const struct mark_of *list, size_t n)
{
	size_t	 i;

	for (i = 0; i < n; i++)
		if (strstr(agent, list[i].sign) != NULL)
			return list[i].name;
	return "";
}

const char *
device_words(struct arena *a, const char *agent)
{
	const char	*browser, *system;

	if (agent == NULL)
		return "";
	browser = name_of(agent, browsers, COUNT(browsers));
	system = name_of(agent, systems, COUNT(systems));
	return arena_printf(a, "%s%s%s", browser,
	    *browser != '\0' && *system != '\0' ? ", " : "", system);
}

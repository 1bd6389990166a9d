/* key.c: keys, as a browser names them and as people do. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "domain/key.h"
#include "lib/rc.h"

enum { CTRL = 1, ALT = 2, SHIFT = 4, WORD = 24 };

/* What has a name of its own; letters, digits and F keys are made. */
static const struct {
	const char	*code, *name;
} names[] = {
	{ "Slash", "?" }, { "Slash", "/" }, { "Comma", "," }, { "Period", "." },
	{ "Semicolon", ";" }, { "Quote", "'" }, { "BracketLeft", "[" },
	{ "BracketRight", "]" }, { "Backslash", "\\" }, { "Minus", "-" }, { "Equal", "=" },
	{ "Backquote", "`" }, { "Space", "Space" }, { "Enter", "Enter" }, { "Tab", "Tab" },
	{ "Escape", "Esc" }, { "Backspace", "Backspace" }, { "Delete", "Del" },
	{ "Insert", "Ins" }, { "Home", "Home" }, { "End", "End" }, { "PageUp", "PgUp" },
	{ "PageDown", "PgDn" }, { "ArrowUp", "Up" }, { "ArrowDown", "Down" },
	{ "ArrowLeft", "Left" }, { "ArrowRight", "Right" },
};

static const struct {
	const char	*name;
	int		 bit;
} modifiers[] = {
	{ "Ctrl", CTRL }, { "Control", CTRL }, { "Alt", ALT }, { "Shift", SHIFT },
};

struct key {
	int		 held;
	const char	*code;		/* without them */
};

static int
modifier_of(const char *word)
{
	size_t	 i;

	for (i = 0; i < COUNT(modifiers); i++)
		if (strcasecmp(word, modifiers[i].name) == 0)
			return modifiers[i].bit;
	return 0;
}

/* "n" and "KeyN", "1" and "Digit1", "f2": NULL where it is none of these. */
static const char *
made_code(struct arena *a, const char *word)
{
	size_t	 len = strlen(word);
	char	*end;
	long	 n;

	if (len == 4 && strncasecmp(word, "Key", 3) == 0 && isalpha((unsigned char)word[3]))
		word += 3;
	else if (len == 6 && strncasecmp(word, "Digit", 5) == 0)
		word += 5;
	if (word[1] == '\0' && isalpha((unsigned char)*word))
		return arena_printf(a, "Key%c", toupper((unsigned char)*word));
	if (word[1] == '\0' && isdigit((unsigned char)*word))
		return arena_printf(a, "Digit%c", *word);
	if (tolower((unsigned char)*word) != 'f' || !isdigit((unsigned char)word[1]))
		return NULL;
	n = strtol(word + 1, &end, 10);
	return *end == '\0' && n >= 1 && n <= 24 ? arena_printf(a, "F%ld", n) : NULL;
}

static const char *
code_of(struct arena *a, const char *word)
{
	size_t	 i;

	for (i = 0; i < COUNT(names); i++)
		if (strcasecmp(word, names[i].code) == 0 || strcasecmp(word, names[i].name) == 0)
			return names[i].code;
	return made_code(a, word);
}

/* The words of "Alt + N" one after another; the last is the key. */
static bool
parse(struct arena *a, const char *typed, struct key *k)
{
	char	 word[WORD];
	size_t	 len;

	*k = (struct key){ 0, NULL };
	for (typed += strspn(typed, " +"); *typed != '\0'; typed += strspn(typed, " +")) {
		if ((len = strcspn(typed, " +")) >= sizeof(word) || k->code != NULL)
			return false;
		snprintf(word, sizeof(word), "%.*s", (int)len, typed);
		typed += len;
		if (modifier_of(word) != 0)
			k->held |= modifier_of(word);
		else if ((k->code = code_of(a, word)) == NULL)
			return false;
	}
	return k->code != NULL;
}

const char *
key_read(struct arena *a, const char *typed)
{
	struct key	 k;

	if (!parse(a, typed, &k))
		return NULL;
	return arena_printf(a, "%s%s%s%s", k.held & CTRL ? "Ctrl+" : "",
	    k.held & ALT ? "Alt+" : "", k.held & SHIFT ? "Shift+" : "", k.code);
}

static const char *
name_of(const char *code)
{
	size_t	 i;

	for (i = 0; i < COUNT(names); i++)
		if (strcmp(code, names[i].code) == 0)
			return names[i].name;
	return strncmp(code, "Key", 3) == 0 ? code + 3 :
	    strncmp(code, "Digit", 5) == 0 ? code + 5 : code;
}

const char *
key_show(struct arena *a, const char *code)
{
	struct key	 k;

	if (!parse(a, code, &k))
		return "";
	return arena_printf(a, "%s%s%s%s", k.held & CTRL ? "Ctrl " : "",
	    k.held & ALT ? "Alt " : "", k.held & SHIFT ? "Shift " : "", name_of(k.code));
}

bool
key_types(const char *code)
{
	const char	*key = strrchr(code, '+');

	key = key == NULL ? code : key + 1;
	return strstr(code, "Ctrl+") == NULL && strstr(code, "Alt+") == NULL &&
	    (strlen(name_of(key)) == 1 || strcmp(key, "Space") == 0);
}

bool
key_is_taken(const char *code)
{
	static const char *const	 taken[] = {
		"Tab", "Shift+Tab", "Escape", "Enter", "Shift+Enter", "Backspace", "Delete",
		"Home", "End", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "F5", "F11",
		"F12", "Alt+F4", "Alt+Tab", "Alt+ArrowLeft", "Alt+ArrowRight", "Ctrl+KeyW",
		"Ctrl+KeyT", "Ctrl+KeyN", "Ctrl+Tab", "Ctrl+F5", "Ctrl+KeyC", "Ctrl+KeyV",
		"Ctrl+KeyX", "Ctrl+KeyZ", "Ctrl+KeyY", "Ctrl+KeyA", "Ctrl+ArrowLeft",
		"Ctrl+ArrowRight", "Ctrl+Backspace", "Ctrl+Home", "Ctrl+End",
	};
	size_t	 i;

	for (i = 0; i < COUNT(taken); i++)
		if (strcmp(code, taken[i]) == 0)
			return true;
	return false;
}

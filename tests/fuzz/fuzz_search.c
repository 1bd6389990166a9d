/* fuzz_search.c: what is looked for, a NUL, and a text: cut to words, matched, and shown in it. */
#include <ctype.h>

#include "domain/search.h"
#include "fuzz/fuzz.h"
#include "lib/text.h"

/* As FTS5 and the page are told: folded, short, each once, no number of a person. */
static void
check_words(const char *const *words, size_t n)
{
	const char	*p;
	size_t		 i, k, digits;

	for (i = 0; i < n; i++) {
		must(*words[i] != '\0' && strpbrk(words[i], " \"'*:()^{}+-") == NULL);
		for (digits = 0, p = words[i]; *p != '\0'; p++) {
			must(!isupper((unsigned char)*p));
			digits += isdigit((unsigned char)*p) != 0;
		}
		must(digits < 6);
		for (k = 0; k < i; k++)
			must(strcmp(words[i], words[k]) != 0);
	}
}

static void
check_parts(const struct sought *s)
{
	size_t	 i;

	must(s->nparts <= SOUGHT_PARTS);
	for (i = 0; i < s->nparts; i++)
		must(strcmp(s->parts[i].from, s->parts[i].to) < 0);
}

/* The pieces are the text, but for what is cut away at its ends. */
static void
check_pieces(struct arena *a, const struct sought *s, const char *text)
{
	struct piece	 list[PIECES_MAX];
	size_t		 i, n = search_pieces(a, s, text, 60, list), hits = 0;

	must(n <= PIECES_MAX);
	for (i = 0; i < n; i++) {
		must(*list[i].text != '\0' && text_is_utf8(list[i].text));
		must(!list[i].hit || strstr(text, list[i].text) != NULL);
		hits += list[i].hit;
	}
	must(n == 0 || s->n > 0);
	(void)hits;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*raw = arena_alloc(&a, size + 2), *asked, *text;
	const char	*words[20], *all[IN_FIELDS];
	struct sought	 s;
	size_t		 i;

	memcpy(raw, data, size);
	asked = text_clean(&a, raw);
	text = text_clean(&a, raw + strlen(raw) + 1);
	if (asked != NULL && text != NULL) {
		search_read(&a, asked, 2026, &s);
		check_words(s.words, s.n);
		check_parts(&s);
		check_words(words, said_words(&a, text, words, 0, 20));
		for (i = 0; i < IN_FIELDS; i++)
			all[i] = text;
		must(search_score(&a, &s, all) >= 0);
		check_pieces(&a, &s, text);
	}
	arena_reset(&a);
	return 0;
}

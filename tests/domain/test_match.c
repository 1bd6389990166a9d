/* test_match.c: what callers say becomes a category; what they name becomes a village. */
#include <string.h>

#include "check.h"
#include "city.h"
#include "domain/match.h"

static int
open_city(void **state)
{
	static struct desk	 d;

	d = city_open();
	*state = &d;
	return 0;
}

static int
close_city(void **state)
{
	city_close(*state);
	return 0;
}

static const char *
only(const struct desk *d, const char *typed)
{
	const struct category	*found[MATCH_MAX];

	return match_category(d->ref, d->arena, typed, found, MATCH_MAX) == 1 ?
	    found[0]->code : "";
}

static void
folds_to_words(void **state)
{
	const struct desk	*d = *state;

	CHECK_TEXT(match_fold(d->arena, "  Kebakaran rumah/bangunan "), "kebakaran rumah bangunan");
	CHECK_TEXT(match_fold(d->arena, "--"), "");
	CHECK_TEXT(match_fold(d->arena, "Caf\xc3\xa9"), "caf\xc3\xa9");
}

static void
one_way_to_say_it_is_enough(void **state)
{
	static const char *const	 said[][2] = {
		{ "kbr-bgn", "KBR-BGN" }, { "Kebakaran rumah/bangunan", "KBR-BGN" },
		{ "house or building fire", "KBR-BGN" }, { "rumah terbakar", "KBR-BGN" },
		{ "rumah terb", "KBR-BGN" }, { "ada rumah terbakar di gang", "KBR-BGN" },
		{ "kebakaran", "KBR-BGN" }, { "banjir", "BNJ" }, { "pohon tumbang", "PHN" },
		{ "tabrak lari", "LAKA-JLN" }, { "ular", "HWN-ULR" }, { "lampu jalan", "PJU" },
		{ "bau gas", "GAS-B3" }, { "gempa", "GMP" }, { "pungli", "PUNGLI" },
	};
	size_t				 i;

	for (i = 0; i < COUNT(said); i++)
		if (strcmp(only(*state, said[i][0]), said[i][1]) != 0)
			fail_msg("%s: %s", said[i][0], only(*state, said[i][0]));
}

static void
several_are_offered_none_is_guessed(void **state)
{
	const struct desk	*d = *state;
	const struct category	*found[MATCH_MAX];
	size_t			 n;

	n = match_category(d->ref, d->arena, "rumah", found, MATCH_MAX);
	CHECK(n > 1 && n <= MATCH_MAX);
	CHECK_INT(found[0]->track, TRACK_EMERGENCY);
	CHECK_INT(match_category(d->ref, d->arena, "xyzzy", found, MATCH_MAX), 0);
	CHECK_INT(match_category(d->ref, d->arena, "", found, MATCH_MAX), 0);
	CHECK_INT(match_category(d->ref, d->arena, " / ", found, MATCH_MAX), 0);
	CHECK_INT(match_category(d->ref, d->arena, "rumah", found, 1), 1);
}

/* A word that two types share would never be enough for either. */
static void
no_word_belongs_to_two(void **state)
{
	const struct desk	*d = *state;
	const struct category	*c;
	const char		*w;
	size_t			 i, len;

	for (i = 0; i < d->ref->ncategories; i++) {
		c = &d->ref->categories[i];
		for (w = c->words; *w != '\0'; w += len + (w[len] == ',')) {
			len = strcspn(w, ",");
			if (strcmp(only(d, arena_printf(d->arena, "%.*s", (int)len, w)),
			    c->code) != 0)
				fail_msg("%s: %.*s", c->code, (int)len, w);
		}
		if (strcmp(only(d, c->name), c->code) != 0)
			fail_msg("%s: %s", c->code, c->name);
	}
}

static void
finds_villages(void **state)
{
	const struct desk	*d = *state;
	const struct area	*found[MATCH_MAX];

	CHECK_INT(match_village(d->ref, d->arena, "pasar lama", found, MATCH_MAX), 1);
	CHECK_TEXT(found[0]->name, "Pasar Lama");
	CHECK_INT(match_village(d->ref, d->arena, "Pasar Lama, Pasar Muara", found, MATCH_MAX), 1);
	CHECK_TEXT(found[0]->name, "Pasar Lama");
	CHECK(match_village(d->ref, d->arena, "pasar", found, MATCH_MAX) > 1);
	CHECK_INT(match_village(d->ref, d->arena, "Gondor", found, MATCH_MAX), 0);
	CHECK_INT(match_village(d->ref, d->arena, "", found, MATCH_MAX), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(folds_to_words),
		cmocka_unit_test(one_way_to_say_it_is_enough),
		cmocka_unit_test(several_are_offered_none_is_guessed),
		cmocka_unit_test(no_word_belongs_to_two),
		cmocka_unit_test(finds_villages),
	};

	return cmocka_run_group_tests_name("match", tests, open_city, close_city);
}

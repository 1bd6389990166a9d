/* test_propose.c: words a caller says propose categories, and red flags are seen in them. */
#include <string.h>

#include "check.h"
#include "city.h"
#include "domain/propose.h"
#include "domain/red_flag.h"

static const struct lesson	nothing_learnt;

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
first(const struct desk *d, const char *typed, const struct lesson *l)
{
	const struct category	*found[MATCH_MAX];

	return propose(d->ref, d->arena, typed, l, found, MATCH_MAX) > 0 ? found[0]->code : "";
}

static void
only_words_that_tell_something_count(void **state)
{
	const struct desk	*d = *state;
	const char		*words[TYPED_MAX];

	CHECK_INT(typed_words(d->arena, "Tolong pak, ada api di dapur nenek saya! API besar, "
	    "RT 03 no 081277450391", words), 4);
	CHECK_TEXT(words[0], "api");
	CHECK_TEXT(words[1], "dapur");
	CHECK_TEXT(words[2], "nenek");
	CHECK_TEXT(words[3], "besar");
	CHECK_INT(typed_words(d->arena, "", words), 0);
	CHECK_INT(typed_words(d->arena, "a1 bb cc1 ddd1", words), 0);
}

static void
shipped_words_propose_at_once(void **state)
{
	static const char *const	 said[][2] = {
		{ "api dapur nenek", "KBR-BGN" }, { "API di dapur", "KBR-BGN" },
		{ "perahu nelayan karam", "LAKA-KPL" }, { "mobil kebakar api", "KBR-BGN" },
		{ "ada ular besar masuk kamar", "HWN-ULR" }, { "lampu di jalan kami padam", "PJU" },
		{ "tebing", "LGS" }, { "rumah terb", "KBR-BGN" },
	};
	size_t				 i;

	for (i = 0; i < COUNT(said); i++)
		if (strcmp(first(*state, said[i][0], &nothing_learnt), said[i][1]) != 0)
			fail_msg("%s: %s", said[i][0], first(*state, said[i][0], &nothing_learnt));
	CHECK_TEXT(first(*state, "xyzzy", &nothing_learnt), "");
	CHECK_TEXT(first(*state, "", &nothing_learnt), "");
}

/* A beginning that only one has is that one alone; a text may mean others, too. */
static void
what_is_certain_stands_alone(void **state)
{
	const struct desk	*d = *state;
	const struct category	*found[MATCH_MAX];

	CHECK_INT(propose(d->ref, d->arena, "rumah terb", &nothing_learnt, found, MATCH_MAX), 1);
	CHECK(propose(d->ref, d->arena, "api membakar kapal", &nothing_learnt, found,
	    MATCH_MAX) > 1);
	CHECK_TEXT(found[0]->code, "KBR-BGN");
	CHECK_INT(propose(d->ref, d->arena, "api membakar kapal", &nothing_learnt, found, 1), 1);
}

/* "dapur" is in no list; past tickets know where kitchens burn. */
static void
past_tickets_teach(void **state)
{
	const struct desk	*d = *state;
	int64_t			 fire = ref_category_code(d->ref, "KBR-BGN")->id,
				 crime = ref_category_code(d->ref, "KRM")->id;
	const struct learnt	 words[] = { { 0, fire, 400 }, { 0, crime, 30 } };
	const struct learnt	 tickets[] = { { 0, fire, 1000 }, { 0, crime, 9000 } };
	const struct lesson	 l = { words, 2, tickets, 2 };

	CHECK_TEXT(first(d, "dapur berasap", &nothing_learnt), "");
	CHECK_TEXT(first(d, "dapur berasap", &l), "KBR-BGN");
}

/* A category of a hundred thousand tickets has every word now and then. */
static void
what_is_common_is_not_likelier(void **state)
{
	const struct desk	*d = *state;
	int64_t			 fire = ref_category_code(d->ref, "KBR-BGN")->id,
				 boat = ref_category_code(d->ref, "LAKA-KPL")->id;
	const struct learnt	 words[] = { { 0, fire, 900 }, { 0, boat, 9 } };
	const struct learnt	 tickets[] = { { 0, fire, 100000 }, { 0, boat, 12 } };
	const struct lesson	 l = { words, 2, tickets, 2 };

	CHECK_TEXT(first(d, "sampan", &l), "LAKA-KPL");
}

static void
counts_shared_words(void **state)
{
	const struct desk	*d = *state;
	const char *const	 words[] = { "asap", "dapur", "nenek" };

	CHECK_INT(words_shared(d->arena, words, 3, "Asap tebal, dapur. Kedapur!"), 2);
	CHECK_INT(words_shared(d->arena, words, 0, "asap"), 0);
}

/* --- red flags ------------------------------------------------------------------------ */

static const struct red_flag	flags[] = {
	{ .words = "senjata,parang", .priority = P1, .say = "menjauh" },
	{ .words = "tidak|gak napas|nafas,henti napas", .priority = P1, .say = "pijat" },
	{ .words = "tanggul jebol", .priority = P0, .say = "naik" },
};

static size_t
raised(const struct desk *d, const char *text, const char **found)
{
	const struct red_flag	*out[2];
	size_t			 n = red_flags(d->arena, flags, COUNT(flags), text, out, found, 2);

	return n;
}

static void
red_words_are_seen(void **state)
{
	const char	*found[2];

	CHECK_INT(raised(*state, "Suami saya TIDAK NAPAS, tolong", found), 1);
	CHECK_TEXT(found[0], "tidak napas");
	CHECK_INT(raised(*state, "dia gak nafas", found), 1);
	CHECK_TEXT(found[0], "gak nafas");
	CHECK_INT(raised(*state, "henti napas", found), 1);
	CHECK_INT(raised(*state, "bawa senjata, katanya", found), 1);
	CHECK_INT(raised(*state, "senjata lalu tanggul jebol", found), 2);
	CHECK_TEXT(found[0], "tanggul jebol");
	CHECK_INT(raised(*state, "parang, gak napas, tanggul jebol", found), 2);
	CHECK_TEXT(found[0], "tanggul jebol");
}

static void
other_words_are_not(void **state)
{
	const char	*found[2];

	CHECK_INT(raised(*state, "tidak sesak napas", found), 0);
	CHECK_INT(raised(*state, "persenjataan", found), 0);
	CHECK_INT(raised(*state, "napas tidak teratur", found), 0);
	CHECK_INT(raised(*state, "tidak", found), 0);
	CHECK_INT(raised(*state, "", found), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(only_words_that_tell_something_count),
		cmocka_unit_test(shipped_words_propose_at_once),
		cmocka_unit_test(what_is_certain_stands_alone),
		cmocka_unit_test(past_tickets_teach),
		cmocka_unit_test(what_is_common_is_not_likelier),
		cmocka_unit_test(counts_shared_words),
		cmocka_unit_test(red_words_are_seen),
		cmocka_unit_test(other_words_are_not),
	};

	return cmocka_run_group_tests_name("propose", tests, open_city, close_city);
}

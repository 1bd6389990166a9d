/* test_search.c: words of tickets and of those who look: cut alike, never a number of a person. */
#include <string.h>

#include "check.h"
#include "domain/search.h"
#include "lib/text.h"

static struct arena	a;

static int
forget(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static const char *
said(const char *text)
{
	const char	*words[SAID_WORDS], *out = "";
	size_t		 i, n = said_words(&a, text, words, 0, SAID_WORDS);

	for (i = 0; i < n; i++)
		out = arena_printf(&a, "%s%s%s", out, i == 0 ? "" : " ", words[i]);
	return out;
}

static struct sought
typed(const char *text)
{
	struct sought	 s;

	search_read(&a, text, 2026, &s);
	return s;
}

static void
words_are_folded_and_said_once(void **state)
{
	(void)state;
	CHECK_TEXT(said("Api di DAPUR, dapur nenek!"), "api dapur nenek");
	CHECK_TEXT(said("Caf\u00e9 \u00c9clair \u201cBahari\u201d"), "cafe eclair bahari");
	CHECK_TEXT(said("Cafe\u0301"), "cafe");
	CHECK_TEXT(said("yang di ke dan untuk"), "");
	CHECK_TEXT(said("a b c 7"), "7");
	CHECK_TEXT(said(""), "");
}

static void
no_number_of_a_person_is_a_word(void **state)
{
	(void)state;
	CHECK_TEXT(said("Jl. Veteran No. 12 RT 04"), "veteran 12 rt 04");
	CHECK_TEXT(said("hubungi 081234567890"), "hubungi");
	CHECK_TEXT(said("hubungi 0812-3456-7890 segera, rumah 12"), "hubungi rumah 12");
	CHECK_TEXT(said("hubungi +62 812 3456 7890"), "hubungi");
	CHECK_TEXT(said("(0751) 31-112 ya"), "ya");
	CHECK_TEXT(said("NIK 1371012304560001"), "nik");
	CHECK_TEXT(said("NIK13710123 kode7777777"), "");
	CHECK_TEXT(said("KM 12, lalu 14"), "km 12 lalu 14");
}

static void
what_is_typed_is_words_and_no_language(void **state)
{
	static const char *const	 odd[] = { "\"", "''", "*", "-", ":", "(((", "AND", "OR NOT",
		"a\"b", "NEAR(x y)", "title:api", "^api", "{c3}", "\\", "%", "_", "+-*/" };
	struct sought			 s;
	size_t				 i, k;

	(void)state;
	for (i = 0; i < COUNT(odd); i++) {
		s = typed(odd[i]);
		for (k = 0; k < s.n; k++)
			CHECK(strpbrk(s.words[k], "\"'*:()^{}\\-+") == NULL);
	}
	s = typed("title:api \"dapur* -nenek");
	CHECK_INT(s.n, 4);
	CHECK_TEXT(s.words[0], "title");
	CHECK_TEXT(s.words[2], "dapur");
	s = typed("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh");
	CHECK_INT(s.n, SOUGHT_WORDS);
	CHECK(typed("081234567890").unsaid);
	CHECK(!typed("kebakaran 12").unsaid);
}

static bool
has_part(const struct sought *s, const char *number)
{
	size_t	 i;

	for (i = 0; i < s->nparts; i++)
		if (strcmp(number, s->parts[i].from) >= 0 && strcmp(number, s->parts[i].to) < 0)
			return true;
	return false;
}

static void
numbers_are_known_whole_and_in_part(void **state)
{
	struct sought	 s = typed("drt 26 4312 k");

	(void)state;
	if (s.number == NULL)		/* whatever letter checks it */
		s = typed("DRT-26-004312");
	CHECK_INT(s.n, 0);
	s = typed("DRT-26-004312");
	CHECK(s.number == NULL && s.n == 0);
	CHECK(has_part(&s, "DRT-26-004312-K"));
	CHECK(!has_part(&s, "DRT-26-004313-K"));
	s = typed("adu-26-0043");
	CHECK(has_part(&s, "ADU-26-004312-3"));
	CHECK(has_part(&s, "ADU-26-000043-3"));
	CHECK(!has_part(&s, "ADU-26-014312-3"));
	CHECK(!has_part(&s, "DRT-26-004312-3"));
	s = typed("4312");
	CHECK(has_part(&s, "DRT-26-004312-K") && has_part(&s, "ADU-24-004312-K"));
	CHECK(!has_part(&s, "DRT-26-043120-K"));
	s = typed("26-4312");
	CHECK(has_part(&s, "DRT-26-004312-K") && !has_part(&s, "DRT-25-004312-K"));
	CHECK_INT(typed("12").nparts, 0);
	CHECK_INT(typed("DRT-26-0043123456").nparts, 0);
}

static void
a_voice_code_is_known(void **state)
{
	(void)state;
	CHECK_TEXT(typed("k7-2a").voice, "K7-2A");
	CHECK_TEXT(typed(" K72A ").voice, "K7-2A");
	CHECK_TEXT(typed("ab-cd").voice, "AB-CD");
	CHECK(typed("pohon").voice == NULL);
	CHECK(typed("asap").voice == NULL);
	CHECK(typed("K7-20").voice == NULL);	/* there is no 0 */
}

static void
a_word_fits_whole_or_begun(void **state)
{
	(void)state;
	CHECK_INT(search_fits("api", "api"), FITS_WHOLE);
	CHECK_INT(search_fits("keba", "kebakaran"), FITS_BEGUN);
	CHECK_INT(search_fits("ke", "kebakaran"), FITS_NOT);
	CHECK_INT(search_fits("bakar", "kebakaran"), FITS_NOT);
	CHECK_INT(search_fits("123", "12345"), FITS_NOT);
}

static void
a_title_is_worth_more_than_an_account(void **state)
{
	struct sought		 s = typed("dapur api");
	const char *const	 none[IN_FIELDS] = { "Api", "Jl. Veteran", "", "", "di gudang", "" };
	const char *const	 title[IN_FIELDS] = { "Api di dapur", "", "", "", "", "" };
	const char *const	 both[IN_FIELDS] = { "Api", "", "", "", "di dapur", "" };
	const char *const	 begun[IN_FIELDS] = { "Apinya di dapurnya", "", "", "", "", "" };

	(void)state;
	CHECK_INT(search_score(&a, &s, none), 0);
	CHECK(search_score(&a, &s, title) > search_score(&a, &s, both));
	CHECK(search_score(&a, &s, title) > search_score(&a, &s, begun));
	CHECK(search_score(&a, &s, begun) > 0);
}

static const char *
shown(const char *sought, const char *text, size_t max)
{
	struct sought	 s = typed(sought);
	struct piece	 list[PIECES_MAX];
	const char	*out = "";
	size_t		 i, n = search_pieces(&a, &s, text, max, list);

	for (i = 0; i < n; i++)
		out = arena_printf(&a, "%s%s%s%s", out, list[i].hit ? "[" : "", list[i].text,
		    list[i].hit ? "]" : "");
	return out;
}

static void
hits_are_shown_in_their_text(void **state)
{
	(void)state;
	CHECK_TEXT(shown("dapur", "Api di DAPUR nenek", 100), "Api di [DAPUR] nenek");
	CHECK_TEXT(shown("keb eclair", "\u00c9clair <b>Kebakaran</b>", 100),
	    "[\u00c9clair] <b>[Kebakaran]</b>");
	CHECK_TEXT(shown("gudang", "Api di dapur", 100), "");
	CHECK_TEXT(shown("nenek", "satu dua tiga empat lima enam tujuh delapan nenek sembilan", 30),
	    "\u2026delapan [nenek] sembilan");
	CHECK_TEXT(shown("nenek", "nenek di kamar belakang", 12), "[nenek] di ka\u2026");
	CHECK_TEXT(shown("api", "api api api api api api api api api api api api api api api", 300),
	    "[api] [api] [api] [api] [api] [api] [api] [api] [api] [api] [api] [api] api api api");
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(words_are_folded_and_said_once, forget),
		cmocka_unit_test_teardown(no_number_of_a_person_is_a_word, forget),
		cmocka_unit_test_teardown(what_is_typed_is_words_and_no_language, forget),
		cmocka_unit_test_teardown(numbers_are_known_whole_and_in_part, forget),
		cmocka_unit_test_teardown(a_voice_code_is_known, forget),
		cmocka_unit_test_teardown(a_word_fits_whole_or_begun, forget),
		cmocka_unit_test_teardown(a_title_is_worth_more_than_an_account, forget),
		cmocka_unit_test_teardown(hits_are_shown_in_their_text, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_text.c: UTF-8 text. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "lib/text.h"

static struct arena	 a;

static int
teardown(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static void
knows_utf8(void **state)
{
	static const char *const	 good[] = {
		"", "a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x94\xa5", "\xf4\x8f\xbf\xbf", "\xee\x80\x80",
	};
	static const char *const	 bad[] = {
		"\x80", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe0\x80\x80", "\xe2\x82", "\xed\xa0\x80",
		"\xf0\x80\x80\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "a\xfe",
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(good); i++)
		CHECK(text_is_utf8(good[i]));
	for (i = 0; i < COUNT(bad); i++)
		CHECK(!text_is_utf8(bad[i]));
	CHECK(text_length("a\xc3\xa9\xf0\x9f\x94\xa5") == 3);
}

static void
cleans(void **state)
{
	(void)state;
	CHECK_TEXT(text_trim(&a, " \t a\r\nb \r\n"), "a\nb");
	CHECK_TEXT(text_clean(&a, " a\r\n\tb "), "a\n\tb");
	CHECK_TEXT(text_clean(&a, "e\xcc\x81"), "\xc3\xa9");		/* NFC */
	CHECK(text_clean(&a, "a\x01") == NULL);
	CHECK(text_clean(&a, "a\x7f") == NULL);
	CHECK(text_clean(&a, "\xc2\x85x") == NULL);
	CHECK(text_clean(&a, "\xff") == NULL);
	CHECK_TEXT(text_clean(&a, "\xc2\xa0"), "\xc2\xa0");
	CHECK(text_has_control("a\nb", "") && !text_has_control("a\nb", "\n"));
	CHECK(!text_has_control("", ""));
}

static void
folds(void **state)
{
	(void)state;
	CHECK_TEXT(text_fold(&a, "  Jalan   RUSAK\n\tparah  "), "jalan rusak parah");
	CHECK_TEXT(text_fold(&a, "\xc3\x89 A"), "\xc3\x89 a");
	CHECK_TEXT(text_fold(&a, " "), "");
}

static void
cuts(void **state)
{
	(void)state;
	CHECK_TEXT(text_cut(&a, "abcdef", 6), "abcdef");
	CHECK_TEXT(text_cut(&a, "abcdef", 5), "abcd\xe2\x80\xa6");
	CHECK_TEXT(text_cut(&a, "ab cdef", 4), "ab\xe2\x80\xa6");
	CHECK_TEXT(text_cut(&a, "\xc3\xa9\xc3\xa9\xc3\xa9", 2), "\xc3\xa9\xe2\x80\xa6");
	CHECK_TEXT(text_cut(&a, "ab", 1), "\xe2\x80\xa6");
	CHECK_TEXT(text_cut(&a, "ab", 0), "");
	CHECK_TEXT(text_cut(&a, "", 0), "");
}

static void
encodes_for_an_address(void **state)
{
	(void)state;
	CHECK_TEXT(text_url(&a, "a b&c=d/\xc3\xa9~"), "a%20b%26c%3Dd%2F%C3%A9~");
}

static void
knows_mail(void **state)
{
	static const char *const	 bad[] = {
		"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "a@b,c@d", "<a@b>",
	};
	size_t				 i;

	(void)state;
	CHECK(text_is_mail("a@b"));
	CHECK(text_is_mail("siti.nurhaliza+112@pos.example.id"));
	CHECK(text_is_mail("siti@p\xc3\xb6s.example"));
	CHECK(!text_is_mail("a@b%0aBcc:x"));
	CHECK(!text_is_mail("a@b:25"));
	CHECK(!text_is_mail("a@.b"));
	CHECK(!text_is_mail("a@[127.0.0.1]"));
	CHECK(!text_is_mail("a\x01@b"));
	for (i = 0; i < COUNT(bad); i++)
		CHECK(!text_is_mail(bad[i]));
}

static void
knows_phones(void **state)
{
	static const char *const	 good[][2] = {
		{ "0812-3456-7890", "081234567890" }, { "+62 812 3456 7890", "081234567890" },
		{ "62812.3456.7890", "081234567890" }, { "(0751) 123456", "0751123456" },
		{ "+62 0812 345 678", "0812345678" }, { "0062812345678", "0812345678" },
		{ "112", "112" }, { "6281", "6281" }, { "+6591234567", "6591234567" },
	};
	static const char *const	 bad[] = {
		"", "11", "abc", "0812x", "1234567890123456", "++62812345678", "0812+3456", "tidak ada",
		"+0062812345678", "00000812345",
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(good); i++)
		CHECK_TEXT(text_phone(&a, good[i][0]), good[i][1]);
	for (i = 0; i < COUNT(bad); i++)
		CHECK(text_phone(&a, bad[i]) == NULL);
}

#define T(f)	cmocka_unit_test_teardown(f, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		T(knows_utf8), T(cleans), T(folds), T(cuts), T(encodes_for_an_address),
		T(knows_mail), T(knows_phones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

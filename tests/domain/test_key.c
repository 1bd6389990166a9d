/* test_key.c: keys as people name them. */
#include "check.h"
#include "domain/key.h"

static struct arena	 memory;

static int
clear(void **state)
{
	(void)state;
	arena_reset(&memory);
	return 0;
}

static void
reads(const char *typed, const char *code)
{
	const char	*got = key_read(&memory, typed);

	if (code == NULL)
		assert_null(got);
	else {
		assert_non_null(got);
		CHECK_TEXT(got, code);
	}
}

static void
many_ways_of_writing_are_one(void **state)
{
	(void)state;
	reads("Alt N", "Alt+KeyN");
	reads("alt+n", "Alt+KeyN");
	reads(" Alt + KeyN ", "Alt+KeyN");
	reads("f2", "F2");
	reads("Shift Alt Ctrl 1", "Ctrl+Alt+Shift+Digit1");
	reads("control enter", "Ctrl+Enter");
	reads("Alt ?", "Alt+Slash");
	reads("Alt Slash", "Alt+Slash");
	reads("esc", "Escape");
	reads("", NULL);
	reads("Alt", NULL);
	reads("Alt N M", NULL);
	reads("F25", NULL);
	reads("F0", NULL);
	reads("Alt \xc3\xa9", NULL);
	reads("Alt <b>", NULL);
	reads("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
}

static void
what_is_shown_is_read_back(void **state)
{
	static const char *const	 codes[] = { "Alt+KeyN", "F12", "Ctrl+Enter", "Alt+Slash",
		"Ctrl+Alt+Shift+Digit7", "Backspace", "Alt+Comma", "Alt+ArrowUp", "Ctrl+Space" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(codes); i++)
		CHECK_TEXT(key_read(&memory, key_show(&memory, codes[i])), codes[i]);
	CHECK_TEXT(key_show(&memory, "Alt+Slash"), "Alt ?");
	CHECK_TEXT(key_show(&memory, "Ctrl+Enter"), "Ctrl Enter");
}

static void
what_is_typed_is_no_key(void **state)
{
	(void)state;
	CHECK(key_types("KeyN"));
	CHECK(key_types("Shift+Digit1"));
	CHECK(key_types("Slash"));
	CHECK(key_types("Space"));
	CHECK(!key_types("Alt+KeyN"));
	CHECK(!key_types("Ctrl+Shift+KeyN"));
	CHECK(!key_types("F2"));
	CHECK(key_is_taken("Tab"));
	CHECK(key_is_taken("Ctrl+KeyC"));
	CHECK(!key_is_taken("Alt+KeyN"));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(many_ways_of_writing_are_one, clear),
		cmocka_unit_test_teardown(what_is_shown_is_read_back, clear),
		cmocka_unit_test_teardown(what_is_typed_is_no_key, clear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

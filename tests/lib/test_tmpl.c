/* test_tmpl.c: templates: what is escaped, what is parsed, what is left of an error. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "lib/tmpl.h"

/* What ClearSilver does not free where a template is bad. */
const char	*__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:cs_parse_string\n";
}

static char		 dir[] = "/tmp/test_tmpl.XXXXXX";
static struct arena	 arena;
static struct buf	 out;
static struct tmpl	*tmpl;

static void
file(const char *name, const char *text)
{
	char	 path[200];
	FILE	*f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_non_null(f = fopen(path, "w"));
	fputs(text, f);
	fclose(f);
}

static void
folder(const char *name)
{
	char	 path[200];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(mkdir(path, 0700), 0);
}

static int
start(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(dir));
	folder("lang");
	folder("lang/id");
	folder("lang/en");
	folder("part");
	file("lang/id/a.hdf", "L.a.hello = Halo\nL.a.to = {0} kepada {1}, {0} {2} {x\n");
	file("lang/id/b.hdf", "L.b.bye = Dah & <sampai>\n");
	file("lang/en/a.hdf", "L.a.hello = Hello\nL.a.to = {1}: {0}\n");
	file("lang/en/b.hdf", "L.b.bye = Bye\n");
	tmpl = tmpl_open(dir);
	return 0;
}

static int
stop(void **state)
{
	char	 command[100];

	(void)state;
	tmpl_close(tmpl);
	buf_free(&out);
	arena_reset(&arena);
	snprintf(command, sizeof(command), "rm -r %s", dir);
	return system(command);
}

static const char *
render(const char *name, const struct vars *v)
{
	buf_clear(&out);
	assert_int_equal(tmpl_render(tmpl, name, v, &out), RC_OK);
	return out.data == NULL ? "" : out.data;
}

static void
values_are_escaped_in_text_and_attributes(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID);

	(void)state;
	file("hostile.cs", "<p title=\"<?cs var:x ?>\"><?cs var:x ?></p>"
	    "<?cs each:r = rows ?><?cs var:r.x ?><?cs /each ?>"
	    "<?cs def:m(f) ?><?cs var:f.x ?><?cs /def ?><?cs call:m(rows.0) ?>");
	set_text(v, "x", "\"><script>'&");
	set_text(vars_item(v, "rows"), "x", "<b>");
	CHECK_TEXT(render("hostile.cs", v), "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">"
	    "&quot;&gt;&lt;script&gt;&#39;&amp;</p>&lt;b&gt;&lt;b&gt;");
}

static void
marks_in_a_value_are_only_text(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID);

	(void)state;
	file("marks.cs", "<?cs var:x ?>");
	set_text(v, "x", "<?cs var:secret ?>{0}%s");
	set_text(v, "secret", "shown");
	CHECK_TEXT(render("marks.cs", v), "&lt;?cs var:secret ?&gt;{0}%s");
}

/* What ClearSilver would parse only while it renders must not come out raw either. */
static void
even_a_late_template_escapes(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID);

	(void)state;
	file("late.cs", "<?cs lvar:t ?><?cs linclude:\"late_part.cs\" ?>");
	file("late_part.cs", "found");
	set_text(v, "t", "<?cs var:x ?>");
	set_text(v, "x", "<i>");
	CHECK_TEXT(render("late.cs", v), "&lt;i&gt;");	/* and no file is found any more */
}

static void
words_come_in_the_visitors_language(void **state)
{
	(void)state;
	file("words.cs", "<?cs var:L.a.hello ?>, <?cs var:L.b.bye ?>");
	CHECK_TEXT(render("words.cs", vars_new(&arena, LANG_ID)),
	    "Halo, Dah &amp; &lt;sampai&gt;");
	CHECK_TEXT(render("words.cs", vars_new(&arena, LANG_EN)), "Hello, Bye");
	CHECK_TEXT(render("words.cs", vars_new(&arena, LANG_ID)),
	    "Halo, Dah &amp; &lt;sampai&gt;");
}

static void
words_are_filled_in(void **state)
{
	(void)state;
	CHECK_TEXT(tmpl_word(tmpl, LANG_EN, "L.a.hello"), "Hello");
	CHECK_TEXT(tmpl_say(tmpl, LANG_ID, &arena, "L.a.to", "satu", "dua"),
	    "satu kepada dua, satu {2} {x");
	CHECK_TEXT(tmpl_say(tmpl, LANG_EN, &arena, "L.a.to", "{1}", "two"), "two: {1}");
}

static void
a_missing_word_is_its_key(void **state)
{
	(void)state;
	CHECK_TEXT(tmpl_word(tmpl, LANG_ID, "L.a.nothing"), "L.a.nothing");
	CHECK(!tmpl_has(tmpl, LANG_ID, "L.a.nothing"));
	CHECK(tmpl_has(tmpl, LANG_ID, "L.a.hello"));
}

static void
a_template_is_parsed_once(void **state)
{
	size_t	 before = tmpl_parsed(tmpl);

	(void)state;
	file("once.cs", "first");
	CHECK_TEXT(render("once.cs", vars_new(&arena, LANG_ID)), "first");
	file("once.cs", "second");
	CHECK_TEXT(render("once.cs", vars_new(&arena, LANG_EN)), "first");
	CHECK_INT(tmpl_parsed(tmpl), before + 1);
}

static void
names_and_lists(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID), *child;
	int		 i;

	(void)state;
	set_text(v, "a", "1");
	set_text(v, "a", "2");
	set_text(v, "b", NULL);
	set_flag(v, "yes", true);
	set_flag(v, "no", false);
	set_int(v, "least", INT64_MIN);
	set_int(v, "most", INT64_MAX);
	child = vars_child(v, "child");
	set_text(child, "x", "in");
	CHECK(child == vars_child(v, "child"));
	for (i = 0; i < 12; i++)
		set_int(vars_item(v, "rows"), "n", i);
	CHECK_TEXT(vars_text(v, "a"), "2");
	CHECK(vars_text(v, "b") == NULL);
	CHECK_TEXT(vars_text(v, "yes"), "1");
	CHECK(vars_text(v, "no") == NULL);
	CHECK_TEXT(vars_text(v, "least"), "-9223372036854775808");
	CHECK_TEXT(vars_text(v, "most"), "9223372036854775807");
	CHECK_TEXT(vars_text(v, "child.x"), "in");
	CHECK_TEXT(vars_text(v, "rows.11.n"), "11");
	CHECK(vars_text(v, "rows.12.n") == NULL);
}

static void
a_node_can_be_shared(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID), *badge = vars_child(v, "badge");
	int		 i;

	(void)state;
	file("shared.cs", "<?cs each:r = rows ?><?cs var:r.n ?><?cs var:r.b.word ?> <?cs /each ?>");
	set_text(badge, "word", "x");
	for (i = 0; i < 3; i++) {
		struct vars	*row = vars_item(v, "rows");

		set_int(row, "n", i);
		set_same(row, "b", badge);
	}
	CHECK_TEXT(render("shared.cs", v), "0x 1x 2x ");
}

/* Each of these fails at another moment: reading, parsing, rendering. */
static void
an_error_leaves_nothing_behind(void **state)
{
	struct vars	*v = vars_new(&arena, LANG_ID);
	int		 i;

	(void)state;
	file("bad.cs", "half <?cs if:x ?>");
	file("lost.cs", "half <?cs include!\"nowhere.cs\" ?>");
	file("late_bad.cs", "half <?cs each:r = rows ?><?cs linclude!\"nowhere.cs\" ?><?cs /each ?>");
	file("good.cs", "<?cs each:r = rows ?>good<?cs /each ?>");
	vars_item(v, "rows");
	buf_clear(&out);
	buf_text(&out, "before ");
	for (i = 0; i < 2; i++) {
		CHECK_INT(tmpl_render(tmpl, "none.cs", v, &out), RC_FAIL);
		CHECK_INT(tmpl_render(tmpl, "bad.cs", v, &out), RC_FAIL);
		CHECK_INT(tmpl_render(tmpl, "lost.cs", v, &out), RC_FAIL);
		CHECK_INT(tmpl_render(tmpl, "late_bad.cs", v, &out), RC_FAIL);
		CHECK_TEXT(out.data, "before ");
		CHECK_INT(out.len, 7);
	}
	CHECK_TEXT(render("good.cs", v), "good");
}

/* The loop that broke off must not leave its name behind, pointing nowhere. */
static void
a_template_that_failed_can_be_shown_again(void **state)
{
	struct vars	*bad = vars_new(&arena, LANG_ID), *good = vars_new(&arena, LANG_ID);

	(void)state;
	file("again.cs", "<?cs each:r = rows ?><?cs if:r.bad ?><?cs linclude!\"nowhere.cs\" ?>"
	    "<?cs /if ?><?cs var:r.x ?><?cs /each ?>[<?cs var:r.x ?>]");
	set_flag(vars_item(bad, "rows"), "bad", true);
	set_text(vars_item(good, "rows"), "x", "good");
	buf_clear(&out);
	CHECK_INT(tmpl_render(tmpl, "again.cs", bad, &out), RC_FAIL);
	CHECK_TEXT(render("again.cs", good), "good[]");
}

/* Every template of ours parses, with its partials, and stands an empty tree. */
static void
every_template_of_ours_renders(void **state)
{
	struct tmpl	*t = tmpl_open("templates");
	glob_t		 files;
	size_t		 i;
	enum rc		 rc;

	(void)state;
	assert_int_equal(glob("templates/*.cs", 0, NULL, &files), 0);
	for (i = 0; i < files.gl_pathc; i++) {
		buf_clear(&out);
		rc = tmpl_render(t, strrchr(files.gl_pathv[i], '/') + 1,
		    vars_new(&arena, i % 2 == 0 ? LANG_ID : LANG_EN), &out);
		if (rc != RC_OK)
			fail_msg("%s", files.gl_pathv[i]);
	}
	globfree(&files);
	tmpl_close(t);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(values_are_escaped_in_text_and_attributes),
		cmocka_unit_test(marks_in_a_value_are_only_text),
		cmocka_unit_test(even_a_late_template_escapes),
		cmocka_unit_test(words_come_in_the_visitors_language),
		cmocka_unit_test(words_are_filled_in),
		cmocka_unit_test(a_missing_word_is_its_key),
		cmocka_unit_test(a_template_is_parsed_once),
		cmocka_unit_test(names_and_lists),
		cmocka_unit_test(a_node_can_be_shared),
		cmocka_unit_test(an_error_leaves_nothing_behind),
		cmocka_unit_test(a_template_that_failed_can_be_shown_again),
		cmocka_unit_test(every_template_of_ours_renders),
	};

	return cmocka_run_group_tests(tests, start, stop);
}

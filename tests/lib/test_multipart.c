/* test_multipart.c: a form with files: what browsers send, and what they do not. */
#include <string.h>

#include "check.h"
#include "lib/multipart.h"

static struct arena	 a;
static struct pairs	 fields;
static struct uploads	 files;

static int
reset(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static enum rc
read_bytes(const char *body, size_t len)
{
	return multipart_read(&a, (struct bytes){ body, len }, "XYZ", &fields, &files);
}

static enum rc
read_text(const char *body)
{
	return read_bytes(body, strlen(body));
}

#define PART(name, value)	"--XYZ\r\nContent-Disposition: form-data; name=\"" name \
				"\"\r\n\r\n" value "\r\n"
#define FILE_(name, file, value) "--XYZ\r\nContent-Disposition: form-data; name=\"" name \
				"\"; filename=\"" file "\"\r\nContent-Type: image/jpeg\r\n\r\n" \
				value "\r\n"
#define END			"--XYZ--\r\n"

static void
a_boundary_is_read(void **state)
{
	(void)state;
	CHECK_TEXT(multipart_boundary(&a, "multipart/form-data; boundary=----WebKitFormBoundaryA1"),
	    "----WebKitFormBoundaryA1");
	CHECK_TEXT(multipart_boundary(&a, "Multipart/Form-Data; charset=utf-8; boundary=\"x'y\""),
	    "x'y");
	CHECK(multipart_boundary(&a, "multipart/form-data") == NULL);
	CHECK(multipart_boundary(&a, "multipart/form-data; boundary=") == NULL);
	CHECK(multipart_boundary(&a, "multipart/form-data; boundary=a\xc3\xa9") == NULL);
	CHECK(multipart_boundary(&a, "multipart/mixed; boundary=a") == NULL);
	CHECK(multipart_boundary(&a, "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") == NULL);
}

static void
texts_and_files_are_told_apart(void **state)
{
	(void)state;
	CHECK_INT(read_text(PART("story", "Got\r\ntersumbat") FILE_("foto", "a.jpg", "\xff\xd8x")
	    PART("name", "") FILE_("foto", "", "") END), RC_OK);
	CHECK_INT(fields.n, 2);
	CHECK_TEXT(pairs_get(&fields, "story"), "Got\r\ntersumbat");
	CHECK_TEXT(pairs_get(&fields, "name"), "");
	CHECK_INT(files.n, 1);
	CHECK_TEXT(files.items[0].name, "foto");
	CHECK_INT(files.items[0].data.len, 3);
	CHECK(pairs_get(&fields, "foto") == NULL);
}

static void
bytes_of_a_file_may_be_anything(void **state)
{
	static const char	 body[] = FILE_("foto", "x", "\0\r\n--XY\r\n\r\n--\0") END;

	(void)state;
	CHECK_INT(read_bytes(body, sizeof(body) - 1), RC_OK);
	CHECK_INT(files.n, 1);
	CHECK_INT(files.items[0].data.len, 14);
}

static void
an_empty_form_is_a_form(void **state)
{
	(void)state;
	CHECK_INT(read_text(END), RC_OK);
	CHECK_INT(fields.n + files.n, 0);
}

static void
what_is_malformed_is_refused(void **state)
{
	static const char *const	 bad[] = {
		"", "--", "--XYZ", "--XYZ\r\n", "--XY--", "x--XYZ--", PART("a", "b"),
		"--XYZ\r\n\r\nx\r\n" END,
		"--XYZ\r\nContent-Type: text/plain\r\n\r\nx\r\n" END,
		"--XYZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n" END,
		"--XYZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n" END,
		"--XYZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n" END,
		"--XYZ\r\nX-Content-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" END,
		PART("", "b") END, PART("a b", "c") END, PART("a.<b>", "c") END,
		PART("a", "\xff") END, PART("a", "\x01") END, PART("a", "b") "--XYZ",
		PART("a", "b") "--XYZx\r\n",
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		if (read_text(bad[i]) != RC_INPUT)
			fail_msg("not refused: %zu", i);
	CHECK_INT(read_bytes("--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--XYZ--",
	    62), RC_INPUT);
}

/* A name that only looks like one: filename before it, and the name of something else. */
static void
a_name_is_the_names(void **state)
{
	(void)state;
	CHECK_INT(read_text("--XYZ\r\ncontent-disposition: FORM-DATA; filename=\"a; name=b\"; "
	    "name=\"foto\"\r\n\r\nx\r\n" END), RC_OK);
	CHECK_INT(files.n, 1);
	CHECK_TEXT(files.items[0].name, "foto");
}

static void
too_much_is_refused(void **state)
{
	char	*body = arena_alloc(&a, 200 * 1024), *p = body;
	int	 i;

	(void)state;
	for (i = 0; i < MAX_FILES + 1; i++)
		p = stpcpy(p, FILE_("foto", "a", "x"));
	stpcpy(p, END);
	CHECK_INT(read_text(body), RC_FORBIDDEN);
	for (i = 0, p = body; i < MAX_FIELDS + 1; i++)
		p = stpcpy(p, PART("a", "x"));
	stpcpy(p, END);
	CHECK_INT(read_text(body), RC_FORBIDDEN);
	p = stpcpy(body, "--XYZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n");
	memset(p, 'x', MAX_FIELD + 1);
	stpcpy(p + MAX_FIELD + 1, "\r\n" END);
	CHECK_INT(read_text(body), RC_FORBIDDEN);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(a_boundary_is_read, reset),
		cmocka_unit_test_teardown(texts_and_files_are_told_apart, reset),
		cmocka_unit_test_teardown(bytes_of_a_file_may_be_anything, reset),
		cmocka_unit_test_teardown(an_empty_form_is_a_form, reset),
		cmocka_unit_test_teardown(what_is_malformed_is_refused, reset),
		cmocka_unit_test_teardown(a_name_is_the_names, reset),
		cmocka_unit_test_teardown(too_much_is_refused, reset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

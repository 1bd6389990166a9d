/* test_form.c: forms: what is taken, what is refused, and that nothing typed is lost. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "lib/form.h"

struct report {
	const char	*what, *place, *email, *phone, *area, *password;
	int64_t		 topic, count;
	bool		 agree;
	struct many	 agencies;
};

static const struct choice topics[] = {
	{ 1, "L.common.yes" },
	{ 2, "L.common.no" },
	{ 0, NULL }
};

static const struct field fields[] = {
	AREA(struct report, what, "L.common.details", .required = true, .min = 10, .max = 30),
	TEXT(struct report, place, "L.common.ticket"),
	MAIL(struct report, email, "L.common.reporter"),
	PHONE(struct report, phone, "L.common.reporter"),
	CODE(struct report, area, "L.common.ticket", .required = true,
	    .missing = "L.common.unknown"),
	SECRET(struct report, password, "L.common.ticket"),
	PICK(struct report, topic, "L.common.priority", .required = true, .choices = topics),
	NUMBER(struct report, count, "L.common.priority", .min = 2, .max = 5),
	FLAG(struct report, agree, "L.common.yes", .required = true),
	MANY(struct report, agencies, "L.common.status"),
};

#define GOOD	"what=ten+letters&area=13.71&topic=1&agree=on"

static struct tmpl	*tmpl;
static struct arena	 arena;
static struct form	 form;
static struct report	 report;
static struct vars	*shown;

static int
start(void **state)
{
	(void)state;
	tmpl = tmpl_open("templates");
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	arena_reset(&arena);
	tmpl_close(tmpl);
	return 0;
}

static enum rc
send(const char *text)
{
	struct pairs	 sent;
	enum rc		 rc;

	memset(&report, 0xff, sizeof(report));
	assert_int_equal(pairs_read(&arena, text, '&', &sent), RC_OK);
	rc = form_read(&form, &arena, fields, COUNT(fields), &sent, &report);
	shown = vars_new(&arena, LANG_ID);
	form_show(&form, shown, tmpl, LANG_ID);
	return rc;
}

/* The value sent is refused, the words beside the field are these, and it is shown again. */
static void
refuses(const char *field, const char *value, const char *words)
{
	char	 text[200];

	snprintf(text, sizeof(text), GOOD "&%s=%s", field, value);
	CHECK_INT(send(text), RC_INPUT);
	CHECK(!form_ok(&form));
	CHECK_TEXT(vars_text(shown, arena_printf(&arena, "form.%s.error", field)), words);
	CHECK_TEXT(vars_text(shown, "form.errors.0.field"), field);
	CHECK_TEXT(vars_text(shown, "form.errors.0.text"), words);
	CHECK(vars_text(shown, "form.errors.1.text") == NULL);
	CHECK_TEXT(vars_text(shown, "form.errors_title"), "Ada satu hal yang perlu diperbaiki");
	CHECK_TEXT(vars_text(shown, "form.what.value"), "ten letters");
}

static void
good_input_fills_the_struct(void **state)
{
	(void)state;
	CHECK_INT(send(GOOD "&place=+Jl.+Veteran%0d%0a1+&email=a@b.id&phone=%2B62+812-3456-789"
	    "&password=+two++spaces+&count=5&agencies=A-1&agencies=B"), RC_OK);
	CHECK_TEXT(report.what, "ten letters");
	CHECK_TEXT(report.place, "Jl. Veteran 1");
	CHECK_TEXT(report.email, "a@b.id");
	CHECK_TEXT(report.phone, "08123456789");
	CHECK_TEXT(report.area, "13.71");
	CHECK_TEXT(report.password, " two  spaces ");
	CHECK_INT(report.topic, 1);
	CHECK_INT(report.count, 5);
	CHECK(report.agree);
	CHECK_INT(report.agencies.n, 2);
	CHECK_TEXT(report.agencies.items[1], "B");
	CHECK(vars_text(shown, "form.errors_title") == NULL);
}

static void
what_is_absent_has_a_value(void **state)
{
	(void)state;
	CHECK_INT(send(""), RC_INPUT);
	CHECK_TEXT(report.what, "");
	CHECK_TEXT(report.password, "");
	CHECK_INT(report.topic, 0);
	CHECK(!report.agree);
	CHECK_INT(report.agencies.n, 0);
	CHECK_TEXT(vars_text(shown, "form.errors_title"), "Ada 4 hal yang perlu diperbaiki");
	CHECK_TEXT(vars_text(shown, "form.what.error"), "Rincian: wajib diisi");
	CHECK_TEXT(vars_text(shown, "form.topic.error"), "Prioritas: pilih salah satu dari daftar");
	CHECK_TEXT(vars_text(shown, "form.agree.error"), "Ya: perlu dicentang");
	CHECK_TEXT(vars_text(shown, "form.area.error"), "belum diketahui");
}

static void
each_kind_refuses_what_it_is_not(void **state)
{
	(void)state;
	refuses("email", "not+mail", "Pelapor: ini bukan alamat e-mail, contoh nama@contoh.id");
	refuses("phone", "abc", "Pelapor: ini bukan nomor telepon, contoh 0812 3456 7890");
	refuses("count", "many", "Prioritas: tulis angka");
	refuses("count", "3x", "Prioritas: tulis angka");
	refuses("count", "1", "Prioritas: paling sedikit 2");
	refuses("count", "6", "Prioritas: paling banyak 5");
	refuses("count", "99999999999999999999", "Prioritas: tulis angka");
	refuses("agencies", "a/b", "Status: pilih salah satu dari daftar");
}

static void
lengths_are_of_characters(void **state)
{
	(void)state;
	CHECK_INT(send("what=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9"
	    "&area=1&topic=1&agree=1"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.what.error"), "Rincian: tulis paling sedikit 10 huruf");
	CHECK_INT(send("what=1234567890123456789012345678901&area=1&topic=1&agree=1"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.what.error"), "Rincian: paling banyak 30 huruf");
	CHECK_TEXT(vars_text(shown, "form.what.value"), "1234567890123456789012345678901");
}

static void
limits_are_within(void **state)
{
	(void)state;
	CHECK_INT(send("what=1234567890&area=1&topic=1&agree=1&count=2"), RC_OK);
	CHECK_INT(send("what=123456789012345678901234567890&area=1&topic=1&agree=1&count=5"),
	    RC_OK);
}

static void
a_choice_is_one_of_ours(void **state)
{
	(void)state;
	CHECK_INT(send("what=ten+letters&area=1&topic=3&agree=1"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.topic.error"), "Prioritas: pilih salah satu dari daftar");
	CHECK_INT(send("what=ten+letters&area=../x&topic=2&agree=1"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.area.error"), "Tiket: pilih salah satu dari daftar");
	CHECK_TEXT(vars_text(shown, "form.area.value"), "../x");
	CHECK(vars_text(shown, "form.topic.choice.0.picked") == NULL);
	CHECK_TEXT(vars_text(shown, "form.topic.choice.1.picked"), "1");
	CHECK_TEXT(vars_text(shown, "form.topic.choice.1.label"), "Tidak");
	CHECK_TEXT(vars_text(shown, "form.topic.choice.0.id"), "f-topic");
	CHECK_TEXT(vars_text(shown, "form.topic.choice.1.id"), "f-topic-2");
}

static void
a_field_sent_twice_is_refused(void **state)
{
	(void)state;
	CHECK_INT(send(GOOD "&topic=2"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.topic.error"),
	    "Prioritas: terkirim lebih dari sekali, pilih satu saja");
}

static void
a_password_is_never_shown_again(void **state)
{
	(void)state;
	CHECK_INT(send("password=secret"), RC_INPUT);
	CHECK_TEXT(vars_text(shown, "form.password.value"), "");
}

static void
what_was_typed_is_shown_again(void **state)
{
	(void)state;
	CHECK_INT(send("what=short&place=%22%3E%3Cb%3E&email=x&agree=on&count=77"
	    "&agencies=A&agencies=C"), RC_INPUT);
	form_choice(&form, shown, "agencies", "A", "Satu");
	form_choice(&form, shown, "agencies", "B", "Dua");
	CHECK_TEXT(vars_text(shown, "form.what.value"), "short");
	CHECK_TEXT(vars_text(shown, "form.place.value"), "\"><b>");
	CHECK_TEXT(vars_text(shown, "form.email.value"), "x");
	CHECK_TEXT(vars_text(shown, "form.count.value"), "77");
	CHECK_TEXT(vars_text(shown, "form.agree.checked"), "1");
	CHECK_TEXT(vars_text(shown, "form.agencies.choice.0.picked"), "1");
	CHECK(vars_text(shown, "form.agencies.choice.1.picked") == NULL);
	CHECK(form_has(&form, "agencies", "C"));
	CHECK(!form_has(&form, "agencies", "B"));
}

/* A page's own check comes after ours, and the first complaint of a field stays. */
static void
a_page_may_find_faults(void **state)
{
	(void)state;
	CHECK_INT(send(GOOD), RC_OK);
	form_fault(&form, "area", "L.form.choose");
	form_fault(&form, "area", "L.form.number");
	CHECK(!form_ok(&form));
	shown = vars_new(&arena, LANG_EN);
	form_show(&form, shown, tmpl, LANG_EN);
	CHECK_TEXT(vars_text(shown, "form.area.error"), "Ticket: choose one from the list");
}

static void
a_form_shows_what_a_struct_holds(void **state)
{
	struct report	 old = { .what = "as it was", .place = "", .email = "", .phone = "",
		.area = "13", .password = "secret", .topic = 2, .count = -3, .agree = true };

	(void)state;
	form_blank(&form, &arena, fields, COUNT(fields));
	form_fill(&form, &old);
	shown = vars_new(&arena, LANG_ID);
	form_show(&form, shown, tmpl, LANG_ID);
	CHECK_TEXT(vars_text(shown, "form.what.value"), "as it was");
	CHECK_TEXT(vars_text(shown, "form.password.value"), "");
	CHECK_TEXT(vars_text(shown, "form.topic.choice.1.picked"), "1");
	CHECK_TEXT(vars_text(shown, "form.count.value"), "-3");
	CHECK_TEXT(vars_text(shown, "form.agree.checked"), "1");
	CHECK_TEXT(vars_text(shown, "form.what.max"), "30");
	CHECK_TEXT(vars_text(shown, "form.place.max"), "200");
	CHECK_TEXT(vars_text(shown, "form.what.required"), "1");
	CHECK(vars_text(shown, "form.place.required") == NULL);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(good_input_fills_the_struct),
		cmocka_unit_test(what_is_absent_has_a_value),
		cmocka_unit_test(each_kind_refuses_what_it_is_not),
		cmocka_unit_test(lengths_are_of_characters),
		cmocka_unit_test(limits_are_within),
		cmocka_unit_test(a_choice_is_one_of_ours),
		cmocka_unit_test(a_field_sent_twice_is_refused),
		cmocka_unit_test(a_password_is_never_shown_again),
		cmocka_unit_test(what_was_typed_is_shown_again),
		cmocka_unit_test(a_page_may_find_faults),
		cmocka_unit_test(a_form_shows_what_a_struct_holds),
	};

	return cmocka_run_group_tests(tests, start, stop);
}

/* test_search_action.c: tickets are found by their words, in reach, as far as they are shown. */
#include <string.h>

#include "action/person.h"
#include "action/privacy_action.h"
#include "action/search_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/privacy_store.h"
#include "store/retention_store.h"
#include "store/search_store.h"
#include "store/ticket_store.h"

static struct desk	city;
static int		made;

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

static struct receipt
filed(const char *code, const char *detail, const char *place, enum privacy privacy)
{
	struct desk	 d = city_as(&city, "petugas");
	struct receipt	 r;

	assert_int_equal(file_call(&d, &(struct filing){
	    .token = arena_printf(city.arena, "search-%d", ++made),
	    .category = ref_category_code(city.ref, code),
	    .place = { .text = place, .area = "" }, .title = "", .detail = detail,
	    .channel = "call", .privacy = privacy, .priority = PRIORITY_COUNT,
	    .rang = city.now }, &r), RC_OK);
	return r;
}

static struct findings
looks_on(const char *login, struct search_filter f)
{
	struct desk	 d = city_as(&city, login);
	struct findings	 out;

	if (f.typed == NULL)
		f.typed = "";
	assert_int_equal(see_search(&d, &f, &out), RC_OK);
	return out;
}

static struct findings
looks(const char *login, const char *typed)
{
	return looks_on(login, (struct search_filter){ .typed = typed, .open = -1,
	    .priority = -1 });
}

static bool
finds(const char *login, const char *typed, const struct receipt *r)
{
	struct findings	 f = looks(login, typed);
	size_t		 i;

	for (i = 0; i < f.n; i++)
		if (f.rows[i].t.id == r->ticket.id)
			return true;
	return false;
}

static void
a_ticket_is_found_at_once_by_all_it_says(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "Wajan menyambar gorden, nen\u00e9k di kamar",
			    "Jl. Veteran No. 12", PRIVACY_PUBLIC);

	(void)state;
	CHECK(finds("pengarah", "gorden", &r));
	CHECK(finds("pengarah", "NENEK Veteran 12", &r));
	CHECK(finds("pengarah", "wajan kebakaran rumah", &r));	/* its category's name */
	CHECK(finds("pengarah", "gord", &r));
	CHECK(finds("pengarah", "damkar gorden", &r));		/* its lead */
	CHECK(!finds("pengarah", "orden", &r));
	CHECK(!finds("pengarah", "gorden gudang", &r));
	CHECK(finds("pengarah", r.ticket.number, &r));
	CHECK(finds("pengarah", arena_printf(city.arena, "%.13s", r.ticket.number), &r));
	CHECK(finds("pengarah", arena_printf(city.arena, "%.6s", r.ticket.number + 7), &r));
	CHECK(finds("pengarah", r.ticket.voice, &r));
	CHECK(looks("pengarah", r.ticket.number).exact);
}

static void
an_area_is_found_by_its_name(void **state)
{
	struct receipt	 r = city_filed(&city, "JLN", false, PRIVACY_PUBLIC);

	(void)state;
	CHECK(finds("pengarah", "genangan lama", &r));		/* in Pasar Lama */
	CHECK(!finds("pengarah", "genangan ladang", &r));
}

static void
what_people_type_is_never_an_error(void **state)
{
	static const char *const	 odd[] = { "\"", "AND", "a AND", "NEAR(", "*", "-api", "api*",
		"(api", "title : api", "''; --", "^", "{", "\\", "%", "api OR", "\"a b", "c3", "l1",
		"1 OR 1", "\u00bb\u00ab" };
	size_t				 i;

	(void)state;
	filed("KBR-BGN", "api", "Jl. Veteran", PRIVACY_PUBLIC);
	for (i = 0; i < COUNT(odd); i++)
		looks("pengarah", odd[i]);
	CHECK_INT(looks("pengarah", "c1").n, 0);	/* a mark of the index is no word */
	CHECK(looks("pengarah", "-api \"*").n > 0);
}

static void
who_cannot_reach_it_does_not_find_it(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "gorden terbakar", "Jl. Veteran", PRIVACY_PUBLIC);
	struct desk	 d = city_as(&city, "admin");
	struct findings	 out;

	(void)state;
	CHECK(finds("damkar", "gorden", &r));
	CHECK(!finds("pupr", "gorden", &r));
	CHECK(!finds("pupr", r.ticket.number, &r));
	CHECK(!finds("pupr", r.ticket.voice, &r));
	CHECK(!finds("damkar.a1", "gorden", &r));	/* no unit of theirs is sent */
	CHECK(finds("verifikator", "gorden", &r));
	CHECK_INT(see_search(&d, &(struct search_filter){ .typed = "gorden" }, &out),
	    RC_FORBIDDEN);
	CHECK(finds("petugas2", "gorden", &r));
	assert_int_equal(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"),
	    RC_OK);
	CHECK(finds("petugas2", "gorden", &r));
	city.now += DAY + MINUTE;
	CHECK(!finds("petugas2", "gorden", &r));
	CHECK(finds("penyelia", "gorden", &r));
}

/* Of what is sensitive, who helps is shown neither account nor place. */
static void
what_is_veiled_finds_nothing(void **state)
{
	struct receipt	 r = filed("KDRT", "dipukul gagang sapu", "Gang Anggrek 3", PRIVACY_PUBLIC);
	struct receipt	 s = filed("KBR-BGN", "gagang kompor", "Gang Melati", PRIVACY_CONFIDENTIAL);
	struct findings	 f;

	(void)state;
	CHECK(finds("pengarah", "gagang", &r));
	CHECK(finds("dp3a", "gagang", &r));		/* it leads */
	CHECK(!finds("polres", "gagang", &r));
	CHECK(!finds("polres", "gagang sapu", &r));
	CHECK(finds("polres", "anggrek", &r));		/* it is open: they must get there */
	CHECK(finds("polres", "kekerasan", &r));
	CHECK(finds("verifikator", "sapu", &r));	/* looks at the work: the account, no person */
	f = looks("polres", "anggrek");
	CHECK_INT(f.n, 1);
	CHECK(strstr(f.rows[0].t.detail, "sapu") == NULL);
	CHECK(strstr(f.rows[0].t.title, "sapu") == NULL);
	assert_int_equal(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"),
	    RC_OK);
	CHECK(!finds("polres", "anggrek", &r));
	CHECK(finds("damkar", "kompor", &s));
}

static void
filters_are_kept_to(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "gorden satu", "Jl. A1", PRIVACY_PUBLIC);
	struct receipt	 s = filed("PHN", "gorden dua", "Jl. B2", PRIVACY_PUBLIC);
	struct findings	 f;

	(void)state;
	f = looks_on("pengarah", (struct search_filter){ .typed = "gorden", .open = -1,
	    .priority = (int)r.ticket.priority });
	CHECK_INT(f.n, 1);
	CHECK(f.rows[0].t.id == r.ticket.id);
	f = looks_on("pengarah", (struct search_filter){ .typed = "gorden", .open = -1,
	    .priority = -1, .agency = s.ticket.lead });
	CHECK(f.n > 0 && f.rows[0].t.id != 0);
	CHECK_INT(looks_on("pengarah", (struct search_filter){ .typed = "gorden", .open = 0,
	    .priority = -1 }).n, 0);
	city.now += 2 * DAY;
	CHECK_INT(looks_on("pengarah", (struct search_filter){ .typed = "gorden", .open = -1,
	    .priority = -1, .days = 1 }).n, 0);
	CHECK_INT(looks_on("pengarah", (struct search_filter){ .typed = "gorden", .open = -1,
	    .priority = -1, .days = 7 }).n, 2);
}

enum { MANY = FOUND_WINDOW + 60 };

/* Page by page each is seen once, also across windows, and none is missed. */
static void
pages_show_all_once(void **state)
{
	static bool		 seen[MANY + 10];
	struct search_filter	 f = { .typed = "gorden", .open = -1, .priority = -1 };
	struct findings		 page;
	size_t			 i, all = 0, pages = 0;

	(void)state;
	for (i = 0; i < MANY; i++)
		filed("KBR-BGN", i % 3 == 0 ? "gorden" : "kain dan gorden", "Jl. Veteran",
		    PRIVACY_PUBLIC);
	do {
		page = looks_on("pengarah", f);
		CHECK(page.n <= FOUND_PAGE);
		for (i = 0; i < page.n; i++, all++) {
			CHECK(!seen[page.rows[i].t.id]);
			seen[page.rows[i].t.id] = true;
		}
		if (pages++ == 0)		/* what comes meanwhile moves nothing */
			filed("KBR-BGN", "gorden", "Jl. Baru", PRIVACY_PUBLIC);
		f.below = page.below;
		f.score = page.score;
		f.id = page.id;
	} while (page.below != 0 && pages < MANY);
	CHECK_INT(all, MANY);
}

static void
a_correction_changes_what_finds_it(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "wajan menyambar gorden", "Jl. Veteran",
			    PRIVACY_PUBLIC);
	struct ticket	 t = r.ticket;

	(void)state;
	t.title = t.detail = "kompor meledak";
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, ticket_fill(city.db, &t)), RC_OK);
	CHECK(!finds("pengarah", "gorden", &r));
	CHECK(finds("pengarah", "kompor meledak", &r));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM search_word WHERE word = 'gorden'"), 0);
	/* Rolled back, it is found as before. */
	t.title = t.detail = "ular";
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(ticket_fill(city.db, &t), RC_OK);
	assert_int_equal(db_finish(city.db, RC_FAIL), RC_FAIL);
	CHECK(finds("pengarah", "kompor meledak", &r));
	CHECK(!finds("pengarah", "ular kebakaran", &r));
}

/* Erased, or kept long enough: found no more; the word itself is gone with the last that had it. */
static void
what_is_forgotten_is_not_found(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "wajan Banun menyambar gorden", "Jl. Veteran",
			    PRIVACY_PUBLIC);
	struct receipt	 s = filed("KBR-BGN", "gorden lain", "Jl. Baru", PRIVACY_PUBLIC);

	(void)state;
	CHECK(finds("pengarah", "banun", &r));
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, kept_erase_detail(city.db, r.ticket.id,
	    "Kebakaran")), RC_OK);
	CHECK(!finds("pengarah", "banun", &r));
	CHECK(finds("pengarah", "veteran", &r));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM search_word WHERE word = 'banun'"), 0);
	CHECK(finds("pengarah", "gorden", &s));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM search_word WHERE word = 'gorden'"), 1);
	assert_int_equal(db_script(city.db, "UPDATE ticket SET title = 'Kebakaran'"), RC_OK);
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, retention_clear(city.db, DATA_TICKET_DETAIL,
	    s.ticket.id)), RC_OK);
	CHECK(!finds("pengarah", "lain", &s));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM search_word WHERE word = 'gorden'"), 0);
}

static void
silent(int64_t left)
{
	(void)left;
}

/* Older than the index: not found, said so, changed without harm, and built in. */
static void
an_old_store_is_built_in(void **state)
{
	struct receipt	 r = filed("KBR-BGN", "gorden tua", "Jl. Veteran", PRIVACY_PUBLIC), s;
	struct desk	 d = city_as(&city, "admin");
	bool		 done = false;

	(void)state;
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, search_forget(city.db)), RC_OK);
	s = filed("KBR-BGN", "gorden muda", "Jl. Veteran", PRIVACY_PUBLIC);
	CHECK(!finds("pengarah", "gorden", &r));
	CHECK(finds("pengarah", "gorden", &s));
	CHECK(looks("pengarah", "gorden").building);
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, kept_erase_detail(city.db, r.ticket.id, "lama")),
	    RC_OK);
	CHECK_INT(search_build(&d, false, silent), RC_OK);
	CHECK(finds("pengarah", "lama", &r));
	CHECK(!finds("pengarah", "tua", &r));
	CHECK(finds("pengarah", "muda", &s));
	CHECK(!looks("pengarah", "gorden").building);
	assert_int_equal(db_begin(city.db), RC_OK);
	assert_int_equal(db_finish(city.db, search_forget(city.db)), RC_OK);
	d = city_as(&city, "worker");
	CHECK_INT(worker_search(&d, &done), RC_OK);
	CHECK(done);
	CHECK(finds("pengarah", "lama", &r));
	CHECK_INT(search_build(&d, true, silent), RC_OK);
	CHECK(finds("pengarah", "lama", &r));
	CHECK(finds("pengarah", "muda", &s));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(a_ticket_is_found_at_once_by_all_it_says, setup, teardown),
		cmocka_unit_test_setup_teardown(an_area_is_found_by_its_name, setup, teardown),
		cmocka_unit_test_setup_teardown(what_people_type_is_never_an_error, setup, teardown),
		cmocka_unit_test_setup_teardown(who_cannot_reach_it_does_not_find_it, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_veiled_finds_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(filters_are_kept_to, setup, teardown),
		cmocka_unit_test_setup_teardown(pages_show_all_once, setup, teardown),
		cmocka_unit_test_setup_teardown(a_correction_changes_what_finds_it, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_forgotten_is_not_found, setup, teardown),
		cmocka_unit_test_setup_teardown(an_old_store_is_built_in, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_merge.c: a ticket goes into another, its callers with it; for a day it can be undone. */
#include <string.h>

#include "action/see_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/ticket_store.h"

static struct desk	d;
static int		made;

static int
open_city(void **state)
{
	(void)state;
	d = city_open();
	return 0;
}

static int
close_city(void **state)
{
	(void)state;
	city_close(&d);
	return 0;
}

static struct receipt
take(const char *code)
{
	return city_called(&d, code, false);
}

static void
attach(const struct receipt *to)
{
	struct desk	 desk = city_as(&d, "petugas");
	struct receipt	 r;

	assert_int_equal(file_attach(&desk, &(struct filing){
	    .token = arena_printf(d.arena, "merge-%d", ++made), .title = "", .detail = "",
	    .channel = "call", .privacy = PRIVACY_PUBLIC, .rang = d.now }, to->ticket.number,
	    &r), RC_OK);
}

static enum rc
merge(const char *who, const struct receipt *r, const struct receipt *into)
{
	return city_does(&d, who, r, (struct order){ .life = LIFE_EMERGENCY, .act = ACT_MERGE,
	    .target = into->ticket.number });
}

static enum rc
undo(const char *who, const struct receipt *r)
{
	return city_does(&d, who, r, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_UNMERGE });
}

static struct ticket
now(const struct receipt *r)
{
	struct ticket	 t;

	assert_int_equal(ticket_by_number(d.db, d.arena, r->ticket.number, &t), RC_OK);
	return t;
}

static int64_t
open_parts(const struct receipt *r, bool lead)
{
	return city_count(&d, arena_printf(d.arena, "SELECT COUNT(*) FROM assignment WHERE"
	    " ticket = %lld AND open = 1 AND lead >= %d", (long long)r->ticket.id, lead));
}

static void
callers_go_along_and_come_back(void **state)
{
	struct receipt	 a = take("PHN"), b = take("PHN");
	int64_t		 parts = open_parts(&a, false);

	(void)state;
	attach(&a);
	attach(&a);
	attach(&b);
	assert_int_equal(merge("petugas", &a, &b), RC_OK);
	CHECK(now(&a).state == ST_MERGED && !now(&a).open);
	CHECK_INT(now(&b).reporters, 5);
	CHECK_INT(open_parts(&a, false), 0);
	assert_int_equal(undo("pengarah", &a), RC_OK);
	CHECK(now(&a).state == ST_ROUTED && now(&a).open && now(&a).merged == 0);
	CHECK_INT(now(&a).reporters, 3);
	CHECK_INT(now(&b).reporters, 2);
	CHECK_INT(open_parts(&a, true), 1);
	CHECK_INT(open_parts(&a, false), parts);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'unmerge'"), 2);
}

/* What it went into went on itself: the callers are found where they are by now. */
static void
a_chain_is_undone_from_its_beginning(void **state)
{
	struct receipt	 a = take("PHN"), b = take("PHN"), c = take("PHN");

	(void)state;
	attach(&a);
	assert_int_equal(merge("pengarah", &a, &b), RC_OK);
	assert_int_equal(merge("pengarah", &b, &c), RC_OK);
	CHECK_INT(now(&c).reporters, 4);
	assert_int_equal(undo("pengarah", &a), RC_OK);
	CHECK_INT(now(&a).reporters, 2);
	CHECK_INT(now(&c).reporters, 2);
	assert_int_equal(undo("pengarah", &b), RC_OK);
	CHECK_INT(now(&b).reporters, 1);
	CHECK_INT(now(&c).reporters, 1);
}

static void
a_chain_is_undone_from_its_end(void **state)
{
	struct receipt	 a = take("PHN"), b = take("PHN"), c = take("PHN");

	(void)state;
	attach(&a);
	assert_int_equal(merge("pengarah", &a, &b), RC_OK);
	assert_int_equal(merge("pengarah", &b, &c), RC_OK);
	assert_int_equal(undo("pengarah", &b), RC_OK);
	CHECK_INT(now(&b).reporters, 3);
	CHECK_INT(now(&c).reporters, 1);
	assert_int_equal(undo("pengarah", &a), RC_OK);
	CHECK_INT(now(&a).reporters, 2);
	CHECK_INT(now(&b).reporters, 1);
}

static bool
is_offered(const char *who, const struct receipt *r)
{
	struct desk		 desk = city_as(&d, who);
	struct sheet_view	 s;
	size_t			 i;

	assert_int_equal(see_ticket(&desk, r->ticket.number, &s), RC_OK);
	for (i = 0; i < s.may.n; i++)
		if (s.may.moves[i]->act == ACT_UNMERGE)
			return true;
	return false;
}

static void
after_a_day_it_stays(void **state)
{
	struct receipt	 a = take("PHN"), b = take("PHN");

	(void)state;
	assert_int_equal(merge("petugas", &a, &b), RC_OK);
	CHECK(is_offered("petugas", &a) && is_offered("pengarah", &a) &&
	    is_offered("penyelia", &a));
	d.now += DAY + 1;
	CHECK(!is_offered("pengarah", &a));
	CHECK_INT(undo("pengarah", &a), RC_FORBIDDEN);
	CHECK(now(&a).state == ST_MERGED);
	CHECK_INT(now(&b).reporters, 2);
	d.now = CITY_NOW;
}

static void
not_into_itself_nor_into_what_is_over(void **state)
{
	struct receipt	 a = take("PHN"), b = take("PHN"), c = take("PHN");

	(void)state;
	CHECK_INT(merge("petugas", &a, &a), RC_INPUT);
	assert_int_equal(merge("petugas", &b, &c), RC_OK);
	CHECK_INT(merge("petugas", &a, &b), RC_INPUT);
	CHECK(now(&a).open);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(callers_go_along_and_come_back),
		cmocka_unit_test(a_chain_is_undone_from_its_beginning),
		cmocka_unit_test(a_chain_is_undone_from_its_end),
		cmocka_unit_test(after_a_day_it_stays),
		cmocka_unit_test(not_into_itself_nor_into_what_is_over),
	};

	return cmocka_run_group_tests_name("merge", tests, open_city, close_city);
}

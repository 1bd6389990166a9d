/* test_work.c: the worklist: what is on which list, in which order, and one step for many. */
#include <string.h>

#include "action/bulk_action.h"
#include "action/sheet_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;

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
	city_end(&city);
	return 0;
}

static struct work
list(const char *login, enum work_show show, enum work_sort sort)
{
	struct desk		 d = city_as(&city, login);
	struct work_filter	 f = { .show = show, .sort = sort, .priority = -1, .area = "" };
	struct work		 w;

	CHECK_INT(see_work(&d, &f, &w), RC_OK);
	return w;
}

static int64_t
of_damkar(void)
{
	return city_count(&city, "SELECT MAX(a.id) FROM assignment a JOIN agency g"
	    " ON g.id = a.agency WHERE g.code = 'DAMKAR'");
}

static enum rc
accepts(const struct receipt *r)
{
	return city_does(&city, "damkar", r,
	    (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_ACCEPT });
}

/* P1 and P0 make the sound of 15 s, P2 that of 60 s; nothing else, and not once accepted. */
static void
the_gravest_that_waits_is_the_loudest(void **state)
{
	struct receipt	 snake = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC), fire;

	(void)state;
	CHECK_INT(list("damkar", WORK_OPEN, WORK_SORT_LIMIT).loudest, P2);
	fire = city_filed(&city, "KBR-KND", false, PRIVACY_PUBLIC);
	CHECK_INT(list("damkar", WORK_PAST, WORK_SORT_LIMIT).loudest, P1);
	CHECK_INT(accepts(&fire), RC_OK);
	CHECK_INT(list("damkar", WORK_OPEN, WORK_SORT_LIMIT).loudest, P2);
	CHECK_INT(accepts(&snake), RC_OK);
	CHECK_INT(list("damkar", WORK_OPEN, WORK_SORT_LIMIT).loudest, -1);
	city_filed(&city, "HWN-LAIN", false, PRIVACY_PUBLIC);		/* P3 */
	CHECK_INT(list("damkar", WORK_OPEN, WORK_SORT_LIMIT).loudest, -1);
}

static void
unseen_is_what_nobody_of_the_agency_opened(void **state)
{
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);

	(void)state;
	CHECK_INT(list("damkar", WORK_UNSEEN, WORK_SORT_LIMIT).n, 1);
	CHECK_INT(city_does(&city, "damkar2", &r,
	    (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_SEE }), RC_OK);
	CHECK_INT(list("damkar", WORK_UNSEEN, WORK_SORT_LIMIT).n, 0);
	CHECK_INT(list("damkar", WORK_UNSEEN, WORK_SORT_LIMIT).counts[WORK_UNSEEN], 0);
	CHECK_INT(list("damkar", WORK_UNACCEPTED, WORK_SORT_LIMIT).n, 1);
}

static void
what_was_sent_back_is_shown_for_a_week(void **state)
{
	struct receipt	 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	struct work	 w;

	(void)state;
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_REJECT, .reason = "not_ours", .note = "Bukan kami." }), RC_OK);
	w = list("damkar", WORK_BACK, WORK_SORT_LIMIT);
	CHECK_INT(w.n, 1);
	CHECK_INT(w.counts[WORK_BACK], 1);
	CHECK_INT(w.rows[0].a.state, ST_REJECTED);
	city.now += 7 * (int64_t)DAY;
	CHECK_INT(list("damkar", WORK_BACK, WORK_SORT_LIMIT).n, 0);
}

/* Pages of each order, one row at a time: none twice, none left out. */
static void
pages_follow_each_other_in_every_order(void **state)
{
	struct desk		 d = city_as(&city, "damkar");
	struct work_filter	 f = { .priority = -1, .area = "" };
	struct work		 w;
	enum work_sort		 s;
	size_t			 n;
	int64_t			 last;

	(void)state;
	for (n = 0; n < 4; n++) {
		city.now += MINUTE;
		city_filed(&city, n % 2 == 0 ? "HWN-ULR" : "KBR-KND", false, PRIVACY_PUBLIC);
	}
	for (s = WORK_SORT_LIMIT; s <= WORK_SORT_AGE; s++) {
		f = (struct work_filter){ .sort = s, .priority = -1, .area = "" };
		for (n = 0, last = 0; n < 6; n++) {
			w = (struct work){ 0 };
			CHECK_INT(see_work_rows(&d, &f, 1, &w), RC_OK);
			if (w.n == 0)
				break;
			if (s == WORK_SORT_AGE)
				CHECK(last == 0 || w.rows[0].a.id < last);
			last = w.rows[0].a.id;
			work_after(&f, &w.rows[0]);
		}
		CHECK_INT(n, 4);
	}
}

static void
a_form_sent_twice_does_it_once(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	struct bulk	 note = { .act = ACT_NOTE, .note = "Pompa tiba.", .reason = "", .target = "",
			     .token = "satu" }, accept = note;
	struct bulk_row	 row = { 0 };
	int		 i;

	(void)state;
	city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	row.part = of_damkar();
	accept.act = ACT_ACCEPT;
	for (i = 0; i < 2; i++) {
		CHECK_INT(bulk_see(&d, &row, 1), RC_OK);
		bulk_do(&d, &note, &row, 1);
		CHECK_INT(row.rc, RC_OK);
		bulk_do(&d, &accept, &row, 1);
		CHECK_INT(row.rc, RC_OK);
	}
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'accept'"), 1);
	note.token = "dua";
	bulk_do(&d, &note, &row, 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note'"), 2);
}

/* Ended before this shift began is another shift's. */
static void
a_sheet_is_of_this_shift(void **state)
{
	struct desk		 d;
	struct receipt		 r = city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	struct work_filter	 f = { .priority = -1, .area = "" };
	struct work_sheet	 s;

	(void)state;
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_REJECT, .reason = "not_ours", .note = "Bukan kami." }), RC_OK);
	city.now += HOUR;
	city_filed(&city, "HWN-ULR", false, PRIVACY_PUBLIC);
	d = city_as(&city, "damkar");
	CHECK_INT(see_work_sheet(&d, &f, &s), RC_OK);
	CHECK_INT(s.open.n, 1);
	CHECK_INT(s.nended, 1);
	CHECK_TEXT(s.ended[0].who.name, "Dedi Hartono");
	city.now += 5 * HOUR;			/* past 15.00 */
	d = city_as(&city, "damkar");
	CHECK_INT(see_work_sheet(&d, &f, &s), RC_OK);
	CHECK_INT(s.nended, 0);
	CHECK_INT(s.open.n, 1);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		TEST(the_gravest_that_waits_is_the_loudest),
		TEST(unseen_is_what_nobody_of_the_agency_opened),
		TEST(what_was_sent_back_is_shown_for_a_week),
		TEST(pages_follow_each_other_in_every_order),
		TEST(a_form_sent_twice_does_it_once),
		TEST(a_sheet_is_of_this_shift),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

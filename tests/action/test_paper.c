/* test_paper.c: calls that were taken on paper: numbers, times, gaps. */
#include "action/paper_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk		 city;
static struct paper_pack	 pack;

static int
setup(void **state)
{
	struct desk	 d;

	(void)state;
	city = city_open();
	d = city_as(&city, "petugas");
	assert_int_equal(paper_make(&d, "", 10, &pack), RC_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static int64_t
at(int64_t minutes)
{
	return city.now - 3 * HOUR + minutes * MINUTE;
}

static enum rc
enters(const char *who, int64_t no, struct paper_times t, const char *join, struct receipt *r,
    struct sheet_row *row)
{
	struct desk	 d = city_as(&city, who);

	return paper_enter(&d, no, &(struct filing){ .category = ref_category_code(city.ref,
	    "KBR-BGN"), .place = { .text = "Jl. Gelap 4", .area = "99.71.07.1001" },
	    .title = "", .detail = "Listrik padam, dicatat di kertas", .privacy = PRIVACY_PUBLIC,
	    .lang = "id", .priority = PRIORITY_COUNT, .late = true }, &t, join, r, row);
}

static void
a_number_is_given_out_once_and_checks_itself(void **state)
{
	struct desk		 d = city_as(&city, "petugas2");
	struct paper_pack	 more;

	(void)state;
	CHECK_INT(pack.first, 1);
	CHECK_INT(paper_make(&d, "SOP-01", 50, &more), RC_OK);
	CHECK_INT(more.first, 11);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM paper_sheet"), 60);
	CHECK_INT(paper_make(&d, "SOP-99", 10, &more), RC_INPUT);
	CHECK_INT(paper_make(&d, "", 51, &more), RC_INPUT);
	CHECK_INT(sheet_typed(city.arena, sheet_number(city.arena, 123)), 123);
	CHECK_INT(sheet_typed(city.arena, "lbr 000123 " "2"), sheet_number(city.arena, 123)[11] ==
	    '2' ? 123 : 0);
	CHECK_INT(sheet_typed(city.arena, "LBR-"), 0);
	CHECK_INT(sheet_typed(city.arena, ""), 0);
	d = city_as(&city, "damkar");
	CHECK_INT(paper_make(&d, "", 10, &more), RC_FORBIDDEN);
}

static void
times_are_those_of_the_sheet(void **state)
{
	struct receipt	 r;
	struct sheet_row row;

	(void)state;
	CHECK_INT(enters("petugas", 3, (struct paper_times){ at(0), at(2), at(15), 0, true }, "",
	    &r, &row), RC_OK);
	CHECK_TEXT(r.ticket.channel, "paper");
	CHECK_INT(r.ticket.happened, at(0));
	CHECK_INT(r.ticket.recorded, city.now);
	CHECK_INT(r.ticket.state, ST_HANDLING);
	CHECK_INT(r.ticket.due > at(0) && r.ticket.due <= at(240), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment a JOIN ticket t ON t.id ="
	    " a.ticket WHERE (t.recorded_at - a.sent_at) / 60000 <> 178 OR (t.recorded_at -"
	    " a.accepted_at) / 60000 <> 178 OR (t.recorded_at - a.arrived_at) / 60000 <> 165"
	    " OR a.alarm_at <> 0 OR a.state <> 'on_scene'"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call c JOIN ticket t ON t.id = c.ticket"
	    " WHERE c.rang_at = t.happened_at AND c.closed_at = t.happened_at + 120000"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'paper' AND ticket"
	    " <> 0 AND note LIKE 'LBR-000003-_: %.%, %.%, %.%, -'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'late'"
	    " AND data = 'paper'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE agency <> 0"), 0);
}

static void
what_is_over_waits_to_be_closed(void **state)
{
	struct receipt	 r;
	struct sheet_row row;

	(void)state;
	CHECK_INT(enters("petugas", 1, (struct paper_times){ at(0), at(2), at(15), at(90), true },
	    "", &r, &row), RC_OK);
	CHECK_INT(r.ticket.state, ST_RESOLVED);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE open = 1"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM assignment WHERE lead = 1"), 1);
}

static void
who_was_not_told_is_alarmed_now(void **state)
{
	struct receipt	 r;
	struct sheet_row row;

	(void)state;
	CHECK_INT(enters("petugas", 1, (struct paper_times){ at(0), 0, 0, 0, false }, "", &r,
	    &row), RC_OK);
	CHECK_INT(r.ticket.state, ST_ROUTED);
	CHECK(city_count(&city, "SELECT count(*) FROM assignment a JOIN ticket t ON t.id ="
	    " a.ticket WHERE a.sent_at = t.recorded_at AND a.alarm_at > 0") > 0);
}

static void
a_sheet_is_entered_once(void **state)
{
	struct receipt	 r;
	struct sheet_row row;

	(void)state;
	CHECK_INT(enters("petugas", 5, (struct paper_times){ .received = at(0) }, "", &r, &row),
	    RC_OK);
	CHECK_INT(enters("petugas2", 5, (struct paper_times){ .received = at(1) }, "", &r, &row),
	    RC_CONFLICT);
	CHECK_INT(row.state, SHEET_USED);
	CHECK(*row.who != '\0' && row.at == city.now && *row.ticket == 'D');
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
	CHECK_INT(enters("petugas", 99, (struct paper_times){ .received = at(0) }, "", &r, &row),
	    RC_NOTFOUND);
}

static void
times_that_cannot_be_are_refused(void **state)
{
	struct receipt	 r;
	struct sheet_row row;

	(void)state;
	CHECK_INT(enters("petugas", 1, (struct paper_times){ 0 }, "", &r, &row), RC_INPUT);
	CHECK_INT(enters("petugas", 1, (struct paper_times){ .received = at(5), .told = at(1) },
	    "", &r, &row), RC_INPUT);
	CHECK_INT(enters("petugas", 1, (struct paper_times){ .received = city.now + 1 }, "", &r,
	    &row), RC_INPUT);
	CHECK_INT(enters("damkar", 1, (struct paper_times){ .received = at(0) }, "", &r, &row),
	    RC_FORBIDDEN);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 0);
}

static void
it_can_be_about_a_ticket_of_that_time(void **state)
{
	struct desk	 d = city_as(&city, "petugas");
	struct ticket	 near[PAPER_NEAR];
	struct receipt	 first, r;
	struct sheet_row row;
	size_t		 n;

	(void)state;
	CHECK_INT(enters("petugas", 1, (struct paper_times){ .received = at(0) }, "", &first,
	    &row), RC_OK);
	CHECK_INT(see_paper_near(&d, city.now, "99.71.07.1001", near, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(enters("petugas", 2, (struct paper_times){ .received = at(4) },
	    first.ticket.number, &r, &row), RC_OK);
	CHECK_INT(r.ticket.reporters, 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM paper_sheet WHERE ticket <> 0"), 2);
	CHECK_INT(enters("petugas", 3, (struct paper_times){ .received = at(4) },
	    "DRT-26-999999-X", &r, &row), RC_CONFLICT);
	CHECK_INT(row.state, SHEET_OPEN);
}

static void
a_gap_is_explained_and_can_be_explained_otherwise(void **state)
{
	struct desk		 d = city_as(&city, "petugas");
	static struct pack_view	 v;
	struct receipt		 r;
	struct sheet_row	 row;

	(void)state;
	CHECK_INT(see_pack(&d, pack.id, &v), RC_OK);
	CHECK_INT(v.gaps, 0);
	CHECK_INT(enters("petugas", 4, (struct paper_times){ .received = at(0) }, "", &r, &row),
	    RC_OK);
	CHECK_INT(see_pack(&d, pack.id, &v), RC_OK);
	CHECK_INT(v.gaps, 3);
	CHECK_INT(paper_explain(&d, pack.id, 1, SHEET_OPEN, SHEET_SPOILED), RC_OK);
	CHECK_INT(paper_explain(&d, 99, 1, SHEET_OPEN, SHEET_LOST), RC_NOTFOUND);
	CHECK_INT(paper_explain(&d, pack.id, 999999, SHEET_OPEN, SHEET_LOST), RC_NOTFOUND);
	CHECK_INT(paper_explain(&d, pack.id, 1, SHEET_OPEN, SHEET_LOST), RC_CONFLICT);
	CHECK_INT(paper_explain(&d, pack.id, 1, SHEET_SPOILED, SHEET_LOST), RC_OK);
	CHECK_INT(paper_explain(&d, pack.id, 4, SHEET_OPEN, SHEET_LOST), RC_CONFLICT);
	CHECK_INT(paper_explain(&d, pack.id, 4, SHEET_USED, SHEET_LOST), RC_INPUT);
	CHECK_INT(see_pack(&d, pack.id, &v), RC_OK);
	CHECK_INT(v.gaps, 2);
	CHECK_INT(v.counts[SHEET_LOST], 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'paper'"
	    " AND data LIKE '%\"spoiled\"%' AND object = 1"), 1);
	/* a sheet that was thought lost turns up */
	CHECK_INT(enters("petugas", 1, (struct paper_times){ .received = at(0) }, "", &r, &row),
	    RC_OK);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(a_number_is_given_out_once_and_checks_itself), T(times_are_those_of_the_sheet),
		T(what_is_over_waits_to_be_closed), T(who_was_not_told_is_alarmed_now),
		T(a_sheet_is_entered_once), T(times_that_cannot_be_are_refused),
		T(it_can_be_about_a_ticket_of_that_time),
		T(a_gap_is_explained_and_can_be_explained_otherwise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

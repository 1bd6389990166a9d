/* test_calls.c: the list of calls by reach and piece; what a call was after all. */
#include <string.h>

#include "action/calls_action.h"
#include "action/draft_action.h"
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

static struct filing
form(const char *token, const char *phone)
{
	return (struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = "catatan Lama",
	    .detail = "", .channel = "call", .privacy = PRIVACY_PUBLIC,
	    .who = { "", phone, "", "" }, .lang = "id", .priority = PRIORITY_COUNT,
	    .rang = city.now, .line = "112-1" };
}

static int64_t
closes(const char *login, const char *token, const char *type)
{
	struct filing	 f = form(token, "081277450391");
	struct desk	 d = city_as(&city, login);

	assert_int_equal(file_disposition(&d, &f, type), RC_OK);
	return city_count(&city, "SELECT max(id) FROM call");
}

static enum rc
retypes(const char *login, int64_t id, int64_t version, const char *type, const char *token,
    struct retyped *out)
{
	struct desk	 d = city_as(&city, login);

	return call_retype(&d, &(struct retype){ id, version, type, "didengar ulang", token }, out);
}

static struct call_page
list(const char *login, const struct call_filter *f)
{
	struct desk		 d = city_as(&city, login);
	struct call_page	 p;

	assert_int_equal(see_call_list(&d, f, &p), RC_OK);
	return p;
}

static void
who_leads_the_desk_says_what_it_was(void **state)
{
	int64_t		 id = closes("petugas", "a", "prank");
	struct retyped	 out;

	(void)state;
	CHECK_INT(retypes("petugas", id, 1, "ghost", "t1", &out), RC_FORBIDDEN);
	CHECK_INT(retypes("pengarah", id, 1, "ghost", "t1", &out), RC_FORBIDDEN);
	CHECK_INT(retypes("penyelia", 99, 1, "ghost", "t1", &out), RC_NOTFOUND);
	CHECK_INT(retypes("penyelia", id, 1, "prank", "t1", &out), RC_INPUT);
	CHECK_INT(retypes("penyelia", id, 1, "complaint", "t1", &out), RC_INPUT);
	CHECK_INT(retypes("penyelia", id, 1, "ghost", "t1", &out), RC_OK);
	CHECK_INT(retypes("penyelia", id, 1, "ghost", "t1", &out), RC_OK);	/* a second click */
	CHECK_INT(retypes("penyelia", id, 1, "test", "t2", &out), RC_CONFLICT);
	CHECK_INT(out.rival.act, ACT_RETYPE);
	CHECK(*out.rival.who.name != '\0');
	CHECK_INT(retypes("penyelia", id, 2, "prank", "t3", &out), RC_OK);	/* and back */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'prank'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'retype'"
	    " AND note = 'didengar ulang'"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'retype'"
	    " AND data = '{\"from\":\"prank\",\"to\":\"ghost\"}'"), 1);
}

static void
an_open_ticket_comes_first(void **state)
{
	struct filing	 f = form("a", "081277450391");
	struct desk	 d = city_as(&city, "petugas");
	struct receipt	 r;
	struct retyped	 out;

	(void)state;
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	CHECK_INT(retypes("penyelia", 1, 1, "prank", "t1", &out), RC_CONFLICT);
	CHECK_TEXT(out.ticket, r.ticket.number);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'false_alarm'"), RC_OK);
	CHECK_INT(retypes("penyelia", 1, 1, "prank", "t2", &out), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE ticket <> 0"), 1);
	CHECK_INT(retypes("penyelia", 1, 2, "emergency", "t3", &out), RC_OK);	/* it has one */
	CHECK_INT(out.draft, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'emergency'"), 1);
}

/* Or it joins one that is open: the call's own times stay. */
static void
junk_becomes_an_incident_by_its_form(void **state)
{
	struct filing	 f = form("a", "081200000001");
	struct desk	 d = city_as(&city, "petugas"), boss = city_as(&city, "penyelia");
	struct receipt	 r, joined;
	struct retyped	 out;
	struct draft	 draft;
	int64_t		 id, rang;

	(void)state;
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	rang = city.now;
	id = closes("petugas", "b", "prank");
	city.now += HOUR;
	CHECK_INT(retypes("penyelia", id, 1, "emergency", "t1", &out), RC_OK);
	CHECK(out.draft != 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'retype'"), 0);
	boss.now = city.now;
	CHECK_INT(draft_find(&boss, out.draft, &draft), RC_OK);
	f = form(draft.token, "081277450391");
	CHECK_INT(file_attach(&boss, &f, r.ticket.number, &joined), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE type = 'emergency'"
	    " AND ticket = 1"), 2);
	CHECK_INT(city_count(&city, "SELECT max(rang_at) FROM call"), rang);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'retype'"
	    " AND data = '{\"from\":\"prank\",\"to\":\"emergency\"}'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call_fix"), 0);
	CHECK_INT(joined.ticket.reporters, 2);
}

static void
each_reader_has_a_reach(void **state)
{
	struct call_filter	 all = { .ask = { .type = "", .line = "", .channel = "", .words = "" },
					 .phone = "", .number = "" };
	struct call_filter	 f = all;
	struct desk		 d = city_as(&city, "petugas2"), fire = city_as(&city, "damkar");
	struct call_page	 p;
	struct call_sheet	 sheet;
	int64_t			 old = closes("petugas", "a", "prank");

	(void)state;
	city.now += 25 * HOUR;
	closes("petugas", "b", "ghost");
	CHECK_INT(list("penyelia", &all).n, 2);
	p = list("petugas2", &all);
	CHECK_INT(p.n, 1);
	CHECK_TEXT(p.rows[0].phone, "0812 \u2022\u2022\u2022\u2022 0391");
	f.ask.taker = city_as(&city, "petugas").who.id;
	CHECK_INT(list("petugas", &f).n, 2);
	CHECK_INT(list("petugas2", &f).n, 1);
	d.now = city.now;
	CHECK_INT(see_call_sheet(&d, old, &sheet), RC_NOTFOUND);
	CHECK_INT(see_call_list(&fire, &all, &p), RC_FORBIDDEN);
	p = list("auditor", &all);
	CHECK_INT(p.n, 2);
	CHECK(*p.rows[0].phone == '\0' && *p.rows[0].s.c.note == '\0');
	f = all;
	f.ask.words = "lama";
	CHECK_INT(list("penyelia", &f).n, 2);
	f.ask.words = "baru";
	CHECK_INT(list("penyelia", &f).n, 0);
	f = all;
	f.phone = calls_phone_code(&city, "081277450391");
	CHECK_INT(list("penyelia", &f).n, 2);
	f.phone = calls_phone_code(&city, "081277450392");
	CHECK_INT(list("penyelia", &f).n, 0);
	f.phone = "x";
	d = city_as(&city, "penyelia");
	CHECK_INT(see_call_list(&d, &f, &p), RC_INPUT);
}

/* What is rare is looked for in pieces, and none is left out. */
static void
a_rare_call_is_found_in_pieces(void **state)
{
	struct call_filter	 f = { .ask = { .type = "", .line = "T-1", .channel = "", .words = "" },
				       .phone = "", .number = "" };
	struct call_page	 p;
	size_t			 found = 0, pages = 0;

	(void)state;
	CHECK_INT(db_script(city.db, "INSERT INTO call (token, state, type, line, rang_at)"
	    " SELECT 'c' || value, 'closed', 'test', CASE value % 1500 WHEN 1 THEN 'T-1' ELSE ''"
	    " END, value / 3 FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1"
	    " FROM n WHERE value < 5000) SELECT value FROM n)"), RC_OK);
	do {
		p = list("penyelia", &f);
		found += p.n;
		pages++;
		f.ask.before = p.next.at;
		f.ask.before_id = p.next.id;
	} while (p.next.id != 0 && pages < 10);
	CHECK_INT(found, 4);
	CHECK_INT(pages, 3);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(who_leads_the_desk_says_what_it_was), T(an_open_ticket_comes_first),
		T(junk_becomes_an_incident_by_its_form), T(each_reader_has_a_reach),
		T(a_rare_call_is_found_in_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_unit_action.c: the board from real moves, readiness, crews, equipment, the suggestion. */
#include <string.h>

#include "action/ref_action.h"
#include "action/unit_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static struct receipt	 fire;
static int64_t		 a1, a3;

static int64_t
unit(const char *code)
{
	size_t	 i;

	for (i = 0; i < city.ref->nunits; i++)
		if (strcmp(city.ref->units[i].code, code) == 0)
			return city.ref->units[i].id;
	fail();
	return 0;
}

static int
setup(void **state)
{
	struct desk	 d;

	(void)state;
	city = city_open();
	a1 = unit("A1");
	a3 = unit("A3");
	d = city_as(&city, "petugas");
	assert_int_equal(file_call(&d, &(struct filing){ .token = "fire",
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Veteran 3", .area = "99.71.07.1001", .lat = -940000,
	    .lon = 100356000 }, .title = "Api", .detail = "", .channel = "call",
	    .privacy = PRIVACY_PUBLIC, .priority = PRIORITY_COUNT, .rang = city.now },
	    &fire), RC_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static struct stand
on_board(const char *login, int64_t id)
{
	struct desk	 d = city_as(&city, login);
	struct fleet	 f;
	size_t		 i;

	assert_int_equal(see_fleet(&d, 0, &f), RC_OK);
	for (i = 0; i < f.n; i++)
		if (f.stands[i].u->id == id)
			return f.stands[i];
	fail();
	return f.stands[0];
}

static void
send(int64_t id)
{
	struct verdict	 v;
	struct desk	 d = city_as(&city, "damkar");

	assert_int_equal(move(&d, &(struct order){ .number = fire.ticket.number,
	    .life = LIFE_ASSIGNMENT, .act = ACT_SEND_UNIT, .unit = id }, &v), RC_OK);
}

static void
drive(int64_t id, enum act act)
{
	struct verdict	 v;
	struct desk	 d = city_as(&city, "damkar");
	struct stand	 s = on_board("damkar", id);

	assert_int_equal(move(&d, &(struct order){ .number = fire.ticket.number, .life = LIFE_UNIT,
	    .act = act, .object = s.work.run }, &v), RC_OK);
}

static void
what_a_unit_does_follows_its_runs_and_nothing_else(void **state)
{
	static const struct { enum act act; enum state state; } road[] = {
		{ ACT_DEPART, ST_EN_ROUTE }, { ACT_ARRIVE, ST_ON_SCENE },
		{ ACT_PATIENT, ST_AT_PATIENT }, { ACT_TRANSPORT, ST_TO_HOSPITAL },
		{ ACT_DELIVER, ST_AT_HOSPITAL },
	};
	struct stand	 s;
	size_t		 i;

	(void)state;
	CHECK(!on_board("damkar", a1).busy);
	send(a1);
	s = on_board("penyelia", a1);
	CHECK_INT(s.work.state, ST_ALERTED);
	CHECK_INT(s.work.since, city.now);
	CHECK_TEXT(s.work.number, fire.ticket.number);
	for (i = 0; i < COUNT(road); i++) {
		city.now += MINUTE;
		drive(a1, road[i].act);
		s = on_board("damkar", a1);
		CHECK_INT(s.work.state, road[i].state);
		CHECK_INT(s.work.since, city.now);
		CHECK_INT(stand_group(&s), STAND_WORK);
	}
	drive(a1, ACT_FINISH);
	CHECK(!on_board("damkar", a1).busy);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM pragma_table_info('unit')"
	    " WHERE name IN ('state', 'status', 'busy')"), 0);
}

static void
people_say_whether_it_is_ready_and_each_saying_is_an_event(void **state)
{
	struct desk		 d = city_as(&city, "damkar");
	struct readiness	 r = { .unit = a1, .reason = UNREADY_BROKEN, .note = "Pompa bocor",
		.until = city.now + HOUR };
	struct stand		 s;

	(void)state;
	CHECK_INT(unit_state(&d, &(struct readiness){ .unit = a1, .note = "" }), RC_CONFLICT);
	CHECK_INT(unit_state(&d, &r), RC_OK);
	s = on_board("petugas", a1);
	CHECK_INT(stand_group(&s), STAND_OUT);
	CHECK_INT(s.until, city.now + HOUR);
	city.now += 2 * HOUR;		/* what was expected has not been said: it stays out */
	CHECK_INT(on_board("damkar", a1).out, UNREADY_BROKEN);
	d.now = city.now;
	r.until = city.now - 1;
	CHECK_INT(unit_state(&d, &r), RC_INPUT);
	CHECK_INT(unit_state(&d, &(struct readiness){ .unit = a1, .note = "" }), RC_OK);
	CHECK_INT(on_board("damkar", a1).out, UNREADY_NONE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'unit'"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outage"), 1);
	/* Not another agency's, nor another unit's crew; the desk may, for the agency. */
	r.until = 0;
	d = city_as(&city, "pupr");
	CHECK_INT(unit_state(&d, &r), RC_NOTFOUND);
	d = city_as(&city, "damkar.r1");
	CHECK_INT(unit_state(&d, &r), RC_FORBIDDEN);
	d = city_as(&city, "admin");
	CHECK_INT(unit_state(&d, &r), RC_FORBIDDEN);
	d = city_as(&city, "pengarah");
	CHECK_INT(unit_state(&d, &r), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'unit'"
	    " AND behalf <> 0"), 1);
}

static void
the_board_is_of_the_own_agency_or_of_the_city(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	struct fleet	 f;
	size_t		 i;

	(void)state;
	CHECK_INT(see_fleet(&d, 0, &f), RC_OK);
	CHECK(f.n > 0);
	for (i = 0; i < f.n; i++)
		CHECK_INT(f.stands[i].u->agency, d.who.agency);
	CHECK_INT(see_fleet(&d, city_as(&city, "pupr").who.agency, &f), RC_NOTFOUND);
	d = city_as(&city, "petugas");
	CHECK_INT(see_fleet(&d, 0, &f), RC_OK);
	CHECK_INT(f.n, city.ref->nunits);
	d = city_as(&city, "verifikator");
	CHECK_INT(see_fleet(&d, 0, &f), RC_FORBIDDEN);
	/* A ticket is opened from it by who reaches it alone. */
	send(a1);
	CHECK(stand_reaches(&(struct desk){ .who = city_as(&city, "damkar.a1").who },
	    &(struct stand){ .u = ref_unit(city.ref, a1) }));
	CHECK(!stand_reaches(&(struct desk){ .who = city_as(&city, "damkar.r1").who },
	    &(struct stand){ .u = ref_unit(city.ref, a1) }));
	CHECK(!stand_reaches(&(struct desk){ .who = city_as(&city, "admin").who },
	    &(struct stand){ .u = ref_unit(city.ref, a1) }));
}

static void
crews_and_equipment_are_kept_and_end_but_never_go(void **state)
{
	struct desk		 d = city_as(&city, "damkar.kepala");
	int64_t			 who = city_as(&city, "damkar.a1").who.id;
	struct unit_sheet	 s;

	(void)state;
	CHECK_INT(unit_board(&d, a1, who, ""), RC_OK);
	CHECK_INT(unit_board(&d, a1, who, ""), RC_CONFLICT);
	CHECK_INT(unit_board(&d, a1, 0, "Andi Magang"), RC_OK);
	CHECK_INT(unit_board(&d, a1, 0, ""), RC_INPUT);
	CHECK_INT(unit_board(&d, a1, city_as(&city, "pupr").who.id, ""), RC_INPUT);
	CHECK_TEXT(on_board("petugas", a1).crew, "Yusrizal, Andi Magang");
	CHECK_INT(see_unit(&d, a1, &s), RC_OK);
	CHECK_INT(unit_leave(&d, a1, s.crew[1].id), RC_OK);
	CHECK_INT(unit_leave(&d, a1, s.crew[1].id), RC_CONFLICT);
	CHECK_TEXT(on_board("petugas", a1).crew, "Yusrizal");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM crew"), 2);
	CHECK_INT(unit_equip(&d, &(struct kit){ .unit = a1, .name = "Tabung SCBA", .number = 4,
	    .due = city.now + DAY }), RC_OK);
	CHECK_INT(on_board("damkar", a1).expired, 0);
	city.now += DAY;
	CHECK_INT(on_board("damkar", a1).expired, 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'unit'"), 4);
	d = city_as(&city, "damkar");
	CHECK_INT(unit_board(&d, a1, 0, "X"), RC_FORBIDDEN);
	d = city_as(&city, "pupr.kepala");
	CHECK_INT(unit_board(&d, a1, 0, "X"), RC_NOTFOUND);
}

static void
a_unit_is_added_changed_and_taken_out_of_use(void **state)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	struct unit	 u = { .agency = d.who.agency, .code = "A9", .name = "Pompa baru",
		.kind = "", .plate = "", .load = "", .base = "", .lat = -940000, .lon = 100357000 };
	struct unit	 twin = u;

	(void)state;
	CHECK_INT(unit_keep(&d, &u), RC_OK);
	CHECK_INT(unit_keep(&d, &twin), RC_CONFLICT);
	twin.code = "";
	CHECK_INT(unit_keep(&d, &twin), RC_INPUT);
	u.version = 1;
	u.name = "Pompa 9";
	CHECK_INT(unit_keep(&d, &u), RC_OK);
	CHECK_INT(unit_keep(&d, &u), RC_CONFLICT);	/* by who saw the version before */
	CHECK_INT(unit_retire(&d, u.id, true), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM unit WHERE code = 'A9'"
	    " AND valid_to <> 0"), 1);
	send(a1);
	CHECK_INT(unit_retire(&d, a1, true), RC_CONFLICT);
	d = city_as(&city, "pupr.kepala");
	CHECK_INT(unit_retire(&d, a3, true), RC_NOTFOUND);
}

static void
the_nearest_ready_unit_is_proposed_and_the_others_say_why(void **state)
{
	const struct place	 to = { .text = "", .area = "", .lat = -964000, .lon = 100361000 };
	struct desk		 d = city_as(&city, "damkar");
	struct stand		*all;
	struct advice		*a;
	size_t			 i, n, k;

	(void)state;
	CHECK_INT(fleet_read(&d, d.who.agency, &all, &n), RC_OK);
	k = fleet_advise(&d, all, n, d.who.agency, &to, &a);
	CHECK(k >= 8);
	CHECK_TEXT(a[0].s->u->base, "Pos Muara Selatan");
	for (i = 1; i < k; i++)
		CHECK(a[i].metres >= a[i - 1].metres);
	CHECK_INT(unit_state(&d, &(struct readiness){ .unit = a3, .reason = UNREADY_NO_CREW,
	    .note = "" }), RC_OK);
	CHECK_INT(fleet_read(&d, d.who.agency, &all, &n), RC_OK);
	CHECK_TEXT(fleet_names(&d, all, n, d.who.agency, &to, 1), "A4");
	k = fleet_advise(&d, all, n, d.who.agency, &to, &a);
	CHECK_TEXT(a[k - 1].s->u->code, "A3");
	/* At its scene it is nearer to what is there than those at their base. */
	send(unit("R2"));
	drive(unit("R2"), ACT_DEPART);
	drive(unit("R2"), ACT_ARRIVE);
	drive(unit("R2"), ACT_FINISH);
	city.now += 10 * MINUTE;
	d = city_as(&city, "damkar");
	CHECK_INT(fleet_read(&d, d.who.agency, &all, &n), RC_OK);
	CHECK_TEXT(fleet_names(&d, all, n, d.who.agency, &(struct place){ .text = "", .area = "",
	    .lat = -940000, .lon = 100356000 }, 1), "R2");
}

int
main(void)
{
#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(what_a_unit_does_follows_its_runs_and_nothing_else),
		T(people_say_whether_it_is_ready_and_each_saying_is_an_event),
		T(the_board_is_of_the_own_agency_or_of_the_city),
		T(crews_and_equipment_are_kept_and_end_but_never_go),
		T(a_unit_is_added_changed_and_taken_out_of_use),
		T(the_nearest_ready_unit_is_proposed_and_the_others_say_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

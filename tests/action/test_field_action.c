/* test_field_action.c: steps from the field: late, once, refused in words, with a place. */
#include "action/field_action.h"
#include "action/retention_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

#define TOKEN	"abcdefghijklmnopqrstuvwx"

static struct desk	 city;
static struct receipt	 fire;
static int64_t		 run_id;

/* A house fire; DAMKAR's A1 was sent at 09.30. */
static int
setup(void **state)
{
	(void)state;
	city = city_open();
	fire = city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	assert_int_equal(city_does(&city, "damkar", &fire, (struct order){
	    .life = LIFE_ASSIGNMENT, .act = ACT_ACCEPT }), RC_OK);
	assert_int_equal(city_does(&city, "damkar", &fire, (struct order){
	    .life = LIFE_ASSIGNMENT, .act = ACT_SEND_UNIT,
	    .unit = city_as(&city, "damkar.a1").who.unit }), RC_OK);
	run_id = city_count(&city, "SELECT max(id) FROM run");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static struct field_order
step(enum act act, const char *note)
{
	return (struct field_order){ .token = TOKEN, .o = { .number = fire.ticket.number,
		.life = act == ACT_NOTE ? LIFE_EMERGENCY : LIFE_UNIT,
		.object = act == ACT_NOTE ? fire.ticket.id : run_id, .act = act, .note = note } };
}

/* Pressed so long before it was sent, by a clock that is a day wrong; it comes now. */
static struct field_order
late(enum act act, const char *note, int64_t ago)
{
	struct field_order	 f = step(act, note);

	f.clock = (struct phone_time){ city.now - DAY - ago, city.now - DAY };
	return f;
}

static enum rc
does(const char *login, struct field_order f, struct field_answer *a)
{
	struct desk	 d = city_as(&city, login);

	return field_do(&d, &f, a);
}

static int64_t
times(const char *what)
{
	if (what[0] == 'd')
		return city_count(&city, "SELECT departed_at FROM run WHERE id = (SELECT max(id) FROM run)");
	if (what[0] == 'a')
		return city_count(&city, "SELECT arrived_at FROM run WHERE id = (SELECT max(id) FROM run)");
	return city_count(&city, "SELECT ended_at FROM run WHERE id = (SELECT max(id) FROM run)");
}

static void
clocks_count_the_scene(void **state)
{
	struct field_answer	 a;

	(void)state;
	city.now = CITY_NOW + 70 * MINUTE;
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "", 65 * MINUTE), &a), RC_OK);
	CHECK_INT(a.step.outcome, OUTCOME_DONE);
	CHECK(!a.again);
	CHECK_INT(does("damkar.a1", late(ACT_ARRIVE, "", 55 * MINUTE), &a), RC_OK);
	CHECK_INT(does("damkar.a1", late(ACT_FINISH, "", 10 * MINUTE), &a), RC_OK);
	CHECK_INT(times("departed"), CITY_NOW + 5 * MINUTE);
	CHECK_INT(times("arrived"), CITY_NOW + 15 * MINUTE);
	CHECK_INT(times("ended"), CITY_NOW + 60 * MINUTE);
	CHECK_INT(city_count(&city, "SELECT arrived_at FROM assignment WHERE state = 'on_scene'"),
	    CITY_NOW + 15 * MINUTE);	/* the agency's clock, too */
	/* The chain is of what came when; the phone's word is in it. */
	CHECK_INT(city_count(&city, "SELECT at FROM event WHERE act = 'depart'"), city.now);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'depart' AND"
	    " data LIKE '{\"pressed\":%,\"happened\":%,\"doubt\":\"\"}'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM field_step WHERE outcome = 'done' AND"
	    " first > 0 AND last >= first AND recorded_at - happened_at > 500000"), 3);
}

static void
what_cannot_be_is_recorded_as_of_now(void **state)
{
	struct field_answer	 a;

	(void)state;
	city.now = CITY_NOW + 10 * MINUTE;
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "", 11 * MINUTE), &a), RC_OK);
	CHECK_INT(a.step.when.doubt, DOUBT_BEFORE);	/* before it was sent */
	CHECK_INT(times("departed"), city.now);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'depart' AND"
	    " data LIKE '%\"doubt\":\"before\"}'"), 1);
	city.now += HOUR;
	CHECK_INT(does("damkar.a1", late(ACT_ARRIVE, "", 65 * MINUTE), &a), RC_OK);
	CHECK_INT(a.step.when.doubt, DOUBT_BEFORE);	/* before it departed */
	CHECK_INT(times("arrived"), city.now);
	city.now += 3 * DAY;
	CHECK_INT(does("damkar.a1", late(ACT_FINISH, "", 49 * HOUR), &a), RC_OK);
	CHECK_INT(a.step.when.doubt, DOUBT_OLD);
	CHECK_INT(times("ended"), city.now);
}

static void
a_token_is_one_step(void **state)
{
	struct field_answer	 a, b;
	int64_t			 before;

	(void)state;
	city.now = CITY_NOW + 20 * MINUTE;
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "Berangkat lewat jembatan.", 5 * MINUTE), &a), RC_OK);
	before = city_count(&city, "SELECT count(*) FROM event");
	city.now += 9 * MINUTE;
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "Berangkat lewat jembatan.", 14 * MINUTE), &b), RC_OK);
	CHECK(b.again);
	CHECK_INT(b.step.outcome, OUTCOME_DONE);
	CHECK_INT(b.step.when.at, a.step.when.at);
	CHECK_INT(b.step.first, a.step.first);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event"), before);
	CHECK_INT(does("damkar.a1", late(ACT_NOTE, "Asap hitam.", 0), &b), RC_OK);
	CHECK(!b.again);	/* of one page, another step */
	CHECK_INT(does("damkar2", late(ACT_DEPART, "", 0), &b), RC_NOTFOUND);	/* not theirs */
}

static void
who_was_faster_is_said(void **state)
{
	struct field_answer	 a, b;

	(void)state;
	city.now = CITY_NOW + 30 * MINUTE;
	CHECK_INT(city_does(&city, "pengarah", &fire, (struct order){ .life = LIFE_UNIT,
	    .object = run_id, .act = ACT_STAND_DOWN }), RC_OK);
	city.now += 10 * MINUTE;
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "Kami sudah di jalan.", 20 * MINUTE), &a), RC_OK);
	CHECK_INT(a.step.outcome, OUTCOME_NOTED);
	CHECK_INT(a.step.state, ST_STOOD_DOWN);
	CHECK_INT(a.rival.act, ACT_STAND_DOWN);
	CHECK_TEXT(a.rival.who.name, "Wulan Kusuma");
	CHECK_INT(times("departed"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note' AND public = 0"
	    " AND note = 'Kami sudah di jalan.'"), 1);
	CHECK_INT(does("damkar.a1", late(ACT_DEPART, "Kami sudah di jalan.", 25 * MINUTE), &b), RC_OK);
	CHECK(b.again);
	CHECK_INT(b.step.outcome, OUTCOME_NOTED);
	CHECK_INT(b.rival.id, a.rival.id);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note'"), 1);
	CHECK_INT(does("damkar.a1", late(ACT_ARRIVE, "", 0), &a), RC_OK);
	CHECK_INT(a.step.outcome, OUTCOME_REFUSED);	/* without words there is nothing to note */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'note'"), 1);
}

/* The ticket is closed: words meant for the reporter are for colleagues only. */
static void
a_closed_ticket_takes_words_only(void **state)
{
	struct field_answer	 a;
	struct field_order	 f = late(ACT_RESOLVE, "Api padam, aman.", 5 * MINUTE);

	(void)state;
	CHECK_INT(city_does(&city, "damkar", &fire, (struct order){ .act = ACT_RESOLVE,
	    .reason = "handled", .note = "Selesai." }), RC_OK);
	city.now = CITY_NOW + HOUR;
	f.o.life = LIFE_EMERGENCY;
	f.o.object = fire.ticket.id;
	f.o.reason = "handled";
	CHECK_INT(does("damkar.a1", f, &a), RC_OK);
	CHECK_INT(a.step.outcome, OUTCOME_NOTED);
	CHECK_INT(a.step.state, ST_RESOLVED);
	CHECK_INT(a.rival.act, ACT_RESOLVE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE note = 'Api padam, aman.'"
	    " AND act = 'note' AND public = 0"), 1);
}

static void
what_is_no_step_is_refused(void **state)
{
	struct field_order	 f = step(ACT_DEPART, "");
	struct field_answer	 a;

	(void)state;
	f.token = "short";
	CHECK_INT(does("damkar.a1", f, &a), RC_INPUT);
	f = step(ACT_NOTE, "");
	CHECK_INT(does("damkar.a1", f, &a), RC_INPUT);
	f = step(ACT_SEND_UNIT, "");
	f.o.life = LIFE_ASSIGNMENT;
	f.o.object = 0;
	CHECK_INT(does("damkar", f, &a), RC_INPUT);	/* needs more than words */
	f = step(ACT_RESOLVE, "Tanpa hasil.");
	f.o.life = LIFE_EMERGENCY;
	CHECK_INT(does("damkar.a1", f, &a), RC_INPUT);
	CHECK(a.missing & NEED_REASON);
	CHECK_INT(does("petugas", step(ACT_DEPART, ""), &a), RC_FORBIDDEN);
	CHECK_INT(does("dinkes.m1", step(ACT_DEPART, ""), &a), RC_NOTFOUND);
	CHECK_INT(does("damkar.r1", step(ACT_DEPART, ""), &a), RC_NOTFOUND);	/* another unit */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM field_step"), 0);
}

static void
a_place_is_for_who_sends_crews(void **state)
{
	static const struct {
		const char	*login;
		bool		 sees;
	} people[] = { { "damkar", true }, { "pengarah", true }, { "verifikator", false },
		{ "pln", false } };
	struct field_order	 f = late(ACT_DEPART, "", MINUTE);
	struct field_answer	 a;
	struct field_step	*list;
	struct desk		 d;
	size_t			 i, n;

	(void)state;
	city.now = CITY_NOW + 5 * MINUTE;
	f.located = true;
	f.lat = -940000;
	f.lon = 100370000;
	f.accuracy = 12;
	CHECK_INT(does("damkar.a1", f, &a), RC_OK);
	for (i = 0; i < COUNT(people); i++) {
		d = city_as(&city, people[i].login);
		CHECK_INT(see_field_steps(&d, &fire.ticket, &list, &n), RC_OK);
		CHECK_INT(n, 1);
		CHECK_INT(list[0].located, people[i].sees);
		CHECK_INT(list[0].lat, people[i].sees ? -940000 : 0);
		CHECK_INT(list[0].accuracy, people[i].sees ? 12 : 0);
	}
}

/* Ninety days after the end of the ticket; the step itself stays. */
static void
a_place_is_forgotten(void **state)
{
	struct desk	 worker;
	size_t		 n;

	(void)state;
	a_place_is_for_who_sends_crews(state);
	CHECK_INT(city_does(&city, "damkar", &fire, (struct order){ .act = ACT_RESOLVE,
	    .reason = "handled", .note = "Selesai." }), RC_OK);
	CHECK_INT(city_does(&city, "pengarah", &fire, (struct order){ .act = ACT_CLOSE,
	    .reason = "told_phone" }), RC_OK);
	city.now += 89 * DAY;
	worker = city_as(&city, "worker");
	CHECK_INT(worker_retention(&worker, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT located FROM field_step"), 1);
	worker.now += 2 * DAY;
	CHECK_INT(worker_retention(&worker, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM field_step WHERE located = 0 AND lat = 0"
	    " AND lon = 0 AND accuracy = 0 AND outcome = 'done'"), 1);
}

static void
a_crew_sees_its_own_work(void **state)
{
	struct field_view	*v = arena_new(city.arena, struct field_view);
	struct receipt		 second;
	struct desk		 d = city_as(&city, "damkar.a1");

	(void)state;
	CHECK_INT(see_field(&d, NULL, v), RC_OK);
	CHECK_INT(v->njobs, 1);
	CHECK_INT(v->nrest, 0);
	CHECK(v->jobs[0].ride != NULL && v->jobs[0].ride->may.n > 0);
	CHECK(v->jobs[0].part != NULL && v->jobs[0].part->mine);
	d = city_as(&city, "damkar.r1");
	CHECK_INT(see_field(&d, NULL, v), RC_OK);
	CHECK_INT(v->njobs, 0);			/* another engine's */
	second = city_filed(&city, "KBR-LHN", false, PRIVACY_PUBLIC);
	d = city_as(&city, "damkar");
	CHECK_INT(see_field(&d, NULL, v), RC_OK);
	CHECK_INT(v->njobs, 2);			/* the agency's, the gravest first */
	CHECK(v->jobs[0].s.t.priority <= v->jobs[1].s.t.priority);
	CHECK_INT(see_field(&d, second.ticket.number, v), RC_OK);
	CHECK_TEXT(v->jobs[0].s.t.number, second.ticket.number);
	d = city_as(&city, "petugas");
	CHECK_INT(see_field(&d, NULL, v), RC_FORBIDDEN);
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		TEST(clocks_count_the_scene),
		TEST(what_cannot_be_is_recorded_as_of_now),
		TEST(a_token_is_one_step),
		TEST(who_was_faster_is_said),
		TEST(a_closed_ticket_takes_words_only),
		TEST(what_is_no_step_is_refused),
		TEST(a_place_is_for_who_sends_crews),
		TEST(a_place_is_forgotten),
		TEST(a_crew_sees_its_own_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_relay.c: notes from shift to shift, and what rings where people lack, on the test's own clock. */
#include <string.h>

#include "action/duty_action.h"
#include "action/relay_action.h"
#include "action/roster_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static int64_t		 damkar, seven;

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	damkar = ref_agency_code(city.ref, "DAMKAR")->id;
	seven = when_midnight(CITY_NOW, city.ref->zone) + 7 * HOUR;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

static size_t
rings(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_duty(&d, &n), RC_OK);
	return n;
}

static void
on_duty(const char *login, int64_t start)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	bool		 tight;

	CHECK_INT(roster_assign(&d, &(struct posting){ damkar, start,
	    city_as(&city, login).who.id, false }, &tight), RC_OK);
}

static void
is_here(const char *login)
{
	struct desk	 d = city_as(&city, login);

	CHECK_INT(duty_beat(&d), RC_OK);
}

static void
needs(int64_t first, int64_t second)
{
	struct desk	 d = city_as(&city, "damkar.kepala");
	int64_t		 want[SHIFTS_MAX] = { first, second };

	CHECK_INT(roster_rules(&d, damkar, want, false), RC_OK);
}

static struct watch
wall(void)
{
	struct watch	 w;

	CHECK_INT(see_watch(&city, damkar, &w), RC_OK);
	return w;
}

static int64_t
said(const char *what)
{
	return what[0] == 'r' ?
	    city_count(&city, "SELECT count(*) FROM event WHERE act = 'lack' AND data LIKE '%rings%'") :
	    city_count(&city, "SELECT count(*) FROM event WHERE act = 'lack' AND data LIKE '%mended%'");
}

/* --- too few ------------------------------------------------------------------------------------ */

static void
a_shift_with_too_few_rings_until_it_is_filled(void **state)
{
	(void)state;
	on_duty("damkar", seven);
	is_here("damkar");
	needs(2, 0);
	CHECK_INT(rings(), 1);
	CHECK_INT(rings(), 0);
	CHECK_INT(wall().lack, LACK_SHORT);
	CHECK_INT(wall().want, 2);
	city.now += 15 * MINUTE - 1;
	is_here("damkar");
	CHECK_INT(rings(), 0);
	city.now += 1;
	CHECK_INT(rings(), 1);
	city.now += 29 * MINUTE;
	is_here("damkar");
	CHECK_INT(rings(), 0);
	on_duty("damkar2", seven);
	CHECK_INT(rings(), 0);
	CHECK_INT(wall().lack, LACK_NONE);
	CHECK_INT(said("rings"), 2);
	CHECK_INT(said("mended"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal WHERE kind = 'duty-short' AND"
	    " role = 'supervisor'"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal WHERE kind = 'duty-short' AND"
	    " role = 'opd_head'"), 2);
}

static void
who_is_taken_off_rings_at_once(void **state)
{
	struct desk	 d = city_as(&city, "penyelia");

	(void)state;
	on_duty("damkar", seven);
	on_duty("damkar2", seven);
	is_here("damkar");
	needs(2, 0);
	CHECK_INT(rings(), 0);
	CHECK_INT(roster_remove(&d, city_count(&city, "SELECT max(id) FROM duty")), RC_OK);
	CHECK_INT(rings(), 1);
	CHECK_INT(roster_remove(&d, city_count(&city, "SELECT min(id) FROM duty")), RC_OK);
	CHECK_INT(rings(), 1);				/* worse: it does not wait */
}

/* A shift that begins with nobody rings; the one before is over. */
static void
the_next_shift_has_a_number_of_its_own(void **state)
{
	(void)state;
	on_duty("damkar", seven);
	is_here("damkar");
	needs(1, 1);
	CHECK_INT(rings(), 0);
	city.now = seven + 8 * HOUR - 1;
	is_here("damkar");
	CHECK_INT(rings(), 0);
	city.now += 1;
	CHECK_INT(rings(), 1);
	city.now = seven + 16 * HOUR;			/* that one needs nobody */
	is_here("damkar");
	CHECK_INT(rings(), 0);
	CHECK_INT(said("mended"), 1);
}

static void
nobody_there_rings_after_ten_minutes(void **state)
{
	(void)state;
	CHECK_INT(rings(), 0);
	city.now += HOUR;
	CHECK_INT(rings(), 0);				/* they never worked with it */
	is_here("damkar");
	city.now += DUTY_HERE;
	CHECK_INT(rings(), 0);				/* seen to be away, and not yet rung */
	CHECK_INT(wall().lack, LACK_NONE);
	city.now += DUTY_HERE;
	CHECK_INT(rings(), 1);
	CHECK_INT(wall().lack, LACK_ABSENT);
	is_here("damkar2");
	CHECK_INT(rings(), 0);
	CHECK_INT(wall().lack, LACK_NONE);
	CHECK_INT(said("mended"), 1);
}

static void
presence_is_kept_seldom(void **state)
{
	struct desk	 d = city_as(&city, "walikota");

	(void)state;
	CHECK_INT(duty_beat(&d), RC_FORBIDDEN);
	on_duty("damkar", seven);
	on_duty("damkar2", seven);
	CHECK(wall().planned);
	CHECK_INT(wall().on, 2);
	CHECK_INT(wall().here, 0);
	is_here("damkar");
	city.now += 2 * MINUTE;
	is_here("damkar");
	CHECK_INT(city_count(&city, "SELECT at FROM seen"), CITY_NOW);
	city.now += MINUTE;
	is_here("damkar");
	CHECK_INT(city_count(&city, "SELECT at FROM seen"), CITY_NOW + 3 * MINUTE);
	CHECK_INT(wall().here, 1);
	city.now += DUTY_HERE;
	CHECK_INT(wall().here, 0);
}

/* --- notes ----------------------------------------------------------------------------------------- */

static enum rc
hands_over(const char *login, const char *words)
{
	struct desk	 d = city_as(&city, login);

	return relay_sign(&d, words);
}

static size_t
finds(const char *login)
{
	struct desk	 d = city_as(&city, login);
	struct handover	 notes[4];
	size_t		 n;

	CHECK_INT(see_unread(&d, notes, &n, 4), RC_OK);
	return n;
}

static void
a_note_is_kept_signed_and_read(void **state)
{
	struct desk		 d = city_as(&city, "damkar"), next = city_as(&city, "damkar2");
	struct desk		 other = city_as(&city, "pupr");
	struct relay_sheet	 s;
	struct relay		 r;
	int64_t			 id;

	(void)state;
	city_filed(&city, "KBR-BGN", false, PRIVACY_PUBLIC);
	CHECK_INT(relay_draft(&d, "Hidran Jl."), RC_OK);
	CHECK_INT(relay_draft(&d, "Hidran Jl. Melati mati"), RC_OK);
	CHECK_INT(see_relay(&d, &r), RC_OK);
	CHECK_TEXT(r.own.words, "Hidran Jl. Melati mati");
	CHECK_INT(r.facts.open[P1], 1);
	CHECK_INT(r.own.until, seven + 8 * HOUR);
	id = r.own.id;
	CHECK_INT(see_note(&next, id, &s), RC_NOTFOUND);	/* a draft is its writer's */
	CHECK_INT(hands_over("damkar", "Hidran Jl. Melati mati."), RC_OK);
	CHECK_INT(hands_over("damkar", "Lagi"), RC_CONFLICT);
	CHECK_INT(relay_draft(&d, "Lagi"), RC_CONFLICT);
	CHECK_INT(see_note(&other, id, &s), RC_NOTFOUND);
	CHECK_INT(relay_read(&other, id), RC_NOTFOUND);
	CHECK_INT(relay_read(&d, id), RC_CONFLICT);		/* one's own */
	CHECK_INT(relay_read(&next, id), RC_OK);
	CHECK_INT(relay_read(&next, id), RC_CONFLICT);
	CHECK_INT(see_note(&next, id, &s), RC_OK);
	CHECK_TEXT(s.note.words, "Hidran Jl. Melati mati.");
	CHECK_INT(s.facts.open[P1], 1);
	CHECK_INT(s.nreaders, 1);
	CHECK_TEXT(s.readers[0].name, "Yulia Fitri");
	CHECK_INT(s.readers[0].at, CITY_NOW);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'relay'"), 2);
}

static void
the_next_shift_sees_it_first_and_an_unread_one_rings(void **state)
{
	struct desk	 next;

	(void)state;
	is_here("damkar");
	CHECK_INT(hands_over("damkar", "Mobil A1 rem belakang."), RC_OK);
	CHECK_INT(finds("damkar2"), 0);				/* their shift has not begun */
	city.now = seven + 8 * HOUR;
	CHECK_INT(finds("damkar2"), 1);
	CHECK_INT(finds("damkar"), 0);
	CHECK_INT(finds("pupr"), 0);
	city.now += DUTY_NOTE - 1;
	is_here("damkar2");
	CHECK_INT(rings(), 0);
	city.now += 1;
	CHECK_INT(rings(), 1);
	CHECK_INT(wall().lack, LACK_UNREAD);
	next = city_as(&city, "damkar2");
	CHECK_INT(relay_read(&next, 1), RC_OK);
	CHECK_INT(rings(), 0);
	CHECK_INT(wall().lack, LACK_NONE);
	CHECK_INT(finds("damkar2"), 0);
	CHECK_INT(said("mended"), 1);
}

/* Signed late, it is of the shift that one was in, and the next one's from then on. */
static void
a_late_note_is_of_the_shift_that_ended(void **state)
{
	(void)state;
	on_duty("damkar", seven);
	city.now = seven + 8 * HOUR + 20 * MINUTE;
	is_here("damkar2");
	CHECK_INT(hands_over("damkar", "Terlambat"), RC_OK);
	CHECK(city_count(&city, "SELECT start FROM handover") == seven);
	CHECK(city_count(&city, "SELECT until FROM handover") == city.now);
	CHECK_INT(finds("damkar2"), 1);
	CHECK_INT(rings(), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(a_shift_with_too_few_rings_until_it_is_filled, setup, teardown),
		cmocka_unit_test_setup_teardown(who_is_taken_off_rings_at_once, setup, teardown),
		cmocka_unit_test_setup_teardown(the_next_shift_has_a_number_of_its_own, setup, teardown),
		cmocka_unit_test_setup_teardown(nobody_there_rings_after_ten_minutes, setup, teardown),
		cmocka_unit_test_setup_teardown(presence_is_kept_seldom, setup, teardown),
		cmocka_unit_test_setup_teardown(a_note_is_kept_signed_and_read, setup, teardown),
		cmocka_unit_test_setup_teardown(the_next_shift_sees_it_first_and_an_unread_one_rings, setup, teardown),
		cmocka_unit_test_setup_teardown(a_late_note_is_of_the_shift_that_ended, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

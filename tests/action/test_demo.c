/* test_demo.c: the demo's days are the same for the same seed, and as sound as real ones. */
#include <string.h>

#include "action/demo_action.h"
#include "action/fill_action.h"
#include "action/verify_action.h"
#include "check.h"
#include "city.h"

static int	 shown;

static void
show(int percent)
{
	CHECK(percent >= 0 && percent <= 100);
	shown = percent;
}

static struct desk
played(int64_t days, int64_t rate, uint64_t seed, struct demo_tally *n)
{
	const struct demo_plan	 plan = { .until = CITY_NOW, .days = days, .rate = rate,
		.seed = seed, .files = "db/data", .progress = show };
	struct desk		 d = city_open();
	const char		*why = "";

	shown = 0;
	if (demo_play(&d, &plan, n, &why) != RC_OK)
		fail_msg("%s", why);
	if (n->refused != 0)
		fail_msg("%s", why);
	CHECK_INT(shown, 100);
	return d;
}

/* What two plays must have alike; codes, voice codes and tokens are chance. */
static int64_t
mark(const struct desk *d)
{
	return city_count(d, "SELECT total(unicode(substr(number, -1)) * id + since % 99991"
	    " + length(title) * id + priority + reporters * 7) FROM ticket") +
	    city_count(d, "SELECT total(id * (at % 9973)) FROM event");
}

static void
the_same_seed_is_the_same_city(void **state)
{
	struct demo_tally	 n[3];
	int64_t			 marks[3];
	struct desk		 d;
	int			 i;

	(void)state;
	for (i = 0; i < 3; i++) {
		d = played(2, 60, i < 2 ? 112 : 113, &n[i]);
		marks[i] = mark(&d);
		city_close(&d);
	}
	assert_memory_equal(&n[0], &n[1], sizeof(n[0]));
	CHECK_INT(marks[0], marks[1]);
	CHECK(marks[0] != marks[2]);
}

static void
it_is_sound(const struct desk *d)
{
	struct chain	 chain;

	CHECK_INT(verify_chain(d, &chain), RC_OK);
	CHECK(chain.last > 1000);
	/* one lead while it is open and routed; none and nobody else afterwards */
	CHECK_INT(city_count(d, "SELECT count(*) FROM ticket t WHERE open = 1"
	    " AND state NOT IN ('new', 'received', 'needs_info', 'verified') AND 1 <>"
	    " (SELECT count(*) FROM assignment a WHERE a.ticket = t.id AND a.lead = 1"
	    " AND a.open = 1)"), 0);
	CHECK_INT(city_count(d, "SELECT count(*) FROM ticket t JOIN assignment a"
	    " ON a.ticket = t.id WHERE t.open = 0 AND a.open = 1"), 0);
	CHECK_INT(city_count(d, "SELECT count(*) FROM assignment a JOIN run r"
	    " ON r.assignment = a.id WHERE a.open = 0 AND r.open = 1"), 0);
	CHECK_INT(city_count(d, "SELECT count(*) FROM ticket WHERE lead NOT IN"
	    " (SELECT id FROM agency WHERE own = 1)"), 0);
	/* nobody validates or closes his own work */
	CHECK_INT(city_count(d, "SELECT count(*) FROM event e WHERE act IN ('validate', 'close')"
	    " AND actor <> 0 AND EXISTS (SELECT 1 FROM event w WHERE w.ticket = e.ticket"
	    " AND w.actor = e.actor AND w.id < e.id AND w.act IN"
	    " ('accept', 'send_unit', 'arrive', 'start', 'submit', 'resolve'))"), 0);
	CHECK_INT(city_count(d, "SELECT count(*) FROM outbox WHERE state <> 'sent'"), 0);
}

static void
it_looks_like_life(void **state)
{
	struct demo_tally	 n;
	struct demo_code	 codes[DEMO_CODES];
	size_t			 ncodes;
	struct desk		 d = played(8, 40, 112, &n);

	(void)state;
	it_is_sound(&d);
	/* nothing happens before what came before it, or after the end */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM event a JOIN event b ON b.id = a.id + 1"
	    " WHERE b.at < a.at"), 0);
	CHECK(city_count(&d, "SELECT max(at) FROM event") <= CITY_NOW);
	CHECK(n.calls > 8 * 80 && n.calls < 8 * 125);
	CHECK(n.junk * 100 / n.calls >= 55 && n.junk * 100 / n.calls <= 75);
	CHECK(n.reports > 8 * 12 && n.reports < 8 * 24);
	/* some are late, some are sent back, somebody disputes, somebody is content */
	CHECK(city_count(&d, "SELECT count(*) FROM assignment WHERE accepted_at > ack_due") > 5);
	CHECK(city_count(&d, "SELECT count(*) FROM assignment WHERE state = 'rejected'") > 0);
	CHECK(city_count(&d, "SELECT count(*) FROM event WHERE act = 'dispute'") > 0);
	CHECK(city_count(&d, "SELECT count(*) FROM ticket WHERE rating > 0") > 0);
	CHECK(city_count(&d, "SELECT count(*) FROM ticket WHERE merged <> 0") > 0);
	/* the newest is critical, and nobody has accepted it */
	CHECK_INT(city_count(&d, "SELECT count(*) FROM ticket WHERE priority = 1 AND"
	    " state = 'routed' AND id = (SELECT max(id) FROM ticket WHERE track = 1)"), 1);
	CHECK_INT(demo_codes(d.db, d.arena, codes, &ncodes), RC_OK);
	CHECK(ncodes == DEMO_CODES);
	CHECK_INT(strlen(codes[0].code), 14);
	city_close(&d);
}

static void
it_plays_once_and_only_in_a_demo(void **state)
{
	const struct demo_plan	 plan = { .until = CITY_NOW, .days = 1, .rate = 10, .seed = 1,
		.files = "db/data", .progress = show };
	struct demo_tally	 n;
	struct desk		 d = played(1, 10, 1, &n);
	const char		*why;

	(void)state;
	CHECK_INT(demo_play(&d, &plan, &n, &why), RC_CONFLICT);
	CHECK_INT(db_script(d.db, "UPDATE setting SET value = '0' WHERE name = 'demo'"), RC_OK);
	CHECK_INT(demo_play(&d, &plan, &n, &why), RC_FORBIDDEN);
	city_close(&d);
}

static void
a_full_store_is_sound(void **state)
{
	struct desk	 d = city_open();

	(void)state;
	CHECK_INT(fill_store(&d, 600, show), RC_OK);
	it_is_sound(&d);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM ticket"), 600);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM ticket WHERE open = 1"), 300);
	CHECK_INT(fill_store(&d, 600, show), RC_CONFLICT);
	city_close(&d);
	d = city_open();
	/* the next ticket goes on counting */
	CHECK_INT(fill_store(&d, 10, show), RC_OK);
	city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	CHECK_INT(city_count(&d, "SELECT count(*) FROM ticket"), 11);
	city_close(&d);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(the_same_seed_is_the_same_city),
		cmocka_unit_test(it_looks_like_life),
		cmocka_unit_test(it_plays_once_and_only_in_a_demo),
		cmocka_unit_test(a_full_store_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

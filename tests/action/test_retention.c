/* test_retention.c: what is kept is kept its time, and not a day longer, on a clock of the test's own. */
#include <string.h>

#include "action/file_action.h"
#include "action/init_cell.h"
#include "action/retention_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/retention_store.h"

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

static size_t
forgets(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n, all = 0;

	do {
		CHECK_INT(worker_retention(&d, &n), RC_OK);
		all += n;
	} while (n > 0);
	return all;
}

static void
wait_until_closed(void)
{
	struct desk	 d;
	size_t		 n;

	city.now += 10 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_closings(&d, &n), RC_OK);
	CHECK(n > 0);
}

static int64_t
known(void)
{
	return city_count(&city, "SELECT count(*) FROM reporter WHERE sealed IS NOT NULL"
	    " OR phone IS NOT NULL OR words <> '' OR mail = 1");
}

/* A prank and a real call, both from the same number. */
static void
call(const char *type, const char *category)
{
	const struct filing	 f = {
		.token = secret_token(city.arena), .line = "1", .channel = "call", .lang = "id",
		.category = category == NULL ? NULL : ref_category_code(city.ref, category),
		.place = { .text = "Jl. Veteran 3", .area = "99.71.07.1001" },
		.title = "Kata Pak Amir", .detail = "", .privacy = PRIVACY_PUBLIC,
		.who = { "Amir", "081234567899", "", "" }, .rang = city.now,
		.priority = PRIORITY_COUNT,
		.answers = &(struct answer){ "SOP-01", 1, 1, "Apa?", "Dia hamil", city.now },
		.nanswers = category == NULL ? 0 : 1,
	};
	struct desk		 d = city_as(&city, "petugas");
	struct receipt		 r;

	if (category == NULL)
		CHECK_INT(file_disposition(&d, &f, type), RC_OK);
	else
		CHECK_INT(file_call(&d, &f, &r), RC_OK);
}

static void
nothing_before_its_day_everything_after(void **state)
{
	(void)state;
	city_resolved(&city, true);
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);	/* stays open */
	wait_until_closed();
	CHECK_INT(known(), 2);
	city.now += 365 * DAY - MINUTE;
	forgets();
	CHECK_INT(known(), 2);
	city.now += MINUTE;
	forgets();
	CHECK_INT(known(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM reporter r JOIN ticket t ON"
	    " t.id = r.ticket WHERE r.sealed IS NOT NULL AND t.open = 0"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase' AND"
	    " role = 'worker' AND data = '{\"class\":\"complaint_identity\",\"rows\":1,\"days\":365}'"), 1);
	CHECK_INT(forgets(), 0);
	/* the words of it live longer, in the ticket */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE detail <> ''"), 2);
	city.now += (1825 - 365) * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE detail <> ''"), 1);
}

static void
a_disaster_stops_it_and_its_end_lets_it_go_on(void **state)
{
	struct desk	 d;

	(void)state;
	city_resolved(&city, false);
	wait_until_closed();
	d = city_as(&city, "admin");
	CHECK_INT(retention_freeze(&d, true, "Gempa"), RC_FORBIDDEN);
	d = city_as(&city, "penyelia");
	CHECK_INT(retention_freeze(&d, true, ""), RC_INPUT);
	CHECK_INT(retention_freeze(&d, true, "Gempa, pencarian keluarga"), RC_OK);
	CHECK_INT(retention_freeze(&d, true, "Lagi"), RC_CONFLICT);
	city.now += 3000 * DAY;
	CHECK_INT(forgets(), 0);
	CHECK_INT(known(), 1);
	d = city_as(&city, "penyelia");
	CHECK_INT(retention_freeze(&d, false, "Tanggap darurat dicabut"), RC_OK);
	CHECK(forgets() > 0);
	CHECK_INT(known(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase' AND"
	    " role = 'supervisor' AND note <> ''"), 2);
}

/* Declared while the worker is at it: what it has begun ends, and nothing else begins. */
static void
a_disaster_stops_it_in_the_middle(void **state)
{
	struct desk	 d;
	size_t		 n;

	(void)state;
	city_resolved(&city, false);
	wait_until_closed();
	call("prank", NULL);
	city.now += 3000 * DAY;
	CHECK_INT(db_script(city.db, "CREATE TRIGGER quake AFTER INSERT ON event"
	    " WHEN NEW.act = 'erase' BEGIN INSERT INTO setting VALUES ('disaster', '1')"
	    " ON CONFLICT (name) DO UPDATE SET value = '1'; END"), RC_OK);
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK(n > 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase'"), 1);
	CHECK_INT(forgets(), 0);
	CHECK_INT(db_script(city.db, "DROP TRIGGER quake"), RC_OK);
	d = city_as(&city, "penyelia");
	CHECK_INT(retention_freeze(&d, false, "Dicabut"), RC_OK);
	CHECK(forgets() > 0);
	CHECK(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase'"
	    " AND role = 'worker'") > 2);
}

static void
a_case_keeps_its_ticket(void **state)
{
	struct receipt	 r = city_resolved(&city, false);
	struct desk	 d = city_as(&city, "admin");

	(void)state;
	wait_until_closed();
	CHECK_INT(hold_add(&d, "ADU-26-999999-X", "Perkara"), RC_INPUT);
	CHECK_INT(hold_add(&d, r.ticket.number, ""), RC_INPUT);
	CHECK_INT(hold_add(&d, r.ticket.number, "LP/12/XI/2026"), RC_OK);
	CHECK_INT(hold_add(&d, r.ticket.number, "Lagi"), RC_CONFLICT);
	city.now += 3000 * DAY;
	forgets();
	CHECK_INT(known(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket WHERE detail <> ''"), 1);
	CHECK_INT(hold_release(&d, r.ticket.number), RC_OK);
	CHECK_INT(hold_release(&d, r.ticket.number), RC_CONFLICT);
	forgets();
	CHECK_INT(known(), 0);
	d = city_as(&city, "petugas");
	CHECK_INT(hold_add(&d, r.ticket.number, "Perkara"), RC_FORBIDDEN);
}

static void
calls_and_answers_have_times_of_their_own(void **state)
{
	(void)state;
	call("prank", NULL);
	call(NULL, "KBR-BGN");
	call(NULL, "KDRT");
	city.now += 90 * DAY - MINUTE;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE sealed IS NOT NULL"), 3);
	city.now += MINUTE;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE sealed IS NOT NULL"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE phone IS NOT NULL"), 2);
	/* their tickets are open: nothing else goes, however old */
	city.now += 3000 * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE sealed IS NOT NULL"), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM answer WHERE said <> ''"), 2);
	/* as if they were closed now */
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed', since ="
	    " (SELECT MAX(at) FROM event)"), RC_OK);
	city.now = city_count(&city, "SELECT MAX(at) FROM event") + 90 * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM answer WHERE said <> ''"), 1);
	city.now += 275 * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM answer WHERE said <> ''"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE sealed IS NOT NULL"
	    " OR phone IS NOT NULL OR note <> ''"), 0);
	CHECK_INT(known(), 0);
}

/* Every call there is was recorded; of one a number was never known. */
static void
all_recorded(void)
{
	CHECK_INT(db_script(city.db, "INSERT INTO gateway (id, code, kind, sealed, added_at)"
	    " VALUES (1, 'pbx', 'phone', x'00', 1);"
	    " INSERT INTO ring (gateway, name, call, sealed, rang_at)"
	    " SELECT 1, token, id, x'01', rang_at FROM call;"
	    " UPDATE call SET sealed = NULL, phone = NULL"
	    " WHERE id = (SELECT max(id) FROM call WHERE type = 'prank')"), RC_OK);
}

#define RECORDED(which) \
	city_count(&city, "SELECT count(*) FROM ring r JOIN call c ON c.id = r.call" \
	    " WHERE r.sealed IS NOT NULL AND c.type " which)

/* As long as the number of who called, whether that was ever known or not. */
static void
where_a_recording_lies_goes_with_its_call(void **state)
{
	(void)state;
	call("prank", NULL);
	call("prank", NULL);
	call("information", NULL);
	call(NULL, "KBR-BGN");
	all_recorded();
	CHECK_INT(db_script(city.db, "UPDATE call SET sealed = NULL, phone = NULL"
	    " WHERE type = 'emergency'"), RC_OK);
	city.now += 90 * DAY - MINUTE;
	forgets();
	CHECK_INT(RECORDED("<> ''"), 4);
	city.now += MINUTE;
	CHECK_INT(forgets(), 2);
	CHECK_INT(RECORDED("= 'prank'"), 0);
	CHECK_INT(RECORDED("<> 'prank'"), 2);
	city.now += 275 * DAY;
	forgets();
	/* its ticket is open still */
	CHECK_INT(RECORDED("<> 'emergency'"), 0);
	CHECK_INT(RECORDED("= 'emergency'"), 1);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET open = 0, state = 'closed'"), RC_OK);
	forgets();
	CHECK_INT(RECORDED("<> ''"), 0);
	CHECK_INT(forgets(), 0);
}

/* A title is the first line of what was said; one that is a category's name says nothing. */
static void
a_title_goes_with_the_words_it_was_made_of(void **state)
{
	(void)state;
	city_resolved(&city, false);
	CHECK_INT(db_script(city.db, "UPDATE ticket SET title = 'Pak Zulkarnain marah',"
	    " detail = 'Pak Zulkarnain marah' WHERE id > 0"), RC_OK);
	city_filed(&city, "JLN", false, PRIVACY_PUBLIC);	/* stays open */
	wait_until_closed();
	city.now += 1825 * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket t JOIN category c ON"
	    " c.id = t.category WHERE t.open = 0 AND t.title = c.name AND t.detail = ''"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM ticket"
	    " WHERE title = 'Lubang & <genangan>' AND detail <> ''"), 1);
}

static void
letters_go_when_they_are_old_waiting_ones_never(void **state)
{
	(void)state;
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	city_filed(&city, "JLN", true, PRIVACY_PUBLIC);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox"), 2);
	CHECK_INT(db_script(city.db, "UPDATE outbox SET state = 'sent', ended_at = at"
	    " WHERE id = 1"), RC_OK);
	city.now += 90 * DAY - 1;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox"), 2);
	city.now += 1;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox"), 1);
	city.now += 3000 * DAY;
	forgets();
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox"), 1);
}

/* A turn takes no more than fifty of a class, so that nobody waits long behind it. */
static void
a_turn_is_bounded(void **state)
{
	struct desk	 d;
	size_t		 n;
	int		 i;

	(void)state;
	for (i = 0; i < 60; i++)
		call("prank", NULL);
	city.now += 91 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(n, 50);
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(n, 10);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'erase'"), 2);
}

/* Whoever has the older store and whoever makes a new one keep alike. */
static void
the_file_and_the_migration_say_the_same(void **state)
{
	struct retention	 list[DATA_CLASSES + 1];
	struct city		 c = { 0 };
	struct table		 t;
	struct db		*db = db_open(":memory:");
	size_t			 i, n;
	int			 steps;

	(void)state;
	CHECK_INT(store_migrate(db, &steps), RC_OK);
	CHECK_INT(table_read(&t, city.arena, "db/data", "retention.tsv"), RC_OK);
	CHECK_INT(read_retention(&t, &c), RC_OK);
	CHECK_INT(retention_list(db, city.arena, list, &n, COUNT(list)), RC_OK);
	CHECK_INT(n, DATA_CLASSES - 1);
	CHECK_INT(n, c.nretention);
	for (i = 0; i < n; i++) {
		CHECK_TEXT(list[i].class, c.retention[i].class);
		CHECK_INT(list[i].days, c.retention[i].days);
		CHECK_TEXT(list[i].reason, c.retention[i].reason);
		CHECK_TEXT(list[i].source, c.retention[i].source);
	}
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(nothing_before_its_day_everything_after, setup, teardown),
		cmocka_unit_test_setup_teardown(a_disaster_stops_it_and_its_end_lets_it_go_on, setup, teardown),
		cmocka_unit_test_setup_teardown(a_disaster_stops_it_in_the_middle, setup, teardown),
		cmocka_unit_test_setup_teardown(a_case_keeps_its_ticket, setup, teardown),
		cmocka_unit_test_setup_teardown(calls_and_answers_have_times_of_their_own, setup, teardown),
		cmocka_unit_test_setup_teardown(where_a_recording_lies_goes_with_its_call, setup, teardown),
		cmocka_unit_test_setup_teardown(a_title_goes_with_the_words_it_was_made_of, setup, teardown),
		cmocka_unit_test_setup_teardown(letters_go_when_they_are_old_waiting_ones_never, setup, teardown),
		cmocka_unit_test_setup_teardown(a_turn_is_bounded, setup, teardown),
		cmocka_unit_test_setup_teardown(the_file_and_the_migration_say_the_same, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

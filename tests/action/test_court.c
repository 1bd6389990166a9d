/* test_court.c: two agencies say it is not theirs; a supervisor decides, and it may become a rule. */
#include <string.h>

#include "action/court_action.h"
#include "action/ref_action.h"
#include "action/see_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/assignment_store.h"
#include "store/ticket_store.h"

static struct desk	d;

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
	city_end(&d);
	return 0;
}

static int64_t
agency(const char *code)
{
	return ref_agency_code(d.ref, code)->id;
}

static enum rc
rejects(const char *who, const struct receipt *r, const char *reason, const char *words)
{
	return city_does(&d, who, r, (struct order){ .life = LIFE_ASSIGNMENT, .act = ACT_REJECT,
	    .reason = reason, .note = words });
}

static enum rc
sends(const char *who, const struct receipt *r, const char *to)
{
	return city_does(&d, who, r, (struct order){ .act = ACT_ASSIGN, .agency = agency(to),
	    .note = "Silakan ditangani." });
}

static struct ticket
now(const struct receipt *r)
{
	struct ticket	 t;

	assert_int_equal(ticket_by_number(d.db, d.arena, r->ticket.number, &t), RC_OK);
	return t;
}

static struct court_view
court(const char *who, const struct receipt *r)
{
	struct desk		 desk = city_as(&d, who);
	struct court_view	 c;
	bool			 has;

	assert_int_equal(see_court(&desk, r->ticket.number, &c, &has), RC_OK);
	assert_true(has);
	return c;
}

static enum rc
rules(const char *who, const struct receipt *r, struct ruling_word w, enum ruling_fault *fault)
{
	struct desk	 desk = city_as(&d, who);

	w.number = r->ticket.number;
	w.court = w.court != 0 ? w.court : court("penyelia", r).c.id;
	return rule_on(&desk, &w, fault);
}

/* A pothole both PUPR and Dishub send back as not theirs. */
static struct receipt
bounced(void)
{
	struct receipt	 r = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);

	assert_int_equal(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	assert_int_equal(sends("pengarah", &r, "PUPR"), RC_OK);
	assert_int_equal(rejects("pupr", &r, "not_ours", "Ini jalan milik perhubungan."), RC_OK);
	assert_int_equal(sends("pengarah", &r, "DISHUB"), RC_OK);
	assert_int_equal(rejects("dishub", &r, "not_ours", "Kami tidak mengurus badan jalan."), RC_OK);
	return r;
}

static void
second_goes_to_the_arbiter(void **state)
{
	struct receipt		 r = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	struct triage		 queue;
	struct court_view	 c;
	struct desk		 boss = city_as(&d, "penyelia");
	size_t			 n;
	bool			 has;

	(void)state;
	assert_int_equal(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	assert_int_equal(sends("pengarah", &r, "PUPR"), RC_OK);
	assert_int_equal(rejects("pupr", &r, "not_ours", "Bukan ruas kami."), RC_OK);
	CHECK_INT(see_court(&boss, r.ticket.number, &c, &has), RC_OK);
	CHECK(!has);			/* once is no dispute */
	assert_int_equal(sends("pengarah", &r, "DISHUB"), RC_OK);
	assert_int_equal(rejects("dishub", &r, "not_ours", "Badan jalan urusan PUPR."), RC_OK);
	c = court("penyelia", &r);
	CHECK(c.waits);
	CHECK(c.may_rule);
	CHECK_INT(c.nreasons, 2);
	CHECK_INT(c.reasons[0].agency, agency("PUPR"));
	CHECK_TEXT(c.reasons[0].words, "Bukan ruas kami.");
	CHECK_INT(c.reasons[1].agency, agency("DISHUB"));
	CHECK(!court("pengarah", &r).may_rule);
	assert_int_equal(see_triage(&boss, TRIAGE_COURT, &queue), RC_OK);
	CHECK_INT(queue.n, 1);
	CHECK_TEXT(queue.rows[0].t.number, r.ticket.number);
	CHECK_INT(queue.counts[TRIAGE_COURT], 1);
	boss = city_as(&d, "worker");
	CHECK_INT(worker_courts(&boss, &n), RC_OK);
	CHECK_INT(n, 1);		/* and once is enough */
	CHECK_INT(worker_courts(&boss, &n), RC_OK);
	CHECK_INT(n, 0);
}

static void
other_reasons_are_no_dispute(void **state)
{
	struct receipt	 r = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);

	(void)state;
	assert_int_equal(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_VERIFY }), RC_OK);
	assert_int_equal(sends("pengarah", &r, "PUPR"), RC_OK);
	assert_int_equal(rejects("pupr", &r, "no_unit", "Alat rusak."), RC_OK);
	assert_int_equal(sends("pengarah", &r, "DISHUB"), RC_OK);
	assert_int_equal(rejects("dishub", &r, "unclear", "Kurang jelas."), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM court"), 0);
	CHECK_INT(sends("pengarah", &r, "PUPR"), RC_OK);
}

static void
only_the_arbiter_decides(void **state)
{
	struct receipt		 r = bounced();
	enum ruling_fault	 fault;
	struct ruling_word	 w = { .agency = agency("PUPR"), .words = "Badan jalan kota." };

	(void)state;
	CHECK_INT(sends("pengarah", &r, "PUPR"), RC_FORBIDDEN);
	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_TRANSFER, .agency = agency("PUPR"), .note = "Lewat pintu lain." }),
	    RC_FORBIDDEN);
	CHECK_INT(rules("pengarah", &r, w, &fault), RC_FORBIDDEN);
	CHECK_INT(rules("pupr", &r, w, &fault), RC_FORBIDDEN);
	CHECK_INT(rules("penyelia", &r, (struct ruling_word){ .agency = agency("PLN"),
	    .words = "x" }, &fault), RC_INPUT);
	CHECK_INT(fault, RULING_AGENCY);	/* our clock binds nobody else */
	CHECK_INT(rules("penyelia", &r, (struct ruling_word){ .agency = agency("PUPR"),
	    .words = "" }, &fault), RC_INPUT);
	CHECK_INT(fault, RULING_WORDS);
	CHECK_INT(rules("penyelia", &r, w, &fault), RC_OK);
	CHECK_INT(now(&r).lead, agency("PUPR"));
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM assignment WHERE open = 1 AND lead = 1"), 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'rule'"), 1);
	CHECK_TEXT(court("pupr", &r).words, "Badan jalan kota.");
	w.court = court("penyelia", &r).c.id;
	CHECK_INT(rules("penyelia", &r, w, &fault), RC_CONFLICT);	/* decided is decided */
}

static void
ruling_binds(void **state)
{
	struct receipt		 r = bounced();
	enum ruling_fault	 fault;
	struct court_view	 c;

	(void)state;
	assert_int_equal(rules("penyelia", &r, (struct ruling_word){ .agency = agency("PUPR"),
	    .words = "Badan jalan kota." }, &fault), RC_OK);
	CHECK_INT(city_does(&d, "pupr", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_TRANSFER, .agency = agency("DISHUB"), .note = "Oper." }), RC_FORBIDDEN);
	/* Nor does the desk take it from who has it by the ruling, for itself or for them. */
	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .act = ACT_ASSIGN,
	    .agency = agency("DISHUB"), .note = "Tetap Dishub." }), RC_FORBIDDEN);
	CHECK_INT(city_does(&d, "pengarah", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_TRANSFER, .agency = agency("DISHUB"), .note = "Oper." }), RC_FORBIDDEN);
	CHECK_INT(now(&r).lead, agency("PUPR"));
	/* The words that were weighed weigh nothing again, however they are written. */
	CHECK_INT(rejects("pupr", &r, "not_ours", "INI jalan  milik perhubungan."), RC_FORBIDDEN);
	CHECK_INT(now(&r).lead, agency("PUPR"));
	CHECK_INT(rejects("pupr", &r, "not_ours", "Ruas ini sudah diserahkan ke provinsi."), RC_OK);
	CHECK_INT(now(&r).lead, agency("PUPR"));	/* it keeps it, and the clock runs */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM assignment WHERE open = 1 AND lead = 1"
	    " AND state = 'sent'"), 1);
	c = court("penyelia", &r);
	CHECK(c.waits);
	CHECK_INT(c.c.appeal, agency("PUPR"));
	CHECK_INT(c.nreasons, 3);
	CHECK_INT(rejects("pupr", &r, "not_ours", "Sekali lagi, lain alasan."), RC_FORBIDDEN);
	CHECK_INT(rules("penyelia", &r, (struct ruling_word){ .agency = agency("PUPR"),
	    .words = "Serah terima belum ditandatangani." }, &fault), RC_OK);
	CHECK_INT(now(&r).lead, agency("PUPR"));
	CHECK(!court("penyelia", &r).waits);
	CHECK_INT(city_does(&d, "pupr", &r, (struct order){ .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT }), RC_OK);
}

/* Who would lead a new pothole, at a moment. */
static int64_t
leads(const char *area, int64_t at)
{
	int64_t	 ids[8];

	return ref_route(d.ref, ref_category_code(d.ref, "JLN"), area, at, ids, 8) == 0 ? 0 : ids[0];
}

static void
ruling_becomes_a_rule(void **state)
{
	struct receipt		 r = bounced(), next;
	enum ruling_fault	 fault;
	int64_t			 from = when_midnight(d.now, d.ref->zone) + 2 * DAY;
	struct ruling_word	 w = { .agency = agency("DISHUB"), .words = "Ruas terminal.",
		.as_rule = true, .area = "99.71.07", .from = from };

	(void)state;
	w.area = "99.71.06";
	CHECK_INT(rules("penyelia", &r, w, &fault), RC_INPUT);
	CHECK_INT(fault, RULING_AREA);		/* not where it lies */
	w.area = "99.71.07";
	w.from = d.now - 2 * DAY;
	CHECK_INT(rules("penyelia", &r, w, &fault), RC_INPUT);
	CHECK_INT(fault, RULING_FROM);
	w.from = from;
	assert_int_equal(rules("penyelia", &r, w, &fault), RC_OK);
	d.ref = ref_current(d.db, d.now);	/* every process looks again */
	CHECK_INT(leads("99.71.07.1001", from - 1), agency("PUPR"));
	CHECK_INT(leads("99.71.07.1001", from), agency("DISHUB"));
	CHECK_INT(leads("99.71.06.1001", from), agency("PUPR"));
	next = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	CHECK_INT(now(&next).lead, agency("PUPR"));
	d.now = from + HOUR;
	next = city_filed(&d, "JLN", false, PRIVACY_PUBLIC);
	CHECK_INT(now(&next).lead, agency("DISHUB"));
	CHECK_INT(court("penyelia", &r).rule_from, from);
	CHECK_TEXT(court("penyelia", &r).rule_area, "99.71.07");
}

static void
rule_may_hold_everywhere(void **state)
{
	struct receipt		 r = bounced();
	enum ruling_fault	 fault;
	int64_t			 from = when_midnight(d.now, d.ref->zone);

	(void)state;
	assert_int_equal(rules("penyelia", &r, (struct ruling_word){ .agency = agency("DISHUB"),
	    .words = "Sejak perda baru.", .as_rule = true, .area = "", .from = from }, &fault), RC_OK);
	d.ref = ref_current(d.db, d.now);
	CHECK_INT(leads("99.71.06.1001", d.now), agency("DISHUB"));
	CHECK_INT(leads("", d.now), agency("DISHUB"));
	CHECK_INT(leads("", from - 1), agency("PUPR"));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(second_goes_to_the_arbiter, open_city, close_city),
		cmocka_unit_test_setup_teardown(other_reasons_are_no_dispute, open_city, close_city),
		cmocka_unit_test_setup_teardown(only_the_arbiter_decides, open_city, close_city),
		cmocka_unit_test_setup_teardown(ruling_binds, open_city, close_city),
		cmocka_unit_test_setup_teardown(ruling_becomes_a_rule, open_city, close_city),
		cmocka_unit_test_setup_teardown(rule_may_hold_everywhere, open_city, close_city),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

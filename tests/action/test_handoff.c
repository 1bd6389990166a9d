/* test_handoff.c: given to outside bodies with a receipt; notes that can be taken back. */
#include <string.h>

#include "action/beside_action.h"
#include "action/citizen_action.h"
#include "action/handoff_action.h"
#include "action/retention_action.h"
#include "action/unsent_action.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/assignment_store.h"
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
	city_end(&d);
	return 0;
}

/* A house fire: Damkar leads, PLN among those who help. */
static struct receipt
fire(void)
{
	return city_called(&d, "KBR-BGN", false);
}

static struct handing
to_pln(const struct receipt *r)
{
	return (struct handing){ .number = r->ticket.number,
	    .token = arena_printf(d.arena, "hand-%d", ++made),
	    .agency = ref_agency_code(d.ref, "PLN")->id, .name = "", .way = WAY_PHONE,
	    .taker = "Pak Budi, piket UP3", .reference = "G-4711", .words = "Padamkan blok C.",
	    .at = d.now - MINUTE, .ask = d.now + 15 * MINUTE };
}

static enum rc
hands(const char *who, const struct handing *h, enum handing_fault *fault)
{
	struct desk	 desk = city_as(&d, who);

	return hand_off(&desk, h, fault);
}

static struct beside
beside(const char *who, const struct receipt *r)
{
	struct desk	 desk = city_as(&d, who);
	struct beside	 b;

	assert_int_equal(see_beside(&desk, r->ticket.number, true, &b), RC_OK);
	return b;
}

static void
receipt_is_kept(void **state)
{
	struct receipt		 r = fire();
	struct handing		 h = to_pln(&r);
	enum handing_fault	 fault;
	struct beside		 b;

	(void)state;
	CHECK_INT(hands("damkar", &h, &fault), RC_OK);
	CHECK_INT(hands("damkar", &h, &fault), RC_OK);	/* pressed twice */
	h = to_pln(&r);
	h.agency = 0;
	h.name = "RS Bunda";
	h.way = WAY_RADIO;
	CHECK_INT(hands("pengarah", &h, &fault), RC_OK);
	b = beside("damkar", &r);
	CHECK_INT(b.nhandoffs, 2);
	CHECK_TEXT(b.handoffs[0].taker, "Pak Budi, piket UP3");
	CHECK_TEXT(b.handoffs[0].reference, "G-4711");
	CHECK_INT(b.handoffs[0].at, d.now - MINUTE);
	CHECK_INT(b.handoffs[0].giver, ref_agency_code(d.ref, "DAMKAR")->id);
	CHECK_TEXT(b.handoffs[1].name, "RS Bunda");
	CHECK_INT(b.handoffs[1].giver, 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'handoff'"), 2);
	/* Our lead has it still, alone, and its clock runs. */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM assignment a JOIN agency g ON g.id = a.agency"
	    " WHERE a.open = 1 AND a.lead = 1 AND g.code = 'DAMKAR' AND a.ack_due > 0"), 1);
}

static void
faults_are_named(void **state)
{
	struct receipt		 r = fire();
	struct handing		 h = to_pln(&r);
	enum handing_fault	 fault;

	(void)state;
	h.agency = ref_agency_code(d.ref, "DINKES")->id;	/* one of ours is told by routing */
	CHECK_INT(hands("damkar", &h, &fault), RC_INPUT);
	CHECK_INT(fault, HANDING_WHOM);
	h = to_pln(&r);
	h.agency = 0;
	CHECK_INT(hands("damkar", &h, &fault), RC_INPUT);
	CHECK_INT(fault, HANDING_WHOM);
	h = to_pln(&r);
	h.words = "";
	CHECK_INT(hands("damkar", &h, &fault), RC_INPUT);
	CHECK_INT(fault, HANDING_WORDS);
	h = to_pln(&r);
	h.at = d.now + HOUR;
	CHECK_INT(hands("damkar", &h, &fault), RC_INPUT);
	CHECK_INT(fault, HANDING_AT);
	h = to_pln(&r);
	h.ask = d.now - 1;
	CHECK_INT(hands("damkar", &h, &fault), RC_INPUT);
	CHECK_INT(fault, HANDING_ASK);
	h = to_pln(&r);
	CHECK_INT(hands("pupr", &h, &fault), RC_NOTFOUND);	/* not its ticket */
	CHECK_INT(hands("verifikator", &h, &fault), RC_FORBIDDEN);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM handoff"), 0);
}

static int64_t
reminded(int64_t at)
{
	struct desk	 worker = city_as(&d, "worker");
	size_t		 n;

	worker.now = d.now = at;
	assert_int_equal(worker_handoffs(&worker, &n), RC_OK);
	return city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'handoff_ask'");
}

static void
silence_is_asked_about(void **state)
{
	struct receipt		 r = fire();
	struct handing		 h = to_pln(&r);
	enum handing_fault	 fault;
	int64_t			 ask = h.ask, wait = h.ask - h.at;
	struct beside		 b;
	struct desk		 damkar;

	(void)state;
	assert_int_equal(hands("damkar", &h, &fault), RC_OK);
	CHECK_INT(reminded(ask - 1), 0);
	CHECK_INT(reminded(ask), 1);
	CHECK_INT(reminded(ask + 2 * wait - 1), 1);	/* then ever more seldom */
	CHECK_INT(reminded(ask + 2 * wait), 2);
	b = beside("damkar", &r);
	damkar = city_as(&d, "damkar");
	CHECK_INT(handoff_say(&damkar, &(struct handoff_word){ .number = r.ticket.number,
	    .id = b.handoffs[0].id, .version = 1, .words = "x", .reference = "" }), RC_CONFLICT);
	CHECK_INT(handoff_say(&damkar, &(struct handoff_word){ .number = r.ticket.number,
	    .id = b.handoffs[0].id, .version = b.handoffs[0].version,
	    .words = "Sudah padam, petugas menuju.", .reference = "G-4712",
	    .ask = d.now + HOUR }), RC_OK);
	b = beside("damkar", &r);
	CHECK_INT(b.handoffs[0].state, HANDOFF_ANSWERED);
	CHECK_TEXT(b.handoffs[0].reference, "G-4712");
	CHECK_INT(reminded(d.now + HOUR), 3);
	b = beside("damkar", &r);
	damkar.now = d.now;
	CHECK_INT(handoff_say(&damkar, &(struct handoff_word){ .number = r.ticket.number,
	    .id = b.handoffs[0].id, .version = b.handoffs[0].version, .words = "Selesai.",
	    .reference = "", .closes = true }), RC_OK);
	CHECK_INT(reminded(d.now + 30 * DAY), 3);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'handoff_said'"), 2);
}

static void
closed_tickets_remind_nobody(void **state)
{
	struct receipt		 r = fire();
	struct handing		 h = to_pln(&r);
	enum handing_fault	 fault;

	(void)state;
	assert_int_equal(hands("damkar", &h, &fault), RC_OK);
	assert_int_equal(city_does(&d, "penyelia", &r, (struct order){ .act = ACT_FALSE_ALARM,
	    .note = "Asap dapur." }), RC_OK);
	CHECK_INT(reminded(h.ask + DAY), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM handoff WHERE remind_at <> 0"), 0);
	h = to_pln(&r);
	CHECK_INT(hands("damkar", &h, &fault), RC_CONFLICT);
}

static void
takers_are_forgotten(void **state)
{
	struct receipt		 r = fire();
	struct handing		 h = to_pln(&r);
	enum handing_fault	 fault;
	struct desk		 worker;
	size_t			 n;

	(void)state;
	assert_int_equal(hands("damkar", &h, &fault), RC_OK);
	d.now += 400 * DAY;
	worker = city_as(&d, "worker");
	assert_int_equal(worker_retention(&worker, &n), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM handoff WHERE taker <> ''"), 1);	/* open */
	assert_int_equal(city_does(&d, "penyelia", &r, (struct order){ .act = ACT_FALSE_ALARM,
	    .note = "Asap dapur." }), RC_OK);
	worker.now = d.now += 366 * DAY;
	assert_int_equal(worker_retention(&worker, &n), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM handoff WHERE taker <> ''"), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM handoff WHERE reference <> ''"), 1);
}

/* --- public notes ------------------------------------------------------------------------- */

/* How many notes the reporter reads now. */
static size_t
outside(const struct receipt *r)
{
	struct desk		 self = city_as(&d, "reporter");
	struct track_view	 t;
	size_t			 i, n = 0;

	assert_int_equal(track(&self, r->code, "192.0.2.7", &t), RC_OK);
	for (i = 0; i < t.nevents; i++)
		n += t.events[i].act == ACT_NOTE;
	return n;
}

static int64_t
letters(void)
{
	struct desk	 worker = city_as(&d, "worker");
	size_t		 n;

	assert_int_equal(worker_unsent(&worker, &n), RC_OK);
	return city_count(&d, "SELECT COUNT(*) FROM outbox WHERE kind = 'moved' AND event IN"
	    " (SELECT id FROM event WHERE act = 'note')");
}

static void
public_note_waits(void **state)
{
	struct receipt	 r = city_resolved(&d, true);
	struct desk	 pupr = city_as(&d, "pupr");

	(void)state;
	assert_int_equal(note(&pupr, r.ticket.number, "Rahasia dapur.", false), RC_OK);
	assert_int_equal(note(&pupr, r.ticket.number, "Aspal baru sudah kering.", true), RC_OK);
	CHECK_INT(outside(&r), 0);
	CHECK_INT(letters(), 0);
	d.now += UNSENT_SECONDS * SECOND - 1;
	CHECK_INT(outside(&r), 0);
	CHECK_INT(letters(), 0);
	d.now += 1;
	CHECK_INT(outside(&r), 1);	/* the internal one never */
	CHECK_INT(letters(), 1);
	CHECK_INT(letters(), 1);
}

static void
taken_back_is_never_read(void **state)
{
	struct receipt	 r = city_resolved(&d, true);
	struct desk	 pupr = city_as(&d, "pupr"), boss = city_as(&d, "pupr.kepala");
	int64_t		 event;

	(void)state;
	assert_int_equal(note(&pupr, r.ticket.number, "Salah tiket.", true), RC_OK);
	event = city_count(&d, "SELECT MAX(event) FROM unsent");
	CHECK_INT(note_take_back(&boss, r.ticket.number, event), RC_FORBIDDEN);
	d.now += 10 * SECOND;
	pupr.now = d.now;
	CHECK_INT(note_take_back(&pupr, r.ticket.number, event), RC_OK);
	CHECK_INT(note_take_back(&pupr, r.ticket.number, event), RC_CONFLICT);
	d.now += DAY;
	CHECK_INT(letters(), 0);
	CHECK_INT(outside(&r), 0);
	/* The record only grew: the note, and that it was taken back. */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'note'"), 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event WHERE act = 'take_back'"), 1);
}

static void
too_late_is_too_late(void **state)
{
	struct receipt	 r = city_resolved(&d, true);
	struct desk	 pupr = city_as(&d, "pupr");
	int64_t		 event;

	(void)state;
	assert_int_equal(note(&pupr, r.ticket.number, "Sudah kering.", true), RC_OK);
	event = city_count(&d, "SELECT MAX(event) FROM unsent");
	pupr.now = d.now += UNSENT_SECONDS * SECOND;
	CHECK_INT(note_take_back(&pupr, r.ticket.number, event), RC_CONFLICT);
	CHECK_INT(letters(), 1);
	CHECK_INT(note_take_back(&pupr, r.ticket.number, event), RC_CONFLICT);
	CHECK_INT(outside(&r), 1);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(receipt_is_kept, open_city, close_city),
		cmocka_unit_test_setup_teardown(faults_are_named, open_city, close_city),
		cmocka_unit_test_setup_teardown(silence_is_asked_about, open_city, close_city),
		cmocka_unit_test_setup_teardown(closed_tickets_remind_nobody, open_city, close_city),
		cmocka_unit_test_setup_teardown(takers_are_forgotten, open_city, close_city),
		cmocka_unit_test_setup_teardown(public_note_waits, open_city, close_city),
		cmocka_unit_test_setup_teardown(taken_back_is_never_read, open_city, close_city),
		cmocka_unit_test_setup_teardown(too_late_is_too_late, open_city, close_city),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

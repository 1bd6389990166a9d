/* test_invariants.c: the invariants of the domain, each broken on purpose where it could be. */
#include <string.h>

#include "action/citizen_action.h"
#include "action/file_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/event_store.h"
#include "store/trail_store.h"

static struct desk	 d;
static int		 tokens;

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
	city_close(&d);
	return 0;
}

static struct filing
filing(const char *category)
{
	return (struct filing){
		.token = arena_printf(d.arena, "token-%d", ++tokens),
		.category = ref_category_code(d.ref, category),
		.place = { .text = "Jl. Karya Bakti 14", .area = "", .lat = -950000, .lon = 100360000 },
		.title = "", .detail = "Api dari dapur, orang tua masih di dalam",
		.channel = "web", .privacy = PRIVACY_PUBLIC,
		.who = { "Ibu Ratna", "081277450391", "ratna@example.id", "" }, .mail = true,
		.priority = PRIORITY_COUNT, .lang = "id",
	};
}

static struct receipt
report(const char *category)
{
	struct filing	 f = filing(category);
	struct receipt	 r;

	CHECK_INT(file_report(&d, &f, &r), RC_OK);
	return r;
}

static struct receipt
call(const char *category)
{
	struct desk	 taker = city_as(&d, "petugas");
	struct filing	 f = filing(category);
	struct receipt	 r;

	f.channel = "call";
	f.rang = d.now - 47 * SECOND;
	CHECK_INT(file_call(&taker, &f, &r), RC_OK);
	return r;
}

static enum rc
act(const char *login, const char *number, enum life life, enum act what, int64_t object)
{
	struct desk	 self = city_as(&d, login);
	struct verdict	 v;
	size_t		 n;
	const char *const	*reasons = workflow_reasons(what, &n);
	struct order	 o = {
		.number = number, .life = life, .act = what, .object = object,
		.note = "Sudah ditangani di lokasi", .reason = n > 0 ? reasons[0] : "",
		.agency = self.who.agency, .until = d.now + DAY, .rating = 5, .publish = true,
	};

	return move(&self, &o, &v);
}

static int64_t
part_of(const char *number, const char *agency)
{
	struct desk		 self = city_as(&d, "pengarah");
	struct sheet_view	 s;
	size_t			 i;

	CHECK_INT(see_ticket(&self, number, &s), RC_OK);
	for (i = 0; i < s.nparts; i++)
		if (s.parts[i].a.open &&
		    s.parts[i].a.agency == ref_agency_code(d.ref, agency)->id)
			return s.parts[i].a.id;
	return 0;
}

static struct ticket
ticket(const char *number)
{
	struct desk		 self = city_as(&d, "pengarah");
	struct sheet_view	 s;

	CHECK_INT(see_ticket(&self, number, &s), RC_OK);
	return s.t;
}

#define LEADS \
	"SELECT COUNT(*) FROM ticket t WHERE t.open = 1 AND t.state NOT IN ('new', 'received'," \
	" 'needs_info', 'verified') AND 1 <> (SELECT COUNT(*) FROM assignment a" \
	" WHERE a.ticket = t.id AND a.lead = 1 AND a.open = 1 AND a.agency = t.lead)"

/* 1 */
static void
exactly_one_agency_leads_while_a_ticket_is_open(void **state)
{
	struct receipt	 r = call("KBR-BGN"), c = report("JLN");
	struct verdict	 v;
	struct desk	 desk = city_as(&d, "pengarah");
	struct order	 o = { .number = c.ticket.number, .publish = true,
	    .agency = ref_agency_code(d.ref, "PUPR")->id };

	(void)state;
	CHECK_INT(city_count(&d, LEADS), 0);
	CHECK_INT(verify_and_send(&desk, &o, &v), RC_OK);
	CHECK_INT(city_count(&d, LEADS), 0);
	/* The leading agency sends it back: the triage desk leads. */
	CHECK_INT(act("damkar", r.ticket.number, LIFE_ASSIGNMENT, ACT_REJECT, 0), RC_OK);
	CHECK_INT(city_count(&d, LEADS), 0);
	CHECK(ticket(r.ticket.number).lead == d.ref->triage);
	/* The desk gives it to another, then the agency passes it on. */
	o = (struct order){ .number = r.ticket.number, .life = LIFE_EMERGENCY, .act = ACT_ROUTE,
	    .agency = ref_agency_code(d.ref, "BPBD")->id, .note = "Banjir, bukan api" };
	CHECK_INT(move(&desk, &o, &v), RC_OK);
	CHECK_INT(city_count(&d, LEADS), 0);
	o = (struct order){ .number = r.ticket.number, .life = LIFE_ASSIGNMENT,
	    .act = ACT_TRANSFER, .agency = ref_agency_code(d.ref, "SATPOLPP")->id,
	    .note = "Perlu penertiban" };
	desk = city_as(&d, "bpbd");
	CHECK_INT(move(&desk, &o, &v), RC_OK);
	CHECK_INT(city_count(&d, LEADS), 0);
	/* Only one of the city's own can lead. */
	o.agency = ref_agency_code(d.ref, "POLRES")->id;
	desk = city_as(&d, "satpolpp");
	CHECK_INT(move(&desk, &o, &v), RC_INPUT);
	CHECK(v.missing == NEED_AGENCY);
	CHECK_INT(city_count(&d, LEADS), 0);
}

/* 2, 3 */
static void
closing_ends_every_part_and_every_run(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	struct desk	 op = city_as(&d, "damkar");
	struct verdict	 v;
	struct order	 o = { .number = r.ticket.number, .life = LIFE_ASSIGNMENT,
	    .act = ACT_SEND_UNIT };
	size_t		 i;

	(void)state;
	for (i = 0; i < d.ref->nunits; i++)
		if (strcmp(d.ref->units[i].code, "A1") == 0)
			o.unit = d.ref->units[i].id;
	CHECK_INT(move(&op, &o, &v), RC_OK);
	CHECK_INT(move(&op, &o, &v), RC_INPUT);		/* A1 is on its way already */
	CHECK(ticket(r.ticket.number).state == ST_HANDLING);
	CHECK_INT(act("dinkes", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT, 0), RC_OK);
	/* Dinkes is still at work, so Damkar cannot end it. */
	CHECK_INT(act("damkar", r.ticket.number, LIFE_EMERGENCY, ACT_RESOLVE, 0), RC_FORBIDDEN);
	CHECK_INT(act("dinkes", r.ticket.number, LIFE_ASSIGNMENT, ACT_FINISH, 0), RC_OK);
	CHECK_INT(act("damkar", r.ticket.number, LIFE_EMERGENCY, ACT_RESOLVE, 0), RC_OK);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM assignment a JOIN ticket t"
	    " ON t.id = a.ticket WHERE t.open = 0 AND a.open = 1"), 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM run r JOIN ticket t"
	    " ON t.id = r.ticket WHERE t.open = 0 AND r.open = 1"), 0);
	CHECK_INT(act("penyelia", r.ticket.number, LIFE_EMERGENCY, ACT_CLOSE, 0), RC_OK);
	CHECK(ticket(r.ticket.number).state == ST_CLOSED);
	/* There is no column a unit's state could be written to. */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM pragma_table_info('unit')"
	    " WHERE name IN ('state', 'status')"), 0);
}

/* 4 */
static void
reopening_cancels_the_closing(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	struct ticket	 t;

	(void)state;
	CHECK_INT(act("damkar", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT, 0), RC_OK);
	CHECK_INT(act("damkar", r.ticket.number, LIFE_EMERGENCY, ACT_RESOLVE, 0), RC_OK);
	d.now += HOUR;
	CHECK_INT(act("penyelia", r.ticket.number, LIFE_EMERGENCY, ACT_REOPEN, 0), RC_OK);
	t = ticket(r.ticket.number);
	CHECK(t.state == ST_REOPENED && t.open);
	CHECK(t.due > d.now && t.due < d.now + HOUR);	/* the acknowledgement's clock, new */
	CHECK(part_of(r.ticket.number, "DAMKAR") != 0);
	CHECK_INT(city_count(&d, LEADS), 0);
}

/* 5, 6, 14 */
static void
no_state_changes_without_an_event_and_events_stay(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	int64_t		 before = city_count(&d, "SELECT COUNT(*) FROM event"), at = 0;
	unsigned char	 head[HASH_SIZE] = { 0 };

	(void)state;
	CHECK_INT(act("damkar", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT, 0), RC_OK);
	/* The part's step, and what follows for the ticket. */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM event"), before + 2);
	CHECK(db_script(d.db, "UPDATE event SET note = 'x' WHERE id = 1") != RC_OK);
	CHECK(db_script(d.db, "DELETE FROM event WHERE id = 1") != RC_OK);
	CHECK_INT(event_check(d.db, d.arena, &at, head, 1000), RC_OK);
	CHECK_INT(event_check(d.db, d.arena, &at, head, 1000), RC_NOTFOUND);
	CHECK_INT(at, city_count(&d, "SELECT MAX(id) FROM event"));
	/* The times an act set are not set again by the next. */
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM assignment WHERE accepted_at <> 0"), 1);
	d.now += MINUTE;
	CHECK_INT(act("damkar", r.ticket.number, LIFE_ASSIGNMENT, ACT_ARRIVE, 0), RC_OK);
	CHECK(city_count(&d, "SELECT arrived_at - accepted_at FROM assignment"
	    " WHERE accepted_at <> 0") == MINUTE);
}

/* 14: whoever gets round the triggers is found out. */
static void
a_changed_event_breaks_the_chain(void **state)
{
	unsigned char	 head[HASH_SIZE] = { 0 };
	int64_t		 at = 0;

	(void)state;
	call("KBR-BGN");
	CHECK_INT(db_script(d.db, "DROP TRIGGER event_stays;"
	    "UPDATE event SET note = 'lain' WHERE id = 3"), RC_OK);
	CHECK_INT(event_check(d.db, d.arena, &at, head, 1000), RC_CONFLICT);
	CHECK_INT(at, 2);
}

/* 7 */
static void
an_attached_call_keeps_its_own_times(void **state)
{
	struct desk	 taker = city_as(&d, "petugas2");
	struct receipt	 r = call("KBR-BGN"), plus;
	struct filing	 f = filing("KBR-BGN");

	(void)state;
	f.channel = "call";
	f.rang = d.now - 31 * SECOND;
	f.who.phone = "08521234774";
	CHECK_INT(file_attach(&taker, &f, r.ticket.number, &plus), RC_OK);
	CHECK(plus.ticket.id == r.ticket.id && plus.ticket.reporters == 2);
	CHECK(plus.code[0] != '\0' && strcmp(plus.code, r.code) != 0);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM call WHERE type = 'emergency'"), 2);
	CHECK_INT(city_count(&d, "SELECT COUNT(DISTINCT rang_at) FROM call"), 2);
	/* Sent twice, it is still one reporter. */
	CHECK_INT(file_attach(&taker, &f, r.ticket.number, &plus), RC_OK);
	CHECK(plus.again && plus.code[0] == '\0');
	CHECK(ticket(r.ticket.number).reporters == 2);
}

/* 8 */
static void
routing_shows_it_to_whom_it_names_and_to_nobody_else(void **state)
{
	static const struct { const char *login; enum rc sees; } readers[] = {
		{ "damkar", RC_OK }, { "pln", RC_OK }, { "dinkes", RC_OK }, { "polres", RC_OK },
		{ "pupr", RC_NOTFOUND }, { "dinsos", RC_NOTFOUND }, { "damkar.a1", RC_NOTFOUND },
		{ "pengarah", RC_OK }, { "verifikator", RC_OK }, { "walikota", RC_NOTFOUND },
		{ "auditor", RC_NOTFOUND }, { "admin", RC_NOTFOUND },
	};
	struct receipt		 r = call("KBR-BGN");
	struct sheet_view	 s;
	struct desk		 self;
	struct work		 w;
	size_t			 i;

	(void)state;
	for (i = 0; i < COUNT(readers); i++) {
		self = city_as(&d, readers[i].login);
		CHECK_INT(see_ticket(&self, r.ticket.number, &s), readers[i].sees);
	}
	self = city_as(&d, "pln");
	CHECK_INT(see_work(&self, &(struct work_filter){ .priority = -1 }, &w), RC_OK);
	CHECK_INT(w.n, 1);
	self = city_as(&d, "pupr");
	CHECK_INT(see_work(&self, &(struct work_filter){ .priority = -1 }, &w), RC_OK);
	CHECK_INT(w.n, 0);
	/* And what cannot be seen cannot be moved, nor does it say that it exists. */
	CHECK_INT(act("pupr", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT,
	    part_of(r.ticket.number, "DAMKAR")), RC_NOTFOUND);
	CHECK_INT(act("pln", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT,
	    part_of(r.ticket.number, "DAMKAR")), RC_NOTFOUND);
}

/* 9 */
static void
a_transfer_starts_the_clocks_again_and_says_so(void **state)
{
	struct receipt		 r = call("PHN");
	struct desk		 op = city_as(&d, "dlh"), desk = city_as(&d, "pengarah");
	struct order		 o = { .number = r.ticket.number, .life = LIFE_ASSIGNMENT,
	    .act = ACT_TRANSFER, .agency = ref_agency_code(d.ref, "BPBD")->id,
	    .note = "Alat berat di BPBD" };
	struct verdict		 v;
	struct sheet_view	 s;
	size_t			 i, said = 0;

	(void)state;
	d.now += 4 * MINUTE;
	op.now = desk.now = d.now;
	CHECK_INT(move(&op, &o, &v), RC_OK);
	CHECK_INT(see_ticket(&desk, r.ticket.number, &s), RC_OK);
	for (i = 0; i < s.nparts; i++)
		if (s.parts[i].a.open && s.parts[i].a.lead)
			CHECK(s.parts[i].a.sent <= d.now && s.parts[i].a.finish_due > d.now);
	for (i = 0; i < s.nevents; i++)
		said += s.events[i].act == ACT_TRANSFER && s.events[i].note[0] != '\0';
	CHECK_INT(said, 1);
	CHECK_INT(act("dlh", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT, 0), RC_NOTFOUND);
}

/* 12 */
static void
one_submission_is_one_ticket(void **state)
{
	struct filing	 f = filing("JLN");
	struct receipt	 one, two;

	(void)state;
	CHECK_INT(file_report(&d, &f, &one), RC_OK);
	CHECK_INT(file_report(&d, &f, &two), RC_OK);
	CHECK(one.ticket.id == two.ticket.id && two.again && two.code[0] == '\0');
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM ticket"), 1);
	CHECK_INT(city_count(&d, "SELECT COUNT(*) FROM reporter"), 1);
}

/* 13 */
static void
the_slower_of_two_is_told_who_was_faster(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	int64_t		 part = part_of(r.ticket.number, "DAMKAR");
	struct desk	 one = city_as(&d, "damkar"), two = city_as(&d, "damkar2");
	struct order	 o = { .number = r.ticket.number, .life = LIFE_ASSIGNMENT,
	    .act = ACT_ACCEPT, .object = part, .version = 1 };
	struct verdict	 v;

	(void)state;
	CHECK_INT(move(&one, &o, &v), RC_OK);
	CHECK_INT(move(&two, &o, &v), RC_CONFLICT);
	CHECK_TEXT(v.rival.who.name, "Dedi Hartono");
	CHECK(v.state == ST_ACCEPTED);
}

/* Verification is by another person than the one who did the work. */
static void
nobody_checks_the_own_work(void **state)
{
	struct receipt	 r = report("JLN");
	struct desk	 desk = city_as(&d, "penyelia");
	struct verdict	 v;
	struct order	 o = { .number = r.ticket.number,
	    .agency = ref_agency_code(d.ref, "PUPR")->id };

	(void)state;
	CHECK_INT(verify_and_send(&desk, &o, &v), RC_OK);
	/* The supervisor acts for the agency, so must not validate. */
	CHECK_INT(act("penyelia", r.ticket.number, LIFE_COMPLAINT, ACT_START, 0), RC_OK);
	CHECK_INT(act("penyelia", r.ticket.number, LIFE_COMPLAINT, ACT_SUBMIT, 0), RC_OK);
	CHECK_INT(act("penyelia", r.ticket.number, LIFE_COMPLAINT, ACT_VALIDATE, 0), RC_FORBIDDEN);
	CHECK_INT(act("pupr", r.ticket.number, LIFE_COMPLAINT, ACT_VALIDATE, 0), RC_FORBIDDEN);
	CHECK_INT(act("verifikator", r.ticket.number, LIFE_COMPLAINT, ACT_VALIDATE, 0), RC_OK);
	CHECK(ticket(r.ticket.number).state == ST_RESOLVED);
}

/* The new lead is at work already as a helper: nobody need accept it once more. */
static void
routing_to_who_is_at_work_goes_on(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	struct desk	 desk = city_as(&d, "pengarah");
	struct order	 o = { .number = r.ticket.number, .life = LIFE_EMERGENCY,
	    .act = ACT_ROUTE, .note = "Satpol PP lebih dekat",
	    .agency = ref_agency_code(d.ref, "SATPOLPP")->id };
	struct verdict	 v;

	(void)state;
	CHECK_INT(act("satpolpp", r.ticket.number, LIFE_ASSIGNMENT, ACT_ACCEPT, 0), RC_OK);
	CHECK_INT(move(&desk, &o, &v), RC_OK);
	CHECK(v.ticket.state == ST_HANDLING && v.ticket.lead == o.agency);
	CHECK_INT(city_count(&d, LEADS), 0);
	CHECK_INT(act("satpolpp", r.ticket.number, LIFE_EMERGENCY, ACT_RESOLVE, 0), RC_OK);
}

/* Two agencies said it is not theirs: only the supervisor may rule. */
static void
the_second_bounce_goes_to_the_arbiter(void **state)
{
	struct receipt	 r = call("KBR-BGN");
	struct desk	 desk = city_as(&d, "pengarah"), chief = city_as(&d, "penyelia");
	struct order	 o = { .number = r.ticket.number, .life = LIFE_EMERGENCY,
	    .act = ACT_ROUTE, .note = "Coba lagi", .agency = ref_agency_code(d.ref, "BPBD")->id };
	struct verdict	 v;

	(void)state;
	CHECK_INT(act("damkar", r.ticket.number, LIFE_ASSIGNMENT, ACT_REJECT, 0), RC_OK);
	CHECK_INT(move(&desk, &o, &v), RC_OK);
	CHECK_INT(act("bpbd", r.ticket.number, LIFE_ASSIGNMENT, ACT_REJECT, 0), RC_OK);
	o.agency = ref_agency_code(d.ref, "DAMKAR")->id;
	CHECK_INT(move(&desk, &o, &v), RC_FORBIDDEN);
	CHECK_INT(move(&chief, &o, &v), RC_OK);
}

int
main(void)
{
#define TEST(f)	cmocka_unit_test_setup_teardown(f, open_city, close_city)
	const struct CMUnitTest	 tests[] = {
		TEST(exactly_one_agency_leads_while_a_ticket_is_open),
		TEST(closing_ends_every_part_and_every_run),
		TEST(reopening_cancels_the_closing),
		TEST(no_state_changes_without_an_event_and_events_stay),
		TEST(a_changed_event_breaks_the_chain),
		TEST(an_attached_call_keeps_its_own_times),
		TEST(routing_shows_it_to_whom_it_names_and_to_nobody_else),
		TEST(a_transfer_starts_the_clocks_again_and_says_so),
		TEST(one_submission_is_one_ticket),
		TEST(the_slower_of_two_is_told_who_was_faster),
		TEST(nobody_checks_the_own_work),
		TEST(routing_to_who_is_at_work_goes_on),
		TEST(the_second_bounce_goes_to_the_arbiter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

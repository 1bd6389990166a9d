/* test_callout.c: volunteers: sealed, vetted, erased; called out, and who is really coming. */
#include <string.h>

#include "action/callout_action.h"
#include "action/callout_letter.h"
#include "action/retention_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static struct receipt	 flood;
static int		 tokens;

static int
setup(void **state)
{
	struct desk	 d;

	(void)state;
	city = city_open();
	d = city_as(&city, "petugas");
	assert_int_equal(file_call(&d, &(struct filing){ .token = "flood",
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Veteran 3", .area = "99.71.07.1001" }, .title = "Api",
	    .detail = "", .channel = "call", .privacy = PRIVACY_PUBLIC,
	    .priority = PRIORITY_COUNT, .rang = city.now }, &flood), RC_OK);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	city_end(&city);
	return 0;
}

/* One of the city's volunteers, vetted for a year; the village tells how far away. */
static int64_t
volunteer(const char *name, const char *phone, const char *area, bool vetted)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct skill		 boat = { .code = "boat" };
	struct volunteer_order	 o = { .v = { .name = name, .phone = phone,
		.email = "relawan@example.test", .area = area }, .skills = &boat, .nskills = 1,
		.agreed = true };

	assert_int_equal(volunteer_keep(&d, &o), RC_OK);
	if (vetted)
		assert_int_equal(volunteer_vetted(&d, o.v.id, city.now + 365 * DAY, "KTP"), RC_OK);
	return o.v.id;
}

static size_t
suitable(const char *login, int64_t km, int64_t *first)
{
	struct desk		 d = city_as(&city, login);
	struct callout_view	 v;

	assert_int_equal(see_callout(&d, flood.ticket.number, "boat", km * 1000, &v), RC_OK);
	if (first != NULL)
		*first = v.n > 0 ? v.list[0].v.id : 0;
	return v.n;
}

static enum rc
call(const char *login, const int64_t *ids, size_t n, size_t *called)
{
	struct desk	 d = city_as(&city, login);

	return call_out(&d, &(struct callout_order){ .number = flood.ticket.number, .skill = "boat",
	    .words = "Bawa pelampung", .radius = 50000, .volunteers = ids, .n = n,
	    .token = arena_printf(city.arena, "call-%d", ++tokens) }, called);
}

static struct turnout
turnout(void)
{
	struct desk		 d = city_as(&city, "pengarah");
	struct callout_view	 v;

	assert_int_equal(see_callout(&d, flood.ticket.number, "", 0, &v), RC_OK);
	assert_true(v.nsheets > 0);
	return v.sheets[0].turnout;
}

/* The link's code, as the n-th message brings it. */
static const char *
code_of(int n)
{
	const char	*hex, *text;
	int64_t		 event, i;
	unsigned char	*raw;
	size_t		 k;
	struct query	 q = { "seal", "SELECT hex(sealed), event FROM outbox"
		" WHERE kind = 'callout' AND id > 0 ORDER BY id LIMIT 1 OFFSET ?1" };
	struct stmt	*s = db_start(city.db, &q);

	put_int(s, n);
	assert_true(db_next(s));
	hex = arena_text(city.arena, get_text(s));
	event = get_int(s);
	assert_int_equal(db_end(s), RC_OK);
	raw = arena_alloc(city.arena, strlen(hex) / 2 + 1);
	for (k = 0; hex[2 * k] != '\0'; k++) {
		for (raw[k] = 0, i = 0; i < 2; i++)
			raw[k] = (unsigned char)(raw[k] * 16 +
			    (hex[2 * k + (size_t)i] <= '9' ? hex[2 * k + (size_t)i] - '0' :
			    hex[2 * k + (size_t)i] - 'A' + 10));
	}
	assert_int_equal(secret_unseal(city.secret, city.arena, arena_printf(city.arena,
	    "letter:0:%lld", (long long)event), (struct bytes){ raw, k }, &text), RC_OK);
	text = strstr(text, "\"code\":\"") + 8;
	return arena_printf(city.arena, "%.12s", text);
}

static enum rc
say(const char *code, enum callee_step step)
{
	struct desk	 d = city_as(&city, "reporter");

	d.who = (struct actor){ .role = ROLE_VISITOR, .name = "" };
	return callee_say(&d, code, "192.0.2.7", step, step == STEP_YES ? city.now + HOUR : 0);
}

static void
who_a_volunteer_is_is_sealed_and_opened_on_the_record(void **state)
{
	int64_t			 id = volunteer("Siti Rahma", "081234500001",
				     "99.71.07.1001", true);
	struct desk		 d = city_as(&city, "penyelia");
	struct volunteer	 v;
	struct volunteer_sheet	 s;

	(void)state;
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer WHERE instr(sealed, 'Siti') > 0"
	    " OR instr(sealed, '0812345') > 0"), 0);
	CHECK_INT(see_volunteer(&d, id, &s), RC_OK);
	CHECK_TEXT(s.v.name, "Siti Rahma");
	CHECK(strstr(s.v.phone, "3450") == NULL);
	CHECK_INT(volunteer_open(&d, id, "", &v), RC_INPUT);
	CHECK_INT(volunteer_open(&d, id, "Menanyakan kesiapan", &v), RC_OK);
	CHECK_TEXT(v.phone, "081234500001");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'open_volunteer'"), 1);
	d = city_as(&city, "admin");
	CHECK_INT(see_volunteer(&d, id, &s), RC_OK);
	CHECK(strstr(s.v.name, "Siti") == NULL);
	CHECK_INT(volunteer_open(&d, id, "x", &v), RC_FORBIDDEN);
	d = city_as(&city, "damkar.kepala");
	CHECK_INT(see_volunteer(&d, id, &s), RC_NOTFOUND);	/* the city's, not theirs */
	d = city_as(&city, "damkar");
	CHECK_INT(see_volunteer(&d, id, &s), RC_FORBIDDEN);
}

static void
nobody_is_kept_without_consent_or_twice(void **state)
{
	struct desk		 d = city_as(&city, "penyelia");
	struct volunteer_order	 o = { .v = { .name = "Budi", .phone = "081234500002",
		.email = "", .area = "99.71.07.1001" } };

	(void)state;
	CHECK_INT(volunteer_keep(&d, &o), RC_INPUT);
	o.agreed = true;
	CHECK_INT(volunteer_keep(&d, &o), RC_OK);
	o.v.id = 0;
	CHECK_INT(volunteer_keep(&d, &o), RC_CONFLICT);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer WHERE consent = 1"
	    " AND consent_at > 0"), 1);
}

static void
only_who_is_vetted_unexpired_and_near_is_suitable(void **state)
{
	struct desk	 d = city_as(&city, "penyelia");
	int64_t		 near, gone, paper, first;

	(void)state;
	(void)volunteer("Jauh", "081234500003", "99.71.08.1001", true);
	near = volunteer("Dekat", "081234500004", "99.71.07.1001", true);
	(void)volunteer("Belum", "081234500005", "99.71.07.1001", false);
	gone = volunteer("Cabut", "081234500006", "99.71.07.1001", true);
	paper = volunteer("Surat", "081234500007", "99.71.07.1001", true);
	CHECK_INT(suitable("pengarah", 50, &first), 4);
	CHECK_INT(first, near);		/* of those as near the first that was listed */
	CHECK_INT(suitable("pengarah", 1, NULL), 3);
	CHECK_INT(volunteer_withdraw(&d, gone), RC_OK);
	CHECK_INT(suitable("pengarah", 1, NULL), 2);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer WHERE sealed IS NULL"
	    " AND phone IS NULL AND area = '' AND withdrawn_at > 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer_skill"), 4);
	CHECK_INT(volunteer_skill(&d, paper, "boat", city.now + DAY), RC_OK);
	CHECK_INT(suitable("pengarah", 1, NULL), 2);
	city.now += DAY;
	CHECK_INT(suitable("pengarah", 1, NULL), 1);	/* the certificate is over */
	city.now += 364 * DAY;
	CHECK_INT(suitable("pengarah", 50, NULL), 0);	/* the vetting is over */
}

static void
a_call_out_lives_from_the_link_to_the_way_home(void **state)
{
	int64_t		 ids[4] = { volunteer("A", "081234500011", "99.71.07.1001", true),
		volunteer("B", "081234500012", "99.71.07.1001", true),
		volunteer("C", "081234500013", "99.71.07.1001", true),
		volunteer("D", "081234500014", "99.71.07.1001", false) };
	size_t		 called;
	struct turnout	 t;

	(void)state;
	CHECK_INT(call("damkar", ids, 4, &called), RC_FORBIDDEN);
	CHECK_INT(call("pupr.kepala", ids, 4, &called), RC_NOTFOUND);
	CHECK_INT(call("pengarah", ids, 4, &called), RC_OK);
	CHECK_INT(called, 3);			/* D was never vetted */
	CHECK_INT(call("pengarah", ids, 4, &called), RC_INPUT);	/* all are asked already */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE kind = 'callout'"
	    " AND channel = 'mail' AND state = 'waiting'"), 3);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM callee WHERE length(code) = 32"), 3);
	CHECK_INT(say("AAAABBBBCCCC", STEP_YES), RC_NOTFOUND);
	CHECK_INT(say(code_of(0), STEP_ARRIVED), RC_CONFLICT);	/* not before a yes */
	CHECK_INT(say(code_of(0), STEP_YES), RC_OK);
	CHECK_INT(say(code_of(1), STEP_NO), RC_OK);
	t = turnout();
	CHECK(t.asked == 3 && t.yes == 1 && t.no == 1 && t.silent == 1 && t.arrived == 0);
	CHECK_INT(say(code_of(1), STEP_YES), RC_OK);		/* minds change */
	CHECK_INT(say(code_of(0), STEP_ARRIVED), RC_OK);
	CHECK_INT(say(code_of(0), STEP_NO), RC_CONFLICT);
	CHECK_INT(say(code_of(0), STEP_LEFT), RC_OK);
	CHECK_INT(say(code_of(0), STEP_LEFT), RC_CONFLICT);
	t = turnout();
	CHECK(t.yes == 2 && t.silent == 1 && t.arrived == 1 && t.here == 0 && t.left == 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'callee'"
	    " AND ticket <> 0 AND actor = 0"), 5);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'call_out'"), 1);
}

static void
who_guesses_is_slowed_down_and_told_the_same(void **state)
{
	int64_t		 id = volunteer("A", "081234500041", "99.71.07.1001", true);
	size_t		 called;
	int		 i;

	(void)state;
	CHECK_INT(call("penyelia", &id, 1, &called), RC_OK);
	for (i = 0; i < 21; i++)
		CHECK_INT(say(i % 2 ? "AAAABBBBCCCC" : "x", STEP_YES), RC_NOTFOUND);
	CHECK_INT(say(code_of(0), STEP_YES), RC_NOTFOUND);	/* the right one, too */
	city.now += 11 * MINUTE;
	CHECK_INT(say(code_of(0), STEP_YES), RC_OK);
}

static void
the_end_of_the_ticket_ends_it_and_tells_who_is_under_way(void **state)
{
	int64_t		 ids[3] = { volunteer("A", "081234500021", "99.71.07.1001", true),
		volunteer("B", "081234500022", "99.71.07.1001", true),
		volunteer("C", "081234500023", "99.71.07.1001", true) };
	size_t		 called;

	(void)state;
	CHECK_INT(call("penyelia", ids, 3, &called), RC_OK);
	CHECK_INT(say(code_of(0), STEP_YES), RC_OK);
	CHECK_INT(say(code_of(1), STEP_NO), RC_OK);
	city.now += MINUTE;
	CHECK_INT(city_does(&city, "penyelia", &flood, (struct order){ .life = LIFE_EMERGENCY,
	    .act = ACT_CANCEL, .reason = "duplicate", .note = "Tidak ada api" }), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM callout WHERE ended_at > 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM callee WHERE stood_at > 0"), 3);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE kind = 'callout_off'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'call_off'"), 1);
	CHECK_INT(say(code_of(2), STEP_YES), RC_CONFLICT);
	CHECK_INT(call("penyelia", ids, 3, &called), RC_CONFLICT);
}

static void
names_are_forgotten_in_time(void **state)
{
	int64_t		 id = volunteer("Lama", "081234500031", "99.71.07.1001", true);
	size_t		 called, n;
	struct desk	 d;

	(void)state;
	CHECK_INT(call("penyelia", &id, 1, &called), RC_OK);
	d = city_as(&city, "penyelia");
	CHECK_INT(call_off(&d, flood.ticket.number, 1), RC_OK);
	city.now += 366 * DAY;
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM callee WHERE volunteer <> 0"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer WHERE sealed IS NOT NULL"), 1);
	city.now += 365 * DAY;		/* a year after the vetting ended */
	d = city_as(&city, "worker");
	CHECK_INT(worker_retention(&d, &n), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM volunteer WHERE sealed IS NOT NULL"), 0);
}

int
main(void)
{
#define T(f)	cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(who_a_volunteer_is_is_sealed_and_opened_on_the_record),
		T(nobody_is_kept_without_consent_or_twice),
		T(only_who_is_vetted_unexpired_and_near_is_suitable),
		T(a_call_out_lives_from_the_link_to_the_way_home),
		T(who_guesses_is_slowed_down_and_told_the_same),
		T(the_end_of_the_ticket_ends_it_and_tells_who_is_under_way),
		T(names_are_forgotten_in_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_callback.c: numbers to be called back. */
#include <string.h>

#include "action/callback_action.h"
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

static bool
misses(const char *token, const char *number, const char *line)
{
	struct desk	 d = city_as(&city, "worker");
	struct missed	 m = { .token = token, .number = number, .line = line, .rang = city.now };
	int64_t		 call;
	bool		 again;

	assert_int_equal(db_begin(d.db), RC_OK);
	assert_int_equal(db_finish(d.db, call_missed(&d, &m, &call, &again)), RC_OK);
	assert_true(call > 0);
	return again;
}

static struct recalls
queue(const char *login)
{
	struct desk	 d = city_as(&city, login);
	struct recalls	 r;

	assert_int_equal(see_recalls(&d, &r), RC_OK);
	return r;
}

static enum rc
does(const char *login, int64_t id, enum recall_step step, const char *token,
    struct recall_done *out)
{
	struct desk		 d = city_as(&city, login);
	struct recall_order	 o = { id, step, token, "" };

	return recall_do(&d, &o, out);
}

static size_t
rings(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_recalls(&d, &n), RC_OK);
	return n;
}

static struct filing
form(const char *token, const char *phone, const char *detail)
{
	return (struct filing){ .token = token,
	    .category = ref_category_code(city.ref, "KBR-BGN"),
	    .place = { .text = "Jl. Rimbo 2", .area = "99.71.07.1001" }, .title = detail,
	    .detail = detail, .channel = "call", .privacy = PRIVACY_PUBLIC,
	    .who = { "", phone, "", "" }, .lang = "id", .priority = PRIORITY_COUNT,
	    .rang = city.now };
}

static void
closes(const char *token, const char *phone, const char *type, const char *detail)
{
	struct filing	 f = form(token, phone, detail);
	struct desk	 d = city_as(&city, "petugas");

	CHECK_INT(file_disposition(&d, &f, type), RC_OK);
}

static void
one_row_for_a_number(void **state)
{
	struct recalls	 r;

	(void)state;
	CHECK(!misses("a", "081277450391", "112-1"));
	city.now += MINUTE;
	CHECK(!misses("b", "081277450391", "112-2"));
	CHECK(misses("b", "081277450391", "112-2"));
	CHECK(!misses("c", "", "112-1"));
	r = queue("petugas");
	CHECK_INT(r.n, 1);
	CHECK_INT(r.rows[0].calls, 2);
	CHECK_INT(r.rows[0].first, city.now - MINUTE);
	CHECK_INT(r.waiting, 1);
	CHECK_TEXT(r.rows[0].phone, "0812 \u2022\u2022\u2022\u2022 0391");
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE state = 'closed'"
	    " AND type = 'dropped' AND phone IS NULL"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'miss'"), 3);
}

static void
urgent_first_then_the_oldest(void **state)
{
	struct filing	 f = form("t", "081200000009", "Api");
	struct receipt	 rec;
	struct desk	 d = city_as(&city, "petugas");
	struct recalls	 r;

	(void)state;
	CHECK_INT(file_call(&d, &f, &rec), RC_OK);
	misses("a", "081200000001", "");
	city.now += MINUTE;
	misses("b", "081200000002", "");
	city.now += MINUTE;
	misses("c", "081200000009", "");	/* has an open ticket */
	city.now += MINUTE;
	closes("d", "081200000003", "dropped", "istri saya tidak napas");
	r = queue("pengarah");
	CHECK_INT(r.n, 4);
	CHECK_TEXT(r.rows[0].why, "ticket");
	CHECK_TEXT(r.rows[0].number, rec.ticket.number);
	CHECK_TEXT(r.rows[1].why, "words");
	CHECK(strncmp(r.rows[2].phone, "0812", 4) == 0 && !r.rows[2].urgent);
	CHECK(r.rows[2].first < r.rows[3].first);
}

static void
two_people_cannot_both_take_it(void **state)
{
	struct recall_done	 out;
	struct recalls		 r;

	(void)state;
	misses("a", "081277450391", "");
	CHECK_INT(does("walikota", 1, RECALL_TAKE, "t0", &out), RC_FORBIDDEN);
	CHECK_INT(does("petugas", 9, RECALL_TAKE, "t0", &out), RC_NOTFOUND);
	CHECK_INT(does("petugas", 1, RECALL_NO_ANSWER, "t0", &out), RC_CONFLICT);	/* not taken */
	CHECK_INT(does("petugas", 1, RECALL_TAKE, "t1", &out), RC_OK);
	CHECK_INT(does("petugas", 1, RECALL_TAKE, "t1", &out), RC_OK);	/* a second click */
	CHECK_INT(does("pengarah", 1, RECALL_TAKE, "t2", &out), RC_CONFLICT);
	CHECK(*out.rival != '\0');
	r = queue("petugas");
	CHECK(r.rows[0].mine);
	CHECK_TEXT(r.rows[0].phone, "081277450391");
	CHECK_TEXT(queue("pengarah").rows[0].phone, "0812 \u2022\u2022\u2022\u2022 0391");
	CHECK_INT(queue("pengarah").waiting, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'recall'"), 1);
	city.now += RECALL_LEASE * MINUTE;		/* the lease ends by itself */
	CHECK_INT(does("pengarah", 1, RECALL_TAKE, "t3", &out), RC_OK);
	CHECK_INT(does("petugas", 1, RECALL_WRONG, "t4", &out), RC_CONFLICT);
	CHECK_INT(does("pengarah", 1, RECALL_RELEASE, "t5", &out), RC_OK);
	CHECK_INT(queue("pengarah").waiting, 1);
}

static void
three_tries_in_vain(void **state)
{
	static const char *const	 tokens[] = { "t1", "n1", "t2", "n2", "t3", "n3" };
	struct recall_done		 out;
	size_t				 i;

	(void)state;
	misses("a", "081277450391", "");
	for (i = 0; i < 3; i++) {
		CHECK_INT(does("petugas", 1, RECALL_TAKE, tokens[2 * i], &out), RC_OK);
		CHECK_INT(does("petugas", 1, RECALL_NO_ANSWER, tokens[2 * i + 1], &out), RC_OK);
		CHECK(out.over == (i == 2));
		if (i < 2) {
			CHECK_INT(out.again, city.now + RECALL_AGAIN * MINUTE);
			CHECK(queue("petugas").rows[0].rests);
			CHECK_INT(queue("petugas").waiting, 0);
		}
		city.now += RECALL_AGAIN * MINUTE;
	}
	CHECK_INT(queue("petugas").n, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM recall WHERE outcome = 'no_answer'"
	    " AND phone IS NULL AND open = 0"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE state = 'closed'"
	    " AND type = 'dropped'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'recall_try'"), 3);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'end'"
	    " AND data = 'no_answer'"), 1);
}

/* The form that opens is this call's: what it becomes, the call has become. */
static void
who_is_reached_goes_on_at_the_desk(void **state)
{
	struct desk		 d = city_as(&city, "petugas");
	struct recall_done	 out;
	struct draft		 draft;
	struct filing		 f;
	struct receipt		 r;
	int64_t			 rang = city.now;

	(void)state;
	misses("pbx:17", "081277450391", "112-1");
	city.now += MINUTE;
	misses("pbx:18", "081277450391", "112-1");
	CHECK_INT(does("petugas", 1, RECALL_TAKE, "t1", &out), RC_OK);
	CHECK_INT(does("petugas", 1, RECALL_REACHED, "t2", &out), RC_OK);
	CHECK(out.over && out.draft != 0);
	CHECK_INT(draft_find(&d, out.draft, &draft), RC_OK);
	CHECK_TEXT(pairs_get(&draft.said, "phone"), "081277450391");
	CHECK(secret_minted(city.secret, draft.token, city.now, DAY));
	CHECK_INT(draft_keep(&d, draft.token, "phone=081277450391&place=Jl.+Rimbo", city.now),
	    RC_OK);
	CHECK(misses("pbx:18", "081277450391", "112-1"));	/* told once more: nothing new */
	f = form(draft.token, "081277450391", "Api");
	CHECK_INT(file_call(&d, &f, &r), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE ticket <> 0"
	    " AND type = 'emergency' AND state = 'closed'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call"), 2);
	CHECK_INT(city_count(&city, "SELECT rang_at FROM call WHERE ticket <> 0"), rang + MINUTE);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM draft"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'call_back'"
	    " AND after = 'called_back'"), 1);
}

static void
a_call_back_that_was_left_is_closed(void **state)
{
	struct desk		 w = city_as(&city, "worker");
	struct recall_done	 out;
	size_t			 n;

	(void)state;
	misses("a", "081277450391", "");
	CHECK_INT(does("petugas", 1, RECALL_TAKE, "t1", &out), RC_OK);
	CHECK_INT(does("petugas", 1, RECALL_REACHED, "t2", &out), RC_OK);
	city.now += (int64_t)DRAFT_MINUTES * MINUTE;
	w.now = city.now;
	CHECK_INT(worker_drafts(&w, &n), RC_OK);
	CHECK_INT(n, 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE state = 'closed'"
	    " AND type = 'dropped'"), 1);
	CHECK_INT(queue("petugas").n, 0);
}

static void
who_got_through_is_not_called_back(void **state)
{
	(void)state;
	misses("a", "081277450391", "");
	closes("b", "081277450391", "ghost", "");
	CHECK_INT(queue("petugas").n, 1);
	closes("c", "081277450391", "information", "");
	CHECK_INT(queue("petugas").n, 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM call WHERE state = 'callback_queue'"), 0);
}

static void
a_dropped_call_with_a_number_waits(void **state)
{
	(void)state;
	closes("a", "081277450391", "dropped", "");
	closes("b", "", "dropped", "");
	CHECK_INT(queue("petugas").n, 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'queue'"), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'end'"), 1);
}

static void
the_supervisor_hears_who_waits_too_long(void **state)
{
	struct recall_done	 out;

	(void)state;
	CHECK_INT(setting_write(city.db, "recall_alarm", "0"), RC_INPUT);
	misses("a", "081277450391", "");
	city.now += RECALL_PATIENCE * MINUTE - SECOND;
	CHECK_INT(rings(), 0);
	city.now += SECOND;
	CHECK_INT(rings(), 1);
	CHECK_INT(rings(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM signal WHERE kind = 'recall-late'"
	    " AND role = 'supervisor'"), 1);
	city.now += RECALL_PATIENCE * MINUTE;
	CHECK_INT(does("petugas", 1, RECALL_TAKE, "t1", &out), RC_OK);
	CHECK_INT(rings(), 0);			/* somebody is at it */
	CHECK_INT(setting_write(city.db, "recall_alarm", "10"), RC_OK);
	misses("b", "081277450392", "");
	city.now += 9 * MINUTE;
	CHECK_INT(rings(), 1);			/* the first; its lease is over */
	city.now += MINUTE;
	CHECK_INT(rings(), 1);
}

int
main(void)
{
#define T(x)	cmocka_unit_test_setup_teardown(x, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(one_row_for_a_number), T(urgent_first_then_the_oldest),
		T(two_people_cannot_both_take_it), T(three_tries_in_vain),
		T(who_is_reached_goes_on_at_the_desk), T(a_call_back_that_was_left_is_closed),
		T(who_got_through_is_not_called_back), T(a_dropped_call_with_a_number_waits),
		T(the_supervisor_hears_who_waits_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

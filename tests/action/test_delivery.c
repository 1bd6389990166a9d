/* test_delivery.c: what fails, rests, dies and is tried again; who is told of it; in which words. */
#include <string.h>

#include "action/deliver_action.h"
#include "action/gateway_action.h"
#include "action/text_gateway.h"
#include "action/worker_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/way_store.h"

static struct desk	 city;
static struct tmpl	*tmpl;
static enum rc		 mail_mood, hook_mood;
static int		 mails, hooks;
static char		 last[2000];

static enum rc
to_mail(struct arena *a, const struct letter *l)
{
	(void)a, (void)l;
	mails++;
	return mail_mood;
}

static enum rc
to_hook(struct arena *a, const struct hook *h)
{
	(void)a;
	assert_true(strlen(h->body) < sizeof(last));
	memcpy(last, h->body, strlen(h->body) + 1);
	hooks++;
	return hook_mood;
}

static size_t
sends(void)
{
	const struct post_office	 office = { .tmpl = tmpl, .server = "smtp://192.0.2.1",
		.from = "siaga@bahari.example", .url = "https://siaga.example", .send = to_mail,
		.hook = to_hook };
	struct desk			 d = city_as(&city, "worker");
	size_t				 n, more;

	CHECK_INT(worker_letters(&d, &office, &n), RC_OK);
	CHECK_INT(worker_notices(&d, &office, &more), RC_OK);
	return n + more;
}

/* The fire brigade's operator hears by mail and SMS: what way_add() makes, once confirmed. */
static void
give(enum channel c, const char *address)
{
	struct desk	 d = city_as(&city, "damkar");
	struct way	 w = { .account = d.who.id, .channel = c, .kinds = NOTICE_ALL,
		.added = d.now, .verified = d.now };

	w.sealed = secret_seal(d.secret, d.arena, arena_printf(d.arena, "way:%lld:%s",
	    (long long)d.who.id, channel_code(c)), address);
	CHECK_INT(way_put(d.db, &w), RC_OK);
}

static int
setup(void **state)
{
	struct desk	 admin;
	const char	*secret;

	(void)state;
	city = city_open();
	tmpl = tmpl_open("templates");
	mails = hooks = 0;
	mail_mood = hook_mood = RC_OK;
	admin = city_as(&city, "admin");
	CHECK_INT(gateway_make(&admin, "gw", GATEWAY_TEXT, &secret), RC_OK);
	CHECK_INT(text_hook(&admin, "gw", "http://127.0.0.1:1/x"), RC_OK);
	CHECK_INT(text_carry(&admin, "gw", CHANNEL_SMS), RC_OK);
	give(CHANNEL_MAIL, "regu@contoh.example");
	give(CHANNEL_SMS, "081234567890");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	tmpl_close(tmpl);
	city_end(&city);
	return 0;
}

/* A trial by a channel, or (urgent) an alarm about nothing in particular. */
static void
write_one(enum channel c, int64_t event, bool urgent)
{
	struct desk	 d = city_as(&city, "damkar");

	CHECK_INT(notice_add(d.db, &(struct notice_new){ .kind = NOTICE_TEST, .channel = c,
	    .account = d.who.id, .event = event, .urgent = urgent, .now = d.now }), RC_OK);
}

static struct carrier
carrier(enum channel c)
{
	struct carrier	 out;

	CHECK_INT(carrier_of(city.db, c, &out), RC_OK);
	return out;
}

static size_t
looks(void)
{
	struct desk	 d = city_as(&city, "worker");
	size_t		 n;

	CHECK_INT(worker_carriers(&d, &n), RC_OK);
	return n;
}

/* --- channels ------------------------------------------------------------------------- */

static void
one_dead_channel_stops_no_other(void **state)
{
	int64_t	 event;

	(void)state;
	for (event = 1; event <= 5; event++) {
		write_one(CHANNEL_SMS, event, false);
		write_one(CHANNEL_MAIL, event, false);
	}
	hook_mood = RC_BUSY;
	CHECK_INT(sends(), 5);		/* the letters */
	CHECK_INT(hooks, 1);		/* who does not answer is not asked for each */
	CHECK_INT(city_count(&city, "SELECT sum(tries) FROM outbox WHERE channel = 'sms'"), 1);
	CHECK_INT(carrier(CHANNEL_MAIL).fails, 0);
	CHECK_INT(carrier(CHANNEL_SMS).fails, 1);
}

static void
a_channel_that_fails_rests_and_comes_back(void **state)
{
	int	 i;

	(void)state;
	hook_mood = RC_BUSY;
	for (i = 1; i <= 3; i++) {
		write_one(CHANNEL_SMS, i, false);
		sends();
	}
	CHECK_INT(hooks, 3);
	CHECK_INT(carrier(CHANNEL_SMS).until, city.now + 5 * SECOND);
	hook_mood = RC_OK;
	write_one(CHANNEL_SMS, 4, true);
	CHECK_INT(sends(), 0);		/* it rests, whatever is written */
	city.now += 5 * SECOND;
	CHECK_INT(sends(), 1);
	CHECK_INT(hooks, 4);
	CHECK_INT(carrier(CHANNEL_SMS).fails, 0);
	CHECK_INT(carrier(CHANNEL_SMS).ok, city.now);
}

static void
it_is_tried_so_often_then_dead_until_somebody_says_again(void **state)
{
	struct desk	 lead = city_as(&city, "penyelia"), other = city_as(&city, "damkar");
	int64_t		 wait;
	int		 i;

	(void)state;
	write_one(CHANNEL_SMS, 1, true);
	hook_mood = RC_BUSY;
	for (i = 1; i <= NOTICE_TRIES; i++) {
		sends();
		CHECK_INT(hooks, i);
		wait = notice_wait(i, true, true, 1);
		city.now += wait > MINUTE ? wait : MINUTE;	/* it rests a minute at most */
	}
	sends();
	CHECK_INT(hooks, NOTICE_TRIES);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'dead'"
	    " AND why = 'given_up'"), 1);
	hook_mood = RC_OK;
	CHECK_INT(deliver_again(&other, 1), RC_FORBIDDEN);
	CHECK_INT(deliver_again(&lead, 99), RC_NOTFOUND);
	CHECK_INT(deliver_again(&lead, 1), RC_OK);
	CHECK_INT(deliver_again(&lead, 1), RC_NOTFOUND);	/* not dead any more */
	CHECK_INT(sends(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'notify'"
	    " AND data LIKE '%again%'"), 1);
}

static void
what_is_refused_is_dead_at_once(void **state)
{
	struct desk	 lead = city_as(&city, "penyelia");
	int64_t		 event;

	(void)state;
	hook_mood = RC_INPUT;
	for (event = 1; event <= 6; event++)
		write_one(CHANNEL_SMS, event, false);
	CHECK_INT(sends(), 0);
	CHECK_INT(hooks, 6);		/* it answers: each is asked for */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE why = 'refused'"), 6);
	hook_mood = RC_OK;
	CHECK_INT(deliver_all_again(&lead, CHANNEL_MAIL), RC_OK);
	CHECK_INT(sends(), 0);
	CHECK_INT(deliver_all_again(&lead, CHANNEL_SMS), RC_OK);
	CHECK_INT(sends(), 6);
}

/* A code that lay dead would be somebody's key: it is asked for anew, never sent again. */
static void
a_code_is_never_sent_twice(void **state)
{
	struct desk	 lead = city_as(&city, "penyelia"), d = city_as(&city, "damkar");

	(void)state;
	CHECK_INT(notice_add(d.db, &(struct notice_new){ .kind = NOTICE_CODE,
	    .channel = CHANNEL_SMS, .account = d.who.id, .event = 1, .now = d.now }), RC_OK);
	CHECK_INT(sends(), 0);		/* nothing is sealed in it */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'dead'"), 1);
	CHECK_INT(deliver_again(&lead, 1), RC_NOTFOUND);
	CHECK_INT(deliver_all_again(&lead, CHANNEL_SMS), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE state = 'dead'"), 1);
}

static void
a_channel_that_is_ill_is_said_and_so_is_that_it_is_well(void **state)
{
	struct desk		 lead = city_as(&city, "penyelia"), op = city_as(&city, "damkar");
	struct channel_view	 list[CHANNEL_COUNT];
	size_t			 i, n;

	(void)state;
	CHECK_INT(looks(), 0);
	write_one(CHANNEL_SMS, 1, true);
	hook_mood = RC_BUSY;
	for (i = 0; i < CARRIER_SICK; i++) {
		sends();
		if (i + 1 < CARRIER_SICK) {
			CHECK_INT(looks(), 0);
			city.now += notice_wait((int64_t)i + 1, true, true, 1);
		}
	}
	CHECK_INT(looks(), 1);
	CHECK_INT(looks(), 0);		/* once */
	CHECK_INT(see_carriers(&op, list, &n), RC_FORBIDDEN);
	CHECK_INT(see_carriers(&lead, list, &n), RC_OK);
	CHECK_INT(n, 3);		/* nobody takes WhatsApp here */
	CHECK_INT(list[1].c.channel, CHANNEL_SMS);
	CHECK_INT(list[1].ill, ILL_FAILS);
	CHECK_INT(list[1].waiting, 1);
	CHECK(list[1].urgent != 0 && list[0].urgent == 0);
	CHECK_INT(list[0].ill, ILL_NOT);
	hook_mood = RC_OK;
	city.now += 5 * MINUTE;
	CHECK_INT(sends(), 1);
	CHECK_INT(looks(), 1);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'notify'"
	    " AND (data LIKE '%fails%' OR data LIKE '%well%')"), 2);
}

/* Though the channel may never have failed: nobody is sending at all. */
static void
what_is_urgent_and_lies_is_said(void **state)
{
	(void)state;
	write_one(CHANNEL_MAIL, 1, false);
	city.now += URGENT_LATE + 1;
	CHECK_INT(looks(), 0);
	write_one(CHANNEL_MAIL, 2, true);
	city.now += URGENT_LATE;
	CHECK_INT(looks(), 0);
	city.now += 1;
	CHECK_INT(looks(), 1);
}

static void
lists_are_paged_and_name_no_address(void **state)
{
	static struct delivery	 list[DELIVERIES];
	struct desk		 lead = city_as(&city, "penyelia"), op = city_as(&city, "damkar");
	int64_t			 event;
	size_t			 n;
	bool			 more;

	(void)state;
	for (event = 1; event <= DELIVERIES + 3; event++)
		write_one(CHANNEL_SMS, event, false);
	CHECK_INT(see_deliveries(&op, CHANNEL_NONE, "waiting", 0, list, &n, &more),
	    RC_FORBIDDEN);
	CHECK_INT(see_deliveries(&lead, CHANNEL_SMS, "waiting", 0, list, &n, &more), RC_OK);
	CHECK_INT(n, DELIVERIES);
	CHECK(more);
	CHECK(list[0].id > list[1].id);
	CHECK_TEXT(list[0].person, op.who.name);
	CHECK_INT(see_deliveries(&lead, CHANNEL_NONE, "waiting", list[n - 1].id, list, &n,
	    &more), RC_OK);
	CHECK_INT(n, 3);
	CHECK(!more);
	CHECK_INT(see_deliveries(&lead, CHANNEL_MAIL, "waiting", 0, list, &n, &more), RC_OK);
	CHECK_INT(n, 0);
}

/* --- words ----------------------------------------------------------------------------- */

static void
new_words_are_in_force_at_once_and_old_ones_kept(void **state)
{
	struct desk		 lead = city_as(&city, "penyelia"), op = city_as(&city, "damkar");
	struct pattern		 list[PATTERN_VERSIONS], p = { .kind = NOTICE_TEST,
		.channel = CHANNEL_SMS, .lang = "id", .version = 1, .words = "Halo dari {kota}." };
	enum pattern_fault	 fault;
	size_t			 n;

	(void)state;
	CHECK_INT(pattern_write(&op, &p, &fault), RC_FORBIDDEN);
	CHECK_INT(pattern_write(&lead, &p, &fault), RC_OK);
	CHECK_INT(pattern_write(&lead, &p, &fault), RC_CONFLICT);	/* somebody was faster */
	p.version = 2;
	p.words = "Halo {nama}";
	CHECK_INT(pattern_write(&lead, &p, &fault), RC_INPUT);
	CHECK_INT(fault, PATTERN_UNKNOWN);
	CHECK_INT(see_pattern(&lead, &p, list, &n), RC_OK);
	CHECK_INT(n, 2);
	CHECK_TEXT(list[0].words, "Halo dari {kota}.");
	CHECK_TEXT(list[0].author, lead.who.name);
	CHECK_TEXT(list[1].author, "");
	write_one(CHANNEL_SMS, 1, false);
	CHECK_INT(sends(), 1);
	CHECK(strstr(last, "\"Halo dari Kota Bahari.\"") != NULL);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'notify'"
	    " AND data LIKE '%\"version\":2%'"), 1);
	p.kind = NOTICE_CODE;
	p.channel = CHANNEL_PUSH;
	CHECK_INT(see_pattern(&lead, &p, list, &n), RC_NOTFOUND);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
#define TEST(t)	cmocka_unit_test_setup_teardown(t, setup, teardown)
		TEST(one_dead_channel_stops_no_other),
		TEST(a_channel_that_fails_rests_and_comes_back),
		TEST(it_is_tried_so_often_then_dead_until_somebody_says_again),
		TEST(what_is_refused_is_dead_at_once),
		TEST(a_code_is_never_sent_twice),
		TEST(a_channel_that_is_ill_is_said_and_so_is_that_it_is_well),
		TEST(what_is_urgent_and_lies_is_said),
		TEST(lists_are_paged_and_name_no_address),
		TEST(new_words_are_in_force_at_once_and_old_ones_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

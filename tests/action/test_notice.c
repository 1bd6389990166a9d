/* test_notice.c: people are told by the channels they chose; on a clock of the test's own. */
#include <string.h>

#include "action/core.h"
#include "action/gateway_action.h"
#include "action/notice_action.h"
#include "action/text_gateway.h"
#include "action/way_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"
#include "store/account_store.h"
#include "store/ticket_store.h"

static struct desk	 city;

/* What was handed over last, and how whoever takes it feels. */
static struct {
	char	 to[100], text[2000], subject[300];
	int	 n;
	enum rc	 mood;
} mail, hook, push;

static struct tmpl	*tmpl;

static void
put_down(char *to, size_t size, const char *text)
{
	assert_true(strlen(text) < size);
	memcpy(to, text, strlen(text) + 1);
}

static enum rc
to_mail(struct arena *a, const struct letter *l)
{
	(void)a;
	put_down(mail.to, sizeof(mail.to), l->to);
	put_down(mail.text, sizeof(mail.text), l->text);
	put_down(mail.subject, sizeof(mail.subject), l->subject);
	mail.n++;
	return mail.mood;
}

static enum rc
to_hook(struct arena *a, const struct hook *h)
{
	(void)a;
	put_down(hook.text, sizeof(hook.text), h->body);
	hook.n++;
	return hook.mood;
}

static enum rc
to_push(struct arena *a, const struct hook_push *p)
{
	(void)a;
	put_down(push.to, sizeof(push.to), p->url);
	put_down(push.text, sizeof(push.text), p->vouch);
	push.n++;
	return push.mood;
}

/* One second of the process that sends. */
static size_t
sends(void)
{
	const struct post_office	 office = { .tmpl = tmpl, .server = "smtp://192.0.2.1",
		.from = "siaga@bahari.example", .url = "https://siaga.example", .send = to_mail,
		.hook = to_hook, .push = to_push };
	struct desk			 d = city_as(&city, "worker");
	size_t				 n, more;

	CHECK_INT(worker_letters(&d, &office, &n), RC_OK);
	CHECK_INT(worker_notices(&d, &office, &more), RC_OK);
	return n + more;
}

static void
begin_with_a_gateway(void)
{
	struct desk	 admin = city_as(&city, "admin");
	const char	*secret;

	CHECK_INT(gateway_make(&admin, "gw", GATEWAY_TEXT, &secret), RC_OK);
	CHECK_INT(text_carry(&admin, "gw", CHANNEL_SMS), RC_INPUT);	/* no address yet */
	CHECK_INT(text_hook(&admin, "gw", "http://127.0.0.1:1/x"), RC_OK);
	CHECK_INT(text_carry(&admin, "gw", CHANNEL_MAIL), RC_INPUT);
	CHECK_INT(text_carry(&admin, "gw", CHANNEL_SMS), RC_OK);
}

static int
setup(void **state)
{
	(void)state;
	city = city_open();
	tmpl = tmpl_open("templates");
	mail.n = hook.n = push.n = 0;
	mail.mood = hook.mood = push.mood = RC_OK;
	begin_with_a_gateway();
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

/* The six digits in a text. */
static const char *
code_in(const char *text)
{
	static char	 code[WAY_CODE + 1];

	for (; *text != '\0'; text++)
		if (strspn(text, "0123456789") == WAY_CODE) {
			memcpy(code, text, WAY_CODE);
			return code;
		}
	fail_msg("no code");
	return "";
}

static void
verify(const char *login, enum channel c, const char *address)
{
	struct desk	 d = city_as(&city, login);

	CHECK_INT(way_add(&d, c, address), RC_OK);
	CHECK_INT(sends(), 1);
	CHECK_INT(way_confirm(&d, c, code_in(c == CHANNEL_MAIL ? mail.text : strstr(hook.text,
	    "\"text\""))), RC_OK);
}

/* Of RFC 8291's example. */
static enum rc
adds_browser(const char *login, const char *endpoint)
{
	struct desk	 d = city_as(&city, login);

	return browser_add(&d, endpoint, "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-"
	    "AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "BTBZMqHH6r4Tts7J_aSIgg", NULL);
}

/* An alarm of a fire (P1), of a snake (P2), for one agency. */
static struct receipt
alarm_of_by(const char *category, int64_t event, const char *step, const char *agency)
{
	struct receipt	 r = city_filed(&city, category, false, PRIVACY_PUBLIC);
	struct desk	 d = city_as(&city, "worker");
	struct work_on	 w = { .d = &d, .event = event };

	while (sends() > 0)		/* what its agencies are told */
		;
	CHECK_INT(ticket_by_id(d.db, d.arena, r.ticket.id, &w.t), RC_OK);
	CHECK_INT(db_begin(d.db), RC_OK);
	CHECK_INT(db_finish(d.db, core_tell_step(&w, step,
	    ref_agency_code(d.ref, agency)->id)), RC_OK);
	CHECK_INT(db_begin(d.db), RC_OK);	/* told again, it is told once */
	CHECK_INT(db_finish(d.db, core_tell_step(&w, step,
	    ref_agency_code(d.ref, agency)->id)), RC_OK);
	mail.n = hook.n = push.n = 0;
	return r;
}

static struct receipt
alarm_of(const char *category, int64_t event, const char *step)
{
	return alarm_of_by(category, event, step, "DAMKAR");
}

/* --- whose address it is ------------------------------------------------------------------ */

static void
a_code_shows_whose_address_it_is(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	char		 code[WAY_CODE + 1];
	int		 i;

	(void)state;
	CHECK_INT(way_add(&d, CHANNEL_MAIL, "not an address"), RC_INPUT);
	CHECK_INT(way_add(&d, CHANNEL_WHATSAPP, "081234567890"), RC_INPUT);	/* no gateway */
	CHECK_INT(way_add(&d, CHANNEL_SMS, "0812 3456 7890"), RC_OK);
	CHECK_INT(way_ask(&d, CHANNEL_SMS), RC_CONFLICT);	/* too soon */
	CHECK_INT(sends(), 1);
	CHECK(strstr(hook.text, "\"to\":\"081234567890\"") != NULL);
	memcpy(code, code_in(strstr(hook.text, "\"text\"")), sizeof(code));
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE sealed IS NOT NULL"), 0);
	CHECK_INT(way_try(&d, CHANNEL_SMS), RC_NOTFOUND);	/* not shown yet to be theirs */
	for (i = 0; i < WAY_TRIES; i++)
		CHECK_INT(way_confirm(&d, CHANNEL_SMS, strcmp(code, "123456") == 0 ? "654321" :
		    "123456"), RC_INPUT);
	CHECK_INT(way_confirm(&d, CHANNEL_SMS, code), RC_CONFLICT);	/* guessed at too often */
	city.now = d.now += WAY_PAUSE;
	CHECK_INT(way_ask(&d, CHANNEL_SMS), RC_OK);
	CHECK_INT(sends(), 1);
	memcpy(code, code_in(strstr(hook.text, "\"text\"")), sizeof(code));
	city.now = d.now += WAY_GOOD;
	CHECK_INT(way_confirm(&d, CHANNEL_SMS, code), RC_CONFLICT);	/* too old */
	CHECK_INT(way_ask(&d, CHANNEL_SMS), RC_OK);
	CHECK_INT(sends(), 1);
	CHECK_INT(way_confirm(&d, CHANNEL_SMS, code_in(strstr(hook.text, "\"text\""))), RC_OK);
	CHECK_INT(way_try(&d, CHANNEL_SMS), RC_OK);
	CHECK_INT(sends(), 1);
	CHECK(strstr(hook.text, "kanal ini berfungsi") != NULL);
}

static void
codes_are_asked_for_so_often(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	int		 i;

	(void)state;
	for (i = 0; i < WAY_ASKED; i++)
		CHECK_INT(way_add(&d, CHANNEL_MAIL, "a@contoh.example"), RC_OK);
	CHECK_INT(way_add(&d, CHANNEL_MAIL, "a@contoh.example"), RC_CONFLICT);
	d.now += HOUR;
	CHECK_INT(way_add(&d, CHANNEL_MAIL, "a@contoh.example"), RC_OK);
}

/* --- who is told by what --------------------------------------------------------------------- */

static void
a_step_is_told_once_by_each_channel(void **state)
{
	struct receipt	 r;

	(void)state;
	verify("damkar", CHANNEL_MAIL, "regu@contoh.example");
	verify("damkar", CHANNEL_SMS, "081234567890");
	CHECK_INT(adds_browser("damkar", "https://push.example/1"), RC_OK);
	CHECK_INT(adds_browser("damkar", "https://push.example/2"), RC_OK);
	CHECK_INT(adds_browser("damkar", "http://127.0.0.1:9/1"), RC_INPUT);
	r = alarm_of("KBR-BGN", 7001, "duty_officer");
	CHECK_INT(sends(), 3);
	CHECK_INT(mail.n, 1);
	CHECK_INT(hook.n, 1);
	CHECK_INT(push.n, 2);		/* a message, two browsers */
	CHECK_INT(sends(), 0);
	CHECK_TEXT(mail.to, "regu@contoh.example");
	CHECK(strstr(mail.subject, r.ticket.number) != NULL);
	CHECK(strstr(hook.text, r.ticket.number) != NULL);
	CHECK(strstr(hook.text, "P1 ") != NULL);
	CHECK(strstr(hook.text, "https://siaga.example/tiket/") != NULL);
	CHECK(strstr(mail.text, "Upik") == NULL && strstr(mail.text, "0812") == NULL);
	CHECK(strstr(mail.text, "Veteran") == NULL && strstr(hook.text, "Veteran") == NULL);
	CHECK(strncmp(push.text, "vapid t=", 8) == 0);
}

static void
only_what_was_chosen_and_verified(void **state)
{
	struct desk	 d = city_as(&city, "damkar"), head = city_as(&city, "damkar.kepala");

	(void)state;
	verify("damkar", CHANNEL_MAIL, "regu@contoh.example");
	CHECK_INT(way_choose(&d, CHANNEL_MAIL, 1 << NOTICE_ESCALATE), RC_OK);
	CHECK_INT(way_add(&head, CHANNEL_SMS, "081234567890"), RC_OK);
	CHECK_INT(sends(), 1);
	alarm_of("KBR-BGN", 7001, "duty_officer");
	CHECK_INT(sends(), 0);
	alarm_of("KBR-BGN", 7002, "agency_head");	/* not for the operator */
	CHECK_INT(sends(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE event IN (7001, 7002)"), 0);
}

static void
what_is_sensitive_is_not_named(void **state)
{
	(void)state;
	verify("satpolpp", CHANNEL_SMS, "081234567890");
	alarm_of_by("KDRT", 7001, "duty_officer", "SATPOLPP");
	CHECK_INT(sends(), 1);
	CHECK(strstr(hook.text, "kejadian peka, lokasi di tiket") != NULL);
	CHECK(strstr(hook.text, "Kekerasan") == NULL && strstr(hook.text, "Pasar Lama") == NULL);
}

/* A part of the work that is not theirs (any more) is nothing to tell. */
static void
what_is_not_theirs_is_not_told(void **state)
{
	(void)state;
	verify("damkar", CHANNEL_SMS, "081234567890");
	alarm_of("KDRT", 7001, "duty_officer");
	CHECK_INT(sends(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE account <> 0"
	    " AND event = 7001 AND state = 'dropped' AND why = 'over'"), 1);
}

/* 23.00 of the same Thursday. */
static void
quiet_hours_hold_all_but_the_urgent(void **state)
{
	struct desk		 d = city_as(&city, "damkar");
	const struct manner	 night = { "en", { 22 * 60, 5 * 60, 127 } };

	(void)state;
	verify("damkar", CHANNEL_SMS, "081234567890");
	CHECK_INT(way_rest(&d, &night), RC_OK);
	city.now += 13 * HOUR + 30 * MINUTE;
	alarm_of("HWN-ULR", 7001, "duty_officer");
	CHECK_INT(sends(), 0);
	alarm_of("KBR-BGN", 7002, "duty_officer");
	CHECK_INT(sends(), 1);
	CHECK(strstr(hook.text, "not accepted by") != NULL);	/* in the language they chose */
	d.now = city.now;
	CHECK_INT(way_try(&d, CHANNEL_SMS), RC_OK);		/* they asked for it just now */
	CHECK_INT(sends(), 1);
	city.now += 6 * HOUR - SECOND;
	CHECK_INT(sends(), 0);
	city.now += SECOND;
	CHECK_INT(sends(), 1);
	CHECK_INT(city_count(&city, "SELECT tries FROM outbox WHERE event = 7001"), 1);
}

static void
what_was_accepted_meanwhile_is_not_told(void **state)
{
	struct receipt	 r;

	(void)state;
	verify("damkar", CHANNEL_SMS, "081234567890");
	r = alarm_of("KBR-BGN", 7001, "duty_officer");
	CHECK_INT(city_does(&city, "damkar", &r, (struct order){ .act = ACT_ACCEPT,
	    .life = LIFE_ASSIGNMENT }), RC_OK);
	CHECK_INT(sends(), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM outbox WHERE event = 7001"
	    " AND state = 'dropped'"), 1);
}

static void
a_browser_that_is_gone_is_let_go(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	struct own_ways	 o;

	(void)state;
	CHECK_INT(adds_browser("damkar", "https://push.example/1"), RC_OK);
	alarm_of("KBR-BGN", 7001, "duty_officer");
	push.mood = RC_NOTFOUND;
	CHECK_INT(sends(), 0);
	CHECK_INT(see_ways(&d, &o), RC_OK);
	CHECK(o.browsers[0].dead != 0);
	CHECK(!o.of[CHANNEL_PUSH].had);		/* the account's address is told again */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM subscription WHERE sealed IS NULL"), 1);
	CHECK_INT(city_count(&city, "SELECT fails FROM carrier WHERE channel = 'push'"), 0);
	CHECK_INT(adds_browser("damkar", "https://push.example/1"), RC_OK);
	CHECK_INT(see_ways(&d, &o), RC_OK);
	CHECK(o.browsers[0].dead == 0 && o.of[CHANNEL_PUSH].had);
	CHECK_INT(o.nbrowsers, 1);
}

static void
who_leaves_leaves_no_address(void **state)
{
	struct desk	 d = city_as(&city, "damkar");
	struct account	 a;

	(void)state;
	verify("damkar", CHANNEL_SMS, "081234567890");
	CHECK_INT(adds_browser("damkar", "https://push.example/1"), RC_OK);
	CHECK_INT(account_by_id(d.db, d.arena, d.who.id, &a), RC_OK);
	a.disabled = d.now;
	CHECK_INT(account_save(d.db, &a), RC_OK);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM way"), 0);
	CHECK_INT(city_count(&city, "SELECT count(*) FROM subscription"), 0);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
#define TEST(t)	cmocka_unit_test_setup_teardown(t, setup, teardown)
		TEST(a_code_shows_whose_address_it_is),
		TEST(codes_are_asked_for_so_often),
		TEST(a_step_is_told_once_by_each_channel),
		TEST(only_what_was_chosen_and_verified),
		TEST(what_is_sensitive_is_not_named),
		TEST(what_is_not_theirs_is_not_told),
		TEST(quiet_hours_hold_all_but_the_urgent),
		TEST(what_was_accepted_meanwhile_is_not_told),
		TEST(a_browser_that_is_gone_is_let_go),
		TEST(who_leaves_leaves_no_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

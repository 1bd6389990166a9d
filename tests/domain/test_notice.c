/* test_notice.c: when people are told, how often it is tried, which channel is ill; words and their length. */
#include <string.h>

#include "check.h"
#include "domain/pattern.h"
#include "lib/when.h"

enum { WIB = 7 * 60 };

/* A minute of a day in November 2026 (the 19th is a Thursday), as the city's clock shows it. */
static int64_t
at(int day, int hour, int minute)
{
	return when_instant(&(struct civil){ .year = 2026, .month = 11, .day = day, .hour = hour,
	    .minute = minute }, WIB);
}

static void
quiet_ends_on_the_other_side_of_midnight(void **state)
{
	const struct quiet	 q = { .from = 22 * 60, .until = 5 * 60, .days = 127 };

	(void)state;
	CHECK_INT(quiet_until(&q, at(19, 21, 59), WIB), 0);
	CHECK_INT(quiet_until(&q, at(19, 22, 0), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(19, 23, 59), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(20, 0, 0), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(20, 4, 59), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(20, 5, 0), WIB), 0);
}

static void
quiet_within_one_day_and_in_another_zone(void **state)
{
	const struct quiet	 q = { .from = 13 * 60, .until = 14 * 60 + 30, .days = 127 };

	(void)state;
	CHECK_INT(quiet_until(&q, at(19, 12, 59), WIB), 0);
	CHECK_INT(quiet_until(&q, at(19, 13, 0), WIB), at(19, 14, 30));
	CHECK_INT(quiet_until(&q, at(19, 14, 30), WIB), 0);
	CHECK_INT(quiet_until(&q, at(19, 12, 0), WIB + 60), at(19, 13, 30));	/* 13.00 WITA */
}

static void
a_day_is_the_one_on_which_quiet_begins(void **state)
{
	const struct quiet	 q = { .from = 22 * 60, .until = 5 * 60, .days = 1 << 4 };

	(void)state;
	CHECK_INT(quiet_until(&q, at(19, 2, 0), WIB), 0);	/* Wednesday's night */
	CHECK_INT(quiet_until(&q, at(19, 22, 0), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(20, 2, 0), WIB), at(20, 5, 0));
	CHECK_INT(quiet_until(&q, at(20, 22, 0), WIB), 0);
}

static void
no_hours_or_no_days_are_never_quiet(void **state)
{
	int	 hour;

	(void)state;
	for (hour = 0; hour < 24; hour++) {
		CHECK_INT(quiet_until(&(struct quiet){ 300, 300, 127 }, at(19, hour, 0), WIB), 0);
		CHECK_INT(quiet_until(&(struct quiet){ 300, 200, 0 }, at(19, hour, 0), WIB), 0);
	}
}

/* Whoever is held back is let go: at the end it is not quiet, and the end is within a day. */
static void
quiet_always_ends(void **state)
{
	struct quiet	 q = { .days = 127 };
	int64_t		 minute, until;

	(void)state;
	for (q.from = 0; q.from < 1440; q.from += 97)
		for (q.until = 0; q.until < 1440; q.until += 101)
			for (minute = 0; minute < 1440; minute += 61) {
				until = quiet_until(&q, at(19, 0, 0) + minute * MINUTE, WIB);
				if (until == 0)
					continue;
				CHECK(until > at(19, 0, 0) + minute * MINUTE);
				CHECK(until <= at(19, 0, 0) + minute * MINUTE + DAY);
				CHECK_INT(quiet_until(&q, until, WIB), 0);
			}
}

static void
what_was_asked_for_is_always_wanted(void **state)
{
	(void)state;
	CHECK(notice_wants(NOTICE_ALL, NOTICE_ALARM));
	CHECK(!notice_wants(1 << NOTICE_ALARM, NOTICE_ESCALATE));
	CHECK(!notice_wants(0, NOTICE_ALARM));
	CHECK(notice_wants(0, NOTICE_TEST));
	CHECK(notice_wants(0, NOTICE_CODE));
}

static void
waits_grow_differ_and_end(void **state)
{
	int64_t	 tries, id, wait, last = 0;
	bool	 differ = false;

	(void)state;
	CHECK_INT(notice_wait(0, true, true, 1), 0);
	CHECK_INT(notice_wait(NOTICE_TRIES, true, true, 1), 0);
	for (tries = 1; tries < NOTICE_TRIES; tries++) {
		wait = notice_wait(tries, false, false, 7);
		CHECK(wait > last);
		CHECK_INT(wait, notice_wait(tries, false, false, 8));	/* letters are on the minute */
		CHECK(notice_wait(tries, false, true, 7) < wait);
		for (id = 1; id < 100; id++) {
			CHECK(notice_wait(tries, true, false, id) >= wait);
			CHECK(notice_wait(tries, true, false, id) < wait + wait / 8);
			CHECK_INT(notice_wait(tries, true, false, id),
			    notice_wait(tries, true, false, id));
			differ = differ || notice_wait(tries, true, false, id) !=
			    notice_wait(tries, true, false, id + 1);
		}
		last = wait;
	}
	CHECK(differ);
}

static void
a_channel_rests_after_three_and_is_ill_after_five(void **state)
{
	struct carrier	 c = { .channel = CHANNEL_SMS };
	int64_t		 now = at(19, 9, 0), rests[9];
	int		 i;

	(void)state;
	for (i = 0; i < 9; i++) {
		CHECK_INT(carrier_ill(&c, 0, now), i < CARRIER_SICK ? ILL_NOT : ILL_FAILS);
		carrier_failed(&c, now, true);
		rests[i] = c.until == 0 ? 0 : c.until - now;
	}
	CHECK_INT(rests[1], 0);
	CHECK_INT(rests[2], 5 * SECOND);
	CHECK_INT(rests[3], 10 * SECOND);
	CHECK_INT(rests[5], 40 * SECOND);
	CHECK_INT(rests[6], MINUTE);
	CHECK_INT(rests[8], MINUTE);
	carrier_went(&c, now + 1);
	CHECK_INT(c.fails, 0);
	CHECK_INT(c.until, 0);
	CHECK_INT(c.failed, now);
	CHECK_INT(carrier_ill(&c, 0, now), ILL_NOT);
	for (i = 0; i < 4; i++)
		carrier_failed(&c, now, false);	/* it answers, and refuses: asked again at once */
	CHECK_INT(c.until, 0);
	CHECK_INT(c.fails, 4);
}

static void
an_urgent_message_is_late_after_two_minutes(void **state)
{
	const struct carrier	 c = { .channel = CHANNEL_MAIL };

	(void)state;
	CHECK_INT(carrier_ill(&c, at(19, 9, 0), at(19, 9, 2)), ILL_NOT);
	CHECK_INT(carrier_ill(&c, at(19, 9, 0), at(19, 9, 2) + 1), ILL_LATE);
}

/* --- words ------------------------------------------------------------------------------- */

static void
fills(const char *words, const char *want)
{
	const char	*values[BLANK_COUNT] = { [BLANK_NUMBER] = "DRT-1", [BLANK_KIND] = "{nomor} x",
		[BLANK_PRIORITY] = "P1" };
	struct buf	 b = { 0 };

	pattern_fill(&b, words, values);
	CHECK_TEXT(b.data == NULL ? "" : b.data, want);
	buf_free(&b);
}

static void
what_is_put_in_is_never_looked_at_again(void **state)
{
	(void)state;
	fills("{nomor}: {jenis} ({prioritas})", "DRT-1: {nomor} x (P1)");
	fills("{kelurahan}{nomor}", "DRT-1");
	fills("{nobody} {nomor", "{nobody} {nomor");
	fills("%s {", "%s {");
}

static void
only_known_placeholders_where_they_mean_something(void **state)
{
	static const struct { const char *words; enum notice kind; enum channel channel;
		enum pattern_fault want; } cases[] = {
		{ "{prioritas} {tautan}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_GOOD },
		{ "{prioritas} {pelapor} {tautan}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_UNKNOWN },
		{ "{prioritas {tautan}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_UNKNOWN },
		{ "} {tautan}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_UNKNOWN },
		{ "{kode} {tautan}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_UNKNOWN },
		{ "{prioritas}", NOTICE_ALARM, CHANNEL_SMS, PATTERN_NO_LINK },
		{ "{prioritas}\n{jenis}", NOTICE_ALARM, CHANNEL_PUSH, PATTERN_GOOD },
		{ "{prioritas}", NOTICE_ALARM, CHANNEL_PUSH, PATTERN_NO_BODY },
		{ "a\n{tautan}", NOTICE_ALARM, CHANNEL_WHATSAPP, PATTERN_ONE_LINE },
		{ "{kota}: {kode}", NOTICE_CODE, CHANNEL_SMS, PATTERN_GOOD },
		{ "{kota}", NOTICE_CODE, CHANNEL_SMS, PATTERN_NO_CODE },
		{ "{nomor} {kode}", NOTICE_CODE, CHANNEL_SMS, PATTERN_UNKNOWN },
		{ "{kota}", NOTICE_TEST, CHANNEL_SMS, PATTERN_GOOD },
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		CHECK_INT(pattern_check(cases[i].words, cases[i].kind, cases[i].channel),
		    cases[i].want);
}

/* n times one character. */
static struct sms_length
of(const char *character, size_t n)
{
	static char	 text[2000];
	size_t		 len = strlen(character), i;

	for (i = 0; i < n; i++)
		memcpy(text + i * len, character, len);
	text[n * len] = '\0';
	return sms_length(text);
}

static void
a_message_is_cut_as_networks_cut_it(void **state)
{
	(void)state;
	CHECK_INT(of("a", 0).parts, 1);
	CHECK_INT(of("a", 160).parts, 1);
	CHECK_INT(of("a", 161).parts, 2);
	CHECK_INT(of("a", 161).room, 153);
	CHECK_INT(of("a", 306).parts, 2);
	CHECK_INT(of("a", 307).parts, 3);
	CHECK_INT(of("{", 80).parts, 1);	/* two places each */
	CHECK_INT(of("{", 81).parts, 2);
	CHECK_INT(of("€", 1).units, 2);
	CHECK(!of("é", 160).wide);
	CHECK_INT(of("é", 160).parts, 1);
	CHECK(of("ç", 1).wide);			/* the small one is in no table */
	CHECK(of("`", 1).wide);
	CHECK_INT(of("…", 70).parts, 1);
	CHECK_INT(of("…", 71).parts, 2);
	CHECK_INT(of("…", 71).room, 67);
	CHECK_INT(of("😀", 35).parts, 1);	/* two units of UTF-16 each */
	CHECK_INT(of("😀", 36).parts, 2);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(quiet_ends_on_the_other_side_of_midnight),
		cmocka_unit_test(quiet_within_one_day_and_in_another_zone),
		cmocka_unit_test(a_day_is_the_one_on_which_quiet_begins),
		cmocka_unit_test(no_hours_or_no_days_are_never_quiet),
		cmocka_unit_test(quiet_always_ends),
		cmocka_unit_test(what_was_asked_for_is_always_wanted),
		cmocka_unit_test(waits_grow_differ_and_end),
		cmocka_unit_test(a_channel_rests_after_three_and_is_ill_after_five),
		cmocka_unit_test(an_urgent_message_is_late_after_two_minutes),
		cmocka_unit_test(what_is_put_in_is_never_looked_at_again),
		cmocka_unit_test(only_known_placeholders_where_they_mean_something),
		cmocka_unit_test(a_message_is_cut_as_networks_cut_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

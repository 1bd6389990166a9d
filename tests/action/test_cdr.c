/* test_cdr.c: what an exchange's call details add to the calls that were recorded. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/cdr_action.h"
#include "action/phone_action.h"
#include "check.h"
#include "city.h"
#include "lib/when.h"

static struct desk	 city;
static char		 file[] = "/tmp/test_cdr.XXXXXX";

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
	unlink(file);
	return 0;
}

static struct cdr_import
reads(const char *map, const char *text)
{
	struct desk		 d = city_as(&city, "worker");
	struct cdr_import	 in = { .file = file, .why = "" };
	FILE			*f;
	int			 fd;

	strcpy(file + strlen("/tmp/test_cdr."), "XXXXXX");
	fd = mkstemp(file);
	f = fdopen(fd, "w");
	CHECK(f != NULL && fputs(text, f) >= 0 && fclose(f) == 0);
	CHECK(cdr_map_read(city.arena, map, &in.map));
	CHECK_INT(cdr_import(&d, &in), RC_OK);
	unlink(file);
	return in;
}

#define COUNT_OF(sql)	city_count(&city, "SELECT count(*) FROM " sql)

/* city.now is 09.30 WIB of 19 November 2026 */
#define HEAD	"uniqueid,src,dst,start,answer,end,disposition\n"
#define LOST	"9.1,081266600001,112,2026-11-19 09:00:00,,2026-11-19 09:00:20,NO ANSWER\n"
#define OLD	"9.2,081266600002,112,2026-11-19 03:00:00,,2026-11-19 03:00:20,NO ANSWER\n"
#define TAKEN	"9.3,081266600003,112,2026-11-19 04:00:00,2026-11-19 04:00:09,2026-11-19 04:03:00,ANSWERED\n"

static void
what_nobody_recorded_is_counted(void **state)
{
	struct cdr_import	 in = reads("", HEAD LOST OLD TAKEN);

	(void)state;
	CHECK(in.made == 3 && in.lost == 2 && in.queued == 1 && in.known == 0 && in.bad == 0);
	CHECK_INT(COUNT_OF("call WHERE timed = 2"), 3);
	CHECK_INT(COUNT_OF("call WHERE state = 'callback_queue' AND type = 'dropped'"), 1);
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = 'dropped'"), 1);
	CHECK_INT(COUNT_OF("call WHERE state = 'closed' AND type = '' AND answered_at = rang_at + 9000"), 1);
	CHECK_INT(COUNT_OF("recall WHERE open = 1"), 1);
	CHECK_INT(COUNT_OF("event WHERE act = 'late' AND life = 'call'"), 3);
	CHECK_INT(COUNT_OF("call WHERE rang_at = 1795032000000"), 1);	/* 03.00 WIB */
	CHECK_INT(COUNT_OF("call WHERE instr(sealed, '0812') > 0"), 0);
	in = reads("", HEAD LOST OLD TAKEN);
	CHECK(in.made == 0 && in.known == 3 && in.queued == 0);
	CHECK_INT(COUNT_OF("call"), 3);
}

static void
what_is_known_stays_as_it_is(void **state)
{
	struct desk		 d = city_as(&city, "admin"), taker = city_as(&city, "petugas");
	struct gateway		*list;
	struct parcel		 m = { .id = "1" };
	struct ring_said	 s = { RING_ABANDONED, "9.1", "081266600001", "112", "", "",
				    city.now - 30 * MINUTE };
	struct filing		 f = { .token = "hand", .place = { .text = "", .area = "" },
				    .title = "", .detail = "", .channel = "call",
				    .privacy = PRIVACY_PUBLIC, .lang = "id",
				    .who = { "", "081266600003", "", "" },
				    .rang = city.now - 5 * HOUR - 29 * MINUTE };
	const char		*text;
	size_t			 n;
	struct cdr_import	 in;

	(void)state;
	CHECK_INT(gateway_make(&d, "pbx", GATEWAY_PHONE, &text), RC_OK);
	CHECK_INT(gateway_list(&d, &list, &n), RC_OK);
	m.from = list[0];
	CHECK_INT(phone_tell(&d, &m, &s, &text), RC_OK);	/* by the exchange's own name */
	CHECK_INT(file_disposition(&taker, &f, "prank"), RC_OK);	/* by number and time */
	in = reads("generic", HEAD LOST TAKEN);
	CHECK(in.made == 0 && in.known == 2);
	CHECK_INT(COUNT_OF("call WHERE timed = 2"), 0);
}

static void
an_asterisk_writes_no_head(void **state)
{
	static const char	 master[] =
	    "\"\",\"081266600004\",\"112\",\"from-trunk\",\"\"\"Ani\"\" <081266600004>\",\"PJSIP/trunk-01\","
	    "\"PJSIP/201-02\",\"Queue\",\"112\",\"2026-11-19 08:00:00\",\"2026-11-19 08:00:05\","
	    "\"2026-11-19 08:02:00\",120,115,\"ANSWERED\",\"DOCUMENTATION\",\"1795050000.7\",\"\"\n"
	    "\"\",\"=cmd()\",\"112\",\"from-trunk\",\"\",\"PJSIP/trunk-01\",\"\",\"Queue\",\"112\","
	    "\"2026-11-19 08:05:00\",\"\",\"2026-11-19 08:05:09\",9,0,\"NO ANSWER\",\"DOCUMENTATION\"\n"
	    "\"\",\"081266600005\",\"112\",\"from-trunk\",\"\",\"PJSIP/trunk-01\",\"\",\"Queue\",\"112\","
	    "\"2026-11-19 08:06:00\",\"\",\"2026-11-19 08:06:09\",9,0,\"NO ANSWER\",\"DOCUMENTATION\"\n";
	struct cdr_import	 in = reads("asterisk", master), again;

	(void)state;
	CHECK(in.made == 2 && in.bad == 1 && in.told[0].line == 2);
	CHECK_TEXT(in.told[0].why, "neither an id nor a number");
	again = reads("", master);	/* seen by itself */
	CHECK(again.known == 2 && again.made == 0);
}

static void
faults_are_told_by_their_lines(void **state)
{
	struct cdr_import	 in = reads("number=Penelepon,start=Mulai",
				    "Penelepon,Mulai,x\n0812000111,2026-11-19 01:00:00,\n"
				    "0812000112,kemarin,\n0812000113,2026-13-01 01:00:00,\n"
				    "0812000114,2030-01-01 01:00:00,\n0812000115\n");

	(void)state;
	CHECK(in.made == 1 && in.bad == 4 && in.ntold == 4);
	CHECK_INT(in.told[0].line, 3);
	CHECK_INT(in.told[3].line, 6);
	CHECK_TEXT(in.told[2].why, "it began in the future");
}

/* Where a time ends too soon, the next cell is not read on: "09:00" and "15". */
static void
a_time_ends_in_its_cell(void **state)
{
	struct cdr_import	 in = reads("number=Penelepon,start=Mulai",
				    "Mulai,Detik,Penelepon\n2026-11-19 09:00,15,0812000111\n"
				    "2026-11-19,09:00:15,0812000112\n2026,11-19 09:00:15,0812000113\n");

	(void)state;
	CHECK(in.made == 0 && in.bad == 3);
	CHECK_TEXT(in.told[0].why, "no time at which it began");
}

static void
a_map_of_odd_words_is_none(void **state)
{
	struct cdr_map	 m;

	(void)state;
	CHECK(!cdr_map_read(city.arena, "colour=blue", &m));
	CHECK(!cdr_map_read(city.arena, "number", &m));
	CHECK(!cdr_map_read(city.arena, "number=", &m));
	CHECK(cdr_map_read(city.arena, "number=a,start=b", &m));
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest	 tests[] = {
		T(what_nobody_recorded_is_counted), T(what_is_known_stays_as_it_is),
		T(an_asterisk_writes_no_head), T(faults_are_told_by_their_lines),
		T(a_time_ends_in_its_cell), T(a_map_of_odd_words_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_breach.c: a failure to protect personal data: written down, told, closed. */
#include "action/breach_action.h"
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
	city_close(&city);
	return 0;
}

static void
a_breach_is_told_then_closed(void **state)
{
	struct desk		 d = city_as(&city, "admin");
	struct breach_order	 o = { .token = "satu", .happened = city.now - 5 * HOUR,
		.found = city.now + HOUR, .people = 12, .data = "Nama, nomor telepon",
		.cause = "Daftar tercetak tertinggal", .measures = "Daftar ditarik",
		.told = "", .learnt = "" };
	struct breach		 b, again;

	(void)state;
	CHECK_INT(breach_open(&d, &o, &b), RC_INPUT);
	CHECK_INT(o.fault, BREACH_FUTURE);
	o.found = city.now - 6 * HOUR;
	CHECK_INT(breach_open(&d, &o, &b), RC_INPUT);
	CHECK_INT(o.fault, BREACH_BEFORE);
	o.found = city.now - 2 * HOUR;
	CHECK_INT(breach_open(&d, &o, &b), RC_OK);
	CHECK_TEXT(b.number, "PDB-26-000001");
	CHECK_INT(b.due, o.found + 72 * HOUR);
	CHECK_INT(breach_open(&d, &o, &again), RC_OK);
	CHECK_INT(again.id, b.id);
	o.number = b.number;
	o.version = 1;
	o.learnt = "Tidak dicetak lagi";
	CHECK_INT(breach_close(&d, &o), RC_CONFLICT);	/* nobody was told */
	CHECK_INT(breach_notify(&d, &o), RC_INPUT);
	o.told = "Surat kepada 12 orang dan lembaga";
	o.told_at = city.now;
	CHECK_INT(breach_notify(&d, &o), RC_OK);
	CHECK_INT(breach_close(&d, &o), RC_CONFLICT);	/* an older version */
	o.version = 2;
	CHECK_INT(breach_close(&d, &o), RC_OK);
	o.version = 3;
	CHECK_INT(breach_change(&d, &o), RC_CONFLICT);	/* what is closed stays */
	CHECK_INT(city_count(&city, "SELECT count(*) FROM event WHERE act = 'breach'"), 3);
	d = city_as(&city, "petugas");
	CHECK_INT(see_breach(&d, b.number, &b), RC_FORBIDDEN);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_setup_teardown(a_breach_is_told_then_closed, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_init.c: stores are set up for real cities and for the demo city; bad data is told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "city.h"
#include "lib/migrate.h"
#include "lib/sheet.h"
#include "store/ref_store.h"

static struct arena	 a;

static struct db *
fresh(void)
{
	struct db	*db = db_open(":memory:");
	int		 steps;

	CHECK_INT(store_migrate(db, &steps), RC_OK);
	CHECK_INT(steps, (int)nmigrations);
	CHECK_INT(store_migrate(db, &steps), RC_OK);
	CHECK_INT(steps, 0);
	return db;
}

/* Every category is led by one of the city's own; every area has its parent. */
static void
is_sound(const struct ref *r)
{
	size_t	 i;

	for (i = 0; i < r->ncategories; i++) {
		CHECK(ref_agency(r, r->categories[i].lead) != NULL);
		CHECK(ref_agency(r, r->categories[i].lead)->own);
		CHECK(*r->categories[i].sop == '\0' || ref_card(r, r->categories[i].sop) != NULL);
	}
	for (i = 0; i < r->nareas; i++)
		CHECK(r->areas[i].level == AREA_REGENCY ||
		    ref_area(r, r->areas[i].parent) != NULL);
}

static void
sets_up_a_city(const char *code, const char *name, const char *zone, size_t areas)
{
	struct db	*db = fresh();
	struct city	 city;
	struct ref	 r;
	const char	*why = "", *demo;

	if (city_read(&a, "db/data", code, &city, &why) != RC_OK)
		fail_msg("%s", why);
	CHECK_INT(city_set_up(db, &a, &city, CITY_NOW), RC_OK);
	CHECK_INT(city_set_up(db, &a, &city, CITY_NOW), RC_CONFLICT);
	CHECK_INT(ref_load(db, &a, &r), RC_OK);
	CHECK_TEXT(r.city, name);
	CHECK_TEXT(r.city_code, code);
	CHECK_TEXT(r.zone_name, zone);
	CHECK_INT(r.zone, strcmp(zone, "WIB") == 0 ? 420 : 480);
	CHECK_INT(r.nareas, areas);
	CHECK_INT(r.ncategories, 50);
	CHECK_INT(r.nagencies, 28);
	CHECK_INT(r.ncards, 12);
	CHECK_INT(r.triage, ref_agency_code(&r, "DISKOMINFO")->id);
	CHECK_INT(setting_get(db, &a, "demo", &demo), RC_OK);
	CHECK_TEXT(demo, strcmp(code, DEMO_CITY) == 0 ? "1" : "0");
	is_sound(&r);
	db_close(db);
	arena_reset(&a);
}

static void
every_city_of_the_files(void **state)
{
	(void)state;
	sets_up_a_city("13.71", "Kota Padang", "WIB", 116);
	sets_up_a_city("36.72", "Kota Cilegon", "WIB", 52);
	sets_up_a_city("64.09", "Kabupaten Penajam Paser Utara", "WITA", 59);
	sets_up_a_city("64.72", "Kota Samarinda", "WITA", 70);
	sets_up_a_city("99.71", "Kota Bahari", "WIB", 64);
}

/* 1350 minutes of office hours are the three working days the law gives. */
static void
office_minutes_make_working_days(void **state)
{
	struct desk	 d = city_open();

	(void)state;
	CHECK_INT(clock_due(&d.ref->calendar, CITY_NOW, 1350, true),
	    clock_due_days(&d.ref->calendar, CITY_NOW, 3));
	CHECK_INT(d.ref->nunits, 49);
	CHECK_INT(d.ref->calendar.n, 44);
	city_close(&d);
}

static void
the_demo_city_knows_its_people(void **state)
{
	struct desk	 d = city_open();

	(void)state;
	CHECK_INT(city_as(&d, "damkar").who.agency, ref_agency_code(d.ref, "DAMKAR")->id);
	CHECK_INT(city_as(&d, "damkar.a1").who.unit, d.ref->units[0].id);
	CHECK_INT(city_as(&d, "penyelia").who.role, ROLE_SUPERVISOR);
	/* one password, so one hash, and each role at least once */
	CHECK_INT(city_count(&d, "SELECT count(DISTINCT password) FROM account"), 1);
	CHECK_INT(city_count(&d, "SELECT count(DISTINCT role) FROM account"), 10);
	city_close(&d);
}

static void
a_real_city_has_no_demo_people(void **state)
{
	struct db	*db = fresh();
	struct city	 city;
	struct account	*people;
	const char	*why;
	size_t		 n;

	(void)state;
	CHECK_INT(city_read(&a, "db/data", "13.71", &city, &why), RC_OK);
	CHECK_INT(city_set_up(db, &a, &city, CITY_NOW), RC_OK);
	CHECK_INT(demo_people(db, &a, &people, &n), RC_FORBIDDEN);
	db_close(db);
	arena_reset(&a);
}

/* --- bad data: a copy of the folder with one file changed ------------------------ */

static char	 folder[] = "/tmp/siaga-init.XXXXXX";

static void
copy(const char *name, const char *text)
{
	FILE	*f = fopen(arena_printf(&a, "%s/%s", folder, name), "w");

	assert_non_null(f);
	fputs(text, f);
	CHECK_INT(fclose(f), 0);
}

static const char *
original(const char *name)
{
	const char	*text;

	CHECK_INT(file_read(&a, arena_printf(&a, "db/data/%s", name), 1 << 20, &text), RC_OK);
	return text;
}

/* The first `old` behind `after` becomes `new`. */
static const char *
changed(const char *text, const char *after, const char *old, const char *new)
{
	const char	*at = strstr(text, after);

	assert_non_null(at);
	at = strstr(at, old);
	assert_non_null(at);
	return arena_printf(&a, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void
tells(const char *name, const char *after, const char *old, const char *new,
    const char *row, const char *column)
{
	static const char *const	 files[] = { "areas.csv", "agencies.tsv", "categories.tsv",
		"holidays.tsv", "sop.json" };
	struct city			 city;
	const char			*why = "";
	size_t				 i;

	for (i = 0; i < COUNT(files); i++)
		copy(files[i], strcmp(files[i], name) != 0 ? original(files[i]) :
		    changed(original(name), after, old, new));
	CHECK_INT(city_read(&a, folder, "13.71", &city, &why), RC_INPUT);
	if (strstr(why, name) == NULL || strstr(why, row) == NULL || strstr(why, column) == NULL)
		fail_msg("\"%s\" names not %s, %s, %s", why, name, row, column);
	for (i = 0; i < COUNT(files); i++)
		unlink(arena_printf(&a, "%s/%s", folder, files[i]));
	arena_reset(&a);
}

static void
bad_data_is_told_by_row_and_column(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	tells("categories.tsv", "KBR-BGN", "DAMKAR", "POLRES", "row 2", "column opd_pimpin");
	tells("categories.tsv", "KBR-LHN", "BPBD", "BPBDX", "row 3", "column opd_pimpin");
	tells("categories.tsv", "KBR-BGN", "POLRES,PLN", "POLRES,PLX", "row 2", "column opd_dukung");
	tells("categories.tsv", "KBR-BGN", "darurat", "gawat", "row 2", "column jalur");
	tells("categories.tsv", "KBR-BGN", "\tP1\t", "\tP7\t", "row 2", "column prioritas");
	tells("categories.tsv", "KBR-BGN", "\t240\t", "\t-240\t", "row 2", "column selesai_menit");
	tells("categories.tsv", "KBR-BGN", "\t240\t", "\t24o\t", "row 2", "column selesai_menit");
	tells("categories.tsv", "KBR-BGN", "SOP-01", "SOP-99", "row 2", "column sop");
	tells("categories.tsv", "\nLAIN\t", "LAIN", "LAEN", "LAIN", "no category");
	tells("agencies.tsv", "DAMKAR", "OPD\tya", "OPD\tyes", "row 4", "column siaga24");
	tells("agencies.tsv", "DAMKAR", "DAMKAR", "", "row 4", "column kode");
	tells("agencies.tsv", "", original("agencies.tsv"), "kode\n", "agencies.tsv", "no agency");
	tells("areas.csv", "13.71.01,", "district", "kecamatan", "row 6", "column level");
	tells("areas.csv", "13.71,,", "13.71", "13.99", "no city", "13.71");
	tells("holidays.tsv", "2026-02-16", "2026-02-16", "2026-02-30", "row 4", "column tanggal");
	tells("sop.json", "[", "[", "{", "JSON", "sop.json");
	tells("sop.json", "", original("sop.json"), "{}", "JSON", "sop.json");
	tells("sop.json", "SOP-01", "\"versi\": 1", "\"versi\": 0", "card 2", "versi");
	CHECK_INT(rmdir(folder), 0);
}

static void
a_newer_store_is_left_alone(void **state)
{
	struct db	*db = fresh();
	int		 steps;

	(void)state;
	CHECK_INT(db_script(db, "PRAGMA user_version = 9999"), RC_OK);
	CHECK_INT(store_migrate(db, &steps), RC_CONFLICT);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_city_of_the_files),
		cmocka_unit_test(office_minutes_make_working_days),
		cmocka_unit_test(the_demo_city_knows_its_people),
		cmocka_unit_test(a_real_city_has_no_demo_people),
		cmocka_unit_test(bad_data_is_told_by_row_and_column),
		cmocka_unit_test(a_newer_store_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

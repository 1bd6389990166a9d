/* test_place.c: the gazetteer of the demo city: found, put, told which village; links for a place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/place_action.h"
#include "check.h"
#include "city.h"

static struct desk	 city, taker;

static enum rc
import(const char *file, bool boundary, bool neighbour, struct import *in)
{
	*in = (struct import){ .file = file, .neighbour = neighbour };
	return boundary ? boundary_import(&city, in) : place_import(&city, in);
}

static int
open_city(void **state)
{
	struct import	 in;

	(void)state;
	city = city_open();
	assert_int_equal(import("db/data/boundaries-bahari.geojson", true, false, &in), RC_OK);
	assert_int_equal(in.made, 54);
	assert_int_equal(import("db/data/neighbours-bahari.geojson", true, true, &in), RC_OK);
	assert_int_equal(in.made, 3);
	assert_int_equal(import("db/data/places-bahari.csv", false, false, &in), RC_OK);
	assert_int_equal(in.bad, 0);
	assert_true(in.made > 500);
	taker = city_as(&city, "petugas");
	return 0;
}

static int
close_city(void **state)
{
	(void)state;
	city_close(&city);
	return 0;
}

/* --- names ---------------------------------------------------------------------------- */

static const char *
first(const char *typed, const char *area)
{
	struct place_row	 rows[PLACE_ROWS];
	size_t			 n;

	assert_int_equal(place_search(&taker, typed, area, rows, &n), RC_OK);
	return n == 0 ? "" : rows[0].n.name;
}

static void
what_is_typed_is_found(void **state)
{
	static const char *const	 pairs[][2] = {
		{ "jl karya b", "Jl. Karya Bakti" }, { "mesjid al ihlas", "Masjid Al-Ikhlas" },
		{ "karyabakti", "Jl. Karya Bakti" }, { "KARYA BAKTI 14", "Jl. Karya Bakti" },
		{ "jl vetran", "Jl. Veteran" }, { "vetran", "Veteran" }, { "rsud", "RSUD Bahari" }, { "sdn 14", "SDN 14 Pasar Lama" },
		{ "sd negeri 14 psr lama", "SDN 14 Pasar Lama" }, { "psr raya", "Pasar Raya Bahari" },
		{ "jl veteran 3, dkt mesjid ray", "Masjid Raya Bahari" }, { "dipenogoro", "Jl. Diponegoro" },
		{ "plabuhan muara", "Pelabuhan Muara" }, { "gg mangga", "Gang Mangga" },
		{ "kel tepi air", "Tepi Air" }, { "bundran ombak", "Bundaran Ombak" },
		{ "samping simpang lima", "Simpang Lima Veteran" }, { "zzzzzz", "" }, { "a", "" }, { "", "" },
		{ ";;;", "" }, { "%", "" }, { "'; DROP TABLE place; --", "" },
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(pairs); i++)
		if (strcmp(first(pairs[i][0], ""), pairs[i][1]) != 0)
			fail_msg("%s: \"%s\"", pairs[i][0], first(pairs[i][0], ""));
}

/* Every name of the gazetteer, with one letter wrong, is among the first eight. */
static void
one_wrong_letter_hides_nothing(void **state)
{
	struct place_row	 rows[PLACE_ROWS];
	struct sheet_row { char name[100], area[20]; } *all = calloc(600, sizeof(*all));
	char			 line[300], typed[100];
	size_t			 i, j, n, total = 0, lost = 0;
	FILE			*f = fopen("db/data/places-bahari.csv", "r");

	(void)state;
	assert_non_null(f);
	assert_non_null(all);
	while (total < 600 && fgets(line, sizeof(line), f) != NULL)
		total += sscanf(line, "%*[^,],%99[^,],%19[^,]", all[total].name, all[total].area) == 2;
	fclose(f);
	for (i = 1; i < total; i += 5) {
		snprintf(typed, sizeof(typed), "%s", all[i].name);
		typed[strlen(typed) / 2] = 'x';
		assert_int_equal(place_search(&taker, typed, all[i].area, rows, &n), RC_OK);
		for (j = 0; j < n && strcmp(rows[j].n.name, all[i].name) != 0; j++)
			;
		if (j == n) {
			lost++;
			print_message("# %s\n", typed);
		}
	}
	free(all);
	CHECK(lost * 33 < total / 5);	/* a short word may lose its only letter */
}

static void
the_known_area_goes_first(void **state)
{
	struct place_row	 rows[PLACE_ROWS];
	size_t			 n;

	(void)state;
	assert_int_equal(place_search(&taker, "masjid nurul iman", "", rows, &n), RC_OK);
	assert_true(n > 1);
	assert_int_equal(place_search(&taker, "masjid nurul iman", rows[1].n.area, rows, &n), RC_OK);
	CHECK_TEXT(rows[0].n.name, "Masjid Nurul Iman");
	CHECK(rows[0].rank > rows[1].rank);
}

static void
only_what_is_certain_is_filled_in(void **state)
{
	struct name	 p;

	(void)state;
	CHECK_INT(place_exact(&taker, "Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas", "", &p), RC_OK);
	CHECK_TEXT(p.area, "99.71.07.1001");
	CHECK(p.lat < 0 && p.lon > 0);
	CHECK_INT(place_exact(&taker, "masjid nurul iman", "", &p), RC_NOTFOUND);	/* there are two */
	CHECK_INT(place_exact(&taker, "karya", "", &p), RC_NOTFOUND);
	CHECK_INT(place_exact(&taker, "karya bakti", "99.71.07.1002", &p), RC_NOTFOUND);
	CHECK_INT(place_exact(&taker, "karya bakti", "99.71.07.1001", &p), RC_OK);
}

static void
only_who_takes_calls_may_ask(void **state)
{
	struct desk		 other = city_as(&city, "damkar");
	struct place_row	 rows[PLACE_ROWS];
	struct name		 p;
	size_t			 n;

	(void)state;
	CHECK_INT(place_search(&other, "karya", "", rows, &n), RC_FORBIDDEN);
	CHECK_INT(place_exact(&other, "karya bakti", "", &p), RC_FORBIDDEN);
}

/* --- files ------------------------------------------------------------------------------ */

static const char *
file_of(const char *text)
{
	static char	 path[64];
	int		 fd;

	strcpy(path, "/tmp/siaga-place.XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	return path;
}

static void
importing_twice_changes_nothing(void **state)
{
	struct import	 in;
	int64_t		 before = city_count(&city, "SELECT SUM(places) FROM place_word");

	(void)state;
	CHECK_INT(import("db/data/places-bahari.csv", false, false, &in), RC_OK);
	CHECK_INT(in.made, 0);
	CHECK_INT(in.changed, 0);
	CHECK(in.same > 500);
	CHECK_INT(city_count(&city, "SELECT SUM(places) FROM place_word"), before);
}

static void
bad_rows_are_told_by_line(void **state)
{
	struct import	 in;
	const char	*path = file_of("\xef\xbb\xbfnama,jenis,lintang,bujur,kelurahan\r\n"
	    "Jl. Uji Satu,jalan,\"-0,9461\",100.3501,\r\n"	/* line 2 */
	    "Jl. Uji Dua,jalan,-95,100.35,\r\n"			/* 3: no point, no area */
	    "\r\n"
	    "\"Jl. Uji\nTiga\",jalan,-0.9461,100.3501,\r\n"	/* 5 and 6 */
	    "Jl. Uji Empat,jalan\r\n"				/* 7: cells */
	    "Uji Lima,warung,-0.9461,100.3501,\r\n"		/* 8: kind */
	    "Jl. Uji Enam,jalan,,,Pasar Lama\r\n"		/* 9: an area is enough */
	    "Jl. Uji Tujuh,jalan,,,Entah\r\n"			/* 10 */
	    ",jalan,-0.9461,100.3501,\r\n");			/* 11 */

	(void)state;
	CHECK_INT(import(path, false, false, &in), RC_OK);
	unlink(path);
	CHECK_INT(in.made, 3);
	CHECK_INT(in.bad, 5);
	CHECK_INT(in.told[0].line, 3);
	CHECK_INT(in.told[1].line, 7);
	CHECK_INT(in.told[2].line, 8);
	CHECK_INT(in.told[3].line, 10);
	CHECK_INT(in.told[4].line, 11);
	CHECK_TEXT(first("uji satu", ""), "Jl. Uji Satu");
	CHECK_TEXT(first("uji tig", ""), "Jl. Uji Tiga");
}

static void
a_geojson_is_read_feature_by_feature(void **state)
{
	struct import	 in;
	const char	*path = file_of("{\"type\":\"FeatureCollection\",\"bbox\":[1,2,3,4],\"features\":[\n"
	    "{\"type\":\"Feature\",\"properties\":{\"name\":\"Jl. Garis {Uji}\"},\"geometry\":"
	    "{\"type\":\"LineString\",\"coordinates\":[[100.35,-0.94],[100.351,-0.941],[100.352,-0.942]]}},\n"
	    "{\"type\":\"Feature\",\"properties\":{\"nama\":\"Warung Titik\"},\"geometry\":"
	    "{\"type\":\"Point\",\"coordinates\":[100.3501,-0.9461]}},\n"
	    "{\"type\":\"Feature\",\"properties\":{\"nama\":null},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}},\n"
	    "{\"type\":\"Feature\",\"properties\":{\"nama\":\"Tanpa Titik\"},\"geometry\":null},\n"
	    "{\"type\":\"Feature\",\"properties\":{\"nama\":\"Lapangan Luas\"},\"geometry\":"
	    "{\"type\":\"Polygon\",\"coordinates\":[[[100.35,-0.94],[100.352,-0.94],[100.352,-0.942],[100.35,-0.94]]]}}\n]}\n");
	struct name	 p;

	(void)state;
	CHECK_INT(import(path, false, false, &in), RC_OK);
	unlink(path);
	CHECK_INT(in.made, 3);
	CHECK_INT(in.bad, 2);
	CHECK_INT(in.told[0].line, 4);
	CHECK_INT(in.told[1].line, 5);
	CHECK_INT(place_exact(&taker, "Jl. Garis {Uji}", "", &p), RC_OK);
	CHECK_INT(p.kind, PLACE_STREET);
	CHECK_INT(p.lat, -941000);
	CHECK_INT(place_exact(&taker, "Lapangan Luas", "", &p), RC_OK);
	CHECK_INT(p.kind, PLACE_LANDMARK);
	CHECK_INT(p.lon, 100351000);
}

static void
a_broken_file_is_told(void **state)
{
	static const char *const	 bad[] = { "{\"features\":[{\"a\":", "[{]", "{\"features\":[{\"a\":\"x",
		"nama\n\"offen" };
	struct import			 in;
	const char			*path;
	size_t				 i;

	(void)state;
	CHECK_INT(import("/nowhere/x.csv", false, false, &in), RC_NOTFOUND);
	for (i = 0; i < COUNT(bad); i++) {
		path = file_of(bad[i]);
		CHECK_INT(import(path, false, false, &in), RC_OK);
		CHECK_INT(in.bad, 1);
		unlink(path);
	}
	path = file_of("");
	CHECK_INT(import(path, false, false, &in), RC_INPUT);
	unlink(path);
}

/* --- points --------------------------------------------------------------------------------- */

static struct spot
spot(int64_t lat, int64_t lon)
{
	struct spot	 s;

	assert_int_equal(place_spot(&taker, (struct point){ lat, lon }, &s), RC_OK);
	return s;
}

static void
every_centre_is_in_its_own_village(void **state)
{
	const struct ref	*r = city.ref;
	struct spot		 s;
	size_t			 i;

	(void)state;
	for (i = 0; i < r->nareas; i++) {
		if (r->areas[i].level != AREA_VILLAGE)
			continue;
		s = spot(r->areas[i].lat, r->areas[i].lon);
		CHECK_INT(s.how, SPOT_INSIDE);
		CHECK_TEXT(s.area->code, r->areas[i].code);
	}
}

static void
beyond_the_city_is_a_neighbours(void **state)
{
	struct spot	 s = spot(-945000, 100500000);

	(void)state;
	CHECK_INT(s.how, SPOT_OUTSIDE);
	CHECK(s.area == NULL);
	CHECK_TEXT(s.neighbour_name, "Kabupaten Sago Hulu");
	CHECK_TEXT(s.contact, "(0799) 112-01");
	s = spot(-6200000, 106800000);
	CHECK_INT(s.how, SPOT_OUTSIDE);
	CHECK_TEXT(s.neighbour, "");
	s = spot(-945000, 100334000);	/* a boat near the beach */
	CHECK_INT(s.how, SPOT_EDGE);
	CHECK(s.area != NULL && s.metres > 0 && s.metres <= SPOT_METRES);
	CHECK_INT(place_spot(&taker, (struct point){ 0, 0 }, &s), RC_INPUT);
}

static void
without_boundaries_the_nearest_centre_decides(void **state)
{
	struct desk	 bare;
	struct spot	 s;

	(void)state;
	city_close(&city);
	bare = city_open();
	CHECK_INT(place_spot(&bare, (struct point){ -946100, 100350100 }, &s), RC_OK);
	CHECK_INT(s.how, SPOT_NEAREST);
	CHECK_TEXT(s.area->code, "99.71.07.1001");
	CHECK(s.metres < 10);
	CHECK_INT(place_spot(&bare, (struct point){ -6200000, 106800000 }, &s), RC_OK);
	CHECK_INT(s.how, SPOT_NONE);
	city_close(&bare);
	open_city(NULL);
}

static void
the_map_has_every_outline(void **state)
{
	struct drawing	 m;
	size_t		 i, ours = 0;

	(void)state;
	CHECK_INT(place_draw(&taker, &m), RC_OK);
	for (i = 0; i < m.n; i++)
		ours += !m.items[i].neighbour;
	CHECK_INT(ours, 54);
	CHECK_INT(m.n, 57);
	CHECK(m.box.south < -1000000 && m.box.north > -900000);
}

/* --- a caller sends where they are -------------------------------------------------------------- */

static void
a_caller_sends_where_they_are(void **state)
{
	struct desk	 visitor = city_as(&city, "reporter"), late = visitor;
	struct point	 p;
	int64_t		 metres, got;
	const char	*code;

	(void)state;
	CHECK_INT(locate_ask(&visitor, "token", &code), RC_FORBIDDEN);
	CHECK_INT(locate_ask(&taker, "token", &code), RC_OK);
	CHECK_INT(locate_open(&visitor, code), RC_OK);
	CHECK_INT(locate_open(&visitor, "AAAAAAAA"), RC_NOTFOUND);
	CHECK_INT(locate_read(&taker, code, "token", &p, &metres, &got), RC_OK);
	CHECK_INT(got, 0);
	CHECK_INT(locate_send(&visitor, code, (struct point){ 0, 0 }, 5), RC_INPUT);
	CHECK_INT(locate_send(&visitor, "AAAAAAAA", (struct point){ 1, 1 }, 5), RC_NOTFOUND);
	CHECK_INT(locate_send(&visitor, code, (struct point){ -946100, 100350100 }, 15), RC_OK);
	CHECK_INT(locate_read(&taker, code, "token", &p, &metres, &got), RC_OK);
	CHECK_INT(p.lat, -946100);
	CHECK_INT(metres, 15);
	CHECK_INT(got, CITY_NOW);
	CHECK_INT(locate_read(&taker, code, "another call", &p, &metres, &got), RC_NOTFOUND);
	CHECK_INT(locate_read(&visitor, code, "token", &p, &metres, &got), RC_FORBIDDEN);
	late.now += LOCATE_AGE;
	CHECK_INT(locate_open(&late, code), RC_NOTFOUND);
	CHECK_INT(locate_send(&late, code, (struct point){ 1, 1 }, 5), RC_NOTFOUND);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(what_is_typed_is_found),
		cmocka_unit_test(one_wrong_letter_hides_nothing),
		cmocka_unit_test(the_known_area_goes_first),
		cmocka_unit_test(only_what_is_certain_is_filled_in),
		cmocka_unit_test(only_who_takes_calls_may_ask),
		cmocka_unit_test(importing_twice_changes_nothing),
		cmocka_unit_test(bad_rows_are_told_by_line),
		cmocka_unit_test(a_geojson_is_read_feature_by_feature),
		cmocka_unit_test(a_broken_file_is_told),
		cmocka_unit_test(every_centre_is_in_its_own_village),
		cmocka_unit_test(beyond_the_city_is_a_neighbours),
		cmocka_unit_test(without_boundaries_the_nearest_centre_decides),
		cmocka_unit_test(the_map_has_every_outline),
		cmocka_unit_test(a_caller_sends_where_they_are),
	};

	return cmocka_run_group_tests(tests, open_city, close_city);
}

/* test_geo.c: points as people write them; inside and how far. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "domain/geo.h"
#include "lib/rc.h"

/* Each of these is the same place, to a second of arc. */
static const char *const	 same[] = {
	"-6.2, 106.8", "-6.2,106.8", "  -6.200000   106.800000 ", "-6,2 106,8", "-6,2, 106,8",
	"-6,2,106,8", "106.8, -6.2", "-6.2;106.8", "(-6.2, 106.8)", "\xe2\x88\x92" "6.2 106.8",
	"6.2 S, 106.8 E", "S6.2 E106.8", "6.2 LS 106.8 BT", "LS 6.2, BT 106.8",
	"6,2 LS 106,8 BT", "lat -6.2 lon 106.8", "Lintang: -6.2, Bujur: 106.8",
	"6\xc2\xb0" "12'00\"S 106\xc2\xb0" "48'00\"E", "6\xc2\xb0 12' LS 106\xc2\xb0 48' BT",
	"6\xc2\xb0" "12\xe2\x80\xb2" "0\xe2\x80\xb3 LS, 106\xc2\xb0" "48\xe2\x80\xb2" "0\xe2\x80\xb3 BT",
	"-6\xc2\xb0" "12'0\" 106\xc2\xb0" "48'0\"", "6 12 0 S 106 48 0 E", "6 derajat 12 menit selatan 106 derajat 48 menit timur",
	"106.8 E, 6.2 S", "6.2\xc2\xb0 S 106.8\xc2\xb0 E",
	"geo:-6.2,106.8", "geo:0,0?q=-6.2,106.8(Rumah)", "geo:-6.2,106.8;u=35",
	"https://maps.google.com/?q=-6.2,106.8", "https://maps.google.com/maps?q=-6.2%2C106.8&z=17",
	"https://www.google.com/maps/@-6.2,106.8,17z",
	"https://www.google.com/maps/place/Monas/@-6.1,106.7,17z/data=!3m1!4b1!8m2!3d-6.2!4d106.8",
	"https://www.google.com/maps/search/?api=1&query=-6.2%2C106.8",
	"https://maps.apple.com/?ll=-6.2,106.8&q=Rumah", "https://maps.google.com/?q=loc:-6.2,106.8",
	"https://www.openstreetmap.org/?mlat=-6.2&mlon=106.8#map=17/-6.1/106.7",
	"https://www.openstreetmap.org/#map=17/-6.2/106.8",
	"Lokasi saya https://maps.google.com/?q=-6.2,106.8 tolong", "6P58RR22+2222",
};

static const char *const	 none[] = {
	"", " ", "0,0", "geo:0,0", "-6.2", "-6.2,", "91,181", "-6.2, 190", "-6.2, 106.8, 3", "nan,nan",
	"inf 1", "0x1p3, 4", "1e1, 1e2", "6.2 S", "6.2 S 106.8 S", "S 6.2 106.8 E", "6 75 0 S 106 48 0 E",
	"-6 -12 106 48", "Jl. Veteran 12, 14", "12.03.2024, 5", "5 10 15 20", "https://maps.app.goo.gl/AbC12",
	"https://maps.google.com/?q=Jl.+Veteran,12", "6P58RR22+", "6P58RR2", "--6.2, 106.8", "%2C", "-,-",
	"\xff\xfe", "<b>-6.2, 106.8</b>",
};

static void
every_way_to_write_it_is_read(void **state)
{
	struct point	 p;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(same); i++) {
		if (!geo_read(same[i], &p))
			fail_msg("not read: %s", same[i]);
		if (llabs(p.lat + 6200000) > 300 || llabs(p.lon - 106800000) > 300)
			fail_msg("%s: %lld %lld", same[i], (long long)p.lat, (long long)p.lon);
	}
}

static void
what_is_no_point_is_none(void **state)
{
	char		 long_one[2 * GEO_TYPED_MAX];
	struct point	 p;
	size_t		 i;

	(void)state;
	for (i = 0; i < COUNT(none); i++)
		if (geo_read(none[i], &p))
			fail_msg("read: %s", none[i]);
	memset(long_one, '1', sizeof(long_one));
	long_one[sizeof(long_one) - 1] = '\0';
	CHECK(!geo_read(long_one, &p));
}

/* To the last digit, and never towards zero. */
static void
nothing_is_lost(void **state)
{
	struct point	 p;

	(void)state;
	CHECK(geo_read("-0.946131, 100.350129", &p));
	CHECK_INT(p.lat, -946131);
	CHECK_INT(p.lon, 100350129);
}

/* A square with a hole, and an island in the hole. */
static const char	 square[] = "0 0,0 9000,9000 9000,9000 0;"
			     "3000 3000,6000 3000,6000 6000,3000 6000;"
			     "4000 4000,4000 5000,5000 5000,5000 4000";

static void
holes_are_outside_and_islands_inside(void **state)
{
	struct arena	 a = { 0 };
	struct shape	 s;

	(void)state;
	CHECK(shape_read(&a, square, &s));
	CHECK_INT(s.n, 3);
	CHECK(shape_holds(&s, (struct point){ 1000, 1000 }));
	CHECK(!shape_holds(&s, (struct point){ 3500, 3500 }));
	CHECK(shape_holds(&s, (struct point){ 4500, 4500 }));
	CHECK(!shape_holds(&s, (struct point){ -1, 1000 }));
	CHECK(!shape_holds(&s, (struct point){ 9001, 1000 }));
	arena_reset(&a);
}

/* Two neighbours share an edge and its corners: a point is in one of them, never in both. */
static void
a_shared_edge_belongs_to_one(void **state)
{
	struct arena	 a = { 0 };
	struct shape	 left, right;
	int64_t		 lat, lon;
	int		 in;

	(void)state;
	CHECK(shape_read(&a, "0 0,100 50,0 100,100 150,200 100,200 0", &left));
	CHECK(shape_read(&a, "0 100,100 150,200 100,200 200,0 200", &right));
	for (lat = 0; lat < 200; lat++)
		for (lon = 0; lon < 200; lon++) {
			in = shape_holds(&left, (struct point){ lat, lon }) +
			    shape_holds(&right, (struct point){ lat, lon });
			if (in == 2)
				fail_msg("%lld %lld is in both", (long long)lat, (long long)lon);
		}
	arena_reset(&a);
}

static void
how_far_the_edge_is(void **state)
{
	struct arena	 a = { 0 };
	struct shape	 s;

	(void)state;
	CHECK(shape_read(&a, "0 0,0 9000,9000 9000,9000 0", &s));
	CHECK_INT(shape_metres(&s, (struct point){ -1000, 4500 }), 111);
	CHECK_INT(shape_metres(&s, (struct point){ 4500, 4500 }), 500);
	CHECK_INT(shape_metres(&s, (struct point){ -1000, -1000 }), 157);
	CHECK_INT(geo_metres((struct point){ 1000, 0 }, (struct point){ 0, 0 }), 111);
	arena_reset(&a);
}

static void
a_broken_shape_is_refused(void **state)
{
	static const char *const	 bad[] = { "", ";", "0 0,1 1", "0 0,1 1,", "0 0,1 1,2 0;",
		"0 0;1 1;2 2", "0,0", "0 0,1 1,x 2", "0 0,1 1,99999999999999999999 2",
		"0 0,1 1,90000001 2", "0 0,1 1,2 0 " };
	struct arena			 a = { 0 };
	struct shape			 s;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		if (shape_read(&a, bad[i], &s))
			fail_msg("read: %s", bad[i]);
	arena_reset(&a);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(every_way_to_write_it_is_read),
		cmocka_unit_test(what_is_no_point_is_none),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(holes_are_outside_and_islands_inside),
		cmocka_unit_test(a_shared_edge_belongs_to_one),
		cmocka_unit_test(how_far_the_edge_is),
		cmocka_unit_test(a_broken_shape_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

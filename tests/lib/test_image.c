/* test_image.c: photos, and what pretends to be one; decoded here, and in the program that may. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "check.h"
#include "lib/confine.h"
#include "lib/darkroom.h"
#include "lib/image.h"
#include "pictures.h"

static struct arena	 a;

static int
reset(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static struct picture
look(struct bytes b)
{
	struct picture	 p;
	struct prints	 prints;

	image_develop(b, &p, &prints);
	image_free(&prints);
	return p;
}

static struct bytes
text(const char *s)
{
	return (struct bytes){ s, strlen(s) };
}

/* What a JPEG of ours measures. */
static struct picture
measured(const unsigned char *jpeg, int64_t len)
{
	return look((struct bytes){ jpeg, (size_t)len });
}

static void
the_three_kinds_are_taken(void **state)
{
	(void)state;
	CHECK_INT(look(picture_jpeg(&a, 640, 480, 1)).fault, PICTURE_FINE);
	CHECK_INT(look(picture_png(&a, 640, 480, 1)).fault, PICTURE_FINE);
	CHECK_INT(look(picture_webp(&a, 640, 480, 1)).fault, PICTURE_FINE);
	CHECK_INT(look(picture_webp(&a, 640, 480, 1)).type, PICTURE_WEBP);
	CHECK_INT(look(picture_jpeg(&a, 3, 1, 1)).fault, PICTURE_FINE);
	CHECK_INT(look(picture_png(&a, 1, 900, 1)).fault, PICTURE_FINE);
}

static void
prints_have_their_sizes(void **state)
{
	struct picture	 p, large, small;
	struct prints	 prints;
	struct bytes	 kinds[3];
	int		 i;

	(void)state;
	kinds[0] = picture_jpeg(&a, 4000, 3000, 2);
	kinds[1] = picture_png(&a, 2000, 1500, 2);
	kinds[2] = picture_webp(&a, 2000, 1500, 2);
	for (i = 0; i < 3; i++) {
		image_develop(kinds[i], &p, &prints);
		CHECK_INT(p.fault, PICTURE_FINE);
		CHECK_INT(p.width, i == 0 ? 4000 : 2000);
		large = measured(prints.large, p.large);
		small = measured(prints.small, p.small);
		CHECK_INT(large.width, 1600);
		CHECK_INT(large.height, 1200);
		CHECK_INT(small.width, 320);
		CHECK_INT(small.height, 240);
		image_free(&prints);
	}
}

static void
a_small_photo_is_not_blown_up(void **state)
{
	struct picture	 p;
	struct prints	 prints;

	(void)state;
	image_develop(picture_jpeg(&a, 200, 100, 3), &p, &prints);
	CHECK_INT(measured(prints.large, p.large).width, 200);
	CHECK_INT(measured(prints.small, p.small).width, 200);
	image_free(&prints);
}

static const struct camera	 camera = {
	.way = 6, .time = "2026:11:19 09:45:30", .lat = { 0, 56, 6 }, .lon = { 100, 22, 12 },
	.has_point = 1,
};

/* The three kinds as a camera stores them. */
static void
taken(struct bytes kinds[3], const struct camera *c)
{
	kinds[0] = picture_exif(&a, picture_jpeg(&a, 640, 480, 4), c);
	kinds[1] = picture_exif(&a, picture_png(&a, 640, 480, 4), c);
	kinds[2] = picture_exif(&a, picture_webp(&a, 640, 480, 4), c);
}

static void
a_camera_says_where_and_when(void **state)
{
	struct picture	 p;
	struct prints	 prints;
	struct bytes	 kinds[3];
	int		 i;

	(void)state;
	taken(kinds, &camera);
	for (i = 0; i < 3; i++) {
		image_develop(kinds[i], &p, &prints);
		CHECK_INT(p.fault, PICTURE_FINE);
		CHECK(p.has_point && p.has_time && !p.has_offset);
		CHECK_INT(p.lat, -935000);
		CHECK_INT(p.lon, 100370000);
		CHECK_INT(p.taken, INT64_C(1795081530000));
		CHECK_INT(p.width, 640);
		CHECK_INT(measured(prints.large, p.large).width, 480);	/* upright */
		image_free(&prints);
	}
}

/* A length that lies, a mark that is doubled, nothing inside: read or not, never beyond. */
static void
a_bad_chunk_says_nothing(void **state)
{
	struct bytes	 kinds[3];
	struct picture	 p;
	unsigned char	*bad;
	int		 i, at;

	(void)state;
	taken(kinds, &camera);
	for (i = 1; i < 3; i++)
		for (at = 0; at < 4; at++) {
			bad = arena_alloc(&a, kinds[i].len);
			memcpy(bad, kinds[i].data, kinds[i].len);
			((unsigned char *)memmem(bad, kinds[i].len, i == 1 ? "eXIf" : "EXIF",
			    4))[i == 1 ? at - 4 : at + 4] = 0xff;
			p = look((struct bytes){ bad, kinds[i].len });
			CHECK(p.fault != PICTURE_FINE || !p.has_point || at == (i == 1 ? 3 : 0));
		}
}

static void
nothing_of_the_camera_is_in_the_prints(void **state)
{
	struct picture	 p;
	struct prints	 prints;
	struct bytes	 kinds[3];
	int		 i;

	(void)state;
	taken(kinds, &camera);
	for (i = 0; i < 3; i++) {
		CHECK(memmem(kinds[i].data, kinds[i].len, "2026:11", 7) != NULL);
		image_develop(kinds[i], &p, &prints);
		CHECK(p.large > 0 && p.small > 0);
		CHECK(memmem(prints.large, (size_t)p.large, "Exif", 4) == NULL);
		CHECK(memmem(prints.large, (size_t)p.large, "2026:11", 7) == NULL);
		CHECK(memmem(prints.small, (size_t)p.small, "Exif", 4) == NULL);
		CHECK(memmem(prints.small, (size_t)p.small, "2026:11", 7) == NULL);
		image_free(&prints);
	}
}

/* In four inks it looks as it does in three lights. */
static void
a_scanners_photo_is_taken(void **state)
{
	struct picture	 p;
	struct prints	 prints;
	uint64_t	 lights = look(picture_jpeg(&a, 640, 480, 7)).look;

	(void)state;
	image_develop(picture_inks(&a, 640, 480, 7), &p, &prints);
	CHECK_INT(p.fault, PICTURE_FINE);
	CHECK(__builtin_popcountll(lights ^ p.look) <= 4);
	CHECK(__builtin_popcountll(lights ^ measured(prints.large, p.large).look) <= 4);
	image_free(&prints);
	p = look(picture_inks(&a, 2400, 1800, 7));
	CHECK_INT(p.fault, PICTURE_FINE);
	CHECK_INT(p.width, 2400);
}

/* A photo as each way of holding the camera stores the same view; turned, all look the same. */
static void
every_way_to_hold_a_camera_is_turned_upright(void **state)
{
	struct camera	 c = camera;
	uint64_t	 upright = look(picture_jpeg(&a, 300, 200, 1)).look;
	int		 way;

	(void)state;
	for (way = 1; way <= 8; way++) {
		c.way = way;
		CHECK(__builtin_popcountll(upright ^ look(picture_exif(&a,
		    picture_held(&a, 300, 200, 1, way), &c)).look) <= 4);
		c.way = 1;
		CHECK(way == 1 || __builtin_popcountll(upright ^ look(picture_exif(&a,
		    picture_held(&a, 300, 200, 1, way), &c)).look) > 4);
	}
	c.way = 99;
	CHECK_INT(look(picture_exif(&a, picture_jpeg(&a, 300, 300, 0), &c)).fault, PICTURE_FINE);
}

static void
the_same_view_looks_alike(void **state)
{
	uint64_t	 big = look(picture_jpeg(&a, 1200, 900, 7)).look;
	uint64_t	 small = look(picture_webp(&a, 400, 300, 7)).look;
	uint64_t	 other = look(picture_jpeg(&a, 1200, 900, 18)).look;

	(void)state;
	CHECK(__builtin_popcountll(big ^ small) <= 4);
	CHECK(__builtin_popcountll(big ^ other) > 5);
}

static void
what_is_no_photo_is_refused(void **state)
{
	struct bytes	 jpeg = picture_jpeg(&a, 640, 480, 1), png = picture_png(&a, 640, 480, 1);
	struct bytes	 webp = picture_webp(&a, 640, 480, 1);

	(void)state;
	CHECK_INT(look(text("")).fault, PICTURE_ALIEN);
	CHECK_INT(look(text("GIF89a")).fault, PICTURE_ALIEN);
	CHECK_INT(look(text("%PDF-1.7")).fault, PICTURE_ALIEN);
	CHECK_INT(look(text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).fault, PICTURE_ALIEN);
	CHECK_INT(look((struct bytes){ jpeg.data, jpeg.len / 2 }).fault, PICTURE_BROKEN);
	CHECK_INT(look((struct bytes){ jpeg.data, 20 }).fault, PICTURE_BROKEN);
	CHECK_INT(look((struct bytes){ png.data, png.len / 2 }).fault, PICTURE_BROKEN);
	CHECK_INT(look((struct bytes){ webp.data, webp.len / 2 }).fault, PICTURE_BROKEN);
}

/* A PNG that says it is that large, and is well-formed as far as its first part goes. */
static struct bytes
png_that_says(unsigned w, unsigned h)
{
	struct bytes	 png = picture_png(&a, 64, 64, 1);
	unsigned char	*out = arena_alloc(&a, png.len);
	uLong		 crc;
	int		 i;

	memcpy(out, png.data, png.len);
	for (i = 0; i < 4; i++) {
		out[16 + i] = (unsigned char)(w >> (24 - 8 * i));
		out[20 + i] = (unsigned char)(h >> (24 - 8 * i));
	}
	crc = crc32(0, out + 12, 17);
	for (i = 0; i < 4; i++)
		out[29 + i] = (unsigned char)(crc >> (24 - 8 * i));
	return (struct bytes){ out, png.len };
}

static struct bytes
jpeg_that_says(unsigned w, unsigned h)
{
	struct bytes	 jpeg = picture_jpeg(&a, 64, 64, 1);
	unsigned char	*out = arena_alloc(&a, jpeg.len), *p;

	memcpy(out, jpeg.data, jpeg.len);
	p = memmem(out, jpeg.len, "\xff\xc0", 2);		/* the frame: length, depth, size */
	CHECK(p != NULL);
	p[5] = (unsigned char)(h >> 8);
	p[6] = (unsigned char)h;
	p[7] = (unsigned char)(w >> 8);
	p[8] = (unsigned char)w;
	return (struct bytes){ out, jpeg.len };
}

static struct bytes
webp_that_says(unsigned w, unsigned h)
{
	struct bytes	 webp = picture_webp(&a, 64, 64, 1);
	unsigned char	*out = arena_alloc(&a, webp.len), *p;

	memcpy(out, webp.data, webp.len);
	p = memmem(out, webp.len, "\x9d\x01\x2a", 3);	/* RFC 6386 9.1 */
	CHECK(p != NULL);
	p[3] = (unsigned char)w;
	p[4] = (unsigned char)(w >> 8);
	p[5] = (unsigned char)h;
	p[6] = (unsigned char)(h >> 8);
	return (struct bytes){ out, webp.len };
}

/* Known by what it says of itself, before it unfolds. */
static void
a_bomb_does_not_go_off(void **state)
{
	(void)state;
	CHECK_INT(look(png_that_says(65535, 65535)).fault, PICTURE_HUGE);
	CHECK_INT(look(png_that_says(8000, 6251)).fault, PICTURE_HUGE);
	CHECK_INT(look(png_that_says(8000, 6250)).fault, PICTURE_BROKEN);	/* and not that */
	CHECK_INT(look(jpeg_that_says(65500, 65500)).fault, PICTURE_HUGE);
	CHECK_INT(look(jpeg_that_says(8000, 6251)).fault, PICTURE_HUGE);
	CHECK_INT(look(webp_that_says(16383, 3053)).fault, PICTURE_HUGE);
	CHECK_INT(look(picture_png(&a, 20000, 100, 1)).fault, PICTURE_FINE);
}

static void
two_things_in_one_are_refused(void **state)
{
	static const char	 zip[] = "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\0abc";
	struct bytes		 jpeg = picture_jpeg(&a, 64, 64, 1);
	const struct bytes	 archive = { zip, sizeof(zip) - 1 };

	(void)state;
	CHECK_INT(look(picture_joined(&a, jpeg, archive)).fault, PICTURE_DOUBLE);
	CHECK_INT(look(picture_joined(&a, jpeg, text("<SCRIPT>alert(1)</script>"))).fault,
	    PICTURE_DOUBLE);
	CHECK_INT(look(picture_joined(&a, jpeg, text("%PDF-1.4"))).fault, PICTURE_DOUBLE);
	/* A phone's second picture or film behind the first is common. */
	CHECK_INT(look(picture_joined(&a, jpeg, jpeg)).fault, PICTURE_FINE);
	CHECK_INT(look(picture_joined(&a, jpeg, text("\0\0\0\x18" "ftypmp42"))).fault,
	    PICTURE_FINE);
}

/* --- the line --------------------------------------------------------------------------- */

static void
what_is_told_is_read_again(void **state)
{
	const struct picture	 p = { PICTURE_FINE, PICTURE_WEBP, 4000, 3000, true, true, true,
				       -935000, 100370000, 1795081530000, 420,
				       0x8000000000000001u, 12345, 678 };
	struct picture		 q;
	char			 line[PICTURE_HEAD];
	int			 n = picture_write(&p, line);

	(void)state;
	CHECK_INT(picture_read((struct bytes){ line, (size_t)n }, &q), n);
	CHECK(p.look == q.look && p.lat == q.lat && p.taken == q.taken && q.has_offset &&
	    p.offset == q.offset && p.large == q.large && p.small == q.small);
}

static void
a_teller_that_lies_is_not_believed(void **state)
{
	static const char *const	 lies[] = {
		"", "\n", "0 1 2\n", "9 1 1 1 0 0 0 0 0 0 0 0 9 9\n",
		"0 7 1 1 0 0 0 0 0 0 0 0 9 9\n", "0 1 1 1 0 0 0 0 0 0 0 0 -9 9\n",
		"0 1 1 1 0 0 0 0 0 0 0 0 99999999 9\n", "0 1 1 1 0 0 0 0 0 0 0 0 9 9 9\n",
		"0 1 1 1 0 0 0 0 0 0 0 0 9 x\n", "0 1 1 1 0 0 0 0 0 0 0 0 9 9",
	};
	struct picture			 p;
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(lies); i++) {
		CHECK_INT(picture_read(text(lies[i]), &p), 0);
		CHECK(p.fault != PICTURE_FINE);
	}
}

/* --- the program ------------------------------------------------------------------------ */

static void
use_program(void)
{
	char	 path[4096];
	ssize_t	 n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	assert_true(n > 0);
	path[n] = '\0';
	strstr(path, "/tests/")[0] = '\0';
	setenv("SIAGA_PHOTO", arena_printf(&a, "%s/bin/photo", path), 1);
}

static void
the_program_tells_what_it_sees(void **state)
{
	struct buf	 b = { 0 };
	struct picture	 p;
	struct bytes	 large, small;

	(void)state;
	use_program();
	CHECK_INT(darkroom_develop(picture_exif(&a, picture_jpeg(&a, 2000, 1500, 4), &camera),
	    20000, &p, &b, &large, &small), RC_OK);
	CHECK_INT(p.fault, PICTURE_FINE);
	CHECK_INT(p.lat, -935000);
	CHECK_INT(look(large).height, 1600);
	CHECK_INT(look(small).height, 320);
	CHECK_INT(darkroom_develop(text("nothing"), 20000, &p, &b, &large, &small), RC_OK);
	CHECK_INT(p.fault, PICTURE_ALIEN);
	CHECK(large.len == 0);
	buf_free(&b);
}

static void
patience_ends(void **state)
{
	struct buf	 b = { 0 };
	struct picture	 p;
	struct bytes	 large, small;

	(void)state;
	setenv("SIAGA_PHOTO", "/usr/bin/yes", 1);	/* talks without end */
	CHECK_INT(darkroom_develop(text("x"), 3000, &p, &b, &large, &small), RC_OK);
	CHECK_INT(p.fault, PICTURE_SLOW);
	use_program();
	CHECK_INT(darkroom_develop(picture_jpeg(&a, 64, 64, 1), 0, &p, &b, &large, &small), RC_OK);
	CHECK_INT(p.fault, PICTURE_SLOW);
	setenv("SIAGA_PHOTO", "/nonexistent", 1);
	CHECK_INT(darkroom_develop(text("x"), 3000, &p, &b, &large, &small), RC_FAIL);
	buf_free(&b);
}

/* How a confined process ends that does this: a signal's number, or 0. */
static int
end_of(void (*run)(void))
{
	int	 status;
	pid_t	 pid = fork();

	if (pid == 0) {
		alarm(20);
		confine(1, (size_t)512 << 20);
		run();
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void
do_nothing(void)
{
}

static void
call_out(void)
{
	(void)!socket(AF_INET, SOCK_STREAM, 0);
}

static void
start_another(void)
{
	(void)!execl("/bin/true", "true", (char *)NULL);
}

static void
read_a_file(void)
{
	FILE	*f = fopen("/etc/passwd", "r");

	if (f != NULL)
		abort();
}

static void
turn_for_ever(void)
{
	volatile unsigned	 n = 0;

	for (;;)
		n++;
}

#if !defined(__SANITIZE_ADDRESS__)
static void
take_much(void)
{
	void *volatile	 p = malloc((size_t)1 << 30);

	if (p == NULL)
		abort();
}
#endif

static void
a_confined_process_can_do_no_harm(void **state)
{
	int	 how;

	(void)state;
	CHECK_INT(end_of(do_nothing), 0);
	CHECK(end_of(call_out) != 0);
	CHECK(end_of(start_another) != 0);
	CHECK_INT(end_of(read_a_file), 0);	/* refused, and goes on */
	how = end_of(turn_for_ever);
	CHECK(how == SIGXCPU || how == SIGKILL);
#if !defined(__SANITIZE_ADDRESS__)
	CHECK(end_of(take_much) != 0);
#endif
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(the_three_kinds_are_taken, reset),
		cmocka_unit_test_teardown(prints_have_their_sizes, reset),
		cmocka_unit_test_teardown(a_small_photo_is_not_blown_up, reset),
		cmocka_unit_test_teardown(a_camera_says_where_and_when, reset),
		cmocka_unit_test_teardown(nothing_of_the_camera_is_in_the_prints, reset),
		cmocka_unit_test_teardown(a_bad_chunk_says_nothing, reset),
		cmocka_unit_test_teardown(a_scanners_photo_is_taken, reset),
		cmocka_unit_test_teardown(every_way_to_hold_a_camera_is_turned_upright, reset),
		cmocka_unit_test_teardown(the_same_view_looks_alike, reset),
		cmocka_unit_test_teardown(what_is_no_photo_is_refused, reset),
		cmocka_unit_test_teardown(a_bomb_does_not_go_off, reset),
		cmocka_unit_test_teardown(two_things_in_one_are_refused, reset),
		cmocka_unit_test(what_is_told_is_read_again),
		cmocka_unit_test(a_teller_that_lies_is_not_believed),
		cmocka_unit_test_teardown(the_program_tells_what_it_sees, reset),
		cmocka_unit_test_teardown(patience_ends, reset),
		cmocka_unit_test(a_confined_process_can_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

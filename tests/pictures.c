/* pictures.c: photos for tests, made when they are needed. */
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/encode.h>
#include <zlib.h>

#include "check.h"
#include "pictures.h"

static unsigned char *
draw(struct arena *a, int w, int h, unsigned seed)
{
	unsigned char	*p = arena_alloc(a, (size_t)w * (size_t)h * 3), *at = p;
	int		 x, y, left = w * (int)(seed % 5) / 6, top = h * (int)(seed / 5 % 5) / 6;

	for (y = 0; y < h; y++)
		for (x = 0; x < w; x++, at += 3) {
			at[0] = (unsigned char)(x * 255 / w);
			at[1] = (unsigned char)(y * 255 / h);
			at[2] = (unsigned char)(seed * 37);
			if (x >= left && x < left + w / 3 && y >= top && y < top + h / 3)
				memset(at, (int)(seed * 91 % 256), 3);
		}
	return p;
}

static struct bytes
pack(struct arena *a, const unsigned char *pixels, int w, int h)
{
	tjhandle	 t = tjInitCompress();
	unsigned char	*out = NULL;
	unsigned long	 n = 0;
	struct bytes	 b;

	assert_int_equal(tjCompress2(t, pixels, w, 0, h, TJPF_RGB, &out, &n,
	    TJSAMP_420, 85, 0), 0);
	b = arena_bytes(a, (struct bytes){ out, n });
	tjFree(out);
	tjDestroy(t);
	return b;
}

struct bytes
picture_inks(struct arena *a, int w, int h, unsigned seed)
{
	const unsigned char	*rgb = draw(a, w, h, seed);
	size_t			 i, n = (size_t)w * (size_t)h;
	unsigned char		*inks = arena_alloc(a, n * 4), *out = NULL;
	unsigned long		 len = 0;
	tjhandle		 t = tjInitCompress();
	struct bytes		 b;

	for (i = 0; i < n; i++) {
		memcpy(inks + i * 4, rgb + i * 3, 3);
		inks[i * 4 + 3] = 255;		/* no black: all light goes through */
	}
	assert_int_equal(tjCompress2(t, inks, w, 0, h, TJPF_CMYK, &out, &len, TJSAMP_444, 85,
	    0), 0);
	b = arena_bytes(a, (struct bytes){ out, len });
	tjFree(out);
	tjDestroy(t);
	return b;
}

struct bytes
picture_jpeg(struct arena *a, int w, int h, unsigned seed)
{
	return pack(a, draw(a, w, h, seed), w, h);
}

/* EXIF 2.31, 4.6.4: which edge of the view the stored first row and first column are. */
struct bytes
picture_held(struct arena *a, int w, int h, unsigned seed, int way)
{
	static const struct { int right, bottom; } first[9] = {
		[1] = { 0, 0 }, [2] = { 1, 0 }, [3] = { 1, 1 }, [4] = { 0, 1 },
		[5] = { 0, 0 }, [6] = { 1, 0 }, [7] = { 1, 1 }, [8] = { 0, 1 },
	};
	const unsigned char	*view = draw(a, w, h, seed);
	int			 sw = way >= 5 ? h : w, sh = way >= 5 ? w : h, r, c, x, y;
	unsigned char		*stored = arena_alloc(a, (size_t)w * (size_t)h * 3);

	for (r = 0; r < sh; r++)
		for (c = 0; c < sw; c++) {
			x = way >= 5 ? r : c;
			y = way >= 5 ? c : r;
			x = first[way].right ? w - 1 - x : x;
			y = first[way].bottom ? h - 1 - y : y;
			memcpy(stored + (r * sw + c) * 3, view + (y * w + x) * 3, 3);
		}
	return pack(a, stored, sw, sh);
}

struct bytes
picture_png(struct arena *a, int w, int h, unsigned seed)
{
	png_image	 image = { .version = PNG_IMAGE_VERSION, .width = (unsigned)w,
				   .height = (unsigned)h, .format = PNG_FORMAT_RGB };
	unsigned char	*pixels = draw(a, w, h, seed), *out;
	png_alloc_size_t n = 0;

	assert_true(png_image_write_to_memory(&image, NULL, &n, 0, pixels, 0, NULL));
	out = arena_alloc(a, n);
	assert_true(png_image_write_to_memory(&image, out, &n, 0, pixels, 0, NULL));
	return (struct bytes){ out, n };
}

struct bytes
picture_webp(struct arena *a, int w, int h, unsigned seed)
{
	uint8_t		*out = NULL;
	size_t		 n = WebPEncodeRGB(draw(a, w, h, seed), w, h, w * 3, 80, &out);
	struct bytes	 b = arena_bytes(a, (struct bytes){ out, n });

	assert_true(n > 0);
	WebPFree(out);
	return b;
}

/* --- EXIF: a small TIFF, the big end first ------------------------------------------- */

struct tiff {
	unsigned char	 data[400];
	size_t		 n;
};

static void
put(struct tiff *t, unsigned long value, int bytes)
{
	while (bytes-- > 0)
		t->data[t->n++] = (unsigned char)(value >> 8 * bytes);
}

static void
entry(struct tiff *t, unsigned tag, unsigned type, unsigned long count, unsigned long value)
{
	put(t, tag, 2);
	put(t, type, 2);
	put(t, count, 4);
	put(t, value, 4);
}

static void
angle(struct tiff *t, const int of[3])
{
	int	 i;

	for (i = 0; i < 3; i++) {
		put(t, (unsigned long)of[i], 4);
		put(t, 1, 4);
	}
}

/* Places: 8 the first folder, 50 EXIF's, 68 the time, 88 the GPS folder, 142 and 166 angles. */
static void
fill(struct tiff *t, const struct camera *c)
{
	put(t, 0x4d4d002a, 4);
	put(t, 8, 4);
	put(t, 3, 2);
	entry(t, 0x0112, 3, 1, (unsigned long)c->way << 16);
	entry(t, 0x8769, 4, 1, 50);
	entry(t, c->has_point ? 0x8825 : 0xfde8, 4, 1, 88);
	put(t, 0, 4);
	put(t, 1, 2);
	entry(t, c->time != NULL ? 0x9003 : 0xfde9, 2, 20, 68);
	put(t, 0, 4);
	memcpy(t->data + t->n, c->time == NULL ? "0000:00:00 00:00:00" : c->time, 20);
	t->n += 20;
	put(t, 4, 2);
	entry(t, 1, 2, 2, 'S' * 0x1000000ul);
	entry(t, 2, 5, 3, 142);
	entry(t, 3, 2, 2, 'E' * 0x1000000ul);
	entry(t, 4, 5, 3, 166);
	put(t, 0, 4);
	angle(t, c->lat);
	angle(t, c->lon);
}

static struct bytes
exif_jpeg(struct arena *a, struct bytes jpeg, const struct tiff *t)
{
	unsigned char	*out = arena_alloc(a, jpeg.len + t->n + 10);

	memcpy(out, jpeg.data, 2);
	memcpy(out + 2, "\xff\xe1\0\0Exif\0\0", 10);
	out[4] = (unsigned char)((t->n + 8) >> 8);
	out[5] = (unsigned char)(t->n + 8);
	memcpy(out + 12, t->data, t->n);
	memcpy(out + 12 + t->n, (const char *)jpeg.data + 2, jpeg.len - 2);
	return (struct bytes){ out, jpeg.len + t->n + 10 };
}

/* Behind the first chunk (IHDR: 25 bytes from 8 on); PNG 3, 5.3. */
static struct bytes
exif_png(struct arena *a, struct bytes png, const struct tiff *t)
{
	const size_t	 head = 33;
	unsigned char	*out = arena_alloc(a, png.len + t->n + 12), *at = out + head;
	unsigned long	 sum;
	struct tiff	 frame = { .n = 0 };

	memcpy(out, png.data, head);
	put(&frame, t->n, 4);
	memcpy(at, frame.data, 4);
	memcpy(at + 4, "eXIf", 4);
	memcpy(at + 8, t->data, t->n);
	sum = crc32(0, at + 4, (unsigned)t->n + 4);
	frame.n = 0;
	put(&frame, sum, 4);
	memcpy(at + 8 + t->n, frame.data, 4);
	memcpy(at + 12 + t->n, (const char *)png.data + head, png.len - head);
	return (struct bytes){ out, png.len + t->n + 12 };
}

/* RIFF counts from its little end; a simple file becomes an extended one ("VP8X"). */
static void
little(unsigned char *p, size_t n)
{
	int	 i;

	for (i = 0; i < 4; i++)
		p[i] = (unsigned char)(n >> 8 * i);
}

static struct bytes
exif_webp(struct arena *a, struct bytes webp, const struct tiff *t)
{
	const size_t	 body = webp.len - 12, odd = t->n & 1, size = 30 + body + 8 + t->n + odd;
	unsigned char	*out = arena_alloc(a, size);
	int		 w, h;

	assert_true(WebPGetInfo(webp.data, webp.len, &w, &h));
	memcpy(out, "RIFF    WEBPVP8X", 16);
	little(out + 4, size - 8);
	little(out + 16, 10);
	little(out + 20, 0x08);			/* it has EXIF */
	little(out + 24, (size_t)w - 1);	/* three bytes each */
	little(out + 27, (size_t)h - 1);	/* its fourth is overwritten */
	memcpy(out + 30, (const char *)webp.data + 12, body);
	memcpy(out + 30 + body, "EXIF", 4);
	little(out + 34 + body, t->n);
	memcpy(out + 38 + body, t->data, t->n);
	return (struct bytes){ out, size };
}

struct bytes
picture_exif(struct arena *a, struct bytes photo, const struct camera *c)
{
	struct tiff	 t = { .n = 0 };

	fill(&t, c);
	if (memcmp(photo.data, "\xff\xd8", 2) == 0)
		return exif_jpeg(a, photo, &t);
	return memcmp(photo.data, "RIFF", 4) == 0 ? exif_webp(a, photo, &t) :
	    exif_png(a, photo, &t);
}

struct bytes
picture_joined(struct arena *a, struct bytes one, struct bytes two)
{
	char	*out = arena_alloc(a, one.len + two.len);

	memcpy(out, one.data, one.len);
	memcpy(out + one.len, two.data, two.len);
	return (struct bytes){ out, one.len + two.len };
}

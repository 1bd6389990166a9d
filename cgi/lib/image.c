/*
 * image.c: the only door to libturbojpeg, libpng, libwebp and libexif.
 *
 * A phone's photo has twelve million pixels and is shown with two: the JPEG
 * and WebP decoders shrink while they decode, which saves most of the work.
 */
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include "lib/image.h"
#include "lib/image_exif.h"

enum { QUALITY_LARGE = 82, QUALITY_SMALL = 70, LOOK_W = 9, LOOK_H = 8 };

struct pixels {				/* three bytes each, red first */
	unsigned char	*data;
	int		 w, h;
};

/* each: bytes of a pixel, while it is decoded */
static bool
make(struct pixels *p, int w, int h, size_t each)
{
	*p = (struct pixels){ malloc((size_t)w * (size_t)h * each), w, h };
	return p->data != NULL;
}

/* --- decoding --------------------------------------------------------------------- */

/* Says the size; a photo that unfolds to too much is refused before it unfolds. */
static enum picture_fault
measure(struct picture *p, int64_t w, int64_t h)
{
	p->width = w;
	p->height = h;
	if (w <= 0 || h <= 0)
		return PICTURE_BROKEN;
	return w > PICTURE_PIXELS || h > PICTURE_PIXELS / w ? PICTURE_HUGE : PICTURE_FINE;
}

/* The smallest size the decoder can make that is still as large as what is shown. */
static void
jpeg_size(int *w, int *h)
{
	int			 n, i, best_w = *w, best_h = *h, sw, sh;
	const tjscalingfactor	*f = tjGetScalingFactors(&n);

	for (i = 0; f != NULL && i < n; i++) {
		sw = TJSCALED(*w, f[i]);
		sh = TJSCALED(*h, f[i]);
		if ((sw >= PICTURE_LARGE || sh >= PICTURE_LARGE) && sw < best_w) {
			best_w = sw;
			best_h = sh;
		}
	}
	*w = best_w;
	*h = best_h;
}

/*
 * Odd bytes between its parts are common, and no loss.  The last message says
 * so: the code is "warning" even of an error that came after one.
 */
static bool
is_whole(tjhandle h)
{
	return strstr(tjGetErrorStr2(h), "extraneous bytes before marker") != NULL;
}

/*
 * A scanner's or a print shop's: cyan, magenta, yellow and black, each stored
 * as how much light it lets through, as Adobe began it and all do.  In place:
 * three bytes are written where four were read.
 */
static void
mix(struct pixels *p)
{
	const unsigned char	*ink = p->data;
	unsigned char		*to = p->data;
	size_t			 n = (size_t)p->w * (size_t)p->h;
	int			 black;

	for (; n > 0; n--, ink += 4, to += 3) {
		black = ink[3];
		to[0] = (unsigned char)(ink[0] * black / 255);
		to[1] = (unsigned char)(ink[1] * black / 255);
		to[2] = (unsigned char)(ink[2] * black / 255);
	}
}

static enum picture_fault
jpeg_open(tjhandle h, struct bytes b, struct picture *p, struct pixels *out)
{
	int			 w = 0, height = 0, sampling, colours;
	bool			 inks;
	enum picture_fault	 bad;

	if (tjDecompressHeader3(h, b.data, b.len, &w, &height, &sampling, &colours) != 0)
		return PICTURE_BROKEN;
	if ((bad = measure(p, w, height)) != PICTURE_FINE)
		return bad;
	jpeg_size(&w, &height);
	inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
	if (!make(out, w, height, inks ? 4 : 3))
		return PICTURE_SLOW;
	if (tjDecompress2(h, b.data, b.len, out->data, w, 0, height, inks ? TJPF_CMYK : TJPF_RGB,
	    TJFLAG_LIMITSCANS) != 0 && !is_whole(h))
		return PICTURE_BROKEN;
	if (inks)
		mix(out);
	return PICTURE_FINE;
}

static enum picture_fault
jpeg(struct bytes b, struct picture *p, struct pixels *out)
{
	tjhandle		 h = tjInitDecompress();
	enum picture_fault	 bad = h == NULL ? PICTURE_SLOW : jpeg_open(h, b, p, out);

	if (h != NULL)
		tjDestroy(h);
	return bad;
}

static enum picture_fault
png(struct bytes b, struct picture *p, struct pixels *out)
{
	png_image		 image = { .version = PNG_IMAGE_VERSION };
	const png_color		 white = { 255, 255, 255 };
	enum picture_fault	 bad;

	if (!png_image_begin_read_from_memory(&image, b.data, b.len))
		return PICTURE_BROKEN;
	bad = measure(p, image.width, image.height);
	image.format = PNG_FORMAT_RGB;
	if (bad == PICTURE_FINE && !make(out, (int)image.width, (int)image.height, 3))
		bad = PICTURE_SLOW;
	if (bad == PICTURE_FINE && !png_image_finish_read(&image, &white, out->data, 0, NULL))
		bad = PICTURE_BROKEN;
	png_image_free(&image);
	return bad;
}

/* w and h within a square of that side, in proportion; what is smaller stays. */
static void
fit(int *w, int *h, int side)
{
	int64_t	 longer = *w > *h ? *w : *h;

	if (longer <= side)
		return;
	*w = (int)(*w * (int64_t)side / longer);
	*h = (int)(*h * (int64_t)side / longer);
	*w = *w < 1 ? 1 : *w;
	*h = *h < 1 ? 1 : *h;
}

static enum picture_fault
webp(struct bytes b, struct picture *p, struct pixels *out)
{
	WebPDecoderConfig	 c;
	enum picture_fault	 bad;
	int			 w, h;

	if (!WebPInitDecoderConfig(&c) ||
	    WebPGetFeatures(b.data, b.len, &c.input) != VP8_STATUS_OK || c.input.has_animation)
		return PICTURE_BROKEN;
	if ((bad = measure(p, c.input.width, c.input.height)) != PICTURE_FINE)
		return bad;
	w = c.input.width;
	h = c.input.height;
	fit(&w, &h, PICTURE_LARGE);
	if (!make(out, w, h, 3))
		return PICTURE_SLOW;
	c.options.use_scaling = w != c.input.width || h != c.input.height;
	c.options.scaled_width = w;
	c.options.scaled_height = h;
	c.output.colorspace = MODE_RGB;
	c.output.is_external_memory = 1;
	c.output.u.RGBA.rgba = out->data;
	c.output.u.RGBA.stride = w * 3;
	c.output.u.RGBA.size = (size_t)w * (size_t)h * 3;
	return WebPDecode(b.data, b.len, &c) == VP8_STATUS_OK ? PICTURE_FINE : PICTURE_BROKEN;
}

/* --- shrinking and turning -------------------------------------------------------- */

/* The mean of the pixels that one new pixel stands for. */
static void
mean(const struct pixels *from, int x0, int x1, int y0, int y1, unsigned char out[3])
{
	const unsigned char	*p;
	unsigned		 sum[3] = { 0 }, n = (unsigned)((x1 - x0) * (y1 - y0));
	int			 x, y, c;

	for (y = y0; y < y1; y++)
		for (x = x0; x < x1; x++) {
			p = from->data + ((size_t)y * (size_t)from->w + (size_t)x) * 3;
			for (c = 0; c < 3; c++)
				sum[c] += p[c];
		}
	for (c = 0; c < 3; c++)
		out[c] = (unsigned char)(sum[c] / n);
}

/* From where to where, of old pixels, the i-th of n new ones reaches; one at least. */
static int
edge(int i, int n, int old)
{
	return (int)((int64_t)i * old / n);
}

static bool
shrink(const struct pixels *from, int w, int h, struct pixels *to)
{
	int	 x, y, x0, x1, y0, y1;

	if (!make(to, w, h, 3))
		return false;
	for (y = 0; y < h; y++) {
		y0 = edge(y, h, from->h);
		y1 = edge(y + 1, h, from->h);
		for (x = 0; x < w; x++) {
			x0 = edge(x, w, from->w);
			x1 = edge(x + 1, w, from->w);
			mean(from, x0, x1 > x0 ? x1 : x0 + 1, y0, y1 > y0 ? y1 : y0 + 1,
			    to->data + ((size_t)y * (size_t)w + (size_t)x) * 3);
		}
	}
	return true;
}

/* How EXIF counts ways to hold a camera: 1 upright, 3 on its head, 6 and 8 on a side. */
static bool
turn(struct pixels *p, int way)
{
	struct pixels	 t;
	int		 x, y, fx, fy;

	if (way <= 1 || way > 8)
		return true;
	if (!make(&t, way >= 5 ? p->h : p->w, way >= 5 ? p->w : p->h, 3))
		return false;
	for (y = 0; y < t.h; y++)
		for (x = 0; x < t.w; x++) {
			fx = way >= 5 ? y : x;
			fy = way >= 5 ? x : y;
			if (way == 2 || way == 3 || way == 7 || way == 8)
				fx = p->w - 1 - fx;
			if (way == 3 || way == 4 || way == 6 || way == 7)
				fy = p->h - 1 - fy;
			memcpy(t.data + ((size_t)y * (size_t)t.w + (size_t)x) * 3,
			    p->data + ((size_t)fy * (size_t)p->w + (size_t)fx) * 3, 3);
		}
	free(p->data);
	*p = t;
	return true;
}

/* Eight rows of eight bits: is it brighter to the right?  Sizes and colours do not matter. */
static uint64_t
look_of(const struct pixels *p)
{
	unsigned char	 rgb[3];
	uint64_t	 look = 0;
	int		 x, y, now, before = 0, y0, y1, x0, x1;

	for (y = 0; y < LOOK_H; y++)
		for (x = 0; x < LOOK_W; x++) {
			x0 = edge(x, LOOK_W, p->w);
			x1 = edge(x + 1, LOOK_W, p->w);
			y0 = edge(y, LOOK_H, p->h);
			y1 = edge(y + 1, LOOK_H, p->h);
			mean(p, x0, x1 > x0 ? x1 : x0 + 1, y0, y1 > y0 ? y1 : y0 + 1, rgb);
			now = rgb[0] * 3 + rgb[1] * 6 + rgb[2];
			if (x > 0)
				look = look << 1 | (now > before);
			before = now;
		}
	return look;
}

/* --- encoding --------------------------------------------------------------------- */

static bool
encode(const struct pixels *p, int quality, unsigned char **out, int64_t *size)
{
	tjhandle	 h = tjInitCompress();
	unsigned long	 n = 0;
	bool		 ok;

	if (h == NULL)
		return false;
	ok = tjCompress2(h, p->data, p->w, 0, p->h, TJPF_RGB, out, &n, TJSAMP_420, quality,
	    0) == 0;
	tjDestroy(h);
	*size = (int64_t)n;
	return ok;
}

static bool
print(const struct pixels *from, int side, int quality, unsigned char **out, int64_t *size)
{
	struct pixels	 p = { 0 };
	int		 w = from->w, h = from->h;
	bool		 ok;

	fit(&w, &h, side);
	if (w == from->w && h == from->h)
		return encode(from, quality, out, size);
	ok = shrink(from, w, h, &p) && encode(&p, quality, out, size);
	free(p.data);
	return ok;
}

/* Down to what is shown; pixels it had before are freed. */
static bool
reduce(struct pixels *p)
{
	struct pixels	 less;
	int		 w = p->w, h = p->h;

	fit(&w, &h, PICTURE_LARGE);
	if (w == p->w && h == p->h)
		return true;
	if (!shrink(p, w, h, &less))
		return false;
	free(p->data);
	*p = less;
	return true;
}

static enum picture_fault
decode(struct bytes b, struct picture *p, struct pixels *out)
{
	switch (p->type) {
	case PICTURE_JPEG:
		return jpeg(b, p, out);
	case PICTURE_PNG:
		return png(b, p, out);
	case PICTURE_WEBP:
		return webp(b, p, out);
	case PICTURE_NONE:
	case PICTURE_TYPES:
		break;
	}
	return PICTURE_ALIEN;
}

void
image_develop(struct bytes b, struct picture *p, struct prints *out)
{
	struct pixels	 pixels = { 0 };
	int		 way = 1;

	*out = (struct prints){ 0 };
	*p = (struct picture){ .type = picture_type(b) };
	if (b.len > PICTURE_BYTES)
		p->fault = PICTURE_HEAVY;
	else if ((p->fault = decode(b, p, &pixels)) == PICTURE_FINE && picture_is_double(b))
		p->fault = PICTURE_DOUBLE;
	if (p->fault == PICTURE_FINE) {
		way = exif_read(b, p);
		if (!reduce(&pixels) || !turn(&pixels, way) ||
		    !print(&pixels, PICTURE_LARGE, QUALITY_LARGE, &out->large, &p->large) ||
		    !print(&pixels, PICTURE_SMALL, QUALITY_SMALL, &out->small, &p->small))
			p->fault = PICTURE_SLOW;
		else
			p->look = look_of(&pixels);
	}
	if (p->fault != PICTURE_FINE)
		p->large = p->small = 0;
	free(pixels.data);
}

void
image_free(struct prints *p)
{
	tjFree(p->large);
	tjFree(p->small);
	*p = (struct prints){ 0 };
}

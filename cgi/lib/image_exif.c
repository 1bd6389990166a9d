/* image_exif.c: where and when a camera says it was, and how it was held. */
#include <libexif/exif-data.h>
#include <stdlib.h>
#include <string.h>

#include "lib/image_exif.h"
#include "lib/when.h"

/* Of EXIF 2.31; the library's names for them are newer than some of its packages. */
enum { TAG_OFFSET_ORIGINAL = 0x9011, CIRCLE = 3, MARK = 6, MOST = 1024 * 1024 };

static const ExifEntry *
entry(const ExifData *d, ExifIfd ifd, ExifTag tag, ExifFormat format, size_t bytes)
{
	ExifEntry	*e = exif_content_get_entry(d->ifd[ifd], tag);

	return e != NULL && e->data != NULL && e->format == format && e->size >= bytes ? e : NULL;
}

/* Degrees, minutes, seconds; false where they are none. */
static bool
read_angle(const ExifData *d, ExifTag tag, ExifTag side, unsigned char negative, int64_t *out)
{
	const ExifEntry	*e = entry(d, EXIF_IFD_GPS, tag, EXIF_FORMAT_RATIONAL, 8 * CIRCLE);
	const ExifEntry	*s = entry(d, EXIF_IFD_GPS, side, EXIF_FORMAT_ASCII, 1);
	ExifByteOrder	 order = exif_data_get_byte_order((ExifData *)(uintptr_t)d);
	ExifRational	 r;
	double		 sum = 0;
	int		 i, unit = 1;

	if (e == NULL || s == NULL)
		return false;
	for (i = 0; i < CIRCLE; i++, unit *= 60) {
		r = exif_get_rational(e->data + 8 * i, order);
		if (r.denominator == 0)
			return false;
		sum += (double)r.numerator / r.denominator / unit;
	}
	if (sum > 180)
		return false;
	*out = (int64_t)(sum * 1e6 + 0.5) * (s->data[0] == negative ? -1 : 1);
	return true;
}

static void
read_point(const ExifData *d, struct picture *p)
{
	p->has_point = read_angle(d, (ExifTag)EXIF_TAG_GPS_LATITUDE,
	    (ExifTag)EXIF_TAG_GPS_LATITUDE_REF, 'S', &p->lat) &&
	    read_angle(d, (ExifTag)EXIF_TAG_GPS_LONGITUDE,
	    (ExifTag)EXIF_TAG_GPS_LONGITUDE_REF, 'W', &p->lon);
	/* No camera of this city stands at 0, 0; many say so where they know nothing. */
	if (!p->has_point || p->lat > 90000000 || p->lat < -90000000 ||
	    (p->lat == 0 && p->lon == 0)) {
		p->has_point = false;
		p->lat = p->lon = 0;
	}
}

/* An entry's text, ended; "" where there is none. */
static void
read_text(const ExifData *d, ExifTag tag, char *out, size_t size)
{
	const ExifEntry	*e = entry(d, EXIF_IFD_EXIF, tag, EXIF_FORMAT_ASCII, 1);
	size_t		 n = e == NULL ? 0 : e->size < size - 1 ? e->size : size - 1;

	if (n > 0)
		memcpy(out, e->data, n);
	out[n] = '\0';
}

/* Two digits at p, or -1. */
static int
two(const char p[2])
{
	if (p[0] < '0' || p[0] > '9' || p[1] < '0' || p[1] > '9')
		return -1;
	return (p[0] - '0') * 10 + p[1] - '0';
}

/* "2026:11:21 14:32:05" */
static bool
read_civil(const char *p, struct civil *c)
{
	if (strlen(p) < 19)
		return false;
	*c = (struct civil){ two(p) * 100 + two(p + 2), two(p + 5), two(p + 8), two(p + 11),
	    two(p + 14), two(p + 17), 0 };
	return c->year >= 1990 && c->year <= 2200 && c->month >= 1 && c->month <= 12 &&
	    c->day >= 1 && c->day <= 31 && c->hour >= 0 && c->hour < 24 && c->minute >= 0 &&
	    c->minute < 60 && c->second >= 0 && c->second <= 60;
}

/* By the camera's clock; and "+07:00" where it says of what zone that is. */
static void
read_time(const ExifData *d, struct picture *p)
{
	char		 text[24] = "";
	struct civil	 c;
	int		 hours, minutes;

	read_text(d, EXIF_TAG_DATE_TIME_ORIGINAL, text, sizeof(text));
	if (!read_civil(text, &c))
		return;
	p->has_time = true;
	p->taken = when_instant(&c, 0);
	read_text(d, (ExifTag)TAG_OFFSET_ORIGINAL, text, sizeof(text));
	if (strlen(text) < 6 || (*text != '+' && *text != '-'))
		return;
	hours = two(text + 1);
	minutes = two(text + 4);
	if (hours < 0 || hours > 13 || minutes < 0 || minutes > 59)
		return;
	p->has_offset = true;
	p->offset = (hours * 60 + minutes) * (*text == '-' ? -1 : 1);
}

/* --- where it stands in a file -------------------------------------------------------- */

static uint32_t
number(const unsigned char *p, bool big)
{
	return big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3] :
	    (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* PNG: length, name, data, sum.  RIFF: name, length, data, a byte where that is odd. */
static struct bytes
chunk(struct bytes b, enum picture_type type)
{
	const unsigned char	*data = b.data;
	const bool		 png = type == PICTURE_PNG;
	size_t			 at = png ? 8 : 12, len;

	while (at <= b.len && b.len - at >= 8) {
		len = number(data + at + (png ? 0 : 4), png);
		if (len > b.len - at - 8)
			break;
		if (memcmp(data + at + (png ? 4 : 0), png ? "eXIf" : "EXIF", 4) == 0)
			return (struct bytes){ data + at + 8, len };
		at += 8 + len + (png ? 4 : len & 1);
	}
	return (struct bytes){ NULL, 0 };
}

/* The library knows it by the mark that a JPEG has before it, and the others mostly have not. */
static ExifData *
load_chunk(struct bytes b)
{
	ExifData	*d;
	unsigned char	*copy;
	size_t		 mark = b.len >= MARK && memcmp(b.data, "Exif\0\0", MARK) == 0 ? 0 : MARK;

	if (b.len < 8 || b.len > MOST || (copy = malloc(mark + b.len)) == NULL)
		return NULL;
	memcpy(copy, "Exif\0\0", mark);
	memcpy(copy + mark, b.data, b.len);
	d = exif_data_new_from_data(copy, (unsigned)(mark + b.len));
	free(copy);
	return d;
}

static ExifData *
load(struct bytes b, enum picture_type type)
{
	return type == PICTURE_JPEG ? exif_data_new_from_data(b.data, (unsigned)b.len) :
	    load_chunk(chunk(b, type));
}

int
exif_read(struct bytes photo, struct picture *p)
{
	ExifData	*d = load(photo, p->type);
	const ExifEntry	*e;
	int		 way = 1;

	if (d == NULL)
		return way;
	e = entry(d, EXIF_IFD_0, EXIF_TAG_ORIENTATION, EXIF_FORMAT_SHORT, 2);
	if (e != NULL)
		way = exif_get_short(e->data, exif_data_get_byte_order(d));
	read_point(d, p);
	read_time(d, p);
	exif_data_unref(d);
	return way;
}

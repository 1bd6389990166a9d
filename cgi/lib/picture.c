/* picture.c: what is known of a photo, and how the program that decodes it tells so. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/picture.h"

enum { NUMBERS = 14, ZIP_END = 22, ZIP_COMMENT = 65535 };

static bool
begins(struct bytes b, size_t at, const char *with, size_t len)
{
	return b.len >= at + len && memcmp((const char *)b.data + at, with, len) == 0;
}

enum picture_type
picture_type(struct bytes b)
{
	if (begins(b, 0, "\xff\xd8\xff", 3))
		return PICTURE_JPEG;
	if (begins(b, 0, "\x89PNG\r\n\x1a\n", 8))
		return PICTURE_PNG;
	if (begins(b, 0, "RIFF", 4) && begins(b, 8, "WEBP", 4))
		return PICTURE_WEBP;
	return PICTURE_NONE;
}

const char *
picture_type_name(enum picture_type type)
{
	static const char *const	 names[PICTURE_TYPES] = {
		"", "image/jpeg", "image/png", "image/webp"
	};

	return type < PICTURE_TYPES ? names[type] : "";
}

/* --- two things in one file ------------------------------------------------------ */

/* Marks of five letters and more: by chance, in 8 MB, one in a hundred thousand has one. */
static bool
has_mark(struct bytes b)
{
	static const char *const	 marks[] = { "<script", "<html", "<?php", "<!doctype", "%pdf-" };
	const char			*p = b.data, *end = p + b.len;
	size_t				 i;

	for (; p < end; p++) {
		if (*p != '<' && *p != '%')
			continue;
		for (i = 0; i < COUNT(marks); i++)
			if ((size_t)(end - p) >= strlen(marks[i]) &&
			    strncasecmp(p, marks[i], strlen(marks[i])) == 0)
				return true;
	}
	return false;
}

/* A ZIP is read from its end: a record whose comment reaches exactly to the last byte. */
static bool
is_archive(struct bytes b)
{
	const unsigned char	*data = b.data;
	size_t			 back, comment;

	for (back = ZIP_END; back <= b.len && back <= ZIP_END + ZIP_COMMENT; back++) {
		if (memcmp(data + b.len - back, "PK\5\6", 4) != 0)
			continue;
		comment = data[b.len - back + 20] | (size_t)data[b.len - back + 21] << 8;
		if (comment == back - ZIP_END)
			return true;
	}
	return false;
}

bool
picture_is_double(struct bytes b)
{
	return has_mark(b) || is_archive(b);
}

/* --- the line ---------------------------------------------------------------------- */

int
picture_write(const struct picture *p, char line[PICTURE_HEAD])
{
	return snprintf(line, PICTURE_HEAD, "%d %d %" PRId64 " %" PRId64 " %d %" PRId64
	    " %" PRId64 " %d %" PRId64 " %d %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 "\n",
	    (int)p->fault, (int)p->type, p->width, p->height, p->has_point, p->lat, p->lon,
	    p->has_time, p->taken, p->has_offset, p->offset, (int64_t)p->look, p->large,
	    p->small);
}

/* All fourteen numbers of a line, or false. */
static bool
read_numbers(const char *line, int64_t n[NUMBERS])
{
	char	*end;
	int	 i;

	for (i = 0; i < NUMBERS; i++) {
		if (!isdigit((unsigned char)*line) && *line != '-')
			return false;
		n[i] = strtoimax(line, &end, 10);
		if (*end != (i + 1 < NUMBERS ? ' ' : '\0'))
			return false;
		line = end + 1;
	}
	return true;
}

static bool
is_within(int64_t n, int64_t low, int64_t high)
{
	return n >= low && n <= high;
}

/* The teller may have been taken over by what it read: nothing is believed unseen. */
static bool
is_likely(const int64_t n[NUMBERS])
{
	return is_within(n[0], PICTURE_FINE, PICTURE_FAULTS - 1) &&
	    is_within(n[1], PICTURE_NONE, PICTURE_TYPES - 1) &&
	    is_within(n[2], 0, PICTURE_PIXELS) && is_within(n[3], 0, PICTURE_PIXELS) &&
	    is_within(n[5], -90000000, 90000000) && is_within(n[6], -180000000, 180000000) &&
	    is_within(n[8], 0, INT64_C(1) << 43) && is_within(n[10], -14 * 60, 14 * 60) &&
	    is_within(n[12], 0, PICTURE_BYTES) && is_within(n[13], 0, PICTURE_BYTES);
}

size_t
picture_read(struct bytes b, struct picture *p)
{
	char		 line[PICTURE_HEAD];
	const char	*end = b.len == 0 ? NULL : memchr(b.data, '\n', b.len);
	int64_t		 n[NUMBERS];
	size_t		 len;

	*p = (struct picture){ .fault = PICTURE_BROKEN };
	if (end == NULL || (len = (size_t)(end - (const char *)b.data)) >= sizeof(line))
		return 0;
	memcpy(line, b.data, len);
	line[len] = '\0';
	if (!read_numbers(line, n) || !is_likely(n))
		return 0;
	*p = (struct picture){
		.fault = (enum picture_fault)n[0], .type = (enum picture_type)n[1],
		.width = n[2], .height = n[3], .has_point = n[4] != 0, .lat = n[5], .lon = n[6],
		.has_time = n[7] != 0, .taken = n[8], .has_offset = n[9] != 0, .offset = n[10],
		.look = (uint64_t)n[11], .large = n[12], .small = n[13],
	};
	return len + 1;
}

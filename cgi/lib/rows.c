/* rows.c: a long file, one record at a time: the lines of a CSV, the features of a GeoJSON. */
#include <ctype.h>
#include <string.h>

#include "lib/rows.h"

static int
get(struct rows *r)
{
	int	 c = getc(r->file);

	r->here += c == '\n';
	return c;
}

/* A byte order mark, from a spreadsheet, says nothing; what is left begins the file. */
void
rows_begin(struct rows *r, FILE *f)
{
	int	 c;

	*r = (struct rows){ .file = f, .line = 1, .here = 1 };
	do
		c = get(r);
	while (c == 0xef || c == 0xbb || c == 0xbf || isspace(c));
	r->json = c == '{' || c == '[';
	if (c != EOF && ungetc(c, f) == EOF)
		r->depth = ROW_DEPTH_MAX;	/* cannot be: one is always taken back */
}

void
rows_end(struct rows *r)
{
	buf_free(&r->record);
}

/* The byte, unless the record is full. */
static bool
keep(struct rows *r, int c)
{
	const char	 byte = (char)c;

	if (r->record.len >= (r->json ? ROW_BYTES_MAX : LINE_BYTES_MAX))
		return false;
	buf_add(&r->record, &byte, 1);
	return true;
}

/* --- lines ---------------------------------------------------------------------------- */

static enum row
next_line(struct rows *r)
{
	bool	 quoted = false, good = true;
	int	 c;

	r->line = r->here;
	while ((c = get(r)) != EOF && (c != '\n' || quoted)) {
		quoted ^= c == '"';
		if (c == '\0' || !keep(r, c))
			good = false;
		if (!good && c == '\n')
			break;
	}
	if (c == EOF && r->record.len == 0)
		return ROW_END;
	return good && !quoted ? ROW_ONE : ROW_BAD;
}

static bool
is_blank(const struct buf *b)
{
	return b->len == 0 || strspn(b->data, " \t\r,") == b->len;
}

/* --- objects --------------------------------------------------------------------------- */

/* Through a string, its quotes included; false where it does not end. */
static bool
pass_string(struct rows *r, bool keeps)
{
	bool	 escaped = false;
	int	 c;

	while ((c = get(r)) != EOF && c != '\0') {
		if (keeps && !keep(r, c))
			return false;
		if (c == '"' && !escaped)
			return true;
		escaped = c == '\\' && !escaped;
	}
	return false;
}

static bool
go_in(struct rows *r, int c)
{
	if (r->depth == ROW_DEPTH_MAX)
		return false;
	r->open[r->depth++] = (char)c;
	return true;
}

static bool
go_out(struct rows *r, int c)
{
	return r->depth > 0 && r->open[--r->depth] == (c == '}' ? '{' : '[');
}

/* The rest of an object whose first bracket was read. */
static enum row
take_object(struct rows *r)
{
	int	 outside = r->depth - 1, c;

	if (!keep(r, '{'))
		return ROW_BAD;
	while (r->depth > outside) {
		c = get(r);
		if (c == EOF || c == '\0' || !keep(r, c))
			return ROW_BAD;
		if (c == '"' && !pass_string(r, true))
			return ROW_BAD;
		if ((c == '{' || c == '[') && !go_in(r, c))
			return ROW_BAD;
		if ((c == '}' || c == ']') && !go_out(r, c))
			return ROW_BAD;
	}
	return ROW_ONE;
}

/* In the outermost list, or in a list of the outermost object. */
static bool
is_record(const struct rows *r, int c)
{
	return c == '{' && ((r->depth == 1 && r->open[0] == '[') ||
	    (r->depth == 2 && r->open[0] == '{' && r->open[1] == '['));
}

static enum row
next_object(struct rows *r)
{
	bool	 found;
	int	 c;

	while ((c = get(r)) != EOF) {
		r->line = r->here;
		found = is_record(r, c);
		if (c == '"' && !pass_string(r, false))
			return ROW_BAD;
		if ((c == '{' || c == '[') && !go_in(r, c))
			return ROW_BAD;
		if (found)
			return take_object(r);
		if ((c == '}' || c == ']') && !go_out(r, c))
			return ROW_BAD;
	}
	return r->depth == 0 ? ROW_END : ROW_BAD;
}

enum row
rows_next(struct rows *r)
{
	enum row	 row;

	do {
		buf_clear(&r->record);
		row = r->json ? next_object(r) : next_line(r);
	} while (row == ROW_ONE && !r->json && is_blank(&r->record));
	if (row == ROW_BAD && r->json) {	/* where the next one begins nobody knows */
		while (get(r) != EOF)
			;
		r->depth = 0;
	}
	return row;
}

/* sheet.c: tables in text files: TSV, and CSV with quotes (RFC 4180). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/log.h"
#include "lib/sheet.h"
#include "lib/text.h"

enum { MAX_FILE = 16 * 1024 * 1024, MAX_COLUMNS = 256 };

/* Where the next cell begins, in a copy that the cells are cut out of. */
struct cut {
	char		*next;		/* NULL after the last cell */
	char		 separator;
	const char	*cells[MAX_COLUMNS];
	size_t		 n;
};

/* The whole file, NUL behind it; NULL where it cannot be read or is too long. */
static char *
slurp(struct arena *a, FILE *f, size_t max)
{
	long	 size;
	char	*text;

	if (fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0 || (size_t)size > max)
		return NULL;
	rewind(f);
	text = arena_alloc(a, (size_t)size + 1);
	if (fread(text, 1, (size_t)size, f) != (size_t)size)
		return NULL;
	return memchr(text, '\0', (size_t)size) == NULL ? text : NULL;
}

enum rc
file_read(struct arena *a, const char *path, size_t max, const char **text)
{
	FILE	*f = fopen(path, "re");
	char	*all;

	if (f == NULL)
		return errno == ENOENT ? RC_NOTFOUND : RC_FAIL;
	all = slurp(a, f, max);
	fclose(f);
	if (all == NULL || !text_is_utf8(all))
		return RC_INPUT;
	*text = all;
	return RC_OK;
}

/* Inside quotes: two are one, one ends the cell.  False where none ends it. */
static bool
unquote(struct cut *c)
{
	char	*from = c->next + 1, *to = c->next;

	while (from[0] != '"' || from[1] == '"') {
		if (*from == '\0')
			return false;
		from += *from == '"';
		*to++ = *from++;
	}
	c->next = from + 1;
	*to = '\0';
	return true;
}

/* Cuts one cell off; false where a quote is out of place, or there are too many. */
static bool
cut_cell(struct cut *c)
{
	const char	 stop[] = { c->separator, '\n', '\r', '\0' };

	if (c->n == MAX_COLUMNS)
		return false;
	c->cells[c->n++] = c->next;
	if (c->separator == ',' && *c->next == '"')
		return unquote(c) && strchr(stop, *c->next) != NULL;
	c->next += strcspn(c->next, stop);
	return true;
}

/* One line into cells; c->next then stands at the next line, or is NULL. */
static bool
cut_line(struct cut *c)
{
	char	 end;

	c->n = 0;
	do {
		if (!cut_cell(c))
			return false;
		end = *c->next;
		if (end == '\r' && c->next[1] != '\n')
			return false;
		*c->next = '\0';
		c->next += end == '\r' ? 2 : end != '\0';
	} while (end == c->separator);
	if (*c->next == '\0')
		c->next = NULL;
	return true;
}

static const char **
keep(struct arena *a, const struct cut *c)
{
	const char	**row = arena_alloc(a, c->n * sizeof(*row));

	memcpy(row, c->cells, c->n * sizeof(*row));
	return row;
}

static size_t
lines_of(const char *text)
{
	size_t	 n = 1;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

enum rc
sheet_parse(struct arena *a, const char *text, char separator, struct sheet *out)
{
	struct cut	 c = { .separator = separator };

	*out = (struct sheet){ 0 };
	if (!text_is_utf8(text))
		return RC_INPUT;
	if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3;			/* a byte order mark, from a spreadsheet */
	out->rows = arena_alloc(a, lines_of(text) * sizeof(*out->rows));
	c.next = arena_text(a, text);
	if (!cut_line(&c))
		return RC_INPUT;
	out->head = keep(a, &c);
	out->columns = c.n;
	while (c.next != NULL) {
		if (!cut_line(&c))
			return RC_INPUT;
		if (c.n == 1 && *c.cells[0] == '\0' && out->columns > 1)
			continue;		/* an empty line */
		if (c.n != out->columns)
			return RC_INPUT;
		out->rows[out->n++] = keep(a, &c);
	}
	return RC_OK;
}

enum rc
sheet_read(struct arena *a, const char *path, char separator, struct sheet *out)
{
	const char	*text;
	enum rc		 rc = file_read(a, path, MAX_FILE, &text);

	if (rc == RC_OK && (rc = sheet_parse(a, text, separator, out)) != RC_OK)
		log_warn("sheet: %s: row %zu is malformed", path, out->n + 2);
	return rc;
}

const char *
sheet_cell(const struct sheet *s, size_t row, const char *column)
{
	size_t	 i;

	for (i = 0; i < s->columns; i++)
		if (strcmp(s->head[i], column) == 0)
			return s->rows[row][i];
	return "";
}

/* init_cell.c: the cells of a data file, checked one by one; the first bad one is told. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/init_cell.h"

enum rc
table_read(struct table *t, struct arena *a, const char *folder, const char *name)
{
	size_t	 len = strlen(name);
	bool	 csv = len > 4 && strcmp(name + len - 4, ".csv") == 0;

	*t = (struct table){ .arena = a, .why = "" };
	t->file = arena_printf(a, "%s/%s", folder, name);
	t->rc = sheet_read(a, t->file, csv ? ',' : '\t', &t->sheet);
	if (t->rc == RC_NOTFOUND)
		t->why = arena_printf(a, "%s: no such file", t->file);
	else if (t->rc != RC_OK)
		t->why = arena_printf(a, "%s: not a table in UTF-8 with rows of one width", t->file);
	return t->rc;
}

void
table_fault(struct table *t, const char *column, const char *fmt, ...)
{
	char	 text[200];
	va_list	 ap;

	if (t->rc != RC_OK)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	t->rc = RC_INPUT;
	/* as an editor counts: the head is row 1 */
	t->why = arena_printf(t->arena, "%s, row %zu, column %s: %s", t->file, t->row + 2,
	    column, text);
}

const char *
cell(const struct table *t, const char *column)
{
	return sheet_cell(&t->sheet, t->row, column);
}

const char *
cell_needed(struct table *t, const char *column)
{
	const char	*text = cell(t, column);

	if (*text == '\0')
		table_fault(t, column, "is empty");
	return text;
}

int64_t
cell_number(struct table *t, const char *column)
{
	const char	*text = cell(t, column);
	char		*end;
	int64_t		 n;

	if (*text == '\0')
		return 0;
	errno = 0;
	n = strtoll(text, &end, 10);
	if (*end != '\0' || errno != 0 || n < -INT32_MAX || n > INT32_MAX) {
		table_fault(t, column, "\"%s\" is not a number", text);
		return 0;
	}
	return n;
}

int64_t
cell_count(struct table *t, const char *column)
{
	int64_t	 n = cell_number(t, column);

	if (n < 0)
		table_fault(t, column, "is less than zero");
	return n < 0 ? 0 : n;
}

int
cell_word(struct table *t, const char *column, const char *const words[])
{
	const char	*text = cell(t, column);
	int		 i;

	for (i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	table_fault(t, column, "\"%s\" is none of its words", text);
	return 0;
}

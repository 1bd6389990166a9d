/* grant.c: what one program may do in the store. */
#include <string.h>
#include <strings.h>

#include "lib/grant.h"
#include "lib/rc.h"

/* Is name among words, " a b c "?  They begin with a blank. */
static bool
is_among(const char *words, const char *name)
{
	size_t	 len = strlen(name);

	for (; (words = strstr(words, name)) != NULL; words += len)
		if (words[-1] == ' ' && words[len] == ' ')
			return true;
	return false;
}

static bool
covers(const struct grant *g, const char *column)
{
	return g->columns == NULL || column == NULL || *column == '\0' ||
	    is_among(g->columns, column);
}

/* Columns bound what is read; what is updated only where the grant says DB_CHANGE. */
bool
grant_allows(const struct grant *g, const char *table, const char *column, unsigned need)
{
	for (; g->table != NULL; g++) {
		if (strcmp(g->table, table) != 0)
			continue;
		if ((g->rights & need) != 0 && (need != DB_READ || covers(g, column)))
			return true;
		if (need == DB_UPDATE && (g->rights & DB_CHANGE) != 0 && covers(g, column))
			return true;
	}
	return false;
}

bool
grant_allows_function(const char *name)
{
	static const char *const	 bad[] = { "load_extension", "readfile", "writefile",
		"edit", "fts3_tokenizer" };
	size_t				 i;

	for (i = 0; i < COUNT(bad); i++)
		if (strcasecmp(bad[i], name) == 0)
			return false;
	return true;
}

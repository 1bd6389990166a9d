/* init_flag.c: the red flags of a city, read and checked. */
#include <string.h>

#include "action/init_cell.h"

static bool
has_category(const struct city *c, const char *code)
{
	size_t	 i;

	for (i = 0; i < c->ncategories; i++)
		if (strcmp(c->categories[i].code, code) == 0)
			return true;
	return *code == '\0';
}

static bool
has_card(const struct city *c, const char *code)
{
	size_t	 i;

	for (i = 0; i < c->ncards; i++)
		if (strcmp(c->cards[i].code, code) == 0)
			return true;
	return *code == '\0';
}

enum rc
read_flags(struct table *t, struct city *c)
{
	struct red_flag	*f;

	if (t->sheet.n > RED_FLAGS_MAX)
		table_fault(t, "kata", "more than %d rows", RED_FLAGS_MAX);
	c->flags = arena_alloc(t->arena, (t->sheet.n + 1) * sizeof(*c->flags));
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		f = &c->flags[c->nflags++];
		f->words = cell_needed(t, "kata");
		f->priority = priority_of(cell_needed(t, "prioritas"));
		f->category = cell(t, "kategori");
		f->card = cell(t, "sop");
		f->say = cell_needed(t, "ucapkan");
		f->say_en = cell(t, "ucapkan_en");
		if (f->priority >= PRIORITY_COUNT)
			table_fault(t, "prioritas", "is not P0 to P5");
		if (!has_category(c, f->category))
			table_fault(t, "kategori", "no category %s", f->category);
		if (!has_card(c, f->card))
			table_fault(t, "sop", "no card %s", f->card);
	}
	return t->rc;
}

/* init_retention.c: how long a city keeps each class of data, read and checked. */
#include "action/init_cell.h"

/* Every class once: what is not named would be kept for ever. */
static void
check_all(struct table *t, const struct city *c)
{
	enum data_class	 k;
	size_t		 i, n;

	for (k = DATA_NONE + 1; k < DATA_CLASSES && t->rc == RC_OK; k++) {
		for (n = i = 0; i < c->nretention; i++)
			n += data_class_of(c->retention[i].class) == k;
		if (n == 1)
			continue;
		t->why = arena_printf(t->arena, "%s: %s is named %zu times", t->file,
		    data_class_code(k), n);
		t->rc = RC_INPUT;
	}
}

enum rc
read_retention(struct table *t, struct city *c)
{
	struct retention	*r;

	c->retention = arena_alloc(t->arena, (t->sheet.n + 1) * sizeof(*c->retention));
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		r = &c->retention[c->nretention++];
		r->class = cell_needed(t, "kelas");
		cell_needed(t, "hari");
		r->days = cell_count(t, "hari");
		r->reason = cell_needed(t, "alasan");
		r->source = cell_needed(t, "sumber");
		if (data_class_of(r->class) == DATA_NONE)
			table_fault(t, "kelas", "no class %s", r->class);
	}
	check_all(t, c);
	return t->rc;
}

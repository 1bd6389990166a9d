/* ref.c: questions to the reference data. */
#include <string.h>

#include "domain/ref.h"

const struct agency *
ref_agency(const struct ref *r, int64_t id)
{
	size_t	 i;

	/* Ids are given in order from 1, so the guess is nearly always right. */
	if (id > 0 && (size_t)id <= r->nagencies && r->agencies[id - 1].id == id)
		return &r->agencies[id - 1];
	for (i = 0; i < r->nagencies; i++)
		if (r->agencies[i].id == id)
			return &r->agencies[i];
	return NULL;
}

const struct agency *
ref_agency_code(const struct ref *r, const char *code)
{
	size_t	 i;

	for (i = 0; i < r->nagencies; i++)
		if (strcmp(r->agencies[i].code, code) == 0)
			return &r->agencies[i];
	return NULL;
}

const struct area *
ref_area(const struct ref *r, const char *code)
{
	size_t	 low = 0, high = r->nareas, mid;
	int	 order;

	while (low < high) {
		mid = low + (high - low) / 2;
		if ((order = strcmp(r->areas[mid].code, code)) == 0)
			return &r->areas[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

const struct category *
ref_category(const struct ref *r, int64_t id)
{
	size_t	 i;

	if (id > 0 && (size_t)id <= r->ncategories && r->categories[id - 1].id == id)
		return &r->categories[id - 1];
	for (i = 0; i < r->ncategories; i++)
		if (r->categories[i].id == id)
			return &r->categories[i];
	return NULL;
}

const struct category *
ref_category_code(const struct ref *r, const char *code)
{
	size_t	 i;

	for (i = 0; i < r->ncategories; i++)
		if (r->categories[i].current && strcmp(r->categories[i].code, code) == 0)
			return &r->categories[i];
	return NULL;
}

const struct card *
ref_card(const struct ref *r, const char *code)
{
	size_t	 i;

	for (i = 0; i < r->ncards; i++)
		if (strcmp(r->cards[i].code, code) == 0)
			return &r->cards[i];
	return NULL;
}

const struct unit *
ref_unit(const struct ref *r, int64_t id)
{
	size_t	 i;

	for (i = 0; i < r->nunits; i++)
		if (r->units[i].id == id)
			return &r->units[i];
	return NULL;
}

const char *
ref_district_name(const struct ref *r, const char *village)
{
	const struct area	*a = ref_area(r, village);

	if (a != NULL && a->level == AREA_VILLAGE)
		a = ref_area(r, a->parent);
	return a == NULL || a->level != AREA_DISTRICT ? "" : a->name;
}

/* A village's rule goes before its district's: codes are prefixes.  Then the newest. */
static bool
is_better(const struct rule *r, const struct rule *than)
{
	size_t	 len = strlen(r->area), other = than == NULL ? 0 : strlen(than->area);

	return than == NULL || len > other || (len == other && r->from >= than->from);
}

static int64_t
lead_of(const struct ref *r, const struct category *c, const char *area, int64_t now)
{
	const struct rule	*best = NULL, *rule;
	size_t			 i;

	for (i = 0; i < r->nrules; i++) {
		rule = &r->rules[i];
		if (rule->category == c->id && rule->from <= now &&
		    strncmp(area, rule->area, strlen(rule->area)) == 0 &&
		    is_better(rule, best))
			best = rule;
	}
	return best == NULL ? c->lead : best->agency;
}

size_t
ref_route(const struct ref *r, const struct category *c, const char *area, int64_t now,
    int64_t *out, size_t max)
{
	size_t	 i, n = 0;

	if (max == 0 || (out[0] = lead_of(r, c, area, now)) == 0)
		return 0;
	for (i = 0, n = 1; i < c->nsupport && n < max; i++)
		if (c->support[i] != out[0])
			out[n++] = c->support[i];
	return n;
}

/* fuzz_match.c: words typed, a NUL, and a caller's words for a category: what may be meant. */
#include "domain/propose.h"
#include "domain/red_flag.h"
#include "fuzz/fuzz.h"

static const struct area areas[] = {
	{ "13.71", "", "Kota Bahari", AREA_REGENCY, 0, 0 },
	{ "13.71.01", "13.71", "Pasar", AREA_DISTRICT, 0, 0 },
	{ "13.71.01.1001", "13.71.01", "Pasar Lama", AREA_VILLAGE, 0, 0 },
	{ "13.71.01.1002", "13.71.01", "Pasar Muara", AREA_VILLAGE, 0, 0 },
};

/* Each is one of those there are, and none comes twice. */
static void
check_categories(const struct ref *r, const struct category **out, size_t n, size_t max)
{
	size_t	 i, k;

	must(n <= max);
	for (i = 0; i < n; i++) {
		must(out[i] >= r->categories && out[i] < r->categories + r->ncategories);
		must(out[i]->current);
		for (k = 0; k < i; k++)
			must(out[i] != out[k]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		 a = { 0 };
	char			*typed = arena_alloc(&a, size + 2), *own, *folded;
	const struct category	*out[2];
	const struct area	*found[MATCH_MAX];
	const struct red_flag	*raised[1];
	const struct lesson	 nothing = { 0 };
	const char		*words[1];

	memcpy(typed, data, size);
	own = typed + strlen(typed) + 1;
	struct category	 c[] = {
		{ .code = "KBR-BGN", .name = "Kebakaran bangunan", .name_en = "Building fire",
		  .words = "api,rumah terbakar", .track = TRACK_EMERGENCY, .current = true },
		{ .code = "X", .name = own, .name_en = "", .words = own,
		  .track = TRACK_COMPLAINT, .current = true },
		{ .code = "JLN", .name = "Jalan rusak", .name_en = "Broken road",
		  .words = "api,lubang", .track = TRACK_COMPLAINT, .current = true },
		{ .code = "JLN", .name = "Jalan", .name_en = "Road", .words = "api",
		  .track = TRACK_COMPLAINT },
	};
	const struct red_flag	 flags[] = { { .words = own, .priority = P1 },
		{ .words = "tidak|gak napas,bom", .priority = P0 } };
	struct ref	 r = { .categories = c, .ncategories = COUNT(c), .areas = areas,
			       .nareas = COUNT(areas) };

	folded = match_fold(&a, typed);
	must(strlen(folded) <= strlen(typed) && strcmp(match_fold(&a, folded), folded) == 0);
	check_categories(&r, out, match_category(&r, &a, typed, out, 1), 1);
	check_categories(&r, out, match_category(&r, &a, typed, out, COUNT(out)), COUNT(out));
	check_categories(&r, out, propose(&r, &a, typed, &nothing, out, COUNT(out)), COUNT(out));
	must(red_flags(&a, flags, COUNT(flags), typed, raised, words, 1) <= 1);
	must(match_village(&r, &a, typed, found, COUNT(found)) <= 2);
	arena_reset(&a);
	return 0;
}

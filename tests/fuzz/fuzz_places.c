/* fuzz_places.c: anything at all as a file of places, and as what is typed of one. */
#include "action/place_file.h"
#include "domain/gazetteer.h"
#include "fuzz/fuzz.h"
#include "lib/rows.h"

static const char *const	 names[] = { "name", "nama", NULL };

static void
one_record(struct arena *a, const struct rows *r, const char *head)
{
	struct feature	 f;
	struct point	 p;
	struct box	 box;
	struct shape	 s;
	const char	*why = "", *shape = "", *outline = "";

	if (feature_read(a, r, head, &f, &why)) {
		must(strpbrk(feature_text(&f, names), "\n\t") == NULL);
		if (feature_point(&f, &p))
			must(geo_is_on_earth(p));
		if (feature_shape(&f, &shape, &outline, &box)) {
			must(shape_read(a, shape, &s) && s.n > 0);
			must(shape_read(a, outline, &s) && s.n > 0);
			must(box.south <= box.north && box.west <= box.east);
		}
	}
	feature_end(&f);
}

static void
as_file(struct arena *a, const uint8_t *data, size_t size)
{
	FILE		*f = fmemopen((void *)(uintptr_t)data, size, "r");
	const char	*head = "nama,lat,lon";
	struct rows	 r;
	enum row	 row;
	int64_t		 last = 0;

	if (f == NULL)
		return;
	rows_begin(&r, f);
	while ((row = rows_next(&r)) != ROW_END) {
		must(r.line >= last && r.line > 0);
		last = r.line;
		if (row == ROW_ONE)
			one_record(a, &r, head);
	}
	rows_end(&r);
	fclose(f);
}

static void
as_typed(struct arena *a, const char *text)
{
	struct part_typed	 parts[4];
	struct looked		 look;
	struct name		 n = { .name = "Jl. Karya Bakti", .folded = "karya bakti",
					.kind = PLACE_STREET };
	int64_t			 grams[NAME_GRAMS];
	size_t			 i, count = name_parts(text, parts, 4);
	char			*folded = name_fold(a, text), *kept;

	must(strcmp(name_fold(a, folded), name_fold(a, name_fold(a, folded))) == 0);
	must(name_grams(folded, true, grams) <= NAME_GRAMS);
	for (i = 0; i < count; i++) {
		must(parts[i].from >= text && parts[i].from + parts[i].len <= text + strlen(text));
		must(strstr(name_into(a, text, &parts[i], n.name), n.name) != NULL);
		name_head(a, &parts[i]);
	}
	name_look(a, text, true, &look);
	must(look.n <= NAME_WORDS && name_rank(&look, &n, "pasar lama", true) < 1200);
	kept = name_keepable(a, text);
	must(kept == NULL || strlen(kept) <= NAME_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1);

	if (size > 0)
		as_file(&a, data, size);
	memcpy(text, data, size);
	if (size < 500)
		as_typed(&a, text);
	arena_reset(&a);
	return 0;
}

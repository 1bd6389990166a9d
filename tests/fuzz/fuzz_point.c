/* fuzz_point.c: anything at all as a point on the map, at the call desk and from a citizen. */
#include <inttypes.h>

#include "fuzz/fuzz.h"
#include "page/call_form.h"
#include "page/report_page.h"

/* Micro-degrees as degrees. */
static const char *
degrees(struct arena *a, int64_t n)
{
	return arena_printf(a, "%s%" PRId64 ".%06" PRId64, n < 0 ? "-" : "",
	    n < 0 ? -n / 1000000 : n / 1000000, n < 0 ? -n % 1000000 : n % 1000000);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	 a = { 0 };
	char		*text = arena_alloc(&a, size + 1);
	const char	*same;
	int64_t		 lat, lon, lat2, lon2;

	memcpy(text, data, size);
	if (report_point(text, &lat, &lon)) {
		must(lat >= -11500000 && lat <= 6500000 && lon >= 94500000 && lon <= 141500000);
		same = arena_printf(&a, "%s,%s", degrees(&a, lat), degrees(&a, lon));
		must(report_point(same, &lat2, &lon2) && lat == lat2 && lon == lon2);
		must(call_coords(same, &lat2, &lon2) && lat == lat2 && lon == lon2);
	}
	if (call_coords(text, &lat, &lon)) {
		must(llabs(lat) <= 90000000 && llabs(lon) <= 180000000 && (lat | lon) != 0);
		same = arena_printf(&a, "%s, %s", degrees(&a, lat), degrees(&a, lon));
		must(call_coords(same, &lat2, &lon2) && lat == lat2 && lon == lon2);
	}
	arena_reset(&a);
	return 0;
}

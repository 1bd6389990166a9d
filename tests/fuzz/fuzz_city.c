/* fuzz_city.c: a byte that chooses a data file of a city, and anything at all for its content. */
#include "action/init_action.h"
#include "domain/subject.h"
#include "fuzz/fuzz.h"

/* The smallest city there is. */
static struct { const char *name, *text; } files[] = {
	{ "areas-bahari.csv", "code,parent_code,level,name,lat,lon\n99.71,99,regency,KOTA B,0,0\n" },
	{ "agencies.tsv", "kode\tnama\tjenis\tsiaga24\nA\tDinas A\tOPD\tya\n" },
	{ "categories.tsv", "kode\tnama\tkelompok\tjalur\topd_pimpin\topd_dukung\tprioritas\tkalender\t"
	  "tampil_publik\tpeka\tsop\nLAIN\tLain\tLain\taduan\tA\tA,A\tP3\tkerja\ttutup\t0\tX\n" },
	{ "holidays.tsv", "tanggal\tnama\n2026-08-17\tHari Kemerdekaan\n" },
	{ "units-bahari.tsv", "kode_opd\tkode\tnama\tawak\nA\tA1\tPompa\t6\n" },
	{ "accounts-bahari.tsv", "login\tperan\tkode_opd\tunit\tnama\nwali\tadmin\t\t\tWali\n" },
	{ "sop.json", "[{\"kode\":\"X\",\"judul\":\"X\",\"versi\":1}]" },
	{ "retention.tsv", NULL },
};

static void
put(const char *dir, const char *name, const void *data, size_t len)
{
	char	 path[256];
	FILE	*f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	must((f = fopen(path, "w")) != NULL);
	must(fwrite(data, 1, len, f) == len && fclose(f) == 0);
}

static const char *
all_classes(void)
{
	static char	 text[2000];
	enum data_class	 k;
	size_t		 n = (size_t)sprintf(text, "kelas\thari\talasan\tsumber\n");

	for (k = DATA_NONE + 1; k < DATA_CLASSES; k++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s\t9\ta\tb\n", data_class_code(k));
	return text;
}

static const char *
set_up(void)
{
	const char	*dir = fuzz_folder();
	size_t		 i;

	files[COUNT(files) - 1].text = all_classes();
	for (i = 0; i < COUNT(files); i++)
		put(dir, files[i].name, files[i].text, strlen(files[i].text));
	return dir;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char	*dir;
	struct arena		 a = { 0 };
	struct city		 c;
	const char		*why = NULL;
	size_t			 which = size == 0 ? 0 : data[0] % COUNT(files);

	if (dir == NULL)
		dir = set_up();
	if (size > 0)
		put(dir, files[which].name, data + 1, size - 1);
	if (city_read(&a, dir, DEMO_CITY, &c, &why) == RC_OK)
		must(c.name != NULL && c.desk != NULL && c.nagencies > 0 && c.ncategories > 0);
	else
		must(why != NULL && *why != '\0');
	put(dir, files[which].name, files[which].text, strlen(files[which].text));
	if (size == 0)
		must(c.name != NULL);		/* the smallest city is one */
	arena_reset(&a);
	return 0;
}

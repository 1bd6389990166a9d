/* test_gazetteer.c: names are folded, taken apart, ranked; what is kept names nobody. */
#include <string.h>

#include "check.h"
#include "domain/gazetteer.h"
#include "lib/rc.h"

static struct arena	 a;

static int
clean(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

static void
names_are_folded(void **state)
{
	static const char *const	 same[][2] = {
		{ "Jl. Karya Bakti", "karya bakti" }, { "jln karya  bakti", "karya bakti" },
		{ "JALAN KARYA-BAKTI", "karya bakti" }, { "Mesjid Al-Ikhlas", "masjid al ikhlas" },
		{ "Masjid Nurul Qur'an", "masjid nurul quran" }, { "Gg. Damai", "gang damai" },
		{ "psr baru", "pasar baru" }, { "Kel. Pasar Lama", "pasar lama" },
		{ "sp. empat", "simpang empat" }, { "SDN 14", "sd 14" }, { "SD Negeri 14", "sd 14" },
		{ "Mushalla Taqwa", "musala taqwa" }, { "Jl.", "" }, { "", "" }, { "...", "" },
		{ "sp kp sp kp sp", "simpang kampung simpang kampung simpang" },
	};
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(same); i++)
		CHECK_TEXT(name_fold(&a, same[i][0]), same[i][1]);
}

static void
pieces_are_of_three_letters(void **state)
{
	char	 text[3 * NAME_MAX + 1];
	int64_t	 grams[NAME_GRAMS];

	(void)state;
	CHECK_INT(name_grams("", false, grams), 0);
	CHECK_INT(name_grams("al", false, grams), 2);		/* " al", "al " */
	CHECK_INT(name_grams("al", true, grams), 1);
	CHECK_INT(name_grams("karya", false, grams), 5);
	CHECK_INT(grams[0], (' ' << 16) | ('k' << 8) | 'a');
	CHECK_INT(name_grams("aaaaaaa", true, grams), 2);	/* each once */
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	CHECK(name_grams(text, false, grams) <= NAME_GRAMS);
}

static const char *
part(const char *typed, size_t i)
{
	struct part_typed	 p[4];
	size_t			 n = name_parts(typed, p, 4);

	return i < n ? arena_printf(&a, "%.*s", (int)p[i].len, p[i].from) : "-";
}

static void
a_text_may_name_two_places(void **state)
{
	(void)state;
	CHECK_TEXT(part("Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas", 0), "Jl. Karya Bakti 14");
	CHECK_TEXT(part("Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas", 1), "Masjid Al-Ikhlas");
	CHECK_TEXT(part("karya bakti seberang SPBU", 1), "SPBU");
	CHECK_TEXT(part("dekat masjid", 0), "masjid");
	CHECK_TEXT(part("dekat masjid", 1), "-");
	CHECK_TEXT(part(" , ;", 0), "-");
	CHECK_TEXT(part("a, b, c, d, e, f", 3), "d, e, f");
}

static const char *
into(const char *typed, size_t i, const char *name)
{
	struct part_typed	 p[4];

	assert_true(i < name_parts(typed, p, 4));
	return name_into(&a, typed, &p[i], name);
}

/* What the call taker typed besides the name stays. */
static void
the_house_and_the_rest_stay(void **state)
{
	struct part_typed	 p;

	(void)state;
	CHECK_TEXT(into("karya bakt 14", 0, "Jl. Karya Bakti"), "Jl. Karya Bakti 14");
	CHECK_TEXT(into("karya bakt no. 14 rt 03", 0, "Jl. Karya Bakti"), "Jl. Karya Bakti no. 14 rt 03");
	CHECK_TEXT(into("sdn 14", 0, "SDN 14 Pasar Lama"), "SDN 14 Pasar Lama");
	CHECK_TEXT(into("karya 14, dekat mesjid ihlas", 1, "Masjid Al-Ikhlas"),
	    "karya 14, dekat Masjid Al-Ikhlas");
	CHECK_TEXT(into("karya 14, dekat mesjid ihlas", 0, "Jl. Karya Bakti"),
	    "Jl. Karya Bakti 14, dekat mesjid ihlas");
	CHECK_INT(name_parts("Jl. Karya Bakti No. 12", &p, 1), 1);
	CHECK_TEXT(name_head(&a, &p), "Jl. Karya Bakti");
}

static int
rank(const char *typed, const char *name, const char *around, bool same)
{
	struct looked	 l;
	struct name	 n = { .name = name, .folded = name_fold(&a, name), .kind = PLACE_STREET };

	name_look(&a, typed, true, &l);
	return name_rank(&l, &n, around, same);
}

static void
what_is_meant_goes_first(void **state)
{
	static const struct { const char *typed, *right, *wrong; } pairs[] = {
		{ "mesjid al ihlas", "Masjid Al-Ikhlas", "Masjid Al-Falah" },
		{ "jl karya b", "Jl. Karya Bakti", "Jl. Karya Utama" },
		{ "karyabakti", "Jl. Karya Bakti", "Jl. Karya" },
		{ "karya bakti", "Jl. Karya Bakti", "Jl. Karya Bakti Raya Timur" },
		{ "vetran", "Jl. Veteran", "Jl. Ventura" }, { "marpati", "Jl. Merpati", "Jl. Melati" },
		{ "sdn 14", "SDN 14 Pasar Lama", "SDN 41 Pasar Baru" },
		{ "pahlwan", "Jl. Pahlawan", "Jl. Lawang" }, { "dipenogoro", "Jl. Diponegoro", "Jl. Dipo" },
		{ "gadjah mada", "Jl. Gajah Mada", "Jl. Gajah" }, { "ahmad yni", "Jl. Ahmad Yani", "Jl. Ahmad Dahlan" },
		{ "karya bakti 14", "Jl. Karya Bakti", "SDN 14 Karya" },
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < COUNT(pairs); i++) {
		if (rank(pairs[i].typed, pairs[i].right, "", false) == 0)
			fail_msg("%s is not %s", pairs[i].typed, pairs[i].right);
		if (rank(pairs[i].typed, pairs[i].right, "", false) <=
		    rank(pairs[i].typed, pairs[i].wrong, "", false))
			fail_msg("%s: %s", pairs[i].typed, pairs[i].wrong);
	}
}

static void
another_name_is_not_meant(void **state)
{
	(void)state;
	CHECK_INT(rank("veteran", "Jl. Melati", "", false), 0);
	CHECK_INT(rank("sdn 14", "SDN 15", "", false), 0);
	CHECK_INT(rank("ab", "Jl. Melati", "", false), 0);
	CHECK_INT(rank("pasar lama", "Jl. Melati", "pasar lama pasar muara", false), 0);
	CHECK_INT(rank("", "Jl. Melati", "", true), 0);
}

static void
the_area_helps(void **state)
{
	(void)state;
	CHECK(rank("melati", "Jl. Melati", "", true) > rank("melati", "Jl. Melati", "", false));
	CHECK(rank("melati pasar lama", "Jl. Melati", "pasar lama pasar muara", false) >
	    rank("melati pasar lama", "Jl. Melati", "bukit pinus gunung sago", false));
}

static void
what_is_kept_names_nobody(void **state)
{
	static const char *const	 kept[][2] = {
		{ "Jl. Karya Bakti 14, dekat Masjid Al-Ikhlas; gang 2 m", "Jl. Karya Bakti 14" },
		{ "Jl. Veteran No. 3", "Jl. Veteran No. 3" }, { "Simpang Lima Veteran", "Simpang Lima Veteran" },
		{ "Masjid Al-Ikhlas", "Masjid Al-Ikhlas" }, { "Pasar Raya blok C12", "Pasar Raya blok C12" },
	};
	static const char *const	 never[] = { "", "Rumah Bu Siti", "Jl. Melati rumah Pak Rudi",
		"Jl. Melati 5 hp 081234567890", "081234567890", "Jl. 1371010101800001", "Kos Mawar kamar 3",
		"Rudi", "Jl.", "milik Hendra", "Gang Damai an Siti Aminah", "di sini" };
	size_t				 i;

	(void)state;
	for (i = 0; i < COUNT(kept); i++)
		CHECK_TEXT(name_keepable(&a, kept[i][0]), kept[i][1]);
	for (i = 0; i < COUNT(never); i++)
		if (name_keepable(&a, never[i]) != NULL)
			fail_msg("kept: %s", name_keepable(&a, never[i]));
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test_teardown(names_are_folded, clean),
		cmocka_unit_test_teardown(pieces_are_of_three_letters, clean),
		cmocka_unit_test_teardown(a_text_may_name_two_places, clean),
		cmocka_unit_test_teardown(the_house_and_the_rest_stay, clean),
		cmocka_unit_test_teardown(what_is_meant_goes_first, clean),
		cmocka_unit_test_teardown(another_name_is_not_meant, clean),
		cmocka_unit_test_teardown(the_area_helps, clean),
		cmocka_unit_test_teardown(what_is_kept_names_nobody, clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

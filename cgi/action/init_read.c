/* init_read.c: the data files of a city, read and checked as a whole. */
#include <stdio.h>
#include <string.h>

#include "action/init_cell.h"
#include "lib/json.h"
#include "lib/when.h"

enum { MAX_SUPPORT = 32, MAX_FILE = 1 << 20 };

#define LIST(a, n, T)	((T *)arena_alloc((a), ((n) + 1) * sizeof(T)))

/* A fault of the whole file. */
static enum rc
lacks(struct table *t, const char *what)
{
	t->why = arena_printf(t->arena, "%s: has no %s", t->file, what);
	return t->rc = RC_INPUT;
}

/* --- where: the provinces' time (Presidential Decree 41/1987), the areas ------------ */

static void
set_zone(struct city *c)
{
	static const char	*const names[] = { "WIB", "WITA", "WIT" };
	static const char	 wita[] = "51 52 53 63 64 65 71 72 73 74 75 76 ";
	static const char	 wit[] = "81 82 91 92 93 94 95 96 97 ";
	char			 province[4];
	int			 east;

	snprintf(province, sizeof(province), "%.2s ", c->code);
	east = strstr(wita, province) != NULL ? 1 : strstr(wit, province) != NULL ? 2 : 0;
	c->zone = 420 + 60 * east;
	c->zone_name = names[east];
}

/* "KOTA PADANG" as people write it. */
static const char *
proper(struct arena *a, const char *name)
{
	char	*out = arena_text(a, name), *p;

	for (p = out; *p != '\0'; p++)
		if (p != out && p[-1] != ' ' && *p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 'a' - 'A');
	return out;
}

/* The city itself and what lies in it: "13.71", "13.71.01", ... */
static bool
is_inside(const char *code, const char *city)
{
	size_t	 len = strlen(city);

	return strncmp(code, city, len) == 0 && (code[len] == '\0' || code[len] == '.');
}

static void
read_area(struct table *t, struct city *c)
{
	static const char	*const levels[] = { "", "regency", "district", "village", NULL };
	struct area		*p;

	if (!is_inside(cell(t, "code"), c->code))
		return;
	p = &c->areas[c->nareas++];
	p->code = cell_needed(t, "code");
	p->parent = cell(t, "parent_code");
	p->level = (enum area_level)cell_word(t, "level", levels);
	p->name = cell_needed(t, "name");
	p->lat = cell_number(t, "lat");
	p->lon = cell_number(t, "lon");
	if (p->level == AREA_NONE)
		table_fault(t, "level", "is empty");
	else if (p->level == AREA_REGENCY)
		c->name = proper(t->arena, p->name);
	else if (!is_inside(p->parent, c->code))
		table_fault(t, "parent_code", "\"%s\" is not of this city", p->parent);
}

static enum rc
read_areas(struct table *t, struct city *c)
{
	c->areas = LIST(t->arena, t->sheet.n, struct area);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++)
		read_area(t, c);
	return t->rc == RC_OK && c->name == NULL ?
	    lacks(t, arena_printf(t->arena, "city %s", c->code)) : t->rc;
}

/* --- who: agencies, their units, the people of the demo -------------------------------- */

static struct agency *
agency_of(struct table *t, const struct city *c, const char *column, const char *code)
{
	size_t	 i;

	for (i = 0; i < c->nagencies; i++)
		if (strcmp(c->agencies[i].code, code) == 0)
			return &c->agencies[i];
	table_fault(t, column, "no agency %s", code);
	return &c->agencies[0];
}

static bool
is_own(const char *kind)
{
	return strcmp(kind, "OPD") == 0 || strcmp(kind, "BUMD") == 0 ||
	    strcmp(kind, "BLUD") == 0 || strcmp(kind, "Wilayah") == 0;
}

/* Nobody answers at .example: no letter of a demo reaches anybody. */
static const char *
demo_mail(struct arena *a, const char *code)
{
	char	*mail = arena_printf(a, "piket.%s@bahari.example", code), *p;

	for (p = mail; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 'a' - 'A');
	return mail;
}

static enum rc
read_agencies(struct table *t, struct city *c)
{
	static const char	*const standby[] = { "ya", "piket", "tidak", NULL };
	struct agency		*g;

	c->agencies = LIST(t->arena, t->sheet.n, struct agency);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		g = &c->agencies[c->nagencies++];
		g->id = (int64_t)c->nagencies;
		g->code = cell_needed(t, "kode");
		g->name = cell_needed(t, "nama");
		g->brief = cell(t, "singkat");
		if (*g->brief == '\0')
			g->brief = g->code;
		g->kind = cell_needed(t, "jenis");
		g->standby = standby[cell_word(t, "siaga24", standby)];
		g->duty = cell(t, "peran");
		g->email = strcmp(c->code, DEMO_CITY) == 0 ? demo_mail(t->arena, g->code) :
		    cell(t, "surel");
		g->phone = cell(t, "telepon");
		g->own = is_own(g->kind);
	}
	return t->rc == RC_OK && c->nagencies == 0 ? lacks(t, "agency") : t->rc;
}

static enum rc
read_units(struct table *t, struct city *c)
{
	struct unit	*u;

	c->units = LIST(t->arena, t->sheet.n, struct unit);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		u = &c->units[c->nunits++];
		u->id = (int64_t)c->nunits;
		u->agency = agency_of(t, c, "kode_opd", cell(t, "kode_opd"))->id;
		u->code = cell_needed(t, "kode");
		u->name = cell_needed(t, "nama");
		u->base = cell(t, "pangkalan");
		u->crew = cell_count(t, "awak");
		u->kind = cell(t, "jenis");
		u->plate = cell(t, "plat");
		u->load = cell(t, "muatan");
		u->lat = cell_number(t, "lat");
		u->lon = cell_number(t, "lon");
	}
	return t->rc;
}

static int64_t
unit_of(struct table *t, const struct city *c, const char *code)
{
	size_t	 i;

	for (i = 0; i < c->nunits; i++)
		if (strcmp(c->units[i].code, code) == 0)
			return c->units[i].id;
	table_fault(t, "unit", "no unit %s", code);
	return 0;
}

static enum rc
read_people(struct table *t, struct city *c)
{
	struct account	*p;

	c->people = LIST(t->arena, t->sheet.n, struct account);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		p = &c->people[c->npeople++];
		p->login = cell_needed(t, "login");
		p->email = "";
		p->name = cell_needed(t, "nama");
		p->role = role_of(cell_needed(t, "peran"));
		if (*cell(t, "kode_opd") != '\0')
			p->agency = agency_of(t, c, "kode_opd", cell(t, "kode_opd"))->id;
		if (*cell(t, "unit") != '\0')
			p->unit = unit_of(t, c, cell(t, "unit"));
		if (role_has_agency(p->role) != (p->agency != 0))
			table_fault(t, "kode_opd", "does not fit the role");
		if (!account_is_login(p->login))
			table_fault(t, "login", "\"%s\" cannot be one", p->login);
	}
	return t->rc;
}

/* --- what: categories, their agencies and cards ------------------------------------------ */

/* Our clock binds an agency of ours: who leads is the city's own. */
static void
read_lead(struct table *t, const struct city *c, struct category *k)
{
	const struct agency	*lead = agency_of(t, c, "opd_pimpin", cell(t, "opd_pimpin"));

	if (!lead->own)
		table_fault(t, "opd_pimpin", "%s is not the city's own", lead->code);
	k->lead = lead->id;
}

static void
read_support(struct table *t, const struct city *c, struct category *k)
{
	const char	*p = cell(t, "opd_dukung");
	int64_t		*list = LIST(t->arena, MAX_SUPPORT, int64_t);
	size_t		 len;

	for (; *p != '\0' && k->nsupport < MAX_SUPPORT; p += len + (p[len] == ',')) {
		len = strcspn(p, ",");
		list[k->nsupport++] = agency_of(t, c, "opd_dukung",
		    arena_printf(t->arena, "%.*s", (int)len, p))->id;
	}
	if (*p != '\0')
		table_fault(t, "opd_dukung", "more than %d agencies", MAX_SUPPORT);
	k->support = list;
}

static void
read_card_of(struct table *t, const struct city *c, struct category *k)
{
	size_t	 i;

	k->sop = cell(t, "sop");
	for (i = 0; i < c->ncards; i++)
		if (strcmp(c->cards[i].code, k->sop) == 0)
			return;
	if (*k->sop != '\0')
		table_fault(t, "sop", "no card %s", k->sop);
}

static void
read_limits(struct table *t, struct category *k)
{
	static const char	*const calendars[] = { "24j", "kerja", NULL };

	k->priority = priority_of(cell(t, "prioritas"));
	if (k->priority == PRIORITY_COUNT)
		table_fault(t, "prioritas", "is none of P0 to P5");
	k->ack = cell_count(t, "ack_menit");
	k->arrive = cell_count(t, "tiba_menit");
	k->finish = cell_count(t, "selesai_menit");
	k->quiet = cell_count(t, "diam_menit");
	k->office = cell_word(t, "kalender", calendars) == 1;
	k->radius = cell_count(t, "radius_m");
	k->window = cell_count(t, "jendela_menit");
}

static void
read_category(struct table *t, const struct city *c, struct category *k)
{
	static const char	*const tracks[] = { "", "darurat", "aduan", NULL };
	static const char	*const displays[] = { "tutup", "hadir", "penuh", NULL };
	static const char	*const flags[] = { "0", "1", NULL };

	k->code = cell_needed(t, "kode");
	k->name = cell_needed(t, "nama");
	k->name_en = cell(t, "name_en");
	k->group = cell_needed(t, "kelompok");
	k->words = cell(t, "kata");
	k->icon = cell(t, "ikon");
	k->tile = cell_count(t, "ubin");
	k->track = (enum track)cell_word(t, "jalur", tracks);
	if (k->track == TRACK_NONE)
		table_fault(t, "jalur", "is empty");
	k->display = (enum display)cell_word(t, "tampil_publik", displays);
	k->sensitive = cell_word(t, "peka", flags) == 1;
	read_lead(t, c, k);
	read_support(t, c, k);
	read_limits(t, k);
	read_card_of(t, c, k);
}

/* What cannot be classified waits at the desk of the agency that LAIN names. */
static enum rc
read_categories(struct table *t, struct city *c)
{
	struct category	*k;

	c->categories = LIST(t->arena, t->sheet.n, struct category);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		k = &c->categories[c->ncategories++];
		k->id = (int64_t)c->ncategories;
		read_category(t, c, k);
		if (strcmp(k->code, "LAIN") == 0)
			c->desk = c->agencies[k->lead - 1].code;
	}
	return t->rc == RC_OK && c->desk == NULL ? lacks(t, "category LAIN") : t->rc;
}

static enum rc
read_cards(struct arena *a, const char *folder, struct city *c, const char **why)
{
	const char		*file = arena_printf(a, "%s/sop.json", folder), *text;
	const struct json	*one;
	struct json		*all = NULL;
	struct card		*k;
	size_t			 i, n;
	enum rc			 rc;

	if ((rc = file_read(a, file, MAX_FILE, &text)) != RC_OK ||
	    (all = json_read(text)) == NULL || (n = json_count(all)) == 0) {
		*why = arena_printf(a, "%s: %s", file, rc == RC_NOTFOUND ? "no such file" :
		    "is not a list in JSON");
		json_free(all);
		return rc == RC_OK ? RC_INPUT : rc;
	}
	c->cards = LIST(a, n, struct card);
	for (i = 0; i < n && rc == RC_OK; i++) {
		one = json_at(all, i);
		k = &c->cards[c->ncards++];
		k->code = arena_text(a, json_text(json_get(one, "kode")));
		k->title = arena_text(a, json_text(json_get(one, "judul")));
		k->version = json_int(json_get(one, "versi"));
		k->body = json_print(a, one);
		if (*k->code == '\0' || *k->title == '\0' || k->version < 1) {
			*why = arena_printf(a, "%s, card %zu: no kode, judul or versi", file, i + 1);
			rc = RC_INPUT;
		}
	}
	json_free(all);
	return rc;
}

static enum rc
read_holidays(struct table *t, struct city *c)
{
	struct holiday	*h;
	int64_t		 at;

	c->holidays = LIST(t->arena, t->sheet.n, struct holiday);
	for (t->row = 0; t->row < t->sheet.n && t->rc == RC_OK; t->row++) {
		h = &c->holidays[c->nholidays++];
		h->name = cell_needed(t, "nama");
		h->kind = cell(t, "jenis");
		h->source = cell(t, "sumber");
		if (when_read(cell(t, "tanggal"), 0, &at) == RC_OK)
			h->day = at / DAY;
		else
			table_fault(t, "tanggal", "is not a date like 2026-08-17");
	}
	return t->rc;
}

enum rc
city_read(struct arena *a, const char *folder, const char *code, struct city *c, const char **why)
{
	bool		 demo = strcmp(code, DEMO_CITY) == 0;
	struct table	 t;
	size_t		 i;
	const struct {
		const char	*name;
		enum rc		(*read)(struct table *, struct city *);
		bool		 only_demo;
	} files[] = {
		{ demo ? "areas-bahari.csv" : "areas.csv", read_areas, false },
		{ "agencies.tsv", read_agencies, false },
		{ "categories.tsv", read_categories, false },
		{ "holidays.tsv", read_holidays, false },
		{ "retention.tsv", read_retention, false },
		{ "red_flags.tsv", read_flags, false },
		{ "units-bahari.tsv", read_units, true },
		{ "accounts-bahari.tsv", read_people, true },
	};

	*c = (struct city){ .code = code };
	set_zone(c);
	if (read_cards(a, folder, c, why) != RC_OK)
		return RC_INPUT;
	for (i = 0; i < COUNT(files); i++)
		if ((demo || !files[i].only_demo) &&
		    (table_read(&t, a, folder, files[i].name) != RC_OK ||
		    files[i].read(&t, c) != RC_OK)) {
			*why = t.why;
			return t.rc;
		}
	return RC_OK;
}

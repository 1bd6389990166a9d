/*
 * ref_store.c: how the reference data is read.
 *
 * These tables are small and read whole, once in a process, so each of these
 * queries reads a whole table, by its key; everything else in the store goes
 * by an index.
 */
#include <stdlib.h>

#include "store/calendar_store.h"
#include "store/ref_store.h"

enum { MAX_ROWS = 20000 };

static const struct query one_setting = {
	"a setting", "SELECT value FROM setting WHERE name = ?1"
};

static const struct query agencies = {
	"agencies",
	"SELECT id, code, name, brief, kind, standby, duty, email, phone, own"
	" FROM agency WHERE id > 0 ORDER BY id LIMIT ?1"
};

static const struct query areas = {
	"areas",
	"SELECT code, parent, level, name, lat, lon FROM area WHERE code > ''"
	" ORDER BY code LIMIT ?1"
};

static const struct query categories = {
	"categories",
	"SELECT id, code, valid_to, name, name_en, class, words, icon, tile, track, priority,"
	" ack, arrive, finish, quiet, office, radius, span, display, sensitive, sop"
	" FROM category WHERE id > 0 ORDER BY id LIMIT ?1"
};

static const struct query routes = {
	"routing of a category",
	"SELECT agency, lead, area, valid_from, court FROM routing"
	" WHERE category = ?1 AND valid_to = 0 ORDER BY place LIMIT ?2"
};

static const struct query cards = {
	"cards",
	"SELECT code, title, version, approved, body FROM card"
	" WHERE code > '' AND valid_to = 0 ORDER BY code, version LIMIT ?1"
};

static const struct query units = {
	"units",
	"SELECT id, agency, code, name, base, crew, kind, plate, load, lat, lon, version FROM unit"
	" WHERE id > 0 AND valid_to = 0 ORDER BY id LIMIT ?1"
};

static const struct query holidays = {
	"holidays", "SELECT day FROM holiday WHERE day > 0 ORDER BY day LIMIT ?1"
};

enum rc
setting_get(struct db *db, struct arena *a, const char *name, const char **value)
{
	struct stmt	*s = db_start(db, &one_setting);

	put_text(s, name);
	*value = db_next(s) ? arena_text(a, get_text(s)) : "";
	return db_end(s);
}

static const struct query version_of = {
	"version of the reference data",
	"SELECT value, COALESCE((SELECT c.value FROM counter c WHERE c.name = 'rules'), 0)"
	" FROM setting WHERE name = 'ref_version'"
};

/* What is set, and how many rules the arbiter made. */
enum rc
ref_version(struct db *db, int64_t *version)
{
	struct stmt	*s = db_start(db, &version_of);

	*version = 0;
	if (db_next(s)) {
		*version = strtoll(get_text(s), NULL, 10);
		*version += get_int(s);
	}
	return db_end(s);
}

/* A growing array in an arena: doubled when full, the old one is left behind. */
static void *
room(struct arena *a, void *list, size_t n, size_t size)
{
	char	*bigger, *from = list;
	size_t	 i;

	if (n != 0 && (n < 16 || (n & (n - 1)) != 0))
		return list;
	bigger = arena_alloc(a, (n == 0 ? 16 : n * 2) * size);
	for (i = 0; i < n * size; i++)
		bigger[i] = from[i];
	return bigger;
}

static enum rc
load_agencies(struct db *db, struct arena *a, struct ref *r)
{
	struct stmt	*s = db_start(db, &agencies);
	struct agency	*list = NULL, *g;
	size_t		 n = 0;

	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		list = room(a, list, n, sizeof(*list));
		g = &list[n++];
		g->id = get_int(s);
		g->code = arena_text(a, get_text(s));
		g->name = arena_text(a, get_text(s));
		g->brief = arena_text(a, get_text(s));
		g->kind = arena_text(a, get_text(s));
		g->standby = arena_text(a, get_text(s));
		g->duty = arena_text(a, get_text(s));
		g->email = arena_text(a, get_text(s));
		g->phone = arena_text(a, get_text(s));
		g->own = get_int(s) != 0;
	}
	r->agencies = list;
	r->nagencies = n;
	return db_end(s);
}

static enum rc
load_areas(struct db *db, struct arena *a, struct ref *r)
{
	struct stmt	*s = db_start(db, &areas);
	struct area	*list = NULL, *p;
	size_t		 n = 0;

	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		list = room(a, list, n, sizeof(*list));
		p = &list[n++];
		p->code = arena_text(a, get_text(s));
		p->parent = arena_text(a, get_text(s));
		p->level = (enum area_level)get_int(s);
		p->name = arena_text(a, get_text(s));
		p->lat = get_int(s);
		p->lon = get_int(s);
	}
	r->areas = list;
	r->nareas = n;
	return db_end(s);
}

static void
read_category(struct stmt *s, struct arena *a, struct category *c)
{
	c->id = get_int(s);
	c->code = arena_text(a, get_text(s));
	c->current = get_int(s) == 0;
	c->name = arena_text(a, get_text(s));
	c->name_en = arena_text(a, get_text(s));
	c->group = arena_text(a, get_text(s));
	c->words = arena_text(a, get_text(s));
	c->icon = arena_text(a, get_text(s));
	c->tile = get_int(s);
	c->track = (enum track)get_int(s);
	c->priority = (enum priority)get_int(s);
	c->ack = get_int(s);
	c->arrive = get_int(s);
	c->finish = get_int(s);
	c->quiet = get_int(s);
	c->office = get_int(s) != 0;
	c->radius = get_int(s);
	c->window = get_int(s);
	c->display = (enum display)get_int(s);
	c->sensitive = get_int(s) != 0;
	c->sop = arena_text(a, get_text(s));
}

static enum rc
load_categories(struct db *db, struct arena *a, struct category **list, size_t *n)
{
	struct stmt	*s = db_start(db, &categories);

	*list = NULL;
	*n = 0;
	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		*list = room(a, *list, *n, sizeof(**list));
		read_category(s, a, &(*list)[(*n)++]);
	}
	return db_end(s);
}

static enum rc
load_routes(struct db *db, struct arena *a, struct ref *r, struct category *c)
{
	struct stmt	*s = db_start(db, &routes);
	struct rule	*rules = (struct rule *)(uintptr_t)r->rules;
	int64_t		*support = NULL, agency;
	const char	*area;
	int64_t		 from;
	bool		 lead;

	put_int(s, c->id);
	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		agency = get_int(s);
		lead = get_int(s) != 0;
		area = arena_text(a, get_text(s));
		from = get_int(s);
		if (get_int(s) != 0 || area[0] != '\0') {	/* a ruling, or an exception */
			rules = room(a, rules, r->nrules, sizeof(*rules));
			rules[r->nrules++] = (struct rule){ c->id, agency, area, from };
		} else if (lead) {
			c->lead = agency;
		} else {
			support = room(a, support, c->nsupport, sizeof(*support));
			support[c->nsupport++] = agency;
		}
	}
	c->support = support;
	r->rules = rules;
	return db_end(s);
}

static enum rc
load_cards(struct db *db, struct arena *a, struct ref *r)
{
	struct stmt	*s = db_start(db, &cards);
	struct card	*list = NULL, *c;
	size_t		 n = 0;

	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		list = room(a, list, n, sizeof(*list));
		c = &list[n++];
		c->code = arena_text(a, get_text(s));
		c->title = arena_text(a, get_text(s));
		c->version = get_int(s);
		c->approved = get_text(s)[0] != '\0';
		c->body = arena_text(a, get_text(s));
	}
	r->cards = list;
	r->ncards = n;
	return db_end(s);
}

static enum rc
load_units(struct db *db, struct arena *a, struct ref *r)
{
	struct stmt	*s = db_start(db, &units);
	struct unit	*list = NULL, *u;
	size_t		 n = 0;

	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		list = room(a, list, n, sizeof(*list));
		u = &list[n++];
		u->id = get_int(s);
		u->agency = get_int(s);
		u->code = arena_text(a, get_text(s));
		u->name = arena_text(a, get_text(s));
		u->base = arena_text(a, get_text(s));
		u->crew = get_int(s);
		u->kind = arena_text(a, get_text(s));
		u->plate = arena_text(a, get_text(s));
		u->load = arena_text(a, get_text(s));
		u->lat = get_int(s);
		u->lon = get_int(s);
		u->version = get_int(s);
	}
	r->units = list;
	r->nunits = n;
	return db_end(s);
}

static enum rc
load_holidays(struct db *db, struct arena *a, struct calendar *c)
{
	struct stmt	*s = db_start(db, &holidays);
	int64_t		*list = NULL;
	size_t		 n = 0;

	put_int(s, MAX_ROWS);
	while (db_next(s)) {
		list = room(a, list, n, sizeof(*list));
		list[n++] = get_int(s);
	}
	c->holidays = list;
	c->n = n;
	return db_end(s);
}

static int64_t
number_setting(struct db *db, struct arena *a, const char *name, enum rc *rc)
{
	const char	*text = "";

	if (*rc == RC_OK)
		*rc = setting_get(db, a, name, &text);
	return strtoll(text, NULL, 10);
}

static enum rc
load_settings(struct db *db, struct arena *a, struct ref *r)
{
	const char	*desk;
	enum rc		 rc;

	if ((rc = setting_get(db, a, "city_name", &r->city)) != RC_OK ||
	    (rc = setting_get(db, a, "city_code", &r->city_code)) != RC_OK ||
	    (rc = setting_get(db, a, "zone_name", &r->zone_name)) != RC_OK ||
	    (rc = setting_get(db, a, "triage_agency", &desk)) != RC_OK)
		return rc;
	r->zone = (int)number_setting(db, a, "zone", &rc);
	r->calendar.zone = r->zone;
	r->calendar.opens = (int)number_setting(db, a, "opens", &rc);
	r->calendar.closes = (int)number_setting(db, a, "closes", &rc);
	r->demo = number_setting(db, a, "demo", &rc) != 0;
	if (ref_agency_code(r, desk) != NULL)
		r->triage = ref_agency_code(r, desk)->id;
	return rc == RC_OK && (r->city[0] == '\0' || r->triage == 0) ? RC_NOTFOUND : rc;
}

enum rc
ref_load(struct db *db, struct arena *a, struct ref *r)
{
	struct category	*list;
	enum rc		 rc;
	size_t		 i, n;

	*r = (struct ref){ 0 };
	if ((rc = load_agencies(db, a, r)) != RC_OK ||
	    (rc = load_settings(db, a, r)) != RC_OK ||
	    (rc = load_areas(db, a, r)) != RC_OK ||
	    (rc = load_categories(db, a, &list, &n)) != RC_OK ||
	    (rc = load_cards(db, a, r)) != RC_OK ||
	    (rc = load_units(db, a, r)) != RC_OK ||
	    (rc = load_holidays(db, a, &r->calendar)) != RC_OK ||
	    (rc = pauses_load(db, a, &r->calendar)) != RC_OK ||
	    (rc = ladder_load(db, a, r)) != RC_OK)
		return rc;
	for (i = 0; i < n && rc == RC_OK; i++)
		rc = load_routes(db, a, r, &list[i]);
	r->categories = list;
	r->ncategories = n;
	return rc;
}

const struct query *const ref_queries[] = {
	&one_setting, &version_of, &agencies, &areas, &categories, &routes, &cards, &units, &holidays
};
const size_t ref_nqueries = COUNT(ref_queries);

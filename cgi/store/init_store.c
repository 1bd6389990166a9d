/* init_store.c: how a store is made, and filled with a city's reference data. */
#include "store/init_store.h"

static const struct query add_setting = {
	"add a setting",
	"INSERT INTO setting (name, value) VALUES (?1, ?2)"
	" ON CONFLICT (name) DO UPDATE SET value = excluded.value"
};

static const struct query add_agency = {
	"add an agency",
	"INSERT INTO agency (id, code, name, brief, kind, standby, duty, email, phone, own)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
};

static const struct query add_area = {
	"add an area",
	"INSERT INTO area (code, parent, level, name, lat, lon) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

/* In force since ever: a demo plays in the past, a paper entry is older than the store. */
static const struct query add_category = {
	"add a category",
	"INSERT INTO category (id, code, valid_from, name, name_en, class, words, icon, tile,"
	" track, priority, ack, arrive, finish, quiet, office, radius, span, display, sensitive,"
	" sop) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
	" ?17, ?18, ?19, ?20)"
};

static const struct query add_routing = {
	"add a routing",
	"INSERT INTO routing (category, agency, lead, place, valid_from) VALUES (?1, ?2, ?3, ?4, 0)"
};

static const struct query add_card = {
	"add a card",
	"INSERT INTO card (code, version, title, body, approved, valid_from)"
	" VALUES (?1, ?2, ?3, ?4, ?5, 0)"
};

static const struct query add_unit = {
	"add a unit",
	"INSERT INTO unit (id, agency, code, name, base, crew, kind, plate, load, lat, lon)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
};

static const struct query add_holiday = {
	"add a holiday", "INSERT INTO holiday (day, name, kind, source) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query add_counter = {
	"add a counter",
	"INSERT INTO counter (name, value) VALUES (?1, ?2)"
	" ON CONFLICT (name) DO UPDATE SET value = excluded.value"
};

enum rc
setting_put(struct db *db, const char *name, const char *value)
{
	struct stmt	*s = db_start(db, &add_setting);

	put_text(s, name);
	put_text(s, value);
	return db_end(s);
}

enum rc
agency_put(struct db *db, const struct agency *g)
{
	struct stmt	*s = db_start(db, &add_agency);

	put_int(s, g->id);
	put_text(s, g->code);
	put_text(s, g->name);
	put_text(s, g->brief);
	put_text(s, g->kind);
	put_text(s, g->standby);
	put_text(s, g->duty);
	put_text(s, g->email);
	put_text(s, g->phone);
	put_int(s, g->own);
	return db_end(s);
}

enum rc
area_put(struct db *db, const struct area *p)
{
	struct stmt	*s = db_start(db, &add_area);

	put_text(s, p->code);
	put_text(s, p->parent);
	put_int(s, p->level);
	put_text(s, p->name);
	put_int(s, p->lat);
	put_int(s, p->lon);
	return db_end(s);
}

enum rc
category_put(struct db *db, const struct category *c)
{
	struct stmt	*s = db_start(db, &add_category);

	put_int(s, c->id);
	put_text(s, c->code);
	put_text(s, c->name);
	put_text(s, c->name_en);
	put_text(s, c->group);
	put_text(s, c->words);
	put_text(s, c->icon);
	put_int(s, c->tile);
	put_int(s, c->track);
	put_int(s, c->priority);
	put_int(s, c->ack);
	put_int(s, c->arrive);
	put_int(s, c->finish);
	put_int(s, c->quiet);
	put_int(s, c->office);
	put_int(s, c->radius);
	put_int(s, c->window);
	put_int(s, c->display);
	put_int(s, c->sensitive);
	put_text(s, c->sop);
	return db_end(s);
}

enum rc
routing_put(struct db *db, int64_t category, int64_t agency, bool lead, int64_t place)
{
	struct stmt	*s = db_start(db, &add_routing);

	put_int(s, category);
	put_int(s, agency);
	put_int(s, lead);
	put_int(s, place);
	return db_end(s);
}

enum rc
card_put(struct db *db, const struct card *c)
{
	struct stmt	*s = db_start(db, &add_card);

	put_text(s, c->code);
	put_int(s, c->version);
	put_text(s, c->title);
	put_text(s, c->body);
	put_text(s, "");
	return db_end(s);
}

enum rc
unit_put(struct db *db, const struct unit *u)
{
	struct stmt	*s = db_start(db, &add_unit);

	put_int(s, u->id);
	put_int(s, u->agency);
	put_text(s, u->code);
	put_text(s, u->name);
	put_text(s, u->base);
	put_int(s, u->crew);
	put_text(s, u->kind);
	put_text(s, u->plate);
	put_text(s, u->load);
	put_int(s, u->lat);
	put_int(s, u->lon);
	return db_end(s);
}

enum rc
holiday_put(struct db *db, const struct holiday *h)
{
	struct stmt	*s = db_start(db, &add_holiday);

	put_int(s, h->day);
	put_text(s, h->name);
	put_text(s, h->kind);
	put_text(s, h->source);
	return db_end(s);
}

enum rc
counter_put(struct db *db, const char *name, int64_t value)
{
	struct stmt	*s = db_start(db, &add_counter);

	put_text(s, name);
	put_int(s, value);
	return db_end(s);
}

const struct query *const init_queries[] = {
	&add_setting, &add_agency, &add_area, &add_category, &add_routing, &add_card, &add_unit,
	&add_holiday, &add_counter
};
const size_t init_nqueries = COUNT(init_queries);

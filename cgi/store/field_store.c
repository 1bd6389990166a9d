/* field_store.c: how steps from the field are kept. */
#include <string.h>

#include "store/field_store.h"

#define COLUMNS \
	" id, token, account, agency, ticket, life, object, act, outcome, rule, state, rival," \
	" first, last, recorded_at, happened_at, device_at, doubt, located, lat, lon, accuracy "

static const struct query insert = {
	"new step from the field",
	"INSERT INTO field_step (token, account, agency, ticket, life, object, act, outcome, rule,"
	" state, rival, first, last, recorded_at, happened_at, device_at, doubt, located, lat,"
	" lon, accuracy) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
	" ?15, ?16, ?17, ?18, ?19, ?20, ?21)"
};

static const struct query by_token = {
	"step from the field by token", "SELECT" COLUMNS "FROM field_step WHERE token = ?1"
};

static const struct query of_ticket = {
	"steps from the field of a ticket",
	"SELECT" COLUMNS "FROM field_step WHERE ticket = ?1 ORDER BY id DESC LIMIT ?2"
};

enum rc
field_step_insert(struct db *db, const struct field_step *f)
{
	struct stmt	*s = db_start(db, &insert);

	put_text(s, f->token);
	put_int(s, f->account);
	put_int(s, f->agency);
	put_int(s, f->ticket);
	put_text(s, life_code(f->life));
	put_int(s, f->object);
	put_text(s, act_code(f->act));
	put_text(s, outcome_code(f->outcome));
	put_int(s, f->rule);
	put_text(s, state_code(f->state));
	put_int(s, f->rival);
	put_int(s, f->first);
	put_int(s, f->last);
	put_int(s, f->recorded);
	put_int(s, f->when.at);
	put_int(s, f->when.device);
	put_text(s, doubt_code(f->when.doubt));
	put_int(s, f->located);
	put_int(s, f->lat);
	put_int(s, f->lon);
	put_int(s, f->accuracy);
	return db_end(s);
}

static enum life
life_of(const char *code)
{
	enum life	 l;

	for (l = LIFE_NONE + 1; l < LIFE_COUNT; l++)
		if (strcmp(life_code(l), code) == 0)
			return l;
	return LIFE_NONE;
}

static void
read_row(struct stmt *s, struct arena *a, struct field_step *f)
{
	f->id = get_int(s);
	f->token = arena_text(a, get_text(s));
	f->account = get_int(s);
	f->agency = get_int(s);
	f->ticket = get_int(s);
	f->life = life_of(get_text(s));
	f->object = get_int(s);
	f->act = act_of(get_text(s));
	f->outcome = outcome_of(get_text(s));
	f->rule = (unsigned)get_int(s);
	f->state = state_of(get_text(s));
	f->rival = get_int(s);
	f->first = get_int(s);
	f->last = get_int(s);
	f->recorded = get_int(s);
	f->when.at = get_int(s);
	f->when.device = get_int(s);
	f->when.doubt = doubt_of(get_text(s));
	f->located = get_int(s) != 0;
	f->lat = get_int(s);
	f->lon = get_int(s);
	f->accuracy = get_int(s);
	f->metres = -1;
}

enum rc
field_step_by_token(struct db *db, struct arena *a, const char *token, struct field_step *f)
{
	struct stmt	*s = db_start(db, &by_token);

	put_text(s, token);
	if (db_next(s))
		read_row(s, a, f);
	return db_end_one(s);
}

enum rc
field_step_list(struct db *db, struct arena *a, int64_t ticket, struct field_step **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &of_ticket);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_int(s, ticket);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

const struct query *const field_queries[] = { &insert, &by_token, &of_ticket };
const size_t field_nqueries = COUNT(field_queries);

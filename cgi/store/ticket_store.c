/* ticket_store.c: how tickets are kept. */
#include "store/search_store.h"
#include "store/ticket_row.h"
#include "store/ticket_store.h"

static const struct query by_id = {
	"ticket by id", "SELECT" TICKET_COLUMNS "FROM ticket t WHERE t.id = ?1"
};

static const struct query by_number = {
	"ticket by number", "SELECT" TICKET_COLUMNS "FROM ticket t WHERE t.number = ?1"
};

static const struct query by_token = {
	"ticket by token", "SELECT" TICKET_COLUMNS "FROM ticket t WHERE t.token = ?1"
};

static const struct query by_voice = {
	"open ticket by voice code", "SELECT 1 FROM ticket WHERE voice = ?1 AND open = 1"
};

static const struct query insert = {
	"new ticket",
	"INSERT INTO ticket (number, token, voice, track, state, open, since, category,"
	" priority, lead, title, detail, place, area, lat, lon, cell, channel, privacy,"
	" display, published, reporters, happened_at, recorded_at, due_at, until, alarm_at,"
	" merged, parent)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
	" ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)"
};

static const struct query save = {
	"ticket changes",
	"UPDATE ticket SET state = ?1, open = ?2, since = ?3, category = ?4, priority = ?5,"
	" lead = ?6, display = ?7, published = ?8, reporters = ?9, bounces = ?10, due_at = ?11,"
	" until = ?12, alarm_at = ?13, merged = ?14, parent = ?15, rating = ?16, voice = ?17,"
	" version = version + 1"
	" WHERE id = ?18 AND version = ?19"
};

static const struct query fill = {
	"what a ticket says, said in full",
	"UPDATE ticket SET title = ?1, detail = ?2, place = ?3, area = ?4, lat = ?5, lon = ?6,"
	" cell = ?7, privacy = ?8, happened_at = ?9 WHERE id = ?10 AND version = ?11"
};

void
ticket_read(struct stmt *s, struct arena *a, struct ticket *t)
{
	t->id = get_int(s);
	t->number = arena_text(a, get_text(s));
	t->voice = arena_text(a, get_text(s));
	t->track = (enum track)get_int(s);
	t->state = state_of(get_text(s));
	t->open = get_int(s) != 0;
	t->since = get_int(s);
	t->category = get_int(s);
	t->priority = (enum priority)get_int(s);
	t->lead = get_int(s);
	t->title = arena_text(a, get_text(s));
	t->detail = arena_text(a, get_text(s));
	t->place.text = arena_text(a, get_text(s));
	t->place.area = arena_text(a, get_text(s));
	t->place.lat = get_int(s);
	t->place.lon = get_int(s);
	t->channel = arena_text(a, get_text(s));
	t->privacy = privacy_of(get_text(s));
	t->display = (enum display)get_int(s);
	t->published = get_int(s) != 0;
	t->reporters = get_int(s);
	t->bounces = get_int(s);
	t->happened = get_int(s);
	t->recorded = get_int(s);
	t->due = get_int(s);
	t->until = get_int(s);
	t->alarm = get_int(s);
	t->merged = get_int(s);
	t->parent = get_int(s);
	t->rating = get_int(s);
	t->version = get_int(s);
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct ticket *t)
{
	if (db_next(s))
		ticket_read(s, a, t);
	return db_end_one(s);
}

enum rc
ticket_by_id(struct db *db, struct arena *a, int64_t id, struct ticket *t)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	return read_one(s, a, t);
}

enum rc
ticket_by_number(struct db *db, struct arena *a, const char *number, struct ticket *t)
{
	struct stmt	*s = db_start(db, &by_number);

	put_text(s, number);
	return read_one(s, a, t);
}

enum rc
ticket_by_token(struct db *db, struct arena *a, const char *token, struct ticket *t)
{
	struct stmt	*s = db_start(db, &by_token);

	put_text(s, token);
	return read_one(s, a, t);
}

enum rc
voice_is_free(struct db *db, const char *voice, bool *is_free)
{
	struct stmt	*s = db_start(db, &by_voice);

	put_text(s, voice);
	*is_free = !db_next(s);
	return db_end(s);
}

static void
put_place(struct stmt *s, const struct place *p)
{
	put_text(s, p->text);
	put_text(s, p->area);
	put_int(s, p->lat);
	put_int(s, p->lon);
	put_int(s, place_cell(p));
}

enum rc
ticket_insert(struct db *db, struct ticket *t, const char *token)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, t->number);
	put_text(s, token);
	put_text(s, t->voice);
	put_int(s, t->track);
	put_text(s, state_code(t->state));
	put_int(s, t->open);
	put_int(s, t->since);
	put_int(s, t->category);
	put_int(s, t->priority);
	put_int(s, t->lead);
	put_text(s, t->title);
	put_text(s, t->detail);
	put_place(s, &t->place);
	put_text(s, t->channel);
	put_text(s, privacy_code(t->privacy));
	put_int(s, t->display);
	put_int(s, t->published);
	put_int(s, t->reporters);
	put_int(s, t->happened);
	put_int(s, t->recorded);
	put_int(s, t->due);
	put_int(s, t->until);
	put_int(s, t->alarm);
	put_int(s, t->merged);
	put_int(s, t->parent);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	t->id = db_last_id(db);
	t->version = 1;
	return search_put(db, t);
}

static enum rc
fill_in(struct db *db, const struct ticket *t)
{
	struct stmt	*s = db_start(db, &fill);

	put_text(s, t->title);
	put_text(s, t->detail);
	put_place(s, &t->place);
	put_text(s, privacy_code(t->privacy));
	put_int(s, t->happened);
	put_int(s, t->id);
	put_int(s, t->version);
	return db_end_changed(s);
}

/* What is said of it is found by its new words, and by the old ones no more. */
enum rc
ticket_fill(struct db *db, const struct ticket *t)
{
	struct said_doc	 old;
	enum rc		 rc = search_before(db, t->id, &old);

	return search_after(db, &old, rc == RC_OK ? fill_in(db, t) : rc);
}

static enum rc
save_in(struct db *db, struct ticket *t)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, state_code(t->state));
	put_int(s, t->open);
	put_int(s, t->since);
	put_int(s, t->category);
	put_int(s, t->priority);
	put_int(s, t->lead);
	put_int(s, t->display);
	put_int(s, t->published);
	put_int(s, t->reporters);
	put_int(s, t->bounces);
	put_int(s, t->due);
	put_int(s, t->until);
	put_int(s, t->alarm);
	put_int(s, t->merged);
	put_int(s, t->parent);
	put_int(s, t->rating);
	put_text(s, t->voice);
	put_int(s, t->id);
	put_int(s, t->version);
	if ((rc = db_end_changed(s)) == RC_OK)
		t->version++;
	return rc;
}

enum rc
ticket_save(struct db *db, struct ticket *t)
{
	struct said_doc	 old;
	enum rc		 rc = search_before(db, t->id, &old);

	return search_after(db, &old, rc == RC_OK ? save_in(db, t) : rc);
}

const struct query *const ticket_queries[] = {
	&by_id, &by_number, &by_token, &by_voice, &insert, &fill, &save
};
const size_t ticket_nqueries = COUNT(ticket_queries);

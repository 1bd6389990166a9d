/* paper_store.c: packs of numbered sheets. */
#include "store/paper_store.h"

#define PACK	"SELECT p.id, p.card, p.first, p.sheets, COALESCE(a.name, ''), p.at" \
	" FROM paper_pack p LEFT JOIN account a ON a.id = p.actor"
#define SHEET	"SELECT s.no, s.pack, s.state, COALESCE(t.number, ''), COALESCE(a.name, ''), s.at" \
	" FROM paper_sheet s LEFT JOIN ticket t ON t.id = s.ticket" \
	" LEFT JOIN account a ON a.id = s.actor"

static const struct query add_pack = {
	"new pack of sheets",
	"INSERT INTO paper_pack (card, first, sheets, actor, at) VALUES (?1, ?2, ?3, ?4, ?5)"
};

static const struct query pack = { "a pack of sheets", PACK " WHERE p.id = ?1" };

static const struct query packs = {
	"packs of sheets", PACK " WHERE p.id < ?1 ORDER BY p.id DESC LIMIT ?2"
};

static const struct query add_sheet = {
	"new sheet", "INSERT INTO paper_sheet (no, pack) VALUES (?1, ?2)"
};

static const struct query sheet = { "a sheet", SHEET " WHERE s.no = ?1" };

static const struct query sheets = {
	"sheets of a pack", SHEET " WHERE s.pack = ?1 ORDER BY s.no LIMIT ?2"
};

static const struct query set = {
	"what became of a sheet",
	"UPDATE paper_sheet SET state = ?3, ticket = ?4, actor = ?5, at = ?6"
	" WHERE no = ?1 AND state = ?2"
};

static const struct query near_here = {
	"tickets of that time, here",
	"SELECT id, number, title, place, area, state, track, priority, recorded_at, open"
	" FROM ticket WHERE recorded_at >= ?1 AND recorded_at <= ?2 AND area = ?3"
	" ORDER BY recorded_at LIMIT ?4"
};

static const struct query near_any = {
	"tickets of that time",
	"SELECT id, number, title, place, area, state, track, priority, recorded_at, open"
	" FROM ticket WHERE recorded_at >= ?1 AND recorded_at <= ?2"
	" ORDER BY recorded_at LIMIT ?3"
};

enum rc
pack_add(struct db *db, struct paper_pack *p, int64_t actor)
{
	struct stmt	*s = db_start(db, &add_pack);
	enum rc		 rc;

	put_text(s, p->card);
	put_int(s, p->first);
	put_int(s, p->sheets);
	put_int(s, actor);
	put_int(s, p->at);
	if ((rc = db_end(s)) == RC_OK)
		p->id = db_last_id(db);
	return rc;
}

static void
read_pack(struct stmt *s, struct arena *a, struct paper_pack *p)
{
	p->id = get_int(s);
	p->card = arena_text(a, get_text(s));
	p->first = get_int(s);
	p->sheets = get_int(s);
	p->who = arena_text(a, get_text(s));
	p->at = get_int(s);
}

enum rc
pack_by_id(struct db *db, struct arena *a, int64_t id, struct paper_pack *p)
{
	struct stmt	*s = db_start(db, &pack);

	put_int(s, id);
	if (db_next(s))
		read_pack(s, a, p);
	return db_end_one(s);
}

enum rc
pack_list(struct db *db, struct arena *a, int64_t before, struct paper_pack *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &packs);

	put_int(s, before > 0 ? before : INT64_MAX);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_pack(s, a, &list[*n]);
	return db_end(s);
}

enum rc
sheet_add(struct db *db, int64_t no, int64_t pack_id)
{
	struct stmt	*s = db_start(db, &add_sheet);

	put_int(s, no);
	put_int(s, pack_id);
	return db_end(s);
}

static void
read_sheet(struct stmt *s, struct arena *a, struct sheet_row *r)
{
	r->no = get_int(s);
	r->pack = get_int(s);
	r->state = sheet_of(get_text(s));
	r->ticket = arena_text(a, get_text(s));
	r->who = arena_text(a, get_text(s));
	r->at = get_int(s);
	r->gap = false;
}

enum rc
sheet_by_no(struct db *db, struct arena *a, int64_t no, struct sheet_row *r)
{
	struct stmt	*s = db_start(db, &sheet);

	put_int(s, no);
	if (db_next(s))
		read_sheet(s, a, r);
	return db_end_one(s);
}

/* What stands open before one that is entered was skipped. */
enum rc
sheet_list(struct db *db, struct arena *a, int64_t pack_id, struct sheet_row *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &sheets);
	bool		 later = false;
	size_t		 i;

	put_int(s, pack_id);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_sheet(s, a, &list[*n]);
	for (i = *n; i-- > 0;) {
		list[i].gap = later && list[i].state == SHEET_OPEN;
		later = later || list[i].state == SHEET_USED;
	}
	return db_end(s);
}

enum rc
sheet_set(struct db *db, int64_t no, enum sheet_state from, enum sheet_state to,
    int64_t ticket, const struct actor *who, int64_t now)
{
	struct stmt	*s = db_start(db, &set);

	put_int(s, no);
	put_text(s, sheet_code(from));
	put_text(s, sheet_code(to));
	put_int(s, ticket);
	put_int(s, who->id);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
paper_near(struct db *db, struct arena *a, int64_t from, int64_t to, const char *area,
    struct ticket *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, *area == '\0' ? &near_any : &near_here);
	struct ticket	*t;

	put_int(s, from);
	put_int(s, to);
	if (*area != '\0')
		put_text(s, area);
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		t = &list[*n];
		*t = (struct ticket){ .id = get_int(s) };
		t->number = arena_text(a, get_text(s));
		t->title = arena_text(a, get_text(s));
		t->place.text = arena_text(a, get_text(s));
		t->place.area = arena_text(a, get_text(s));
		t->state = state_of(get_text(s));
		t->track = (enum track)get_int(s);
		t->priority = (enum priority)get_int(s);
		t->recorded = get_int(s);
		t->open = get_int(s) != 0;
	}
	return db_end(s);
}

const struct query *const paper_queries[] = {
	&add_pack, &pack, &packs, &add_sheet, &sheet, &sheets, &set, &near_here, &near_any
};
const size_t paper_nqueries = COUNT(paper_queries);

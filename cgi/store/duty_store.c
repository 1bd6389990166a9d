/* duty_store.c: who is on duty, how many should be, and who was seen when. */
#include "store/duty_store.h"

static const struct query of_agency = {
	"an agency's people of a role",
	"SELECT id FROM account WHERE role = ?1 AND agency = ?2 AND disabled_at = 0"
	" ORDER BY id LIMIT ?3"
};

static const struct query of_city = {
	"the city's people of a role",
	"SELECT id FROM account WHERE role = ?1 AND agency IS NULL AND disabled_at = 0"
	" ORDER BY id LIMIT ?2"
};

static const struct query names_agency = {
	"an agency's people of a role, by name",
	"SELECT id, agency, role, name FROM account"
	" WHERE role = ?1 AND agency = ?2 AND disabled_at = 0 ORDER BY id LIMIT ?3"
};

static const struct query names_city = {
	"the desk's people of a role, by name",
	"SELECT id, agency, role, name FROM account"
	" WHERE role = ?1 AND agency IS NULL AND disabled_at = 0 ORDER BY id LIMIT ?2"
};

static const struct query one_person = {
	"somebody who may be on duty",
	"SELECT id, agency, role, name FROM account WHERE id = ?1 AND disabled_at = 0"
};

#define ROW	"SELECT d.id, d.agency, d.start, d.until, d.account, d.standby, p.role, p.name," \
	" s.at FROM duty d JOIN account p ON p.id = d.account" \
	" LEFT JOIN seen s ON s.account = d.account "

static const struct query between = {
	"the roster of some days",
	ROW "WHERE d.agency = ?1 AND d.start >= ?2 AND d.start < ?3 AND d.ended_at = 0"
	" ORDER BY d.start, d.id LIMIT ?4"
};

/* No shift is longer than a day: so none that began before can go on. */
static const struct query at_once = {
	"who is on duty at a time",
	ROW "WHERE d.agency = ?1 AND d.start > ?2 - 86400001 AND d.start <= ?2 AND d.until > ?2"
	" AND d.ended_at = 0 AND p.disabled_at = 0 ORDER BY d.start, d.id LIMIT ?3"
};

static const struct query own = {
	"somebody's shifts",
	ROW "WHERE d.account = ?1 AND d.account <> 0 AND d.start >= ?2 AND d.start < ?3"
	" AND d.ended_at = 0 ORDER BY d.start LIMIT ?4"
};

static const struct query by_id = {
	"a shift of somebody", ROW "WHERE d.id = ?1 AND d.ended_at = 0"
};

static const struct query add = {
	"somebody is put on duty",
	"INSERT INTO duty (agency, start, until, account, standby, at, by)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
};

static const struct query end = {
	"somebody is taken off",
	"UPDATE duty SET ended_at = ?2 WHERE id = ?1 AND ended_at = 0"
};

static const struct query want = {
	"how many a shift needs",
	"SELECT people FROM strength WHERE agency = ?1 AND minute = ?2"
};

static const struct query want_put = {
	"so many a shift needs",
	"INSERT INTO strength (agency, minute, people, at, by) VALUES (?1, ?2, ?3, ?4, ?5)"
	" ON CONFLICT (agency, minute) DO UPDATE SET people = ?3, at = ?4, by = ?5"
};

static const struct query automatic = {
	"do swaps need a planner", "SELECT auto FROM duty_rule WHERE agency = ?1"
};

static const struct query automatic_put = {
	"swaps need a planner, or not",
	"INSERT INTO duty_rule (agency, auto, at, by) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (agency) DO UPDATE SET auto = ?2, at = ?3, by = ?4"
};

static const struct query seen_at = {
	"when somebody was seen", "SELECT at FROM seen WHERE account = ?1"
};

static const struct query seen_now = {
	"somebody is seen",
	"INSERT INTO seen (account, at) VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET at = ?2"
};

static const struct query last_agency = {
	"when anybody of an agency's role was seen",
	"SELECT count(*), max(s.at) FROM account a LEFT JOIN seen s ON s.account = a.id"
	" WHERE a.role = ?1 AND a.agency = ?2 AND a.disabled_at = 0"
};

static const struct query last_city = {
	"when anybody of the desk's role was seen",
	"SELECT count(*), max(s.at) FROM account a LEFT JOIN seen s ON s.account = a.id"
	" WHERE a.role = ?1 AND a.agency IS NULL AND a.disabled_at = 0"
};

static struct stmt *
start_role(struct db *db, const struct query *one, const struct query *city, enum role role,
    int64_t agency)
{
	struct stmt	*s = db_start(db, agency != 0 ? one : city);

	put_text(s, role_code(role));
	if (agency != 0)
		put_int(s, agency);
	return s;
}

enum rc
duty_role(struct db *db, enum role role, int64_t agency, int64_t *ids, size_t *n, size_t max)
{
	struct stmt	*s = start_role(db, &of_agency, &of_city, role, agency);

	*n = 0;
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		ids[(*n)++] = get_int(s);
	return db_end(s);
}

static void
read_person(struct stmt *s, struct arena *a, struct duty_person *p)
{
	p->id = get_int(s);
	p->agency = get_int(s);
	p->role = role_of(get_text(s));
	p->name = arena_text(a, get_text(s));
}

enum rc
duty_people_of(struct db *db, struct arena *a, enum role role, int64_t agency,
    struct duty_person *list, size_t *n, size_t max)
{
	struct stmt	*s = start_role(db, &names_agency, &names_city, role, agency);

	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_person(s, a, &list[*n]);
	return db_end(s);
}

enum rc
duty_person(struct db *db, struct arena *a, int64_t id, struct duty_person *p)
{
	struct stmt	*s = db_start(db, &one_person);

	put_int(s, id);
	if (db_next(s))
		read_person(s, a, p);
	return db_end_one(s);
}

static void
read_row(struct stmt *s, struct arena *a, struct duty *d)
{
	d->id = get_int(s);
	d->agency = get_int(s);
	d->start = get_int(s);
	d->until = get_int(s);
	d->account = get_int(s);
	d->standby = get_int(s) != 0;
	d->role = role_of(get_text(s));
	d->name = arena_text(a, get_text(s));
	d->seen = get_int(s);
}

static enum rc
read_rows(struct stmt *s, struct arena *a, struct duty *list, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
duty_between(struct db *db, struct arena *a, int64_t agency, int64_t from, int64_t until,
    struct duty *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &between);

	put_int(s, agency);
	put_int(s, from);
	put_int(s, until);
	return read_rows(s, a, list, n, max);
}

enum rc
duty_at(struct db *db, struct arena *a, int64_t agency, int64_t at, struct duty *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &at_once);

	put_int(s, agency);
	put_int(s, at);
	return read_rows(s, a, list, n, max);
}

enum rc
duty_own(struct db *db, struct arena *a, int64_t account, int64_t from, int64_t until,
    struct duty *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &own);

	put_int(s, account);
	put_int(s, from);
	put_int(s, until);
	return read_rows(s, a, list, n, max);
}

enum rc
duty_get(struct db *db, struct arena *a, int64_t id, struct duty *d)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, d);
	return db_end_one(s);
}

enum rc
duty_add(struct db *db, const struct duty *d, int64_t now, int64_t by, int64_t *id)
{
	struct stmt	*s = db_start(db, &add);
	enum rc		 rc;

	put_int(s, d->agency);
	put_int(s, d->start);
	put_int(s, d->until);
	put_int(s, d->account);
	put_int(s, d->standby);
	put_int(s, now);
	put_int(s, by);
	rc = db_end(s);
	*id = rc == RC_OK ? db_last_id(db) : 0;
	return rc;
}

enum rc
duty_end(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &end);

	put_int(s, id);
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
strength_get(struct db *db, int64_t agency, int64_t minute, int64_t *people)
{
	struct stmt	*s = db_start(db, &want);

	put_int(s, agency);
	put_int(s, minute);
	*people = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
strength_put(struct db *db, int64_t agency, int64_t minute, int64_t people, int64_t now,
    int64_t by)
{
	struct stmt	*s = db_start(db, &want_put);

	put_int(s, agency);
	put_int(s, minute);
	put_int(s, people);
	put_int(s, now);
	put_int(s, by);
	return db_end(s);
}

enum rc
duty_auto(struct db *db, int64_t agency, bool *on)
{
	struct stmt	*s = db_start(db, &automatic);

	put_int(s, agency);
	*on = db_next(s) && get_int(s) != 0;
	return db_end(s);
}

enum rc
duty_auto_put(struct db *db, int64_t agency, bool on, int64_t now, int64_t by)
{
	struct stmt	*s = db_start(db, &automatic_put);

	put_int(s, agency);
	put_int(s, on);
	put_int(s, now);
	put_int(s, by);
	return db_end(s);
}

enum rc
seen_get(struct db *db, int64_t account, int64_t *at)
{
	struct stmt	*s = db_start(db, &seen_at);

	put_int(s, account);
	*at = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
seen_put(struct db *db, int64_t account, int64_t now)
{
	struct stmt	*s = db_start(db, &seen_now);

	put_int(s, account);
	put_int(s, now);
	return db_end(s);
}

enum rc
seen_role(struct db *db, enum role role, int64_t agency, int64_t *at, bool *people)
{
	struct stmt	*s = start_role(db, &last_agency, &last_city, role, agency);

	*at = 0;
	*people = false;
	if (db_next(s)) {
		*people = get_int(s) > 0;
		*at = get_int(s);
	}
	return db_end(s);
}

const struct query *const duty_queries[] = {
	&of_agency, &of_city, &names_agency, &names_city, &one_person, &between, &at_once, &own,
	&by_id, &add, &end, &want, &want_put, &automatic, &automatic_put, &seen_at, &seen_now,
	&last_agency, &last_city
};
const size_t duty_nqueries = COUNT(duty_queries);

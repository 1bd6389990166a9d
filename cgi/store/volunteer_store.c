/* volunteer_store.c: how volunteers and their skills are kept; who they are is sealed. */
#include "store/volunteer_store.h"

#define COLUMNS \
	" v.id, v.agency, v.area, v.lat, v.lon, v.consent_at, v.consent, v.withdrawn_at," \
	" v.vetted_at, v.vetted_by, v.vetted_to, v.vetted_note, v.at, v.version, v.sealed"

static const struct query by_id = {
	"a volunteer", "SELECT" COLUMNS ", 0 FROM volunteer v WHERE v.id = ?1"
};
static const struct query rows_one = {
	"volunteers of an agency",
	"SELECT" COLUMNS ", 0 FROM volunteer v WHERE v.sealed IS NOT NULL AND v.agency = ?1"
	" AND v.id > ?2 ORDER BY v.id LIMIT ?3"
};
static const struct query rows_all = {
	"volunteers",
	"SELECT" COLUMNS ", 0 FROM volunteer v WHERE v.sealed IS NOT NULL AND v.id > ?2"
	" AND ?1 < 0 ORDER BY v.id LIMIT ?3"
};
static const struct query due = {
	"volunteers whose vetting ends",
	"SELECT" COLUMNS ", 0 FROM volunteer v WHERE v.sealed IS NOT NULL AND v.vetted_to < ?1"
	" ORDER BY v.vetted_to LIMIT ?2"
};
static const struct query able = {
	"volunteers with a skill",
	"SELECT" COLUMNS ", s.until FROM volunteer_skill s CROSS JOIN volunteer v"
	" ON v.id = s.volunteer WHERE s.skill = ?1 AND v.sealed IS NOT NULL"
	" ORDER BY s.volunteer LIMIT ?2"
};
static const struct query insert = {
	"new volunteer",
	"INSERT INTO volunteer (agency, phone, area, lat, lon, consent_at, consent, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
};
static const struct query seal = {
	"who a volunteer is", "UPDATE volunteer SET sealed = ?2 WHERE id = ?1"
};
static const struct query save = {
	"a volunteer changes",
	"UPDATE volunteer SET agency = ?2, phone = ?3, area = ?4, lat = ?5, lon = ?6,"
	" consent_at = ?7, consent = ?8, version = version + 1 WHERE id = ?1 AND version = ?9"
};
static const struct query vet = {
	"a volunteer is vetted",
	"UPDATE volunteer SET vetted_at = ?2, vetted_by = ?3, vetted_to = ?4, vetted_note = ?5,"
	" version = version + 1 WHERE id = ?1 AND version = ?6"
};
static const struct query erase = {
	"a volunteer is erased",
	"UPDATE volunteer SET sealed = NULL, phone = NULL, area = '', lat = 0, lon = 0,"
	" vetted_note = '', withdrawn_at = ?2, version = version + 1 WHERE id = ?1"
	" AND sealed IS NOT NULL"
};
static const struct query openings = {
	"numbers somebody looked at",
	"SELECT COUNT(*) FROM (SELECT 1 FROM event WHERE act = 'open_volunteer' AND actor = ?1"
	" AND at > ?2 LIMIT ?3)"
};
static const struct query skills = {
	"skills", "SELECT code, name, name_en FROM skill WHERE code > '' AND valid_to = 0"
	" ORDER BY place LIMIT ?1"
};
static const struct query skills_one = {
	"a volunteer's skills",
	"SELECT k.code, k.name, k.name_en, s.until FROM volunteer_skill s CROSS JOIN skill k"
	" ON k.code = s.skill WHERE s.volunteer = ?1 ORDER BY k.place LIMIT ?2"
};
static const struct query put = {
	"a volunteer has a skill",
	"INSERT INTO volunteer_skill (skill, volunteer, until) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (skill, volunteer) DO UPDATE SET until = excluded.until"
};
static const struct query drop = {
	"a volunteer's skills go", "DELETE FROM volunteer_skill WHERE volunteer = ?1"
};

static const struct query vetter = {
	"who vetted a volunteer", "SELECT name FROM account WHERE id = ?1"
};
static const struct query lose = {
	"a volunteer's skill goes",
	"DELETE FROM volunteer_skill WHERE volunteer = ?1 AND skill = ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct volunteer_row *r)
{
	struct volunteer	*v = &r->v;

	*v = (struct volunteer){ .name = "", .phone = "", .email = "" };
	v->id = get_int(s);
	v->agency = get_int(s);
	v->area = arena_text(a, get_text(s));
	v->at.lat = get_int(s);
	v->at.lon = get_int(s);
	v->consented = get_int(s);
	v->consent = get_int(s);
	v->withdrawn = get_int(s);
	v->vetted = get_int(s);
	v->vetted_by = get_int(s);
	v->vetted_to = get_int(s);
	v->vetted_note = arena_text(a, get_text(s));
	v->added = get_int(s);
	v->version = get_int(s);
	r->sealed = arena_bytes(a, get_bytes(s));
	v->erased = r->sealed.data == NULL;
	r->until = get_int(s);
}

static enum rc
read_rows(struct stmt *s, struct arena *a, struct volunteer_row *list, size_t *n, size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n)
		read_row(s, a, &list[*n]);
	return db_end(s);
}

enum rc
volunteer_get(struct db *db, struct arena *a, int64_t id, struct volunteer_row *r)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, r);
	return db_end_one(s);
}

enum rc
volunteer_rows(struct db *db, struct arena *a, int64_t agency, int64_t after,
    struct volunteer_row *list, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, agency < 0 ? &rows_all : &rows_one);

	put_int(s, agency);
	put_int(s, after);
	return read_rows(s, a, list, n, max);
}

enum rc
volunteer_due(struct db *db, struct arena *a, int64_t before, struct volunteer_row *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, before);
	return read_rows(s, a, list, n, max);
}

enum rc
volunteer_able(struct db *db, struct arena *a, const char *skill, struct volunteer_row *list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &able);

	put_text(s, skill);
	return read_rows(s, a, list, n, max);
}

/* --- changing --------------------------------------------------------------------------------- */

enum rc
volunteer_insert(struct db *db, struct volunteer *v, struct bytes phone)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_int(s, v->agency);
	put_bytes(s, phone);
	put_text(s, v->area);
	put_int(s, v->at.lat);
	put_int(s, v->at.lon);
	put_int(s, v->consented);
	put_int(s, v->consent);
	put_int(s, v->added);
	if ((rc = db_end(s)) == RC_OK)
		v->id = db_last_id(db);
	return rc;
}

enum rc
volunteer_seal(struct db *db, int64_t id, struct bytes sealed)
{
	struct stmt	*s = db_start(db, &seal);

	put_int(s, id);
	put_bytes(s, sealed);
	return db_end_changed(s);
}

enum rc
volunteer_save(struct db *db, const struct volunteer *v, struct bytes phone)
{
	struct stmt	*s = db_start(db, &save);

	put_int(s, v->id);
	put_int(s, v->agency);
	put_bytes(s, phone);
	put_text(s, v->area);
	put_int(s, v->at.lat);
	put_int(s, v->at.lon);
	put_int(s, v->consented);
	put_int(s, v->consent);
	put_int(s, v->version);
	return db_end_changed(s);
}

enum rc
volunteer_vet(struct db *db, const struct volunteer *v)
{
	struct stmt	*s = db_start(db, &vet);

	put_int(s, v->id);
	put_int(s, v->vetted);
	put_int(s, v->vetted_by);
	put_int(s, v->vetted_to);
	put_text(s, v->vetted_note);
	put_int(s, v->version);
	return db_end_changed(s);
}

enum rc
volunteer_erase(struct db *db, int64_t id, int64_t now)
{
	struct stmt	*s = db_start(db, &erase);
	enum rc		 rc;

	put_int(s, id);
	put_int(s, now);
	rc = db_end_changed(s);
	return rc == RC_OK ? skill_drop(db, id) : rc;
}

enum rc
volunteer_openings(struct db *db, int64_t account, int64_t since, int64_t max, int64_t *n)
{
	struct stmt	*s = db_start(db, &openings);

	put_int(s, account);
	put_int(s, since);
	put_int(s, max);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
volunteer_vetter(struct db *db, struct arena *a, int64_t account, const char **name)
{
	struct stmt	*s = db_start(db, &vetter);

	put_int(s, account);
	*name = db_next(s) ? arena_text(a, get_text(s)) : "";
	return db_end(s);
}

/* --- skills ---------------------------------------------------------------------------------- */

static enum rc
read_skills(struct stmt *s, struct arena *a, bool until, struct skill *list, size_t *n,
    size_t max)
{
	put_int(s, (int64_t)max);
	for (*n = 0; *n < max && db_next(s); ++*n) {
		list[*n].code = arena_text(a, get_text(s));
		list[*n].name = arena_text(a, get_text(s));
		list[*n].name_en = arena_text(a, get_text(s));
		list[*n].until = until ? get_int(s) : 0;
	}
	return db_end(s);
}

enum rc
skill_list(struct db *db, struct arena *a, struct skill *list, size_t *n, size_t max)
{
	return read_skills(db_start(db, &skills), a, false, list, n, max);
}

enum rc
skills_of(struct db *db, struct arena *a, int64_t volunteer, struct skill *list, size_t *n,
    size_t max)
{
	struct stmt	*s = db_start(db, &skills_one);

	put_int(s, volunteer);
	return read_skills(s, a, true, list, n, max);
}

enum rc
skill_put(struct db *db, int64_t volunteer, const char *code, int64_t until)
{
	struct stmt	*s = db_start(db, &put);

	put_text(s, code);
	put_int(s, volunteer);
	put_int(s, until);
	return db_end(s);
}

enum rc
skill_lose(struct db *db, int64_t volunteer, const char *code)
{
	struct stmt	*s = db_start(db, &lose);

	put_int(s, volunteer);
	put_text(s, code);
	return db_end_changed(s);
}

enum rc
skill_drop(struct db *db, int64_t volunteer)
{
	struct stmt	*s = db_start(db, &drop);

	put_int(s, volunteer);
	return db_end(s);
}

const struct query *const volunteer_queries[] = {
	&by_id, &rows_one, &rows_all, &due, &able, &insert, &seal, &save, &vet, &erase,
	&openings, &skills, &skills_one, &put, &drop, &lose, &vetter
};
const size_t volunteer_nqueries = COUNT(volunteer_queries);

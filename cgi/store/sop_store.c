/* sop_store.c: how the versions of SOP cards are kept. */
#include "store/sop_store.h"

#define DRAFT \
	"SELECT d.id, d.code, d.version, d.title, d.body, d.state, d.author," \
	" COALESCE(w.name, ''), d.approver, d.approver_role, d.approver_agency," \
	" COALESCE(p.name, ''), d.written_at, d.submitted_at, d.approved_at, d.starts_at," \
	" d.revision FROM sop_draft d LEFT JOIN account w ON w.id = d.author" \
	" LEFT JOIN account p ON p.id = d.approver"
#define KEPT "SELECT code, version, title, body, approved, valid_from, valid_to FROM card"

static const struct query insert = {
	"new draft of a card",
	"INSERT INTO sop_draft (code, version, title, body, state, author, written_at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
};

static const struct query living = {
	"draft of a card",
	DRAFT " WHERE d.code = ?1 AND d.state IN ('draft', 'submitted', 'approved')"
};

static const struct query due = {
	"a draft whose time has come",
	DRAFT " WHERE d.state = 'approved' AND d.starts_at <> 0 AND d.starts_at <= ?1 LIMIT 1"
};

static const struct query drafts = {
	"drafts of a card", DRAFT " WHERE d.code = ?1 ORDER BY d.id DESC LIMIT ?2"
};

static const struct query save = {
	"draft changes",
	"UPDATE sop_draft SET title = ?1, body = ?2, state = ?3, author = ?4, written_at = ?5,"
	" submitted_at = ?6, approver = ?7, approver_role = ?8, approver_agency = ?9,"
	" approved_at = ?10, starts_at = ?11, revision = revision + 1"
	" WHERE id = ?12 AND revision = ?13"
};

static const struct query newest = {
	"newest version of a card",
	"SELECT MAX(COALESCE((SELECT MAX(version) FROM card WHERE code = ?1), 0),"
	" COALESCE((SELECT MAX(version) FROM sop_draft WHERE code = ?1), 0))"
};

static const struct query one_version = {
	"version of a card", KEPT " WHERE code = ?1 AND version = ?2"
};

static const struct query versions = {
	"versions of a card", KEPT " WHERE code = ?1 ORDER BY version DESC LIMIT ?2"
};

static const struct query end_version = {
	"card replaced", "UPDATE card SET valid_to = ?2 WHERE code = ?1 AND valid_to = 0"
};

static const struct query start_version = {
	"card in force",
	"INSERT INTO card (code, version, title, body, approved, valid_from)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
};

/* --- drafts -------------------------------------------------------------------- */

static void
read_draft(struct stmt *s, struct arena *a, struct sop_draft *d)
{
	*d = (struct sop_draft){ .id = get_int(s) };
	d->code = arena_text(a, get_text(s));
	d->version = get_int(s);
	d->title = arena_text(a, get_text(s));
	d->body = arena_text(a, get_text(s));
	d->state = sop_state_of(get_text(s));
	d->author.id = get_int(s);
	d->author.name = arena_text(a, get_text(s));
	d->approver.id = get_int(s);
	d->approver.role = role_of(get_text(s));
	d->approver.agency = get_int(s);
	d->approver.name = arena_text(a, get_text(s));
	d->written = get_int(s);
	d->submitted = get_int(s);
	d->approved = get_int(s);
	d->starts = get_int(s);
	d->revision = get_int(s);
}

enum rc
sop_draft_insert(struct db *db, struct sop_draft *d)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, d->code);
	put_int(s, d->version);
	put_text(s, d->title);
	put_text(s, d->body);
	put_text(s, sop_state_code(d->state));
	put_int(s, d->author.id);
	put_int(s, d->written);
	if ((rc = db_end(s)) == RC_OK) {
		d->id = db_last_id(db);
		d->revision = 1;
	}
	return rc;
}

static enum rc
read_one(struct stmt *s, struct arena *a, struct sop_draft *d)
{
	if (db_next(s))
		read_draft(s, a, d);
	return db_end_one(s);
}

enum rc
sop_draft_living(struct db *db, struct arena *a, const char *code, struct sop_draft *d)
{
	struct stmt	*s = db_start(db, &living);

	put_text(s, code);
	return read_one(s, a, d);
}

enum rc
sop_draft_due(struct db *db, struct arena *a, int64_t now, struct sop_draft *d)
{
	struct stmt	*s = db_start(db, &due);

	put_int(s, now);
	return read_one(s, a, d);
}

enum rc
sop_draft_list(struct db *db, struct arena *a, const char *code, struct sop_draft **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &drafts);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_text(s, code);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_draft(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
sop_draft_save(struct db *db, struct sop_draft *d)
{
	struct stmt	*s = db_start(db, &save);
	enum rc		 rc;

	put_text(s, d->title);
	put_text(s, d->body);
	put_text(s, sop_state_code(d->state));
	put_int(s, d->author.id);
	put_int(s, d->written);
	put_int(s, d->submitted);
	put_int(s, d->approver.id);
	put_text(s, role_code(d->approver.role));
	put_int(s, d->approver.agency);
	put_int(s, d->approved);
	put_int(s, d->starts);
	put_int(s, d->id);
	put_int(s, d->revision);
	if ((rc = db_end_changed(s)) == RC_OK)
		d->revision++;
	return rc;
}

enum rc
sop_newest(struct db *db, const char *code, int64_t *version)
{
	struct stmt	*s = db_start(db, &newest);

	put_text(s, code);
	*version = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

/* --- versions ------------------------------------------------------------------ */

static void
read_version(struct stmt *s, struct arena *a, struct sop_version *v)
{
	v->card.code = arena_text(a, get_text(s));
	v->card.version = get_int(s);
	v->card.title = arena_text(a, get_text(s));
	v->card.body = arena_text(a, get_text(s));
	v->approved = arena_text(a, get_text(s));
	v->card.approved = *v->approved != '\0';
	v->from = get_int(s);
	v->to = get_int(s);
}

enum rc
sop_version_get(struct db *db, struct arena *a, const char *code, int64_t version,
    struct sop_version *v)
{
	struct stmt	*s = db_start(db, &one_version);

	put_text(s, code);
	put_int(s, version);
	if (db_next(s))
		read_version(s, a, v);
	return db_end_one(s);
}

enum rc
sop_version_list(struct db *db, struct arena *a, const char *code, struct sop_version **list,
    size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, &versions);

	*list = arena_alloc(a, max * sizeof(**list));
	*n = 0;
	put_text(s, code);
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_version(s, a, &(*list)[(*n)++]);
	return db_end(s);
}

enum rc
sop_version_start(struct db *db, const struct sop_version *v)
{
	struct stmt	*s = db_start(db, &end_version);
	enum rc		 rc;

	put_text(s, v->card.code);
	put_int(s, v->from);
	if ((rc = db_end(s)) != RC_OK)
		return rc;
	s = db_start(db, &start_version);
	put_text(s, v->card.code);
	put_int(s, v->card.version);
	put_text(s, v->card.title);
	put_text(s, v->card.body);
	put_text(s, v->approved);
	put_int(s, v->from);
	return db_end(s);
}

const struct query *const sop_queries[] = {
	&insert, &living, &due, &drafts, &save, &newest, &one_version, &versions, &end_version,
	&start_version
};
const size_t sop_nqueries = COUNT(sop_queries);

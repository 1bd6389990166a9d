/* account_store.c: how accounts are kept. */
#include <string.h>

#include "store/account_store.h"

#define COLUMNS \
	" id, login, name, role, agency, unit, email, renew, strong, pact, disabled_at,"	\
	" created_at, version "

static const struct query by_id = {
	"account by id", "SELECT" COLUMNS "FROM account WHERE id = ?1"
};

static const struct query by_login = {
	"account by login", "SELECT" COLUMNS ", password FROM account WHERE login = ?1"
};

/* ?3 role, ?4 disabled, ?5 words for LIKE: each may be absent. */
#define FILTER \
	" (?3 = '' OR role = ?3) AND (disabled_at <> 0) = ?4" \
	" AND (?5 = '' OR login LIKE ?5 ESCAPE '\\' OR name LIKE ?5 ESCAPE '\\')" \
	" ORDER BY login LIMIT ?6"

/* ?1 stands in both for an agency, so that both take the same parameters. */
static const struct query list_all = {
	"accounts",
	"SELECT" COLUMNS "FROM account WHERE login > ?2 AND ?1 = 0 AND" FILTER
};

static const struct query list_agency = {
	"accounts of an agency",
	"SELECT" COLUMNS "FROM account WHERE agency = ?1 AND login > ?2 AND" FILTER
};

static const struct query count_all = {
	"how many accounts", "SELECT count(*) FROM account WHERE login > '' AND disabled_at = 0"
};

static const struct query count_agency = {
	"how many accounts of an agency",
	"SELECT count(*) FROM account WHERE agency = ?1 AND disabled_at = 0"
};

static const struct query count_admins = {
	"how many admins",
	"SELECT count(*) FROM account WHERE login > ''"
	" AND role = 'admin' AND disabled_at = 0 AND password <> ''"
};

static const struct query insert = {
	"new account",
	"INSERT INTO account (login, name, role, agency, unit, email, password, renew,"
	" created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
};

static const struct query save = {
	"account changes",
	"UPDATE account SET name = ?1, role = ?2, agency = ?3, unit = ?4, email = ?5,"
	" disabled_at = ?6, version = version + 1 WHERE id = ?7 AND version = ?8"
};

static const struct query save_password = {
	"new password",
	"UPDATE account SET password = ?1, renew = ?2 WHERE id = ?3"
};

static const struct query save_strong = {
	"second factor on or off", "UPDATE account SET strong = ?1 WHERE id = ?2"
};

static const struct query save_pact = {
	"pact signed", "UPDATE account SET pact = ?1 WHERE id = ?2"
};

static const struct query open_work = {
	"open assignments of an agency",
	"SELECT count(*) FROM assignment WHERE agency = ?1 AND open = 1"
};

static const struct query history = {
	"what was changed of an account",
	"SELECT e.at, e.data, coalesce(a.name, '') FROM event AS e"
	" LEFT JOIN account AS a ON a.id = e.actor"
	" WHERE e.object = ?1 AND e.act = 'account' ORDER BY e.id DESC LIMIT ?2"
};

/* The list is the index's own, word for word: only so is it used. */
static const struct query factor_reset = {
	"when a second factor was taken off",
	"SELECT e.at, e.data, coalesce(a.name, '') FROM event AS e"
	" LEFT JOIN account AS a ON a.id = e.actor"
	" WHERE e.act = 'totp' AND e.act IN ('account', 'sign_in', 'pact', 'session',"
	" 'totp', 'open_identity', 'read', 'rotate', 'subject', 'erase', 'breach', 'export',"
	" 'volunteer', 'open_volunteer') AND e.object = ?1 AND e.data = '{\"what\":\"reset\"}'"
	" ORDER BY e.id DESC LIMIT ?2"
};

static void
read_row(struct stmt *s, struct arena *a, struct account *out)
{
	out->id = get_int(s);
	out->login = arena_text(a, get_text(s));
	out->name = arena_text(a, get_text(s));
	out->role = role_of(get_text(s));
	out->agency = get_int(s);
	out->unit = get_int(s);
	out->email = arena_text(a, get_text(s));
	out->renew = get_int(s) != 0;
	out->strong = get_int(s) != 0;
	out->pact = get_int(s);
	out->disabled = get_int(s);
	out->created = get_int(s);
	out->version = get_int(s);
}

enum rc
account_by_id(struct db *db, struct arena *a, int64_t id, struct account *out)
{
	struct stmt	*s = db_start(db, &by_id);

	put_int(s, id);
	if (db_next(s))
		read_row(s, a, out);
	return db_end_one(s);
}

enum rc
account_by_login(struct db *db, struct arena *a, const char *login, struct account *out,
    const char **hash)
{
	struct stmt	*s = db_start(db, &by_login);

	*hash = "";
	put_text(s, login);
	if (db_next(s)) {
		read_row(s, a, out);
		*hash = arena_text(a, get_text(s));
	}
	return db_end_one(s);
}

/* "%50\%%": its own wildcards mean themselves. */
static const char *
like(struct arena *a, const char *text)
{
	char	*out = arena_alloc(a, 2 * strlen(text) + 3), *to = out;

	if (*text == '\0')
		return "";
	*to++ = '%';
	for (; *text != '\0'; text++) {
		if (*text == '%' || *text == '_' || *text == '\\')
			*to++ = '\\';
		*to++ = *text;
	}
	*to = '%';
	return out;
}

enum rc
account_list(struct db *db, struct arena *a, const struct account_filter *f,
    struct account *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, f->agency == 0 ? &list_all : &list_agency);

	*n = 0;
	put_int(s, f->agency);
	put_text(s, f->after);
	put_text(s, role_code(f->role));
	put_int(s, f->disabled);
	put_text(s, like(a, f->text));
	put_int(s, (int64_t)max);
	while (*n < max && db_next(s))
		read_row(s, a, &out[(*n)++]);
	return db_end(s);
}

static enum rc
read_count(struct stmt *s, int64_t *n)
{
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
account_count(struct db *db, int64_t agency, int64_t *n)
{
	struct stmt	*s = db_start(db, agency == 0 ? &count_all : &count_agency);

	if (agency != 0)
		put_int(s, agency);
	return read_count(s, n);
}

enum rc
account_count_admins(struct db *db, int64_t *n)
{
	return read_count(db_start(db, &count_admins), n);
}

static void
put_id(struct stmt *s, int64_t id)
{
	if (id == 0)
		put_null(s);
	else
		put_int(s, id);
}

enum rc
account_insert(struct db *db, struct account *new, const char *hash)
{
	struct stmt	*s = db_start(db, &insert);
	enum rc		 rc;

	put_text(s, new->login);
	put_text(s, new->name);
	put_text(s, role_code(new->role));
	put_id(s, new->agency);
	put_id(s, new->unit);
	put_text(s, new->email);
	put_text(s, hash);
	put_int(s, new->renew);
	put_int(s, new->created);
	if ((rc = db_end(s)) == RC_OK)
		new->id = db_last_id(db);
	return rc;
}

enum rc
account_save(struct db *db, const struct account *a)
{
	struct stmt	*s = db_start(db, &save);

	put_text(s, a->name);
	put_text(s, role_code(a->role));
	put_id(s, a->agency);
	put_id(s, a->unit);
	put_text(s, a->email);
	put_int(s, a->disabled);
	put_int(s, a->id);
	put_int(s, a->version);
	return db_end_changed(s);
}

enum rc
account_save_password(struct db *db, int64_t id, const char *hash, bool renew)
{
	struct stmt	*s = db_start(db, &save_password);

	put_text(s, hash);
	put_int(s, renew);
	put_int(s, id);
	return db_end_changed(s);
}

static enum rc
save_number(struct db *db, const struct query *q, int64_t n, int64_t id)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, n);
	put_int(s, id);
	return db_end_changed(s);
}

enum rc
account_save_strong(struct db *db, int64_t id, bool strong)
{
	return save_number(db, &save_strong, strong, id);
}

enum rc
account_save_pact(struct db *db, int64_t id, int64_t version)
{
	return save_number(db, &save_pact, version, id);
}

enum rc
account_open_work(struct db *db, int64_t agency, int64_t *n)
{
	struct stmt	*s = db_start(db, &open_work);

	put_int(s, agency);
	return read_count(s, n);
}

static enum rc
read_past(struct db *db, struct arena *a, const struct query *q, int64_t id,
    struct account_past *out, size_t *n, size_t max)
{
	struct stmt	*s = db_start(db, q);

	*n = 0;
	put_int(s, id);
	put_int(s, (int64_t)max);
	for (; *n < max && db_next(s); (*n)++) {
		out[*n].at = get_int(s);
		out[*n].data = arena_text(a, get_text(s));
		out[*n].by = arena_text(a, get_text(s));
	}
	return db_end(s);
}

enum rc
account_history(struct db *db, struct arena *a, int64_t id, struct account_past *out,
    size_t *n, size_t max)
{
	return read_past(db, a, &history, id, out, n, max);
}

enum rc
account_factor_past(struct db *db, struct arena *a, int64_t id, struct account_past *out)
{
	size_t	 n;

	*out = (struct account_past){ .at = 0, .by = "", .data = "" };
	return read_past(db, a, &factor_reset, id, out, &n, 1);
}

const struct query *const account_queries[] = {
	&by_id, &by_login, &list_all, &list_agency, &count_all, &count_agency, &count_admins,
	&insert, &save, &save_password, &save_strong, &save_pact, &open_work, &history,
	&factor_reset
};
const size_t account_nqueries = COUNT(account_queries);

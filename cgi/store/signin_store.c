/* signin_store.c: how second factors, half sessions and invitations are kept. */
#include "store/signin_store.h"

static const struct query one_totp = {
	"second factor", "SELECT secret, step, created_at FROM totp WHERE account = ?1"
};

static const struct query since_totp = {
	"since when a second factor", "SELECT created_at FROM totp WHERE account = ?1"
};

static const struct query add_totp = {
	"new second factor",
	"INSERT INTO totp (account, secret, step, created_at) VALUES (?1, ?2, ?3, ?4)"
};

static const struct query take_totp = {
	"take a code", "UPDATE totp SET step = ?2 WHERE account = ?1 AND step < ?2"
};

static const struct query drop_totp = {
	"no second factor", "DELETE FROM totp WHERE account = ?1"
};

static const struct query add_backup = {
	"new backup code", "INSERT INTO backup_code (account, hash) VALUES (?1, ?2)"
};

static const struct query use_backup = {
	"use a backup code",
	"UPDATE backup_code SET used_at = ?3 WHERE account = ?1 AND hash = ?2 AND used_at = 0"
};

static const struct query count_backup = {
	"how many backup codes",
	"SELECT count(*) FROM backup_code WHERE account = ?1 AND used_at = 0"
};

static const struct query drop_backup = {
	"no backup codes", "DELETE FROM backup_code WHERE account = ?1"
};

static const struct query add_half = {
	"new half session",
	"INSERT INTO half_session (hash, account, expires_at) VALUES (?1, ?2, ?3)"
};

static const struct query one_half = {
	"half session by cookie",
	"SELECT account FROM half_session WHERE hash = ?1 AND expires_at > ?2"
};

static const struct query drop_half = {
	"end a half session", "DELETE FROM half_session WHERE hash = ?1"
};

static const struct query sweep_half = {
	"forget half sessions that are over", "DELETE FROM half_session WHERE expires_at <= ?1"
};

static const struct query add_invite = {
	"new invitation",
	"INSERT INTO invite (hash, account, expires_at) VALUES (?1, ?2, ?3)"
};

static const struct query one_invite = {
	"invitation by code", "SELECT account FROM invite WHERE hash = ?1 AND expires_at > ?2"
};

static const struct query invite_of = {
	"invitation of an account", "SELECT expires_at FROM invite WHERE account = ?1"
};

static const struct query drop_invite = {
	"end an invitation", "DELETE FROM invite WHERE account = ?1"
};

static struct bytes
whole(const unsigned char hash[HASH_SIZE])
{
	return (struct bytes){ hash, HASH_SIZE };
}

/* What needs only the account. */
static enum rc
do_of(struct db *db, const struct query *q, int64_t account)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, account);
	return db_end(s);
}

static enum rc
number_of(struct db *db, const struct query *q, int64_t account, int64_t *n)
{
	struct stmt	*s = db_start(db, q);

	put_int(s, account);
	*n = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

/* Whose it is, by its hash, where it is not over. */
static enum rc
owner_of(struct db *db, const struct query *q, const unsigned char hash[HASH_SIZE], int64_t now,
    int64_t *account)
{
	struct stmt	*s = db_start(db, q);

	put_bytes(s, whole(hash));
	put_int(s, now);
	*account = db_next(s) ? get_int(s) : 0;
	return db_end_one(s);
}

static enum rc
add_for(struct db *db, const struct query *q, const unsigned char hash[HASH_SIZE],
    int64_t account, int64_t expires)
{
	struct stmt	*s = db_start(db, q);

	put_bytes(s, whole(hash));
	put_int(s, account);
	put_int(s, expires);
	return db_end(s);
}

/* --- the second factor ------------------------------------------------------------ */

enum rc
totp_read(struct db *db, struct arena *a, int64_t account, struct totp *t)
{
	struct stmt	*s = db_start(db, &one_totp);

	put_int(s, account);
	if (db_next(s)) {
		t->secret = arena_bytes(a, get_bytes(s));
		t->step = get_int(s);
		t->created = get_int(s);
	}
	return db_end_one(s);
}

enum rc
totp_since(struct db *db, int64_t account, int64_t *since)
{
	struct stmt	*s = db_start(db, &since_totp);

	put_int(s, account);
	*since = db_next(s) ? get_int(s) : 0;
	return db_end(s);
}

enum rc
totp_insert(struct db *db, int64_t account, const struct totp *t)
{
	struct stmt	*s = db_start(db, &add_totp);

	put_int(s, account);
	put_bytes(s, t->secret);
	put_int(s, t->step);
	put_int(s, t->created);
	return db_end(s);
}

enum rc
totp_take(struct db *db, int64_t account, int64_t step)
{
	struct stmt	*s = db_start(db, &take_totp);

	put_int(s, account);
	put_int(s, step);
	return db_end_changed(s);
}

enum rc
totp_remove(struct db *db, int64_t account)
{
	return do_of(db, &drop_totp, account);
}

enum rc
backup_add(struct db *db, int64_t account, const unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &add_backup);

	put_int(s, account);
	put_bytes(s, whole(hash));
	return db_end(s);
}

enum rc
backup_use(struct db *db, int64_t account, const unsigned char hash[HASH_SIZE], int64_t now)
{
	struct stmt	*s = db_start(db, &use_backup);

	put_int(s, account);
	put_bytes(s, whole(hash));
	put_int(s, now);
	return db_end_changed(s);
}

enum rc
backup_count(struct db *db, int64_t account, int64_t *left)
{
	return number_of(db, &count_backup, account, left);
}

enum rc
backup_remove(struct db *db, int64_t account)
{
	return do_of(db, &drop_backup, account);
}

/* --- half sessions ------------------------------------------------------------------ */

enum rc
half_add(struct db *db, const unsigned char hash[HASH_SIZE], int64_t account, int64_t expires)
{
	return add_for(db, &add_half, hash, account, expires);
}

enum rc
half_read(struct db *db, const unsigned char hash[HASH_SIZE], int64_t now, int64_t *account)
{
	return owner_of(db, &one_half, hash, now, account);
}

enum rc
half_remove(struct db *db, const unsigned char hash[HASH_SIZE])
{
	struct stmt	*s = db_start(db, &drop_half);

	put_bytes(s, whole(hash));
	return db_end(s);
}

enum rc
half_sweep(struct db *db, int64_t now)
{
	return do_of(db, &sweep_half, now);
}

/* --- invitations ----------------------------------------------------------------------- */

enum rc
invite_add(struct db *db, const unsigned char hash[HASH_SIZE], int64_t account, int64_t expires)
{
	enum rc	 rc = do_of(db, &drop_invite, account);

	return rc == RC_OK ? add_for(db, &add_invite, hash, account, expires) : rc;
}

enum rc
invite_read(struct db *db, const unsigned char hash[HASH_SIZE], int64_t now, int64_t *account)
{
	return owner_of(db, &one_invite, hash, now, account);
}

enum rc
invite_remove(struct db *db, int64_t account)
{
	return do_of(db, &drop_invite, account);
}

enum rc
invite_waits(struct db *db, int64_t account, int64_t *expires)
{
	return number_of(db, &invite_of, account, expires);
}

const struct query *const signin_queries[] = {
	&one_totp, &since_totp, &add_totp, &take_totp, &drop_totp, &add_backup, &use_backup,
	&count_backup, &drop_backup, &add_half, &one_half, &drop_half, &sweep_half, &add_invite,
	&one_invite, &invite_of, &drop_invite
};
const size_t signin_nqueries = COUNT(signin_queries);

/* account_store.h: how accounts are kept.  Passwords never leave by struct account. */
#ifndef STORE_ACCOUNT_STORE_H
#define STORE_ACCOUNT_STORE_H

#include "domain/account.h"
#include "lib/arena.h"
#include "lib/db.h"

enum rc	 account_by_id(struct db *, struct arena *, int64_t id, struct account *) MUST_USE;
/* With the argon2id hash of its password; "" cannot sign in. */
enum rc	 account_by_login(struct db *, struct arena *, const char *login, struct account *,
	     const char **hash) MUST_USE;

struct account_filter {
	enum role	 role;		/* ROLE_NONE all */
	int64_t		 agency;	/* 0 all */
	bool		 disabled;	/* those disabled instead of those in use */
	const char	*text;		/* in the login or the name; "" all */
	const char	*after;		/* the last login of the page before; "" the first page */
};

/* By login, at most max. */
enum rc	 account_list(struct db *, struct arena *, const struct account_filter *,
	     struct account *out, size_t *n, size_t max) MUST_USE;
enum rc	 account_count(struct db *, int64_t agency, int64_t *n) MUST_USE; /* in use; 0: all */
enum rc	 account_count_admins(struct db *, int64_t *n) MUST_USE;	/* who can sign in */

/* RC_CONFLICT: the login is taken.  Fills in the id. */
enum rc	 account_insert(struct db *, struct account *, const char *hash) MUST_USE;
/* Name, role, agency, unit, e-mail, disabled.  RC_CONFLICT: changed since it was read. */
enum rc	 account_save(struct db *, const struct account *) MUST_USE;
enum rc	 account_save_password(struct db *, int64_t id, const char *hash, bool renew) MUST_USE;
enum rc	 account_save_strong(struct db *, int64_t id, bool) MUST_USE;
enum rc	 account_save_pact(struct db *, int64_t id, int64_t version) MUST_USE;

struct account_past {
	int64_t		 at;
	const char	*by;		/* the name of who did it, "" the system */
	const char	*data;
};

/* What was changed of an account, newest first. */
enum rc	 account_history(struct db *, struct arena *, int64_t id, struct account_past *out,
	     size_t *n, size_t max) MUST_USE;
/* When an admin last took the second factor off; at is 0 where none did. */
enum rc	 account_factor_past(struct db *, struct arena *, int64_t id,
	     struct account_past *) MUST_USE;
/* Open assignments of an agency: what stays when somebody goes. */
enum rc	 account_open_work(struct db *, int64_t agency, int64_t *n) MUST_USE;

extern const struct query *const account_queries[];
extern const size_t account_nqueries;

#endif

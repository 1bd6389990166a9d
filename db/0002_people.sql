-- 0002: who signs in.

CREATE TABLE account (
	id        INTEGER PRIMARY KEY,
	login     TEXT    NOT NULL UNIQUE,      -- lower case
	name      TEXT    NOT NULL,
	role      TEXT    NOT NULL CHECK (role IN ('call_taker', 'dispatcher',
	                  'supervisor', 'opd_operator', 'responder', 'opd_head',
	                  'verifier', 'executive', 'auditor', 'admin')),
	agency    INTEGER REFERENCES agency,
	unit      INTEGER REFERENCES unit,
	email     TEXT    NOT NULL DEFAULT '',
	password  TEXT    NOT NULL DEFAULT '',  -- argon2id; empty: cannot sign in
	renew     INTEGER NOT NULL DEFAULT 0 CHECK (renew IN (0, 1)),
	disabled_at INTEGER NOT NULL DEFAULT 0,
	created_at INTEGER NOT NULL,
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX account_agency ON account (agency, login);

CREATE TABLE session (
	hash      BLOB    NOT NULL PRIMARY KEY, -- of the cookie's value
	account   INTEGER NOT NULL REFERENCES account,
	csrf      TEXT    NOT NULL,
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of ON session (account);
CREATE INDEX session_end ON session (expires_at);

-- Failed tries, by account and by address: the key is a keyed hash of either.
CREATE TABLE throttle (
	key       BLOB    NOT NULL PRIMARY KEY,
	fails     INTEGER NOT NULL,
	until     INTEGER NOT NULL,
	last_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX throttle_old ON throttle (last_at);

PRAGMA user_version = 2;

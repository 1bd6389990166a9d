-- 0005: how people sign in: second factor, invitations, the pact, devices.

-- Both are read with every page: whether a sign-in needs a code, and which
-- version of the integrity pact its owner has signed.
ALTER TABLE account ADD COLUMN strong INTEGER NOT NULL DEFAULT 0 CHECK (strong IN (0, 1));
ALTER TABLE account ADD COLUMN pact INTEGER NOT NULL DEFAULT 0;

ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';  -- "Chrome, Android"

CREATE TABLE totp (
	account   INTEGER PRIMARY KEY REFERENCES account,
	secret    BLOB    NOT NULL,             -- sealed for "totp:<account>"
	step      INTEGER NOT NULL,             -- of the last code taken: each is good once
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE backup_code (
	account   INTEGER NOT NULL REFERENCES account,
	hash      BLOB    NOT NULL,             -- keyed
	used_at   INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

-- The password was right, the code is still to come.  No session: whoever
-- reads sessions cannot take one for the other.
CREATE TABLE half_session (
	hash      BLOB    NOT NULL PRIMARY KEY, -- of the cookie's value
	account   INTEGER NOT NULL REFERENCES account,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX half_session_of ON half_session (account);
CREATE INDEX half_session_end ON half_session (expires_at);

-- A code with which somebody chooses the account's password, once.
CREATE TABLE invite (
	hash      BLOB    NOT NULL PRIMARY KEY, -- keyed
	account   INTEGER NOT NULL UNIQUE REFERENCES account,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX invite_end ON invite (expires_at);

PRAGMA user_version = 5;

-- 0014: the call desk: calls that are being taken down, and each person's own keys.

-- A form that was begun and not sent: sealed, because who calls is in it.  It
-- ends with the call.  Left for some minutes it becomes a ticket, or a call to
-- be called back; then only the token stays, for a day, so that a form that
-- comes late finds what was made of it.
CREATE TABLE draft (
	id        INTEGER PRIMARY KEY,
	token     TEXT    NOT NULL UNIQUE,      -- of the form
	account   INTEGER NOT NULL REFERENCES account,
	sealed    BLOB,                         -- the form; NULL: it became something
	rang_at   INTEGER NOT NULL,
	saved_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_of ON draft (account, rang_at) WHERE sealed IS NOT NULL;
CREATE INDEX draft_left ON draft (saved_at) WHERE sealed IS NOT NULL;
CREATE INDEX draft_over ON draft (saved_at) WHERE sealed IS NULL;

-- What a person chose otherwise than usual: "send" is "Ctrl+Enter".
CREATE TABLE desk_key (
	account   INTEGER NOT NULL REFERENCES account,
	action    TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 24),
	code      TEXT    NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
	PRIMARY KEY (account, action),
	UNIQUE (account, code)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 14;

-- 0018: machines that speak to us, and what the telephone exchange says of calls.

-- An exchange, or a gateway of short messages.  Its secret signs what it says.
CREATE TABLE gateway (
	id        INTEGER PRIMARY KEY,
	code      TEXT    NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
	kind      TEXT    NOT NULL CHECK (kind IN ('phone', 'text')),
	sealed    BLOB    NOT NULL,             -- the secret
	allowed   INTEGER NOT NULL DEFAULT 1 CHECK (allowed IN (0, 1)),
	added_at  INTEGER NOT NULL,
	seen_at   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was said, by the sender's own id: said again, it is answered again, and
-- nothing else happens.  Forgotten after some days.
CREATE TABLE inbound (
	gateway   INTEGER NOT NULL REFERENCES gateway,
	name      TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
	hash      BLOB    NOT NULL,             -- of the whole message
	answer    TEXT    NOT NULL,
	at        INTEGER NOT NULL,
	PRIMARY KEY (gateway, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbound_over ON inbound (at);

-- Where a call's times are from: 0 whoever took it, 1 the exchange, 2 its
-- records, read in later.
ALTER TABLE call ADD COLUMN timed INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1, 2));
CREATE INDEX call_timed ON call (rang_at, answered_at) WHERE timed = 1;

-- What the exchange says of a call.  Its words come in any order and more than
-- once: each time stands in a column of its own, and the call is what they say
-- together.
CREATE TABLE ring (
	id        INTEGER PRIMARY KEY,
	gateway   INTEGER NOT NULL REFERENCES gateway,
	name      TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
	call      INTEGER NOT NULL UNIQUE REFERENCES call,
	extension TEXT    NOT NULL DEFAULT '',
	sealed    BLOB,                         -- where the recording lies
	rang_at   INTEGER NOT NULL DEFAULT 0,
	answered_at INTEGER NOT NULL DEFAULT 0,
	ended_at  INTEGER NOT NULL DEFAULT 0,
	left_at   INTEGER NOT NULL DEFAULT 0,   -- the caller gave up
	UNIQUE (gateway, name)
) STRICT;

-- Who sits at which telephone, for a shift.
CREATE TABLE seat (
	account   INTEGER PRIMARY KEY REFERENCES account,
	extension TEXT    NOT NULL UNIQUE CHECK (length(extension) BETWEEN 1 AND 16),
	line      TEXT    NOT NULL DEFAULT '' CHECK (length(line) <= 32),
	until     INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 18;

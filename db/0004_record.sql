-- 0004: what happened, what is attached, what is to be sent.

-- Events only grow.  Each carries the hash of the one before it.
CREATE TABLE event (
	id        INTEGER PRIMARY KEY,
	at        INTEGER NOT NULL,
	ticket    INTEGER NOT NULL DEFAULT 0,
	life      TEXT    NOT NULL DEFAULT '',  -- whose state it is about
	object    INTEGER NOT NULL DEFAULT 0,   -- the row of that life
	act       TEXT    NOT NULL,
	before    TEXT    NOT NULL DEFAULT '',
	after     TEXT    NOT NULL DEFAULT '',
	actor     INTEGER NOT NULL DEFAULT 0,
	role      TEXT    NOT NULL,
	agency    INTEGER NOT NULL DEFAULT 0,   -- of the actor
	behalf    INTEGER NOT NULL DEFAULT 0,   -- the agency acted for
	public    INTEGER NOT NULL DEFAULT 0 CHECK (public IN (0, 1)),
	note      TEXT    NOT NULL DEFAULT '',
	data      TEXT    NOT NULL DEFAULT '',  -- JSON or a word: what else changed
	hash      BLOB    NOT NULL
) STRICT;

CREATE INDEX event_of ON event (ticket, id) WHERE ticket <> 0;
CREATE INDEX event_account ON event (object, id) WHERE act = 'account';

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are not changed'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are not removed'); END;

CREATE TABLE attachment (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	event     INTEGER NOT NULL REFERENCES event,
	name      TEXT    NOT NULL UNIQUE,      -- random; the file's name in the data folder
	type      TEXT    NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
	size      INTEGER NOT NULL,
	digest    BLOB    NOT NULL,
	public    INTEGER NOT NULL DEFAULT 0 CHECK (public IN (0, 1)),
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX attachment_of ON attachment (ticket, id);
CREATE INDEX attachment_event ON attachment (event);
CREATE INDEX attachment_digest ON attachment (digest);

CREATE TABLE outbox (
	id        INTEGER PRIMARY KEY,
	kind      TEXT    NOT NULL,             -- which letter: "receipt", "moved", "assigned", "alarm"
	ticket    INTEGER NOT NULL REFERENCES ticket,
	reporter  INTEGER NOT NULL DEFAULT 0,   -- to whom: a reporter ...
	agency    INTEGER NOT NULL DEFAULT 0,   -- ... or an agency's duty desk
	event     INTEGER NOT NULL DEFAULT 0,
	state     TEXT    NOT NULL DEFAULT 'waiting'
	          CHECK (state IN ('waiting', 'sent', 'dead')),
	due_at    INTEGER NOT NULL,             -- also: until when a worker holds it
	lease     TEXT    NOT NULL DEFAULT '',
	tries     INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX outbox_next ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_lease ON outbox (lease) WHERE state = 'waiting' AND lease <> '';
CREATE INDEX outbox_dead ON outbox (ended_at) WHERE state = 'dead';

PRAGMA user_version = 4;

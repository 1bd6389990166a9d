-- 0009: the record, looked through and walked again.

-- Who asks what somebody did asks for a few rows of millions.
CREATE INDEX event_actor ON event (actor, id) WHERE actor <> 0;

-- What touches accounts or personal data is rare, and is what an auditor asks
-- for first.  The same acts stand in domain/audit.c; a test holds them equal.
CREATE INDEX event_care ON event (act, id) WHERE act IN ('account', 'sign_in', 'pact', 'session',
	'totp', 'open_identity', 'read', 'rotate', 'subject', 'erase', 'breach', 'export');

-- How far the chain was walked: 1 with what is new, 2 all of it, over and over.
CREATE TABLE chain_check (
	id        INTEGER PRIMARY KEY CHECK (id IN (1, 2)),
	upto      INTEGER NOT NULL DEFAULT 0,   -- the last event that was good
	head      BLOB    NOT NULL,             -- and its hash
	at        INTEGER NOT NULL DEFAULT 0,   -- when the end was last reached
	fault     TEXT    NOT NULL DEFAULT ''   -- what is wrong with the next one
	          CHECK (fault IN ('', 'hash', 'gap', 'order', 'removed')),
	mailed_at INTEGER NOT NULL DEFAULT 0    -- 1 only: when the head was last mailed
) STRICT;

INSERT INTO chain_check (id, head) VALUES (1, zeroblob(32)), (2, zeroblob(32));

PRAGMA user_version = 9;

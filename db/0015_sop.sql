-- 0015: sop: what must be safe before anybody works, and the versions of a card.

-- "PLN sudah memadamkan listrik?": asked with the ticket by its card, in the
-- version that was used; shown to every agency on the ticket with who said so.
CREATE TABLE interlock (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	card      TEXT    NOT NULL,
	version   INTEGER NOT NULL,             -- of the card
	no        INTEGER NOT NULL,
	asked     TEXT    NOT NULL,
	agency    INTEGER NOT NULL DEFAULT 0,   -- meant to answer; 0: whoever is there
	state     TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'waived')),
	actor     INTEGER NOT NULL DEFAULT 0,   -- who answered last
	role      TEXT    NOT NULL DEFAULT '',
	actor_agency INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL DEFAULT 0,
	revision  INTEGER NOT NULL DEFAULT 1,
	UNIQUE (ticket, card, no)
) STRICT;

CREATE INDEX interlock_open ON interlock (ticket) WHERE state = 'open';

-- A card being written: "card" has only what is, or was, in force.
CREATE TABLE sop_draft (
	id        INTEGER PRIMARY KEY,
	code      TEXT    NOT NULL,
	version   INTEGER NOT NULL,             -- the one it becomes
	title     TEXT    NOT NULL,
	body      TEXT    NOT NULL,             -- JSON, as in db/data/sop.json
	state     TEXT    NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'in_force',
	                  'dropped')),
	author    INTEGER NOT NULL,
	written_at INTEGER NOT NULL,
	submitted_at INTEGER NOT NULL DEFAULT 0,
	approver  INTEGER NOT NULL DEFAULT 0,
	approver_role TEXT NOT NULL DEFAULT '',
	approver_agency INTEGER NOT NULL DEFAULT 0,
	approved_at INTEGER NOT NULL DEFAULT 0,
	starts_at INTEGER NOT NULL DEFAULT 0,   -- 0: nobody has said when
	revision  INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX sop_draft_one ON sop_draft (code)
	WHERE state IN ('draft', 'submitted', 'approved');
CREATE INDEX sop_draft_of ON sop_draft (code, id);
CREATE INDEX sop_draft_starts ON sop_draft (starts_at) WHERE state = 'approved' AND starts_at <> 0;

PRAGMA user_version = 15;

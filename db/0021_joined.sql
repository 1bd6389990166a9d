-- 0021: joined: a disaster that is proposed, and what a merge brings along.

-- By an answer of an SOP card, by the type or the taker (P0), or by hand: it rings
-- at the supervisors until one of them accepts or declines.  Who did is an event.
CREATE TABLE disaster (
	ticket    INTEGER NOT NULL PRIMARY KEY REFERENCES ticket,
	state     TEXT    NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined')),
	because   TEXT    NOT NULL DEFAULT '',  -- "SOP-04, 5: >= 5 rumah"; '' its priority
	usual     INTEGER NOT NULL CHECK (usual BETWEEN 0 AND 5),   -- its priority otherwise
	proposed_at INTEGER NOT NULL,
	alarm_at  INTEGER NOT NULL DEFAULT 0,   -- 0: it does not ring
	alarms    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX disaster_alarm ON disaster (alarm_at) WHERE alarm_at <> 0;
CREATE INDEX disaster_waits ON disaster (proposed_at) WHERE state = 'proposed';

-- A key that answers a question may be the one that takes a usual type: they
-- never meet.  What meets is checked where keys are chosen.
CREATE TABLE desk_key_new (
	account   INTEGER NOT NULL REFERENCES account,
	action    TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 24),
	code      TEXT    NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
	PRIMARY KEY (account, action)
) STRICT, WITHOUT ROWID;
INSERT INTO desk_key_new (account, action, code) SELECT account, action, code FROM desk_key;
DROP TABLE desk_key;
ALTER TABLE desk_key_new RENAME TO desk_key;

PRAGMA user_version = 21;

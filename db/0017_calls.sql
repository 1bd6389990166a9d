-- 0017: calls that are no incident: looked through, re-typed, called back; hang-ups in a burst.

-- The list of calls, newest first, by what it may be asked for.
CREATE INDEX call_newest ON call (rang_at);
CREATE INDEX call_of_taker ON call (taker, rang_at);
CREATE INDEX call_type ON call (type, rang_at);
CREATE INDEX call_noted ON call (rang_at) WHERE note <> '';
CREATE INDEX call_recall ON call (phone, rang_at) WHERE state = 'callback_queue';
-- Calls that nobody spoke in; few lines, and a window of minutes.
CREATE INDEX call_hangup ON call (rang_at, line) WHERE type IN ('dropped', 'ghost');
CREATE INDEX event_call ON event (object, id) WHERE life = 'call';

-- A number to be called back: one row, however often it called.  Its hash goes
-- with the row's end; the number itself is sealed in its calls.
CREATE TABLE recall (
	id        INTEGER PRIMARY KEY,
	phone     BLOB,                         -- keyed hash; NULL: over
	call      INTEGER NOT NULL REFERENCES call,    -- the last one
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	urgent    INTEGER NOT NULL CHECK (urgent IN (0, 1)),
	why       TEXT    NOT NULL DEFAULT '' CHECK (why IN ('', 'ticket', 'words')),
	calls     INTEGER NOT NULL DEFAULT 1,
	first_at  INTEGER NOT NULL,             -- since when somebody waits
	last_at   INTEGER NOT NULL,
	due_at    INTEGER NOT NULL,             -- the next try
	tries     INTEGER NOT NULL DEFAULT 0,
	holder    INTEGER NOT NULL DEFAULT 0,   -- who is calling ...
	held_until INTEGER NOT NULL DEFAULT 0,  -- ... and how long nobody else may
	alarm_at  INTEGER NOT NULL DEFAULT 0,   -- 0: none
	outcome   TEXT    NOT NULL DEFAULT '' CHECK (outcome IN ('', 'reached', 'no_answer',
	                  'wrong_number', 'not_needed')),
	ended_at  INTEGER NOT NULL DEFAULT 0,
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX recall_once ON recall (phone) WHERE open = 1;
CREATE INDEX recall_order ON recall (urgent, first_at, id) WHERE open = 1;
CREATE INDEX recall_alarm ON recall (alarm_at) WHERE open = 1;

-- A supervisor says that a call was an incident: it is one once its form is sent.
CREATE TABLE call_fix (
	call      INTEGER PRIMARY KEY REFERENCES call,
	account   INTEGER NOT NULL,
	note      TEXT    NOT NULL,             -- why
	at        INTEGER NOT NULL
) STRICT;

-- A form about calls that was sent: sent again it changes nothing.  For a day.
CREATE TABLE call_done (
	token     TEXT    NOT NULL PRIMARY KEY,
	call      INTEGER NOT NULL,
	at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX call_done_at ON call_done (at);

-- Many hang-ups at once: something large has happened, or the lines are broken.
CREATE TABLE burst (
	id        INTEGER PRIMARY KEY,
	line      TEXT    NOT NULL DEFAULT '',  -- '' the city's
	calls     INTEGER NOT NULL,             -- at its height
	minutes   INTEGER NOT NULL,
	began_at  INTEGER NOT NULL,
	last_at   INTEGER NOT NULL,             -- the last hang-up counted
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	ended_at  INTEGER NOT NULL DEFAULT 0,
	ended_by  INTEGER NOT NULL DEFAULT 0,
	note      TEXT    NOT NULL DEFAULT ''   -- what it was, by whoever looked
) STRICT;

CREATE UNIQUE INDEX burst_open ON burst (line) WHERE open = 1;
CREATE INDEX burst_last ON burst (line, last_at);

PRAGMA user_version = 17;

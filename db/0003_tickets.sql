-- 0003: calls, tickets, reporters, assignments, units at work.

-- The last number given out: "E26", "C26".
CREATE TABLE counter (
	name      TEXT    NOT NULL PRIMARY KEY,
	value     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Grows with each change an agency can see (0: the whole city).  Screens poll it.
CREATE TABLE pulse (
	agency    INTEGER NOT NULL PRIMARY KEY,
	value     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
	id        INTEGER PRIMARY KEY,
	number    TEXT    NOT NULL UNIQUE,
	token     TEXT    NOT NULL UNIQUE,      -- of the form; a second click is no second ticket
	voice     TEXT    NOT NULL,
	track     INTEGER NOT NULL CHECK (track IN (1, 2)),
	state     TEXT    NOT NULL,
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	since     INTEGER NOT NULL,             -- when the state began
	category  INTEGER NOT NULL REFERENCES category,
	priority  INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 5),
	lead      INTEGER NOT NULL REFERENCES agency,
	title     TEXT    NOT NULL,
	detail    TEXT    NOT NULL DEFAULT '',
	place     TEXT    NOT NULL DEFAULT '',
	area      TEXT    NOT NULL DEFAULT '',  -- a village's code; '' unknown
	lat       INTEGER NOT NULL DEFAULT 0,
	lon       INTEGER NOT NULL DEFAULT 0,
	cell      INTEGER NOT NULL DEFAULT 0,   -- of a grid of about 550 m; 0 unknown
	channel   TEXT    NOT NULL CHECK (channel IN ('call', 'web', 'api', 'walk_in',
	                  'whatsapp', 'paper', 'agency')),
	privacy   TEXT    NOT NULL CHECK (privacy IN ('public', 'anonymous', 'confidential')),
	display   INTEGER NOT NULL CHECK (display IN (0, 1, 2)),
	published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)),
	reporters INTEGER NOT NULL DEFAULT 1,
	bounces   INTEGER NOT NULL DEFAULT 0,   -- how often an agency said it is not its own
	happened_at INTEGER NOT NULL,
	recorded_at INTEGER NOT NULL,
	due_at    INTEGER NOT NULL DEFAULT 0,   -- of the state it is in; 0: none
	until     INTEGER NOT NULL DEFAULT 0,   -- scheduled for, on hold until
	alarm_at  INTEGER NOT NULL DEFAULT 0,   -- the triage desk's next alarm; 0: none
	merged    INTEGER NOT NULL DEFAULT 0,   -- into which ticket
	parent    INTEGER NOT NULL DEFAULT 0,
	rating    INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
	version   INTEGER NOT NULL DEFAULT 1,
	CHECK (track = 1 AND state IN ('new', 'routed', 'handling', 'under_control',
	       'resolved', 'closed', 'reopened', 'merged', 'cancelled', 'false_alarm')
	    OR track = 2 AND state IN ('received', 'needs_info', 'verified', 'assigned',
	       'in_progress', 'scheduled', 'on_hold', 'awaiting_validation', 'resolved',
	       'disputed', 'closed', 'duplicate', 'not_ours', 'declined', 'withdrawn',
	       'archived')),
	CHECK (place <> '' OR area <> '' OR lat <> 0)
) STRICT;

CREATE UNIQUE INDEX ticket_voice ON ticket (voice) WHERE open = 1;
CREATE INDEX ticket_open ON ticket (track, priority, recorded_at, open) WHERE open = 1;
CREATE INDEX ticket_state ON ticket (state, due_at, id) WHERE open = 1 OR state = 'resolved';
CREATE INDEX ticket_open_area ON ticket (area, recorded_at) WHERE open = 1;
CREATE INDEX ticket_open_cell ON ticket (cell, recorded_at) WHERE open = 1 AND cell <> 0;
CREATE INDEX ticket_public ON ticket (recorded_at, id) WHERE published = 1;
CREATE INDEX ticket_public_area ON ticket (area, recorded_at, id) WHERE published = 1;
CREATE INDEX ticket_public_category ON ticket (category, recorded_at, id) WHERE published = 1;
CREATE INDEX ticket_alarm ON ticket (alarm_at) WHERE alarm_at <> 0;
CREATE INDEX ticket_day ON ticket (recorded_at, open);
CREATE INDEX ticket_merged ON ticket (merged) WHERE merged <> 0;

-- One person's report of a ticket.  Who it is, is sealed; '' nothing was given.
CREATE TABLE reporter (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	origin    INTEGER NOT NULL REFERENCES ticket,  -- where it was before a merge
	call      INTEGER NOT NULL DEFAULT 0,
	channel   TEXT    NOT NULL,
	privacy   TEXT    NOT NULL CHECK (privacy IN ('public', 'anonymous', 'confidential')),
	sealed    BLOB,                         -- JSON {name, phone, email, nik}
	phone     BLOB,                         -- keyed hash, for look-up
	code      BLOB    NOT NULL UNIQUE,      -- keyed hash of the tracking code
	mail      INTEGER NOT NULL DEFAULT 0 CHECK (mail IN (0, 1)),  -- wants letters
	lang      TEXT    NOT NULL DEFAULT 'id',
	words     TEXT    NOT NULL DEFAULT '',  -- what this one added
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX reporter_of ON reporter (ticket, id);
CREATE INDEX reporter_phone ON reporter (phone, at) WHERE phone IS NOT NULL;

CREATE TABLE call (
	id        INTEGER PRIMARY KEY,
	token     TEXT    NOT NULL UNIQUE,
	state     TEXT    NOT NULL CHECK (state IN ('ringing', 'answered', 'missed',
	                  'callback_queue', 'called_back', 'closed')),
	type      TEXT    NOT NULL DEFAULT '' CHECK (type IN ('', 'emergency', 'complaint',
	                  'information', 'prank', 'ghost', 'wrong_number', 'test', 'dropped')),
	sealed    BLOB,                         -- the number
	phone     BLOB,                         -- keyed hash
	line      TEXT    NOT NULL DEFAULT '',
	taker     INTEGER NOT NULL DEFAULT 0,
	ticket    INTEGER NOT NULL DEFAULT 0,
	note      TEXT    NOT NULL DEFAULT '',
	rang_at   INTEGER NOT NULL,
	answered_at INTEGER NOT NULL DEFAULT 0,
	closed_at INTEGER NOT NULL DEFAULT 0,
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX call_day ON call (rang_at, type);
CREATE INDEX call_phone ON call (phone, rang_at) WHERE phone IS NOT NULL;
CREATE INDEX call_open ON call (state, rang_at) WHERE state <> 'closed';
CREATE INDEX call_ticket ON call (ticket) WHERE ticket <> 0;

CREATE TABLE answer (                           -- of an SOP card's question
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	card      TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	question  INTEGER NOT NULL,
	asked     TEXT    NOT NULL,
	said      TEXT    NOT NULL,
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX answer_of ON answer (ticket, id);

CREATE TABLE assignment (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	agency    INTEGER NOT NULL REFERENCES agency,
	lead      INTEGER NOT NULL CHECK (lead IN (0, 1)),
	state     TEXT    NOT NULL CHECK (state IN ('sent', 'seen', 'accepted', 'unit_sent',
	                  'on_scene', 'done', 'rejected', 'transferred', 'not_needed')),
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	priority  INTEGER NOT NULL,
	due_at    INTEGER NOT NULL,             -- the next limit; the list is ordered by it
	ack_due   INTEGER NOT NULL DEFAULT 0,
	arrive_due INTEGER NOT NULL DEFAULT 0,
	finish_due INTEGER NOT NULL DEFAULT 0,
	sent_at   INTEGER NOT NULL,
	seen_at   INTEGER NOT NULL DEFAULT 0,
	accepted_at INTEGER NOT NULL DEFAULT 0,
	unit_at   INTEGER NOT NULL DEFAULT 0,
	arrived_at INTEGER NOT NULL DEFAULT 0,
	ended_at  INTEGER NOT NULL DEFAULT 0,
	alarm_at  INTEGER NOT NULL DEFAULT 0,   -- the next alarm; 0: none
	alarms    INTEGER NOT NULL DEFAULT 0,
	units     TEXT    NOT NULL DEFAULT '',  -- their codes, for the list
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX assignment_lead ON assignment (ticket) WHERE lead = 1 AND open = 1;
CREATE UNIQUE INDEX assignment_once ON assignment (ticket, agency) WHERE open = 1;
CREATE INDEX assignment_of ON assignment (ticket, id);
CREATE INDEX assignment_work ON assignment (agency, priority, due_at, id, accepted_at, open)
	WHERE open = 1;
CREATE INDEX assignment_city ON assignment (priority, due_at, id, accepted_at, open, lead)
	WHERE open = 1 AND lead = 1;
CREATE INDEX assignment_ended ON assignment (agency, ended_at) WHERE open = 0;
CREATE INDEX assignment_ended_city ON assignment (ended_at) WHERE open = 0 AND lead = 1;
CREATE INDEX assignment_mine ON assignment (agency, ticket);
CREATE INDEX assignment_alarm ON assignment (alarm_at) WHERE alarm_at <> 0;

CREATE TABLE run (                              -- one unit's part of an assignment
	id        INTEGER PRIMARY KEY,
	assignment INTEGER NOT NULL REFERENCES assignment,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	unit      INTEGER NOT NULL REFERENCES unit,
	state     TEXT    NOT NULL CHECK (state IN ('alerted', 'ready', 'en_route', 'on_scene',
	                  'at_patient', 'to_hospital', 'at_hospital', 'done', 'stood_down')),
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	alerted_at INTEGER NOT NULL,
	departed_at INTEGER NOT NULL DEFAULT 0,
	arrived_at INTEGER NOT NULL DEFAULT 0,
	ended_at  INTEGER NOT NULL DEFAULT 0,
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX run_of ON run (ticket, id);
CREATE INDEX run_assignment ON run (assignment, open);
CREATE UNIQUE INDEX run_once ON run (assignment, unit) WHERE open = 1;
CREATE INDEX run_unit ON run (unit, open);

PRAGMA user_version = 3;

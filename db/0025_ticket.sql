-- 0025: a ticket's ways beyond its agencies: handed off, ruled on, under a major incident.

-- Given to a body that is not the city's: who took it there, when, under what number.
CREATE TABLE handoff (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	token     TEXT    NOT NULL UNIQUE,      -- of the form
	giver     INTEGER NOT NULL DEFAULT 0,   -- the agency that handed it off; 0: the desk
	agency    INTEGER NOT NULL DEFAULT 0,   -- one that is known ...
	name      TEXT    NOT NULL DEFAULT '',  -- ... or any other
	way       TEXT    NOT NULL CHECK (way IN ('phone', 'radio', 'message', 'letter', 'person')),
	taker     TEXT    NOT NULL DEFAULT '',  -- who took it; '' forgotten
	reference TEXT    NOT NULL DEFAULT '',  -- their number
	at        INTEGER NOT NULL,             -- when it was handed off
	ask_at    INTEGER NOT NULL,             -- until when they should have answered
	remind_at INTEGER NOT NULL DEFAULT 0,   -- when we are told to ask again; 0: not any more
	reminders INTEGER NOT NULL DEFAULT 0,
	state     TEXT    NOT NULL DEFAULT 'waiting'
	          CHECK (state IN ('waiting', 'answered', 'closed')),
	said_at   INTEGER NOT NULL DEFAULT 0,   -- when they last answered
	version   INTEGER NOT NULL DEFAULT 1,
	CHECK (agency <> 0 OR name <> '')
) STRICT;

CREATE INDEX handoff_of ON handoff (ticket, id);
CREATE INDEX handoff_due ON handoff (remind_at) WHERE remind_at <> 0;
CREATE INDEX handoff_kept ON handoff (at) WHERE taker <> '';

-- Whose it is, when two agencies said: not ours.  One open case for a ticket.
CREATE TABLE court (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	at        INTEGER NOT NULL,             -- when it came before the arbiter
	appeal    INTEGER NOT NULL DEFAULT 0,   -- the agency that has it and objects; 0: nobody does
	ended_at  INTEGER NOT NULL DEFAULT 0,
	agency    INTEGER NOT NULL DEFAULT 0,   -- whose it is
	rule      INTEGER NOT NULL DEFAULT 0    -- the routing row it became; 0: this case only
) STRICT;

CREATE UNIQUE INDEX court_open ON court (ticket) WHERE ended_at = 0;
CREATE INDEX court_queue ON court (at, id) WHERE ended_at = 0;
CREATE INDEX court_of ON court (ticket, id);

-- Those that wait for the supervisor already.
INSERT INTO court (ticket, at)
	SELECT t.id, t.since FROM assignment a CROSS JOIN ticket t ON t.id = a.ticket
	WHERE a.lead = 1 AND a.open = 1 AND t.open = 1 AND t.bounces >= 2
	AND a.agency = (SELECT g.id FROM agency g JOIN setting s ON s.value = g.code
	WHERE s.name = 'triage_agency');

-- The ruling a routing row came from; 0: it was in the data.
ALTER TABLE routing ADD COLUMN court INTEGER NOT NULL DEFAULT 0;

-- A public note lies here for some seconds, until its letters go.  What was taken
-- back stays: nobody outside ever reads it.
CREATE TABLE held (
	event     INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	actor     INTEGER NOT NULL,             -- who may take it back
	until     INTEGER NOT NULL,             -- 0: taken back
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX held_due ON held (until) WHERE until <> 0;
CREATE INDEX held_of ON held (ticket, event);

CREATE INDEX ticket_parent ON ticket (parent, id) WHERE parent <> 0;

-- What is said so often that a key should do.
CREATE TABLE phrase (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL DEFAULT 0,   -- whose; 0: everybody's
	track     INTEGER NOT NULL CHECK (track IN (1, 2)),
	category  TEXT    NOT NULL DEFAULT '',  -- a category's code or a class; '' all
	state     TEXT    NOT NULL DEFAULT '',  -- of the ticket or of the part; '' any
	public    INTEGER NOT NULL CHECK (public IN (0, 1)),
	words     TEXT    NOT NULL CHECK (length(words) BETWEEN 2 AND 200),
	words_en  TEXT    NOT NULL DEFAULT '',
	place     INTEGER NOT NULL,             -- the order they are shown in
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX phrase_for ON phrase (track, place, id) WHERE valid_to = 0;


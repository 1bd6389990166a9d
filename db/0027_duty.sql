-- 0027: who is on duty: shifts, standby, swaps, handing over, too few people.

-- The people of a role, for whoever is to be told.
CREATE INDEX account_role ON account (role, agency, id) WHERE disabled_at = 0;

-- One person, one shift.  Its instants are written out, so that a shift that was
-- planned stays where it was when the city begins its shifts at other hours.
-- A row is never changed but to end: who was taken off was on.
CREATE TABLE duty (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL,             -- 0: the 112 desk
	start     INTEGER NOT NULL,
	until     INTEGER NOT NULL CHECK (until > start),
	account   INTEGER NOT NULL,             -- 0: forgotten
	standby   INTEGER NOT NULL DEFAULT 0 CHECK (standby IN (0, 1)),
	at        INTEGER NOT NULL,
	by        INTEGER NOT NULL,             -- who planned it
	ended_at  INTEGER NOT NULL DEFAULT 0    -- taken off; 0: on
) STRICT;

CREATE UNIQUE INDEX duty_own ON duty (account, start) WHERE ended_at = 0 AND account <> 0;
CREATE INDEX duty_of ON duty (agency, start) WHERE ended_at = 0;
CREATE INDEX duty_old ON duty (until) WHERE account <> 0;

-- How many a shift needs, by the minute of the day it begins at.
CREATE TABLE strength (
	agency    INTEGER NOT NULL,
	minute    INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
	people    INTEGER NOT NULL CHECK (people BETWEEN 0 AND 99),
	at        INTEGER NOT NULL,
	by        INTEGER NOT NULL,
	PRIMARY KEY (agency, minute)
) STRICT, WITHOUT ROWID;

-- Whose swaps need no planner.
CREATE TABLE duty_rule (
	agency    INTEGER PRIMARY KEY,
	auto      INTEGER NOT NULL DEFAULT 0 CHECK (auto IN (0, 1)),
	at        INTEGER NOT NULL,
	by        INTEGER NOT NULL
) STRICT;

-- A shift offered to a colleague.
CREATE TABLE swap (
	id        INTEGER PRIMARY KEY,
	duty      INTEGER NOT NULL,
	agency    INTEGER NOT NULL,
	start     INTEGER NOT NULL,
	giver     INTEGER NOT NULL,
	target    INTEGER NOT NULL DEFAULT 0,   -- 0: anybody
	taker     INTEGER NOT NULL DEFAULT 0,
	state     TEXT    NOT NULL CHECK (state IN
	          ('offered', 'accepted', 'granted', 'refused', 'withdrawn')),
	note      TEXT    NOT NULL DEFAULT '',
	at        INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0,
	ended_by  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX swap_duty ON swap (duty) WHERE state IN ('offered', 'accepted');
CREATE INDEX swap_of ON swap (agency, start) WHERE state IN ('offered', 'accepted');
CREATE INDEX swap_old ON swap (at);

-- What a shift leaves to the next one.
CREATE TABLE handover (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL,
	start     INTEGER NOT NULL,             -- of the shift that ends
	until     INTEGER NOT NULL,             -- and the next begins
	account   INTEGER NOT NULL,
	words     TEXT    NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
	facts     TEXT    NOT NULL DEFAULT '',  -- numbers, as they were when it was signed
	saved_at  INTEGER NOT NULL,
	signed_at INTEGER NOT NULL DEFAULT 0,   -- 0: a draft, of its writer alone
	read_at   INTEGER NOT NULL DEFAULT 0,   -- by the first of the next shift
	UNIQUE (agency, start, account)
) STRICT;

CREATE INDEX handover_open ON handover (agency, until) WHERE signed_at <> 0 AND read_at = 0;
CREATE INDEX handover_of ON handover (agency, id) WHERE signed_at <> 0;
CREATE INDEX handover_old ON handover (saved_at) WHERE words <> '';

CREATE TABLE handover_read (
	handover  INTEGER NOT NULL REFERENCES handover,
	account   INTEGER NOT NULL,
	at        INTEGER NOT NULL,
	PRIMARY KEY (handover, account)
) STRICT, WITHOUT ROWID;

-- Too few, nobody there, a note that nobody reads: rings until it is mended.
CREATE TABLE shortage (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL,
	kind      TEXT    NOT NULL CHECK (kind IN ('short', 'absent', 'unread')),
	about     INTEGER NOT NULL,             -- the shift's start, or the note
	want      INTEGER NOT NULL DEFAULT 0,
	have      INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,             -- when the worker saw it first
	rung_at   INTEGER NOT NULL DEFAULT 0,   -- 0: not yet
	rings     INTEGER NOT NULL DEFAULT 0,
	next_at   INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX shortage_open ON shortage (agency, kind, about) WHERE ended_at = 0;

-- When somebody's screen last said that it is open: the last time alone is kept.
CREATE TABLE seen (
	account   INTEGER PRIMARY KEY,
	at        INTEGER NOT NULL
) STRICT;

-- As in db/data/retention.tsv, behind the crews.
UPDATE retention SET place = place + 3
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'crew');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'duty', 730, s.place + 1,
	'Siapa yang bertugas, untuk evaluasi dan uang lembur',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'crew';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'swap', 365, s.place + 2,
	'Tukar jaga dapat memuat alasan pribadi',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'crew';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'handover', 365, s.place + 3,
	'Catatan serah terima dapat memuat nama',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'crew';

PRAGMA user_version = 27;

-- 0028: steps from the field, replayed once, with the phone's own time and place.

-- One step that somebody made on a phone.  It may have waited there for hours;
-- its token lets it in once, and what became of it is answered again whenever
-- it is sent again.  No words are kept here: they are in the event.
CREATE TABLE field_step (
	id        INTEGER PRIMARY KEY,
	token     TEXT    NOT NULL UNIQUE,      -- of the step, and what it was
	account   INTEGER NOT NULL,
	agency    INTEGER NOT NULL,             -- of the account, then
	ticket    INTEGER NOT NULL REFERENCES ticket,
	life      TEXT    NOT NULL,
	object    INTEGER NOT NULL,
	act       TEXT    NOT NULL,
	outcome   TEXT    NOT NULL CHECK (outcome IN ('done', 'noted', 'refused')),
	rule      INTEGER NOT NULL DEFAULT 0,   -- why refused, where no rival is why
	state     TEXT    NOT NULL DEFAULT '',  -- where the object was instead
	rival     INTEGER NOT NULL DEFAULT 0,   -- the event that was faster
	first     INTEGER NOT NULL DEFAULT 0,   -- the events it made; 0: none
	last      INTEGER NOT NULL DEFAULT 0,
	recorded_at INTEGER NOT NULL,
	happened_at INTEGER NOT NULL,           -- by the phone, as far as it can be believed
	device_at INTEGER NOT NULL DEFAULT 0,   -- what the phone's clock said, by our clock; 0: nothing
	doubt     TEXT    NOT NULL DEFAULT ''
	          CHECK (doubt IN ('', 'ahead', 'before', 'old')),
	-- where the phone was, where its owner said so: whole micro-degrees
	located   INTEGER NOT NULL DEFAULT 0 CHECK (located IN (0, 1)),
	lat       INTEGER NOT NULL DEFAULT 0,
	lon       INTEGER NOT NULL DEFAULT 0,
	accuracy  INTEGER NOT NULL DEFAULT 0    -- metres
) STRICT;

CREATE INDEX field_step_of ON field_step (ticket, id);
CREATE INDEX field_step_kept ON field_step (recorded_at) WHERE located = 1;

-- As in db/data/retention.tsv, behind the breaks.
UPDATE retention SET place = place + 1
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'relief');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'field_place', 90, s.place + 1,
	'Letak petugas pada tiap langkah hanya untuk menilai penanganan',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'relief';

PRAGMA user_version = 28;

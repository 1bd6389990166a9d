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

-- Names of places are corrected, hidden, and given other words by people; those
-- that were learnt from a ticket go with it, or when nobody has called from there.
ALTER TABLE place ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
ALTER TABLE place ADD COLUMN means INTEGER NOT NULL DEFAULT 0;  -- another word for this one
ALTER TABLE place ADD COLUMN ticket INTEGER NOT NULL DEFAULT 0; -- an address: learnt from, last
CREATE INDEX place_used ON place (used_at) WHERE kind = 'address';
CREATE INDEX place_ticket ON place (ticket) WHERE ticket <> 0;
CREATE INDEX place_means ON place (means) WHERE means <> 0;
CREATE INDEX place_of_place ON place_of (place);

CREATE TRIGGER place_gone AFTER DELETE ON place
BEGIN
	UPDATE place_word SET places = places - 1
		WHERE id IN (SELECT word FROM place_of WHERE place = OLD.id);
	DELETE FROM place_of WHERE place = OLD.id;
END;

-- As in db/data/retention.tsv, behind the photos.
UPDATE retention SET place = place + 1
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'photo');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'place', 365, place + 1, 'Alamat dari panggilan lama tidak diperlukan lagi',
	    'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'
	FROM retention WHERE class = 'photo';

PRAGMA user_version = 21;

-- 0011: words that can be forgotten, warnings before a promise is broken, a last letter.

-- What a reporter wrote on the way: an answer, a dispute.  The event keeps only
-- "said:<BLAKE2b of salt and words>".  Once both are gone it tells nothing, and
-- the chain still holds; while they are here they are verified with it.
CREATE TABLE said (
	event     INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL,
	reporter  INTEGER NOT NULL,
	at        INTEGER NOT NULL,
	salt      TEXT,
	words     TEXT,
	CHECK ((salt IS NULL) = (words IS NULL))
) STRICT;

CREATE INDEX said_of ON said (reporter) WHERE words IS NOT NULL;
CREATE INDEX said_kept ON said (at) WHERE words IS NOT NULL;

CREATE TRIGGER said_only_fades BEFORE UPDATE ON said
WHEN NEW.words IS NOT NULL OR NEW.event <> OLD.event OR NEW.ticket <> OLD.ticket
  OR NEW.reporter <> OLD.reporter OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'what was said is forgotten or kept, not changed'); END;
CREATE TRIGGER said_leaves_a_place BEFORE DELETE ON said
BEGIN SELECT RAISE(ABORT, 'what was said leaves a place'); END;

UPDATE retention SET place = place + 1 WHERE place > 8;
INSERT INTO retention (class, days, place, reason, source) VALUES
	('said', 365, 9,
	 'Jawaban dan sanggahan dapat memuat nama; sesudah itu tidak diperlukan',
	 'UU 27/2022 Ps. 16(2)g, 43(1)a; lamanya pilihan kota');

-- 1: a day is left; 2: it is over.  Put down by the worker, then mailed.
ALTER TABLE subject ADD COLUMN warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1, 2));
ALTER TABLE subject ADD COLUMN mailed INTEGER NOT NULL DEFAULT 0 CHECK (mailed IN (0, 1, 2));
ALTER TABLE breach ADD COLUMN warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1, 2));
ALTER TABLE breach ADD COLUMN mailed INTEGER NOT NULL DEFAULT 0 CHECK (mailed IN (0, 1, 2));
CREATE INDEX subject_state ON subject (state, ended_at, id) WHERE open = 0;

-- An address for one letter only, of somebody who is kept no longer.
-- Sealed: "letter:<reporter>:<event>".  It goes when the letter does.
ALTER TABLE outbox ADD COLUMN sealed BLOB;

PRAGMA user_version = 11;

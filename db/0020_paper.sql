-- 0020: paper: numbered sheets for the hours without the system, and what became of each.

CREATE TABLE paper_pack (
	id        INTEGER PRIMARY KEY,
	card      TEXT    NOT NULL DEFAULT '',  -- the SOP card printed on it; '' a general sheet
	first     INTEGER NOT NULL,             -- its lowest number
	sheets    INTEGER NOT NULL CHECK (sheets BETWEEN 1 AND 50),
	actor     INTEGER NOT NULL,             -- who printed it
	at        INTEGER NOT NULL
) STRICT;

-- A number is given out once, and entered once.  Each that was not entered is
-- explained, or stands as a gap.
CREATE TABLE paper_sheet (
	no        INTEGER PRIMARY KEY,
	pack      INTEGER NOT NULL REFERENCES paper_pack,
	state     TEXT    NOT NULL DEFAULT 'open'
	          CHECK (state IN ('open', 'used', 'spoiled', 'unused', 'lost', 'doubled')),
	ticket    INTEGER NOT NULL DEFAULT 0,   -- 'used': what it became, or belongs to
	actor     INTEGER NOT NULL DEFAULT 0,   -- who said so last
	at        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX paper_sheet_of ON paper_sheet (pack, no);

PRAGMA user_version = 20;

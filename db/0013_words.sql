-- 0013: the words callers use for each category, red flags, what the desk takes most.

-- In how many tickets of a category a word stood.  The word is a keyed hash: a name
-- somebody said cannot be read out of here.  Word 0 counts the tickets themselves.
CREATE TABLE vocab (
	word      INTEGER NOT NULL,
	category  INTEGER NOT NULL,
	n         INTEGER NOT NULL,
	PRIMARY KEY (word, category)
) STRICT, WITHOUT ROWID;

-- Incidents taken at the call desk, by day (since 1970, UTC) and category.
CREATE TABLE taken (
	day       INTEGER NOT NULL,
	category  INTEGER NOT NULL,
	n         INTEGER NOT NULL,
	PRIMARY KEY (day, category)
) STRICT, WITHOUT ROWID;

INSERT INTO taken (day, category, n)
	SELECT recorded_at / 86400000, category, COUNT(*) FROM ticket
	WHERE channel = 'call' AND recorded_at >=
	    (SELECT COALESCE(MAX(recorded_at), 0) FROM ticket) - 2592000000
	GROUP BY 1, 2;

-- Words that call for help at once, whatever else is said: domain/red_flag.h.
CREATE TABLE red_flag (
	id        INTEGER PRIMARY KEY,
	words     TEXT    NOT NULL,             -- "tidak|gak napas|nafas,henti napas"
	priority  INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 5),
	category  TEXT    NOT NULL DEFAULT '',  -- the code it proposes, '' none
	card      TEXT    NOT NULL DEFAULT '',  -- the SOP card to open, '' none
	say       TEXT    NOT NULL,             -- what the call taker does and says
	say_en    TEXT    NOT NULL DEFAULT ''
) STRICT;

PRAGMA user_version = 13;

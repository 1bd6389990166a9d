-- 0001: what a city is: settings, agencies, areas, categories, cards, units, holidays.
-- Times are milliseconds since 1970, UTC; valid_to 0 means still in force.

CREATE TABLE setting (
	name      TEXT    NOT NULL PRIMARY KEY,
	value     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agency (
	id        INTEGER PRIMARY KEY,
	code      TEXT    NOT NULL UNIQUE,
	name      TEXT    NOT NULL,
	brief     TEXT    NOT NULL,
	kind      TEXT    NOT NULL,
	standby   TEXT    NOT NULL CHECK (standby IN ('ya', 'piket', 'tidak')),
	duty      TEXT    NOT NULL DEFAULT '',
	email     TEXT    NOT NULL DEFAULT '',
	phone     TEXT    NOT NULL DEFAULT '',
	own       INTEGER NOT NULL CHECK (own IN (0, 1)),
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE area (
	code      TEXT    NOT NULL PRIMARY KEY,
	parent    TEXT    NOT NULL,
	level     INTEGER NOT NULL CHECK (level IN (1, 2, 3)),
	name      TEXT    NOT NULL,
	lat       INTEGER NOT NULL DEFAULT 0,   -- micro-degrees
	lon       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE category (
	id        INTEGER PRIMARY KEY,
	code      TEXT    NOT NULL,
	valid_from INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0,
	name      TEXT    NOT NULL,
	name_en   TEXT    NOT NULL DEFAULT '',
	class     TEXT    NOT NULL,
	words     TEXT    NOT NULL DEFAULT '',
	icon      TEXT    NOT NULL DEFAULT '',
	tile      INTEGER NOT NULL DEFAULT 0,
	track     INTEGER NOT NULL CHECK (track IN (1, 2)),
	priority  INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 5),
	ack       INTEGER NOT NULL CHECK (ack >= 0),
	arrive    INTEGER NOT NULL CHECK (arrive >= 0),
	finish    INTEGER NOT NULL CHECK (finish >= 0),
	office    INTEGER NOT NULL CHECK (office IN (0, 1)),
	radius    INTEGER NOT NULL,
	span      INTEGER NOT NULL,
	display   INTEGER NOT NULL CHECK (display IN (0, 1, 2)),
	sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
	sop       TEXT    NOT NULL DEFAULT '',
	UNIQUE (code, valid_from)
) STRICT;

-- Who leads and who supports; a row with an area is an exception for it.
CREATE TABLE routing (
	id        INTEGER PRIMARY KEY,
	category  INTEGER NOT NULL REFERENCES category,
	area      TEXT    NOT NULL DEFAULT '',
	agency    INTEGER NOT NULL REFERENCES agency,
	lead      INTEGER NOT NULL CHECK (lead IN (0, 1)),
	place     INTEGER NOT NULL,             -- the order agencies are named in
	valid_from INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX routing_of ON routing (category, valid_to, place);

CREATE TABLE card (
	code      TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	title     TEXT    NOT NULL,
	body      TEXT    NOT NULL,             -- JSON, as in db/data/sop.json
	approved  TEXT    NOT NULL DEFAULT '',  -- by whom; empty: a draft
	valid_from INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL REFERENCES agency,
	code      TEXT    NOT NULL UNIQUE,
	name      TEXT    NOT NULL,
	base      TEXT    NOT NULL DEFAULT '',
	crew      INTEGER NOT NULL DEFAULT 0,
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE holiday (
	day       INTEGER NOT NULL PRIMARY KEY, -- days since 1970 in the city's zone
	name      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;

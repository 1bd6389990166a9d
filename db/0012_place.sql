-- 0012: the gazetteer: names of places, the city's boundaries, whom lies beyond them.

-- Streets, landmarks, and what earlier emergencies were called by.  Villages are areas.
CREATE TABLE place (
	id        INTEGER PRIMARY KEY,
	kind      TEXT    NOT NULL CHECK (kind IN ('street', 'landmark', 'address')),
	name      TEXT    NOT NULL,
	folded    TEXT    NOT NULL,             -- domain/gazetteer.h
	area      TEXT    NOT NULL DEFAULT '',  -- a village's code; '' unknown
	lat       INTEGER NOT NULL DEFAULT 0,   -- micro-degrees
	lon       INTEGER NOT NULL DEFAULT 0,
	weight    INTEGER NOT NULL DEFAULT 0 CHECK (weight BETWEEN 0 AND 100),
	used_at   INTEGER NOT NULL DEFAULT 0,   -- an address: when it was last called from
	UNIQUE (folded, area, kind)
) STRICT;

CREATE INDEX place_area ON place (area, folded);

-- The words of folded names, and which names they are in.  Names are never taken away.
CREATE TABLE place_word (
	id        INTEGER PRIMARY KEY,
	word      TEXT    NOT NULL UNIQUE,
	places    INTEGER NOT NULL DEFAULT 0    -- how many names it is in
) STRICT;

CREATE TABLE place_of (
	word      INTEGER NOT NULL,
	place     INTEGER NOT NULL,
	PRIMARY KEY (word, place)
) STRICT, WITHOUT ROWID;

-- Three letters of a word, as a number: by those that are right a misspelt one is found.
CREATE TABLE word_gram (
	gram      INTEGER NOT NULL,
	word      INTEGER NOT NULL,
	PRIMARY KEY (gram, word)
) STRICT, WITHOUT ROWID;

-- Where an area ends, or a neighbour of the city's.
CREATE TABLE boundary (
	code      TEXT    NOT NULL PRIMARY KEY, -- a village's, or a neighbour's
	neighbour INTEGER NOT NULL CHECK (neighbour IN (0, 1)),
	south     INTEGER NOT NULL,             -- the box around it, micro-degrees
	north     INTEGER NOT NULL,
	west      INTEGER NOT NULL,
	east      INTEGER NOT NULL,
	shape     TEXT    NOT NULL,             -- domain/geo.h
	outline   TEXT    NOT NULL              -- the same, coarser, for drawing
) STRICT, WITHOUT ROWID;

CREATE INDEX boundary_box ON boundary (south, north, west, east, code);

-- Whose 112 a call from beyond the boundary is for.
CREATE TABLE neighbour (
	code      TEXT    NOT NULL PRIMARY KEY,
	name      TEXT    NOT NULL,             -- "Kabupaten Sago Hulu"
	contact   TEXT    NOT NULL DEFAULT ''   -- the number that is called
) STRICT, WITHOUT ROWID;

-- A link by which a caller sends where they are; good for half an hour.
CREATE TABLE locate (
	code      BLOB    NOT NULL PRIMARY KEY, -- keyed hash of what is in the link
	call      TEXT    NOT NULL,             -- the token of the call's form
	until     INTEGER NOT NULL,
	lat       INTEGER NOT NULL DEFAULT 0,
	lon       INTEGER NOT NULL DEFAULT 0,
	metres    INTEGER NOT NULL DEFAULT 0,   -- how exact the telephone says it is
	got_at    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX locate_until ON locate (until);

PRAGMA user_version = 12;

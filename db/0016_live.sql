-- 0016: what screens are told at once: a call rings, a unit is needed.

-- To everybody who is what is named here: of that agency, of that role, that
-- account; zero and '' is anybody.  No personal data: what it is about is an id
-- that its screen asks for.  Kept for some minutes, so that a screen that lost
-- its line hears it late.  The newest row stays: ids only grow.
CREATE TABLE signal (
	id        INTEGER PRIMARY KEY,
	at        INTEGER NOT NULL,
	agency    INTEGER NOT NULL DEFAULT 0,
	role      TEXT    NOT NULL DEFAULT '',
	account   INTEGER NOT NULL DEFAULT 0,
	kind      TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 24),
	about     TEXT    NOT NULL DEFAULT '' CHECK (length(about) <= 64),
	CHECK (agency <> 0 OR role <> '' OR account <> 0)
) STRICT;
CREATE INDEX signal_by_time ON signal (at);

PRAGMA user_version = 16;

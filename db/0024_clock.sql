-- 0024: clocks: silence, suspension, the ladder as data.

-- When the public, or whoever reported, is owed a word again: of the leading
-- part, 0 where nothing is owed.  The worklist asks for what is over.
ALTER TABLE assignment ADD COLUMN quiet_due INTEGER NOT NULL DEFAULT 0;
CREATE INDEX assignment_quiet ON assignment (agency, quiet_due, id)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0;
CREATE INDEX assignment_quiet_city ON assignment (quiet_due, id)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0;

-- When they last heard something; and the quiet_due that was told of, so that
-- each silence is told of once.
ALTER TABLE assignment ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignment ADD COLUMN quiet_told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX assignment_quiet_new ON assignment (quiet_due)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0 AND quiet_told <> quiet_due;
CREATE INDEX assignment_quiet_age ON assignment (agency, quiet_from, quiet_due)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0;

-- How many of its ladder's steps were told.  Before, three alarms were a step.
ALTER TABLE assignment ADD COLUMN steps INTEGER NOT NULL DEFAULT 0;
UPDATE assignment SET steps = MIN(alarms / 3, 4) WHERE open = 1;

-- The due_at whose passing whoever reported was told of.
ALTER TABLE ticket ADD COLUMN overdue_told INTEGER NOT NULL DEFAULT 0;
UPDATE ticket SET overdue_told = due_at WHERE open = 1 AND due_at <> 0
	AND due_at <= (SELECT COALESCE(MAX(at), 0) FROM event);	-- long known; no flood of letters
CREATE INDEX ticket_overdue ON ticket (due_at) WHERE open = 1 AND track = 2
	AND due_at <> 0 AND overdue_told <> due_at;
-- What has clocks of working days, in the order it is walked when the calendar changes.
CREATE INDEX ticket_clocks ON ticket (id) WHERE track = 2 AND (open = 1 OR state = 'resolved');

-- Minutes without a word; of office hours where the category counts those.  0: no limit.
ALTER TABLE category ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
UPDATE category SET quiet = CASE WHEN track = 1 THEN 0 WHEN office = 0 THEN 2880
	WHEN priority <= 3 THEN 1350 WHEN priority = 4 THEN 2250 ELSE 4500 END;

ALTER TABLE holiday ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE holiday ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- While a disaster has the city, office hours do not count for complaints.
-- Always with an end: a clock that nobody starts again would be lost.
CREATE TABLE suspension (
	id        INTEGER PRIMARY KEY,
	disaster  INTEGER NOT NULL REFERENCES ticket,
	from_at   INTEGER NOT NULL,
	until_at  INTEGER NOT NULL CHECK (until_at >= from_at),
	reason    TEXT    NOT NULL CHECK (reason <> ''),
	account   INTEGER NOT NULL,
	lifted_at INTEGER NOT NULL DEFAULT 0    -- before its end, by a person; 0: not
) STRICT;
CREATE INDEX suspension_by_time ON suspension (from_at);
CREATE INDEX disaster_accepted ON disaster (ticket) WHERE state = 'accepted';

-- Who is told, one after the other, when nobody accepts: of the city's own
-- agencies, of others, of one agency, of the triage desk.
CREATE TABLE ladder (
	id        INTEGER PRIMARY KEY,
	scope     TEXT    NOT NULL CHECK (scope IN ('own', 'outside', 'agency', 'desk')),
	agency    INTEGER NOT NULL DEFAULT 0,
	place     INTEGER NOT NULL CHECK (place BETWEEN 1 AND 8),
	who       TEXT    NOT NULL CHECK (who IN ('duty_officer', 'agency_head', 'supervisor',
	                  'sekda')),
	alarms    INTEGER NOT NULL DEFAULT 0,   -- after so many in vain ...
	minutes   INTEGER NOT NULL DEFAULT 0,   -- ... or so long after the limit
	valid_from INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0,
	CHECK ((alarms > 0) <> (minutes > 0)),
	CHECK ((scope = 'agency') = (agency <> 0))
) STRICT;
CREATE INDEX ladder_of ON ladder (scope, agency, place) WHERE valid_to = 0;
INSERT INTO ladder (scope, place, who, alarms, minutes, valid_from) VALUES
	('own', 1, 'duty_officer', 3, 0, 0), ('own', 2, 'agency_head', 6, 0, 0),
	('own', 3, 'supervisor', 9, 0, 0), ('own', 4, 'sekda', 12, 0, 0),
	('outside', 1, 'supervisor', 3, 0, 0), ('desk', 1, 'supervisor', 0, 8, 0);

PRAGMA user_version = 24;

-- 0024: clocks: silence, suspension, the ladder as data.

-- When the public, or whoever reported, is owed a word again: of the leading
-- part, 0 where nothing is owed.  The worklist asks for what is over.
ALTER TABLE assignment ADD COLUMN quiet_due INTEGER NOT NULL DEFAULT 0;
CREATE INDEX assignment_quiet ON assignment (agency, quiet_due, id)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0;
CREATE INDEX assignment_quiet_city ON assignment (quiet_due, id)
	WHERE open = 1 AND lead = 1 AND quiet_due <> 0;

PRAGMA user_version = 24;

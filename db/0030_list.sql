-- 0030: the worklist in other orders: the newest first, what was sent back; and what
-- nobody has opened yet.

CREATE INDEX assignment_new ON assignment (agency, id) WHERE open = 1;
CREATE INDEX assignment_new_city ON assignment (id) WHERE open = 1 AND lead = 1;
CREATE INDEX assignment_back ON assignment (agency, ended_at, id) WHERE state = 'rejected';
CREATE INDEX assignment_back_city ON assignment (ended_at, id) WHERE state = 'rejected';
CREATE INDEX assignment_unseen ON assignment (agency, accepted_at, seen_at, open)
	WHERE open = 1 AND accepted_at = 0 AND seen_at = 0;
CREATE INDEX assignment_unseen_city ON assignment (lead, accepted_at, seen_at, open)
	WHERE open = 1 AND lead = 1 AND accepted_at = 0 AND seen_at = 0;

PRAGMA user_version = 30;

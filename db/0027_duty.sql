-- 0027: who is on duty: shifts, standby, handing over.

-- The people of a role, for whoever is to be told.
CREATE INDEX account_role ON account (role, agency, id) WHERE disabled_at = 0;

PRAGMA user_version = 27;

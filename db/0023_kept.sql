-- 0023: what is still there of recordings, so that it is forgotten with its call.

-- A link may be all that is known of who called: the number was withheld.
CREATE INDEX ring_kept ON ring (rang_at) WHERE sealed IS NOT NULL;

PRAGMA user_version = 23;

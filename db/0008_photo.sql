-- 0008: photos: what is known of each.  The pictures are sealed files in the data folder.

-- 'report': the reporter's own.  'proof': of the work.
ALTER TABLE attachment ADD COLUMN kind TEXT NOT NULL DEFAULT 'report'
	CHECK (kind IN ('report', 'proof'));
ALTER TABLE attachment ADD COLUMN reporter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment ADD COLUMN sealed BLOB;          -- the key of its files
ALTER TABLE attachment ADD COLUMN width INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment ADD COLUMN height INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment ADD COLUMN located INTEGER NOT NULL DEFAULT 0 CHECK (located IN (0, 1));
ALTER TABLE attachment ADD COLUMN lat INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment ADD COLUMN lon INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attachment ADD COLUMN taken_at INTEGER NOT NULL DEFAULT 0;  -- by the camera; 0: it does not say
ALTER TABLE attachment ADD COLUMN look INTEGER NOT NULL DEFAULT 0;      -- near for photos that look alike

PRAGMA user_version = 8;

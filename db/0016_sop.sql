-- 0016: sop.

PRAGMA user_version = 16;

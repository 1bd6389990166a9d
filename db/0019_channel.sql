-- 0019: to be filled in.

PRAGMA user_version = 19;

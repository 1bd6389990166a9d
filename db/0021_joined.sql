-- 0021: to be filled in.

PRAGMA user_version = 21;

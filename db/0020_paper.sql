-- 0020: to be filled in.

PRAGMA user_version = 20;

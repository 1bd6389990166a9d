-- 0022: to be filled in.

PRAGMA user_version = 22;

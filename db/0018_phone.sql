-- 0018: to be filled in.

PRAGMA user_version = 18;

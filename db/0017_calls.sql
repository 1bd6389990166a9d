-- 0017: to be filled in.

PRAGMA user_version = 17;

-- 0014: desk.

PRAGMA user_version = 14;

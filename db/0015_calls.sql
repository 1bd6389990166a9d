-- 0015: calls.

PRAGMA user_version = 15;

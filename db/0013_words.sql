-- 0013: words.

PRAGMA user_version = 13;

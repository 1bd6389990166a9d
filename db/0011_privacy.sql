-- 0011: privacy.

PRAGMA user_version = 11;

-- 0012: place.

PRAGMA user_version = 12;

-- 0010: photos.

PRAGMA user_version = 10;

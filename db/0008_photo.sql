-- 0008: photos.

PRAGMA user_version = 8;

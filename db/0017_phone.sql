-- 0017: phone.

PRAGMA user_version = 17;

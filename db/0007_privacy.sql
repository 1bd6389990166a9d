-- 0007: requests of those whose data we keep, retention, breaches.

PRAGMA user_version = 7;

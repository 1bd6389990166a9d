-- 0018: channel.

PRAGMA user_version = 18;

-- 0006: who opened an identity.

PRAGMA user_version = 6;

-- 0029: how people are told: channels of their own, quiet hours, templates, Web Push.

PRAGMA user_version = 29;

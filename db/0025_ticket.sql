-- 0025: a ticket's ways beyond its agencies: handed off, ruled on, under a major incident.

PRAGMA user_version = 25;

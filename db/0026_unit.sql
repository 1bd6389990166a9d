-- 0026: units, their crews and equipment; volunteers and who is called out.

PRAGMA user_version = 26;

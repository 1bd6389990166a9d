-- 0028: steps from the field, replayed once, with the phone's own time and place.

PRAGMA user_version = 28;

-- 0006: who opened an identity, who read what is sensitive.
-- The events are the record; these find them again.

CREATE INDEX event_opened ON event (object, id) WHERE act = 'open_identity';
CREATE INDEX event_opener ON event (actor, at) WHERE act = 'open_identity';
CREATE INDEX event_reader ON event (ticket, actor, at) WHERE act = 'read';

PRAGMA user_version = 6;

-- 0022: what is said of a ticket is found again.
--
-- ticket_ft says which words are in which ticket, and holds no text: words are
-- the numbers they have in search_word.  It is kept by the store's functions
-- that write a ticket (store/search_store.h), in the same transaction; a word
-- no ticket has any more leaves search_word at once, and so the file.
-- No telephone number, NIK or other long number gets in.
--
-- search_left: tickets up to this one are not in yet.  siaga search build goes
-- down from there; what is filed or changed meanwhile needs no waiting.

CREATE VIRTUAL TABLE ticket_ft USING fts5 (
	words, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

CREATE TABLE search_word (
	id        INTEGER PRIMARY KEY,
	word      TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE search_left (
	id        INTEGER PRIMARY KEY CHECK (id = 1),
	ticket    INTEGER NOT NULL
) STRICT;

INSERT INTO search_left (id, ticket) SELECT 1, COALESCE(MAX(id), 0) FROM ticket;

PRAGMA user_version = 22;

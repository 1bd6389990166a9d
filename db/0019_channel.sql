-- 0019: emergencies that are written: from the portal, by gateways; channels of
-- calls and tickets; rest for those who take hard calls.

-- More ways to reach us than the first list knew.
ALTER TABLE ticket ADD COLUMN came TEXT NOT NULL DEFAULT 'call' CHECK (came IN ('call', 'text',
	'whatsapp', 'sms', 'walk_in', 'radio', 'paper', 'other', 'web', 'api', 'agency'));
UPDATE ticket SET came = channel WHERE channel <> 'call';
ALTER TABLE ticket DROP COLUMN channel;
ALTER TABLE ticket RENAME COLUMN came TO channel;

ALTER TABLE call ADD COLUMN channel TEXT NOT NULL DEFAULT 'call' CHECK (channel IN ('call', 'text',
	'whatsapp', 'sms', 'walk_in', 'radio', 'paper', 'other'));
CREATE INDEX call_channel ON call (rang_at, channel, type);

-- Where a gateway of messages takes our answers.
CREATE TABLE hook (
	gateway   INTEGER PRIMARY KEY,
	url       TEXT    NOT NULL CHECK (length(url) BETWEEN 8 AND 500)
) STRICT;

-- A written emergency and what is said about it.  It waits in the desk's queue
-- (nobody has it), is somebody's, or is over.  Taken to its end it is a call,
-- under the same token, with what calls become.  Left for a minute it becomes a
-- ticket by the routing rule, not confirmed by anybody.
CREATE TABLE talk (
	id        INTEGER PRIMARY KEY,
	token     TEXT    NOT NULL UNIQUE,      -- of the form, of the call, of the ticket
	code      BLOB    NOT NULL UNIQUE,      -- keyed hash of the citizen's code
	gateway   INTEGER NOT NULL DEFAULT 0,   -- 0: the portal
	channel   TEXT    NOT NULL CHECK (channel IN ('text', 'whatsapp', 'sms', 'other')),
	sealed    BLOB,                         -- JSON {name, phone}; of a gateway the sender
	sender    BLOB,                         -- keyed hash of gateway and sender
	lang      TEXT    NOT NULL DEFAULT 'id',
	category  INTEGER NOT NULL REFERENCES category,
	mute      INTEGER NOT NULL DEFAULT 0 CHECK (mute IN (0, 1)),  -- cannot hear or speak
	words     TEXT    NOT NULL DEFAULT '',  -- the first
	place     TEXT    NOT NULL DEFAULT '',
	area      TEXT    NOT NULL DEFAULT '',
	lat       INTEGER NOT NULL DEFAULT 0,
	lon       INTEGER NOT NULL DEFAULT 0,
	priority  INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 5),
	behind    INTEGER NOT NULL DEFAULT 0 CHECK (behind IN (0, 1)),  -- many from one address
	at        INTEGER NOT NULL,
	route_at  INTEGER NOT NULL DEFAULT 0,   -- when the rule routes it; 0: only a person does
	routed_at INTEGER NOT NULL DEFAULT 0,   -- when the rule did
	account   INTEGER NOT NULL DEFAULT 0,   -- who has it
	taken_at  INTEGER NOT NULL DEFAULT 0,
	ticket    INTEGER NOT NULL DEFAULT 0,
	reporter  INTEGER NOT NULL DEFAULT 0,
	sure_at   INTEGER NOT NULL DEFAULT 0,   -- when a person confirmed it
	ended_at  INTEGER NOT NULL DEFAULT 0,
	heard_at  INTEGER NOT NULL,             -- the last word of the other side
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX talk_queue ON talk (behind, priority, at, id) WHERE account = 0 AND ended_at = 0;
CREATE INDEX talk_own ON talk (account, taken_at) WHERE account <> 0 AND ended_at = 0;
CREATE INDEX talk_due ON talk (route_at) WHERE route_at <> 0;
CREATE INDEX talk_routed ON talk (routed_at) WHERE routed_at <> 0;
CREATE INDEX talk_ticket ON talk (ticket) WHERE ticket <> 0;
CREATE INDEX talk_sender ON talk (sender, id) WHERE sender IS NOT NULL;
CREATE INDEX talk_reporter ON talk (reporter) WHERE reporter <> 0;
CREATE INDEX talk_quiet ON talk (heard_at) WHERE ended_at = 0;
CREATE INDEX talk_kept ON talk (at) WHERE sealed IS NOT NULL OR sender IS NOT NULL OR words <> ''
	OR place <> '' OR lat <> 0;

CREATE TABLE message (
	id        INTEGER PRIMARY KEY,
	talk      INTEGER NOT NULL REFERENCES talk,
	token     TEXT    NOT NULL UNIQUE,      -- of the form, or the gateway's name for it
	side      TEXT    NOT NULL CHECK (side IN ('in', 'out', 'we')),  -- 'we': the system
	account   INTEGER NOT NULL DEFAULT 0,   -- who wrote it, of ours
	words     TEXT    NOT NULL DEFAULT '',  -- '': forgotten
	at        INTEGER NOT NULL,
	-- to a gateway
	state     TEXT    NOT NULL DEFAULT '' CHECK (state IN ('', 'waiting', 'sent', 'dead')),
	due_at    INTEGER NOT NULL DEFAULT 0,   -- also: until when a worker holds it
	lease     TEXT    NOT NULL DEFAULT '',
	tries     INTEGER NOT NULL DEFAULT 0,
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX message_of ON message (talk, id);
CREATE INDEX message_next ON message (due_at) WHERE state = 'waiting';
CREATE INDEX message_lease ON message (lease) WHERE state = 'waiting' AND lease <> '';
CREATE INDEX message_kept ON message (at) WHERE words <> '';

-- A break that was offered.  What it was offered for is derived from calls, and
-- is kept nowhere.
CREATE TABLE relief (
	id        INTEGER PRIMARY KEY,
	account   INTEGER NOT NULL REFERENCES account,
	giver     INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,
	state     TEXT    NOT NULL CHECK (state IN ('offered', 'taken', 'later')),
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX relief_of ON relief (account, id);
CREATE INDEX relief_old ON relief (at);
CREATE INDEX call_taker ON call (taker, closed_at) WHERE taker <> 0;

-- As in db/data/retention.tsv, behind the words of reporters, and the last.
UPDATE retention SET place = place + 3
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'said');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'talk', 365, s.place + 1,
	'Pengirim dan tempat laporan tertulis; bersama identitas pelapor',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'said';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'message', 365, s.place + 2,
	'Percakapan darurat dapat memuat nama dan keadaan kesehatan',
	'UU 27/2022 Ps. 4(2), 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'said';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'relief', 30, s.place + 3,
	'Jeda petugas hanya untuk regu yang sedang bertugas',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'said';

PRAGMA user_version = 19;

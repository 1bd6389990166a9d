-- 0029: how people are told: channels of their own, quiet hours, templates, Web Push.

-- What is on its way is to a reporter, to an agency's desk, or to a person; by
-- one of several channels; about a ticket or (a code, a trial) about none.
CREATE TABLE post (
	id        INTEGER PRIMARY KEY,
	kind      TEXT    NOT NULL,
	ticket    INTEGER REFERENCES ticket,    -- NULL: about none
	reporter  INTEGER NOT NULL DEFAULT 0,
	agency    INTEGER NOT NULL DEFAULT 0,   -- whose desk; to a person: whose part it is about
	event     INTEGER NOT NULL DEFAULT 0,
	account   INTEGER NOT NULL DEFAULT 0,   -- to a person
	channel   TEXT    NOT NULL DEFAULT 'mail'
	          CHECK (channel IN ('mail', 'sms', 'whatsapp', 'push')),
	urgent    INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),  -- P0 or P1, to who is on duty
	state     TEXT    NOT NULL DEFAULT 'waiting'
	          CHECK (state IN ('waiting', 'sent', 'dead', 'dropped')),
	why       TEXT    NOT NULL DEFAULT '' CHECK (why IN ('', 'nobody', 'refused', 'given_up',
	          'no_carrier', 'no_words', 'over')),
	due_at    INTEGER NOT NULL,             -- also: until when a worker holds it
	lease     TEXT    NOT NULL DEFAULT '',
	tries     INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0,
	sealed    BLOB                          -- "letter:<reporter>:<event>": a last address, a code
) STRICT;
INSERT INTO post (id, kind, ticket, reporter, agency, event, state, due_at, lease, tries, at,
	ended_at, sealed) SELECT id, kind, ticket, reporter, agency, event, state, due_at, lease,
	tries, at, ended_at, sealed FROM outbox;
DROP TABLE outbox;
ALTER TABLE post RENAME TO outbox;

CREATE INDEX outbox_next ON outbox (channel, urgent, due_at) WHERE state = 'waiting';
CREATE INDEX outbox_lease ON outbox (lease) WHERE state = 'waiting' AND lease <> '';
CREATE INDEX outbox_oldest ON outbox (channel, urgent, at) WHERE state = 'waiting';
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state <> 'waiting';
CREATE INDEX outbox_reporter ON outbox (reporter) WHERE reporter <> 0;
CREATE INDEX outbox_list ON outbox (state, channel, id);
CREATE INDEX outbox_all ON outbox (state, id);
CREATE INDEX outbox_person ON outbox (account, at) WHERE account <> 0;
-- A person hears of an event once by a channel, however often it is told.
CREATE UNIQUE INDEX outbox_once ON outbox (event, account, channel)
	WHERE account <> 0 AND event <> 0;

-- How a channel fares: when it last went, how often in a row it has not.
CREATE TABLE carrier (
	channel   TEXT    NOT NULL PRIMARY KEY
	          CHECK (channel IN ('mail', 'sms', 'whatsapp', 'push')),
	gateway   INTEGER NOT NULL DEFAULT 0,   -- which of ours takes SMS, WhatsApp; 0: none
	ok_at     INTEGER NOT NULL DEFAULT 0,
	failed_at INTEGER NOT NULL DEFAULT 0,
	fails     INTEGER NOT NULL DEFAULT 0,   -- in a row
	until     INTEGER NOT NULL DEFAULT 0,   -- it rests; nothing is tried before
	warned    INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO carrier (channel) VALUES ('mail'), ('sms'), ('whatsapp'), ('push');

-- How a person wants to be told.  Quiet from one minute of the day to another,
-- on the days (bit 0 is Sunday) on which that begins; both the same: never.
CREATE TABLE told (
	account   INTEGER PRIMARY KEY REFERENCES account,
	lang      TEXT    NOT NULL DEFAULT 'id' CHECK (lang IN ('id', 'en')),
	quiet_from  INTEGER NOT NULL DEFAULT 0 CHECK (quiet_from BETWEEN 0 AND 1439),
	quiet_until INTEGER NOT NULL DEFAULT 0 CHECK (quiet_until BETWEEN 0 AND 1439),
	quiet_days  INTEGER NOT NULL DEFAULT 0 CHECK (quiet_days BETWEEN 0 AND 127)
) STRICT;

-- A person's channels.  The address is sealed, "way:<account>:<channel>"; of
-- push there is none here: see subscription.  Not verified, it is not used.
CREATE TABLE way (
	id        INTEGER PRIMARY KEY,
	account   INTEGER NOT NULL REFERENCES account,
	channel   TEXT    NOT NULL CHECK (channel IN ('mail', 'sms', 'whatsapp', 'push')),
	sealed    BLOB,
	kinds     INTEGER NOT NULL,             -- bits of the kinds that are wanted
	added_at  INTEGER NOT NULL,
	verified_at INTEGER NOT NULL DEFAULT 0,
	code      BLOB,                         -- keyed hash of the code that was sent
	code_at   INTEGER NOT NULL DEFAULT 0,
	code_tries INTEGER NOT NULL DEFAULT 0,
	UNIQUE (account, channel)
) STRICT;

CREATE INDEX way_kept ON way (added_at) WHERE verified_at = 0;

-- A browser that can be woken.  Sealed JSON {endpoint, p256dh, auth},
-- "subscription:<hex of name>"; gone when its push service says that it is.
CREATE TABLE subscription (
	id        INTEGER PRIMARY KEY,
	account   INTEGER NOT NULL REFERENCES account,
	name      BLOB    NOT NULL UNIQUE,      -- keyed hash of the endpoint
	sealed    BLOB,
	device    TEXT    NOT NULL,
	added_at  INTEGER NOT NULL,
	used_at   INTEGER NOT NULL DEFAULT 0,
	dead_at   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX subscription_of ON subscription (account, id);

-- With whom an agency has nothing to do any more has no channel here either.
CREATE TRIGGER account_is_told_no_more AFTER UPDATE OF disabled_at ON account
WHEN NEW.disabled_at <> 0 AND OLD.disabled_at = 0
BEGIN
	DELETE FROM way WHERE account = NEW.id;
	DELETE FROM subscription WHERE account = NEW.id;
	DELETE FROM told WHERE account = NEW.id;
END;

-- The pair of keys by which push services know us (RFC 8292); the private one
-- is sealed, "vapid:1".  Made once, by the process that sends.
CREATE TABLE vapid (
	id        INTEGER PRIMARY KEY CHECK (id = 1),
	public    TEXT    NOT NULL,
	sealed    BLOB    NOT NULL,
	made_at   INTEGER NOT NULL
) STRICT;

-- Words of messages.  The newest version is in force; the first line of a
-- letter and of a push message is its subject.
CREATE TABLE pattern (
	id        INTEGER PRIMARY KEY,
	kind      TEXT    NOT NULL CHECK (kind IN ('alarm', 'escalate', 'task', 'test',
	          'code')),
	channel   TEXT    NOT NULL CHECK (channel IN ('mail', 'sms', 'whatsapp', 'push')),
	lang      TEXT    NOT NULL CHECK (lang IN ('id', 'en')),
	version   INTEGER NOT NULL,
	words     TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
	account   INTEGER NOT NULL DEFAULT 0,   -- who wrote it; 0: it came with the system
	at        INTEGER NOT NULL,
	UNIQUE (kind, channel, lang, version)
) STRICT;

INSERT INTO pattern (kind, channel, lang, version, at, words) VALUES
('alarm', 'sms', 'id', 1, 0,
 'Siaga {kota}: {prioritas} {jenis}, {kelurahan}, belum diterima {opd}. {nomor} {tautan}'),
('alarm', 'sms', 'en', 1, 0,
 'Siaga {kota}: {prioritas} {jenis}, {kelurahan}, not accepted by {opd}. {nomor} {tautan}'),
('escalate', 'sms', 'id', 1, 0,
 'Siaga {kota}: ESKALASI kepada Anda. {prioritas} {jenis}, {kelurahan}, belum diterima {opd}. {nomor} {tautan}'),
('escalate', 'sms', 'en', 1, 0,
 'Siaga {kota}: ESCALATED to you. {prioritas} {jenis}, {kelurahan}, not accepted by {opd}. {nomor} {tautan}'),
('task', 'sms', 'id', 1, 0,
 'Siaga {kota}: {nomor} menunggu Anda. {prioritas} {jenis}, {kelurahan}. {tautan}'),
('task', 'sms', 'en', 1, 0,
 'Siaga {kota}: {nomor} waits for you. {prioritas} {jenis}, {kelurahan}. {tautan}'),
('test', 'sms', 'id', 1, 0, 'Uji coba dari Siaga {kota}: kanal ini berfungsi.'),
('test', 'sms', 'en', 1, 0, 'A trial from Siaga {kota}: this channel works.'),
('code', 'sms', 'id', 1, 0,
 'Kode Siaga {kota}: {kode}. Berlaku 10 menit. Jangan berikan kepada siapa pun.'),
('code', 'sms', 'en', 1, 0,
 'Siaga {kota} code: {kode}. Good for 10 minutes. Give it to nobody.');
INSERT INTO pattern (kind, channel, lang, version, at, words)
	SELECT kind, 'whatsapp', lang, version, at, words FROM pattern WHERE channel = 'sms';
INSERT INTO pattern (kind, channel, lang, version, at, words) VALUES
('alarm', 'push', 'id', 1, 0, '{prioritas} belum diterima
{jenis}, {kelurahan}: {opd} belum menerima.'),
('alarm', 'push', 'en', 1, 0, '{prioritas} not accepted
{jenis}, {kelurahan}: {opd} has not accepted.'),
('escalate', 'push', 'id', 1, 0, '{prioritas} eskalasi kepada Anda
{jenis}, {kelurahan}: {opd} belum menerima.'),
('escalate', 'push', 'en', 1, 0, '{prioritas} escalated to you
{jenis}, {kelurahan}: {opd} has not accepted.'),
('task', 'push', 'id', 1, 0, '{nomor} menunggu Anda
{prioritas} {jenis}, {kelurahan}'),
('task', 'push', 'en', 1, 0, '{nomor} waits for you
{prioritas} {jenis}, {kelurahan}'),
('test', 'push', 'id', 1, 0, 'Siaga {kota}
Uji coba: peramban ini menerima kabar.'),
('test', 'push', 'en', 1, 0, 'Siaga {kota}
A trial: this browser hears of news.'),
('alarm', 'mail', 'id', 1, 0, '[{prioritas}] {nomor} belum diterima
{jenis}, {kelurahan}
{opd} belum menerima tugas ini. Batas: {batas}.

{tautan}

Siaga {kota}. Atur kabar Anda di menu Kabar saya.'),
('alarm', 'mail', 'en', 1, 0, '[{prioritas}] {nomor} not accepted
{jenis}, {kelurahan}
{opd} has not accepted this task. Due: {batas}.

{tautan}

Siaga {kota}. Choose what you are told in My notifications.'),
('escalate', 'mail', 'id', 1, 0, '[{prioritas}] {nomor} dieskalasi kepada Anda
{jenis}, {kelurahan}
{opd} belum menerima tugas ini. Batas: {batas}.

{tautan}

Siaga {kota}. Atur kabar Anda di menu Kabar saya.'),
('escalate', 'mail', 'en', 1, 0, '[{prioritas}] {nomor} escalated to you
{jenis}, {kelurahan}
{opd} has not accepted this task. Due: {batas}.

{tautan}

Siaga {kota}. Choose what you are told in My notifications.'),
('task', 'mail', 'id', 1, 0, '[{prioritas}] {nomor} menunggu Anda
{jenis}, {kelurahan}
Ada yang harus Anda putuskan atau tanyakan pada tiket ini.

{tautan}

Siaga {kota}. Atur kabar Anda di menu Kabar saya.'),
('task', 'mail', 'en', 1, 0, '[{prioritas}] {nomor} waits for you
{jenis}, {kelurahan}
Something in this ticket is yours to decide, or to ask.

{tautan}

Siaga {kota}. Choose what you are told in My notifications.'),
('test', 'mail', 'id', 1, 0, 'Uji coba dari Siaga {kota}
Kanal ini berfungsi.'),
('test', 'mail', 'en', 1, 0, 'A trial from Siaga {kota}
This channel works.'),
('code', 'mail', 'id', 1, 0, 'Kode Siaga {kota}
Kode Anda: {kode}

Berlaku 10 menit. Jangan berikan kepada siapa pun.'),
('code', 'mail', 'en', 1, 0, 'Siaga {kota} code
Your code: {kode}

Good for 10 minutes. Give it to nobody.');

-- As in db/data/retention.tsv, before the letters, which come next.
UPDATE retention SET place = place + 1
	WHERE place >= (SELECT s.place FROM retention s WHERE s.class = 'outbox');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'channel', 7, s.place - 1,
	'Alamat petugas yang tidak pernah dikonfirmasi tidak dipakai',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'outbox';

PRAGMA user_version = 29;

-- 0007: requests of those whose data we keep, retention, breaches.

-- What a person asks about the own data.  Its words and our answer name the
-- person, so they are sealed: "subject:<id>:words", "subject:<id>:answer".
CREATE TABLE subject (
	id        INTEGER PRIMARY KEY,
	number    TEXT    NOT NULL UNIQUE,      -- "PDP-26-000017"
	token     TEXT    NOT NULL UNIQUE,      -- of the form
	ticket    INTEGER NOT NULL REFERENCES ticket,
	reporter  INTEGER NOT NULL REFERENCES reporter,
	kind      TEXT    NOT NULL CHECK (kind IN ('access', 'correct', 'erase')),
	channel   TEXT    NOT NULL CHECK (channel IN ('code', 'walk_in', 'letter', 'call')),
	state     TEXT    NOT NULL CHECK (state IN ('received', 'in_work', 'done', 'refused')),
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	reason    TEXT    NOT NULL DEFAULT '',  -- why it was refused: a code
	reply     TEXT    NOT NULL DEFAULT '',  -- the desk's words
	words     BLOB,                         -- sealed; NULL nothing said, or no longer kept
	answer    BLOB,                         -- sealed JSON; NULL none, or no longer kept
	received_at INTEGER NOT NULL,
	due_at    INTEGER NOT NULL,             -- 3 x 24 hours
	ended_at  INTEGER NOT NULL DEFAULT 0,
	version   INTEGER NOT NULL DEFAULT 1,
	CHECK (open = (state IN ('received', 'in_work')))
) STRICT;

CREATE UNIQUE INDEX subject_once ON subject (reporter, kind) WHERE open = 1;
CREATE INDEX subject_open ON subject (due_at, id) WHERE open = 1;
CREATE INDEX subject_ended ON subject (ended_at, id) WHERE open = 0;
CREATE INDEX subject_of ON subject (reporter, id);
CREATE INDEX subject_words ON subject (ended_at) WHERE open = 0 AND words IS NOT NULL;
CREATE INDEX subject_answer ON subject (ended_at) WHERE open = 0 AND answer IS NOT NULL;

-- What must be kept though its time is over: the law runs its course.
CREATE TABLE hold (
	ticket    INTEGER NOT NULL PRIMARY KEY REFERENCES ticket,
	why       TEXT    NOT NULL,
	at        INTEGER NOT NULL,
	actor     INTEGER NOT NULL
) STRICT;

-- How long each class of data is kept, in days after its end.  db/data/retention.tsv
-- says the same: a city changes it there before siaga init.
CREATE TABLE retention (
	class     TEXT    NOT NULL PRIMARY KEY,
	days      INTEGER NOT NULL CHECK (days >= 0),
	place     INTEGER NOT NULL,             -- the order they are shown in
	reason    TEXT    NOT NULL DEFAULT '',
	source    TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

INSERT INTO retention (class, days, place, reason, source) VALUES
	('emergency_identity', 365, 1,
	 'Tanya balik, klaim, dan evaluasi penanganan; sesudah itu tidak diperlukan',
	 'UU 27/2022 Ps. 16(2)g, 43(1)a; lamanya pilihan kota'),
	('complaint_identity', 365, 2,
	 'Sanggahan dan pemeriksaan pengaduan; sesudah itu tidak diperlukan',
	 'UU 27/2022 Ps. 16(2)g, 43(1)a; UU 25/2009; lamanya pilihan kota'),
	('ticket_detail', 1825, 3,
	 'Uraian dapat memuat nama; statistik tidak memerlukannya',
	 'UU 43/2009 tentang Kearsipan; JRA kota menggantikannya'),
	('junk_number', 90, 4,
	 'Mengenali penelepon iseng yang berulang',
	 'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'),
	('call_number', 365, 5,
	 'Telepon balik dan pemeriksaan; bersama identitas pelapor',
	 'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'),
	('call_note', 365, 6,
	 'Catatan dapat memuat nama',
	 'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'),
	('answer_sensitive', 90, 7,
	 'Data spesifik: kesehatan, anak, kekerasan',
	 'UU 27/2022 Ps. 4(2), 16(2)g; lamanya pilihan kota'),
	('answer', 365, 8,
	 'Evaluasi kartu tanya jawab',
	 'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'),
	('outbox', 90, 9,
	 'Bukti bahwa kabar dikirim',
	 'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota'),
	('subject_answer', 30, 10,
	 'Surat jawaban dapat dibuka selama ini; sesudah itu diminta lagi',
	 'UU 27/2022 Ps. 7, 32; lamanya pilihan kota'),
	('subject_words', 365, 11,
	 'Bukti pemenuhan permintaan',
	 'UU 27/2022 Ps. 31; lamanya pilihan kota'),
	('throttle', 1, 12,
	 'Membatasi percobaan masuk',
	 'UU 27/2022 Ps. 39'),
	('session', 0, 13,
	 'Hapus begitu berakhir',
	 'UU 27/2022 Ps. 39');

-- What is still there to be removed: each shrinks as it is.
CREATE INDEX reporter_kept ON reporter (at)
	WHERE sealed IS NOT NULL OR phone IS NOT NULL OR words <> '';
CREATE INDEX ticket_detail_kept ON ticket (since) WHERE open = 0 AND detail <> '';
CREATE INDEX call_number_kept ON call (closed_at)
	WHERE sealed IS NOT NULL OR phone IS NOT NULL;
CREATE INDEX call_note_kept ON call (closed_at) WHERE note <> '';
CREATE INDEX answer_kept ON answer (at) WHERE said <> '';
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state <> 'waiting';
CREATE INDEX outbox_reporter ON outbox (reporter) WHERE reporter <> 0;
CREATE INDEX reporter_origin ON reporter (origin, id);

-- A failure to protect personal data, and what was done about it.
CREATE TABLE breach (
	id        INTEGER PRIMARY KEY,
	number    TEXT    NOT NULL UNIQUE,      -- "PDB-26-000003"
	token     TEXT    NOT NULL UNIQUE,
	state     TEXT    NOT NULL CHECK (state IN ('open', 'notified', 'closed')),
	open      INTEGER NOT NULL CHECK (open IN (0, 1)),
	happened_at INTEGER NOT NULL,
	found_at  INTEGER NOT NULL,
	due_at    INTEGER NOT NULL,             -- 3 x 24 hours after it was found
	people    INTEGER NOT NULL CHECK (people >= 0),
	data      TEXT    NOT NULL,             -- which data
	cause     TEXT    NOT NULL,
	measures  TEXT    NOT NULL,
	told      TEXT    NOT NULL DEFAULT '',  -- whom and how
	told_at   INTEGER NOT NULL DEFAULT 0,
	learnt    TEXT    NOT NULL DEFAULT '',  -- when it was closed
	closed_at INTEGER NOT NULL DEFAULT 0,
	version   INTEGER NOT NULL DEFAULT 1,
	CHECK (open = (state <> 'closed'))
) STRICT;

CREATE INDEX breach_open ON breach (due_at, id) WHERE open = 1;
CREATE INDEX breach_closed ON breach (closed_at, id) WHERE open = 0;

PRAGMA user_version = 7;

-- 0025: a ticket's ways beyond its agencies: handed off, ruled on, under a major incident.

-- Given to a body that is not the city's: who took it there, when, under what number.
CREATE TABLE handoff (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	token     TEXT    NOT NULL UNIQUE,      -- of the form
	giver     INTEGER NOT NULL DEFAULT 0,   -- the agency that handed it off; 0: the desk
	agency    INTEGER NOT NULL DEFAULT 0,   -- one that is known ...
	name      TEXT    NOT NULL DEFAULT '',  -- ... or any other
	way       TEXT    NOT NULL CHECK (way IN ('phone', 'radio', 'message', 'letter', 'person')),
	taker     TEXT    NOT NULL DEFAULT '',  -- who took it; '' forgotten
	reference TEXT    NOT NULL DEFAULT '',  -- their number
	at        INTEGER NOT NULL,             -- when it was handed off
	ask_at    INTEGER NOT NULL,             -- until when they should have answered
	remind_at INTEGER NOT NULL DEFAULT 0,   -- when we are told to ask again; 0: not any more
	reminders INTEGER NOT NULL DEFAULT 0,
	state     TEXT    NOT NULL DEFAULT 'waiting'
	          CHECK (state IN ('waiting', 'answered', 'closed')),
	said_at   INTEGER NOT NULL DEFAULT 0,   -- when they last answered
	version   INTEGER NOT NULL DEFAULT 1,
	CHECK (agency <> 0 OR name <> '')
) STRICT;

CREATE INDEX handoff_of ON handoff (ticket, id);
CREATE INDEX handoff_due ON handoff (remind_at) WHERE remind_at <> 0;
CREATE INDEX handoff_kept ON handoff (at) WHERE taker <> '';

-- Whose it is, when two agencies said: not ours.  One open case for a ticket.
CREATE TABLE court (
	id        INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	at        INTEGER NOT NULL,             -- when it came before the arbiter
	appeal    INTEGER NOT NULL DEFAULT 0,   -- the agency that has it and objects; 0: nobody does
	event     INTEGER NOT NULL DEFAULT 0,   -- that brought it there
	told_at   INTEGER NOT NULL DEFAULT 0,   -- when the arbiter was told
	ended_at  INTEGER NOT NULL DEFAULT 0,
	agency    INTEGER NOT NULL DEFAULT 0,   -- whose it is
	rule      INTEGER NOT NULL DEFAULT 0    -- the routing row it became; 0: this case only
) STRICT;

CREATE UNIQUE INDEX court_open ON court (ticket) WHERE ended_at = 0;
CREATE INDEX court_queue ON court (at, id) WHERE ended_at = 0;
CREATE INDEX court_of ON court (ticket, id);

-- Those that wait for the supervisor already.
INSERT INTO court (ticket, at)
	SELECT t.id, t.since FROM assignment a CROSS JOIN ticket t ON t.id = a.ticket
	WHERE a.lead = 1 AND a.open = 1 AND t.open = 1 AND t.bounces >= 2
	AND a.agency = (SELECT g.id FROM agency g JOIN setting s ON s.value = g.code
	WHERE s.name = 'triage_agency');

-- The ruling a routing row came from; 0: it was in the data.
ALTER TABLE routing ADD COLUMN court INTEGER NOT NULL DEFAULT 0;

-- A public note lies here for some seconds, until its letters go.  What was taken
-- back stays: nobody outside ever reads it.
CREATE TABLE unsent (
	event     INTEGER PRIMARY KEY,
	ticket    INTEGER NOT NULL REFERENCES ticket,
	actor     INTEGER NOT NULL,             -- who may take it back
	until     INTEGER NOT NULL,             -- 0: taken back
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX unsent_due ON unsent (until) WHERE until <> 0;
CREATE INDEX unsent_of ON unsent (ticket, event);

CREATE INDEX ticket_parent ON ticket (parent, id) WHERE parent <> 0;

-- What is said so often that a key should do.
CREATE TABLE phrase (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL DEFAULT 0,   -- whose; 0: everybody's
	track     INTEGER NOT NULL CHECK (track IN (1, 2)),
	category  TEXT    NOT NULL DEFAULT '',  -- a category's code or a class; '' all
	state     TEXT    NOT NULL DEFAULT '',  -- of the ticket or of the part; '' any
	public    INTEGER NOT NULL CHECK (public IN (0, 1)),
	place     INTEGER NOT NULL,             -- the order they are shown in
	words     TEXT    NOT NULL CHECK (length(words) BETWEEN 2 AND 200),
	words_en  TEXT    NOT NULL DEFAULT '',
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX phrase_for ON phrase (track, place, id) WHERE valid_to = 0;

INSERT INTO phrase (track, category, state, public, place, words, words_en) VALUES
	(1, '', 'accepted', 0, 10, 'Unit disiapkan.',
	 'Unit is being made ready.'),
	(1, '', 'unit_sent', 0, 20, 'Unit berangkat, akses lancar.',
	 'Unit has left, access is clear.'),
	(1, '', 'unit_sent', 0, 30, 'Terhambat lalu lintas.',
	 'Held up by traffic.'),
	(1, 'Kebakaran', 'on_scene', 0, 40, 'Api terkendali.',
	 'Fire under control.'),
	(1, 'Kebakaran', 'on_scene', 0, 50, 'Pendinginan.',
	 'Cooling down.'),
	(1, 'Kebakaran', 'on_scene', 0, 60, 'Butuh air.',
	 'Water is needed.'),
	(1, 'Kebakaran', 'on_scene', 0, 70, 'Listrik blok belum padam, minta PLN.',
	 'Power of the block still on, ask PLN.'),
	(1, 'Kesehatan', 'on_scene', 0, 80, 'Pasien sadar, napas baik.',
	 'Patient conscious, breathing well.'),
	(1, 'Kesehatan', 'on_scene', 0, 90, 'Pasien dirujuk ke rumah sakit.',
	 'Patient taken to hospital.'),
	(1, 'Kecelakaan', 'on_scene', 0, 100, 'Satu lajur ditutup.',
	 'One lane closed.'),
	(1, 'Kecelakaan', 'on_scene', 0, 110, 'Kendaraan menunggu derek.',
	 'Vehicles wait for towing.'),
	(1, 'Bencana', 'on_scene', 0, 120, 'Air masih naik.',
	 'Water still rising.'),
	(1, 'Bencana', 'on_scene', 0, 130, 'Warga dievakuasi ke tempat aman.',
	 'People moved to a safe place.'),
	(1, '', 'on_scene', 0, 140, 'Situasi terkendali.',
	 'The situation is under control.'),
	(1, '', 'on_scene', 0, 150, 'Tidak ada korban.',
	 'Nobody is hurt.'),
	(1, '', 'on_scene', 0, 160, 'Butuh bantuan tambahan.',
	 'More help is needed.'),
	(1, '', 'on_scene', 0, 170, 'Akses jalan terhalang.',
	 'The road is blocked.'),
	(1, '', '', 0, 180, 'Pelapor dihubungi lagi, belum ada perubahan.',
	 'Caller rung again, no change.'),
	(1, '', 'on_scene', 1, 190, 'Petugas sudah di lokasi. Mohon warga menjauh 50 meter.',
	 'Crews are on scene. Please keep 50 metres away.'),
	(1, '', 'on_scene', 1, 200, 'Keadaan sudah terkendali. Terima kasih atas laporan Anda.',
	 'The situation is under control. Thank you for your report.'),
	(1, '', '', 1, 210, 'Petugas sedang menuju lokasi. Mohon beri jalan.',
	 'Crews are on their way. Please make way.'),
	(2, '', 'assigned', 1, 220, 'Laporan Anda kami terima, lokasinya akan kami survei.',
	 'We have your report and will look at the place.'),
	(2, 'Infrastruktur', 'in_progress', 0, 230, 'Lubang ditutup sementara.',
	 'Hole filled for the time being.'),
	(2, 'Infrastruktur', 'in_progress', 0, 240, 'Butuh alat berat.',
	 'Heavy plant is needed.'),
	(2, 'Lingkungan', 'in_progress', 0, 250, 'Sampah diangkut sebagian.',
	 'Part of the waste taken away.'),
	(2, '', '', 0, 260, 'Sudah disurvei.',
	 'Has been surveyed.'),
	(2, '', '', 0, 270, 'Menunggu bahan.',
	 'Waiting for material.'),
	(2, '', '', 0, 280, 'Menunggu cuaca.',
	 'Waiting for the weather.'),
	(2, '', 'in_progress', 1, 290, 'Petugas kami sedang mengerjakan perbaikan di lokasi.',
	 'Our people are at work on the repair.'),
	(2, '', 'in_progress', 1, 300, 'Pekerjaan berlanjut besok.',
	 'Work goes on tomorrow.'),
	(2, '', 'in_progress', 1, 310, 'Pekerjaan selesai. Mohon diperiksa hasilnya.',
	 'The work is done. Please look at the result.'),
	(2, '', 'disputed', 1, 320, 'Sanggahan Anda kami terima. Kami periksa lagi ke lokasi.',
	 'We have your objection and will look at the place again.');

-- As in db/data/retention.tsv, behind the breaks of call takers.
UPDATE retention SET place = place + 1
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'relief');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'handoff', 365, s.place + 1,
	'Nama penerima di pihak luar hanya untuk menanyakan lagi',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'relief';

PRAGMA user_version = 25;

-- 0026: units, their crews and equipment; volunteers and who is called out.

-- A unit's state at work is derived from its runs and is kept nowhere here.
ALTER TABLE unit ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN plate TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN load TEXT NOT NULL DEFAULT '';     -- "4.000 L", "2 pasien"
ALTER TABLE unit ADD COLUMN lat INTEGER NOT NULL DEFAULT 0;    -- of the base, micro-degrees
ALTER TABLE unit ADD COLUMN lon INTEGER NOT NULL DEFAULT 0;    -- both 0: unknown
ALTER TABLE unit ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE INDEX unit_agency ON unit (agency, valid_to, id);

-- When a run's state began; earlier ones: the last moment that is known.
ALTER TABLE run ADD COLUMN since_at INTEGER NOT NULL DEFAULT 0;
UPDATE run SET since_at = MAX(alerted_at, departed_at, arrived_at, ended_at);
CREATE INDEX run_open ON run (unit, id) WHERE open = 1;

-- Not ready: a fact people state, with its reason, until people state the other.
CREATE TABLE outage (
	id        INTEGER PRIMARY KEY,
	unit      INTEGER NOT NULL REFERENCES unit,
	reason    TEXT    NOT NULL CHECK (reason IN ('broken', 'service', 'no_crew', 'no_fuel',
	                  'rest', 'training', 'other')),
	note      TEXT    NOT NULL DEFAULT '',
	until     INTEGER NOT NULL DEFAULT 0,   -- expected; 0: nobody knows
	account   INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX outage_now ON outage (unit) WHERE ended_at = 0;
CREATE INDEX outage_of ON outage (unit, id);

-- Who is on board: an account, or a name; nothing is removed before its time.
CREATE TABLE crew (
	id        INTEGER PRIMARY KEY,
	unit      INTEGER NOT NULL REFERENCES unit,
	account   INTEGER NOT NULL DEFAULT 0,   -- 0: somebody without one
	name      TEXT    NOT NULL DEFAULT '',  -- of somebody without one; '': forgotten
	at        INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX crew_of ON crew (unit, valid_to, id);
CREATE INDEX crew_old ON crew (valid_to) WHERE valid_to <> 0 AND (name <> '' OR account <> 0);

CREATE TABLE equipment (
	id        INTEGER PRIMARY KEY,
	unit      INTEGER NOT NULL REFERENCES unit,
	name      TEXT    NOT NULL,
	number    INTEGER NOT NULL DEFAULT 1 CHECK (number > 0),
	due_at    INTEGER NOT NULL DEFAULT 0,   -- expires, or is to be inspected; 0: never
	at        INTEGER NOT NULL,
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX equipment_of ON equipment (unit, valid_to, id);
CREATE INDEX equipment_due ON equipment (due_at) WHERE due_at <> 0 AND valid_to = 0;

-- What volunteers can do: data of the city.
CREATE TABLE skill (
	code      TEXT    PRIMARY KEY,
	place     INTEGER NOT NULL,
	name      TEXT    NOT NULL,
	name_en   TEXT    NOT NULL DEFAULT '',
	valid_to  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO skill (code, place, name, name_en) VALUES
	('first_aid', 1, 'Pertolongan pertama', 'First aid'),
	('medic', 2, 'Tenaga kesehatan', 'Health worker'),
	('rescue', 3, 'Pencarian dan penyelamatan', 'Search and rescue'),
	('water', 4, 'Penyelamatan di air', 'Water rescue'),
	('boat', 5, 'Juru mudi perahu', 'Boat handling'),
	('driver', 6, 'Pengemudi kendaraan besar', 'Driver of large vehicles'),
	('chainsaw', 7, 'Gergaji mesin', 'Chainsaw'),
	('radio', 8, 'Radio komunikasi', 'Radio communication'),
	('kitchen', 9, 'Dapur umum', 'Field kitchen'),
	('shelter', 10, 'Pengungsian dan logistik', 'Shelter and supplies'),
	('psychosocial', 11, 'Dukungan psikososial', 'Psychosocial support'),
	('sign', 12, 'Bahasa isyarat', 'Sign language'),
	('animals', 13, 'Penanganan satwa', 'Animal handling');

CREATE TABLE volunteer (
	id        INTEGER PRIMARY KEY,
	agency    INTEGER NOT NULL DEFAULT 0,   -- who keeps it; 0: the city
	sealed    BLOB,                         -- JSON {name, phone, email}; NULL: erased
	phone     BLOB,                         -- keyed hash: nobody is listed twice
	area      TEXT    NOT NULL DEFAULT '',  -- a village's code
	lat       INTEGER NOT NULL DEFAULT 0,   -- its centre, never a house
	lon       INTEGER NOT NULL DEFAULT 0,
	consent_at INTEGER NOT NULL,
	consent   INTEGER NOT NULL,             -- the version of the words agreed to
	withdrawn_at INTEGER NOT NULL DEFAULT 0,
	vetted_at INTEGER NOT NULL DEFAULT 0,
	vetted_by INTEGER NOT NULL DEFAULT 0,
	vetted_to INTEGER NOT NULL DEFAULT 0,   -- good before
	vetted_note TEXT  NOT NULL DEFAULT '',
	at        INTEGER NOT NULL,
	version   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX volunteer_phone ON volunteer (phone) WHERE phone IS NOT NULL;
CREATE INDEX volunteer_of ON volunteer (agency, id) WHERE sealed IS NOT NULL;
CREATE INDEX volunteer_due ON volunteer (vetted_to) WHERE sealed IS NOT NULL;
CREATE INDEX volunteer_old ON volunteer (MAX(vetted_to, at)) WHERE sealed IS NOT NULL;

CREATE TABLE volunteer_skill (
	skill     TEXT    NOT NULL REFERENCES skill,
	volunteer INTEGER NOT NULL REFERENCES volunteer,
	until     INTEGER NOT NULL DEFAULT 0,   -- a certificate is good before; 0: there is none
	PRIMARY KEY (skill, volunteer)
) STRICT, WITHOUT ROWID;

CREATE INDEX volunteer_skill_of ON volunteer_skill (volunteer);

-- Volunteers asked to come to a ticket, and what each of them said.
CREATE TABLE callout (
	id        INTEGER PRIMARY KEY,
	token     TEXT    NOT NULL UNIQUE,      -- of the form
	ticket    INTEGER NOT NULL REFERENCES ticket,
	skill     TEXT    NOT NULL,
	radius    INTEGER NOT NULL,             -- metres
	words     TEXT    NOT NULL DEFAULT '',
	account   INTEGER NOT NULL,
	agency    INTEGER NOT NULL DEFAULT 0,
	at        INTEGER NOT NULL,
	ended_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX callout_of ON callout (ticket, id);
CREATE INDEX callout_open ON callout (ticket) WHERE ended_at = 0;

CREATE TABLE callee (
	id        INTEGER PRIMARY KEY,
	callout   INTEGER NOT NULL REFERENCES callout,
	volunteer INTEGER NOT NULL DEFAULT 0,   -- 0: forgotten
	code      BLOB    UNIQUE,               -- keyed hash of the link's code
	metres    INTEGER NOT NULL DEFAULT -1,
	channel   TEXT    NOT NULL CHECK (channel IN ('sms', 'mail')),
	answer    TEXT    NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no')),
	eta_at    INTEGER NOT NULL DEFAULT 0,   -- when they said they would be there
	said_at   INTEGER NOT NULL DEFAULT 0,
	arrived_at INTEGER NOT NULL DEFAULT 0,
	left_at   INTEGER NOT NULL DEFAULT 0,
	stood_at  INTEGER NOT NULL DEFAULT 0,   -- stood down
	at        INTEGER NOT NULL
) STRICT;

CREATE INDEX callee_of ON callee (callout, id);
CREATE INDEX callee_volunteer ON callee (volunteer, id) WHERE volunteer <> 0;
CREATE INDEX callee_old ON callee (at) WHERE volunteer <> 0;
-- As 0009 has it, and numbers of volunteers that were looked at.
DROP INDEX event_care;
CREATE INDEX event_care ON event (act, id) WHERE act IN ('account', 'sign_in', 'pact', 'session',
	'totp', 'open_identity', 'read', 'rotate', 'subject', 'erase', 'breach', 'export',
	'volunteer', 'open_volunteer');
CREATE INDEX event_unit ON event (object, id) WHERE act = 'unit';
CREATE INDEX event_volunteer ON event (actor, at) WHERE act = 'open_volunteer';

-- As in db/data/retention.tsv, behind the breaks.
UPDATE retention SET place = place + 3
	WHERE place > (SELECT s.place FROM retention s WHERE s.class = 'relief');
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'volunteer', 365, s.place + 1,
	'Relawan tanpa pemeriksaan yang berlaku; persetujuan yang dicabut menghapus saat itu juga',
	'UU 27/2022 Ps. 9, 16(2)g, 43(1); lamanya pilihan kota' FROM retention s WHERE s.class = 'relief';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'callee', 365, s.place + 2,
	'Siapa yang dipanggil dan datang hanya untuk evaluasi',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'relief';
INSERT INTO retention (class, days, place, reason, source)
	SELECT 'crew', 365, s.place + 3,
	'Nama awak unit hanya untuk evaluasi penugasan',
	'UU 27/2022 Ps. 16(2)g; lamanya pilihan kota' FROM retention s WHERE s.class = 'relief';

PRAGMA user_version = 26;

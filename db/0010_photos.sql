-- 0010: photos are forgotten like all else.

-- Why a photo is there no more.  The key of its files goes in the same moment,
-- so from then on nobody can open them; the worker removes them ("swept").
ALTER TABLE attachment ADD COLUMN gone TEXT NOT NULL DEFAULT ''
	CHECK (gone IN ('', 'retention', 'erase'));
ALTER TABLE attachment ADD COLUMN swept INTEGER NOT NULL DEFAULT 0 CHECK (swept IN (0, 1));

CREATE INDEX attachment_kept ON attachment (at) WHERE gone = '';
CREATE INDEX attachment_doomed ON attachment (at) WHERE gone <> '' AND swept = 0;
CREATE INDEX attachment_reporter ON attachment (reporter) WHERE gone = '' AND reporter <> 0;

-- As in db/data/retention.tsv, behind the answers.
UPDATE retention SET place = place + 2 WHERE place > 8;
INSERT INTO retention (class, days, place, reason, source) VALUES
	('photo_sensitive', 365, 9,
	 'Foto laporan peka; perkara yang berjalan menahannya',
	 'UU 27/2022 Ps. 4(2), 16(2)g; lamanya pilihan kota'),
	('photo', 1825, 10,
	 'Foto dapat memperlihatkan orang dan tempat; bukti pekerjaan selama uraiannya',
	 'UU 27/2022 Ps. 16(2)g; UU 43/2009 tentang Kearsipan; lamanya pilihan kota');

PRAGMA user_version = 10;

#!/bin/bash
# privacy.sh: the privacy desk and those who ask it, seen from a shell.  usage: privacy.sh bin
set -eu
program=admin
. "${0%/*}/site.bash" "$1"

citizen() { program=portal jar=''; }
staff() { program=admin; enter "$1"; }
send() { ask POST "$1" "csrf=$(value csrf)&token=$(value token)&version=$(value version)&${2:-}"; }

report() {	# a report: its number and its code
	citizen
	ask GET /lapor
	ask POST /lapor "token=$(value token)&category=JLN&area=99.71.07.1001&place=Depan+sekolah&story=Lubang+dalam+sekali+di+tengah+jalan&privacy=confidential&name=Upik+Banun&phone=081234567890&email=upik@contoh.example&consent=1"
	number=$(grep -o 'ADU-[0-9-]*-[0-9A-Z]' <<< "$out" | head -n 1)
	code=$(grep -o '[2-9A-Z]\{4\}-[2-9A-Z]\{4\}-[2-9A-Z]\{4\}' <<< "$out" | head -n 1)
}

# --- what everybody may know
citizen
ask GET /tentang/privasi
shows 'says what is kept how long'           '1.825 hari'
shows 'and within what time one is answered' '3 × 24 jam'
lang=en; ask GET /tentang/privasi; lang=
shows 'in English, too'                      '1,825 days'

# --- a person asks
report
shows 'a report is made'                     "$code"
ask GET /lacak/data
shows 'without a code one is asked for it'   '^Location: /lacak$'
ask POST /lacak/data 'code=K7QM-3XTD-9HWA'
shows 'with a wrong one, too'                '^Location: /lacak$'
ask POST /lacak "code=$code"
shows 'the tracking page leads there'        'action="/lacak/data"'
ask POST /lacak/data "code=$code"
shows 'the page of the own data'             'Data pribadi Anda</h1>'
shows 'whose address tells nobody'           '^Referrer-Policy: no-referrer'
hides 'it shows no name'                     'Upik'
ask POST /lacak/data/minta "code=$code&kind=access"
shows 'a form that is not ours is refused'   '^Status: 403'
ask POST /lacak/data "code=$code"
send /lacak/data/minta "code=$code"
shows 'nothing picked is bad input'          '^Status: 422'
send /lacak/data/minta "code=$code&kind=correct&words="
shows 'a correction must say of what'        '^Status: 422'
send /lacak/data/minta "code=$code&kind=erase&words=%3Cb%3Ehapus"
shows 'it is taken in'                       'PDP-[0-9]*-000001'
ask POST /lacak/data "code=$code"
send /lacak/data/minta "code=$code&kind=erase&words=%3Cb%3Elagi"
shows 'the same is asked once'               '^Status: 422'
shows 'which is said'                        'sudah kami terima'
shows 'what was typed stays, escaped'        '&lt;b&gt;lagi'
send /lacak/data/minta "code=$code&kind=access&words="
shows 'another may be asked'                 'PDP-[0-9]*-000002'
ask POST /lacak/data/surat "code=$code&number=$(grep -o 'PDP-[0-9]*-000002' <<< "$out" | head -n 1)"
shows 'there is no letter yet'               '^Status: 404'
first=$(sql "SELECT number FROM subject WHERE kind = 'erase'")
second=$(sql "SELECT number FROM subject WHERE kind = 'access'")

# --- who may work on it
for login in petugas pengarah damkar damkar.kepala verifikator walikota auditor; do
	staff $login
	ask GET /privasi
	shows "$login does not see the desk"      '^Status: 403'
	ask GET "/privasi/permintaan/$first"
	shows "$login sees no request either"     '^Status: 403'
done
staff admin
ask GET /privasi
shows 'an admin does'                        "$first"
ask GET "/privasi/permintaan/$first"
shows 'with the words, escaped'              '&lt;b&gt;hapus'
hides 'without the identity'                 'Upik\|0812'
shows 'and is warned that work goes on'      'masih ditangani atau masih dapat disanggah'
send "/privasi/permintaan/$first/kabulkan" ''
shows 'it must be taken up first'            '^Status: 409'
send "/privasi/permintaan/$first/kerjakan" ''
shows 'it is'                                "^Location: /privasi/permintaan/$first"
ask GET "/privasi/permintaan/$first"
send "/privasi/permintaan/$first/kabulkan" 'reply=Ya'
shows 'what is worked on is not erased'      '^Status: 422'
shows 'the words stay'                       '>Ya</textarea>'
send "/privasi/permintaan/$first/tolak" 'reason=danger&why=Belum'
shows 'a reason must fit'                    '^Status: 422'
send "/privasi/permintaan/$first/tolak" 'reason=open_ticket&why=Masih+dikerjakan.'
shows 'it is refused'                        '^Status: 303'
ask GET "/privasi/permintaan/$second"
send "/privasi/permintaan/$second/kerjakan" ''
ask GET "/privasi/permintaan/$second"
send "/privasi/permintaan/$second/kabulkan" 'reply=Silakan.'
shows 'the other is granted'                 '^Status: 303'
ask GET "/privasi/permintaan/$second"
send "/privasi/permintaan/$second/surat" ''
shows 'the desk prints the letter'           'Upik Banun'
ask GET "/privasi/permintaan/$second/surat"
shows 'never by a GET'                       '^Status: 405'
ask GET "/privasi/permintaan/$second"
send "/privasi/permintaan/$second/unduh" ''
shows 'or as a table'                        '^Content-Type: text/csv'
shows 'to be kept, not shown'                "^Content-Disposition: attachment; filename=\"$second.csv\""
shows 'with all of it'                       '"Anda","Nama",,,"Upik Banun"'
out="opened $(sql "SELECT count(*) FROM event WHERE act = 'open_identity' AND note = '$second'")"
shows 'each is on record'                    '^opened 2$'
ask POST "/privasi/permintaan/$second/unduh" 'csrf=falsch'
shows 'not without the session'"'"'s token'    '^Status: 403'
ask GET "/privasi/permintaan/$second/unduh"
shows 'nor by a GET'                         '^Status: 405'
ask GET "/privasi/permintaan/$first"
send "/privasi/permintaan/$first/unduh" ''
shows 'what has no letter has no table'      '^Status: 404'

# --- the person reads it
citizen
ask POST /lacak/data "code=$code"
shows 'why it was refused'                   'Masih dikerjakan\.'
shows 'by which rule'                        'Laporan masih ditangani'
ask POST /lacak/data/surat "code=$code&number=$second"
shows 'the letter'                           'Upik Banun'
shows 'with the number that was given'       '081234567890'
shows 'and the way it was reported'          'Situs web'
old=$code
report
ask POST /lacak/data/surat "code=$code&number=$second"
shows 'nobody else does'                     '^Status: 404'
ask POST /lacak "code=$old"
shows 'the tracking page says who opened it' 'Administrator\|Admin'

# --- by hand, corrected, erased
staff penyelia
ask GET /privasi/baru
send /privasi/baru "number=$number&phone=&channel=walk_in&kind=correct&words=Nama+saya+Upik+Banum"
shows 'who asks must be checked'             '^Status: 422'
shows 'what was typed stays'                 'Upik Banum</textarea>'
send /privasi/baru "number=ADU-26-000001-A&channel=walk_in&kind=correct&words=x&proved=1"
shows 'a ticket must be there'               'tidak ada tiket'
send /privasi/baru "number=$number&phone=0899999999&channel=walk_in&kind=correct&words=x&proved=1"
shows 'and its reporter'                     'tidak cocok'
send /privasi/baru "number=$number&phone=081234567890&channel=walk_in&kind=correct&words=Banum&proved=1"
shows 'it is taken in'                       '^Location: /privasi/permintaan/PDP'
third=$(sql "SELECT number FROM subject WHERE kind = 'correct'")
ask GET "/privasi/permintaan/$third"
send "/privasi/permintaan/$third/kerjakan" ''
ask GET "/privasi/permintaan/$third"
send "/privasi/permintaan/$third/kabulkan" 'name=&phone=bukan&email='
shows 'bad input is 422'                     '^Status: 422'
shows 'and stays'                            'value="bukan"'
send "/privasi/permintaan/$third/kabulkan" 'name=Upik+Banum'
shows 'it is corrected'                      '^Status: 303'
sql "UPDATE ticket SET open = 0, state = 'closed' WHERE number = '$number'"
ask GET /privasi/baru
send /privasi/baru "number=$number&channel=letter&kind=erase&words=Hapus&proved=1"
fourth=$(sql "SELECT MAX(number) FROM subject WHERE kind = 'erase'")
ask GET "/privasi/permintaan/$fourth"
send "/privasi/permintaan/$fourth/kerjakan" ''
ask GET "/privasi/permintaan/$fourth"
send "/privasi/permintaan/$fourth/kabulkan" 'reply=Sudah.'
shows 'it is erased'                         '^Status: 303'
out=$(sql "SELECT 'left:' || count(*) FROM reporter WHERE sealed IS NOT NULL OR phone IS NOT NULL OR words <> ''")
shows 'only of this one'                     '^left:1$'
out=$("$bin/siaga" verify 2>&1) || true
shows 'the chain of events holds'            '[0-9]'

# --- how long
ask GET /privasi/penyimpanan
shows 'the table of retention'               'UU 43/2009'
shows 'a supervisor may stop it'             'Hentikan penghapusan'
send /privasi/penyimpanan/bencana 'on=1&why='
shows 'with a reason'                        '^Status: 422'
send /privasi/penyimpanan/bencana 'on=1&why=Gempa'
shows 'it is stopped'                        '^Status: 303'
citizen
ask GET /tentang/privasi
shows 'which everybody may know'             'keadaan bencana'
staff admin
ask GET /privasi/penyimpanan
hides 'an admin may not go on with it'       'Cabut, lanjutkan'
send /privasi/penyimpanan/bencana 'why=Selesai'
shows 'not by a request of their own either' '^Status: 403'
send /privasi/penyimpanan/tahan "number=$number&held_for=LP/12"
shows 'a case holds a ticket'                '^Status: 303'
ask GET /privasi/penyimpanan
shows 'which is shown'                       'LP/12'
send /privasi/penyimpanan/lepas "number=$number"
shows 'and let go'                           '^Status: 303'

# --- the worker, with no more rights than it has
left() { sql "SELECT count(*) FROM reporter WHERE sealed IS NOT NULL"; }
work() {
	local pid
	"$bin/worker" > "$SIAGA_DATA/worker.log" 2>&1 & pid=$!
	until grep -q 'worker: ready' "$SIAGA_DATA/worker.log"; do sleep 0.1; done
	sleep 3			# for its first round
	kill $pid
	wait $pid || true
}
sql "UPDATE ticket SET open = 0, state = 'closed', since = since - 3000 * 86400000;
    UPDATE reporter SET at = at - 3000 * 86400000"
sql "INSERT INTO call (token, state, type, sealed, phone, note, rang_at, closed_at)
    VALUES ('x', 'closed', 'prank', x'00', x'00', 'Iseng', 1, 1);
    INSERT INTO answer (ticket, card, version, question, asked, said, at)
    SELECT MIN(id), 'SOP-01', 1, 1, 'Apa?', 'Sakit', 1 FROM ticket;
    UPDATE outbox SET state = 'sent', ended_at = 1;
    UPDATE subject SET ended_at = 1 WHERE open = 0"
work
out="left $(left)"
shows 'in a disaster it forgets nothing'     '^left 1$'
staff penyelia
ask GET /privasi/penyimpanan
send /privasi/penyimpanan/bencana 'why=Selesai'
work
out="left $(left) $(sql "SELECT count(*) FROM call WHERE sealed IS NOT NULL OR note <> ''"
    ) $(sql "SELECT count(*) FROM answer WHERE said <> ''") $(sql "SELECT count(*) FROM outbox"
    ) $(sql "SELECT count(*) FROM subject WHERE open = 0 AND (words IS NOT NULL OR answer IS NOT NULL)"
    ) $(sql "SELECT count(*) FROM ticket WHERE detail <> ''")"
shows 'after it, what is old of every kind'  '^left 0 0 0 0 0 0$'
out=$(sql "SELECT data FROM event WHERE act = 'erase' AND role = 'worker'")
shows 'and tells the record how many'        '{"class":"complaint_identity","rows":1,"days":365}'

# --- breaches
staff admin
ask GET /privasi/kebocoran/baru
send /privasi/kebocoran/baru 'happened=2020-01-02T03:04&found=2020-01-01T03:04&people=3&data=Nama&cause=Hilang&measures=Dicari'
shows 'not found before it happened'         '^Status: 422'
shows 'what was typed stays'                 '>Dicari</textarea>'
send /privasi/kebocoran/baru 'happened=2020-01-02T03:04&found=2020-01-03T03:04&people=3&data=Nama+%3Cx%3E&cause=Hilang&measures=Dicari'
shows 'it is recorded'                       '^Location: /privasi/kebocoran/PDB'
breach=$(sql 'SELECT number FROM breach')
ask GET /privasi/kebocoran
shows 'what is late is red'                  '<b class="red">'
shows 'and counted in the menu'              '<span class="ct bdg b-red">1'
ask GET /privasi/baru
send /privasi/baru "number=$number&channel=letter&kind=access&words=&proved=1"
sql "UPDATE subject SET due_at = 1 WHERE open = 1"
until [ "$(sql "SELECT count(*) FROM event WHERE role = 'worker' AND data LIKE '%\"late\"}'")" = 2 ] ||
    [ $((tries = ${tries:-0} + 1)) -gt 10 ]; do work; done
out=$(sql "SELECT act, data FROM event WHERE role = 'worker' AND data LIKE '%\"late\"}'")
shows 'the worker says that it is late'      "^breach|.*$(sql 'SELECT number FROM breach')"
shows 'and that a request is'                '^subject|{"number":"PDP-'
ask GET "/privasi/kebocoran/$breach"
send "/privasi/kebocoran/$breach/tutup" 'learnt=Kunci+lemari'
shows 'nobody closes what was not told'      '^Status: 409'
send "/privasi/kebocoran/$breach/beritahu" 'told=&told_at='
shows 'telling says whom and when'           '^Status: 422'
shows 'and loses nothing of the record'      '>Dicari</textarea>'
send "/privasi/kebocoran/$breach/beritahu" 'told=Surat&told_at=2020-01-04T03:04'
shows 'they are told'                        '^Status: 303'
ask GET "/privasi/kebocoran/$breach/surat/subjek"
shows 'the letter to the people'             'Kepada Bapak/Ibu'
shows 'says which data, escaped'             'Nama &lt;x&gt;'
lang=en; ask GET "/privasi/kebocoran/$breach/surat/lembaga"; lang=
shows 'the letter to the authority'          'Kepada lembaga'
shows 'is in Indonesian'                     '<html lang="id"'
ask GET "/privasi/kebocoran/$breach"
send "/privasi/kebocoran/$breach/tutup" 'learnt=Kunci+lemari'
shows 'it is closed'                         '^Status: 303'
ask GET "/privasi/kebocoran/$breach"
hides 'and stays as it is'                   'name="learnt"'

done_here

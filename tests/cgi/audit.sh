#!/bin/bash
# audit.sh: the record, seen from a shell: its page, its file, and siaga verify.  usage: audit.sh bin
set -eu
program=admin
. "${0%/*}/site.bash" "$1"
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir" "$SIAGA_DATA"' EXIT
"$bin/siaga" demo --days 1 --rate 0.3 > /dev/null 2>&1

rows='<tr><th scope="row"'

# --- who may
ask GET /audit
shows 'strangers are sent to the door'      '^Location: /masuk?ke=%2Faudit'
for login in petugas pengarah penyelia damkar damkar.a1 damkar.kepala verifikator walikota admin; do
	enter $login
	ask GET /audit
	shows "$login does not see it"           '^Status: 403'
	ask GET /audit/1
	shows "$login sees no event either"      '^Status: 403'
done
enter auditor
shows 'auditors begin here'                 '^Location: /audit$'

# --- the list
ask GET /audit
shows 'shows the record'                    'Jejak audit</h1>'
shows 'says how far the chain was verified' 'Rantai sedang diperiksa, baru sampai nomor 0'
count 'a page of fifty'                     50 "$rows" -eq
shows 'the newest sign-in first'            'Masuk</td>\|>Masuk '
shows 'which browsers do not keep'          '^Cache-Control: no-store'
older=$(sed -n 's/.*href="\/audit?\(sebelum=[0-9]*\)".*/\1/p' <<< "$out")
first=$(grep -o 'href="/audit/[0-9]*"' <<< "$out" | head -n 1)
ask GET "/audit?$older"
count 'and another'                         50 "$rows" -eq
hides 'with none of the first'              "$first"
shows 'and a way back'                      'Ke yang terbaru'
ask GET '/audit?kelompok=keamanan'
shows 'sign-ins are of security'            'b-asg'
hides 'and calls are not'                   'Panggilan dijawab</td>'
ask GET '/audit?tindakan=create'
shows 'one act'                             'Tiket dibuka\|Tiket dibuat'
hides 'and no other'                        'Panggilan ditutup</td>'
ask GET '/audit?tindakan=accept'
shows 'with words for the states'           'menjadi</span>'
number=$(grep -o '[A-Z]\{3\}-[0-9]*-[0-9]*-[A-Z0-9]' <<< "$out" | head -n 1)
ask GET "/audit?tiket=$(tr 'A-Z' 'a-z' <<< "$number")"
shows 'a ticket by its number as typed'     "$number"
[ "$(grep -o '[A-Z]\{3\}-[0-9]*-[0-9]*-[A-Z0-9]' <<< "$out" | sort -u | wc -l)" = 1 ]; say $? 'and only that'
ask GET '/audit?pelaku=auditor'
count 'an account by its login'             1 "$rows" -ge
ask GET '/audit?opd=DAMKAR&dari=2020-01-01&sampai=2030-01-01'
shows 'an agency and days'                  'Damkar'
ask GET '/audit?dari=2030-01-01'
shows 'nothing is said to be nothing'       'Tidak ada yang cocok'
for odd in dari=2026-13-40 tindakan=fly tiket=xyz pelaku=nobody opd=XX 'dari=2026-02-02&sampai=2026-02-01' \
    'sebelum=x' 'dari=%3Cscript%3E'; do
	ask GET "/audit?$odd"
	shows "refuses $odd"                     '^Status: 422'
	count 'and shows no row'                 0 "$rows" -eq
done
hides 'nothing is echoed as markup'         '<script>'
lang=en ask GET /audit
shows 'speaks English'                      'Audit trail</h1>'

# --- one event
ask GET /audit/1
shows 'shows an event'                      'Sidiknya cocok'
shows 'which has no predecessor'            '>0\{64\}<'
ask GET /audit/2
hash=$(grep -o '[0-9a-f]\{64\}' <<< "$out" | head -n 1)
ask GET /audit/1
shows 'and is the next one'"'"'s'           "$hash"
for odd in 0 -1 999999 x 1x 99999999999999999999; do
	ask GET "/audit/$odd"
	shows "knows no event $odd"              '^Status: 404'
done

# --- a file
ask GET '/audit?tindakan=sign_in'
keys="csrf=$(value csrf)&token=$(value token)"
ask POST /audit/unduh 'tindakan=sign_in'
shows 'gives no file without our form'      '^Status: 403'
ask POST /audit/unduh "$keys&tindakan=sign_in"
shows 'gives a file'                        '^Content-Type: text/csv; charset=utf-8'
shows 'to be kept under a name'             '^Content-Disposition: attachment; filename="audit-[0-9-]*.csv"'
shows 'with a heading'                      '^"id","time","account","name","role"'
shows 'and rows'                            '^[0-9]*,"20[0-9T:-]*Z","auditor",'
file=$(sed '1,/^$/d' <<< "$out")
ask GET '/audit?kelompok=ekspor'
count 'which is an event'                   1 "$rows" -eq
id=$(grep -o 'href="/audit/[0-9]*"' <<< "$out" | tr -dc 0-9)
ask GET "/audit/$id"
shows 'that says what was asked for'        'tindakan=sign_in'
sum=$(printf '%s\n' "$file" | sed 's/$/\r/' | b2sum -l 256 | cut -d ' ' -f 1)
shows 'and the hash of the file'            "$sum"
ask POST /audit/unduh "$keys&tindakan=fly"
shows 'a filter that is none gives none'    '^Status: 422'

# --- the worker's walk
( timeout -s TERM -k 5 4 "$bin/worker" > /dev/null 2>&1 ) || true
ask GET /audit
shows 'the worker verified it'              'Rantai utuh sampai nomor [0-9.]*, diperiksa'
shows 'all of it'                           'Seluruh rantai, dari nomor 1'

# --- siaga verify
verify() { out=$("$bin/siaga" verify "$@" 2>&1); }
verify; say $? 'verifies the store'
shows 'with its head'                       '^[0-9]* events, head [0-9a-f]\{64\}$'
shows 'and when'                            '^the last of 20.*Z, verified 20'
events=$(sed -n '1s/ .*//p' <<< "$out") head=$(sed -n '1s/.* //p' <<< "$out")
verify --head "$head" --count "$events"; say $? 'holds what was printed'
shows 'and says so'                         'holds the printed head'
if command -v sqlite3 > /dev/null; then
	q() { sqlite3 "$1" "$2" > /dev/null; }
	copy() { rm -f "$dir/copy.db"; q "$SIAGA_DATA/siaga.db" "VACUUM INTO '$dir/copy.db'"; }
	tamper() { copy; q "$dir/copy.db" "DROP TRIGGER event_stays; DROP TRIGGER event_is_kept; $1"; }
	finds() {	# finds <what> <sql> <pattern>
		tamper "$2"
		! env -u SIAGA_DATA "$bin/siaga" verify "$dir/copy.db" > "$dir/said" 2>&1; say $? "sees $1"
		out=$(cat "$dir/said")
		shows 'and names it'                 "$3"
	}
	copy
	mkdir "$dir/tape"
	q "$dir/copy.db" 'PRAGMA journal_mode = WAL'
	mv "$dir/copy.db" "$dir/tape/100% #1?.db"
	chmod 400 "$dir/tape/"*.db
	chmod 500 "$dir/tape"
	out=$(env -u SIAGA_DATA "$bin/siaga" verify "$dir/tape/100% #1?.db" 2>&1); say $? 'verifies a copy that is only to be read'
	shows 'without a key'                    "^$events events, head $head"
	[ "$(find "$dir/tape" -name '*.db-*' | wc -l)" = 0 ] || [ "$(id -u)" = 0 ]; say $? 'and leaves nothing beside it'
	finds 'a changed note'       'UPDATE event SET note = "x" WHERE id = 40' 'BROKEN behind event 39: event 40 is not what was written'
	finds 'rows that were swapped' 'UPDATE event SET id = -1 WHERE id = 50; UPDATE event SET id = 50 WHERE id = 60; UPDATE event SET id = 60 WHERE id = -1' 'event 50 is out of order, it stands at 60'
	finds 'rows that are gone'   'DELETE FROM event WHERE id BETWEEN 70 AND 72' 'events 70 to 72 are gone'
	finds 'a row put in between' 'UPDATE event SET id = -id WHERE id > 80; UPDATE event SET id = 1 - id WHERE id < 0; INSERT INTO event SELECT 81, at, ticket, life, object, act, before, after, actor, role, agency, behalf, public, "x", data, hash FROM event WHERE id = 80' 'BROKEN behind event 80'
	tamper "DELETE FROM event WHERE id > $((events - 2))"
	verify "$dir/copy.db"; say $? 'a chain cut short is a chain'
	! "$bin/siaga" verify "$dir/copy.db" --head "$head" --count "$events" > "$dir/said"; say $? 'but not the one that was printed'
	out=$(cat "$dir/said")
	shows 'and says so'                      'CUT: there is no event'
	! "$bin/siaga" verify --head "${head//[0-9]/0}" --count "$events" > "$dir/said"; say $? 'nor with another head'
	out=$(cat "$dir/said")
	shows 'which it says too'                'ANOTHER: event'
fi
! "$bin/siaga" verify "$dir/none.db" > /dev/null 2>&1; say $? 'a file that is none is no store'
! "$bin/siaga" verify "$PWD/README.md" > /dev/null 2>&1; say $? 'nor is any other'
! "$bin/siaga" verify --head abc > /dev/null 2>&1; say $? 'a head wants its count'

done_here

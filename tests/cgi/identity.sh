#!/bin/bash
# identity.sh: opening an identity, and changing keys, from a shell.  usage: identity.sh bin
set -eu
program=worklist
. "${0%/*}/site.bash" "$1"

area=$(sql "SELECT code FROM area WHERE level = 3 LIMIT 1")
report() {	# report <category> <privacy>: its number and code into $number, $code
	jar=''
	at portal GET /lapor
	at portal POST /lapor "token=$(value token)&category=$1&area=$area&place=Jl.+Sangat+Rahasia+7&privacy=$2&story=Sudah+tiga+minggu+begini+terus+dan+tidak+ada+yang+datang&consent=1&name=Zulaikha+Tanpadua&phone=0813-9876-2210&email=zulaikha%40contoh.example"
	code=$(grep -o '[A-Z0-9]\{4\}-[A-Z0-9]\{4\}-[A-Z0-9]\{4\}' <<< "$out" | head -n 1)
	number=$(sql "SELECT number FROM ticket ORDER BY id DESC LIMIT 1")
	id=$(sql "SELECT max(id) FROM reporter")
}
openings() { [ "$(sql "SELECT count(*) FROM event WHERE act = 'open_identity'")" -eq "$1" ]; }
open_it() {	# open_it <fields>: with the form that was shown last
	ask POST "/tiket/$number/identitas/$id" "csrf=$(value csrf)&token=$(value token)&$1"
}

# --- masked on the ticket ---
report JLN confidential
enter pengarah
ask GET "/tiket/$number"
shows 'the desk sees the name'             'Zulaikha Tanpadua'
shows 'the number masked'                  '0813 •••• 2210'
hides 'and never whole'                    '081398762210'
shows 'there is a button to open it'       "href=\"/tiket/$number/identitas/$id\""
enter verifikator
ask GET "/tiket/$number"
hides 'the verifier sees no name'          'Zulaikha'
hides 'and no button'                      '/identitas/'
shows 'but that there is one'              'Identitas dirahasiakan'
ask GET "/tiket/$number/identitas/$id"
shows 'nor the form'                       '^Status: 403'

# --- opened ---
enter pengarah
ask GET "/tiket/$number/identitas/$id"
shows 'it asks why'                        'Untuk apa identitas ini dibuka?'
shows 'it says that it is recorded'        'Setiap pembukaan dicatat'
hides 'and tells nothing yet'              'Zulaikha\|2210'
open_it 'alasan=&kata='
shows 'no reason, no name'                 '^Status: 422'
shows 'the fault is at its field'          'id="f-alasan-e"'
hides 'nothing is told'                    'Zulaikha\|2210'
open_it 'alasan=curious&kata=%3Cb%3Ekata%3C%2Fb%3E'
shows 'a reason of one'\''s own is none'   '^Status: 422'
shows 'what was typed stays, escaped'      '&lt;b&gt;kata&lt;/b&gt;</textarea>'
ask POST "/tiket/$number/identitas/$id" 'csrf=guess&alasan=ask_more&kata='
shows 'nobody else opens it'               '^Status: 403'
ok    'none of it is an opening' openings 0
ask GET "/tiket/$number/identitas/$id"
open_it 'alasan=ask_more&kata=Tanya+%3Ci%3Ejalannya%3C%2Fi%3E'
shows 'a good reason opens it'             '^Status: 200\|Zulaikha Tanpadua'
shows 'the number can be called'           'href="tel:081398762210"'
shows 'the address too'                    'zulaikha@contoh.example'
shows 'kept by no browser'                 '^Cache-Control: no-store'
hides 'no script or style inside'          'style=\|<style\|onclick=\|<script>'
ok    'that is an opening' openings 1
ask GET "/tiket/$number"
shows 'the time line says so'              'Identitas dibuka'
for odd in 0 -1 "$((id + 1))" x 1x 99999999999999999999 "$id/"; do
	ask GET "/tiket/$number/identitas/$odd"
	shows "what is no reporter is not there: $odd" '^Status: 404'
done
for who in dinsos auditor admin walikota; do
	enter "$who"
	ask GET "/tiket/$number/identitas/$id"
	shows "not for $who"               '^Status: 40[34]'
	hides 'and nothing is told'        'Zulaikha\|2210'
done

# --- the reporter sees it ---
jar=''
at portal POST /lacak "code=$code"
shows 'the reporter sees who'              '<b>Pengarah, pusat komando 112</b>'
shows 'and why'                            'Menanyakan keterangan'
shows 'in their words, escaped'            'Tanya &lt;i&gt;jalannya&lt;/i&gt;'
hides 'but not by name'                    'Wulan'
jar='bahasa=en'
at portal POST /lacak "code=$code"
shows 'in English, too'                    'Who opened your data'

# --- anonymous, sensitive ---
report JLN anonymous
enter pengarah
ask GET "/tiket/$number"
hides 'nothing of the anonymous to open'   '/identitas/'
ask GET "/tiket/$number/identitas/$id"
shows 'it says why'                        'Pelapor memilih tanpa nama'
open_it 'alasan=by_law&kata=surat'
hides 'and does not open'                  'href="tel:'
report BANSOS public
enter pengarah
ask GET "/tiket/$number"
shows 'of what is sensitive only letters'  'Z•••• T••••'
ask GET "/tiket/$number/identitas/$id"
open_it 'alasan=ask_more&kata='
shows 'it takes words'                     'id="f-kata-e"'
ok    'still one opening' openings 1

# --- readings ---
ok    'reading was put down'               test -s "$SIAGA_DATA/readings"
ok    'without a name'                     bash -c "! grep -qi 'zulaikha\|wulan' '$SIAGA_DATA/readings'"
"$bin/worker" 2>/dev/null & worker=$!
for ((i = 0; i < 100; i++)); do
	[ "$(sql "SELECT count(*) FROM event WHERE act = 'read'")" -eq 0 ] || break
	sleep 0.1
done
for _ in $(seq 300); do		# it also makes the key of push messages, which is sealed, too
	[ "$(sql 'SELECT count(*) FROM vapid')" -eq 0 ] || break
	sleep 0.1
done
kill $worker
wait $worker || true
ok    'the worker records it once'         test "$(sql "SELECT count(*) FROM event WHERE act = 'read'")" -eq 1
ok    'and the spool is gone'              test ! -e "$SIAGA_DATA/readings.taken"

# --- keys ---
out=$("$bin/siaga" key list)
shows 'one key holds all'                  '^1  3 seals, finds codes and phones, in use$'
out=$("$bin/siaga" key rotate)
shows 'a new one takes over'               '^3 sealed again by key 2\.$'
ok    'still nobody else may read the file' test "$(stat -c %a "$SIAGA_DATA/siaga.key")" = 400
out=$("$bin/siaga" key list)
shows 'the first is for looking up only'   '^1  0 seals, finds codes and phones$'
shows 'the second holds all'               '^2  3 seals, in use$'
enter pengarah
ask GET "/tiket/$number/identitas/$id"
open_it 'alasan=ask_more&kata=perlu'
shows 'it opens as before'                 'href="tel:081398762210"'
jar=''
at portal POST /lacak "code=$code"
shows 'the old codes are good'             "$number"
out=$("$bin/siaga" key rotate; "$bin/siaga" key drop 1 2>&1; "$bin/siaga" key drop 3 2>&1; "$bin/siaga" key drop 2) || true
shows 'the first stays'                    'key 1 is in use'
shows 'so does the newest'                 'key 3 is in use'
shows 'an empty one goes'                  'Key 2 is dropped'
out=$("$bin/siaga" key list)
hides 'for good'                           '^2 '
out=$("$bin/siaga" verify)
shows 'the record holds'                   ' events, head '
out=$("$bin/siaga" key drop x 2>&1; "$bin/siaga" key dance 2>&1) || true
shows 'what is no key is none'             'which? give the id of a key'
cp "$SIAGA_DATA/siaga.key" "$SIAGA_DATA/kept"
chmod 600 "$SIAGA_DATA/siaga.key"
sed -i '$d' "$SIAGA_DATA/siaga.key"
chmod 400 "$SIAGA_DATA/siaga.key"
out=$("$bin/siaga" key list)
shows 'seals without a key are told'       '^?  3 seals of keys that are not in the file$'

# --- carried away ---
for file in "$SIAGA_DATA"/siaga.db*; do
	ok "nothing of a person in ${file##*/}" bash -c "! grep -aqi 'zulaikha\|tanpadua\|98762210' '$file'"
done
ok    'though we can look'                 grep -aq 'Sangat Rahasia' "$SIAGA_DATA/siaga.db" "$SIAGA_DATA/siaga.db-wal"

done_here

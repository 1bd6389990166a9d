#!/bin/bash
# intake.sh: the call desk and the triage desk, seen from a shell.  usage: intake.sh bin
set -eu
program=intake
. "${0%/*}/site.bash" "$1"

call() {	# call <body>: from a fresh form
	ask GET /panggilan
	again "$1"
}

again() {	# again <body>: from the page that was shown last
	ask POST /panggilan "csrf=$(value csrf)&token=$(value token)&$1"
}

triage() {	# triage <number> <body>
	ask GET "/triase/$1"
	ask POST "/triase/$1" "csrf=$(value csrf)&token=$(value token)&version=$(value version)&$2"
}

set +e
# --- who may ---
ask GET /panggilan
shows 'a stranger is sent to the door'       '^Location: /masuk?ke=%2Fpanggilan\|^Location: /masuk?ke=/panggilan'
enter damkar
ask GET /panggilan
shows 'an agency takes no calls'             '^Status: 403'
enter petugas
ask GET /triase
shows 'a call taker triages nothing'         '^Status: 403'

# --- an empty desk ---
ask GET /panggilan
shows 'shows the desk'                       'Jenis kejadian'
shows 'is kept by nobody'                    '^Cache-Control: no-store'
hides 'without scripts or styles inside'     'style=\|<style\|onclick=\|<script>'
hides 'without a card of any type'           'name="card"'

# --- bad input: everything kept, nothing saved ---
call 'type=rumah+terbakar&phone=0812-3456-7890&name=%3Cb%3EIbu%3C/b%3E&detail=Api+besar&do=send'
shows 'no place is 422'                      '^Status: 422'
shows 'and says so at the field'             'Lokasi: tulis jalan atau tengara'
shows 'what was typed stays'                 'Api besar'
shows 'escaped'                              'value="&lt;b&gt;Ibu&lt;/b&gt;"'
shows 'the phone too'                        '0812-3456-7890'
shows 'the card of the type is there'        'name="card" value="SOP-01.1"'
call 'type=xyzzy&place=Jl.+A&do=send'
shows 'words that are no type are 422'       '^Status: 422'
shows 'and all types can be chosen'          '<option value="KBR-BGN">'
again 'type=xyzzy&category=KBR-BGN&place=Jl.+A&do=show'
shows 'a chosen one stands in the field'     'value="Kebakaran rumah/bangunan"'
call 'type=rumah&place=Jl.+A&do=send'
shows 'words of several types are 422'       'bisa berarti beberapa jenis'
call 'type=banjir&village=Gondor&do=send'
shows 'so is a village we do not have'       'Kelurahan: nama ini tidak ada'
call 'type=banjir&coords=999,1&do=send'
shows 'and a place outside the world'        'Koordinat: tulis lintang'
call 'type=banjir&place=Jl.+A&phone=abc&do=send'
shows 'and what is no number'                'ini bukan nomor telepon'
call 'type=banjir&place=Jl.+A&place=Jl.+B&do=send'
shows 'and a field sent twice'               'terkirim lebih dari sekali'
ask GET /panggilan
shows 'none of these is a call'              'Belum ada panggilan hari ini'

# --- a fire, without script ---
fire='type=kebakaran&place=Jl.+Karya+Bakti+14&village=Pasar+Lama&landmark=Gang+2+m&phone=081277450391&name=Ibu+Ratna'
call "$fire&do=show"
shows 'the button shows the card'            'SOP-01'
shows 'says it is a draft'                   'Draf, belum disetujui'
shows 'proposes whom to send to'             'value="PLN" data-brief="PLN" checked'
shows 'and names them'                       'Kirim ke Damkar, Polres, PLN +5'
shows 'has saved nothing'                    '^Status: 200\|^Content-Type'
again "$fire&card=SOP-01&a2=2&a4=1&shown=KBR-BGN&offered=DAMKAR,POLRES,PLN,DINKES,DISHUB,SATPOLPP,PDAM,RELAWAN&agency=DAMKAR&agency=PLN&agency=POLRES&lead=DAMKAR&do=show"
shows 'answers propose another type'         'GAS-B3 Kebocoran gas'
shows 'and say what to say'                  'Ucapkan:'
shows 'what was unticked stays unticked'     'value="DISHUB" data-brief="Dishub">'
used=$(value token)
again "$fire&card=SOP-01&a1=1&a2=2&do=send"
shows 'it is sent'                           'Terkirim ke'
shows 'with a number'                        'DRT-..-000001-'
shows 'and a tracking code, once'            'class="secret">'
shows 'to the lead first'                    'Damkar (pengampu)'
shows 'and the next form is empty'           'name="place" value=""'
[ -n "$(value token)" ] && [ "$(value token)" != "$used" ]
say $? 'with a token of its own'
ticket=$(grep -o 'DRT-[0-9]*-[0-9]*-.' <<< "$out" | head -n 1)

call 'type=kebakaran&place=Jl.+Kata+1&card=SOP-01&t1=banyak&a2=9&a3=-&do=send'
shows 'words, where a card has choices, are no answer' 'Terkirim ke'

# --- once is once ---
ask GET /panggilan
first="csrf=$(value csrf)&token=$(value token)&type=ular&place=Jl.+Ular+1&do=send"
ask POST /panggilan "$first"
number=$(grep -o 'DRT-[0-9]*-[0-9]*-.' <<< "$out" | head -n 1)
ask POST /panggilan "$first"
shows 'a second click finds the first ticket' "$number"
shows 'and says so'                          'tidak dikirim dua kali'
hides 'without a second code'                'class="secret">'
ask POST /panggilan 'token=guess&type=ular&place=Jl.+A&do=send'
shows 'nobody sends from another page'       '^Status: 403'
ask GET /panggilan
ask POST /panggilan "csrf=$(value csrf)&token=guess&type=ular&place=Jl.+Kobra&do=send"
shows 'a token that is not ours is asked again' 'terlalu lama terbuka'
shows 'with the words kept'                  'Jl. Kobra'

# --- a store that is held for long ---
ask GET /panggilan
held="csrf=$(value csrf)&token=$(value token)&type=banjir&place=Jl.+Tertahan+7&detail=Air+naik&do=send"
(echo 'BEGIN IMMEDIATE;'; echo ".shell touch '$SIAGA_DATA/held'"; sleep 12) |
	sqlite3 -cmd '.timeout 5000' "$SIAGA_DATA/siaga.db" & holder=$!
until [ -e "$SIAGA_DATA/held" ]; do sleep 0.1; done
ask POST /panggilan "$held"
shows 'is 503 after a while'                 '^Status: 503'
shows 'says when to try again'               '^Retry-After:'
shows 'and keeps the form'                   'Jl. Tertahan 7'
wait $holder
again "${held#*&*&}"
shows 'which is sent with one more key'      'Terkirim ke'

# --- no incident ---
for type in prank ghost information wrong_number dropped test; do
	call "do=$type&sure=1&phone=081299990000&detail=tertawa"
	shows "$type is recorded with one key"   'Dicatat [0-9.]*:'
done
call 'do=emergency'
hides 'an incident is not closed by hand'    'Dicatat'
for i in 1 2; do call 'do=prank&phone=081299990000'; done
call 'type=banjir&place=Jl.+Iseng&phone=081299990000&do=send'
shows 'who pranks is called back first'      '^Status: 422'
shows 'which can be ticked'                  'name="back"'
again 'type=banjir&place=Jl.+Iseng&phone=081299990000&back=1&do=send'
shows 'and then it is sent'                  'Terkirim ke'

# --- another caller ---
ask GET '/panggilan/mirip?kategori=KBR-BGN&area='
shows 'without a place nothing is near'      'Isi kelurahan'
call "type=rumah+terbakar&village=Pasar+Lama&do=show"
shows 'the fire is near'                     "name=\"attach\" value=\"$ticket\""
again "village=Pasar+Lama&phone=081311112222&detail=Asap+tebal&attach=$ticket"
shows 'one key joins it'                     'Penelepon digabungkan'
shows 'as the second caller'                 'pelapor: 2'
call "phone=0813&detail=Halo&attach=DRT-26-999999-X"
shows 'a ticket there is not is 409'         '^Status: 409'
shows 'and the words are kept'               'Halo'

# --- unclear, kept, complaints ---
call 'place=Jl.+Tak+Jelas&detail=Suara+gaduh&do=send'
shows 'without a type it waits at the desk'  'Menunggu di meja triase'
call 'type=tabrakan&place=Jl.+Raya+1&do=keep'
shows 'what is kept is sent to nobody'       'belum dikirim ke siapa pun'
call 'type=lampu+jalan&village=Pasar+Lama&detail=Lampu+padam+di+gang&do=send'
shows 'a complaint waits, too'               'ADU-'
complaint=$(grep -o 'ADU-[0-9]*-[0-9]*-.' <<< "$out" | head -n 1)

# --- pieces for the script ---
ask GET /panggilan/data
shows 'types and villages are data'          '"c":"KBR-BGN"'
shows 'with an ETag'                         '^ETag: "'
etag=$(sed -n 's/^ETag: //p' <<< "$out")
sed '1,/^$/d' <<< "$out" | node -e 'const d = JSON.parse(require("fs").readFileSync(0)); process.exit(d.categories.length === 50 && d.villages.length > 10 ? 0 : 1)'
say $? 'which is JSON, and whole'
ask GET /panggilan/data '' HTTP_IF_NONE_MATCH="$etag"
shows 'and need not be read twice'           '^Status: 304'
ask GET '/panggilan/kartu?kategori=BNJ&area='
shows 'a card comes in pieces'               'data-part="sop"'
ask GET '/panggilan/kartu?kategori=NIX'
shows 'of what there is'                     '^Status: 404'
ask GET /panggilan/sop/SOP-06
shows 'another card can be read'             'Gawat darurat medis'
ask GET /panggilan/riwayat
shows 'a number is never in an address'      '^Status: 405'

# --- triage ---
enter pengarah
ask GET /triase
shows 'the desk sees the complaint'          "/triase/$complaint"
ask GET "/triase/$complaint"
shows 'with what may be done'                'Verifikasi dan kirim'
triage "$complaint" 'do=ask&ask='
shows 'asking needs words'                   '^Status: 422'
triage "$complaint" 'do=decline&decline=Maaf'
shows 'declining needs a reason'             'Alasan baku: pilih'
shows 'and keeps the words'                  '>Maaf</textarea>'
triage "$complaint" 'do=merge&target=DRT-1'
shows 'a duplicate needs a number'           'Nomor tiket yang sama'
triage "$complaint" 'do=send&lead=DISHUB'
shows 'sending needs an agency'              'centang sedikitnya satu'
triage "$complaint" 'do=send&agency=PLN'
shows 'one that may lead'                    'pengampu harus OPD kota'
triage "$complaint" 'do=reclassify&category=JLN'
shows 'the category is corrected'            "^Location: /triase/$complaint"
ask GET "/triase/$complaint"
shows 'and others are proposed'              'value="PUPR" checked'
old=$(value version)
triage "$complaint" 'do=send&agency=PUPR&agency=DISHUB&lead=PUPR&publish=1'
shows 'it is verified and sent'              '^Location: /triase$'
ask POST "/triase/$complaint" "csrf=$(ask GET /triase; value csrf)&version=$old&do=ask&ask=Di+mana%3F"
shows 'the slower one is told'               '^Status: 409'
shows 'who was faster'                       'lebih dulu:'
ask GET /triase/ADU-26-999999-X
shows 'what is not there is not found'       '^Status: 404'

done_here

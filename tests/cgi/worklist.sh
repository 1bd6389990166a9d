#!/bin/bash
# worklist.sh: the list, the ticket and the wall, seen from a shell.  usage: worklist.sh bin
set -eu
program=worklist
. "${0%/*}/site.bash" "$1"

area=$(sql "SELECT code FROM area WHERE level = 3 LIMIT 1")

# --- the list ---
alarm KBR-BGN 'Jl.+%3Cb%3EMelati%3C%2Fb%3E+1' "$area"
ask GET /tugas
shows 'strangers are sent to the door'     '^Location: /masuk?ke=/\?%\?2\?F\?tugas'
enter petugas
ask GET /tugas
shows 'a call taker has no list'           '^Status: 403'
enter damkar
ask GET /tugas
shows 'an operator has'                    '<h1>Tugas Damkar</h1>'
shows 'a P1 that waits is urgent'          'Tiket baru P1'
shows 'the place is shown escaped'         'Jl. &lt;b&gt;Melati&lt;/b&gt; 1'
shows 'kept by no browser'                 '^Cache-Control: no-store'
shows 'renewed without a script'           '<noscript><meta http-equiv="refresh"'
hides 'no script or style inside'          'style=\|<style\|onclick=\|<script>'
number=$(button accept | cut -d. -f1)
accept=$(button accept)
pulse=$(sed -n 's/.*data-pulse="\([0-9]*\)".*/\1/p' <<< "$out")
ask GET '/tugas?tampil=nonsense&prioritas=P9&kecamatan=%3Cscript%3E&opd=7&setelah=x'
shows 'odd filters are as none'            "/tiket/$number"
shows 'and are not repeated'               'action="/tugas/langkah"'
ask GET '/tugas?prioritas=P4'
hides 'a filter filters'                   "<a href=\"/tiket/$number\""
shows 'the urgent shows all the same'      'Tiket baru P1'
ask GET /tugas/versi
shows 'a poll is a number'                 "^$pulse\$"
ask GET /tugas/versi '' "HTTP_IF_NONE_MATCH=\"$pulse\""
shows 'or nothing new'                     '^Status: 304'
ask GET '/tugas/cari?nomor=kucing'
shows 'what is no number is told'          '^Status: 422'
ask GET "/tugas/cari?nomor=$(tr 'A-Z-' 'a-z+' <<< "$number")"
shows 'a number leads to its ticket'       "^Location: /tiket/$number\$"

# --- a press ---
ask POST /tugas/langkah "csrf=guess&langkah=$accept"
shows 'nobody else presses'                '^Status: 403'
ask GET /tugas
ask POST /tugas/langkah "csrf=$(value csrf)&langkah=$accept" HTTP_SEC_FETCH_SITE=cross-site
shows 'nor from elsewhere'                 '^Status: 403'
for odd in x "$number" "$number.a1.accept" "$number.z1.accept.0" "$number.a1.dance.0" "$number.a1.accept.y" \
    "$number.a99999999999999999999.accept.0"; do
	ask GET /tugas
	send /tugas/langkah "langkah=$odd"
	shows "an odd button is refused: $odd" '^Status: 40[04]'
done
ask GET /tugas
send '/tugas/langkah?prioritas=P1' "langkah=$accept"
shows 'one press accepts'                  '^Location: /tugas?prioritas=P1$'
shows 'and the next page will say so'      '^Set-Cookie: kabar=accept\.'
ask GET /tugas
send /tugas/langkah "langkah=$accept"
shows 'twice is too late'                  '^Status: 409'
shows 'and says who was there'             'Dedi Hartono'
jar="$jar; kabar=accept.$number"
ask GET /tugas
shows 'it says so once'                    '^Set-Cookie: kabar=; Path=/; Max-Age=0'
shows 'by number'                          "$number: Tugas diterima"
jar="${jar%; kabar*}; kabar=accept.<b>"
ask GET /tugas
hides 'and repeats no nonsense'            'id="kabar"'
jar=${jar%; kabar*}

# --- a form ---
ask GET "/tiket/$number"
shows 'the ticket is there'                "<span class=\"mut num\">$number</span>"
transfer=$(link transfer)
ask GET "$transfer"
shows 'a step that needs words asks them'  'Catatan internal'
send "$transfer" 'catatan='
shows 'without them it is bad input'       '^Status: 422'
shows 'the list of faults is on top'       'class="errsum"'
shows 'each fault is at its field'         'id="f-opd-e"'
send "$transfer" 'opd=DAMKAR&catatan=%3Ci%3Ekata%3C%2Fi%3E'
shows 'one cannot hand it to oneself'      '^Status: 422'
shows 'what was typed stays, escaped'      '&lt;i&gt;kata&lt;/i&gt;</textarea>'
send "$transfer" 'opd=POLRES&catatan=kata'
shows 'nor its lead to a stranger'         '^Status: 422'
ask GET "/tiket/$number/langkah/send_unit?objek=a1"
send "/tiket/$number/langkah/send_unit?objek=a1" 'unit=1&unit=2&catatan='
shows 'two units go at once'               "^Location: /tiket/$number\$"
ask GET "/tiket/$number"
shows 'the first is there'                 '<b>A1</b>'
shows 'and the second'                     '<b>A2</b>'
ask GET "/tiket/$number"
send "/tiket/$number/langkah/send_unit?objek=a1" 'unit=1&catatan=lagi'
shows 'none goes twice'                    '^Status: 422'
for odd in '' '?objek=' '?objek=a' '?objek=x1' '?objek=a1x' '?objek=a1&objek=a2' '?objek=a1&versi=x'; do
	ask GET "/tiket/$number/langkah/arrive$odd"
	shows "what names nothing is not there: $odd" '^Status: 404'
done
ask GET "/tiket/$number/langkah/dance?objek=a1"
shows 'nor an act that is none'            '^Status: 404'
ask GET "/tiket/$number/langkah/arrive?objek=a2"
shows 'nor what others do with their part' '^Status: 409\|^Status: 404'
ask GET "/tiket/$number"
send "/tiket/$number/langkah/arrive?objek=a2" ''
shows 'and it cannot be done'              '^Status: 40[3-9]'
ask GET "/tiket/$number"
send "/tiket/$number/catatan" 'catatan=Kunci&pembaca=1'
shows 'a note is taken'                    "^Location: /tiket/$number#lini\$"
ask GET "/tiket/$number"
shows 'as an internal one'                 'class="note in"'
send "/tiket/$number/catatan" 'catatan=Kunci'
shows 'never without a choice of readers'  '^Status: 422'
enter dinsos
ask GET "/tiket/$number"
shows 'another agency sees no such ticket' '^Status: 404'
send "/tiket/$number/catatan" 'catatan=Kunci&pembaca=1'
shows 'and writes nothing on it'           '^Status: 40[34]'

# --- the wall ---
at command GET /komando
shows 'the wall is not for everybody'      '^Status: 403'
enter walikota
at command GET /komando
shows 'but for those in command'           'data-theme="dark"'
shows 'it shows the incident'              'class="w-inc'
hides 'but no number'                      "$number"
at command GET /komando/versi
shows 'it can be polled'                   '^[0-9][0-9]*$'
at command POST /komando 'x=1'
shows 'and takes no orders'                '^Status: 405'

done_here

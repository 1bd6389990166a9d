#!/bin/bash
# worklist.sh: the list, the ticket and the wall, seen from a shell.  usage: worklist.sh bin
set -eu
bin=$1
SIAGA_DATA=$(mktemp -d)
export SIAGA_DATA SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
trap 'rm -rf "$SIAGA_DATA"' EXIT
"$bin/siaga" init --demo-city >/dev/null
n=0 bad=0 jar='' out=''

ask() {	# ask <program> <method> <path>[?query] [<body> [<variable=value>...]]: into $out
	local program=$1 method=$2 path=${3%%\?*} query='' body=${4:-}
	case $3 in *\?*) query=${3#*\?} ;; esac
	shift $(($# < 4 ? $# : 4))
	out=$(printf '%s' "$body" | env "$@" REQUEST_METHOD="$method" PATH_INFO="$path" \
	    QUERY_STRING="$query" REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$jar" \
	    CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#body} \
	    "$bin/$program" 2>/dev/null | tr -d '\r') || true
}

ok() {	# ok <what> <command...>
	n=$((n + 1))
	if "${@:2}"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"; head -c 3000 <<< "$out" | sed 's/^/# /'; bad=1
	fi
}

has() { grep -q -e "$1" <<< "$out"; }
lacks() { [ -n "$out" ] && ! grep -q -e "$1" <<< "$out"; }
shows() { ok "$1" has "$2"; }
hides() { ok "$1" lacks "$2"; }
value() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" <<< "$out" | head -n 1; }
button() { grep -o "value=\"[^\"]*\.$1\.[0-9]*\"" <<< "$out" | head -n 1 | cut -d'"' -f2; }
link() { grep -o "/tiket/[^\"]*/langkah/$1?objek=[a-z0-9]*" <<< "$out" | head -n 1; }

enter() {	# enter <login>: the jar holds its session then
	jar=''
	ask admin GET /masuk
	ask admin POST /masuk "token=$(value token)&login=$1&password=kota-bahari-112"
	jar="sesi=$(sed -n 's/^Set-Cookie: sesi=\([^;]*\);.*/\1/p' <<< "$out" | head -n 1)"
}

send() {	# send <path> <body>: from the page that was shown last
	ask worklist POST "$1" "csrf=$(value csrf)&token=$(value token)&$2"
}

area=$(sqlite3 "$SIAGA_DATA/siaga.db" "SELECT code FROM area WHERE level = 3 LIMIT 1")
report() {	# report <category> <place>: a text emergency, routed at once
	jar=''
	ask portal GET /lapor/darurat
	ask portal POST /lapor/darurat "token=$(value token)&category=$1&area=$area&place=$2&story=Api"
}

# --- the list ---
report KBR-BGN 'Jl.+%3Cb%3EMelati%3C%2Fb%3E+1'
ask worklist GET /tugas
shows 'strangers are sent to the door'     '^Location: /masuk?ke=/\?%\?2\?F\?tugas'
enter petugas
ask worklist GET /tugas
shows 'a call taker has no list'           '^Status: 403'
enter damkar
ask worklist GET /tugas
shows 'an operator has'                    '<h1>Tugas Damkar</h1>'
shows 'a P1 that waits is urgent'          'Tiket baru P1'
shows 'the place is shown escaped'         'Jl. &lt;b&gt;Melati&lt;/b&gt; 1'
shows 'kept by no browser'                 '^Cache-Control: no-store'
shows 'renewed without a script'           '<noscript><meta http-equiv="refresh"'
hides 'no script or style inside'          'style=\|<style\|onclick=\|<script>'
number=$(button accept | cut -d. -f1)
accept=$(button accept)
pulse=$(sed -n 's/.*data-pulse="\([0-9]*\)".*/\1/p' <<< "$out")
ask worklist GET '/tugas?tampil=nonsense&prioritas=P9&kecamatan=%3Cscript%3E&opd=7&setelah=x'
shows 'odd filters are as none'            "/tiket/$number"
shows 'and are not repeated'               'action="/tugas/langkah"'
ask worklist GET '/tugas?prioritas=P4'
hides 'a filter filters'                   "<a href=\"/tiket/$number\""
shows 'the urgent shows all the same'      'Tiket baru P1'
ask worklist GET /tugas/versi
shows 'a poll is a number'                 "^$pulse\$"
ask worklist GET /tugas/versi '' "HTTP_IF_NONE_MATCH=\"$pulse\""
shows 'or nothing new'                     '^Status: 304'
ask worklist GET '/tugas/cari?nomor=kucing'
shows 'what is no number is told'          '^Status: 422'
ask worklist GET "/tugas/cari?nomor=$(tr 'A-Z-' 'a-z+' <<< "$number")"
shows 'a number leads to its ticket'       "^Location: /tiket/$number\$"

# --- a press ---
ask worklist POST /tugas/langkah "csrf=guess&langkah=$accept"
shows 'nobody else presses'                '^Status: 403'
ask worklist GET /tugas
ask worklist POST /tugas/langkah "csrf=$(value csrf)&langkah=$accept" HTTP_SEC_FETCH_SITE=cross-site
shows 'nor from elsewhere'                 '^Status: 403'
for odd in x "$number" "$number.a1.accept" "$number.z1.accept.0" "$number.a1.dance.0" "$number.a1.accept.y" \
    "$number.a99999999999999999999.accept.0"; do
	ask worklist GET /tugas
	send /tugas/langkah "langkah=$odd"
	shows "an odd button is refused: $odd" '^Status: 40[04]'
done
ask worklist GET /tugas
send '/tugas/langkah?prioritas=P1' "langkah=$accept"
shows 'one press accepts'                  '^Location: /tugas?prioritas=P1$'
shows 'and the next page will say so'      '^Set-Cookie: kabar=accept\.'
ask worklist GET /tugas
send /tugas/langkah "langkah=$accept"
shows 'twice is too late'                  '^Status: 409'
shows 'and says who was there'             'Dedi Hartono'
jar="$jar; kabar=accept.$number"
ask worklist GET /tugas
shows 'it says so once'                    '^Set-Cookie: kabar=; Path=/; Max-Age=0'
shows 'by number'                          "$number: Tugas diterima"
jar="${jar%; kabar*}; kabar=accept.<b>"
ask worklist GET /tugas
hides 'and repeats no nonsense'            'id="kabar"'
jar=${jar%; kabar*}

# --- a form ---
ask worklist GET "/tiket/$number"
shows 'the ticket is there'                "<span class=\"mut num\">$number</span>"
transfer=$(link transfer)
ask worklist GET "$transfer"
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
ask worklist GET "/tiket/$number/langkah/send_unit?objek=a1"
send "/tiket/$number/langkah/send_unit?objek=a1" 'unit=1&unit=2&catatan='
shows 'two units go at once'               "^Location: /tiket/$number\$"
ask worklist GET "/tiket/$number"
shows 'the first is there'                 '<b>A1</b>'
shows 'and the second'                     '<b>A2</b>'
ask worklist GET "/tiket/$number"
send "/tiket/$number/langkah/send_unit?objek=a1" 'unit=1&catatan=lagi'
shows 'none goes twice'                    '^Status: 422'
for odd in '' '?objek=' '?objek=a' '?objek=x1' '?objek=a1x' '?objek=a1&objek=a2' '?objek=a1&versi=x'; do
	ask worklist GET "/tiket/$number/langkah/arrive$odd"
	shows "what names nothing is not there: $odd" '^Status: 404'
done
ask worklist GET "/tiket/$number/langkah/dance?objek=a1"
shows 'nor an act that is none'            '^Status: 404'
ask worklist GET "/tiket/$number/langkah/arrive?objek=a2"
shows 'nor what others do with their part' '^Status: 409\|^Status: 404'
ask worklist GET "/tiket/$number"
send "/tiket/$number/langkah/arrive?objek=a2" ''
shows 'and it cannot be done'              '^Status: 40[3-9]'
ask worklist GET "/tiket/$number"
send "/tiket/$number/catatan" 'catatan=Kunci&pembaca=1'
shows 'a note is taken'                    "^Location: /tiket/$number#lini\$"
ask worklist GET "/tiket/$number"
shows 'as an internal one'                 'class="note in"'
send "/tiket/$number/catatan" 'catatan=Kunci'
shows 'never without a choice of readers'  '^Status: 422'
enter dinsos
ask worklist GET "/tiket/$number"
shows 'another agency sees no such ticket' '^Status: 404'
send "/tiket/$number/catatan" 'catatan=Kunci&pembaca=1'
shows 'and writes nothing on it'           '^Status: 40[34]'

# --- the wall ---
ask command GET /komando
shows 'the wall is not for everybody'      '^Status: 403'
enter walikota
ask command GET /komando
shows 'but for those in command'           'data-theme="dark"'
shows 'it shows the incident'              'class="w-inc'
hides 'but no number'                      "$number"
ask command GET /komando/versi
shows 'it can be polled'                   '^[0-9][0-9]*$'
ask command POST /komando 'x=1'
shows 'and takes no orders'                '^Status: 405'

echo "1..$n"
exit $bad

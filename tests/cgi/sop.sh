#!/bin/bash
# sop.sh: what must be safe first, and the next version of a card, from a shell.  usage: sop.sh bin
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

send() {	# send <program> <path> <body>: from the page that was shown last
	ask "$1" POST "$2" "csrf=$(value csrf)&token=$(value token)&$3"
}

area=$(sqlite3 "$SIAGA_DATA/siaga.db" "SELECT code FROM area WHERE level = 3 LIMIT 1")
jar=''
ask portal GET /lapor/darurat
ask portal POST /lapor/darurat "token=$(value token)&category=KBR-BGN&area=$area&place=Jl.+Melati+1&story=Api"
number=$(sqlite3 "$SIAGA_DATA/siaga.db" "SELECT number FROM ticket")

# --- what must be safe first ---
lock() { grep -o "value=\"[0-9]*\.[0-9]*\.$1\"" <<< "$out" | head -n 1 | cut -d'"' -f2; }
enter damkar
ask worklist GET /tugas
shows 'the list says it is not safe yet'   'Prasyarat aman belum dijawab'
ask worklist GET "/tiket/$number"
shows 'the ticket asks'                    'PLN sudah memadamkan listrik?'
shows 'nobody has answered'                'BELUM DIKONFIRMASI'
shows 'it says whose it is to answer'      'Dijawab oleh PLN'
old=$(lock confirmed)
enter pln
ask worklist GET "/tiket/$number"
send worklist "/tiket/$number/prasyarat" "prasyarat=$old"
shows 'an answer is a redirect'            "^Location: /tiket/$number#prasyarat"
enter damkar
ask worklist GET "/tiket/$number"
shows 'the other agency sees who it was'   'oleh Irwan Syah, .* (PLN)'
shows 'the story tells it'                 'Prasyarat aman dikonfirmasi'
send worklist "/tiket/$number/prasyarat" "prasyarat=${old%confirmed}waived"
shows 'the slower is told'                 '^Status: 409'
shows 'with who was faster'                'Irwan Syah, .* lebih dulu'
send worklist "/tiket/$number/prasyarat" "prasyarat=$(lock open)"
shows 'it can be taken back'               '^Location: /tiket/'
ask worklist GET "/tiket/$number"
shows 'and is open again'                  'BELUM DIKONFIRMASI'
shows 'which is told, too'                 'Konfirmasi prasyarat aman dicabut'
send worklist "/tiket/$number/prasyarat" 'prasyarat=1.x.open'
shows 'nonsense is refused'                '^Status: 4'
enter dinsos
ask worklist GET /tugas
send worklist "/tiket/$number/prasyarat" "prasyarat=$old"
shows 'who is not on it finds nothing'     '^Status: 404'

# --- the next version ---
enter petugas
ask admin GET /sop
shows 'a call taker writes no cards'       '^Status: 403'
enter damkar.kepala
ask admin GET /sop
shows 'the list of cards'                  'href="/sop/SOP-01"'
ask admin GET /sop/SOP-01
send admin /sop/SOP-01/langkah 'do=begin'
shows 'a version is begun'                 '^Location: /sop/SOP-01'
ask admin GET /sop/SOP-01
shows 'nothing is changed yet'             'Tidak ada perubahan'
ask admin GET /sop/SOP-01/tanya/1
shows 'a question, its answers'            'name="label1" value="1 lantai"'
send admin /sop/SOP-01/tanya/1 'revisi=1&ask=Apa+yang+%3Cb%3Eterbakar%3F&place=1&raise1=P1'
shows 'an effect needs an answer'          'isi jawabannya, karena ada akibatnya'
shows 'what was typed is kept'             'value="Apa yang &lt;b&gt;terbakar?"'
send admin /sop/SOP-01/tanya/1 'revisi=1&ask=Apa+yang+%3Cb%3Eterbakar%3F&place=1&label1=Rumah&raise1=P1&add1=PLN&disaster1=1'
shows 'a good one is kept'                 '^Location: /sop/SOP-01'
ask admin GET /sop/SOP-01
shows 'what changed is shown'              '<ins>Tanya 1: Apa yang &lt;b&gt;terbakar?'
shows 'with what the answer does'          'naik ke P1 · +PLN · usul Mode Bencana'
ask admin GET /sop/SOP-01/ubah
send admin /sop/SOP-01/ubah 'revisi=1&title=Kebakaran+rumah&opening=Api+di+mana%3F&tell=Keluar'
shows 'an older page is told so'           '^Status: 409'
shows 'and keeps what was typed'           'value="Kebakaran rumah"'
send admin /sop/SOP-01/ubah "revisi=$(value revisi)&title=Kebakaran+rumah&opening=Api+di+mana%3F&tell=Keluar&lock1=Gas+sudah+ditutup%3F&agency1=DAMKAR"
shows 'then it is kept'                    '^Location: /sop/SOP-01'
ask admin GET /sop/SOP-01
send admin /sop/SOP-01/langkah "do=submit&revisi=$(value revisi)"
ask admin GET /sop/SOP-01
shows 'the author does not approve'        'orang lain yang menyetujui'
send admin /sop/SOP-01/langkah "do=approve&revisi=$(value revisi)"
shows 'not even by hand'                   '^Status: 403'
enter penyelia
ask admin GET /sop/SOP-01
send admin /sop/SOP-01/langkah "do=approve&revisi=$(value revisi)"
shows 'another one does'                   '^Location: /sop/SOP-01'
enter admin
ask admin GET /sop/SOP-01
send admin /sop/SOP-01/langkah "do=start&mulai=nanti&revisi=$(value revisi)"
shows 'a time that is none'                'Waktu mulai tidak terbaca'
send admin /sop/SOP-01/langkah "do=start&mulai=&revisi=$(value revisi)"
shows 'in force'                           '^Location: /sop/SOP-01'
ask admin GET /sop/SOP-01
shows 'approved by whom'                   'Yoga Pratama'
enter petugas
ask intake GET /panggilan/sop/SOP-01
shows 'the desk reads the new one'         'Kebakaran rumah'
ask intake GET /panggilan
call='type=kebakaran&place=Jl.+Kata+1&a1=1&do=send'	# version 2 says P1 for it, version 1 says nothing
send intake /panggilan "$call&card=SOP-01.1&rang=1"
shows 'a call that began before is sent'   'Terkirim ke'
ok 'with the answers of its own version'   [ "$(sqlite3 "$SIAGA_DATA/siaga.db" "SELECT group_concat(version || said) FROM answer")" = '11 lantai' ]
ok 'and what that one wants to be safe'    [ "$(sqlite3 "$SIAGA_DATA/siaga.db" "SELECT group_concat(version || asked, '/') FROM interlock WHERE ticket = 2")" = \
    '1PLN sudah memadamkan listrik?/1Katup gas atau tabung sudah ditutup/dijauhkan?' ]
exit $bad

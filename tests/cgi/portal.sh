#!/bin/bash
# portal.sh: a citizen's way, seen from a shell: report, receipt, follow-up, public list.  usage: portal.sh bin
set -eu
bin=$1
SIAGA_DATA=$(mktemp -d)
export SIAGA_DATA SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
export LC_ALL=C
trap 'rm -rf "$SIAGA_DATA"' EXIT
"$bin/siaga" init --demo-city >/dev/null
log=$SIAGA_DATA/log out=$SIAGA_DATA/out
: > "$log"
n=0 bad=0

# Every answer is kept in $out: its head, an empty line, its body.
ask() {	# ask <method> <path[?query]> [<body>]
	local query=
	[[ $2 != *\?* ]] || query=${2#*\?}
	printf '%s' "${3:-}" | REQUEST_METHOD=$1 PATH_INFO=${2%%\?*} QUERY_STRING=$query \
	    CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=$(printf '%s' "${3:-}" | wc -c) \
	    HTTP_SEC_FETCH_SITE=same-origin REMOTE_ADDR=${remote:-192.0.2.1} \
	    HTTP_ACCEPT_LANGUAGE=${language:-id} HTTP_COOKIE=${jar:-} \
	    "$bin/${program:-portal}" 2>> "$log" | tr -d '\r' > "$out"
}

say() {	# say <what> <command...>
	local what=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		head -c 3000 "$out" | sed 's/^/# /'
		bad=1
	fi
}

status() { grep -qx "Status: $1" "$out"; }
has() { grep -qF -e "$1" "$out"; }
hasnt() { ! has "$1"; }
store() { sqlite3 "$SIAGA_DATA/siaga.db" "$1"; }
is() { [ "$1" = "$2" ]; }
before() { [ "$(grep -boF -e "$1" "$out" | head -1 | cut -d: -f1)" -lt \
    "$(grep -boF -e "$2" "$out" | head -1 | cut -d: -f1)" ]; }
token() { "$bin/siaga" mint 1; }
code() { grep -o '[2-9A-HJKMNP-Z]\{4\}-[2-9A-HJKMNP-Z]\{4\}-[2-9A-HJKMNP-Z]\{4\}' "$out" | head -1; }
number() { grep -o '\(ADU\|DRT\)-26-[0-9]\{6\}-[0-9A-Z]' "$out" | head -1; }
cookie() { sed -n "s/^Set-Cookie: $1=\([^;]*\);.*/\1/p" "$out"; }
field() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$out" | head -n 1; }

called() {	# called <the rest of a call>: a call taker sends it
	local program=admin jar=
	ask POST /masuk "token=$(token)&login=petugas&password=kota-bahari-112"
	jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)" program=intake
	ask GET /panggilan
	ask POST /panggilan "csrf=$(field csrf)&token=$(field token)&do=send&$1"
}
area=$(store "SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1")
story='Got%20di%20depan%20sekolah%20tersumbat%20sampah%20dan%20tanah.'
whole="category=DRN&area=$area&place=Jl.+Melati+12&point=&story=$story&name=Yuliana+Putri&phone=0812+7745+0391&email=yuli%40contoh.id&consent=1"

# --- pages that only show ---------------------------------------------------

ask GET /
say 'the first page is there' status 200
say 'it names 112 before the report' before 'href="tel:112"' 'action="/lacak"'
say 'it sets no cookie' hasnt 'Set-Cookie'
say 'it says whose area codes these are' has 'Kemendagri, ODbL'
language=en ask GET /
say 'it speaks English to who prefers it' has 'Latest public reports'
for path in /tentang /lapor /darurat /lacak /laporan; do
	ask GET $path
	say "$path is there" status 200
done
ask GET /laporan
say 'an empty list says so' has 'Belum ada laporan di sini'
ask GET /lapor
say 'the form has a tile for each kind' is "$(grep -o 'type="radio" name="category"' "$out" | wc -l)" 16
say 'the form has the villages by district' has '<optgroup label="'
say 'the form has a token' has 'name="token"'
ask GET /darurat
say 'the emergency form has no complaint' hasnt 'value="JLN"'
say 'the emergency form has fires' has 'value="fire"'
ask GET /lapor/darurat
say 'where it stood before leads there' has 'Location: /darurat'

# --- bad input: the form again, nothing lost --------------------------------

again() {
	say "$1: 422" status 422
	say "$1: the summary links to the field" has "href=\"#$2\""
	say "$1: the message is beside the field" has "id=\"$2-e\""
	say "$1: nothing was stored" is "$(store 'SELECT COUNT(*) FROM ticket')" 0
}
ask POST /lapor "token=$(token)&category=PJU&area=$area&place=%3Cb%3E&story=Gelap&privacy=anonymous&name=Budi&email=b%40c.id"
again 'a story too short' f-story
say 'the kind is still chosen' has 'value="PJU" checked'
say 'the village is still chosen' has "value=\"$area\" selected"
say 'what was typed is still there, escaped' has 'value="&lt;b&gt;"'
say 'the story is still there' has '>Gelap</textarea>'
say 'the choice of name is still made' has 'value="anonymous" checked'
say 'the consent is asked for' has 'id="f-consent-e"'
ask POST /lapor "token=$(token)&category=DRN&area=&place=&story=$story&privacy=public&consent=1"
again 'no place' f-area
ask POST /lapor "token=$(token)&$whole&privacy=public&area=$area"
again 'a village twice' f-area
ask POST /lapor "token=$(token)&category=KBR-BGN&area=$area&story=$story&privacy=public&consent=1"
again 'an emergency through the complaint form' f-category
ask POST /lapor "token=$(token)&category=NOPE&area=99.99.99.9999&story=$story&privacy=secret&consent=1"
again 'a kind there is not' f-category
say 'a village there is not' has 'id="f-area-e"'
say 'a privacy there is not' has 'id="f-privacy-e"'
ask POST /lapor "token=$(token)&category=DRN&point=48.85,2.35&story=$story&privacy=public&consent=1"
again 'a point on another continent' f-point
ask POST /lapor "token=$(token)&category=DRN&area=$area&story=$story&privacy=public&consent=1&phone=abc&email=abc"
again 'no phone number' f-phone
say 'no address' has 'id="f-email-e"'
ask POST /lapor "$whole&privacy=public"
say 'a form that is not ours is refused' status 403

# --- a busy store: 503, and the form kept ------------------------------------

(echo 'BEGIN IMMEDIATE;'; echo ".shell touch '$SIAGA_DATA/held'"; sleep 5; echo 'COMMIT;') |
	sqlite3 -cmd '.timeout 5000' "$SIAGA_DATA/siaga.db" &
holder=$!
until [ -e "$SIAGA_DATA/held" ]; do sleep 0.1; done
ask POST /lapor "token=$(token)&$whole&privacy=confidential"
say 'a locked store is 503' status 503
say 'it says when to try again' has 'Retry-After: '
say 'it says that nothing is lost' has 'silakan kirim sekali lagi'
say 'the story is kept' has 'Got di depan sekolah tersumbat'
say 'the name is kept' has 'value="Yuliana Putri"'
kept=$(grep -o 'name="token" value="[^"]*"' "$out" | head -1)
wait $holder
say 'nothing was stored' is "$(store 'SELECT COUNT(*) FROM ticket')" 0

# --- a report -----------------------------------------------------------------

mine=${kept#*value=\"}
mine=${mine%\"}
ask POST /lapor "token=$mine&$whole&privacy=confidential"
code=$(code) number=$(number)
say 'the same form goes through afterwards' status 200
say 'the receipt has a number' test -n "$number"
say 'the receipt has a code' test -n "$code"
say 'the code is in no address' test -z "$(grep -o '\(href\|action\|src\)="[^"]*' "$out" | grep -F "$code" || true)"
say 'the receipt is not kept' has 'Cache-Control: no-store'
say 'the receipt names no referrer' has 'Referrer-Policy: no-referrer'
say 'the receipt has a QR code' has 'class="qr"'
say 'the receipt cannot be lost by a change of language' hasnt 'action="/bahasa"'
say 'the identity is sealed' is "$(store "SELECT instr(sealed, 'Yuliana') FROM reporter")" 0
say 'the code is not in the store' is "$(store "SELECT instr(hex(code), hex('$(echo "$code" | tr -d -)')) FROM reporter")" 0
say 'the reporter wants letters' is "$(store 'SELECT mail FROM reporter')" 1
say 'the word of the language is kept' is "$(store 'SELECT lang FROM reporter')" id

ask POST /lapor "token=$mine&$whole&privacy=confidential"
say 'a second click is answered' status 200
say 'it shows the same number' is "$(number)" "$number"
say 'it shows no code' test -z "$(code)"
say 'it says why' has 'Laporan ini sudah terkirim'
say 'there is one ticket' is "$(store 'SELECT COUNT(*) FROM ticket')" 1

ask POST /lapor "token=$(token)&$whole&privacy=anonymous"
say 'without a name: accepted' status 200
say 'without a name: nothing of it is stored' \
    is "$(store 'SELECT sealed IS NULL AND phone IS NULL AND mail = 0 FROM reporter ORDER BY id DESC LIMIT 1')" 1
ask POST /lapor "token=$(token)&category=DRN&point=-0.94710,100.41720&story=$story&privacy=public&consent=1"
say 'a point is place enough' status 200
say 'the point is stored' is "$(store 'SELECT lat FROM ticket ORDER BY id DESC LIMIT 1')" -947100
tickets=$(store 'SELECT COUNT(*) FROM ticket')
ask POST /darurat "token=$(token)&kind=fire&area=$area"
say 'an emergency needs kind and place, no more' status 303
say 'it is answered in a conversation' has 'Location: /darurat/percakapan'
ask POST /lapor/darurat "token=$(token)&category=LAKA-AIR&area=$area&name=Budi&email=b%40c.id&phone=abc&story="
say 'where it stood before asks for good numbers, too' status 422
say 'and gives the name back, with the address' has 'value="Budi, b@c.id"'
say 'and what was chosen, in words' has '>Orang tenggelam/hanyut</textarea>'
long=$(printf 'Hanyut %.0s' {1..200})
ask POST /lapor/darurat "token=$(token)&category=LAKA-AIR&area=$area&place=Kali&name=&phone=&story=${long// /+}"
say 'then it is taken' has 'Location: /darurat/percakapan'
say 'of the very kind, and every word of it' is "$(store "SELECT k.code || length(t.words) FROM talk t
    JOIN category k ON k.id = t.category ORDER BY t.id DESC LIMIT 1")" LAKA-AIR1399
say 'agencies are told of neither before a person read it' \
    is "$(store 'SELECT COUNT(*) FROM assignment') $(store 'SELECT COUNT(*) FROM ticket')" "0 $tickets"
say 'they wait at the desk' is "$(store 'SELECT COUNT(*) FROM talk WHERE account = 0 AND ended_at = 0')" 2
ask POST /lapor/darurat "token=$(token)&category=KBR-BGN"
say 'an emergency nowhere is asked again' status 422
say 'with its tile chosen' has 'value="fire" checked'

# --- following it ---------------------------------------------------------------

ask POST /lacak "code=$(echo "$code" | tr -d - | tr A-Z a-z)"
say 'the code opens the report, however it is typed' has "$number"
say 'it says what is happening now' has 'Menunggu diperiksa'
say 'it can be withdrawn' has 'action="/lacak/tarik"'
say 'it cannot be disputed yet' hasnt 'action="/lacak/sanggah"'
say 'it names no referrer' has 'Referrer-Policy: no-referrer'
say 'it is not kept' has 'Cache-Control: no-store'
ask GET "/lacak?code=$code"
say 'a code in an address opens nothing' hasnt "$number"
ask GET "/lacak?number=$number"
say 'a number from the QR code is named' has "$number"
ask POST /lacak 'code=AAAA-BBBB-CCCC'
say 'an unknown code is asked again' status 422
wrong=$(sed '1,/^$/d' "$out" | sed 's/AAAA-BBBB-CCCC//')
ask POST /lacak 'code=AAAA-BBBB-DDDD'
say 'every wrong code is answered alike' is "$(sed '1,/^$/d' "$out" | sed 's/AAAA-BBBB-DDDD//')" "$wrong"
ask POST /lacak "code=$number"
say 'a number in place of a code is explained' has 'Itu nomor laporan'
ask POST /lacak "code=$code&code=$code"
say 'a code sent twice is none' status 422
ask POST /lacak 'code='
say 'no code is asked for' has 'Masukkan kode lacak'
for i in $(seq 21); do remote=192.0.2.66 ask POST /lacak 'code=AAAA-BBBB-CCCC'; done
remote=192.0.2.66 ask POST /lacak "code=$code"
say 'who has guessed too often is told nothing' status 422
ask POST /lacak "code=$code"
say 'others are not' status 200

follow() { ask POST "/lacak/$1" "token=$(token)&code=$code&version=$(store "SELECT version FROM ticket WHERE number = '$number'")&$2"; }
state() { store "SELECT state FROM ticket WHERE number = '$number'"; }
put() { store "UPDATE ticket SET state = '$1', since = $(date +%s%3N), due_at = $(date +%s%3N) + 200000000 WHERE number = '$number'"; }
put needs_info
ask POST /lacak "code=$code"
say 'a question can be answered' has 'action="/lacak/jawab"'
follow jawab 'answer='
say 'an empty answer is asked again' status 422
say 'beside its field' has 'id="f-answer-e"'
follow jawab 'answer=Sisi+kiri+jalan'
say 'an answer is thanked for' has 'Jawaban Anda sampai ke petugas'
say 'and goes back to the desk' is "$(state)" received
follow jawab 'answer=Sekali+lagi'
say 'an answer nobody asked for: 409' status 409
say 'with what was written' has 'Sekali lagi'
put resolved
ask POST /lacak "code=$code"
say 'what is done can be confirmed' has 'action="/lacak/beres"'
say 'or disputed' has 'action="/lacak/sanggah"'
say 'or rated, in words' has 'Sangat baik'
follow sanggah 'reason='
say 'a dispute needs a reason' has 'id="f-reason-e"'
ask POST /lacak/sanggah "token=$(token)&code=$code&version=1&reason=Masih+tersumbat"
say 'a dispute of an older state: 409' status 409
say 'keeps its words' has 'Masih tersumbat'
follow sanggah 'reason=Masih+tersumbat'
say 'a dispute is recorded' is "$(state)" disputed
put resolved
follow beres 'rating=9'
say 'a rating is one of five' status 422
follow beres 'rating=4&comment=Rapi'
say 'who confirms closes it' is "$(state)" closed
say 'the rating is kept' is "$(store "SELECT rating FROM ticket WHERE number = '$number'")" 4
put received
store "UPDATE ticket SET open = 1 WHERE number = '$number'"
follow tarik ''
say 'a withdrawal wants a tick' has 'id="f-sure-e"'
follow tarik 'sure=1'
say 'a report can be withdrawn' is "$(state)" withdrawn
ask POST /lacak/tarik "code=$code&sure=1"
say 'an act without a token is refused' status 403
ask POST /lacak/tarik "token=$(token)&code=AAAA-BBBB-CCCC&sure=1"
say 'an act with a wrong code is asked again' status 422

# --- what everybody may see --------------------------------------------------------

ask GET "/laporan/$number"
say 'what the desk has not looked at is not public' status 404
store "UPDATE ticket SET published = 1, privacy = 'public', title = 'Got <b>mampet</b>', display = 2 WHERE number = '$number'"
ask GET "/laporan/$number"
say 'what it has is' status 200
say 'escaped' has 'Got &lt;b&gt;mampet&lt;/b&gt;'
say 'no answer of the reporter is read there' hasnt 'Sisi kiri jalan'
ask GET "/laporan/$(echo "$number" | tr A-Z a-z)"
say 'a number typed otherwise leads there' has "Location: /laporan/$number"
ask GET /laporan/ADU-26-999999-0
say 'a number there is not' status 404
ask GET /laporan/x
say 'no number at all' status 404
ask GET /laporan
say 'it is in the list' has "/laporan/$number"
ask GET "/laporan?category=DRN&area=$area"
say 'and in the list of its kind and place' has "/laporan/$number"
ask GET '/laporan?category=PJU&area='
say 'and in no other' has 'Tidak ada yang cocok'
for query in 'category=NOPE' 'area=1' 'before=x' 'before=1-' 'before=-1--1' 'category=DRN&category=PJU'; do
	ask GET "/laporan?$query"
	say "a list by $query is no list" status 400
done
called "category=KBR-BGN&area=$area&place=Jl.+Mawar+3&detail=Api"
fire=$(store "SELECT number FROM ticket WHERE track = 1")
store "UPDATE ticket SET published = 1, display = 1, title = 'Api di rumah Pak Karto', detail = 'Rahasia', place = 'Jl. Mawar 3' WHERE track = 1"
for path in /laporan "/laporan/$fire"; do
	ask GET "$path"
	say "$path shows the kind of an emergency" has 'Kebakaran rumah'
	say "$path shows none of its words" hasnt 'Karto'
	say "$path shows no street of it" hasnt 'Mawar'
done
store "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 45)
    INSERT INTO ticket (number, token, voice, track, state, open, since, category, priority, lead,
    title, place, area, channel, privacy, display, published, happened_at, recorded_at)
    SELECT 'ADU-26-1' || printf('%05d', n) || '-0', 'list' || n, '', 2, 'closed', 0, 0, t.category, 4, t.lead,
    'Nomor ' || n, 'x', t.area, 'web', 'public', 2, 1, 0, 1000000 + n / 3 FROM i, ticket t WHERE t.number = '$number'"
seen=0 query='category=DRN'
for page in 1 2 3; do
	ask GET "/laporan?$query"
	seen=$((seen + $(grep -o 'Nomor [0-9]*<' "$out" | wc -l)))
	query=$(grep -o 'href="/laporan?[^"]*before=[^"]*' "$out" | sed 's/.*laporan?//; s/&amp;/\&/g') || true
done
say 'page after page shows each row once' is $seen 45
say 'the last page has no next' test -z "$query"

ask GET "/lapor/mirip?category=DRN&area=$area"
say 'similar reports are a piece of a page' hasnt '<html'
ask GET '/lapor/mirip?category=KBR-BGN&area=x'
say 'nothing is similar to an emergency' status 400

say 'nothing was asked of the store that is not granted' \
    test -z "$(grep -i 'prohibited' "$log" || true)"
say 'no word was missing' test -z "$(grep 'no words' "$log" || true)"
say 'no secret was logged' test -z "$(grep -e "$code" -e Yuliana "$log" || true)"
echo "1..$n"
exit $bad

#!/bin/bash
# photo.sh: photos of a report, seen from a shell: taken, refused, kept, shown.  usage: photo.sh bin
set -eu
bin=$1
SIAGA_DATA=$(mktemp -d)
export SIAGA_DATA SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
export LC_ALL=C
trap 'rm -rf "$SIAGA_DATA"' EXIT
"$bin/siaga" init --demo-city >/dev/null
log=$SIAGA_DATA/log out=$SIAGA_DATA/out form=$SIAGA_DATA/form jpeg=$SIAGA_DATA/photo.jpg
: > "$log"
n=0 bad=0

# 48 by 32, of 19 November 2026, 0.935 south, 100.37 east.
base64 -d > "$jpeg" <<'END'
/9j/4QDGRXhpZgAATU0AKgAAAAgAAwESAAMAAAABAAEAAIdpAAQAAAABAAAAMoglAAQAAAABAAAAWAAAAAAAAZADAAIAAAAUAAAA
RAAAAAAyMDI2OjExOjE5IDA5OjQ1OjAwAAAEAAEAAgAAAAJTAAAAAAIABQAAAAMAAACOAAMAAgAAAAJFAAAAAAQABQAAAAMAAACm
AAAAAAAAAAAAAAABAAAAOAAAAAEAAAAGAAAAAQAAAGQAAAABAAAAFgAAAAEAAAAMAAAAAf/gABBKRklGAAEBAAABAAEAAP/bAEMA
BQMEBAQDBQQEBAUFBQYHDAgHBwcHDwsLCQwRDxISEQ8RERMWHBcTFBoVEREYIRgaHR0fHx8TFyIkIh4kHB4fHv/bAEMBBQUFBwYH
DggIDh4UERQeHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHv/AABEIACAAMAMBIgACEQED
EQH/xAAfAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgv/xAC1EAACAQMDAgQDBQUEBAAAAX0BAgMABBEFEiExQQYTUWEHInEU
MoGRoQgjQrHBFVLR8CQzYnKCCQoWFxgZGiUmJygpKjQ1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoOEhYaH
iImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4eLj5OXm5+jp6vHy8/T19vf4+fr/xAAfAQAD
AQEBAQEBAQEBAAAAAAAAAQIDBAUGBwgJCgv/xAC1EQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGhscEJ
IzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SV
lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/APlW
10r/AGa1LXSv9muotdJ/2a1LXSf9mvl62Z+ZzZXnO2oQ/DLVE63Nh+Dv/wDE1dh+Ht+nW4s/wZv/AImvQxcW56TxH6OKeJIz0dT9
DXrSo4V7z/E+mocQY+l8D/A8ttdK/wBmtW10r/Zrp7XSf9mtS10n/Zr88rZn5n7Hlec7anLWuk/7NalrpP8As11FrpP+zWpa6T/s
15NbM/M/iHK8521OYtdJ/wBmtS10n/ZrqLXSf9mtS10n/ZryK2Z+Z+iZXnO2py9rpP8As1q2uk/7NdPa6T/s1q2uk/7NeRWzPzP0
TK8521P/2Q==
END

say() {	# say <what> <command...>
	local what=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		head -c 3000 "$out" | tr -cd '\12\40-\176' | sed 's/^/# /'
		bad=1
	fi
}

status() { grep -aq "^Status: $1" "$out"; }
has() { grep -aqF -e "$1" "$out"; }
hasnt() { ! has "$1"; }
store() { sqlite3 "$SIAGA_DATA/siaga.db" "$1"; }
is() { [ "$1" = "$2" ]; }
token() { "$bin/siaga" mint 1; }
kept() { find "$SIAGA_DATA/photos" -type f 2>/dev/null | wc -l; }
area=$(store "SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1")
story='Got di depan sekolah tersumbat sampah dan tanah.'

ask() {	# ask <method> <path> [<type> <file>]
	local body=${4:-/dev/null}
	REQUEST_METHOD=$1 PATH_INFO=$2 QUERY_STRING='' CONTENT_TYPE=${3:-} \
	    CONTENT_LENGTH=${length:-$(stat -L -c %s "$body")} HTTP_SEC_FETCH_SITE=same-origin \
	    REMOTE_ADDR=192.0.2.1 "$bin/portal" < "$body" 2>> "$log" > "$out"
}

field() { printf -- '--XYZ\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' "$1" "$2"; }

file() {	# file <path>
	printf -- '--XYZ\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\n'
	printf 'Content-Type: image/jpeg\r\n\r\n'
	cat "$1"
	printf '\r\n'
}

# send <photo...>: a whole report with these; $token where one is set
send() {
	local f
	{
		field token "${token:-$(token)}"
		field category DRN
		field area "$area"
		field place 'Jl. Melati 12'
		field story "${words-$story}"
		field privacy public
		field consent 1
		for f; do file "$f"; done
		printf -- '--XYZ--\r\n'
	} > "$form"
	ask POST /lapor 'multipart/form-data; boundary=XYZ' "$form"
}

refused() {	# refused <what> <status> <words>
	say "$1: $2" status "$2"
	say "$1: said beside the field" has 'id="f-foto-e"'
	say "$1: in clear words" has "$3"
	say "$1: the summary leads there" has 'href="#f-foto"'
	say "$1: the words are kept" has "$story"
	say "$1: the photos must be chosen again" has 'Foto harus dipilih lagi'
	say "$1: no ticket, no file" is "$(store 'SELECT COUNT(*) FROM ticket') $(kept)" '0 0'
}

# --- the form ----------------------------------------------------------------

ask GET /lapor
say 'the form can bring files' has 'enctype="multipart/form-data"'
say 'several, of the kinds we take' has 'multiple accept="image/jpeg,image/png,image/webp"'
say 'nothing is to be chosen again yet' hasnt 'Foto harus dipilih lagi'

# --- refused -----------------------------------------------------------------

printf 'GIF89a nothing' > "$SIAGA_DATA/gif"
send "$SIAGA_DATA/gif"
refused 'a GIF' 422 'Foto ke-1 bukan foto JPEG, PNG, atau WebP'
head -c 700 "$jpeg" > "$SIAGA_DATA/half"
send "$jpeg" "$SIAGA_DATA/half"
refused 'half a photo' 422 'Foto ke-2 rusak atau terpotong'
{ cat "$jpeg"; printf '<script>alert(1)</script>'; } > "$SIAGA_DATA/two"
send "$SIAGA_DATA/two"
refused 'a polyglot' 422 'Foto ke-1 berisi hal lain'
{	# 60000 by 60000 pixels of nothing, in seventy bytes
	printf '\211PNG\r\n\032\n\0\0\0\015IHDR\0\0\352\140\0\0\352\140\010\002\0\0\0'
	printf '\074\041\267\005\0\0\0\014IDAT\170\234\143\140\140\140\0\0\0\004\0\001'
} > "$SIAGA_DATA/bomb"
send "$SIAGA_DATA/bomb"
say 'a bomb: 422' status 422
say 'a bomb: said beside the field' has 'id="f-foto-e"'
{ cat "$jpeg"; head -c $((8 * 1024 * 1024)) /dev/zero; } > "$SIAGA_DATA/heavy"
send "$SIAGA_DATA/heavy"
refused 'a heavy photo' 413 'Foto ke-1 lebih besar dari 8 MB'
send "$jpeg" "$jpeg" "$jpeg" "$jpeg" "$jpeg" "$jpeg" "$jpeg"
refused 'seven photos' 413 'Paling banyak 6 foto'
words=pendek send "$jpeg"
say 'other faults: 422' status 422
say 'other faults: the photos must be chosen again, too' has 'Foto harus dipilih lagi'
say 'other faults: no file is left' is "$(kept)" 0
length=999999999 ask POST /lapor 'multipart/form-data; boundary=XYZ'
say 'far too much is refused unread' status 413
length=100 ask POST /lapor 'multipart/form-data; boundary=XYZ' "$jpeg"
say 'what is no form is a bad request' status 400
send
ask POST /lacak 'multipart/form-data; boundary=XYZ' "$form"
say 'files go nowhere else: another type' status 415

# --- taken -------------------------------------------------------------------

before=$(store 'SELECT COUNT(*) FROM ticket')
token=$(token)
send "$jpeg" "$jpeg"
say 'a report with photos is taken' status 200
say 'one ticket' is "$(store 'SELECT COUNT(*) FROM ticket')" $((before + 1))
say 'two photos' is "$(store 'SELECT COUNT(*) FROM attachment')" 2
say 'each with its original and two prints' is "$(kept)" 6
say 'it says where it was taken' is "$(store 'SELECT DISTINCT lat || " " || lon FROM attachment')" \
    '-935000 100370000'
say 'not shown to anybody' is "$(store 'SELECT SUM(public) FROM attachment')" 0
say 'sealed: no picture lies open' is "$(grep -rlaE 'JFIF|Exif' "$SIAGA_DATA/photos" | wc -l)" 0
say 'read by nobody else' is "$(stat -c %a "$SIAGA_DATA"/photos | head -1)" 700
code=$(grep -ao '[2-9A-HJKMNP-Z]\{4\}-[2-9A-HJKMNP-Z]\{4\}-[2-9A-HJKMNP-Z]\{4\}' "$out" | head -1)
send "$jpeg" "$jpeg"
say 'sent twice, it is the same report' is "$(store 'SELECT COUNT(*) FROM ticket')" $((before + 1))
say 'and leaves no files' is "$(kept)" 6
token=
printf 'token=%s&category=DRN&area=%s&place=x&story=%s&privacy=public&consent=1' "$(token)" "$area" \
    "${story// /+}" > "$form"
ask POST /lapor application/x-www-form-urlencoded "$form"
say 'the old way to send it is taken, too' status 200

# --- seen --------------------------------------------------------------------

printf 'code=%s' "$code" > "$form"
ask POST /lacak application/x-www-form-urlencoded "$form"
say 'the reporter sees the photos' has 'src="data:image/jpeg;base64,/9j/'
say 'and what they are' has 'alt="Foto laporan 2"'
name=$(store 'SELECT name FROM attachment ORDER BY id LIMIT 1')
number=$(store 'SELECT number FROM ticket ORDER BY id DESC LIMIT 1 OFFSET 1')
ask GET "/laporan/$number/foto/$name"
say 'the public does not' status 404
store "UPDATE ticket SET published = 1, display = 2 WHERE number = '$number'"
display=$(store "SELECT display FROM ticket WHERE number = '$number'")
ask GET "/laporan/$number/foto/$name"
say "nor on a published ticket ($display)" status 404
store "UPDATE attachment SET public = 1 WHERE name = '$name'"
ask GET "/laporan/$number/foto/$name"
say 'but when the desk shows it' status 200
say 'as a JPEG' has 'Content-Type: image/jpeg'
say 'and as nothing else' has 'X-Content-Type-Options: nosniff'
say 'kept by no browser' has 'Cache-Control: private, no-store'
say 'without what the camera said' hasnt Exif
ask GET "/laporan/$number"
say 'its page shows that one' is "$(grep -ao '<img class="shot"' "$out" | wc -l)" 1
other=$(store "SELECT name FROM attachment WHERE name <> '$name'")
ask GET "/laporan/$number/foto/$other/kecil"
say 'and not the other' status 404
ask GET "/laporan/$number/foto/..%2f..%2fsiaga.db"
say 'a path is no name' status 404
store "UPDATE ticket SET published = 0 WHERE number = '$number'"
ask GET "/laporan/$number/foto/$name/kecil"
say 'a ticket taken back takes its photos back' status 404
find "$SIAGA_DATA/photos" -name '*.small' -exec sh -c 'chmod 600 "$1"; printf x >> "$1"' - {} \;
printf 'code=%s' "$code" > "$form"
ask POST /lacak application/x-www-form-urlencoded "$form"
say 'a spoiled file spoils only itself' status 200
say 'it is not shown' hasnt 'data:image/jpeg'

# --- as it came --------------------------------------------------------------

staff() {	# staff <method> <path> [<body>]: with $jar, of the program $program
	printf '%s' "${3:-}" > "$form"
	HTTP_COOKIE=$jar HTTP_SEC_FETCH_SITE=same-origin REQUEST_METHOD=$1 PATH_INFO=$2 QUERY_STRING='' \
	    REMOTE_ADDR=192.0.2.2 CONTENT_TYPE=application/x-www-form-urlencoded \
	    CONTENT_LENGTH=$(stat -c %s "$form") "$bin/$program" < "$form" 2>> "$log" > "$out"
}
cookie() { tr -d '\r' < "$out" | sed -n "s/^Set-Cookie: $1=\([^;]*\);.*/\1/p" | head -1; }
enter() {	# enter <login>
	program=admin jar=''
	staff GET /masuk
	staff POST /masuk "token=$(grep -ao 'name="token" value="[^"]*' "$out" | head -1 | sed 's/.*"//')&login=$1&password=kota-bahari-112"
	jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)" program=worklist
}
original() {	# original <csrf> <more>: what the server answers
	staff POST "/foto/$name/asli" "csrf=$1&token=$(token)&$2"
}

enter pengarah
staff GET "/foto/$name/asli"
say 'the desk gets no original' status 403
staff GET "/tiket/$number"
say 'nor is it offered one' hasnt '/asli"'
enter penyelia
staff GET "/tiket/$number"
say 'the supervisor is offered it' has "href=\"/foto/$name/asli\""
staff GET "/foto/$name/asli"
csrf=$(grep -ao 'name="csrf" value="[^"]*' "$out" | head -1 | sed 's/.*"//')
say 'but asked why' has 'Untuk apa foto asli diambil?'
original nonsense alasan=original_check
say 'not without our token' status 403
original "$csrf" ''
say 'not without a reason' status 422
original "$csrf" alasan=original_law
say 'nor without words where they are needed' has 'tulis mengapa foto asli diperlukan'
say 'none of that is an opening' is "$(store "SELECT COUNT(*) FROM event WHERE act = 'export'")" 0
original "$csrf" alasan=original_check
say 'with a reason it is given' status 200
say 'to be kept, not shown' has "Content-Disposition: attachment; filename=\"$number-foto-1.jpg\""
say 'as no picture' has 'Content-Type: application/octet-stream'
say 'guessed by nobody' has 'X-Content-Type-Options: nosniff'
say 'and kept by no browser' has 'Cache-Control: no-store'
tail -c "$(stat -c %s "$jpeg")" "$out" > "$SIAGA_DATA/got"
say 'to the last byte' cmp -s "$jpeg" "$SIAGA_DATA/got"
say 'on the record' is "$(store "SELECT group_concat(act) FROM event WHERE data = 'original_check'")" \
    export,open_identity
printf 'code=%s' "$code" > "$form"
ask POST /lacak application/x-www-form-urlencoded "$form"
say 'the reporter reads of it' has 'Foto asli: memeriksa keaslian'
staff POST "/tiket/$(store "SELECT number FROM ticket WHERE number <> '$number' LIMIT 1")/foto/$name" "csrf=$csrf&umum=1"
say 'a photo is not shown through another ticket' status 404

# --- forgotten ---------------------------------------------------------------

store "UPDATE ticket SET open = 0, state = 'closed', since = 1; UPDATE attachment SET at = 1"
"$bin/worker" 2>> "$log" &
worker=$!
for _ in $(seq 300); do
	[ "$(store 'SELECT COUNT(*) FROM attachment WHERE swept = 1')" = 2 ] && break
	sleep 0.1
done
kill "$worker"
wait "$worker" || true
say 'the worker forgets them' is "$(store "SELECT COUNT(*) FROM attachment WHERE gone = 'retention' AND sealed IS NULL")" 2
say 'no file is left' is "$(kept)" 0
say 'which is told with a count' is "$(store "SELECT group_concat(data) FROM event WHERE act = 'erase' AND data LIKE '%photo%' ")" \
    '{"class":"photo","rows":2,"days":1825},{"what":"photo_files","rows":2}'
printf 'code=%s' "$code" > "$form"
ask POST /lacak application/x-www-form-urlencoded "$form"
say 'the reporter is told' has 'Foto dihapus (retensi'
say 'and sees no broken picture' hasnt '<img class="shot"'
staff GET "/tiket/$number"
say 'so is the desk' has 'Foto dihapus (retensi'
say 'which is offered nothing of it' hasnt "/foto/$name"
original "$csrf" alasan=original_check
say 'there is no original' status 404
say 'nothing of a person is in the log' is "$(grep -c 'Melati\|tersumbat' "$log" || true)" 0

echo "1..$n"
exit $bad

#!/bin/bash
# full.sh: a full disk: what is sent is kept in its form, reading goes on, nothing breaks.  usage: full.sh bin
#
# On a small disk of its own, in a mount namespace that goes with this script.
set -u
if [ "${2:-}" != inside ]; then
	if ! unshare -rm true 2> /dev/null; then
		echo "ok 1 - a full disk # SKIP there are no namespaces for us here"
		echo 1..1
		exit 0
	fi
	exec unshare -rm "$0" "$1" inside
fi
bin=$1
disk=$(mktemp -d)
export SIAGA_DATA=$disk/data SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
mount -t tmpfs -o size=24m tmpfs "$disk"
trap 'umount "$disk"; rmdir "$disk"' EXIT
n=0 bad=0 out=$disk/../full.$$
trap 'umount "$disk"; rmdir "$disk"; rm -f "$out"' EXIT

say() {	# say <what> <command...>
	local what=$1
	shift
	n=$((n + 1))
	if "$@"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"; head -c 2500 "$out" | sed 's/^/# /'; bad=1
	fi
}
ask() {	# ask <program> <method> <path> [<body>]
	printf '%s' "${4:-}" | REQUEST_METHOD=$2 PATH_INFO=$3 QUERY_STRING="" REMOTE_ADDR=192.0.2.1 \
	    CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=$(printf '%s' "${4:-}" | wc -c) \
	    HTTP_SEC_FETCH_SITE=same-origin "$bin/$1" 2>&1 | tr -d '\r' > "$out"
}
status() { grep -qx "Status: $1" "$out"; }
has() { grep -qF -e "$1" "$out"; }
store() { sqlite3 "$SIAGA_DATA/siaga.db" "$1"; }
chain() { "$bin/siaga" verify > "$out" 2>&1; }
is() { [ "$1" = "$2" ]; }

"$bin/siaga" init --demo-city > /dev/null
area=$(store "SELECT code FROM area WHERE level = 3 ORDER BY code LIMIT 1")
form="category=DRN&area=$area&place=Jl.+Melati+12&point=&privacy=public&name=Yuliana+Putri&phone=&email=&consent=1"
form="$form&story=Got%20di%20depan%20sekolah%20tersumbat%20sampah%20dan%20tanah."
ask portal POST /lapor "token=$("$bin/siaga" mint 1)&$form"
say 'while there is room a report is taken' status 200
number=$(grep -o 'ADU-[0-9]*-[0-9]*-[0-9A-Z]' "$out" | head -1)

# Down to the last page.  What SQLite has of its log already it may go on writing to.
cat /dev/zero > "$disk/filler" 2> /dev/null
token=$("$bin/siaga" mint 1)
full=0 taken=0
for _ in $(seq 400); do
	token=$("$bin/siaga" mint 1)
	ask portal POST /lapor "token=$token&$form"
	if status 503; then full=1; break; fi
	status 200 || break
	taken=$((taken + 1))
done
say "a full disk is 503, after $taken more" is $full 1
say 'it says when to try again' has 'Retry-After: '
say 'the story is kept' has 'Got di depan sekolah tersumbat'
say 'the name is kept' has 'value="Yuliana Putri"'
say 'the token stays the same' has "value=\"$token\""
before=$(store 'SELECT count(*) FROM ticket')
say 'what was taken is there, and no more' is "$before" $((taken + 1))
ask portal GET /
say 'the first page is there' status 200
ask portal GET /laporan
say 'the list is there' status 200
ask admin GET /masuk
say 'so is the door' status 200
say 'the store is whole' is "$(store 'PRAGMA integrity_check')" ok
say 'so is the chain' chain

rm "$disk/filler"
ask portal POST /lapor "token=$token&$form"
say 'with room again the same form is taken' status 200
say 'once' is "$(store 'SELECT count(*) FROM ticket')" $((before + 1))
ask portal POST /lapor "token=$token&$form"
say 'and a second click is no second report' is "$(store 'SELECT count(*) FROM ticket')" $((before + 1))
say 'the first one is still there' is "$(store "SELECT count(*) FROM ticket WHERE number = '$number'")" 1
echo "1..$n"
exit $bad

# site.bash: a store of its own and one person with a browser, for the scripts beside
# it.  usage: program=intake; . "${0%/*}/site.bash" "$1" [<what siaga init is told>...]
#
# Gives $bin, $program (whom ask asks), $out (the last answer), $jar (its cookies);
# the script ends with the function done_here.
# shellcheck shell=bash
bin=$1
shift
SIAGA_DATA=$(mktemp -d)
export SIAGA_DATA SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
trap 'rm -rf "$SIAGA_DATA"' EXIT
"$bin/siaga" init "${@:---demo-city}" > /dev/null
n=0 bad=0 jar='' out='' lang='' agent=''
password=kota-bahari-112

at() {	# at <program> <method> <path>[?query] [<body> [<variable=value>...]]: into $out
	local which=$1 method=$2 path=${3%%\?*} query='' body=${4:-}
	case $3 in *\?*) query=${3#*\?} ;; esac
	shift $(($# < 4 ? $# : 4))
	out=$(printf '%s' "$body" | env HTTP_ACCEPT_LANGUAGE="$lang" HTTP_USER_AGENT="$agent" "$@" REQUEST_METHOD="$method" \
	    PATH_INFO="$path" QUERY_STRING="$query" REMOTE_ADDR=10.0.0.1 HTTP_COOKIE="$jar" \
	    CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#body} \
	    "$bin/$which" 2>/dev/null | tr -d '\r\0') || true
}

ask() { at "$program" "$@"; }	# ask <method> <path>...

say() {	# say <status> <what>
	n=$((n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"; head -c 3000 <<< "$out" | sed 's/^/# /'; bad=1
	fi
}

ok() { local s=0; "${@:2}" || s=1; say $s "$1"; }	# ok <what> <command...>
has() { grep -q -e "$1" <<< "$out"; }
lacks() { [ -n "$out" ] && ! grep -q -e "$1" <<< "$out"; }
times() { test "$(grep -o -e "$3" <<< "$out" | wc -l)" "$2" "$1"; }
shows() { ok "$1" has "$2"; }	# shows <what> <pattern>: in the last answer
hides() { ok "$1" lacks "$2"; }
count() { ok "$1" times "$2" "$4" "$3"; }	# count <what> <number> <pattern> -eq

value() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" <<< "$out" | head -n 1; }
cookie() { sed -n "s/^Set-Cookie: $1=\([^;]*\);.*/\1/p" <<< "$out" | head -n 1; }
button() { grep -o "value=\"[^\"]*\.$1\.[0-9]*\"" <<< "$out" | head -n 1 | cut -d'"' -f2; }
alarm() {	# alarm <category> <place> [<area>]: a call taker sends it to its agencies; the jar is empty then
	enter petugas
	at intake GET /panggilan
	at intake POST /panggilan "csrf=$(value csrf)&token=$(value token)&category=$1&place=$2&area=${3:-}&detail=Api&do=send"
	has 'Terkirim ke' || { echo "Bail out! no incident: $1"; exit 1; }
	jar=''
}

link() { grep -o "/tiket/[^\"]*/langkah/$1?objek=[a-z0-9]*" <<< "$out" | head -n 1; }
sql() { sqlite3 -cmd '.timeout 5000' "$SIAGA_DATA/siaga.db" "$1"; }

enter() {	# enter <login> [<password>]: the jar holds its session then
	jar=''
	at admin GET /masuk
	at admin POST /masuk "token=$(value token)&login=$1&password=${2:-$password}"
	jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)"
}

send() {	# send <path> [<body>]: from the page that was shown last
	ask POST "$1" "csrf=$(value csrf)&token=$(value token)&${2:-}"
}

done_here() {
	echo "1..$n"
	exit $bad
}

#!/bin/bash
# app.sh: the life of a request, seen from a shell: no server, no socket.  usage: app.sh bin
set -eu
bin=$1
SIAGA_DATA=$(mktemp -d)
export SIAGA_DATA SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
trap 'rm -rf "$SIAGA_DATA"' EXIT
"$bin/siaga" init --demo-city >/dev/null
n=0 bad=0

ask() {	# ask <method> <path> [<body> [<variable=value>...]]
	local method=$1 path=$2 body=${3:-}
	shift $(($# < 3 ? $# : 3))
	printf '%s' "$body" | env "$@" REQUEST_METHOD="$method" PATH_INFO="$path" QUERY_STRING= \
	    CONTENT_TYPE=application/x-www-form-urlencoded CONTENT_LENGTH=${#body} \
	    "$bin/portal" 2>/dev/null | tr -d '\r'
}

shows() {	# shows <what> <pattern> <command...>
	local what=$1 pattern=$2 out
	n=$((n + 1))
	shift 2
	out=$("$@") || true
	if grep -q -e "$pattern" <<< "$out"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"; head -c 2000 <<< "$out" | sed 's/^/# /'; bad=1
	fi
}

dies() {	# dies <what> <pattern in the log> <command...>
	local what=$1 pattern=$2 out
	n=$((n + 1))
	shift 2
	if out=$("$@" 2>&1 < /dev/null); then
		echo "not ok $n - $what"; bad=1
	elif grep -q -e "$pattern" <<< "$out"; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"; echo "# ${out//$'\n'/$'\n'# }"; bad=1
	fi
}

shows 'knows what is not there'          '^Status: 404'           ask GET /nowhere
shows 'says so in Indonesian'            'Halaman ini tidak ada'  ask GET /nowhere
shows 'or in English'                    'no such page'           ask GET /nowhere '' HTTP_COOKIE=bahasa=en
shows 'which a browser may ask for'      'no such page'           ask GET /nowhere '' HTTP_ACCEPT_LANGUAGE=en-GB
shows 'names the methods there are'      '^Allow: GET, HEAD'      ask POST /laporan 'a=1'
shows 'another method is 405'            '^Status: 405'           ask POST /laporan 'a=1'
shows 'keeps a language'                 '^Set-Cookie: .*bahasa=en' ask POST /bahasa 'bahasa=en&ke=/lapor'
shows 'and comes back'                   '^Location: /lapor$'     ask POST /bahasa 'bahasa=en&ke=/lapor'
shows 'goes nowhere else'                '^Location: /$'          ask POST /bahasa 'bahasa=en&ke=//evil.example'
shows 'refuses another site'             '^Status: 403'           ask POST /bahasa 'bahasa=en&ke=/' HTTP_SEC_FETCH_SITE=cross-site
shows 'refuses what it cannot read'      '^Status: 400'           ask POST /bahasa 'bahasa=%ff'
shows 'shows a theme'                    'data-theme="dark"'      ask GET /nowhere '' HTTP_COOKIE=tema=gelap
shows 'staff are sent to the door'       'href="/masuk"'          ask GET /nowhere
dies  'needs its data'      'SIAGA_DATA' env -u SIAGA_DATA "$bin/portal"
dies  'needs its templates' 'tmpl'       env SIAGA_TEMPLATES=/nowhere "$bin/portal"
rm -f "$SIAGA_DATA"/siaga.db*
: > "$SIAGA_DATA/siaga.db"	# version 0
dies  'refuses a store of another version' 'siaga migrate' "$bin/portal"
echo "1..$n"
exit $bad

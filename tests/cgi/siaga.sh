#!/bin/bash
# siaga.sh: the program of whoever runs the system, and the worker, from a shell.  usage: siaga.sh bin
set -u
bin=$1
dir=$(mktemp -d)
export SIAGA_DATA=$dir/data SIAGA_TEMPLATES=${SIAGA_TEMPLATES:-$PWD/templates} SIAGA_URL=http://localhost:8112
trap 'rm -rf "$dir"' EXIT
n=0 bad=0

say() {	# say <ok?> <what> <output>
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"; head -c 2000 <<< "$3" | sed 's/^/# /'; bad=1
	fi
}

shows() {	# shows <what> <pattern> <command...>: it succeeds, and says that
	local what=$1 pattern=$2 out rc=0
	shift 2
	out=$("$@" 2>&1) || rc=1
	grep -q -e "$pattern" <<< "$out" || rc=1
	say $rc "$what" "$out"
}

fails() {	# fails <what> <pattern> <command...>: it does not, and says why
	local what=$1 pattern=$2 out rc=0
	shift 2
	out=$("$@" 2>&1 < /dev/null) && rc=1
	grep -q -e "$pattern" <<< "$out" || rc=1
	say $rc "$what" "$out"
}

siaga() { "$bin/siaga" "$@"; }
sum() { (cd "$SIAGA_DATA" && md5sum -- siaga.db siaga.db-wal siaga.key); }	# the lock and the index may be touched

shows 'says what it can'                 'siaga COMMAND'      siaga
shows 'says which it is'                 '^siaga [0-9]'       siaga version
fails 'knows no other command'           'no command'         siaga fly
fails 'needs a place'                    'where is the store' env -u SIAGA_DATA "$bin/siaga" init --demo-city
fails 'needs a city'                     'which city'         siaga init
fails 'knows its cities'                 'has no city 99.99'  siaga init --city 99.99
fails 'says what it does not understand' '\-\-fast'           siaga init --demo-city --fast
fails 'says which file is missing'       'no such file'       siaga init --city 13.71 --files "$dir"
[ ! -e "$SIAGA_DATA" ]; say $? 'and has made nothing so far' ''

for city in 13.71 36.72 64.09 64.72; do
	shows "sets up $city" "($city): 28 agencies" siaga init --city $city --data "$dir/$city"
done
shows 'which is no demo: nobody to try'  '^$'                 siaga signins --data "$dir/13.71"
fails 'and cannot be played in'          'no demo store'      siaga demo --data "$dir/13.71"

shows 'sets up the demo city'            'Kota Bahari'        siaga init --demo-city
[ "$(stat -c %a "$SIAGA_DATA")" = 700 ]; say $? 'in a folder of its own' ''
[ "$(stat -c %a "$SIAGA_DATA/siaga.key")" = 400 ]; say $? 'with a key that only its owner reads' ''
before=$(sum)
fails 'but once'                         'one already'        siaga init --demo-city
fails 'whatever the city'                'one already'        siaga init --city 13.71
[ "$before" = "$(sum)" ]; say $? 'and leaves what is there alone' ''
shows 'has nothing to migrate'           '^$'                 siaga migrate
shows 'says who may sign in'             'opd_operator  damkar' siaga signins

# --- settings
shows 'says what is set'                 '^siaga@bahari.example$' siaga setting mail_from
shows 'sets it'                          '^$'                 siaga setting mail_from 112@bahari.example
shows 'and keeps it'                     '^112@bahari.example$' siaga setting mail_from
fails 'but nothing that is none'         'not good input'     siaga setting mail_from nobody
fails 'nor what it does not know'        'there is none'      siaga setting demo 0

# --- accounts
shows 'makes an account and a password'  '^budi: ....-....-....$' siaga account add budi --role dispatcher --name 'Budi S'
shows 'lists it'                         '^budi  *dispatcher'  siaga account list
fails 'makes no second of that name'     'somebody else'      siaga account add budi --role dispatcher --name 'Budi S'
fails 'wants a role'                     'give a --role'      siaga account add wati --name Wati
fails 'and an agency where it needs one' 'needs an --agency'  siaga account add wati --role opd_operator --name Wati
fails 'an agency that exists'            'no agency'          siaga account add wati --role opd_operator --name Wati --agency PLM
add() { echo "$1" | siaga account add wati --role opd_operator --agency PLN --name Wati --stdin; }
fails 'and no easy password'             'too easy'           add 123456789012
shows 'takes a password from its input'  '^$'                 add 'payung teduh sore ini'
shows 'disables'                         '^$'                 siaga account disable wati
shows 'lists those disabled'             '^wati '             siaga account list --disabled
shows 'enables again'                    '^$'                 siaga account enable wati
shows 'resets'                           '^budi: ....-'       siaga account reset budi
fails 'knows who there is'               'there is none'      siaga account disable nobody

# --- the handbook, the chain
shows 'prints the moves'                 '^| received | verify | verified |' siaga workflow complaint
shows 'of every life'                    '^## unit'           siaga workflow
fails 'which it knows'                   'romance'            siaga workflow romance
shows 'verifies the chain'               '^[0-9]* events, head [0-9a-f]\{64\}$' siaga verify
[ "$(siaga mint 5 | sort -u | wc -l)" = 5 ]; say $? 'mints tokens' ''

# --- the demo
shows 'plays a day'                      '^1 days: [0-9]* calls' siaga demo --days 1 --rate 0.5 --until 2026-11-21T14:30
fails 'once'                             'tickets already'    siaga demo --days 1
shows 'verifies the chain again'         'events, head'       siaga verify
shows 'tells tracking codes'             '/lacak'             siaga signins

# --- the worker
run() {	# it runs until it is told to stop
	local rc=0
	timeout -s TERM -k 60 4 "$@" || rc=$?
	[ "$rc" -eq 124 ] || { echo "ended by itself: $rc"; return 1; }
}
shows 'the worker works'                 'ready'              run "$bin/worker"
shows 'without a mail server letters wait' 'SIAGA_SMTP is not set' run "$bin/worker"
fails 'it needs its data'                'SIAGA_DATA'         env -u SIAGA_DATA "$bin/worker"
mkdir "$dir/empty"
fails 'and a store that is set up'       'key'                env SIAGA_DATA="$dir/empty" "$bin/worker"

# The demo's newest fire rings, so its agencies get letters: from a real server.
python=/usr/bin/python3 port=$((20000 + RANDOM % 10000))
if $python -c 'import aiosmtpd' 2> /dev/null; then
	PYTHONUNBUFFERED=1 $python -m aiosmtpd -n -l 127.0.0.1:$port > "$dir/mail" 2>&1 &
	smtp=$!
	until (: < /dev/tcp/127.0.0.1/$port) 2> /dev/null; do sleep 0.1; done
	shows 'letters go to a mail server' "letters go to smtp://127.0.0.1:$port" \
	    run env SIAGA_SMTP=smtp://127.0.0.1:$port "$bin/worker"
	kill $smtp
	wait $smtp 2> /dev/null
	shows 'and arrive'              '^To: <piket.damkar@bahari.example>' cat "$dir/mail"
	shows 'with a name of their own' '^Message-ID: <siaga-99.71-'  cat "$dir/mail"
fi

# --- evidence
if command -v sqlite3 > /dev/null; then
	sqlite3 "$SIAGA_DATA/siaga.db" 'DROP TRIGGER event_stays; UPDATE event SET note = "x" WHERE id = 40'
	fails 'sees what was changed behind its back' 'BROKEN behind event 39' siaga verify
fi

echo "1..$n"
exit $bad

#!/bin/bash
# live.sh: what holds the screens' lines, once it has begun, sees no more than it was given.  usage: live.sh bin
set -u
bin=$1
dir=$(mktemp -d)
export SIAGA_DATA=$dir/data SIAGA_SANDBOX=require
server=
trap '[ -z "$server" ] || kill $server; wait; rm -rf "$dir"' EXIT
n=0 bad=0

say() {	# say <0 or 1> <what> [<why>]
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"; head -c 2000 <<< "${3:-}" | sed 's/^/# /'; bad=1
	fi
}

"$bin/siaga" init --demo-city > /dev/null
out=$("$bin/live" 2>&1 < /dev/null)
[ $? -eq 111 ] && [[ $out == *'no socket that listens'* ]]
say $? 'it begins only on a socket that listens' "$out"

spawn-fcgi -n -s "$dir/sock" -- "$bin/live" 2> "$dir/log" &
server=$!
for _ in $(seq 200); do
	grep -q -e ready -e 'no Landlock' "$dir/log" && break
	sleep 0.1
done
if grep -q 'no Landlock' "$dir/log"; then
	echo "ok 2 - the sandbox # SKIP this kernel has no Landlock"
	echo 1..2
	server=
	exit 0
fi
grep -q '^NoNewPrivs:[[:space:]]*1$' "/proc/$server/status"
say $? 'it is without new privileges' "$(cat "$dir/log")"
status=$(curl -s -o "$dir/said" -w '%{http_code}' -m 10 --unix-socket "$dir/sock" http://siaga/langsung)
[ "$status" = 401 ] && [ ! -s "$dir/said" ]
say $? 'a visitor gets nothing' "$status"
[ "$(stat -c %a "$SIAGA_DATA/siaga.db-nudge")" = 700 ] || [ "$(stat -c %a "$SIAGA_DATA")" = 700 ]
say $? 'only its own user can nudge it' "$(ls -la "$SIAGA_DATA")"

# A head without an end, a body nobody asked for, a line of rubbish: it goes on.
head -c 100000 /dev/zero | tr '\0' A | timeout 5 curl -s -m 5 -o /dev/null --unix-socket "$dir/sock" -X POST --data-binary @- http://siaga/langsung
printf 'GET /%s HTTP/1.0\r\n\r\n' "$(head -c 50000 /dev/zero | tr '\0' A)" > "$dir/long"
for what in "$dir/long" /bin/true; do
	timeout 5 python3 -c 'import socket, sys
s = socket.socket(socket.AF_UNIX); s.settimeout(3); s.connect(sys.argv[1])
try:
    s.sendall(open(sys.argv[2], "rb").read()); s.recv(100)
except OSError: pass' "$dir/sock" "$what"
done
status=$(curl -s -o /dev/null -w '%{http_code}' -m 10 --unix-socket "$dir/sock" http://siaga/langsung)
[ "$status" = 401 ] && kill -0 $server
say $? 'rubbish does not end it' "$status $(cat "$dir/log")"

kill -TERM $server
wait $server
say $? 'and it ends when it is told to' "$(cat "$dir/log")"
server=
echo "1..$n"
exit $bad

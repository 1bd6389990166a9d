#!/bin/bash
# sandbox.sh: every program, once it has begun, sees no more than it was given.  usage: sandbox.sh bin
#
# A template is replaced by a link to a file outside of the templates.  With
# the sandbox the program cannot follow it; without, it can, which shows that
# it is the sandbox that keeps it.
set -u
bin=$1
dir=$(mktemp -d)
export SIAGA_DATA=$dir/data SIAGA_TEMPLATES=$dir/templates SIAGA_URL=http://localhost:8112
trap 'rm -rf "$dir"' EXIT
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
cp -R templates "$dir/templates"
echo 'from outside' > "$dir/outside"
ln -sf "$dir/outside" "$dir/templates/error.cs"
nowhere() { REQUEST_METHOD=GET PATH_INFO=/nowhere "$bin/$1" 2>&1 < /dev/null; }

export SIAGA_SANDBOX=require
if [[ $(nowhere portal) == *'no Landlock'* ]]; then
	echo "ok 1 - the sandbox # SKIP this kernel has no Landlock"
	echo 1..1
	exit 0
fi
for program in portal intake worklist command admin; do
	out=$(nowhere $program)
	[[ $out == *'Status: 404'* && $out != *'from outside'* ]]
	say $? "$program reads nothing outside of its templates" "$out"
	out=$(SIAGA_SANDBOX=off nowhere $program)
	[[ $out == *'from outside'* ]]
	say $? "and without a sandbox it would" "$out"
done

# What machines speak to reads no page at all.
out=$(nowhere api)
[[ $out == *'Status: 404'* && $out == *'"error":"not_found"'* && $out != *'from outside'* ]]
say $? 'api reads nothing outside of its templates' "$out"

# The worker's two processes, as they run: neither can gain a right.
SIAGA_SMTP=smtp://127.0.0.1:9 "$bin/worker" 2> "$dir/log" &
worker=$!
for _ in $(seq 100); do
	[ "$(grep -c -e ready -e 'letters go' "$dir/log")" -eq 2 ] && break
	sleep 0.1
done
all=0
for pid in $worker $(cat "/proc/$worker/task/$worker/children"); do
	grep -q '^NoNewPrivs:[[:space:]]*1$' "/proc/$pid/status" && all=$((all + 1))
done
[ $all -eq 2 ]
say $? 'both of the worker are without new privileges' "$(cat "$dir/log")"
kill -TERM $worker
wait $worker
say $? 'and one can still end the other' "$(cat "$dir/log")"
echo "1..$n"
exit $bad

#!/bin/bash
# units.sh: the systemd units as installed, and how much they leave open.  usage: units.sh bin
set -u
bin=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=0 bad=0

say() {	# say <0 or 1> <what> [<why>]
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"; echo "${3:-}" | sed 's/^/# /'; bad=1
	fi
}

mkdir "$dir/bin"
for f in portal intake worklist command admin api worker siaga photo live; do
	ln -s "$(realpath "$bin")/$f" "$dir/bin/$f"
done
DESTDIR=$dir/root conf/install "$dir/bin" > "$dir/said" 2>&1
say $? 'everything installs into a folder' "$(cat "$dir/said")"
units=$dir/root/usr/local/lib/systemd/system
# Each program has its unit, which starts it with the others.
begins() {	# begins <program>
	local unit=siaga-$1@.service wanted="siaga-$1.socket siaga-$1@1.service" word
	[ "$1" != worker ] || unit=siaga-worker.service wanted=siaga-worker.service
	[ -x "$dir/root/usr/local/lib/siaga/$1" ] || return
	grep -q "^ExecStart=.*/$1\$" "$units/$unit" || return
	for word in $wanted; do
		[ -e "$units/${word/@1./@.}" ] || return
		grep -qE "^Wants=(.* )?$word( |\$)" "$units/siaga.target" || return
	done
}
for program in portal intake worklist command admin api live worker; do
	begins $program
	say $? "$program is installed, and starts with the others" "$(grep ^Wants= "$units/siaga.target")"
done
if ! command -v systemd-analyze >/dev/null; then
	echo "ok $((n + 1)) - exposure of the units # SKIP there is no systemd-analyze"
	echo "1..$((n + 1))"
	exit $bad
fi
# An instance of a template is judged as a unit of its own.
for unit in "$units"/siaga-*.service; do
	cp "$unit" "$dir/$(basename "${unit/@./@1.}")"
done
for unit in "$dir"/siaga-*.service; do
	out=$(systemd-analyze security --offline=true --no-pager --threshold=20 "$unit" 2>&1)
	say $? "$(basename "$unit"): $(sed -n 's/.*Overall exposure level for .*: \([0-9.]*\) .*/\1/p' <<< "$out"), at most 2.0" "$out"
done
[ "$(ls "$units"/siaga-*.service | wc -l)" -eq 10 ]
say $? 'there are ten units'

# What the programs call at their start must not be among what the unit refuses.
expand() {	# expand <word...>: sets of system calls, down to their names
	local word
	for word; do
		case $word in
		@*) expand $(systemd-analyze syscall-filter "$word" | sed -n 's/^ *\([@a-z_0-9-]*\)$/\1/p' | grep -vx "$word") ;;
		*)  echo "$word" ;;
		esac
	done
}
: > "$dir/let"
while read -r words; do
	case $words in
	'~'*) expand ${words#\~} | sort -u | comm -23 "$dir/let" - > "$dir/rest"; mv "$dir/rest" "$dir/let" ;;
	*)    expand $words | sort -u - "$dir/let" > "$dir/rest"; mv "$dir/rest" "$dir/let" ;;
	esac
done < <(sed -n 's/^SystemCallFilter=//p' "$units/siaga-portal@.service")
for call in landlock_create_ruleset landlock_add_rule landlock_restrict_self prctl prlimit64 \
    futex mlock flock accept; do
	grep -qx "$call" "$dir/let"
	say $? "a unit lets its program call $call"
done
! grep -qx -e mount -e ptrace -e bpf -e setuid -e reboot "$dir/let"
say $? 'and not what only the system calls'
echo "1..$n"
exit $bad

#!/bin/bash
# api.sh: what machines may say, and who may say it.  usage: api.sh bin
set -u
bin=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export SIAGA_DATA=$dir SIAGA_TEMPLATES=templates SIAGA_URL=http://localhost:8112 REMOTE_ADDR=192.0.2.7
n=0 bad=0

say() {	# say <0 or 1> <what> [<why>]
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"; echo "${3:-}" | sed 's/^/# /'; bad=1
	fi
}
has() {	# has <what> <text> <pattern>
	grep -q -- "$3" <<< "$2"
	say $? "$1" "$2"
}
sign() {	# sign <secret> <time> <body>
	printf '%s.%s' "$2" "$3" | openssl dgst -sha256 -hmac "$1" -r | cut -d' ' -f1
}
raw() {	# raw <path> <code> <time> <signature> <body>
	printf '%s' "$5" | REQUEST_METHOD=POST PATH_INFO=$1 CONTENT_TYPE=${TYPE:-application/json} \
	    CONTENT_LENGTH=$(printf '%s' "$5" | wc -c) HTTP_AUTHORIZATION="Bearer $2" \
	    HTTP_X_SIAGA_TIME=$3 HTTP_X_SIAGA_SIGNATURE=$4 "$bin/api" 2>> "$dir/log"
}
tell() {	# tell <path> <body>: as the exchange does
	local now
	now=$(date +%s)
	raw "$1" pbx "$now" "$(sign "$secret" "$now" "$2")" "$2"
}

"$bin/siaga" init --demo-city > /dev/null
secret=$("$bin/siaga" gateway add pbx --kind phone 2> /dev/null)
text=$("$bin/siaga" gateway add sms --kind text 2> /dev/null)
[[ $secret =~ ^[A-Za-z0-9_-]{43}$ ]] && [ "$secret" != "$text" ]
say $? 'a gateway has a secret of its own'
"$bin/siaga" gateway add pbx --kind phone > /dev/null 2>&1
[ $? -eq 1 ]
say $? 'and there is one of each code'
has 'the list says who was never heard of' "$("$bin/siaga" gateway list)" '^pbx phone allowed, never heard of$'
! grep -q "$secret" "$dir/siaga.db" "$dir"/siaga.db-wal
say $? 'the secret does not lie in the store as it is'

# --- the door

beat='{"id":"beat-1"}'
has 'a signed message is taken' "$(tell /api/detak "$beat")" '^{"ok":true}$'
has 'and its gateway was heard of' "$("$bin/siaga" gateway list)" '^pbx .* 0 s ago\|^pbx .* [0-9] s ago'
now=$(date +%s)
good=$(sign "$secret" "$now" "$beat")
wrong=$(raw /api/detak pbx "$now" "${good/[0-8]/9}" "$beat")
has 'a wrong signature is 401' "$wrong" '^Status: 401'
has 'and says so in JSON' "$wrong" '^{"error":"unsigned","message":"..*"}$'
body() { sed '1,/^\r*$/d' <<< "$1"; }
for other in \
    "$(raw /api/detak nobody "$now" "$good" "$beat")" \
    "$(raw /api/detak pbx $((now - 301)) "$(sign "$secret" $((now - 301)) "$beat")" "$beat")" \
    "$(raw /api/detak pbx $((now + 330)) "$(sign "$secret" $((now + 330)) "$beat")" "$beat")" \
    "$(raw /api/detak pbx $((now - 5)) "$good" "$beat")" \
    "$(raw /api/detak pbx "$now" "$good" '{"id":"beat-2"}')" \
    "$(raw /api/detak pbx "" "" "$beat")" \
    "$(raw /api/detak sms "$now" "$good" "$beat")" \
    "$(raw /api/detak "pbx' OR '1'='1" "$now" "$good" "$beat")" \
    "$(raw /api/detak pbx "${now}x" "$(sign "$secret" "${now}x" "$beat")" "$beat")"; do
	[ "$(body "$other")" = "$(body "$wrong")" ] && grep -q '^Status: 401' <<< "$other"
	say $? 'another code, time, body or none: the same 401' "$other"
done
! grep -q 'beat-' "$dir/log" && grep -q 'refused: not its signature' "$dir/log"
say $? 'the log says why, and not what'
has 'no JSON is 422' "$(tell /api/detak '{"id":')" '"error":"json"'
has 'no object is refused' "$(tell /api/detak '["id"]')" '"error":"id"'
has 'no id is refused' "$(tell /api/detak '{}')" '"error":"id"'
has 'nor is one of other letters' "$(tell /api/detak '{"id":"a b"}')" '"error":"id"'
has 'nor one that is too long' "$(tell /api/detak "{\"id\":\"$(printf 'x%.0s' {1..65})\"}")" '"error":"id"'
has 'an unknown address is 404' "$(tell /api/nowhere "$beat")" '"error":"not_found"'
has 'GET is 405, and says what there is' "$(REQUEST_METHOD=GET PATH_INFO=/api/detak "$bin/api" 2>&1)" '^Allow: POST'
has 'a form is 415' "$(TYPE=application/x-www-form-urlencoded tell /api/detak a=b)" '"error":"type"'
has 'bytes that are no text are 400' "$(tell /api/detak $'{"id":"\xff"}')" '"error":"input"'

# --- calls

event() { echo "{\"id\":\"$1\",\"event\":\"$2\",\"call\":\"$3\"${4:+,$4}}"; }
sql() { sqlite3 -cmd '.timeout 5000' "$dir/siaga.db" "$1"; }
out=$(tell /api/calls "$(event e1 ringing 1711.42 '"number":"+62 812-7745-0391","line":"112"')")
has 'a call rings' "$out" '^{"ok":true,"state":"ringing"}$'
out=$(tell /api/calls "$(event e1 ringing 1711.42 '"number":"+62 812-7745-0391","line":"112"')")
has 'the same message is answered the same' "$out" '^{"ok":true,"state":"ringing"}$'
has 'another under its id is refused' "$(tell /api/calls "$(event e1 ended 1711.42)")" '"error":"other_message"'
out=$(tell /api/calls "$(event e2 answered 1711.42 '"extension":"201","recording":"https://pbx.example/r/1711.42.wav"')")
has 'it is answered' "$out" '"state":"answered"'
has 'once, and by the exchange' "$(sql "SELECT count(*), state, timed, line FROM call WHERE timed = 1")" '^1|answered|1|112$'
! sql .dump | grep -q '81277450391\|r/1711.42.wav'
say $? 'number and link are sealed'
has 'who gives up is called back' "$(tell /api/calls "$(event e3 abandoned 1711.43 '"number":"08126660001"')")" '"state":"callback_queue"'
has 'who has no number is counted' "$(tell /api/calls "$(event e4 abandoned 1711.44 '"number":"anonymous"')")" '"state":"closed"'
has 'no such event' "$(tell /api/calls "$(event e5 exploded 1711.45)")" '"error":"event"'
has 'no call' "$(tell /api/calls '{"id":"e6","event":"ringing"}')" '"error":"call"'
has 'no time of these days' "$(tell /api/calls "$(event e7 ringing 1711.46 '"time":12')")" '"error":"time"'
has 'what is odd is left out, not the call' "$(tell /api/calls "$(event e8 ringing "1711.47" \
    "\"number\":[1],\"line\":\"'; DROP TABLE call; --\",\"extension\":\"<b>\",\"recording\":\"javascript:alert(1)\"")")" '"state":"ringing"'
has 'and what stands there is only words' "$(sql "SELECT c.line, r.extension, r.sealed IS NULL FROM ring r JOIN call c ON c.id = r.call WHERE r.name = '1711.47'")" "^'; DROP TABLE call; --||1$"
now=$(date +%s) body=$(event e9 ringing 1711.48)
has 'a gateway of messages may not ring' "$(raw /api/calls sms "$now" "$(sign "$text" "$now" "$body")" "$body")" '^Status: 403'

# --- who is not allowed any more, and who has changed the locks

"$bin/siaga" key rotate > /dev/null
has 'after a change of keys it still fits' "$(tell /api/detak '{"id":"beat-3"}')" '^{"ok":true}$'
for _ in $(seq 40); do
	out=$(raw /api/detak pbx "$now" bad "$beat")
done
has 'who tries too often waits' "$out" '^Status: 429'
has 'and is told how long' "$out" '^Retry-After: [0-9]'
has 'but whoever has the secret does not' "$(tell /api/detak '{"id":"beat-4"}')" '^{"ok":true}$'
"$bin/siaga" gateway revoke pbx
has 'revoked, it is nobody' "$(REMOTE_ADDR=192.0.2.8 tell /api/detak '{"id":"beat-5"}')" '^Status: 401'
has 'and the list says so' "$("$bin/siaga" gateway list)" '^pbx phone revoked'

echo "1..$n"
exit $bad

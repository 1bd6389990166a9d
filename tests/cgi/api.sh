#!/bin/bash
# api.sh: what machines may say, and who may say it.  usage: api.sh bin
set -u
. "${0%/*}/site.bash" "$1"
export REMOTE_ADDR=192.0.2.7

said() {	# said <what> <text> <pattern>
	out=$2
	shows "$1" "$3"
}
sign() {	# sign <secret> <time> <body>
	printf '%s.%s' "$2" "$3" | openssl dgst -sha256 -hmac "$1" -r | cut -d' ' -f1
}
raw() {	# raw <path> <code> <time> <signature> <body>
	printf '%s' "$5" | REQUEST_METHOD=POST PATH_INFO=$1 CONTENT_TYPE=${TYPE:-application/json} \
	    CONTENT_LENGTH=$(printf '%s' "$5" | wc -c) HTTP_AUTHORIZATION="Bearer $2" \
	    HTTP_X_SIAGA_TIME=$3 HTTP_X_SIAGA_SIGNATURE=$4 "$bin/api" 2>> "$SIAGA_DATA/log"
}
tell() {	# tell <path> <body>: as the exchange does
	local now
	now=$(date +%s)
	raw "$1" pbx "$now" "$(sign "$secret" "$now" "$2")" "$2"
}

"$bin/siaga" key rotate > /dev/null	# the first key stays; what the next one seals moves on
secret=$("$bin/siaga" gateway add pbx --kind phone 2> /dev/null)
text=$("$bin/siaga" gateway add sms --kind text 2> /dev/null)
[[ $secret =~ ^[A-Za-z0-9_-]{43}$ ]] && [ "$secret" != "$text" ]
say $? 'a gateway has a secret of its own'
"$bin/siaga" gateway add pbx --kind phone > /dev/null 2>&1
[ $? -eq 1 ]
say $? 'and there is one of each code'
said 'the list says who was never heard of' "$("$bin/siaga" gateway list)" '^pbx phone allowed, never heard of$'
! grep -q "$secret" "$SIAGA_DATA/siaga.db" "$SIAGA_DATA/siaga.db-wal"
say $? 'the secret does not lie in the store as it is'

# --- the door

beat='{"id":"beat-1"}'
said 'a signed message is taken' "$(tell /api/detak "$beat")" '^{"ok":true}$'
said 'and its gateway was heard of' "$("$bin/siaga" gateway list)" '^pbx .* 0 s ago\|^pbx .* [0-9] s ago'
now=$(date +%s)
good=$(sign "$secret" "$now" "$beat")
wrong=$(raw /api/detak pbx "$now" "${good/[0-8]/9}" "$beat")
said 'a wrong signature is 401' "$wrong" '^Status: 401'
said 'and says so in JSON' "$wrong" '^{"error":"unsigned","message":"..*"}$'
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
	out=$other
	[ "$(body "$other")" = "$(body "$wrong")" ] && has '^Status: 401'
	say $? 'another code, time, body or none: the same 401'
done
! grep -q 'beat-' "$SIAGA_DATA/log" && grep -q 'refused: not its signature' "$SIAGA_DATA/log"
say $? 'the log says why, and not what'
said 'no JSON is 422' "$(tell /api/detak '{"id":')" '"error":"json"'
said 'no object is refused' "$(tell /api/detak '["id"]')" '"error":"id"'
said 'no id is refused' "$(tell /api/detak '{}')" '"error":"id"'
said 'nor is one of other letters' "$(tell /api/detak '{"id":"a b"}')" '"error":"id"'
said 'nor one that is too long' "$(tell /api/detak "{\"id\":\"$(printf 'x%.0s' {1..65})\"}")" '"error":"id"'
said 'an unknown address is 404' "$(tell /api/nowhere "$beat")" '"error":"not_found"'
said 'GET is 405, and says what there is' "$(REQUEST_METHOD=GET PATH_INFO=/api/detak "$bin/api" 2>&1)" '^Allow: POST'
said 'a form is 415' "$(TYPE=application/x-www-form-urlencoded tell /api/detak a=b)" '"error":"type"'
said 'bytes that are no text are 400' "$(tell /api/detak $'{"id":"\xff"}')" '"error":"input"'

# --- calls

event() { echo "{\"id\":\"$1\",\"event\":\"$2\",\"call\":\"$3\"${4:+,$4}}"; }
out=$(tell /api/calls "$(event e1 ringing 1711.42 '"number":"+62 812-7745-0391","line":"112"')")
said 'a call rings' "$out" '^{"ok":true,"state":"ringing"}$'
out=$(tell /api/calls "$(event e1 ringing 1711.42 '"number":"+62 812-7745-0391","line":"112"')")
said 'the same message is answered the same' "$out" '^{"ok":true,"state":"ringing"}$'
said 'another under its id is refused' "$(tell /api/calls "$(event e1 ended 1711.42)")" '"error":"other_message"'
out=$(tell /api/calls "$(event e2 answered 1711.42 '"extension":"201","recording":"https://pbx.example/r/1711.42.wav"')")
said 'it is answered' "$out" '"state":"answered"'
said 'once, and by the exchange' "$(sql "SELECT count(*), state, timed, line FROM call WHERE timed = 1")" '^1|answered|1|112$'
! sql .dump | grep -q '81277450391\|r/1711.42.wav'
say $? 'number and link are sealed'
said 'who gives up is called back' "$(tell /api/calls "$(event e3 abandoned 1711.43 '"number":"08126660001"')")" '"state":"callback_queue"'
said 'who has no number is counted' "$(tell /api/calls "$(event e4 abandoned 1711.44 '"number":"anonymous"')")" '"state":"closed"'
said 'no such event' "$(tell /api/calls "$(event e5 exploded 1711.45)")" '"error":"event"'
said 'no call' "$(tell /api/calls '{"id":"e6","event":"ringing"}')" '"error":"call"'
said 'no time of these days' "$(tell /api/calls "$(event e7 ringing 1711.46 '"time":12')")" '"error":"time"'
said 'what is odd is left out, not the call' "$(tell /api/calls "$(event e8 ringing "1711.47" \
    "\"number\":[1],\"line\":\"'; DROP TABLE call; --\",\"extension\":\"<b>\",\"recording\":\"javascript:alert(1)\"")")" '"state":"ringing"'
said 'and what stands there is only words' "$(sql "SELECT c.line, r.extension, r.sealed IS NULL FROM ring r JOIN call c ON c.id = r.call WHERE r.name = '1711.47'")" "^'; DROP TABLE call; --||1$"
now=$(date +%s) body=$(event e9 ringing 1711.48)
said 'a gateway of messages may not ring' "$(raw /api/calls sms "$now" "$(sign "$text" "$now" "$body")" "$body")" '^Status: 403'

# --- the locks are changed

"$bin/siaga" key rotate > /dev/null
out=$("$bin/siaga" key drop 2)
shows 'all was sealed again' 'Key 2 is dropped'
said 'after a change of keys it still fits' "$(tell /api/detak '{"id":"beat-3"}')" '^{"ok":true}$'

# --- where a recording lies: for who leads the desk, with a reason

program=intake
id=$(sql "SELECT call FROM ring WHERE name = '1711.42'")
sheet=/panggilan/daftar/$id
link='https://pbx.example/r/1711.42.wav'
openings() { test "$(sql "SELECT count(*) FROM event WHERE life = 'call' AND act = 'read' AND object = $id AND data = 'recording' AND note = 'Aduan <b>pelapor</b>'")" = "$1"; }
enter petugas
ask GET "$sheet"
shows 'a taker sees the call'              '^Cache-Control: no-store'
hides 'but not that it was recorded'       '/rekaman"'
send "$sheet/rekaman" 'reason=Aduan+pelapor'
shows 'nor opens the recording'            '^Status: 403'
hides 'nor is told where it lies'          "$link"
enter auditor
ask GET "$sheet"
send "$sheet/rekaman" 'reason=Aduan+pelapor'
shows 'nor does who only reads'            '^Status: 403'
enter penyelia
ask GET "$sheet"
shows 'who leads the desk is asked why'    "action=\"$sheet/rekaman\""
hides 'and told nothing yet'               "$link"
send "$sheet/rekaman" 'reason=%3Cb%3E'
shows 'a word is no reason'                '^Status: 422'
shows 'the fault is at its field'          'id="f-reason-e"'
shows 'and what was typed stays, escaped'  'value="&lt;b&gt;"'
hides 'nothing is told'                    "$link"
ask POST "$sheet/rekaman" 'csrf=guess&reason=Aduan+pelapor'
shows 'nor without our token'              '^Status: 403'
ok    'none of it is an opening' openings 0
ask GET "$sheet"
send "$sheet/rekaman" 'reason=Aduan+%3Cb%3Epelapor%3C/b%3E'
shows 'with a reason it says where'        "id=\"link\">$link<"
shows 'kept by no browser'                 '^Cache-Control: no-store'
ok    'on the record, with the reason' openings 1
other=$(sql "SELECT call FROM ring WHERE name = '1711.43'")
for odd in "$other" "${id}x" 999999 0 -1 x; do
	ask GET "$sheet"
	send "/panggilan/daftar/$odd/rekaman" 'reason=Aduan+pelapor'
	shows "no recording, no page: $odd" '^Status: 404'
done
ok    'that was one opening' openings 1

# --- who is not allowed any more

for _ in $(seq 120); do		# tries are forgotten with time, and a clock may be put forward
	out=$(raw /api/detak pbx "$now" bad "$beat")
	[[ $out != Status:\ 429* ]] || break
done
said 'who tries too often waits' "$out" '^Status: 429'
said 'and is told how long' "$out" '^Retry-After: [0-9]'
said 'but whoever has the secret does not' "$(tell /api/detak '{"id":"beat-4"}')" '^{"ok":true}$'
"$bin/siaga" gateway revoke pbx
said 'revoked, it is nobody' "$(REMOTE_ADDR=192.0.2.8 tell /api/detak '{"id":"beat-5"}')" '^Status: 401'
said 'and the list says so' "$("$bin/siaga" gateway list)" '^pbx phone revoked'

done_here

#!/bin/bash
# signin.sh: the door of a real city: pact, second factor, sessions, from a shell.  usage: signin.sh bin
set -eu
program=admin
. "${0%/*}/site.bash" "$1" --city 13.71

agent='Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

# The six digits of a secret (RFC 6238), by another program than the one that is tested.
totp() {	# totp <base32> [<steps from now>]
	python3 -c '
import base64, hashlib, hmac, sys, time
key = base64.b32decode(sys.argv[1])
h = hmac.new(key, (int(time.time()) // 30 + int(sys.argv[2])).to_bytes(8, "big"), hashlib.sha1).digest()
at = h[-1] & 15
print("%06d" % ((int.from_bytes(h[at:at + 4], "big") & 0x7fffffff) % 1000000))' "$1" "${2:-0}"
}

door() {	# door <login> <password>: the jar holds what the door gave
	jar=''
	ask GET /masuk
	ask POST /masuk "token=$(value token)&login=$1&password=$2"
	jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat); separuh=$(cookie separuh)"
}

# --- the first admin, made in a shell ---
once=$("$bin/siaga" account add rina --role admin --name 'Rina Anggraini' | sed -n 's/^rina: //p')
door rina "$once"
shows 'a password for once is changed first' '^Location: /sandi$'
ask GET /sandi
send /sandi "old=$once&new=payung+teduh+sore+ini&again=payung+teduh+sore+ini"
shows 'then comes the pact'                '^Location: /pakta'
jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)"
for path in /akun /akun/baru /sesi /sandi /faktor-kedua /opd; do
	ask GET $path
	shows "before it there is no $path"    '^Location: /masuk'
done
program='command' ask GET /komando
shows 'in no other program either'         '^Location: /masuk'
ask GET '/masuk?ke=/akun/baru'
shows 'the door leads to it'               '^Location: /pakta?ke=%2Fakun%2Fbaru$'
ask GET '/pakta?ke=/akun/baru'
shows 'it is there to be read'             'membuka data pelapor hanya bila perlu'
hides 'and cannot be skipped'              'ewati'
send /pakta 'name=Rina+Anggraini&ke=/akun/baru'
shows 'a tick is needed'                   'Centang bahwa Anda'
ask GET /pakta
send /pakta 'agree=1&name=Orang+Lain'
shows 'and the own name'                   'tidak sama dengan nama'
ask GET /akun
shows 'until then nothing opens'           '^Location: /masuk'
ask GET '/pakta?ke=/akun/baru'
send /pakta 'agree=1&name=Rina+Anggraini&ke=/akun/baru'
shows 'then comes the second factor'       '^Location: /faktor-kedua?ke=%2Fakun%2Fbaru$'

# --- the second factor ---
ask GET /akun
shows 'without it there is no work'        '^Location: /masuk'
ask GET '/faktor-kedua?ke=/akun/baru'
hides 'it cannot be skipped'               'ewati'
shows 'there is a picture to scan'         'class="qr"'
hides 'and its secret in no address'       'otpauth'
secret=$(sed -n 's/.*id="kunci"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' <<< "$out" | tr -d ' ')
seed=$(value seed)
send /faktor-kedua "seed=$seed&code=000000&ke=/akun/baru"
shows 'a wrong code sets nothing up'       'Kode tidak cocok'
n=$((n + 1))
if [ "$secret" = "$(sed -n 's/.*id="kunci"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' <<< "$out" | tr -d ' ')" ]; then
	echo "ok $n - the secret stays the one that was scanned"
else
	echo "not ok $n - the secret stays the one that was scanned"; bad=1
fi
old=$jar
send /faktor-kedua "seed=$seed&code=$(totp "$secret" -1)&ke=/akun/baru"
shows 'the right one does'                 'Kode cadangan Anda'
shows 'and gives a new session'            '^Set-Cookie: sesi='
backup=$(grep -o '<li>[A-Z0-9]\{5\}-[A-Z0-9]\{5\}' <<< "$out" | head -n 1 | cut -c 5-)
n=$((n + 1))
if [ "$(grep -o '<li>[A-Z0-9]\{5\}-[A-Z0-9]\{5\}' <<< "$out" | wc -l)" -eq 10 ]; then
	echo "ok $n - with ten backup codes"
else
	echo "not ok $n - with ten backup codes"; bad=1
fi
rina="sesi=$(cookie sesi); perangkat=$(cookie perangkat)"
jar=$old
ask GET /akun
shows 'the old session is over'            '^Location: /masuk'
jar=$rina
ask GET /akun
shows 'now the work begins'                'Akun petugas'
ask GET /faktor-kedua
hides 'the codes are shown once'           "$backup"

# --- signing in with it ---
door rina payung+teduh+sore+ini
shows 'a password is half of it'           '^Location: /masuk/kode$'
hides 'and no session'                     '^Set-Cookie: sesi='
half=$jar
jar="sesi=$(sed -n 's/.*separuh=//p' <<< "$half")"
ask GET /akun
shows 'the half is no whole'               '^Location: /masuk'
jar=$half
ask GET /akun
shows 'and opens nothing'                  '^Location: /masuk'
ask GET /masuk/kode
shows 'but the page of the code'           'Kode 6 angka'
ask POST /masuk/kode "token=$(value token)&code=000000"
shows 'a wrong code is told'               'Kode salah'
shows 'with how many are left'             'Sisa 4 percobaan'
hides 'and lets nobody in'                 '^Set-Cookie: sesi='
ask POST /masuk/kode "code=$(totp "$secret")"
shows 'a form that is not ours is asked again' 'terlalu lama terbuka'
ask GET /masuk/kode
ask POST /masuk/kode "token=$(value token)&code=$(totp "$secret")" HTTP_SEC_FETCH_SITE=cross-site
shows 'no other site types it'             '^Status: 403'
ask GET '/masuk/kode?ke=/opd'
code=$(totp "$secret")
ask POST /masuk/kode "token=$(value token)&code=$code&ke=/opd"
shows 'the right one lets in'              '^Location: /opd$'
shows 'with a session of its own'          '^Set-Cookie: sesi=[A-Za-z0-9_-]\{43\};'
door rina payung+teduh+sore+ini
ask GET /masuk/kode
ask POST /masuk/kode "token=$(value token)&code=$code"
shows 'a code is good once'                'Kode salah'
ask GET '/masuk/kode?cadangan=1'
ask POST /masuk/kode "token=$(value token)&code=$(tr '[:upper:]' '[:lower:]' <<< "$backup")&cadangan=1"
shows 'a backup code stands in'            '^Location: /akun$'
door rina payung+teduh+sore+ini
ask GET /masuk/kode
ask POST /masuk/kode "token=$(value token)&code=$backup"
shows 'once'                               'Kode salah'
ask GET /masuk/kode
for _ in 1 2 3 4 5; do
	ask POST /masuk/kode "token=$(value token)&code=000000"
done
ask POST /masuk/kode "token=$(value token)&code=000000"
shows 'guessing gets slow'                 '^Status: 429'
jar='separuh=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
ask GET /masuk/kode
shows 'no half session, no code'           '^Location: /masuk?terlambat=1'

# --- sessions ---
jar=$rina
ask GET /sesi
shows 'one sees where one is signed in'    'Firefox, Linux'
shows 'and which of them this is'          'Sesi ini'
id=$(grep -o 'action="/sesi/[0-9a-f]*"' <<< "$out" | head -n 1 | tr -dc '0-9a-f/' | sed 's|.*/||')
send "/sesi/$id" ''
shows 'one ends one of them'               '^Location: /sesi?jadi=1'
ask GET /sesi
hides 'which is gone'                      "/sesi/$id"
send /sesi/0123456789abcdef ''
shows 'and no other'                       '^Status: 404'
ask POST /sesi 'csrf=guess'
shows 'nobody else ends them'              '^Status: 403'
ask GET /sesi
send /sesi ''
shows 'nor all others, but oneself'        '^Location: /sesi?jadi=1'
ask GET /akun
shows 'and stays'                          'Akun petugas'
send /ganti 'ke=/opd'
shows 'somebody else sits down'            '^Location: /masuk?keluar=1&ke=%2Fopd$'
ask GET /opd
shows 'and the session is over'            '^Location: /masuk'

# --- a stranger is sent aside, who is known is not: what nginx asks for ---
jar=''
ask GET /masuk
token=$(value token)
ask POST /masuk "token=$token&login=rina&password=payung+teduh+sore+ini" SIAGA_ASIDE=@door
shows 'a stranger is sent aside'           '^X-Accel-Redirect: @door$'
n=$((n + 1))
if [ "$(grep -c . <<< "$out")" -eq 1 ]; then
	echo "ok $n - and told nothing else"
else
	echo "not ok $n - and told nothing else"; sed 's/^/# /' <<< "$out"; bad=1
fi
ask POST /masuk "token=$token&login=rina&password=payung+teduh+sore+ini"
shows 'there the password counts'          '^Location: /masuk/kode$'
ask POST /masuk "token=$token&login=&password=" SIAGA_ASIDE=@door
shows 'what is no try is told at once'     '^Status: 422'
jar=$rina
ask POST /masuk "token=$token&login=rina&password=payung+teduh+sore+ini" SIAGA_ASIDE=@door
shows 'a known device is served at once'   '^Location: /masuk/kode$'
jar='perangkat=AAAA.00000000000000000000000000000000'
ask POST /masuk "token=$token&login=rina&password=payung+teduh+sore+ini" SIAGA_ASIDE=@door
shows 'a made-up one is not'               '^X-Accel-Redirect: @door$'
jar=''
ask POST '/masuk' "token=$token&login=rina&password=payung+teduh+sore+ini&ke=/opd" SIAGA_FULL=1
shows 'where it is full'                   '^Status: 503'
shows 'it is said when to try again'       '^Retry-After: 5$'
shows 'in words, too'                      'Kata sandi Anda belum diperiksa'
shows 'the name stays'                     'name="login" value="rina"'
shows 'and the way'                        'name="ke" value="/opd"'
hides 'the password goes'                  'payung'

# --- the phone is lost ---
"$bin/siaga" account totp-reset rina
door rina payung+teduh+sore+ini
shows 'whoever runs the system takes it off' '^Location: /faktor-kedua$'
"$bin/siaga" account totp-reset nobody 2>/dev/null && bad=1
jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)"
ask GET /faktor-kedua
secret=$(sed -n 's/.*id="kunci"[^>]*>\([A-Z2-7 ]*\)<.*/\1/p' <<< "$out" | tr -d ' ')
for _ in $(seq 30); do		# the wrong codes from above still count
	send /faktor-kedua "seed=$(value seed)&code=$(totp "$secret")"
	[ -z "$(cookie sesi)" ] || break
	sleep 1
done
jar="sesi=$(cookie sesi); perangkat=$(cookie perangkat)"
ask GET /akun
ask GET "$(grep -o '/akun/[0-9][0-9]*' <<< "$out" | head -n 1)"
shows 'the account says since when it is on' 'aktif sejak [0-9]'
shows 'and that it was reset, by whom'     'Disetel ulang [^<]* oleh Sistem'

# --- an invitation from a shell ---
once=$("$bin/siaga" account add budi --role call_taker --name 'Budi Santoso' --invite | sed -n 's/^budi: //p')
jar=''
ask GET /undangan
shows 'the code is in no address'          'name="code"'
ask POST /undangan "token=$(value token)&code=$once&new=kuda+lumping+empat&again=kuda+lumping+empat"
shows 'who is invited chooses a password'  '^Location: /masuk?undangan=1$'
door budi kuda+lumping+empat
shows 'signs the pact'                     '^Location: /pakta$'
ask GET /pakta
send /pakta 'agree=1&name=budi+santoso'
shows 'and works'                          '^Location: /panggilan$'

# --- a demo's door is open, and says so ---
SIAGA_DATA=$SIAGA_DATA/demo
"$bin/siaga" init --demo-city >/dev/null
door admin kota-bahari-112
shows 'in a demo the work begins at once'  '^Location: /akun$'
ask GET /faktor-kedua
shows 'the second factor is an offer'      'Lewati (demo)'
ask GET /pakta
shows 'and so is the pact'                 'boleh dilewati'
done_here

#!/bin/bash
# admin.sh: the door and the accounts, seen from a shell.  usage: admin.sh bin
set -eu
program=admin
. "${0%/*}/site.bash" "$1"

# --- the door ---
ask GET /masuk
shows 'shows the door'                     'Masuk petugas'
shows 'which is not kept by browsers'      '^Cache-Control: no-store'
hides 'to strangers without a session'     '^Set-Cookie: sesi'
ask POST /masuk "token=$(value token)&login=petugas&password=salah"
shows 'a wrong password is bad input'      '^Status: 422'
shows 'and says so'                        'tidak cocok'
shows 'the name stays'                     'value="petugas"'
hides 'the password goes'                  'salah"'
wrong=$(sed -e 's/value="[^"]*"//g' -e '/^Content-Length/d' <<< "$out")
ask POST /masuk "token=$(value token)&login=tidakada&password=$password"
n=$((n + 1))
if [ "$wrong" = "$(sed -e 's/value="[^"]*"//g' -e '/^Content-Length/d' <<< "$out")" ]; then
	echo "ok $n - who does not exist gets the same answer"
else
	echo "not ok $n - who does not exist gets the same answer"; bad=1
fi
ask POST /masuk "token=$(value token)&login=&password="
shows 'empty fields are told'              'wajib diisi'
ask POST /masuk "login=petugas&password=$password"
shows 'a form that is not ours is asked again' 'terlalu lama terbuka'
ask GET /masuk
ask POST /masuk "token=$(value token)&login=petugas&password=$password" HTTP_SEC_FETCH_SITE=cross-site
shows 'another site signs nobody in'       '^Status: 403'
ask GET /akun
shows 'strangers are sent to the door'     '^Location: /masuk?ke=%2Fakun'

# --- in and out ---
for pair in petugas:/panggilan pengarah:/triase penyelia:/komando damkar:/tugas damkar.a1:/lapangan \
    damkar.kepala:/tugas verifikator:/tugas walikota:/komando auditor:/audit admin:/akun; do
	enter "${pair%%:*}"
	shows "${pair%%:*} begins at ${pair##*:}" "^Location: ${pair##*:}\$"
done
shows 'the cookie is for us alone'         '^Set-Cookie: sesi=.*; HttpOnly; SameSite=Lax'
shows 'and for a while'                    '^Set-Cookie: sesi=[A-Za-z0-9_-]\{43\}; Path=/; Max-Age=28800'
jar=''
ask GET '/masuk?ke=/akun/baru'
shows 'the door keeps where one was going' 'name="ke" value="/akun/baru"'
ask POST /masuk "token=$(value token)&login=admin&password=$password&ke=/akun/baru"
shows 'and leads there'                    '^Location: /akun/baru$'
for path in //evil.example '/\evil.example' https://evil.example '/a%0d%0ab' /masuk '/keluar'; do
	ask GET /masuk
	ask POST /masuk "token=$(value token)&login=admin&password=$password&ke=$path"
	shows "never to $path"                 '^Location: /akun$'
done
enter admin
ask GET /akun
shows 'shows the accounts'                 'Sari Nuraini'
shows 'without scripts or styles of its own' "script-src 'self';"
hides 'nor any inside'                     'style=\|<style\|onclick=\|<script>'
ask POST /keluar 'csrf=guess'
shows 'nobody else signs one out'          '^Status: 403'
ask GET /akun
send /keluar ''
shows 'one signs out'                      '^Location: /masuk?keluar=1'
shows 'and the cookie goes'                '^Set-Cookie: sesi=; Path=/; Max-Age=0'
ask GET /akun
shows 'the session is gone, too'           '^Location: /masuk'

# --- accounts ---
enter admin
ask GET /akun/baru
shows 'shows the form of a new account'    'Petugas lapangan'
send /akun/baru 'login=BAD+LOGIN&name=%22%3E%3Cscript%3E&role=opd_operator&agency=&email=x'
shows 'bad input is 422'                   '^Status: 422'
shows 'the page says how much is wrong'    'hal yang perlu diperbaiki'
shows 'what was typed is shown escaped'    'value="&quot;&gt;&lt;script&gt;"'
ask GET /akun/baru
send /akun/baru 'login=petugas&name=Joko&role=call_taker'
shows 'a login is only once'               'sudah dipakai orang lain'
ask GET /akun/baru
send /akun/baru 'login=joko&name=Joko+Anwar&role=responder&agency=DAMKAR&unit=A2'
shows 'an account is made'                 'Akun sudah dibuat'
once=$(grep -o '[A-Z0-9]\{4\}-[A-Z0-9]\{4\}-[A-Z0-9]\{4\}' <<< "$out" | head -n 1)
id=$(sed -n 's|.*action="/akun/\([0-9]*\)".*|\1|p' <<< "$out" | head -n 1)
ask GET "/akun/$id"
hides 'its password is shown once only'    "$once"
shows 'and what happened is told'          'Akun dibuat'
send "/akun/$id" "version=$(value version)&name=Joko+A.&role=responder&agency=DAMKAR&unit=A3"
shows 'it can be changed'                  "^Location: /akun/$id?jadi=saved"
ask GET "/akun/$id"
send "/akun/$id" 'version=1&name=Lain&role=responder&agency=DAMKAR&unit=A3'
shows 'but not over a colleague'           '^Status: 409'
shows 'who is named'                       'Rina Anggraini lebih dulu'
shows 'and what was typed stays'           'value="Lain"'
admin=$jar

# --- an invitation ---
enter joko "$once"
shows 'the code is no password'            'tidak cocok'
jar=''
invited() {	# invited <code> <password>: from a fresh form
	ask GET /undangan
	ask POST /undangan "token=$(value token)&code=$1&new=$2&again=$2"
}
invited 'AAAA-BBBB-CCCC' kuda+lumping+tujuh
shows 'no other code is good'              'Kode undangan tidak berlaku'
shows 'which is bad input'                 '^Status: 422'
invited "$once" pendek
shows 'a bad password does not use it up'  'paling sedikit 12 huruf'
invited "$(tr 'A-Z' 'a-z' <<< "${once//-/ }" | tr ' ' '+')" kuda+lumping+tujuh
shows 'then it is done'                    '^Location: /masuk?undangan=1$'
invited "$once" kuda+lumping+delapan
shows 'and good no more'                   'Kode undangan tidak berlaku'
enter joko kuda+lumping+tujuh
shows 'the password chosen lets in'        '^Location: /lapangan$'

# --- a password for once ---
once=$("$bin/siaga" account reset joko | sed -n 's/^joko: //p')
enter joko "$once"
shows 'with it one gets to one page'       '^Location: /sandi$'
ask GET /akun
shows 'whatever one asks for'              '^Location: /masuk'
ask GET /masuk
shows 'the door leads back there'          '^Location: /sandi'
ask GET /sandi
shows 'which says why'                     'Pilih kata sandi Anda sendiri dulu'
send /sandi "old=$once&new=pendek&again=pendek"
shows 'a short one is refused'             'paling sedikit 12 huruf'
ask GET /sandi
send /sandi "old=$once&new=kuda+lumping+empat&again=kuda+lumping+lima"
shows 'two different ones, too'            'tidak sama pada kedua isian'
ask GET /sandi
send /sandi "old=salah&new=kuda+lumping+empat&again=kuda+lumping+empat"
shows 'the old one is asked for'           'Kata sandi sekarang tidak cocok'
ask GET /sandi
send /sandi "old=$once&new=kuda+lumping+empat&again=kuda+lumping+empat"
shows 'then the work begins'               '^Location: /lapangan$'
shows 'in a new session'                   '^Set-Cookie: sesi='
ask GET /sandi
shows 'the old session is gone'            '^Location: /masuk'

# --- out of reach ---
enter damkar.kepala
ask GET /akun
shows 'a head sees the own people'         'Dedi Hartono'
hides 'and nobody else'                    'Sari Nuraini'
ask GET /akun/1
shows 'others are not there'               '^Status: 404'
ask GET /opd
shows 'the city is an admin'"'"'s'         '^Status: 403'
for login in petugas damkar damkar.a1 auditor walikota; do
	enter $login
	ask GET /akun
	shows "$login has no accounts"         '^Status: 403'
done

# --- a lost shift is ended ---
jar=$admin
ask GET "/akun/$id"
send "/akun/$id/nonaktif" "version=$(value version)"
shows 'an account is disabled'             'jadi=off'
enter joko kuda+lumping+empat
shows 'and cannot sign in'                 'tidak cocok'
jar=$admin
ask GET "/akun/$id"
send "/akun/$id/aktif" "version=$(value version)"
ask GET "/akun/$id"
send "/akun/$id/sandi" ''
shows 'a password is reset'                'Kata sandi sudah diatur ulang'
ask GET /akun/abc
shows 'no account is called abc'           '^Status: 404'
ask GET '/akun?agency=NOWHERE'
shows 'no list of what is not there'       '^Status: 400'

# --- reference data ---
ask GET /opd
shows 'shows the agencies'                 'Dinas Pemadam Kebakaran'
ask GET '/opd?kind=BUMD'
hides 'by their kind'                      'Dinas Pemadam Kebakaran'
ask GET '/kategori?group=Hewan'
shows 'shows the categories of a group'    'HWN-ULR'
hides 'and of no other'                    'KBR-BGN'
ask GET /kategori/KBR-BGN
shows 'a category has its card'            'Masih ada orang di dalam'
shows 'which says that it is a draft'      'masih draf'
ask GET /kategori/KBR-BGN '' HTTP_ACCEPT_LANGUAGE=en-GB
shows 'in English, too'                    'House or building fire'
ask GET /kategori/NONE
shows 'no category is called NONE'         '^Status: 404'

# --- too many tries ---
jar=''
ask GET /masuk
for _ in 1 2 3 4 5 6; do
	ask POST /masuk "token=$(value token)&login=petugas4&password=salah"
done
ask POST /masuk "token=$(value token)&login=petugas4&password=$password"
shows 'guessing gets slow'                 '^Status: 429'
shows 'and says for how long'              '^Retry-After: [1-9]'
shows 'in words, too'                      'Terlalu banyak percobaan'
done_here

#!/bin/bash
# place.sh: the gazetteer from a shell, and the place of a call without script.  usage: place.sh bin
set -eu
program=intake
. "${0%/*}/site.bash" "$1"

call() {	# call <body>: from a fresh form
	ask GET /panggilan
	ask POST /panggilan "csrf=$(value csrf)&token=$(value token)&$1"
}

set +e
# --- files, from a shell ---
siaga() { out=$("$bin/siaga" place "$@" 2>&1); status=$?; }
siaga list
shows 'the demo city has its places'         '^240 streets, 3[0-9]* landmarks, 0 past addresses, 57 boundaries, 3 neighbours'
siaga import db/data/places-bahari.csv
shows 'put twice they are there once'        ' 0 new, 0 changed, 560 as before, 0 refused'
printf 'nama,jenis,lat,lon\nWarung Uji,tengara,-0.94,100.35\nJl. Uji Coba,jalan,-0.94,100.35\n,jalan,1,1\n' > "$SIAGA_DATA/x.csv"
siaga import "$SIAGA_DATA/x.csv"
shows 'a bad row is refused by its line'     'x.csv:2: its kind is none of'
shows 'and the next'                         'x.csv:4: no name'
shows 'the good one is in'                   '1 new, 0 changed, 0 as before, 2 refused'
say "$([ $status = 1 ]; echo $?)" 'and whoever asks is told'
siaga import --kind landmark "$SIAGA_DATA/x.csv"
shows 'what the row says goes before --kind' 'x.csv:2: its kind'
siaga import --kind warung "$SIAGA_DATA/x.csv"
shows 'a kind there is not'                  'kind is street, landmark or address'
siaga import /nowhere
shows 'a file there is not'                  'there is none'
siaga neighbour sago-hulu --name 'Kabupaten Sago Hulu' --contact '(0799) 112-99'
say $status 'a neighbour has another number'

# --- pieces for the script ---
ask GET '/panggilan/tempat?q=karya'
hides 'a stranger finds nothing'             'Karya'
enter damkar
ask GET '/panggilan/tempat?q=karya'
shows 'nor does an agency'                   '^Status: 403'
enter petugas
ask GET '/panggilan/tempat?q=mesjid+al+ihlas&area='
shows 'a call taker does'                    '"n":"Masjid Al-Ikhlas"'
shows 'as data'                              '^Content-Type: application/json'
ask GET '/panggilan/tempat?q=%3Cb%3Ezzzz'
shows 'or nothing'                           '^\[\]'
ask GET '/panggilan/titik?koordinat=-0.945,100.5'
shows 'a point beyond the city'              'Serahkan ke 112 Kabupaten Sago Hulu'
shows 'with the number there now is'         '(0799) 112-99'
ask GET '/panggilan/titik?koordinat=%22%3E%3Cb%3E'
shows 'what is no point'                     'tulis lintang lalu bujur'
ask GET '/panggilan/peta?koordinat=-0.945,100.35'
shows 'the map'                              'class="m-area"'
shows 'with the point'                       'id="map-at"'
hides 'and no styles of its own'             'style='

# --- without script ---
call 'place=Jl.+Karya+Bakti+14&do=show'
shows 'a place in full has its village'      'value="Pasar Lama, Pasar Muara"'
shows 'and says from where'                  'Titik dan kelurahan dari Jl. Karya Bakti'
call 'place=Jl.+Karya+Bakti+14&village=Tepi+Air&do=show'
shows 'what was typed stays'                 'value="Tepi Air"'
hides 'and nothing is made up'               'dari Jl. Karya Bakti'
call 'coords=https%3A%2F%2Fmaps.google.com%2F%3Fq%3D-0.94613%2C100.35013&do=show'
shows 'a link becomes its point'             'value="-0.946130, 100.350130"'
shows 'and its village'                      'value="Pasar Lama, Pasar Muara"'
call 'type=rumah+terbakar&coords=-0.945,100.5&over=sago-hulu&do=send'
shows 'handed over to nobody is 422'         '^Status: 422'
shows 'and says what is missing'             'Diterima di sana oleh: tulis nama'
call 'type=rumah+terbakar&coords=-0.945,100.5&over=sago-hulu&over_by=Bu+Ani&do=send'
shows 'handed over is sent'                  '112 tetangga'
hides 'and no agency of ours is alarmed'     'Damkar (pengampu)'
number=$(grep -o 'DRT-[0-9]*-[0-9]*-.' <<< "$out" | head -n 1)
jar_of_call=$jar
enter pengarah
program=worklist
ask GET "/tiket/$number"
shows 'the story says who took it'           '112 Kabupaten Sago Hulu: Bu Ani'
jar=$jar_of_call program=intake

# --- what is kept of calls ---
call 'type=rumah+terbakar&place=Gang+Uji+Tujuh+7&village=Tepi+Air&do=send'
ask GET '/panggilan/tempat?q=gang+uji+tuj'
shows 'a street that was called from is known' '"n":"Gang Uji Tujuh 7"'
call 'type=rumah+terbakar&place=Gang+Uji+rumah+Bu+Siti&village=Tepi+Air&do=send'
call 'type=rumah+terbakar&place=Gang+Rahasia+Uji+8&village=Tepi+Air&secret=1&do=send'
call 'category=KDRT&place=Gang+Peka+Uji+9&village=Tepi+Air&do=send'
siaga list
shows 'people, secrets and sensitive ones are not' ' 1 past addresses'

# --- a link for the caller ---
ask GET /panggilan
token=$(value token) csrf=$(value csrf)
ask POST /panggilan/lokasi "csrf=$csrf&token=$token"
shows 'a link'                               'http://localhost:8112/lokasi/'
code=$(sed -n 's/.*data-code="\([^"]*\)".*/\1/p' <<< "$out" | head -n 1)
ask POST "/panggilan/lokasi/$code" "csrf=$csrf&token=$token"
shows 'nothing came yet'                     '{"got":0}'
jar_of_call=$jar jar='' program=portal
ask GET "/lokasi/$code"
shows 'the caller sees what to do'           'Kirim lokasi Anda ke 112'
shows 'and tells nobody the code'            '^Referrer-Policy: no-referrer'
jar="token=$(cookie token)" minted=$(value token)
ask POST "/lokasi/$code" "token=$minted&at=entah"
shows 'what is no place is told'             'tidak terbaca'
ask POST "/lokasi/$code" "token=$minted&at=-0.94613,100.35013&metres=12"
shows 'a place is sent'                      'Lokasi terkirim'
ask GET /lokasi/AAAAAAAA
shows 'another code is none'                 '^Status: 404'
jar=$jar_of_call program=intake
ask POST "/panggilan/lokasi/$code" "csrf=$csrf&token=$token"
shows 'the desk has it'                      '"p":"-0.946130, 100.350130"'
ask POST "/panggilan/lokasi/$code" "csrf=$csrf&token=another"
shows 'another call has not'                 '^Status: 404'
done_here

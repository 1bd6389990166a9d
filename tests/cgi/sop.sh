#!/bin/bash
# sop.sh: what must be safe first, and the next version of a card, from a shell.  usage: sop.sh bin
set -eu
program=worklist
. "${0%/*}/site.bash" "$1"

area=$(sql "SELECT code FROM area WHERE level = 3 LIMIT 1")
alarm KBR-BGN Jl.+Melati+1 "$area"
number=$(sql "SELECT number FROM ticket")

# --- what must be safe first ---
lock() { grep -o "value=\"[0-9]*\.[0-9]*\.$1\"" <<< "$out" | head -n 1 | cut -d'"' -f2; }
enter damkar
ask GET /tugas
shows 'the list says it is not safe yet'   'Prasyarat aman belum dijawab'
ask GET "/tiket/$number"
shows 'the ticket asks'                    'PLN sudah memadamkan listrik?'
shows 'nobody has answered'                'BELUM DIKONFIRMASI'
shows 'it says whose it is to answer'      'Dijawab oleh PLN'
old=$(lock confirmed)
enter pln
ask GET "/tiket/$number"
send "/tiket/$number/prasyarat" "prasyarat=$old"
shows 'an answer is a redirect'            "^Location: /tiket/$number#prasyarat"
enter damkar
ask GET "/tiket/$number"
shows 'the other agency sees who it was'   'oleh Irwan Syah, .* (PLN)'
shows 'the story tells it'                 'Prasyarat aman dikonfirmasi'
send "/tiket/$number/prasyarat" "prasyarat=${old%confirmed}waived"
shows 'the slower is told'                 '^Status: 409'
shows 'with who was faster'                'Irwan Syah, .* lebih dulu'
send "/tiket/$number/prasyarat" "prasyarat=$(lock open)"
shows 'it can be taken back'               '^Location: /tiket/'
ask GET "/tiket/$number"
shows 'and is open again'                  'BELUM DIKONFIRMASI'
shows 'which is told, too'                 'Konfirmasi prasyarat aman dicabut'
send "/tiket/$number/prasyarat" 'prasyarat=1.x.open'
shows 'nonsense is refused'                '^Status: 4'
enter dinsos
ask GET /tugas
send "/tiket/$number/prasyarat" "prasyarat=$old"
shows 'who is not on it finds nothing'     '^Status: 404'

# --- the next version ---
enter petugas
at admin GET /sop
shows 'a call taker writes no cards'       '^Status: 403'
enter damkar.kepala
at admin GET /sop
shows 'the list of cards'                  'href="/sop/SOP-01"'
at admin GET /sop/SOP-01
program=admin send /sop/SOP-01/langkah 'do=begin'
shows 'a version is begun'                 '^Location: /sop/SOP-01'
at admin GET /sop/SOP-01
shows 'nothing is changed yet'             'Tidak ada perubahan'
at admin GET /sop/SOP-01/tanya/1
shows 'a question, its answers'            'name="label1" value="1 lantai"'
program=admin send /sop/SOP-01/tanya/1 'revisi=1&ask=Apa+yang+%3Cb%3Eterbakar%3F&place=1&raise1=P1'
shows 'an effect needs an answer'          'isi jawabannya, karena ada akibatnya'
shows 'what was typed is kept'             'value="Apa yang &lt;b&gt;terbakar?"'
program=admin send /sop/SOP-01/tanya/1 'revisi=1&ask=Apa+yang+%3Cb%3Eterbakar%3F&place=1&label1=Rumah&raise1=P1&add1=PLN&disaster1=1'
shows 'a good one is kept'                 '^Location: /sop/SOP-01'
at admin GET /sop/SOP-01
shows 'what changed is shown'              '<ins>Tanya 1: Apa yang &lt;b&gt;terbakar?'
shows 'with what the answer does'          'naik ke P1 · +PLN · usul Mode Bencana'
at admin GET /sop/SOP-01/ubah
program=admin send /sop/SOP-01/ubah 'revisi=1&title=Kebakaran+rumah&opening=Api+di+mana%3F&tell=Keluar'
shows 'an older page is told so'           '^Status: 409'
shows 'and keeps what was typed'           'value="Kebakaran rumah"'
program=admin send /sop/SOP-01/ubah "revisi=$(value revisi)&title=Kebakaran+rumah&opening=Api+di+mana%3F&tell=Keluar&lock1=Gas+sudah+ditutup%3F&agency1=DAMKAR"
shows 'then it is kept'                    '^Location: /sop/SOP-01'
at admin GET /sop/SOP-01
program=admin send /sop/SOP-01/langkah "do=submit&revisi=$(value revisi)"
at admin GET /sop/SOP-01
shows 'the author does not approve'        'orang lain yang menyetujui'
program=admin send /sop/SOP-01/langkah "do=approve&revisi=$(value revisi)"
shows 'not even by hand'                   '^Status: 403'
enter penyelia
at admin GET /sop/SOP-01
program=admin send /sop/SOP-01/langkah "do=approve&revisi=$(value revisi)"
shows 'another one does'                   '^Location: /sop/SOP-01'
enter admin
at admin GET /sop/SOP-01
program=admin send /sop/SOP-01/langkah "do=start&mulai=nanti&revisi=$(value revisi)"
shows 'a time that is none'                'Waktu mulai tidak terbaca'
program=admin send /sop/SOP-01/langkah "do=start&mulai=&revisi=$(value revisi)"
shows 'in force'                           '^Location: /sop/SOP-01'
at admin GET /sop/SOP-01
shows 'approved by whom'                   'Yoga Pratama'
enter petugas
at intake GET /panggilan/sop/SOP-01
shows 'the desk reads the new one'         'Kebakaran rumah'
at intake GET /panggilan
call='type=kebakaran&place=Jl.+Kata+1&a1=1&do=send'	# version 2 says P1 for it, version 1 says nothing
program=intake; send /panggilan "$call&card=SOP-01.1&rang=1"
shows 'a call that began before is sent'   'Terkirim ke'
ok 'with the answers of its own version'   [ "$(sql "SELECT group_concat(version || said) FROM answer")" = '11 lantai' ]
ok 'and what that one wants to be safe'    [ "$(sql "SELECT group_concat(version || asked, '/') FROM interlock WHERE ticket = 2")" = \
    '1PLN sudah memadamkan listrik?/1Katup gas atau tabung sudah ditutup/dijauhkan?' ]
done_here

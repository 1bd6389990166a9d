#!/bin/bash
# words.sh: red flags out of a file, and words learnt anew, from a shell.  usage: words.sh bin
set -eu
. "${0%/*}/site.bash" "$1"
files=$SIAGA_DATA code=0
"$bin/siaga" demo --days 1 --rate 0.2 >/dev/null

run() {	# run <arguments of siaga>: what it says into $out, its end into $code
	code=0
	out=$("$bin/siaga" "$@" 2>&1) || code=$?
}

is() { [ "$1" = "$2" ]; }

flags=$(sql 'SELECT count(*) FROM red_flag')
ok 'a city has red flags of its own' test "$flags" -gt 5

head -1 db/data/red_flags.tsv > "$files/two.tsv"
sed -n 2,3p db/data/red_flags.tsv >> "$files/two.tsv"
run words flags "$files/two.tsv"
ok 'a file takes the place of those there are' is "$code $out" '0 2 red flags'
ok 'and they are in the store' is "$(sql 'SELECT count(*) FROM red_flag')" 2

cp "$files/two.tsv" "$files/bad.tsv"
sed -n 4p db/data/red_flags.tsv | awk -F'\t' -v OFS='\t' '{ $2 = "P9"; print }' >> "$files/bad.tsv"
run words flags "$files/bad.tsv"
ok 'a bad file is refused' test "$code" -ne 0
ok 'and told by its row' has 'row 4'
ok 'and changes nothing' is "$(sql 'SELECT count(*) FROM red_flag')" 2
run words flags "$files/none.tsv"
ok 'so is one that is not there' test "$code" -ne 0
run words flags
ok 'and none at all' has 'which file'

run words learn
ok 'words are learnt from the tickets' has '^learnt from [1-9][0-9]* tickets$'
first=$(sql 'SELECT sum(n) FROM vocab')
run words learn
ok 'twice is once' is "$(sql 'SELECT sum(n) FROM vocab')" "$first"
ok 'there are words' test "$(sql 'SELECT count(*) FROM vocab')" -gt 0
ok 'no word can be read out of them' is "$(sql "SELECT count(*) FROM vocab WHERE typeof(word) <> 'integer'")" 0
run words
ok 'anything else is told what there is' has 'learn, or flags FILE'
done_here

#!/bin/sh
# embed-words.sh: turn a list of common passwords into a C file.  usage: embed-words.sh list
set -eu
echo '/* Written by db/embed-words.sh.  Do not edit. */'
echo '#include "domain/password.h"'
echo
echo 'const char *const common_passwords[] = {'
sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/	"/' -e 's/$/",/' "$1"
echo '};'
echo 'const size_t ncommon_passwords = sizeof(common_passwords) / sizeof(common_passwords[0]);'

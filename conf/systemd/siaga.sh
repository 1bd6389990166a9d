#!/bin/sh
# siaga: the command line tool, as the user and with the settings of the service.
set -eu
set -a
. /etc/siaga/siaga.env
set +a
cd @PREFIX@/share/siaga
if [ "$(id -un)" = siaga ]; then
	exec @PREFIX@/lib/siaga/siaga "$@"
fi
exec runuser -u siaga -- @PREFIX@/lib/siaga/siaga "$@"

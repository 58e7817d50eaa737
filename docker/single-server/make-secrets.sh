#!/usr/bin/env bash
# Makes the secrets of compose.yml in the folder secrets beside it, those that are missing; what is there is left alone.
#
#   sudo docker/single-server/make-secrets.sh [DIRECTORY]
#
# The directory is closed to everybody else. Within it files can be read by all, since each container has a user of its own.
set -euo pipefail
directory=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}
command -v openssl >/dev/null || { echo "make-secrets: openssl is missing" >&2; exit 1; }

mkdir -p "$directory"
chmod 700 "$directory"

make() {
  local file=$directory/$1
  shift
  [[ ! -e $file ]] || return 0
  (umask 077 && "$@" >"$file.new")
  chmod 444 "$file.new"
  mv "$file.new" "$file"
  echo "made ${file##*/}"
}

for name in db_owner_password db_app_password backup_cipher; do make "$name" openssl rand -hex 32; done
make signing_key openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
# Empty until there is something to put in.
for name in mail_password firebase_service_account; do make "$name" true; done

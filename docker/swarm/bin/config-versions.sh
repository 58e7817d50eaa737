#!/usr/bin/env bash
# Says the versions of the configs of stack files, for a Swarm config cannot change under its name:
#   eval "$(docker/swarm/bin/config-versions.sh docker/swarm/stack.yml)"
# Each config names its variable and, on the next line, its file, relative to the first stack file.
set -euo pipefail

(($# > 0)) || { echo "config-versions: which stack files?" >&2; exit 2; }
base=$(dirname "$1")

awk '
  match($0, /\$\{[A-Z0-9_]+_SHA/) { variable = substr($0, RSTART + 2, RLENGTH - 2) }
  variable && $1 == "file:" { print variable, $2; variable = "" }
' "$@" | while read -r variable file; do
  [[ -r $base/$file ]] || { echo "config-versions: $file is missing" >&2; exit 1; }
  printf 'export %s=%s\n' "$variable" "$(sha256sum "$base/$file" | cut -c 1-12)"
done

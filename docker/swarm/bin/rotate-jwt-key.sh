#!/usr/bin/env bash
# Gives access tokens another signing key, while everybody stays signed in: first all replicas learn the new key, then it signs,
# then the old one is forgotten. Each step is a deployment. Interrupted, it goes on where it was when it is run again.
#
#   docker/swarm/bin/rotate-jwt-key.sh [--env-file FILE] [--grace SECONDS] [OPTIONS OF deploy.sh]
#
# --grace is how long the old key is believed after the new one signs: longer than Tokens__AccessTokenLifetime (default: 1200).
set -euo pipefail
grace=1200
# shellcheck source-path=SCRIPTDIR source=rotation.sh
. "$(dirname "${BASH_SOURCE[0]}")/rotation.sh"

read_options "$@"
rotation SIGNING_KEY

if [[ $current == "$other" ]]; then
  new=$(next_version signing_key)
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 | docker secret create "$(secret signing_key "$new")" - >/dev/null
  say "all replicas learn key $new"
  use "$current" "$new"
fi
if ((current < other)); then
  say "key $other signs"
  use "$other" "$current"
fi
old=$other
say "tokens of key $old run out in $grace s"
sleep "$grace"
say "key $old is forgotten"
use "$current" "$current"
docker secret rm "$(secret signing_key "$old")" >/dev/null || say "the secret of key $old could not be removed; remove it by hand"

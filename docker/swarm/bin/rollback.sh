#!/usr/bin/env bash
# Puts the API back to the release before, or to a release you name, and waits until it serves:
#
#   docker/swarm/bin/rollback.sh [--stack NAME] [--timeout SECONDS] [--to IMAGE@DIGEST]
#
# The schema stays as it is: migrations only add, so that the release before can work with it. The database is never rolled
# back; that is a restore (docs/operations/backups.md).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=swarm.sh
. "$root/docker/swarm/bin/swarm.sh"

stack=${MYBUDGET_STACK:-mybudget} limit=${MYBUDGET_DEPLOY_TIMEOUT:-300} image=
while (($#)); do
  case $1 in
    --stack) stack=${2:?--stack needs a name}; shift 2 ;;
    --timeout) [[ ${2-} =~ ^[0-9]+$ ]] || fail "--timeout needs seconds" 2; limit=$2; shift 2 ;;
    --to) image=${2:?--to needs an image}; shift 2 ;;
    *) sed -n '4s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done

need_manager
api=${stack}_api
exists "$api" || fail "there is no service $api" 2
started=$(update_started "$api") from=$(image_of "$api")
if [[ -n $image ]]; then
  swarm service update --detach --quiet --with-registry-auth --image "$image" "$api" >/dev/null || fail "Swarm does not take $image"
else
  swarm service rollback --detach --quiet "$api" >/dev/null || fail "there is no release before this one"
fi

until=$((SECONDS + limit))
while ((SECONDS < until)); do
  state=
  if [[ $(update_started "$api") != "$started" ]]; then state=$(update_state "$api"); fi
  case $state in
    completed | rollback_completed)
      if as_wanted "$api"; then
        say "$api runs $(image_of "$api") again, in place of $from"
        exit
      fi
      ;;
    paused | rollback_paused)
      tell_failures "$api"
      fail "$api: $state. $(update_message "$api")" 3
      ;;
  esac
  sleep 2
done
tell_failures "$api"
fail "$api was not put back within $limit s" 4

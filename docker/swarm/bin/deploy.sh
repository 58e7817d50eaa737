#!/usr/bin/env bash
# Deploys the stack and says the truth about it: `docker stack deploy` alone ends well when Swarm rolled back, and never when a
# service does not come up. docs/operations/update.md tells more.
#
#   docker/swarm/bin/deploy.sh [--env-file FILE] [-c FILE]... [--stack NAME] [--timeout SECONDS] [--no-smoke] [--dry-run]
#
# First the services labelled mybudget.deploy=first (the database), then the migrations, then the rest; each waits for the one
# before. Ends with 0 when every service runs what was asked for and the edge answers; 2 for wrong arguments or settings; 3 when
# Swarm rolled a service back or paused it; 4 when the time was up; 5 when the migrations failed; 6 when the edge did not
# answer well. In the cases 3, 4 and 6 the API is left at, or put back to, the release before.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=swarm.sh
. "$root/docker/swarm/bin/swarm.sh"

usage() {
  sed -n '5s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

files=() dry_run=0 smoke=1 stack=${MYBUDGET_STACK:-} limit=${MYBUDGET_DEPLOY_TIMEOUT:-}
env_file=$root/docker/swarm/stack.env
[[ -e $env_file ]] || env_file=
while (($#)); do
  case $1 in
    --env-file) [[ -r ${2-} ]] || fail "--env-file needs a file that can be read" 2; env_file=$2; shift 2 ;;
    -c) [[ -r ${2-} ]] || fail "-c needs a file that can be read" 2; files+=("$2"); shift 2 ;;
    --stack) [[ -n ${2-} ]] || usage; stack=$2; shift 2 ;;
    --timeout) [[ ${2-} =~ ^[0-9]+$ ]] || fail "--timeout needs seconds" 2; limit=$2; shift 2 ;;
    --no-smoke) smoke=0; shift ;;
    --dry-run) dry_run=1; shift ;;
    *) usage ;;
  esac
done

if [[ -n $env_file ]]; then
  # What the environment says already wins: a pipeline sets the images there.
  given=$(export -p)
  set -a
  # shellcheck disable=SC1090
  . "$env_file"
  set +a
  eval "$given"
fi
stack=${stack:-${MYBUDGET_STACK:-mybudget}} limit=${limit:-${MYBUDGET_DEPLOY_TIMEOUT:-900}}
if ((${#files[@]} == 0)); then
  for file in ${MYBUDGET_STACK_FILES:-docker/swarm/stack.yml}; do files+=("$root/${file#"$root/"}"); done
fi
MYBUDGET_DEPLOYMENT=${MYBUDGET_DEPLOYMENT:-$(date -u +%Y-%m-%dT%H:%M:%SZ)}
export MYBUDGET_DEPLOYMENT

# No grep -q behind a pipe: it ends early, and with pipefail whoever still writes counts as failed.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
deadline=$((SECONDS + limit))

left() {
  local seconds=$((deadline - SECONDS))
  echo $((seconds > 0 ? seconds : 0))
}

resolve() {
  local versions arguments=()
  for file in "${files[@]}"; do arguments+=(-c "$file"); done
  versions=$("$root/docker/swarm/bin/config-versions.sh" "${files[@]}") || exit 2
  eval "$versions"
  # What comes out is read once more: a dollar sign that is left is meant.
  swarm stack config "${arguments[@]}" | sed 's/\$/$$/g' >"$work/stack.yml" || fail "the stack files or their settings are wrong, see above" 2
  # A message behind :? with a hyphen in it would have become the image.
  if [[ -n ${MYBUDGET_IMAGE:-} ]] && grep -q '^  api:' "$work/stack.yml"; then
    block api | grep -xF "    image: $MYBUDGET_IMAGE" >/dev/null || fail "the stack file makes another image out of $MYBUDGET_IMAGE" 2
  fi
}

names() {
  awk '/^[^ ]/ { inside = $1 == "services:" } inside && /^  [^ ].*:$/ { sub(":", "", $1); print $1 }' "$work/stack.yml"
}

block() {
  awk -v name="  $1:" '/^[^ ]/ { inside = $1 == "services:" } inside && /^  [^ ]/ { mine = $0 == name } inside && mine' "$work/stack.yml"
}

# The services whose text matches (or, with "not", does not), with all the networks, volumes, secrets and configs.
choose() {
  local wanted=$1 pattern=$2
  awk -v pattern="$pattern" -v wanted="$wanted" '
    function flush() { if (text != "" && ((text ~ pattern) == (wanted == "yes"))) printf "%s", text; text = "" }
    /^[^ ]/ { flush(); inside = $1 == "services:"; print; next }
    !inside { print; next }
    /^  [^ ]/ { flush() }
    { text = text $0 "\n" }
    END { flush() }' "$work/stack.yml"
}

in_phase() {
  for name in $(names); do
    if block "$name" | grep -E "$1" >/dev/null; then echo "${stack}_$name"; fi
  done
}

need_secrets() {
  local missing=0 secret known
  known=$(swarm secret ls --format '{{.Name}}')
  while read -r secret; do
    grep -qxF "$secret" <<<"$known" || { say "the secret $secret is not there"; missing=1; }
  done < <(awk '/^[^ ]/ { inside = $1 == "secrets:" } inside && $1 == "name:" { print $2 }' "$work/stack.yml")
  ((missing == 0)) || fail "make the secrets first: docs/operations/secrets.md" 2
}

# A task whose label no node has waits for ever, and says so nowhere.
need_labels() {
  local missing=0 label value labels
  # shellcheck disable=SC2016
  labels=$(swarm node ls -q | while read -r node; do
    swarm node inspect "$node" --format '{{range $key, $value := .Spec.Labels}}{{$key}}={{$value}}{{"\n"}}{{end}}'
  done)
  while read -r label value; do
    grep -qxF "$label=$value" <<<"$labels" || { say "no node has the label $label=$value"; missing=1; }
  done < <(sed -nE 's/^ *- node\.labels\.([^ =]+) == (.+)$/\1 \2/p' "$work/stack.yml" | sort -u)
  ((missing == 0)) || fail "label the nodes first: docs/operations/swarm.md" 2
}

send() {
  local detach=()
  if docker stack deploy --help | grep -- --detach >/dev/null; then detach=(--detach=true); fi
  swarm stack deploy --with-registry-auth "${detach[@]}" -c - "$stack" >&2 || fail "Swarm does not take the stack, see above"
}

declare -A before
remember() {
  local service
  for service in "$@"; do before[$service]=$(update_started "$service"); done
}

# Waits until the services run what was asked for; puts the API back and ends this script where they do not.
settle() {
  local waiting=("$@") service state still
  while ((${#waiting[@]})); do
    still=()
    for service in "${waiting[@]}"; do
      state=
      if [[ $(update_started "$service") != "${before[$service]:-}" ]]; then state=$(update_state "$service"); fi
      case $state in
        rollback_* | paused)
          say "$service: $state. $(update_message "$service")"
          tell_failures "$service"
          if [[ $state == rollback_started ]]; then await_rollback "$service"; fi
          fail "$service was not updated; what ran before runs on" 3
          ;;
        "" | completed) as_wanted "$service" || still+=("$service") ;;
        *) still+=("$service") ;;
      esac
    done
    waiting=("${still[@]}")
    if ((${#waiting[@]} == 0)); then break; fi
    if (($(left) == 0)); then
      for service in "${waiting[@]}"; do
        say "$service did not come up in time:"
        tell_failures "$service"
      done
      put_back
      fail "after $limit s these are not as asked for: ${waiting[*]}" 4
    fi
    sleep 2
  done
}

await_rollback() {
  local until=$((SECONDS + 180))
  while ((SECONDS < until)) && [[ $(update_state "$1") == rollback_started ]]; do sleep 2; done
}

put_back() {
  local api=${stack}_api
  exists "$api" && [[ $(update_started "$api") != "${before[$api]:-}" ]] || return 0
  say "putting the API back to the release before"
  "$root/docker/swarm/bin/rollback.sh" --stack "$stack" || say "that did not work: look at docker service ps $api"
}

migrate() {
  local job=$1 states
  while true; do
    states=$(job_states "$job")
    if [[ $states == *complete* ]]; then return; fi
    # Swarm tries three times; each leaves a task behind.
    if (($(grep -cE 'failed|rejected' <<<"$states" || true) > 3)) || (($(left) == 0)); then
      tell_failures "$job"
      fail "the migrations did not complete; the API was not touched" 5
    fi
    sleep 2
  done
}

verify_images() {
  local wanted=${MYBUDGET_IMAGE:-} found
  [[ -n $wanted ]] && exists "${stack}_api" || return 0
  found=$(running_images "${stack}_api")
  if [[ $found == *$'\n'* || ($found != "$wanted" && $found != "$wanted@sha256:"*) ]]; then
    fail "the API runs ${found:-nothing} and not $wanted" 3
  fi
}

smoke_test() {
  local host=${MYBUDGET_HOST:?} options=(--silent --show-error --max-time 5) until=$((SECONDS + ${SMOKE_TIMEOUT:-60})) problem
  [[ -z ${SMOKE_CACERT:-} ]] || options+=(--cacert "$SMOKE_CACERT")
  # Where to connect to in place of what the name says, such as 127.0.0.1.
  [[ -z ${SMOKE_ADDRESS:-} ]] || options+=(--connect-to "$host:80:$SMOKE_ADDRESS:80" --connect-to "$host:443:$SMOKE_ADDRESS:443")
  while true; do
    problem=$(probe_edge "$host" "${options[@]}" 2>&1) && return
    ((SECONDS < until)) || break
    sleep 2
  done
  say "the edge does not answer well: $problem"
  put_back
  fail "the smoke test failed" 6
}

probe_edge() {
  local host=$1 answer
  shift
  answer=$(curl "$@" --include "https://$host/health/ready") || return
  grep -qE '^HTTP/[0-9.]+ 200' <<<"$answer" || { echo "https://$host/health/ready: $(head -n 1 <<<"$answer")"; return 1; }
  grep -qi '^strict-transport-security: max-age=' <<<"$answer" || { echo "https://$host sends no Strict-Transport-Security"; return 1; }
  answer=$(curl "$@" --output /dev/null --write-out '%{http_code} %{redirect_url}' "http://$host/health/ready") || return
  [[ $answer == 30[18]\ https://* ]] || { echo "http://$host does not lead to HTTPS: $answer"; return 1; }
  if [[ -n ${MYBUDGET_REVISION:-} ]]; then
    answer=$(curl "$@" "https://$host/version") || return
    [[ $answer == *"\"$MYBUDGET_REVISION"* ]] || { echo "https://$host serves another release: $answer"; return 1; }
  fi
  answer=$(curl "$@" --output /dev/null --write-out '%{http_code}' "https://$host/metrics") || return
  [[ $answer == 404 ]] || { echo "https://$host/metrics is open to everybody: $answer"; return 1; }
}

cd "$root"
resolve
first=$(in_phase 'mybudget.deploy: first') jobs=$(in_phase 'mode: replicated-job')
if ((dry_run)); then
  echo "stack $stack out of ${files[*]}"
  for name in $(names); do echo "  $name: $(block "$name" | sed -n 's/^    image: //p')"; done
  echo "first: ${first//$'\n'/ }"
  echo "then, once: ${jobs//$'\n'/ }"
  echo "then everything else, within $limit s in all; nothing was changed"
  exit
fi

need_manager
need_secrets
need_labels
mapfile -t all < <(for name in $(names); do echo "${stack}_$name"; done)
remember "${all[@]}"

if [[ -n $first ]]; then
  say "deploying ${first//$'\n'/ }"
  choose yes 'mybudget.deploy: first' | send
  # shellcheck disable=SC2086
  settle $first
fi
for job in $jobs; do
  say "running $job"
  choose yes 'mode: replicated-job' | send
  migrate "$job"
done
say "deploying the rest"
# Without the jobs: each deployment of one runs it again.
choose no 'mode: replicated-job' | send
settle "${all[@]}"
verify_images
if ((smoke)) && [[ -n ${MYBUDGET_HOST:-} ]] && grep -q '^  traefik:' "$work/stack.yml"; then
  say "asking the edge"
  smoke_test
fi
say "deployed $stack: ${#all[@]} services run what was asked for"

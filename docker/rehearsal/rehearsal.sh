# shellcheck shell=bash
# What the proofs share. Progress goes to stderr; the figure that stands in the table goes through `seen`.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
stack=mybudget
# Where this rehearsal keeps its settings, whether its databases fail over, and whether it is one server at home.
export work=${work:-} ha=${ha:-0} at_home=${at_home:-0}
export EDGE=198.18.77.2 EDGE_NAME=rehearsal.example.org

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "rehearse: $*"
  exit 1
}

seen() { printf '%s\n' "$*" >>"$FIGURE"; }

# await SECONDS WHAT COMMAND... asks until it succeeds. The patience is for slow machines and is no part of any claim.
await() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < until)) || fail "waited in vain for $what"
    sleep 0.5
  done
}

# Milliseconds since the epoch.
now() { date +%s%3N; }

seconds_since() {
  local ms=$(($(now) - $1))
  printf '%d.%d' $((ms / 1000)) $((ms % 1000 / 100))
}

edge() {
  curl --silent --show-error --max-time 30 --cacert "$EDGE_CA" --connect-to "$EDGE_NAME:443:$EDGE:443" --connect-to "$EDGE_NAME:80:$EDGE:80" "$@"
}

edge_status() { edge --output /dev/null --write-out '%{http_code}' "$@"; }

is_ready() { [[ $(edge_status "https://$EDGE_NAME/health/ready") == 200 ]]; }

# The containers of a service that run here, newest first.
containers() { docker container ls --filter "label=com.docker.swarm.service.name=${stack}_$1" --format '{{.ID}}'; }

task_pid() { docker container inspect "$1" --format '{{.State.Pid}}'; }

healthy() { docker container ls --filter "label=com.docker.swarm.service.name=${stack}_$1" --filter health=healthy --format '{{.ID}}' | wc -l; }

has_healthy() { (($(healthy "$1") >= $2)); }

sql() { docker exec -i "$(containers "${DB_SERVICE:-db}" | head -n 1)" psql -X -q -A -t -v ON_ERROR_STOP=1 -d mybudget "$@"; }

deploy() { "$root/docker/swarm/bin/deploy.sh" --env-file "$work/stack.env"; }

# Clients that read and write while something is done to the stack.
load_start() {
  node "$here/load.mjs" run "$work/clients.json" "$work/load.json" >"$work/load.out" 2>&1 &
  load=$!
  trap 'kill -KILL "$load" 2>/dev/null || true' EXIT
  await 240 "the load to begin" grep -q "under load" "$work/load.out" || fail "$(<"$work/load.out")"
}

load_stop() {
  kill -TERM "$load"
  wait "$load" || fail "the clients broke: $(<"$work/load.out")"
  trap - EXIT
  cat "$work/load.json" >&2
}

load_said() { node -p "JSON.parse(require('fs').readFileSync('$work/load.json'))['$1']"; }

# Everything answered at the first try, and everything that was acknowledged is there.
nothing_failed() {
  nothing_lost
  (($(load_said failed) == 0)) || fail "requests failed"
  (($(load_said repeated) == 0)) || fail "writes had to be repeated"
  seen "$(load_said requests) requests, 0 failed, slowest $(load_said slowest) ms;"
}

nothing_lost() {
  (($(load_said lost) == 0)) || fail "acknowledged entries are lost"
  (($(load_said wrongBalances) == 0)) || fail "balances are wrong"
}

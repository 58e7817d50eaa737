#!/usr/bin/env bash
# Changes the password that the API connects with, while it serves: first all replicas learn the new password, then the database
# takes it, then the old one is forgotten. Interrupted, it goes on where it was when it is run again.
#
#   docker/swarm/bin/rotate-db-password.sh [--env-file FILE] [OPTIONS OF deploy.sh]
#
# For the database of docker/swarm/stack.yml; docs/operations/secrets.md tells what differs with docker/swarm/stack.ha.yml.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=rotation.sh
. "$(dirname "${BASH_SOURCE[0]}")/rotation.sh"

# On the database's node, over its socket, where the superuser needs no password. The secret goes from file to statement.
change() {
  local job=${stack}_change_password name statements
  name=$(secret db_app_password "$1")
  # Not a word of it is logged, even if it fails.
  statements=$(cat <<'TEXT'
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 postgres <<'SQL'
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';
\set password `cat /run/secrets/password`
alter role mybudget_app password :'password';
SQL
TEXT
  )
  docker service rm "$job" >/dev/null 2>&1 || true
  docker service create --quiet --detach=false --name "$job" --mode replicated-job --restart-condition none \
    --constraint 'node.labels.mybudget.db == primary' --secret "source=$name,target=password,uid=999,gid=999,mode=0400" \
    --mount "type=volume,source=${stack}_pgsocket,target=/var/run/postgresql" --entrypoint bash "$postgres" \
    -c "$statements" >/dev/null ||
    { docker service logs --raw "$job" >&2 || true; docker service rm "$job" >/dev/null; fail "the database did not take the password, see above"; }
  docker service rm "$job" >/dev/null
}

read_options "$@"
rotation DB_APP_PASSWORD
postgres=$(value MYBUDGET_POSTGRES_IMAGE)
[[ -n $postgres ]] || fail "MYBUDGET_POSTGRES_IMAGE is not set"

old=$current
if [[ $current == "$other" ]]; then
  new=$(next_version db_app_password)
  openssl rand -hex 32 | tr -d '\n' | docker secret create "$(secret db_app_password "$new")" - >/dev/null
  say "all replicas learn password $new"
  use "$current" "$new"
fi
say "the database takes password $other"
change "$other"
say "password $old is forgotten"
use "$other" "$other"
say "done; the secret of password $old may go once nothing names it: docker secret rm $(secret db_app_password "$old")"

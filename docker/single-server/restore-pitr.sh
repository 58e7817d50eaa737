#!/usr/bin/env bash
# Takes the database of compose.yml back to a moment: into a new volume, checked before the old one is let go.
# docs/operations/backups.md tells when, and what it does.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: restore-pitr.sh --to TIME|latest [OPTIONS]

  --to TIME          the moment, with its zone: 2026-11-25T03:14:00Z, "2026-11-25 04:14:00+01"
  --to latest        everything that is archived, for a database that is lost
  --repository N     2 for the one off site; default: the first that has what is needed
  --env-file FILE    where the new volume is written down as MYBUDGET_PGDATA_VOLUME; default: .env beside this script
  --dry-run          says what would be done
  --yes              does not ask

COMPOSE is the command of Docker Compose with its options, run in the folder of this script; default: docker compose
TEXT
}

fail() {
  echo "restore-pitr: $*" >&2
  exit 1
}

say() {
  echo "$(date -u +%H:%M:%S) $*"
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target='' repository='' env_file=$here/.env dry='' yes=''
while (($#)); do
  case $1 in
    --to) target=${2:?} && shift 2 ;;
    --repository) repository=${2:?} && shift 2 ;;
    --env-file) env_file=${2:?} && shift 2 ;;
    --dry-run) dry=1 && shift ;;
    --yes) yes=1 && shift ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && fail "unknown option $1" ;;
  esac
done

if [[ $target != latest ]]; then
  [[ $target =~ (Z|[+-][0-9]{2}(:?[0-9]{2})?)$ ]] || fail "--to needs 'latest' or a time with its zone, such as 2026-11-25T03:14:00Z"
  moment=$(date -d "$target" +%s) || fail "'$target' is no time"
  ((moment < $(date +%s))) || fail "$target is in the future"
  target=$(date -u -d "$target" '+%Y-%m-%d %H:%M:%S.%6N+00')
fi
[[ -w $env_file ]] || fail "$env_file is not there or cannot be written"
env_file=$(realpath "$env_file")
# Compose finds its files here, an override of your own among them.
cd "$here"
read -ra compose <<<"${COMPOSE:-docker compose}"
compose+=(--env-file "$env_file")
old=$(sed -n 's/^MYBUDGET_PGDATA_VOLUME=//p' "$env_file" | tail -n 1)
new=mybudget_pgdata_$(date -u +%Y%m%dT%H%M%S)

cat <<TEXT
MyBudget is taken back to $target.
  from    $([[ -n $repository ]] && echo "repository $repository" || echo "the repositories, in their order")
  volume  ${old:-mybudget_pgdata} -> $new; the old one is kept as it is
  api     off from now until the end
  lost    what was entered after that moment and no device sends again
TEXT
[[ -z $dry ]] || exit 0
if [[ -z $yes ]]; then
  read -rp "Type the word restore to go on: " answer
  [[ $answer == restore ]] || fail "nothing was done"
fi

say "api off"
"${compose[@]}" stop api
[[ $target != latest ]] || "${compose[@]}" stop db
say "restoring into $new"
if ! MYBUDGET_PGDATA_VOLUME=$new "${compose[@]}" run --rm --no-deps -T db restore-cluster "$target" ${repository:+"$repository"}; then
  say "restoring failed: the database is as it was; $new can be removed"
  "${compose[@]}" start db api
  exit 1
fi
say "database off, and on again with $new"
# Removed, not only stopped: Compose takes a container with another volume for the same.
"${compose[@]}" rm --stop --force backup db
sed -i '/^MYBUDGET_PGDATA_VOLUME=/d' "$env_file"
echo "MYBUDGET_PGDATA_VOLUME=$new" >>"$env_file"
"${compose[@]}" up --detach --no-deps --wait --wait-timeout 3600 db || fail "the database does not come up on $new: see its log"
mounts=$(docker inspect --format '{{range .Mounts}}{{println .Name}}{{end}}' "$("${compose[@]}" ps --quiet db)")
grep -qx "$new" <<<"$mounts" || fail "the database does not run on $new: has the volume pgdata the name \${MYBUDGET_PGDATA_VOLUME}?"
"${compose[@]}" up --detach --no-deps backup
say "a new incarnation for every ledger, by which devices notice"
"${compose[@]}" run --rm --no-deps -T api renew-incarnations || fail "the ledgers have their old incarnations: the api stays off, as devices would take other entries for those they know. See docs/operations/backups.md"
say "comparing the totals with the events"
"${compose[@]}" run --rm --no-deps -T api totals check || fail "the totals differ: the api stays off. 'totals rebuild' mends them, see docs/operations/backups.md"
say "full backup of the new history"
"${compose[@]}" exec -T backup backup now full || fail "the backup failed: the api stays off, as nothing could be restored from here on"
say "api on"
"${compose[@]}" up --detach --no-deps --wait api
say "done. Remove ${old:-mybudget_pgdata} when nobody misses it any more, in a week say"

#!/usr/bin/env bash
# Takes the database of a stack back to a moment: into a new volume, checked before the old one is let go.
# Run it on a manager. docs/operations/backups.md tells when, and what it does.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: restore-pitr.sh --to TIME|latest [OPTIONS]

  --to TIME          the moment, with its zone: 2026-11-25T03:14:00Z, "2026-11-25 04:14:00+01"
  --to latest        everything that is archived, for a database that is lost
  --repository N     2 for the one off site; default: the first that has what is needed
  --stack NAME       default: mybudget, or MYBUDGET_STACK
  --env-file FILE    writes the new volume there as MYBUDGET_PGDATA_VOLUME, as the next deployment needs it
  --timeout S        of the restore, default 7200
  --dry-run          says what would be done
  --yes              does not ask
TEXT
}

fail() {
  echo "restore-pitr: $*" >&2
  exit 1
}

say() {
  echo "$(date -u +%H:%M:%S) $*"
}

target='' repository='' stack=${MYBUDGET_STACK:-mybudget} env_file='' limit=7200 dry='' yes=''
while (($#)); do
  case $1 in
    --to) target=${2:?} && shift 2 ;;
    --repository) repository=${2:?} && shift 2 ;;
    --stack) stack=${2:?} && shift 2 ;;
    --env-file) env_file=${2:?} && shift 2 ;;
    --timeout) limit=${2:?} && shift 2 ;;
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
[[ -z $env_file || -w $env_file ]] || fail "$env_file cannot be written"

db=${stack}_db backup=${stack}_backup api=${stack}_api
data=/var/lib/postgresql/data
for service in "$db" "$backup" "$api"; do
  docker service inspect "$service" >/dev/null 2>&1 || fail "there is no service $service: is this a manager, and the stack $stack?"
done

# The value of a template over a service.
of() {
  docker service inspect --format "$2" "$1"
}

replicas=$(of "$api" '{{.Spec.Mode.Replicated.Replicas}}')
old=$(of "$db" "{{range .Spec.TaskTemplate.ContainerSpec.Mounts}}{{if eq .Target \"$data\"}}{{.Source}}{{end}}{{end}}")
new=${stack}_pgdata_$(date -u +%Y%m%dT%H%M%S)
[[ -n $old ]] || fail "$db has no volume at $data"

cat <<TEXT
Stack $stack is taken back to $target.
  from    $([[ -n $repository ]] && echo "repository $repository" || echo "the repositories, in their order")
  volume  $old -> $new; $old is kept as it is
  api     off from now until the end ($replicas replicas)
  lost    what was entered after that moment and no device sends again
TEXT
[[ -z $dry ]] || exit 0
if [[ -z $yes ]]; then
  read -rp "Type the name of the stack to go on: " answer
  [[ $answer == "$stack" ]] || fail "nothing was done"
fi

# A job like a service: its image, secrets, networks, mounts and node, but for what is given before --; then the command.
job() {
  local name=${stack}_$1 service=$2 argument arguments=() extra=() state
  shift 2
  while [[ $1 != -- ]]; do extra+=("$1") && shift; done
  shift
  mapfile -t arguments < <(of "$service" '{{with .Spec.TaskTemplate}}{{range .ContainerSpec.Env}}--env={{.}}
{{end}}{{range .ContainerSpec.Secrets}}--secret=source={{.SecretName}},target={{.File.Name}},uid={{.File.UID}},gid={{.File.GID}},mode={{printf "0%o" .File.Mode}}
{{end}}{{range .Networks}}--network={{.Target}}
{{end}}{{range .ContainerSpec.CapabilityDrop}}--cap-drop={{.}}
{{end}}{{if .ContainerSpec.ReadOnly}}--read-only
{{end}}{{if .Placement}}{{range .Placement.Constraints}}--constraint={{.}}
{{end}}{{end}}{{range .ContainerSpec.Mounts}}--mount=type={{.Type}}{{if .Source}},source={{.Source}}{{end}},target={{.Target}}{{if .ReadOnly}},readonly{{end}}
{{end}}{{end}}')
  for argument in "${arguments[@]}"; do
    # The job has data of its own.
    [[ -z $argument || ($argument == *",target=$data"* && "${extra[*]}" == *",target=$data"*) ]] || extra+=("$argument")
  done
  docker service rm "$name" >/dev/null 2>&1 || true
  docker service create --quiet --detach --mode replicated-job --restart-condition none --no-healthcheck --with-registry-auth --name "$name" \
    "${extra[@]}" "$(of "$service" '{{.Spec.TaskTemplate.ContainerSpec.Image}}')" "$@" >/dev/null
  local deadline=$((SECONDS + limit))
  while ((SECONDS < deadline)); do
    state=$(docker service ps --format '{{.CurrentState}}' "$name" | head -n 1)
    case $state in
      Complete*) docker service logs --raw "$name" 2>&1 | tail -n 15 && docker service rm "$name" >/dev/null && return 0 ;;
      Failed* | Rejected* | Orphaned*)
        docker service logs --raw "$name" 2>&1 | tail -n 40
        docker service ps --no-trunc --format '{{.Error}}' "$name"
        docker service rm "$name" >/dev/null
        return 1
        ;;
    esac
    sleep 1
  done
  docker service rm "$name" >/dev/null
  echo "$name took longer than $limit s" >&2
  return 1
}

# Swarm takes a service for scaled once its tasks are told to end, and they go on for as long as they are given: a client could still be
# served. What ran on a node that is down is not waited for.
ended() {
  local down deadline=$((SECONDS + 180))
  down=$(docker node ls --format '{{.Hostname}} {{.Status}}' | sed -n 's/ Down$//p')
  until docker service ps --format '{{.CurrentState}} {{.Node}}' "$1" |
    awk -v down="$down" 'BEGIN { split(down, nodes); for (n in nodes) lost[nodes[n]] } /^(Ready|Starting|Running) / && !($NF in lost) { on = 1 } END { exit on }'; do
    ((SECONDS < deadline)) || fail "$1 does not end: see docker service ps $1"
    sleep 1
  done
}

scale() {
  timeout 600 docker service scale "$1=$2" >/dev/null || fail "$1 could not be scaled to $2: see docker service ps $1"
  (($2 > 0)) || ended "$1"
}

# Swarm calls a task running once it is healthy.
swap() {
  local service=$1 readonly=${2-} deadline=$((SECONDS + limit))
  shift $(($# > 1 ? 2 : 1))
  docker service update --quiet --detach "$@" --mount-add "type=volume,source=$new,target=$data$readonly" --replicas 1 "$service" >/dev/null
  until [[ $(docker service ps --filter desired-state=running --format '{{.CurrentState}}' "$service") == Running* ]]; do
    ((SECONDS < deadline)) || fail "$service does not come up on $new: see docker service logs $service"
    sleep 1
  done
}

# The secret that a service has under a name.
secret() {
  of "$1" "{{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{if eq .File.Name \"$2\"}}{{.SecretName}}{{end}}{{end}}"
}

# The roles come back with the passwords of that time, and are given today's: those of whoever uses them.
passwords() {
  local user=$1 name=$2 is was
  is=$(secret "$user" Database__Password) was=$(secret "$db" "$name")
  [[ -z $is || $is == "$was" ]] || today+=(--secret-rm "$was" --secret-add "source=$is,target=$name,uid=999,gid=999,mode=0400")
}

# Until the old volume is let go of, everything can be taken back.
undo() {
  say "restoring failed: the database is as it was; $new can be removed"
  scale "$api" "$replicas"
}

say "api off"
scale "$api" 0
if [[ $target == latest ]]; then scale "$db" 0; fi
say "restoring into $new"
job restore "$db" "--mount=type=volume,source=$new,target=$data" -- restore-cluster "$target" ${repository:+"$repository"} || { undo && exit 1; }
say "database off, and on again with $new"
scale "$backup" 0
scale "$db" 0
today=()
passwords "$api" db_app_password
! docker service inspect "${stack}_migrate" >/dev/null 2>&1 || passwords "${stack}_migrate" db_owner_password
swap "$db" '' "${today[@]}"
[[ -z $env_file ]] || { sed -i '/^MYBUDGET_PGDATA_VOLUME=/d' "$env_file" && echo "MYBUDGET_PGDATA_VOLUME=$new" >>"$env_file"; }
swap "$backup" ,readonly
say "a new incarnation for every ledger, by which devices notice"
job incarnations "$api" -- renew-incarnations || fail "the ledgers have their old incarnations: the api stays off, as devices would take other entries for those they know. See docs/operations/backups.md"
say "comparing the totals with the events"
job totals "$api" -- totals check || fail "the totals differ: the api stays off. Look at the report; 'totals rebuild' mends them, see docs/operations/backups.md"
say "full backup of the new history"
job full-backup "$backup" -- backup now full || fail "the backup failed: the api stays off, as nothing could be restored from here on"
say "api on"
scale "$api" "$replicas"
say "done. Set MYBUDGET_PGDATA_VOLUME=$new for the next deployment. Remove $old when nobody misses it any more, in a week say"

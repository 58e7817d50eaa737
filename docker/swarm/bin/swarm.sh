# shellcheck shell=bash
# What deploy.sh and rollback.sh ask of Swarm. Every call ends after a while: the command line itself would wait for ever.

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "$(basename "$0"): $1"
  exit "${2:-1}"
}

swarm() {
  timeout --kill-after=5 "${SWARM_CALL_TIMEOUT:-60}" docker "$@"
}

need_manager() {
  local control
  control=$(swarm info --format '{{.Swarm.ControlAvailable}}') || fail "Docker does not answer: is DOCKER_HOST right?"
  [[ $control == true ]] || fail "this engine manages no Swarm: run it on a manager, or set DOCKER_HOST=ssh://..."
}

exists() {
  swarm service inspect "$1" >/dev/null 2>&1
}

services() {
  swarm stack services "$1" --format '{{.Name}}'
}

# When the last update began, or nothing where there was none. An update that began before ours says nothing about ours.
update_started() {
  swarm service inspect "$1" --format '{{with .UpdateStatus}}{{.StartedAt}}{{end}}' 2>/dev/null || true
}

update_state() {
  swarm service inspect "$1" --format '{{with .UpdateStatus}}{{.State}}{{end}}'
}

update_message() {
  swarm service inspect "$1" --format '{{with .UpdateStatus}}{{.Message}}{{end}}'
}

image_of() {
  swarm service inspect "$1" --format '{{.Spec.TaskTemplate.ContainerSpec.Image}}'
}

# The images of the tasks that run, each once.
running_images() {
  swarm service ps "$1" --filter desired-state=running --format '{{.ID}}' | while read -r task; do
    swarm inspect --type task "$task" --format '{{if eq .Status.State "running"}}{{.Spec.ContainerSpec.Image}}{{end}}'
  done | sort -u | sed '/^$/d'
}

# What a task is made of; Swarm leaves out of a task what it has no use for there.
parts='{{json .ContainerSpec.Image}}{{json .ContainerSpec.Command}}{{json .ContainerSpec.Args}}{{json .ContainerSpec.Env}}{{json .ContainerSpec.Mounts}}'
parts+='{{json .ContainerSpec.Secrets}}{{json .ContainerSpec.Configs}}{{json .ContainerSpec.Healthcheck}}{{json .Resources}}{{json .Networks}}{{.ForceUpdate}}'

# Whether what runs is what is wanted now, in the number wanted: a service that was just told to change still looks well.
as_wanted() {
  local service=$1 mode running wanted spec task
  # "3/3 (max 2 per node)"; the mode of a job has a space in it.
  IFS='|' read -r mode running wanted < <(swarm service ls --filter "name=$service" --format '{{.Name}}|{{.Mode}}|{{.Replicas}}' |
    awk -F'|' -v name="$service" '$1 == name { sub(" .*", "", $3); split($3, count, "/"); print $2 "|" count[1] "|" count[2] }')
  [[ -n ${wanted:-} ]] || return 1
  if [[ $mode == *job ]]; then
    job_completed "$service"
    return
  fi
  ((running == wanted)) || return 1
  spec=$(swarm service inspect "$service" --format "{{with .Spec.TaskTemplate}}$parts{{end}}")
  while read -r task; do
    [[ $(swarm inspect --type task "$task" --format "{{with .Spec}}$parts{{end}}") == "$spec" ]] || return 1
  done < <(swarm service ps "$service" --filter desired-state=running --format '{{.ID}}')
}

# Prints the states of the tasks of a job's newest run.
job_states() {
  local service=$1 run
  run=$(swarm service inspect "$service" --format '{{with .JobStatus}}{{.JobIteration.Index}}{{end}}')
  swarm service ps "$service" --format '{{.ID}}' | while read -r task; do
    swarm inspect --type task "$task" --format '{{with .JobIteration}}{{.Index}}{{end}} {{.Status.State}}'
  done | awk -v run="${run:-0}" '$1 == run || ($1 == "" && run == 0) { print $2 }'
}

job_completed() {
  [[ $(job_states "$1") == *complete* ]]
}

# What went wrong, in Swarm's words and the service's own.
tell_failures() {
  local service=$1 failed
  swarm service ps "$service" --no-trunc --format '  {{.Name}} on {{.Node}}: {{.CurrentState}} {{.Error}}' 2>/dev/null | sed -n '1,8p' >&2 || true
  failed=$(swarm service ps "$service" --filter desired-state=shutdown --format '{{.ID}} {{.CurrentState}}' | awk '/Failed|Rejected/ && !found { found = 1; print $1 }') || failed=
  say "  last lines of the log${failed:+ of what failed}:"
  timeout --kill-after=5 15 docker service logs --raw --tail 40 "${failed:-$service}" 2>&1 | tail -n 40 | sed 's/^/    /' >&2 || true
}

# What rotate-jwt-key.sh and rotate-db-password.sh share; sourced by them. A secret has two places in the stack, and two
# variables in the settings say which version is in each: NAME_VERSION is used, NAME_OTHER_VERSION is known too.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
env_file=$root/docker/swarm/stack.env deploy=() grace=${grace:-0}

say() {
  echo "rotate: $*" >&2
}

fail() {
  say "$*"
  exit 1
}

read_options() {
  while (($#)); do
    case $1 in
      --env-file) env_file=${2-} && shift 2 ;;
      --grace) [[ ${2-} =~ ^[0-9]+$ ]] || fail "--grace needs seconds"; grace=$2 && shift 2 ;;
      *) deploy+=("$1") && shift ;;
    esac
  done
  [[ -w $env_file ]] || fail "the settings $env_file cannot be written"
  command -v openssl >/dev/null || fail "openssl is missing"
  stack=${MYBUDGET_STACK:-$(value MYBUDGET_STACK)} stack=${stack:-mybudget}
}

# The last one wins, as in a shell.
value() {
  # shellcheck disable=SC1090
  (set +u && . "$env_file" && echo "${!1-}")
}

set_value() {
  if grep -q "^$1=" "$env_file"; then sed -i "s|^$1=.*|$1=$2|" "$env_file"; else echo "$1=$2" >>"$env_file"; fi
}

secret() {
  echo "${stack}_${1}_$2"
}

next_version() {
  local version=$((current + 1))
  while docker secret inspect "$(secret "$1" "$version")" >/dev/null 2>&1; do version=$((version + 1)); done
  echo "$version"
}

# Sets current and other from the settings.
rotation() {
  name=$1 current=$(value "$1_VERSION") other=$(value "$1_OTHER_VERSION")
  [[ $current =~ ^[0-9]+$ ]] || fail "$1_VERSION in $env_file is not a number"
  other=${other:-$current}
}

# Deploys both versions, and writes them down once they are in use: what failed is tried again from there. What the environment
# says wins over the settings.
use() {
  env "${name}_VERSION=$1" "${name}_OTHER_VERSION=$2" "$root/docker/swarm/bin/deploy.sh" --env-file "$env_file" "${deploy[@]}" ||
    fail "the deployment failed, see above; $env_file is as it was, and the same command goes on from there"
  current=$1 other=$2
  set_value "${name}_VERSION" "$current"
  set_value "${name}_OTHER_VERSION" "$other"
}

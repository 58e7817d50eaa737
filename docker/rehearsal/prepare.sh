# shellcheck shell=bash
# What a rehearsal needs before anything can be proved: tools, images, secrets, settings.

# shellcheck source=rehearsal.sh
. "$(dirname "${BASH_SOURCE[0]}")/rehearsal.sh"

install_tools() {
  local missing=()
  need() { command -v "$1" >/dev/null || missing+=("$2"); }
  need dockerd docker.io
  need containerd containerd
  need iptables iptables
  need ip iproute2
  need nsenter util-linux
  need debootstrap debootstrap
  need openssl openssl
  need curl curl
  python3 -c 'import yaml' 2>/dev/null || missing+=(python3-yaml)
  if ((${#missing[@]})); then
    command -v apt-get >/dev/null || fail "${missing[*]} missing, and there is no apt-get to bring them"
    say "installing ${missing[*]}"
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
  fi
  command -v node >/dev/null || fail "Node.js 20 or later is missing"
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing"
  # The command line of Debian 12 does not know `docker stack config`.
  bash "$root/.ci/tools" "$root/.tools"
  PATH=$root/.tools/debian/usr/bin:$PATH DOCKER_CONFIG=$root/.tools/docker-config DOCKER_BUILDKIT=0
  export PATH DOCKER_CONFIG DOCKER_BUILDKIT
}

# The engine that devices are played with.
build_app() {
  say "building app"
  "$root/mybudget" install --app >&2
  npm run --silent build --prefix "$root/app" >&2 || fail "the app's engine could not be built, see above"
}

build() {
  say "building $1"
  docker build --quiet "${bases[@]}" --tag "$@" >/dev/null 2>"$work/build.log" || fail "$(<"$work/build.log")"
}

# Releases differ by a label, which makes them different images; the broken one listens where nobody asks.
release() {
  docker build --quiet --tag "localhost/mybudget-rehearsal-api:$1" - >/dev/null 2>"$work/build.log" <<<"FROM localhost/mybudget-rehearsal-api:1"$'\n'"$2"
}

build_images() {
  mapfile -t bases < <("$here/bases.sh" | tr ' ' '\n')
  build localhost/mybudget-rehearsal-api:1 --file "$root/docker/Dockerfile" --build-arg "REVISION=$(git -C "$root" rev-parse HEAD)" "$root"
  release 2 'LABEL release=2'
  release 3 'LABEL release=3'
  release broken 'ENV ASPNETCORE_URLS=https://+:8443'
  build localhost/mybudget-rehearsal-postgres:1 "$root/docker/postgres"
  if ((ha)); then
    build localhost/mybudget-rehearsal-patroni:1 --target patroni "$root/docker/postgres"
    build localhost/mybudget-rehearsal-etcd:1 --target etcd "$root/docker/postgres"
  fi
  if ((at_home)); then
    build localhost/mybudget-rehearsal-proxies:1 "$here/proxies"
  else
    build localhost/mybudget-rehearsal-edge:1 "$here/edge"
  fi
  docker image prune --force >/dev/null
}

random() { openssl rand -hex 32 | tr -d '\n'; }

secret() { docker secret create "$1" - >/dev/null; }

prepare_stack() {
  export EDGE_CA=$work/edge.crt
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$EDGE_NAME" -addext "subjectAltName=DNS:$EDGE_NAME" \
    -keyout "$work/edge.key" -out "$EDGE_CA" 2>/dev/null
  cat "$EDGE_CA" "$work/edge.key" | secret rehearsal_edge_certificate
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | secret mybudget_signing_key_1
  local name
  for name in traefik_users db_owner_password db_monitor_password backup_cipher; do random | secret "mybudget_${name}_1"; done
  # Kept, to see in the end that it is refused after its rotation.
  (umask 077 && random >"$work/db_app_password")
  secret mybudget_db_app_password_1 <"$work/db_app_password"
  docker node update --label-add mybudget.edge=true --label-add mybudget.db=primary "$(docker node ls -q)" >/dev/null
  # What the sample settings leave as they are is taken from them, as an operator would.
  {
    grep -E '^[A-Z_]+_VERSION=' "$root/docker/swarm/stack.env.example"
    settings
  } >"$work/stack.env"
  ((ha == 0)) || prepare_failover >>"$work/stack.env"
}

settings() {
  cat <<SETTINGS
MYBUDGET_IMAGE=localhost/mybudget-rehearsal-api:1
MYBUDGET_POSTGRES_IMAGE=localhost/mybudget-rehearsal-postgres:1
REHEARSAL_EDGE_IMAGE=localhost/mybudget-rehearsal-edge:1
MYBUDGET_HOST=$EDGE_NAME
OPERATORS_HOST=ops.$EDGE_NAME
ACME_EMAIL=rehearsal@example.org
MYBUDGET_STACK_FILES="docker/swarm/stack.yml docker/rehearsal/stack.yml"
API_REPLICAS_PER_NODE=4
SMOKE_ADDRESS=$EDGE
SMOKE_CACERT=$EDGE_CA
SETTINGS
}

# One machine plays three nodes, and a volume the object store.
prepare_failover() {
  local name
  for name in db_replication_password db_rewind_password patroni_api_password backup_s3_key backup_s3_key_secret; do random | secret "mybudget_${name}_1"; done
  docker node update --label-add mybudget.pg1=true --label-add mybudget.pg2=true --label-add mybudget.pg3=true "$(docker node ls -q)" >/dev/null
  cat <<'SETTINGS'
MYBUDGET_STACK_FILES="docker/swarm/stack.yml docker/swarm/stack.ha.yml docker/rehearsal/stack.yml docker/rehearsal/stack.ha.yml"
MYBUDGET_PATRONI_IMAGE=localhost/mybudget-rehearsal-patroni:1
MYBUDGET_ETCD_IMAGE=localhost/mybudget-rehearsal-etcd:1
MYBUDGET_REPOSITORY_TYPE=posix
MYBUDGET_REPOSITORY_PATH=/var/lib/pgbackrest/repository
DB_REPLICATION_PASSWORD_VERSION=1
DB_REWIND_PASSWORD_VERSION=1
PATRONI_API_PASSWORD_VERSION=1
BACKUP_S3_KEY_VERSION=1
SETTINGS
}

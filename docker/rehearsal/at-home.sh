# shellcheck shell=bash
# The one small server behind a proxy of one's own, as docs/operations/at-home.md has it: docker/single-server with its scripts, in a copy, so
# that what is set up in this checkout is neither used nor touched. What the proxies are told are the lines of that page.

# shellcheck source=rehearsal.sh
. "$(dirname "${BASH_SOURCE[0]}")/rehearsal.sh"
# shellcheck source=engine.sh
. "$(dirname "${BASH_SOURCE[0]}")/engine.sh"

server=$work/docker/single-server
export EDGE_CA=$server/secrets/authority.crt
direct=http://127.0.0.1:8080

prepare_home() {
  (cd "$root" && git ls-files -z --cached --others --exclude-standard docker/single-server traefik | xargs -0 cp --parents -t "$work")
  cat >"$server/.env" <<SETTINGS
COMPOSE_FILE=compose.yml:compose.proxy.yml
MYBUDGET_HOST=$EDGE_NAME
ACME_EMAIL=rehearsal@example.org
MYBUDGET_IMAGE=localhost/mybudget-rehearsal-api:1
MYBUDGET_POSTGRES_IMAGE=localhost/mybudget-rehearsal-postgres:1
SETTINGS
  "$server/make-secrets.sh" >&2
  "$server/make-certificate.sh" "$EDGE_NAME" >&2
}

compose() { (cd "$server" && docker compose "$@"); }

# The lines of the page in the given language, for the name of this rehearsal.
page_says() {
  awk -v fence="\`\`\`$1" '$0 == fence { on = 1; next } on && /^```$/ { exit } on' "$root/docs/operations/at-home.md" |
    sed "s/budget\.example\.org/$EDGE_NAME/g" | grep . || fail "the page has no lines for $1"
}

# proxy NAME FILE COMMAND... starts it on the machine itself, where it finds its lines in FILE and the certificate where certbot puts one.
proxy() {
  local name=$1 file=$2 certificate=/etc/letsencrypt/live/$EDGE_NAME
  shift 2
  docker run --detach --name "$name" --network host --volume "$work/$name.conf:$file:ro" --volume "$server/secrets/tls_certificate:$certificate/fullchain.pem:ro" \
    --volume "$server/secrets/tls_key:$certificate/privkey.pem:ro" localhost/mybudget-rehearsal-proxies:1 "$@" >/dev/null
  trap 'docker rm --force '"$name"' >/dev/null' EXIT
  await 60 "$name to answer" is_ready || fail "$(docker logs "$name" 2>&1 | tail -n 5)"
}

# As a client, from an address of this machine that the proxy sees.
from() {
  local address=$1
  shift
  within curl --silent --max-time 60 --interface "$address" --cacert "$EDGE_CA" --connect-to "$EDGE_NAME:443:127.0.0.1:443" --output /dev/null --write-out '%{http_code}\n' "$@"
}

redirects_to_https() {
  local said
  said=$(edge --output /dev/null --write-out '%{http_code} %{redirect_url}' "http://$EDGE_NAME/entries?text=a")
  [[ $said == 30[18]" https://$EDGE_NAME/entries?text=a" ]] || fail "plain HTTP does not lead to HTTPS: $said"
}

hides_the_operators() {
  local path
  for path in /metrics /health/startup /health/startup/ /HEALTH/Startup /health/%73tartup //health/startup /health/./startup /api/v1/internal/firebase/user-deleted /API/v1/Internal/x; do
    [[ $(edge_status --path-as-is "https://$EDGE_NAME$path") == 404 ]] || fail "$path is open"
  done
}

# What pages and sessions rest on comes as the API said it.
keeps_headers() {
  local name direct_has
  edge --dump-header - --output /dev/null "https://$EDGE_NAME/" | tr -d '\r' | tr '[:upper:]' '[:lower:]' >"$work/headers"
  within curl --silent --dump-header - --output /dev/null "$direct/" | tr -d '\r' | tr '[:upper:]' '[:lower:]' >"$work/direct"
  for name in content-security-policy cache-control etag; do
    direct_has=$(grep "^$name: " "$work/direct") || fail "the API says no $name"
    grep -qxF "$direct_has" "$work/headers" || fail "$name is not what the API said: $direct_has"
  done
  grep -q '^strict-transport-security: max-age=' "$work/headers" || fail "without Strict-Transport-Security"
}

json() { node -p "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }

# Registers as a browser does, whose session is a cookie; then a ledger with an account.
somebody() {
  local body
  body='{"email": "'$1-$RANDOM'@example.org", "password": "correct horse battery staple", "displayName": "Home"}'
  edge --dump-header "$work/headers" --header "Content-Type: application/json" --header "X-MyBudget-Session: cookie" --data "$body" "https://$EDGE_NAME/api/v1/auth/register" >"$work/answer"
  grep -qiE '^set-cookie: .*; *secure' "$work/headers" && grep -qiE '^set-cookie: .*; *httponly' "$work/headers" || fail "the session's cookie is not what the API said: $(<"$work/headers")"
  token=$(json accessToken <"$work/answer")
  ledger=$(api ledgers '{"name": "Home", "currency": "EUR"}' | json id)
}

api() {
  edge --fail-with-body --header "Authorization: Bearer $token" --header "Content-Type: application/json" ${2:+--data "$2"} "https://$EDGE_NAME/api/v1/$1"
}

# What is entered is told at once to a device that listens, not when some buffer is full.
streams() {
  local listener began
  edge --no-buffer --max-time 60 --header "Authorization: Bearer $token" "https://$EDGE_NAME/api/v1/events" >"$work/events" 2>/dev/null &
  listener=$!
  await 20 "the stream to begin" grep -q '^event: inbox' "$work/events"
  cp "$work/events" "$work/events.seen"
  began=$(now)
  api "ledgers/$ledger/accounts" '{"name": "Cash", "type": "cash", "currency": "EUR", "openingBalance": 100000, "openedOn": "2026-01-01"}' >/dev/null
  await 20 "the stream to tell of it" has_grown "$work/events" "$work/events.seen"
  took=$(seconds_since "$began")
  kill "$listener" 2>/dev/null || true
}

has_grown() { (($(grep -c '^event: ledger' "$1") > $(grep -c '^event: ledger' "$2"))); }

# The largest bank file reaches the API, which says in its own words that it is none.
lets_files_through() {
  local said
  head -c 10000000 /dev/zero | tr '\0' '-' >"$work/file.csv"
  said=$(edge --max-time 120 --header "Authorization: Bearer $token" --header "Expect:" --form "file=@$work/file.csv;type=text/csv" --output /dev/null --write-out '%{http_code} %{content_type}' "https://$EDGE_NAME/api/v1/ledgers/$ledger/imports")
  [[ $said == 4??" application/problem+json"* && $said != 413* ]] || fail "a file of 10 MB was answered $said"
}

# The API counts each client by itself, by what the proxy saw and not by what the client says of itself. A slow machine takes more than
# a minute's worth of requests, since meanwhile more are allowed.
counts_by_address() {
  local config=https://$EDGE_NAME/api/v1/client-config answers='' round
  for round in {1..10}; do
    answers=$(from "$1" --header "X-Forwarded-For: 203.0.113.7" "$config#[1-90]" | sort | uniq -c)
    [[ $answers != *429* ]] || break
  done
  [[ $answers == *429* ]] || fail "90 requests of one address were answered $answers, $round times over"
  [[ $(from "$1" "$config#[1-30]") == *429* ]] || fail "an address that the client made up was believed"
  [[ $(from "$2" "$config") == 200 ]] || fail "clients share one limit: their addresses do not reach the API"
}

does_what_traefik_did() {
  redirects_to_https
  hides_the_operators
  keeps_headers
  somebody "$1"
  streams
  lets_files_through
  counts_by_address "$2" "$3"
  seen "operators' paths 404, a file of 10 MB through, an event after $took s, clients counted by their own addresses"
}

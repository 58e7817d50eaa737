# shellcheck shell=bash
# Devices of one user with the project's own engine, app/bin/mybudget-sync, each in a folder of its own. They know the edge by its name,
# which nobody else on this machine does: each command has its own view of /etc/hosts.

# shellcheck source=rehearsal.sh
. "$(dirname "${BASH_SOURCE[0]}")/rehearsal.sh"

password="correct horse battery staple"

# Who is not answered in time, on a slow machine, comes again, as people do. What was done is kept, so that is a sync.
device() {
  local name=$1 said='' tries=0 next=(sync)
  shift
  [[ $1 != login && $1 != check ]] || next=("$@")
  until said+=${said:+$'\n'}$(run_on "$name" "$@" 2>&1); do
    [[ $said =~ (not reached|answered \(5..\)|come again later)[^$'\n']*$ ]] && ((++tries < 5)) || { say "$said" && return 1; }
    sleep 2
    set -- "${next[@]}"
  done
  echo "$said"
}

run_on() {
  local folder=$work/devices/$1
  shift
  # shellcheck disable=SC2016  # of the inner shell
  unshare --mount -- bash -c 'mount --bind "$0" /etc/hosts && exec "$@"' "$work/hosts" \
    env NODE_EXTRA_CA_CERTS="$EDGE_CA" MYBUDGET_PASSWORD="$password" node "$root/app/bin/mybudget-sync.js" --data "$folder" "$@"
}

post() {
  edge --fail-with-body --header "Content-Type: application/json" ${token:+--header "Authorization: Bearer $token"} --data "$2" "https://$EDGE_NAME/api/v1/$1"
}

member() { node -p "JSON.parse(require('fs').readFileSync(0, 'utf8')).$1"; }

# Somebody with a ledger and an account. The devices sign in by themselves.
register() {
  local token=
  mkdir -p "$work/devices"
  echo "$EDGE $EDGE_NAME" >"$work/hosts"
  email=devices-$(openssl rand -hex 8)@example.org
  token=$(post auth/register '{"email": "'"$email"'", "password": "'"$password"'", "displayName": "Devices"}' | member accessToken)
  ledger=$(post ledgers '{"name": "Devices", "currency": "EUR"}' | member id)
  post "ledgers/$ledger/accounts" '{"name": "Cash", "type": "cash", "currency": "EUR", "openingBalance": 100000, "openedOn": "2026-01-01"}' >/dev/null
}

sign_in() { device "$1" login "$email" --server "https://$EDGE_NAME"; }

# Enters an amount, and prints the id by which the device knows the entry.
enter() {
  local name=$1 amount=$2
  shift 2
  device "$name" add "$amount" Cash --date 2026-11-25 "$@" | sed -n '1s/ .*//p'
}

# What a device shows, whether it was sent or not.
shown() { device "$1" list --limit 1000 | cut -c 2- | LC_ALL=C sort; }

# The copy's digest is the server's without anything having been mended, and nothing waits or needs a decision.
is_equal() {
  local said
  said=$(device "$1" check) || fail "$1 is not as the server: $said"
  [[ $said == *"equal to the server at "* && $said != *repaired* ]] || fail "$1 had to be mended: $said"
  said=$(device "$1" status)
  [[ $said == *"0 to send, 0 to decide" ]] || fail "$1 is not through: $said"
}

# Its cursor was refused with 410.
is_anew() { [[ $1 == *"The server was restored: everything was read again."* ]] || fail "the device noticed nothing of the recovery: $1"; }

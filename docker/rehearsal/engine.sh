# shellcheck shell=bash
# A Docker engine of the rehearsal's own, in a network of its own: what else runs on this machine, another engine and its Swarm
# included, is neither used nor touched. Images are kept between rehearsals under $home; everything else goes.

home=${MYBUDGET_REHEARSAL_HOME:-/var/lib/mybudget-rehearsal}
network=mybudget-rehearsal
# A range for benchmarks (RFC 2544), which nobody routes.
outside=198.18.77.1 inside=198.18.77.2
run=/run/mybudget-rehearsal
export DOCKER_HOST=unix://$run/docker.sock

within() {
  nsenter --net="/run/netns/$network" "$@"
}

forward() {
  local action=$1
  iptables -w -t nat "-${action}" POSTROUTING -s "$inside/32" ! -d "$outside/30" -j MASQUERADE
  iptables -w "-${action/A/I}" FORWARD -s "$inside/32" -j ACCEPT
  iptables -w "-${action/A/I}" FORWARD -d "$inside/32" -j ACCEPT
}

start_network() {
  ip netns add "$network"
  ip link add rehearsal-out type veth peer name rehearsal-in netns "$network"
  ip addr add "$outside/30" dev rehearsal-out
  ip link set rehearsal-out up
  within ip addr add "$inside/30" dev rehearsal-in
  within ip link set rehearsal-in up
  within ip link set lo up
  within ip route add default via "$outside"
  cat /proc/sys/net/ipv4/ip_forward >"$run/ip_forward"
  echo 1 >/proc/sys/net/ipv4/ip_forward
  forward A
}

# Of a loopback resolver there is nothing to be seen from another network.
resolver() {
  local file=/etc/resolv.conf
  if grep -q '^nameserver 127\.' "$file" && [[ -r /run/systemd/resolve/resolv.conf ]]; then file=/run/systemd/resolve/resolv.conf; fi
  awk '/^nameserver/ { print "--dns=" $2 }' "$file"
}

start_engine() {
  local resolvers
  stop_engine 2>/dev/null || true
  mkdir -p "$run" "$home"
  # Of a rehearsal that was cut off.
  rm -rf "$home/docker/swarm"
  start_network
  mapfile -t resolvers < <(resolver)
  # Without the lock that run holds: an engine that is kept would hold it too.
  # shellcheck disable=SC2154
  within dockerd --data-root "$home/docker" --exec-root "$run/exec" --pidfile "$run/docker.pid" --host "$DOCKER_HOST" \
    --log-level warn "${resolvers[@]}" >"$home/engine.log" 2>&1 </dev/null {lock}>&- &
  await 60 "the engine to answer" docker version
  remove_all
  docker swarm init --advertise-addr "$inside" >/dev/null
}

# All but images.
remove_all() {
  docker swarm leave --force >/dev/null 2>&1 || true
  docker container ls -aq | xargs -r docker container rm -f >/dev/null
  docker volume ls -q | xargs -r docker volume rm -f >/dev/null
  docker network prune --force >/dev/null
}

stop_engine() {
  local pid
  if [[ -s $run/docker.pid ]] && pid=$(<"$run/docker.pid") && kill -0 "$pid" 2>/dev/null; then
    remove_all || true
    kill "$pid"
    for _ in {1..60}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.5; done
  fi
  if [[ -e /run/netns/$network ]]; then
    forward D 2>/dev/null || true
    ip link delete rehearsal-out 2>/dev/null || true
    ip netns delete "$network"
  fi
  if [[ -s $run/ip_forward ]]; then cat "$run/ip_forward" >/proc/sys/net/ipv4/ip_forward; fi
  awk -v below="$run/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l
  rm -rf "$run"
}

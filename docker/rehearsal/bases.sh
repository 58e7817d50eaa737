#!/usr/bin/env bash
# Builds local stand-ins for the base images of production, from Debian's packages and this machine's .NET and Node.js, for a machine that
# reaches Debian's mirror but no image registry. Prints the build arguments that put them in place, one a line:
#
#   docker build -f docker/Dockerfile $(docker/rehearsal/bases.sh) -t mybudget .
#
# As root; needs docker, debootstrap, the .NET SDK, and Node.js with npm. What is there already is kept; --again builds it anew.
set -euo pipefail

prefix=localhost/mybudget-rehearsal
debian=$prefix-debian:trixie-slim
sdk=$prefix-dotnet-sdk:10.0
runtime=$prefix-dotnet-aspnet:10.0
node=$prefix-node:$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo missing)
mirror=$("$(dirname "${BASH_SOURCE[0]}")/../debian-mirror.sh")

fail() {
  echo "bases: $*" >&2
  exit 1
}

has() {
  [[ ${again:-} != 1 ]] && docker image inspect "$1" >/dev/null 2>&1
}

import() {
  local image=$1
  shift
  docker import "$@" - "$image" >/dev/null
  echo "bases: built $image" >&2
}

# The machine's own authorities: behind a proxy that inspects TLS no others will do.
trust() {
  install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/ca-certificates.crt"
}

bootstrap() {
  debootstrap --variant=minbase --include=ca-certificates,tzdata,libicu76,libssl3t64,zlib1g,libstdc++6 trixie "$work/root" "$mirror" >&2
  trust "$work/root"
  rm -rf "$work"/root/var/cache/apt/archives/*.deb "$work"/root/var/lib/apt/lists/*
}

build_debian() {
  tar -C "$work/root" -c . | import "$debian" --change 'CMD ["bash"]'
}

build_sdk() {
  cp -a "$dotnet" "$work/root/usr/share/dotnet"
  ln -s ../share/dotnet/dotnet "$work/root/usr/bin/dotnet"
  tar -C "$work/root" -c . |
    import "$sdk" --change 'ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NUGET_CERT_REVOCATION_MODE=offline SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'
}

# Like the chiseled image: no shell, no package manager, a user of its own, ICU and time zones.
build_runtime() {
  local files=$work/runtime
  mkdir -p "$files/usr/bin" "$files/usr/share/dotnet" "$files/etc" "$files/tmp" "$files/app" "$files/home/app"
  cp -a "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared" "$files/usr/share/dotnet/"
  ln -s ../share/dotnet/dotnet "$files/usr/bin/dotnet"
  cp -a "$work/root/usr/lib" "$work/root/usr/lib64" "$files/usr/"
  rm -rf "$files"/usr/lib/{apt,dpkg,systemd,udev,init,tmpfiles.d}
  ln -s usr/lib "$files/lib"
  ln -s usr/lib64 "$files/lib64"
  cp -a "$work/root/usr/share/zoneinfo" "$files/usr/share/"
  cp -a "$work/root/etc/ssl" "$work/root/etc/ld.so.cache" "$work/root/etc/ld.so.conf" "$work/root/etc/ld.so.conf.d" "$files/etc/"
  printf 'root:x:0:0:root:/root:/sbin/nologin\napp:x:1654:1654::/home/app:/sbin/nologin\n' >"$files/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' >"$files/etc/group"
  printf 'hosts: files dns\n' >"$files/etc/nsswitch.conf"
  chmod 1777 "$files/tmp"
  chown 1654:1654 "$files/home/app"
  tar -C "$files" -c . | import "$runtime" --change 'USER 1654' \
    --change 'ENV PATH=/usr/bin APP_UID=1654 ASPNETCORE_HTTP_PORTS=8080 DOTNET_RUNNING_IN_CONTAINER=true DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false'
}

# The program and npm. It comes last: what it puts into the root is for no other image.
build_node() {
  local program
  program=$(readlink -f "$(command -v node)")
  cp "$program" "$work/root/usr/bin/node"
  mkdir -p "$work/root/usr/lib/node_modules"
  cp -a "$(npm root --global)/npm" "$work/root/usr/lib/node_modules/"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$work/root/usr/bin/npm"
  tar -C "$work/root" -c . | import "$node" --change 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt'
}

[[ ${1-} != --again ]] || again=1
if ! has "$debian" || ! has "$sdk" || ! has "$node" || ! has "$runtime"; then
  ((EUID == 0)) || fail "run it as root: debootstrap needs that"
  command -v debootstrap >/dev/null || fail "debootstrap is missing: apt-get install debootstrap"
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing"
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js is missing"
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  bootstrap
  has "$debian" || build_debian
  has "$sdk" || build_sdk
  has "$runtime" || build_runtime
  has "$node" || build_node
fi

echo "--build-arg SDK=$sdk"
echo "--build-arg NODE=$node"
echo "--build-arg RUNTIME=$runtime"
echo "--build-arg DEBIAN=$debian"

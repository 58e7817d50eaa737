#!/usr/bin/env bash
# Prints the Debian mirror to fetch packages from: MYBUDGET_DEBIAN_MIRROR, or the one that this machine's own apt uses.
set -euo pipefail

mirror=${MYBUDGET_DEBIAN_MIRROR:-}
if [[ -z $mirror ]] && grep -qx 'ID=debian' /etc/os-release; then
  # shellcheck disable=SC2016  # apt's own placeholder
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | awk '!/security/ && !found { print; found = 1 }')
fi
if [[ -z $mirror ]]; then
  echo "debian-mirror: this machine is not Debian: set MYBUDGET_DEBIAN_MIRROR to the address of a Debian mirror" >&2
  exit 1
fi
echo "$mirror"

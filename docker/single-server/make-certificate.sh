#!/usr/bin/env bash
# Makes a certificate for a name of your own network, and the authority that signs it, in the folder secrets beside it:
#
#   sudo docker/single-server/make-certificate.sh budget.home.arpa [DIRECTORY]
#
# Devices have to trust authority.crt, which is good for this name alone, for ten years. The certificate is good for one: run this again.
set -euo pipefail
name=${1:?"is the name that the server is called by, such as budget.home.arpa"}
directory=${2:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}
command -v openssl >/dev/null || { echo "make-certificate: openssl is missing" >&2; exit 1; }
[[ $name =~ ^[a-z0-9-]+(\.[a-z0-9-]+)+$ ]] || { echo "make-certificate: $name is not a name of small letters with a dot in it" >&2; exit 1; }

umask 077
mkdir -p "$directory"
cd "$directory"
key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)

if [[ ! -e authority.key ]]; then
  openssl req -x509 "${key[@]}" -days 3650 -subj "/CN=MyBudget at $name" -keyout authority.key.new -out authority.crt \
    -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign \
    -addext "nameConstraints=critical,permitted;DNS:$name" 2>/dev/null
  mv authority.key.new authority.key
  echo "made authority.crt"
fi

openssl req "${key[@]}" -subj "/CN=$name" -keyout tls_key.new -out tls_request 2>/dev/null
openssl x509 -req -in tls_request -CA authority.crt -CAkey authority.key -days 365 -out tls_certificate.new 2>/dev/null -extfile - <<EXTENSIONS
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:$name
EXTENSIONS
openssl verify -CAfile authority.crt tls_certificate.new >/dev/null || { echo "make-certificate: authority.crt is for another name: remove authority.*" >&2; exit 1; }
# As the other secrets: the folder is closed, and the container has a user of its own.
chmod 444 tls_key.new tls_certificate.new authority.crt
mv tls_key.new tls_key
mv tls_certificate.new tls_certificate
rm tls_request
echo "made tls_certificate and tls_key"

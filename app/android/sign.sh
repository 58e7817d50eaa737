#!/usr/bin/env bash
# Signs what build.sh has built, in app/android/out, and sees that it is signed by the certificate that the server names.
#   ANDROID_KEYSTORE           the file of the key store
#   ANDROID_KEY_ALIAS          which of its keys
#   ANDROID_KEYSTORE_PASSWORD  opens both
#   ANDROID_FINGERPRINT        SHA-256 of the key's certificate
# apksigner and zipalign are those of the newest build tools in ANDROID_HOME, or of the path where there is none.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/out"

fail() {
  echo "sign: $*" >&2
  exit 1
}

: "${ANDROID_KEYSTORE:?is the file of the key store}" "${ANDROID_KEY_ALIAS:?is the key in it}" "${ANDROID_KEYSTORE_PASSWORD:?opens it}" "${ANDROID_FINGERPRINT:?is the SHA-256 of its certificate}"
export ANDROID_KEYSTORE_PASSWORD
if [[ -d ${ANDROID_HOME:-}/build-tools ]]; then
  PATH=$(find "$ANDROID_HOME/build-tools" -mindepth 1 -maxdepth 1 | sort -V | tail -n 1):$PATH
fi

# The passwords go by the environment: other programs of the machine can read the words of a command.
zipalign -f -p 4 mybudget.apk aligned.apk
apksigner sign --ks "$ANDROID_KEYSTORE" --ks-key-alias "$ANDROID_KEY_ALIAS" --ks-pass env:ANDROID_KEYSTORE_PASSWORD --out signed.apk aligned.apk
signer=$(apksigner verify --print-certs --min-sdk-version 23 signed.apk) || fail "the signature does not hold: $signer"
[[ $signer =~ certificate\ SHA-256\ digest:\ ([0-9a-f]{64}) ]] || fail "apksigner says nothing of the certificate: $signer"
expected=${ANDROID_FINGERPRINT//:/}
[[ ${BASH_REMATCH[1]} == "${expected,,}" ]] ||
  fail "the key's certificate is ${BASH_REMATCH[1]}, but ANDROID_FINGERPRINT names ${expected,,}: the server would not let the package show its app"
mv signed.apk mybudget.apk
rm -f aligned.apk signed.apk.idsig

if [[ -f mybudget.aab ]]; then
  jarsigner -keystore "$ANDROID_KEYSTORE" -storepass:env ANDROID_KEYSTORE_PASSWORD -sigalg SHA256withRSA -digestalg SHA-256 mybudget.aab "$ANDROID_KEY_ALIAS" >/dev/null
  jarsigner -verify mybudget.aab >/dev/null || fail "the bundle's signature does not hold"
fi
echo "signed by $ANDROID_FINGERPRINT"

#!/usr/bin/env bash
# Builds the Android package, unsigned, into app/android/out: mybudget.apk, and mybudget.aab for a store.
# Needs Node.js 20, a JDK 17, and the Android SDK in ANDROID_HOME; docs/operations/android.md has the variables that say whose package it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() {
  echo "build: $*" >&2
  exit 1
}

[[ -d ${ANDROID_HOME:-} ]] || fail "there is no Android SDK in ANDROID_HOME (${ANDROID_HOME:-which is not set})"
rm -rf out
node manifest.mjs
npm ci --loglevel=error
node project.mjs
(cd out/project && ./gradlew --no-daemon assembleRelease bundleRelease)
cp out/project/app/build/outputs/apk/release/app-release-unsigned.apk out/mybudget.apk
cp out/project/app/build/outputs/bundle/release/app-release.aab out/mybudget.aab

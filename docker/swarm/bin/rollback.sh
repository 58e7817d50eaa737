#!/usr/bin/env bash
# Puts the API back to the release before, or to a release you name, and waits until it serves:
#
#   docker/swarm/bin/rollback.sh [--stack NAME] [--timeout SECONDS] [--to IMAGE@DIGEST]
#
# The schema stays as it is: migrations only add, so that the release before can work with it. The database is never rolled
# back; that is a restore (docs/operations/backups.md).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../deploy" && pwd)
PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 exec python3 -m mybudget_deploy rollback "$@"

#!/usr/bin/env bash
# Deploys the stack and says the truth about it: `docker stack deploy` alone ends well when Swarm rolled back, and never when a
# service does not come up. docs/operations/update.md tells more. It needs docker, python3 and PyYAML (python3-yaml).
#
#   docker/swarm/bin/deploy.sh [--env-file FILE] [-c FILE]... [--stack NAME] [--timeout SECONDS] [--no-smoke] [--dry-run | --print]
#
# First the services labelled mybudget.deploy=first (the database), then the migrations, then the rest; each waits for the one
# before. Ends with 0 when every service runs what was asked for and the edge answers; 2 for wrong arguments or settings; 3 when
# Swarm rolled a service back or paused it; 4 when the time was up; 5 when the migrations failed; 6 when the edge did not
# answer well. In the cases 3, 4 and 6 the API is left at, or put back to, the release before.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../deploy" && pwd)
PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 exec python3 -m mybudget_deploy deploy "$@"

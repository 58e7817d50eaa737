"""Deploys a stack to a Docker Swarm, waits until it runs what was asked for, and says so; see bin/deploy.sh and bin/rollback.sh."""

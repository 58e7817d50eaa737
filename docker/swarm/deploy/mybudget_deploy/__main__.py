import argparse
import os
import sys
from datetime import datetime, timezone
from pathlib import Path

try:
    import yaml
except ModuleNotFoundError:
    print("deploying needs PyYAML: apt-get install python3-yaml", file=sys.stderr)
    sys.exit(2)

from .edge import Edge
from .progress import Failure, Patience, say
from .rollout import Rollout, roll_back
from .settings import read_settings
from .stack import Stack, config_versions
from .swarm import CallFailed, Swarm

ROOT = Path(__file__).resolve().parents[4]


def main() -> int:
    options = _options()
    try:
        _deploy(options) if options.command == "deploy" else _roll_back(options)
        return 0
    except (Failure, CallFailed) as fault:
        say(f"{options.command}: {fault}")
        return getattr(fault, "code", 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mybudget_deploy")
    commands = parser.add_subparsers(dest="command", required=True)
    deploy, rollback = (commands.add_parser(name, prog=f"{name}.sh", allow_abbrev=False) for name in ("deploy", "rollback"))
    for command in (deploy, rollback):
        command.add_argument("--stack", metavar="NAME", help="instead of MYBUDGET_STACK")
        command.add_argument("--timeout", metavar="SECONDS", type=int, help="for all of it, instead of MYBUDGET_DEPLOY_TIMEOUT")
    deploy.add_argument("--env-file", metavar="FILE", type=Path, help="settings, instead of docker/swarm/stack.env")
    deploy.add_argument("-c", metavar="FILE", dest="files", type=Path, action="append", help="stack files, instead of MYBUDGET_STACK_FILES")
    deploy.add_argument("--no-smoke", action="store_true", help="do not ask the edge in the end")
    deploy.add_argument("--dry-run", action="store_true", help="say what would be deployed; nothing is changed")
    deploy.add_argument("--print", action="store_true", help="print the stack as docker stack deploy -c - takes it; nothing is changed")
    rollback.add_argument("--to", metavar="IMAGE@DIGEST", help="a certain release, instead of the one before")
    return parser.parse_args()


def _deploy(options: argparse.Namespace) -> None:
    usual = ROOT / "docker/swarm/stack.env"
    file = options.env_file or (usual if usual.exists() else None)
    settings = {"MYBUDGET_DEPLOYMENT": datetime.now(timezone.utc).isoformat(timespec="seconds"), **(read_settings(file) if file else os.environ)}
    name = options.stack or settings.get("MYBUDGET_STACK") or "mybudget"
    limit = options.timeout or int(settings.get("MYBUDGET_DEPLOY_TIMEOUT") or 900)
    image = settings.get("MYBUDGET_IMAGE")
    files = options.files or [ROOT / file for file in (settings.get("MYBUDGET_STACK_FILES") or "docker/swarm/stack.yml").split()]
    try:
        swarm = Swarm(settings | config_versions(files))
        stack = Stack(swarm.call("stack", "config", *(f"--compose-file={file}" for file in files)))
    except (CallFailed, OSError, yaml.YAMLError) as fault:
        raise Failure(f"the stack files or their settings are wrong: {fault}", 2) from None
    # A message behind :? with a hyphen in it would have become the image.
    if image and stack.services.get("api", {"image": image})["image"] != image:
        raise Failure(f"the stack files make another image out of {image}", 2)
    if options.print:
        return print(stack.text(stack.services))
    if options.dry_run:
        images = [f"  {service}: {settings['image']}" for service, settings in stack.services.items()]
        print(f"stack {name} out of {' '.join(map(str, files))}", *images, f"first: {' '.join(stack.first)}",
              f"then, once: {' '.join(stack.jobs)}", f"then everything else, within {limit} s in all; nothing was changed", sep="\n")
        return None

    rollout = Rollout(swarm, name, stack, limit)
    rollout.check()
    rollout.run(image)
    if "traefik" in stack.services and settings.get("MYBUDGET_HOST") and not options.no_smoke:
        say("asking the edge")
        if problem := Edge(settings).problem():
            say(f"the edge does not answer well: {problem}")
            rollout.put_back()
            raise Failure("the smoke test failed", 6)
    say(f"deployed {name}: {len(stack.services)} services run what was asked for")


def _roll_back(options: argparse.Namespace) -> None:
    limit = options.timeout or int(os.environ.get("MYBUDGET_DEPLOY_TIMEOUT") or 300)
    roll_back(Swarm(os.environ), options.stack or os.environ.get("MYBUDGET_STACK") or "mybudget", Patience(limit), options.to)


sys.exit(main())

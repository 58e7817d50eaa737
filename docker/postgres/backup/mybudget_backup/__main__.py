import json
import signal
import sys
import urllib.error
import urllib.request

from .commands import Commands
from .jobs import info
from .log import log
from .runner import run
from .service import ORDER, Service
from .settings import Settings
from .status import StatusFile

USAGE = "usage: backup [now {full|differential|incremental|dump|verify|drill} [latest|random|TIME] | status | health]"


def main(arguments: list[str]) -> int:
    try:
        settings = Settings.read()
    except ValueError as fault:
        log("error", "the settings are wrong", error=str(fault))
        return 2
    commands = Commands()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: commands.stop())
    match arguments:
        case []:
            Service(settings, commands).serve()
            return 0
        case ["now", job, *target] if job in ORDER and len(target) <= (job == "drill"):
            status = StatusFile(settings.root)
            with status.exclusive(wait=True):
                return 0 if run(job, commands, settings, status, *target) else 1
        case ["status"]:
            jobs = {name: vars(job) for name, job in StatusFile(settings.root).read().items()}
            print(json.dumps({"jobs": jobs, "repository": info(commands, settings)}, indent=2))
            return 0
        case ["health"]:
            return _health(settings)
        case _:
            print(USAGE, file=sys.stderr)
            return 2


def _health(settings: Settings) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/health", timeout=5) as answer:
            print(answer.read().decode())
            return 0
    except urllib.error.HTTPError as fault:
        print(fault.read().decode())
    except OSError as fault:
        print(fault)
    return 1


sys.exit(main(sys.argv[1:]))

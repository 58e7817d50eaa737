"""Runs one job and notes what became of it."""

import time
from collections.abc import Callable

from .commands import CommandFailed, Commands
from .drill import drill
from .jobs import back_up, dump, verify
from .log import log
from .settings import Settings
from .status import JobStatus, StatusFile


def run(job: str, commands: Commands, settings: Settings, status: StatusFile, target: str | None = None) -> bool:
    before = status.read().get(job, JobStatus())
    began = time.time()
    log("info", "job begins", job=job)
    try:
        facts = _work(job, commands, settings, target)()
    except (CommandFailed, OSError, ValueError) as fault:
        status.write(job, JobStatus(
            began, before.succeeded, False, round(time.time() - began, 1), before.failures + 1, str(fault), {**before.facts, **getattr(fault, "facts", {})}))
        log("error", "job failed", job=job, seconds=round(time.time() - began, 1), error=str(fault))
        return False
    ended = time.time()
    status.write(job, JobStatus(began, ended, True, round(ended - began, 1), before.failures, None, facts))
    log("info", "job done", job=job, seconds=round(ended - began, 1), **facts)
    return True


def _work(job: str, commands: Commands, settings: Settings, target: str | None) -> Callable[[], dict[str, object]]:
    match job:
        case "dump":
            return lambda: dump(commands, settings)
        case "verify":
            return lambda: verify(commands, settings)
        case "drill":
            return lambda: drill(commands, settings, target)
        case _:
            return lambda: back_up(commands, settings, job)

"""The jobs, apart from the drill. Each returns facts worth keeping, or raises."""

import json
import os
from datetime import datetime, timezone

from .commands import CommandFailed, Commands
from .settings import Settings

TYPES = {"full": "full", "differential": "diff", "incremental": "incr"}


def pgbackrest(commands: Commands, settings: Settings, *arguments: str, timeout: float | None = None, quiet: bool = False) -> str:
    return commands.run("pgbackrest", f"--stanza={settings.stanza}", *arguments, timeout=timeout or settings.job_timeout, quiet=quiet)


def prepare(commands: Commands, settings: Settings) -> None:
    """Both do nothing when all is well."""
    pgbackrest(commands, settings, "stanza-create", timeout=300)
    pgbackrest(commands, settings, "check", timeout=300)


def back_up(commands: Commands, settings: Settings, job: str) -> dict[str, object]:
    """Into every repository; a faulty one does not keep the others from theirs."""
    faults = []
    for repository in settings.repositories:
        try:
            pgbackrest(commands, settings, f"--type={TYPES[job]}", f"--repo={repository}", "backup")
        except CommandFailed as fault:
            faults.append(f"repository {repository}: {fault}")
    if faults:
        raise CommandFailed("; ".join(faults))
    return {}


def verify(commands: Commands, settings: Settings) -> dict[str, object]:
    """Reads every file of every backup and of the archive again. It reports damage in words and still ends well."""
    for repository in settings.repositories:
        report = pgbackrest(commands, settings, f"--repo={repository}", "--output=text", "--verbose", "verify")
        if "status: ok" not in report or "status: invalid" in report:
            raise CommandFailed(f"repository {repository}: {report.strip()}")
    return {}


def dump(commands: Commands, settings: Settings) -> dict[str, object]:
    """In PostgreSQL's portable format, encrypted as the repository is: for one table, another version, another machine."""
    directory = settings.root / "dumps"
    directory.mkdir(mode=0o750, exist_ok=True)
    for left in directory.glob("*.new"):
        left.unlink()
    name = f"{settings.database}-{datetime.now(timezone.utc):%Y%m%dT%H%M%SZ}.dump.enc"
    new = directory / f"{name}.new"
    commands.run("dump-database", settings.database, str(new), timeout=settings.job_timeout)
    size = new.stat().st_size
    with open(new, "rb") as file:
        os.fsync(file.fileno())
    new.rename(directory / name)
    for old in sorted(directory.glob("*.dump.enc"))[: -settings.dumps_kept]:
        old.unlink()
    return {"bytes": size}


def info(commands: Commands, settings: Settings) -> dict:
    stanzas = json.loads(pgbackrest(commands, settings, "--output=json", "info", timeout=120, quiet=True))
    return stanzas[0] if stanzas else {}

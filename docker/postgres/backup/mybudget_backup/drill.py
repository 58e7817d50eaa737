"""Restores the newest backup beside the database, once a week to a random moment, and looks whether it is worth anything."""

import json
import random
import shutil
import subprocess
import threading
import time
from collections import deque
from datetime import datetime, timezone
from pathlib import Path

from .commands import CommandFailed, Commands
from .database import ask
from .jobs import info, pgbackrest
from .settings import Settings

CHECK = Path("/usr/local/share/mybudget/ledger-check.sql")
START_TIMEOUT = 3600


def drill(commands: Commands, settings: Settings, target: str | None = None) -> dict[str, object]:
    """target: "latest", "random" or a time with its zone; without one, random on one day of the week."""
    now = datetime.now(timezone.utc)
    if target is None:
        target = "random" if now.weekday() == settings.random_drill_weekday else "latest"
    if target == "random":
        target = _random_moment(info(commands, settings), now)
    data, socket = settings.drill / "data", settings.drill / "socket"
    _clear(settings.drill)
    data.mkdir(mode=0o700)
    socket.mkdir(mode=0o700)
    try:
        began = time.monotonic()
        _restore(commands, settings, data, target)
        facts = _serve(commands, data, socket, now if target == "latest" else datetime.fromisoformat(target))
        return {"target": target, "restoreSeconds": round(time.monotonic() - began, 1), **facts}
    finally:
        _clear(settings.drill)


def _restore(commands: Commands, settings: Settings, data: Path, target: str) -> None:
    to = [] if target == "latest" else ["--type=time", f"--target={_as_pgbackrest_reads(target)}", "--target-action=promote"]
    # Without an archive: a copy must never write into the history of its original.
    pgbackrest(commands, settings, f"--pg1-path={data}", "--archive-mode=off", *to, "restore")


def _as_pgbackrest_reads(moment: str) -> str:
    """ISO's T between day and time is none of its formats."""
    return datetime.fromisoformat(moment).astimezone(timezone.utc).isoformat(" ")


def _serve(commands: Commands, data: Path, socket: Path, until: datetime) -> dict[str, object]:
    server = commands.start(
        "postgres", "-D", str(data), "-c", "config_file=/etc/postgresql/postgresql.conf", "-c", "hba_file=/etc/postgresql/pg_hba.conf",
        "-c", "listen_addresses=", "-c", f"unix_socket_directories={socket}", "-c", "archive_mode=off", "-c", "hot_standby=off",
        "-c", "shared_buffers=64MB", "-c", "fsync=off")
    try:
        _wait(commands, server, str(socket))
        # Every page, every index against its table.
        commands.run(
            "pg_amcheck", f"--host={socket}", "--all", "--install-missing", "--heapallindexed", "--parent-check", "--jobs=2",
            timeout=3600)
        facts = json.loads(ask(commands, CHECK.read_text(), "mybudget", str(socket), timeout=3600))
        beat = ask(commands, "select extract(epoch from max(at)) from heartbeat", host=str(socket))
        if facts["drifted"]:
            raise CommandFailed(f"balances differ from the events in {len(facts['drifted'])} ledgers: {', '.join(facts['drifted'][:5])}", facts)
        if beat:
            facts["recoveryPointSeconds"] = round(until.timestamp() - float(beat), 1)
        return facts
    finally:
        commands.end(server)
        commands.forget(server)


def _wait(commands: Commands, server: subprocess.Popen, socket: str) -> None:
    # The server's words are drained, or it would block on a full pipe.
    tail: deque[str] = deque(maxlen=10)
    for pipe in (server.stdout, server.stderr):
        threading.Thread(target=lambda lines=pipe: tail.extend(line.decode(errors="replace").rstrip() for line in lines), daemon=True).start()
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise CommandFailed(f"the restored server did not start: {' | '.join(tail)}")
        try:
            if ask(commands, "select pg_is_in_recovery()", host=socket) == "f":
                return
        except CommandFailed:
            if commands.stopping.wait(0.5):
                raise
    raise CommandFailed(f"the restored server was not there after {START_TIMEOUT} s: {' | '.join(tail)}")


def _random_moment(stanza: dict, now: datetime) -> str:
    stops = [backup["timestamp"]["stop"] for backup in stanza.get("backup", []) if not backup.get("error")]
    if not stops:
        raise CommandFailed("there is no backup yet")
    latest = int(now.timestamp()) - 120
    return datetime.fromtimestamp(random.randint(min(stops) + 1, max(latest, min(stops) + 1)), timezone.utc).isoformat()


def _clear(directory: Path) -> None:
    for entry in directory.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

"""Runs programs in a session of their own, ends them with the service, and keeps the end of what they said."""

import os
import signal
import subprocess
import threading
from collections import deque

from .log import log

TAIL = 15


class CommandFailed(Exception):
    """facts: what was found out nevertheless."""

    def __init__(self, message: str, facts: dict[str, object] | None = None) -> None:
        super().__init__(message)
        self.facts = facts or {}


class Commands:
    def __init__(self) -> None:
        self._running: set[subprocess.Popen] = set()
        self._lock = threading.Lock()
        self.stopping = threading.Event()

    def run(self, *arguments: str, timeout: float, quiet: bool = False, stdin: str | None = None, environment: dict[str, str] | None = None) -> str:
        """Its standard output. What it says on standard error is logged."""
        process = self.start(*arguments, environment=environment, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL)
        tail: deque[str] = deque(maxlen=TAIL)
        reader = threading.Thread(target=self._relay, args=(process, arguments[0], tail, quiet), daemon=True)
        reader.start()
        output: list[bytes] = []
        collector = threading.Thread(target=lambda: output.append(process.stdout.read()), daemon=True)
        collector.start()
        try:
            if stdin is not None:
                process.stdin.write(stdin.encode())
                process.stdin.close()
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.end(process)
            raise CommandFailed(f"{arguments[0]} took longer than {timeout:.0f} s") from None
        finally:
            self.forget(process)
        reader.join(5)
        collector.join(5)
        if code != 0:
            raise CommandFailed(f"{arguments[0]} ended with {code}: {' | '.join(tail)}")
        return b"".join(output).decode(errors="replace")

    def start(self, *arguments: str, stdin: int = subprocess.DEVNULL, environment: dict[str, str] | None = None) -> subprocess.Popen:
        with self._lock:
            if self.stopping.is_set():
                raise CommandFailed("the service is stopping")
            process = subprocess.Popen(
                arguments, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                env={**os.environ, **(environment or {})})
            self._running.add(process)
            return process

    def forget(self, process: subprocess.Popen) -> None:
        with self._lock:
            self._running.discard(process)

    def stop(self) -> None:
        self.stopping.set()
        with self._lock:
            running = list(self._running)
        for process in running:
            self.end(process)

    @staticmethod
    def end(process: subprocess.Popen, grace: float = 20) -> None:
        """pgBackRest leaves a backup that can be resumed, PostgreSQL shuts down fast."""
        for number in (signal.SIGINT if process.args[0] == "postgres" else signal.SIGTERM, signal.SIGKILL):
            if process.poll() is not None:
                return
            try:
                os.killpg(process.pid, number) if number == signal.SIGKILL else process.send_signal(number)
                process.wait(grace)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue

    @staticmethod
    def _relay(process: subprocess.Popen, name: str, tail: deque[str], quiet: bool) -> None:
        for raw in process.stderr:
            line = raw.decode(errors="replace").rstrip()
            if line:
                tail.append(line)
                if not quiet:
                    log("info", line, program=name)

"""The service: pid 1 of its container. Looks every few seconds what is due, and gives the database its heartbeat."""

import json
import threading
import time
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .commands import CommandFailed, Commands
from .database import beat, state
from .jobs import info, prepare
from .log import log
from .metrics import archive_fails, last_success, overdue, render
from .runner import run
from .settings import Settings
from .status import StatusFile

TICK = 5
RETRY = 900
# A fuller backup first: it makes the lesser ones due later.
ORDER = ["full", "differential", "incremental", "dump", "drill", "verify"]


class Service:
    def __init__(self, settings: Settings, commands: Commands) -> None:
        self._settings, self._commands = settings, commands
        self._status = StatusFile(settings.root)
        self._began = time.time()
        self._state: dict | None = None
        self._stanza: dict = {}
        self._prepared = False

    def serve(self) -> None:
        log("info", "backup service begins", schedules={job: str(schedule) for job, schedule in self._settings.schedules.items()})
        server = ThreadingHTTPServer(("", self._settings.port), self._handler())
        threading.Thread(target=server.serve_forever, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()
        while not self._commands.stopping.wait(TICK):
            if self._state and not self._state["inRecovery"]:
                self._turn()
        log("info", "backup service ends")

    def _turn(self) -> None:
        with self._status.exclusive(wait=False) as free:
            if not free:
                return
            if not self._prepared:
                try:
                    prepare(self._commands, self._settings)
                    self._prepared = True
                except CommandFailed as fault:
                    log("error", "the repository is not ready", error=str(fault))
                    self._commands.stopping.wait(30)
                    return
            if job := self._due():
                run(job, self._commands, self._settings, self._status)
                self._refresh()

    def _due(self) -> str | None:
        jobs, now = self._status.read(), datetime.now(timezone.utc)
        for job in ORDER:
            schedule = self._settings.schedules.get(job)
            if schedule is None:
                continue
            last, done = jobs.get(job), last_success(jobs, job)
            if last and last.ok is False and last.attempted and time.time() - last.attempted < RETRY:
                continue
            if schedule.is_due(datetime.fromtimestamp(done, timezone.utc) if done else None, now):
                return job
        return None

    def _watch(self) -> None:
        """Apart from the jobs, which may take hours."""
        beaten = 0.0
        while not self._commands.stopping.is_set():
            try:
                self._state = state(self._commands)
                if not self._state["inRecovery"] and time.monotonic() - beaten >= self._settings.heartbeat:
                    beat(self._commands)
                    beaten = time.monotonic()
                    self._refresh()
            except (CommandFailed, ValueError) as fault:
                if self._state is not None:
                    log("error", "the database does not answer", error=str(fault))
                self._state = None
            self._commands.stopping.wait(TICK)

    def _refresh(self) -> None:
        try:
            self._stanza = info(self._commands, self._settings)
        except (CommandFailed, ValueError) as fault:
            log("error", "the repository does not answer", error=str(fault))

    def faults(self) -> list[str]:
        if self._state and self._state["inRecovery"]:
            return []
        faults = [f"{job} is overdue" for job in overdue(self._settings, self._status.read(), self._began)]
        if self._state is None and time.time() - self._began > self._settings.archive_grace:
            faults.append("the database does not answer")
        if archive_fails(self._settings, self._state):
            faults.append("the archive takes no WAL")
        return faults

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/metrics":
                    body = render(service._settings, service._status.read(), service._state, service._stanza, service._began)
                    self._answer(200, "text/plain; version=0.0.4", body)
                elif self.path == "/health":
                    faults = service.faults()
                    self._answer(503 if faults else 200, "application/json", json.dumps({"faults": faults}))
                else:
                    self._answer(404, "text/plain", "")

            def _answer(self, code: int, kind: str, body: str) -> None:
                self.send_response(code)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        return Handler

"""What became of each job, in a file beside the repository, so that it outlives the container."""

import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Iterator


@dataclass
class JobStatus:
    """Instants are seconds since 1970."""

    attempted: float | None = None
    succeeded: float | None = None
    ok: bool | None = None
    seconds: float | None = None
    failures: int = 0
    error: str | None = None
    facts: dict[str, object] = field(default_factory=dict)


class StatusFile:
    def __init__(self, root: Path) -> None:
        self._path = root / "status.json"
        self._lock = root / ".lock"

    def read(self) -> dict[str, JobStatus]:
        try:
            content = json.loads(self._path.read_text())
            return {job: JobStatus(**values) for job, values in content.items()}
        except (FileNotFoundError, ValueError, TypeError):
            return {}

    def write(self, job: str, status: JobStatus) -> None:
        content = {name: asdict(value) for name, value in {**self.read(), job: status}.items()}
        new = self._path.with_suffix(".new")
        with open(new, "w") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)

    @contextmanager
    def exclusive(self, wait: bool) -> Iterator[bool]:
        """One job at a time, whether the scheduler or an operator begins it."""
        with open(self._lock, "w") as file:
            try:
                flock(file, LOCK_EX if wait else LOCK_EX | LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

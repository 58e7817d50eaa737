"""What can be set, all of it in the environment. Times are UTC."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from .schedule import Schedule

DEFAULTS = {
    "full": "Sun 02:15",
    "differential": "02:15",
    "incremental": "4h",
    "dump": "03:00",
    "drill": "04:30",
    "verify": "Sun 05:30",
}


@dataclass(frozen=True)
class Settings:
    """Schedules by job; "off" leaves a job out."""

    schedules: dict[str, Schedule]
    root: Path = Path("/var/lib/pgbackrest")
    drill: Path = Path("/var/lib/drill")
    database: str = "mybudget"
    stanza: str = "main"
    port: int = 9854
    dumps_kept: int = 14
    random_drill_weekday: int = 6
    job_timeout: float = 6 * 3600.0
    heartbeat: float = 60.0
    archive_grace: float = 300.0
    repositories: list[str] = field(default_factory=lambda: ["1"])

    @staticmethod
    def read(environment: dict[str, str] | None = None) -> "Settings":
        env = os.environ if environment is None else environment
        schedules, faults = {}, []
        for job, default in DEFAULTS.items():
            text = env.get(f"BACKUP_{job.upper()}", default)
            if text.strip().lower() == "off":
                continue
            try:
                schedules[job] = Schedule.parse(text)
            except ValueError as fault:
                faults.append(f"BACKUP_{job.upper()}: {fault}")
        kept = env.get("BACKUP_DUMPS_KEPT", "14")
        if not kept.isdigit() or int(kept) < 1:
            faults.append("BACKUP_DUMPS_KEPT: a whole number from 1 on")
        if faults:
            raise ValueError("; ".join(faults))
        second = ["2"] if any(name.startswith("PGBACKREST_REPO2_") for name in env) else []
        return Settings(schedules=schedules, dumps_kept=int(kept), repositories=["1", *second])

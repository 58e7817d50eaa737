"""What Prometheus asks for, in its text format."""

import shutil
import time
from datetime import datetime, timedelta, timezone

from .settings import Settings
from .status import JobStatus

GRACE = timedelta(hours=4)


def overdue(settings: Settings, jobs: dict[str, JobStatus], since: float) -> list[str]:
    """Jobs whose last success is too long ago. A new service has until its first run."""
    now = datetime.now(timezone.utc)
    return [job for job, schedule in settings.schedules.items()
            if schedule.is_overdue(datetime.fromtimestamp(last_success(jobs, job) or since, timezone.utc), now, GRACE)]


def archive_fails(settings: Settings, state: dict | None) -> bool:
    """The heartbeat gives the archive something every minute, so silence is a failure."""
    if not state or state["inRecovery"]:
        return False
    return time.time() - max(state["archived"] or 0, state["started"]) > settings.archive_grace


def render(settings: Settings, jobs: dict[str, JobStatus], state: dict | None, stanza: dict, since: float) -> str:
    lines: list[str] = []

    def metric(name: str, kind: str, help_: str, *values: tuple[str, float | int | None]) -> None:
        given = [(labels, value) for labels, value in values if value is not None]
        if given:
            lines.extend([f"# HELP mybudget_backup_{name} {help_}", f"# TYPE mybudget_backup_{name} {kind}"])
            lines.extend(f"mybudget_backup_{name}{labels} {value}" for labels, value in given)

    def each(take) -> list[tuple[str, float | int | None]]:
        return [(f'{{type="{job}"}}', take(job, jobs.get(job, JobStatus()))) for job in settings.schedules]

    disk = shutil.disk_usage(settings.root)
    metric("repository_size_bytes", "gauge", "Size of the repository's disk.", ("", disk.total))
    metric("repository_free_bytes", "gauge", "Free space on it.", ("", disk.free))
    metric("database_up", "gauge", "Whether the database answers.", ("", int(state is not None)))
    if state and state["inRecovery"]:
        # The leader's service takes the backups; what this one did when it led is of no interest any more.
        return "\n".join(lines) + "\n"

    late = overdue(settings, jobs, since)
    metric("last_success_timestamp_seconds", "gauge", "When a job last succeeded.", *each(lambda _, s: s.succeeded))
    metric("last_attempt_timestamp_seconds", "gauge", "When a job was last begun.", *each(lambda _, s: s.attempted))
    metric("last_attempt_ok", "gauge", "Whether the last run succeeded.", *each(lambda _, s: None if s.ok is None else int(s.ok)))
    metric("last_duration_seconds", "gauge", "How long the last run took.", *each(lambda _, s: s.seconds))
    metric("failures_total", "counter", "Runs that failed.", *each(lambda _, s: s.failures))
    metric("overdue", "gauge", "Whether a job has not succeeded for longer than its schedule allows.", *each(lambda job, _: int(job in late)))
    if state:
        metric("archive_last_success_timestamp_seconds", "gauge", "When WAL was last archived.", ("", state["archived"]))
        metric("archive_failed_total", "counter", "Tries of the archive command that failed.", ("", state["failures"]))
        metric("archive_failing", "gauge", "Whether nothing was archived for too long.", ("", int(archive_fails(settings, state))))
    stops = [backup["timestamp"]["stop"] for backup in stanza.get("backup", [])]
    metric("oldest_restorable_timestamp_seconds", "gauge", "How far back a restore can go.", ("", min(stops) if stops else None))
    metric("backups", "gauge", "Backups in the repositories.", ("", len(stops)))
    metric("repository_bytes", "gauge", "What the backups of the first repository take, without WAL.",
           ("", sum(b["info"]["repository"].get("delta") or 0 for b in stanza.get("backup", []) if b["database"]["repo-key"] == 1)))
    facts = jobs.get("drill", JobStatus()).facts
    metric("drill_restore_seconds", "gauge", "How long restoring and checking took.", ("", facts.get("restoreSeconds")))
    metric("drill_recovery_point_seconds", "gauge", "How much of the time before its target the last drill lacked.",
           ("", facts.get("recoveryPointSeconds")))
    metric("drill_ledgers", "gauge", "Ledgers whose balances the last drill reckoned anew.", ("", facts.get("ledgers")))
    drifted = facts.get("drifted")
    metric("drill_drifted_ledgers", "gauge", "Ledgers whose balances differed.", ("", None if drifted is None else len(drifted)))
    metric("drill_newest_event_timestamp_seconds", "gauge", "The newest event in the restored database.", ("", facts.get("newestEvent")))
    return "\n".join(lines) + "\n"


def last_success(jobs: dict[str, JobStatus], job: str) -> float | None:
    # A fuller backup is one of every lesser kind as well.
    counted = {"incremental": ["incremental", "differential", "full"], "differential": ["differential", "full"]}.get(job, [job])
    return max((jobs[name].succeeded for name in counted if name in jobs and jobs[name].succeeded), default=None)

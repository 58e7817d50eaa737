"""The little that is asked of the database, through psql over its socket."""

import json

from .commands import Commands

STATE = """
select json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'archived', extract(epoch from last_archived_time),
  'failed', extract(epoch from last_failed_time),
  'failures', failed_count,
  'started', extract(epoch from pg_postmaster_start_time()))
from pg_stat_archiver
"""

HEARTBEAT = "insert into heartbeat (at) values (clock_timestamp()) on conflict (id) do update set at = excluded.at"


def ask(commands: Commands, sql: str, database: str = "postgres", host: str | None = None, timeout: float = 15) -> str:
    environment = {"PGHOST": host} if host else None
    return commands.run(
        "psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", database,
        stdin=sql, timeout=timeout, quiet=True, environment=environment).strip()


def state(commands: Commands) -> dict:
    return json.loads(ask(commands, STATE))


def beat(commands: Commands) -> None:
    """A point in time is only reached when something was committed after it, so something is, every minute."""
    ask(commands, HEARTBEAT)

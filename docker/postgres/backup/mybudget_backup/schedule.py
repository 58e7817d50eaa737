"""When a job is due: "Sun 02:15" weekly, "02:15" daily, "4h" so long after the last success. UTC."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True)
class Schedule:
    every: timedelta
    weekday: int | None = None
    hour: int = 0
    minute: int = 0
    fixed: bool = True

    def __str__(self) -> str:
        if not self.fixed:
            return f"{self.every // timedelta(hours=1)}h"
        day = "" if self.weekday is None else f"{WEEKDAYS[self.weekday].capitalize()} "
        return f"{day}{self.hour:02}:{self.minute:02}"

    @staticmethod
    def parse(text: str) -> "Schedule":
        text = text.strip().lower()
        if match := re.fullmatch(r"([1-9]\d?)h", text):
            return Schedule(every=timedelta(hours=int(match[1])), fixed=False)
        if match := re.fullmatch(rf"(?:({'|'.join(WEEKDAYS)}) )?([01]\d|2[0-3]):([0-5]\d)", text):
            weekday = WEEKDAYS.index(match[1]) if match[1] else None
            every = timedelta(days=1 if weekday is None else 7)
            return Schedule(every, weekday, int(match[2]), int(match[3]))
        raise ValueError(f"'{text}' is none of 'Sun 02:15', '02:15', '4h', 'off'")

    def latest(self, now: datetime) -> datetime:
        """The last time at or before now that the job should have run."""
        if not self.fixed:
            return now - self.every
        at = now.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)
        back = 0 if self.weekday is None else (at.weekday() - self.weekday) % 7
        at -= timedelta(days=back)
        return at if at <= now else at - self.every

    def is_due(self, last: datetime | None, now: datetime) -> bool:
        """What was missed, because the service or the database was down, is due at once."""
        return last is None or last < self.latest(now)

    def is_overdue(self, last: datetime | None, now: datetime, grace: timedelta) -> bool:
        return last is None or now - last > self.every + grace

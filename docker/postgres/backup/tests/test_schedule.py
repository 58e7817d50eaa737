import unittest
from datetime import datetime, timedelta, timezone

from mybudget_backup.schedule import Schedule
from mybudget_backup.settings import Settings


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


class ScheduleTests(unittest.TestCase):
    def test_weekly_is_due_from_its_moment_on(self):
        weekly = Schedule.parse("Sun 02:15")
        before, after = at("2026-11-22T02:14:59"), at("2026-11-22T02:15:00")
        self.assertEqual(weekly.latest(before), at("2026-11-15T02:15:00"))
        self.assertEqual(weekly.latest(after), after)
        self.assertFalse(weekly.is_due(at("2026-11-15T02:20:00"), before))
        self.assertTrue(weekly.is_due(at("2026-11-15T02:20:00"), after))

    def test_what_was_missed_is_due_at_once(self):
        self.assertTrue(Schedule.parse("03:00").is_due(at("2026-11-20T03:01:00"), at("2026-11-25T17:00:00")))

    def test_daily_runs_once_a_day(self):
        self.assertFalse(Schedule.parse("03:00").is_due(at("2026-11-25T03:00:30"), at("2026-11-26T02:59:59")))

    def test_hours_count_from_the_last_success(self):
        every = Schedule.parse("4h")
        self.assertFalse(every.is_due(at("2026-11-25T00:00:00"), at("2026-11-25T03:59:59")))
        self.assertTrue(every.is_due(at("2026-11-25T00:00:00"), at("2026-11-25T04:00:01")))

    def test_what_never_ran_is_due(self):
        self.assertTrue(Schedule.parse("Sun 02:15").is_due(None, at("2026-11-25T00:00:00")))

    def test_overdue_only_after_a_whole_period_and_the_grace(self):
        daily, last = Schedule.parse("03:00"), at("2026-11-24T03:10:00")
        self.assertFalse(daily.is_overdue(last, at("2026-11-25T07:00:00"), timedelta(hours=4)))
        self.assertTrue(daily.is_overdue(last, at("2026-11-25T07:11:00"), timedelta(hours=4)))

    def test_the_moment_never_lies_in_the_future(self):
        for text in ("Mon 00:00", "Sun 23:59", "00:00", "23:59", "1h"):
            schedule = Schedule.parse(text)
            for hour in range(24 * 15):
                now = at("2026-02-25T00:30:00") + timedelta(hours=hour)
                self.assertLessEqual(schedule.latest(now), now)
                self.assertLess(now - schedule.latest(now), schedule.every + timedelta(seconds=1))

    def test_refuses_what_it_does_not_understand(self):
        for text in ("", "24:00", "Sunday 02:15", "0h", "2:15", "*/5 * * * *"):
            with self.assertRaises(ValueError):
                Schedule.parse(text)


class SettingsTests(unittest.TestCase):
    def test_names_every_fault_at_once(self):
        with self.assertRaises(ValueError) as caught:
            Settings.read({"BACKUP_FULL": "weekly", "BACKUP_DUMP": "never", "BACKUP_DUMPS_KEPT": "0"})
        for name in ("BACKUP_FULL", "BACKUP_DUMP", "BACKUP_DUMPS_KEPT"):
            self.assertIn(name, str(caught.exception))

    def test_leaves_out_what_is_off(self):
        self.assertNotIn("drill", Settings.read({"BACKUP_DRILL": "off"}).schedules)

    def test_a_second_repository_is_backed_up_too(self):
        self.assertEqual(Settings.read({"PGBACKREST_REPO2_TYPE": "s3"}).repositories, ["1", "2"])

    def test_is_written_as_it_is_read(self):
        for text in ("Sun 02:15", "03:00", "4h"):
            self.assertEqual(str(Schedule.parse(text)), text)

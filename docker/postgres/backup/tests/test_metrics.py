import tempfile
import time
import unittest
from dataclasses import replace
from pathlib import Path

from mybudget_backup.metrics import archive_fails, overdue, render
from mybudget_backup.settings import Settings
from mybudget_backup.status import JobStatus, StatusFile

HEALTHY = {"inRecovery": False, "archived": 0.0, "failed": None, "failures": 2, "started": 0.0}


class MetricsTests(unittest.TestCase):
    def setUp(self):
        self.settings = replace(Settings.read({}), root=Path(tempfile.mkdtemp()))

    def test_a_full_backup_counts_for_the_lesser_ones(self):
        jobs = {"full": JobStatus(succeeded=time.time())}
        late = overdue(self.settings, jobs, since=0)
        self.assertEqual(late, ["dump", "drill", "verify"])

    def test_silence_of_the_archive_is_a_failure(self):
        self.assertTrue(archive_fails(self.settings, {**HEALTHY, "archived": time.time() - 600}))
        self.assertFalse(archive_fails(self.settings, {**HEALTHY, "archived": time.time() - 60}))

    def test_a_server_that_has_just_started_has_time_to_archive(self):
        self.assertFalse(archive_fails(self.settings, {**HEALTHY, "started": time.time() - 60}))

    def test_a_standby_is_nobodys_fault(self):
        standby = {**HEALTHY, "inRecovery": True}
        self.assertFalse(archive_fails(self.settings, standby))
        text = render(self.settings, {"drill": JobStatus(succeeded=1.0)}, standby, {}, since=0)
        self.assertIn("mybudget_backup_database_up 1", text)
        self.assertNotIn("drill", text)
        self.assertNotIn("overdue", text)

    def test_every_metric_has_a_type_and_no_value_is_empty(self):
        text = render(self.settings, {"full": JobStatus(1.0, 2.0, True, 1.0)}, HEALTHY, {}, since=time.time())
        self.assertIn('mybudget_backup_last_success_timestamp_seconds{type="full"} 2.0', text)
        for line in text.splitlines():
            if not line.startswith("#"):
                name, value = line.rsplit(" ", 1)
                self.assertIn(f"# TYPE {name.split('{')[0]} ", text)
                float(value)

    def test_a_database_that_does_not_answer_shows(self):
        self.assertIn("mybudget_backup_database_up 0", render(self.settings, {}, None, {}, since=0))


class StatusFileTests(unittest.TestCase):
    def test_keeps_other_jobs_and_survives_damage(self):
        root = Path(tempfile.mkdtemp())
        file = StatusFile(root)
        file.write("full", JobStatus(succeeded=1.0))
        file.write("dump", JobStatus(ok=False, error="no space"))
        self.assertEqual(file.read()["full"].succeeded, 1.0)
        (root / "status.json").write_text("{")
        self.assertEqual(file.read(), {})

    def test_one_job_at_a_time(self):
        file = StatusFile(Path(tempfile.mkdtemp()))
        with file.exclusive(wait=False) as first, file.exclusive(wait=False) as second:
            self.assertTrue(first)
            self.assertFalse(second)

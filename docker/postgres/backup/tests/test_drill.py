import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

from mybudget_backup.commands import CommandFailed
from mybudget_backup.drill import drill
from mybudget_backup.settings import Settings


class OnlyAsked:
    """Commands that are noted; nothing is restored."""

    def __init__(self):
        self.asked = []

    def run(self, *arguments, **_):
        self.asked.append(arguments)
        raise CommandFailed("nothing is restored here")


class DrillTests(unittest.TestCase):
    def asked(self, target):
        commands = OnlyAsked()
        with self.assertRaises(CommandFailed):
            drill(commands, replace(Settings.read({}), drill=Path(tempfile.mkdtemp())), target)
        return commands.asked[0]

    def test_a_moment_is_said_as_pgbackrest_reads_it(self):
        self.assertIn("--target=2026-11-29 00:23:30+00:00", self.asked("2026-11-29T00:23:30+00:00"))
        self.assertIn("--target=2026-11-29 00:23:30+00:00", self.asked("2026-11-29T01:23:30+01:00"))
        self.assertIn("--target=2026-11-29 00:23:30.500000+00:00", self.asked("2026-11-29T00:23:30.5+00:00"))

    def test_the_latest_state_is_no_moment(self):
        self.assertFalse(any(argument.startswith("--target") for argument in self.asked("latest")))


if __name__ == "__main__":
    unittest.main()

import contextlib
import os
import tempfile
import unittest
from pathlib import Path
from unittest.mock import patch

from mybudget_deploy.progress import Failure
from mybudget_deploy.settings import read_settings


class SettingsTests(unittest.TestCase):
    def read(self, text: str) -> dict[str, str]:
        file = Path(self.enterContext(tempfile.TemporaryDirectory())) / "stack.env"
        file.write_text(text)
        return read_settings(file)

    def test_are_read_as_a_shell_reads_them(self):
        settings = self.read("# a comment\nHOST=budget.example.org\nFROM=\"MyBudget <no-reply@$HOST>\"\nEMPTY=\n")
        self.assertEqual((settings["FROM"], settings["EMPTY"]), ("MyBudget <no-reply@budget.example.org>", ""))

    def test_the_environment_wins(self):
        with patch.dict(os.environ, {"MYBUDGET_IMAGE": "of the pipeline"}):
            self.assertEqual(self.read("MYBUDGET_IMAGE=of-the-file\n")["MYBUDGET_IMAGE"], "of the pipeline")

    def test_what_is_no_settings_file_is_refused(self):
        with self.assertRaises(Failure) as caught, open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere):
            self.read("HOST=$NOBODY_SAID\n")
        self.assertEqual(caught.exception.code, 2)

import json
import tempfile
import unittest
from pathlib import Path

from mybudget_deploy.stack import Stack, config_versions

from .fakes import STACK


class StackTests(unittest.TestCase):
    def test_the_database_goes_first_and_jobs_go_apart(self):
        stack = Stack(STACK)
        self.assertEqual((stack.first, stack.jobs, stack.rest), (["db"], ["migrate"], ["api", "db"]))

    def test_names_what_has_to_be_there(self):
        stack = Stack(STACK)
        self.assertEqual((stack.secrets, stack.labels), ({"mybudget_key_1"}, {"mybudget.edge=true"}))

    def test_a_stack_may_have_neither_secrets_nor_jobs(self):
        stack = Stack("services: {a: {image: x}}")
        self.assertEqual((stack.first, stack.jobs, stack.rest, stack.secrets, stack.labels), ([], [], ["a"], set(), set()))

    def test_some_services_are_sent_with_everything_they_may_name(self):
        sent = json.loads(Stack(STACK).text(["db"]))
        self.assertEqual(list(sent["services"]), ["db"])
        self.assertEqual(sorted(sent), ["networks", "secrets", "services"])

    def test_a_dollar_sign_is_meant(self):
        self.assertEqual(json.loads(Stack(STACK).text(["api"]))["services"]["api"]["environment"]["PRICE"], "$$5")


class ConfigVersionTests(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "edge.yml").write_text("one")
        self.stack = self.folder / "stack.yml"
        self.stack.write_text("services: {}\nconfigs:\n  edge: {name: '${MYBUDGET_STACK:-mybudget}_edge_${EDGE_SHA:?is a hash}', file: ./edge.yml}\n")

    def test_change_with_the_content(self):
        before = config_versions([self.stack])
        (self.folder / "edge.yml").write_text("two")
        self.assertNotEqual(before, config_versions([self.stack]))
        self.assertRegex(before["EDGE_SHA"], "^[0-9a-f]{12}$")

    def test_an_overlay_names_files_from_where_the_first_stack_file_is(self):
        overlay = Path(self.enterContext(tempfile.TemporaryDirectory())) / "overlay.yml"
        overlay.write_text(self.stack.read_text())
        self.stack.write_text("services: {}\n")
        self.assertIn("EDGE_SHA", config_versions([self.stack, overlay]))

    def test_a_missing_file_is_said(self):
        (self.folder / "edge.yml").unlink()
        with self.assertRaisesRegex(OSError, "edge.yml"):
            config_versions([self.stack])

import contextlib
import io
import json
import unittest

from mybudget_deploy.progress import Failure
from mybudget_deploy.rollout import Rollout, roll_back
from mybudget_deploy.stack import Stack

from .fakes import STACK, Brief, FakeSwarm


class RolloutTests(unittest.TestCase):
    def setUp(self):
        self.said = self.enterContext(contextlib.redirect_stderr(io.StringIO()))

    def deploy(self, image: str = "api:2", **ends: list[str]) -> FakeSwarm:
        """Over an earlier release, which is there with everything."""
        self.swarm = FakeSwarm(**ends)
        for name, job in {"api": False, "db": False, "migrate": True}.items():
            self.swarm.change(name, "api:1", job)
        Rollout(self.swarm, "mybudget", Stack(STACK), 900, Brief).run(image)
        return self.swarm

    def fails(self, code: int, **ends: list[str]) -> FakeSwarm:
        with self.assertRaises(Failure) as caught:
            self.deploy(**ends)
        self.assertEqual(caught.exception.code, code)
        return self.swarm

    def image(self, name: str = "api") -> str:
        return self.swarm.found[name]["Spec"]["TaskTemplate"]["ContainerSpec"]["Image"]

    def test_goes_on_in_three_steps(self):
        self.assertEqual(self.deploy().sent, [["db"], ["migrate"], ["api", "db"]])

    def test_waits_for_an_update_to_end(self):
        self.deploy(api=["updating", "updating", "completed"])
        self.assertEqual(self.image(), "api:2")

    def test_an_earlier_rollback_says_nothing_about_this_deployment(self):
        self.swarm = FakeSwarm()
        for _ in range(2):
            self.swarm.change("api", "api:1", state="rollback_completed")
        Rollout(self.swarm, "mybudget", Stack("services: {api: {image: 'api:2'}}"), 900, Brief).run("api:2")

    def test_a_rollback_by_swarm_ends_with_3_when_it_is_over(self):
        swarm = self.fails(3, api=["updating", "rollback_started", "rollback_started", "rollback_completed"])
        self.assertEqual((swarm.told, swarm.ends["api"]), (["mybudget_api"], ["rollback_completed"]))

    def test_a_database_that_pauses_leaves_the_api_alone(self):
        swarm = self.fails(3, db=["paused"])
        self.assertEqual((swarm.sent, self.image()), ([["db"]], "api:1"))

    def test_what_does_not_come_up_in_time_ends_with_4_and_the_api_is_put_back(self):
        self.fails(4, api=["updating"])
        self.assertEqual(self.image(), "api:1")

    def test_what_never_has_its_tasks_ends_with_4_although_its_update_completed(self):
        self.fails(4, db=["never"])
        self.assertIn("mybudget_db did not come up in time", self.said.getvalue())

    def test_migrations_that_fail_four_times_end_with_5_and_the_api_is_not_touched(self):
        swarm = self.fails(5, migrate_tasks=["failed"] * 4)
        self.assertEqual((swarm.sent, self.image()), ([["db"], ["migrate"]], "api:1"))

    def test_migrations_may_fail_three_times(self):
        self.deploy(migrate_tasks=["complete", "failed", "failed", "failed"])

    def test_another_image_than_the_one_asked_for_ends_with_3(self):
        with self.assertRaisesRegex(Failure, "runs api:2 and not api:3") as caught:
            self.deploy("api:3")
        self.assertEqual(caught.exception.code, 3)

    def test_tasks_of_the_release_before_are_not_what_is_wanted(self):
        swarm = self.deploy()
        service = swarm.service("api")
        service["Spec"]["TaskTemplate"]["ContainerSpec"]["Env"] = ["A=1"]
        self.assertFalse(swarm.as_wanted(service, swarm.counts("mybudget")))

    def test_goes_back_to_the_release_before_or_to_one_that_is_named(self):
        self.deploy()
        roll_back(self.swarm, "mybudget", Brief(1))
        self.assertEqual(self.image(), "api:1")
        roll_back(self.swarm, "mybudget", Brief(1), "api:7")
        self.assertEqual(self.image(), "api:7")

    def test_does_not_go_back_where_there_is_no_api(self):
        with self.assertRaises(Failure) as caught:
            roll_back(FakeSwarm(), "mybudget", Brief(1))
        self.assertEqual(caught.exception.code, 2)

    def test_refuses_before_anything_is_sent_what_would_wait_for_ever(self):
        for secrets, label, missing in (("", "true", "mybudget_key_1"), ("mybudget_key_1", "false", "mybudget.edge=true")):
            swarm = FakeSwarm()
            swarm.asked = {
                ("info", "--format", "{{.Swarm.ControlAvailable}}"): "true\n", ("secret", "ls", "--format", "{{.Name}}"): secrets,
                ("node", "ls", "--quiet"): "one", ("node", "inspect", "one"): json.dumps([{"Spec": {"Labels": {"mybudget.edge": label}}}])}
            with self.subTest(missing), self.assertRaisesRegex(Failure, missing) as caught:
                Rollout(swarm, "mybudget", Stack(STACK), 900, Brief).check()
            self.assertEqual(caught.exception.code, 2)

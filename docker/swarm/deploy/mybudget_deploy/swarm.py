"""What is asked of Docker. Every call ends after a while: the command line itself would wait for ever."""

import json
import subprocess
from collections.abc import Mapping

from .progress import say

# What a container is made of. Swarm leaves out of a task what it has no use for there, so the whole cannot be compared.
PARTS = ("Image", "Command", "Args", "Env", "Mounts", "Secrets", "Configs", "Healthcheck")


class CallFailed(Exception):
    """Docker refused, or did not answer in time."""


class Swarm:
    def __init__(self, settings: Mapping[str, str]):
        self._settings, self._timeout = dict(settings), float(settings.get("SWARM_CALL_TIMEOUT") or 60)

    def call(self, *arguments: str, given: str = "", stderr: int = subprocess.PIPE, timeout: float | None = None) -> str:
        try:
            done = subprocess.run(["docker", *arguments], input=given, stdout=subprocess.PIPE, stderr=stderr, text=True, errors="replace",
                                  env=self._settings, timeout=timeout or self._timeout, check=False)
        except subprocess.TimeoutExpired as late:
            raise CallFailed(f"docker {' '.join(arguments[:2])} did not answer within {late.timeout:g} s") from None
        except OSError as fault:
            raise CallFailed(fault) from None
        if done.returncode:
            raise CallFailed((done.stderr or done.stdout).strip())
        return done.stdout

    def objects(self, *arguments: str) -> list[dict]:
        return json.loads(self.call(*arguments))

    def deploy(self, stack: str, text: str) -> None:
        # Newer command lines would wait otherwise, older ones do not know the option.
        detach = ["--detach=true"] if "--detach" in self.call("stack", "deploy", "--help") else []
        say(self.call("stack", "deploy", "--with-registry-auth", *detach, "-c", "-", stack, given=text).strip())

    def service(self, name: str) -> dict | None:
        try:
            return self.objects("service", "inspect", name)[0]
        except CallFailed:
            return None

    def counts(self, stack: str) -> dict[str, list[str]]:
        """How many tasks of each service run, and how many should."""
        found = {}
        for line in self.call("stack", "services", stack, "--format", "{{.Name}} {{.Replicas}}").splitlines():
            # "mybudget_api 3/3 (max 2 per node)"
            name, replicas = line.split()[:2]
            found[name] = replicas.split("/")
        return found

    def tasks(self, service: str, *filters: str) -> list[dict]:
        ids = self.call("service", "ps", service, "--quiet", "--no-trunc", *filters).split()
        return self.objects("inspect", "--type", "task", *ids) if ids else []

    def running(self, service: str) -> list[dict]:
        return self.tasks(service, "--filter", "desired-state=running")

    def job_states(self, job: dict) -> list[str]:
        """The states of the tasks of a job's newest run."""
        run = _iteration(job.get("JobStatus", {}))
        return [task["Status"]["State"] for task in self.tasks(job["Spec"]["Name"]) if _iteration(task) == run]

    def as_wanted(self, service: dict | None, counts: Mapping[str, list[str]]) -> bool:
        """Whether what runs is what is wanted now, in the number wanted: a service that was just told to change still looks well."""
        if not service or service["Spec"]["Name"] not in counts:
            return False
        if any(mode.endswith("Job") for mode in service["Spec"]["Mode"]):
            return "complete" in self.job_states(service)
        running, wanted = counts[service["Spec"]["Name"]]
        template = _made_of(service["Spec"]["TaskTemplate"])
        return running == wanted and all(_made_of(task["Spec"]) == template for task in self.running(service["Spec"]["Name"]))

    def tell_failures(self, service: str) -> None:
        """What went wrong, in Swarm's words and the service's own."""
        try:
            said = self.call("service", "ps", service, "--no-trunc", "--format", "  {{.Name}} on {{.Node}}: {{.CurrentState}} {{.Error}}")
            say("\n".join(said.splitlines()[:8]))
            failed = [task["ID"] for task in self.tasks(service) if task["Status"]["State"] in ("failed", "rejected")]
            say("  last lines of the log:")
            log = self.call("service", "logs", "--raw", "--tail", "40", [*failed, service][0], stderr=subprocess.STDOUT, timeout=15)
            say("\n".join(f"    {line}" for line in log.splitlines()[-40:]))
        except CallFailed as fault:
            say(f"  {fault}")


def update_of(service: dict | None, before: dict | None = None) -> tuple[str, str]:
    """State and message of the last update. One that had begun before says nothing about ours."""
    then, now = (((holder or {}).get("UpdateStatus") or {}) for holder in (before, service))
    return ("", "") if now.get("StartedAt") == then.get("StartedAt") else (now.get("State", ""), now.get("Message", ""))


def _iteration(holder: dict) -> int:
    return holder.get("JobIteration", {}).get("Index", 0)


def _made_of(spec: dict) -> list:
    container = spec.get("ContainerSpec", {})
    return [container.get(part) or None for part in PARTS] + [spec.get(part) or None for part in ("Resources", "Networks", "ForceUpdate")]

"""Deploys in three steps, each of which waits for the one before: what has to be first, the jobs, the rest. And goes back."""

from collections.abc import Callable, Iterable

from .progress import Failure, Patience, say
from .stack import Stack
from .swarm import CallFailed, Swarm, update_of


class Rollout:
    def __init__(self, swarm: Swarm, name: str, stack: Stack, limit: float, patience: Callable[[float], Patience] = Patience):
        self._swarm, self._name, self._stack, self._patience, self._patience_of = swarm, name, stack, patience(limit), patience
        self._before: dict[str, dict | None] = {}

    def check(self) -> None:
        """A task whose secret or label is missing waits for ever, and says so nowhere."""
        if self._swarm.call("info", "--format", "{{.Swarm.ControlAvailable}}").strip() != "true":
            raise Failure("this engine manages no Swarm: run it on a manager, or set DOCKER_HOST=ssh://...")
        secrets = self._swarm.call("secret", "ls", "--format", "{{.Name}}").split()
        nodes = self._swarm.objects("node", "inspect", *self._swarm.call("node", "ls", "--quiet").split())
        labels = [f"{key}={value}" for node in nodes for key, value in (node["Spec"].get("Labels") or {}).items()]
        if missing := self._stack.secrets.difference(secrets):
            raise Failure(f"these secrets are not there: {' '.join(sorted(missing))}. Make them first: docs/operations/secrets.md", 2)
        if missing := self._stack.labels.difference(labels):
            raise Failure(f"no node has these labels: {' '.join(sorted(missing))}. Label the nodes first: docs/operations/swarm.md", 2)

    def run(self, image: str | None) -> None:
        self._before = {service: self._swarm.service(service) for service in self._full(self._stack.services)}
        if self._stack.first:
            self._send(self._stack.first)
            self._settle(self._full(self._stack.first))
        if self._stack.jobs:
            self._send(self._stack.jobs)
            for job in self._full(self._stack.jobs):
                self._await_job(job)
        self._send(self._stack.rest)
        self._settle(self._full(self._stack.services))
        if image and "api" in self._stack.services:
            tasks = self._swarm.running(f"{self._name}_api")
            found = {task["Spec"]["ContainerSpec"]["Image"] for task in tasks if task["Status"]["State"] == "running"}
            if len(found) != 1 or not found.issubset({image}) and not min(found).startswith(f"{image}@sha256:"):
                raise Failure(f"the API runs {' and '.join(found) or 'nothing'} and not {image}", 3)

    def put_back(self) -> None:
        api = f"{self._name}_api"
        service = self._swarm.service(api)
        # What was not updated is the release before.
        if service and update_of(service, self._before[api]) != ("", ""):
            say("putting the API back to the release before")
            try:
                roll_back(self._swarm, self._name, self._patience_of(300))
            except (Failure, CallFailed) as fault:
                say(f"that did not work: {fault}; look at docker service ps {api}")

    def _full(self, names: Iterable[str]) -> list[str]:
        return [f"{self._name}_{name}" for name in names]

    def _send(self, names: list[str]) -> None:
        say(f"deploying {' '.join(names)}")
        self._swarm.deploy(self._name, self._stack.text(names))

    def _settle(self, services: list[str]) -> None:
        """Waits until the services run what was asked for; puts the API back where they do not."""
        while services := self._unsettled(services):
            if self._patience.over():
                for service in services:
                    say(f"{service} did not come up in time:")
                    self._swarm.tell_failures(service)
                self.put_back()
                raise Failure(f"the time is up, and these are not as asked for: {' '.join(services)}", 4)
            self._patience.pause()

    def _unsettled(self, services: list[str]) -> list[str]:
        try:
            counts = self._swarm.counts(self._name)
            return [service for service in services if not self._has_settled(service, counts)]
        except CallFailed:
            # It is asked again in a moment.
            return services

    def _has_settled(self, name: str, counts: dict[str, list[str]]) -> bool:
        service = self._swarm.service(name)
        state, message = update_of(service, self._before[name])
        if state.startswith("rollback_") or state == "paused":
            say(f"{name}: {state}. {message}")
            self._swarm.tell_failures(name)
            patience = self._patience_of(180)
            while state == "rollback_started" and not patience.over():
                patience.pause()
                state, _ = update_of(self._swarm.service(name))
            raise Failure(f"{name} was not updated; what ran before runs on", 3)
        return state in ("", "completed") and self._swarm.as_wanted(service, counts)

    def _await_job(self, job: str) -> None:
        while True:
            service = self._swarm.service(job)
            states = self._swarm.job_states(service) if service else []
            if "complete" in states:
                return
            # Swarm tries three times; each leaves a task behind.
            if sum(state in ("failed", "rejected") for state in states) > 3 or self._patience.over():
                self._swarm.tell_failures(job)
                raise Failure("the migrations did not complete; the API was not touched", 5)
            self._patience.pause()


def roll_back(swarm: Swarm, name: str, patience: Patience, image: str | None = None) -> None:
    """Puts the API back to the release before, or to one that is named."""
    api = f"{name}_api"
    before = swarm.service(api)
    if not before:
        raise Failure(f"there is no service {api}", 2)
    to = ["update", "--with-registry-auth", "--image", image] if image else ["rollback"]
    swarm.call("service", *to, "--detach", "--quiet", api)
    while not patience.over():
        patience.pause()
        service = swarm.service(api)
        state, message = update_of(service, before)
        if state in ("paused", "rollback_paused"):
            swarm.tell_failures(api)
            raise Failure(f"{api}: {state}. {message}", 3)
        if state in ("completed", "rollback_completed") and swarm.as_wanted(service, swarm.counts(name)):
            say(f"{api} runs {service['Spec']['TaskTemplate']['ContainerSpec']['Image']} again")
            return
    swarm.tell_failures(api)
    raise Failure(f"{api} was not put back in time", 4)

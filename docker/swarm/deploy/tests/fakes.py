"""A Swarm that does what a test says, and a patience that passes without waiting."""

from copy import deepcopy

from mybudget_deploy.stack import Stack
from mybudget_deploy.swarm import CallFailed, Swarm

STACK = """
services:
  api: {image: api:2, environment: {PRICE: "$5"}, deploy: {placement: {constraints: ["node.labels.mybudget.edge == true"]}}}
  db: {image: db:1, deploy: {labels: {mybudget.deploy: first}}}
  migrate: {image: api:2, deploy: {mode: replicated-job}}
secrets:
  key: {name: mybudget_key_1, external: true}
networks: {data: {name: mybudget_data}}
"""


class Brief:
    """Gives up after so many looks, whatever the seconds."""

    def __init__(self, seconds: float):
        self.looks = 20

    def over(self) -> bool:
        return self.looks == 0

    def pause(self) -> None:
        self.looks -= 1


class FakeSwarm(Swarm):
    """Services are what was sent last; `ends` says how an update of one goes on, look by look."""

    def __init__(self, **ends: list[str]):
        super().__init__({})
        self.ends, self.sent, self.told, self.updates, self.asked = ends, [], [], 0, {}
        self.found: dict[str, dict] = {}

    def deploy(self, stack: str, text: str) -> None:
        sent = Stack(text.replace("$$", "$")).services
        self.sent.append(sorted(sent))
        for name, service in sent.items():
            self.change(name, service["image"], job=service.get("deploy", {}).get("mode", "").endswith("job"))

    def change(self, name: str, image: str, job: bool = False, state: str = "completed") -> None:
        self.updates += 1
        before = self.found.get(name)
        status = {"StartedAt": f"{self.updates:04}", "State": state, "Message": "said by Swarm"} if before else None
        self.found[name] = {
            "Spec": {"Name": f"mybudget_{name}", "Mode": {"ReplicatedJob" if job else "Replicated": {}}, "TaskTemplate": {"ContainerSpec": {"Image": image}}},
            "UpdateStatus": status, "JobStatus": {"JobIteration": {"Index": self.updates}}}

    def service(self, name: str) -> dict | None:
        name = name.removeprefix("mybudget_")
        service = deepcopy(self.found.get(name))
        if service and name in self.ends and service["UpdateStatus"]:
            states = self.ends[name]
            service["UpdateStatus"]["State"] = states.pop(0) if len(states) > 1 else states[0]
        return service

    def counts(self, stack: str) -> dict[str, list[str]]:
        return {f"mybudget_{name}": ["0" if self.ends.get(name) == ["never"] else "1", "1"] for name in self.found}

    def tasks(self, service: str, *filters: str) -> list[dict]:
        spec = self.found[service.removeprefix("mybudget_")]
        states = self.ends.get(f"{service.removeprefix('mybudget_')}_tasks", ["complete" if "ReplicatedJob" in spec["Spec"]["Mode"] else "running"])
        return [{"Spec": spec["Spec"]["TaskTemplate"], "Status": {"State": state}, "JobIteration": spec["JobStatus"]["JobIteration"]} for state in states]

    def tell_failures(self, service: str) -> None:
        self.told.append(service)

    def call(self, *arguments: str, **_) -> str:
        if arguments[:2] in (("service", "rollback"), ("service", "update")):
            image = arguments[arguments.index("--image") + 1] if "--image" in arguments else "api:1"
            self.ends.pop("api", None)
            self.change("api", image, state="completed" if "--image" in arguments else "rollback_completed")
            return ""
        if arguments in self.asked:
            return self.asked[arguments]
        raise CallFailed(f"not asked for: {arguments}")

"""The stack as Docker resolves it from its files and settings, and which of its services are deployed when."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

import yaml


def config_versions(files: list[Path]) -> dict[str, str]:
    """A config of Swarm cannot change, so its name carries a hash of its file, which comes from a variable ending in _SHA."""
    versions = {}
    for file in files:
        for config in (yaml.safe_load(file.read_text()).get("configs") or {}).values():
            if variable := re.search(r"\$\{([A-Z0-9_]+_SHA)", config["name"]):
                # As Docker reads them: relative to the first stack file.
                versions[variable[1]] = hashlib.sha256((files[0].parent / config["file"]).read_bytes()).hexdigest()[:12]
    return versions


class Stack:
    """What `docker stack config` says."""

    def __init__(self, text: str):
        self._document = yaml.safe_load(text)
        self.services: dict[str, dict] = self._document["services"]
        #: What everything else waits for: the database.
        self.first = self._where(lambda deploy: deploy.get("labels", {}).get("mybudget.deploy") == "first")
        #: What runs once in each deployment: the migrations.
        self.jobs = self._where(lambda deploy: deploy.get("mode") == "replicated-job")
        #: Everything without the jobs: each deployment of a job runs it again.
        self.rest = [name for name in self.services if name not in self.jobs]

    def _where(self, holds) -> list[str]:
        return [name for name, service in self.services.items() if holds(service.get("deploy", {}))]

    @property
    def secrets(self) -> set[str]:
        return {secret["name"] for secret in self._document.get("secrets", {}).values()}

    @property
    def labels(self) -> set[str]:
        """The labels of nodes that tasks wait for, as label=value."""
        constraints = (text for service in self.services.values() for text in service.get("deploy", {}).get("placement", {}).get("constraints", []))
        return {f"{label[1]}={label[2]}" for text in constraints if (label := re.fullmatch(r"node\.labels\.([^ =]+) == (.+)", text))}

    def text(self, names: Iterable[str]) -> str:
        """The services of these names with all networks, volumes, secrets and configs, in JSON, which is YAML too."""
        services = {name: self.services[name] for name in names}
        # It is read once more: a dollar sign that is left is meant.
        return json.dumps({**self._document, "services": services}, indent=2).replace("$", "$$")

"""Asks the edge what a client would, from where you are."""

import http.client
import socket
import ssl
from collections.abc import Mapping

from .progress import Patience


class Edge:
    def __init__(self, settings: Mapping[str, str]):
        self._host, self._revision = settings["MYBUDGET_HOST"], settings.get("MYBUDGET_REVISION")
        # Where to connect to in place of what the name says, such as 127.0.0.1, and whom to trust.
        self._address, self._trusted = settings.get("SMOKE_ADDRESS") or self._host, settings.get("SMOKE_CACERT") or None
        self._patience = Patience(float(settings.get("SMOKE_TIMEOUT") or 60))

    def problem(self) -> str | None:
        """What is wrong with it and stays so, or nothing."""
        while True:
            try:
                problem = self._look()
            except (OSError, http.client.HTTPException) as fault:
                problem = f"{self._host}: {fault}"
            if not problem or self._patience.over():
                return problem
            self._patience.pause()

    def _look(self) -> str | None:
        ready, headers, _ = self.get("https", "/health/ready")
        if ready != 200:
            return f"https://{self._host}/health/ready: {ready}"
        if not headers.get("Strict-Transport-Security", "").startswith("max-age="):
            return f"https://{self._host} sends no Strict-Transport-Security"
        plain, headers, _ = self.get("http", "/health/ready")
        if plain not in (301, 308) or not headers.get("Location", "").startswith("https://"):
            return f"http://{self._host} does not lead to HTTPS: {plain}"
        if self._revision and f'"{self._revision}' not in self.get("https", "/version")[2]:
            return f"https://{self._host} serves another release"
        metrics, _, _ = self.get("https", "/metrics")
        return None if metrics == 404 else f"https://{self._host}/metrics is open to everybody: {metrics}"

    def get(self, scheme: str, path: str) -> tuple[int, Mapping[str, str], str]:
        with socket.create_connection((self._address, 443 if scheme == "https" else 80), timeout=5) as connected:
            if scheme == "https":
                connected = ssl.create_default_context(cafile=self._trusted).wrap_socket(connected, server_hostname=self._host)
            connection = http.client.HTTPConnection(self._host)
            connection.sock = connected
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode(errors="replace")

import unittest

from mybudget_deploy.edge import Edge

GOOD = {
    ("https", "/health/ready"): (200, {"Strict-Transport-Security": "max-age=63072000"}, ""),
    ("http", "/health/ready"): (308, {"Location": "https://budget.example.org/health/ready"}, ""),
    ("https", "/version"): (200, {}, '{"version":"1.4.0","revision":"abc123def"}'),
    ("https", "/metrics"): (404, {}, ""),
}


class FakeEdge(Edge):
    def __init__(self, answers: dict):
        super().__init__({"MYBUDGET_HOST": "budget.example.org", "MYBUDGET_REVISION": "abc123", "SMOKE_TIMEOUT": "0"})
        self.answers = {**GOOD, **answers}

    def get(self, scheme: str, path: str) -> tuple:
        answer = self.answers[scheme, path]
        if isinstance(answer, Exception):
            raise answer
        return answer


class EdgeTests(unittest.TestCase):
    def test_has_no_problem_when_it_keeps_every_promise(self):
        self.assertIsNone(FakeEdge({}).problem())

    def test_says_which_promise_it_breaks(self):
        for broken, answer, said in (
            (("https", "/health/ready"), (503, {}, ""), "503"),
            (("https", "/health/ready"), ConnectionRefusedError("refused"), "refused"),
            (("https", "/health/ready"), (200, {}, ""), "Strict-Transport-Security"),
            (("http", "/health/ready"), (200, {}, ""), "does not lead to HTTPS"),
            (("http", "/health/ready"), (301, {"Location": "http://elsewhere"}, ""), "does not lead to HTTPS"),
            (("https", "/version"), (200, {}, '{"revision":"fff"}'), "another release"),
            (("https", "/metrics"), (200, {}, ""), "open to everybody"),
        ):
            with self.subTest(said):
                self.assertIn(said, FakeEdge({broken: answer}).problem() or "")

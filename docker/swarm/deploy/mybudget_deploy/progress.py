import sys
import time


class Failure(Exception):
    """Ends the program with a message and an exit code."""

    def __init__(self, message: str, code: int = 1):
        super().__init__(message)
        self.code = code


class Patience:
    """How long something may take, and the pause between two looks."""

    def __init__(self, seconds: float):
        self._until = time.monotonic() + seconds

    def over(self) -> bool:
        return time.monotonic() >= self._until

    def pause(self) -> None:
        time.sleep(2)


def say(text: object) -> None:
    print(text, file=sys.stderr, flush=True)

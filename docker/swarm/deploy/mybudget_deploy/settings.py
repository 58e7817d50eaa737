import os
import subprocess
from pathlib import Path

from .progress import Failure


def read_settings(file: Path) -> dict[str, str]:
    """What a file written for a shell says. What the environment says already wins: a pipeline sets the images there."""
    done = subprocess.run(["bash", "-euc", 'set -a; . "$0"; env -0', str(file.resolve())], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Failure(f"the settings {file} cannot be read", 2)
    return dict(line.split("=", 1) for line in done.stdout.split("\0") if line) | dict(os.environ)

"""One JSON object a line."""

import json
import sys
import threading
from datetime import datetime, timezone

_lock = threading.Lock()


def log(level: str, message: str, **facts: object) -> None:
    line = {"timestamp": datetime.now(timezone.utc).isoformat(timespec="milliseconds"), "level": level, "message": message, **facts}
    with _lock:
        print(json.dumps(line, default=str), file=sys.stdout, flush=True)

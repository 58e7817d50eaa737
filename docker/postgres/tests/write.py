"""write.py SECONDS HOST...: commits one row after another on whichever host is the primary, and says what was acknowledged.

The last line is JSON: rows acknowledged, the longest pause between two acknowledgements in seconds, and the last number written.
"""

import json
import subprocess
import sys
import time

seconds, hosts = float(sys.argv[1]), sys.argv[2:]
password = open("/run/secrets/db_app_password").read().strip()
url = f"postgresql://mybudget_app@{','.join(hosts)}/mybudget?target_session_attrs=read-write&connect_timeout=3"
acknowledged, pauses, last, number = [], [], time.monotonic(), 0
end = last + seconds
process = None
while time.monotonic() < end:
    if process is None or process.poll() is not None:
        process = subprocess.Popen(
            ["psql", "-XqAt", "--set=ON_ERROR_STOP=1", url + "&tcp_user_timeout=3000"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env={"PGPASSWORD": password, "PATH": "/usr/lib/postgresql/17/bin:/usr/bin:/bin"})
    number += 1
    try:
        process.stdin.write(f"insert into acknowledged values ({number}) returning n;\n")
        process.stdin.flush()
        answer = process.stdout.readline().strip()
    except BrokenPipeError:
        answer = ""
    if answer == str(number):
        acknowledged.append(number)
        pauses.append(time.monotonic() - last)
        last = time.monotonic()
    else:
        process.kill()
        process.wait()
        process = None
        time.sleep(0.2)
print(json.dumps({"acknowledged": len(acknowledged), "longestPause": round(max(pauses, default=seconds), 1), "last": acknowledged[-1] if acknowledged else 0}))
with open("/tmp/acknowledged", "w") as file:
    file.write("\n".join(map(str, acknowledged)))

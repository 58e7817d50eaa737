"""enter.py API N: registers somebody with a ledger and records N transactions."""

import json
import sys
import urllib.request
import uuid

api, count = sys.argv[1], int(sys.argv[2])
token = None


def post(path: str, body: dict) -> dict:
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(f"{api}/{path}", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


token = post("auth/register", {"email": f"{uuid.uuid4()}@example.org", "password": "correct horse battery", "displayName": "Ann"})["accessToken"]
ledger = post("ledgers", {"name": "Home", "currency": "EUR"})["id"]
account = post(f"ledgers/{ledger}/accounts", {
    "name": "Cash", "type": "cash", "currency": "EUR", "openingBalance": 100000, "openedOn": "2026-01-01"})["id"]
for number in range(count):
    post(f"ledgers/{ledger}/transactions", {"accountId": account, "date": "2026-11-01", "amount": -100 - number})

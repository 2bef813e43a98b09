#!/usr/bin/env python3
"""10,000 receipts from two cashiers at once, beside bare SQLite commits taken in the same run.

Usage: receipts.py CENTRAL [RECEIPTS]
Each receipt is a payment in cash with its ledger entries, its number and the dossier's event, in one commit. At the end
the numbers have no gap, and the day's books agree.
"""
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import uuid

from intake import UnixConnection, bare_commits, call, example, ready, show

# Payments of one dossier: more than any has, so that no single one is measured.
PARTS = 20


def login(path, account):
    connection = UnixConnection(path)
    status, answer = call(
        connection, "POST", "/oauth/token",
        {"grant_type": "password", "username": account, "password": "tap-huan"}, form=True)
    assert status == 200, answer
    return connection, json.loads(answer)["access_token"]


def main():
    central = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "central.sock")
        with open(os.path.join(folder, "log"), "w") as log:
            process = subprocess.Popen(
                [central, "serve", "--listen", "unix:" + path, "--training",
                 "--database", os.path.join(folder, "central.sqlite")], stderr=log, stdout=log)
        try:
            ready(path, process)
            connection, reception = login(path, "tiepnhan")
            body = example(connection)
            line = {"fee_code": "do", "name": "Khoản đo", "kind": "phi", "basis": "Đo"}
            dossiers = []
            for _ in range(count // PARTS):
                status, answer = call(
                    connection, "POST", "/v1/dossiers", body, reception, key=str(uuid.uuid4()))
                assert status == 201, answer
                dossier = json.loads(answer)["id"]
                status, answer = call(
                    connection, "POST", f"/v1/dossiers/{dossier}/charges",
                    {"lines": [dict(line, amount=1000 * PARTS)], "reason": "Đo"}, reception,
                    key=str(uuid.uuid4()))
                assert status == 201, answer
                dossiers.append(dossier)
            times, numbers, lock = [], [], threading.Lock()

            def desk(account, mine):
                connection, token = login(path, account)
                for dossier in mine:
                    start = time.perf_counter()
                    status, answer = call(
                        connection, "POST", "/v1/payments",
                        {"dossier": dossier, "method": "cash", "amount": 1000}, token, key=str(uuid.uuid4()))
                    elapsed = time.perf_counter() - start
                    assert status == 201, (status, answer)
                    with lock:
                        times.append(elapsed)
                        numbers.append(json.loads(answer)["receipt"]["number"])

            work = [dossier for _ in range(PARTS) for dossier in dossiers]
            threads = [
                threading.Thread(target=desk, args=("thungan", work[0::2])),
                threading.Thread(target=desk, args=("thungan2", work[1::2])),
            ]
            began = time.perf_counter()
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            show(f"{len(work)} receipts from 2 desks", times, time.perf_counter() - began)
            numbers.sort()
            assert numbers == list(range(numbers[0], numbers[0] + len(work))), "a gap or a duplicate"
            connection, token = login(path, "thungan")
            day = json.loads(call(connection, "GET", "/v1/reports/receipts", token=token)[1])
            assert day["rows"][-1]["last"] == numbers[-1], day
            bare_commits(folder, len(work), 4096)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""1,000 dossiers from 20 desks at once, each figure beside bare SQLite commits taken in the same run.

Usage: intake.py CENTRAL [DOSSIERS] [DESKS]
The body sent is the working example of POST /v1/dossiers that the server itself serves in /openapi.yaml.
"""
import copy
import http.client
import json
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid

import yaml


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def call(connection, method, path, body=None, token=None, form=False, key=None, match=None):
    headers = {}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
        body = urllib.parse.urlencode(body) if form else json.dumps(body)
    if token:
        headers["Authorization"] = "Bearer " + token
    if key:
        headers["Idempotency-Key"] = key
    if match:
        headers["If-Match"] = match
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def ready(path, process):
    for _ in range(600):
        if process.poll() is not None:
            sys.exit("central ended before it was ready")
        try:
            if call(UnixConnection(path), "GET", "/readyz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    sys.exit("central was not ready within 30 s")


def example(connection):
    """The body of an intake that the server itself describes."""
    document = yaml.safe_load(call(connection, "GET", "/openapi.yaml")[1])
    content = document["paths"]["/v1/dossiers"]["post"]["requestBody"]["content"]["application/json"]
    return content.get("example") or next(iter(content["examples"].values()))["value"]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def show(name, times, total):
    print(f"{name:38} {len(times) / total:8.0f}/s   p50 {statistics.median(times) * 1000:7.1f} ms   "
          f"p95 {percentile(times, .95) * 1000:7.1f} ms   p99 {percentile(times, .99) * 1000:7.1f} ms")


def bare_commits(folder, count, size):
    """What one durable commit costs on this disk: the floor for a server that promises not to lose one."""
    database = sqlite3.connect(os.path.join(folder, "bare.sqlite"), isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)")
    body, times, began = os.urandom(size), [], time.perf_counter()
    for _ in range(count):
        start = time.perf_counter()
        database.execute("INSERT INTO t (body) VALUES (?)", (body,))
        times.append(time.perf_counter() - start)
    show("bare SQLite, one commit a row", times, time.perf_counter() - began)


def main():
    central = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    desks = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "central.sock")
        began = time.perf_counter()
        with open(os.path.join(folder, "log"), "w") as log:
            process = subprocess.Popen(
                [central, "serve", "--listen", "unix:" + path, "--training",
                 "--database", os.path.join(folder, "central.sqlite")], stderr=log, stdout=log)
        try:
            ready(path, process)
            print(f"first start with 5,000 dossiers: {time.perf_counter() - began:.2f} s")
            connection = UnixConnection(path)
            status, answer = call(
                connection, "POST", "/oauth/token",
                {"grant_type": "password", "username": "tiepnhan", "password": "tap-huan"}, form=True)
            assert status == 200, answer
            token = json.loads(answer)["access_token"]
            sent = example(connection)
            times, codes, lock = [], [], threading.Lock()

            def desk(share):
                mine = UnixConnection(path)
                for _ in range(share):
                    body = copy.deepcopy(sent)
                    start = time.perf_counter()
                    status, answer = call(mine, "POST", "/v1/dossiers", body, token, key=str(uuid.uuid4()))
                    elapsed = time.perf_counter() - start
                    assert status == 201, (status, answer)
                    with lock:
                        times.append(elapsed)
                        codes.append(json.loads(answer)["code"])

            threads = [threading.Thread(target=desk, args=(count // desks,)) for _ in range(desks)]
            began = time.perf_counter()
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            show(f"{count} intakes from {desks} desks", times, time.perf_counter() - began)
            assert len(set(codes)) == len(codes) == count
            with open(f"/proc/{process.pid}/status") as file:
                memory = [line for line in file if line.startswith("VmHWM")][0].split()[1]
            print(f"memory of central: {int(memory) / 1024:.0f} MiB")
            bare_commits(folder, count, len(json.dumps(sent)) * 3)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()

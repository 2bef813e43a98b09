#!/usr/bin/env python3
"""The matrix of bindings of a province with 2,000 procedures and 3,000 officers: opened, turned, filtered; 500 procedures bound
as one act and taken back.

Usage: bindings.py BIN_FOLDER [PROCEDURES] [OFFICERS]
"""
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

from intake import UnixConnection, call, percentile, ready

UNIT = "H26.1.5"
MATRIX = f"/v1/units/{UNIT}/bindings"


def enlarge(path, procedures, officers):
    """Copies of what is there, each procedure with a process of its own, each bound as its model is."""
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    known = database.execute("SELECT * FROM procedures WHERE process IS NOT NULL ORDER BY code").fetchall()

    def insert(table, row, **changes):
        row = {**dict(row), **changes}
        database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values()))

    for index in range(procedures - len(known)):
        model = known[index % len(known)]
        process, code = f"mau-{index}", f"9.{100000 + index}"
        insert("procedures", model, code=code, name=f"{model['name']} {index}", folded=f"{code} {model['folded']} {index}",
               process=process)
        document = json.loads(database.execute(
            "SELECT document FROM catalogue WHERE kind = 'process' AND code = ? AND version = ?",
            (model["process"], model["process_version"])).fetchone()[0])
        document.update(id=process, procedure=code)
        row = database.execute("SELECT * FROM catalogue WHERE kind = 'process' AND code = ? AND version = ?",
                               (model["process"], model["process_version"])).fetchone()
        insert("catalogue", row, code=process, document=json.dumps(document))
        for step in database.execute("SELECT * FROM process_steps WHERE process = ? AND version = ?",
                                     (model["process"], model["process_version"])).fetchall():
            insert("process_steps", step, process=process)
        for binding in database.execute("SELECT * FROM bindings WHERE process = ?", (model["process"],)).fetchall():
            insert("bindings", binding, id=str(uuid.uuid4()), process=process)
    model = database.execute("SELECT * FROM officers WHERE account = 'tiepnhan'").fetchone()
    for index in range(officers):
        officer = str(uuid.uuid4())
        insert("officers", model, id=officer, person="p" + officer, account=f"mau{index}", identity=None, identity_mark=None,
               vneid=None)
        database.execute(
            "INSERT INTO assignments (officer, unit, role, effective_from, id) VALUES (?, ?, ?, '2026-01-05', ?)",
            (officer, f"H26.1.{index % 126}", ["reception", "review", "approval", "clerk"][index % 4], str(uuid.uuid4())))
    database.commit()
    database.close()


def main():
    central = os.path.join(sys.argv[1], "central")
    procedures = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    officers = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
    with tempfile.TemporaryDirectory() as folder:
        path, file = os.path.join(folder, "central.sock"), os.path.join(folder, "central.sqlite")
        log = open(os.path.join(folder, "log"), "w")

        def serve():
            process = subprocess.Popen(
                [central, "serve", "--listen", "unix:" + path, "--training", "--database", file], stderr=log, stdout=log)
            ready(path, process)
            return process

        process = serve()
        process.terminate()
        process.wait()
        enlarge(file, procedures, officers)
        process = serve()
        try:
            connection = UnixConnection(path)
            status, answer = call(connection, "POST", "/oauth/token",
                                  {"grant_type": "password", "username": "quantri", "password": "tap-huan"}, form=True)
            assert status == 200, answer
            token = json.loads(answer)["access_token"]

            def timed(name, target, rounds=20):
                times, size = [], 0
                for _ in range(rounds):
                    start = time.perf_counter()
                    status, answer = call(connection, "GET", target, None, token)
                    times.append((time.perf_counter() - start) * 1000)
                    assert status == 200, answer
                    size = len(json.loads(answer)["items"])
                print(f"{name:42} {size:4} rows   p50 {statistics.median(times):7.2f} ms   p99 {percentile(times, .99):7.2f} ms")
                return json.loads(answer)

            first = timed(f"first page of {procedures}", MATRIX + "?limit=100")
            assert first["total"] == procedures
            timed("the page after it", f"{MATRIX}?limit=100&cursor={first['next_cursor']}")
            timed("two words", MATRIX + "?limit=100&q=khai+sinh")
            timed("a pattern of codes", MATRIX + "?limit=100&code=9.1000*")
            timed("what nobody does", MATRIX + "?limit=100&state=gaps")
            timed("what is not done here", MATRIX + "?limit=100&state=unbound")
            rows, cursor = [], ""
            while len(rows) < 500:
                page = json.loads(call(connection, "GET", f"{MATRIX}?limit=200{cursor}", None, token)[1])
                rows += [row["process"] for row in page["items"]]
                cursor = f"&cursor={page['next_cursor']}"
            plan = {"units": [UNIT], "processes": rows[:500], "template": "assign", "assignee_unit": UNIT,
                    "roles": ["approval"], "sub_deadline": {"amount": 1, "unit": "working_hour"}}

            def post(name, target, body, expected, **headers):
                start = time.perf_counter()
                status, answer = call(connection, "POST", target, body, token, key=str(uuid.uuid4()), **headers)
                elapsed = (time.perf_counter() - start) * 1000
                assert status == expected, (status, answer[:500])
                print(f"{name:42}             {elapsed:11.2f} ms")
                return json.loads(answer)

            post("500 procedures looked at", "/v1/binding-changes?dry_run=true", plan, 200)
            change = post("500 procedures bound, one act", "/v1/binding-changes", plan, 201, match="*")
            assert change["rows"] == 500, change
            post("taken back", f"/v1/binding-changes/{change['id']}:undo", {}, 200)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Queues of a unit with 100,000 open dossiers: over the API, beside the same query in SQLite, and at the desk.

Usage: queue.py BIN_FOLDER [DOSSIERS]
"""
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

from intake import UnixConnection, call, example, percentile, ready
from terminal import Terminal

UNIT = "H26.1.5"
ROUNDS = 15
COLUMNS = """d.id, d.code, d.procedure_name, d.applicant_name, d.status, d.step_name, d.unit, d.holder_unit,
    d.channel, d.submitted_at, d.accepted_at, d.due_at"""
DUE = "COALESCE(d.due_at, 9000000000000)"
BOUND = """(d.unit, d.process, d.step) IN (SELECT b.unit, b.process, b.step FROM bindings b
    JOIN assignments a ON a.role = b.role AND (a.officer = b.officer OR a.unit = b.assignee_unit)
    WHERE a.officer = :officer)"""
# What each queue asks for, and its order; as `InboxKind` has them.
QUEUES = {
    "todo": (f"d.status NOT IN (:pausing) AND (d.assignee IS NULL OR d.assignee = :officer) AND {BOUND}", DUE, "ASC"),
    "new": ("d.status = 1", "d.submitted_at", "ASC"),
    "online": ("d.status = 1 AND d.channel = 2", "d.submitted_at", "ASC"),
    "due_soon": (f"d.status IN (:running) AND {DUE} >= :now AND {DUE} <= :soon", DUE, "ASC"),
    "overdue": (f"d.status IN (:running) AND {DUE} < :now", DUE, "ASC"),
    "waiting_supplement": ("d.status = 5", "d.submitted_at", "ASC"),
    "waiting_payment": ("d.status = 6", "d.submitted_at", "ASC"),
    "waiting_delivery": ("d.status IN (:ended)", "d.submitted_at", "ASC"),
    "mine": ("(d.received_by = :officer OR d.assignee = :officer)", "d.submitted_at", "DESC"),
    "open": ("1 = 1", DUE, "ASC"),
}
# Whose own queues hold few or none among all that are open, beside those of reception, which hold many.
OTHERS = ["tiepnhan2", "thamdinh", "vanthu", "thungan"]
# Narrowed and in other orders; over the API alone.
VARIANTS = ["sort=name", "sort=code&order=desc", "sort=submitted&order=desc", "status=4", "channel=3", "assignee=me",
            "q=nguyen+van+an", "procedure=2.001263&status=6"]


def timed(act):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return times


def text(times):
    return f"{statistics.median(times):8.2f} {percentile(times, .99):8.2f}"


def query(condition, order, direction, after):
    """A page as an index can give it: along the unit's index, then along that of the units that hold it."""
    more = ""
    if after:
        sign = ">" if direction == "ASC" else "<"
        more = f"AND {order} {sign}= :key AND ({order} {sign} :key OR d.id {sign} :id)"
    part = f"""SELECT * FROM (SELECT {COLUMNS}, {order} AS list_key FROM dossiers d
        WHERE %s AND d.ended_at IS NULL AND {condition} {more}
        ORDER BY list_key {direction}, d.id {direction} LIMIT 51)"""
    parts = [part % "d.unit = :unit", part % "d.holder_unit = :unit AND d.unit <> :unit AND d.unit <> d.holder_unit"]
    return f"""SELECT r.*, u.name FROM ({' UNION ALL '.join(parts)}) r LEFT JOIN units u ON u.code = r.unit
        ORDER BY r.list_key {direction}, r.id {direction} LIMIT 51"""


def statuses(database):
    """Which statuses do what to the clock, as the catalogue says."""
    found = {}
    for (document,) in database.execute("SELECT document FROM catalogue WHERE kind = 'status'"):
        status = json.loads(document)
        found.setdefault(status["clock"], []).append(status["code"])
    return {clock: ", ".join(map(str, sorted(codes))) for clock, codes in found.items()}


def server(path, database):
    connection = UnixConnection(path)
    status, answer = call(connection, "POST", "/oauth/token",
                          {"grant_type": "password", "username": "tiepnhan", "password": "tap-huan"}, form=True)
    assert status == 200, answer
    token = json.loads(answer)["access_token"]
    officer = json.loads(call(connection, "GET", "/v1/me", token=token)[1])["officer"]["id"]

    def get(target):
        status, answer = call(connection, "GET", target, token=token)
        assert status == 200, (target, answer)
        return json.loads(answer)

    bare = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    clocks = statuses(bare)
    now = int(time.time())
    values = {"unit": UNIT, "officer": officer, "now": now, "soon": now + 2 * 86_400}
    counts = {item["slug"]: item["count"] for item in get("/v1/inboxes")["items"]}
    print(f"{'queue, 50 a page':28} {'dossiers':>8}  {'API ms p50':>8} {'p99':>8}   {'SQLite ms':>8} {'p99':>8}  ratio")

    def row(name, count, api, sql):
        ratio = f"{statistics.median(api) / max(statistics.median(sql), 0.001):6.1f}" if sql else ""
        print(f"{name:28} {count:>8}  {text(api)}   {text(sql) if sql else '':17} {ratio}", flush=True)

    for slug, (condition, order, direction) in QUEUES.items():
        for name, codes in (("pausing", "pause"), ("running", "run"), ("ended", "stop")):
            condition = condition.replace(":" + name, clocks.get(codes, "0"))
        page = get(f"/v1/inboxes/{slug}")
        first = query(condition, order, direction, None)
        api = timed(lambda: get(f"/v1/inboxes/{slug}"))
        row(slug, counts[slug], api, timed(lambda: bare.execute(first, values).fetchall()))
        if not page["next_cursor"]:
            continue
        for _ in range(20):
            cursor = page["next_cursor"]
            if not cursor:
                break
            page = get(f"/v1/inboxes/{slug}?cursor={urllib.parse.quote(last := cursor)}")
        rows = bare.execute(first, values).fetchall()
        later = {**values, "key": rows[49][12], "id": rows[49][0]}
        next_page = query(condition, order, direction, True)
        api = timed(lambda: get(f"/v1/inboxes/{slug}?cursor={urllib.parse.quote(last)}"))
        row(f"{slug}, further on", "", api, timed(lambda: bare.execute(next_page, later).fetchall()))
    for variant in VARIANTS:
        row(f"open?{variant}"[:28], "", timed(lambda: get(f"/v1/inboxes/open?{variant}")), None)
    for account in OTHERS:
        _, answer = call(connection, "POST", "/oauth/token",
                         {"grant_type": "password", "username": account, "password": "tap-huan"}, form=True)
        token = json.loads(answer)["access_token"]
        theirs = {item["slug"]: item["count"] for item in get("/v1/inboxes")["items"]}
        for slug in ("todo", "mine"):
            row(f"{slug} of {account}", theirs[slug], timed(lambda: get(f"/v1/inboxes/{slug}")), None)
    # Each question is of an officer who was not counted for yet; what is kept is told apart.
    kept = timed(lambda: get("/v1/inboxes"))
    fresh = []
    for account in ["thamdinh2", "lanhdao", "lanhdao2", "thungan2", "congan", "congan2", "kinhte"]:
        status, answer = call(connection, "POST", "/oauth/token",
                              {"grant_type": "password", "username": account, "password": "tap-huan"}, form=True)
        token = json.loads(answer)["access_token"]
        start = time.perf_counter()
        get("/v1/inboxes")
        fresh.append((time.perf_counter() - start) * 1000)
    count = "SELECT COUNT(*) FROM dossiers d WHERE d.unit = :unit AND d.ended_at IS NULL"
    row("counts of ten queues, fresh", "", fresh, timed(lambda: bare.execute(count, values).fetchall()))
    row("counts, kept", "", kept, None)


def desk(binaries, folder, path):
    """What the officer sees: the queue opened, then PageDown and Down through it."""
    home = {"HOME": folder, "XDG_CONFIG_HOME": folder + "/c", "XDG_STATE_HOME": folder + "/s",
            "XDG_DATA_HOME": folder + "/d", "XDG_RUNTIME_DIR": folder}
    terminal = Terminal([os.path.join(binaries, "desk"), "--server", "unix:" + path], home)
    terminal.until("F10")
    terminal.send("tiepnhan\r")
    terminal.send("tap-huan\r")
    terminal.until("Quá hạn")
    terminal.settle(first=2.0, quiet=0.5)
    opened = []
    for _ in range(10):
        terminal.send("\x1b[F")
        terminal.seen = b""
        start = time.perf_counter()
        os.write(terminal.fd, b"\r")
        opened.append((terminal.until(UNIT + "-") - start) * 1000)
        terminal.send("\x1b")
        terminal.settle(first=1.0, quiet=0.3)
    terminal.send("\x1b[F")
    terminal.send("\r")
    terminal.until(UNIT + "-")
    for name, key, count in (("PageDown", "\x1b[6~", 200), ("Down", "\x1b[B", 400)):
        times = [terminal.send(key)[0] for _ in range(count)]
        print(f"desk: {name:24} p50 {statistics.median(times):7.2f} ms   p99 {percentile(times, .99):7.2f} ms   "
              f"max {max(times):7.2f} ms")
    print(f"desk: {'queue opened, first rows':24} p50 {statistics.median(opened):7.2f} ms   max {max(opened):7.2f} ms")
    print(f"desk: memory {terminal.status('VmHWM:') / 1024:.1f} MiB")
    terminal.close()


def live(binaries, folder, path):
    """How long an act of one desk takes to be on the screen of another one, where nobody presses a key.

    On Home, whose counts are over all that is open, and in the queue that the dossier comes into.
    """
    connection = UnixConnection(path)
    status, answer = call(connection, "POST", "/oauth/token",
                          {"grant_type": "password", "username": "tiepnhan", "password": "tap-huan"}, form=True)
    assert status == 200, answer
    token = json.loads(answer)["access_token"]
    body = example(connection)
    home = {"HOME": folder, "XDG_CONFIG_HOME": folder + "/c2", "XDG_STATE_HOME": folder + "/s2",
            "XDG_DATA_HOME": folder + "/d2", "XDG_RUNTIME_DIR": folder}
    terminal = Terminal([os.path.join(binaries, "desk"), "--server", "unix:" + path], home)
    terminal.until("F10")
    terminal.send("tiepnhan\r")
    terminal.send("tap-huan\r")
    terminal.until("Quá hạn")
    terminal.settle(first=2.0, quiet=1.0)
    for place, keys in (("Home", []), ("the queue of mine", ["\x1b[F", "\x1b[A", "\r"])):
        for key in keys:
            terminal.send(key)
        terminal.settle(first=2.0, quiet=1.0)
        times = []
        for _ in range(ROUNDS):
            # The clock of the status line is drawn anew with each minute.
            if time.time() % 60 > 52:
                terminal.settle(first=10.0, quiet=9.0)
            status, answer = call(connection, "POST", "/v1/dossiers", body, token, key=str(uuid.uuid4()))
            done = time.perf_counter()
            assert status == 201, answer
            last, _ = terminal.settle(first=5.0)
            if last is None:
                raise SystemExit(f"an act was never seen on {place}; the screen was:\n{terminal.text()[-2000:]}")
            times.append((last - done) * 1000)
            terminal.settle(first=0.5, quiet=0.5)
        print(f"act seen on {place:20} p50 {statistics.median(times):7.2f} ms   max {max(times):7.2f} ms   (goal 1000)")
    terminal.close()


def main():
    binaries = os.path.abspath(sys.argv[1])
    count = sys.argv[2] if len(sys.argv) > 2 else "100000"
    central = os.path.join(binaries, "central")
    with tempfile.TemporaryDirectory() as folder:
        database, path = os.path.join(folder, "central.sqlite"), os.path.join(folder, "central.sock")
        print(subprocess.run([central, "generate", "--dossiers", count, "--open", "--unit", UNIT, "--database", database],
                             check=True, capture_output=True, text=True).stdout.strip())
        with open(os.path.join(folder, "log"), "w") as log:
            process = subprocess.Popen(
                [central, "serve", "--listen", "unix:" + path, "--training", "--database", database],
                stderr=log, stdout=log)
        try:
            ready(path, process)
            server(path, database)
            desk(binaries, folder, path)
            live(binaries, folder, path)
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()

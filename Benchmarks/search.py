#!/usr/bin/env python3
"""The one search box over very many dossiers: over the API, beside the bare query in SQLite and fzf on a list of names.

Usage: search.py BIN_FOLDER [DOSSIERS] [DATABASE]
A database that is named is kept, and taken as it is where it is there already. Figures are of this run only.
"""
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

from intake import UnixConnection, call, percentile, ready

# Goals in ms at the 99th percentile.
NUMBER, NAME, SIMILAR = 5, 50, 200
COLUMNS = "d.id, d.code, d.procedure_name, d.applicant_name, d.status, d.step_name, d.unit, d.holder_unit, d.due_at"
ACCOUNTS = {"commune": ("tiepnhan", "u:h26.1.5"), "ministry": ("quantribo", None)}


def timed(act, rounds):
    times = []
    for number in range(rounds):
        start = time.perf_counter()
        act(number)
        times.append((time.perf_counter() - start) * 1000)
    return times


class Asked(list):
    """Times in ms, with what the server's processor spent on each question: that is the same on a busy machine."""
    processor = None


def asked(pid, act, rounds):
    before = spent(pid)
    times = Asked(timed(act, rounds))
    times.processor = (spent(pid) - before) / rounds
    return times


def spent(pid):
    """Milliseconds of the processor, all threads that live together."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        except FileNotFoundError:
            pass  # The thread has ended meanwhile.
    return total / 1e6


def row(name, api, bare, goal):
    p99 = percentile(api, .99)
    ratio = f"{statistics.median(api) / max(statistics.median(bare), 0.001):7.1f}" if bare else " " * 7
    other = f"{statistics.median(bare):8.2f} {percentile(bare, .99):8.2f}" if bare else " " * 17
    print(f"{name:44} {statistics.median(api):8.2f} {p99:8.2f} {api.processor:8.2f}   {other} {ratio}   {goal:4} "
          f"{'kept' if p99 < goal else 'MISSED'}", flush=True)


def folded(text):
    import unicodedata
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c))


def slip(word, chance):
    """One letter wrong, as fingers get it."""
    place = chance.randrange(1, len(word) - 1)
    return chance.choice([word[:place] + word[place + 1:], word[:place] + word[place + 1] + word[place] + word[place + 2:],
                          word[:place] + chance.choice("qwxz") + word[place + 1:]])


def token(path, account):
    connection = UnixConnection(path)
    status, answer = call(connection, "POST", "/oauth/token",
                          {"grant_type": "password", "username": account, "password": "tap-huan"}, form=True)
    assert status == 200, answer
    return json.loads(answer)["access_token"]


def memory(pid):
    with open(f"/proc/{pid}/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return int(fields["VmRSS"].split()[0]) / 1024, int(fields["VmHWM"].split()[0]) / 1024


def settle(database, patience=600):
    """Waits until central has reckoned when the waitings of generated dossiers end: it does so after its first start."""
    bare = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    start = time.monotonic()
    while time.monotonic() - start < patience:
        (left,) = bare.execute("SELECT COUNT(*) FROM dossiers WHERE expires_at = 0").fetchone()
        if not left:
            return
        time.sleep(2)
    print(f"central still reckons when {left} waitings end: the figures have that beside them")


def measure(path, database, process):
    bare = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    chance = random.Random(1)
    low, high = bare.execute("SELECT MIN(search_row), MAX(search_row) FROM dossiers").fetchone()

    def some(count, condition="1 = 1"):
        rows = []
        while len(rows) < count:
            found = bare.execute(
                f"SELECT code, applicant_identity, applicant_phone, applicant_name FROM dossiers WHERE search_row >= ? "
                f"AND {condition} AND applicant_identity IS NOT NULL AND applicant_phone IS NOT NULL "
                "ORDER BY search_row LIMIT 1",
                (chance.randint(low, high),)).fetchone()
            if found:
                rows.append(found)
        return rows

    # The commonest pairs of words, of a sample.
    pairs = {}
    for (_, _, _, name) in some(3000):
        words = folded(name).split()
        for pair in {(words[0], words[-1]), (words[0], words[1]), (words[1], words[-1])}:
            if len(pair) == 2:
                pairs[pair] = pairs.get(pair, 0) + 1
    common = [" ".join(p) for p, _ in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))[:40]]
    print(f"the commonest pairs: {', '.join(common[:6])} …")
    print(f"{'':44} {'API ms p50':>8} {'p99':>6} {'CPU':>8}   {'SQLite p50':>8} {'p99':>6}   ratio   goal")
    for who, (account, unit) in ACCOUNTS.items():
        bearer, connection = token(path, account), UnixConnection(path)
        mine = some(300, "+unit = 'H26.1.5'" if unit else "1 = 1")

        def ask(text, more=""):
            status, answer = call(connection, "GET", "/v1/search?limit=50&q=" + urllib.parse.quote(text) + more,
                                  token=bearer)
            assert status == 200, (text, answer)
            return json.loads(answer)

        def by(column, value):
            bare.execute(f"SELECT {COLUMNS} FROM dossiers d WHERE d.{column} = ? ORDER BY +d.search_row DESC LIMIT 51",
                         (value,)).fetchall()

        def words(text, more=""):
            terms = " AND ".join(f'"{word}"' for word in text.split())
            if unit:
                terms += f' AND "{unit}"'
            bare.execute(f"SELECT {COLUMNS} FROM dossier_search CROSS JOIN dossiers d ON d.search_row = "
                         f"dossier_search.rowid WHERE dossier_search MATCH ? ORDER BY dossier_search.rowid DESC LIMIT 51",
                         (terms + more,)).fetchall()

        for number, name in ((0, "code"), (1, "identity number"), (2, "phone")):
            column = ["code", "applicant_identity", "applicant_phone"][number]
            assert ask(mine[0][number])["items"], mine[0]
            row(f"{who}: {name}", asked(process.pid, lambda n: ask(mine[n][number]), len(mine)),
                timed(lambda n: by(column, mine[n][number]), len(mine)), NUMBER)
        rounds = 5 * len(common)
        row(f"{who}: two words, the commonest", asked(process.pid, lambda n: ask(common[n % len(common)]), rounds),
            timed(lambda n: words(common[n % len(common)]), rounds), NAME)
        chosen = [" ".join(folded(p[3]).split()[1:]) for p in mine[:200]]
        row(f"{who}: two words of somebody", asked(process.pid, lambda n: ask(chosen[n]), len(chosen)),
            timed(lambda n: words(chosen[n]), len(chosen)), NAME)
        begun = [text[:-1] for text in common]
        row(f"{who}: the last word begun", asked(process.pid, lambda n: ask(begun[n % len(begun)]), len(begun)), None, NAME)
        row(f"{who}: two words, overdue ones only",
            asked(process.pid, lambda n: ask(common[n % len(common)], "&overdue=true"), len(common)), None, NAME)
        row(f"{who}: two words, a status that is rare",
            asked(process.pid, lambda n: ask(common[n % len(common)], "&status=6"), len(common)), None, NAME)
        wrong = []
        for text in common:
            first, last = text.split()
            wrong.append(slip(first, chance) + " " + last if len(first) > 3 else first + " " + last)
        row(f"{who}: one letter wrong", asked(process.pid, lambda n: ask(wrong[n % len(wrong)]), 3 * len(wrong)), None, SIMILAR)
    now, most = memory(process.pid)
    print(f"central: memory {now:.0f} MiB, at most {most:.0f} MiB (goal 300)")
    return common


def beside_fzf(database, folder, common):
    """What a programmer would do without an index: every name on a line, newest first."""
    names = os.path.join(folder, "names.txt")
    bare = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    with open(names, "w") as out:
        for (name, code) in bare.execute("SELECT applicant_name, code FROM dossiers ORDER BY search_row DESC"):
            out.write(folded(name) + "\t" + code + "\n")
    for text in common[:2]:
        start = time.perf_counter()
        with open(names) as lines:
            subprocess.run(["fzf", "--filter", text, "--no-sort", "--exact"], stdin=lines, stdout=subprocess.DEVNULL)
        print(f"fzf --filter '{text}' --exact --no-sort: {(time.perf_counter() - start) * 1000:.0f} ms")
    os.remove(names)


def main():
    binaries = os.path.abspath(sys.argv[1])
    count = sys.argv[2] if len(sys.argv) > 2 else "1000000"
    central = os.path.join(binaries, "central")
    with tempfile.TemporaryDirectory() as folder:
        database = sys.argv[3] if len(sys.argv) > 3 else os.path.join(folder, "central.sqlite")
        path = os.path.join(folder, "central.sock")
        if not os.path.exists(database):
            print(subprocess.run([central, "generate", "--dossiers", count, "--database", database], check=True,
                                 capture_output=True, text=True).stdout.strip())
        size = os.path.getsize(database)
        print(f"{size / 1e9:.2f} GB, {size / int(count):.0f} bytes for a dossier")
        with open(os.path.join(folder, "log"), "w") as log:
            process = subprocess.Popen(
                [central, "serve", "--listen", "unix:" + path, "--training", "--database", database],
                stderr=log, stdout=log)
        try:
            ready(path, process)
            settle(database)
            common = measure(path, database, process)
        finally:
            process.terminate()
            process.wait()
        beside_fzf(database, folder, common)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs terminal programs on a pseudo-terminal and measures what their user feels.

Every figure of a program stands beside the same figure of programs that users know, taken in the same run
and in turns, so that a slow machine slows all of them. Nothing here passes or fails: it prints.

start    spawn until the marker text is on the screen and the program writes no more, milliseconds
memory   highest resident memory of the process (VmHWM), MiB
key      one key sent until the last byte of its answer, milliseconds (median and 99th percentile), and bytes
flood    many keys sent at once until the last byte of the answer, milliseconds
paste    2,000 characters in brackets until the last byte of the answer, milliseconds
ratio    the median of a key in one program to that of the same key in another, each key sent to both in turns
idle     voluntary context switches of all threads, and bytes written, in five seconds without input in which no
         minute ends: a clock that shows the minute has to be drawn then
"""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time

QUIET = 0.05
ESCAPE = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>]|\x1b\][^\x07]*\x07")


class Terminal:
    """A program on a pseudo-terminal of 80x24."""

    def __init__(self, argv, env=None, cwd=None):
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            if cwd:
                os.chdir(cwd)
            merged = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **(env or {})}
            os.execvpe(argv[0], argv, merged)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def settle(self, first=5.0, quiet=QUIET):
        """Reads until nothing came for `quiet` seconds; returns (time of the last byte, bytes read)."""
        last, count = None, 0
        limit = time.perf_counter() + first
        while True:
            wait = (limit - time.perf_counter()) if last is None else quiet
            if wait <= 0 or not select.select([self.fd], [], [], wait)[0]:
                return last, count
            try:
                chunk = os.read(self.fd, 65536)
            except OSError:
                return last, count
            last = time.perf_counter()
            count += len(chunk)
            self.seen = (self.seen + chunk)[-200_000:]

    def text(self):
        return ESCAPE.sub(b"", self.seen).decode("utf-8", "replace")

    def until(self, marker, limit=20.0):
        """The time at which the last byte of the frame that holds `marker` came."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            last, _ = self.settle(first=0.5)
            if marker in self.text():
                return last or time.perf_counter()
        raise SystemExit(f"the screen never showed {marker!r}; it showed:\n{self.text()[-2000:]}")

    def send(self, data):
        if isinstance(data, str):
            data = data.encode()
        sent = time.perf_counter()
        early, before = None, 0
        while data:
            data = data[os.write(self.fd, data[:4096]):]
            # On a busy machine the answer may be there before the writer gets on.
            while select.select([self.fd], [], [], 0)[0]:
                chunk = os.read(self.fd, 65536)
                early = time.perf_counter()
                before += len(chunk)
                self.seen = (self.seen + chunk)[-200_000:]
        last, count = self.settle(first=QUIET if early else 1.0)
        return ((last or early or sent) - sent) * 1000, count + before

    def status(self, name):
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(name):
                    return int(line.split()[1])
        return 0

    def switches(self):
        """Voluntary context switches so far, by thread."""
        counts = {}
        for task in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{task}/status") as file:
                    counts[task] = sum(int(l.split()[1]) for l in file if l.startswith("voluntary_ctxt"))
            except FileNotFoundError:
                pass  # it ended between the listing and the reading
        return counts

    def wakeups_since(self, before):
        """How often a thread went to sleep again since `before`; one that has ended since woke for that."""
        now = self.switches()
        return sum(count - before.get(task, 0) for task, count in now.items()) + len(before.keys() - now.keys())

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.fd)
        except OSError:
            pass


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def measure_start(program, rounds):
    times, memory = [], []
    for _ in range(rounds):
        terminal = Terminal(program["argv"], program.get("env"), program.get("cwd"))
        last = terminal.until(program["marker"])
        times.append((last - terminal.started) * 1000)
        memory.append(terminal.status("VmHWM:") / 1024)
        terminal.close()
    return times, memory


def measure_keys(program, rounds):
    """One terminal for all the key figures; `enter` brings it to the place that is measured."""
    result = {}
    terminal = Terminal(program["argv"], program.get("env"), program.get("cwd"))
    terminal.until(program["marker"])
    for step, marker in program.get("enter", []):
        terminal.send(step)
        if marker:
            terminal.until(marker)
    for name, keys in program.get("keys", {}).items():
        times, sizes = [], []
        for _ in range(rounds):
            for key in keys:
                elapsed, count = terminal.send(key)
                times.append(elapsed)
                sizes.append(count)
        result[name] = (statistics.median(times), percentile(times, 0.99), statistics.mean(sizes))
    for name, (key, count) in program.get("floods", {}).items():
        result[name] = terminal.send(key * count)[0]
    if "paste" in program:
        result["paste2000"] = terminal.send("\x1b[200~" + program["paste"] + "\x1b[201~")[0]
    if program.get("idle"):
        terminal.settle(first=2.0, quiet=1.0)
        left = 60 - time.time() % 60
        if left < 6:
            terminal.settle(first=left + 1, quiet=left + 1)
        before = terminal.switches()
        _, written = terminal.settle(first=5.0, quiet=5.0)
        result["idle"] = (terminal.wakeups_since(before), written)
    terminal.close()
    return result


def measure_in_turns(programs, keys, rounds):
    """The median milliseconds of a key, by program: each key goes to one after the other, so that what slows the
    machine at that moment slows all of them."""
    terminals = []
    for program in programs:
        terminal = Terminal(program["argv"], program.get("env"), program.get("cwd"))
        terminal.until(program["marker"])
        for step, marker in program.get("enter", []):
            terminal.send(step)
            if marker:
                terminal.until(marker)
        terminals.append(terminal)
    times = [[] for _ in programs]
    for _ in range(rounds):
        for key in keys:
            for place, terminal in enumerate(terminals):
                elapsed, count = terminal.send(key)
                # A key that changes nothing on the screen has no time.
                if count:
                    times[place].append(elapsed)
    for terminal in terminals:
        terminal.close()
    for program, each in zip(programs, times):
        if len(each) < rounds * len(keys) * 0.9:
            raise SystemExit(f"{program['name']} answered {len(each)} of {rounds * len(keys)} keys only")
    return [statistics.median(each) for each in times]


def row(name, cells):
    print("| " + " | ".join([name.ljust(16)] + [str(cell).rjust(16) for cell in cells]) + " |", flush=True)


def report(programs, rounds=5, key_rounds=6):
    names = [program["name"] for program in programs]
    row("", names)
    row("---", ["---"] * len(names))
    starts = {name: ([], []) for name in names}
    for _ in range(rounds):
        for program in programs:
            times, memory = measure_start(program, 1)
            starts[program["name"]][0].extend(times)
            starts[program["name"]][1].extend(memory)
    row("start ms", [f"{statistics.median(starts[n][0]):.1f}" for n in names])
    row("memory MiB", [f"{statistics.median(starts[n][1]):.1f}" for n in names])
    results = {program["name"]: measure_keys(program, key_rounds) for program in programs}
    for name in ("type", "down"):
        cells = []
        for n in names:
            figure = results[n].get(name)
            cells.append(f"{figure[0]:.2f}/{figure[1]:.2f} {figure[2]:.0f}B" if figure else "-")
        row(f"{name} p50/p99", cells)
    for name in ("down500", "paste2000"):
        row(f"{name} ms", [f"{results[n][name]:.1f}" if name in results[n] else "-" for n in names])
    row("idle wake/bytes", ["%d/%d" % results[n]["idle"] if "idle" in results[n] else "-" for n in names])


if __name__ == "__main__":
    sys.exit("Started by Benchmarks/run.sh")

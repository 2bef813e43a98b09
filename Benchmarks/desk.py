#!/usr/bin/env python3
"""desk beside dialog and tig, in one run. Usage: desk.py BIN_FOLDER"""
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading

from terminal import measure_in_turns, report

NAMES = "An Bình Châu Dũng Giang Hà Hải Hạnh Hiếu Hoa Hùng Hương Khánh Lan Linh Long Mai Minh Nam Nga".split()
PASTE = ("0123456789abcdefghijklmnopqrstuvwxyz ABC" * 50)[:2000]
TYPE = list("nguyen van binh") + ["\x7f"] * 15
DOWN = "\x1b[B"
PAGE_DOWN = "\x1b[6~"


def repository(folder):
    """5,000 commits, so that tig has a list to go down in."""
    subprocess.run(["git", "init", "-q", folder], check=True)
    parts = []
    for index in range(1, 5001):
        message = f"Hồ sơ {index}: Nguyễn Văn {NAMES[index % 20]}\n".encode()
        parts.append(b"commit refs/heads/main\nmark :%d\ncommitter bench <bench@localhost> %d +0700\ndata %d\n%s"
                     % (index, 1_700_000_000 + index * 600, len(message), message))
        if index > 1:
            parts.append(b"from :%d\n" % (index - 1))
        parts.append(b"M 100644 inline f%d\ndata 1\nx\n" % (index % 50))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=b"".join(parts), check=True)
    subprocess.run(["git", "symbolic-ref", "HEAD", "refs/heads/main"], cwd=folder, check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)


def form(folder, name, fields, rows):
    """A form of text fields, and of `rows` rows of ten more where there are any; for `desk gallery --form`."""
    groups = [{"id": f"g{first}", "title": f"Nhóm {first // 10 + 1}", "fields": [
        {"id": f"f{index}", "label": f"Trường {index + 1}", "type": "text", "max_length": 200}
        for index in range(first, min(first + 10, fields))]} for first in range(0, fields, 10)]
    if rows:
        groups.append({"id": "hang", "title": "Các dòng", "repeats": {"min": rows, "max": rows}, "fields": [
            {"id": f"h{index}", "label": f"Cột {index + 1}", "type": "text", "max_length": 200}
            for index in range(10)]})
    path = os.path.join(folder, name + ".json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"id": name, "version": 1, "title": f"Biểu mẫu {fields} trường",
                   "pages": [{"id": "trang", "title": "Trang", "groups": groups}]}, file, ensure_ascii=False)
    return path


def silent_server():
    """Accepts and never answers: what a desk meets in the morning while the network is not yet up."""
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(64)
    kept = []

    def accept():
        while True:
            kept.append(server.accept())

    threading.Thread(target=accept, daemon=True).start()
    return server.getsockname()[1]


def main():
    binaries = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        repository(os.path.join(folder, "repo"))
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder + "/c", "XDG_STATE_HOME": folder + "/s",
                "XDG_DATA_HOME": folder + "/d", "XDG_RUNTIME_DIR": folder}
        desk = os.path.join(binaries, "desk")
        dialog = [part for row in range(1, 7)
                for part in (f"Truong {row}:", str(row), "1", "", str(row), "15", "40", "3000")]
        small = {"name": "form of 5", "argv": [desk, "gallery", "--form", form(folder, "nho", 5, 0)], "env": home,
                 "marker": "Trường 5", "keys": {"type": TYPE}, "idle": True}
        large = {"name": "form of 200+200", "argv": [desk, "gallery", "--form", form(folder, "lon", 200, 20)],
                 "env": home, "marker": "Trường 5", "keys": {"type": TYPE}, "idle": True}
        silent = ["--server", f"http://127.0.0.1:{silent_server()}"]
        report([
            {"name": "desk login", "argv": [desk] + silent, "env": home, "marker": "F10",
             "keys": {"type": TYPE}, "paste": PASTE, "idle": True},
            {"name": "desk queue", "argv": [desk], "env": home, "marker": "F10",
             "enter": [("tiepnhan\r", None), ("tap-huan\r", "Quá hạn"), ("\x1b[F", None), ("\r", "Mã hồ sơ")],
             "keys": {"down": [DOWN] * 20}, "floods": {"down500": (DOWN, 500)}, "idle": True},
            small, large,
            {"name": "dialog", "argv": ["dialog", "--form", "Khach hang", "20", "70", "8"] + dialog,
             "marker": "Cancel", "keys": {"type": TYPE}, "paste": PASTE, "idle": True},
            {"name": "tig", "argv": ["tig"], "cwd": os.path.join(folder, "repo"), "marker": "[main]",
             "keys": {"down": [DOWN] * 20}, "floods": {"down500": (DOWN, 500)}, "idle": True},
        ])
        in_rows = {**large, "name": "in its 20 rows of 10", "enter": [(PAGE_DOWN, None)] * 19 + [(PAGE_DOWN, "Cột 1")]}
        few, many, rows = measure_in_turns([small, large, in_rows], TYPE, 6)
        print(f"\nA key in a form of 5 fields: {few:.2f} ms; of 200 fields and 20 rows of 10: {many:.2f} ms, "
              f"ratio {many / few:.2f}; in its rows: {rows:.2f} ms, ratio {rows / few:.2f} (goal: at most 2)")
        if max(many, rows) > 2 * few:
            sys.exit("A key takes more than twice as long in the large form.")


if __name__ == "__main__":
    main()

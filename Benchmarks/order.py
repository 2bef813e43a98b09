#!/usr/bin/env python3
"""Writes the order in which the functions of a released desk stand in its file. Usage: order.py BINARY OUTPUT

Memory is read by pages, and a key that comes after a second of rest finds the processor's caches filled by others: what
counts then is over how many pages the functions are strewn that a start or a key runs through. The linker puts those
named here side by side, the ones of a key first, as far as the compiler lets it: the runtime's and what is public. A name that the program no longer has is passed over, and a
function that is not named stands where it would have stood: the order is never wrong, only more or less good.

Needs valgrind. Start and typing at the login are run, where the time to the screen is measured.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile
import time

from desk import TYPE, silent_server
from terminal import Terminal

FUNCTION = re.compile(r"c?fn=\((\d+)\)(?: (.*))?$")
OBJECT = re.compile(r"c?ob=\((\d+)\)(?: (.*))?$")


def functions(path, binary):
    """The functions of the binary that a profile names as callers or called, in the order of the profile."""
    names, objects, found, inside = {}, {}, {}, False
    for line in open(path, errors="replace"):
        if match := OBJECT.match(line.rstrip("\n")):
            objects[match[1]] = match[2] or objects[match[1]]
            # The object of a callee says nothing about the lines that follow.
            if line.startswith("ob="):
                inside = os.path.basename(objects[match[1]]) == os.path.basename(binary)
        elif match := FUNCTION.match(line.rstrip("\n")):
            names[match[1]] = match[2] or names[match[1]]
            if inside and line.startswith("fn="):
                found[names[match[1]].split("'")[0]] = True
    return [name for name in found if not name.startswith("0x") and name != "(below main)"]


def profile(binary, folder):
    """Two profiles: of the start up to the first key, and of keys."""
    home = {"HOME": folder, "XDG_CONFIG_HOME": folder + "/c", "XDG_STATE_HOME": folder + "/s",
            "XDG_DATA_HOME": folder + "/d", "XDG_RUNTIME_DIR": folder}
    out = os.path.join(folder, "profile")
    terminal = Terminal(
        ["valgrind", "--tool=callgrind", "--demangle=no", "--callgrind-out-file=" + out, binary,
         "--server", f"http://127.0.0.1:{silent_server()}"], home)
    terminal.until("F10", limit=120)
    control = ["callgrind_control", "-d", str(terminal.pid)]
    subprocess.run(control, check=True, stdout=subprocess.DEVNULL)
    for key in TYPE:
        terminal.send(key)
    subprocess.run(control, check=True, stdout=subprocess.DEVNULL)
    terminal.close()
    start, keys = out + ".1", out + ".2"
    end = time.time() + 30
    while not (glob.glob(keys) and "totals:" in open(keys, errors="replace").read()[-200:]):
        if time.time() > end:
            sys.exit("valgrind wrote no profile")
        time.sleep(0.2)
    return functions(keys, binary), functions(start, binary)


def main():
    source, output = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        # valgrind reads the names of functions and stumbles over what Swift writes for debuggers.
        binary = os.path.join(folder, "desk")
        subprocess.run(["objcopy", "--strip-debug", source, binary], check=True)
        keys, start = profile(binary, folder)
    order = list(dict.fromkeys(keys + start))
    with open(output, "w", encoding="utf-8") as file:
        file.write("".join(name + "\n" for name in order))
    print(f"{len(keys)} functions of a key, {len(order)} in all")


if __name__ == "__main__":
    main()

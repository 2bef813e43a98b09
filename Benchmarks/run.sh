#!/usr/bin/env bash
# Prints; judges nothing. Compare within one run only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin="$here/../.build/release"
echo "== Terminal, 80x24, beside programs that users know (key figures: median/99th percentile ms, bytes a key)"
python3 "$here/desk.py" "$bin"
echo
echo "== Intake at the server"
python3 "$here/intake.py" "$bin/central"
echo
echo "== Receipts"
python3 "$here/receipts.py" "$bin/central"
echo
echo "== Queues of a unit with 100,000 open dossiers"
python3 "$here/queue.py" "$bin"
echo
echo "== The matrix of bindings, 2,000 procedures and 3,000 officers"
python3 "$here/bindings.py" "$bin"
echo
echo "== The search box over a million dossiers (ten million: search.py BIN 10000000)"
python3 "$here/search.py" "$bin"

#!/usr/bin/env bash
# Prints every row of the eForm conformance list with the tests that name it. Fails where a row has none.
#
# A test names its rows at the start of its title: @Test("DD-4 …"), @Test("SE-1, SE-2 …").
set -euo pipefail
cd "$(dirname "$0")/.."

titles=$(grep -rhoE --include='*.swift' '@Test\(\s*"[^"]*"' Tests | sed -E 's/^@Test\(\s*"//; s/"$//' ;
    # A title on the line after an @Test( that the formatter broke.
    grep -rhA1 --include='*.swift' -E '@Test\($' Tests | grep -oE '^\s+"[^"]*"' | sed -E 's/^\s+"//; s/"$//' || true)

missing=0
while read -r row; do
    held=$(printf '%s\n' "$titles" | grep -E "^([A-Z]+-[0-9]+,? )*$row[ ,:]" || true)
    if [ -z "$held" ]; then
        printf '%-5s MISSING: no test names it\n' "$row"
        missing=$((missing + 1))
    else
        printf '%s\n' "$held" | sed "1s/^/$(printf '%-5s ' "$row")/; 2,\$s/^/      /" | cut -c1-150
    fi
done < <(grep -oE '^\| [A-Z]+-[0-9]+ ' docs/eform-conformance.md | tr -d '| ')

if [ "$missing" -gt 0 ]; then
    echo "$missing rows of docs/eform-conformance.md are held by no test." >&2
    exit 1
fi

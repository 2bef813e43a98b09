#!/usr/bin/env bash
# Prints every row of the eForm conformance list with the tests that name it. Fails where a row has none.
#
# A test names its rows at the start of its title: @Test("DD-4 …"), @Test("SE-1, SE-2 …"). One that runs on some machines
# only is marked and holds no row by itself; one that is switched off or commented out is none.
set -euo pipefail
cd "$(dirname "$0")/.."

titles=$(find Tests -name '*.swift' -print0 | sort -z | xargs -0 awk '
    FNR == 1 { inside = 0 }
    /^[[:space:]]*\/\// { next }
    /^[[:space:]]*@Test\(/ { inside = 1; text = "" }
    inside {
        text = text " " $0
        if ($0 !~ /func /) next
        inside = 0
        if (text ~ /\.disabled[ (),]/) next
        if (!match(text, /@Test\([[:space:]]*"([^"\\]|\\.)*"/)) next
        title = substr(text, RSTART, RLENGTH)
        sub(/^@Test\([[:space:]]*"/, "", title)
        sub(/"$/, "", title)
        print (text ~ /\.enabled\(/ ? "?" : "+") title
    }')

missing=0
while read -r row; do
    named=$(printf '%s\n' "$titles" | grep -E "^.([A-Z]+-[0-9]+,? )*$row[ ,:]" || true)
    held=$(printf '%s\n' "$named" | grep '^+' | cut -c2- || true)
    some=$(printf '%s\n' "$named" | grep '^?' | sed 's/^?\(.*\)/\1 [on some machines only]/' || true)
    if [ -z "$held" ]; then
        printf '%-5s MISSING: no test names it that always runs\n' "$row"
        missing=$((missing + 1))
    fi
    printf '%s\n%s\n' "$held" "$some" | grep . | sed "1s/^/$(printf '%-5s ' "$row")/; 2,\$s/^/      /" | cut -c1-150 || true
done < <(grep -oE '^\| [A-Z]+-[0-9]+ ' docs/eform-conformance.md | tr -d '| ')

if [ "$missing" -gt 0 ]; then
    echo "$missing rows of docs/eform-conformance.md are held by no test." >&2
    exit 1
fi

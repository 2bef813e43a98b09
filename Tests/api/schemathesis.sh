#!/usr/bin/env bash
# Holds the running server against openapi.yaml from outside: no 5xx, no answer that the description doesn't know.
# Usage: schemathesis.sh [EXAMPLES_PER_OPERATION]
set -euo pipefail
cd "$(dirname "$0")/../.."
examples=${1:-15}
bin=${DESK_BIN_DIR:-.build/debug}
tools=.build-api/venv
[ -x "$tools/bin/schemathesis" ] || {
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet 'schemathesis>=4,<5' openapi-spec-validator
}
"$tools/bin/openapi-spec-validator" openapi.yaml

# One officer each of those whom the policy allows different things, each against a fresh database: what one does must
# not be why another is refused. The token's own revocation would turn every later answer into a 401, so it comes last
# and alone.
folder=$(mktemp -d)
server=
trap 'kill $server 2> /dev/null || true; wait $server 2> /dev/null || true; rm -rf "$folder"' EXIT

run() {
    local account=$1 count=$2
    shift 2
    local port token
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    "$bin/central" serve --listen "127.0.0.1:$port" --training --database "$folder/$account.sqlite" 2> "$folder/log" &
    server=$!
    for _ in $(seq 600); do
        curl --silent --fail --output /dev/null "http://127.0.0.1:$port/readyz" && break
        kill -0 $server || { cat "$folder/log"; exit 1; }
        sleep 0.1
    done
    token=$(curl --silent --fail "http://127.0.0.1:$port/oauth/token" \
        --data "grant_type=password&username=$account&password=tap-huan" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])')
    echo "== $account"
    "$tools/bin/schemathesis" run "http://127.0.0.1:$port/openapi.yaml" \
        --header "Authorization: Bearer $token" "$@" \
        --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
        --max-examples "$count" --generation-deterministic --workers 1 --no-color
    kill $server
    wait $server || true
    server=
}

run tiepnhan "$examples" --exclude-path /v1/stream --exclude-path /oauth/revoke
# The administrators' own operations are tried as hard; what the others may call is mostly the first one's.
for account in quantri quantribo; do
    run "$account" 4 --exclude-path /v1/stream --exclude-path /oauth/revoke
done
for account in thamdinh tongdai; do
    run "$account" 4 --exclude-path /v1/stream --exclude-path /oauth/revoke --phases examples,fuzzing
done
run buuchinh "$examples" --include-path /oauth/revoke

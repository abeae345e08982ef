#!/usr/bin/env bash
# Builds the image of the Dockerfile and uses its server. Where there is no Docker engine, it does the same without one:
# it puts a static program into an empty folder, as the Dockerfile does, and runs it there as the first process.
# The program is built without optimisation then, and with the machine's C library where Rust has no target for musl.
# Without namespaces it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."

log="$(mktemp)"
root="$(mktemp -d)"
server=
container=
cleanup() {
    [[ -z $server ]] || kill -KILL "$server" 2>/dev/null || true
    [[ -z $container ]] || docker rm --force "$container" >/dev/null
    rm -rf "$root" "$log"
}
trap cleanup EXIT

# The argument of an instruction of the last stage: instruction NAME
instruction() {
    sed -n '/^FROM scratch$/,$s/^'"$1"' //p' Dockerfile
}

# Uses the server at an address.
use() {
    python3 - "$1" <<'EOF'
import sys, time, urllib.request

url = sys.argv[1]
for attempt in range(100):
    try:
        urllib.request.urlopen(f"{url}/_fake/now").read()
        break
    except OSError:
        time.sleep(0.1)
token = urllib.request.urlopen(f"{url}/users/getToken", b"imp_key=imp-key&imp_secret=imp-secret").read()
assert b'"access_token"' in token, token
EOF
}

with_docker() {
    docker build --tag portone-v1-fake .
    container=$(docker run --detach --publish 127.0.0.1::8080 portone-v1-fake)
    use "http://$(docker port "$container" 8080/tcp)"
    # Without a handler of the signal, it would be killed after this time.
    docker stop --time 20 "$container" >/dev/null
    [[ $(docker inspect --format '{{.State.ExitCode}}' "$container") == 0 ]]
}

build_static() {
    local musl
    musl="$(uname -m)-unknown-linux-musl"
    local target="${CARGO_TARGET_DIR:-target}"
    local program=(--locked --package portone-v1-fake --bin portone-v1-fake)
    if [[ -d "$(rustc --print target-libdir --target "$musl")" ]]; then
        cargo build "${program[@]}" --target "$musl"
        built="$target/$musl/debug/portone-v1-fake"
    else
        echo "Rust has no target for musl here: the C library is the machine's, static."
        cargo rustc "${program[@]}" -- -C target-feature=+crt-static
        built="$target/debug/portone-v1-fake"
    fi
}

without_docker() {
    local built from to entrypoint user=(--userspec="$(instruction USER)") namespaces=(--fork --pid)
    # Others than root have one user alone there.
    [[ $EUID -eq 0 ]] || { namespaces+=(--map-root-user) && user=(); }
    if ! unshare "${namespaces[@]}" true; then
        echo "Not tested: there is neither a Docker engine, nor a namespace of processes."
        exit 0
    fi
    build_static
    read -r _ from to < <(instruction COPY)
    [[ $(basename "$from") == portone-v1-fake ]]
    install -D "$built" "$root$to"
    chmod 755 "$root"
    mapfile -t entrypoint < <(instruction ENTRYPOINT | python3 -c 'import json, sys; print(*json.load(sys.stdin), sep="\n")')
    # As in a container: the only process, with another user, and nothing but the program to see.
    unshare "${namespaces[@]}" chroot "${user[@]}" "$root" "${entrypoint[@]}" --port 0 >"$log" 2>&1 &
    local unshared=$!
    for _ in {1..200}; do
        ! grep --quiet '^Listening on' "$log" || break
        sleep 0.1
    done
    server=$(tr -d ' ' <"/proc/$unshared/task/$unshared/children")
    [[ -n $server ]] || { cat "$log" && return 1; }
    use "http://127.0.0.1:$(sed -n 's/^Listening on .*:\([0-9]*\)$/\1/p' "$log")"
    kill -TERM "$server"
    wait "$unshared"
    server=
}

if docker version >/dev/null 2>&1; then
    with_docker
else
    without_docker
fi
echo "The image serves, and stops when it is asked to."

#!/usr/bin/env bash
# Compares our verdicts on Rust with those of cargo-semver-checks, for every fixture in tests/diff,
# or for those that are named: .ci/semver.sh [FIXTURE…]
#
# Fails when the tool is stricter. Where it says nothing of a change that is major by our rules, it
# is blind: it compares no types. The tool goes into target/ unless it is there.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.51.0
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
tools="$target/cargo-semver-checks-$version"
pairs="$target/semver"
export PATH="$PATH:$tools/bin"

if ! cargo semver-checks --version 2>/dev/null | grep -qx "cargo-semver-checks $version"; then
    cargo install --quiet --locked --root "$tools" "cargo-semver-checks@$version"
fi

# Writes a workspace with each generated crate once, and pairs.txt: fixture, verdict, before, after.
cargo run --quiet --locked -p portone-v1-tests --example pairs -- "$pairs"

# The API of a package as JSON, which is still unstable and so needs permission.
describe() {
    local json="$pairs/json/$1.json"
    [[ -f "$json" ]] && return
    mkdir -p "$pairs/json"
    (cd "$pairs" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$pairs/target" cargo rustdoc --quiet --lib -p "$1" -- \
        -Zunstable-options --output-format json --document-hidden-items --cap-lints allow)
    mv "$pairs/target/doc/portone_v1.json" "$json"
}

stricter=() blind=()
while IFS=' ' read -r fixture verdict before after; do
    if [[ $# -gt 0 && " $* " != *" $fixture "* ]]; then continue; fi
    if [[ "$before" == "$after" ]]; then continue; fi
    describe "$before"
    describe "$after"
    # Nothing is stricter than major; what is found below it shows that the tool sees the change.
    allowed="$verdict"
    [[ "$verdict" != major ]] || allowed=minor
    status=silent
    if ! cargo semver-checks --baseline-rustdoc "$pairs/json/$before.json" \
        --current-rustdoc "$pairs/json/$after.json" --release-type "$allowed" \
        >"$pairs/$fixture.log" 2>&1; then
        status=found
    fi
    case "$verdict $status" in
        "major silent") blind+=("$fixture") ;;
        "minor found" | "patch found") stricter+=("$fixture") ;;
    esac
    echo "$fixture: $verdict, $status"
done <"$pairs/pairs.txt"

echo "Blind (${#blind[@]}): ${blind[*]:-none}"
echo "Stricter (${#stricter[@]}): ${stricter[*]:-none}"
for fixture in "${stricter[@]}"; do
    cat "$pairs/$fixture.log"
done
[[ ${#stricter[@]} -eq 0 ]]

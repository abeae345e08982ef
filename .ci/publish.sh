#!/usr/bin/env bash
# Uploads the packages of a version that the registry lacks: .ci/publish.sh VERSION
#
# For the release workflow, in a job with the token of the registry. Nothing is compiled here, so no build script of a
# dependency sees the token: `cargo xtask publish --dry-run` has compiled the same commit before, without a token.
# By hand, `cargo xtask publish` does both.
set -euo pipefail
cd "$(dirname "$0")/.."

version="$1"
# Another registry, for tests: its sparse index, and its name in cargo's configuration.
index="${PUBLISH_INDEX:-https://index.crates.io}"
registry="${PUBLISH_REGISTRY:-crates-io}"

# Whether the registry has this version. A crate without any version is no error.
is_published() {
    local entries
    entries=$(curl --silent --show-error --location --max-time 60 "$index/po/rt/$1")
    grep --quiet --fixed-strings "\"vers\":\"$version\"" <<<"$entries"
}

# Each after its dependencies; cargo waits until the registry lists one.
for package in portone-v1-runtime portone-v1 portone-v1-fake; do
    if is_published "$package"; then
        echo "$package $version is published"
    else
        cargo publish --locked --no-verify --registry "$registry" --package "$package"
    fi
done

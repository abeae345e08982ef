#!/usr/bin/env bash
# Packs a built fake server for a release, with its licences: .ci/archive.sh TARGET PROGRAM FOLDER
# cargo-binstall finds the archive by its name.
set -euo pipefail
cd "$(dirname "$0")/.."

target="$1" program="$2" folder="$3"
version=$(sed -n '/^\[workspace.package\]$/,/^$/s/^version = "\(.*\)"/\1/p' Cargo.toml)
name="portone-v1-fake-v$version-$target"

mkdir -p "$folder/$name"
cp "$program" fake/README.md fake/README.ko.md fake/LICENSE-APACHE fake/LICENSE-MIT "$folder/$name/"
tar -C "$folder" -czf "$folder/$name.tar.gz" "$name"
rm -r "${folder:?}/$name"

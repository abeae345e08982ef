#!/usr/bin/env bash
# Uploads the packages for npm that the registry lacks: .ci/publish_npm.sh FOLDER
#
# For the release workflow, in a job that npm trusts. FOLDER is written by fake/npm/pack.mjs; nothing is built or
# run here.
set -euo pipefail

folder="$(realpath "$1")"

# Each after those that it depends on.
for package in "$folder"/portone-v1-fake-* "$folder/portone-v1-fake"; do
    name=$(basename "$package")
    version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$package/package.json")
    tag=latest
    case "$version" in *-*) tag=next ;; esac
    # A package or a version that the registry lacks is an error of this command.
    published=$(npm view "$name@$version" version 2>/dev/null || true)
    if [[ $published == "$version" ]]; then
        echo "$name $version is published"
    else
        npm publish --ignore-scripts --access public --tag "$tag" "$package"
    fi
done

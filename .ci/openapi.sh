#!/usr/bin/env bash
# Validates the OpenAPI document, as JSON, as YAML and as OpenAPI 3.0, with a validator that shares nothing with
# this project. Needs Python 3 with venv; the validator goes into target/.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.9.0
tools="${CARGO_TARGET_DIR:-target}/openapi-spec-validator-$version"
validator="$tools/bin/openapi-spec-validator"

if [[ ! -x "$validator" ]]; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "openapi-spec-validator==$version"
fi

"$validator" --schema 3.1 schema/openapi.json
cargo xtask openapi --format yaml | "$validator" --schema 3.1 -
cargo xtask openapi --spec 3.0 | "$validator" --schema 3.0 -

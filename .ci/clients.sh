#!/usr/bin/env bash
# Clients of PortOne V1 in other languages against the fake server: the programs of fake/README.md, run by its own
# commands, and the operations of another fake server's client. Needs Python 3 with venv, and npm; Java is tested
# where it is installed.
set -euo pipefail
cd "$(dirname "$0")/.."

target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
python="$target/clients-python"
cargo build --locked -p portone-v1-fake
if [[ ! -x "$python/bin/python" ]]; then
    python3 -m venv "$python"
fi
"$python/bin/pip" install --quiet --disable-pip-version-check -r tests/clients/requirements.txt
export FAKE_PROGRAM="$target/debug/portone-v1-fake"
export PYTHON_FOLDER="$python/bin"

cd tests/clients
npm ci --ignore-scripts --no-audit --no-fund
npm test

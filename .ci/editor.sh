#!/usr/bin/env bash
# The JSON Schema of the schema language in the YAML language server that editors run: what it completes, shows
# and reports. Needs npm.
set -euo pipefail
cd "$(dirname "$0")/../tests/editor"

npm ci --ignore-scripts --no-audit --no-fund
npm test

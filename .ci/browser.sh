#!/usr/bin/env bash
# The payment window of the fake server in a real browser, against the shop of examples/checkout. Passes
# where there is no browser and none can be installed. With SCREENSHOTS=FOLDER, it takes the pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

find_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

if ! find_browser >/dev/null; then
    as_root=()
    [[ $EUID -eq 0 ]] || as_root=(sudo -n)
    if command -v apt-get >/dev/null; then
        "${as_root[@]}" apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq \
                --no-install-recommends chromium || true
    fi
fi
if ! CHROMIUM="$(find_browser)" || ! command -v npm >/dev/null; then
    echo "Not tested in a browser: there is no Chromium, or no npm."
    exit 0
fi

cargo build --locked -p portone-v1-fake
cargo build --locked --manifest-path examples/checkout/Cargo.toml --target-dir target
export CHROMIUM
export FAKE_PROGRAM="$PWD/target/debug/portone-v1-fake"
export CHECKOUT_PROGRAM="$PWD/target/debug/portone-v1-checkout"
if [[ -n ${SCREENSHOTS:-} ]]; then
    mkdir -p "$SCREENSHOTS"
    SCREENSHOTS="$(cd "$SCREENSHOTS" && pwd)"
    export SCREENSHOTS
fi

cd tests/browser
npm ci --no-audit --no-fund
npm test

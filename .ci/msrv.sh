#!/usr/bin/env bash
# Checks the published crates with the oldest Rust that they support: that of rustup where it is installed, else
# the one that Debian 12 has, unpacked into target/ and not installed, else one that rustup installs. Without any of
# them it says so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
unpacked="$target/rust-$version"

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

has_rustup() {
    command -v rustup >/dev/null && rustup run "$version" rustc --version >/dev/null 2>&1
}

# Downloads Debian's compiler, with the libraries that this machine lacks.
unpack_debian() {
    command -v apt-get >/dev/null || return 1
    as_root apt-get update -qq || return 1
    local package
    package=$(apt-cache madison rustc-web | awk -v version="$version" '$3 ~ "^" version "\\." { print $3; exit }')
    [[ -n "$package" ]] || return 1
    mkdir -p "$unpacked/archives/partial"
    as_root apt-get install -qq --yes --download-only --no-install-recommends --allow-downgrades \
        -o Dir::Cache::archives="$unpacked/archives" \
        "rustc-web=$package" "cargo-web=$package" "libstd-rust-web-dev=$package" >/dev/null || return 1
    local archive
    for archive in "$unpacked"/archives/*.deb; do
        dpkg-deb -x "$archive" "$unpacked" || return 1
    done
}

if has_rustup; then
    cargo=(rustup run "$version" cargo)
elif [[ -x "$unpacked/usr/bin/cargo" ]] || unpack_debian; then
    libraries="$unpacked/usr/lib/$(uname -m)-linux-gnu:$unpacked/lib/$(uname -m)-linux-gnu"
    cargo=(env "LD_LIBRARY_PATH=$libraries" "RUSTC=$unpacked/usr/bin/rustc" "$unpacked/usr/bin/cargo")
elif command -v rustup >/dev/null && rustup toolchain install "$version" --profile minimal; then
    cargo=(rustup run "$version" cargo)
else
    echo "Not checked: neither rustup nor apt has Rust $version."
    exit 0
fi

"${cargo[@]}" --version
crates=(-p portone-v1-runtime -p portone-v1 -p portone-v1-fake)
"${cargo[@]}" check --locked --target-dir "$target/msrv" "${crates[@]}"
"${cargo[@]}" check --locked --target-dir "$target/msrv" "${crates[@]}" --all-features

//! The dependencies of the commands, whose number determines the time of a first build.

use std::fs;

use crate::xtask;

/// Crates of an HTTP stack; commands that need the network call curl or cargo.
const HTTP_STACK: [&str; 9] =
    ["axum", "hyper", "isahc", "native-tls", "openssl", "reqwest", "rustls", "tokio", "ureq"];

/// Crates that only benchmarks need.
const BENCHMARKS: [&str; 3] = ["divan", "mimalloc", "plotters"];

#[test]
fn the_commands_depend_on_no_http_stack_and_no_benchmarks() {
    let lock = fs::read_to_string(xtask::project().join("xtask/Cargo.lock")).expect("a lock file");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let names: Vec<&str> = names.collect();
    assert!(names.contains(&"portone-v1-generator"), "this is the commands' lock file");
    let is_heavy = |name: &&str| HTTP_STACK.contains(name) || BENCHMARKS.contains(name);
    let found: Vec<_> = names.into_iter().filter(is_heavy).collect();
    assert!(found.is_empty(), "xtask depends on {found:?}, directly or through others");
}

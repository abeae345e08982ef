//! What the commands are built from: they are to be there at once, and to start at once.

use std::fs;

use crate::xtask;

/// An HTTP stack would be most of what is built. What needs the network calls curl or cargo.
const HEAVY: [&str; 9] =
    ["axum", "hyper", "isahc", "native-tls", "openssl", "reqwest", "rustls", "tokio", "ureq"];

#[test]
fn the_commands_carry_no_http_stack() {
    let lock = fs::read_to_string(xtask::project().join("xtask/Cargo.lock")).expect("a lock file");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let names: Vec<&str> = names.collect();
    assert!(names.contains(&"portone-v1-generator"), "this is the commands' lock file");
    let found: Vec<_> = names.into_iter().filter(|name| HEAVY.contains(name)).collect();
    assert!(found.is_empty(), "xtask depends on {found:?}, directly or through others");
}

//! The dependencies of the commands and of the generator, which determine the time of a first build.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::xtask::{self, Run};

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

/// The lines of `cargo tree`: packages, with their features after a bar.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--locked", "--offline", "--prefix", "none", "--format", "{p}|{f}"]);
    let run = Run::of(cargo.args(arguments).current_dir(xtask::project())).expect(0);
    run.out.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
}

fn package(line: &str) -> &str {
    line.split('|').next().unwrap_or(line)
}

/// A crate with other features is another build: the generator would be compiled once for the tests, and
/// once more for their build script.
#[test]
fn the_generator_and_its_dependencies_have_the_same_features_everywhere() {
    let below = tree(&["--package", "portone-v1-generator", "--edges", "normal,build"]);
    let below: BTreeSet<_> = below.iter().map(|line| package(line)).collect();
    assert!(below.len() > 20, "{below:?}");
    // Only with a target does the list tell what is built for build scripts from the rest.
    let builds = ["--workspace", "--edges", "normal,build,dev", "--target", "host-tuple"];
    let builds = tree(&builds);
    let several =
        |line: &&String| builds.iter().filter(|other| package(other) == package(line)).count() > 1;
    let different: Vec<_> =
        builds.iter().filter(|line| below.contains(package(line))).filter(several).collect();
    assert!(different.is_empty(), "equalise these features in tests/Cargo.toml: {different:#?}");
}

/// The tests of this package alone are linked with the same builds as those of the whole workspace.
#[test]
fn the_tests_have_the_same_features_alone_and_in_the_workspace() {
    let edges = ["--edges", "normal,build,dev", "--target", "host-tuple"];
    let alone = tree(&[&["--package", env!("CARGO_PKG_NAME")][..], &edges].concat());
    let all = tree(&[&["--workspace"][..], &edges].concat());
    assert!(alone.len() > 100, "{alone:?}");
    let different: Vec<_> = alone.difference(&all).collect();
    assert!(different.is_empty(), "equalise these features in tests/Cargo.toml: {different:#?}");
}

/// Of what `cargo xtask` has built, a first `cargo test` then builds only the generator again, which is in two workspaces.
#[test]
fn the_commands_and_the_tests_share_the_builds_of_their_dependencies() {
    let edges = ["--edges", "normal,build", "--target", "host-tuple"];
    let commands = tree(&[&["--manifest-path", "xtask/Cargo.toml"][..], &edges].concat());
    let tests = tree(&["--workspace", "--edges", "normal,build,dev", "--target", "host-tuple"]);
    let packages: BTreeSet<_> = tests.iter().map(|line| package(line)).collect();
    let shared: Vec<_> = commands.iter().filter(|line| packages.contains(package(line))).collect();
    assert!(shared.len() > 50, "{shared:?}");
    let different: Vec<_> = shared.into_iter().filter(|line| !tests.contains(*line)).collect();
    assert!(
        different.is_empty(),
        "equalise these in xtask/Cargo.toml or tests/Cargo.toml: {different:#?}"
    );
}

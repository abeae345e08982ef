//! The aliases in `.cargo/config.toml`.

use std::fs;
use std::process::Command;

use portone_v1_tests::run::Run;
use tempfile::TempDir;

use crate::xtask::project;

/// A newcomer's first command compiles for minutes: silence would look like a defect. What a command
/// prints for other programs stays apart from it.
#[test]
fn a_command_that_is_compiled_first_says_so() {
    let folder = TempDir::new().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("the file is written");
    };
    let config = project().join(".cargo/config.toml");
    write(".cargo/config.toml", &fs::read_to_string(config).expect("it is there"));
    for (alias, package) in [("xtask", "xtask"), ("measure", "bench")] {
        let manifest =
            format!("[workspace]\n[package]\nname = \"{package}\"\nedition = \"2024\"\n");
        write(&format!("{package}/Cargo.toml"), &manifest);
        write(&format!("{package}/src/main.rs"), "fn main() { println!(\"a result\"); }");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.arg(alias).current_dir(folder.path()).env("CARGO_NET_OFFLINE", "true");
        let run = Run::of(&mut cargo).expect(0);
        assert_eq!(run.out, "a result\n");
        assert!(run.err.contains(&format!("Compiling {package} ")), "{}", run.err);
    }
}

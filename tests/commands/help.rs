//! `--help`, and invalid arguments.

use crate::xtask;

/// Every command.
pub const COMMANDS: [&str; 13] = [
    "api",
    "check",
    "completions",
    "diff",
    "drift",
    "explain",
    "fake",
    "generate",
    "openapi",
    "package",
    "publish",
    "release",
    "upstream",
];

#[test]
fn help_shows_examples_and_exit_codes() {
    let run = xtask::run(&["--help"]).expect(0);
    assert!(run.out.contains("Exit codes:"), "{}", run.out);
    for command in COMMANDS {
        assert!(run.out.contains(command), "{}", run.out);
        let run = xtask::run(&[command, "--help"]).expect(0);
        let example = format!("Examples:\n  cargo xtask {command}");
        assert!(run.out.contains(&example), "{}", run.out);
    }
}

#[test]
fn invalid_arguments_are_rejected() {
    for arguments in
        [vec!["check", "--chek"], vec!["chek"], vec![], vec!["check", "--color", "red"]]
    {
        let run = xtask::run(&arguments).expect(2);
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_of_the_fake_server_builds_no_server() {
    let run = xtask::run(&["fake", "--help"]).expect(0);
    assert!(run.out.contains("--port") && run.out.contains("Examples:"), "{}", run.out);
    assert!(!run.err.contains("Compiling"), "{}", run.err);
}

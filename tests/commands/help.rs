//! `--help`, and invalid arguments.

use crate::xtask;

#[test]
fn help_shows_examples_and_exit_codes() {
    let run = xtask::run(&["--help"]).expect(0);
    assert!(run.out.contains("Exit codes:"), "{}", run.out);
    for command in ["check", "diff", "explain", "generate", "openapi"] {
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

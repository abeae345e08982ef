//! `--help`, and what is no argument.

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
fn what_is_no_argument_is_refused() {
    for arguments in
        [vec!["check", "--chek"], vec!["chek"], vec![], vec!["check", "--color", "red"]]
    {
        let run = xtask::run(&arguments).expect(2);
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn benchmarks_show_examples_too() {
    for command in ["calls", "generation", "growth"] {
        let run = xtask::run(&["bench", command, "--help"]).expect(0);
        let example = format!("Examples:\n  cargo xtask bench {command}");
        assert!(run.out.contains(&example), "{}", run.out);
    }
    for command in ["compile", "peers"] {
        let run = xtask::run(&["bench", command, "--help"]).expect(0);
        assert!(run.out.contains("Examples:\n  cargo xtask bench peers"), "{}", run.out);
    }
    xtask::run(&["bench", "generation", "--rounds", "0"]).expect(2);
}

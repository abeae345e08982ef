//! The help of the commands.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::process::Command;

fn measure(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_portone-v1-bench")).args(arguments).output();
    let output = output.expect("the program is built");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_command_shows_examples() {
    let (code, help) = measure(&["--help"]);
    assert_eq!(code, Some(0));
    assert!(help.contains("Exit codes:"), "{help}");
    for command in ["calls", "compile", "generation", "growth", "journal", "peers"] {
        assert!(help.contains(&format!("  {command} ")), "{help}");
        let (code, help) = measure(&[command, "--help"]);
        assert_eq!(code, Some(0));
        assert!(help.contains("Examples:\n  cargo measure "), "{help}");
    }
}

#[test]
fn invalid_arguments_are_rejected() {
    for arguments in [&["generation", "--rounds", "0"][..], &["generations"], &[]] {
        assert_eq!(measure(arguments).0, Some(2), "{arguments:?}");
    }
}

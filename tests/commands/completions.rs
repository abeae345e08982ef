//! `cargo xtask completions`

use std::process::Command;

use portone_v1_tests::run::Run;

use crate::help::COMMANDS;
use crate::xtask;

/// A completion of cargo that was there before.
const BEFORE: &str = "cargo_before() { COMPREPLY=(before); }; complete -F cargo_before cargo\n";

/// Prints the completions of its arguments, the last of which is the one to complete.
const COMPLETE: &str = r#"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
function=$(complete -p cargo | sed 's/.* -F \([^ ]*\) .*/\1/')
"$function" cargo "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
echo "${COMPREPLY[*]}"
"#;

fn script(shell: &str) -> String {
    xtask::run(&["completions", shell]).expect(0).out
}

/// The completions of a line in bash, where the script was read twice.
fn completions(script: &str, line: &str) -> Vec<String> {
    let whole = [BEFORE, script, script, COMPLETE].concat();
    let mut bash = Command::new("bash");
    bash.args(["--norc", "-c", &whole, "bash"]).args(line.split(' '));
    Run::of(&mut bash).expect(0).out.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    let script = script("bash");
    assert_eq!(completions(&script, "cargo xtask ch"), ["check"]);
    assert_eq!(completions(&script, "cargo xtask drift --fi"), ["--fix"]);
    assert_eq!(completions(&script, "cargo xtask diff --format g"), ["github"]);
    let all = completions(&script, "cargo xtask ");
    COMMANDS.iter().for_each(|command| assert!(all.iter().any(|word| word == command), "{all:?}"));
}

#[test]
fn bash_completes_other_words_of_cargo_as_before() {
    let script = script("bash");
    for line in ["cargo b", "cargo xt", "cargo build xtask"] {
        assert_eq!(completions(&script, line), ["before"], "{line}");
    }
}

#[test]
fn every_shell_knows_every_command() {
    for (shell, hook) in
        [("bash", " cargo\n"), ("fish", "complete -c cargo"), ("zsh", "_cargo-xtask()")]
    {
        let script = script(shell);
        assert!(script.contains(hook), "{script}");
        COMMANDS.iter().for_each(|command| assert!(script.contains(command), "{shell}: {command}"));
    }
    xtask::run(&["completions", "tcsh"]).expect(2);
}

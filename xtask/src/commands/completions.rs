//! `cargo xtask completions`: a script that completes the commands in a shell.

use anstream::print;
use clap::{Args, ValueEnum};
use clap_complete::generate;

use crate::outcome::Outcome;

/// Prints a script for a shell that completes commands and options behind `cargo xtask`.
///
/// Everything else behind `cargo` is completed as before.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask completions bash > ~/.cargo-xtask.bash   # and in ~/.bashrc: source ~/.cargo-xtask.bash
  cargo xtask completions fish > ~/.config/fish/conf.d/cargo-xtask.fish
  cargo xtask completions zsh > ~/.cargo-xtask.zsh     # and in ~/.zshrc: source ~/.cargo-xtask.zsh")]
pub struct CompletionsArguments {
    /// The shell.
    shell: Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    Bash,
    Fish,
    Zsh,
}

/// The name in the scripts of clap, which complete a program: `cargo xtask` is two words.
const PROGRAM: &str = "xtask";

/// Calls of cargo go to the script of clap without their first word, if the next one is `xtask`.
const BASH: &str = r#"
declare -F _completion_loader >/dev/null && _completion_loader cargo
_cargo_completion=$(complete -p cargo 2>/dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
[[ $_cargo_completion == _cargo_with_xtask ]] || _cargo_without_xtask=$_cargo_completion
_cargo_with_xtask() {
    if [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} == xtask ]]; then
        COMP_WORDS=("${COMP_WORDS[@]:1}")
        COMP_CWORD=$((COMP_CWORD - 1))
        _xtask xtask "$2" "$3"
    elif [[ -n $_cargo_without_xtask ]]; then
        "$_cargo_without_xtask" "$@"
    fi
}
complete -o bashdefault -o default -F _cargo_with_xtask cargo
"#;

const FISH: &str = r#"
complete -c cargo -n "__fish_seen_subcommand_from xtask" -f \
    -a '(complete -C (commandline -cp | string replace -r "^.*?cargo +xtask" xtask))'
"#;

/// cargo's own completion calls a function of this name.
const ZSH: &str = r#"
_cargo-xtask() { _xtask "$@" }
"#;

/// Runs the command; `command` is `cargo xtask` itself.
pub fn run(arguments: &CompletionsArguments, mut command: clap::Command) -> Outcome {
    let (shell, addition) = match arguments.shell {
        Shell::Bash => (clap_complete::Shell::Bash, BASH),
        Shell::Fish => (clap_complete::Shell::Fish, FISH),
        Shell::Zsh => (clap_complete::Shell::Zsh, ZSH),
    };
    let mut script = Vec::new();
    generate(shell, &mut command, PROGRAM, &mut script);
    print!("{}{addition}", String::from_utf8_lossy(&script));
    Outcome::Clean
}

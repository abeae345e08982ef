//! `cargo xtask explain`: prints the explanation of a diagnostic code or a diff rule.

use anstream::println;
use anyhow::bail;
use clap::Args;
use portone_v1_generator::diagnostics::{codes, nearest};
use portone_v1_generator::diff::{RULES, rules};

use crate::outcome::Outcome;

/// Explains a diagnostic by its code or a rule of `diff` by its id, or lists all of them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask explain E012
  cargo xtask explain request-parameter-now-required
  cargo xtask explain")]
pub struct ExplainArguments {
    /// A code or a rule [default: list all of them].
    code: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &ExplainArguments) -> anyhow::Result<Outcome> {
    match &arguments.code {
        Some(id) => explain(id)?,
        None => list(),
    }
    Ok(Outcome::Clean)
}

fn explain(id: &str) -> anyhow::Result<()> {
    if let Some(code) = codes::find(id) {
        println!("{}: {}\n\n{}", code.id, code.title, code.explanation.trim_end());
    } else if let Some(rule) = rules::find(id) {
        println!("{}", rule.explanation());
    } else {
        bail!(
            "unknown code or rule `{id}`{}\n  help: `cargo xtask explain` lists all of them",
            near(id)
        );
    }
    Ok(())
}

fn near(id: &str) -> String {
    let known = codes::ALL.iter().map(|code| code.id).chain(RULES.iter().map(|rule| rule.id));
    nearest(id, known).map(|near| format!(" (did you mean `{near}`?)")).unwrap_or_default()
}

fn list() {
    for code in codes::ALL {
        println!("{}  {}", code.id, code.title);
    }
    println!();
    for rule in RULES {
        println!("{}  {}", rule.id, rule.what);
    }
}

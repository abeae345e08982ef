//! `cargo xtask explain`: the long text of a code or a rule.

use anstream::println;
use anyhow::bail;
use clap::Args;
use portone_v1_generator::diagnostics::{codes, nearest};
use portone_v1_generator::diff::{RULES, rules};

use crate::Outcome;

/// Explains a mistake by its code or a rule of `diff` by its id, or lists all of them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask explain E012
  cargo xtask explain request-parameter-now-required
  cargo xtask explain")]
pub struct Arguments {
    /// The code or the rule; all are listed when it is left out.
    code: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
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
            "there is no code or rule `{id}`{}\n  help: `cargo xtask explain` lists all of them",
            near(id)
        );
    }
    Ok(())
}

fn near(id: &str) -> String {
    let known = codes::ALL.iter().map(|code| code.id).chain(RULES.iter().map(|rule| rule.id));
    nearest(id, known).map(|near| format!(" (`{near}` is near)")).unwrap_or_default()
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

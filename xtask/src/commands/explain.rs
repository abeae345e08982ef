//! `cargo xtask explain`: the long text of a code.

use anstream::println;
use anyhow::bail;
use clap::Args;
use portone_v1_generator::diagnostics::{codes, nearest};

use crate::Outcome;

/// Explains a mistake by its code, or lists all codes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask explain E012
  cargo xtask explain")]
pub struct Arguments {
    /// The code; all are listed when it is left out.
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
    let Some(code) = codes::find(id) else {
        let known = codes::ALL.iter().map(|code| code.id);
        let near = nearest(&id.to_uppercase(), known).map(|near| format!(" (`{near}` is near)"));
        let near = near.unwrap_or_default();
        bail!("there is no code `{id}`{near}\n  help: `cargo xtask explain` lists all of them");
    };
    println!("{}: {}\n\n{}", code.id, code.title, code.explanation.trim_end());
    Ok(())
}

fn list() {
    for code in codes::ALL {
        println!("{}  {}", code.id, code.title);
    }
}

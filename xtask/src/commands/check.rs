//! `cargo xtask check`: validates the schema.

use anstream::println;
use clap::Args;

use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;
use crate::schema;

/// Reports every error in the schema and writes nothing.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask check
  cargo xtask check --schema /tmp/experiment")]
pub struct CheckArguments {}

/// Runs the command.
pub fn run(paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let sources = schema::sources(paths)?;
    let Some(api) = schema::pinned_model(&sources, paths)? else { return Ok(Outcome::Findings) };
    let operations = count(api.operation_count(), "operation");
    let sections = count(api.sections.len(), "section");
    let types = count(api.types.len(), "type");
    println!("schema OK: {operations} in {sections}, {types}");
    Ok(Outcome::Clean)
}

//! `cargo xtask check`: is the schema sound?

use anstream::println;
use clap::Args;

use crate::place::Place;
use crate::{Outcome, schema};

/// Finds every mistake in the schema; writes nothing.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask check
  cargo xtask check --schema /tmp/experiment")]
pub struct Arguments {}

/// Runs the command.
pub fn run(place: &Place) -> anyhow::Result<Outcome> {
    let Some(api) = schema::read(place)? else { return Ok(Outcome::Findings) };
    let (operations, sections, types) =
        (api.operation_count(), api.sections.len(), api.types.len());
    println!("the schema is sound: {operations} operations in {sections} sections, {types} types");
    Ok(Outcome::Clean)
}

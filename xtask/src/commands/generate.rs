//! `cargo xtask generate`: the schema as a crate.

use std::fs;
use std::time::Instant;

use anstream::{print, println};
use anyhow::Context;
use clap::Args;
use portone_v1_generator::model::Api;
use portone_v1_generator::origin::Origin;
use portone_v1_generator::output::{Kind, Plan, Target};
use portone_v1_generator::source::Sources;

use crate::place::{CONTRACT, Place};
use crate::{Outcome, schema};

/// Writes the crate `portone-v1`, the OpenAPI document, the JSON Schema that editors use, and what the
/// fake server knows of the schema.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask generate
  cargo xtask generate --check          # in CI: is everything up to date?
  cargo xtask generate --out /tmp/crate")]
pub struct Arguments {
    /// Write nothing: print the differences, and exit with 1 when there are any.
    #[arg(long)]
    pub check: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let start = Instant::now();
    let sources = schema::sources(place)?;
    let Some(api) = schema::model(&sources) else { return Ok(Outcome::Findings) };
    let plan = plan(&api, &origin(&sources, place)?, place)?;
    if arguments.check && plan.changed() > 0 {
        return Ok(stale(&plan));
    }
    plan.apply().context("nothing was changed: the crate could not be written")?;
    report(&plan);
    summarize(arguments, &api, &plan, start);
    Ok(Outcome::Clean)
}

fn summarize(arguments: &Arguments, api: &Api, plan: &Plan, start: Instant) {
    if arguments.check {
        println!("everything is up to date: {} files", plan.same());
        return;
    }
    println!(
        "{} operations, {} types: {} files changed, {} the same, in {} ms",
        api.operation_count(),
        api.types.len(),
        plan.changed(),
        plan.same(),
        start.elapsed().as_millis()
    );
}

/// Before the first `cargo xtask upstream pin`, there is no lock.
fn origin(sources: &Sources, place: &Place) -> anyhow::Result<Origin> {
    let path = place.schema().join("upstream.lock");
    let lock = path.exists().then(|| fs::read_to_string(&path)).transpose();
    let failed = || format!("{} cannot be read", path.display());
    let lock = lock.with_context(failed)?;
    Origin::of(sources, lock.as_deref()).with_context(failed)
}

fn plan(api: &Api, origin: &Origin, place: &Place) -> anyhow::Result<Plan> {
    let (generated, others) =
        rayon::join(|| generated(api, origin, place), || for_others(api, place));
    Ok(generated?.and(others?))
}

fn generated(api: &Api, origin: &Origin, place: &Place) -> anyhow::Result<Plan> {
    let files = portone_v1_generator::package(api, origin)
        .context("the generator wrote something that is not Rust: please report this")?;
    Ok(Plan::new(&place.out(), files, true)?)
}

/// What other programs know of the schema.
fn for_others(api: &Api, place: &Place) -> anyhow::Result<Plan> {
    let files = vec![
        target("schema.json", portone_v1_generator::json_schema()),
        target("openapi.json", portone_v1_generator::openapi::json(api)),
    ];
    let plan = Plan::new(&place.schema(), files, false)?;
    let Some(fake) = place.fake() else { return Ok(plan) };
    let contract = target(CONTRACT, portone_v1_generator::contract::json(api));
    Ok(plan.and(Plan::new(&fake, vec![contract], false)?))
}

fn target(path: &str, text: String) -> Target {
    Target { path: path.to_owned(), text }
}

fn stale(plan: &Plan) -> Outcome {
    print!("{}", plan.diff());
    let (count, plural) = (plan.changed(), if plan.changed() == 1 { " is" } else { "s are" });
    anstream::eprintln!("{count} file{plural} not up to date\n  help: run `cargo xtask generate`");
    Outcome::Findings
}

fn report(plan: &Plan) {
    for change in &plan.changes {
        let word = match change.kind {
            Kind::Same => continue,
            Kind::Add { .. } => "add",
            Kind::Change { .. } => "change",
            Kind::Delete { .. } => "delete",
        };
        println!("{word:>8} {}", change.shown);
    }
}

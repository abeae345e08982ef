//! `cargo xtask generate`: writes the crate and everything else that is derived from the schema.

use std::time::Instant;

use anstream::{print, println};
use anyhow::Context;
use clap::Args;
use portone_v1_generator::model::Api;
use portone_v1_generator::output::{Kind, Plan, Target};
use portone_v1_generator::provenance::Provenance;

use crate::optional_file::text_of;
use crate::outcome::Outcome;
use crate::project_paths::{CONTRACT, ProjectPaths};
use crate::quantity::count;
use crate::schema;

/// Writes the crate `portone-v1`, the OpenAPI document, the JSON Schema for editors, and the contract of
/// the fake server.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask generate
  cargo xtask generate --check          # in CI: fail if a file is not up to date
  cargo xtask generate --out /tmp/crate")]
pub struct GenerateArguments {
    /// Print the differences instead of writing, and exit with 1 if there are any.
    #[arg(long)]
    pub check: bool,
}

/// Runs the command.
pub fn run(arguments: &GenerateArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let start = Instant::now();
    let sources = schema::sources(paths)?;
    let Some(api) = schema::pinned_model(&sources, paths)? else { return Ok(Outcome::Findings) };
    let plan = plan(&api, provenance(paths)?.as_ref(), paths)?;
    if arguments.check && plan.changed() > 0 {
        return Ok(stale(&plan));
    }
    plan.apply(&paths.stages()).context("the crate could not be written; no file was changed")?;
    report(&plan);
    summarize(arguments, &api, &plan, start);
    Ok(Outcome::Clean)
}

fn summarize(arguments: &GenerateArguments, api: &Api, plan: &Plan, start: Instant) {
    if arguments.check {
        println!("up to date: {}", count(plan.same(), "file"));
        return;
    }
    println!(
        "{}, {}: {} changed, {} unchanged, in {} ms",
        count(api.operation_count(), "operation"),
        count(api.types.len(), "type"),
        count(plan.changed(), "file"),
        plan.same(),
        start.elapsed().as_millis()
    );
}

/// The provenance of the crate; the lock is missing before the first `cargo xtask upstream pin`.
fn provenance(paths: &ProjectPaths) -> anyhow::Result<Option<Provenance>> {
    let path = paths.schema().join("upstream.lock");
    let lock = text_of(&path)?.map(|lock| Provenance::of(&lock)).transpose();
    lock.with_context(|| format!("{} cannot be read", path.display()))
}

fn plan(api: &Api, provenance: Option<&Provenance>, paths: &ProjectPaths) -> anyhow::Result<Plan> {
    let (generated, others) =
        rayon::join(|| generated(api, provenance, paths), || documents(api, paths));
    Ok(generated?.and(others?))
}

fn generated(
    api: &Api,
    provenance: Option<&Provenance>,
    paths: &ProjectPaths,
) -> anyhow::Result<Plan> {
    let files = portone_v1_generator::package(api, provenance)
        .context("the generator wrote invalid Rust: please report this")?;
    Ok(Plan::new(&paths.out(), files, true)?)
}

/// The documents derived from the schema.
fn documents(api: &Api, paths: &ProjectPaths) -> anyhow::Result<Plan> {
    let files = vec![
        target("schema.json", portone_v1_generator::json_schema(api)),
        target("openapi.json", portone_v1_generator::openapi::json(api)),
    ];
    let plan = Plan::new(&paths.schema(), files, false)?;
    let Some(fake) = paths.fake() else { return Ok(plan) };
    let contract = target(CONTRACT, portone_v1_generator::contract::json(api));
    Ok(plan.and(Plan::new(&fake, vec![contract], false)?))
}

fn target(path: &str, text: String) -> Target {
    Target { path: path.to_owned(), text }
}

fn stale(plan: &Plan) -> Outcome {
    print!("{}", plan.diff());
    let files = count(plan.changed(), "file");
    anstream::eprintln!("not up to date: {files}\n  help: run `cargo xtask generate`");
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

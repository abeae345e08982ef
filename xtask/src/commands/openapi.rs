//! `cargo xtask openapi`: the schema for everyone else's tools.

use std::path::{Path, PathBuf};

use anstream::eprintln;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use portone_v1_generator::model::Api;
use portone_v1_generator::output::{Plan, Target};

use crate::place::Place;
use crate::{Outcome, print, schema};

/// Prints the whole schema as an OpenAPI 3.1 document.
///
/// `schema/openapi.json` is the same as JSON; `cargo xtask generate` keeps it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask openapi
  cargo xtask openapi --format yaml
  cargo xtask openapi --format yaml --output /tmp/portone-v1.yaml")]
pub struct Arguments {
    /// JSON or YAML.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Write to this file, not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Json,
    Yaml,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let Some(api) = schema::read(place)? else { return Ok(Outcome::Findings) };
    let text = text(&api, arguments.format)?;
    match &arguments.output {
        Some(path) => write(path, text)?,
        None => print::print(&text).context("the document could not be printed")?,
    }
    Ok(Outcome::Clean)
}

fn text(api: &Api, format: Format) -> anyhow::Result<String> {
    match format {
        Format::Json => Ok(portone_v1_generator::openapi::json(api)),
        Format::Yaml => portone_v1_generator::openapi_yaml(api)
            .context("the generator wrote something that is not YAML: please report this"),
    }
}

fn write(path: &Path, text: String) -> anyhow::Result<()> {
    let Some(name) = path.file_name() else { bail!("{} names no file", path.display()) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let target = Target { path: name.to_string_lossy().into_owned(), text };
    let failed = || format!("{} could not be written", path.display());
    let plan = Plan::new(folder, &[target], false).with_context(failed)?;
    plan.apply().with_context(failed)?;
    let word = if plan.changed() == 0 { "up to date" } else { "written" };
    eprintln!("{word}: {}", path.display());
    Ok(())
}

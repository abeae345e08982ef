//! `cargo xtask openapi`: the schema for everyone else's tools.

use std::path::{Path, PathBuf};

use anstream::eprintln;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use portone_v1_generator::model::Api;
use portone_v1_generator::openapi;
use portone_v1_generator::output::{Plan, Target};
use serde_json::Value;

use crate::place::Place;
use crate::{Outcome, print, schema};

/// Prints the whole schema as an OpenAPI document.
///
/// `schema/openapi.json` is the same as JSON; `cargo xtask generate` keeps it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask openapi
  cargo xtask openapi --format yaml
  cargo xtask openapi --spec 3.0        # for tools that read nothing newer
  cargo xtask openapi --format yaml --output /tmp/portone-v1.yaml")]
pub struct Arguments {
    /// JSON or YAML.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The version of OpenAPI.
    #[arg(long, value_enum, default_value_t = Spec::Newer)]
    spec: Spec,
    /// Write to this file, not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Json,
    Yaml,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Spec {
    #[value(name = "3.1")]
    Newer,
    #[value(name = "3.0")]
    Older,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let Some(api) = schema::read(place)? else { return Ok(Outcome::Findings) };
    let text = text(&document(&api, arguments.spec), arguments.format)?;
    match &arguments.output {
        Some(path) => write(path, text)?,
        None => print::print(&text).context("the document could not be printed")?,
    }
    Ok(Outcome::Clean)
}

fn document(api: &Api, spec: Spec) -> Value {
    match spec {
        Spec::Newer => openapi::document(api),
        Spec::Older => openapi::document_3_0(api),
    }
}

fn text(document: &Value, format: Format) -> anyhow::Result<String> {
    match format {
        Format::Json => Ok(format!(
            "{document:#}
"
        )),
        Format::Yaml => portone_v1_generator::openapi_yaml(document)
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

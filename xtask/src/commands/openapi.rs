//! `cargo xtask openapi`: prints the schema as OpenAPI.

use std::path::{Path, PathBuf};

use anstream::eprintln;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use portone_v1_generator::model::Api;
use portone_v1_generator::openapi;
use portone_v1_generator::output::{Plan, Target};
use serde_json::Value;

use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;
use crate::{print, schema};

/// Prints the schema as an OpenAPI document.
///
/// `cargo xtask generate` writes the same document to `schema/openapi.json`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask openapi
  cargo xtask openapi --format yaml
  cargo xtask openapi --spec 3.0        # for tools that do not support 3.1
  cargo xtask openapi --format yaml --output /tmp/portone-v1.yaml")]
pub struct OpenapiArguments {
    /// Output format.
    #[arg(long, value_enum, default_value_t = DocumentFormat::Json)]
    format: DocumentFormat,
    /// Version of OpenAPI.
    #[arg(long, value_enum, default_value_t = Spec::Newer)]
    spec: Spec,
    /// Output file [default: standard output].
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DocumentFormat {
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
pub fn run(arguments: &OpenapiArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let Some(api) = schema::read(paths)? else { return Ok(Outcome::Findings) };
    let text = text(&document(&api, arguments.spec), arguments.format)?;
    match &arguments.output {
        Some(path) => write(path, text, paths)?,
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

fn text(document: &Value, format: DocumentFormat) -> anyhow::Result<String> {
    match format {
        DocumentFormat::Json => Ok(format!(
            "{document:#}
"
        )),
        DocumentFormat::Yaml => portone_v1_generator::openapi_yaml(document)
            .context("the generator wrote invalid YAML: please report this"),
    }
}

fn write(path: &Path, text: String, paths: &ProjectPaths) -> anyhow::Result<()> {
    let Some(name) = path.file_name() else {
        bail!("{} is not the path of a file", path.display())
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let target = Target { path: name.to_string_lossy().into_owned(), text };
    let failed = || format!("{} could not be written", path.display());
    let plan = Plan::new(folder, vec![target], false).with_context(failed)?;
    plan.apply(&paths.stages()).with_context(failed)?;
    let word = if plan.changed() == 0 { "up to date" } else { "written" };
    eprintln!("{word}: {}", path.display());
    Ok(())
}

//! The schema, with its errors shown on standard error.

use anstream::{AutoStream, eprint, eprintln};
use anyhow::Context;
use portone_v1_generator::diagnostics::{Diagnostic, Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;

use crate::project_paths::ProjectPaths;
use crate::quantity::count;

/// The model of the schema; `None` if it has errors, which are shown.
pub fn read(paths: &ProjectPaths) -> anyhow::Result<Option<Api>> {
    Ok(model(&sources(paths)?))
}

/// The text of the schema.
pub fn sources(paths: &ProjectPaths) -> anyhow::Result<Sources> {
    let folder = paths.schema();
    Sources::read(&folder).with_context(|| {
        format!(
            "the schema cannot be read from {}\n  help: name its folder with `--schema DIR`",
            folder.display()
        )
    })
}

/// The model of a text; `None` if it has errors, which are shown.
pub fn model(sources: &Sources) -> Option<Api> {
    match portone_v1_generator::read(sources) {
        Ok(api) => Some(api),
        Err(found) => {
            show(&found, sources);
            None
        }
    }
}

/// Shows errors on standard error.
pub fn show(found: &[Diagnostic], sources: &Sources) {
    let coloured = AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let style = if coloured { Style::Coloured } else { Style::Plain };
    eprint!("{}", render(found, sources, style));
    let mut codes: Vec<_> = found.iter().map(|diagnostic| diagnostic.code.id).collect();
    codes.sort_unstable();
    codes.dedup();
    let (errors, first) = (count(found.len(), "error"), codes.first().copied().unwrap_or_default());
    eprintln!(
        "{errors} in the schema\n  help: `cargo xtask explain {first}` explains the first code"
    );
}

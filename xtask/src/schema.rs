//! The schema, with its errors shown on standard error.

use anstream::{AutoStream, eprint, eprintln};
use anyhow::{Context, bail};
use portone_v1_generator::diagnostics::{Diagnostic, Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream;

use crate::optional_file::text_of;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;

/// The model of the schema; `None` if it has errors, which are shown.
pub fn read(paths: &ProjectPaths) -> anyhow::Result<Option<Api>> {
    Ok(model(&sources(paths)?))
}

/// The text of the schema.
pub fn sources(paths: &ProjectPaths) -> anyhow::Result<Sources> {
    let folder = paths.schema();
    if !folder.join("api.yaml").exists() {
        bail!(
            "the schema cannot be read from {}: there is no `api.yaml`\n  help: name its folder with \
             `--schema DIR`",
            folder.display()
        );
    }
    Ok(Sources::read(&folder)?)
}

/// The model of a text; `None` if it has errors, which are shown.
fn model(sources: &Sources) -> Option<Api> {
    without_errors(portone_v1_generator::read(sources), sources)
}

/// The model of a text that agrees with the pinned description about its revision, if one is pinned;
/// `None` if there are errors, which are shown.
pub fn pinned_model(sources: &Sources, paths: &ProjectPaths) -> anyhow::Result<Option<Api>> {
    let path = paths.schema().join("upstream.lock");
    let lock = text_of(&path)?.map(|text| upstream::lock_head(&text)).transpose();
    let lock = lock.with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(without_errors(upstream::read_pinned(sources, lock.as_ref()), sources))
}

fn without_errors(read: Result<Api, Vec<Diagnostic>>, sources: &Sources) -> Option<Api> {
    match read {
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

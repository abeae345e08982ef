//! Reading the schema, with its mistakes shown on standard error.

use anstream::{AutoStream, eprint, eprintln};
use anyhow::Context;
use portone_v1_generator::diagnostics::{Diagnostic, Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;

use crate::place::Place;

/// The model, or `None` after the mistakes have been shown.
pub fn read(place: &Place) -> anyhow::Result<Option<Api>> {
    Ok(model(&sources(place)?))
}

/// The schema's text.
pub fn sources(place: &Place) -> anyhow::Result<Sources> {
    let folder = place.schema();
    Sources::read(&folder).with_context(|| {
        format!(
            "no schema could be read from {}\n  help: name its folder with `--schema DIR`",
            folder.display()
        )
    })
}

/// The model of a text, or `None` after the mistakes have been shown.
pub fn model(sources: &Sources) -> Option<Api> {
    match portone_v1_generator::read(sources) {
        Ok(api) => Some(api),
        Err(found) => {
            show(&found, sources);
            None
        }
    }
}

/// Shows mistakes on standard error.
pub fn show(found: &[Diagnostic], sources: &Sources) {
    let coloured = AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let style = if coloured { Style::Coloured } else { Style::Plain };
    eprint!("{}", render(found, sources, style));
    let mut codes: Vec<_> = found.iter().map(|diagnostic| diagnostic.code.id).collect();
    codes.sort_unstable();
    codes.dedup();
    let (count, plural) = (found.len(), if found.len() == 1 { "" } else { "s" });
    let first = codes.first().copied().unwrap_or_default();
    eprintln!("{count} mistake{plural} in the schema; `cargo xtask explain {first}` says more");
}

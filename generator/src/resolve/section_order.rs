//! The sections, in the order that `api.yaml` gives.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::source::Span;
use crate::syntax::file::{ApiFile, SectionFile};
use crate::syntax::{Parsed, Schema};

/// The section files in the order of `api.yaml`; differences are reported.
pub fn in_order<'s>(
    schema: &'s Schema,
    api: &Parsed<ApiFile>,
    log: &mut Log,
) -> Vec<&'s Parsed<SectionFile>> {
    let files = &schema.sections;
    let listed = &api.content.sections;
    let names: HashSet<&str> = listed.iter().map(|name| name.value.as_str()).collect();
    for file in files.iter().filter(|file| !names.contains(file.stem.as_str())) {
        log.push(unlisted(file));
    }
    let by_stem: HashMap<&str, _> = files.iter().map(|file| (file.stem.as_str(), file)).collect();
    let mut seen = HashSet::new();
    let mut sections: Vec<&Parsed<SectionFile>> = Vec::new();
    for name in listed {
        let Some(span) = name.span else { continue };
        match by_stem.get(name.value.as_str()) {
            Some(_) if !seen.insert(&name.value) => log.push(
                Diagnostic::new(
                    &codes::E025,
                    format!("the section `{}` is listed twice", name.value),
                )
                .at(span, "again here"),
            ),
            Some(file) => sections.push(file),
            None if schema.unreadable.contains(&name.value) => {}
            None => {
                let stems = files.iter().map(|file| file.stem.as_str());
                let message = format!("there is no file `sections/{}.yaml`", name.value);
                log.push(
                    Diagnostic::new(&codes::E025, message)
                        .at(span, "no such file")
                        .maybe_help(did_you_mean(&name.value, stems)),
                );
            }
        }
    }
    sections
}

fn unlisted(file: &Parsed<SectionFile>) -> Diagnostic {
    let start = Span { file: file.file, start: 0, end: 0 };
    let span = file.content.title.span_or(start);
    Diagnostic::new(&codes::E025, format!("`{}` is not listed in api.yaml", file.path))
        .at(span, "this section")
        .help(format!(
            "add `{}` to `sections` in api.yaml, in the order of the docs' index",
            file.stem
        ))
}

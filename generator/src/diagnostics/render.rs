//! Errors as text. The one file that names the snippet renderer.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::diagnostic::{Diagnostic, Label};
use crate::source::Sources;

/// With or without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For a terminal.
    Coloured,
    /// For a pipe or a file.
    Plain,
}

/// All errors as one text: file:line:col, the line, a caret and help for each.
pub fn render(found: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Coloured => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    let mut text = String::new();
    for diagnostic in found {
        text.push_str(&renderer.render(&[report(diagnostic, sources)]));
        text.push_str("\n\n");
    }
    text
}

fn report<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Group<'a> {
    let title = Level::ERROR.primary_title(&diagnostic.message).id(diagnostic.code.id);
    let mut group = Group::with_title(title);
    for file in files_of(diagnostic) {
        if let Some(source) = sources.files.get(file) {
            let snippet = Snippet::source(source.text.as_str()).path(source.path.as_str());
            group = group.element(snippet.annotations(annotations(diagnostic, file)));
        }
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    group
}

/// The files of an error, the one to go to first.
fn files_of(diagnostic: &Diagnostic) -> Vec<usize> {
    let mut files = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

fn annotations(
    diagnostic: &Diagnostic,
    file: usize,
) -> impl Iterator<Item = annotate_snippets::Annotation<'_>> {
    let labels = diagnostic.labels.iter().enumerate();
    labels.filter(move |(_, label)| label.span.file == file).map(|(place, label)| {
        let kind = if place == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        annotation(kind, label)
    })
}

fn annotation(kind: AnnotationKind, label: &Label) -> annotate_snippets::Annotation<'_> {
    kind.span(label.span.range()).label(label.text.as_str())
}

//! Routes: methods, paths, placeholders.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Method, Route};
use crate::resolve::wire_name::wire_name;
use crate::source::Span;
use crate::syntax::field::Field;
use crate::syntax::values::{Entries, Text};

/// Reads `PUT /vbanks/{imp_uid}`.
pub fn parse(text: &Text, log: &mut Log) -> Option<Route> {
    let span = text.span?;
    let (word, path) = text.value.split_once(' ').unwrap_or((text.value.as_str(), ""));
    let Some(method) = Method::ALL.into_iter().find(|method| method.word() == word) else {
        let known = Method::ALL.map(Method::word);
        log.push(
            malformed(span, &format!("invalid method `{word}`"))
                .maybe_help(did_you_mean(word, known)),
        );
        return None;
    };
    if let Some(problem) = problem(path) {
        log.push(
            malformed(span, problem).help("write a route as the docs do: `PUT /vbanks/{imp_uid}`"),
        );
        return None;
    }
    Some(Route { method, path: path.to_owned() })
}

fn problem(path: &str) -> Option<&'static str> {
    if !path.starts_with('/') {
        return Some("the path does not begin with `/`");
    }
    if path.chars().any(|letter| letter.is_whitespace() || "?#".contains(letter)) {
        return Some("a path cannot contain spaces, `?` or `#`");
    }
    let balanced = path[1..].split('/').all(is_segment);
    (!balanced).then_some("a segment of the path must be a word or a `{placeholder}`")
}

fn is_segment(segment: &str) -> bool {
    let inside = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let word = inside.unwrap_or(segment);
    !word.is_empty() && !word.contains(['{', '}'])
}

fn malformed(span: Span, message: &str) -> Diagnostic {
    Diagnostic::new(&codes::E008, message).at(span, "malformed route")
}

/// Compares the placeholders with the path parameters.
pub fn compare(route: &Route, span: Span, path: Option<&Entries<Field>>, log: &mut Log) {
    let parameters: Vec<_> = path
        .iter()
        .flat_map(|entries| &entries.0)
        .map(|entry| (wire_name(&entry.key), entry.key.span))
        .collect();
    for placeholder in route.placeholders() {
        if !parameters.iter().any(|((name, _), _)| *name == placeholder) {
            let message = format!("the placeholder `{{{placeholder}}}` has no parameter");
            log.push(
                Diagnostic::new(&codes::E014, message)
                    .at(span, "in this route")
                    .help(format!("add `{placeholder}: {{ type: string, … }}` under `path`")),
            );
        }
    }
    for ((name, required), span) in parameters {
        if !route.placeholders().any(|placeholder| placeholder == name) {
            let message = format!("the route has no placeholder `{{{name}}}`");
            log.push(
                Diagnostic::new(&codes::E015, message)
                    .at(span, "not in the route")
                    .maybe_help(did_you_mean(name, route.placeholders().collect::<Vec<_>>())),
            );
        }
        if !required && !route.path.ends_with(&format!("{{{name}}}")) {
            let message = format!("the path parameter `{name}` is optional");
            log.push(
                Diagnostic::new(&codes::E028, message)
                    .at(span, "optional")
                    .help("remove the `?`: only the last part of a route can be left out"),
            );
        }
    }
}

/// The routes seen so far, so that no two operations share one.
#[derive(Default)]
pub struct Routes {
    seen: HashMap<String, Span>,
}

impl Routes {
    /// Takes a route; a second taker is reported.
    pub fn claim(&mut self, route: &Route, span: Span, log: &mut Log) {
        if let Some(first) = self.seen.get(&shape(route)) {
            log.push(
                Diagnostic::new(&codes::E016, format!("two operations share the route `{route}`"))
                    .at(span, "again here")
                    .at(*first, "first here"),
            );
        } else {
            self.seen.insert(shape(route), span);
        }
    }
}

/// The route without the names of its placeholders, in which alone two routes cannot differ: `GET /orders/{}`.
pub fn shape(route: &Route) -> String {
    let segments =
        route.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    format!("{} {}", route.method.word(), segments.collect::<Vec<_>>().join("/"))
}

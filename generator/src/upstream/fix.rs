//! Puts the mechanical part of findings into the schema's text, leaving every other byte as it was.

use std::collections::BTreeMap;
use std::ops::Range;

use super::finding::{Finding, Kind};
use super::paste::{field, indented, value};
use super::places::{Entry, Places, child, map};
use super::rename;
use crate::source::{Sources, Span};
use crate::syntax::yaml::{Content, Node};

/// What was done.
pub struct Fixed {
    /// The files that change: number and new text.
    pub files: Vec<(usize, String)>,
    /// The ids of the findings that were put in.
    pub done: Vec<String>,
}

/// Works on the text of the schema; `date` is when upstream's document was published.
pub fn fix(findings: &[Finding], sources: &Sources, date: &str) -> Fixed {
    let places = Places::of(sources);
    let fixer = Fixer { places: &places, date };
    let mut edits: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
    let mut done = Vec::new();
    for finding in findings {
        let Some(found) = fixer.edits(finding) else { continue };
        done.push(finding.id());
        for (file, edit) in found {
            edits.entry(file).or_default().push(edit);
        }
    }
    let files = edits.into_iter().map(|(file, edits)| (file, apply(places.text(file), edits)));
    Fixed { files: files.collect(), done }
}

/// A piece of text to replace.
struct Edit {
    range: Range<usize>,
    text: String,
}

/// From the end to the beginning, so that no edit moves the place of another. What is inserted at
/// one place stays in the order of the findings.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut fixed = text.to_owned();
    for edit in edits.into_iter().rev() {
        fixed.replace_range(edit.range, &edit.text);
    }
    fixed
}

struct Fixer<'p, 's> {
    places: &'p Places<'s>,
    date: &'p str,
}

impl Fixer<'_, '_> {
    /// The edits for a finding; `None` when a person has to do it.
    fn edits(&self, finding: &Finding) -> Option<Vec<(usize, Edit)>> {
        match finding.kind {
            Kind::ParameterAdded | Kind::FieldAdded => {
                self.add_field(finding).map(|edit| vec![edit])
            }
            Kind::OperationAdded => self.add_operation(finding).map(|edit| vec![edit]),
            Kind::ParameterRenamed | Kind::FieldRenamed => {
                self.rename(finding).map(|edit| vec![edit])
            }
            Kind::RequirednessChanged => self.requiredness(finding).map(|edit| vec![edit]),
            Kind::LengthChanged => self.set(finding, "max", &finding.theirs).map(|edit| vec![edit]),
            Kind::RangeChanged => self.range(finding),
            Kind::ValueAdded => self.add_value(finding).map(|edit| vec![edit]),
            Kind::OperationHidden => {
                let entry = self.places.subject(&finding.subject)?;
                Some(vec![self.set_in(entry, "undocumented_since", self.date)?])
            }
            Kind::ParameterHidden | Kind::FieldHidden => self.hide(finding),
            Kind::OperationDocumented => {
                let entry = self.places.subject(&finding.subject)?;
                Some(vec![self.remove_in(entry, "undocumented_since")?])
            }
            Kind::ParameterDocumented | Kind::FieldDocumented => {
                let entry = self.entry(finding)?;
                Some(vec![self.remove_in(entry, "undocumented_since")?])
            }
            Kind::GatewayListChanged => self.gateway_list(finding).map(|edit| vec![edit]),
            Kind::GatewayRuleChanged => self.gateway_rule(finding).map(|edit| vec![edit]),
            Kind::TypeAdded
            | Kind::TypeHidden
            | Kind::TypeChanged
            | Kind::ValueHidden
            | Kind::ReturnsChanged
            | Kind::ProseChanged => None,
        }
    }

    fn entry(&self, finding: &Finding) -> Option<Entry<'_>> {
        let location = finding.was.as_deref().unwrap_or(&finding.location);
        self.places.field(&finding.subject, location)
    }

    /// After the sibling that the docs have before it, or first.
    fn add_field(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let fact = finding.fact.as_ref()?;
        let text = field(rename::name(&finding.location), fact);
        let Some(container) = self.places.container(&finding.subject, &finding.location) else {
            return self.add_container(finding, &text);
        };
        let siblings: Vec<_> = map(Some(container.value)).collect();
        let own_place = siblings.len().min(self.rank(finding, fact.place));
        let source = self.places.text(container.file);
        let columns = siblings.first().map(|(key, _)| column(source, key.span))?;
        let at = match own_place.checked_sub(1).and_then(|before| siblings.get(before)) {
            Some((key, _)) => block_end(source, key.span),
            None => line_start(source, siblings.first()?.0.span.start),
        };
        Some((container.file, insert(source, at, &indented(&text, columns))))
    }

    /// How many of our siblings upstream lists before this one.
    fn rank(&self, finding: &Finding, place: usize) -> usize {
        let prefix = finding.location.split_once('.').map(|(place, _)| place);
        // Siblings stand in upstream's order; path parameters are counted there as well.
        let path = self.places.container(&finding.subject, "path.");
        let before = map(path.map(|entry| entry.value)).count();
        match prefix {
            Some("query" | "body") => place.saturating_sub(before),
            _ => place,
        }
    }

    fn add_container(&self, finding: &Finding, text: &str) -> Option<(usize, Edit)> {
        let (place, _) = finding.location.split_once('.')?;
        let operation = self.places.subject(&finding.subject)?;
        let source = self.places.text(operation.file);
        let columns = column(source, operation.key.span) + 2;
        let text = format!("{:columns$}{place}:\n{}", "", indented(text, columns + 2));
        Some((operation.file, insert(source, block_end(source, operation.key.span), &text)))
    }

    /// At the end of the section that has the operation's official page.
    fn add_operation(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let operation = finding.operation.as_ref()?;
        let file = self.places.section(&operation.page)?;
        let operations = self.places.top(file, "operations")?;
        let source = self.places.text(file);
        let columns = column(source, map(Some(operations.value)).next()?.0.span);
        let text = format!("\n{}", indented(&finding.suggestion, columns));
        Some((file, insert(source, block_end(source, operations.key.span), &text)))
    }

    fn rename(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let optional = if entry.key.text.ends_with('?') { "?" } else { "" };
        Some(replace(entry.key.span, format!("{}{optional}", finding.theirs)))
    }

    fn requiredness(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let name = entry.key.text.trim_end_matches('?');
        let mark = if finding.theirs == "required" { "" } else { "?" };
        Some(replace(entry.key.span, format!("{name}{mark}")))
    }

    /// No longer documented: kept, optional and dated.
    fn hide(&self, finding: &Finding) -> Option<Vec<(usize, Edit)>> {
        let entry = self.entry(finding)?;
        let mut edits = vec![self.set_in(entry, "undocumented_since", self.date)?];
        let sent = finding.kind == Kind::ParameterHidden && !finding.location.starts_with("path.");
        if sent && !entry.key.text.ends_with('?') {
            edits.push(replace(entry.key.span, format!("{}?", entry.key.text)));
        }
        Some(edits)
    }

    fn range(&self, finding: &Finding) -> Option<Vec<(usize, Edit)>> {
        let (minimum, maximum) = finding.theirs.split_once(" to ")?;
        let (was_minimum, was_maximum) = finding.ours.split_once(" to ")?;
        let mut edits = Vec::new();
        for (key, was, is) in [("minimum", was_minimum, minimum), ("maximum", was_maximum, maximum)]
        {
            if was != is {
                edits.push(self.set(finding, key, is)?);
            }
        }
        Some(edits)
    }

    fn set(&self, finding: &Finding, key: &str, value: &str) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        if value == "none" { self.remove_in(entry, key) } else { self.set_in(entry, key, value) }
    }

    /// Writes `key: value` into a map, in the style that the map is written in.
    fn set_in(&self, entry: Entry<'_>, key: &str, value: &str) -> Option<(usize, Edit)> {
        if let Some(old) = child(entry.value, key) {
            return Some(replace(old.span, value.to_owned()));
        }
        let source = self.places.text(entry.file);
        if is_flow(source, entry.value) {
            return Some((
                entry.file,
                into_flow(source, entry.value.span, &format!("{key}: {value}"))?,
            ));
        }
        let columns = column(source, map(Some(entry.value)).next()?.0.span);
        let text = format!("{:columns$}{key}: {value}", "");
        Some((entry.file, insert(source, block_end(source, entry.key.span), &text)))
    }

    fn remove_in(&self, entry: Entry<'_>, key: &str) -> Option<(usize, Edit)> {
        let (key, value) = map(Some(entry.value)).find(|(other, _)| other.text == key)?;
        let source = self.places.text(entry.file);
        let range = if is_flow(source, entry.value) {
            out_of_flow(source, key.span.start, value.span.end)
        } else {
            line_start(source, key.span.start)..block_end(source, key.span)
        };
        Some((entry.file, Edit { range, text: String::new() }))
    }

    fn add_value(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let ty = match &child(entry.value, "type")?.content {
            Content::Scalar { text, .. } => text.clone(),
            Content::List(items) => match &items.first()?.content {
                Content::Scalar { text, .. } => text.clone(),
                _ => return None,
            },
            _ => return None,
        };
        let declared = self.places.subject(&ty)?;
        let (values, node) = map(Some(declared.value)).find(|(key, _)| key.text == "values")?;
        if finding.detail.is_empty() || child(node, &finding.detail).is_some() {
            return None;
        }
        let source = self.places.text(declared.file);
        let columns = column(source, map(Some(node)).next()?.0.span);
        let text = indented(&value(&finding.detail), columns);
        Some((declared.file, insert(source, block_end(source, values.span), &text)))
    }

    fn gateway_list(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let operation = self.places.subject(&finding.subject)?;
        let source = self.places.text(operation.file);
        let Some(list) = child(operation.value, "gateways") else {
            return self.set_in(operation, "gateways", &format!("[{}]", finding.detail));
        };
        let Content::List(items) = &list.content else { return None };
        if finding.theirs == "listed" {
            let last = items.last()?.span;
            let edit = Edit { range: last.end..last.end, text: format!(", {}", finding.detail) };
            return is_flow(source, list).then_some((operation.file, edit));
        }
        let gone = items.iter().find(
            |item| matches!(&item.content, Content::Scalar { text, .. } if *text == finding.detail),
        )?;
        let range = out_of_flow(source, gone.span.start, gone.span.end);
        is_flow(source, list).then_some((operation.file, Edit { range, text: String::new() }))
    }

    fn gateway_rule(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let rules = map(Some(entry.value)).find(|(key, _)| key.text == "gateways");
        let Some((key, value)) = rules else {
            let rules = format!("{{ {}: {} }}", finding.detail, finding.theirs);
            return self.set_in(entry, "gateways", &rules);
        };
        let rules = Entry { file: entry.file, key, value };
        match child(value, &finding.detail).map(|node| &node.content) {
            // A rule with a sentence of its own is for a person to change.
            Some(Content::Map(_)) => None,
            _ if finding.theirs == "no rule" => self.remove_in(rules, &finding.detail),
            _ => self.set_in(rules, &finding.detail, &finding.theirs),
        }
    }
}

fn replace(span: Span, text: String) -> (usize, Edit) {
    (span.file, Edit { range: span.range(), text })
}

/// Whole lines, put in at the beginning of a line.
fn insert(source: &str, at: usize, text: &str) -> Edit {
    let missing_newline = at > 0 && !source[..at].ends_with('\n');
    let before = if missing_newline { "\n" } else { "" };
    Edit { range: at..at, text: format!("{before}{text}\n") }
}

/// Whether the node is written in braces or brackets.
fn is_flow(source: &str, node: &Node) -> bool {
    source[node.span.range()].starts_with(['{', '['])
}

fn into_flow(source: &str, span: Span, text: &str) -> Option<Edit> {
    let inside = source[span.range()].strip_suffix('}')?;
    let end = span.start + inside.trim_end().len();
    Some(Edit { range: end..end, text: format!(", {text}") })
}

/// A member of a flow collection with the comma beside it.
fn out_of_flow(source: &str, start: usize, end: usize) -> Range<usize> {
    let after = source[end..].trim_start();
    if let Some(rest) = after.strip_prefix(',') {
        let rest = rest.trim_start();
        return start..source.len() - rest.len();
    }
    let before = source[..start].trim_end();
    before.strip_suffix(',').map_or(start, |before| before.trim_end().len())..end
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn column(source: &str, span: Span) -> usize {
    span.start - line_start(source, span.start)
}

/// The end of the lines that belong to a key: those that are further to the right than it.
fn block_end(source: &str, key: Span) -> usize {
    let own = column(source, key);
    let first = line_start(source, key.start);
    let mut end = first;
    let mut position = first;
    for (number, line) in source[first..].split_inclusive('\n').enumerate() {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        position += line.len();
        if number > 0 && !content.is_empty() && indent <= own {
            break;
        }
        if !content.is_empty() {
            end = position;
        }
    }
    end
}

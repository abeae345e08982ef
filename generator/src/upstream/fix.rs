//! Applies the mechanical part of findings to the schema's text.
//!
//! Findings are applied one after the other, each to the text that the previous one left, so that
//! every edit finds its location. An edit whose result is not valid YAML is left to a person.

use std::collections::BTreeSet;

use super::compare::NO_RULE;
use super::edit::{self, Edit, before_in};
use super::facts::OTHERS;
use super::finding::{Finding, Kind, New};
use super::suggestion;
use super::yaml_fragment::{self, YamlFragment};
use crate::model::Method;
use crate::source::Sources;
use crate::syntax::yaml::Content;
use crate::yaml_index::{MapEntry, YamlIndex, child, field_name, map, scalar};

/// The result of a fix.
pub struct Fixed {
    /// The files that change: number and new text.
    pub files: Vec<(usize, String)>,
    /// The ids of the applied findings.
    pub done: Vec<String>,
    /// The ids of the findings that are left to a person.
    pub left: Vec<String>,
}

/// The keys in the order in which the schema's own page lists them.
const IN_OPERATION: &[&str] = &[
    "route",
    "title",
    "doc",
    "rust",
    "docs_id",
    "authorization",
    "idempotent",
    "reconcile",
    "not_found",
    "one_of",
    "gateways",
    "notes",
    "undocumented_since",
    "path",
    "query",
    "body",
    "returns",
    "errors",
];
const IN_FIELD: &[&str] = &[
    "rust",
    "type",
    "title",
    "doc",
    "max_length",
    "minimum",
    "maximum",
    "default",
    "omitted",
    "secret",
    "personal",
    "gateways",
    "required_when",
    "deprecated",
    "absent",
    "undocumented_since",
];

/// Works on the text of the schema; `date` is when upstream's document was published.
pub fn fix(findings: &[Finding], sources: &Sources, date: &str) -> Fixed {
    let mut fixer = Fixer { index: YamlIndex::of(sources), date, changed: BTreeSet::new() };
    let mut pending: Vec<&Finding> = findings.iter().collect();
    // A new type goes into the file of its user, which can be new as well.
    loop {
        let before = pending.len();
        pending.retain(|finding| fixer.apply(finding).is_none());
        if pending.len() == before {
            break;
        }
    }
    let left: Vec<String> = pending.into_iter().map(Finding::id).collect();
    let done = findings.iter().map(Finding::id).filter(|id| !left.contains(id)).collect();
    let files = fixer.changed.iter().map(|file| (*file, fixer.index.text(*file).to_owned()));
    Fixed { files: files.collect(), done, left }
}

/// A small change of the entry that a finding is about.
enum Step {
    /// Writes `key: value`.
    Set(&'static str, String),
    /// Takes a key away.
    Drop(&'static str),
    /// Puts a `?` behind the name, or takes it away.
    Mark { optional: bool },
    /// Gives it another name.
    Rename(String),
    /// The data that only this kind of finding needs.
    Own,
}

struct Fixer<'d> {
    index: YamlIndex,
    date: &'d str,
    changed: BTreeSet<usize>,
}

impl Fixer<'_> {
    /// All steps or none; `None` when a person has to do it.
    fn apply(&mut self, finding: &Finding) -> Option<()> {
        if finding.place.is_some() {
            // A record that other places share.
            return None;
        }
        let mut old = None;
        for step in self.steps(finding) {
            let Some(file) = self.take(finding, &step) else {
                if let Some((file, text)) = old {
                    self.index.change(file, text);
                }
                return None;
            };
            old = old.or(file);
        }
        self.changed.extend(old.map(|(file, _)| file));
        Some(())
    }

    /// Applies a step; returns the previous text of the file if it changed.
    fn take(&mut self, finding: &Finding, step: &Step) -> Option<Option<(usize, String)>> {
        let (file, edit) = self.edit(finding, step)?;
        if edit.is_nothing() {
            return Some(None);
        }
        let old = self.index.text(file).to_owned();
        let new = edit.apply(&old)?;
        self.index.change(file, new).then_some(Some((file, old)))
    }

    fn steps(&self, finding: &Finding) -> Vec<Step> {
        let dated = || Step::Set("undocumented_since", self.date.to_owned());
        match finding.kind {
            Kind::OperationHidden => vec![dated()],
            // Requests may still send it, and responses need not have it.
            Kind::ParameterHidden | Kind::FieldHidden => {
                vec![dated(), Step::Mark { optional: true }]
            }
            Kind::OperationDocumented | Kind::ParameterDocumented | Kind::FieldDocumented => {
                vec![Step::Drop("undocumented_since")]
            }
            Kind::ParameterRenamed | Kind::FieldRenamed => {
                vec![Step::Rename(finding.theirs.clone())]
            }
            Kind::RequirednessChanged => {
                vec![Step::Mark { optional: finding.theirs != "required" }]
            }
            Kind::LengthChanged => vec![set_or_drop("max_length", &finding.theirs)],
            Kind::RangeChanged => range(finding),
            _ => vec![Step::Own],
        }
    }

    fn edit(&self, finding: &Finding, step: &Step) -> Option<(usize, Edit)> {
        if matches!(step, Step::Own) {
            return self.own(finding);
        }
        let entry = self.entry(finding)?;
        let source = self.index.text(entry.file);
        let order = if finding.location.is_empty() { IN_OPERATION } else { IN_FIELD };
        let edit = match step {
            Step::Set(key, value) => edit::set(source, entry, order, key, value),
            Step::Drop(key) => edit::remove(source, entry, key),
            // A path parameter is always required.
            Step::Mark { .. } if finding.location.starts_with("path.") => Some(Edit::nothing()),
            Step::Mark { optional } => edit::mark(source, entry.key, *optional),
            Step::Rename(name) if is_name(name) => edit::rename(source, entry.key, name),
            Step::Rename(_) | Step::Own => None,
        };
        Some((entry.file, edit?))
    }

    /// The operation, the type, or the parameter or field in it, by its new name or its old one.
    fn entry(&self, finding: &Finding) -> Option<MapEntry<'_>> {
        if finding.location.is_empty() {
            return self.index.subject(&finding.subject);
        }
        let locations = [Some(&finding.location), finding.was.as_ref()];
        let found = locations.into_iter().flatten();
        found.filter_map(|location| self.index.field(&finding.subject, location)).next()
    }

    fn own(&self, finding: &Finding) -> Option<(usize, Edit)> {
        match (finding.kind, &finding.new) {
            (_, Some(New::Field { after, .. })) => self.add_field(finding, after),
            (_, Some(New::Operation(operation))) => self.add_operation(finding, &operation.page),
            (_, Some(New::Type { members, .. })) if members.is_empty() => None,
            (_, Some(New::Type { users, .. })) => self.add_type(finding, users),
            (Kind::ValueAdded, _) => self.add_value(finding),
            (Kind::GatewayListChanged, _) => self.gateway_list(finding),
            (Kind::GatewayRuleChanged, _) => self.gateway_rule(finding),
            _ => None,
        }
    }

    /// Behind the sibling that the docs have before it, or first.
    fn add_field(&self, finding: &Finding, after: &[String]) -> Option<(usize, Edit)> {
        let (key, fragment) = suggestion::new(finding)?;
        if !is_name(field_name(&finding.location)) {
            return None;
        }
        let Some(container) = self.index.container(&finding.subject, &finding.location) else {
            return self.add_container(finding, key, fragment);
        };
        let source = self.index.text(container.file);
        let after: Vec<_> = after.iter().map(String::as_str).collect();
        Some((container.file, edit::add(source, container, &after, &key, &fragment)?))
    }

    /// The first parameter in its place.
    fn add_container(
        &self,
        finding: &Finding,
        key: String,
        fragment: YamlFragment,
    ) -> Option<(usize, Edit)> {
        let (place, _) = finding.location.split_once('.')?;
        let operation = self.index.subject(&finding.subject)?;
        let after = before_in(IN_OPERATION, place);
        let fields = YamlFragment::Map(vec![(key, fragment)]);
        if !["path", "query", "body"].contains(&place) {
            return None;
        }
        let source = self.index.text(operation.file);
        Some((operation.file, edit::add(source, operation, &after, place, &fields)?))
    }

    /// At the end of the section that has the operation's official page.
    fn add_operation(&self, finding: &Finding, page: &str) -> Option<(usize, Edit)> {
        let (method, _) = finding.subject.split_once(' ')?;
        if !Method::ALL.iter().any(|known| known.word() == method) {
            return None;
        }
        let file = self.index.section(page)?;
        Some((file, self.add_last(file, "operations", finding)?))
    }

    /// Beside what names it.
    fn add_type(&self, finding: &Finding, users: &[String]) -> Option<(usize, Edit)> {
        let file = self.index.first_file(users)?;
        if !finding.subject.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            return None;
        }
        Some((file, self.add_last(file, "types", finding)?))
    }

    fn add_last(&self, file: usize, top: &str, finding: &Finding) -> Option<Edit> {
        let (key, fragment) = suggestion::new(finding)?;
        let source = self.index.text(file);
        match self.index.top_level(file, top) {
            Some(entry) => {
                let last = map(Some(entry.value)).last()?.0.text.as_str();
                edit::add(source, entry, &[last], &key, &fragment)
            }
            None => Some(edit::append(source, top, &YamlFragment::Map(vec![(key, fragment)]))),
        }
    }

    /// Into the enumeration that is the field's type.
    fn add_value(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let ty = child(entry.value, "type")?;
        let ty = match &ty.content {
            Content::List(items) => scalar(items.first()?)?,
            _ => scalar(ty)?,
        };
        let values = self.index.values(ty)?;
        if finding.detail.is_empty() {
            return None;
        }
        if child(values.value, &finding.detail).is_some() {
            return Some((values.file, Edit::nothing()));
        }
        let (key, fragment) = suggestion::value(&finding.detail);
        let last = map(Some(values.value)).last()?.0.text.as_str();
        let source = self.index.text(values.file);
        Some((values.file, edit::add(source, values, &[last], &key, &fragment)?))
    }

    fn gateway_list(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let operation = self.index.subject(&finding.subject)?;
        let source = self.index.text(operation.file);
        let gateway = yaml_fragment::key(&finding.detail);
        let is_new = finding.theirs == "listed";
        let edit = match child(operation.value, "gateways") {
            None => edit::set(source, operation, IN_OPERATION, "gateways", &format!("[{gateway}]")),
            Some(list) if is_new => edit::add_item(source, list, &gateway),
            Some(list) => match &list.content {
                Content::List(items) if items.len() > 1 => {
                    let gone = items.iter().find(|item| scalar(item) == Some(&finding.detail))?;
                    edit::remove_item(source, list, gone)
                }
                _ => edit::remove(source, operation, "gateways"),
            },
        };
        Some((operation.file, edit?))
    }

    /// A rule with a sentence of its own is for a person to change.
    fn gateway_rule(&self, finding: &Finding) -> Option<(usize, Edit)> {
        let entry = self.entry(finding)?;
        let source = self.index.text(entry.file);
        let (gateway, rule) = (yaml_fragment::key(&finding.detail), finding.theirs.as_str());
        let found = map(Some(entry.value)).find(|(key, _)| key.text == "gateways");
        let edit = match found {
            None => {
                let rules = format!("{{ {gateway}: {rule} }}");
                edit::set(source, entry, IN_FIELD, "gateways", &rules)
            }
            Some((key, value)) => {
                let rules = MapEntry { file: entry.file, key, value };
                let old = child(value, &finding.detail);
                let others = map(Some(value)).map(|(key, _)| key.text.as_str());
                let others: Vec<_> = others.filter(|name| *name != OTHERS).collect();
                match old.map(|old| scalar(old).is_some()) {
                    Some(false) => None,
                    Some(true) if rule != NO_RULE => {
                        edit::set(source, rules, &[], &finding.detail, rule)
                    }
                    Some(true) if map(Some(value)).count() == 1 => {
                        edit::remove(source, entry, "gateways")
                    }
                    Some(true) => edit::remove(source, rules, &finding.detail),
                    None => {
                        let after: Vec<_> = others.into_iter().rev().collect();
                        let rule = YamlFragment::Text(rule.to_owned());
                        edit::add(source, rules, &after, &gateway, &rule)
                    }
                }
            }
        };
        Some((entry.file, edit?))
    }
}

fn set_or_drop(key: &'static str, value: &str) -> Step {
    if value == "none" { Step::Drop(key) } else { Step::Set(key, value.to_owned()) }
}

fn range(finding: &Finding) -> Vec<Step> {
    let ends = finding.ours.split_once(" to ").zip(finding.theirs.split_once(" to "));
    let Some((ours, theirs)) = ends else { return vec![Step::Own] };
    let sides = [("minimum", ours.0, theirs.0), ("maximum", ours.1, theirs.1)];
    let changed = sides.into_iter().filter(|(_, ours, theirs)| ours != theirs);
    changed.map(|(key, _, theirs)| set_or_drop(key, theirs)).collect()
}

/// True if it can be a name in the schema; others need a person to think about.
fn is_name(name: &str) -> bool {
    let letters = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(letters)
}

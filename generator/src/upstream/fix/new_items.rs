//! New operations, types, fields and codes.

use heck::ToSnakeCase;

use super::entry::{IN_OPERATION, Needed, before_in, entries, entry, is_name};
use super::undecided;
use crate::model::Method;
use crate::syntax::yaml::Content;
use crate::upstream::edit::{Action, Change};
use crate::upstream::finding::{Finding, New};
use crate::upstream::suggestion;
use crate::upstream::yaml_fragment::YamlFragment;
use crate::yaml_index::{MapEntry, YamlIndex, child, field_name, map, scalar};

/// Adds a new item, unless it is there.
pub fn add(index: &YamlIndex, finding: &Finding) -> Needed {
    let new = finding.new.as_ref().ok_or("upstream does not describe it")?;
    let is_there = match new {
        New::Field { .. } => index.field(&finding.subject, &finding.location).is_some(),
        New::Operation(_) | New::Type { .. } => index.subject(&finding.subject).is_some(),
    };
    if is_there {
        return Ok(None);
    }
    let (key, mut fragment) = suggestion::new(finding).ok_or("upstream does not describe it")?;
    undecided::replace_unknown_types(&mut fragment, index, &finding.subject);
    match new {
        New::Field { after, .. } => add_field(index, finding, after, key, fragment),
        New::Operation(found) => add_operation(index, finding, &found.page, key, fragment),
        New::Type { members, users, pages } if !members.is_empty() => {
            let file = index.file_of(users, pages).ok_or("nothing in the schema names it")?;
            add_type(index, finding, file, key, fragment)
        }
        New::Type { .. } => Err("upstream shows no members of it"),
    }
}

/// Behind the sibling that the docs have before it, or first.
fn add_field(
    index: &YamlIndex,
    finding: &Finding,
    after: &[String],
    key: String,
    mut fragment: YamlFragment,
) -> Needed {
    if finding.location.starts_with("response.") {
        return Err("a person has to name the types of responses");
    }
    if !is_name(field_name(&finding.location)) {
        return Err("its name is not one of the schema language");
    }
    if is_named_elsewhere(index, finding) {
        suggestion::put_rust_name(&mut fragment);
    }
    if let Some(container) = index.container(&finding.subject, &finding.location) {
        return insert(container, after.to_vec(), key, fragment);
    }
    let (place, _) = finding.location.split_once('.').ok_or("the record is not in the schema")?;
    if !["path", "query", "body"].contains(&place) {
        return Err("the schema language has no such place for a parameter");
    }
    let operation = index.subject(&finding.subject).ok_or("the operation is not in the schema")?;
    let fields = YamlFragment::Map(vec![(key, fragment)]);
    insert(operation, before_in(&IN_OPERATION, place), place.to_owned(), fields)
}

/// True if another parameter of the operation has the same name in Rust.
fn is_named_elsewhere(index: &YamlIndex, finding: &Finding) -> bool {
    let name = field_name(&finding.location);
    let operation = index.subject(&finding.subject).filter(|_| name != finding.location);
    let places = operation.into_iter().flat_map(|operation| {
        ["path", "query", "body"].into_iter().filter_map(move |place| entry(operation, place))
    });
    let own = |key: &str| key.trim_end_matches('?').to_snake_case() == name.to_snake_case();
    places.flat_map(entries).any(|field| own(&field.key.text))
}

/// At the end of the section that has the operation's official page.
fn add_operation(
    index: &YamlIndex,
    finding: &Finding,
    page: &str,
    key: String,
    fragment: YamlFragment,
) -> Needed {
    let method = finding.subject.split_once(' ').map(|(method, _)| method);
    if !Method::ALL.iter().any(|known| Some(known.word()) == method) {
        return Err("the schema language has no such method");
    }
    let file = index.section(page).ok_or("no section has its official page")?;
    add_last(index, file, "operations", key, fragment)
}

/// Beside what names it.
fn add_type(
    index: &YamlIndex,
    finding: &Finding,
    file: usize,
    key: String,
    fragment: YamlFragment,
) -> Needed {
    let is_name = finding.subject.starts_with(|first: char| first.is_ascii_uppercase())
        && finding.subject.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !is_name {
        return Err("its name is not one of the schema language");
    }
    add_last(index, file, "types", key, fragment)
}

fn add_last(
    index: &YamlIndex,
    file: usize,
    top: &str,
    key: String,
    fragment: YamlFragment,
) -> Needed {
    if let Some(entry) = index.top_level(file, top) {
        return insert(entry, last(entry), key, fragment);
    }
    let names = map(index.root(file)).map(|(key, _)| key.text.clone());
    let mut after: Vec<String> = names.collect();
    after.reverse();
    let fragment = YamlFragment::Map(vec![(key, fragment)]);
    let action = Action::Insert { after, key: top.to_owned(), fragment };
    Ok(Some(Change { file, target: None, action }))
}

/// Adds a code to an enumeration, or to the one that is the field's type.
pub fn add_value(index: &YamlIndex, finding: &Finding) -> Needed {
    let values = values(index, finding).ok_or("the type of the field is not an enumeration")?;
    if finding.detail.is_empty() {
        return Err("the codes need an enumeration");
    }
    if !finding.detail.chars().all(|letter| letter.is_ascii_graphic()) {
        return Err("its code is not known");
    }
    if child(values.value, &finding.detail).is_some() {
        return Ok(None);
    }
    let label = if finding.theirs == finding.detail { "" } else { &finding.theirs };
    let (key, fragment) = suggestion::value(&finding.detail, label);
    insert(values, last(values), key, fragment)
}

fn values<'i>(index: &'i YamlIndex, finding: &Finding) -> Option<MapEntry<'i>> {
    if finding.location.is_empty() {
        return index.values(&finding.subject);
    }
    let was = finding.was.as_ref().unwrap_or(&finding.location);
    let entry = index.field(&finding.subject, &finding.location);
    let ty = child(entry.or_else(|| index.field(&finding.subject, was))?.value, "type")?;
    let word = match &ty.content {
        Content::List(items) => scalar(items.first()?)?,
        _ => scalar(ty)?,
    };
    index.values(word)
}

fn last(entry: MapEntry<'_>) -> Vec<String> {
    map(Some(entry.value)).last().map(|(key, _)| key.text.clone()).into_iter().collect()
}

fn insert(inside: MapEntry<'_>, after: Vec<String>, key: String, fragment: YamlFragment) -> Needed {
    Ok(Some(Change::of(inside, Action::Insert { after, key, fragment })))
}

//! The next change that a finding needs. The text is looked at anew after each change, so a finding
//! needs as many as it takes, and none if the text is as upstream has it already.

use super::entry::{IN_FIELD, IN_OPERATION, Needed, drop, is_name, set, with_mark};
use super::references::{self, Renamed};
use super::{gateways, new_items, require, routes, statuses};
use crate::upstream::edit::{Action, Change};
use crate::upstream::finding::{Finding, Group, Kind};
use crate::yaml_index::{MapEntry, YamlIndex};

/// The function that finds the next change for a finding, with the date of upstream's document.
pub type Next = fn(&YamlIndex, &Finding, Option<&str>) -> Needed;

/// The next change of other entries, after all findings that make one change with this one are applied.
pub fn next_for_others(index: &YamlIndex, finding: &Finding, _: Option<&str>) -> Needed {
    gateways::left_behind(index, finding)
}

/// The next change that a finding needs.
pub fn next(index: &YamlIndex, finding: &Finding, date: Option<&str>) -> Needed {
    let theirs = finding.theirs.as_str();
    if finding.place.is_some() {
        return Err("other places share the record");
    }
    if let Some(change) = gateways::unknown(index, finding) {
        return Ok(Some(change));
    }
    match finding.kind {
        Kind::OperationAdded | Kind::ParameterAdded | Kind::FieldAdded | Kind::TypeAdded => {
            new_items::add(index, finding)
        }
        Kind::ValueAdded => new_items::add_value(index, finding),
        Kind::GatewayListChanged => gateways::list(index, finding),
        Kind::GatewayRuleChanged => gateways::rule(finding, entry(index, finding)?),
        Kind::OperationHidden => {
            set(entry(index, finding)?, &IN_OPERATION, UNDOCUMENTED, date.ok_or(NO_DATE)?)
        }
        Kind::ParameterHidden | Kind::FieldHidden => hide(index, finding, date),
        Kind::OperationDocumented | Kind::ParameterDocumented | Kind::FieldDocumented => {
            drop(entry(index, finding)?, UNDOCUMENTED)
        }
        Kind::ParameterRenamed | Kind::FieldRenamed => rename(index, finding),
        Kind::RouteChanged => routes::next(index, finding),
        Kind::StatusAdded => statuses::add(index, finding),
        Kind::RequirednessChanged if theirs == "required" => require(index, finding),
        Kind::RequirednessChanged => mark(entry(index, finding)?, true),
        Kind::LengthChanged => set_or_drop(entry(index, finding)?, "max_length", theirs),
        Kind::RangeChanged => range(entry(index, finding)?, theirs),
        kind if kind.group() == Group::Hidden => Err("it can still be on the wire"),
        kind if kind.group() == Group::ProseChanged => Err("read the page"),
        Kind::TypeChanged | Kind::ReturnsChanged => Err("it changes the type of a public item"),
        _ => Err("it is for a person to judge"),
    }
}

const UNDOCUMENTED: &str = "undocumented_since";
const NO_DATE: &str = "the date of upstream's description is unknown";

/// True if the change that a finding needs has a date in it.
pub fn is_dated(finding: &Finding) -> bool {
    let kinds = [Kind::OperationHidden, Kind::ParameterHidden, Kind::FieldHidden];
    finding.place.is_none() && kinds.contains(&finding.kind)
}

/// The operation, the type, or the parameter or field in it, by its new name or its old one.
fn entry<'i>(index: &'i YamlIndex, finding: &Finding) -> Result<MapEntry<'i>, &'static str> {
    let missing = "the schema has no entry of its own for it";
    if finding.location.is_empty() {
        return index.subject(&finding.subject).ok_or(missing);
    }
    let locations = [Some(&finding.location), finding.was.as_ref()];
    let mut found = locations.into_iter().flatten();
    found.find_map(|location| index.field(&finding.subject, location)).ok_or(missing)
}

/// Requests may still send it, and responses need not have it. A path parameter is always required.
fn hide(index: &YamlIndex, finding: &Finding, date: Option<&str>) -> Needed {
    let entry = entry(index, finding)?;
    match set(entry, &IN_FIELD, UNDOCUMENTED, date.ok_or(NO_DATE)?)? {
        None if !finding.location.starts_with("path.") => mark(entry, true),
        change => Ok(change),
    }
}

fn set_or_drop(entry: MapEntry<'_>, key: &str, value: &str) -> Needed {
    if value == "none" { drop(entry, key) } else { set(entry, &IN_FIELD, key, value) }
}

fn range(entry: MapEntry<'_>, theirs: &str) -> Needed {
    let (minimum, maximum) = theirs.split_once(" to ").ok_or("its range is unknown")?;
    match set_or_drop(entry, "minimum", minimum)? {
        None => set_or_drop(entry, "maximum", maximum),
        change => Ok(change),
    }
}

fn require(index: &YamlIndex, finding: &Finding) -> Needed {
    let entry = entry(index, finding)?;
    match require::next(index, &finding.subject, &finding.location, entry)? {
        None => mark(entry, false),
        change => Ok(change),
    }
}

/// Marked as optional, or not.
fn mark(entry: MapEntry<'_>, optional: bool) -> Needed {
    let name = entry.key.text.trim_end_matches('?');
    rename_to(entry, if optional { format!("{name}?") } else { name.to_owned() })
}

/// The entry, and then what refers to it.
fn rename(index: &YamlIndex, finding: &Finding) -> Needed {
    let (entry, name) = (entry(index, finding)?, finding.theirs.as_str());
    if !is_name(name) {
        return Err("its name is not one of the schema language");
    }
    match rename_to(entry, with_mark(entry, name))? {
        None => {
            let renamed = Renamed { old: &finding.ours, new: name };
            Ok(references::next(index, &finding.subject, renamed))
        }
        change => Ok(change),
    }
}

fn rename_to(entry: MapEntry<'_>, key: String) -> Needed {
    Ok((entry.key.text != key).then(|| Change::of(entry, Action::Rename { key })))
}

//! Codes that differ by gateway.

use std::collections::{BTreeMap, BTreeSet};

use super::type_pair::TypePair;
use super::{Change, Rule, rules};
use crate::model::GatewayCodes;

/// A gateway and a standard code.
type Place = (String, String);

/// The gateway's own code, by gateway and standard code.
type Codes<'a> = BTreeMap<Place, &'a str>;

/// The own codes of a place before and after.
type Sides<'a> = (Option<&'a str>, Option<&'a str>);

/// Every change of the tables: one for each kind, however many gateways share a table.
pub fn compare(
    pair: &TypePair<'_, '_>,
    before: &GatewayCodes,
    after: &GatewayCodes,
    changes: &mut Vec<Change>,
) {
    let codes = &pair.comparison.codes;
    let old = table(before, &|gateway, standard| {
        (pair.comparison.gateway(gateway).into(), codes.now(Some(before.of), standard).into())
    });
    let new = table(after, &|gateway, standard| (gateway.into(), standard.into()));
    for rule in
        [&rules::GATEWAY_CODE_REMOVED, &rules::GATEWAY_CODE_CHANGED, &rules::GATEWAY_CODE_ADDED]
    {
        let places: BTreeSet<_> = old.keys().chain(new.keys()).collect();
        let sides = |place: &Place| (old.get(place).copied(), new.get(place).copied());
        let places = places.into_iter().map(|place| (place, sides(place)));
        let of_rule = places.filter(|(_, sides)| rule_of(*sides) == Some(rule));
        changes.extend(of_places(pair, rule, of_rule.collect()));
    }
}

fn rule_of((old, new): Sides<'_>) -> Option<&'static Rule> {
    match (old, new) {
        (Some(_), None) => Some(&rules::GATEWAY_CODE_REMOVED),
        (None, Some(_)) => Some(&rules::GATEWAY_CODE_ADDED),
        (old, new) => (old != new).then_some(&rules::GATEWAY_CODE_CHANGED),
    }
}

/// The one change of these places.
fn of_places(
    pair: &TypePair<'_, '_>,
    rule: &'static Rule,
    places: Vec<(&Place, Sides<'_>)>,
) -> Option<Change> {
    let lines = lines(&places);
    let standards: Vec<_> = lines.keys().map(|(standard, _)| *standard).collect();
    // A change of one code is at that code.
    let first = standards.first()?;
    let is_one = standards.iter().all(|standard| standard == first);
    let site = match is_one {
        true => pair.site.inside(first, &pair.after.name),
        false => pair.site.clone(),
    };
    let side = |pick: &dyn Fn(Sides<'_>) -> Option<String>| -> Vec<String> {
        let lines = lines.iter();
        let line = |((standard, sides), gateways): (&(&str, Sides<'_>), &Vec<&str>)| {
            Some(format!("{standard} at {}: {}", gateways.join(", "), pick(*sides)?))
        };
        lines.filter_map(line).collect()
    };
    let before = side(&|(old, _)| old.map(str::to_owned));
    let after = side(&|(_, new)| new.map(str::to_owned));
    Some(site.listed(rule, before, after))
}

/// The gateways at which a standard code has the same change.
fn lines<'p>(places: &[(&'p Place, Sides<'p>)]) -> BTreeMap<(&'p str, Sides<'p>), Vec<&'p str>> {
    let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for ((gateway, standard), sides) in places {
        lines.entry((standard.as_str(), *sides)).or_default().push(gateway.as_str());
    }
    lines
}

fn table<'a>(codes: &'a GatewayCodes, place: &dyn Fn(&str, &str) -> Place) -> Codes<'a> {
    let mut rows = Codes::new();
    for table in &codes.tables {
        for gateway in &table.gateways {
            for (standard, own) in &table.codes {
                rows.insert(place(&gateway.code, standard), own.as_str());
            }
        }
    }
    rows
}

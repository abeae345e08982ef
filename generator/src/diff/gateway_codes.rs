//! Codes that differ by gateway.

use std::collections::BTreeMap;

use super::type_pair::TypePair;
use super::{Change, rules};
use crate::model::GatewayCodes;

/// The gateway's own code, by gateway and standard code.
type Codes<'a> = BTreeMap<(&'a str, &'a str), &'a str>;

/// Every change of the tables.
pub fn compare(
    pair: &TypePair<'_, '_>,
    before: &GatewayCodes,
    after: &GatewayCodes,
    changes: &mut Vec<Change>,
) {
    let (before, after) = (codes(before), codes(after));
    let site = |(gateway, standard): &(&str, &str)| {
        let name = format!("{} of {standard} at {gateway}", pair.after.name);
        pair.site.inside(&format!("{gateway}/{standard}"), name)
    };
    for (place, old) in &before {
        match after.get(place) {
            None => changes.push(site(place).removed(&rules::GATEWAY_CODE_REMOVED, *old)),
            Some(new) if new != old => {
                changes.push(site(place).changed(&rules::GATEWAY_CODE_CHANGED, *old, *new));
            }
            Some(_) => {}
        }
    }
    for (place, new) in after.iter().filter(|(place, _)| !before.contains_key(*place)) {
        changes.push(site(place).added(&rules::GATEWAY_CODE_ADDED, *new));
    }
}

fn codes(codes: &GatewayCodes) -> Codes<'_> {
    let tables = codes.tables.iter();
    let rows = tables.flat_map(|table| {
        let gateways = table.gateways.iter();
        gateways.flat_map(|gateway| {
            let codes = table.codes.iter();
            codes.map(|(standard, own)| ((gateway.code.as_str(), standard.as_str()), own.as_str()))
        })
    });
    rows.collect()
}

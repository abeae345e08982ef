//! Records that only our schema names, against the members that upstream shows in their places.
//!
//! Several places can share a record. What holds for all of them is one finding about the record.

use std::collections::BTreeMap;

use super::compared_facts::ComparedFacts;
use super::fields::{Owner, fields};
use super::kinds::MEMBER;
use crate::upstream::finding::{Finding, Group, Kind};

/// The findings at each place of a record.
type Places = Vec<(String, Vec<Finding>)>;

/// Compares the records at all their places.
pub fn compare(comparison: &mut ComparedFacts<'_>) {
    let mut records: BTreeMap<&str, Places> = BTreeMap::new();
    while let Some(found) = comparison.uses.pop() {
        let Some(own) = comparison.ours.types.get(found.record) else { continue };
        let first = comparison.found.len();
        fields(comparison, &Owner::of(found.record, &MEMBER), own, found.members);
        let of_place = comparison.found.split_off(first);
        records.entry(found.record).or_default().push((found.place, of_place));
    }
    for (record, mut places) in records {
        places.sort_by(|left, right| left.0.cmp(&right.0));
        comparison.found.extend(merged(record, &places));
    }
}

fn merged(record: &str, places: &Places) -> Vec<Finding> {
    let mut merged: Vec<Finding> = Vec::new();
    for (place, findings) in places {
        for finding in findings {
            let others: Vec<&str> = places
                .iter()
                .filter(|(_, findings)| !findings.contains(finding))
                .map(|(place, _)| place.as_str())
                .collect();
            match others.as_slice() {
                [] if merged.contains(finding) => {}
                [] => merged.push(finding.clone()),
                // What another place still has, the record must keep; codes are looked for everywhere.
                _ if finding.kind == Kind::ValueHidden => merged.push(finding.clone()),
                _ if finding.kind.group() == Group::Hidden => {}
                others => merged.push(at_one_place(record, place, finding, others)),
            }
        }
    }
    merged
}

fn at_one_place(record: &str, place: &str, finding: &Finding, others: &[&str]) -> Finding {
    let mut finding = finding.clone();
    finding.place = Some(place.to_owned());
    finding.note = format!(
        "`{record}` is also the type of {}, for which upstream documents something else; one of them may need a type of its own",
        others.join(", ")
    );
    finding
}

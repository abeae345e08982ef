//! The changes of the pages since they were pinned.

use super::code_finding::hidden_code;
use super::facts::{CodeRow, PageFacts, Pages};
use super::sides::{Page, Sides};
use crate::model::{EnumValue, Shape, Type};
use crate::upstream::finding::{Finding, Kind};

/// Edited prose, and codes that a page had and another still has.
pub fn compare(sides: &Sides<'_>, before: &Pages) -> Vec<Finding> {
    let mut found = Vec::new();
    for page in &sides.pages {
        let Some(old) = before.get(page.name) else { continue };
        found.extend(edited(page.name, "", &old.prose, &page.facts.prose));
        found.extend(edited_rows(page, old));
        found.extend(edited_items(page, old));
        found.extend(dropped_codes(sides, page, old));
    }
    found
}

/// `part` is a row; empty for the rest of the page.
fn edited(page: &str, part: &str, old: &str, new: &str) -> Option<Finding> {
    let finding = || Finding::new(Kind::ProseChanged, page, "").about(part).between(old, new);
    (old != new).then(finding)
}

fn edited_rows<'p>(page: &'p Page<'_>, old: &'p PageFacts) -> impl Iterator<Item = Finding> + 'p {
    page.facts.codes.iter().filter_map(|row| {
        let old = find(&old.codes, &row.code)?;
        edited(page.name, &row.code, &old.prose, &row.prose)
    })
}

/// The remarks in the labels of a list.
fn edited_items<'p>(page: &'p Page<'_>, old: &'p PageFacts) -> impl Iterator<Item = Finding> + 'p {
    let lists =
        page.facts.lists.iter().filter_map(|list| {
            Some((list, old.lists.iter().find(|old| old.heading == list.heading)?))
        });
    let items = lists.flat_map(|(list, old)| list.rows.iter().map(move |row| (list, old, row)));
    items.filter_map(|(list, old, row)| {
        let old = old.rows.iter().find(|old| old.label == row.label)?;
        edited(page.name, &format!("{} {}", list.heading, row.label), &old.prose, &row.prose)
    })
}

fn dropped_codes(sides: &Sides<'_>, page: &Page<'_>, old: &PageFacts) -> Vec<Finding> {
    let Some(ty) = page.entry.ty.as_ref().and_then(|name| sides.ty(name)) else {
        return Vec::new();
    };
    let dropped = old.codes.iter().filter(|row| find(&page.facts.codes, &row.code).is_none());
    let ours = dropped.filter(|row| values(ty).iter().any(|value| value.code == row.code));
    ours.map(|row| hidden_code(ty, &row.code)).collect()
}

fn find<'r>(rows: &'r [CodeRow], code: &str) -> Option<&'r CodeRow> {
    rows.iter().find(|row| row.code == code)
}

fn values(ty: &Type) -> &[EnumValue] {
    match &ty.shape {
        Shape::Enumeration(codes) => &codes.values,
        _ => &[],
    }
}

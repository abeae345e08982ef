//! The code tables of our schema and the pages → findings.

use super::facts::Pages;
use super::page_map::PageMap;
use super::sides::Sides;
use super::{enumeration, gateway_codes, history};
use crate::model::{Api, Shape, Type};
use crate::upstream::facts::Facts;
use crate::upstream::finding::Finding;

/// Compares the schema with the pages. `before` has the pinned pages, if `now` are newer ones: they
/// reveal edited prose and removed codes. A gateway that upstream's description names is not hidden.
///
/// # Errors
/// Fails when the map does not fit the schema or the pages; the message is one sentence.
pub fn compare(
    api: &Api,
    map: &PageMap,
    before: Option<&Pages>,
    now: &Pages,
    description: &Facts,
) -> Result<Vec<Finding>, String> {
    let sides = Sides::new(api, map, now, description)?;
    let mut found = Vec::new();
    for name in sides.types() {
        let ty = sides.ty(name).ok_or_else(|| format!("the schema has no type `{name}`"))?;
        found.extend(compare_type(&sides, ty)?);
    }
    found.extend(before.map(|before| history::compare(&sides, before)).unwrap_or_default());
    Ok(found)
}

fn compare_type(sides: &Sides<'_>, ty: &Type) -> Result<Vec<Finding>, String> {
    let name = &ty.docs_name;
    let has_lists = sides.pages_of(ty).any(|page| page.entry.code.is_none());
    match &ty.shape {
        Shape::Enumeration(codes) if !has_lists => Ok(enumeration::compare(sides, ty, codes)),
        Shape::GatewayCodes(codes) if has_lists => gateway_codes::compare(sides, ty, codes),
        Shape::Enumeration(_) => Err(format!("`{name}` has `values`, so its pages need `code`")),
        Shape::GatewayCodes(_) => {
            Err(format!("`{name}` has `gateway_codes`, so its pages need `lists`"))
        }
        _ => Err(format!("`{name}` has neither `values` nor `gateway_codes`")),
    }
}

//! The codes at single gateways, compared with the lists of their pages.

use super::code_finding::{renamed_list, table_added, table_hidden};
use super::facts::CodeList;
use super::gateway_list;
use super::page_map::PageEntry;
use super::sides::Sides;
use super::standard_codes::StandardCodes;
use crate::model::{GatewayCodeTable, GatewayCodes, Type};
use crate::upstream::finding::Finding;

/// The differences of the tables from the lists of all pages.
///
/// # Errors
/// Fails when a list is assigned to a gateway without a table.
pub fn compare(sides: &Sides<'_>, ty: &Type, codes: &GatewayCodes) -> Result<Vec<Finding>, String> {
    let mut found = Vec::new();
    for page in sides.pages_of(ty) {
        let tables = tables(page.entry, codes)?;
        let assigned =
            tables.iter().filter_map(|table| Some((table.table, table.list(&page.facts.lists)?)));
        let standard = StandardCodes::new(sides.api.ty(codes.of), assigned);
        let page = Lists { ty, standard, tables, lists: &page.facts.lists };
        found.extend(page.compare());
    }
    Ok(found)
}

/// A table of ours with the heading of its list.
struct AssignedTable<'t> {
    heading: &'t str,
    gateway: &'t str,
    table: &'t GatewayCodeTable,
}

impl AssignedTable<'_> {
    fn list<'l>(&self, lists: &'l [CodeList]) -> Option<&'l CodeList> {
        lists.iter().find(|list| list.heading == self.heading)
    }
}

fn tables<'t>(
    entry: &'t PageEntry,
    codes: &'t GatewayCodes,
) -> Result<Vec<AssignedTable<'t>>, String> {
    let table = |(heading, gateway): (&'t String, &'t String)| {
        let has = |table: &&GatewayCodeTable| table.gateways.iter().any(|own| own.code == *gateway);
        let table = codes.tables.iter().find(has);
        let table = table.ok_or_else(|| format!("`{heading}`: `{gateway}` has no table"))?;
        Ok(AssignedTable { heading, gateway, table })
    };
    entry.lists.iter().map(table).collect()
}

/// The lists of one page, with the tables that they are assigned to.
struct Lists<'l> {
    ty: &'l Type,
    standard: StandardCodes<'l>,
    tables: Vec<AssignedTable<'l>>,
    lists: &'l [CodeList],
}

impl Lists<'_> {
    fn compare(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut missing = Vec::new();
        for table in &self.tables {
            match table.list(self.lists) {
                Some(list) => found.extend(self.differences(table, list)),
                None => missing.push(table),
            }
        }
        for list in self.lists.iter().filter(|list| !self.is_assigned(list)) {
            let renamed = missing.iter().position(|table| self.has_same_codes(table, list));
            match renamed.map(|place| missing.swap_remove(place)) {
                Some(table) => {
                    found.push(renamed_list(self.ty, table.gateway, table.heading, &list.heading));
                }
                None => found.extend(self.added(list)),
            }
        }
        found.extend(
            missing.iter().map(|table| table_hidden(self.ty, table.gateway, table.heading)),
        );
        found
    }

    fn is_assigned(&self, list: &CodeList) -> bool {
        self.tables.iter().any(|table| table.heading == list.heading)
    }

    fn differences(&self, table: &AssignedTable<'_>, list: &CodeList) -> Vec<Finding> {
        gateway_list::compare(self.ty, &self.standard, (table.gateway, table.table), list)
    }

    /// True if the list differs from the table in labels at most.
    fn has_same_codes(&self, table: &AssignedTable<'_>, list: &CodeList) -> bool {
        let about_codes = |finding: &Finding| finding.subject == self.ty.docs_name;
        !self.differences(table, list).iter().any(about_codes)
    }

    /// A list that belongs to no table, and the codes of our enumeration that it shows to be missing.
    fn added(&self, list: &CodeList) -> Vec<Finding> {
        let rows = self.standard.resolve(list, None);
        let codes = rows.iter().map(|row| (row.standard.as_str(), row.own.as_str()));
        let table = table_added(self.ty, &list.heading, codes);
        rows.into_iter().filter_map(|row| row.finding).chain([table]).collect()
    }
}

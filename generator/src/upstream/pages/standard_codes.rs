//! The standard codes behind the labels of lists.

use std::collections::{BTreeMap, BTreeSet};

use super::code_finding::{new_code, other_label, unknown_code};
use super::facts::{CodeList, CodeRow};
use super::label;
use crate::model::{EnumValue, GatewayCodeTable, Shape, Type};
use crate::upstream::finding::Finding;

/// The enumeration of the standard codes, and what lists of standard codes say.
pub struct StandardCodes<'c> {
    ty: &'c Type,
    /// The codes by label, from the lists of the tables whose own codes are the standard codes.
    listed: BTreeMap<&'c str, &'c str>,
}

/// A row of a list with its standard code.
pub struct ResolvedRow {
    /// The standard code; the label if it is not known.
    pub standard: String,
    /// The gateways' own code.
    pub own: String,
    /// The finding about the standard code, if it is new or has another label.
    pub finding: Option<Finding>,
}

impl<'c> StandardCodes<'c> {
    /// Learns from the lists of these tables.
    pub fn new(
        ty: &'c Type,
        lists: impl Iterator<Item = (&'c GatewayCodeTable, &'c CodeList)>,
    ) -> Self {
        let is_standard =
            |table: &GatewayCodeTable| table.codes.iter().all(|(standard, own)| standard == own);
        let rows = lists.filter(|(table, _)| is_standard(table)).flat_map(|(_, list)| &list.rows);
        Self { ty, listed: rows.map(|row| (row.label.as_str(), row.code.as_str())).collect() }
    }

    /// Finds the standard codes of a list; `table` is ours of the same gateways.
    pub fn resolve(&self, list: &CodeList, table: Option<&GatewayCodeTable>) -> Vec<ResolvedRow> {
        let titled: BTreeSet<_> =
            list.rows.iter().filter_map(|row| self.titled(row)).map(code).collect();
        let is_free = |standard: &str| !titled.contains(standard);
        list.rows.iter().map(|row| self.resolve_row(row, table, is_free)).collect()
    }

    fn resolve_row(
        &self,
        row: &CodeRow,
        table: Option<&GatewayCodeTable>,
        is_free: impl Fn(&str) -> bool,
    ) -> ResolvedRow {
        let same_own = || {
            let codes = table.into_iter().flat_map(|table| &table.codes);
            let mut codes = codes.filter(|(standard, own)| *own == row.code && is_free(standard));
            codes.next().map(|(standard, _)| standard.as_str())
        };
        let listed = || self.listed.get(row.label.as_str()).copied();
        let known = self.titled(row).map(code).or_else(same_own).or_else(listed);
        let finding = match known {
            Some(standard) => match self.value(standard) {
                Some(value) => other_label(self.ty, value, &row.label),
                None => Some(new_code(self.ty, standard, &row.label)),
            },
            None => Some(unknown_code(self.ty, &row.label)),
        };
        let standard = known.unwrap_or(&row.label).to_owned();
        ResolvedRow { standard, own: row.code.clone(), finding }
    }

    fn titled(&self, row: &CodeRow) -> Option<&'c EnumValue> {
        self.values().iter().find(|value| label::fits(&row.label, &value.title))
    }

    fn value(&self, standard: &str) -> Option<&'c EnumValue> {
        self.values().iter().find(|value| value.code == standard)
    }

    fn values(&self) -> &'c [EnumValue] {
        match &self.ty.shape {
            Shape::Enumeration(codes) => &codes.values,
            _ => &[],
        }
    }
}

fn code(value: &EnumValue) -> &str {
    &value.code
}

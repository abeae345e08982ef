//! A table of codes at gateways, compared with a list.

use std::collections::BTreeMap;

use super::code_finding::gateway_code;
use super::facts::CodeList;
use super::standard_codes::StandardCodes;
use crate::model::{GatewayCodeTable, Type};
use crate::upstream::finding::{Finding, Kind};

/// The differences of a table from the list of the same gateways; one of these identifies the table.
pub fn compare(
    ty: &Type,
    standard: &StandardCodes<'_>,
    (gateway, table): (&str, &GatewayCodeTable),
    list: &CodeList,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut ours: BTreeMap<&str, &str> =
        table.codes.iter().map(|(standard, own)| (standard.as_str(), own.as_str())).collect();
    for row in standard.resolve(list, Some(table)) {
        let own = ours.remove(row.standard.as_str());
        let finding = |kind| {
            gateway_code(ty, kind, gateway, (&row.standard, own.unwrap_or_default(), &row.own))
        };
        match own {
            None => found.push(finding(Kind::GatewayCodeAdded)),
            Some(own) if own != row.own => found.push(finding(Kind::GatewayCodeChanged)),
            Some(_) => {}
        }
        found.extend(row.finding);
    }
    let hidden =
        |(standard, own)| gateway_code(ty, Kind::GatewayCodeHidden, gateway, (standard, own, ""));
    found.extend(ours.into_iter().map(hidden));
    found
}

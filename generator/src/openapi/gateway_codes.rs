//! Codes that differ by gateway.

use crate::json_object::Object;
use crate::model::{GatewayCodeTable, GatewayCodes};

/// The type, with the tables of the gateways.
pub fn schema(codes: &GatewayCodes) -> Object {
    Object::new()
        .with("type", "string")
        .list("examples", codes.first())
        .list("x-portone-gateway-codes", codes.tables.iter().map(table))
}

fn table(table: &GatewayCodeTable) -> Object {
    let codes = table.codes.iter().map(|(standard, own)| (standard.as_str(), own.as_str()));
    Object::new()
        .list("gateways", table.gateways.iter().map(|gateway| gateway.code.as_str()))
        .nested("codes", codes.collect())
}

/// The tables for readers.
pub fn listed(codes: &GatewayCodes) -> String {
    let lines = codes.tables.iter().map(|table| {
        let gateways = table.gateways.iter().map(|gateway| format!("`{}`", gateway.code));
        let codes = table.codes.iter().map(|(standard, own)| format!("`{standard}` is `{own}`"));
        let gateways = gateways.collect::<Vec<_>>().join(", ");
        format!("- {gateways}: {}", codes.collect::<Vec<_>>().join(", "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

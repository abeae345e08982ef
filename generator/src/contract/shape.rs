//! The shapes of types.

use super::field;
use crate::json_object::Object;
use crate::model::{Api, EnumValue, GatewayCodeTable, Shape, Type};

/// A record, the codes of an enumeration, or the codes of gateways. A response that is one of several
/// records is built as that one, so the alternatives are not part of the contract.
pub fn of(api: &Api, ty: &Type) -> Option<Object> {
    match &ty.shape {
        Shape::Record(fields) => {
            Some(Object::new().list("record", fields.iter().map(|each| field::of(api, each))))
        }
        Shape::Enumeration(codes) => Some(
            Object::new()
                .flag("integer", codes.integer)
                .list("codes", codes.values.iter().map(code)),
        ),
        Shape::GatewayCodes(codes) => Some(
            Object::new()
                .with("of", api.ty(codes.of).docs_name.as_str())
                .list("gateway_codes", codes.tables.iter().map(table)),
        ),
        Shape::Choice(_) => None,
    }
}

fn table(table: &GatewayCodeTable) -> Object {
    let codes = table.codes.iter().map(|(standard, own)| (standard.as_str(), own.as_str()));
    Object::new()
        .list("gateways", table.gateways.iter().map(|gateway| gateway.code.as_str()))
        .nested("codes", codes.collect())
}

fn code(value: &EnumValue) -> Object {
    Object::new().with("code", value.code.as_str()).with("title", value.title.as_str())
}

//! The documentation of records, enumerations and choices.

use super::comment::Docs;
use super::gateways::names;
use crate::emit::markdown::{list, prose};
use crate::model::{Choice, EnumValue, GatewayCodes, Type};

/// A record or an enumeration.
pub fn ty(ty: &Type) -> Docs {
    let docs = Docs::summary(&prose(&ty.doc));
    match &ty.page {
        Some(page) => docs
            .paragraph(&format!("{} · `{}`", prose(&ty.title), ty.docs_name))
            .paragraph(&format!("[Official page]({page})")),
        None => docs.paragraph(&prose(&ty.title)),
    }
}

/// A variant of an enumeration.
pub fn variant(value: &EnumValue) -> Docs {
    Docs::new(&prose(&value.doc))
        .paragraph(&format!("{} · `{}`", prose(&value.title), value.code))
        .aliases([&value.code, &value.title], &value.name)
}

/// The method that returns a gateway's own code.
pub fn at_gateway(enumeration: &str, codes: &GatewayCodes) -> Docs {
    let tables = codes.tables.iter().map(|table| names(table.gateways.iter()));
    Docs::new(&format!(
        "The gateway's own code for this [`{enumeration}`]; `None` if the gateway does not support it, or if the docs list no codes for the gateway."
    ))
    .paragraph("The docs list the codes of:")
    .block(list(tables))
}

/// A variant of a choice.
pub fn choice(choice: &Choice) -> Docs {
    let selected = match &choice.when {
        Some(when) => format!("Selected by the field `{when}`."),
        None => "Any other response.".to_owned(),
    };
    Docs::new(&prose(&choice.doc)).paragraph(&selected)
}

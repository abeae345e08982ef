use portone_v1::shop::CreateOrder;
use portone_v1::types::{Line, Vat};

pub fn request() -> CreateOrder {
    CreateOrder::new().lines([Line::new().vat(Vat::TaxFree), Line::new().vat("1")])
}

pub fn texts(vat: &Vat) -> (&str, Option<&'static str>, String) {
    match vat {
        Vat::TaxFree | Vat::Unknown(_) => (vat.code(), vat.name(), vat.to_string()),
        _ => ("0", None, Vat::from("0").to_string()),
    }
}

use portone_v1::codes::{Bank, BankCode, Gateway};
use portone_v1::deliveries::CancelDelivery;

pub fn refund(bank: &Bank, gateway: &Gateway) -> Option<CancelDelivery> {
    let code: BankCode = bank.at(gateway)?;
    Some(CancelDelivery::new("1", 10_000, code))
}

pub fn text(code: &BankCode) -> (&str, String) {
    (code.code(), code.to_string())
}

//! Which sub-merchants sold how much of a payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::money;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[("partners.register_receipt", register_receipt)];

/// What was entered before is replaced.
fn register_receipt(books: &mut Books, call: &Call<'_>) -> Answer {
    let imp_uid = call.required("imp_uid");
    let whole = books.payments.paid(imp_uid)?.amount;
    let sales = call.records("data");
    let sum = sales.iter().copied().map(amount).sum::<Result<Decimal, _>>()?;
    if sum > whole {
        return Err(Refusal::invalid(format!("{sum} is more than the {whole} that was paid")));
    }
    let sales = sales.into_iter().map(|sale| Value::Object(with_vat(sale))).collect();
    books.partner_sales.insert(imp_uid.to_owned(), sales);
    let url = format!("https://receipt.example/{imp_uid}/partners");
    Ok(Success::new(json!({ "receipt_url": url })))
}

/// Of one sub-merchant, no more of which may be tax and free of tax than there is.
fn amount(sale: &Map<String, Value>) -> Result<Decimal, Refusal> {
    let amount = read(sale, "amount");
    let parts = read(sale, "tax_free") + read(sale, "vat_amount");
    match parts > amount {
        true => Err(Refusal::invalid(format!("tax_free and vat_amount are more than {amount}"))),
        false => Ok(amount),
    }
}

fn with_vat(sale: &Map<String, Value>) -> Map<String, Value> {
    let mut sale = sale.clone();
    let vat = money::write(money::vat(read(&sale, "amount")));
    sale.entry("vat_amount").or_insert(vat);
    sale.entry("tax_free").or_insert(json!(0));
    sale
}

fn read(sale: &Map<String, Value>, name: &str) -> Decimal {
    sale.get(name).and_then(money::read).unwrap_or_default()
}

//! Sales of partners in a payment.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::money;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[("partners.register_receipt", register_receipt)];

/// Registers the sales, replacing the previous ones.
fn register_receipt(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    let whole = state.payments.paid(imp_uid)?.amount;
    let sales = call.records("data");
    let sum = sales.iter().copied().map(amount).sum::<Result<Decimal, _>>()?;
    if sum > whole {
        return Err(ApiError::bad_request(format!(
            "the sum of the sales is {sum}; the maximum is {whole}"
        )));
    }
    let sales = sales.into_iter().map(|sale| Value::Object(with_vat(sale))).collect();
    state.partner_sales.insert(imp_uid.to_owned(), sales);
    let url = format!("https://receipt.example/{imp_uid}/partners");
    Ok(Success::new(json!({ "receipt_url": url })))
}

/// Returns the amount of a sale, after validation of its tax-free amount and VAT.
fn amount(sale: &Map<String, Value>) -> Result<Decimal, ApiError> {
    let amount = read(sale, "amount");
    let parts = read(sale, "tax_free") + read(sale, "vat_amount");
    match parts > amount {
        true => Err(ApiError::bad_request(format!(
            "the sum of tax_free and vat_amount is {parts}; the maximum is {amount}"
        ))),
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

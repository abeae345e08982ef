//! Cash receipts of payments and of external sales.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::record;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::contract::Contract;
use crate::money;

/// Stored cash receipt.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Code of the gateway.
    pub gateway: String,
    /// Time of the cancellation, or 0.
    pub cancelled_at: i64,
    number: u64,
    /// `person` or `company`
    receipt_type: String,
    amount: Decimal,
    vat: Decimal,
    applied_at: i64,
}

/// Receipts by the identifier of the sale, with at most one active receipt each.
#[derive(Debug, Default)]
pub struct ReceiptIndex(BTreeMap<String, Receipt>);

/// Cash receipts of a merchant.
#[derive(Debug, Default)]
pub struct Receipts {
    /// Receipts of payments by `imp_uid`.
    pub of_payments: ReceiptIndex,
    /// Receipts of external sales by `merchant_uid`.
    pub external: ReceiptIndex,
    issued: u64,
}

impl Receipts {
    /// Creates a receipt for this amount from a request.
    ///
    /// # Errors
    /// 400 when the VAT or the tax-free amount is too high.
    pub fn create(
        &mut self,
        call: &ApiCall<'_>,
        amount: Decimal,
        now: i64,
    ) -> Result<Receipt, ApiError> {
        let vat = vat(call, amount)?;
        self.issued += 1;
        Ok(Receipt {
            gateway: call.channel.gateway.clone(),
            cancelled_at: 0,
            number: self.issued,
            receipt_type: call.text("type").unwrap_or("person").to_owned(),
            amount,
            vat,
            applied_at: now,
        })
    }
}

/// Returns the VAT of the request, or one eleventh of the taxed amount.
fn vat(call: &ApiCall<'_>, amount: Decimal) -> Result<Decimal, ApiError> {
    let tax_free = call.amount("tax_free").unwrap_or_default();
    if tax_free > amount {
        return Err(ApiError::bad_request(format!(
            "tax_free is {tax_free}; the maximum is {amount}"
        )));
    }
    let taxed = amount - tax_free;
    let given = call.amount("vat_amount").or_else(|| call.amount("vat"));
    match given {
        Some(vat) if vat > taxed => {
            Err(ApiError::bad_request(format!("the VAT is {vat}; the maximum is {taxed}")))
        }
        Some(vat) => Ok(vat),
        None => Ok(money::vat(taxed)),
    }
}

impl ReceiptIndex {
    /// Returns the receipt of a sale.
    ///
    /// # Errors
    /// 404 when none was issued.
    pub fn get(&self, of: &str) -> Result<&Receipt, ApiError> {
        self.0.get(of).ok_or_else(|| ApiError::not_found(format_args!("cash receipt of {of}")))
    }

    /// Stores a receipt, replacing a cancelled one.
    ///
    /// # Errors
    /// 400 when there is an active one.
    pub fn insert(&mut self, of: &str, receipt: Receipt) -> Result<(), ApiError> {
        if self.0.get(of).is_some_and(Receipt::is_active) {
            return Err(ApiError::bad_request(format!("{of} already has a cash receipt")));
        }
        self.0.insert(of.to_owned(), receipt);
        Ok(())
    }

    /// Cancels the receipt of a sale.
    ///
    /// # Errors
    /// 404 when none was issued, 400 when it is already cancelled.
    pub fn revoke(&mut self, of: &str, now: i64) -> Result<(), ApiError> {
        self.get(of)?;
        let receipt = self.0.get_mut(of).filter(|receipt| receipt.is_active());
        let cancelled =
            || ApiError::bad_request(format!("the cash receipt of {of} is already cancelled"));
        receipt.ok_or_else(cancelled)?.cancelled_at = now;
        Ok(())
    }
}

impl Receipt {
    /// Returns `true` until the receipt is cancelled.
    pub fn is_active(&self) -> bool {
        self.cancelled_at == 0
    }

    /// Returns the receipt as a record of type `ty`, whose field `field` identifies the sale.
    pub fn to_json(&self, contract: &Contract, ty: &str, field: &str, of: &str) -> Value {
        let mut values = json!({
            "receipt_tid": format!("receipt-of-{of}"), "apply_num": format!("{:09}", self.number),
            "type": self.receipt_type, "amount": money::write(self.amount), "vat": money::write(self.vat),
            "receipt_url": format!("https://receipt.example/cash/{of}"),
            "applied_at": self.applied_at, "cancelled_at": self.cancelled_at,
        });
        values[field] = json!(of);
        values.as_object().map_or(Value::Null, |values| record::build(contract, ty, values))
    }
}

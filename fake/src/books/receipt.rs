//! Cash receipts: of payments, and of what was paid elsewhere.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::Books;
use crate::call::Call;
use crate::contract::Contract;
use crate::money;
use crate::record;
use crate::refusal::Refusal;

/// The gateway that tells no tax office of a refund by itself.
const NEVER_REVOKES: &str = "smartro_v2";

/// A cash receipt as the server keeps it.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The code of the gateway.
    pub gateway: String,
    /// When it was cancelled, or 0.
    pub cancelled_at: i64,
    number: u64,
    /// `person` or `company`
    to: String,
    amount: Decimal,
    vat: Decimal,
    applied_at: i64,
}

/// Receipts by what they are for: a receipt that stands keeps others out.
#[derive(Debug, Default)]
pub struct Ledger(BTreeMap<String, Receipt>);

/// All receipts of a merchant.
#[derive(Debug, Default)]
pub struct Receipts {
    /// By `imp_uid`.
    pub of_payments: Ledger,
    /// By `merchant_uid`.
    pub external: Ledger,
    issued: u64,
}

impl Receipts {
    /// A receipt over this amount, as a request wants it.
    ///
    /// # Errors
    /// 400 when more is tax or free of tax than there is.
    pub fn write(
        &mut self,
        call: &Call<'_>,
        amount: Decimal,
        now: i64,
    ) -> Result<Receipt, Refusal> {
        let vat = vat(call, amount)?;
        self.issued += 1;
        Ok(Receipt {
            gateway: call.channel.gateway.clone(),
            cancelled_at: 0,
            number: self.issued,
            to: call.text("type").unwrap_or("person").to_owned(),
            amount,
            vat,
            applied_at: now,
        })
    }
}

/// Stated by the merchant, or one eleventh of what is not free of tax.
fn vat(call: &Call<'_>, amount: Decimal) -> Result<Decimal, Refusal> {
    let tax_free = call.amount("tax_free").unwrap_or_default();
    if tax_free > amount {
        return Err(Refusal::invalid(format!("tax_free is more than {amount}")));
    }
    let taxed = amount - tax_free;
    let stated = call.amount("vat_amount").or_else(|| call.amount("vat"));
    match stated {
        Some(vat) if vat > taxed => Err(Refusal::invalid(format!("the VAT is more than {taxed}"))),
        Some(vat) => Ok(vat),
        None => Ok(money::vat(taxed)),
    }
}

impl Ledger {
    /// The receipt for this.
    ///
    /// # Errors
    /// 404 when none was ever issued.
    pub fn get(&self, of: &str) -> Result<&Receipt, Refusal> {
        self.0.get(of).ok_or_else(|| Refusal::not_found(format_args!("cash receipt of {of}")))
    }

    /// Enters a receipt, in the place of one that was cancelled.
    ///
    /// # Errors
    /// 400 when one stands.
    pub fn enter(&mut self, of: &str, receipt: Receipt) -> Result<(), Refusal> {
        if self.0.get(of).is_some_and(Receipt::stands) {
            return Err(Refusal::invalid(format!("{of} has a cash receipt already")));
        }
        self.0.insert(of.to_owned(), receipt);
        Ok(())
    }

    /// Cancels the receipt for this.
    ///
    /// # Errors
    /// 404 when none was ever issued, 400 when it was cancelled before.
    pub fn revoke(&mut self, of: &str, now: i64) -> Result<(), Refusal> {
        self.get(of)?;
        let receipt = self.0.get_mut(of).filter(|receipt| receipt.stands());
        let cancelled =
            || Refusal::invalid(format!("the cash receipt of {of} is cancelled already"));
        receipt.ok_or_else(cancelled)?.cancelled_at = now;
        Ok(())
    }
}

impl Receipt {
    fn stands(&self) -> bool {
        self.cancelled_at == 0
    }

    /// As it is answered: in a record of this type, in which a field says what it is for.
    pub fn answer(&self, contract: &Contract, ty: &str, field: &str, of: &str) -> Value {
        let mut values = json!({
            "receipt_tid": format!("receipt-of-{of}"), "apply_num": format!("{:09}", self.number),
            "type": self.to, "amount": money::write(self.amount), "vat": money::write(self.vat),
            "receipt_url": format!("https://receipt.example/cash/{of}"),
            "applied_at": self.applied_at, "cancelled_at": self.cancelled_at,
        });
        values[field] = json!(of);
        values.as_object().map_or(Value::Null, |values| record::of(contract, ty, values))
    }
}

impl Books {
    /// Issues the cash receipt of a payment.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when its receipt stands already.
    pub fn give_receipt(&mut self, imp_uid: &str, receipt: Receipt) -> Result<(), Refusal> {
        self.receipts.of_payments.enter(imp_uid, receipt)?;
        self.mark_receipt(imp_uid, true)
    }

    /// Cancels the cash receipt of a payment; no money goes back.
    ///
    /// # Errors
    /// 404 when there is no receipt, 400 when it was cancelled before.
    pub fn revoke_receipt(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        self.receipts.of_payments.revoke(imp_uid, self.now)?;
        self.mark_receipt(imp_uid, false)
    }

    /// All the money of a payment went back: what it has a receipt for was never bought.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn drop_receipt(&mut self, imp_uid: &str) -> Result<(), Refusal> {
        match self.receipts.of_payments.get(imp_uid) {
            Ok(receipt) if receipt.stands() && receipt.gateway != NEVER_REVOKES => {
                self.revoke_receipt(imp_uid)
            }
            _ => Ok(()),
        }
    }

    fn mark_receipt(&mut self, imp_uid: &str, issued: bool) -> Result<(), Refusal> {
        self.payments.get_mut(imp_uid)?.set("cash_receipt_issued", issued);
        Ok(())
    }
}

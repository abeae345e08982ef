//! The records, as serde derives their readers.
//!
//! Amounts are exact, as ours are. Else it is strict where the server is not: no digits in strings
//! but for amounts, no `[]` for an object, no codes but as texts.

use portone_v1::Decimal;
use serde::Deserialize;

/// The envelope around every answer.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Envelope<T> {
    pub code: i64,
    pub message: Option<String>,
    pub response: Option<T>,
}

/// A page of payments.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Page {
    pub total: i64,
    pub previous: Option<i64>,
    pub next: Option<i64>,
    pub list: Vec<Payment>,
}

/// A payment, with every field of the docs.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Payment {
    pub imp_uid: String,
    pub merchant_uid: String,
    pub pay_method: Option<String>,
    pub channel: Option<String>,
    pub pg_provider: Option<String>,
    pub emb_pg_provider: Option<String>,
    pub pg_tid: Option<String>,
    pub pg_id: Option<String>,
    pub sandbox: Option<bool>,
    pub escrow: Option<bool>,
    pub apply_num: Option<String>,
    pub bank_code: Option<String>,
    pub bank_name: Option<String>,
    pub card_code: Option<String>,
    pub card_name: Option<String>,
    pub card_issuer_code: Option<String>,
    pub card_issuer_name: Option<String>,
    pub card_publisher_code: Option<String>,
    pub card_publisher_name: Option<String>,
    pub card_quota: Option<i64>,
    pub card_number: Option<String>,
    pub card_type: Option<i64>,
    pub vbank_code: Option<String>,
    pub vbank_name: Option<String>,
    pub vbank_num: Option<String>,
    pub vbank_holder: Option<String>,
    pub vbank_date: Option<i64>,
    pub vbank_issued_at: Option<i64>,
    pub name: Option<String>,
    pub amount: Decimal,
    pub cancel_amount: Decimal,
    pub currency: String,
    pub buyer_name: Option<String>,
    pub buyer_email: Option<String>,
    pub buyer_tel: Option<String>,
    pub buyer_addr: Option<String>,
    pub buyer_postcode: Option<String>,
    pub custom_data: Option<String>,
    pub user_agent: Option<String>,
    pub status: String,
    pub started_at: Option<i64>,
    pub paid_at: Option<i64>,
    pub failed_at: Option<i64>,
    pub cancelled_at: Option<i64>,
    pub fail_reason: Option<String>,
    pub cancel_reason: Option<String>,
    pub receipt_url: Option<String>,
    #[serde(default)]
    pub cancel_history: Vec<Cancel>,
    #[serde(default)]
    pub deposit_history: Vec<Deposit>,
    #[serde(default)]
    pub cancel_receipt_urls: Vec<String>,
    pub cash_receipt_issued: Option<bool>,
    pub customer_uid: Option<String>,
    pub customer_uid_usage: Option<String>,
    pub promotion: Option<Promotion>,
}

/// A refund.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Cancel {
    pub pg_tid: String,
    pub amount: Decimal,
    pub cancelled_at: i64,
    pub reason: String,
    pub cancellation_id: Option<String>,
    pub receipt_url: Option<String>,
}

/// A deposit.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Deposit {
    pub pg_tid: Option<String>,
    pub amount: Option<Decimal>,
    pub depositor_name: Option<String>,
    pub deposited_at: Option<i64>,
}

/// A promotion.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "as in the docs")]
pub struct Promotion {
    pub id: Option<String>,
    pub discount: Option<Decimal>,
}

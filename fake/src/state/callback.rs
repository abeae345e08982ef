//! Report of a browser that returns from the payment window.

use serde_json::{Map, Value, json};

use super::payment::{PaymentRecord, PaymentStatus, WindowEnd};
use crate::messages;
use crate::money;

/// Gateways whose windows report identifiers and errors only.
const TERSE: [&str; 6] = ["ksnet", "nice_v2", "paypal_v2", "smartro_v2", "tosspayments", "welcome"];

/// Fields of a payment that the other gateways report under the same name.
const REPORTED: [&str; 19] = [
    "pay_method",
    "emb_pg_provider",
    "bank_name",
    "card_name",
    "card_number",
    "card_quota",
    "name",
    "pg_tid",
    "apply_num",
    "buyer_name",
    "buyer_email",
    "buyer_tel",
    "buyer_addr",
    "buyer_postcode",
    "custom_data",
    "receipt_url",
    "vbank_num",
    "vbank_name",
    "vbank_holder",
];

/// Fields of a failed payment that the other gateways report.
const REPORTED_FAILURE: [&str; 4] = ["pay_method", "pg_provider", "pg_type", "status"];

/// Placeholder for the error code of a gateway: each has codes of its own, and the docs list none.
const FAILED: &str = "F0000";

/// Error code of a request for a channel that does not exist.
const NO_CHANNEL: &str = "F1001";

/// Error code of a request for an order that is already paid.
const ALREADY_PAID: &str = "F1002";

/// Returns what the browser reports of a payment, or `None` if it never returns.
pub fn callback(payment: &PaymentRecord) -> Option<Map<String, Value>> {
    let mut report = Map::new();
    report.insert("imp_uid".to_owned(), json!(payment.imp_uid));
    report.insert("merchant_uid".to_owned(), json!(payment.merchant_uid));
    let error = match payment.window {
        WindowEnd::Vanished => return None,
        WindowEnd::Left => Some(json!(messages::LEFT_WINDOW)),
        WindowEnd::Returned if payment.status == PaymentStatus::Failed => {
            Some(payment.fields.get("fail_reason").cloned().unwrap_or_default())
        }
        WindowEnd::Returned => None,
    };
    let is_terse = TERSE.contains(&payment.gateway.as_str());
    if !is_terse {
        report.insert("success".to_owned(), json!(error.is_none()));
    }
    let mut details = if is_terse { Map::new() } else { details(payment) };
    if let Some(message) = error {
        details.retain(|name, _| REPORTED_FAILURE.contains(&name.as_str()));
        report.insert("error_code".to_owned(), json!(FAILED));
        report.insert("error_msg".to_owned(), message);
    }
    report.extend(details);
    Some(report)
}

fn details(payment: &PaymentRecord) -> Map<String, Value> {
    let own = json!({
        "paid_amount": money::write(payment.amount), "status": payment.status.code(),
        "pg_provider": payment.gateway, "pg_type": "payment", "paid_at": payment.paid_at,
        "currency": payment.currency,
        "vbank_date": payment.fields.get("vbank_date"),
    });
    let known =
        |name: &&'static str| Some(((*name).to_owned(), payment.fields.get(*name)?.clone()));
    let mut details: Map<_, _> = REPORTED.iter().filter_map(known).collect();
    details.extend(own.as_object().cloned().unwrap_or_default());
    details.retain(|_, value| !value.is_null());
    details
}

/// Returns what the browser reports of a request that was refused before the window opened. The gateway
/// is `None` if there is no such channel.
pub fn refusal(
    gateway: Option<&str>,
    merchant_uid: Option<&str>,
    message: &str,
) -> Map<String, Value> {
    let (success, code) = match gateway {
        None => (Some("imp_success"), NO_CHANNEL),
        Some(gateway) => {
            let is_paid = message == messages::ALREADY_PAID;
            let success = (!TERSE.contains(&gateway)).then_some("success");
            (success, if is_paid { ALREADY_PAID } else { FAILED })
        }
    };
    let mut report = failure(merchant_uid, code, message);
    if let Some(name) = success {
        report.insert(name.to_owned(), json!(false));
    }
    report
}

/// Returns what the browser reports of an identity verification that failed.
pub fn failed_certification(merchant_uid: Option<&str>, message: &str) -> Map<String, Value> {
    let mut report = failure(merchant_uid, FAILED, message);
    report.insert("success".to_owned(), json!(false));
    report
}

fn failure(merchant_uid: Option<&str>, code: &str, message: &str) -> Map<String, Value> {
    let report = json!({
        "imp_uid": null, "merchant_uid": merchant_uid, "error_code": code, "error_msg": message,
    });
    report.as_object().cloned().unwrap_or_default()
}

/// Returns the report of a payment as the query of a redirect.
///
/// A browser on a phone comes to `m_redirect_url` with it. Members without a value are omitted.
pub fn redirect_query(mut report: Map<String, Value>) -> Option<String> {
    if let Some(success) = report.remove("success") {
        report.insert("imp_success".to_owned(), success);
    }
    query(report)
}

/// Returns the report of an identity verification as the query of a redirect.
pub fn certification_query(report: Map<String, Value>) -> Option<String> {
    query(report)
}

fn query(mut report: Map<String, Value>) -> Option<String> {
    let members = ["imp_uid", "merchant_uid", "success", "imp_success", "error_code", "error_msg"];
    report.retain(|name, value| members.contains(&name.as_str()) && !value.is_null());
    serde_qs::Config::new().use_form_encoding(true).serialize_string(&report).ok()
}

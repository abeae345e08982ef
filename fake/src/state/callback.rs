//! Report of a browser that returns from the payment window.

use serde_json::{Map, Value, json};

use super::payment::{PaymentRecord, PaymentStatus, WindowEnd};
use crate::messages;
use crate::money;

/// Gateways whose windows report identifiers and errors only.
const TERSE: [&str; 6] = ["ksnet", "nice_v2", "paypal_v2", "smartro_v2", "tosspayments", "welcome"];

/// Fields of a payment that the other gateways report under the same name.
const REPORTED: [&str; 14] = [
    "pay_method",
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

/// Error code of windows; every gateway has its own.
const FAILED: &str = "F0000";

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
    match error {
        Some(message) => {
            report.insert("error_code".to_owned(), json!(FAILED));
            report.insert("error_msg".to_owned(), message);
        }
        None if is_terse => {}
        None => report.extend(details(payment)),
    }
    Some(report)
}

fn details(payment: &PaymentRecord) -> Map<String, Value> {
    let own = json!({
        "paid_amount": money::write(payment.amount), "status": payment.status.code(),
        "pg_provider": payment.gateway, "paid_at": payment.paid_at,
        "vbank_date": payment.fields.get("vbank_date"),
    });
    let known =
        |name: &&'static str| Some(((*name).to_owned(), payment.fields.get(*name)?.clone()));
    let mut details: Map<_, _> = REPORTED.iter().filter_map(known).collect();
    details.extend(own.as_object().cloned().unwrap_or_default());
    details.retain(|_, value| !value.is_null());
    details
}

/// Returns what the browser reports of a request that was refused before the window opened.
pub fn refusal(gateway: &str, merchant_uid: Option<&str>, message: &str) -> Map<String, Value> {
    let mut report = Map::new();
    if !TERSE.contains(&gateway) {
        report.insert("success".to_owned(), json!(false));
    }
    report.insert("imp_uid".to_owned(), Value::Null);
    report.insert("merchant_uid".to_owned(), json!(merchant_uid));
    report.insert("error_code".to_owned(), json!(FAILED));
    report.insert("error_msg".to_owned(), json!(message));
    report
}

///
/// A browser on a phone comes to `m_redirect_url` with it. Members without a value are omitted.
pub fn redirect_query(mut report: Map<String, Value>) -> Option<String> {
    if let Some(success) = report.remove("success") {
        report.insert("imp_success".to_owned(), success);
    }
    let members = ["imp_uid", "merchant_uid", "imp_success", "error_code", "error_msg"];
    report.retain(|name, value| members.contains(&name.as_str()) && !value.is_null());
    serde_qs::Config::new().use_form_encoding(true).serialize_string(&report).ok()
}
